/** French. */
import type { Language } from '../language.ts';
import { genders, wordSet, NO_WORDS, phrases } from '../lists.ts';
import { frContext } from './context.ts';
import { frCues as cues } from './cues.ts';
import { frPeople } from './people.ts';
import { frPrinted as printed } from './printed.ts';
import { frCalendar, frTranscript } from './transcript.ts';

/** All that the press knows about French. */
export const fr = {
  tag: 'fr',
  name: 'French',
  direction: 'ltr',
  marks: {
    id: 'french',
    pairs: [
      ['«', '»'],
      ['“', '”'],
      ['‹', '›'],
    ],
  },
  regions: {
    'fr-CH': {
      id: 'swiss',
      pairs: [
        ['«', '»'],
        ['‹', '›'],
      ],
    },
  },
  noteBeforePunctuation: true,
  incise: {
    before:
      /[,!?…—–»”][\s\u00a0\u202f]*(?:(?:me|te|lui|nous|vous|leur|se|a|ai|avait|avais|aurait|eut)\s+|(?:a|avait|aurait)-t?-?(?:il|elle|on)\s+|[smt][’'])*$/iu,
    subject:
      /^(?:(?:-t)?-(?:ils?|elles?|je|on|nous)(?![\p{L}])|\s+(?:\p{Lu}|(?:les?|la|une?|mon|ma|son|sa|ses|ce|cet|cette|notre|quelqu[’']un)[\s,;.!]|l[’']))/u,
    inverted: /-t?-?(?:il|elle|on)\s$/u,
  },
  cues,
  cueUses: {
    toListener: wordSet('interroger'),
    answers: wordSet('répondre répliquer rétorquer'),
    defines: NO_WORDS,
    nouns: NO_WORDS,
    nounsAfter: NO_WORDS,
    places: NO_WORDS,
    purposes: {},
    past: [],
  },
  grammar: {
    pronouns: genders({
      he: 'il celui-ci',
      she: 'elle celle-ci',
      they: 'ils elles',
      i: 'je j',
      we: 'nous',
      it: 'on',
      you: 'tu vous',
    }),
    gendered: genders({ he: 'il lui', she: 'elle' }),
    prepositions: wordSet(`
    de du des d à au aux avec par pour contre sur sous dans en chez entre vers sans selon
    après avant depuis devant derrière près et ou
  `),
    determiners: wordSet(`
    le la les l un une son sa ses leur leurs mon ma mes notre ce cet cette ces plusieurs
  `),
    oblique: wordSet('lui leur me te se les'),
    definite: wordSet('le la l'),
    definiteGender: new Map(),
    possessives: wordSet('son sa ses mon ma mes leur leurs notre'),
    relatives: wordSet(`
    qui que qu dont où lequel laquelle quand lorsque parce puisque si tandis
  `),
    pronominal: wordSet('qui que dont'),
    complementizers: wordSet('que qu'),
    conjunctions: wordSet('et mais ou donc or ni car tandis que qui lorsque quand si puis'),
    and: wordSet('et'),
    or: wordSet('ou'),
    sharing: NO_WORDS,
    complements: wordSet('de du des d pour'),
    agent: wordSet('par'),
    givers: NO_WORDS,
    passive: wordSet('été est fut était sont'),
    conditional: wordSet('dirait pourrait'),
    fillers: wordSet(`
    a ai avait ont avaient aussi alors ensuite encore déjà toujours ne n pas lui leur me m se
    s y en puis enfin vous nous te t
  `),
    cleft: NO_WORDS,
    participles: ['ant'],
    absolute: null,
    adverbs: [],
    adjectives: [],
    aged: [],
    asides: phrases('en, qui, tandis, avec, d’un, d’une, sans, puis, tout'),
    writings: NO_WORDS,
    verbSecond: true,
    subjectDropped: false,
    nounCapitals: false,
  },
  unspaced: null,
  kind: {
    finite: wordSet(`
    est sont était étaient sera seront a ont avait avaient ai as avez avons suis es êtes
    sommes fait font va vont peut peuvent doit doivent faut veux veut voulez
  `),
    persons: wordSet(`
    je j'ai j' moi me m' mon ma mes nous notre nos vous votre vos tu te t' toi ton ta tes
  `),
    works: wordSet(`
    livre film roman chanson album article journal revue titre pièce poème série émission
    projet
  `),
    sayings: wordSet('phrase phrases mot mots formule expression propos réplique'),
    labels: wordSet(`
    mot mots terme expression appelé appelée nommé nommée dit dite intitulé intitulée
    surnommé surnommée soi-disant devise slogan nom verbe
  `),
    boards: wordSet(`
      pancarte pancartes panneau panneaux banderole banderoles affiche affiches plaque inscription autocollant graffiti écriteau
    `),
    entitled: wordSet(`
      intitulé intitulée intitulés titre
    `),
    labelsAfter: wordSet('signifie désigne'),
    determiners: wordSet(`
    un une des le la les l' ce cet cette ces son sa ses leur leurs du au aux d'un d'une
  `),
    reported: NO_WORDS,
    joins: wordSet('et ou mais'),
    as: wordSet('comme'),
    small: wordSet('le la les du des de et un une pour par avec dans sur est'),
    pointsBack: /(?:le|les) (?:mots?|expression)/u,
    sentence: null,
  },
  people: frPeople,
  sense: {
    negations: wordSet(
      'ne pas jamais rien aucun aucune ni sans nul nulle guère nullement aucunement',
    ),
    denyingEnds: [],
    denyingStarts: ["n'"],
    light: wordSet(`
    le la les un une des du de euh ben bon alors donc voilà et il elle nous vous est
  `),
    turns: wordSet('mais sauf si'),
    contractions: {},
    contractedEnds: {},
    numbers: [
      ...wordSet(
        `zéro 1 deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize 17 18 19 vingt`,
      ),
    ],
    tens: [...wordSet(`vingt trente quarante cinquante soixante 70 80 90`)],
  },
  context: frContext,
  abbreviations: phrases('M, MM, Mme, Mlle, Dr, St, etc'),
  headings: {
    summary: phrases('résumé, synthèse, note de synthèse, l’essentiel, en bref, points clés'),
    participants: phrases(`
    participants, participantes, intervenants, personnes présentes, interlocuteurs, présents,
    personne, personnes, présentes, intervenant, participant, orateurs, ont pris la parole
  `),
    body: phrases('déroulement, récit détaillé, détail, ce qui a été dit'),
    context: phrases('contexte, arrière-plan, rappel, repères'),
    analysis: phrases('analyse, évaluation, portée, ce que cela signifie'),
    questions: phrases('questions, questions soulevées, questions ouvertes, questions en suspens'),
    source: phrases('source, sources, références, référence, bibliographie'),
    disclosure: phrases(
      'transparence, mention, déclaration, avertissement, à propos de cette note',
    ),
  },
  lines: {
    articles: wordSet('le la les'),
    disclosures: phrases('avec l’aide de, avec l’assistance de, rédigé avec'),
    disclosed:
      /^(?:ce (?:résumé|rapport|document|texte)|cette (?:note|synthèse|analyse)) a été (?:rédigée?|générée?|produite?|préparée?|établie?) (?:par|avec|à l’aide d’)(?: une?)? ?(?:ia|intelligence artificielle|chatgpt|claude|gemini|copilot)\b/u,
    disclosureLabels: [],
    sourceLabels: ['source', 'sources'],
    subjectLabels: ['objet'],
    genres: phrases(
      `note, note de synthèse, dossier, mémo, rapport, brouillon, note de preuves, dossier de preuves`,
    ),
    chat: {
      opens: phrases(
        `bien sûr, bien entendu, certainement, voici, absolument, avec plaisir, d’accord`,
      ),
      closes: phrases(
        `n’hésitez pas, n’hésite pas, souhaitez-vous, souhaites-tu, voulez-vous, veux-tu, si vous souhaitez, si tu veux, dites-moi, dis-moi, je peux aussi`,
      ),
    },
    page: {
      furniture: phrases(
        `aller au contenu, aller au contenu principal, passer au contenu, publicité, partager, enregistrer, imprimer, s’abonner, abonnez-vous, se connecter, connexion, newsletter, menu, recherche, rechercher, accueil, commentaires, haut de page, retour en haut, tout accepter, écouter l’article`,
      ),
      related: phrases(
        `à lire aussi, lire aussi, sur le même sujet, articles liés, les plus lus, à ne pas manquer, voir aussi, recommandé pour vous`,
      ),
    },
    letters: {
      from: phrases(`de`),
      heads: phrases(`envoyé, à, cc, cci, date, répondre à, pièces jointes, objet, pour`),
      wrote: phrases(`a écrit`),
      parted: phrases(
        `message d’origine, message original, message transféré, message réexpédié, début du message transféré`,
      ),
      forwards: phrases(`tr, transféré, réexpédié`),
      replies: phrases(`re, tr, réf`),
    },
    noteLabels: ['note', 'notes', 'remarque'],
    readersFor: ['pour'],
  },
  frequent: {
    telling: wordSet('le les des et une est que dans pour pas qui sur au avec ce du cette'),
    common: wordSet(`
    a ai au aux avec ce ces cette dans de des du elle en est et être il ils je la le les leur
    lui mais me mes moi ne nos notre nous on ont ou où par pas plus pour qu que qui sa sans
    se ses si son sont sur ta très tu un une vos votre vous y
  `),
  },
  printed,
  transcript: frTranscript,
  calendar: frCalendar,
} as const satisfies Language;
