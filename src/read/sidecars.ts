/** Files beside a brief: what was settled about its quotations. */
import type { Location } from './locate.ts';
import { OutsideError, type World } from '../world.ts';
import { VFile } from 'vfile';
import { basename, extname, join, relative } from 'node:path';
import { readInside } from '../inside.ts';
import { limits } from '../limits.ts';
import { flag } from '../rules/flag.ts';
import type { Override } from '../types.ts';
import { firstBadByte } from './decode.ts';
import { readSidecar } from './front-matter.ts';

/** A file's text and where it came from. */
export interface BriefInput extends Location {
  readonly text: string;
  readonly bytes: Uint8Array;
  /** Of a document that was imported: how its text is read, and its pictures by address. */
  readonly imported?: {
    readonly extension: string;
    readonly images: ReadonlyMap<string, Uint8Array>;
  };
}

const SIDECARS = (slug: string): readonly string[] => [
  'quotes.yml',
  'quotes.yaml',
  `${slug}.quotes.yml`,
  `${slug}.quotes.yaml`,
];

/** A file beside a brief. */
export interface Sidecar {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly shown: string;
}

/** Those that are there; one that may not be read is flagged. */
export async function sidecars(
  world: World,
  { root, slug, file: at }: BriefInput,
  file: VFile,
): Promise<readonly Sidecar[]> {
  const found: Sidecar[] = [];
  const own = basename(at, extname(at));
  for (const path of new Set([...SIDECARS(slug), ...SIDECARS(own)])) {
    const shown = relative(world.cwd, join(root, path));
    const bytes = await readInside(world, root, path, limits.brief.bytes).catch((error: unknown) =>
      refusedSidecar(error, shown, file),
    );
    if (bytes) found.push({ path, bytes, shown });
  }
  return found;
}

/** None is no problem; one that can't be read is. */
function refusedSidecar(error: unknown, shown: string, file: VFile): null {
  if (!(error instanceof OutsideError)) throw error;
  if (error.code !== 'ENOENT')
    flag(file, 'file-unsafe', `The sidecar ${error.message}`, { path: shown });
  return null;
}

/** What the sidecars settle about quotations. */
export async function decisions(
  beside: readonly Sidecar[],
  file: VFile,
): Promise<readonly Override[]> {
  const made: Override[] = [];
  for (const { bytes, shown } of beside) {
    if (firstBadByte(bytes) < bytes.length)
      flag(file, 'encoding', `Byte ${firstBadByte(bytes)} is not UTF-8`, { path: shown });
    else made.push(...(await readSidecar(new TextDecoder().decode(bytes), shown, file)));
  }
  return made;
}
