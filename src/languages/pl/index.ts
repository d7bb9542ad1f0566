/** Polish. */
import type { Language } from '../language.ts';
import { genders, listed, NONE } from '../lists.ts';
import { pl as cues } from './cues.ts';
import { people } from './people.ts';
import { calendar, transcript } from './transcript.ts';

export const pl = {
  tag: 'pl',
  name: 'Polish',
  direction: 'ltr',
  marks: {
    id: 'polish',
    pairs: [
      ['„', '”'],
      ['«', '»'],
      ['‚', '’'],
    ],
  },
  regions: {},
  noteBeforePunctuation: false,
  incise: null,
  cues,
  cueUses: {
    toListener: NONE,
    answers: NONE,
    defines: NONE,
    nouns: NONE,
    nounsAfter: NONE,
    places: NONE,
    purposes: {},
    past: [],
  },
  grammar: {
    pronouns: genders({ he: 'on', she: 'ona', they: 'oni one', i: 'ja', we: 'my' }),
    gendered: genders({ he: 'on jego jemu', she: 'ona jej' }),
    prepositions: listed('w we na z ze do o od dla za po przy przez między bez przed i lub oraz'),
    determiners: listed('этот эта его её'),
    oblique: listed('ему ей им нам мне'),
    definite: NONE,
    definiteGender: new Map(),
    possessives: NONE,
    relatives: listed('który która które że żeby kiedy gdy jeśli gdzie kto'),
    pronominal: listed('która'),
    complementizers: listed('że'),
    conjunctions: listed('i a ale lub że kiedy gdy'),
    and: listed('i'),
    or: listed('lub'),
    sharing: NONE,
    complements: NONE,
    agent: NONE,
    givers: NONE,
    passive: listed('был была были'),
    conditional: NONE,
    fillers: listed('także potem już nie nigdy też'),
    cleft: NONE,
    participles: [],
    absolute: null,
    adverbs: [],
    adjectives: [],
    aged: [],
    asides: [],
    writings: NONE,
    verbSecond: true,
    nounCapitals: false,
  },
  unspaced: null,
  kind: null,
  people,
  sense: {
    negations: listed('nie nigdy nikt nikogo nic żaden żadna żadne bez ani'),
    denyingEnds: [],
    denyingStarts: [],
    light: NONE,
    turns: listed('ale'),
    contractions: {},
    contractedEnds: {},
    numbers: [],
    tens: [],
  },
  abbreviations: null,
  headings: null,
  lines: null,
  frequent: {
    telling: NONE,
    common: listed(`
    a ale bardzo bez będzie był była było być by co czy dla do gdy go i ich ja jak jako jego
    jej jest jeszcze już każdy kto która które który mnie może my na nas nie o od on oni po
    przez są się ta tak także to tu tylko w we więc z za że
  `),
  },
  printed: null,
  transcript,
  calendar,
} as const satisfies Language;
