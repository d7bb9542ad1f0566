/** Words that tell a quotation from a term, per language. Plain data: a new language is one row. Everything in lower case. */

export interface KindWords {
  /** Finite verbs and first or second persons: somebody speaks in a clause. */
  readonly finite: ReadonlySet<string>;
  readonly persons: ReadonlySet<string>;
  /** Words that a name or a term follows: the book “…”. */
  readonly works: ReadonlySet<string>;
  /** Words that a term, a label or a motto follows: the word “…”, known as “…”. */
  readonly labels: ReadonlySet<string>;
  /** Words after the marks that say the same: “…” genannt. */
  readonly labelsAfter: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  /** Verb forms that mark a clause as reported. */
  readonly reported: ReadonlySet<string>;
  readonly joins: ReadonlySet<string>;
  /** “as” of a judgement: described as “…”. */
  readonly as: ReadonlySet<string>;
  /** Small words that no other language of the table shares: a passage that holds only others' is a foreign name. */
  readonly small: ReadonlySet<string>;
  /** Ending that only a sentence has, where words can't be told apart. */
  readonly sentence?: RegExp;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u).filter(Boolean));
const none = set('');

const english: KindWords = {
  finite:
    set(`is are was were am be been will would can could shall should may might must have has had do does did don't doesn't didn't isn't aren't
    wasn't weren't won't wouldn't can't couldn't haven't hasn't hadn't it's that's there's he's she's they're we're you're i'm i've we've i'll we'll you'll
    let let's need needs want wants think believe know say says said make makes made go goes went get gets got`),
  persons: set("i i'm i've i'll i'd we we're we've we'll we'd me us my our you you're you've you'll your mine ours yours myself ourselves"),
  works:
    set(`book books film movie song album single article essay story novel poem play paper chapter series episode show magazine newspaper journal
    website blog program programme project campaign dissertation thesis report documentary video painting photograph photo column speech lecture exhibition
    ship vessel restaurant hotel pub band group party operation mission company title subtitle headline heading slide section track game`),
  labels:
    set(`term terms word phrase expression verb noun adjective adverb prefix suffix concept notion label name nickname called termed named
    titled entitled dubbed nicknamed labelled labeled so-called known means meaning mean meant defined reads pronounced spelled styled proclaimed
    translates translated denotes motto slogan himself herself itself themselves jokingly`),
  labelsAfter: set('means meaning refers denotes stands translates construction effect problem syndrome theory hypothesis phenomenon'),
  determiners: set('a an the this that these those his her its their our my your some any such no each every another'),
  reported: none,
  joins: set('and or but nor'),
  as: set('as'),
  small: set('the of and a an for by with from to at on in is are this that it'),
};

const german: KindWords = {
  finite:
    set(`ist sind war waren bin wird werden würde würden wurde wurden hat haben hatte hatten habe hätte hätten kann können könne könnte könnten muss müssen
    müsse müsste soll sollen solle sollte will wollen wolle wollte darf dürfen dürfe sei seien gibt gab geht ging macht steht kommt bleibt brauchen`),
  persons: set('ich wir mich uns mir mein meine meinen meiner unser unsere unseren unserer euch'),
  works:
    set(`film buch titel roman lied song album zeitung zeitschrift magazin wochenzeitung tageszeitung sender fernsehsender partei mission projekt raumschiff
    sonde raumsonde firma bewegung ausstellung preis website seite organisation fluggesellschaft gruppe band typ stück schiff programm kampagne aktion
    operation serie sendung dokumentation verein bündnis initiative regierungspartei oppositionspartei unternehmen marke modell zug hotel restaurant`),
  labels:
    set(`so-genannte so-genannten sogenannte sogenannten sogenannter sogenanntes genannte genannten genannter genanntes namens name namen begriff begriffe
    wort bezeichnung motto spitznamen spitzname beinamen titel stichwort schlagwort heißt hieß heißen kurz auch slogan losung`),
  labelsAfter: set('genannt heißt hieß heißen benannt getauft'),
  determiners:
    set(`der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem ihr ihre ihren ihrem ihrer sein seine seinen seinem
    seiner kein keine keinen im am zum zur vom beim ins`),
  reported:
    set(`sei seien habe hätte hätten würde würden könne könnten müsse müssten solle sollten wolle werde dürfe gebe gäbe wäre wären bleibe stehe gehe
    komme lasse liege mache sehe wisse`),
  joins: set('und oder sowie aber'),
  as: set('als'),
  small: set('der die das des dem den und ein eine für von zu im in mit auf ist sich nicht es'),
};

