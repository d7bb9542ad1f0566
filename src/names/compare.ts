/** Whether two names can be one person's: given names, initials, order, double surnames. */
import { everyPerson } from '../languages/unions.ts';
import { partOf } from '../languages/index.ts';
import { nearSpelling } from './aliases.ts';
import { isGiven } from './person.ts';
import type { NameWord, PersonName } from './person.ts';

/** `maybe`: neither certainly the same person nor certainly another. */
export type Likeness = 'same' | 'maybe' | 'no';

/** What two names share: the whole name, a given name and the surname, one word, or initials. */
export type Common = 'whole' | 'name' | 'word' | 'initials';

/** How alike two names are, and what they have in common. */
export interface Comparison {
  readonly like: Likeness;
  readonly by: Common;
}

type NameWords = readonly NameWord[];

const NO: Comparison = { like: 'no', by: 'word' };
const worse = (a: Likeness, b: Likeness): Likeness =>
  a === 'no' || b === 'no' ? 'no' : a === 'maybe' || b === 'maybe' ? 'maybe' : 'same';
const better = (a: Likeness, b: Likeness): Likeness =>
  a === 'same' || b === 'same' ? 'same' : a === 'maybe' || b === 'maybe' ? 'maybe' : 'no';

/**
 * Compares the name in a label with that of a person; titles and middle names that only one has
 * don’t part them, a particle that only the label has may.
 */
export function compareNames(label: PersonName, person: PersonName): Comparison {
  const { like, by } = compared(label, person);
  const isForeign =
    person.words.length > 1 &&
    [...label.particles].some((particle) => !person.particles.has(particle));
  return isForeign && like === 'same'
    ? { like: 'maybe', by: by === 'whole' ? 'name' : by }
    : { like, by };
}

function compared(label: PersonName, person: PersonName): Comparison {
  const [a, b] = [label.words, person.words];
  if (
    a.length === 0 ||
    b.length === 0 ||
    (label.generation && person.generation && label.generation !== person.generation)
  )
    return NO;
  if (isSameName(a, b) && label.generation === person.generation && a.length > 1)
    return { like: 'same', by: 'whole' };
  if (a.length === 1) return ofOneWord(a[0]!, label, person);
  if (b.length === 1) {
    const like =
      equalWords(a.at(-1)!, b[0]!) ||
      (!person.titled && equalWords(a[0]!, b[0]!) && isGiven(b[0]!.keys[0]!))
        ? 'same'
        : 'no';
    return { like, by: 'word' };
  }
  if (a.length < b.length && isSameName(a, b.slice(-a.length)) && !a[0]!.letter)
    return { like: isGiven(keyOf(a[0]!)) ? 'maybe' : 'same', by: 'word' };
  return { like: ofSeveral(a, b), by: 'name' };
}

const isSameName = (a: NameWords, b: NameWords): boolean =>
  a.length === b.length && a.every((word, i) => equalWords(word, b[i]!));
const equalWords = (a: NameWord, b: NameWord): boolean =>
  a.keys.some((key) => b.keys.includes(key));
const keyOf = (word: NameWord): string => word.keys[0]!;

/** “VANE”, “MR. VANE”, “Olga”, “OV” beside Olga Vane. */
function ofOneWord(word: NameWord, label: PersonName, person: PersonName): Comparison {
  const { words } = person;
  const last = words.at(-1)!;
  if (equalWords(word, last)) return { like: 'same', by: 'word' };
  if (words.length === 1) return { like: spelling(word, last), by: 'word' };
  const first = words[0]!;
  if (equalWords(word, first) && !first.letter) {
    const like =
      !label.titled || label.familiar
        ? 'same'
        : SURNAMES_FIRST.has(keyOf(first))
          ? 'same'
          : 'maybe';
    return { like, by: 'word' };
  }
  const middle = words.slice(1, -1).findIndex((one) => equalWords(word, one) && !one.letter);
  if (middle >= 0)
    return { like: isDouble(words) && middle === words.length - 3 ? 'same' : 'maybe', by: 'word' };
  const initials = words.map((one) => keyOf(one)[0]!).join('');
  if (words.length > 1 && keyOf(word) === initials) return { like: 'same', by: 'initials' };
  return { like: spelling(word, last), by: 'word' };
}

/**
 * One surname in two spellings: only what nobody else can be called is the same; the two genders of
 * Иванов are two people.
 */
function spelling(a: NameWord, b: NameWord): Likeness {
  const [x, y] = [keyOf(a), keyOf(b)];
  if (isTransliterated(x, y) || isDoubled(x, y) || isDoubled(y, x)) return 'same';
  return nearSpelling(x, y) || x.replace(/^mac/u, 'mc') === y.replace(/^mac/u, 'mc')
    ? 'maybe'
    : 'no';
}

const SLAVIC = /(?<=[a-z]{3}[kc])(?:yy|iy|ij|yi|yj|ii|y|i)$/u;
/** Zelenskyy, Zelenskiy, Zelensky. */
const isTransliterated = (a: string, b: string): boolean =>
  SLAVIC.test(a) && a.replace(SLAVIC, '') === b.replace(SLAVIC, '');

/** Witkof for Witkoff: the last letter once. */
const isDoubled = (a: string, b: string): boolean => a.length > 5 && b === `${a}${a.at(-1)!}`;

