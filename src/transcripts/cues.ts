/** Captions as they stand in a file: their times, their lines, what is shown twice. */
import type { OddTime } from './draft.ts';
import type { TextLine } from './lines.ts';

/** One caption of a file. */
export interface Caption {
  readonly at: string;
  readonly end: string;
  /** Offset of the line with its times. */
  readonly place: number;
  /** Who speaks, where the line above the times says so. */
  readonly voice: string | null;
  readonly lines: readonly TextLine[];
}

/**
 * Payload lines after each timing line, up to the next blank line; NOTE, STYLE and REGION blocks
 * have no timing.
 */
export function captionsIn(lines: readonly TextLine[], timing: RegExp): readonly Caption[] {
  const cues: (Caption & { readonly lines: TextLine[] })[] = [];
  let open: (typeof cues)[number] | null = null;
  for (const [i, line] of lines.entries()) {
    const time = line.text.length > 300 ? null : timing.exec(line.text);
    if (time) {
      const [, voice = null] = NAMED_CUE.exec(lines[i - 1]?.text ?? '') ?? [];
      cues.push((open = { at: time[1]!, end: time[2]!, place: line.at, voice, lines: [] }));
    } else if (line.text.trim() === '') open = null;
    else open?.lines.push(line);
  }
  return cues;
}

/** `12 "Ida Moen" (2048)` above the times of a cue. */
const NAMED_CUE = /^\s*\d{1,6}\s+"([^"]{1,80})"(?:\s+\(\d{1,20}\))?\s*$/u;

const plainOf = (line: TextLine): string => line.text.replaceAll(CAPTION_TAGS, '').trim();
/** Marks inside captions: `<i>`, `{\\an8}`. */
export const CAPTION_TAGS = /<[^<>]{0,200}>|\{\\[^{}]{0,40}\}/gu;

/** Rolling captions show the last line of the cue before once more: only new lines are kept. */
export function unrolled(cues: readonly Caption[]): readonly Caption[] {
  const filled = cues.filter(({ lines }) => lines.length > 0);
  const repeats = (i: number): boolean =>
    i > 0 && plainOf(filled[i]!.lines[0]!) === plainOf(filled[i - 1]!.lines.at(-1)!);
  const rolling = filled.filter((_, i) => repeats(i)).length;
  if (filled.length < 4 || rolling < 0.4 * filled.length) return cues;
  let shown: readonly string[] = [];
  return filled.map((cue) => {
    const { lines } = cue;
    const texts = lines.map(plainOf);
    let same = Math.min(shown.length, texts.length);
    while (
      same > 0 &&
      !texts.slice(0, same).every((text, i) => text === shown[shown.length - same + i])
    )
      same--;
    shown = texts;
    return { ...cue, lines: lines.slice(same) };
  });
}

/** The first caption whose times contradict themselves, or those above. */
export function oddTimeIn(cues: readonly Caption[], isRolling: boolean): OddTime | null {
  let [start, end] = [0, 0];
  for (const cue of cues) {
    const [from, to] = [captionSeconds(cue.at), captionSeconds(cue.end)];
    const reason =
      to < from
        ? 'A caption ends before it begins'
        : from < start
          ? 'A caption begins before the one above it'
          : from < end && !isRolling
            ? 'A caption begins before the one above it has ended'
            : null;
    if (reason !== null) return { at: cue.place, reason };
    [start, end] = [from, to];
  }
  return null;
}

const captionSeconds = (time: string): number =>
  time
    .replace(',', '.')
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0);
