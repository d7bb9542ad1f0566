#!/usr/bin/env node
// In a checkout the sources run as they are, on the Node that package.json pins; in an installed package Node refuses to strip types, so the
// emitted program runs.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
const emitted = new URL('../dist/cli.js', import.meta.url);
const installed = import.meta.url.includes('/node_modules/') && existsSync(emitted);
// The number in package.json, README.md and src/doctor.ts; tests/architecture.test.ts holds them together.
const isNewEnough = major > 22 || (major === 22 && minor >= 18);

if (isNewEnough) {
  const { makeFolder, userCache } = await import(
    installed ? new URL('../dist/world/folders.js', import.meta.url).href : './world/folders.ts'
  );
  try {
    // Beside the other caches of this user, never in the folder for temporary files. Made first: Node waits for good where it can't be.
    const cache = join(userCache(process.env), 'briefpress', 'node');
    makeFolder(cache);
    module.enableCompileCache(cache);
  } catch {
    // Nothing is cached.
  }
  const { start } = await import(installed ? emitted.href : './cli.ts');
  await start();
} else {
  const pinned = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));
  if (existsSync(pinned)) {
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