function ofSeveral(a: NameWords, b: NameWords): Likeness {
  const straight = aligned(a, b);
  if (straight === 'same') return straight;
  const turned = [...a.slice(1), a[0]!];
  const isTurned = isSameName(turned, b) && !turned.some(({ letter }) => letter);
  if (!isTurned) return better(straight, acronym(a, b));
  return b.every((word) => isGiven(keyOf(word))) ? 'maybe' : 'same';
}

/** “S W”, “UvdL”: initials that stand apart. */
const acronym = (a: NameWords, b: NameWords): Likeness =>
  a.length === b.length && a.every(({ letter }, i) => letter && keyOf(a[i]!) === keyOf(b[i]!)[0])
    ? 'same'
    : 'no';

/** Both end with the surname, or with one of two. */
function aligned(a: NameWords, b: NameWords): Likeness {
  if (equalWords(a.at(-1)!, b.at(-1)!)) return givens(a.slice(0, -1), b.slice(0, -1));
  const [less, more] = a.length <= b.length ? [a, b] : [b, a];
  if (more.length > 2 && equalWords(less.at(-1)!, more.at(-2)!) && !more.at(-2)!.letter) {
    return worse(givens(less.slice(0, -1), more.slice(0, -2)), isDouble(more) ? 'same' : 'maybe');
  }
  const like = spelling(a.at(-1)!, b.at(-1)!);
  return like === 'no' ? 'no' : worse(givens(a.slice(0, -1), b.slice(0, -1)), like);
}

/**
 * A Spanish given name goes before: the last two words are surnames, and the first of them is used
 * alone.
 */
function isDouble(words: NameWords): boolean {
  const { given } = partOf('es', 'people');
  const first = keyOf(words[0]!);
  return (
    words.length > 2 &&
    (given.he.has(first) || given.she.has(first)) &&
    !isGiven(keyOf(words.at(-2)!))
  );
}

/** Given names and initials: the first agrees, and no other contradicts one at its place. */
function givens(a: NameWords, b: NameWords): Likeness {
  if (a.length === 0 || b.length === 0) return 'same';
  const [x, y] = [a[0]!, b[0]!];
  const first = oneGiven(x, y);
  if (first !== 'no') return worse(first, middles(a.slice(1), b.slice(1)));
  if (
    (x.letter && a[1] && oneGiven(a[1], y) === 'same' && !a[1].letter) ||
    (y.letter && b[1] && oneGiven(x, b[1]) === 'same' && !b[1].letter)
  ) {
    return 'same';
  }
  const cluster = a.length === 1 || b.length === 1 ? isCluster(a, b) || isCluster(b, a) : false;
  if (cluster) return 'same';
  return b.slice(1).some((word) => equalWords(x, word)) ||
    a.slice(1).some((word) => equalWords(y, word))
    ? 'maybe'
    : 'no';
}

/** “JR Hale” is J. R. Hale. */
const isCluster = (a: NameWords, b: NameWords): boolean =>
  a.length === 1 && b.length > 1 && keyOf(a[0]!) === b.map((word) => keyOf(word)[0]!).join('');

function oneGiven(a: NameWord, b: NameWord): Likeness {
  if (equalWords(a, b)) return 'same';
  const [x, y] = [keyOf(a), keyOf(b)];
  if (a.letter || b.letter) return x[0] === y[0] ? 'same' : 'no';
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  if (short.length > 2 && long.startsWith(short)) return 'maybe';
  if (
    everyPerson.givenHe.has(x) !== everyPerson.givenHe.has(y) &&
    everyPerson.givenShe.has(x) !== everyPerson.givenShe.has(y)
  )
    return 'no';
  return isOneEdit(x, y) ? 'maybe' : 'no';
}

/** Sara and Sarah, Erik and Eric: one letter in four or more. */
function isOneEdit(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1 || a[0] !== b[0])
    return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return (
    a.slice(i + 1) === b.slice(i + 1) ||
    a.slice(i) === b.slice(i + 1) ||
    a.slice(i + 1) === b.slice(i)
  );
}

/** All of the shorter row stand in the longer one, in order. */
function middles(a: NameWords, b: NameWords): Likeness {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let [from, like]: [number, Likeness] = [0, 'same'];
  for (const word of short) {
    const likes = long.slice(from).map((other) => oneGiven(word, other));
    const same = likes.indexOf('same');
    if (same < 0 && !likes.includes('maybe')) return 'no';
    if (same < 0) like = 'maybe';
    from += (same < 0 ? likes.indexOf('maybe') : same) + 1;
  }
  return like;
}

/**
 * Surnames that are written before the given name, as in Xi Jinping, Kim Minsu, Nguyen Van An: “Mr.
 * Xi”.
 */
const SURNAMES_FIRST: ReadonlySet<string> = new Set(
  (
    'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang xi deng mao jiang xiao tian cao ' +
    'peng zeng lu su cai jia ding wei xue ye yan yu pan du dai xia zhong fang wong chan cheung leung lam kwok ng lau ' +
    'kim lee park pak choi jung jeong chung kang cho yoon jang lim han shin seo kwon hwang ahn song ryu hong moon bae ' +
    'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong'
  ).split(' '),
);
