/** `briefpress doctor`: one line per check of this machine, each failure with its remedy. */
import { jsonText, visible, visibleLines } from '../report.ts';
import { doctor } from '../doctor.ts';
import type { World } from '../world.ts';
import { painter, type Options } from './run.ts';

const PAINT = { ok: 'good', warn: 'warning', fail: 'error' } as const;

/** `briefpress doctor`: can this machine print? Resolves to the exit code. */
export async function runDoctor(
  world: World,
  _named: readonly string[],
  options: Options,
): Promise<number> {
  const browserPath = typeof options['browserPath'] === 'string' ? options['browserPath'] : null;
  const checks = await doctor(world, { browserPath, sandbox: options['sandbox'] !== false });
  const failed = checks.some((check) => check.level === 'fail');
  if (options['json']) {
    world.stdout(jsonText({ ok: !failed, checks }));
    return failed ? 6 : 0;
  }
  const paint = painter(world);
  for (const { id, level, says, remedy } of checks) {
    world.stdout(
      `${paint(PAINT[level], level.padEnd(4))}  ${id.padEnd(9)}  ${visible(says)}\n${remedy ? `${indent(visibleLines(remedy))}\n` : ''}`,
    );
  }
  return failed ? 6 : 0;
}

const indent = (text: string): string =>
  text
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n');
