/** Two outputs with different bytes: do they say the same? Compared by text, tags and structure. */
import { readTags } from '../pdf/tags.ts';
import { readText } from '../pdf/text.ts';
import { canonical } from './digest.ts';
import { bytesIn, openBytes } from './tree.ts';

/** What differs, in words, or null. */
export async function alike(path: string, was: Uint8Array, is: Uint8Array): Promise<string | null> {
  try {
    return await differenceOf(path, was, is);
  } catch {
    return 'one of the two can’t be read';
  }
}

async function differenceOf(path: string, was: Uint8Array, is: Uint8Array): Promise<string | null> {
  if (path.endsWith('.pdf')) return pdfDifference(was, is);
  if (path.endsWith('.epub')) return epubDifference(was, is);
  return path.endsWith('.json') ? jsonDifference(was, is) : 'the bytes';
}

function pdfDifference(was: Uint8Array, is: Uint8Array): string | null {
  const words = (bytes: Uint8Array): string =>
    squeezed(
      readText(bytes)
        .map(({ text }) => text)
        .join('\n'),
    );
  const tags = (bytes: Uint8Array): string =>
    readTags(bytes)
      .map(({ depth, type, text, alt }) => `${depth} ${type} ${squeezed(text)} ${alt}`)
      .join('\n');
  if (words(was) !== words(is)) return 'the text';
  return tags(was) === tags(is) ? null : 'the structure';
}

/** The text of every chapter with its elements, without the files that only tell how the book looks. */
async function epubDifference(was: Uint8Array, is: Uint8Array): Promise<string | null> {
  const [a, b] = [await chaptersOf(was), await chaptersOf(is)];
  if ([...a.keys()].join('\n') !== [...b.keys()].join('\n')) return 'the list of chapters';
  const other = [...a].find(([path, text]) => text !== b.get(path));
  return other ? `the chapter ${other[0]}` : null;
}

async function chaptersOf(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const tree = await openBytes(bytes);
  const chapters = new Map<string, string>();
  for (const path of [...tree.files.keys()].filter((name) => name.endsWith('.xhtml')).sort()) {
    chapters.set(path, squeezed(new TextDecoder().decode((await bytesIn(tree, path)) ?? undefined)));
  }
  return chapters;
}

/** Records are compared by what they hold, whatever order or spacing. */
function jsonDifference(was: Uint8Array, is: Uint8Array): string | null {
  const [a, b] = [was, is].map((bytes) => JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>);
  const keys = [...new Set([...Object.keys(a!), ...Object.keys(b!)])];
  const other = keys.filter((key) => canonical(a![key] ?? null) !== canonical(b![key] ?? null));
  return other.length === 0 ? null : `the field ${other.join(', ')}`;
}

const squeezed = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
