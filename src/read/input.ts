/** What was named → the text of a brief, whatever kind of document holds it. */
import { basename, extname, join } from 'node:path';
import type { VFile } from 'vfile';
import type { ImportWish } from '../import/imported.ts';
import { documentKind } from '../import/kinds.ts';
import { limits } from '../limits.ts';
import { flag } from '../rules/flag.ts';
import { OutsideError, type World } from '../world.ts';
import { isDataBrief, readDataBrief, type DataBrief } from './data/index.ts';
import { decodeBrief } from './decode.ts';
import { eachSlug, filledText, type EachRow } from './each.ts';
import { locateBrief } from './locate.ts';
import type { BriefInput } from './sidecars.ts';
import { fileSlug } from './slug.ts';

/**
 * What to read: a path as the user wrote it, or the bytes of standard input. `transcriptSource` is
 * a path as the user wrote it.
 */
export type Input =
  | (InputOptions & { readonly path: string })
  | (InputOptions & { readonly bytes: Uint8Array; readonly name: string });

interface InputOptions {
  readonly transcript?: string | null;
  /** What becomes of images that can't be taken: they stop the brief, or are left out. */
  readonly images?: 'omit' | null;
  /** What becomes of tracked changes in a document; they stop it where nobody says so. */
  readonly changes?: ImportWish['changes'];
  /** The row whose words are filled into the brief. */
  readonly row?: EachRow | null;
}

/** The file of a brief; one that is data, as the Markdown that it stands for. */
export interface GivenBrief extends BriefInput {
  readonly data: DataBrief | null;
}

/** The bytes that were named, and their text; null after a refusal (flagged). */
export async function givenBy(world: World, input: Input, file: VFile): Promise<GivenBrief | null> {
  const read =
    'path' in input
      ? await fromDisk(world, input.path, input, file)
      : await fromBytes(world, input, file);
  const given = read && input.row ? filledInput(read, input.row, file) : read;
  if (!given || given.imported || !isDataBrief(extname(given.file), given.text))
    return given && { ...given, data: null };
  const data = await readDataBrief(given.text, file);
  return data && { ...given, text: data.text, data };
}

/** The brief of one row: what is archived is its own text, what is told of it stands in the template. */
function filledInput(read: BriefInput, row: EachRow, file: VFile): BriefInput | null {
  const filled = filledText(read.text, extname(read.file), row, file);
  if (!filled) return null;
  file.value = filled.text;
  file.data.written = filled.written;
  const bytes = new TextEncoder().encode(filled.text);
  return { ...read, text: filled.text, bytes, slug: eachSlug(read.slug, row) };
}

async function fromDisk(
  world: World,
  path: string,
  options: InputOptions,
  file: VFile,
): Promise<BriefInput | null> {
  const location = await locateBrief(world, path, file);
  if (!location) return null;
  file.path = location.shown;
  const bytes = await world
    .read(location.file, limits.office.bytes)
    .catch((error: unknown) => refusedBrief(error, file));
  const decoded =
    bytes && (await briefText(world, { bytes, name: basename(location.file) }, options, file));
  return decoded && bytes ? { ...location, ...decoded, bytes } : null;
}

/** Text of a brief, or of a document of another program that holds one; null after a refusal. */
async function briefText(
  world: World,
  { bytes, name }: Pick<Extract<Input, { readonly name: string }>, 'bytes' | 'name'>,
  { changes = null }: InputOptions,
  file: VFile,
): Promise<Pick<BriefInput, 'text' | 'imported'> | null> {
  if (!documentKind(bytes, name)) {
    const text = decodeBrief(bytes, file);
    return text === null ? null : { text };
  }
  const { importDocument } = await import('../import/index.ts');
  const { importedBrief } = await import('./imported.ts');
  const imported = await importDocument(bytes, name, { changes, run: world.run }, file);
  const made = imported && importedBrief(imported, file);
  const text = made && decodeBrief(new TextEncoder().encode(made.text), file);
  if (!imported || !made || text === null) return null;
  const images = new Map(imported.images.map((one) => [`images/${one.name}`, one.bytes]));
  return { text, imported: { extension: made.extension, images } };
}

function refusedBrief(error: unknown, file: VFile): null {
  if (!(error instanceof OutsideError)) throw error;
  flag(
    file,
    error.code === 'EFBIG' ? 'too-complex' : 'input-missing',
    `The file ${error.message}`,
    { hint: error.hint },
  );
  return null;
}

async function fromBytes(
  world: World,
  input: Extract<Input, { readonly name: string }>,
  file: VFile,
): Promise<BriefInput | null> {
  const { bytes, name } = input;
  file.path = name;
  const decoded = await briefText(world, input, input, file);
  return decoded === null
    ? null
    : {
        ...decoded,
        bytes,
        file: join(world.cwd, name),
        root: world.cwd,
        slug: fileSlug(basename(name, extname(name)), 'brief'),
        shown: name,
      };
}
