/** Font files: where they are, what they cannot show, and how a style sheet gets at them. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { coverageOf, has, oncePerFile, type FontFile } from './fonts/coverage.ts';
import { fontSource } from './fonts/tables.ts';

/**
 * A character that some face cannot show, and where it first stands (UTF-16 offset into the text
 * asked about).
 */
export interface MissingGlyph {
  readonly character: string;
  readonly index: number;
}

const resolver = createRequire(import.meta.url);

/**
 * Absolute path of a file (or, ending in /, a folder) inside an installed package,
 * `@scope/name/path`; throws where it isn't installed.
 */
export function fontFile(specifier: string): string {
  if (!specifier.endsWith('/')) return resolver.resolve(specifier);
  const [, name, inside] = /^((?:@[^/]+\/)?[^/]+)\/(.*)$/u.exec(specifier) ?? [];
  return join(dirname(resolver.resolve(`${name}/package.json`)), inside ?? '');
}

/** The package of `@scope/name/path` where it is not installed; null where it is. */
export function lackedPackage(specifier: string): string | null {
  const [name] = /^(?:@[^/]+\/)?[^/]+/u.exec(specifier) ?? [''];
  try {
    resolver.resolve(`${name}/package.json`);
    return null;
  } catch {
    return name;
  }
}

/**
 * Folders that hold the faces' files, for a fontconfig file of the browser's own; sorted, without
 * repeats.
 */
export const fontFolders = (faces: readonly FontFile[]): readonly string[] =>
  [...new Set(faces.map((face) => dirname(face.file)))].sort();

/**
 * `@font-face` rules with the files inside as `data:` URLs, so that a page needs neither a network
 * nor a font folder. The rules of a face are written once per process.
 */
export const fontFaceCss = (faces: readonly FontFile[]): string =>
  faces.map((face) => FACE_RULES.of(face.bytes, () => faceRule(face))).join('');

function faceRule({ family, weight, style, bytes }: FontFile): string {
  return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:${fontSource(bytes)}}\n`;
}

/**
 * Characters that cannot be shown: those for which, in upright or in italic (where such faces
 * exist), no face has a glyph. Each distinct character once, in order of appearance. Spaces,
 * controls and characters without a shape of their own are left out. Linear in the text.
 */
export function missingGlyphs(text: string, faces: readonly FontFile[]): readonly MissingGlyph[] {
  const upright = faces.filter((face) => face.style === 'normal');
  const italic = faces.filter((face) => face.style === 'italic');
  const isShown = (point: number): boolean => coveredBy(upright, point) && coveredBy(italic, point);
  const seen = new Set<number>();
  const missing: MissingGlyph[] = [];
  for (let index = 0; index < text.length; ) {
    const point = text.codePointAt(index)!;
    if (!seen.has(point)) {
      seen.add(point);
      const character = String.fromCodePoint(point);
      if (!isShown(point) && !SHAPELESS.test(character)) missing.push({ character, index });
    }
    index += point > 0xffff ? 2 : 1;
  }
  return missing;
}

/**
 * Whether one of the faces has the character; where there are none, nothing is asked of them. Most
 * characters are in the first, so that the others are seldom read.
 */
const coveredBy = (faces: readonly FontFile[], point: number): boolean =>
  faces.length === 0 || faces.some((face) => has(coverageOf(face), point));

/**
 * White space, controls and what Unicode lists as default ignorable (UAX 44): joiners, selectors,
 * soft hyphens.
 */
const SHAPELESS = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}]$/u;

const FACE_RULES = oncePerFile<string>();
