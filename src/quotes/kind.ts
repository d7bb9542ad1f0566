/** What marked words are: quotation, or term, title, scare quote. A sum of small reasons, all of them kept. */
import type { QuoteOptions, Reason } from '../types.ts';
import type { KindVerdict, Scene } from './model.ts';
import { rules } from './kind/rules.ts';
import type { KindRule } from './kind/rules.ts';
import { viewsOf } from './kind/view.ts';
import type { View } from './kind/view.ts';

/** Sum above which words count as a quotation. */
export const THRESHOLD = 0.4;

/** @returns one verdict per run, in order, with every rule that spoke */
export function kindsOf(scene: Scene, options: Pick<QuoteOptions, 'minWords'> = { minWords: 1 }): readonly KindVerdict[] {
  return viewsOf(scene).map((view) => verdictOf(view, options.minWords));
}

function verdictOf(view: View, minWords: number): KindVerdict {
  if (view.run.style === 'block') return { kind: 'block', score: 1, reasons: [] };
  const spoke = rules.filter((rule) => rule.holds(view));
  const score = spoke.reduce((sum, rule) => sum + rule.weight, 0);
  const cueless = view.words.length < minWords && !among(spoke, 'cue-next', 'cue-before', 'cue-after', 'colon');
  const kind = score > THRESHOLD && !cueless ? quotationKind(view, spoke) : otherKind(view, spoke);
  return { kind, score, reasons: spoke.filter((rule) => rule.weight !== 0).map(asReason) };
}

const asReason = ({ id, says, weight }: KindRule): Reason => ({ stage: 'kind', rule: `kind/${id}`, says, weight });

const among = (spoke: readonly KindRule[], ...ids: readonly string[]): boolean => spoke.some((rule) => ids.includes(rule.id));

/** Partial: words that depend on the author's own clause, in lower case, or a few words without any sign of a sentence. */
function quotationKind(view: View, spoke: readonly KindRule[]): 'speech' | 'partial' {
  if (among(spoke, 'colon', 'display', 'starts-paragraph')) return 'speech';
  if (/^\P{L}*\p{Ll}/u.test(view.run.text)) return 'partial';
  if (view.atStart && among(spoke, 'cue-after')) return 'speech';
  const whole = among(spoke, 'stop-inside', 'stop-short', 'exclaims', 'finite', 'person', 'comma-inside');
  return whole || view.words.length >= 8 ? 'speech' : 'partial';
}

function otherKind(view: View, spoke: readonly KindRule[]): 'title' | 'term' | 'scare' {
  if (view.block.type !== 'heading' && among(spoke, 'titled') && !among(spoke, 'label', 'nickname')) return 'title';
  if (among(spoke, 'label', 'label-near', 'label-after', 'gloss', 'nickname', 'work', 'name', 'abbreviated', 'titled')) return 'term';
  return view.words.length >= 2 ? 'term' : 'scare';
}
