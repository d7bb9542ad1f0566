/**
 * What marked words are: quotation, or term, title, scare quote. A sum of small reasons, all of
 * them kept; the weight of each is learnt (`kind/weights.ts`). A sum over the threshold is a
 * quotation. A sign that is not sure weighs little, and no single weak one decides alone.
 */
import type { QuoteOptions, Reason } from '../types.ts';
import type { KindVerdict, Scene } from './model.ts';
import { SPEECH_SIGNS, type Sign } from './kind/speech-signs.ts';
import { TERM_SIGNS } from './kind/term-signs.ts';
import { THRESHOLD, weights } from './kind/weights.ts';
import { kindViews } from './kind/kind-view.ts';
import type { KindView } from './kind/kind-view.ts';

/** A sign with its weight: positive for speech, negative against it. */
export interface KindRule extends Sign {
  readonly weight: number;
}

/** All signs with their weights. */
export const KIND_RULES: readonly KindRule[] = [...SPEECH_SIGNS, ...TERM_SIGNS].map((sign) => ({
  ...sign,
  weight: weights[sign.id] ?? 0,
}));

/** @returns one verdict per run, in order, with every rule that spoke */
export function kindsOf(
  scene: Scene,
  options: Pick<QuoteOptions, 'minWords'> = { minWords: 1 },
): readonly KindVerdict[] {
  return judgedRuns(scene).map((judged) => kindVerdict(judged, options.minWords));
}

/** A run, and the rules that spoke of it. */
interface JudgedView {
  readonly view: KindView;
  readonly spoke: readonly KindRule[];
}

const judgedView = (view: KindView): JudgedView => ({
  view,
  spoke: KIND_RULES.filter((rule) => rule.holds(view)),
});

/** Passages that are clearly none: this far under the threshold. */
const CLEARLY = 0.7;

/**
 * Views that know whether most other marked words of the text are none, which is told by all other
 * rules; with the rules that spoke.
 */
export function judgedRuns(scene: Scene): readonly JudgedView[] {
  const all = kindViews(scene).map(judgedView);
  const counted = all.filter(({ view }) => isCounted(view));
  const none = new Set(counted.filter(({ spoke }) => sumOf(spoke) <= THRESHOLD - CLEARLY));
  const isAmong = (one: JudgedView): boolean => {
    const others = counted.length - (isCounted(one.view) ? 1 : 0);
    return others >= 2 && (none.size - (none.has(one) ? 1 : 0)) * 2 >= others;
  };
  return all.map((one) => (isAmong(one) ? judgedView({ ...one.view, amongTerms: true }) : one));
}

const isCounted = ({ run }: KindView): boolean => run.parent === null && run.style !== 'block';

const sumOf = (spoke: readonly KindRule[]): number =>
  spoke.reduce((sum, rule) => sum + rule.weight, 0);

function kindVerdict({ view, spoke }: JudgedView, minWords: number): KindVerdict {
  if (view.run.style === 'block') return { kind: 'block', score: 1, reasons: [] };
  const score = sumOf(spoke);
  const cueless =
    view.words.length < minWords && !among(spoke, 'cue-next', 'cue-before', 'cue-after', 'colon');
  const kind = score > THRESHOLD && !cueless ? quotationKind(view, spoke) : otherKind(view, spoke);
  return { kind, score, reasons: spoke.filter((rule) => rule.weight !== 0).map(asReason) };
}

const asReason = ({ id, says, weight }: KindRule): Reason => ({
  stage: 'kind',
  rule: `kind/${id}`,
  says,
  weight,
});

const among = (spoke: readonly KindRule[], ...ids: readonly string[]): boolean =>
  spoke.some((rule) => ids.includes(rule.id));

/**
 * Partial: words that depend on the author's own clause, in lower case, or a few words without any
 * sign of a sentence.
 */
function quotationKind(view: KindView, spoke: readonly KindRule[]): 'speech' | 'partial' {
  if (among(spoke, 'colon', 'display', 'starts-paragraph')) return 'speech';
  if (/^\P{L}*\p{Ll}/u.test(view.run.text)) return 'partial';
  if (view.atStart && among(spoke, 'cue-after')) return 'speech';
  const whole = among(
    spoke,
    'stop-inside',
    'stop-short',
    'exclaims',
    'finite',
    'person',
    'comma-inside',
  );
  return whole || view.words.length >= 8 ? 'speech' : 'partial';
}

function otherKind(view: KindView, spoke: readonly KindRule[]): 'title' | 'term' | 'scare' {
  if (view.block.type !== 'heading' && among(spoke, 'titled') && !among(spoke, 'label', 'nickname'))
    return 'title';
  if (
    among(
      spoke,
      'label',
      'label-near',
      'label-after',
      'gloss',
      'nickname',
      'work',
      'name',
      'abbreviated',
      'titled',
    )
  )
    return 'term';
  return view.words.length >= 2 ? 'term' : 'scare';
}
