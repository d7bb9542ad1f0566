/**
 * Weights of the signs of candidates: rounded log-odds, written by `node tests/eval/learn.ts
 * speakers FOLDER --write`.
 */

/** Probability above which the likeliest candidate is named: in dialogue, and elsewhere. */
export const BARS = { dialogue: 0.2, other: 0.3 };

/** Weight of each sign by its id; a sign without a row here weighs nothing. */
export const candidateWeights: Readonly<Record<string, number>> = {
  'pronoun-found': 1.4,
  'adjacent-found': 1.4,
  'turns-found': 0.3,
  'sentence-found': 0.9,
  'paragraph-found': 0.8,
  'address-found': 0.5,
  'nearest': 0.9,
  'described': -1.9,
  'own-first': 1,
  'previous-first': 0.8,
  'previous-first-pronoun': 0.8,
  'named-before': 0.2,
  'after-first': 0.2,
  'subject-after': 0.2,
  'above-topic-pronoun': 0.5,
  'above-spoke-bare': -0.3,
  'above-spoke-turn': -0.8,
  'last-spoke-pronoun': 0.2,
  'announced-last-pronoun': 0.7,
  'announced-last': 0.3,
  'last-spoke': 0.2,
  'disagrees': -1.1,
  'other-of-pronoun': -0.5,
  'called': -0.4,
  'called-before': 1.5,
  'called-after': 2,
  'quoted': -1.3,
  'two-before': 0.6,
  'two-after': 0.7,
  'below': -0.5,
  'distance-1': -0.3,
  'distance-3': -0.9,
  'distance-6': -1.4,
  'nobody': 0.8,
  'nobody-announced': 0.5,
  'nobody-credited': 0.7,
  'nobody-other': 0.9,
  'nobody-me': 1,
  'nobody-gendered': -0.6,
  'nobody-dialogue': -0.7,
  'nobody-announced-last': 0.7,
  'nobody-alone': -0.4,
};
