/** Words by which the labels of a transcript are told from its sentences, language by language. */

import { SPEECH, type SpeechWords } from './speech-words.ts';

/** Lower case, without accents and full stops. */
export function foldWord(word: string): string {
  const known = foldedWords.get(word);
  if (known !== undefined) return known;
  if (foldedWords.size > MOST_FOLDED) foldedWords.clear();
  const plain = word
    .normalize('NFKD')
    .replaceAll(/\p{M}|\./gu, '')
    .toLowerCase();
  foldedWords.set(word, plain);
  return plain;
}

/** Words come back: most of the cost of reading labels is saved. */
const foldedWords = new Map<string, string>();
const MOST_FOLDED = 20_000;

const setOf = (part: keyof SpeechWords): ReadonlySet<string> =>
  new Set(Object.values(SPEECH).flatMap((language) => language[part].split(' ').map(foldWord)));

/** Words before a name: Mr, Senator. */
export const HONORIFICS = setOf('honorifics');
/** Words that stand for a person: chair, clerk. */
export const SPEECH_ROLES = setOf('roles');
/** Labels of nobody in particular: audience, several voices. */
export const VOICES = setOf('voices');
/** Labels of lines that describe the document: date, place. */
export const DOCUMENTS = setOf('documents');
/** Words that no name ends with. */
export const FUNCTIONS = setOf('functions');
/** Small words inside names: de, von. */
export const PARTICLES = setOf('particles');

/** Characters by which the language of a text is told. */
const SPEECH_SAMPLE = 40_000;
const setsOf = (words: (language: SpeechWords) => string): readonly ReadonlySet<string>[] =>
  Object.values(SPEECH).map((language) => new Set(words(language).split(' ').map(foldWord)));
const FUNCTIONS_OF = setsOf(({ functions }) => functions);
const SMALL_OF = setsOf(({ functions, particles }) => `${functions} ${particles}`);

/**
 * Pronouns, articles and other small words of the text’s own language, folded: “per” is one in
 * Italian and a name in Norwegian. A short text may be of several languages; of one that fits none,
 * all small words of all languages count.
 */
export function functionsIn(text: string): ReadonlySet<string> {
  const words = (
    text.slice(0, SPEECH_SAMPLE).match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}\p{M}’']*/gu) ?? []
  ).map(foldWord);
  const hits = SMALL_OF.map((own) => words.filter((word) => own.has(word)).length);
  const most = Math.max(...hits);
  if (most * 20 < words.length || most === 0) return FUNCTIONS;
  return new Set(FUNCTIONS_OF.filter((_, i) => hits[i]! >= 0.8 * most).flatMap((own) => [...own]));
}

/** Offices, forms of address and questions that end a label in Chinese, Japanese and Korean. */
export const OFFICE_ENDINGS =
  /(?:議長|委員長|主席|主持人?|議員|议员|委員|参考人|証人|公述人|局長|局长|大臣|総理|総裁|君|氏|さん|先生|女士|小姐|部長|部长|司長|司长|主任|秘書|記者|记者|司会|問|问|答|发言人|發言人|의장|위원장|의원|장관|대통령|총리|차관|대변인|실장|수석|앵커|사회자|진행자|아나운서|대표|교수|시장|지사|회장|기자|씨|님)$/u;

/** What stands over a list of those who speak, in the transcript itself. */
export const LIST_HEADINGS: ReadonlySet<string> = new Set(
  (
    'appearances,present,also present,members present,attendees,attendance,in attendance,participants,speakers,witnesses,panel,panelists,panellists,' +
    'call participants,corporate participants,conference call participants,company representatives,key,legend,who is who,cast,' +
    'teilnehmer,teilnehmende,teilnehmerinnen und teilnehmer,anwesend,anwesende,anwesend sind,beteiligte,sprecher,redner,zeugen,' +
    'participants,presents,etaient presents,intervenants,personnes presentes,temoins,asistentes,presentes,participantes,intervinientes,comparecen,' +
    'presenti,partecipanti,intervenuti,presencas,intervenientes,aanwezig,aanwezigen,deelnemers,sprekers,obecni,uczestnicy,' +
    'присутствуют,присутствовали,участники,присутні,учасники,出席者,参加者,出席,與會者,与会者,出席人员'
  ).split(','),
);
