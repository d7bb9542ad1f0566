/** What the press hands to a format, and what it wants back. */
import type { VFile } from 'vfile';
import type { Artifact, Brief, Edition, PageMap, Transcript } from '../types.ts';
import type { Theme } from '../theme/theme.ts';

export interface Job {
  readonly edition: Edition;
  readonly theme: Theme;
  readonly brief: Brief;
  /** The print edition, where it was printed: its page map and its finished bytes. */
  readonly pages: PageMap | null;
  readonly pdf: Uint8Array | null;
  /** Outputs made before this one, for the snapshot. */
  readonly made: readonly Artifact[];
  readonly transcripts: readonly Transcript[];
  /** Versions and hashes of what took part in the build. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** `briefpress <version>`, as the facts of a build name it. */
export const programOf = ({ program }: Job['facts']): string => (typeof program === 'string' ? program : 'briefpress');

export interface Format {
  readonly name: string;
  /** File name ending after the slug, dot included. */
  readonly extension: string;
  readonly mediaType: string;
  /** One line for `--to` in the help. */
  readonly help: string;
  /** Whether it needs the print edition (`must`), is better with it (`may`), or does not care. */
  readonly print: 'must' | 'may' | 'no';
  /** Names of formats whose artifacts it holds; they are made first. */
  readonly after: readonly string[];
  /** The finished file, checked by the format's own gates; null when a gate refused (flagged on `file`). */
  write(job: Job, file: VFile): Promise<Artifact | null>;
}
