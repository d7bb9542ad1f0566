/** How long and how large a command may become. */
import type { World } from '../world.ts';
import { finishRun, inputsOf, milliseconds, tellFileMessages, usage, type Options } from './run.ts';
import { watch, type RunLimits } from '../watch.ts';
import { isPacket } from '../press.ts';
import { VFile } from 'vfile';
import { flag } from '../rules/flag.ts';
import { closeSync } from 'node:fs';
import { exitCode } from '../report.ts';

/**
 * Seconds of work that a run may take when nobody says: a brief is printed in a few, a packet may
 * hold a thousand pages, a folder of transcripts ten thousand files.
 */
const WORK_SECONDS = { first: 80, further: 20, packet: 300, corpus: 3600 } as const;

/**
 * By the clock it may take this many times as long: on a busy machine most of that is spent
 * waiting.
 */
const BUSY_EXIT = 10;

/**
 * Milliseconds that a run may take: as `--timeout` says, by the clock; else work by the number of
 * briefs. Null for what is no time.
 */
async function timeFor(
  world: World,
  named: readonly string[],
  { timeout, transcripts }: Options,
): Promise<Pick<RunLimits, 'clock' | 'work'> | null> {
  if (timeout !== undefined) {
    const clock = milliseconds(String(timeout));
    return clock === null ? null : { clock, work: Infinity };
  }
  const inputs = await inputsOf(world, named);
  const packets = inputs.filter(isPacket).length;
  const corpora = transcripts === undefined ? 0 : 1;
  const further = Math.max(0, inputs.length - 1);
  const work =
    1000 *
    (WORK_SECONDS.first +
      WORK_SECONDS.further * further +
      WORK_SECONDS.packet * packets +
      WORK_SECONDS.corpus * corpora);
  return { work, clock: work * BUSY_EXIT };
}

const SIZES: Readonly<Record<string, number>> = { m: 1024 ** 2, g: 1024 ** 3 };

/** `800m` or `4g`, as bytes; null when it is neither. */
function bytesInSize(size: string): number | null {
  const [, number, unit] = /^(\d{1,6}(?:\.\d+)?)([mg])$/u.exec(size) ?? [];
  return number === undefined ? null : Number(number) * SIZES[unit!]!;
}

/**
 * A run under watch: its outside, its options with the time that it has, and the function that ends
 * the watch.
 */
export interface Watched {
  readonly world: World;
  readonly options: Options;
  done(): void;
}

/**
 * Watches over a run with `--timeout` and `--max-memory`. A number is the exit code of a command
 * line that names no limit.
 */
export async function watchOver(
  given: World,
  named: readonly string[],
  options: Options,
): Promise<Watched | number> {
  const time = await timeFor(given, named, options);
  if (time === null)
    return usage(
      given,
      `--timeout ${String(options['timeout'])} is not a time`,
      'Write 90s, 2m or 500ms.',
    );
  const memory = bytesInSize(String(options['maxMemory']));
  if (memory === null)
    return usage(
      given,
      `--max-memory ${String(options['maxMemory'])} is not a size`,
      'Write 800m or 4g.',
    );
  let step = 'The run';
  const world = { ...given, entering: (phrase: string) => void (step = phrase) };
  const done = watch({ ...time, memory }, (excess) => {
    const file = new VFile({ path: named[0] ?? 'briefpress' });
    if (excess === 'memory')
      flag(file, 'memory-limit', `The run needed more memory than ${String(options['maxMemory'])}`);
    else flag(file, 'render-timeout', `${step} was not finished in ${time[excess] / 1000} s`);
    endNow(world, file, options);
  });
  return { world, options: { ...options, timeout: `${time.clock}ms` }, done };
}

/** Tells why, and ends the program, whatever becomes of the telling. */
function endNow(world: World, file: VFile, options: Options): never {
  try {
    tellFileMessages(world, file, options);
    finishRun(world, [file], options, {});
    // Node would say there that a debugger is connected: it is the thread that watched.
    closeSync(process.stderr.fd);
  } finally {
    process.exit(exitCode([file], false));
  }
}
