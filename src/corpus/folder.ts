/** What lies in a folder of transcripts, and below it: files, and what is passed over. */
import { join } from 'node:path';
import { limits } from '../limits.ts';
import { OutsideError, type World } from '../world.ts';

export interface Listed {
  /** Below the folder, with `/`. */
  readonly path: string;
  readonly size: number;
  readonly modified: number;
}

export interface CorpusListing {
  /** By path, in order of code units. */
  readonly files: readonly Listed[];
  readonly passed: readonly Passed[];
  /** The folder has more files than are looked at. */
  readonly isLarge: boolean;
}

/** A file that is not looked into; `says` is the end of the sentence “The file …”. */
export interface Passed {
  readonly path: string;
  readonly says: string;
}

/** Regular files that are not hidden. No link is followed. @param root a real path */
export async function listingOf(world: World, root: string): Promise<CorpusListing> {
  const [files, passed]: [Listed[], Passed[]] = [[], []];
  const open = [''];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const entries = await world.entries(join(root, folder)).catch((error: unknown) => {
      if (!(error instanceof OutsideError) || folder === '') throw error;
      passed.push({ path: folder, says: error.message });
      return [];
    });
    for (const { name, kind } of entries) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (name.startsWith('.')) continue;
      if (kind === 'folder') open.push(path);
      else if (kind === 'link') passed.push({ path, says: 'is a link; links are not followed' });
      else if (kind === 'other') passed.push({ path, says: 'is not a regular file' });
      else files.push(await listed(world, root, path));
      if (files.length > limits.corpus.files) return { files: [], passed, isLarge: true };
    }
  }
  return { files: files.sort(byCorpusPath), passed: passed.sort(byCorpusPath), isLarge: false };
}

async function listed(world: World, root: string, path: string): Promise<Listed> {
  const facts = await world.facts(join(root, path));
  return { path, size: facts?.size ?? 0, modified: facts?.modified ?? 0 };
}

const byCorpusPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
