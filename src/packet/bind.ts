/**
 * Several editions → one: each brief becomes a chapter, and the quotations are numbered through the
 * whole book.
 */
import type { Element, ElementContent, Root } from 'hast';
import { labelsFor } from '../languages/index.ts';
import type {
  Asset,
  Chapter,
  Edition,
  Entry,
  Heading,
  Ledger,
  Meta,
  Participant,
  Verdict,
} from '../types.ts';
import { bookChapters } from '../compose/chapters.ts';
import { renamedEdition, type Renaming } from './rename.ts';

/** Quotations are numbered through the book, or from 1 in each brief. */
export type Numbering = 'continuous' | 'per-brief';

/** What the packet's file says of the book. */
export interface Binding {
  readonly slug: string;
  readonly identifier: string;
  readonly meta: Meta;
  readonly numbering: Numbering;
  /** `YYYY-MM-DDThh:mm:ssZ`, or null when neither the packet nor any of its briefs has a date. */
  readonly modified: string | null;
}

/**
 * @param editions in the order of the packet; a brief that is bound twice stands in the book twice
 */
export function bind(binding: Binding, editions: readonly Edition[]): Edition {
  const people = mergePeople(editions);
  const bound = renumbered(editions, people, binding.numbering);
  const ledger = joinedLedgers(bound.map((edition) => edition.ledger));
  const labels = labelsFor(binding.meta.lang);
  const has = { quoted: ledger.entries.length > 0, unnumbered: ledger.unnumbered.length > 0 };
  const { slug, identifier, meta, modified } = binding;
  return {
    slug,
    identifier,
    meta,
    dir: editions.every(({ dir }) => dir === 'rtl') ? 'rtl' : 'ltr',
    modified,
    participants: people.merged,
    sources: bound.flatMap(({ sources }) => sources),
    chapters: bookChapters(
      meta.title,
      bound.map((edition, index) => briefChapter(edition, index)),
      labels,
      has,
    ),
    ledger,
    assets: bound.flatMap(({ assets }): readonly Asset[] => assets),
    ...(bound.some(({ isSet }) => isSet) && { isSet: true as const }),
    labels,
  };
}

/**
 * People of the same name are one person in the index of speakers; the first role that is stated
 * stands.
 */
function mergePeople(editions: readonly Edition[]): {
  readonly merged: readonly Participant[];
  readonly idOf: (edition: Edition, id: string) => string;
} {
  const all = editions.flatMap(({ participants }) => participants);
  const merged = withOwnIds(
    [...Map.groupBy(all, ({ name }) => name).values()].map((same) => same.reduce(onePerson)),
  );
  const idByName = new Map(merged.map(({ name, id }) => [name, id]));
  return {
    merged,
    idOf: (edition, id) =>
      idByName.get(edition.participants.find((person) => person.id === id)?.name ?? '') ?? id,
  };
}

/** Two people of one id: the later one is counted on. */
function withOwnIds(people: readonly Participant[]): readonly Participant[] {
  const taken = new Set<string>();
  return people.map((person) => {
    let id = person.id;
    for (let n = 2; taken.has(id); n++) id = `${person.id}-${n}`;
    taken.add(id);
    return { ...person, id };
  });
}

function renumbered(
  editions: readonly Edition[],
  people: ReturnType<typeof mergePeople>,
  numbering: Numbering,
): readonly Edition[] {
  let offset = 0;
  return editions.map((edition, i) => {
    const brief = numbering === 'per-brief' ? `${i + 1}.` : null;
    const prefix = `b${i + 1}-`;
    const untitled = untitledSections(edition);
    const section = (id: string): string => (untitled.has(id) ? `brief-${i + 1}` : prefix + id);
    const renaming: Renaming = {
      prefix,
      offset,
      brief,
      section,
      participant: (id) => people.idOf(edition, id),
    };
    offset += edition.ledger.entries.length;
    return renamedEdition(edition, renaming);
  });
}

