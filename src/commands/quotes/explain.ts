/** Every rule that spoke for one quotation: weights and their sum, speaker, links, evidence. */
import { THRESHOLD } from '../../quotes/kind/weights.ts';
import type { Paint } from '../../report.ts';
import type { Attribution, Entry, Reason } from '../../types.ts';
import { padded, setLines, unitsOf, widthOf } from './lines.ts';
import type { Line } from './rows.ts';
import { diffOf, diffUnits, nameOf, styleOf, whereOf } from './verdict.ts';

/** Everything that spoke for and against one entry, as lines of at most `columns` columns. */
export function explain(entry: Entry, lines: readonly Line[], columns: number, paint: Paint): string {
  const own = lines.filter((line) => line.entry === entry);
  const rule = Math.max(...own.flatMap(({ run }) => run.reasons.map((reason) => widthOf(shortId(reason)))));
  const set = (text: string): readonly string[] => setLines(unitsOf(text), columns, paint);
  return [
    `${paint('strong', `Quotation ${entry.number}`)}  ${entry.id}`,
    ...set(`“${entry.text}”`),
    ...set(`${entry.speaker.name ?? 'Speaker not stated'}: ${strengthOf(entry.speaker)}`),
    ...setLines([...unitsOf(`${nameOf(entry)}:`, styleOf(entry)), ...unitsOf(whereOf(entry.evidence))], columns, paint),
    ...setLines(diffUnits(diffOf(entry.evidence), paint), columns, paint),
    ...foldsOf(entry),
    ...own.flatMap((line) => ['', ...placeLines(line, rule, columns, paint)]),
    '',
  ].join('\n');
}

function strengthOf({ strength, sieve, confidence, fromSource }: Attribution): string {
  if (fromSource) return 'taken from the source';
  if (strength === 'none') return 'no rule finds one';
  const weight = strength === 'explicit' ? 'explicit, a contradiction of the source is reported' : 'weak, yields to the source';
  return `${weight} (${sieve}, confidence ${confidence.toFixed(2)})`;
}

const foldsOf = ({ evidence }: Entry): readonly string[] =>
  'folds' in evidence && evidence.folds.length > 0 ? [`Differences passed over: ${evidence.folds.join(', ')}`] : [];

const STAGES: readonly (readonly [Reason['stage'], string])[] = [
  ['pairing', 'Marks'],
  ['override', 'Decided'],
  ['kind', 'Kind'],
  ['speaker', 'Speaker'],
  ['link', 'Link'],
  ['verify', 'Check'],
];

/** One place where the words stand, and each rule that spoke there. */
function placeLines({ run, row, line, named }: Line, rule: number, columns: number, paint: Paint): readonly string[] {
  const head = `${row.file ? `${row.file}:` : 'Line '}${line}  ${paint('strong', row.kind)}${row.of === null ? '' : ` ${row.of}`}  ${run.id}`;
  const rows = STAGES.flatMap(([stage, name]) => {
    const spoke = run.reasons.filter((reason) => reason.stage === stage);
    const total = stage === 'kind' && spoke.length > 0 ? [`${' '.repeat(STAGE)}${signed(sumOf(spoke))}  ${sumWords(sumOf(spoke))}`] : [];
    return [...spoke.flatMap((reason, i) => reasonLines(reason, i === 0 ? name : '', rule, columns, paint)), ...total];
  });
  const people = named.length === 0 ? 'No participant is named nearby.' : `Named nearby: ${named.join(', ')}.`;
  return [head, ...rows, ...setLines(unitsOf(people), columns - STAGE, paint, 2).map((text) => ' '.repeat(STAGE) + text)];
}

/** Columns of the name of a stage, and of a weight. */
const STAGE = 11;
const WEIGHT = 4;

function reasonLines(reason: Reason, name: string, rule: number, columns: number, paint: Paint): readonly string[] {
  const left = `${padded(`  ${name}`, STAGE)}${signed(reason.weight)}  ${padded(shortId(reason), rule)}  `;
  return setLines(unitsOf(reason.says), Math.max(20, columns - widthOf(left)), paint).map(
    (text, i) => (i === 0 ? left : ' '.repeat(widthOf(left))) + text,
  );
}

const shortId = ({ rule }: Reason): string => rule.replace(/^[^/]*\//u, '');
const sumOf = (reasons: readonly Reason[]): number => reasons.reduce((sum, { weight }) => sum + weight, 0);
const sumWords = (sum: number): string =>
  `in all; a quotation from above ${THRESHOLD.toFixed(1)}${sum > THRESHOLD ? '' : ', so none by itself'}`;
const signed = (weight: number): string => (weight === 0 ? '' : `${weight > 0 ? '+' : '−'}${Math.abs(weight).toFixed(1)}`).padStart(WEIGHT);
