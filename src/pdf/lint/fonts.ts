/** Fonts and the text that they stand for (ISO 14289-1, 7.21; ISO 19005-3, 6.2.11). */
import { allFonts, fontFileOf, innerFont, toUnicodeOf } from '../fonts.ts';
import { valueAt, isStream, nameAt } from '../model.ts';
import type { Condition, Fault, LintView } from './lint-view.ts';

function embedded({ pdf }: LintView): readonly Fault[] {
  return allFonts(pdf).flatMap(({ id, dict: font }) => {
    const name = nameAt(pdf, font, 'BaseFont') ?? 'a font';
    const inner = innerFont(pdf, font);
    const type3 = font.get('Subtype') === 'Type3';
    const map = valueAt(pdf, inner, 'CIDToGIDMap');
    return [
      ...(type3 || fontFileOf(pdf, font) ? [] : [{ says: `${name} is not embedded`, object: id }]),
      ...(inner.get('Subtype') === 'CIDFontType2' && map !== 'Identity' && !isStream(map)
        ? [{ says: `${name} does not say which glyph a code means`, object: id }]
        : []),
      ...(isStream(valueAt(pdf, font, 'ToUnicode'))
        ? []
        : [{ says: `${name} does not say which text a code means`, object: id }]),
    ];
  });
}

const UNMAPPABLE = /[\0\u{feff}\u{fffe}]/u;
const LOST =
  /[\u{fb00}-\u{fb06}\u{fffd}\u{e000}-\u{f8ff}\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]/u;

function toUnicode({ pdf }: LintView): readonly Fault[] {
  return allFonts(pdf).flatMap(({ id, dict: font }) => {
    const texts = [...(toUnicodeOf(pdf, font)?.text.values() ?? [])];
    const wrong = texts.find((text) => UNMAPPABLE.test(text) || LOST.test(text));
    return wrong === undefined
      ? []
      : [{ says: `a glyph reads as ${Array.from(wrong, unicodeName).join(' ')}`, object: id }];
  });
}

const unicodeName = (sign: string): string =>
  `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * Every code that is shown has a glyph and a text; a ligature's text may come from ActualText
 * around it.
 */
const shownFaults = ({ surveys }: LintView): readonly Fault[] =>
  surveys.flatMap(({ layer, missing, mute }) => [
    ...(missing ? [{ says: 'a glyph is missing in its font', object: layer.id }] : []),
    ...(mute ? [{ says: 'a glyph has no text', object: layer.id }] : []),
  ]);

/** Conditions on fonts and on the text they show. */
export const fontConditions: readonly Condition[] = [
  { rule: 'fonts', clause: 'PDF/UA 7.21.4.1', check: embedded },
  { rule: 'to-unicode', clause: 'PDF/UA 7.21.7', check: toUnicode },
  { rule: 'glyphs', clause: 'PDF/UA 7.21.8', check: shownFaults },
];
