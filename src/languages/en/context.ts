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
    tells told rumoured rumored contend contends contended read reads
  `),
  opinions: wordSet(`
    claim say said saying think thought believe believed suppose imagine suggest mean argue
    convinced pretend agree know promised told true
  `),
  own: wordSet(`
    i we i'm i've we're we've i'll i'd we'll we'd let
  `),
  unsaid: wordSet(`
    allegedly supposedly purportedly false untrue wrong lie lies lying lied myth hoax nonsense
    absurd deny denies denied denying doubt doubts doubted doubtful refuse refuses refused
    refusing reject rejects rejected pretend pretends pretended impossible fail fails failed
    unlikely untruth fiction rumour rumor stopped quit avoided forbade forbid forbids prevented
    oppose opposes opposed apparently seemingly reportedly ostensibly purported rejecting
    perhaps maybe possibly conceivably
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
  undoneBefore: phrases(`
    far from, rather than, instead of, rather die than, sooner die than, not the one who,
    not the ones who, accused of, accuse us of, accuse me of, accuses us of,
    accuses me of, accused us of, accused me of, unable to, incapable of, tempted to,
    short of saying, on the verge of, used to think, used to believe, once thought,
    once believed, i wish, we wish, if only, as if, as though, pressed me to say,
    want me to say, wanted me to say, make me say, wish i could say, wish we could say,
    wish i could tell you, yet to, foolish to, a mistake to, folly to, madness to, were told,
    was told, are told, been told, am told, was assured, were assured, been assured,
    was promised, were promised, were led to believe, was led to believe, make us believe,
    make you believe, have you believe, have us believe, out of the question, too poor to,
    too weak to, too tired to, too late to, too proud to, too afraid to, too old to,
    too busy to, not enough to, reluctant to, afraid to, forbidden to, not allowed to,
    forgot to, forget to, neglected to, declined to, ceased to, decided against, voted against,
    argued against, stopped us from, prevented us from, kept us from, banned from, opposed to,
    it looks like, it looks as if, word has it, legend has it, rumour has it, rumor has it,
    no proof, no evidence, little evidence, last thing i want is to, last thing we want is to,
    anything but, nowhere near, nothing like, not until, only after
  `),
  undoneAfter: phrases(`
    except, apart from, save for, with the exception of, other than, said nobody, said no one,
    yeah right, my foot, is what they, is what he, is what she, or at least, in your dreams,
    in his dreams, in their dreams, or so, so long as, as long as, only if, only when,
    only after, but only, or not, on condition, subject to, in theory, on paper, in my dreams,
    if ever, just kidding, that is what they, that is what he, that is what she,
    that's what they, that's what he, that's what she, is how he, is how they, is how she,
    they tell us, we were told, we are told, i was told, or at any rate, as soon as, once the,
    once they, once we, once he, once she, once it, once i, once you, until such time,
    if and when, for the sake of argument, in a manner of speaking, over my dead body,
    over our dead bodies, as far as i can throw, with one exception, with the one exception,
    with two exceptions, but one, but two, but three, at least that is what,
    at least that's what, at least so
  `),
  inverted: wordSet(`had were should`),
  copulas: wordSet(`is was are were`),
  refuted: wordSet(
    `false untrue wrong lie myth nonsense absurd ridiculous laughable baseless unfounded groundless rubbish fiction`,
  ),
  scales: wordSet(`hundred thousand million billion trillion dozen half quarter`),
  bounds: phrases(`
    fewer than, less than, under, up to, at most, at least, no more than, not more than,
    no fewer than, no less than, more than, close to, nearer, as few as, as many as,
    as much as, as little as, just under, just over, well under, well over, short of, half of,
    barely, almost, nearly, minus, better part of, some part of
  `),
  factive: wordSet(`
    know knows knew known knowing show shows showed shown prove proves proved proven mean means
    meant realise realised realize realized learn learned learnt discover discovered remember
    remembers remembered forget see sees saw seen find finds found fact truth clear obvious
    evident sure certain glad proud grateful sorry ashamed problem point result reason
  `),
  unsettled: wordSet(`
    seem seems seemed appear appears appeared hope hopes hoped hoping fears feared wish wishes
    wished expects expected assumes assumed presumed guessed predicts predicted hint hints
    hinted speculate rumour rumours rumor rumors idea notion claim claims allegation
    allegations accusation accusations charge suspicion impression chance possibility risk
    danger fantasy illusion theory story legend gossip possible likely probable plausible
    conceivable imaginable dream dreams dreamed dreamt chant chants chanted chanting testify
    testified read reads suggestion suggestions insinuation insinuations assumption assumptions
    belief prediction predictions threat threats complaint complaints hypothesis lie lies
    pretence pretense
  `),
  pointing: wordSet(`this these those`),
};
