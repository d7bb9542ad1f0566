/** Verdicts in the words of a terminal: status, place in the source, word diff. */
import { plainPaint, type Paint, type Style } from '../../report.ts';
import type { DiffPart, Entry, Evidence, Locator, Verdict } from '../../types.ts';
import { verdictOf } from '../../ledger.ts';
import { verdictWords } from '../summary.ts';
import { unitsOf } from './lines.ts';

const STYLES: Readonly<Partial<Record<Verdict, Style>>> = {
  'exact': 'good',
  'exact-with-ellipsis': 'good',
  'exact-with-brackets': 'good',
  'unchecked': 'hint',
  'speaker-unchecked': 'warning',
  'remarked': 'warning',
  'ambiguous': 'warning',
};

/** The style in which a terminal shows the verdict of an entry. */
export const styleOf = (entry: Entry): Style => STYLES[verdictOf(entry)] ?? 'error';

/** The verdict of an entry in words. */
export const nameOf = (entry: Entry): string =>
  entry.evidence.status === 'altered' ? `altered, ${entry.evidence.severity}` : verdictWords[verdictOf(entry)];

const WHY_UNCHECKED = {
  'no-transcript': 'There is no transcript.',
  'silenced': 'The author asks for no check.',
  'no-turns': 'The transcript has no speakers.',
} as const;

/** Where the words stand in the source, and what there is to say about it. */
export function whereOf(evidence: Evidence): string {
  if (evidence.status === 'unchecked') return WHY_UNCHECKED[evidence.why];
  if (evidence.status === 'ambiguous') return `It may be ${evidence.locators.map(placeOf).join(' or ')}.`;
  if (evidence.status === 'not-found')
    return evidence.nearest ? `The nearest words: ${placeOf(evidence.nearest)}.` : 'No words of a transcript come near.';
  const said = evidence.status === 'misattributed' ? `Said by ${evidence.saidBy}: ` : '';
  const also = 'also' in evidence && evidence.also.length > 0 ? `, and again ${evidence.also.map(placeOf).join('; ')}` : '';
  const remarks = 'remarks' in evidence ? evidence.remarks.map(({ says }) => ` ${says}`).join('') : '';
  return `${said}${placeOf(evidence.locator)}${also}.${remarks}`;
}

function placeOf({ source, turn, speaker, at, line, page }: Locator): string {
  const who = speaker === null ? '' : ` (${speaker})`;
  const paper = page === null ? `line ${line}` : `page ${page}, line ${line}`;
  return `${source}, turn ${turn + 1}${who}, ${at === null ? '' : `${at}, `}${paper}`;
}

/** Words of the source that are missing, and words added: in colours, or between [-…-] and {+…+} where there are none. */
export function diffUnits(diff: readonly DiffPart[], paint: Paint): ReturnType<typeof unitsOf> {
  const marked = paint === plainPaint;
  return diff.flatMap(({ op, words }) => {
    if (op === 'same') return unitsOf(words);
    if (!marked) return unitsOf(words, op);
    return unitsOf(op === 'missing' ? `[-${words}-]` : `{+${words}+}`);
  });
}

/** The difference from the source, or nothing where there is none. */
export const diffOf = (evidence: Evidence): readonly DiffPart[] => ('diff' in evidence ? evidence.diff : []);
