/** `briefpress browser`: which browser prints, and how this machine gets one. */
import {
  BrowserError,
  findBrowser,
  installBrowser,
  installSentence,
  lookedForBrowsers,
  type Supply,
} from '../browser/index.ts';
import { indentedHint, jsonText, visible } from '../report.ts';
import type { World } from '../world.ts';
import { usage, type Options } from './run.ts';

type BrowserTask = (world: World, options: Options) => Promise<number>;

/** What can be asked about browsers, by its name. */
const BROWSER_TASKS: Readonly<Record<string, BrowserTask>> = {
  install: installTask,
  list: listTask,
  path: pathTask,
};

/** `briefpress browser install|list|path`; resolves to the exit code. */
export async function runBrowser(
  world: World,
  [what, ...more]: readonly string[],
  options: Options,
): Promise<number> {
  const task = what !== undefined && more.length === 0 && Object.hasOwn(BROWSER_TASKS, what);
  if (!task)
    return usage(
      world,
      what === undefined
        ? 'browser needs a word more'
        : `browser can’t ${[what, ...more].join(' ')}`,
      `Write briefpress browser ${Object.keys(BROWSER_TASKS).join(', or ')}.`,
    );
  try {
    return await BROWSER_TASKS[what]!(world, options);
  } catch (error) {
    if (!(error instanceof BrowserError)) throw error;
    world.stderr(
      `briefpress: error: ${visible(error.message)} [browser-missing]\n${indentedHint(error.hint)}\n`,
    );
    return 6;
  }
}

async function installTask(world: World, options: Options): Promise<number> {
  const there = await findBrowser(world, null).catch(() => null);
  if (there === null && !options['quiet']) world.stderr(`${installSentence(world)}\n`);
  return tellSupply(world, there ?? (await installBrowser(world)), options);
}

async function pathTask(world: World, options: Options): Promise<number> {
  return tellSupply(world, await findBrowser(world, null), options);
}

function tellSupply(world: World, found: Supply, options: Options): number {
  world.stdout(options['json'] ? jsonText(found) : `${visible(found.path, Infinity)}\n`);
  return 0;
}

async function listTask(world: World, options: Options): Promise<number> {
  const used = await findBrowser(world, null).catch(() => null);
  const looked = await lookedForBrowsers(world);
  const isNamed = used && !looked.some((one) => typeof one !== 'string' && one.path === used.path);
  const rows = isNamed ? [used, ...looked] : looked;
  world.stdout(
    options['json']
      ? jsonText(rows.map((one) => (typeof one === 'string' ? { missing: one } : one)))
      : rows.map((one) => `${visible(supplyRow(one, used), 1000)}\n`).join(''),
  );
  return 0;
}

function supplyRow(one: Supply | string, used: Supply | null): string {
  if (typeof one === 'string') return `-      ${one}`;
  return `${one.path === used?.path ? 'used ' : 'there'}  ${one.from}: ${one.path}`;
}
