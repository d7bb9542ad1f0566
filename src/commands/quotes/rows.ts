/** Every run of a brief, or of the briefs of a packet, as scripts and tables read it. */
import { entryIdOf } from '../../ledger.ts';
import { asWrittenIn } from '../../textmap.ts';
import { pointAt } from '../../rules/flag.ts';
import type {
  Brief,
  Entry,
  Evidence,
  Found,
  Participant,
  Remark,
  Span,
  SpeakerCheck,
} from '../../types.ts';
import type { Proof } from '../../proof.ts';

/** A run as scripts read it; offsets are UTF-16 units into the file, marks excluded. */
export interface QuoteRow {
  /** Of a packet: the brief in which it stands. */
  readonly file?: string;
  readonly id: string;
  readonly number: number | null;
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly speaker: string | null;
  readonly of: string | null;
  readonly status: string;
  readonly turn: number | null;
  /** What the source says of the speaker; null where the words stand in no source. */
  readonly speaker_check: SpeakerCheck | null;
  readonly tick: boolean;
  readonly remarks: readonly Remark[];
  readonly reasons: readonly string[];
}

/** A row with what it was made of; `line` is the 1-based line of its file. */
export interface QuoteLine {
  readonly row: QuoteRow;
  readonly run: Found;
  readonly entry: Entry | null;
  readonly line: number;
  /**
   * Participants whom the paragraph or the one before it names, in the order of their first
   * mention.
   */
  readonly named: readonly string[];
}

/** One line per run, in reading order. */
export function quoteLines(proof: Proof): readonly QuoteLine[] {
  const { found, entries } = proof.ledger!;
  const byId = new Map(found.map((run) => [run.id, run]));
  const entryById = new Map(entries.map((entry) => [entry.id, entry]));
  const files = readBriefs(proof);
  return found.map((run, i) =>
    quoteLine(run, entryById.get(entryIdOf(run, byId) ?? '') ?? null, files[i]!),
  );
}

function quoteLine(
  run: Found,
  entry: Entry | null,
  { path, brief }: ReturnType<typeof readBriefs>[number],
): QuoteLine {
  const { start } = run.spans[0]!;
  const at = asWrittenIn(brief, { start, end: run.spans.at(-1)!.end });
  return {
    run,
    entry,
    line: pointAt(at.text, at.start).line,
    named: namedIn(paragraphsAt(brief.text, start), brief.participants),
    row: { ...(path !== null && { file: path }), ...quoteRow(run, entry, at) },
  };
}

/** The brief of each run; its path only where there are several. */
function readBriefs({
  brief,
  ledger,
  parts,
}: Proof): readonly { readonly brief: Brief; readonly path: string | null }[] {
  if (parts.length === 0) return ledger!.found.map(() => ({ path: null, brief: brief! }));
  return parts.flatMap((part) =>
    part.ledger!.found.map(() => ({ path: part.brief!.path, brief: part.brief! })),
  );
}

/** The paragraph around an offset and the one before it, between blank lines. */
function paragraphsAt(text: string, at: number): string {
  const from = text.lastIndexOf('\n\n', text.lastIndexOf('\n\n', at) - 2);
  const to = text.indexOf('\n\n', at);
  return text.slice(from < 0 ? 0 : from, to < 0 ? text.length : to);
}

function namedIn(paragraph: string, participants: readonly Participant[]): readonly string[] {
  const words = paragraph.replaceAll(/\s+/gu, ' ');
  return participants
    .map((one) => ({ name: one.name, at: firstNaming(words, one) }))
    .filter(({ at }) => at < Infinity)
    .toSorted((a, b) => a.at - b.at)
    .map(({ name }) => name);
}

/** Where the words first name this person; Infinity where they don't. */
function firstNaming(words: string, { name, aliases }: Participant): number {
  const surname = name.split(' ').at(-1) ?? name;
  const places = [...aliases, surname].map((alias) => words.indexOf(alias));
  return Math.min(...places.filter((at) => at >= 0));
}

const quoteRow = (run: Found, entry: Entry | null, { start, end }: Span): QuoteRow => ({
  id: run.id,
  number: entry?.number ?? null,
  kind: run.kind,
  start,
  end,
  text: run.text,
  speaker: entry && labelledSpeaker(run, entry),
  of: run.of,
  status: entry?.evidence.status ?? 'unchecked',
  turn: entry ? evidenceTurn(entry.evidence) : null,
  speaker_check: entry?.speakerCheck ?? null,
  tick: entry?.tick ?? false,
  remarks: entry && 'remarks' in entry.evidence ? entry.evidence.remarks : [],
  reasons: run.reasons.map(({ rule, says }) => `${rule}: ${says}`),
});

/**
 * A name that the text hardly gives yields to the one that the source gives, as in the appendix.
 */
const labelledSpeaker = (run: Found, { speaker }: Entry): string | null =>
  speaker.fromSource && run.speaker.strength !== 'explicit'
    ? speaker.name
    : (run.speaker.name ?? speaker.name);

const evidenceTurn = (evidence: Evidence): number | null =>
  'locator' in evidence ? evidence.locator.turn : null;
