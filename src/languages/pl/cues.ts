/**
 * Announcing words of Polish: each lemma with the forms that stand in text; “…” skips a few words.
 */
import type { CueWords } from '../parts.ts';

/** Words that announce speech in Polish, with the forms in which they occur. */
export const plCues: CueWords = {
  verbs: {
    mówić: 'mówi, mówią, mówił, mówiła, mówili, mówiąc',
    powiedzieć: 'powie, powiedział, powiedziała, powiedzieli',
    dodać: 'dodaje, dodał, dodała, dodali',
    stwierdzić: 'stwierdza, stwierdził, stwierdziła, stwierdzili',
    zapytać: 'pyta, pytał, pytała, zapytał, zapytała, spytał, spytała',
    odpowiedzieć: 'odpowiada, odpowiedział, odpowiedziała, odpowiedzieli, odparł, odparła',
    oświadczyć: 'oświadcza, oświadczył, oświadczyła',
    podkreślić: 'podkreśla, podkreślił, podkreśliła',
    zaznaczyć: 'zaznacza, zaznaczył, zaznaczyła',
    wyjaśnić: 'wyjaśnia, wyjaśnił, wyjaśniła',
    ogłosić: 'ogłasza, ogłosił, ogłosiła',
    napisać: 'pisze, napisał, napisała',
    przyznać: 'przyznaje, przyznał, przyznała',
    ocenić: 'ocenia, ocenił, oceniła',
    zapewnić: 'zapewnia, zapewnił, zapewniła',
    zapowiedzieć: 'zapowiada, zapowiedział, zapowiedziała',
    ostrzec: 'ostrzega, ostrzegł, ostrzegła',
    zauważyć: 'zauważa, zauważył, zauważyła',
    krzyknąć: 'krzyczy, krzyknął, krzyknęła, zawołał, zawołała',
    szepnąć: 'szepcze, szepnął, szepnęła',
    mruknąć: 'mruknął, mruknęła',
    tłumaczyć: 'tłumaczy, tłumaczył, tłumaczyła',
    przekonywać: 'przekonuje, przekonywał, przekonywała',
    komentować: 'komentuje, skomentował, skomentowała',
    twierdzić: 'twierdzi, twierdził, twierdziła',
    poinformować: 'informuje, poinformował, poinformowała',
    powtórzyć: 'powtarza, powtórzył, powtórzyła',
    apelować: 'apeluje, apelował, zaapelował, zaapelowała',
  },
  weak: {
    nazwać: 'nazywa, nazwał, nazwała, nazwany',
    określić: 'określa, określił, określiła',
    myśleć: 'myśli, myślał, myślała',
    uważać: 'uważa, uważał, uważała',
    tytuł: 'zatytułowany, zatytułowana',
  },
  source: 'według, zdaniem, jak podaje, słowami',
  afterMark: '',
  afterMarkBefore: '',
  negators: 'nie, nigdy, bez',
  negatorsAfter: '',
  between: 'on, ona, tego, to',
};
