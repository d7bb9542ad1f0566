/** Italian. */
import type { Language } from '../language.ts';
import { genders, listed, NONE } from '../lists.ts';
import { it as cues } from './cues.ts';
import { people } from './people.ts';
import { calendar, transcript } from './transcript.ts';

export const it = {
  tag: 'it',
  name: 'Italian',
  direction: 'ltr',
  marks: {
    id: 'italian',
    pairs: [
      ['«', '»'],
      ['“', '”'],
      ['‘', '’'],
    ],
  },
  regions: {
    'it-CH': {
      id: 'swiss',
      pairs: [
        ['«', '»'],
        ['‹', '›'],
      ],
    },
  },
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
    pronouns: genders({ he: 'lui egli', she: 'lei ella', they: 'loro', i: 'io', we: 'noi' }),
    gendered: genders({ he: 'lui', she: 'lei' }),
    prepositions: listed(`
    di del della dei delle dell a al alla ai con da dal dalla per contro su sul in nel nella
    tra fra senza secondo dopo prima come e o
  `),
    determiners: listed('il lo la i gli le l un uno una suo sua'),
    oblique: listed('le les lo me te se'),
    definite: listed('il la lo l'),
    definiteGender: new Map(),
    possessives: listed('suo sua'),
    relatives: listed('che chi cui dove quando perché se mentre'),
    pronominal: listed('che'),
    complementizers: listed('che'),
    conjunctions: listed('e ma o né che perché quando mentre'),
    and: listed('e'),
    or: listed('o'),
    sharing: NONE,
    complements: listed('di del della'),
    agent: listed('da dal dalla'),
    givers: NONE,
    passive: listed('stato stata viene'),
    conditional: NONE,
    fillers: listed('ha hanno aveva poi anche ancora già non mai si lo gli le è'),
    cleft: NONE,
    participles: ['ando', 'endo'],
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
    negations: listed('non mai niente nulla nessun nessuno nessuna né senza neanche nemmeno'),
    denyingEnds: [],
    denyingStarts: [],
    light: listed('il lo gli i uno e cioè allora ecco'),
    turns: listed('ma'),
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
    a al alla anche che chi ci come con da dal dei del della delle di dobbiamo e gli ha ho i
    il in io è la le lo lui ma mi mia mio nel nella noi non o per perché più quando quello
    questa questo se senza si siamo sono su sua suo tutto un una voi
  `),
  },
  printed: null,
  transcript,
  calendar,
} as const satisfies Language;
