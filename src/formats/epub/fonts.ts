/** Bundled faces as files of the book, with the licence that each states itself. */
import type { Face } from '../../theme/theme.ts';

/** A font file inside the book, cut down to what its text needs. */
export interface BookFont {
  /** Path below `OEBPS/`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');

const fontPath = ({ family, weight, style }: Face): string =>
  `fonts/${slug(family)}-${weight}${style === 'italic' ? '-italic' : ''}.ttf`;

/**
 * One file per face; unscrambled, so that every reader can use them and anybody can take them out.
 */
export const bookFonts = (faces: readonly Face[]): readonly BookFont[] =>
  [...new Map(faces.map((face) => [fontPath(face), face.bytes]))].map(([name, bytes]) => ({
    name,
    bytes,
  }));

/**
 * `@font-face` rules for a style sheet beside the folder of fonts; what the fonts say of their
 * licence stands above.
 */
export function fontRules(faces: readonly Face[]): string {
  const licences = new Map<string, string>();
  for (const { family, bytes } of faces)
    if (!licences.has(family)) licences.set(family, licenceIn(bytes));
  const notes = [...licences]
    .filter(([, words]) => words !== '')
    .map(([family, words]) => `${family}: ${words}`);
  const comment =
    notes.length === 0 ? '' : `/* ${notes.join('\n   ').replaceAll('*/', '* /')} */\n`;
  return comment + faces.map(rule).join('');
}

const rule = (face: Face): string =>
  `@font-face { font-family: "${face.family}"; font-weight: ${face.weight}; font-style: ${face.style}; src: url(${fontPath(face)}); }\n`;

/** Name records 0, 13 and 14: copyright, licence and where to read it (OpenType 1.9.1, `name`). */
const LICENCE_NAMES = [0, 13, 14];

const fontNames = new WeakMap<Uint8Array, string>();

function licenceIn(bytes: Uint8Array): string {
  const known = fontNames.get(bytes);
  if (known !== undefined) return known;
  const names = windowsNames(bytes);
  const words = LICENCE_NAMES.flatMap((id) => names.get(id) ?? []).join(' ');
  fontNames.set(bytes, words);
  return words;
}

/**
 * English names of the Windows platform (3, 1, 0x409), by name id; empty where the font has no
 * readable table.
 */
function windowsNames(bytes: Uint8Array): ReadonlyMap<number, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = new Map<number, string>();
  const table = tableAt(view, 'name');
  if (table === null) return names;
  const strings = table + view.getUint16(table + 4);
  for (let i = 0; i < view.getUint16(table + 2); i++) {
    const record = table + 6 + i * 12;
    const [platform, , language, name, length, offset] = wordsAt(view, record, 6);
    if (platform !== 3 || language !== 0x409) continue;
    const from = strings + offset!;
    names.set(name!, utf16Words(bytes.subarray(from, from + length!)));
  }
  return names;
}

const wordsAt = (view: DataView, at: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => view.getUint16(at + 2 * i));

function tableAt(view: DataView, tag: string): number | null {
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = 12 + i * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((j) => view.getUint8(record + j)));
    if (name === tag) return view.getUint32(record + 8);
  }
  return null;
}

const utf16Words = (data: Uint8Array): string =>
  new TextDecoder('utf-16be').decode(data).replaceAll(/\s+/gu, ' ');
