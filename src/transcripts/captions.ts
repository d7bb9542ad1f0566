/**
 * Captions: WebVTT (https://www.w3.org/TR/webvtt1/), SubRip, and YouTube’s SBV. Consecutive cues of
 * one speaker are one turn.
 */
import type { ReadProblem, ReadTurns, TurnDraft, TurnPiece } from './draft.ts';
import { CAPTION_TAGS, captionsIn, oddTimeIn, unrolled, type Caption } from './cues.ts';
import { voiceOf } from './layout/label.ts';
import type { Names } from './labels.ts';
import { textLines, plainView, ViewWriter, type TextLine, type TextView } from './lines.ts';
import { decodedRuns, decodeReference } from '../markup.ts';
import { readTextTurns } from './text.ts';

const CAPTION_TIME = String.raw`(?:\d{1,4}:)?\d{1,2}:\d{2}[.,]\d{1,3}`;
const ARROW = new RegExp(String.raw`^\s*(${CAPTION_TIME})\s*-->\s*(${CAPTION_TIME})`, 'u');
const COMMA = new RegExp(String.raw`^\s*(${CAPTION_TIME}),(${CAPTION_TIME})\s*$`, 'u');

/** Does the text begin as WebVTT does (W3C WebVTT, 4.1)? */
export const isWebVtt = (text: string): boolean => /^\s*WEBVTT(?:[ \t\r\n]|$)/u.test(text);
/** Does the text begin with a numbered SubRip caption? */
export const isSrt = (text: string): boolean =>
  /^\s*\d+[ \t]*\r?\n\d{1,3}:\d{2}:\d{2}[,.]\d{1,3}[ \t]*-->/u.test(text);
/** Does the text begin with a caption of YouTube's SBV? */
export const isSbv = (text: string): boolean =>
  COMMA.test(text.trimStart().slice(0, 60).split(/\r?\n/u)[0]!);

/** Reads WebVTT; voices and names before colons become speakers. */
export const readWebVtt = (text: string, names: Names): ReadTurns | ReadProblem =>
  isWebVtt(text)
    ? readCues(text, names)
    : { problem: 'its first line is not WEBVTT', place: { line: 1, column: 1 } };

/** Reads YouTube's SBV. */
export const readSbv = (text: string, names: Names): ReadTurns | ReadProblem =>
  readCues(text, names, COMMA);

/** Reads captions with the given timing line; captions that repeat their last line are unrolled. */
export function readCues(
  text: string,
  names: Names,
  timing: RegExp = ARROW,
): ReadTurns | ReadProblem {
  const all = captionsIn(textLines(plainView(text)), timing);
  if (all.length === 0 && text.includes('-->'))
    return { problem: 'no cue has a time that can be read', place: undefined };
  const cues = unrolled(all);
  const oddTime = oddTimeIn(all, cues !== all);
  return { ...turnsOfCues(cues, names), ...(oddTime && { oddTime }) };
}

/** Turns of captions, by whatever says who speaks in them. */
function turnsOfCues(cues: readonly Caption[], names: Names): ReadTurns {
  const times = cues.flatMap(({ at, lines }) =>
    lines.slice(0, 1).map((line) => ({ from: line.at, at })),
  );
  if (cues.some(({ lines }) => lines.some((line) => VOICED.test(line.text))))
    return { turns: voiced(cues), times, layout: 'captions with voices' };
  if (cues.some(({ voice }) => voice !== null))
    return { turns: turnsByName(cues), times, layout: 'captions with names above' };
  const { view, starts } = payload(cues);
  const dashes = cues.map(
    ({ lines }) => lines.filter(({ text: words }) => DASH.test(words)).length,
  );
  const lines = textLines(view).map((line) =>
    starts.has(line.at) ? { ...line, opensCue: true } : line,
  );
  const read = readTextTurns(view, lines, () => 0, names);
  const at = (draft: TurnDraft): TurnDraft => ({
    ...draft,
    at: timeAt(times, draft.pieces[0]!.at) ?? draft.at,
  });
  const turns = read.turns.filter(({ pieces }) => pieces.length > 0).map(at);
  const isSpoken = dashes.some((n) => n > 1) && read.layout !== 'unknown';
  return {
    turns: isSpoken ? dashedTurns(turns, dashLines(cues, dashes), times) : turns,
    times,
    layout: `captions, ${starts.size === 0 ? 'empty' : read.layout}`,
  };
}

/** Cues of one name in a row are one turn; a cue without a name is nobody’s. */
function turnsByName(cues: readonly Caption[]): readonly TurnDraft[] {
  const turns: (TurnDraft & { readonly pieces: TurnPiece[] })[] = [];
  for (const { at, voice: speaker, lines } of cues) {
    const pieces = lines.flatMap((line) => wordsOfCue(line, 0, line.text.length));
    const last = turns.at(-1);
    if (last && last.speaker === speaker) last.pieces.push(...pieces);
    else {
      const doubt = speaker === null ? 'doubtful-label' : null;
      turns.push({ speaker, voice: voiceOf(speaker), doubt, at, pieces });
    }
  }
  return turns.filter(({ pieces }) => pieces.length > 0);
}

