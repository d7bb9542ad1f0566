/**
 * What a run does, for those who wait and for those who look for a fault: lines on standard error for the areas that the
 * variable DEBUG names, in the notation of npm's `debug` (`briefpress:*`, `briefpress:browser`, `-`
 * to leave out). Nobody listening, a call costs nothing.
 */
import type { World } from './world.ts';

/**
 * `world`: files, programs, addresses. `browser`: finding, starting, printing. `step`: stages of a
 * run.
 */
export type TraceArea = 'world' | 'browser' | 'step';

/** Says one line; the sentence is made only when somebody listens. */
export type Trace = (sentence: () => string) => void;

const silent: Trace = () => {};

/** The channel of an area; each line tells the milliseconds since the program began. */
export function traceOf(world: Pick<World, 'env' | 'stderr'>, area: TraceArea): Trace {
  if (!selectsChannel(world.env['DEBUG'] ?? '', `briefpress:${area}`)) return silent;
  return (sentence) => {
    const words = sentence().replaceAll(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu, '\u{FFFD}');
    world.stderr(`briefpress:${area} ${Math.round(performance.now())} ms  ${words}\n`);
  };
}

/**
 * Whether a list of patterns, parted by commas or spaces, names a channel and does not take it
 * back.
 */
function selectsChannel(patterns: string, channel: string): boolean {
  const rows = patterns.split(/[\s,]+/u).filter((row) => row !== '');
  const fits = (row: string): boolean =>
    row.endsWith('*') ? channel.startsWith(row.slice(0, -1)) : row === channel;
  return rows.some(fits) && !rows.some((row) => row.startsWith('-') && fits(row.slice(1)));
}

/** The same world, which tells what is read from it, written to it, run in it and sent. */
export function tracedWorld(world: World): World {
  const trace = traceOf(world, 'world');
  if (trace === silent) return world;
  const told: Telling = (what, work, facts) => toldBy(trace, what, work, facts);
  const bytes = ({ length }: Uint8Array): string => `${length} bytes`;
  return {
    ...world,
    read: (path, limit) => told(`read ${path}`, world.read(path, limit), bytes),
    list: (path) => told(`list ${path}`, world.list(path), ({ length }) => `${length} names`),
    publish: (folder, files) =>
      told(`publish in ${folder}`, world.publish(folder, files), () =>
        files.map((file) => `${file.name} (${bytes(file.bytes)})`).join(', '),
      ),
    run: (command, args, input) =>
      told(`run ${command}`, world.run(command, args, input), (ran) =>
        ran === null ? 'no such program' : `exit ${ran.code}`,
      ),
    post: (url, mediaType, body) => told(`post to ${url}`, world.post(url, mediaType, body), bytes),
  };
}

/** Names the step for a run that has to be ended, and for those who listen (`trace.ts`). */
export function beginStep(world: World, step: string): void {
  world.entering(step);
  traceOf(world, 'step')(() => step);
}

/**
 * Tells the step when it takes longer than half a second, and names it for a run that has to be
 * ended.
 */
export async function timed<T>(
  { entering }: Pick<World, 'entering'>,
  progress: ((sentence: string) => void) | null,
  step: string,
  work: Promise<T>,
): Promise<T> {
  entering(`${step[0]!.toUpperCase()}${step.slice(1)}`);
  const timer = progress && setTimeout(() => progress(`${step} …`), 500);
  try {
    return await work;
  } finally {
    if (timer) clearTimeout(timer);
  }
}

type Telling = <T>(what: string, work: Promise<T>, facts: (result: T) => string) => Promise<T>;

/** Awaits the work and tells what came of it. */
async function toldBy<T>(
  trace: Trace,
  what: string,
  work: Promise<T>,
  facts: (result: T) => string,
): Promise<T> {
  try {
    const result = await work;
    trace(() => `${what}: ${facts(result)}`);
    return result;
  } catch (error) {
    trace(() => `${what}: refused: ${error instanceof Error ? error.message : String(error)}`);
    throw error;
  }
}
