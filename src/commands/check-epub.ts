/** `briefpress check FILE.epub`: what keeps any EPUB from readers, or from one maker’s devices. */
import { visible } from '../report.ts';
import { limits } from '../limits.ts';
import { isAbsolute, resolve } from 'node:path';
import { VFile } from 'vfile';
import type { Profile } from '../formats/epub/gate.ts';
import { flag } from '../rules/flag.ts';
import { OutsideError, type World } from '../world.ts';
import { finishRun, tellFileMessages, usage, type Options } from './run.ts';

/**
 * Whether the command line asks about EPUBs: a profile is named, or every input is an .epub file.
 */
export const asksAboutEpubs = (inputs: readonly string[], options: Options): boolean =>
  options['profile'] !== undefined || (inputs.length > 0 && inputs.every(isEpub));

const isEpub = (input: string): boolean => /\.epub$/iu.test(input);

/**
 * `briefpress check` with EPUB files: what readers of a profile would refuse; resolves to the exit
 * code.
 */
export async function runOnEpubs(
  world: World,
  inputs: readonly string[],
  options: Options,
): Promise<number> {
  const { profiles } = await import('../formats/epub/gate.ts');
  const profile = String(options['profile'] ?? 'epub');
  if (!(profiles as readonly string[]).includes(profile))
    return usage(world, `there is no profile “${profile}”`, `Profiles are ${profiles.join(', ')}.`);
  const other = inputs.find((input) => !isEpub(input));
  if (inputs.length === 0 || other !== undefined)
    return usage(
      world,
      other === undefined
        ? '--profile wants an EPUB'
        : `--profile wants EPUBs, and ${other} is none`,
      'Name an .epub file.',
    );
  const files = [];
  for (const input of inputs) {
    const { file, problems } = await checkOne(world, input, profile as Profile);
    tellFileMessages(world, file, options);
    files.push(file);
    if (!options['quiet'] && !options['json'])
      world.stdout(`${visible(input)}: ${verdict(problems, profile)}\n`);
  }
  return finishRun(world, files, options, {});
}

async function checkOne(
  world: World,
  input: string,
  profile: Profile,
): Promise<{ readonly file: VFile; readonly problems: number }> {
  const file = new VFile({ path: input });
  const { checkEpub } = await import('../formats/epub/gate.ts');
  try {
    const bytes = await world.read(
      isAbsolute(input) ? input : resolve(world.cwd, input),
      limits.epub.bytes,
    );
    const problems = await checkEpub(bytes, profile);
    for (const { rule, where, says, remedy } of problems)
      flag(file, 'epub-gate', `${where === '' ? '' : `${where}: `}${says} (${rule})`, {
        hint: remedy,
      });
    return { file, problems: problems.length };
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    flag(file, 'input-missing', `The file ${error.message}`, { hint: error.hint });
  }
  return { file, problems: 1 };
}

const verdict = (count: number, profile: string): string =>
  count === 0
    ? `nothing was found (profile ${profile}); this is no claim of conformance`
    : `${count} ${count === 1 ? 'problem' : 'problems'} (profile ${profile})`;
