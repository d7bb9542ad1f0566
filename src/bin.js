#!/usr/bin/env node
// In a package the program is what was built of its sources; in a checkout the same, built again where a source has changed.
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
// The number in package.json, README.md and src/doctor.ts; tests/architecture.test.ts holds them together.
const isNewEnough = major > 22 || (major === 22 && minor >= 18);

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = join(root, 'src/start.ts');
const cache = join(root, 'node_modules/.cache/briefpress');

async function program() {
  if (!existsSync(sources)) return join(root, 'dist/start.cjs');
  if (process.env.BRIEFPRESS_SOURCES || !hasOwnPackages()) return sources;
  const built = kept() ?? (await builtAgain());
  return built === null ? sources : join(built, 'start.cjs');
}

/** Checkouts may share a folder of packages; a build belongs to one of them. */
function hasOwnPackages() {
  const packages = join(root, 'node_modules');
  return existsSync(packages) && realpathSync(packages) === packages;
}

const require = createRequire(import.meta.url);

/** What is built is loaded at once, without the search for names that an import makes. */
const load = (path) => (path.endsWith('.cjs') ? require(path) : import(pathToFileURL(path).href));

/** The build that is there looks for itself whether it is still true: it needs no compiler for that. */
function kept() {
  try {
    return load(join(cache, 'stamp.cjs')).freshBundle(cache, root);
  } catch {
    return null;
  }
}

/** Null where nothing can be built or kept: the sources run as well, only slower. */
async function builtAgain() {
  try {
    const { spawnSync } = await import('node:child_process');
    const stdio = process.env.DEBUG?.includes('briefpress') ? 'inherit' : 'ignore';
    spawnSync(process.execPath, [join(root, 'src/bundle/make.ts')], { stdio, timeout: 60_000 });
    return (await load(join(root, 'src/bundle/stamp.ts'))).freshBundle(cache, root);
  } catch {
    return null;
  }
}

if (isNewEnough) {
  await load(await program());
} else {
  const pinned = join(root, 'node_modules/node/bin/node');
  if (existsSync(pinned)) {
    const { spawnSync } = await import('node:child_process');
    const { status } = spawnSync(pinned, process.argv.slice(1), { stdio: 'inherit' });
    process.exitCode = status ?? 1;
  } else {
    console.error(
      `briefpress: error: Node ${process.version} is too old; 22.18 or newer is needed [node]`,
    );
    console.error('    In a checkout run npm ci first: it brings its own Node.');
    process.exitCode = 6;
  }
}
