/**
 * What the tests of archiving share: bags as plain tables of files, and what verification says of
 * them.
 */
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { checkBag } from '../../src/archive/bag/check.ts';
import type { BagInfo } from '../../src/archive/bag/write.ts';
import { bytesIn, openBytes, openTree } from '../../src/archive/tree.ts';
import { diskWorld } from '../../src/world/disk.ts';
import { inFolder } from './snapshot.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** `rule: sentence` of everything said of a tree. */
async function saidOf(
  open: Promise<Awaited<ReturnType<typeof openTree>>>,
): Promise<readonly string[]> {
  const tree = await open;
  const said: string[] = [];
  try {
    await checkBag(tree, (rule, says) => said.push(`${rule}: ${says}`));
  } finally {
    await tree.close();
  }
  return said;
}

/** @param links path → target, made after the files */
export const saidOfFolder = (
  files: Files,
  links: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> =>
  inFolder(files, async (folder) => {
    await mkdir(join(folder, 'bag'), { recursive: true });
    for (const [path, target] of Object.entries(links)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await symlink(target, join(folder, path));
    }
    return saidOf(openTree(diskWorld(), join(folder, 'bag')));
  });

export const rulesOf = (said: readonly string[]): readonly string[] =>
  [...new Set(said.map((line) => line.slice(0, line.indexOf(':'))))].sort();

export const hash = (algorithm: string, content: string | Uint8Array): string =>
  createHash(algorithm).update(content).digest('hex');

export const manifest = (algorithm: string, files: Files): string =>
  Object.entries(files)
    .map(([path, content]) => `${hash(algorithm, content)}  ${path}\n`)
    .join('');

export const declaration = (version = '1.0', encoding = 'UTF-8'): string =>
  `BagIt-Version: ${version}\nTag-File-Character-Encoding: ${encoding}\n`;

/** A plain bag of version 1.0 with one manifest, below `bag/`. */
export function bagOf(
  payload: Files = { 'data/a.txt': 'alpha\n' },
  more: Files = {},
): Record<string, string | Uint8Array> {
  const files = {
    'bagit.txt': declaration(),
    ...payload,
    'manifest-sha256.txt': manifest('sha256', payload),
    ...more,
  };
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => [`bag/${path}`, content]),
  );
}

/** The files of a snapshot below `bag/`, to be changed by a test. */
export async function unpacked(zip: Uint8Array): Promise<Record<string, string | Uint8Array>> {
  const tree = await openBytes(zip);
  const files: Record<string, Uint8Array> = {};
  for (const path of tree.files.keys()) files[`bag/${path}`] = (await bytesIn(tree, path))!;
  return files;
}

export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

/** Lines of a bag-info.txt, without the one that `makeBag` writes itself. */
export const infoIn = (files: Files): BagInfo =>
  Buffer.from(files['bag/bag-info.txt'] as Uint8Array)
    .toString()
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('Payload-Oxum'))
    .map(
      (line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)] as const,
    );
