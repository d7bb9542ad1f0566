/**
 * Brackets on lines of their own: applause, and what others call out. They interrupt a turn and are
 * not its words.
 */
import { pieceOf, type TurnPiece, type TurnDraft } from '../draft.ts';
import type { Names } from '../labels.ts';
import { plausibility } from './label.ts';
import { labelParts } from './label-parts.ts';
import type { SurveyedLine } from './survey.ts';

/** Lines that one bracket may fill. */
const MOST_REMARK_LINES = 8;

const REMARK_BRACKETS: Readonly<Record<string, string>> = { '(': ')', '[': ']' };
const FINISHED = /[.?!…:;。！？)\]"”’»–—-]\s*$/u;

/**
 * How many lines from `i` on are one bracket; 0 where none is, or where the sentence goes on around
 * it.
 */
export function bracketAt(lines: readonly SurveyedLine[], i: number): number {
  const first = lines[i]!.text.trim();
  const close = REMARK_BRACKETS[first[0] ?? ''];
  if (close === undefined) return 0;
  let depth = 0;
  for (let n = 0; n < MOST_REMARK_LINES && i + n < lines.length; n++) {
    const text = lines[i + n]!.text.trim();
    for (const sign of text) depth += sign === first[0] ? 1 : sign === close ? -1 : 0;
    if (depth > 0) continue;
    const isWhole = text.endsWith(close) || text.endsWith(`${close}.`);
    const before = lines[i - 1];
    const isOwn = before === undefined || lines[i]!.isBlankBefore || FINISHED.test(before.text);
    return isWhole && isOwn && !/^\p{Ll}/u.test(lines[i + n + 1]?.text.trim() ?? '') ? n + 1 : 0;
  }
  return 0;
}

/** The turns in a bracket: a name, a colon and words each; what is left is a remark of nobody. */
export function interjectedTurns(
  lines: readonly SurveyedLine[],
  names: Names,
): readonly TurnDraft[] {
  const pieces = lines.map(({ line }) => pieceOf(line));
  const whole = pieces.map(({ text }) => text).join('\n');
  const inner = whole.slice(1, whole.replace(/[.\s]+$/u, '').length - 1);
  const parts: { from: number; to: number; label: string | null }[] = [];
  let at = 1;
  for (const part of inner.split(/(?<=\s)[–—](?=\s)/u)) {
    const colon = part.indexOf(':');
    const label = colon < 0 || colon > 90 ? null : labelParts(part.slice(0, colon));
    const isNamed = label !== null && plausibility(label, names, false) >= 1.9;
    parts.push({
      from: at + (isNamed ? colon + 1 : 0),
      to: at + part.length,
      label: isNamed ? label.label : null,
    });
    at += part.length + 1;
  }
  return parts.map(({ from, to, label }) => ({
    speaker: label,
    voice: label === null ? 'unsure' : 'named',
    doubt: label === null ? 'remark' : null,
    at: null,
    pieces: cutPieces(pieces, from, to),
  }));
}

/** The pieces between two offsets into their text, joined by one character each. */
function cutPieces(pieces: readonly TurnPiece[], from: number, to: number): readonly TurnPiece[] {
  let start = 0;
  return pieces.flatMap((piece) => {
    const [a, b] = [Math.max(from - start, 0), Math.min(to - start, piece.text.length)];
    start += piece.text.length + 1;
    if (b <= a) return [];
    const words = piece.text.slice(a, b);
    const text = words.trim();
    return text === ''
      ? []
      : [
          {
            text,
            at: piece.at + a + (words.length - words.trimStart().length),
            glue: '\n' as const,
          },
        ];
  });
}
