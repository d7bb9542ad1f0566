#!/usr/bin/env node
// In a checkout the sources run as they are; in an installed package Node refuses to strip types, so the emitted program runs.
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';

enableCompileCache();
const emitted = new URL('../dist/cli.js', import.meta.url);
const installed = import.meta.url.includes('/node_modules/');
const { start } = await import(installed && existsSync(emitted) ? emitted.href : './cli.ts');
await start();
