/** Words of a line as they are said: heads inside it, times left out, turns that grow too long. */
import type { TurnDraft, TurnPiece } from '../draft.ts';
import type { Names } from '../labels.ts';
import { SURE_LABEL, plausibility } from './label.ts';
import { labelParts } from './label-parts.ts';
import { groupKey, type SurveyedLine } from './survey.ts';

/** A head inside a line. */
export interface InlineHead {
  /** Where the words before end, and those after begin. */
  readonly at: number;
  readonly end: number;
  readonly label: string;
}

/**
 * Heads that lost their line break: `… did it move? Vane: It did.`; only labels that head lines as
 * well, or participants.
 */
export function inlineHeads(
  { text }: SurveyedLine,
  from: number,
  accepted: ReadonlySet<string>,
  names: Names,
): readonly InlineHead[] {
  if (accepted.size === 0) return [];
  const found: InlineHead[] = [];
  for (let colon = text.indexOf(':', from); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    const start = Math.max(from, colon - 60);
    const before = text.slice(start, colon);
    const stops = [
      ...before.matchAll(/(?:[.?!…]["”’»)\]]?|\binterjecting\s?[—–-]+)\s+(?=[\p{Lu}[(>])/gu),
    ].toReversed();
    for (const stop of stops) {
      const at = start + stop.index + stop[0].length;
      const parts = labelParts(text.slice(at, colon));
      if (!parts) continue;
      const isKnown =
        accepted.has(groupKey('colon', parts.label)) ||
        plausibility(parts, names, false) === SURE_LABEL;
      if (isKnown && /^\s/u.test(text.slice(colon + 1))) {
        found.push({ at, end: colon + 1, label: parts.label });
        break;
      }
    }
  }
  return found;
}

/** Times, page marks, and that somebody called out: no words of a line. */
const SKIPPED =
  /\[\[Page [A-Z]?\d{1,6}\]\]|(?<=[.?!…—–-] )\p{Lu}[\p{L}.’' -]{2,50} interjecting\s?[—–-]+|[[(](\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,3})?)[\])]/gu;

/** Few lines have any. */
const MAY_SKIP = /[[(]|interjecting/u;

/** The words of a line without times and page marks inside it; the times are kept as places. */
export function wordTimes(
  { text, line }: SurveyedLine,
  from: number,
  times: { from: number; at: string }[],
  to = text.length,
): TurnPiece[] {
  const pieces: TurnPiece[] = [];
  const add = (start: number, end: number): void => {
    const raw = text.slice(start, end);
    const words = raw.trim();
    if (words === '') return;
    const at = line.at + start + (raw.length - raw.trimStart().length);
    pieces.push({ text: words, at, glue: pieces.length === 0 ? '\n' : ' ' });
  };
  if (!MAY_SKIP.test(text)) {
    add(from, to);
    return pieces;
  }
  let start = from;
  for (const { 0: mark, 1: time, index } of text.slice(0, to).matchAll(SKIPPED)) {
    if (index < from) continue;
    add(start, index);
    if (time !== undefined) times.push({ from: line.at + index, at: time });
    start = index + mark.length;
  }
  add(start, to);
  return pieces;
}

/**
 * Words after which a label was probably missed: never fewer than this, and so many times the
 * middle turn.
 */
const LONG_TURN = 3000;

const MOST_TIMES = 60;

/** Cuts turns in which a label was probably missed: what is behind the cut is of nobody. */
export function doubtLong(turns: readonly TurnDraft[]): readonly TurnDraft[] {
  const sizes = turns.map(({ pieces }) =>
    pieces.reduce((sum, { text }) => sum + 1 + text.length / 6, 0),
  );
  const middle = sizes.toSorted((a, b) => a - b)[sizes.length >> 1] ?? 0;
  const most = Math.max(LONG_TURN, MOST_TIMES * middle);
  return turns.flatMap((turn, i) => {
    if (turn.speaker === null) return [turn];
    const line = turn.pieces.findIndex(({ text }) => text.length > LONG_LINE);
    if (line >= 0) return cutInLine(turn, line);
    if (sizes[i]! <= most) return [turn];
    let size = 0;
    const at = turn.pieces.findIndex(({ text }) => (size += 1 + text.length / 6) > most);
    if (at < 1) return [turn];
    return [
      { ...turn, pieces: turn.pieces.slice(0, at) },
      { ...turn, speaker: null, voice: 'unsure', doubt: 'too-long', pieces: turn.pieces.slice(at) },
    ];
  });
}

/** Characters of a line that nobody wrote as one: line breaks were lost, and labels with them. */
const LONG_LINE = 100_000;

/** The first words of a far too long line are the speaker's; of the rest nobody knows. */
function cutInLine(turn: TurnDraft, line: number): readonly TurnDraft[] {
  const { text, at, glue } = turn.pieces[line]!;
  const cut = text.lastIndexOf(' ', 6 * LONG_TURN) + 1;
  const rest = { text: text.slice(cut), at: at + cut, glue: '\n' } as const;
  return [
    {
      ...turn,
      pieces: [...turn.pieces.slice(0, line), { text: text.slice(0, cut).trimEnd(), at, glue }],
    },
    {
      ...turn,
      speaker: null,
      voice: 'unsure',
      doubt: 'too-long',
      pieces: [rest, ...turn.pieces.slice(line + 1)],
    },
  ];
}
