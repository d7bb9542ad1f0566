/** The door to puppeteer: one browser, started so that content can neither run, nor read, nor reach anything. */
import type { Browser, Page } from 'puppeteer';
import type { World } from '../world.ts';
import { left, type Deadline, BrowserError } from './deadline.ts';
import { atEnd, furnish, isRoot, isThrowaway, smallShm, type Home } from './home.ts';
import type { Supply } from './supply.ts';

export type { Page };

export interface Launched {
  readonly browser: Browser;
  readonly sandbox: boolean;
  /** Faces that a page need not carry (faces.ts). */
  readonly fonts: ReadonlySet<string>;
  /** Ends every process of the browser at once and removes its folder. */
  readonly kill: () => void;
  /** The same, and waits until the browser is gone. */
  readonly close: () => Promise<void>;
}

export interface LaunchOptions {
  /** False: the user accepts a browser without a sandbox. */
  readonly sandbox: boolean;
  readonly fontFolders: readonly string[];
  readonly deadline: Deadline;
}

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

/**
 * Starts a browser, with its sandbox unless that is declined. Without being asked it does without a sandbox only where we are root or the
 * machine is thrown away after: elsewhere that is the user's decision.
 * @throws BrowserError `start`
 */
export async function launch(world: World, supply: Supply, options: LaunchOptions): Promise<Launched> {
  const home = await furnish(world, supply, options.fontFolders);
  try {
    const ways = waysOf(home, options.sandbox, isRoot() || isThrowaway(world));
    const { browser, sandbox } = await firstStarted(ways, supply, home, options.deadline);
    return { browser, sandbox, fonts: home.fonts, ...endings(browser, home) };
  } catch (error) {
    home.remove();
    throw error;
  }
}

/** With the sandbox, without, or the one after the other. Root itself never has one (crbug.com/638180), so there somebody else starts the browser. */
function waysOf({ lowered }: Home, wanted: boolean, mayDoWithout: boolean): readonly boolean[] {
  const boxed = wanted && (lowered || !isRoot());
  return [...(boxed ? [true] : []), ...(mayDoWithout || !wanted ? [false] : [])];
}

async function firstStarted(
  ways: readonly boolean[],
  supply: Supply,
  home: Home,
  deadline: Deadline,
): Promise<{ browser: Browser; sandbox: boolean }> {
  let failure: unknown;
  for (const sandbox of ways) {
    try {
      return { browser: await begin(sandbox, supply, home, deadline, true), sandbox };
    } catch (error) {
      // One that says nothing for so long will not speak without its sandbox either.
      if (error instanceof Error && error.name === 'TimeoutError') throw notStarted(supply, error);
      failure = error;
    }
  }
  // Over a pipe every failure reads alike; over a socket the browser's own words come along.
  const words = await begin(ways[0]!, supply, home, deadline, false).then(
    async (second) => (await second.close(), failure),
    (second: unknown) => second,
  );
  throw notStarted(supply, words);
}

/** Milliseconds within which a browser starts, or never does. */
const PATIENCE = 25_000;

async function begin(sandbox: boolean, supply: Supply, home: Home, deadline: Deadline, pipe: boolean): Promise<Browser> {
  const { default: puppeteer } = await warm();
  // A browser that never answers over its pipe keeps no time limit, and can't be asked to end.
  const ending = new AbortController();
  const patience = Math.max(1, Math.min(PATIENCE, Math.ceil(left(deadline))));
  const timer = setTimeout(() => ending.abort(), patience);
  const starting = puppeteer.launch({
    signal: ending.signal,
    executablePath: home.program,
    headless: supply.shell ? 'shell' : true,
    pipe,
    userDataDir: home.profile,
    args: [...ARGS, ...(sandbox ? [] : ['--no-sandbox']), ...(smallShm() ? ['--disable-dev-shm-usage'] : [])],
    env: home.env,
    defaultViewport: { width: 800, height: 600, deviceScaleFactor: 1 },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    protocolTimeout: 0,
    timeout: patience,
  });
  try {
    return await starting;
  } catch (error) {
    throw ending.signal.aborted ? Object.assign(new Error(`it failed to answer in ${patience / 1000} s`), { name: 'TimeoutError' }) : error;
  } finally {
    clearTimeout(timer);
  }
}

/** The browser's own words, as a sentence with its remedy. */
function notStarted(supply: Supply, cause: unknown): BrowserError {
  const words = cause instanceof Error ? cause.message : String(cause);
  const library = /(lib[\w.+-]+\.so[.\d]*): cannot open shared object file/u.exec(words)?.[1];
  if (library) {
    const hint = 'Debian and Ubuntu: sudo apt-get install libnss3 libnspr4 libexpat1';
    return new BrowserError('start', `The browser needs ${library}, which this system lacks`, hint, cause);
  }
  if (/No usable sandbox|CLONE_NEWUSER|setuid sandbox/iu.test(words)) {
    const hint = 'Allow unprivileged user namespaces, or print content that you trust with --no-sandbox.';
    return new BrowserError('start', 'This system forbids the browser its sandbox', hint, cause);
  }
  const line = words
    .split('\n')
    .find((text) => /error|failed|denied/iu.test(text))
    ?.trim();
  const hint = 'Run briefpress doctor; or name another browser with BRIEFPRESS_BROWSER.';
  return new BrowserError('start', `The browser ${supply.path} did not start${line ? `: ${line.slice(0, 200)}` : ''}`, hint, cause);
}

/** A profile that is thrown away needs no good order: the browser is killed with all its processes. */
function endings(browser: Browser, home: Home): Pick<Launched, 'kill' | 'close'> {
  const child = browser.process();
  const gone = new Promise<void>((done) =>
    child && child.exitCode === null && child.signalCode === null ? child.once('exit', () => done()) : done(),
  );
  const kill = (): void => {
    if (child?.pid !== undefined) killGroup(child.pid);
  };
  const end = atEnd(() => {
    kill();
    home.remove();
  });
  const close = async (): Promise<void> => {
    kill();
    await gone;
    end();
  };
  return { kill: end, close };
}

/** Puppeteer starts browsers as leaders of a process group of their own, except on Windows. */
function killGroup(pid: number): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
