/**
 * Presses for tests that print. The files that one worker runs share a press for each theme, and
 * with it its browser (`isolate: false` in vitest.config.ts); it ends with the worker.
 */
import { openPress, type Press } from '../../src/press.ts';
import type { PressOptions } from '../../src/proof.ts';
import { diskWorld } from '../../src/world/disk.ts';

/** Options of a plain run, which no test waits out. */
export const plain: PressOptions = {
  theme: null,
  paper: null,
  transcript: null,
  browserPath: null,
  sandbox: true,
  untrusted: false,
  timeout: 3_600_000,
  progress: null,
};

const presses = new Map<string | null, Press>();

/** The press of this worker for a theme; nobody but the worker closes it. */
export function sharedPress(theme: string | null = null): Press {
  const press = presses.get(theme) ?? openPress(diskWorld(), { ...plain, theme });
  presses.set(theme, press);
  return press;
}
