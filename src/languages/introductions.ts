/** How speakers say their names: “I’m Per Lund”, “Mein Name ist Per Lund”. */
import { escapedPattern } from './lists.ts';

const INTRODUCTIONS: Readonly<Record<string, readonly string[]>> = {
  en: ['I’m', 'I am', 'my name is'],
  de: ['ich bin', 'mein Name ist', 'ich heiße'],
  fr: ['je suis', 'je m’appelle', 'mon nom est'],
  es: ['soy', 'me llamo', 'mi nombre es'],
  it: ['sono', 'mi chiamo', 'il mio nome è'],
  pt: ['sou', 'eu sou', 'meu nome é', 'chamo-me'],
  nl: ['ik ben', 'mijn naam is', 'ik heet'],
  sv: ['jag är', 'jag heter', 'mitt namn är'],
  da: ['jeg er', 'jeg hedder', 'mit navn er', 'jeg heter'],
  pl: ['jestem', 'nazywam się'],
  ru: ['меня зовут', 'я –', 'я —'],
  uk: ['мене звати', 'я –', 'я —'],
};

const INTRODUCES = Object.values(INTRODUCTIONS)
  .flat()
  .map((words) => escapedPattern(words).replaceAll('’', "[’']"))
  .join('|');

/** Whether a text has somebody say that this is his or her own name. */
export const saysNameIs = (text: string, name: string): boolean =>
  text.includes(name) &&
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${INTRODUCES})\s+${escapedPattern(name)}(?![\p{L}\p{N}])`,
    'iu',
  ).test(text);
