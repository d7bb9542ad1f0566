/** The quotations of a brief as a table for people, as wide as the terminal. */
import { plainPaint, type Paint, type Style } from '../../report.ts';
import type { Found, Ledger, Reason } from '../../types.ts';
import { statusLine } from '../summary.ts';
import { padded, setLines, unitsOf, widthOf } from './lines.ts';
import type { Line } from './rows.ts';
import { diffOf, diffUnits, nameOf, styleOf, whereOf } from './verdict.ts';

/** What is said of one quotation, and the reason beside it. */
interface Field {
  readonly value: string;
  readonly style: Style | null;
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

const GAP = 2;
/** Lines of words after which the rest is left out. */
const MOST = 4;

/** @param columns width of the terminal */
export function table(lines: readonly Line[], ledger: Ledger, columns: number, paint: Paint): string {
  const fields = lines.map((line) => fieldsOf(line, lines));
  const grid = gridOf(lines, fields.flat(), columns);
  const head = `${padded('No', grid.number)}  ${padded('Line', grid.line)}  ${padded('Words', grid.value)}  Why`;
  const rows = lines.map((line, i) => rowOf(line, fields[i]!, fileBefore(line, lines[i - 1]), grid, paint));
  return `${lines.length > 0 ? `${paint('hint', head)}\n${rows.join('')}` : ''}${countsOf(ledger)}\n`;
}

/** “28 quotations: 20 exact, …; at 36 places; 4 marked words not numbered” */
function countsOf(ledger: Ledger): string {
  const places = ledger.entries.reduce((sum, entry) => sum + entry.places.length, 0);
  const [quotations, ...rest] = statusLine(ledger).split('; ');
  return [quotations, ...(places > ledger.entries.length ? [`at ${places} places`] : []), ...rest].join('; ');
}

function gridOf(lines: readonly Line[], fields: readonly Field[], columns: number): Grid {
  const number = Math.max(2, ...lines.map(({ row }) => String(row.number ?? '').length));
  const line = Math.max(4, ...lines.map((one) => String(one.line).length));
  const words = columns - number - line - 2 * GAP;
  const value = Math.min(Math.max(5, ...fields.map((field) => widthOf(field.value))), Math.floor(words * 0.4));
  return { number, line, words, value, why: words - value - GAP };
}

/** In a packet, the brief is named where it begins. */
const fileBefore = ({ row }: Line, before: Line | undefined): string | null => (row.file !== before?.row.file ? (row.file ?? null) : null);

function rowOf({ row, run, entry, line }: Line, fields: readonly Field[], file: string | null, grid: Grid, paint: Paint): string {
  const number = row.number === null ? '–' : String(row.number);
  const left = `${paint('strong', number.padStart(grid.number))}  ${paint('hint', String(line).padStart(grid.line))}  `;
  const words = setLines(unitsOf(`“${row.text}”`), grid.words, paint, MOST);
  const diff = run.id === entry?.id ? setLines(diffUnits(diffOf(entry.evidence), paint), grid.words, paint, 2 * MOST) : [];
  const right = [...words, ...fields.flatMap((field) => fieldLines(field, grid, paint)), ...diff];
  const margin = ' '.repeat(grid.number + grid.line + 2 * GAP);
  return `${file === null ? '' : `${paint('strong', file)}\n`}${right.map((text, i) => `${i === 0 ? left : margin}${text}\n`).join('')}`;
}

function fieldLines({ value, style, why: reason }: Field, grid: Grid, paint: Paint): readonly string[] {
  const values = setLines(unitsOf(value), grid.value, plainPaint);
  const whys = setLines(unitsOf(reason), grid.why, plainPaint);
  return Array.from({ length: Math.max(values.length, whys.length) }, (_, i) => {
    const left = values[i] ?? '';
    const shown = style === null ? left : paint(style, left);
    const right = whys[i] === undefined ? '' : `${' '.repeat(grid.value - widthOf(left) + GAP)}${paint('hint', whys[i])}`;
    return left === '' ? right : shown + right;
  });
}

/** Speaker and kind of every quotation; its places and its verdict where it stands in full. */
function fieldsOf({ row, run, entry }: Line, lines: readonly Line[]): readonly Field[] {
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
          placesOf(
            entry.places.map(({ found }) => found[0]!),
            lines,
          ),
        ];
  return [speaker, kind, ...others, { value: nameOf(entry), style: styleOf(entry), why: whereOf(entry.evidence) }];
}

function placesOf(ids: readonly string[], lines: readonly Line[]): Field {
  const at = [...new Set(lines.filter(({ run }) => ids.includes(run.id)).map(({ line }) => line))];
  if (at.length === 1) return { value: `${ids.length} places`, style: null, why: `All in line ${at[0]}.` };
  return { value: `${ids.length} places`, style: null, why: `Lines ${at.slice(0, -1).join(', ')} and ${at.at(-1)}.` };
}

const whySpeaker = (run: Found, fromSource: boolean): string =>
  fromSource ? 'The speaker is taken from the source.' : why(run, 'speaker') || why(run, 'link');

/** What the author said, else the reason that weighs most. */
function why(run: Found, stage: Reason['stage']): string {
  const own = run.reasons.find((reason) => reason.stage === 'override');
  const spoke = run.reasons.filter((reason) => reason.stage === stage).toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return (own ?? spoke[0])?.says ?? '';
}
