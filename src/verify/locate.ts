/** Places in a transcript, as a reader looks them up and as a program finds them again. */
import type { Locator } from '../types.ts';
import { printedPageAt, lastRowUpTo } from '../transcripts/index.ts';
import type { TranscriptIndex, SourceWord } from './source.ts';

/** Characters of context on either side (W3C Web Annotation, TextQuoteSelector). */
const CONTEXT_CHARACTERS = 32;

/**
 * The place of source words `start` to `end` (end excluded), which must be words of one stretch.
 */
export function locatorOf(index: TranscriptIndex, start: number, end: number): Locator {
  const { transcript } = index;
  const [first, last] = [index.words[start]!, index.words[end - 1]!];
  const turn = transcript.turns[first.turn]!;
  const span = {
    start: offsetOf(index, first, first.start),
    end: offsetOf(index, last, last.end - 1) + 1,
  };
  const place = printedLineAt(index, first, span.start);
  const to = printedLineAt(index, last, span.end - 1);
  const runsOn = to.page !== place.page || to.line !== place.line;
  return {
    ...span,
    source: transcript.sourceId,
    turn: turn.index,
    speaker: turn.speaker,
    at: lastRowUpTo(transcript.times ?? [], span.start)?.at ?? turn.at,
    ...place,
    ...(place.page !== null &&
      to.page !== null &&
      runsOn && { to: { page: to.page, line: to.line } }),
    exact: transcript.text.slice(span.start, span.end),
    prefix: transcript.text.slice(
      wholeCharacter(transcript.text, Math.max(0, span.start - CONTEXT_CHARACTERS)),
      span.start,
    ),
    suffix: transcript.text.slice(
      span.end,
      wholeCharacter(
        transcript.text,
        Math.min(transcript.text.length, span.end + CONTEXT_CHARACTERS),
      ),
    ),
  };
}

/** Offset in the file of an offset into a turn's text. */
function offsetOf({ transcript }: TranscriptIndex, { turn }: SourceWord, at: number): number {
  const { map } = transcript.turns[turn]!;
  let low = 0;
  let high = map.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (map[middle]!.from <= at) low = middle;
    else high = middle - 1;
  }
  const row = map[low];
  return row ? row.at + at - row.from : at;
}

/** No half of a surrogate pair begins a context. */
const wholeCharacter = (text: string, at: number): number =>
  /[\udc00-\udfff]/u.test(text.slice(at, at + 1)) ? at - 1 : at;

/** Page and line as people cite them: printed numbers where the transcript has them. */
function printedLineAt(
  { transcript }: TranscriptIndex,
  { turn }: SourceWord,
  at: number,
): { line: number; page: number | null } {
  const { line, page, map } = transcript.turns[turn]!;
  const printed = lastRowUpTo(transcript.numbered ?? [], at);
  const breaks = transcript.text.slice(map[0]?.at ?? at, at).match(/\r\n|[\n\r]/gu)?.length ?? 0;
  return {
    line: printed?.line ?? line + breaks,
    page: transcript.pages ? printedPageAt(transcript, at) : page,
  };
}
