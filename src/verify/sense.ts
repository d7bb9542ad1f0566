/** Words that carry more than their weight: negations and modals change what was said, fillers and articles hardly do. */
const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const NEGATIONS = listed(
  'no not never none nobody nothing neither nor nowhere cannot without hardly barely scarcely seldom rarely ' +
    'nicht nie niemals niemand niemanden niemandem nichts weder noch ohne kein keine keinen keinem keiner keines nirgends kaum ' +
    'ne pas jamais rien aucun aucune ni sans nul nulle guère ' +
    'nunca jamás nada nadie ningún ninguno ninguna sin tampoco ' +
    'non mai niente nulla nessun nessuno nessuna né senza neanche nemmeno ' +
    'não nunca jamais ninguém nenhum nenhuma nem sem ' +
    'не ни нет никогда никто никого никому ничего ничто нельзя без нигде ніколи ніхто нікого нічого немає ні нема ' +
    'nie nigdy nikt nikogo nic żaden żadna żadne bez ani niet nooit geen niemand niets zonder nej inte aldrig ingen inget ikke aldri intet utan uden uten ' +
    '不 没 沒 無 无 未 非 否 勿',
);

/** True for a word that denies, in the languages of the word lists (contractions such as won’t, n’est included). */
export const denies = (key: string): boolean => NEGATIONS.has(key) || key.endsWith("n't") || key.startsWith("n'");

/** Words whose loss or exchange is small: fillers, articles, forms of address to the listener. Everything else counts as content. */
const LIGHT = listed(
  'a an the um uh er erm ah oh hm hmm mm well so like just actually basically really okay ok right yeah yes and that this these those you know i mean ' +
    'kind of sort to in on at by for with from as is are was were be been am it its he she they we his her their our your my me him them us there here then ' +
    'der die das den dem des ein eine einen einem einer eines ja äh ähm also halt eben mal doch und es er sie wir ist sind war im in am an zu ' +
    'le la les un une des du de euh ben bon alors donc voilà et il elle nous vous est ' +
    'el los las una unos unas eh pues bueno este y lo es que de ' +
    'il lo gli i uno e cioè allora ecco ' +
    'ну вот так и это в на ну той та',
);

/** True when only light words differ: articles, fillers, pronouns of the same kind. */
export const isLight = (key: string): boolean => LIGHT.has(key);

/** What transcribers write in brackets that nobody said. Folded, in the languages of the word lists. */
const STAGE =
  /^(?:\P{L}*)(?:laughter|laughs?|laughing|applause|cheers?|cheering|chuckles?|pause|long pause|silence|crosstalk|overlapping|music|sighs?|coughs?|coughing|gap|break|recess|off mic|phone rings?|indiscernible|gelächter|lachen|lacht|beifall|applaus|pause|heiterkeit|zwischenruf|zuruf|rires?|applaudissements|silence|risas?|aplausos?|pausa|risate|applausi|смех|аплодисменты|пауза|сміх|оплески|śmiech|oklaski|brawa|拍手|笑|笑い|掌声|笑声)(?:[^\p{L}].{0,60})?$/u;

/** True for the inside of a bracket that is a stage direction or a time code, not words. */
export const isStage = (inside: string): boolean => STAGE.test(inside.trim().toLowerCase()) || /^[\d:.,\s]+$/u.test(inside);

const CUT = listed('but not unless except only if aber sondern nicht außer mais sauf si pero sino salvo ma но однако если але якщо ale');

/** Words after which the sentence says something else than its first half. */
export const turnsRound = (key: string): boolean => CUT.has(key);

const CONTRACTED: Readonly<Record<string, string>> = {
  "can't": 'can not',
  'cannot': 'can not',
  "won't": 'will not',
  "shan't": 'shall not',
  "let's": 'let us',
  'gonna': 'going to',
  'wanna': 'want to',
  'gotta': 'got to',
  "i'm": 'i am',
};
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/n't$/u, ' not'],
  [/'re$/u, ' are'],
  [/'ll$/u, ' will'],
  [/'ve$/u, ' have'],
  [/'s$/u, ' is'],
];
const NUMBERS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** The words with contractions undone and numbers in digits: two texts that agree here say the same in another form. */
export function plainly(keys: readonly string[]): string {
  return keys
    .flatMap((key) => (CONTRACTED[key] ?? undone(key)).split(' '))
    .map(inDigits)
    .join(' ');
}

const undone = (key: string): string => ENDINGS.reduce((word, [ending, full]) => word.replace(ending, full), key);

function inDigits(key: string): string {
  const [small, tens] = [NUMBERS.indexOf(key), TENS.indexOf(key)];
  if (small >= 0) return String(small);
  if (tens >= 0) return String((tens + 2) * 10);
  return key === '%' ? 'percent' : key.replaceAll(/(?<=\d),(?=\d{3})/gu, '');
}
