/** Who speaks: read from a Participants section, joined with front matter. */
import type { List, Nodes, RootContent, Table } from 'mdast';
import type { Participant, Section } from '../types.ts';
import {
  listedPerson,
  isPersonName,
  nameAlone,
  personInLine,
  severalOf,
  type ListedPerson,
} from './person-line.ts';
import { headingRole } from './roles.ts';
import { idGiver } from './slug.ts';
import { wordLines, wordsOfNode } from './node-words.ts';

/**
 * People named in the sections of role participants, in order; ids are unique. Where there are
 * none: those behind a label (“Present: …”), or in a table whose header says that it lists people.
 */
export function participantsIn(sections: readonly Section[]): readonly Participant[] {
  const id = idGiver('participant');
  const listed = sections
    .filter(({ role }) => role === 'participants')
    .flatMap(({ nodes }) => nodes.flatMap(listedPeople));
  const elsewhere = (): readonly ListedPerson[] =>
    sections.flatMap(({ nodes }) =>
      nodes.flatMap((node, i) =>
        isPeopleHeading(nodes[i - 1]) ? listedPeople(node) : besides(node),
      ),
    );
  const people = listed.length > 0 ? listed : elsewhere();
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

/** Longest label before a list of people, in characters. */
const LABEL_LENGTH = 40;

/**
 * “Present: …”, and the lines under such a label where nothing stands behind it. Empty where no
 * line has the label.
 */
function peopleInLine(lines: readonly string[]): readonly ListedPerson[] {
  const at = lines.findIndex((line) => labelOf(line) !== null);
  if (at < 0) return [];
  const rest = lines[at]!.slice(labelOf(lines[at]!)!.length).trim();
  if (rest !== '') return severalOf(rest.replace(/\.$/u, ''));
  return lines.slice(at + 1).flatMap((line) => personInLine(line.replace(/^[-*•–]\s/u, '')) ?? []);
}

/** The label with its colon, where it means participants. */
function labelOf(line: string): string | null {
  const label = /^[^:：]{1,60}[:：]/u.exec(line)?.[0];
  return label && label.length <= LABEL_LENGTH && headingRole(label.slice(0, -1)) === 'participants'
    ? label
    : null;
}

/** A table whose first column is headed as a list of participants is. */
function peopleUnderHeader(table: Table): boolean {
  const [header, ...rows] = table.children;
  const cells = header?.children.map((cell: Nodes) => wordsOfNode(cell)) ?? [];
  return (
    cells.length >= 2 &&
    rows.length > 0 &&
    headingRole(cells[0]!) === 'participants' &&
    rows.every((row) => /\s/u.test(wordsOfNode(row.children[0] as Nodes).trim()))
  );
}

/** A paragraph that is nothing but the words of such a heading: “**Participants**”. */
const isPeopleHeading = (node: RootContent | undefined): boolean =>
  node?.type === 'paragraph' &&
  headingRole(wordsOfNode(node).replace(/[:：]$/u, '')) === 'participants';

/**
 * People whom a paragraph or an item of a list names behind a label, or a table under its header.
 */
function besides(node: RootContent): readonly ListedPerson[] {
  if (node.type === 'paragraph') return peopleInLine(wordLines(node));
  if (node.type === 'list') return node.children.flatMap((item) => item.children.flatMap(besides));
  return node.type === 'table' && peopleUnderHeader(node) ? ofTable(node) : [];
}

/**
 * Lines of a paragraph are people when each has a role, or each is a bare name; a sentence before a
 * list is neither. One line may name several: `A (chair), B (engineer)`.
 */
function peopleInLines(lines: readonly string[]): readonly ListedPerson[] {
  const several = lines.length === 1 ? severalOf(lines[0]!) : [];
  if (several.length > 1) return several;
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
    else
      joined[at] = {
        ...joined[at]!,
        role: joined[at]!.role ?? one.role,
        pronouns: joined[at]!.pronouns ?? one.pronouns,
      };
  }
  return joined;
}
