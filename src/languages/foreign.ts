/**
 * Words in another language than their surroundings: told by script, by common words, by marks;
 * silent where that is not sure.
 */

/**
 * Common words, by language. A word may stand in several lists; what counts is that one language
 * has far more of them.
 */
const COMMON_WORDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: 'a about all and any are as at be been but by can could did do does for from go good had has have he her his how if in is it its know like me more must my no not now of on or our out said see she so some than that the their them there they this to up was we were what when which who will with would you your',
    de: 'aber als am an auch auf aus bei bin da damit dann das dass dem den der des die doch du ein eine einem einen einer er es für haben hat hier ich ihr im in ist ja jetzt kein keine man mehr mich mir mit nach nicht noch nur oder schon sein sich sie sind so über um und uns unter vom von vor war was wenn wer werden wie wir wird wurde zu zum zur zwar',
    fr: 'a ai au aux avec ce ces cette dans de des du elle en est et être il ils je la le les leur lui mais me mes moi ne nos notre nous on ont ou où par pas plus pour qu que qui sa sans se ses si son sont sur ta très tu un une vos votre vous y',
    es: 'a al aquí así como con de del desde el ella en entre era es esta está este esto fue ha hay hoy la las le lo los más me mi muy no nos nosotros o para pero por porque que qué se sin sobre son su sus también te tiene todo un una y ya yo',
    it: 'a al alla anche che chi ci come con da dal dei del della delle di dobbiamo e gli ha ho i il in io è la le lo lui ma mi mia mio nel nella noi non o per perché più quando quello questa questo se senza si siamo sono su sua suo tutto un una voi',
    pt: 'a ao aos as até com como da das de do dos e é ela ele em entre era eu foi há isso já mais mas me meu muito na nas não nem no nos nós o os ou para pela pelo por que quem se sem ser seu são sua também tem um uma você',
    nl: 'aan als bij dan dat de deze die dit een en er geen had haar hebben heeft het hij hoe hun ik in is je kan maar me meer met mij mijn moet naar niet nog nu of om ook op over te tot uit van voor waar was wat we wel wij wordt ze zei zijn zo',
    pl: 'a ale bardzo bez będzie był była było być by co czy dla do gdy go i ich ja jak jako jego jej jest jeszcze już każdy kto która które który mnie może my na nas nie o od on oni po przez są się ta tak także to tu tylko w we więc z za że',
  }).map(([lang, words]) => [lang, new Set(words.split(' '))]),
);

/** Languages whose own marks these are, by the pair. */
const LANGUAGES_OF_MARKS: Readonly<Record<string, readonly string[]>> = {
  '„“': ['de'],
  '‚‘': ['de'],
  '„”': ['pl', 'nl'],
  '«»': ['fr', 'es', 'it', 'pt'],
};

/**
 * Scripts that are not Latin, with the languages written in them and how one of them is told from
 * the letters.
 */
const SCRIPTS: readonly {
  readonly letters: RegExp;
  readonly langs: readonly string[];
  readonly tell: (text: string) => string | null;
}[] = [
  { letters: /\p{sc=Cyrillic}/gu, langs: ['ru', 'uk', 'be', 'bg', 'sr', 'mk'], tell: cyrillic },
  {
    letters: /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu,
    langs: ['ja', 'zh'],
    tell: (text) => (/[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text) ? 'ja' : 'zh'),
  },
  { letters: /\p{sc=Hangul}/gu, langs: ['ko'], tell: () => 'ko' },
  { letters: /\p{sc=Greek}/gu, langs: ['el'], tell: () => 'el' },
  { letters: /\p{sc=Hebrew}/gu, langs: ['he', 'yi'], tell: () => 'he' },
  {
    letters: /\p{sc=Arabic}/gu,
    langs: ['ar', 'fa', 'ur', 'ps', 'ug', 'sd'],
    tell: (text) => (/[پچژگکی]/u.test(text) ? null : 'ar'),
  },
];

/** Letters that only one of the languages has; none where they name two or nothing. */
function cyrillic(text: string): string | null {
  const letters = text.toLowerCase();
  if (/ў/u.test(letters)) return 'be';
  if (/[їєґ]/u.test(letters)) return 'uk';
  if (/[ыэё]/u.test(letters)) return /[іј]/u.test(letters) ? null : 'ru';
  return null;
}

/**
 * BCP 47 tag of the language of quoted words, where it surely is another one than `around`; null
 * otherwise.
 * @param marks the opening and the closing mark around the words, as one text; empty where there
 * are none
 */
export function foreignLanguage(text: string, marks: string, around: string): string | null {
  const own = around.toLowerCase().split('-')[0]!;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const script = SCRIPTS.find((row) => (text.match(row.letters)?.length ?? 0) > letters * 0.8);
  if (script) return script.langs.includes(own) || letters < 4 ? null : script.tell(text);
  const isLatin = (text.match(/\p{sc=Latin}/gu)?.length ?? 0) > letters * 0.9;
  const isElsewhere = SCRIPTS.some(({ langs }) => langs.includes(own));
  return isLatin && (isElsewhere || own in COMMON_WORDS)
    ? languageByWords(text, LANGUAGES_OF_MARKS[marks] ?? [], own)
    : null;
}

/**
 * Words of which a third are common ones of one language, and hardly any of the others; its own
 * marks make up for a few.
 */
function languageByWords(text: string, marked: readonly string[], own: string): string | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const hits = (lang: string): number =>
    words.filter((word) => COMMON_WORDS[lang]!.has(word)).length;
  const [best, second] = Object.keys(COMMON_WORDS)
    .filter((lang) => lang !== own)
    .map((lang) => ({ lang, hits: hits(lang) }))
    .toSorted((a, b) => b.hits - a.hits) as [Score, Score];
  const strange = own in COMMON_WORDS ? hits(own) : 0;
  const least = marked.includes(best.lang) ? 2 : 3;
  const isClear = best.hits >= least && best.hits > second.hits && strange * 3 <= best.hits;
  return isClear && words.length >= least + 1 && best.hits * 4 >= words.length ? best.lang : null;
}

interface Score {
  readonly lang: string;
  readonly hits: number;
}
