/**
 * The core for programs: texts and transcripts in, quotations and verdicts out. It reads what it is
 * given and asks nothing of a disk, a network or a page, so that it runs in a browser as well.
 */
import { VFile } from 'vfile';
import { ledgerFor, heardDraft } from '../judge.ts';
import { draftFrom } from '../read/draft-brief.ts';
import { decodeBrief } from '../read/decode.ts';
import { diagnostics, exitCode, type Diagnostic } from '../report.ts';
import { participantsNamed, readTranscript } from '../transcripts/index.ts';
import type { Brief, Participant, Transcript, Verdict } from '../types.ts';
import type { Findings } from '../quotes/index.ts';
import { PressError } from './press-error.ts';
import { checkedQuotations, type CheckedQuotation, type FoundQuotation } from './quotation.ts';

/** A file that is in memory: its words or its bytes, or these with a name. */
export type TextContent = string | Uint8Array | NamedContent;

/** A file that is in memory, and what is known of it. */
export interface NamedContent {
  readonly content: string | Uint8Array;
  /** As messages show it; its ending helps to tell what it is. */
  readonly name?: string | undefined;
}

/** A transcript in memory. */
export interface TranscriptContent extends NamedContent {
  /** Format, where the name and the content leave it open: txt, vtt, srt, json, html, … */
  readonly format?: string | undefined;
  /** Whom labels mean: label → name of a participant, null for nobody. */
  readonly speakers?: Readonly<Record<string, string | null>> | undefined;
}

/** What is known about a text. */
export interface TextOptions {
  /** Who may speak in it; left out, those whom it lists or announces. */
  readonly participants?: readonly string[] | undefined;
}

/** What was found in a text. */
export interface QuotationsFound {
  /** Every marked run of words, in reading order. */
  readonly quotations: readonly FoundQuotation[];
  readonly problems: readonly Diagnostic[];
}

/** A text held against transcripts. */
export interface TextVerdicts {
  /** No quotation is contradicted by the transcripts, and every one was compared with them. */
  readonly ok: boolean;
  /** Every quotation has its tick. */
  readonly confirmed: boolean;
  readonly quotations: readonly CheckedQuotation[];
  /** Numbered quotations by verdict. */
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly problems: readonly Diagnostic[];
}

/** A transcript that was read, and what was remarkable about it. */
export interface TranscriptRead {
  readonly transcript: Transcript;
  readonly problems: readonly Diagnostic[];
}

/**
 * Finds the quotations of any Markdown or text, with kind, speaker and place.
 * @throws PressError where the text can't be read
 */
export async function quotationsOfText(
  text: TextContent,
  options: TextOptions = {},
): Promise<QuotationsFound> {
  const { quotations, problems } = await textVerdicts(text, [], options);
  return { quotations: quotations.map(asFound), problems };
}

const asFound = ({
  id,
  number,
  kind,
  text,
  start,
  end,
  line,
  column,
  speaker,
  of,
  reasons,
}: CheckedQuotation): FoundQuotation => ({
  id,
  number,
  kind,
  text,
  start,
  end,
  line,
  column,
  speaker,
  of,
  reasons,
});

/**
 * Reads a transcript: turns with speakers and places.
 * @throws PressError where it can't be read
 */
export function transcriptOf(
  source: TextContent | TranscriptContent,
  options: TextOptions = {},
): TranscriptRead {
  const cast = participantsNamed(options.participants ?? []);
  return sourceRead(source, 'source', cast);
}

/**
 * Holds the quotations of any Markdown or text against one transcript or several, as
 * `briefpress check --draft` does: nothing that the text says about its own check is heard.
 * @throws PressError where the text or a transcript can't be read
 */
export async function textVerdicts(
  text: TextContent,
  transcripts: TextContent | TranscriptContent | readonly (TextContent | TranscriptContent)[],
  options: TextOptions = {},
): Promise<TextVerdicts> {
  const file = new VFile();
  const { brief, findings } = await draftRead(text, options, file);
  const sources = Array.isArray(transcripts)
    ? (transcripts as readonly TranscriptContent[])
    : [transcripts as TranscriptContent];
  const read = sources.map((source, i) =>
    sourceRead(source, sources.length > 1 ? `source-${i + 1}` : 'source', brief.participants),
  );
  const context = { brief, transcripts: read.map(({ transcript }) => transcript) };
  const ledger = ledgerFor(brief, findings, context.transcripts);
  const quotations = checkedQuotations({ ...context, ledger });
  const numbered = quotations.filter(({ number }) => number !== null);
  return {
    ok: numbered.every(({ refuted, verdict }) => !refuted && verdict !== 'unchecked'),
    confirmed: numbered.every(({ tick }) => tick),
    quotations,
    counts: ledger.counts,
    problems: [...diagnostics(file), ...read.flatMap(({ problems }) => problems)],
  };
}

async function draftRead(
  source: TextContent,
  { participants }: TextOptions,
  file: VFile,
): Promise<{ readonly brief: Brief; readonly findings: Findings }> {
  const { name, bytes } = inMemory(source, 'text');
  file.path = name;
  const text = decodeBrief(bytes, file);
  const extension = /\.[^./\\]+$/u.exec(name)?.[0] ?? '';
  const given = { slug: 'text', shown: name, name, extension, bytes, data: null };
  const read = text === null ? null : await draftFrom({ ...given, text }, file);
  if (!read) throw new PressError(diagnostics(file), exitCode([file], false));
  const named = participants === undefined ? read.participants : participantsNamed(participants);
  return heardDraft({ ...read, participants: named }, file);
}

function sourceRead(
  source: TextContent | TranscriptContent,
  sourceId: string,
  participants: readonly Participant[],
): TranscriptRead {
  const { name, bytes } = inMemory(source, 'transcript');
  const known =
    typeof source === 'object' && 'content' in source ? (source as TranscriptContent) : null;
  const file = new VFile({ path: name });
  const transcript = readTranscript(
    {
      sourceId,
      name,
      shown: name,
      format: known?.format ?? null,
      ...(known?.speakers && { speakers: known.speakers }),
      bytes,
      participants,
    },
    file,
  );
  if (!transcript) throw new PressError(diagnostics(file), exitCode([file], false));
  return { transcript, problems: diagnostics(file) };
}

/** Name and bytes of what was given; programs without types may give anything. */
function inMemory(
  source: TextContent,
  unnamed: string,
): { readonly name: string; readonly bytes: Uint8Array } {
  const { content, name = unnamed }: NamedContent =
    typeof source === 'object' && source !== null && 'content' in source
      ? source
      : { content: source };
  if (typeof content === 'string') return { name, bytes: new TextEncoder().encode(content) };
  if (content instanceof Uint8Array) return { name, bytes: content };
  throw new TypeError(`the ${unnamed} is neither a string nor bytes`);
}