const VOICED = /<v[.\s]/u;
const VOICE = /<v(?:\.[^\s<>]{0,80})?\s{1,8}([^<>]{1,200})>/gu;

/** `<v Name>` says who; a cue without a voice is nobody’s. */
function voiced(cues: readonly Caption[]): readonly TurnDraft[] {
  const turns: (TurnDraft & { readonly pieces: TurnPiece[] })[] = [];
  for (const { at, lines } of cues) {
    let speaker: string | null = null;
    for (const line of lines) {
      for (const part of voicesOf(line)) {
        speaker = part.speaker === undefined ? speaker : part.speaker;
        const last = turns.at(-1);
        const doubt = speaker === null ? 'doubtful-label' : null;
        const fresh = {
          speaker,
          voice: voiceOf(speaker),
          doubt,
          at,
          pieces: [] as TurnPiece[],
        } as const;
        const open = last && last.speaker === speaker ? last : fresh;
        if (open !== last) turns.push(open);
        open.pieces.push(...wordsOfCue(line, part.from, part.to));
      }
    }
  }
  return turns;
}

function voicesOf({ text }: TextLine): readonly {
  readonly speaker: string | null | undefined;
  readonly from: number;
  readonly to: number;
}[] {
  const voices = [...text.matchAll(VOICE)];
  const first = voices[0]?.index ?? text.length;
  const before =
    text.slice(0, first).trim() === '' ? [] : [{ speaker: undefined, from: 0, to: first }];
  return [
    ...before,
    ...voices.map((voice, i) => ({
      speaker: voice[1]!.replaceAll(/&[#\w]{1,32};/gu, decodeReference).trim(),
      from: voice.index + voice[0].length,
      to: voices[i + 1]?.index ?? text.length,
    })),
  ];
}

/** Runs between tags, references decoded, each with its place. */
function wordsOfCue(line: TextLine, from: number, to: number): readonly TurnPiece[] {
  const pieces: TurnPiece[] = [];
  for (const [words, at] of captionRuns(line.text.slice(from, to)))
    pieces.push({ text: words, at: line.at + from + at, glue: pieces.length === 0 ? '\n' : '' });
  return pieces;
}

function* captionRuns(text: string): Generator<readonly [string, number]> {
  let at = 0;
  for (const { 0: tag, index } of [...text.matchAll(CAPTION_TAGS), { 0: '', index: text.length }]) {
    for (const [words, start] of decodedRuns(text.slice(at, index))) yield [words, at + start];
    at = index + tag.length;
  }
}

/** The words of all cues, a line each, as one text. */
function payload(cues: readonly Caption[]): {
  readonly view: TextView;
  /** Where cues begin in the view. */
  readonly starts: ReadonlySet<number>;
} {
  const writer = new ViewWriter();
  const starts = new Set<number>();
  for (const { lines } of cues) {
    if (lines.length > 0) starts.add(writer.length);
    for (const line of lines) {
      for (const [words, at] of captionRuns(line.text)) writer.add(words, line.at + at);
      writer.add('\n', line.at + line.text.length);
    }
  }
  return { view: writer.view(), starts };
}

const DASH = /^\s*(?:<[^<>]{0,40}>)?[-–—]\s*\p{L}/u;

/** Offsets of lines with a dash in cues in which two voices speak. */
const dashLines = (cues: readonly Caption[], dashes: readonly number[]): ReadonlySet<number> =>
  new Set(
    cues.flatMap(({ lines }, i) =>
      dashes[i]! > 1 ? lines.filter(({ text }) => DASH.test(text)).map(({ at }) => at) : [],
    ),
  );

/**
 * Each line with a dash is another voice, nameless; after the cue the speaker is known again only
 * by the next label.
 */
function dashedTurns(
  turns: readonly TurnDraft[],
  lines: ReadonlySet<number>,
  times: readonly { readonly from: number; readonly at: string }[],
): readonly TurnDraft[] {
  return turns.flatMap((turn): readonly TurnDraft[] => {
    const first = turn.pieces.findIndex(({ at }) => isNear(lines, at));
    if (first < 0) return [turn];
    const out: TurnDraft[] = first > 0 ? [{ ...turn, pieces: turn.pieces.slice(0, first) }] : [];
    let open: TurnPiece[] = [];
    for (const piece of turn.pieces.slice(first)) {
      if (isNear(lines, piece.at)) open = [];
      if (open.length === 0)
        out.push({
          speaker: null,
          voice: 'unnamed',
          doubt: null,
          at: timeAt(times, piece.at),
          pieces: open,
        });
      open.push(piece);
    }
    return out;
  });
}

/** A piece may begin a few characters after its line: behind spaces, tags and the dash. */
const isNear = (lines: ReadonlySet<number>, at: number): boolean =>
  [0, 1, 2, 3, 4, 5].some((n) => lines.has(at - n));

function timeAt(
  times: readonly { readonly from: number; readonly at: string }[],
  at: number,
): string | null {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]!.from <= at) low = middle + 1;
    else high = middle;
  }
  return times[low - 1]?.at ?? null;
}
