/** Italian. */
import type { Language } from '../language.ts';
import { genders, wordSet, NO_WORDS, phrases } from '../lists.ts';
import { itContext } from './context.ts';
import { itCues as cues } from './cues.ts';
import { itPeople } from './people.ts';
import { itPrinted as printed } from './printed.ts';
import { itCalendar, itTranscript } from './transcript.ts';

/** All that the press knows about Italian. */
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
    toListener: wordSet('chiedere avvertire informare'),
    answers: wordSet('rispondere replicare ribattere'),
    defines: wordSet('significare intitolare'),
    nouns: NO_WORDS,
    nounsAfter: NO_WORDS,
    places: NO_WORDS,
    purposes: {},
    past: [],
  },
  grammar: {
    pronouns: genders({
      he: 'lui egli',
      she: 'lei ella',
      they: 'loro essi esse',
      i: 'io',
      we: 'noi',
      you: 'tu voi',
    }),
    gendered: genders({ he: 'lui', she: 'lei' }),
    prepositions: wordSet(`
    di del dello della dell dei degli delle a ad al allo alla all ai agli alle con col da dal
    dallo dalla dall dai dagli dalle per contro su sul sullo sulla sull sui sugli sulle in
    nel nello nella nell nei negli nelle tra fra senza secondo dopo prima durante verso come
    e o
  `),
    determiners: wordSet(`
    il lo la i gli le l un uno una suo sua suoi sue questo questa quel quella alcuni alcune
    molti
  `),
    oblique: wordSet('le les lo me te se gli'),
    definite: wordSet('il la lo l'),
    definiteGender: new Map(),
    possessives: wordSet('suo sua suoi sue mio mia nostro nostra loro'),
    relatives: wordSet('che chi cui dove quando perché poiché se mentre sebbene benché'),
    pronominal: wordSet('che'),
    complementizers: wordSet('che'),
    conjunctions: wordSet('e ed ma o oppure né che perché quando mentre se'),
    and: wordSet('e ed'),
    or: wordSet('o oppure'),
    sharing: wordSet('ma'),
    complements: wordSet('di del dello della dell dei degli delle per'),
    agent: wordSet('da dal dallo dalla dall dai dagli dalle'),
    givers: NO_WORDS,
    passive: wordSet('stato stata stati state viene venne vengono'),
    conditional: wordSet('potrebbe potrebbero dovrebbe direbbe'),
    fillers: wordSet(`
    ha hanno aveva avevano ho poi anche ancora già non mai si lo gli le ci ne è inoltre
    infine quindi ieri oggi più volte
  `),
    cleft: NO_WORDS,
    participles: ['ando', 'endo'],
    absolute: null,
    adverbs: ['mente'],
    adjectives: [],
    aged: [],
    asides: [],
    writings: NO_WORDS,
    verbSecond: true,
    subjectDropped: true,
    nounCapitals: false,
  },
  unspaced: null,
  kind: {
    finite: wordSet(`
    è sono era erano sarà saranno ha ho abbiamo hanno aveva avevano può possiamo possono deve
    devono dobbiamo voglio vuole vogliamo fa va sta stanno c'è so credo penso
  `),
    persons: wordSet(`
    io noi mi ci me mio mia miei mie nostro nostra nostri nostre lei voi vostro vostra tu ti
    tuo tua
  `),
    works: wordSet(`
    libro film romanzo canzone album articolo giornale quotidiano rivista titolo opera
    programma progetto partito nave
  `),
    sayings: wordSet('frase frasi parole motto battuta espressione'),
    labels: wordSet(`
    parola parole termine espressione chiamato chiamata detto detta denominato soprannominato
    intitolato intitolata cosiddetto cosiddetta cosiddetti motto slogan nome
  `),
    boards: wordSet(`
      cartello cartelli striscione striscioni targa insegna scritta iscrizione adesivo manifesto
    `),
    entitled: wordSet(`
      intitolato intitolata titolo
    `),
    labelsAfter: wordSet('significa vuol'),
    determiners: wordSet(`
    il lo la i gli le un uno una questo questa quel quella suo sua del della dello dei al
    alla nel nella
  `),
    reported: NO_WORDS,
    joins: wordSet('e ed o ma'),
    as: wordSet('come'),
    small: wordSet('gli della di che nella sono alla'),
    pointsBack: /(?:la|le|il) (?:parol[ae]|frase|espressione)/u,
    sentence: null,
  },
  people: itPeople,
  sense: {
    negations: wordSet(`
    non mai niente nulla nessun nessuno nessuna né senza neanche nemmeno neppure
  `),
    denyingEnds: [],
    denyingStarts: [],
    light: wordSet(`
    il lo la l gli i le un uno una e cioè allora ecco eh ehm beh insomma diciamo quindi che
    di a
  `),
    turns: wordSet('ma però tuttavia salvo tranne'),
    contractions: {},
    contractedEnds: {},
    numbers: [
      ...wordSet(
        `zero 1 due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti`,
      ),
    ],
    tens: [...wordSet(`venti trenta quaranta cinquanta sessanta settanta ottanta novanta`)],
  },
  context: itContext,
  abbreviations: phrases(`
    Sig, Sigg, Dott, Prof, Avv, Ing, On, Sen, ecc, art, artt, pag, pagg, n, nn, cfr, ca, S. E
  `),
  headings: {
    summary: phrases(`
    sintesi, riassunto, sommario, in breve, in sintesi, punti chiave, punti principali
  `),
    participants: phrases(
      'partecipanti, interlocutori, presenti, persone, intervenuti, chi ha parlato, persona, partecipante, relatori, sono intervenuti',
    ),
    body: phrases(`
    svolgimento, resoconto, resoconto dettagliato, cronologia, che cosa è stato detto
  `),
    context: phrases('contesto, antefatti, quadro generale, sfondo'),
    analysis: phrases('analisi, valutazione, implicazioni, che cosa significa, conclusioni'),
    questions: phrases('domande, domande aperte, questioni aperte, domande sollevate'),
    source: phrases('fonte, fonti, riferimenti, bibliografia, nota sulle fonti'),
    disclosure: phrases('trasparenza, avvertenza, dichiarazione, come è stata redatta questa nota'),
  },
  lines: {
    articles: wordSet('il lo la i gli le'),
    disclosures: phrases(
      'con l’assistenza di, con l’aiuto di, redatto con, scritto con l’aiuto di',
    ),
    disclosed: null,
    disclosureLabels: phrases('trasparenza, avvertenza'),
    sourceLabels: ['fonte', 'fonti'],
    subjectLabels: ['oggetto'],
    genres: phrases(`rapporto, dossier, promemoria, bozza, nota informativa`),
    chat: {
      opens: phrases(`certo, certamente, ecco, volentieri, naturalmente`),
      closes: phrases(
        `fammi sapere, mi faccia sapere, vuoi che, desidera che, se vuoi, se desidera, posso anche`,
      ),
    },
    page: {
      furniture: phrases(
        `vai al contenuto, salta al contenuto, pubblicità, condividi, salva, stampa, abbonati, accedi, registrati, newsletter, menu, cerca, home, commenti, torna su, accetta tutto`,
      ),
      related: phrases(`articoli correlati, leggi anche, i più letti, potrebbe interessarti`),
    },
    letters: {
      from: phrases(`da`),
      heads: phrases(`inviato, a, cc, ccn, data, rispondi a, allegati, oggetto`),
      wrote: phrases(`ha scritto`),
      parted: phrases(`messaggio originale, messaggio inoltrato, inizio messaggio inoltrato`),
      forwards: phrases(`i, inoltrato`),
      replies: phrases(`r, i, rif`),
    },
    noteLabels: ['nota'],
    readersFor: ['per'],
  },
  frequent: {
    telling: wordSet(`
    il gli della che non di una sono nella per con alla dei anche più ha è
  `),
    common: wordSet(`
    a al alla anche che chi ci come con da dal dei del della delle di dobbiamo e gli ha ho i
    il in io è la le lo lui ma mi mia mio nel nella noi non o per perché più quando quello
    questa questo se senza si siamo sono su sua suo tutto un una voi
  `),
  },
  printed,
  transcript: itTranscript,
  calendar: itCalendar,
} as const satisfies Language;
