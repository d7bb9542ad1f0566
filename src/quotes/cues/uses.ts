/** What announcing words do besides announcing, in every language at once. */
import { everyPart } from '../../languages/index.ts';
import type { CueUses } from '../../languages/parts.ts';

const uses = everyPart('cueUses');
const every = (part: (words: CueUses) => Iterable<string>): ReadonlySet<string> =>
  new Set(uses.flatMap((words) => [...part(words)]));

const nouns = every((words) => words.nouns);
const past = [...every((words) => words.past)];

/** Words besides the articles that stand before a noun in the form of a verb. */
export const nounsAfter = every((words) => words.nounsAfter);
/** Lemmas of which the marked words are the sense or the topic, not the wording. */
export const defining = every((words) => words.defines);
/** Lemmas whose subject may listen. */
export const toListener = every((words) => words.toListener);
/** Lemmas of an answer. */
export const answering = every((words) => words.answers);
/** Forms that are a noun after a preposition. */
export const PLACE_WORDS = every((words) => words.places);

/** “the claim”, “every joke”, “his primary request”: a form that is a noun as often as a verb. */
export const isNounForm = (word: string): boolean =>
  nouns.has(word) || (word.endsWith('s') && nouns.has(word.slice(0, -1)));

/** “used as”: with the word after it, the form names nobody. */
export const isPurpose = (form: string, next: string): boolean =>
  uses.some(({ purposes }) => Object.hasOwn(purposes, form) && purposes[form]!.has(next));

/** Has the word an ending of the past, in any language that is known? */
export const isPast = (form: string): boolean => past.some((ending) => form.endsWith(ending));
