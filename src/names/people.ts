/**
 * Participants as labels are compared with them, and an index of every word by which one may be
 * found.
 */
import { fold } from '../languages/lists.ts';
import { everyPerson } from '../languages/unions.ts';
import type { Participant } from '../types.ts';
import { rolesIn } from './aliases.ts';
import { nameKey } from './fold.ts';
import { officesOf, type OfficeWords } from './office.ts';
import { nameWords, personName, type PersonName } from './person.ts';
import { squeezed } from './unspaced.ts';

/** A participant with the names that labels may call them by. */
export interface Person {
  readonly participant: Participant;
  /** The name, declared names of several words, and declared given names with the surname. */
  readonly names: readonly PersonName[];
  /** Keys of all declared names, and of the full name alone. */
  readonly declared: ReadonlySet<string>;
  readonly whole: ReadonlySet<string>;
  readonly offices: readonly OfficeWords[];
  /** By pronouns (`sure`), or by the title or the given name. */
  readonly gender: 'he' | 'she' | null;
  readonly sure: boolean;
  /** An organisation: no part of its name is a name. */
  readonly isBody: boolean;
}

/** The words of a declared name without articles in front, as one key. */
export function phraseKey(text: string): string {
  const words = text
    .split(/[^\p{L}\p{M}\p{N}'’]+/u)
    .map(nameKey)
    .filter((word) => word !== '');
  const start =
    words.length > 1 &&
    words[0]!.length > 1 &&
    (everyPerson.articles.has(words[0]!) || everyPerson.bodyArticles.has(words[0]!))
      ? 1
      : 0;
  return words.slice(start).join(' ');
}

/** The names of a participant, as long as somebody holds him or her. */
const persons = new WeakMap<Participant, Person>();

/** The names of a participant, taken apart once. */
export function personOf(participant: Participant): Person {
  const known = persons.get(participant) ?? takenApart(participant);
  persons.set(participant, known);
  return known;
}

function takenApart(participant: Participant): Person {
  const { name, aliases, pronouns, role } = participant;
  const main = nameOf(name);
  const own = personName(main);
  const isBody =
    nameWords(main).some((word) => everyPerson.organisations.has(fold(word))) ||
    everyPerson.bodyArticles.has(fold(main.split(' ')[0]!));
  const shorts = aliases.filter((alias) => !/\s/u.test(alias.trim()) && alias !== name);
  const surname = own.words.at(-1);
  const nicknamed =
    surname === undefined
      ? []
      : shorts.map((alias) => ({ ...own, words: [...personName(alias).words, surname] }));
  const longs = aliases
    .filter((alias) => /\s/u.test(alias.trim()))
    .map((alias) => personName(nameOf(alias)));
  const told = own.gender ?? byGivenName(own);
  return {
    participant,
    names: isBody ? [] : [own, ...longs, ...nicknamed],
    declared: new Set([name, main, ...aliases].map(phraseKey).filter((key) => key !== '')),
    whole: new Set([name, main].map(phraseKey)),
    offices: officesOf(role),
    gender: pronouns === 'he' || pronouns === 'she' ? pronouns : pronouns === null ? told : null,
    sure: pronouns !== null,
    isBody,
  };
}

/** Without what stands in brackets or behind a comma, but for jr. */
const nameOf = (name: string): string =>
  name
    .replaceAll(/\([^)]*\)/gu, ' ')
    .replace(/,\s*(?!(?:jr|sr|jnr|snr|ii|iii|iv)\b).*$/iu, '')
    .trim();

/**
 * By the pronouns that are declared, the title, the given name, or the role (“the governor’s
 * wife”); null where none tells.
 */
export function genderOf(participant: Participant): 'he' | 'she' | null {
  const nouns = participant.pronouns === null ? rolesIn(participant.role) : [];
  const she = nouns.some((noun) => everyPerson.nounsShe.has(noun));
  const he = nouns.some((noun) => everyPerson.nounsHe.has(noun));
  return personOf(participant).gender ?? (he === she ? null : he ? 'he' : 'she');
}

/** By a given name that only one of the lists has. */
function byGivenName({ words }: PersonName): 'he' | 'she' | null {
  const key = words.length > 1 ? words[0]!.keys[0]! : '';
  const [he, she] = [everyPerson.givenHe.has(key), everyPerson.givenShe.has(key)];
  return he === she ? null : he ? 'he' : 'she';
}

/** Largest list in which other spellings of a surname are looked for. */
const MOST_RESPELT_PEOPLE = 200;

/**
 * Word, declared name, initials, beginning of a surname (`~`), head of an office → who may be
 * meant.
 */
export function indexPeople(
  participants: readonly Participant[],
): ReadonlyMap<string, readonly Person[]> {
  const index = new Map<string, Set<Person>>();
  const add = (key: string, person: Person): void => {
    const people = index.get(key) ?? new Set();
    index.set(key, people.add(person));
  };
  for (const person of participants.map(personOf)) {
    for (const key of [
      ...person.declared,
      phraseKey(person.participant.name),
      squeezed(person.participant.name),
    ])
      add(key, person);
    for (const { words } of person.names) {
      for (const key of words.flatMap((word) => word.keys)) add(key, person);
      add(words.map(({ keys }) => keys[0]![0]!).join(''), person);
      if (participants.length <= MOST_RESPELT_PEOPLE)
        add(`~${words.at(-1)?.keys[0]!.slice(0, 3) ?? ''}`, person);
    }
    for (const { head } of person.offices) add(`office ${head.at(-1)!}`, person);
  }
  return new Map([...index].map(([key, people]) => [key, [...people]]));
}
