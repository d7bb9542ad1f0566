/**
 * CPU time of whole process trees on Linux. Timers that count only children that were waited for
 * miss most of a browser, so the tree is looked at every few milliseconds and the last reading of
 * each process is summed. Memory is the largest sum of proportional set sizes.
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Seconds per clock tick: USER_HZ is 100 on every Linux that Node runs on. */
const TICK = 0.01;

interface Stat {
  readonly parent: number;
  /** Ticks of user and system time of the process itself. */
  readonly ticks: number;
}

function statOf(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    return null;
  }
}

/** Every process whose chain of parents leads to `root`, and `root` itself. */
function treeOf(root: number): ReadonlyMap<number, Stat> {
  const stats = new Map<number, Stat>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/u.test(name)) continue;
    const stat = statOf(Number(name));
    if (stat) stats.set(Number(name), stat);
  }
  const belongs = (pid: number, hops = 0): boolean =>
    pid === root || (hops < 20 && stats.has(pid) && belongs(stats.get(pid)!.parent, hops + 1));
  return new Map([...stats].filter(([pid]) => belongs(pid)));
}

/**
 * Seconds of CPU that the living tree below a process has used so far, the process itself left out
 * on request.
 */
export function treeSeconds(root: number, itself = true): number {
  let ticks = 0;
  for (const [pid, stat] of treeOf(root)) if (itself || pid !== root) ticks += stat.ticks;
  return ticks * TICK;
}

/** Megabytes of the tree: proportional set size, so that shared pages count once. */
function treeMegabytes(root: number): number {
  let kilobytes = 0;
  for (const pid of treeOf(root).keys()) {
    try {
      kilobytes += Number(
        /^Pss:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1'))?.[1] ?? 0,
      );
    } catch {
      // The process has ended.
    }
  }
  return kilobytes / 1000;
}

export interface Cost {
  readonly seconds: number;
  readonly megabytes: number;
  readonly stdout: string;
}

/** Runs a program to its end and counts what its whole tree used. */
export async function costOf(
  command: string,
  args: readonly string[],
  memory = false,
): Promise<Cost> {
  const child = spawn(command, [...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const last = new Map<number, number>();
  let megabytes = 0;
  let beat = 0;
  const look = (): void => {
    for (const [pid, { ticks }] of treeOf(child.pid!)) last.set(pid, ticks);
    if (memory && beat++ % 20 === 0) megabytes = Math.max(megabytes, treeMegabytes(child.pid!));
  };
  const timer = setInterval(look, 10);
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')));
  const code = await new Promise<number | null>((done) =>
    child.on('exit', (value) => (look(), done(value))),
  );
  clearInterval(timer);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}: ${stdout}`);
  return {
    seconds: [...last.values()].reduce((sum, ticks) => sum + ticks, 0) * TICK,
    megabytes,
    stdout,
  };
}

/** Middle value of a list; the lower one of two. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[(values.length - 1) >> 1]!;
