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
    allegedly supposedly purportedly false untrue wrong lie lies lying lied myth hoax
    nonsense absurd deny denies denied denying doubt doubts doubted doubtful refuse refuses
    refused refusing reject rejects rejected pretend pretends pretended impossible fail
    fails failed unlikely untruth fiction rumour rumor stopped quit avoided forbade forbid
    forbids prevented oppose opposes opposed apparently seemingly reportedly ostensibly
    purported rejecting perhaps maybe possibly conceivably probably presumably theoretically
    arguably potentially hopefully
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
  nearly: wordSet(`
    almost nearly virtually only merely even
  `),
  undoneBefore: phrases(`
    far from, rather than, instead of, rather die than, sooner die than, not the one who,
    not the ones who, accused of, accuse us of, accuse me of, accuses us of, accuses me of,
    accused us of, accused me of, unable to, incapable of, tempted to, short of saying,
    on the verge of, used to think, used to believe, once thought, once believed, i wish,
    we wish, if only, as if, as though, pressed me to say, want me to say, wanted me to say,
    make me say, wish i could say, wish we could say, wish i could tell you, yet to,
    foolish to, a mistake to, folly to, madness to, were told, was told, are told, been told,
    am told, was assured, were assured, been assured, was promised, were promised,
    were led to believe, was led to believe, make us believe, make you believe,
    have you believe, have us believe, out of the question, too poor to, too weak to,
    too tired to, too late to, too proud to, too afraid to, too old to, too busy to,
    not enough to, reluctant to, afraid to, forbidden to, not allowed to, forgot to,
    forget to, neglected to, declined to, ceased to, decided against, voted against,
    argued against, stopped us from, prevented us from, kept us from, banned from, opposed to,
    it looks like, it looks as if, word has it, legend has it, rumour has it, rumor has it,
    no proof, no evidence, little evidence, last thing i want is to, last thing we want is to,
    anything but, nowhere near, nothing like, not until, only after, may be, may well be,
    might well be, could well be, may very well be, as far as i can tell, as far as i know,
    as far as i can see, for all i know, to the best of my knowledge, if memory serves,
    oh sure, yeah sure, oh yeah, used to, seem to, seems to, seemed to, appear to, appears to,
    appeared to, tend to, tends to, too, less, fewer, better than, worse than, more than,
    less than, fail to, failed to, fails to, pretend to, pretended to, claim to, claims to,
    claimed to, unlikely to, rarely, seldom, i guess, would guess, i assume, we assume,
    i imagine, i presume, i suspect, i suppose, it is possible, it's possible,
    it is conceivable, it is likely, it's likely, it is probable, it is plausible,
    to some extent, to a degree, to a certain extent, in a sense, in a way, in some ways,
    up to a point, so to speak, more or less, in part, partly, once wrote, once said,
    once claimed, once told, once swore, anything other than, on paper, in theory,
    in principle, on average, a sort of, a kind of, some kind of, some sort of, at best,
    at worst, officially, nominally, formally, on the face of it, sure and, it appears,
    it seems, it would seem, it would appear, it looks as though, in my estimate,
    in my estimation, by my estimate, by our estimates, at a guess
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
    at least that's what, at least so, with luck, with any luck, god willing,
    weather permitting, hopefully, all being well, in the event of, in the event that,
    in case of, in case, barring, failing, were it not for, but for, in the absence of,
    i don't think, i do not think, if at all, providing, on the assumption, assuming,
    depending on, pending, unless, the moment, the minute, the second they, the day they,
    at any rate, as far as, ha ha, health permitting, time permitting, money permitting,
    to some extent, to a degree, up to a point, so to speak, more or less, in a sense,
    in a way, that at least is, that is at least, or that is what, at least for,
    at least so far, at least until, at least in, for now, for the moment, for the time being,
    i hope, i guess, i suppose, i fear, i assume, than, where possible, wherever possible,
    where necessary, where appropriate, to hear, so far, until now, up to now, as yet,
    for the present
  `),
  inverted: wordSet(`had were should`),
  copulas: wordSet(`is was are were`),
  refuted: wordSet(`
    false untrue wrong lie myth nonsense absurd ridiculous laughable baseless unfounded
    groundless rubbish fiction
  `),
  scales: wordSet(`hundred thousand million billion trillion dozen half quarter`),
  bounds: phrases(`
    fewer than, less than, under, up to, at most, at least, no more than, not more than,
    no fewer than, no less than, more than, close to, nearer, as few as, as many as,
    as much as, as little as, just under, just over, well under, well over, short of,
    half of, barely, almost, nearly, minus, better part of, some part of, about, around,
    roughly, approximately, some, over, nearly, on average, an average of, one in, two in,
    three in, one out of, two out of
  `),
  factive: wordSet(`
    know knows knew known knowing show shows showed shown prove proves proved proven mean means
    meant realise realised realize realized learn learned learnt discover discovered remember
    remembers remembered forget see sees saw seen find finds found fact truth clear obvious
    evident sure certain glad proud grateful sorry ashamed problem point result reason
  `),
  unsettled: wordSet(`
    seem seems seemed appear appears appeared hope hopes hoped hoping fears feared wish
    wishes wished expects expected assumes assumed presumed guessed predicts predicted hint
    hints hinted speculate rumour rumours rumor rumors idea notion claim claims allegation
    allegations accusation accusations charge suspicion impression chance possibility risk
    danger fantasy illusion theory story legend gossip possible likely probable plausible
    conceivable imaginable dream dreams dreamed dreamt chant chants chanted chanting testify
    testified read reads suggestion suggestions insinuation insinuations assumption
    assumptions belief prediction predictions threat threats complaint complaints hypothesis
    lie lies pretence pretense indication indications sign signs hint suspect suspects
    suspected suspicions allege signal signals
  `),
  pointing: wordSet(`this these those`),
  quantifiers: wordSet(`
    all every each most many several some few both half none countless thousands hundreds
    millions dozens majority minority third part handful fraction number share
  `),
  whenever: wordSet(`when whenever`),
  present: wordSet(`
    is are am can will shall isn't aren't can't won't i'll we'll you'll they'll he'll she'll
    it'll we're they're you're it's he's she's i'm that's there's
  `),
  forgetting: wordSet(`forget forgot forgotten overlook overlooked ignore ignored underestimate`),
  politely: phrases(`
    if you ask me, if i may, if i may say so, if you like, if you will, if you want,
    if i am honest, if i'm honest, if we are honest, if we're honest, if you look,
    if you think about it, if i remember rightly
  `),
  blanked: wordSet(`expletive expletives redacted deleted censored withheld name place date`),
  attempts: phrases(`
    likely to, unlikely to, supposed to, meant to, expected to, hope to, hoped to,
    hoping to, trying to, try to, tried to, tries to, threatened to, promised to,
    willing to, about to, going to, planning to, plan to, plans to, planned to, want to,
    wants to, wanted to, ready to, agreed to, offered to, allowed to, asked to, told to,
    forced to, begun to, started to, starting to, least, most, second, third, so-called,
    alleged, former, fake, false, would-be, future, acting, deputy, anything other than
  `),
  futureEnds: [],
  fictions: wordSet(`
    film movie novel play story stories version dream dreams nightmare nightmares theory
    scenario tale joke book opera musical legend myth script fantasy imagination cartoon
    propaganda brochure
  `),
  given: wordSet(`with given granted assuming without`),
  conditionalEnds: [],
};
