/** Two outputs with different bytes: do they say the same? Compared by text, tags and structure. */
import { readTags } from '../pdf/tags.ts';
import { readPdfText } from '../pdf/text.ts';
import { canonical } from './digest.ts';
import { digest } from './digest.ts';
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
    squeezedSpace(
      readPdfText(bytes)
        .map(({ text }) => text)
        .join('\n'),
    );
  const tags = (bytes: Uint8Array): string =>
    readTags(bytes)
      .map(({ depth, type, text, alt }) => `${depth} ${type} ${squeezedSpace(text)} ${alt}`)
      .join('\n');
  if (words(was) !== words(is)) return 'the text';
  return tags(was) === tags(is) ? null : 'the structure';
}

/**
 * Every file but those that only tell how the book looks; which version of the program wrote it is
 * left out.
 */
async function epubDifference(was: Uint8Array, is: Uint8Array): Promise<string | null> {
  const [a, b] = [await membersOf(was), await membersOf(is)];
  if ([...a.keys()].join('\n') !== [...b.keys()].join('\n')) return 'the list of files';
  const other = [...a].find(([path, text]) => text !== b.get(path));
  return other ? `the file ${other[0]}` : null;
}

const LOOKS = /\.(?:css|ttf|otf|woff2?)$/iu;
const TEXT_FILE = /\.(?:xhtml|html|opf|ncx|xml|smil)$/iu;

async function membersOf(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const tree = await openBytes(bytes);
  if (tree.flaws.length > 0) throw new Error('the book is not a sound ZIP file');
  const members = new Map<string, string>();
  for (const path of [...tree.files.keys()].sort()) {
    const content = LOOKS.test(path)
      ? new Uint8Array(0)
      : ((await bytesIn(tree, path)) ?? new Uint8Array(0));
    const text = TEXT_FILE.test(path)
      ? unversioned(squeezedSpace(new TextDecoder().decode(content)))
      : digest('sha256', content);
    members.set(path, text);
  }
  return members;
}

// ---------------------------------------------------------------- files that tell of the others

const unversioned = (text: string): string =>
  text.replaceAll(/briefpress \d[\w.+-]*/gu, 'briefpress');

/**
 * Fields of build.json that follow from other files or are told apart, by what took part in the
 * build.
 */
const FOLLOWING: ReadonlySet<string> = new Set([
  'program',
  'node',
  'browser',
  'theme',
  'fonts',
  'results',
  'passes',
]);

/**
 * What else differs in a file that names checksums, sizes and versions of the others; null where
 * nothing does.
 */
export function tellsElse(path: string, was: Uint8Array, is: Uint8Array): string | null {
  if (!path.endsWith('.json'))
    return withoutFacts(path, was) === withoutFacts(path, is) ? null : 'the text';
  try {
    return path.endsWith('/build.json')
      ? jsonDifference(was, is, FOLLOWING)
      : crateDifference(was, is);
  } catch {
    return 'one of the two can’t be read';
  }
}

function withoutFacts(path: string, bytes: Uint8Array): string {
  const text = unversioned(new TextDecoder().decode(bytes));
  if (path === 'bag-info.txt') return text.replace(/^Payload-Oxum: \d+\.\d+$/mu, '');
  return text
    .replaceAll(/<code>[0-9a-f]{64}<\/code>/gu, '<code></code>')
    .replaceAll(/<td class="n">\d+<\/td>/gu, '<td></td>');
}

function crateDifference(was: Uint8Array, is: Uint8Array): string | null {
  const [a, b] = [was, is].map((bytes) => {
    const text = unversioned(canonical(JSON.parse(new TextDecoder().decode(bytes))));
    return text.replaceAll(/"(contentSize|softwareVersion)":"[\w.+-]*"/gu, '"$1":""');
  });
  return a === b ? null : 'the description of the crate';
}

/** Records are compared by what they hold, whatever order or spacing. */
function jsonDifference(
  was: Uint8Array,
  is: Uint8Array,
  except: ReadonlySet<string> = new Set(),
): string | null {
  const [a, b] = [was, is].map(
    (bytes) => JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>,
  );
  const keys = [...new Set([...Object.keys(a!), ...Object.keys(b!)])];
  const other = keys.filter(
    (key) => !except.has(key) && canonical(a![key] ?? null) !== canonical(b![key] ?? null),
  );
  return other.length === 0 ? null : `the field ${other.join(', ')}`;
}

const squeezedSpace = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
