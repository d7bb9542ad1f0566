/**
 * Two sets of tests: `core` needs no browser and shows first, `press` prints, serves or starts the
 * program itself. A test belongs to the core unless its file stands in this list; whoever asks for a
 * browser in the core is refused one.
 */
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const PRESS = [
  'archive-rebuild',
  'browser',
  'browser-run',
  'browser-supply',
  'catalog-page',
  'cli',
  'doctor',
  'hostile',
  'hostile-fuzz',
  'hostile-runs',
  'office',
  'office-hard',
  'office-parts',
  'print',
  'print-document',
  'print-flow',
  'print-gates',
  'print-golden',
  'print-tags',
  'reader',
  'reproducible',
  'theme-print',
  'theme-shipped',
].map((name) => `tests/${name}.test.ts`);

/** Milliseconds after which a test hangs; none is that slow, on however busy a machine. */
const HANGS = 600_000;

const timeouts = { testTimeout: HANGS, hookTimeout: HANGS, teardownTimeout: 60_000 };

export default defineConfig({
  root: join(import.meta.dirname, '..'),
  test: {
    projects: [
      {
        test: {
          name: 'core',
          include: ['tests/*.test.ts'],
          exclude: PRESS,
          env: { BRIEFPRESS_BROWSER: '/the core needs no browser' },
          sequence: { groupOrder: 0 },
          ...timeouts,
        },
      },
      {
        test: {
          name: 'press',
          include: PRESS,
          // One process for all files that a worker runs, so that they share its browser (support/press.ts).
          isolate: false,
          sequence: { groupOrder: 1 },
          ...timeouts,
        },
      },
    ],
  },
});
