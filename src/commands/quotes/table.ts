/** The quotations of a brief as a table for people, as wide as the terminal. */
import { plainPaint, type Paint, type OutputStyle } from '../../report.ts';
import type { Found, Ledger, Reason } from '../../types.ts';
import { statusLine } from '../summary.ts';
import { padEnd, setLines, styledUnits, columnsOf } from './lines.ts';
import type { QuoteLine } from './rows.ts';
import { diffIn, diffUnits, verdictName, verdictStyle, whereOf } from './verdict.ts';

/** What is said of one quotation, and the reason beside it. */
interface Field {
  readonly value: string;
  readonly style: OutputStyle | null;
  readonly why: string;
}

/** Where things stand, in columns. */
interface Grid {
  readonly number: number;
  readonly line: number;
  readonly value: number;
  readonly why: number;
  readonly words: number;
}

const COLUMN_GAP = 2;
/** Lines of words after which the rest is left out. */
const MOST_PLACES_SHOWN = 4;

/** @param columns width of the terminal */
export function quotesTable(
  lines: readonly QuoteLine[],
  ledger: Ledger,
  columns: number,
  paint: Paint,
): string {
  const fields = lines.map((line) => tableFields(line, lines));
  const grid = gridOf(lines, fields.flat(), columns);
  const head = `${padEnd('No', grid.number)}  ${padEnd('Line', grid.line)}  ${padEnd('Words', grid.value)}  Why`;
  const rows = lines.map((line, i) =>
    tableRow(line, fields[i]!, fileBefore(line, lines[i - 1]), grid, paint),
  );
  return `${lines.length > 0 ? `${paint('hint', head)}\n${rows.join('')}` : ''}${countsLine(ledger)}\n`;
}

/** “28 quotations: 20 exact, …; at 36 places; 4 marked words not numbered” */
function countsLine(ledger: Ledger): string {
  const places = ledger.entries.reduce((sum, entry) => sum + entry.places.length, 0);
  const [quotations, ...rest] = statusLine(ledger).split('; ');
  return [
    quotations,
    ...(places > ledger.entries.length ? [`at ${places} places`] : []),
    ...rest,
  ].join('; ');
}

function gridOf(lines: readonly QuoteLine[], fields: readonly Field[], columns: number): Grid {
  const number = Math.max(2, ...lines.map(({ row }) => String(row.number ?? '').length));
  const line = Math.max(4, ...lines.map((one) => String(one.line).length));
  const words = columns - number - line - 2 * COLUMN_GAP;
  const value = Math.min(
    Math.max(5, ...fields.map((field) => columnsOf(field.value))),
    Math.floor(words * 0.4),
  );
  return { number, line, words, value, why: words - value - COLUMN_GAP };
}

/** In a packet, the brief is named where it begins. */
const fileBefore = ({ row }: QuoteLine, before: QuoteLine | undefined): string | null =>
  row.file !== before?.row.file ? (row.file ?? null) : null;

function tableRow(
  { row, run, entry, line }: QuoteLine,
  fields: readonly Field[],
  file: string | null,
  grid: Grid,
  paint: Paint,
): string {
  const number = row.number === null ? '–' : String(row.number);
  const left = `${paint('strong', number.padStart(grid.number))}  ${paint('hint', String(line).padStart(grid.line))}  `;
  const words = setLines(styledUnits(`“${row.text}”`), grid.words, paint, MOST_PLACES_SHOWN);
  const diff =
    run.id === entry?.id
      ? setLines(diffUnits(diffIn(entry.evidence), paint), grid.words, paint, 2 * MOST_PLACES_SHOWN)
      : [];
  const right = [...words, ...fields.flatMap((field) => fieldLines(field, grid, paint)), ...diff];
  const margin = ' '.repeat(grid.number + grid.line + 2 * COLUMN_GAP);
  return `${file === null ? '' : `${paint('strong', file)}\n`}${right.map((text, i) => `${i === 0 ? left : margin}${text}\n`).join('')}`;
}

function fieldLines(
  { value, style, why: reason }: Field,
  grid: Grid,
  paint: Paint,
): readonly string[] {
  const values = setLines(styledUnits(value), grid.value, plainPaint);
  const whys = setLines(styledUnits(reason), grid.why, plainPaint);
  return Array.from({ length: Math.max(values.length, whys.length) }, (_, i) => {
    const left = values[i] ?? '';
    const shown = style === null ? left : paint(style, left);
    const right =
      whys[i] === undefined
        ? ''
        : `${' '.repeat(grid.value - columnsOf(left) + COLUMN_GAP)}${paint('hint', whys[i])}`;
    return left === '' ? right : shown + right;
  });
}

/** Speaker and kind of every quotation; its places and its verdict where it stands in full. */
function tableFields(
  { row, run, entry }: QuoteLine,
  lines: readonly QuoteLine[],
): readonly Field[] {
  const kind: Field = {
    value: row.kind === 'fragment-of' ? `fragment of ${row.number ?? row.of}` : row.kind,
    style: null,
    why: why(run, run.of ? 'link' : 'kind') || why(run, 'pairing'),
  };
  if (!entry) return [kind];
  const speaker: Field = {
    value: row.speaker ?? 'speaker not stated',
    style: row.speaker === null ? 'warning' : null,
    why: whySpeaker(run, entry.speaker.fromSource),
  };
  if (run.id !== entry.id) return [speaker, kind];
  const others =
    entry.places.length < 2
      ? []
      : [
          placesField(
            entry.places.map(({ found }) => found[0]!),
            lines,
          ),
        ];
  return [
    speaker,
    kind,
    ...others,
    { value: verdictName(entry), style: verdictStyle(entry), why: whereOf(entry.evidence) },
  ];
}

function placesField(ids: readonly string[], lines: readonly QuoteLine[]): Field {
  const at = [...new Set(lines.filter(({ run }) => ids.includes(run.id)).map(({ line }) => line))];
  if (at.length === 1)
    return { value: `${ids.length} places`, style: null, why: `All in line ${at[0]}.` };
  return {
    value: `${ids.length} places`,
    style: null,
    why: `Lines ${at.slice(0, -1).join(', ')} and ${at.at(-1)}.`,
  };
}

const whySpeaker = (run: Found, fromSource: boolean): string =>
  fromSource ? 'The speaker is taken from the source.' : why(run, 'speaker') || why(run, 'link');

/** What the author said, else the reason that weighs most. */
function why(run: Found, stage: Reason['stage']): string {
  const own = run.reasons.find((reason) => reason.stage === 'override');
  const spoke = run.reasons
    .filter((reason) => reason.stage === stage)
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return (own ?? spoke[0])?.says ?? '';
}
