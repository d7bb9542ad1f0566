/** A transcript written cleanly: as text with labels, as WebVTT with voices, as JSON. */
import type { Participant, Transcript, Turn } from '../types.ts';

/** Forms in which a transcript can be written. */
export const TRANSCRIPT_FORMS = ['txt', 'vtt', 'json'] as const;
/** One of them. */
export type TranscriptForm = (typeof TRANSCRIPT_FORMS)[number];

/** The whole file as text of one form; names are those of participants where a label means one. */
export function transcriptAs(
  form: TranscriptForm,
  transcript: Transcript,
  participants: readonly Participant[],
): string {
  const nameOf = ({ speaker }: Turn): string | null => {
    if (speaker === null) return null;
    const id = transcript.speakers[speaker];
    return participants.find((one) => one.id === id)?.name ?? speaker;
  };
  if (form === 'json') {
    const turns = transcript.turns.map((turn) => ({
      speaker: nameOf(turn),
      voice: turn.voice,
      start: turn.at,
      page: turn.page,
      line: turn.line,
      text: flowing(turn.text),
    }));
    return `${JSON.stringify({ source: transcript.name, layout: transcript.layout, turns }, null, 2)}\n`;
  }
  return form === 'vtt' ? asVtt(transcript, nameOf) : asPlainText(transcript, nameOf);
}

const flowing = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

/**
 * Words of nobody have no label, so that they are nobody’s when the file is read again: they stand
 * under `[unknown]`.
 */
const asPlainText = ({ turns }: Transcript, nameOf: (turn: Turn) => string | null): string =>
  turns
    .map(
      (turn) =>
        `${turn.at === null ? '' : `[${turn.at}] `}${nameOf(turn) ?? 'Unknown speaker'}: ${flowing(turn.text)}\n`,
    )
    .join('\n');

const clock = (seconds: number): string => {
  const part = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${part(seconds / 3600)}:${part((seconds / 60) % 60)}:${part(seconds % 60)}.${String(Math.round((seconds % 1) * 1000) % 1000).padStart(3, '0')}`;
};

const secondsIn = (time: string | null): number | null => {
  const parts =
    time === null ? null : /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2}(?:[.,]\d{1,3})?)/u.exec(time);
  return parts
    ? Number(parts[1] ?? 0) * 3600 + Number(parts[2]) * 60 + Number(parts[3]!.replace(',', '.'))
    : null;
};

/**
 * Cues end where the next one begins; without times, each lasts as long as its words take at 2.5 a
 * second.
 */
function asVtt({ turns }: Transcript, nameOf: (turn: Turn) => string | null): string {
  let last = 0;
  const starts = turns.map(({ at }, i) => {
    const before = turns[i - 1]?.text.split(/\s+/u).length ?? 0;
    const start = Math.max(secondsIn(at) ?? last + (i === 0 ? 0 : before / 2.5), last);
    last = start;
    return start;
  });
  const escaped = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const cues = turns.map((turn, i) => {
    const end = Math.max(
      starts[i + 1] ?? starts[i]! + turn.text.split(/\s+/u).length / 2.5,
      starts[i]! + 0.001,
    );
    const name = nameOf(turn);
    const voice = name === null ? '' : `<v ${escaped(name.replaceAll(/\s+/gu, ' '))}>`;
    return `${clock(starts[i]!)} --> ${clock(end)}\n${voice}${escaped(flowing(turn.text))}\n`;
  });
  const isGuess = turns.some(({ at }) => secondsIn(at) === null);
  const note = isGuess ? 'NOTE Times that the transcript does not tell are estimated.\n\n' : '';
  return `WEBVTT\n\n${note}${cues.join('\n')}`;
}
