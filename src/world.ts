/**
 * The outside as one argument: files, environment, streams. A frozen date and an in-memory test are
 * the same code.
 */
import { OutsideError } from './world/outside.ts';

export { OutsideError };

/** The outside: files, programs, network, streams, time. Tests and snapshots give another one. */
export interface World {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** As Node names it: linux, darwin, win32, … */
  readonly platform: string;
  /** As Node names it: x64, arm64, … */
  readonly arch: string;
  /** Bytes of a regular file; rejects with an `OutsideError` naming the path on anything else. */
  read(path: string, limit?: number): Promise<Uint8Array>;
  /** 'file', 'folder', or null when nothing (readable) is there. */
  kind(path: string): Promise<'file' | 'folder' | 'other' | null>;
  /** Names in a folder, sorted by code unit. */
  list(path: string): Promise<readonly string[]>;
  /** What a folder holds, itself and not what its links point to; sorted by code unit. */
  entries(path: string): Promise<readonly FolderEntry[]>;
  /**
   * What stands at a path, itself and not what it links to; null when nothing (reachable) is there.
   */
  facts(path: string): Promise<FileFacts | null>;
  /**
   * A regular file for reading at any place, so that files larger than memory can be read; refuses
   * as `read` does.
   */
  open(path: string): Promise<OpenFile>;
  /**
   * A regular file below `root`, a real path; null where there is none. No link is followed,
   * neither at the end of `path` nor on the way: what was opened is looked at, not the name once
   * more, so nobody can exchange the one for the other in between.
   */
  openBelow(root: string, path: string): Promise<DatedFile | null>;
  realpath(path: string): Promise<string>;
  /**
   * Writes all files or none: staged beside the target in `folder`, fsynced, then renamed. Names
   * have no separator. With `own`, they go into the folder of that name in `folder`, which is the
   * program's own: a link there is refused.
   */
  publish(folder: string, files: readonly NewFile[], own?: string): Promise<void>;
  /**
   * Writes at once and whole; OutsideError where that is refused. A reader that closes early has
   * read enough of a text, not of a file: of bytes none may be missing.
   */
  stdout(text: string | Uint8Array): void;
  stderr(text: string): void;
  /**
   * Says what the run is doing, to whoever watches over it: a phrase that “was not finished” can
   * follow.
   */
  entering(phrase: string): void;
  /** Prints go on: however many follow, what the process takes of the system stays level. */
  levelMemory(): void;
  /** Standard input to its end, or a little more than `limit` bytes of it. */
  stdin(limit: number): Promise<Uint8Array>;
  /**
   * Runs another program with `input` as its standard input; null where there is no such program.
   * No shell.
   */
  run(command: string, args: readonly string[], input: Uint8Array): Promise<Ran | null>;
  /**
   * Sends bytes to an address that the user named, and returns the answer; OutsideError where there
   * is none or it is an error.
   */
  post(url: string, mediaType: string, body: Uint8Array): Promise<Uint8Array>;
}

/** A file that is read at any place. */
export interface OpenFile {
  /** Bytes. */
  readonly size: number;
  /** Fills `into` from offset `at`; returns the number of bytes, 0 at the end. */
  read(at: number, into: Uint8Array): Promise<number>;
  close(): Promise<void>;
}

/** The same with the time of its last change. */
export interface DatedFile extends OpenFile {
  /** Milliseconds since 1970, with fractions where the disk keeps them. */
  readonly modified: number;
}

/** A file that is to be written. */
export interface NewFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How a program ended, and what it wrote. */
export interface Ran {
  readonly code: number;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

/** What lies in a folder, links not followed. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

export interface FileFacts {
  readonly kind: FolderEntry['kind'];
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970, with fractions where the disk keeps them. */
  readonly modified: number;
}
