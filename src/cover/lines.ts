/** Text in lines: SVG breaks none, so a cover has to. */
import { textWidth, type FontFile } from '../fonts/coverage.ts';

/** Width of a text in ems in the first face that has all of it; null when none has. */
export function widthIn(text: string, faces: readonly FontFile[]): number | null {
  for (const face of faces) {
    const width = textWidth(text, face);
    if (width !== null) return width;
  }
  return null;
}

/**
 * The largest of `sizes` at which the text takes at most `most` lines of `width` units, and those
 * lines; at the smallest size cut short.
 */
export function fitLines(
  text: string,
  faces: readonly FontFile[],
  room: { readonly width: number; readonly most: number; readonly sizes: readonly number[] },
): { readonly size: number; readonly lines: readonly string[] } | null {
  if (widthIn(text.replaceAll(/\s+/gu, ' '), faces) === null) return null;
  for (const size of room.sizes) {
    const lines = balanced(text, faces, room.width / size);
    if (lines.length <= room.most) return { size, lines };
  }
  const size = room.sizes.at(-1)!;
  return { size, lines: shortLines(brokenLines(text, faces, room.width / size), room.most) };
}

/** The first lines; an ellipsis says that there were more. */
function shortLines(all: readonly string[], most: number): readonly string[] {
  const lines = all.slice(0, most);
  return [...lines.slice(0, -1), `${lines.at(-1)!.replace(/.?\S?$/u, '')}…`];
}

/**
 * As few lines as can be, each about as long as the others: the narrowest measure (in ems) that
 * needs no more of them.
 */
function balanced(text: string, faces: readonly FontFile[], width: number): readonly string[] {
  const lines = brokenLines(text, faces, width);
  if (lines.length > 8) return lines;
  let best = lines;
  for (let narrow = width * 0.95; narrow > width * 0.4; narrow *= 0.95) {
    const tried = brokenLines(text, faces, narrow);
    if (tried.length > lines.length || tried.some((line) => (widthIn(line, faces) ?? 0) > narrow))
      break;
    best = tried;
  }
  return best;
}

/** Greedy lines of at most `width` ems; a word that is wider alone is cut. */
function brokenLines(text: string, faces: readonly FontFile[], width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .split(/\s+/u)
    .filter(Boolean)
    .flatMap((whole) => syllables(whole, faces, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && (widthIn(longer, faces) ?? 0) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

function syllables(word: string, faces: readonly FontFile[], width: number): readonly string[] {
  if ((widthIn(word, faces) ?? 0) <= width) return [word];
  const out: string[] = [''];
  for (const character of word) {
    const longer = out.at(-1)! + character;
    if (out.at(-1) !== '' && (widthIn(longer, faces) ?? 0) > width) out.push(character);
    else out[out.length - 1] = longer;
  }
  return out;
}
