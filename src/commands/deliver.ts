/** Writing files where the user wants them. */
import type { World } from '../world.ts';
import { outputName } from '../press.ts';
import { visible } from '../report.ts';
import type { Proof } from '../proof.ts';
import { basename, dirname, relative, resolve } from 'node:path';
import { VFile } from 'vfile';
import { flag } from '../rules/flag.ts';
import { reporting } from './run.ts';

/**
 * Two inputs of one name would be written over each other. What a command line is refused with, or
 * null.
 */
export async function clash(
  world: World,
  inputs: readonly string[],
): Promise<[sentence: string, hint: string] | null> {
  const taken = new Map<string, string>();
  for (const input of inputs) {
    const name = await outputName(world, input);
    const other = name === null ? undefined : taken.get(name);
    if (other === input) return [`${visible(input)} is named twice`, 'Name each brief once.'];
    if (other !== undefined)
      return [
        `${visible(other)} and ${visible(input)} would be written over each other: both are called ${name}`,
        'Give one of them another name, or build them one at a time, each with its own --out.',
      ];
    if (name !== null) taken.set(name, input);
  }
  return null;
}

/**
 * Absolute paths of all that a brief, or a packet's briefs, are made from: their files, sidecars,
 * transcripts and images.
 */
export function madeFrom(
  world: World,
  { brief, parts }: Pick<Proof, 'brief' | 'parts'>,
): ReadonlySet<string> {
  const briefs = [brief, ...parts.map((part) => part.brief)].filter((one) => one !== null);
  return new Set(briefs.flatMap((one) => filesOfBrief(world, one)));
}

/** The brief's own file and every file that it names, as absolute paths. */
function filesOfBrief(
  world: World,
  { path, originals, sources, assets }: NonNullable<Proof['brief']>,
): readonly string[] {
  const own = resolve(world.cwd, path);
  const names = [
    ...originals.map((one) => one.path),
    ...sources.flatMap(({ file }) => file ?? []),
    ...assets.map(({ url }) => decoded(url)),
  ];
  return [own, ...names.map((name) => resolve(dirname(own), name))];
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** True, and told, where an output would take the place of what it is made from. */
export function isTaken(
  world: World,
  file: VFile,
  paths: readonly string[],
  sources: ReadonlySet<string>,
): boolean {
  const lost = paths.filter((path) => sources.has(path));
  for (const path of lost)
    flag(
      file,
      'out-taken',
      `${relative(world.cwd, path)} would be written over, and the output is made from it`,
    );
  return lost.length > 0;
}

/**
 * One finished file to where the user wants it; a refusal of the disk is reported, and an earlier
 * file stays.
 * @param to `-` for standard output
 * @param own true where the last folder of the path is the program's own, so that a link there is
 * refused
 * @returns the path as shown, or null where nothing was written
 */
export async function deliverFile(
  world: World,
  file: VFile,
  to: string,
  bytes: Uint8Array,
  own = false,
): Promise<string | null> {
  const path = resolve(world.cwd, to);
  const folder = dirname(path);
  const isWritten = await reporting(world, file, async () => {
    if (to === '-') world.stdout(bytes);
    else
      await world.publish(
        own ? dirname(folder) : folder,
        [{ name: basename(path), bytes }],
        own ? basename(folder) : '',
      );
  });
  return isWritten && to !== '-' ? relative(world.cwd, path) : null;
}
