/**
 * People as lines of a list of participants give them: `Name – role`, `Name (role)`, `A (role), B
 * (role)`.
 */
import type { Participant } from '../types.ts';
import { anyOf, everyGrammar, everyPerson, isParticle } from '../languages/unions.ts';

/** A participant before ids are given. */
export type ListedPerson = Omit<Participant, 'id'>;

const DASH_OR_COLON: readonly RegExp[] = [/\s[–—―]\s|\s-{1,3}\s/u, /:\s/u];
const WITH_COMMA: readonly RegExp[] = [...DASH_OR_COLON, /,\s/u];

/**
 * `Name – role`, `Name: role`, `Name (role)`, `Name, role`; a parenthesis before the separator is
 * another name.
 */
export function personInLine(line: string): ListedPerson | null {
  const text = line.slice(0, 2000);
  for (const separator of /[.!?]$/u.test(text) ? DASH_OR_COLON : WITH_COMMA) {
    const found = separator.exec(text);
    if (!found) continue;
    const [name, alias] = parenthesis(text.slice(0, found.index));
    if (isPersonName(name))
      return listedPerson(name, text.slice(found.index + found[0].length), alias);
  }
  return inBrackets(text);
}

/** A name and nothing else. */
export function nameAlone(line: string): ListedPerson | null {
  return isPersonName(line) ? listedPerson(line, '') : null;
}

function parenthesis(text: string): readonly [before: string, inside: string | null] {
  const open = text.indexOf('(');
  const close = text.lastIndexOf(')');
  return open > 0 && close > open && text.slice(close + 1).trim() === ''
    ? [text.slice(0, open).trim(), text.slice(open + 1, close).trim()]
    : [text.trim(), null];
}

/** “(she/her)” among the words of a role. */
const SAID_PRONOUNS =
  /\(?\b(?:she|he|they|elle|il|iel|sie|er|ella|él|lei|lui|ela|ele|zij|hij)\s?\/\s?(?:her|hers|him|his|them|theirs|elle|lui|ihr|ihm|ella|él|lei|dela|dele|haar|hem)(?:\s?\/\s?\p{L}+)?\b\)?/iu;

const SHE = /\b(?:she|elle|sie|ella|lei|ela|zij)\b/iu;
const HE = /\b(?:he|il|er|él|lui|ele|hij)\b/iu;

const pronounOf = (said: string): ListedPerson['pronouns'] =>
  /\bthe[ym]/iu.test(said) ? 'they' : SHE.test(said) ? 'she' : HE.test(said) ? 'he' : null;

/** A person as the text gives him or her; marks around the name are no part of it. */
export function listedPerson(
  name: string,
  role: string,
  alias: string | null = null,
): ListedPerson {
  const bare = name
    .trim()
    .replace(/^["“„«]|["”“»]$/gu, '')
    .trim();
  const other = alias?.replaceAll(/["“”„«»]/gu, '').trim();
  const [said] = SAID_PRONOUNS.exec(role) ?? [];
  const kept =
    said === undefined ? role : role.replace(said, '').replaceAll(/^[\s,;]+|[\s,;]+$/gu, '');
  return {
    name: bare,
    role: kept.trim() || null,
    aliases: other ? [bare, other] : [bare],
    pronouns: said === undefined ? null : pronounOf(said),
  };
}

/** Small words inside a name, or between the names of a body. */
const isSmallWord = (word: string): boolean =>
  isParticle(word) ||
  everyGrammar.and.has(word) ||
  everyPerson.bodyArticles.has(word) ||
  everyPerson.bodyJoins.has(word);
const WITH_PREFIX = /^(?:al|el|d|l)[-’']\p{L}/u;
const NAME_START = /^["“„«(]?(?:\p{Lu}|\p{Lt}|\p{Lo}|\p{N}|[’'&])/u;
const INITIAL = /\b(?:Jr|Sr|[A-Z])\.$/u;

/**
 * One to seven words that begin with a capital, a digit or a letter without case; small words may
 * stand between them.
 */
export function isPersonName(text: string): boolean {
  const words = text.trim().split(/\s+/u);
  if (words.length > 7 || text.length > 100 || !/\p{L}/u.test(text)) return false;
  if (/[.!?…:;]$/u.test(text) && !INITIAL.test(text)) return false;
  return words.every(
    (word, i) => NAME_START.test(word) || (i > 0 && (isSmallWord(word) || WITH_PREFIX.test(word))),
  );
}

const AND = new RegExp(`\\s(?:${anyOf(everyGrammar.and)})\\s`, 'iu');

/**
 * People in one line, parted by semicolons, else by commas and “and”; what is parted by commas is a
 * name, a name with its role in brackets, or the role of the name before it. Empty where the first
 * is no person.
 */
export function severalOf(line: string): readonly ListedPerson[] {
  const bySemicolon = outside(line, /;/u);
  if (bySemicolon.length > 1)
    return peopleFrom(
      bySemicolon.map((part) => inBrackets(part) ?? personInLine(part) ?? bareOf(part)),
    );
  const people: (ListedPerson | null)[] = [];
  for (const part of outside(line, /,/u).flatMap((one) => outside(one, AND))) {
    const person = inBrackets(part) ?? bareOf(part);
    const last = people.at(-1);
    if (person) people.push(person);
    else if (last && last.role === null && /^\p{Ll}/u.test(part))
      people[people.length - 1] = { ...last, role: part };
    else people.push(null);
  }
  return peopleFrom(people);
}

/** All of the row, if the first is a person of two words or with a role. */
function peopleFrom(people: readonly (ListedPerson | null)[]): readonly ListedPerson[] {
  const first = people[0];
  return first && (first.role !== null || /\s/u.test(first.name))
    ? people.filter((one) => one !== null)
    : [];
}

/** `Name (role)`, whatever stands in the brackets. */
function inBrackets(part: string): ListedPerson | null {
  const [name, role] = parenthesis(part);
  return role !== null && isPersonName(name) ? listedPerson(name, role) : null;
}

/** A name alone, or one behind a role in lower case: “press secretary Tobias Greer”. */
function bareOf(part: string): ListedPerson | null {
  const behind = /^((?:\p{Ll}[\p{L}’'-]*\s){1,5})(\p{Lu}.*)$/u.exec(part);
  if (!behind) return nameAlone(part);
  return isPersonName(behind[2]!) ? listedPerson(behind[2]!, behind[1]!.trim()) : null;
}

/** Parts of a text between marks that no bracket holds. */
function outside(text: string, mark: RegExp): readonly string[] {
  const masked = text.replaceAll(/\([^()]*\)/gu, (aside) => '·'.repeat(aside.length));
  const parts: string[] = [];
  let from = 0;
  for (const { index, 0: found } of masked.matchAll(new RegExp(mark, `${mark.flags}g`))) {
    parts.push(text.slice(from, index));
    from = index + found.length;
  }
  return [...parts, text.slice(from)].map((part) => part.trim()).filter((part) => part !== '');
}
