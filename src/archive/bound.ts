/**
 * The briefs of a packet in its records: each has the root that its own snapshot has, so that
 * whoever holds both can lay them side by side.
 */
import { leavesOf, annotationsOf, merkleRecord, type Annotation } from './annotations.ts';
import type { BagReport } from './bag/read.ts';
import { documentFacts, type BoundFacts, type Documented } from './document.ts';
import { merkleRoot } from './merkle.ts';
import { boundFolder, unboundPath } from './places.ts';
import type { LedgerRecord, Records } from './records.ts';

/** What a packet says of the briefs that it binds. */
export const boundFacts = (parts: readonly Documented[]): readonly BoundFacts[] =>
  parts.map((part, i) => {
    const facts = documentFacts(part);
    const { root } = merkleRecord(facts, annotationsOf(part));
    return { ...facts, folder: boundFolder(i, facts.slug), root };
  });

/** The rows of a ledger that belong to each brief of a packet: first, and behind the last. */
function* rowsBound(briefs: readonly BoundFacts[]): Generator<{
  readonly facts: BoundFacts;
  readonly index: number;
  readonly start: number;
  readonly end: number;
}> {
  let start = 0;
  for (const [index, facts] of briefs.entries()) {
    yield { facts, index, start, end: start + facts.quotations };
    start += facts.quotations;
  }
}

/** An id in the book → in the brief that stands there at this place; see packet/bind.ts. */
const unboundId = (id: string, index: number): string =>
  id.startsWith(`b${index + 1}-`) ? id.slice(`b${index + 1}-`.length) : id;

/** An annotation of the packet as that of the brief alone. */
function unboundAnnotation(
  annotation: Annotation,
  { identifier, lang, folder }: BoundFacts,
  index: number,
  before: number,
): Annotation {
  const id = annotation.id.slice(annotation.id.lastIndexOf('#') + 1);
  return {
    ...annotation,
    id: `${identifier}#${unboundId(id, index)}`,
    number: annotation.number - before,
    body: { ...annotation.body, language: lang },
    target: annotation.target.map((target) => ({
      ...target,
      source: unboundPath(folder, target.source) ?? target.source,
    })),
  };
}

/** The briefs of a packet must have the roots that the quotations and sources of the packet give. */
export function checkBound({ brief, annotations }: LedgerRecord, report: BagReport): void {
  const { briefs = [], sources } = brief;
  for (const { facts, index, start, end } of rowsBound(briefs)) {
    const { folder, root, ...own } = facts;
    const rows = annotations
      .slice(start, end)
      .map((annotation) => unboundAnnotation(annotation, facts, index, start));
    if (merkleRoot(leavesOf(own, rows)) !== root || rows.length !== facts.quotations)
      report('snapshot-record', `Brief ${index + 1} of the packet has not the root beside it`);
    for (const [path, sha256] of Object.entries(own.sources))
      if (sources[`${folder}${path.slice('source'.length)}`] !== sha256)
        report('snapshot-record', `Brief ${index + 1} of the packet was made from another ${path}`);
  }
  const all = briefs.reduce((sum, { quotations }) => sum + quotations, 0);
  if (briefs.length > 0 && all !== brief.quotations)
    report('snapshot-record', `The briefs of the packet have ${all} quotations together`);
}

/** The records of a packet, brief by brief; a brief's own as they are. */
export function recordsApart({ ledger, build }: Records): readonly Records[] {
  const { briefs = [] } = ledger.brief;
  if (briefs.length === 0) return [{ ledger, build }];
  return [...rowsBound(briefs)].map(({ facts, index, start, end }) => ({
    build,
    ledger: {
      ...ledger,
      brief: facts,
      entries: ledger.entries
        .slice(start, end)
        .map((entry) => ({ ...entry, id: unboundId(entry.id, index) })),
      annotations: ledger.annotations.slice(start, end),
    },
  }));
}
