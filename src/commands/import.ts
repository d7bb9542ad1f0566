/**
 * `briefpress import`: a document of another program becomes the folder of a brief, or a
 * transcript, with an account of every character.
 */
import { createHash } from 'node:crypto';
import { basename, extname, join, relative, resolve } from 'node:path';
import { VFile } from 'vfile';
import {
  documentKind,
  type Account,
  type Imported,
  type ImportWish,
  type Loss,
} from '../import/index.ts';
import { limits } from '../limits.ts';
import { transcriptDocument } from '../press/documents.ts';
import { importedFolder, type FolderParts } from '../read/import.ts';
import { flag } from '../rules/flag.ts';
import { OutsideError, type NewFile, type World } from '../world.ts';
import { accountLines } from './import/account.ts';
import { finishRun, tellFileMessages, usage, type Options } from './run.ts';

/** What the command line asks for. */
interface ImportOrder {
  readonly name: string;
  readonly as: 'brief' | 'transcript';
  readonly out: string | null;
  readonly changes: ImportWish['changes'];
}

/** What will be writtenOut, and the account of it; null where a text was taken as it is. */
interface ImportResult {
  readonly files: readonly NewFile[];
  readonly images: readonly NewFile[];
  readonly account: Account | null;
  readonly imported: Imported | null;
  readonly losses: readonly Loss[];
}

/** `briefpress import`: writes a folder, or nothing; resolves to the exit code. */
export async function runImport(
  world: World,
  named: readonly string[],
  options: Options,
): Promise<number> {
  const [name] = named;
  if (name === undefined || named.length !== 1)
    return usage(
      world,
      'name the document that you want to import',
      'For example: briefpress import call.docx',
    );
  const order: ImportOrder = {
    name,
    as: options['as'] === 'transcript' ? 'transcript' : 'brief',
    out: typeof options['out'] === 'string' ? options['out'] : null,
    changes:
      options['changes'] === 'accept' || options['changes'] === 'reject'
        ? options['changes']
        : null,
  };
  const file = new VFile({ path: name === '-' ? 'stdin' : name });
  const bytes = await documentBytes(world, name, file);
  const result = bytes && (await imported(world, bytes, order, file));
  const folder = bytes && folderFor(world, order);
  const isWritten = result && folder ? await writtenOut(world, folder, result, file) : false;
  tellFileMessages(world, file, options);
  if (result && isWritten && !options['json']) {
    const shown = relative(world.cwd, folder!) || '.';
    const names = [
      ...result.files.map((one) => one.name),
      ...result.images.map((one) => `images/${one.name}`),
    ];
    for (const one of names) world.stdout(`${join(shown, one)}\n`);
    for (const line of accountLines(result, options['report'] === true))
      if (!options['quiet'] || options['report']) world.stdout(`${line}\n`);
  }
  return finishRun(world, [file], options, result && isWritten ? summaryOf(result, bytes) : {});
}

async function documentBytes(world: World, name: string, file: VFile): Promise<Uint8Array | null> {
  try {
    return name === '-'
      ? await world.stdin(limits.office.bytes)
      : await world.read(resolve(world.cwd, name), limits.office.bytes);
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    const rule = error.code === 'EFBIG' ? 'import-large' : 'input-missing';
    flag(file, rule, `The file ${error.message}`, { hint: error.hint });
    return null;
  }
}

const folderFor = (world: World, { name, out }: ImportOrder): string =>
  resolve(world.cwd, out ?? join('content', folderNameOf(name)));

const folderNameOf = (name: string): string =>
  basename(name, extname(name))
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/gu, '') || 'brief';

async function imported(
  world: World,
  bytes: Uint8Array,
  { name, as, changes }: ImportOrder,
  file: VFile,
): Promise<ImportResult | null> {
  const kind = documentKind(bytes, name);
  const original: NewFile = {
    name: `original.${kind?.endings[0] ?? (extname(name).slice(1) || 'txt')}`,
    bytes,
  };
  if (as === 'transcript' && kind) {
    const made = await transcriptDocument(bytes, name, { changes, run: world.run }, file);
    if (!made) return null;
    const text = new TextEncoder().encode(made.text);
    const ending = made.text.startsWith('**') || made.text.includes('\n**') ? 'md' : 'txt';
    return {
      ...made,
      files: [{ name: `transcript.${ending}`, bytes: text }, original],
      images: [],
    };
  }
  if (as === 'transcript')
    return {
      files: [{ name: `transcript${extname(name) || '.txt'}`, bytes }],
      images: [],
      account: null,
      imported: null,
      losses: [],
    };
  const order = { bytes, name: basename(name), changes, original: original.name };
  const folder = await importedFolder(world, order, file);
  return folder && { ...asResult(folder), files: [...folder.files, original] };
}

const asResult = ({ files, images, account, imported: document }: FolderParts): ImportResult => ({
  files,
  images,
  account,
  imported: document,
  losses: document?.losses ?? [],
});

/** Nothing that exists is writtenOut over; false after a refusal (out-taken, out-unwritable). */
async function writtenOut(
  world: World,
  folder: string,
  { files, images }: ImportResult,
  file: VFile,
): Promise<boolean> {
  const taken: string[] = [];
  for (const { name } of files)
    if ((await world.facts(join(folder, name))) !== null) taken.push(name);
  if (images.length > 0 && (await world.facts(join(folder, 'images'))) !== null)
    taken.push('images');
  if (taken.length > 0) {
    const shown = relative(world.cwd, folder) || '.';
    flag(file, 'out-taken', `${shown} already holds ${taken.join(', ')}; nothing was writtenOut`);
    return false;
  }
  try {
    if (images.length > 0) await world.publish(folder, images, 'images');
    await world.publish(folder, files);
    return true;
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    flag(file, 'out-unwritable', `${relative(world.cwd, error.path)} ${error.message}`, {
      hint: error.hint,
    });
    return false;
  }
}

const summaryOf = (
  { account, imported: document, losses }: ImportResult,
  bytes: Uint8Array,
): Readonly<Record<string, unknown>> => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  kind: document?.kind ?? 'text',
  account,
  left: losses,
  changes: document?.changes ?? [],
  comments: document?.comments ?? [],
});
