/** Transcript files → turns with their places. A new format is one file beside this one and one row here. */
import { createHash } from 'node:crypto';
import type { VFile } from 'vfile';
import { flag } from '../rules.ts';
import type { Participant, Transcript } from '../types.ts';
import { decodeTranscript } from './decode.ts';
import type { Reader } from './draft.ts';
import { finished } from './draft.ts';
import { json } from './json.ts';
import { mapLabels, namesOf } from './labels.ts';
import { pagesOf } from './pages.ts';
import { srt, webvtt } from './captions.ts';
import { labelled, markdown, plain } from './lines.ts';

/** In the order in which a file without a telling name is tried. */
const READERS: readonly Reader[] = [webvtt, srt, json, markdown, labelled, plain];

interface TranscriptInput {
  readonly sourceId: string;
  readonly name: string;
  /** Path as shown in messages. */
  readonly shown: string;
  /** Format that the front matter names; it wins over name and content. */
  readonly format: string | null;
  readonly bytes: Uint8Array;
  readonly participants: readonly Participant[];
}

/**
 * Reads one transcript; null after a refusal.
 * Flags transcript-encoding, -binary, -empty, -format, -no-turns (errors) and transcript-label (once per label that fits nobody).
 */
export function readTranscript(input: TranscriptInput, file: VFile): Transcript | null {
  const text = decodeTranscript(input.bytes, input.shown, file);
  if (text === null) return null;
  const reader = readerOf(input, text, file);
  if (!reader) return null;
  const names = namesOf(text, input.participants);
  const read = reader.read(text, names);
  if ('problem' in read) {
    flag(file, 'transcript-format', `The transcript can’t be read as ${reader.id}: ${read.problem}`, {
      path: input.shown,
      place: read.place,
    });
    return null;
  }
  const pages = pagesOf(text);
  const turns = finished(read.turns, text, pages);
  if (turns.length === 0) {
    flag(file, 'transcript-no-turns', 'The transcript has no spoken words', { path: input.shown });
    return null;
  }
  const { sourceId, name, bytes } = input;
  const speakers = mapLabels(turns, names, input, file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { sourceId, name, format: reader.id, sha256, bytes, text, turns, speakers, ...pages, ...(read.times && { times: read.times }) };
}

function readerOf({ format, name, shown }: TranscriptInput, text: string, file: VFile): Reader | null {
  const wanted = format?.trim().toLowerCase().replace(/^\./u, '') ?? null;
  const ending = /\.([a-z0-9]+)$/iu.exec(name)?.[1]?.toLowerCase() ?? '';
  const named = READERS.find(({ id, endings }) => (wanted === null ? endings.includes(ending) : id === wanted || endings.includes(wanted)));
  if (!named && wanted !== null && wanted !== 'txt' && wanted !== 'text') {
    const expected = READERS.map(({ id }) => id);
    flag(file, 'transcript-format', `“${format}” is no format of transcripts`, { path: shown, actual: format!, expected });
    return null;
  }
  return named ?? READERS.find((reader) => reader.sniff(text))!;
}
