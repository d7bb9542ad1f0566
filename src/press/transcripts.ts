/** The transcripts of a brief: files of its own folder, or the one that the command line names. */
import { limits } from '../limits.ts';
import { dirname, join, relative, resolve } from 'node:path';
import { VFile } from 'vfile';
import { readInside } from '../inside.ts';
import { nearPathHint } from '../read/near-path.ts';
import { placeOfFile } from '../read/sources.ts';
import { flag } from '../rules/flag.ts';
import type { Brief, Transcript } from '../types.ts';
import { OutsideError, type World } from '../world.ts';
import { readSource } from './documents.ts';

/**
 * Reads what the sources name. A file that was refused by reading (`source-unsafe`) is not looked
 * at again.
 * @param asked path from the command line, relative to `world.cwd`; it is the file of the first
 * source
 */
export async function readTranscripts(
  world: World,
  brief: Brief,
  asked: string | null,
  file: VFile,
): Promise<readonly Transcript[]> {
  const root = dirname(resolve(world.cwd, brief.path));
  const unsafe = file.messages.some(({ ruleId }) => ruleId === 'source-unsafe');
  const named = asked === null ? null : relative(root, resolve(world.cwd, asked)) || '.';
  const read: Transcript[] = [];
  // A transcript that was found may have voices that the brief does not know.
  const aside = new VFile();
  for (const source of brief.sources) {
    if (source.file === null || (unsafe && source.file !== named)) continue;
    const at = join(root, source.file);
    const reading =
      source.file === named
        ? world.read(at, limits.transcript.bytes)
        : readInside(world, root, source.file, limits.transcript.bytes);
    const bytes = await reading.catch(async (error: unknown) =>
      missing(error, source.file!, {
        file,
        isAsked: source.file === named,
        hint: await nearPathHint(world, at),
      }),
    );
    const shown = relative(world.cwd, at);
    const input = {
      sourceId: source.id,
      name: source.file.split(/[\\/]/u).at(-1)!,
      shown,
      format: source.format,
      encoding: source.encoding,
      speakers: source.speakers,
    };
    const { participants } = brief;
    const told = source.found ? aside : file;
    const transcript =
      bytes && (await readSource({ ...input, bytes, participants }, told, world.run));
    if (transcript) read.push(transcript);
  }
  return read;
}

interface MissingTranscript {
  readonly file: VFile;
  /** Was it named on the command line? */
  readonly isAsked: boolean;
  /** What was meant instead, where that can be told. */
  readonly hint: string | null;
}

function missing(error: unknown, name: string, { file, isAsked, hint }: MissingTranscript): null {
  if (!(error instanceof OutsideError)) throw error;
  flag(file, 'transcript-missing', `The transcript “${name}” ${error.message}`, {
    hint: (error.code === 'ENOENT' ? hint : null) ?? error.hint,
    place: isAsked ? undefined : placeOfFile(file, name),
  });
  return null;
}
