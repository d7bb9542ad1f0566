/**
 * Fails when a measured figure lies under its floor: `node tests/eval/thresholds.ts --with FILE
 * --without FILE --verify FILE`. The files are what the evaluators print: JSON rows per corpus for
 * quotations, text for verification. Floors lie a little under the figures of tests/README.md; a
 * corpus that was not measured is passed over.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** One corpus as the evaluator reports it; figures are shares of 1. */
interface Row {
  readonly corpus: string;
  readonly partial: { readonly f1: number };
  readonly marks: { readonly f1: number };
  readonly otherRejected: number | null;
  readonly attr: { readonly accOnMatched: number; readonly precisionWhenNamed: number };
}

const figures: Readonly<Record<string, (row: Row) => number | null>> = {
  marks: ({ marks }) => marks.f1,
  speech: ({ partial }) => partial.f1,
  rejected: ({ otherRejected }) => otherRejected,
  attribution: ({ attr }) => attr.accOnMatched,
  precision: ({ attr }) => attr.precisionWhenNamed,
};

type Floors = Readonly<Record<string, Readonly<Record<string, number>>>>;

const withParticipants: Floors = {
  gum: { marks: 0.97, speech: 0.88, rejected: 0.91, attribution: 0.92, precision: 0.96 },
  dewikinews: { marks: 0.99, speech: 0.89, rejected: 0.95, attribution: 0.94, precision: 0.96 },
  litbank: { marks: 0.91, speech: 0.94, attribution: 0.63, precision: 0.73 },
  frlitbank: { marks: 0.82, speech: 0.84, attribution: 0.6 },
  polnear: { marks: 0.98, speech: 0.94, rejected: 0.78, attribution: 0.92, precision: 0.92 },
  pdnc: { marks: 0.96, speech: 0.95, attribution: 0.65, precision: 0.71 },
};
const withoutParticipants: Floors = {
  gum: { attribution: 0.78, precision: 0.9 },
  dewikinews: { attribution: 0.69, precision: 0.83 },
  litbank: { attribution: 0.53 },
  polnear: { attribution: 0.83, precision: 0.87 },
  pdnc: { attribution: 0.65 },
};

const { values } = parseArgs({
  options: { with: { type: 'string' }, without: { type: 'string' }, verify: { type: 'string' } },
});
const failures = [
  ...(values.with ? missed(rowsIn(values.with), withParticipants) : []),
  ...(values.without ? missed(rowsIn(values.without), withoutParticipants) : []),
  ...(values.verify ? unsafe(readFileSync(values.verify, 'utf8')) : []),
];
for (const failure of failures) console.error(failure);
process.exitCode = failures.length === 0 ? 0 : 1;

function rowsIn(path: string): readonly Row[] {
  return JSON.parse(readFileSync(path, 'utf8')) as Row[];
}

function missed(rows: readonly Row[], floors: Floors): readonly string[] {
  return rows.flatMap((row) =>
    Object.entries(floors[row.corpus] ?? {}).flatMap(([name, floor]) => {
      const figure = figures[name]!(row) ?? 1;
      return figure >= floor
        ? []
        : [
            `${row.corpus}: ${name} is ${(100 * figure).toFixed(1)} %, its floor is ${(100 * floor).toFixed(0)} %`,
          ];
    }),
  );
}

/** Not one altered quotation may pass as exact, and not one good one be called altered. */
function unsafe(report: string): readonly string[] {
  const wrong = /FALSE VERIFIED\s+[\d.]+% \((\d+)\/.*false alarms\s+[\d.]+% \((\d+)\//u.exec(
    report,
  );
  if (!wrong) return ['verification: the evaluator reported nothing'];
  return wrong[1] === '0' && wrong[2] === '0'
    ? []
    : [`verification: ${wrong[1]} false verified, ${wrong[2]} false alarms; both must be 0`];
}
