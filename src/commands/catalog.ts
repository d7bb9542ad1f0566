/**
 * `briefpress catalog`: feeds for reading apps, and a web page for people, of everything that was
 * built into a folder.
 */
import { join, relative, resolve } from 'node:path';
import { VFile } from 'vfile';
import type { CatalogBook } from '../catalog/book.ts';
import { EpubError, readCover } from '../catalog/epub.ts';
import { openCatalogue, type Issue } from '../catalog/index.ts';
import { flagTemplates, openThemes } from '../press/themes.ts';
import { visible } from '../report.ts';
import { failed, flag } from '../rules/flag.ts';
import { OutsideError, type World } from '../world.ts';
import { finishRun, painter, tellFileMessages, type Options } from './run.ts';

/**
 * `briefpress catalog`: writes feeds and web page beside the outputs; resolves to the exit code.
 */
export async function runCatalog(
  world: World,
  [named = 'out']: readonly string[],
  options: Options,
): Promise<number> {
  const file = new VFile({ path: named });
  const issue = await currentIssue(await catalogueIn(world, named, options, file), file);
  const books = issue?.catalogue.books.length;
  if (books === 0)
    flag(file, 'catalog-empty', 'There is no book in this folder: nothing was written');
  const written = issue && !failed(file) ? await deliverIssue(world, named, issue, file) : [];
  tellFileMessages(world, file, options);
  if (!options['quiet'] && !options['json'] && written.length > 0)
    world.stdout(accountOfCatalog(world, issue!, written));
  const outputs = written.map((path) => ({ path }));
  return finishRun(world, [file], options, { books: books ?? 0, outputs });
}

/** The catalogue as it is now, what it left out told on `file`; null after a problem (flagged). */
export async function currentIssue(
  current: (() => Promise<Issue>) | null,
  file: VFile,
): Promise<Issue | null> {
  const issue = current && (await current().catch((error: unknown) => flagTemplates(error, file)));
  if (!issue) return null;
  file.messages.push(...issue.file.messages);
  return issue;
}

/** The catalogue of a folder that a command names; null after a problem (flagged). */
export async function catalogueIn(
  world: World,
  named: string,
  options: Options,
  file: VFile,
): Promise<(() => Promise<Issue>) | null> {
  const root = resolve(world.cwd, named);
  const kind = await world.kind(root);
  if (kind !== 'folder') {
    const says = kind === null ? 'There is no such folder' : 'This is not a folder';
    flag(file, 'catalog-folder', says);
    return null;
  }
  const asked = typeof options['theme'] === 'string' ? options['theme'] : null;
  const theme = await openThemes(world).load(asked, null, file);
  const title = textOf(options['title']);
  return theme && openCatalogue(world, await world.realpath(root), { shown: named, title, theme });
}

/**
 * Covers first, so that no feed names what isn't there; the pages of the catalogue appear together.
 */
async function deliverIssue(
  world: World,
  named: string,
  { catalogue, pages }: Issue,
  file: VFile,
): Promise<readonly string[]> {
  const root = resolve(world.cwd, named);
  const { publish, written } = publisher(world);
  try {
    for (const book of catalogue.books) await publishCover(world, root, book, file, publish);
    await publish(root, [...pages.values()]);
    return written;
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    const path = relative(world.cwd, error.path) || error.path;
    flag(file, 'out-unwritable', `${path} ${error.message}`, { hint: error.hint });
    return [];
  }
}

/** Publishes files and remembers which. */
function publisher(world: World): { readonly publish: Publish; readonly written: string[] } {
  const written: string[] = [];
  const publish: Publish = async (folder, files) => {
    await world.publish(folder, files);
    written.push(...files.map(({ name }) => relative(world.cwd, join(folder, name))));
  };
  return { publish, written };
}

type Publish = (
  folder: string,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
) => Promise<void>;

async function publishCover(
  world: World,
  root: string,
  { folder, cover }: CatalogBook,
  file: VFile,
  publish: Publish,
): Promise<void> {
  if (!cover) return;
  try {
    const bytes = await readCover(world, await world.realpath(root), cover.epub, cover.path);
    await publish(join(root, folder), [{ name: cover.name, bytes }]);
  } catch (error) {
    if (!(error instanceof EpubError)) throw error;
    flag(file, 'catalog-book', `The cover can’t be read: ${error.message}`, {
      path: join(file.path ?? '', cover.epub),
    });
  }
}

function accountOfCatalog(world: World, { catalogue }: Issue, written: readonly string[]): string {
  const paint = painter(world);
  const books = catalogue.books.map(
    ({ meta, folder }) => `  ${visible(meta.title)}  (${visible(folder)})`,
  );
  return [
    paint('strong', visible(catalogue.title)),
    ...books,
    ...written.map((path) => `  ${paint('good', '✓')} ${path}`),
    '',
  ].join('\n');
}

/** The words of an option; null where it is not given, or empty. */
function textOf(option: unknown): string | null {
  const words = typeof option === 'string' ? option.trim() : '';
  return words === '' ? null : words;
}
