/** What every command over briefs shares: options read, inputs found, results told. */
import { join, relative } from 'node:path';
import { styleText } from 'node:util';
import { VFile } from 'vfile';
import { batesOf } from '../office/bates.ts';
import {
  asText,
  diagnostics,
  exitCode,
  plainPaint,
  type Diagnostic,
  type OutputStyle,
  type Paint,
  jsonText,
  visible,
  visibleLines,
} from '../report.ts';
import { flag } from '../rules/flag.ts';
import { githubCommands } from './forms/github.ts';
import { asFailing } from './forms/problem.ts';
import { sarifLog } from './forms/sarif.ts';
import { OutsideError, type World } from '../world.ts';
import type { Office, PressOptions } from '../proof.ts';

/** The options of a command as its line gives them, by their names in camel case. */
export type Options = Readonly<Record<string, string | boolean | undefined>>;

/** Prints one sentence about a wrong command line and gives the exit code for it. */
export function usage(world: World, sentence: string, hint: string): number {
  world.stderr(
    `briefpress: error: ${visible(sentence, 2000)} [usage]\n    ${visibleLines(hint)}\n`,
  );
  return 2;
}

const HOLDS_BRIEF = /^brief\.(?:md|ya?ml|json)$/u;

/** The named inputs, or every folder under content/ that holds a brief.md, or one that is data. */
export async function inputsOf(world: World, named: readonly string[]): Promise<readonly string[]> {
  if (named.length > 0) return named;
  const root = join(world.cwd, 'content');
  if ((await world.kind(root)) !== 'folder') return [];
  await refuseOutputLink(world, 'content');
  const found: string[] = [];
  for (const name of await world.list(root)) {
    if (!(await holdsBrief(world, join(root, name)))) continue;
    await refuseOutputLink(world, join('content', name));
    found.push(join('content', name));
  }
  return found;
}

/** Folders that are found are not what the user named: where one is a link, the user says so. */
async function refuseOutputLink(world: World, path: string): Promise<void> {
  if ((await world.facts(join(world.cwd, path)))?.kind === 'link')
    throw new OutsideError(
      path,
      'ELOOP',
      'is a link, and links are not followed where briefs are looked for',
      'Name the brief if you want it.',
    );
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000 };

/** `90s`, `2m`, `500ms` or plain seconds, as milliseconds; null when it is none of these. */
export function milliseconds(text: string): number | null {
  const [, number, unit] = /^(\d{1,9}(?:\.\d+)?)(ms|s|m)?$/u.exec(text) ?? [];
  return number === undefined ? null : Number(number) * UNITS[unit ?? 's']!;
}

const textOption = (value: Options[string]): string | null =>
  typeof value === 'string' ? value : null;

/** The options that all stages read, from the command line. */
export function pressOptions(options: Options, world: World): PressOptions {
  return {
    theme: textOption(options['theme']),
    paper: textOption(options['paper']),
    office: officeOptions(options),
    transcript: textOption(options['transcript']),
    transcripts: textOption(options['transcripts']),
    images: options['images'] === 'omit' ? 'omit' : null,
    browserPath: textOption(options['browserPath']),
    sandbox: options['sandbox'] !== false,
    untrusted: options['untrusted'] === true,
    timeout: milliseconds(textOption(options['timeout']) ?? '5m') ?? 300_000,
    progress:
      options['quiet'] || options['json'] || !isWatched(world)
        ? null
        : (sentence) => world.stderr(`${visible(sentence)}\n`),
  };
}

/** What the command line asks of the office printer; the names of copies are read apart. */
function officeOptions(options: Options): Office {
  const [status, bates] = [textOption(options['status']), textOption(options['bates'])];
  return {
    ...(options['duplex'] === true && { duplex: true }),
    ...(options['booklet'] === true && { booklet: true }),
    ...(options['gray'] === true && { gray: true }),
    ...(options['cropMarks'] === true && { cropMarks: true }),
    ...(options['lineNumbers'] === true && { lineNumbers: true }),
    ...(status !== null && { status: status.trim() }),
    ...(bates !== null && { bates: batesOf(bates) }),
  };
}

/** True where a person is likely to look on: a terminal, and no build server. */
const isWatched = ({ env }: World): boolean =>
  process.stderr.isTTY && !env['CI'] && env['TERM'] !== 'dumb';

/** Problems of one brief: to standard error as text, or to standard output as NDJSON. */
export const tellFileMessages = (world: World, file: VFile, options: Options): void =>
  tellAll(world, diagnostics(file), options);

