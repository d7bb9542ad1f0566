/** A document → the files of a brief's folder: brief.md, its sidecar, its images. */
import { createHash } from 'node:crypto';
import { VFile } from 'vfile';
import {
  documentKind,
  importDocument,
  type Account,
  type Imported,
  type ImportWish,
} from '../import/index.ts';
import type { Source } from '../types.ts';
import type { NewFile, World } from '../world.ts';
import { readYaml, writeYaml } from '../yaml.ts';
import { importedBrief } from './imported.ts';
import { readBrief } from './index.ts';

/** What is imported. */
export interface FolderOrder extends ImportWish {
  readonly bytes: Uint8Array;
  /** Of the document, without its folder. */
  readonly name: string;
  /** Name that the document gets in the folder. */
  readonly original: string;
}

/** Files of the folder without the original; `account` is null for a text. */
export interface FolderParts {
  readonly files: readonly NewFile[];
  readonly images: readonly NewFile[];
  readonly account: Account | null;
  readonly imported: Imported | null;
}

/** Null after a refusal (flagged). */
export async function importedFolder(
  world: World,
  { bytes, name, changes, original }: FolderOrder,
  file: VFile,
): Promise<FolderParts | null> {
  const isText = documentKind(bytes, name) === null;
  const imported = isText
    ? null
    : await importDocument(bytes, name, { changes, run: world.run }, file);
  const made = imported && importedBrief(imported, file);
  if (!isText && !made) return null;
  const encoded = made ? new TextEncoder().encode(made.text) : bytes;
  const as = made ? `brief${made.extension}` : name;
  const aside = new VFile();
  const brief = await readBrief(world, { bytes: encoded, name: as, images: 'omit' }, aside);
  if (!brief) {
    file.messages.push(...aside.messages.filter(({ fatal }) => fatal === true));
    return null;
  }
  const digest = createHash('sha256').update(bytes).digest('hex');
  const isOurs = made !== null || brief.readings.length > 0;
  const text = withOrigin(brief.markdown(), isOurs ? brief.sources : null, {
    name,
    original,
    digest,
  });
  const notes = imported ? marginNotes(imported) : '';
  return {
    files: [
      { name: 'brief.md', bytes: new TextEncoder().encode(text) },
      ...(notes === '' ? [] : [{ name: 'quotes.yml', bytes: new TextEncoder().encode(notes) }]),
    ],
    images: imported?.images ?? [],
    account: made?.account ?? null,
    imported,
  };
}

interface Origin {
  readonly name: string;
  readonly original: string;
  /** SHA-256, hexadecimal. */
  readonly digest: string;
}

const WRITTEN_FRONT = /^---\n([^]*?)\n?---\n+/u;

/**
 * The document itself becomes the last source of the brief. Front matter that somebody else wrote
 * is not touched.
 * @param sources those that the text names; null = the front matter is another tool’s
 */
function withOrigin(
  markdown: string,
  sources: readonly Source[] | null,
  { name, original, digest }: Origin,
): string {
  if (sources === null) return markdown;
  const block = WRITTEN_FRONT.exec(markdown);
  const front = readYaml(block?.[1] ?? '').yaml?.value;
  const citation = `${name}, kept as ${original} (SHA-256 ${digest})`;
  const listed = sources.map((one) =>
    Object.fromEntries(
      Object.entries({ id: one.id, citation: one.citation, url: one.url }).filter(
        ([, value]) => value !== null,
      ),
    ),
  );
  const own = front !== null && typeof front === 'object' && !Array.isArray(front) ? front : {};
  const fields = { ...own, sources: [...listed, { id: 'original', citation }] };
  return `---\n${writeYaml(fields)}---\n\n${markdown.slice(block?.[0].length ?? 0)}`;
}

/** Remarks from the margin as comments of YAML: for whoever edits, never for an edition. */
function marginNotes({ comments }: Imported): string {
  const line = (words: string): string => words.replaceAll(/\s+/gu, ' ').trim();
  const notes = comments.map(({ by, date, words, about, place }) =>
    [
      `# Comment by ${line(by) || 'somebody'}${date === null ? '' : `, ${date}`}, ${place}`,
      ...(about === '' ? [] : [`# on “${line(about)}”`]),
      `# ${line(words)}`,
      '',
    ].join('\n'),
  );
  return notes.length === 0
    ? ''
    : `# Comments of the document. They are printed nowhere; decisions about quotations may stand below.\n\n${notes.join('\n')}`;
}
