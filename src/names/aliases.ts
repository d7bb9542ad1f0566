/** What a participant may be called, word by word. */
import type { Participant } from '../types.ts';
import { fold } from '../languages/lists.ts';
import { anyOf, everyPerson, isParticle } from '../languages/unions.ts';
import { isGiven, isHonor } from './person.ts';

/** One way in which a text may call a participant. */
export interface Alias {
  /** Folded words, at least one. */
  readonly words: readonly string[];
  readonly participant: Participant;
  readonly form: 'full' | 'surname' | 'given' | 'role' | 'alias';
  /** Its last word is in lower case where it is declared, so it is found in lower case too. */
  readonly lower: boolean;
}

/** What an alias is worth, the best first: 0 for a full name. */
export const aliasRank = (alias: Alias): number =>
  ['full', 'alias', 'surname', 'given', 'role'].indexOf(alias.form);

/** “Oncle meunier”, “the parson”: the text may write it in lower case. */
const endsLower = (name: string): boolean =>
  /(?:^|[^\p{L}\p{M}\p{N}])\p{Ll}[\p{L}\p{M}\p{N}]*[^\p{L}\p{N}]*$/u.test(name);

/** Is the folded word a title that stands before names, in any language? */
export const isTitle = (word: string): boolean =>
  everyPerson.titlesHe.has(word) ||
  everyPerson.titlesShe.has(word) ||
  everyPerson.titlesOpen.has(word);

const foldedNameWords = (name: string): string[] =>
  fold(name)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');

/**
 * Every alias of every participant; given names, initials and roles only where they are one
 * person's.
 */
export function aliasesOf(participants: readonly Participant[]): readonly Alias[] {
  const fulls = new Map<string, Participant>();
  for (const who of participants)
    if (!fulls.has(foldedNameWords(who.name).join(' ')))
      fulls.set(foldedNameWords(who.name).join(' '), who);
  const all = participants
    .flatMap(aliasesOfOne)
    .filter(
      ({ words, form, participant }) =>
        form === 'full' || (fulls.get(words.join(' ')) ?? participant) === participant,
    );
  const owners = new Map<string, Set<Participant>>();
  for (const alias of all)
    owners.set(
      alias.words.join(' '),
      (owners.get(alias.words.join(' ')) ?? new Set()).add(alias.participant),
    );
  const shared = (alias: Alias): boolean => owners.get(alias.words.join(' '))!.size > 1;
  return dropRepeats(
    all.filter((alias) => !((alias.form === 'given' || alias.form === 'role') && shared(alias))),
  );
}

function dropRepeats(aliases: readonly Alias[]): readonly Alias[] {
  const seen = new Map<Participant, Set<string>>();
  return aliases.filter(({ words, participant }) => {
    const own = seen.get(participant) ?? new Set<string>();
    seen.set(participant, own);
    const key = words.join(' ');
    return !own.has(key) && own.add(key);
  });
}

function aliasesOfOne(participant: Participant): Alias[] {
  const alias = (words: readonly string[], form: Alias['form'], lower = false): Alias[] =>
    words.length > 0 ? [{ words, participant, form, lower }] : [];
  const full = foldedNameWords(participant.name);
  const bare = bareName(participant.name);
  const parts =
    personal(full) && bare.length > 0
      ? [
          ...alias(bare, 'full'),
          ...[bare.slice(-1), particled(bare), compound(participant.name)].flatMap((words) =>
            alias(words, 'surname'),
          ),
          ...givenOf(bare, alias),
        ]
      : alias(bare, 'full');
  const declared = participant.aliases
    .filter((name) => name !== participant.name)
    .flatMap((name) =>
      alias(foldedNameWords(name), declaredForm(name, participant), endsLower(name)),
    );
  return [
    ...alias(full, 'full', endsLower(participant.name)),
    ...parts,
    ...declared,
    ...[...rolesIn(participant.role), ...offices(participant)].flatMap((role) =>
      alias([role], 'role', true),
    ),
  ];
}

const givenOf = (
  bare: readonly string[],
  alias: (words: readonly string[], form: Alias['form']) => Alias[],
): Alias[] => (bare.length > 1 && bare[0]!.length > 1 ? alias(bare.slice(0, 1), 'given') : []);

/** A declared alias of several words with the surname in it is as good as the full name. */
const declaredForm = (name: string, who: Participant): Alias['form'] =>
  bareName(name).length > 1 && bareName(name).at(-1) === bareName(who.name).at(-1)
    ? 'full'
    : 'alias';

/** “von der Leyen” of Ursula von der Leyen. */
function particled(bare: readonly string[]): readonly string[] {
  const at = bare.findIndex((word, i) => i > 0 && isParticle(word));
  return at > 0 && at < bare.length - 1 ? bare.slice(at) : [];
}

/**
 * “Ortega-Ruiz” of Luis Ortega-Ruiz, “d’Aubigny” of Jean d’Aubigny: the last word, where it is made
 * of several.
 */