/**
 * The same for problems that are plain data already. Whatever is asked for, what makes the run fail
 * is told: also a warning under --strict.
 */
export function tellAll(world: World, all: readonly Diagnostic[], options: Options): void {
  if (options['json']) {
    for (const diagnostic of all) world.stdout(jsonText(diagnostic));
    return;
  }
  if (options['format'] === 'github')
    return world.stdout(githubCommands(asFailing(all, options['strict'] === true)));
  // One document, which is written in the end.
  if (options['format'] === 'sarif') return;
  const fails = ({ severity }: Diagnostic): boolean =>
    severity === 'error' || (severity === 'warning' && options['strict'] === true);
  const isRoomFor = all.length <= MOST_FILES_NAMED || !all.some(fails);
  const shown = all.filter((diagnostic) => fails(diagnostic) || (!options['quiet'] && isRoomFor));
  for (const diagnostic of shown) world.stderr(`${asText(diagnostic, painter(world))}\n`);
  const hidden = all.length - shown.length;
  if (hidden > 0 && !options['quiet'])
    world.stderr(`${hidden} more remarks, which stop nothing; --json lists them\n`);
}

/** What a form has that is written in one piece when the run is over. */
export function finishForm(
  world: World,
  all: readonly Diagnostic[],
  options: Options,
  code: number,
): void {
  if (options['format'] === 'sarif')
    world.stdout(sarifLog(asFailing(all, options['strict'] === true), code));
}

/**
 * The options of a command that offers `--format`, as the rest of it reads them: json is `--json`,
 * and the other forms leave standard output to themselves. Null where two of them contradict.
 */
export function formedOptions(options: Options): Options | null {
  const { format, json } = options;
  if (format === undefined || format === 'text') return json && format ? null : options;
  if (format === 'json') return { ...options, json: true };
  return json ? null : { ...options, quiet: true };
}

/** What a command line is refused with that asks for two forms. */
export const contradictingForms = ({ format }: Options): readonly [string, string] => [
  `--json and --format ${String(format)} contradict each other`,
  'Leave one of the two out.',
];

/** What stops a run is not to be looked for among what doesn't. */
const MOST_FILES_NAMED = 10;

/** The last line of a `--json` stream, and the exit code of the run. */
export function finishRun(
  world: World,
  files: readonly VFile[],
  options: Options,
  summary: Readonly<Record<string, unknown>>,
): number {
  const code = exitCode(files, options['strict'] === true);
  if (options['json']) {
    const counts = { error: 0, warning: 0, info: 0 };
    for (const diagnostic of files.flatMap(diagnostics)) counts[diagnostic.severity]++;
    world.stdout(jsonText({ type: 'summary', ok: code === 0, exit: code, counts, ...summary }));
  }
  finishForm(world, files.flatMap(diagnostics), options, code);
  return code;
}

const TERMINAL_STYLES: Readonly<Record<OutputStyle, NonNullable<Parameters<typeof styleText>[0]>>> =
  {
    error: 'red',
    warning: 'yellow',
    info: 'cyan',
    hint: 'dim',
    good: 'green',
    strong: 'bold',
    missing: ['red', 'strikethrough'],
    added: ['green', 'underline'],
  };

/** Colours where the stream that is written to and NO_COLOR (no-color.org) allow them. */
export function painter({ env }: World, stream: 'stdout' | 'stderr' = 'stderr'): Paint {
  const plain =
    env['NO_COLOR'] !== undefined ||
    env['TERM'] === 'dumb' ||
    !(env['FORCE_COLOR'] || process[stream].isTTY);
  return plain
    ? plainPaint
    : (style, words) => styleText(TERMINAL_STYLES[style], words, { validateStream: false });
}

/** Columns of the terminal, or as many as COLUMNS says; 80 where neither is known. */
export function columns({ env }: World): number {
  const said = Number(env['COLUMNS']);
  const wide = Number.isInteger(said) && said > 0 ? said : process.stdout.columns || 80;
  return Math.min(Math.max(wide, 40), 200);
}

/** Writes; false where the outside refused, which is told on the file. */
export async function reporting(
  world: World,
  file: VFile,
  write: () => void | Promise<void>,
): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    const { path, message, hint } = error;
    const shown = path.startsWith('standard ') ? path : relative(world.cwd, path) || path;
    flag(file, 'out-unwritable', `${shown} ${message}`, { hint });
    return false;
  }
}

async function holdsBrief(world: World, folder: string): Promise<boolean> {
  if ((await world.kind(folder)) !== 'folder') return false;
  return (await world.list(folder)).some((file) => HOLDS_BRIEF.test(file));
}
