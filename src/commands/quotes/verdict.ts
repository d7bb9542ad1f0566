/** Verdicts in the words of a terminal: status, place in the source, word diff. */
import { plainPaint, type Paint, type OutputStyle } from '../../report.ts';
import type { DiffPart, Entry, Evidence, Locator, Verdict } from '../../types.ts';
import { verdictOf } from '../../ledger.ts';
import { verdictWords } from '../summary.ts';
import { styledUnits } from './lines.ts';

const VERDICT_STYLES: Readonly<Partial<Record<Verdict, OutputStyle>>> = {
  'exact': 'good',
  'exact-with-ellipsis': 'good',
  'exact-with-brackets': 'good',
  'unchecked': 'hint',
  'speaker-unchecked': 'warning',
  'remarked': 'warning',
  'ambiguous': 'warning',
};

/** The style in which a terminal shows the verdict of an entry. */
export const verdictStyle = (entry: Entry): OutputStyle =>
  VERDICT_STYLES[verdictOf(entry)] ?? 'error';

/** The verdict of an entry in words. */
export const verdictName = (entry: Entry): string =>
  entry.evidence.status === 'altered'
    ? `altered, ${entry.evidence.severity}`
    : verdictWords[verdictOf(entry)];

const WHY_UNCHECKED = {
  'no-transcript': 'There is no transcript.',
  'silenced': 'The author asks for no check.',
  'no-turns': 'The transcript has no speakers.',
} as const;

/** Where the words stand in the source, and what there is to say about it. */
export function whereOf(evidence: Evidence): string {
  if (evidence.status === 'unchecked') return WHY_UNCHECKED[evidence.why];
  if (evidence.status === 'ambiguous')
    return `It may be ${evidence.locators.map(locatorText).join(' or ')}.`;
  if (evidence.status === 'not-found')
    return evidence.nearest
      ? `The nearest words: ${locatorText(evidence.nearest)}.`
      : 'No words of a transcript come near.';
  const said = evidence.status === 'misattributed' ? `Said by ${evidence.saidBy}: ` : '';
  const also =
    'also' in evidence && evidence.also.length > 0
      ? `, and again ${evidence.also.map(locatorText).join('; ')}`
      : '';
  const remarks =
    'remarks' in evidence ? evidence.remarks.map(({ says }) => ` ${says}`).join('') : '';
  return `${said}${locatorText(evidence.locator)}${also}.${remarks}`;
}

function locatorText({ source, turn, speaker, at, line, page }: Locator): string {
  const who = speaker === null ? '' : ` (${speaker})`;
  const paper = page === null ? `line ${line}` : `page ${page}, line ${line}`;
  return `${source}, turn ${turn + 1}${who}, ${at === null ? '' : `${at}, `}${paper}`;
}

/**
 * Words of the source that are missing, and words added: in colours, or between [-…-] and {+…+}
 * where there are none.
 */
export function diffUnits(diff: readonly DiffPart[], paint: Paint): ReturnType<typeof styledUnits> {
  const marked = paint === plainPaint;
  return diff.flatMap(({ op, words }) => {
    if (op === 'same') return styledUnits(words);
    if (!marked) return styledUnits(words, op);
    return styledUnits(op === 'missing' ? `[-${words}-]` : `{+${words}+}`);
  });
}

/** The difference from the source, or nothing where there is none. */
export const diffIn = (evidence: Evidence): readonly DiffPart[] =>
  'diff' in evidence ? evidence.diff : [];
