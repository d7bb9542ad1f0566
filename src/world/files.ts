/** Files that stay open: read at any place, and told of as they are, not as their name is. */
import { constants, type Stats } from 'node:fs';
import { lstat, open, readlink, realpath, type FileHandle } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { DatedFile } from '../world.ts';
import { OutsideError } from './outside.ts';

/**
 * What a disk, a network or a file of the system refuses in the middle of a file is told of that
 * file.
 */
export const whileReading = <T>(path: string, work: Promise<T>): Promise<T> =>
  work.catch((cause: NodeJS.ErrnoException) => {
    const code = cause.code ?? 'EIO';
    throw new OutsideError(
      path,
      code,
      `could not be read to its end (${code})`,
      'Check the disk that it lies on, or copy it to another one.',
      cause,
    );
  });

/**
 * All bytes, or a little more than `limit` of them. Some files grow while they are read, and some
 * of the system say that they are empty: the size that was told is where the end is looked for first.
 */
export async function readWhole(
  handle: FileHandle,
  size: number,
  limit: number,
): Promise<Uint8Array> {
  let bytes = new Uint8Array(size + 1);
  for (let length = 0; ; ) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length);
    length += bytesRead;
    if (bytesRead === 0 || length > limit) return bytes.subarray(0, length);
    if (length < bytes.length) continue;
    const longer = new Uint8Array(2 * length + 4096);
    longer.set(bytes);
    bytes = longer;
  }
}

/** What an open handle is to the rest of the program. */
export const openFile = (path: string, handle: FileHandle, facts: Stats): DatedFile => ({
  size: facts.size,
  modified: facts.mtimeMs,
  read: async (at, into) =>
    (await whileReading(path, handle.read(into, 0, into.length, at))).bytesRead,
  close: () => handle.close(),
});

/** Times that a file may be exchanged for a new one while it is being opened, as a build does. */
const EXCHANGES = 3;

/** See `World.openBelow`. */
export async function openBelow(root: string, path: string): Promise<DatedFile | null> {
  const at = join(root, path);
  if (!at.startsWith(root.endsWith(sep) ? root : `${root}${sep}`)) return null;
  for (let times = 0; times < EXCHANGES; times++) {
    const handle = await open(at, READ_NO_LINK).catch(() => null);
    if (!handle) return null;
    const facts = await handle.stat();
    const where = await realPlace(handle, facts, at);
    if (facts.isFile() && where === at) return openFile(at, handle, facts);
    await handle.close();
    if (!where?.endsWith(GONE)) return null;
  }
  return null;
}

/** What Linux writes behind the path of an open file that was removed. */
const GONE = ' (deleted)';

/**
 * Where an open file really lies: the system says so on Linux; elsewhere `at`, where it is the same
 * file and no part of it is a link.
 */
async function realPlace(
  handle: FileHandle,
  { dev, ino }: Stats,
  at: string,
): Promise<string | null> {
  const told = await readlink(`/proc/self/fd/${handle.fd}`).catch(() => null);
  if (told !== null) return told;
  const [real, there] = [await realpath(at).catch(() => null), await lstat(at).catch(() => null)];
  return real === at && there?.dev === dev && there.ino === ino ? at : null;
}

/** Reading, without waiting for a pipe and without following a link at the end of the path. */
const READ_NO_LINK = constants.O_RDONLY | constants.O_NONBLOCK | (constants.O_NOFOLLOW ?? 0);
