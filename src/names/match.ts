/** Which participant a label means. */
import type { Participant } from '../types.ts';
import { fold } from '../languages/lists.ts';
import { everyGrammar } from '../languages/unions.ts';
import { isTitle, nearSpelling } from './aliases.ts';
import type { Cast } from './cast.ts';

/**
 * The participant whom a transcript label means: “WITKOFF”, “S. Witkoff”, “SW”, “MR. WITKOFF”, “THE COURT”; null when no one or
 * more than one fits.
 */
export function matchLabel(label: string, cast: Cast): Participant | null {
  const words = fold(label.replaceAll(/\([^)]*\)|\[[^\]]*\]/gu, ' '))
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
  const bare = words.filter((word) => !isTitle(word));
  const named = single(cast, words) ?? single(cast, bare);
  if (named) return named;
  const unspaced = [...cast.unspaced].filter(([name]) => label.trim().startsWith(name));
  if (unspaced.length > 0) return unspaced[0]![1];
  const fitting = cast.participants.filter((who) => initialsFit(who, bare.length > 0 ? bare : words));
  return fitting.length === 1 ? fitting[0]! : nearLabel(cast, bare);
}

/** “the”, of more than one letter, for a letter may be an initial. */
const isArticle = (word: string): boolean => word.length > 1 && everyGrammar.definite.has(word);

function single(cast: Cast, words: readonly string[]): Participant | null {
  const start = isArticle(words[0] ?? '') ? 1 : 0;
  const fitting = [0, start].flatMap((from) =>
    (cast.byFirst.get(words[from] ?? '') ?? []).filter((alias) => alias.words.join(' ') === words.slice(from).join(' ')),
  );
  const full = fitting.filter(({ form }) => form === 'full');
  const who = new Set((full.length > 0 ? full : fitting).map(({ participant }) => participant));
  return who.size === 1 ? [...who][0]! : null;
}

/** “SW”, “S W”, “S Witkoff” against Steve Witkoff. */
function initialsFit(who: Participant, words: readonly string[]): boolean {
  const own = fold(who.name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !isTitle(word));
  if (own.length < 2 || words.length === 0) return false;
  if (words.length === 1) return words[0] === own.map((word) => word[0]!).join('');
  return words.length === own.length && words.every((word, i) => word === own[i] || word === own[i]![0]);
}

function nearLabel(cast: Cast, words: readonly string[]): Participant | null {
  const last = words.at(-1) ?? '';
  const near = new Set(
    (cast.surnames.get(last[0] ?? '') ?? []).filter((alias) => nearSpelling(alias.words[0]!, last)).map(({ participant }) => participant),
  );
  return near.size === 1 ? [...near][0]! : null;
}
