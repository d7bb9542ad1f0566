/**
 * Two sets of tests: `core` shows first; `press` prints, reads prints, serves, starts the program
 * itself, or works through much. A test belongs to the core unless its file stands in this list;
 * whoever asks for a browser in the core is refused one. The core costs less than a minute of CPU:
 * see tests/README.md.
 */
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const PRESS = [
  'api-print',
  'archive-attacks',
  'archive-commands',
  'archive-forged',
  'archive-options',
  'archive-packet',
  'archive-rebuild',
  'browser',
  'browser-faults',
  'browser-run',
  'browser-supply',
  'bundle',
  'catalog-page',
  'cli',
  'doctor',
  'epub',
  'epub-gate',
  'hostile',
  'hostile-fuzz',
  'hostile-outputs',
  'hostile-runs',
  'lanes-print',
  'office',
  'office-hard',
  'office-parts',
  'page-labels',
  'pdf-finish',
  'pdf-lint',
  'pdf-merge',
  'pdf-press',
  'pdf-read',
  'planted',
  'print',
  'print-document',
  'print-flow',
  'print-gates',
  'print-golden',
  'print-scripts',
  'print-tags',
  'quotes-whole',
  'reader',
  'reproducible',
  'serve',
  'theme-print',
  'theme-shipped',
].map((name) => `tests/${name}.test.ts`);

/** Milliseconds after which a test hangs; none is that slow, on however busy a machine. */
const HANGS = 600_000;

// What the tests start runs the sources; with an environment of its own it runs what users run.
const SOURCES = { BRIEFPRESS_SOURCES: '1' };

// `isolate: false`: one process for all files that a worker runs, so that they share what they load
// and, in `press`, a browser (support/press.ts).
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
          isolate: false,
          env: { ...SOURCES, BRIEFPRESS_BROWSER: '/the core needs no browser' },
          sequence: { groupOrder: 0 },
          ...timeouts,
        },
      },
      {
        test: {
          name: 'press',
          include: PRESS,
          isolate: false,
          env: SOURCES,
          sequence: { groupOrder: 1 },
          ...timeouts,
        },
      },
    ],
  },
});
