/**
 * Styled words set in lines of a terminal: as wide as they are shown, broken where their script
 * breaks.
 */
import { visible, type Paint, type OutputStyle } from '../../report.ts';

/** A stretch that is not broken; `glued` where no space goes before it. */
interface Unit {
  readonly text: string;
  readonly width: number;
  readonly style: OutputStyle | null;
  readonly glued: boolean;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Full-width signs that are no letters of a script named below (UAX #11: W and F). */
const WIDE =
  /(?![\uff61-\uffdc])[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}\p{sc=Yi}\u3000-\u303e\u30fb\u30fc\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|\ufe0f/u;
const ZERO_WIDTH = /^[\p{M}\p{Cf}]+$/u;

/** Columns that a terminal gives to one grapheme. */
const columnsWide = (grapheme: string): number =>
  ZERO_WIDTH.test(grapheme) ? 0 : WIDE.test(grapheme) ? 2 : 1;

/** Columns that a terminal gives to a text. */
export const columnsOf = (text: string): number =>
  [...graphemes.segment(text)].reduce((sum, { segment }) => sum + columnsWide(segment), 0);

/** The text with spaces behind it, up to that many columns. */
export const padEnd = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - columnsOf(text)));

/**
 * Words of one style; controls are made visible. Wide scripts may break between any two letters,
 * but not before a closing mark.
 */
export function styledUnits(
  text: string,
  style: OutputStyle | null = null,
  glued = false,
): readonly Unit[] {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  return words.flatMap((word, i) =>
    breakablePieces(visible(word, Infinity)).map((piece, j) => ({
      text: piece,
      width: columnsOf(piece),
      style,
      glued: j > 0 || (glued && i === 0),
    })),
  );
}

function breakablePieces(word: string): readonly string[] {
  if (!WIDE.test(word)) return [word];
  const out: string[] = [];
  for (const { segment } of graphemes.segment(word)) {
    const last = out.at(-1);
    const holds =
      last !== undefined &&
      (/[\p{Ps}\p{Pi}]$/u.test(last) ||
        /^[\p{Pe}\p{Pf}\p{Po}ー]/u.test(segment) ||
        !(WIDE.test(segment) || WIDE.test(last)));
    if (holds) out[out.length - 1] = last + segment;
    else out.push(segment);
  }
  return out;
}

/**
 * Lines at most `width` columns wide, painted; a unit that is wider is cut. After `most` lines,
 * “…”.
 */
export function setLines(
  units: readonly Unit[],
  width: number,
  paint: Paint,
  most = Infinity,
): readonly string[] {
  const lines = brokenUnits(
    units.flatMap((unit) => cutUnit(unit, width)),
    width,
  );
  const shown =
    lines.length > most
      ? [...lines.slice(0, most - 1), shortenedLine(lines[most - 1]!, width)]
      : lines;
  return shown.map((line) => paintedLine(line, paint));
}

function brokenUnits(units: readonly Unit[], width: number): readonly (readonly Unit[])[] {
  const lines: Unit[][] = [];
  let used = 0;
  for (const unit of units) {
    const needed = unit.width + (unit.glued ? 0 : 1);
    const line = lines.at(-1);
    if (line && used + needed <= width) {
      line.push(unit);
      used += needed;
    } else {
      lines.push([unit]);
      used = unit.width;
    }
  }
  return lines;
}

function cutUnit(unit: Unit, width: number): readonly Unit[] {
  if (unit.width <= width) return [unit];
  const parts = [''];
  for (const { segment } of graphemes.segment(unit.text)) {
    if (columnsOf(parts.at(-1)! + segment) > width) parts.push(segment);
    else parts[parts.length - 1] += segment;
  }
  return parts.map((text, i) => ({
    ...unit,
    text,
    width: columnsOf(text),
    glued: i > 0 || unit.glued,
  }));
}

const ELLIPSIS: Unit = { text: '…', width: 1, style: null, glued: true };

function shortenedLine(line: readonly Unit[], width: number): readonly Unit[] {
  const left = [...line];
  const used = (): number =>
    left.reduce((sum, { width: one, glued }, i) => sum + one + (i > 0 && !glued ? 1 : 0), 0);
  while (left.length > 0 && used() >= width) left.pop();
  return [...left, ELLIPSIS];
}

/** Neighbours of one style are painted as one. */
function paintedLine(line: readonly Unit[], paint: Paint): string {
  const runs: { style: OutputStyle | null; text: string; glued: boolean }[] = [];
  for (const { text, style, glued } of line) {
    const last = runs.at(-1);
    if (last && last.style === style) last.text += glued ? text : ` ${text}`;
    else runs.push({ style, text, glued });
  }
  return runs
    .map(
      ({ style, text, glued }, i) =>
        (i > 0 && !glued ? ' ' : '') + (style === null ? text : paint(style, text)),
    )
    .join('');
}
