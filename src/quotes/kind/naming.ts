/**
 * Announcing words that announce nothing: nouns in the form of a verb, and namings that nobody
 * owns.
 */
import { partOf } from '../../languages/index.ts';
import { isNounForm, isPurpose, isPast, nounsAfter, defining } from '../cues/uses.ts';
import type { Cue } from '../model.ts';

const wordsAndSigns = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{M}]+|[^\p{L}\p{M}\s]+/gu) ?? [];

/**
 * “every joke has”, “the technical term for”, “his claim”: an article stands before it, at most one
 * word between.
 */
export function isNounUse(text: string, cue: Cue, lang: string): boolean {
  if (cue.type === 'source' || !isNounForm(text.slice(cue.start, cue.end).toLowerCase()))
    return false;
  const before = wordsAndSigns(text.slice(Math.max(0, cue.start - 40), cue.start));
  const { determiners, relatives } = partOf(lang, 'grammar');
  const article = (word: string | undefined): boolean =>
    word !== undefined && (nounsAfter.has(word) || determiners.has(word));
  return (
    [before.at(-1), before.at(-2)].some((word) => article(word) && !relatives.has(word!)) ||
    /['’]s?\s*$/u.test(text.slice(0, cue.start))
  );
}

/**
 * “is also known as”, “(sometimes called”, “wird … genannt”: a naming in the passive, without an
 * agent up to offset `to`.
 */
export function isUnowned(text: string, cue: Cue, to: number, lang: string): boolean {
  if (cue.type !== 'weak') return false;
  const { passive, agent, fillers, adverbs } = partOf(lang, 'grammar');
  const between = wordsAndSigns(text.slice(cue.end, Math.max(cue.end, to)));
  if (between.some((word) => agent.has(word))) return false;
  const before = wordsAndSigns(text.slice(Math.max(0, cue.start - 40), cue.start)).slice(-4);
  const after = wordsAndSigns(text.slice(cue.end, cue.end + 20)).slice(0, 2);
  const form = text.slice(cue.start, cue.end).toLowerCase();
  if (isSoCalled(before.at(-1) ?? '', lang)) return true;
  if (isPurpose(form, after[0] ?? '')) return true;
  return (
    [...before, ...after].some((word) => passive.has(word)) ||
    (isPast(form) && standsAside(before, fillers, adverbs))
  );
}

/** “o chamado”, “der genannte”: an article right before the participle. */
function isSoCalled(before: string, lang: string): boolean {
  const { definite, relatives } = partOf(lang, 'grammar');
  return definite.has(before) && !relatives.has(before);
}

/** After a comma or a bracket, with an adverb between at most. */
function standsAside(
  before: readonly string[],
  fillers: ReadonlySet<string>,
  adverbs: readonly string[],
): boolean {
  const last = before.at(-1) ?? '';
  const adverb = fillers.has(last) || adverbs.some((ending) => last.endsWith(ending));
  return /^[,(–—]$/u.test((adverb ? before.at(-2) : last) ?? '');
}

/**
 * “which means”, “they discussed the”: a verb of which the marked words are the sense or the topic,
 * not the wording.
 */
export const defines = ({ lemma }: Cue): boolean => defining.has(lemma);
