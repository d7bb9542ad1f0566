/** Every rule that spoke for one quotation: weights and their sum, speaker, links, evidence. */
import { THRESHOLD } from '../../quotes/kind/weights.ts';
import type { Paint } from '../../report.ts';
import type { Attribution, Entry, Reason } from '../../types.ts';
import { padEnd, setLines, styledUnits, columnsOf } from './lines.ts';
import type { QuoteLine } from './rows.ts';
import { diffIn, diffUnits, verdictName, verdictStyle, whereOf } from './verdict.ts';

/** Everything that spoke for and against one entry, as lines of at most `columns` columns. */
export function explainEntry(
  entry: Entry,
  lines: readonly QuoteLine[],
  columns: number,
  paint: Paint,
): string {
  const own = lines.filter((line) => line.entry === entry);
  const rule = Math.max(
    ...own.flatMap(({ run }) => run.reasons.map((reason) => columnsOf(shortId(reason)))),
  );
  const set = (text: string): readonly string[] => setLines(styledUnits(text), columns, paint);
  return [
    `${paint('strong', `Quotation ${entry.number}`)}  ${entry.id}`,
    ...set(`“${entry.text}”`),
    ...set(`${entry.speaker.name ?? 'Speaker not stated'}: ${strengthOf(entry.speaker)}`),
    ...setLines(
      [
        ...styledUnits(`${verdictName(entry)}:`, verdictStyle(entry)),
        ...styledUnits(whereOf(entry.evidence)),
      ],
      columns,
      paint,
    ),
    ...setLines(diffUnits(diffIn(entry.evidence), paint), columns, paint),
    ...foldLines(entry),
    ...own.flatMap((line) => ['', ...placeLines(line, rule, columns, paint)]),
    '',
  ].join('\n');
}

function strengthOf({ strength, sieve, confidence, fromSource }: Attribution): string {
  if (fromSource) return 'taken from the source';
  if (strength === 'none') return 'no rule finds one';
  const weight =
    strength === 'explicit'
      ? 'explicit, a contradiction of the source is reported'
      : 'weak, yields to the source';
  return `${weight} (${sieve}, confidence ${confidence.toFixed(2)})`;
}

const foldLines = ({ evidence }: Entry): readonly string[] =>
  'folds' in evidence && evidence.folds.length > 0
    ? [`Differences passed over: ${evidence.folds.join(', ')}`]
    : [];

const STAGES: readonly (readonly [Reason['stage'], string])[] = [
  ['pairing', 'Marks'],
  ['override', 'Decided'],
  ['kind', 'Kind'],
  ['speaker', 'Speaker'],
  ['link', 'Link'],
  ['verify', 'Check'],
];

/** One place where the words stand, and each rule that spoke there. */
function placeLines(
  { run, row, line, named }: QuoteLine,
  rule: number,
  columns: number,
  paint: Paint,
): readonly string[] {
  const head = `${row.file ? `${row.file}:` : 'Line '}${line}  ${paint('strong', row.kind)}${row.of === null ? '' : ` ${row.of}`}  ${run.id}`;
  const rows = STAGES.flatMap(([stage, name]) => {
    const spoke = run.reasons.filter((reason) => reason.stage === stage);
    const total =
      stage === 'kind' && spoke.length > 0
        ? [`${' '.repeat(STAGE_COLUMNS)}${signed(weightSum(spoke))}  ${sumWords(weightSum(spoke))}`]
        : [];
    return [
      ...spoke.flatMap((reason, i) =>
        reasonLines(reason, i === 0 ? name : '', rule, columns, paint),
      ),
      ...total,
    ];
  });
  const people =
    named.length === 0 ? 'No participant is named nearby.' : `Named nearby: ${named.join(', ')}.`;
  return [
    head,
    ...rows,
    ...setLines(styledUnits(people), columns - STAGE_COLUMNS, paint, 2).map(
      (text) => ' '.repeat(STAGE_COLUMNS) + text,
    ),
  ];
}

/** Columns of the name of a stage, and of a weight. */
const STAGE_COLUMNS = 11;
const WEIGHT = 4;

function reasonLines(
  reason: Reason,
  name: string,
  rule: number,
  columns: number,
  paint: Paint,
): readonly string[] {
  const left = `${padEnd(`  ${name}`, STAGE_COLUMNS)}${signed(reason.weight)}  ${padEnd(shortId(reason), rule)}  `;
  return setLines(styledUnits(reason.says), Math.max(20, columns - columnsOf(left)), paint).map(
    (text, i) => (i === 0 ? left : ' '.repeat(columnsOf(left))) + text,
  );
}

const shortId = ({ rule }: Reason): string => rule.replace(/^[^/]*\//u, '');
const weightSum = (reasons: readonly Reason[]): number =>
  reasons.reduce((sum, { weight }) => sum + weight, 0);
const sumWords = (sum: number): string =>
  `in all; a quotation from above ${THRESHOLD.toFixed(1)}${sum > THRESHOLD ? '' : ', so none by itself'}`;
const signed = (weight: number): string =>
  (weight === 0 ? '' : `${weight > 0 ? '+' : '−'}${Math.abs(weight).toFixed(1)}`).padStart(WEIGHT);