function joinedLedgers(ledgers: readonly Ledger[]): Ledger {
  const counts: Partial<Record<Verdict, number>> = {};
  for (const ledger of ledgers)
    for (const [verdict, n] of Object.entries(ledger.counts))
      counts[verdict as Verdict] = (counts[verdict as Verdict] ?? 0) + n;
  return {
    entries: ledgers.flatMap(({ entries }): readonly Entry[] => entries),
    unnumbered: ledgers.flatMap(({ unnumbered }) => unnumbered),
    found: ledgers.flatMap(({ found }) => found),
    overrides: ledgers.flatMap(({ overrides }) => overrides),
    transcripts: ledgers.flatMap(({ transcripts }) => transcripts),
    counts: counts as Record<Verdict, number>,
  };
}

/** One brief as one chapter: its title page as a divider, then its chapters one level down. */
function briefChapter(edition: Edition, index: number): Chapter {
  const body = edition.chapters.filter(({ kind }) => kind === 'section');
  const headings = body.flatMap(headingsBelow);
  const tree: Root = { type: 'root', children: [divider(edition, index), ...body.map(sectionOf)] };
  return {
    id: `brief-${index + 1}`,
    kind: 'section',
    opens: true,
    matter: 'body',
    role: null,
    title: edition.meta.title,
    headings,
    tree,
  };
}

/** Id of the section with which a chapter opens, before and after it was renamed. */
const sectionIn = (chapter: string): string => chapter.replace(/^(b\d+-)?ch-/u, '$1');

/**
 * False for the text before the first heading of a brief, which the book lists, and links to, as
 * the brief itself.
 */
const hasHeading = ({ id, tree }: Chapter): boolean =>
  tree?.children.some(
    (node) => node.type === 'element' && node.properties['id'] === sectionIn(id),
  ) ?? false;

function divider({ meta, labels }: Edition, index: number): Element {
  const line = (className: string, text: string | null): ElementContent[] =>
    text === null || text === ''
      ? []
      : [
          packetElement('p', { className: [className], id: `brief-${index + 1}-${className}` }, [
            textNode(text),
          ]),
        ];
  const date = meta.date?.slice(0, 10) ?? null;
  return packetElement('div', { className: ['divider'] }, [
    ...line('ordinal', String(index + 1)),
    packetElement('h1', { id: `brief-${index + 1}-title`, lang: meta.lang }, [
      textNode(meta.title),
    ]),
    ...line('subtitle', meta.subtitle),
    ...line('byline', [meta.authors.join(', '), date].filter((text) => text).join(' · ')),
    ...line('standing', [meta.classification, meta.status].filter((text) => text).join(' · ')),
    ...line(
      'disclosure',
      meta.disclosure === null ? null : `${labels['disclosure'] ?? ''}: ${meta.disclosure}`,
    ),
  ]);
}

const textNode = (value: string): ElementContent => ({ type: 'text', value });

const packetElement = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

const sectionOf = ({ id, role, tree }: Chapter): Element =>
  packetElement(
    'section',
    { id, className: ['chapter', 'bound', ...(role ? [`role-${role}`] : [])] },
    (tree?.children ?? []) as ElementContent[],
  );

/** One person as two editions know them: the first role that is told, and all aliases. */
const onePerson = (known: Participant, more: Participant): Participant => ({
  ...known,
  role: known.role ?? more.role,
  aliases: [...new Set([...known.aliases, ...more.aliases])],
});

/** The headings of a chapter of a brief, one level down. */
const headingsBelow = (chapter: Chapter): readonly Heading[] => [
  ...(hasHeading(chapter) ? [{ id: sectionIn(chapter.id), title: chapter.title, depth: 2 }] : []),
  ...chapter.headings.map((heading) => ({ ...heading, depth: heading.depth + 1 })),
];

const untitledSections = ({ chapters }: Edition): ReadonlySet<string> =>
  new Set(chapters.filter((chapter) => !hasHeading(chapter)).map(({ id }) => sectionIn(id)));
