/** What ledger.json holds. */
import { annotationsOf, codePointsIn, merkleRecord } from '../../archive/annotations.ts';
import { boundFacts } from '../../archive/bound.ts';
import { documentFacts, type Documented } from '../../archive/document.ts';
import { LEDGER_FORMAT, type LedgerRecord } from '../../archive/records.ts';
import { asWrittenIn } from '../../textmap.ts';
import type { Brief, Entry, Evidence, Found, Ledger, Locator, Span } from '../../types.ts';

/** As it is written; archive/records.ts reads it back. */
type LedgerJson = Pick<LedgerRecord, 'format' | 'brief' | 'annotations' | 'merkle'> &
  Readonly<Record<string, unknown>>;

/** What ledger.json holds: the ledger, what it is of, and W3C selectors beside every locator. */
export function ledgerRecord(document: Documented): LedgerJson {
  const { brief, edition, transcripts, parts } = document;
  const facts = documentFacts(document, boundFacts(parts));
  const points = new Map(transcripts.map(({ sourceId, text }) => [sourceId, codePointsIn(text)]));
  const { entries, ...rest } = edition.ledger;
  const annotations = annotationsOf(document);
  return {
    format: LEDGER_FORMAT,
    brief: facts,
    entries: entries.map((entry) => ({ ...entry, evidence: withSelectors(entry, points) })),
    ...(rest satisfies Omit<Ledger, 'entries'>),
    found: rest.found.map((run) => foundInFile(brief, run)),
    annotations,
    merkle: merkleRecord(facts, annotations),
  };
}

/** The run with offsets into the brief's file, whatever that is. */
function foundInFile(brief: Brief, run: Found): Found {
  if (!brief.written) return run;
  const inFile = (span: Span): Span => {
    const { start, end } = asWrittenIn(brief, span);
    return { start, end };
  };
  return { ...run, spans: run.spans.map(inFile), outer: inFile(run.outer) };
}

type Points = ReadonlyMap<string, (offset: number) => number>;

function withSelectors({ evidence }: Entry, points: Points): object {
  const dress = (locator: Locator): object => ({
    ...locator,
    selectors: selectorsOf(locator, points),
  });
  const dressed: Record<string, unknown> = { ...evidence };
  for (const key of ['locator', 'nearest'] as const) {
    const locator = (evidence as Partial<Record<typeof key, Locator | null>>)[key];
    if (locator) dressed[key] = dress(locator);
  }
  for (const key of ['also', 'locators'] as const) {
    const locators = (evidence as Partial<Record<typeof key, readonly Locator[]>>)[key];
    if (locators) dressed[key] = locators.map(dress);
  }
  return dressed as unknown as Evidence;
}

/**
 * https://www.w3.org/TR/annotation-model/#selectors; positions count code points of the
 * transcript's text, its BOM left out.
 */
function selectorsOf(
  { source, start, end, exact, prefix, suffix }: Locator,
  points: Points,
): readonly object[] {
  const count = points.get(source) ?? ((offset: number) => offset);
  return [
    { type: 'TextQuoteSelector', exact, prefix, suffix },
    { type: 'TextPositionSelector', start: count(start), end: count(end) },
  ];
}
