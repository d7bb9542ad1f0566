/**
 * The catalogue of a folder of outputs: its pages as they are now, made anew only when a file there
 * has changed.
 */
import { VFile } from 'vfile';
import type { Theme } from '../theme/theme.ts';
import type { World } from '../world.ts';
import { atomPages } from './atom.ts';
import { catalogueOf, type Catalogue, type CatalogFile } from './catalogue.ts';
import { opdsPages } from './opds.ts';
import { webPage, type WebPage } from './page.ts';
import { openShelf, scanShelf, type ShelfFolder } from './shelf.ts';

/** A catalogue with everything that is served or written for it. */
export interface Issue {
  readonly catalogue: Catalogue;
  /** `index.html`. */
  readonly web: WebPage;
  /** Every page by its name: feeds and `index.html`. */
  readonly pages: ReadonlyMap<string, CatalogFile>;
  /** What was left out, and why. */
  readonly file: VFile;
}

/** How a folder becomes a catalogue. */
export interface CatalogOptions {
  /** The folder as the user wrote it. */
  readonly shown: string;
  readonly title: string | null;
  readonly theme: Theme;
}

/**
 * A function that gives the catalogue of `root` as it is at that moment. It throws OutsideError
 * where the folder can't be read.
 */
export function openCatalogue(
  world: World,
  root: string,
  { shown, title, theme }: CatalogOptions,
): () => Promise<Issue> {
  const shelf = openShelf(world, root, shown);
  const issueOf = async (folders: readonly ShelfFolder[]): Promise<Issue> => {
    const file = new VFile({ path: shown });
    return issued(catalogueOf(await shelf.books(folders, file), title), theme, file);
  };
  return whereChanged(() => scanShelf(world, root), issueOf);
}

/** Makes a result again only where what it is made from has changed. */
function whereChanged<Seen, Made>(
  scan: () => Promise<Seen>,
  make: (seen: Seen) => Promise<Made>,
): () => Promise<Made> {
  let last: { readonly seen: string; readonly made: Promise<Made> } | null = null;
  const look = async (): Promise<Made> => {
    const found = await scan();
    const seen = JSON.stringify(found);
    if (last?.seen !== seen) last = { seen, made: make(found) };
    return last.made;
  };
  // Who asks while somebody else is looking shares the look.
  let looking: Promise<Made> | null = null;
  return () => (looking ??= look().finally(() => (looking = null)));
}

/** A catalogue with all its pages. */
function issued(catalogue: Issue['catalogue'], theme: CatalogOptions['theme'], file: VFile): Issue {
  const web = webPage(catalogue, theme);
  const pages = [web, ...atomPages(catalogue), ...opdsPages(catalogue)];
  return { catalogue, web, pages: new Map(pages.map((page) => [page.name, page])), file };
}
