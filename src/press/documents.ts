/** Transcripts in documents of other programs: a PDF, a Word file. */
import { VFile } from 'vfile';
import type { Imported, ImportWish, TranscriptText } from '../import/index.ts';
import { documentKind } from '../import/kinds.ts';
import { readTranscript } from '../transcripts/index.ts';
import type { TranscriptInput } from '../transcripts/read.ts';
import type { Transcript } from '../types.ts';
import type { World } from '../world.ts';

/**
 * Pages of the web are read as transcripts by a reader of their own, with places in the file; what
 * is no document is no transcript either.
 */
const READ_AS_TEXT = new Set(['html', 'zip', 'ole', 'misnamed']);

/** A transcript as text, and what it was made from. */
export interface TranscriptDocument extends TranscriptText {
  readonly imported: Imported;
}

/** The text of a document as a transcript; null after a refusal (flagged). */
export async function transcriptDocument(
  bytes: Uint8Array,
  name: string,
  wish: ImportWish,
  file: VFile,
): Promise<TranscriptDocument | null> {
  const { importDocument, transcriptText } = await import('../import/index.ts');
  const { isBalanced } = await import('../read/imported.ts');
  const imported = await importDocument(bytes, name, { ...wish, as: 'transcript' }, file);
  if (!imported) return null;
  const made = transcriptText(imported);
  return isBalanced(made.account, file) ? { ...made, imported } : null;
}

/** Reads a transcript, whatever kind of file it is in; flags what `readTranscript` does. */
export async function readSource(
  input: TranscriptInput,
  file: VFile,
  run: World['run'],
): Promise<Transcript | null> {
  const kind = documentKind(input.bytes, input.name);
  if (!kind || READ_AS_TEXT.has(kind.id)) return readTranscript(input, file);
  const aside = new VFile({ path: input.shown });
  const wish = { changes: null, run };
  const document = await transcriptDocument(input.bytes, input.name, wish, aside);
  for (const message of aside.messages) message.file = input.shown;
  file.messages.push(...aside.messages.filter(({ fatal }) => fatal !== undefined));
  return document && readTranscript({ ...input, text: document.text }, file);
}
