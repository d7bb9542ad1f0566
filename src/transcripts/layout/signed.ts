/**
 * Texts in which the name follows the words: `words (NAME)`, or words and `— NAME` on the next
 * line.
 */
import { pieceOf, type TurnPiece, type TurnDraft } from '../draft.ts';
import type { Names } from '../labels.ts';
import { SURE_LABEL, plausibility } from './label.ts';
import { labelParts } from './label-parts.ts';
import type { LineSurvey } from './survey.ts';

const BELOW = /^\s*[-–—]{1,2}\s*(\P{Pd}.{1,60})$/u;
/** `“words” – NAME` on one line. */
const DASH_BEHIND = /(?<=[.?!…"”»’])\s+[-–—]{1,2}\s+(\p{Lu}[^.?!:]{1,60})$/u;
const OFFICE_BEHIND = /\s*[([]([^()[\]]{3,60})[)\]]\s*$/u;

/**
 * Turns of such a text, or null: the last line must end with a participant's name, the first must
 * not begin so, and two must sign.
 */
export function signedTurns({ lines }: LineSurvey, names: Names): readonly TurnDraft[] | null {
  const nameIn = (raw: string | undefined): string | null => {
    const parts = raw === undefined ? null : labelParts(raw);
    return parts && plausibility(parts, names, false) === SURE_LABEL ? parts.label : null;
  };
  const last = lines.at(-1);
  if (!last) return null;
  const pattern = [BELOW, OFFICE_BEHIND, DASH_BEHIND].find(
    (one) => nameIn(one.exec(last.text)?.[1]) !== null,
  );
  if (!pattern) return null;
  const turns: TurnDraft[] = [];
  let open: TurnPiece[] = [];
  for (const { line, text } of lines) {
    const found =
      text.length > 5000 ? null : pattern.exec(text.length > 300 ? text.slice(-300) : text);
    const name = found && nameIn(found[1]);
    const cut = found ? Math.max(0, text.length - 300) + found.index : text.length;
    const piece = pieceOf(line, 0, name === null ? text.length : cut);
    if (piece.text !== '') open.push(piece);
    if (name === null) continue;
    turns.push({ speaker: name, at: null, pieces: open });
    open = [];
  }
  const isWhole =
    turns.every(({ pieces }) => pieces.length > 0) &&
    new Set(turns.map(({ speaker }) => speaker)).size > 1;
  return isWhole ? turns : null;
}
