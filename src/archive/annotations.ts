/**
 * Quotations as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), one per entry: what
 * can be cited and proven alone.
 */
import { verdictOf } from '../ledger.ts';
import { asWrittenIn } from '../textmap.ts';
import type { Entry, Evidence, Found, Locator, Span } from '../types.ts';
import { canonical } from './digest.ts';
import { digest } from './digest.ts';
import type { Documented, DocumentFacts } from './document.ts';
import { merkleRoot } from './merkle.ts';
import { archivedPlaces, boundFolder, boundPath, type Places } from './places.ts';

/**
 * Where the words of a quotation stand: a file of the snapshot, and selectors for the place in it
 * (W3C Web Annotation Data Model, 4).
 */
export interface AnnotationTarget {
  /** Path below data/. */
  readonly source: string;
  readonly selector: readonly Selector[];
}

interface Selector {
  readonly type: string;
  readonly [key: string]: string | number;
}

/**
 * One quotation as a Web Annotation (W3C Recommendation of 2017), with number, kind, speaker and
 * verdict beside its words.
 */
export interface Annotation {
  readonly '@context': readonly unknown[];
  readonly 'id': string;
  readonly 'type': 'Annotation';
  readonly 'motivation': 'identifying';
  readonly 'body': {
    readonly type: 'TextualBody';
    readonly value: string;
    readonly format: 'text/plain';
    readonly language: string;
    readonly sha256: string;
  };
  readonly 'target': readonly AnnotationTarget[];
  readonly 'number': number;
  readonly 'kind': string;
  readonly 'speaker': string | null;
  readonly 'verdict': string;
}

/** Says how the numbers in the annotations are to be read, and binds them together. */
export interface MerkleRecord {
  readonly algorithm: 'RFC 6962, SHA-256';
  readonly leaf: typeof LEAVES;
  readonly units: 'Unicode code points of the decoded file without its byte order mark';
  readonly size: number;
  readonly root: string;
}

/** Terms that the annotation model does not have are named by this program. */
const ANNOTATION_CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  { '@vocab': 'urn:briefpress:terms:' },
] as const;
const NEIGHBOURS = 32;

/** Where an entry stands in the brief: offsets of its runs at all places. */
const spansOf = ({ places }: Entry, runs: ReadonlyMap<string, Found>): readonly Span[] =>
  places.flatMap(({ found }) => found.flatMap((id) => runs.get(id)?.spans ?? []));

/**
 * One annotation for each entry of the ledger, in its order; selectors count Unicode code points
 * of the decoded files. The quotations of a packet stand in its briefs.
 */
export function annotationsOf(document: Documented): readonly Annotation[] {
  const { edition, parts } = document;
  const targets =
    parts.length > 0
      ? parts.flatMap(targetsBound)
      : edition.ledger.entries.map(targeting(document));
  return edition.ledger.entries.map(
    (entry, i): Annotation => ({
      '@context': ANNOTATION_CONTEXT,
      'id': `${edition.identifier}#${entry.id}`,
      'type': 'Annotation',
      'motivation': 'identifying',
      'body': annotationBody(entry, edition.meta.lang),
      'target': targets[i]!,
      'number': entry.number,
      'kind': entry.kind,
      'speaker': entry.speaker.name,
      'verdict': verdictOf(entry),
    }),
  );
}

function targetsBound(part: Documented, index: number): readonly (readonly AnnotationTarget[])[] {
  const folder = boundFolder(index, part.edition.slug);
  return part.edition.ledger.entries
    .map(targeting(part))
    .map((targets) =>
      targets.map((target) => ({ ...target, source: boundPath(folder, target.source) })),
    );
}

/** Where the words of an entry stand: in the brief, and where they were found in its sources. */
function targeting({
  brief,
  edition,
  transcripts,
}: Documented): (entry: Entry) => readonly AnnotationTarget[] {
  const places = archivedPlaces(brief, transcripts);
  const inBrief = selectorsIn(brief.written?.text ?? brief.text);
  const inSource = new Map(transcripts.map(({ sourceId, text }) => [sourceId, selectorsIn(text)]));
  const runs = new Map(edition.ledger.found.map((run) => [run.id, run]));
  return (entry) => [
    ...spansOf(entry, runs).map((span) => {
      const { start, end } = asWrittenIn(brief, span);
      return { source: places.brief, selector: inBrief(start, end) };
    }),
    ...locatorsOf(entry.evidence).flatMap((locator) => annotationTarget(locator, places, inSource)),
  ];
}

const annotationBody = ({ text }: Entry, language: string): Annotation['body'] => ({
  type: 'TextualBody',
  value: text,
  format: 'text/plain',
  language,
  sha256: digest('sha256', text),
});

const locatorsOf = (evidence: Evidence): readonly Locator[] =>
  'locator' in evidence ? [evidence.locator] : 'locators' in evidence ? evidence.locators : [];

function annotationTarget(
  { source, start, end }: Locator,
  places: Places,
  selectors: ReadonlyMap<string, Selectors>,
): readonly AnnotationTarget[] {
  const path = places.transcripts.get(source);
  const select = selectors.get(source);
  return path === undefined || !select ? [] : [{ source: path, selector: select(start, end) }];
}

type Selectors = (start: number, end: number) => readonly Selector[];

/** Selectors (4.2.4, 4.2.5) for spans of UTF-16 offsets into `text`. */
function selectorsIn(text: string): Selectors {
  const points = codePointsIn(text);
  return (start, end) => [
    {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: Array.from(text.slice(Math.max(0, start - 2 * NEIGHBOURS), start))
        .slice(-NEIGHBOURS)
        .join('')
        .toWellFormed(),
      suffix: Array.from(text.slice(end, end + 2 * NEIGHBOURS))
        .slice(0, NEIGHBOURS)
        .join('')
        .toWellFormed(),
    },
    { type: 'TextPositionSelector', start: points(start), end: points(end) },
  ];
}

/**
 * Turns UTF-16 offsets into counts of code points; a text without astral characters needs no table.
 */
export function codePointsIn(text: string): (offset: number) => number {
  const pairs = [...text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)].map(({ index }) => index);
  if (pairs.length === 0) return (offset) => offset;
  return (offset) => {
    let [low, high] = [0, pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}

const LEAVES = 'RFC 8785 JSON of the document (brief), then of each annotation, in order';

/**
 * What is hashed: what the document is called and made from comes first, so that no quotation can
 * be shown under another title.
 */
export const leavesOf = (facts: DocumentFacts, annotations: readonly object[]): readonly string[] =>
  [facts, ...annotations].map(canonical);

/**
 * The tree over document and annotations (RFC 6962, 2.1): its leaves in order and its root, so
 * that one quotation can be proven without the rest.
 */
export function merkleRecord(facts: DocumentFacts, annotations: readonly object[]): MerkleRecord {
  return {
    algorithm: 'RFC 6962, SHA-256',
    leaf: LEAVES,
    units: 'Unicode code points of the decoded file without its byte order mark',
    size: annotations.length + 1,
    root: merkleRoot(leavesOf(facts, annotations)),
  };
}

/**
 * The code points that the positions of an annotation count: the decoded file without its byte
 * order mark.
 */
export const codePointsOf = (bytes: Uint8Array): readonly string[] =>
  Array.from(new TextDecoder().decode(bytes));
