/**
 * How two spellings of one name are told to be one: case, accents, letters of other alphabets of
 * Latin, German umlauts.
 */
import { fold } from '../languages/lists.ts';

/** Letters that Unicode does not take apart. */
const LATIN_OF_LETTER: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
};
const LETTER = /[øłßæœđðþıħ]/gu;
const APOSTROPHES = /['’‘ʼ`´ʻ]/gu;

/**
 * Mueller, Schaefer, Koenig are Müller, Schäfer, König; Michael, Samuel and Noel are no Michal,
 * Samul and Nol.
 */
const SPELT_OUT = /(?<![aeiouyq])([aou])e(?=[b-df-hj-np-tv-xz])(?!l(?:$|[aeio]))/gu;
/** In shorter words the letters may as well be their own: Moen, Coen. */
const SHORTEST = 6;

/**
 * One word of a name as it is compared; the same for O’Brien and OBRIEN, Łukasz and Lukasz, Müller,
 * Mueller and Muller.
 */
export function nameKey(word: string): string {
  const key = fold(word)
    .replaceAll(LETTER, (letter) => LATIN_OF_LETTER[letter]!)
    .replaceAll(APOSTROPHES, '');
  return key.length < SHORTEST ? key : key.replaceAll(SPELT_OUT, '$1');
}

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/** The key, and the one of a word whose umlauts are spelt out, where it differs: Götz, Goetz. */
export function nameKeys(word: string): readonly string[] {
  const key = nameKey(word);
  const spelt = word.normalize('NFC').toLowerCase();
  if (!/[äöüåø]/u.test(spelt)) return [key];
  const other = nameKey(spelt.replaceAll(/[äöüåø]/gu, (letter) => UMLAUTS[letter]!));
  return other === key ? [key] : [key, other];
}
