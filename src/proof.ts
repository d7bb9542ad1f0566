/**
 * What is asked of a run, and what is known of a brief before anything is printed: the values that
 * rooms above the stages pass on.
 */
import type { VFile } from 'vfile';
import type { Theme } from './theme/theme.ts';
import type { Brief, Edition, Ledger, PrintWishes, Transcript } from './types.ts';

/** What is asked of a run. */
export interface PressOptions {
  /** Name of a theme or path of its folder; null = what the brief names, else classic. */
  readonly theme: string | null;
  readonly paper: string | null;
  /** What is asked of the office printer; a brief's own wishes are added. */
  readonly office?: Office;
  /**
   * Transcript that every brief of the run is checked against; null = what lies beside the brief or
   * its front matter names.
   */
  readonly transcript: string | null;
  /**
   * Folder of transcripts in which the quotations are looked for, where a brief has no transcript
   * of its own; beside `transcript`, where both are asked for.
   */
  readonly transcripts?: string | null;
  /**
   * Sources that were found in such a folder when the editions were made; they are not looked for
   * again.
   */
  readonly found?: readonly FoundSource[];
  /** `omit`: images that can't be taken are left out and named; null = they stop the brief. */
  readonly images?: 'omit' | null;
  readonly browserPath: string | null;
  readonly sandbox: boolean;
  /**
   * True: the content is a stranger's. It may name no theme and no other brief, and is printed in a
   * sandbox or not at all.
   */
  readonly untrusted?: boolean;
  /** Milliseconds for the whole run. */
  readonly timeout: number;
  /**
   * Ends the run: its browser is killed, and what waits for it rejects with the signal's reason.
   */
  readonly signal?: AbortSignal | null;
  /** Told of every step as it begins: “Reading brief.md”. */
  readonly onStep?: ((step: string) => void) | null;
  /** Told when a step takes over half a second. */
  readonly progress: ((sentence: string) => void) | null;
}

/** What holds where nothing is asked for. */
const PRESS_DEFAULTS: PressOptions = {
  theme: null,
  paper: null,
  transcript: null,
  browserPath: null,
  sandbox: true,
  timeout: 300_000,
  progress: null,
};

/** Options of a run, each with its default; what is `undefined` counts as not asked for. */
export const withDefaults = (asked: AskedOptions): PressOptions => ({
  ...PRESS_DEFAULTS,
  ...Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)),
});

/** Any of the options. */
export type AskedOptions = { readonly [Key in keyof PressOptions]?: PressOptions[Key] | undefined };

/** A source that was found in a folder of transcripts. */
export interface FoundSource {
  readonly id: string;
  /** Absolute path. */
  readonly file: string;
}

/** A brief of an archived packet: where it lies now, and what it was checked against. */
export interface LaidBrief {
  readonly brief: string;
  readonly transcript: string | null;
  readonly found: readonly FoundSource[];
}

/**
 * What is asked of the office printer: by the brief, the command line, or the record of an earlier
 * build. What is left out is not wanted.
 */
export interface Office extends PrintWishes {
  /** Takes the place of the brief's own. */
  readonly status?: string | null;
  readonly bates?: Bates | null;
  readonly copies?: readonly Recipient[];
}

/** Who gets a copy. */
export interface Recipient {
  readonly name: string;
  /** What the other columns say, in their order. */
  readonly more: readonly string[];
  /** Where this is written: the file as shown in messages, and its line from 1. */
  readonly path: string;
  readonly line: number;
}

/** Numbers that go on over every page of a production, as `PREFIX-000001`. */
export interface Bates {
  readonly prefix: string;
  /** Number of the next page. */
  readonly next: number;
  readonly digits: number;
}

/**
 * Everything known of a brief before anything is printed. What could not be made is null; why,
 * stands on `file`.
 */
export interface Proof {
  readonly file: VFile;
  readonly brief: Brief | null;
  readonly transcripts: readonly Transcript[];
  readonly ledger: Ledger | null;
  readonly edition: Edition | null;
  readonly theme: Theme | null;
  /** Of a packet: the proofs of its briefs, in their order. Empty for a brief. */
  readonly parts: readonly Proof[];
}
