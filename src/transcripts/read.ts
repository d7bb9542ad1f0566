/** Transcript files → turns with their places. */
import { createHash } from 'node:crypto';
import type { VFile } from 'vfile';
import { flag } from '../rules/flag.ts';
import type { Participant, Transcript } from '../types.ts';
import { decodeTranscript } from './decode.ts';
import { finishedTurns, lineAt, lineStartsIn } from './draft.ts';
import { FORMATS, type TranscriptFormat } from './formats.ts';
import { knownNames, mapLabels, type Names } from './labels.ts';
import { transcriptPages } from './pages.ts';
import { explainedShare } from './cover.ts';

/** A transcript to be read, and what the brief says of it. */
export interface TranscriptInput {
  readonly sourceId: string;
  readonly name: string;
  /** Path as shown in messages. */
  readonly shown: string;
  /** Format that the front matter names; it wins over name and content. */
  readonly format: string | null;
  /** Encoding that the front matter names; null = by mark, else UTF-8. */
  readonly encoding?: string | null;
  /** What the author says about labels: label → name of a participant, or null for nobody. */
  readonly speakers?: Readonly<Record<string, string | null>>;
  readonly bytes: Uint8Array;
  /** The text that a document of another program holds; without it, `bytes` are text. */
  readonly text?: string | undefined;
  readonly participants: readonly Participant[];
}

/**
 * Reads one transcript; null after a refusal. Flags transcript-encoding, -binary, -empty, -format,
 * -no-turns (errors) and transcript-label (once per label that fits nobody).
 */
export function readTranscript(input: TranscriptInput, file: VFile): Transcript | null {
  const text = input.text ?? decodeTranscript(input, file);
  if (text === null) return null;
  const names = knownNames(text, input.participants, input.speakers);
  const format = formatOf(input, text, names, file);
  if (!format) return null;
  const read = format.read(text, names);
  if ('problem' in read) {
    flag(
      file,
      'transcript-format',
      `The transcript can’t be read as ${format.id}: ${read.problem}`,
      {
        path: input.shown,
        place: read.place,
      },
    );
    return null;
  }
  const pages = transcriptPages(text);
  const map = input.speakers ?? {};
  const turns = finishedTurns(read.turns, text, pages);
  if (turns.length === 0) {
    flag(file, 'transcript-no-turns', 'The transcript has no spoken words', { path: input.shown });
    return null;
  }
  if (read.oddTime)
    flag(file, 'transcript-times', read.oddTime.reason, {
      path: input.shown,
      place: { line: lineAt(lineStartsIn(text), read.oddTime.at), column: 1 },
    });
  const { sourceId, name, bytes } = input;
  const { speakers, labels } = mapLabels(turns, names, input, file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    sourceId,
    name,
    format: format.id,
    sha256,
    bytes,
    text,
    turns,
    layout: read.layout,
    ...explainedShare(text, turns),
    labels,
    speakers,
    mapped: map,
    ...pages,
    ...(read.times && { times: read.times.toSorted((a, b) => a.from - b.from) }),
  };
}

function formatOf(
  { format, name, shown }: TranscriptInput,
  text: string,
  names: Names,
  file: VFile,
): TranscriptFormat | null {
  const wanted = format?.trim().toLowerCase().replace(/^\./u, '') ?? null;
  const ending = /\.([a-z0-9]+)$/iu.exec(name)?.[1]?.toLowerCase() ?? '';
  if (wanted !== null) {
    const named = FORMATS.find(({ id, endings }) => id === wanted || endings.includes(wanted));
    if (named) return named;
    const expected = FORMATS.map(({ id }) => id);
    flag(file, 'transcript-format', `“${format}” is no format of transcripts`, {
      path: shown,
      actual: format!,
      expected,
    });
    return null;
  }
  const sniffed = FORMATS.slice(0, -1).find((one) => one.sniff(text, ending, names));
  return (
    sniffed ??
    FORMATS.find(({ id, endings }) => id === ending || endings.includes(ending)) ??
    FORMATS.at(-1)!
  );
}