function compound(name: string): readonly string[] {
  const words = foldedNameWords(name.split(/,|\(/u)[0]!.trim().split(/\s+/u).at(-1)!);
  return words.length > 1 ? words : [];
}

/** Name without articles, titles and lower-case words in front. */
function bareName(name: string): string[] {
  const words = name
    .split(/,|\(/u)[0]!
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
  while (
    words.length > 1 &&
    (isTitle(fold(words[0]!)) ||
      (words.length > 2 && isHonor(words[0]!) && !isGiven(fold(words[0]!))) ||
      everyPerson.articles.has(fold(words[0]!)) ||
      (/^\p{Ll}/u.test(words[0]!) && words.some((word) => /^\p{Lu}/u.test(word))))
  )
    words.shift();
  return words.map(fold).filter((word) => word !== 'jr' && word !== 'sr');
}

const personal = (words: readonly string[]): boolean =>
  !words.some((word) => everyPerson.organisations.has(word)) &&
  !everyPerson.bodyArticles.has(words[0] ?? '');

/**
 * Folded words that, alone, mean this participant when shared by several: surname and its
 * particles.
 */
export function namePart(who: Participant): readonly string[] {
  const known = nameParts.get(who) ?? partsOfName(who);
  nameParts.set(who, known);
  return known;
}

/** Those of a participant, as long as somebody holds him or her. */
const nameParts = new WeakMap<Participant, readonly string[]>();

const partsOfName = (who: Participant): readonly string[] => {
  const bare = bareName(who.name);
  return [
    ...bare.slice(-1),
    ...[particled(bare), compound(who.name)]
      .filter((words) => words.length > 0)
      .map((words) => words.join(' ')),
    ...who.aliases
      .map((name) => foldedNameWords(name).join(' '))
      .filter((name) => !name.includes(' ')),
  ];
};

/** “the judge” of Judge Brown, “l’abbé” of l’abbé Bernard: titles that stand alone, too. */
const offices = ({ name, aliases }: Participant): readonly string[] =>
  [name, ...aliases]
    .flatMap((one) => foldedNameWords(one).slice(0, -1))
    .flatMap((word, i) => {
      const isOwn = isTitle(word) || (i === 0 && isHonor(word) && !isGiven(word));
      const stands = isOwn && !everyPerson.addresses.has(word);
      return [
        ...(stands ? [word, ...(NEUTRAL.exec(word)?.slice(1) ?? [])] : []),
        ...[TITLES_IN_FULL[word] ?? []].flat(),
      ];
    });

/** Short titles before a name, and the office that one speaks of alone. */
const TITLES_IN_FULL: Readonly<Record<string, string | readonly string[]>> = {
  sgt: 'sergeant',
  ds: ['sergeant', 'detective'],
  dc: ['constable', 'detective'],
  pc: 'constable',
  di: ['inspector', 'detective'],
  dci: 'inspector',
  insp: 'inspector',
  det: 'detective',
  supt: 'superintendent',
  capt: 'captain',
  cpt: 'captain',
  lt: 'lieutenant',
  maj: 'major',
  col: 'colonel',
  gen: 'general',
  gov: 'governor',
  sen: ['senator', 'senadora', 'senador'],
  rep: ['representative', 'congressman', 'congresswoman'],
  cllr: 'councillor',
  prof: ['professor', 'professeur', 'professeure'],
  rev: 'reverend',
  amb: 'ambassador',
  hr: 'herr',
};

const ROLE_JOINS = new RegExp(`[;/]| (?:${anyOf(everyPerson.roleJoins)}) `, 'u');
const ROLE_ENDS = new RegExp(` (?:${anyOf(everyPerson.roleEnds)}) `, 'u');
const ROLE_OVER = new RegExp(`^(?:${anyOf(everyPerson.roleOver)})`, 'u');
const ROLE_COMPOUND = new RegExp(`^(?:${anyOf(everyPerson.roleCompounds)})(\\p{L}{5,})$`, 'u');

/** Chairman, chairwoman and chairperson are “the chair”, too. */
const NEUTRAL = /^(\p{L}{5,}?)(?:man|woman|person)$/u;
const ARTICLES = new Set(['a', 'an', 'the']);

/**
 * Role nouns: “Special Envoy to the Middle East; developer” → envoy, developer; Bundesminister is
 * Minister, too. Former roles and places are left out.
 */
export function rolesIn(role: string | null): readonly string[] {
  if (role === null) return [];
  return role.split(ROLE_JOINS).flatMap((part) => {
    const phrase = fold(part.split(/[,(]/u)[0]!).split(ROLE_ENDS)[0]!;
    const all = phrase.split(/[^\p{L}]+/u).filter((word) => word !== '');
    const words = all.filter(
      (word, i) =>
        i > 0 || all.length === 1 || !(everyPerson.articles.has(word) || ARTICLES.has(word)),
    );
    if (words.length === 0 || ROLE_OVER.test(words[0]!)) return [];
    const head = words.at(-1)!;
    return [
      head,
      ...(ROLE_COMPOUND.exec(head)?.slice(1) ?? []),
      ...(NEUTRAL.exec(head)?.slice(1) ?? []),
    ];
  });
}

/**
 * True for two spellings of one surname: one edit in six or seven letters, two in eight or more,
 * never in the first three (Zelenskyy and Zelenskiy).
 */
export function nearSpelling(a: string, b: string): boolean {
  if (isDeclined(a, b)) return true;
  const shorter = Math.min(a.length, b.length);
  if (shorter < 6 || a === b || a.slice(0, 3) !== b.slice(0, 3)) return false;
  return editsWithin(a, b, shorter >= 8 ? 2 : 1);
}

/** Иванова, Ивановой, Иванову: one name in two cases of a Slavic language, told by its endings. */
function isDeclined(a: string, b: string): boolean {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return (
    i >= 4 &&
    a !== b &&
    everyPerson.declensions.some((ending) => ending.test(a.slice(i)) && ending.test(b.slice(i)))
  );
}

/**
 * Levenshtein distance at most `most` (0…2); each try consumes an edit, so the work is bounded by
 * 3^most · length.
 */
function editsWithin(a: string, b: string, most: number): boolean {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  if (i === a.length && i === b.length) return true;
  if (most === 0) return false;
  const [x, y] = [a.slice(i), b.slice(i)];
  return (
    editsWithin(x.slice(1), y.slice(1), most - 1) ||
    editsWithin(x.slice(1), y, most - 1) ||
    editsWithin(x, y.slice(1), most - 1)
  );
}
