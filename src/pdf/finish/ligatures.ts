/** Spells ligatures in plain letters in every ToUnicode map, so that they are found and copied as letters. */
import { readCMap, writeCMap } from '../cmap.ts';
import { decode } from '../filters.ts';
import { allFonts } from '../fonts.ts';
import { entry, isStream, type Draft } from '../model.ts';
import { setPacked } from './streams.ts';

/** U+FB00 to U+FB06 (Unicode, Alphabetic Presentation Forms). */
const LETTERS = ['ff', 'fi', 'fl', 'ffi', 'ffl', 'st', 'st'];
const LIGATURE = /[\u{fb00}-\u{fb06}]/gu;

export function spellLigatures(draft: Draft): void {
  for (const { dict: font } of allFonts(draft)) {
    const map = entry(draft, font, 'ToUnicode');
    if (!isStream(map)) continue;
    const { width, text } = readCMap(decode(draft, map));
    const spelled = new Map(
      [...text].map(([code, value]) => [code, value.replaceAll(LIGATURE, (sign) => LETTERS[sign.charCodeAt(0) - 0xfb00]!)]),
    );
    if ([...text].some(([code, value]) => spelled.get(code) !== value))
      setPacked(map, Buffer.from(writeCMap({ width, text: spelled }), 'latin1'));
  }
}
