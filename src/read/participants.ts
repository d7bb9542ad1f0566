/** Who speaks: read from a Participants section, joined with front matter. */
import type { List, Nodes, RootContent, Table } from 'mdast';
import type { Participant, Section } from '../types.ts';
import { everyGrammar, everyPerson, isParticle } from '../languages/unions.ts';
import { idGiver } from './slug.ts';
import { wordLines, wordsOfNode } from './node-words.ts';

type ListedPerson = Omit<Participant, 'id'>;

/** People named in the sections of role participants, in order; ids are unique. */
export function participantsIn(sections: readonly Section[]): readonly Participant[] {
  const id = idGiver('participant');
  const people = sections
    .filter(({ role }) => role === 'participants')
    .flatMap(({ nodes }) => nodes.flatMap(listedPeople));
  const seen = new Set<string>();
  return people
    .filter(({ name }) => !seen.has(participantKey(name)) && seen.add(participantKey(name)))
    .map((person) => ({ id: id(person.name), ...person }));
}

function listedPeople(node: RootContent): readonly ListedPerson[] {
  if (node.type === 'list') return ofList(node);
  if (node.type === 'table') return ofTable(node);
  if (node.type === 'paragraph') return peopleInLines(wordLines(node));
  return [];
}

const ofList = (list: List): readonly ListedPerson[] =>
  list.children.flatMap((item) => {
    const first = item.children.find((child) => child.type === 'paragraph');
    const person = first
      ? (personInLine(wordsOfNode(first)) ?? nameAlone(wordsOfNode(first)))
      : null;
    return person ? [person] : [];
  });

/**
 * Lines of a paragraph are people when each has a role, or each is a bare name; a sentence before a
 * list is neither.
 */
function peopleInLines(lines: readonly string[]): readonly ListedPerson[] {
  const people = lines.map(personInLine).filter((person) => person !== null);
  if (people.length > 0) return people;
  const names = lines.map(nameAlone);
  return names.every((person) => person !== null) ? names : [];
}

/** First column the name, second the role, whatever the header says. */
function ofTable(table: Table): readonly ListedPerson[] {
  return table.children.slice(1).flatMap((row) => {
    const [name = '', role = ''] = row.children.map((cell: Nodes) => wordsOfNode(cell));
    return isPersonName(name) ? [listedPerson(name, role)] : [];
  });
}

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
  const [name, role] = parenthesis(text);
  return role !== null && isPersonName(name) ? listedPerson(name, role) : null;
}

function nameAlone(line: string): ListedPerson | null {
  return isPersonName(line) ? listedPerson(line, '') : null;
}

function parenthesis(text: string): readonly [before: string, inside: string | null] {
  const open = text.indexOf('(');
  const close = text.lastIndexOf(')');
  return open > 0 && close > open && text.slice(close + 1).trim() === ''
    ? [text.slice(0, open).trim(), text.slice(open + 1, close).trim()]
    : [text.trim(), null];
}

function listedPerson(name: string, role: string, alias: string | null = null): ListedPerson {
  const bare = name
    .trim()
    .replace(/^["“„«]|["”“»]$/gu, '')
    .trim();
  const other = alias?.replaceAll(/["“”„«»]/gu, '').trim();
  return {
    name: bare,
    role: role.trim() || null,
    aliases: other ? [bare, other] : [bare],
    pronouns: null,
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
function isPersonName(text: string): boolean {
  const words = text.trim().split(/\s+/u);
  if (words.length > 7 || text.length > 100 || !/\p{L}/u.test(text)) return false;
  if (/[.!?…:;]$/u.test(text) && !INITIAL.test(text)) return false;
  return words.every(
    (word, i) => NAME_START.test(word) || (i > 0 && (isSmallWord(word) || WITH_PREFIX.test(word))),
  );
}

const participantKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * Front matter says more and wins; the text fills in a missing role and adds whom front matter left
 * out.
 */
export function mergedParticipants(
  front: readonly Participant[],
  text: readonly Participant[],
): readonly Participant[] {
  const byName = new Map(
    front.flatMap((one, i) => one.aliases.map((alias) => [participantKey(alias), i] as const)),
  );
  const joined = front.map((one) => ({ ...one }));
  const ids = new Set(front.map(({ id }) => id));
  for (const one of text) {
    const at = one.aliases
      .map((alias) => byName.get(participantKey(alias)))
      .find((index) => index !== undefined);
    if (at === undefined) joined.push(ids.has(one.id) ? { ...one, id: `${one.id}-2` } : { ...one });
    else joined[at] = { ...joined[at]!, role: joined[at]!.role ?? one.role };
  }
  return joined;
}
