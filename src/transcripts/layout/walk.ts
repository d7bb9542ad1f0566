/** Line by line through a text whose heads are known: turns, remarks, and words of nobody. */
import type { Doubt, Transcript, Turn } from '../../types.ts';
import type { TurnDraft, TurnPiece } from '../draft.ts';
import type { Names } from '../labels.ts';
import { Examination } from './examination.ts';
import { HONORIFICS, foldWord } from '../../languages/speech.ts';
import { timeAlone, type HeadShape, type TurnHead } from './turn-head.ts';
import type { Induction } from './induce.ts';
import { SURE_LABEL, labelParts, plausibility } from './label.ts';
import { voiceOf } from './label.ts';
import { bracketAt, interjectedTurns } from './remarks.ts';
import { groupKey, isTitleBelow, type LineSurvey, type SurveyedLine } from './survey.ts';

interface OpenTurn {
  speaker: string | null;
  voice: Turn['voice'];
  doubt: Doubt | null;
  at: string | null;
  pieces: TurnPiece[];
}

/** Where several readings of a line are accepted, the first of these is taken. */
const SHAPE_ORDER: readonly HeadShape[] = [
  'letter',
  'timed',
  'titled',
  'colon',
  'bracket',
  'bold',
  'period',
  'column',
  'dash',
  'mark',
  'alone',
  'heading',
  'chevron',
];

/** The turns of a document whose labels are known. */
export interface WalkedTurns {
  readonly turns: readonly TurnDraft[];
  readonly times: NonNullable<Transcript['times']>;
}

/** Turns of an explained text. */
export function walk(
  { lines }: LineSurvey,
  { verdicts, shapes }: Induction,
  names: Names,
): WalkedTurns {
  const turns: TurnDraft[] = [];
  const times: { from: number; at: string }[] = [];
  const asides: TurnDraft[] = [];
  const examination = verdicts.has('letter q') ? new Examination(lines) : null;
  const accepted = new Set(
    [...verdicts].flatMap(([key, verdict]) =>
      verdict === 'accepted' && key.startsWith('colon ') ? [key] : [],
    ),
  );
  const speaking = wholeNames(lines, verdicts);
  let open = nobody('before-first-label');
  let time: string | null = null;

  const close = (next: OpenTurn): void => {
    if (open.pieces.length > 0) turns.push(open);
    turns.push(...asides.splice(0));
    open = next;
  };
  const aside = (line: SurveyedLine): void => {
    asides.push({ ...nobody('remark'), pieces: wordTimes(line, 0, times) });
  };
  const say = (line: SurveyedLine, from: number): void => {
    let start = from;
    for (const { at, end, label } of inlineHeads(line, from, accepted, names)) {
      open.pieces.push(...wordTimes(line, start, times, at));
      close(openTurn(label, null));
      start = end;
    }
    open.pieces.push(...wordTimes(line, start, times));
  };

  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const alone = timeAlone(line.text);
    if (alone !== null) {
      time = alone;
      times.push({ from: line.line.at, at: alone });
      continue;
    }
    const bracket = bracketAt(lines, i);
    const head = headAt(line, verdicts, 'accepted');
    if (
      bracket > 0 &&
      (head === null || head.shape !== 'bracket') &&
      headAt(line, verdicts, 'grey') === null
    ) {
      asides.push(...interjectedTurns(lines.slice(i, i + bracket), names));
      i += bracket - 1;
      continue;
    }
    if (examination?.announces(i)) {
      close(nobody('remark'));
      open.pieces.push(...wordTimes(line, 0, times));
      continue;
    }
    if (head) {
      const from =
        head.label === 'Q' && examination
          ? head.end + examination.renames(line.text.slice(head.end))
          : head.end;
      const label = examination ? examination.voiceOf(head.label) : head.label;
      const at = head.time ?? time;
      close(
        head.isQuoted
          ? { ...nobody('read-aloud'), at }
          : head.shape === 'chevron'
            ? { ...nobody(null), voice: 'unnamed', at }
            : openTurn(label, at),
      );
      if (at !== null) times.push({ from: line.line.at, at });
      time = null;
      say(line, from);
      const next = lines[i + 1];
      if ((head.shape === 'alone' || head.shape === 'heading') && next && isTitleBelow(next)) {
        aside(next);
        i++;
      }
    } else if (headAt(line, verdicts, 'grey') || opensWithName(line.text, speaking)) {
      close({ ...nobody('doubtful-label'), at: time });
      open.pieces.push(...wordTimes(line, 0, times));
    } else if (line.line.isHeading) aside(line);
    else {
      if (open.doubt === 'before-first-label' && line.isBlankBefore)
        close(nobody('before-first-label'));
      say(line, 0);
    }
  }
  close(nobody(null));
  return { turns: shapes.length === 0 ? turns : doubtLong(turns), times };
}

