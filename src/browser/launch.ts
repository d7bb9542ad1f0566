/** The door to puppeteer: one browser, started so that content can neither run, nor read, nor reach anything. */
import { chownSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import type { World } from '../world.ts';
import { runFolder } from './cache.ts';
import { BrowserError } from './error.ts';
import type { Supply } from './supply.ts';

export interface Launched {
  readonly browser: Browser;
  readonly sandbox: boolean;
  /** Ends every process of the browser at once. */
  kill(): void;
  /** Ends the browser in good order and removes its folder. */
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** False: the user accepts a browser without a sandbox. */
  readonly sandbox: boolean;
  readonly fontFolders: readonly string[];
}

/** An ordinary user without a name: what the browser becomes when we are root. */
const NOBODY = 65534;

/**
 * Walls of security, outermost first: no name resolves, every connection goes to a proxy that is not there, the loopback too.
 * Unhinted glyphs make lines break alike on every machine.
 */
const ARGS = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--disable-quic',
  '--font-render-hinting=none',
  '--disable-extensions',
  '--disable-component-update',
  '--disable-background-networking',
  '--no-first-run',
];

let importing: Promise<typeof import('puppeteer')> | undefined;

/** Begins to load puppeteer, which takes longer than starting a browser; safe to call early and often. */
export function warm(): Promise<typeof import('puppeteer')> {
  importing ??= import('puppeteer');
  importing.catch(() => {});
  return importing;
}

/** Starts a browser with its sandbox where the machine lets it have one; `launched.sandbox` says whether. */
export async function launch(world: World, supply: Supply, options: LaunchOptions): Promise<Launched> {
  const folder = runFolder();
  const asRoot = process.getuid?.() === 0;
  try {
    furnish(folder, options.fontFolders, asRoot);
    if (!options.sandbox) return await started(world, supply, folder, supply.path, false);
    if (!asRoot) return await started(world, supply, folder, supply.path, true).catch((error: unknown) => withoutSandbox(world, supply, folder, error));
    const wrapper = await wrapperFor(world, supply, folder);
    if (wrapper === null) return await started(world, supply, folder, supply.path, false);
    return await started(world, supply, folder, wrapper, true).catch((error: unknown) => withoutSandbox(world, supply, folder, error));
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Where the machine forbids what a sandbox is made of; any other failure stays one. */
async function withoutSandbox(world: World, supply: Supply, folder: string, error: unknown): Promise<Launched> {
  const launched = await started(world, supply, folder, supply.path, false).catch(() => null);
  if (launched === null) throw error;
  return launched;
}

/** Home, profile and one font: a browser that knows no font prints blank pages. */
function furnish(folder: string, fontFolders: readonly string[], asRoot: boolean): void {
  const fonts = join(folder, 'fonts');
  mkdirSync(fonts);
  for (const source of fontFolders.slice(0, 1)) {
    for (const name of readdirSync(source)) if (/\.[ot]tf$/iu.test(name)) copyFileSync(join(source, name), join(fonts, name));
  }
  const cache = join(folder, 'fontconfig');
  writeFileSync(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>`,
  );
  for (const name of ['profile', 'fontconfig', 'tmp']) mkdirSync(join(folder, name));
  if (asRoot) for (const name of ['.', 'profile', 'fontconfig', 'tmp']) chownSync(join(folder, name), NOBODY, NOBODY);
}

/** A script that becomes an ordinary user and then the browser; null where that user can't run it. */
async function wrapperFor(world: World, { path }: Supply, folder: string): Promise<string | null> {
  const become = ['--reuid', String(NOBODY), '--regid', String(NOBODY), '--clear-groups', '--inh-caps=-all'];
  const tried = await world.run('setpriv', [...become, 'test', '-x', path], new Uint8Array());
  if (tried?.code !== 0) return null;
  const wrapper = join(folder, 'browser.sh');
  writeFileSync(wrapper, `#!/bin/sh\nexec setpriv ${become.join(' ')} "$BRIEFPRESS_WRAPPED" "$@"\n`, { mode: 0o755 });
  return wrapper;
}

async function started(world: World, supply: Supply, folder: string, executablePath: string, sandbox: boolean): Promise<Launched> {
  const { default: puppeteer } = await warm();
  const begin = (pipe: boolean): Promise<Browser> =>
    puppeteer.launch({
      executablePath,
      headless: supply.shell ? 'shell' : true,
      pipe,
      userDataDir: join(folder, 'profile'),
      args: [...ARGS, ...(sandbox ? [] : ['--no-sandbox']), ...(smallShm() ? ['--disable-dev-shm-usage'] : [])],
      env: environment(world, supply, folder),
      defaultViewport: { width: 800, height: 600, deviceScaleFactor: 1 },
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      protocolTimeout: 0,
      timeout: 30_000,
    });
  const browser = await begin(true).catch(async (error: unknown) => {
    // Over a pipe every failure reads alike; over a socket the browser's own words come along.
    const words = await begin(false).then(
      async (second) => (await second.close(), error),
      (second: unknown) => second,
    );
    throw notStarted(supply, words);
  });
  return { browser, sandbox, ...endings(browser, folder) };
}

/** Nothing of ours but what a browser must have: no keys, no tokens, no paths of the user. */
const environment = (world: World, supply: Supply, folder: string): Record<string, string> => ({
  ...supply.env,
  PATH: world.env['PATH'] ?? '/usr/bin:/bin',
  LANG: 'C.UTF-8',
  TZ: 'UTC',
  HOME: folder,
  TMPDIR: join(folder, 'tmp'),
  FONTCONFIG_FILE: join(folder, 'fonts.conf'),
  BRIEFPRESS_WRAPPED: supply.path,
});

const SMALL = 256 * 1024 * 1024;

/** Chromium crashes on large pages where the shared memory of a container is small. */
function smallShm(): boolean {
  if (!existsSync('/dev/shm')) return false;
  const { bavail, bsize } = statfsSync('/dev/shm');
  return bavail * bsize < SMALL;
}

function notStarted(supply: Supply, cause: unknown): BrowserError {
  const words = cause instanceof Error ? cause.message : String(cause);
  const library = /(lib[\w.+-]+\.so[.\d]*): cannot open shared object file/u.exec(words)?.[1];
  if (library) {
    const hint = 'Debian and Ubuntu: sudo apt-get install libnss3 libnspr4 libexpat1';
    return new BrowserError('start', `The browser needs ${library}, which this system lacks`, hint, cause);
  }
  const line = words.split('\n').find((text) => /error|sandbox|failed|denied/iu.test(text))?.trim();
  const hint = 'Run briefpress doctor; or name another browser with BRIEFPRESS_BROWSER.';
  return new BrowserError('start', `The browser ${supply.path} did not start${line ? `: ${line.slice(0, 200)}` : ''}`, hint, cause);
}

const running = new Set<() => void>();
let listening = false;

/** The browser does not outlive us: the pipe ends it when we are killed, these do when we are asked to stop. */
function endings(browser: Browser, folder: string): Pick<Launched, 'kill' | 'close'> {
  const kill = (): void => {
    browser.process()?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    running.delete(kill);
  };
  running.add(kill);
  if (!listening) process.on('exit', () => running.forEach((end) => end()));
  listening = true;
  return {
    kill,
    close: async () => {
      await browser.close().catch(() => {});
      kill();
    },
  };
}
