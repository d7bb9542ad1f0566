/** What the tests of reading share: briefs from text, folders that come and go. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { VFile } from 'vfile';
import { readBrief, type Input } from '../src/read/index.ts';
import type { Brief } from '../src/types.ts';
import { diskWorld } from '../src/world/disk.ts';

export interface Read {
  readonly brief: Brief | null;
  readonly file: VFile;
  /** `line:column rule` of every message. */
  readonly said: readonly string[];
}

const saidOn = (file: VFile): readonly string[] =>
  file.messages.map(
    (message) => `${message.line ?? '-'}:${message.column ?? '-'} ${message.ruleId}`,
  );

export async function read(input: Input, cwd = tmpdir()): Promise<Read> {
  const file = new VFile();
  const brief = await readBrief({ ...diskWorld(), cwd }, input, file);
  return { brief, file, said: saidOn(file) };
}

/** Reads a text as if it came through standard input. */
export const readText = (text: string, name = 'text.md'): Promise<Read> =>
  read({ bytes: new TextEncoder().encode(text), name });

/** A folder with these files for the time of `use`. */
export async function inFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'read-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), content);
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
