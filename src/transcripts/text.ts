/** Running text, plain or from Markdown and HTML: its layout is found out from the file alone. */
import type { Transcript } from '../types.ts';
import { draftsThrough, pieceOf, type ReadTurns, type TurnDraft, type TurnPiece } from './draft.ts';
import type { Names } from './labels.ts';
import { through, type TextLine, type TextView } from './lines.ts';
import type { HeadShape } from './layout/turn-head.ts';
import { induce, type Induction } from './layout/induce.ts';
import { surveyOf, type LineSurvey } from './layout/survey.ts';
import { signedTurns } from './layout/signed.ts';
import { walk } from './layout/walk.ts';

/** How a shape is called in messages. */
const SHAPE_NAMES: Readonly<Record<HeadShape, string>> = {
  colon: 'name and colon',
  timed: 'name and time on a line',
  bracket: 'name in brackets',
  bold: 'name in bold',
  heading: 'name as a heading',
  alone: 'name on a line of its own',
  titled: 'name and office on a line',
  dash: 'name and dash',
  period: 'name and full stop',
  column: 'names in a column',
  mark: 'name and a sign',
  letter: 'questions and answers',
  chevron: 'changes of speaker without names',
};

/**
 * @param prefix length of a printed number that begins line `i`, null for lines that are no words
 */
export function readTextTurns(
  view: TextView,
  lines: readonly TextLine[],
  prefix: (i: number) => number | null,
  names: Names,
): ReadTurns {
  const survey = surveyOf(lines, prefix, names);
  const signed = signedTurns(survey, names);
  if (signed) return { turns: draftsThrough(view, signed), layout: 'name after the words' };
  const induction = induce(survey);
  if (!induction.isExplained)
    return { turns: draftsThrough(view, paragraphs(survey)), layout: 'unknown' };
  const { turns, times } = walk(survey, induction, names);
  return {
    turns: draftsThrough(view, turns),
    layout: layoutName(induction),
    ...timesThrough(view, times),
  };
}

function layoutName({ shapes, verdicts }: Induction): string {
  const all = [
    ...shapes,
    ...(verdicts.has('letter q') ? ['letter' as const] : []),
    ...(verdicts.has('chevron >>') ? ['chevron' as const] : []),
  ];
  return all.map((shape) => SHAPE_NAMES[shape]).join(', ');
}

function timesThrough(
  view: TextView,
  times: NonNullable<Transcript['times']>,
): { times?: NonNullable<Transcript['times']> } {
  if (times.length === 0) return {};
  return { times: times.map(({ from, at }) => ({ from: through(view, from), at })) };
}

/** Runs of lines between blank lines, of nobody. */
function paragraphs({ lines }: LineSurvey): readonly TurnDraft[] {
  const turns: { speaker: null; doubt: 'layout-unknown'; at: null; pieces: TurnPiece[] }[] = [];
  for (const { line, isBlankBefore } of lines) {
    const piece = pieceOf(line);
    const open = turns.at(-1);
    if (open && !isBlankBefore) open.pieces.push(piece);
    else turns.push({ speaker: null, doubt: 'layout-unknown', at: null, pieces: [piece] });
  }
  return turns;
}
