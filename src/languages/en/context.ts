/** English: words around a quotation that change what it says. */
import type { ContextWords } from '../language.ts';
import { phrases, wordSet } from '../lists.ts';

/**
 * Words around a passage in English that change what it says: conditions, claims, beliefs of
 * others.
 */
export const enContext: ContextWords = {
  conditions: wordSet('imagine if unless whether provided suppose supposing assuming lest'),
  claims: wordSet(`
    claim claims claimed say says said allege alleges alleged argue argues argued insist
    insists insisted assert asserts asserted pretend pretends pretended suggest suggests
    suggested believe believes believed think thinks thought imagine imagines imagined tell
    tells told rumoured rumored contend contends contended
  `),
  opinions: wordSet(`
    claim say said saying think thought believe believed suppose imagine suggest mean argue
    convinced pretend agree know promised told true
  `),
  own: wordSet("i we i'm i've we're we've"),
  unsaid: wordSet(`
    allegedly supposedly purportedly
    false untrue wrong lie lies lying lied myth hoax nonsense absurd deny denies denied denying
    doubt doubts doubted doubtful refuse refuses refused refusing reject rejects rejected
    pretend pretends pretended impossible fail fails failed unlikely untruth fiction rumour
    rumor
  `),
  possible: wordSet('might may could would'),
  yesNo: wordSet('no yes yeah nope'),
  only: wordSet('only merely just simply alone'),
  acronyms: wordSet(`
    us it who aids ram pin sat led who's nice start salt cop era hiv un ice dare rest now pat
  `),
  courtesy: wordSet(`
    president minister prime chancellor king queen pope bishop archbishop senator governor
    mayor chair chairman chairwoman secretary ambassador envoy general government parliament
    congress senate cabinet council committee commission board court state states federal
    republic constitution internet web bible god sir madam mum dad captain professor doctor
    director commissioner deputy north south east west northern southern eastern western
  `),
  hesitations: wordSet('uh um uhm er erm ah eh hm hmm mm mhm'),
  unheard: new Set(
    phrases(`
    inaudible, unintelligible, indiscernible, crosstalk, cross talk, cross-talk, overlapping,
    overlapping speech, gap, break in recording, recording skips, audio drops, audio gap,
    garbled, unclear, indistinct, off mic, off microphone
  `),
  ),
  nearly: wordSet(`almost nearly virtually`),
  undoneBefore: phrases(
    `far from, rather than, instead of, accused of, accuse us of, accuse me of, accuses us of, accuses me of, accused us of, accused me of, unable to, incapable of, tempted to, short of saying, on the verge of, used to think, used to believe, once thought, once believed, i wish, we wish, if only, as if, as though, pressed me to say, want me to say, wanted me to say, make me say, wish i could say, wish we could say, wish i could tell you, yet to, foolish to, a mistake to, folly to, madness to`,
  ),
  undoneAfter: phrases(
    `except, apart from, save for, with the exception of, other than, said nobody, said no one, yeah right, my foot, is what they, is what he, is what she, or at least, in your dreams, in his dreams, in their dreams`,
  ),
  inverted: wordSet(`had were should`),
  copulas: wordSet(`is was are were`),
  refuted: wordSet(
    `false untrue wrong lie myth nonsense absurd ridiculous laughable baseless unfounded groundless rubbish fiction`,
  ),
  scales: wordSet(`hundred thousand million billion trillion dozen half quarter`),
  pointing: wordSet(`this these those`),
};
