/** Quotations as programs read them: one plain value each, with its place and its verdict. */
import type { Complaint, EntryContext } from '../checks/complaint.ts';
import { complaintsIn } from '../judge.ts';
import { entryIdOf, verdictOf } from '../ledger.ts';
import { pointAt } from '../rules/flag.ts';
import { asWrittenIn } from '../textmap.ts';
import type {
  Brief,
  DiffPart,
  Entry,
  Evidence,
  Found,
  Locator,
  Reason,
  Remark,
  SpeakerCheck,
  Verdict,
} from '../types.ts';

/** A marked run of words as it was found. */
export interface FoundQuotation {
  /** Made of its words, so that it stays when the text around it moves. */
  readonly id: string;
  /** Null for terms, titles and scare quotes, which are no quotations. */
  readonly number: number | null;
  readonly kind: Found['kind'];
  readonly text: string;
  /** UTF-16 offsets into the text, marks excluded. */
  readonly start: number;
  readonly end: number;
  /** 1-based, of the first word; columns are UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly speaker: string | null;
  /** Id of the full quotation that these words are part of. */
  readonly of: string | null;
  readonly reasons: readonly Reason[];
}

/** A marked run of words and what the transcripts say of it. */
export interface CheckedQuotation extends FoundQuotation {
  /** Both answers in one word; null where the run has no number. */
  readonly verdict: Verdict | null;
  /** The words are exact, the speaker is confirmed, nothing major is to be said of it. */
  readonly tick: boolean;
  readonly speakerCheck: SpeakerCheck | null;
  /** Where the words stand in a transcript. */
  readonly place: Locator | null;
  /** Where something like them stands, if they themselves do not. */
  readonly nearest: Locator | null;
  /** Against the nearest words: what was taken out of the source, what was put in. */
  readonly diff: readonly DiffPart[];
  readonly remarks: readonly Remark[];
  /** What is wrong, or not confirmed: rule and sentence; null where there is a tick. */
  readonly rule: string | null;
  readonly says: string | null;
  /** The source contradicts it. */
  readonly refuted: boolean;
}

/** Every marked run of a text in reading order, with its verdict. */
export function checkedQuotations(context: EntryContext): readonly CheckedQuotation[] {
  const { brief, ledger } = context;
  const runs = new Map(ledger.found.map((run) => [run.id, run]));
  const entries = new Map(ledger.entries.map((entry) => [entry.id, entry]));
  const complaints = complaintsIn(context);
  return ledger.found.map((run) => {
    const entry = entries.get(entryIdOf(run, runs) ?? '') ?? null;
    return { ...foundQuotation(run, entry, brief), ...answersFor(entry, complaints) };
  });
}

function foundQuotation(run: Found, entry: Entry | null, brief: Brief): FoundQuotation {
  const span = { start: run.spans[0]!.start, end: run.spans.at(-1)!.end };
  const { text, start, end } = asWrittenIn(brief, span);
  const { line, column } = pointAt(text, start);
  return {
    id: run.id,
    number: entry?.number ?? null,
    kind: run.kind,
    text: run.text,
    start,
    end,
    line,
    column,
    speaker: entry?.speaker.name ?? run.speaker.name,
    of: run.of,
    reasons: run.reasons,
  };
}

type QuotationAnswers = Omit<CheckedQuotation, keyof FoundQuotation>;

function answersFor(
  entry: Entry | null,
  complaints: ReadonlyMap<string, Complaint>,
): QuotationAnswers {
  const complaint = entry && complaints.get(entry.id);
  return {
    verdict: entry && verdictOf(entry),
    tick: entry?.tick ?? false,
    speakerCheck: entry?.speakerCheck ?? null,
    ...evidencePlaces(entry?.evidence ?? null),
    diff: entry && 'diff' in entry.evidence ? entry.evidence.diff : [],
    remarks: entry && 'remarks' in entry.evidence ? entry.evidence.remarks : [],
    rule: complaint?.rule ?? null,
    says: complaint?.sentence ?? null,
    refuted: complaint?.refuted ?? false,
  };
}

function evidencePlaces(evidence: Evidence | null): Pick<CheckedQuotation, 'place' | 'nearest'> {
  if (evidence?.status === 'not-found') return { place: null, nearest: evidence.nearest };
  if (!evidence || !('locator' in evidence)) return { place: null, nearest: null };
  return evidence.status === 'altered'
    ? { place: null, nearest: evidence.locator }
    : { place: evidence.locator, nearest: null };
}
