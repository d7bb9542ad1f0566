/** What every command over briefs shares: options read, inputs found, results told. */
import { closeSync } from 'node:fs';
import { join, basename, dirname, relative, resolve } from 'node:path';
import { styleText } from 'node:util';
import { VFile } from 'vfile';
import { isPacket, outputName } from '../press.ts';
import { batesOf } from '../office/stamps.ts';
import { asText, visible, diagnostics, exitCode, plainPaint, type Diagnostic, type Paint, type Style } from '../report.ts';
import { flag } from '../rules.ts';
import { watch, type Limits } from '../watch.ts';
import { type World, OutsideError } from '../world.ts';
import type { Office, PressOptions, Proof } from '../proof.ts';

/** The options of a command as its line gives them, by their names in camel case. */
export type Options = Readonly<Record<string, string | boolean | undefined>>;

/** Prints one sentence about a wrong command line and gives the exit code for it. */
export function usage(world: World, sentence: string, hint: string): number {
  world.stderr(`briefpress: error: ${sentence} [usage]\n    ${hint}\n`);
  return 2;
}

/** The named inputs, or every folder under content/ that holds a brief.md. */
export async function inputsOf(world: World, named: readonly string[]): Promise<readonly string[]> {
  if (named.length > 0) return named;
  const root = join(world.cwd, 'content');
  if ((await world.kind(root)) !== 'folder') return [];
  await refuseLink(world, 'content');
  const found: string[] = [];
  for (const name of await world.list(root)) {
    if ((await world.kind(join(root, name, 'brief.md'))) === null) continue;
    await refuseLink(world, join('content', name));
    found.push(join('content', name));
  }
  return found;
}

/** Folders that are found are not what the user named: where one is a link, the user says so. */
async function refuseLink(world: World, path: string): Promise<void> {
  if ((await world.facts(join(world.cwd, path)))?.kind === 'link')
    throw new OutsideError(
      path,
      'ELOOP',
      'is a link, and links are not followed where briefs are looked for',
      'Name the brief if you want it.',
    );
}

/** Two inputs of one name would be written over each other. What a command line is refused with, or null. */
export async function clash(world: World, inputs: readonly string[]): Promise<[sentence: string, hint: string] | null> {
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

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000 };

/** `90s`, `2m`, `500ms` or plain seconds, as milliseconds; null when it is none of these. */
function milliseconds(text: string): number | null {
  const [, number, unit] = /^(\d{1,9}(?:\.\d+)?)(ms|s|m)?$/u.exec(text) ?? [];
  return number === undefined ? null : Number(number) * UNITS[unit ?? 's']!;
}

const text = (value: Options[string]): string | null => (typeof value === 'string' ? value : null);

/**
 * Seconds of work that a run may take when nobody says: a brief is printed in a few, a packet may hold a thousand pages, a folder of
 * transcripts ten thousand files.
 */
const PATIENCE = { first: 80, further: 20, packet: 300, corpus: 3600 } as const;

/** By the clock it may take this many times as long: on a busy machine most of that is spent waiting. */
const BUSY = 10;

/** Milliseconds that a run may take: as `--timeout` says, by the clock; else work by the number of briefs. Null for what is no time. */
async function timeFor(
  world: World,
  named: readonly string[],
  { timeout, transcripts }: Options,
): Promise<Pick<Limits, 'clock' | 'work'> | null> {
  if (timeout !== undefined) {
    const clock = milliseconds(String(timeout));
    return clock === null ? null : { clock, work: Infinity };
  }
  const inputs = await inputsOf(world, named);
  const packets = inputs.filter(isPacket).length;
  const corpora = transcripts === undefined ? 0 : 1;
  const further = Math.max(0, inputs.length - 1);
  const work = 1000 * (PATIENCE.first + PATIENCE.further * further + PATIENCE.packet * packets + PATIENCE.corpus * corpora);
  return { work, clock: work * BUSY };
}

const SIZES: Readonly<Record<string, number>> = { m: 1024 ** 2, g: 1024 ** 3 };

/** `800m` or `4g`, as bytes; null when it is neither. */
function bytesOf(size: string): number | null {
  const [, number, unit] = /^(\d{1,6}(?:\.\d+)?)([mg])$/u.exec(size) ?? [];
  return number === undefined ? null : Number(number) * SIZES[unit!]!;
}

/** A run under watch: its outside, its options with the time that it has, and the function that ends the watch. */
export interface Watched {
  readonly world: World;
  readonly options: Options;
  done(): void;
}

/** Watches over a run with `--timeout` and `--max-memory`. A number is the exit code of a command line that names no limit. */
export async function watchOver(given: World, named: readonly string[], options: Options): Promise<Watched | number> {
  const time = await timeFor(given, named, options);
  if (time === null) return usage(given, `--timeout ${String(options['timeout'])} is not a time`, 'Write 90s, 2m or 500ms.');
  const memory = bytesOf(String(options['maxMemory']));
  if (memory === null) return usage(given, `--max-memory ${String(options['maxMemory'])} is not a size`, 'Write 800m or 4g.');
  let step = 'The run';
  const world = { ...given, entering: (phrase: string) => void (step = phrase) };
  const done = watch({ ...time, memory }, (excess) => {
    const file = new VFile({ path: named[0] ?? 'briefpress' });
    if (excess === 'memory') flag(file, 'memory-limit', `The run needed more memory than ${String(options['maxMemory'])}`);
    else flag(file, 'render-timeout', `${step} was not finished in ${time[excess] / 1000} s`);
    endNow(world, file, options);
  });
  return { world, options: { ...options, timeout: `${time.clock}ms` }, done };
}

