/**
 * One edition with other ids and numbers, so that several can stand in one book: ids get a prefix,
 * quotations count on.
 */
import type { Element, ElementContent, Root } from 'hast';
import type {
  Chapter,
  Edition,
  Entry,
  Evidence,
  Found,
  Ledger,
  Locator,
  QuotationPlace,
  Unnumbered,
} from '../types.ts';

/** How ids and numbers of one brief change inside a packet. */
export interface Renaming {
  /** Before every id of the edition. */
  readonly prefix: string;
  /** Added to every number. */
  readonly offset: number;
  /** What stands before the numbers that are written, where they begin anew in each brief. */
  readonly brief: string | null;
  /** Section id of the edition → of the book. */
  section(id: string): string;
  /** Participant id of the edition → of the book. */
  participant(id: string): string;
}

/** Headings go down one level: the book's first level is the briefs themselves. */
export function renamedEdition(edition: Edition, renaming: Renaming): Edition {
  const { prefix } = renaming;
  return {
    ...edition,
    chapters: edition.chapters.map((chapter) => chapterOf(chapter, renaming)),
    sources: edition.sources.map((source) => ({ ...source, id: prefix + source.id })),
    assets: edition.assets.map((asset) => ({
      ...asset,
      url: prefix + asset.url,
      name: prefix + asset.name,
    })),
    ledger: renamedLedger(edition.ledger, renaming),
  };
}

const chapterOf = (chapter: Chapter, renaming: Renaming): Chapter => ({
  ...chapter,
  id: renaming.prefix + chapter.id,
  headings: chapter.headings.map((heading) => ({ ...heading, id: renaming.prefix + heading.id })),
  tree: chapter.tree && {
    ...chapter.tree,
    children: chapter.tree.children.map((node) =>
      renamedNode(node as ElementContent, renaming),
    ) as Root['children'],
  },
});

/** Properties that hold an id of the edition. */
const IDS = new Set(['id', 'place', 'entry']);

function renamedNode(node: ElementContent, renaming: Renaming): ElementContent {
  if (node.type !== 'element') return node;
  const { prefix, offset, brief } = renaming;
  const shown =
    node.tagName === 'noteref' && brief !== null
      ? { shown: `${brief}${String(node.properties['number'])}` }
      : {};
  const properties = Object.fromEntries(
    Object.entries(node.properties).map(([name, value]) => {
      if (IDS.has(name) || (name === 'src' && typeof value === 'string'))
        return [name, `${prefix}${String(value)}`];
      if (name === 'href' && typeof value === 'string' && value.startsWith('#'))
        return [name, `#${prefix}${value.slice(1)}`];
      return [name, name === 'number' ? Number(value) + offset : value];
    }),
  ) as Element['properties'];
  return {
    ...node,
    tagName: lowered(node.tagName),
    properties: { ...properties, ...shown },
    children: node.children.map((child) => renamedNode(child, renaming)),
  };
}

const lowered = (tagName: string): string =>
  /^h[1-5]$/u.test(tagName) ? `h${Number(tagName[1]) + 1}` : tagName;

const renamedRow = (row: Unnumbered, { prefix, section }: Renaming): Unnumbered => ({
  ...row,
  id: prefix + row.id,
  section: section(row.section),
  found: prefix + row.found,
});

function renamedLedger(ledger: Ledger, renaming: Renaming): Ledger {
  const { prefix } = renaming;
  const ids = new Set(ledger.found.map(({ id }) => id));
  return {
    ...ledger,
    entries: ledger.entries.map((entry) => renamedEntry(entry, renaming)),
    unnumbered: ledger.unnumbered.map((row) => renamedRow(row, renaming)),
    found: ledger.found.map((run) => renamedRun(run, renaming)),
    overrides: ledger.overrides.map((override) =>
      ids.has(override.key) ? { ...override, key: prefix + override.key } : override,
    ),
    transcripts: ledger.transcripts.map((row) => ({ ...row, source: prefix + row.source })),
  };
}

const renamedEntry = (entry: Entry, renaming: Renaming): Entry => ({
  ...entry,
  number: entry.number + renaming.offset,
  ...(renaming.brief !== null && { shown: renaming.brief + entry.number }),
  id: renaming.prefix + entry.id,
  section: renaming.section(entry.section),
  speaker: renamedSpeaker(entry.speaker, renaming),
  places: entry.places.map((place) => renamedPlace(place, renaming)),
  cf: entry.cf.map((number) => number + renaming.offset),
  evidence: renamedEvidence(entry.evidence, renaming.prefix),
});

const renamedPlace = (place: QuotationPlace, { prefix, section }: Renaming): QuotationPlace => ({
  ...place,
  id: prefix + place.id,
  found: place.found.map((id) => prefix + id),
  section: section(place.section),
});

const renamedSpeaker = (speaker: Entry['speaker'], renaming: Renaming): Entry['speaker'] => ({
  ...speaker,
  participant: speaker.participant === null ? null : renaming.participant(speaker.participant),
  may: speaker.may?.map((id) => renaming.participant(id)) ?? null,
});

const renamedRun = (run: Found, renaming: Renaming): Found => ({
  ...run,
  id: renaming.prefix + run.id,
  section: renaming.section(run.section),
  speaker: renamedSpeaker(run.speaker, renaming),
  of: run.of === null ? null : renaming.prefix + run.of,
  continues: run.continues === null ? null : renaming.prefix + run.continues,
  source: run.source === null ? null : renaming.prefix + run.source,
});

function renamedEvidence(evidence: Evidence, prefix: string): Evidence {
  const at = <T extends Locator | null>(locator: T): T =>
    (locator && { ...locator, source: prefix + locator.source }) as T;
  switch (evidence.status) {
    case 'unchecked':
      return evidence;
    case 'ambiguous':
      return { ...evidence, locators: evidence.locators.map((locator) => at(locator)) };
    case 'not-found':
      return { ...evidence, nearest: at(evidence.nearest) };
    case 'altered':
    case 'misattributed':
      return { ...evidence, locator: at(evidence.locator) };
    default:
      return {
        ...evidence,
        locator: at(evidence.locator),
        also: evidence.also.map((locator) => at(locator)),
      };
  }
}
