/**
 * The standard streams of this process, written to at once and whole: a descriptor that refuses is
 * an error here and now.
 */
import { writeSync } from 'node:fs';
import { OutsideError } from './outside.ts';

const [STDOUT, STDERR] = [1, 2];

/** Milliseconds between two tries at a pipe that is full. */
const PAUSE = 5;

/**
 * Writes all of it, or throws what the system said (`write(2)`): a disk that fills up takes a part
 * of a piece and refuses the next, which a stream of Node would never tell.
 */
function writeDescriptor(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}

const encodedBytes = (text: string | Uint8Array): Uint8Array =>
  typeof text === 'string' ? Buffer.from(text, 'utf8') : text;

let isOutputClosed = false;

/**
 * Writes to standard output. Whoever closes it early has read enough of a text, so the rest of one
 * is left out; of a file (bytes) nothing may be missing, so there that is an error like any other.
 * @throws NodeJS.ErrnoException
 */
function toStdout(text: string | Uint8Array): void {
  const isText = typeof text === 'string';
  if (isOutputClosed && isText) return;
  try {
    writeDescriptor(STDOUT, encodedBytes(text));
  } catch (error) {
    isOutputClosed = (error as NodeJS.ErrnoException).code === 'EPIPE';
    if (!isOutputClosed || !isText) throw error;
  }
}

/** Writes to standard error; where that is refused, there is nobody left to tell. */
export function toStderr(text: string): void {
  try {
    writeDescriptor(STDERR, encodedBytes(text));
  } catch {
    // The exit code still tells.
  }
}

/** `toStdout`, whose refusal is one of the outside. */
export function writeStdout(text: string | Uint8Array): void {
  try {
    toStdout(text);
  } catch (cause) {
    const { code = 'EIO' } = cause as NodeJS.ErrnoException;
    const why = WRITING[code] ?? `could not be written to (${code})`;
    throw new OutsideError(
      'standard output',
      code,
      why,
      'What was written is not whole: throw it away.',
      cause,
    );
  }
}

/** Why something could not be written, by the system's code. */
export const WRITING: Readonly<Record<string, string>> = {
  ENOSPC: 'could not be written to: the disk is full (ENOSPC)',
  EDQUOT: 'could not be written to: the quota of the disk is used up (EDQUOT)',
  EFBIG: 'could not be written to: files may not be so large (EFBIG, ulimit -f)',
  EROFS: 'could not be written to: the disk is read-only (EROFS)',
  EACCES: 'could not be written to: the folder belongs to somebody else (EACCES)',
  EPERM: 'could not be written to: the folder belongs to somebody else (EPERM)',
  ENOTDIR: 'could not be made: part of its path is a file (ENOTDIR)',
  ENOENT: 'could not be made: the system takes no folder there (ENOENT)',
  EPIPE: 'was closed before everything was written (EPIPE)',
};

/** Standard input to its end, or a little more than `limit` bytes of it. */
export async function readStdin(limit: number): Promise<Uint8Array> {
  try {
    return await upTo(limit, process.stdin);
  } catch (cause) {
    const { code = 'EIO' } = cause as NodeJS.ErrnoException;
    throw new OutsideError(
      'standard input',
      code,
      `could not be read (${code})`,
      'Give it a file or a pipe.',
      cause,
    );
  }
}

/** What comes, up to the first piece that is too much. */
export async function upTo(
  limit: number,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Uint8Array> {
  const read: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    read.push(piece);
    size += piece.length;
    if (size > limit) break;
  }
  return Buffer.concat(read);
}
