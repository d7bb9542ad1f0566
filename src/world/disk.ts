/** The real outside: this machine’s disk, programs and network. */
import type { FileFacts, FolderEntry, NewFile, OpenFile, World } from '../world.ts';
import { makeFolder, workingFolder } from './folders.ts';
import {
  lstat,
  mkdtemp,
  open,
  readdir,
  realpath,
  rm,
  stat,
  type FileHandle,
} from 'node:fs/promises';
import { openBelow, openFile, readWhole, whileReading } from './files.ts';
import { WRITING, readStdin, toStderr, upTo, writeStdout } from './streams.ts';
import { limits } from '../limits.ts';
import { levelMemory } from './memory.ts';
import { OutsideError } from './outside.ts';
import { constants, renameSync, rmSync, type Stats } from 'node:fs';
import { join } from 'node:path';

/** The real disk and the real streams of this process. */
export function diskWorld(): World {
  return {
    cwd: workingFolder(),
    env: process.env,
    platform: process.platform,
    arch: process.arch,
    read: readRegular,
    kind: async (path) => {
      const found = await stat(path).catch(() => null);
      return found === null
        ? null
        : found.isFile()
          ? 'file'
          : found.isDirectory()
            ? 'folder'
            : 'other';
    },
    list: async (path) => (await readdir(path)).sort(byCodeUnit),
    entries: entriesOf,
    facts: fileFacts,
    open: openRegular,
    openBelow,
    realpath,
    publish,
    stdout: writeStdout,
    stderr: toStderr,
    entering: () => undefined,
    levelMemory,
    stdin: readStdin,
    // What starts programs is loaded when one is started: it brings half of Node's network along.
    run: async (...asked) => (await import('./program.ts')).runProgram(...asked),
    post,
  };
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

async function readRegular(path: string, limit: number = limits.file.bytes): Promise<Uint8Array> {
  const { handle, facts } = await regular(path);
  try {
    if (facts.size > limit)
      throw new OutsideError(path, 'EFBIG', `is larger than ${limit} bytes`, 'Split the file.');
    const bytes = await whileReading(path, readWhole(handle, facts.size, limit));
    if (bytes.length > limit)
      throw new OutsideError(path, 'EFBIG', `is larger than ${limit} bytes`, 'Split the file.');
    return bytes;
  } finally {
    await handle.close();
  }
}

async function openRegular(path: string): Promise<OpenFile> {
  const { handle, facts } = await regular(path);
  return openFile(path, handle, facts);
}

/**
 * Opened without blocking and checked on the descriptor, so that a FIFO or a device can't hang or
 * feed the build.
 */
async function regular(path: string): Promise<{ handle: FileHandle; facts: Stats }> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch(
    (cause: NodeJS.ErrnoException) => {
      throw new OutsideError(
        path,
        cause.code ?? 'EIO',
        refusalWords(cause.code),
        'Check the path and the permissions.',
        cause,
      );
    },
  );
  const facts = await handle.stat();
  if (facts.isFile()) return { handle, facts };
  await handle.close();
  if (facts.isDirectory())
    throw new OutsideError(path, 'EISDIR', 'is a folder, not a file', 'Name a file.');
  throw new OutsideError(path, 'ENOTREG', 'is not a regular file', 'Name a regular file.');
}

async function post(url: string, mediaType: string, body: Uint8Array): Promise<Uint8Array> {
  const refuse = (why: string, cause?: unknown): OutsideError => noAnswer(url, why, cause);
  const options = {
    method: 'POST',
    headers: { 'content-type': mediaType },
    body: Buffer.from(body),
    signal: AbortSignal.timeout(limits.stamp.milliseconds),
  };
  const response = await fetch(url, options).catch((cause: unknown) => {
    throw refuse('did not answer', cause);
  });
  if (!response.ok) throw refuse(`answered with the error ${response.status}`);
  const bytes = await upTo(limits.stamp.bytes, response.body ?? []).catch((cause: unknown) => {
    throw refuse('did not finish its answer', cause);
  });
  if (bytes.length > limits.stamp.bytes)
    throw refuse(`answered with more than ${limits.stamp.bytes} bytes`);
  return bytes;
}

