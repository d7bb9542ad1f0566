/** What a brief claims of a quotation, what is settled about it, and the remarks on that. */
import { fill, labelsFor, labelsLanguage, type Label } from '../languages/index.ts';
import type { Attribution, Evidence, Remark, SpeakerCheck } from '../types.ts';

/** What the brief says about one quotation. */
export interface Claim {
  readonly id: string;
  /** Parts of an interrupted quotation, in order. */
  readonly texts: readonly string[];
  readonly speaker: Attribution;
  /** Id of the source it is said to come from. */
  readonly source: string | null;
  /** Time (or `page:line`) that the author names. */
  readonly at: string | null;
  readonly verify: boolean;
}

/** What the words are in the source, and the speaker whom brief and source give together. */
export interface Judgement {
  readonly evidence: Evidence;
  readonly speaker: Attribution;
}

/** Both answers about one quotation: its words, and its speaker. */
export interface ClaimSettlement extends Judgement {
  readonly speakerCheck: SpeakerCheck | null;
  readonly tick: boolean;
}

type RemarkRule = Label extends infer L ? (L extends `remark.${infer Name}` ? Name : never) : never;

/** How much each remark weighs: after a major one the words may not stand as checked. */
const SEVERITY: Readonly<Record<RemarkRule, Remark['severity']>> = {
  gapDenies: 'major',
  gapJoins: 'major',
  gapLong: 'minor',
  goesOn: 'minor',
  asked: 'major',
  notAsked: 'major',
  readOut: 'minor',
  apart: 'minor',
  time: 'minor',
  brackets: 'major',
  otherVoice: 'major',
  wordsBefore: 'major',
  wordsAfter: 'major',
  punctuation: 'major',
  capitals: 'major',
  partsOrder: 'major',
  partsVoices: 'major',
  unheard: 'major',
  bracketAdds: 'major',
  hyphenMoved: 'major',
};

/** A remark in the words of the brief's language. */
export type SayRemark = (
  rule: RemarkRule,
  values?: Readonly<Record<string, string | number>>,
) => Remark;

/** Remarks in the language of the brief; English where it lacks the words. */
export const remarksFor =
  (lang: string): SayRemark =>
  (rule, values = {}) => ({
    rule,
    severity: SEVERITY[rule],
    says: fill(labelsFor(lang)[`remark.${rule}`], values, labelsLanguage(lang)),
  });
