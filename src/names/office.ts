/** Offices and roles: is “THE CHAIR” the participant who is listed as “Chair of the committee”? */
import { foldWord } from '../languages/speech.ts';
import { anyOf, everyGrammar, everyPerson, isParticle } from '../languages/unions.ts';

/** One office: its head (“deputy chair”), and what it is for (“ports”). */
export interface OfficeWords {
  readonly head: readonly string[];
  readonly field: readonly string[];
}

const JOINS = new RegExp(`[;/]|,(?=\\s)| (?:${anyOf(everyPerson.roleJoins)}) `, 'u');
const OVER = new RegExp(`^(?:${anyOf(everyPerson.roleOver)})`, 'u');
const COMPOUND = new RegExp(`^(?:${anyOf(everyPerson.roleCompounds)})(\\p{L}{5,})$`, 'u');
/** An office of less power is another office. */
const LESSER = new Set(
  (
    'deputy vice assistant associate under sub junior acting shadow co former ex vize stellvertretende stellvertretender stv alters alt ' +
    'adjoint adjointe sous vicepresidente viceministro vicesindaco sottosegretario suplente adjunto adjunta plaatsvervangend onder zastepca ' +
    'wice first second заместитель первый'
  )
    .split(' ')
    .map(foldWord),
);

const words = (text: string): readonly string[] =>
  text
    .split(/[^\p{L}\p{M}\p{N}.]+/u)
    .map(foldWord)
    .filter((word) => word !== '');

const isSmallOfficeWord = (word: string): boolean =>
  everyGrammar.definite.has(word) ||
  everyPerson.articles.has(word) ||
  isParticle(word) ||
  everyPerson.roleEnds.has(word);

/** “Secretary of State for Ports”: the head ends where a small word of a role stands. */
export function officeOf(text: string): OfficeWords | null {
  const all = words(text).filter(
    (word, i) => i > 0 || !(everyGrammar.definite.has(word) || everyPerson.articles.has(word)),
  );
  const end = all.findIndex((word, i) => i > 0 && everyPerson.roleEnds.has(word));
  const head = (end < 0 ? all : all.slice(0, end)).map(officeStem);
  const field = end < 0 ? [] : all.slice(end).filter((word) => !isSmallOfficeWord(word));
  return head.length === 0 || OVER.test(all[0]!) ? null : { head, field };
}

/** Offices of a participant: “Chair of the committee; developer”. */
export const officesOf = (role: string | null): readonly OfficeWords[] =>
  role === null
    ? []
    : role
        .replaceAll(/\([^()]*\)/gu, ' ')
        .split(JOINS)
        .flatMap((part) => officeOf(part.trim()) ?? []);

/**
 * Präsident and Präsidentin, presidente and presidenta, chairwoman and chair, a member in any case.
 */
const officeStem = (word: string): string => {
  const neutral = word.replace(/(?<=\p{L}{5})(?:man|woman|person|herr|frau)$/u, '');
  return neutral.length < 7 ? neutral : neutral.replace(/(?:in|er|e|a|o)$/u, '');
};

/**
 * The same office, as far as both say what it is for: a secretary of state for ports is no union
 * secretary.
 */
export function isOffice(label: OfficeWords, own: OfficeWords): boolean {
  const fields =
    label.field.length === 0 ||
    own.field.length === 0 ||
    isPartOfOffice(label.field, own.field) ||
    isPartOfOffice(own.field, label.field);
  if (!fields) return false;
  const [less, more] =
    label.head.length <= own.head.length ? [label.head, own.head] : [own.head, label.head];
  const rest = more.slice(0, more.length - less.length);
  if (rest.some((word) => LESSER.has(word) || /^(?:vize|vice|wice)/u.test(word))) return false;
  if (rest.length > 0 && more === label.head) return false;
  if (rest.length > 0 && label.field.length > 0 && !isPartOfOffice(rest, label.field)) return false;
  const end = more.slice(more.length - less.length);
  return less.every(
    (word, i) => word === end[i] || (i === 0 && rest.length === 0 && isCompound(word, end[i]!)),
  );
}

const isPartOfOffice = (part: readonly string[], whole: readonly string[]): boolean =>
  part.every((word) => whole.includes(word));

/** Minister and Bundesminister. */
const isCompound = (a: string, b: string): boolean => COMPOUND.exec(b)?.[1] === a;