/** Tells why, and ends the program, whatever becomes of the telling. */
function endNow(world: World, file: VFile, options: Options): never {
  try {
    tell(world, file, options);
    finish(world, [file], options, {});
    // Node would say there that a debugger is connected: it is the thread that watched.
    closeSync(process.stderr.fd);
  } finally {
    process.exit(exitCode([file], false));
  }
}

/** The options that all stages read, from the command line. */
export function pressOptions(options: Options, world: World): PressOptions {
  return {
    theme: text(options['theme']),
    paper: text(options['paper']),
    office: officeOptions(options),
    transcript: text(options['transcript']),
    transcripts: text(options['transcripts']),
    browserPath: text(options['browserPath']),
    sandbox: options['sandbox'] !== false,
    untrusted: options['untrusted'] === true,
    timeout: milliseconds(text(options['timeout']) ?? '5m') ?? 300_000,
    progress: options['quiet'] || options['json'] || !isWatched(world) ? null : (sentence) => world.stderr(`${sentence}\n`),
  };
}

/** What the command line asks of the office printer; the names of copies are read apart. */
function officeOptions(options: Options): Office {
  const [status, bates] = [text(options['status']), text(options['bates'])];
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
const isWatched = ({ env }: World): boolean => process.stderr.isTTY && !env['CI'] && env['TERM'] !== 'dumb';

/** Problems of one brief: to standard error as text, or to standard output as NDJSON. */
export const tell = (world: World, file: VFile, options: Options): void => tellAll(world, diagnostics(file), options);

/** The same for problems that are plain data already. Whatever is asked for, what makes the run fail is told: also a warning under --strict. */
export function tellAll(world: World, all: readonly Diagnostic[], options: Options): void {
  if (options['json']) {
    for (const diagnostic of all) world.stdout(`${JSON.stringify(diagnostic)}\n`);
    return;
  }
  const fails = ({ severity }: Diagnostic): boolean => severity === 'error' || (severity === 'warning' && options['strict'] === true);
  const isRoomFor = all.length <= MOST || !all.some(fails);
  const shown = all.filter((diagnostic) => fails(diagnostic) || (!options['quiet'] && isRoomFor));
  for (const diagnostic of shown) world.stderr(`${asText(diagnostic, painter(world))}\n`);
  const hidden = all.length - shown.length;
  if (hidden > 0 && !options['quiet']) world.stderr(`${hidden} more remarks, which stop nothing; --json lists them\n`);
}

/** What stops a run is not to be looked for among what doesn't. */
const MOST = 10;

/** The last line of a `--json` stream, and the exit code of the run. */
export function finish(world: World, files: readonly VFile[], options: Options, summary: Readonly<Record<string, unknown>>): number {
  const code = exitCode(files, options['strict'] === true);
  if (options['json']) {
    const counts = { error: 0, warning: 0, info: 0 };
    for (const diagnostic of files.flatMap(diagnostics)) counts[diagnostic.severity]++;
    world.stdout(`${JSON.stringify({ type: 'summary', ok: code === 0, exit: code, counts, ...summary })}\n`);
  }
  return code;
}

const STYLES: Readonly<Record<Style, NonNullable<Parameters<typeof styleText>[0]>>> = {
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
  const plain = env['NO_COLOR'] !== undefined || env['TERM'] === 'dumb' || !(env['FORCE_COLOR'] || process[stream].isTTY);
  return plain ? plainPaint : (style, words) => styleText(STYLES[style], words, { validateStream: false });
}

/** Columns of the terminal, or as many as COLUMNS says; 80 where neither is known. */
export function columns({ env }: World): number {
  const said = Number(env['COLUMNS']);
  const wide = Number.isInteger(said) && said > 0 ? said : process.stdout.columns || 80;
  return Math.min(Math.max(wide, 40), 200);
}

/** Absolute paths of all that a brief, or a packet's briefs, are made from: their files, sidecars, transcripts and images. */
export function madeFrom(world: World, { brief, parts }: Pick<Proof, 'brief' | 'parts'>): ReadonlySet<string> {
  const briefs = [brief, ...parts.map((part) => part.brief)].filter((one) => one !== null);
  const paths = briefs.flatMap(({ path, originals, sources, assets }) => {
    const own = resolve(world.cwd, path);
    const images = assets.map(({ url }) => decoded(url));
    const names = [...originals.map((one) => one.path), ...sources.flatMap(({ file }) => file ?? []), ...images];
    return [own, ...names.map((name) => resolve(dirname(own), name))];
  });
  return new Set(paths);
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** True, and told, where an output would take the place of what it is made from. */
export function isTaken(world: World, file: VFile, paths: readonly string[], sources: ReadonlySet<string>): boolean {
  const lost = paths.filter((path) => sources.has(path));
  for (const path of lost) flag(file, 'out-taken', `${relative(world.cwd, path)} would be written over, and the output is made from it`);
  return lost.length > 0;
}

/**
 * One finished file to where the user wants it; a refusal of the disk is reported, and an earlier file stays.
 * @param to `-` for standard output
 * @param own true where the last folder of the path is the program's own, so that a link there is refused
 * @returns the path as shown, or null where nothing was written
 */
export async function deliver(world: World, file: VFile, to: string, bytes: Uint8Array, own = false): Promise<string | null> {
  const path = resolve(world.cwd, to);
  const folder = dirname(path);
  const isWritten = await reporting(world, file, async () => {
    if (to === '-') world.stdout(bytes);
    else await world.publish(own ? dirname(folder) : folder, [{ name: basename(path), bytes }], own ? basename(folder) : '');
  });
  return isWritten && to !== '-' ? relative(world.cwd, path) : null;
}

/** Writes; false where the outside refused, which is told on the file. */
export async function reporting(world: World, file: VFile, write: () => void | Promise<void>): Promise<boolean> {
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