const french: KindWords = {
  finite: set(
    'est sont était étaient sera seront a ont avait avaient ai as avez avons suis es êtes sommes fait font va vont peut peuvent doit doivent faut veux veut voulez',
  ),
  persons: set("je j'ai j' moi me m' mon ma mes nous notre nos vous votre vos tu te t' toi ton ta tes"),
  works: set('livre film roman chanson album article journal revue titre pièce poème série émission projet'),
  labels: set(
    'mot mots terme expression appelé appelée nommé nommée dit dite intitulé intitulée surnommé surnommée soi-disant devise slogan nom verbe',
  ),
  labelsAfter: set('signifie désigne'),
  determiners: set("un une des le la les l' ce cet cette ces son sa ses leur leurs du au aux d'un d'une"),
  reported: none,
  joins: set('et ou mais'),
  as: set('comme'),
  small: set('le la les du des de et un une pour par avec dans sur est'),
};

const spanish: KindWords = {
  finite: set('es son era eran será serán ha han había hay está están tiene tienen puede pueden debe deben fue fueron hemos quiero quiere'),
  persons: set('yo nosotros me nos mi mis nuestro nuestra nuestros nuestras usted ustedes tú te tu tus'),
  works: set('libro película novela canción álbum artículo periódico diario revista título obra programa proyecto'),
  labels: set('palabra palabras término expresión llamado llamada llamados denominado denominada titulado titulada apodado lema nombre'),
  labelsAfter: set('significa'),
  determiners: set('un una el la los las lo este esta estos estas su sus del al'),
  reported: none,
  joins: set('y e o u pero'),
  as: set('como'),
  small: set('el la los las del de y un una por para con en es'),
};

const russian: KindWords = {
  finite: set('есть был была было были будет будут может могут должен должны хочу хочет знаю знает думаю считаю нужно надо'),
  persons: set('я мы мне меня нам нас мой моя наш наша наши вы вам вас ваш ты тебе'),
  works: set(
    'книга книге фильм фильме песня песни альбом газета газете журнал журнале роман партия партии программа проект компания компании группа банк',
  ),
  labels: set('слово слова термин выражение называемый называемая называемые называемых называют под названием именем девиз лозунг'),
  labelsAfter: set('означает'),
  determiners: set('этот эта это эти тот та те'),
  reported: none,
  joins: set('и или а но'),
  as: set('как'),
  small: set('и в на с не что для из'),
};

const ukrainian: KindWords = {
  finite: set('є був була було були буде будуть може можуть мусить повинен повинні хочу хоче знаю думаю вважаю треба потрібно'),
  persons: set('я ми мені мене нам нас мій моя наш наша наші ви вам вас ваш ти тобі'),
  works: set('книга книзі фільм фільмі пісня альбом газета газеті журнал роман партія партії програма проєкт компанія група'),
  labels: set('слово слова термін вислів званий звана звані так назвою девіз гасло'),
  labelsAfter: set('означає'),
  determiners: set('цей ця це ці той та те'),
  reported: none,
  joins: set('і й та або але'),
  as: set('як'),
  small: set('і в на з не що для із'),
};

/** Words of the two languages without spaces are single characters here. */
const chinese: KindWords = {
  finite: set('是 有 会 會 要 能 将 將 在 了 不 没 沒 想 应 應'),
  persons: set('我 你 您 咱 们 們'),
  works: set('书 書 影 片 歌 报 報 刊 党 黨 剧 劇'),
  labels: set('谓 謂 叫 名 词 詞 为 為'),
  labelsAfter: none,
  determiners: set('这 這 那 该 該 此 其 个 個'),
  reported: none,
  joins: set('和 与 與 及 或'),
  as: set('为 為'),
  small: none,
};

const japanese: KindWords = {
  ...chinese,
  finite: none,
  persons: set('私 僕 俺 我'),
  works: set('画 書 本 紙 誌 曲 党 作'),
  labels: set('称 語'),
  determiners: none,
  joins: set('と や'),
  as: none,
  sentence: /(?:ます|ました|ません|です|でした|だった|ない|した|する|いる|たい|よう|く|す|む|ぶ|る|た|だ)[。！？!?]?$/u,
};

const rows: Readonly<Record<string, KindWords>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  ru: russian,
  uk: ukrainian,
  ja: japanese,
  zh: chinese,
};

/** Row of a BCP 47 tag; English for a language without one. */
export const wordsOf = (lang: string): KindWords => rows[lang.toLowerCase().split('-')[0]!] ?? english;

/** Small words of every other language in the table. */
export function foreignTo(lang: string): ReadonlySet<string> {
  const own = wordsOf(lang);
  const others = Object.values(rows)
    .filter((row) => row !== own)
    .flatMap((row) => [...row.small]);
  return new Set(others.filter((word) => !own.small.has(word) && word.length > 1));
}