/** Whole names, with a given name or initials, that head turns of this text. */
const wholeNames = (
  lines: LineSurvey['lines'],
  verdicts: Induction['verdicts'],
): ReadonlySet<string> =>
  new Set(
    lines
      .map((line) => headAt(line, verdicts, 'accepted')?.label ?? '')
      .filter((label) => untitledWords(label).length > 1)
      .map((label) => untitledWords(label).join(' ')),
  );

const untitledWords = (label: string): readonly string[] =>
  label
    .split(/\s+/u)
    .map(foldWord)
    .filter((word) => word !== '' && !HONORIFICS.has(word));

/** A line that opens with the name of a speaker and a sign may be the head of a turn after all. */
const opensWithName = (text: string, speaking: ReadonlySet<string>): boolean => {
  const [, name] = /^\s*([^,(:;\t–—|]{4,60}?)(?=\s*[,(:;\t–—|]|\.\s| {2,})/u.exec(text) ?? [];
  return name !== undefined && speaking.has(untitledWords(name).join(' '));
};

const nobody = (doubt: Doubt | null): OpenTurn => ({
  speaker: null,
  voice: 'unsure',
  doubt,
  at: null,
  pieces: [],
});

const openTurn = (label: string, at: string | null): OpenTurn => ({
  speaker: label,
  voice: voiceOf(label),
  doubt: null,
  at,
  pieces: [],
});

function headAt(
  { heads }: SurveyedLine,
  verdicts: Induction['verdicts'],
  verdict: 'accepted' | 'grey',
): TurnHead | null {
  const fitting = heads.filter((head) => verdicts.get(groupKey(head)) === verdict);
  if (fitting.length < 2) return fitting[0] ?? null;
  return fitting.toSorted(
    (a, b) => SHAPE_ORDER.indexOf(a.shape) - SHAPE_ORDER.indexOf(b.shape),
  )[0]!;
}

interface InlineHead {
  /** Where the words before end, and those after begin. */
  readonly at: number;
  readonly end: number;
  readonly label: string;
}

/**
 * Heads that lost their line break: `… did it move? Vane: It did.`; only labels that head lines as
 * well, or participants.
 */
function inlineHeads(
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
    const stops = [...before.matchAll(/[.?!…]["”’»)\]]?\s+(?=[\p{Lu}[(>])/gu)].toReversed();
    for (const stop of stops) {
      const at = start + stop.index + stop[0].length;
      const parts = labelParts(text.slice(at, colon));
      if (!parts) continue;
      const isKnown =
        accepted.has(groupKey({ shape: 'colon', label: parts.label })) ||
        plausibility(parts, names, false) === SURE_LABEL;
      if (isKnown && /^\s/u.test(text.slice(colon + 1))) {
        found.push({ at, end: colon + 1, label: parts.label });
        break;
      }
    }
  }
  return found;
}

const SKIPPED = /\[\[Page [A-Z]?\d{1,6}\]\]|[[(](\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,3})?)[\])]/gu;

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

function doubtLong(turns: readonly TurnDraft[]): readonly TurnDraft[] {
  const sizes = turns.map(({ pieces }) =>
    pieces.reduce((sum, { text }) => sum + 1 + text.length / 6, 0),
  );
  const middle = sizes.toSorted((a, b) => a - b)[sizes.length >> 1] ?? 0;
  const most = Math.max(LONG_TURN, MOST_TIMES * middle);
  return turns.flatMap((turn, i) => {
    if (sizes[i]! <= most || turn.speaker === null) return [turn];
    let size = 0;
    const at = turn.pieces.findIndex(({ text }) => (size += 1 + text.length / 6) > most);
    if (at < 1) return [turn];
    return [
      { ...turn, pieces: turn.pieces.slice(0, at) },
      { ...turn, speaker: null, voice: 'unsure', doubt: 'too-long', pieces: turn.pieces.slice(at) },
    ];
  });
}
