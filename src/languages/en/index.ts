/** English. */
import type { Language } from '../language.ts';
import { genders, wordSet, NO_WORDS, phrases } from '../lists.ts';
import { enContext } from './context.ts';
import { enCues as cues } from './cues.ts';
import { enPeople } from './people.ts';
import { enPrinted as printed } from './printed.ts';
import { enCalendar, enTranscript } from './transcript.ts';

/** All that the press knows about English. */
export const en = {
  tag: 'en',
  name: 'English',
  direction: 'ltr',
  marks: {
    id: 'english',
    pairs: [
      ['“', '”'],
      ['‘', '’'],
    ],
  },
  regions: {
    'en-GB': {
      id: 'british',
      pairs: [
        ['‘', '’'],
        ['“', '”'],
      ],
    },
    'en-IE': {
      id: 'british',
      pairs: [
        ['‘', '’'],
        ['“', '”'],
      ],
    },
  },
  noteBeforePunctuation: false,
  incise: null,
  cues,
  cueUses: {
    toListener: wordSet('tell ask inform warn advise remind urge assure'),
    answers: wordSet('answer reply respond retort'),
    defines: wordSet('mean use title discuss express'),
    nouns: wordSet(`
    request answer reply comment question report claim demand call remark order note whisper
    cry shout charge offer promise address talk term view hope appeal protest challenge
    murmur quip joke praise pledge query read use name title label brand signal plan rule
    lecture stress state caution command counsel advice return scream blog tweet object
    counter hint hold find post reason regret rant
  `),
    nounsAfter: wordSet('every each any no such these those whose'),
    places: wordSet('states'),
    purposes: { used: wordSet('as for to in') },
    past: ['ed', 'known', 't'],
  },
  grammar: {
    pronouns: genders({
      he: 'he',
      she: 'she',
      they: 'they',
      i: 'i',
      we: 'we',
      it: 'it',
      you: 'you',
    }),
    gendered: genders({ he: 'he his him himself', she: 'she her hers herself' }),
    prepositions: wordSet(`
    of to with by from for at in on about against between among after before near like than
    through under over via into onto toward towards upon beside behind without including
    despite during amid alongside unlike per regarding concerning and or
  `),
    determiners: wordSet(`
    the a an his her their its my our this that another one some many several both all other
  `),
    oblique: wordSet('him them us me'),
    definite: wordSet('the'),
    definiteGender: new Map(),
    possessives: wordSet('his her their its my our your'),
    relatives: wordSet(`
    who whom whose which that where when while if because although though since until whether
  `),
    pronominal: wordSet('who whom whose which that'),
    complementizers: wordSet('that whether'),
    conjunctions: wordSet(`
    and but or so yet then while whereas because although though which who whom that when if
    until nor where
  `),
    and: wordSet('and'),
    or: wordSet('or'),
    sharing: wordSet('but'),
    complements: wordSet('of for'),
    agent: wordSet('by'),
    givers: wordSet('from'),
    passive: wordSet('was were been being is are be'),
    conditional: wordSet('would could might may should'),
    fillers: wordSet(`
    has have had also then now later once again already still just only even never not always
    often reportedly is was be did does do would will could might been finally simply quietly
    loudly ever soon immediately further therefore thus
  `),
    cleft: wordSet('was is'),
    participles: ['ing'],
    absolute: { opens: 'with', ending: 'ing' },
    adverbs: ['ly'],
    adjectives: ['ish', 'an', 'al'],
    aged: ['year-old'],
    asides: phrases('which, who, with, as, while, and then, turning, looking'),
    writings: wordSet(`
    letter statement report tweet post email mail memo memoir memoirs testimony affidavit
    filing book essay article speech note diary autobiography blog response reply answer
    complaint ruling opinion
  `),
    verbSecond: false,
    subjectDropped: false,
    nounCapitals: false,
  },
  unspaced: null,
  kind: {
    finite: wordSet(`
    is are was were am be been will would can could shall should may might must have has had
    do does did don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't
    couldn't haven't hasn't hadn't it's that's there's he's she's they're we're you're i'm
    i've we've i'll we'll you'll let let's need needs want wants think believe know say says
    said make makes made go goes went get gets got
  `),
    persons: wordSet(`
    i i'm i've i'll i'd we we're we've we'll we'd me us my our you you're you've you'll your
    mine ours yours myself ourselves
  `),
    works: wordSet(`
    book books film movie song album single article essay story novel poem play paper chapter
    series episode show magazine newspaper journal website blog program programme project
    campaign dissertation thesis report documentary video painting photograph photo column
    speech lecture exhibition ship vessel restaurant hotel pub band group party operation
    mission company title subtitle headline heading slide section track game
  `),
    sayings: wordSet(`
    line lines words phrase phrases remark remarks comment comments verdict motto mantra refrain
    assessment warning request question claim demand promise pledge joke quip
  `),
    labels: wordSet(`
    term terms word phrase expression verb noun adjective adverb prefix suffix concept notion
    label name nickname called termed named titled entitled dubbed nicknamed labelled labeled
    so-called known means meaning mean meant defined reads pronounced spelled styled
    proclaimed translates translated denotes motto slogan himself herself itself themselves
    jokingly
  `),
    boards: wordSet(`
      sign signboard signpost banner banners placard placards poster posters plaque billboard sticker stickers inscription graffiti graffito t-shirt shirt signs
    `),
    entitled: wordSet(`
      entitled titled subtitled headlined
    `),
    labelsAfter: wordSet(`
    means meaning refers denotes stands translates construction effect problem syndrome
    theory hypothesis phenomenon
  `),
    determiners: wordSet(`
    a an the this that these those his her its their our my your some any such no each every
    another
  `),
    reported: NO_WORDS,
    joins: wordSet('and or but nor'),
    as: wordSet('as'),
    small: wordSet('the of and a an for by with from to at on in is are this that it'),
    pointsBack: /\b(?:the|his|her|this|that) (?:words?|phrase|expression|reference to)/u,
    sentence: null,
  },
  people: enPeople,
  sense: {
    negations: wordSet(`
    no not never none nobody nothing neither nor nowhere cannot without hardly barely
    scarcely seldom rarely
  `),
    denyingEnds: ["n't"],
    denyingStarts: [],
    light: wordSet(`
    a an the um uh er erm ah oh hm hmm mm well so like just actually basically really okay ok
    right yeah yes and that this these those you know i mean kind of sort to in on at by for
    with from as is are was were be been am it its he she we they his her our their your my
    me him them us there here then
  `),
    turns: wordSet('but not unless except only if'),
    contractions: {
      "can't": 'can not',
      'cannot': 'can not',
      "won't": 'will not',
      "shan't": 'shall not',
      "let's": 'let us',
      'gonna': 'going to',
      'wanna': 'want to',
      'gotta': 'got to',
      "i'm": 'i am',
    },
    contractedEnds: { "n't": ' not', "'re": ' are', "'ll": ' will', "'ve": ' have', "'s": ' is' },
    numbers: [
      ...wordSet(`
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen twenty
  `),
    ],
    tens: [...wordSet('twenty thirty forty fifty sixty seventy eighty ninety')],
  },
  context: enContext,
  abbreviations: phrases(`
    Mr, Mrs, Ms, Dr, Prof, St, Sen, Rep, Gov, Gen, Col, Lt, Capt, Sgt, Rev, Hon, Jr, Sr, Inc,
    Ltd, Co, Corp, No, vs, etc, al, ca, Jan, Feb, Mar, Apr, Aug, Sep, Sept, Oct, Nov, Dec
  `),
  headings: {
    summary: phrases(`
    executive summary, summary, overview, abstract, key points, key findings, at a glance,
    in brief
  `),
    participants: phrases(`
    participants, participant, speakers, who’s who, people, persons, parties, attendees,
    those present, in attendance, on the call, who spoke, person, present, speaker, attending,
    witnesses, panel, panellists, panelists, interviewees, also present, who’s speaking
  `),
    body: phrases(`
    detailed breakdown, breakdown, detailed account, what was said, timeline, chronology
  `),
    context: phrases(`
    context, background, context for readers, context for general readers, context note,
    context notes, historical context
  `),
    analysis: phrases(`
    analysis, assessment, discussion, implications, significance, what it means, takeaways,
    key takeaways, interpretation
  `),
    questions: phrases(`
    questions raised, questions, open questions, unanswered questions, remaining questions,
    questions for follow-up
  `),
    source: phrases(`
    source, sources, source note, source notes, references, reference, bibliography,
    works cited, citation, citations
  `),
    disclosure: phrases(`
    disclosure, disclosures, ai disclosure, disclaimer, how this brief was made,
    about this brief
  `),
  },
  lines: {
    articles: wordSet('the'),
    disclosures: phrases(`
    assistance from, assistance by, assistance of, ai-assisted, ai-generated, ai assisted,
    ai generated, machine-generated, disclosure:, disclaimer:
  `),
    disclosed:
      /^(?:(?:this|the following) (?:brief|report|document|text|summary|analysis|draft|overview) (?:was|is|has been) )?(?:partly |partially |automatically )?(?:written|drafted|prepared|produced|made|generated|created|edited|compiled|summari[sz]ed) (?:(?:with|by) (?:the )?(?:help|assistance|aid|support|use) (?:of|from)\s|(?:by|with|using) (?:an? )?(?:ai|a\.i\.|artificial intelligence|chatgpt|claude|gemini|copilot|llm|language model|machine)\b)/u,
    disclosureLabels: phrases('disclosure, disclaimer'),
    sourceLabels: ['source', 'sources'],
    subjectLabels: ['subject', 're'],
    genres: phrases(
      `evidence brief, brief, briefing, briefing note, evidence briefing, memo, memorandum, evidence memo, report, draft, draft brief, fact sheet, evidence report`,
    ),
    chat: {
      opens: phrases(
        `sure, certainly, of course, absolutely, great, okay, ok, here’s, here is, here are, below is, below you’ll find, i’ve prepared, i have prepared, i’ve drafted, i’ve put together, got it`,
      ),
      closes: phrases(
        `let me know, would you like, if you’d like, if you would like, if you want, feel free, i can also, do you want me, want me to, shall i, should i, just let me know, happy to`,
      ),
    },
    page: {
      furniture: phrases(
        `skip to main content, skip to content, jump to content, jump to navigation, advertisement, advert, share, share this, share this article, save, save article, save for later, subscribe, subscribe now, sign in, log in, sign up, register, newsletter, newsletters, cookie settings, accept all, manage cookies, back to top, print, email, copy link, listen to this article, comments, follow us, menu, search, home, read more, view comments, gift this article, published, updated`,
      ),
      related: phrases(
        `related articles, related, related stories, more on this story, most read, most popular, more from, you may also like, read next, recommended, trending, related topics, top stories`,
      ),
    },
    letters: {
      from: phrases(`from`),
      heads: phrases(`sent, to, cc, bcc, date, reply-to, importance, attachments, subject`),
      wrote: phrases(`wrote`),
      parted: phrases(
        `original message, forwarded message, begin forwarded message, reply message`,
      ),
      forwards: phrases(`fw, fwd, forwarded`),
      replies: phrases(`re, fw, fwd`),
    },
    noteLabels: ['note', 'notes', 'editor’s note'],
    readersFor: ['for'],
  },
  frequent: {
    telling: wordSet('the of and to that was with for is on he she they this from said'),
    common: wordSet(`
    a about all and any are as at be been but by can could did do does for from go good had
    has have he her his how if in is it its know like me more must my no not now of on or our
    out said see she so some than very that the their them there they this to up was we were what
    when which who will with would you your
  `),
  },
  printed,
  transcript: enTranscript,
  calendar: enCalendar,
} as const satisfies Language;
