/** Announcing words in the form of a noun: “the claim”, “every joke”, “his primary request”. */

/** Forms that are a noun as often as a verb. */
const NOUNS = new Set(
  (
    'request answer reply comment question report claim demand call remark order note whisper cry shout charge offer promise address talk ' +
    'term view hope appeal protest challenge murmur quip joke praise pledge query read use name title label brand signal plan rule lecture ' +
    'stress state caution command counsel advice return scream blog tweet object counter hint hold find post reason regret rant'
  ).split(' '),
);

export const isNounForm = (word: string): boolean => NOUNS.has(word) || (word.endsWith('s') && NOUNS.has(word.slice(0, -1)));