async function entriesOf(path: string): Promise<readonly FolderEntry[]> {
  const found = await readdir(path, { withFileTypes: true }).catch(
    (cause: NodeJS.ErrnoException) => {
      throw new OutsideError(
        path,
        cause.code ?? 'EIO',
        refusalWords(cause.code),
        'Check the path and the permissions.',
        cause,
      );
    },
  );
  return found
    .map((entry): FolderEntry => ({ name: entry.name, kind: entryKind(entry) }))
    .sort((a, b) => byCodeUnit(a.name, b.name));
}

async function fileFacts(path: string): Promise<FileFacts | null> {
  const found = await lstat(path).catch(() => null);
  return found && { kind: entryKind(found), size: found.size, modified: found.mtimeMs };
}

const entryKind = (
  found: Pick<Stats, 'isFile' | 'isDirectory' | 'isSymbolicLink'>,
): FolderEntry['kind'] =>
  found.isFile()
    ? 'file'
    : found.isDirectory()
      ? 'folder'
      : found.isSymbolicLink()
        ? 'link'
        : 'other';

function refusalWords(code: string | undefined): string {
  const words: Readonly<Record<string, string>> = {
    ENOENT: 'does not exist',
    EACCES: 'may not be read',
    EPERM: 'may not be read',
    ENOTDIR: 'does not exist: part of its path is a file',
    ELOOP: 'is a loop of symbolic links',
    ENAMETOOLONG: 'has too long a name',
    EMFILE: 'could not be opened: too many files are open',
  };
  return words[code ?? ''] ?? `could not be read (${code ?? 'unknown reason'})`;
}

async function publish(root: string, files: readonly NewFile[], own = ''): Promise<void> {
  const folder = join(root, own);
  let staging: string | undefined;
  try {
    if (own !== '') await refuseLink(folder);
    makeFolder(folder);
    await sweepFolder(folder);
    for (const { name } of files) await refuseOddTarget(join(folder, name));
    staging = await mkdtemp(join(folder, `${STAGING}${process.pid}-`));
    staged.add(staging);
    for (const { name, bytes } of files) await writeWhole(join(staging, name), bytes);
    // Without a pause between them: whoever ends the program now and then finds either all old
    // files or all new ones.
    for (const { name } of files) renameSync(join(staging, name), join(folder, name));
  } catch (cause) {
    if (cause instanceof OutsideError) throw cause;
    const code = (cause as NodeJS.ErrnoException).code ?? 'EIO';
    throw new OutsideError(
      folder,
      code,
      WRITING[code] ?? `could not be written to (${code})`,
      'Check that the folder is writable and the disk is not full.',
      cause,
    );
  } finally {
    if (staging) await rm(staging, { recursive: true, force: true });
    if (staging) staged.delete(staging);
  }
}

/** A folder that the program makes itself: a link in its place is not written through. */
async function refuseLink(path: string): Promise<void> {
  if ((await fileFacts(path))?.kind === 'link')
    throw new OutsideError(path, 'EEXIST', 'is in the way: it is a link', 'Move it away.');
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx', 0o644);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const STAGING = '.briefpress-';

/** Staging folders of this run: they go with the program when it is ended in between. */
const staged = new Set<string>();

process.on('exit', () =>
  staged.forEach((folder) => rmSync(folder, { recursive: true, force: true })),
);

/**
 * Hours after which a staging folder is stale whoever made it: another machine may share the
 * folder, and its programs can't be asked.
 */
const STALE = 24;

/** Removes what runs that were killed left in an output folder. */
async function sweepFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = Number(/^\.briefpress-(\d+)-/u.exec(name)?.[1]);
    if (!pid || pid === process.pid) continue;
    const facts = await lstat(join(folder, name)).catch(() => null);
    const isOld = facts !== null && Date.now() - facts.mtimeMs > STALE * 3_600_000;
    if (facts?.isDirectory() && (isOld || !isAlive(pid)))
      await rm(join(folder, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A symlink or a folder at the output's name would be written through or hidden: refuse it. */
async function refuseOddTarget(path: string): Promise<void> {
  const found = await lstat(path).catch(() => null);
  if (found && !found.isFile())
    throw new OutsideError(
      path,
      'EEXIST',
      'is in the way: it is not a regular file',
      'Move it away.',
    );
}

const noAnswer = (url: string, why: string, cause: unknown): OutsideError =>
  new OutsideError(
    url,
    'ENET',
    why,
    'Check the address and the network, or go on without it.',
    cause,
  );
