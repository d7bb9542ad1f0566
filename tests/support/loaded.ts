/** What a command line loads: modules and the bytes of their sources, of ours and of packages. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** Runs before the program and writes a JSON list at its end. */
const HOOK = `
import { registerHooks } from 'node:module';
import { writeFileSync } from 'node:fs';
const seen = new Map();
registerHooks({ load(url, context, next) {
  const loaded = next(url, context);
  if (url.startsWith('file:')) seen.set(url, loaded.source?.length ?? 0);
  return loaded;
} });
process.on('exit', () => writeFileSync(process.env.LOADED_LIST, JSON.stringify([...seen])));
`;

/** Everything that one run loaded. */
export interface Loaded {
  /** Paths below the top folder, slashes forward. */
  readonly modules: readonly string[];
  /** Kilobytes of source text. */
  readonly kilobytes: number;
  readonly code: number | null;
}

/** Runs the program with these arguments and lists what it loaded. */
export function loadedBy(...args: readonly string[]): Loaded {
  const folder = mkdtempSync(join(tmpdir(), 'briefpress-loaded-'));
  try {
    const list = join(folder, 'list.json');
    const { status } = spawnSync(
      process.execPath,
      [
        '--import',
        `data:text/javascript,${encodeURIComponent(HOOK)}`,
        join(ROOT, 'src/bin.js'),
        ...args,
      ],
      { cwd: folder, env: { ...process.env, LOADED_LIST: list }, encoding: 'utf8' },
    );
    const seen = JSON.parse(readFileSync(list, 'utf8')) as readonly (readonly [string, number])[];
    return {
      modules: seen.map(([url]) => decodeURI(url).split(`${ROOT}/`).at(-1)!),
      kilobytes: Math.ceil(seen.reduce((sum, [, bytes]) => sum + bytes, 0) / 1000),
      code: status,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
