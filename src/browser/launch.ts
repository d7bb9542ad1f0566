/**
 * The door to puppeteer: one browser, started so that content can neither run, nor read, nor reach
 * anything.
 */
import type { Browser, Page } from 'puppeteer';
import type { World } from '../world.ts';
import { BrowserError, deadlineIn, left, withinDeadline, type Deadline } from './deadline.ts';
import { forbidsSandbox, notStarted } from './failure.ts';
import { atEnd } from './cache.ts';
import { furnish, isRoot, isThrowaway, smallShm, type Home } from './home.ts';
import { endingOr, startProcess, unlessAborted, type BrowserProcess } from './process.ts';
import type { Supply } from './supply.ts';

export type { Page };

/** A browser that runs, and how. */
export interface Launched {
  readonly browser: Browser;
  readonly sandbox: boolean;
  /** Faces that a page need not carry (faces.ts). */
  readonly fonts: ReadonlySet<string>;
  /** Aborted when the browser has ended. */
  readonly ended: AbortSignal;
  /** Ends every process of the browser at once and removes its folder. */
  readonly kill: () => void;
  /** The same, and waits until the browser is gone. */
  readonly close: () => Promise<void>;
}

/** How to start a browser. */
export interface LaunchOptions {
  /** False: the user accepts a browser without a sandbox. */
  readonly sandbox: boolean;
  readonly fontFolders: readonly string[];
  readonly deadline: Deadline;
}

/**
 * Walls of security, outermost first: no name resolves, every connection goes to a proxy that is
 * not there, the loopback too. Unhinted glyphs make lines break alike on every machine.
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

/**
 * Begins to load puppeteer, which takes longer than starting a browser; safe to call early and
 * often.
 */
export function warm(): Promise<typeof import('puppeteer')> {
  importing ??= import('puppeteer');
  importing.catch(() => {});
  return importing;
}

/**
 * Starts a browser, with its sandbox unless that is declined. Without being asked it does without a
 * sandbox only where the system is known to refuse one, and we are root or the machine is thrown
 * away after: elsewhere that is the user's decision.
 * @throws BrowserError `start`, or `crash` when something ended the browser before it answered
 */
export async function launch(
  world: World,
  supply: Supply,
  options: LaunchOptions,
): Promise<Launched> {
  const home = await furnish(world, supply, options.fontFolders);
  try {
    const ways = waysOf(home, options.sandbox, isRoot() || isThrowaway(world));
    const { browser, child, sandbox } = await firstStarted(ways, supply, home, options.deadline);
    return { browser, sandbox, fonts: home.fonts, ended: child.ended, ...endings(child, home) };
  } catch (error) {
    home.remove();
    throw error;
  }
}

/**
 * With the sandbox, without, or the one after the other. Root itself never has one
 * (crbug.com/638180), so there somebody else starts the browser.
 */
function waysOf({ lowered }: Home, wanted: boolean, mayDoWithout: boolean): readonly boolean[] {
  const boxed = wanted && (lowered || !isRoot());
  return [...(boxed ? [true] : []), ...(mayDoWithout || !wanted ? [false] : [])];
}

interface Started {
  readonly browser: Browser;
  readonly child: BrowserProcess;
}

async function firstStarted(
  [sandbox, ...others]: readonly boolean[],
  supply: Supply,
  home: Home,
  deadline: Deadline,
): Promise<Started & { readonly sandbox: boolean }> {
  if (sandbox === undefined) throw new BrowserError('start', ...NO_WAY);
  try {
    return { ...(await begin(sandbox, supply, home, deadline)), sandbox };
  } catch (error) {
    if (others.length === 0 || !forbidsSandbox(error)) throw error;
    return firstStarted(others, supply, home, deadline);
  }
}

const NO_WAY = [
  'This system forbids the browser its sandbox',
  'Print content that you trust with --no-sandbox.',
] as const;

/** Milliseconds within which a browser starts, or never does. */
const LAUNCH_TIMEOUT = 25_000;

/**
 * Puppeteer's own start waits for good when the browser ends in the middle of it: so the process is
 * ours, and its end ends the wait.
 */
async function begin(
  sandbox: boolean,
  supply: Supply,
  home: Home,
  deadline: Deadline,
): Promise<Started> {
  const { default: puppeteer } = await warm();
  const headless = supply.shell ? 'shell' : true;
  const own = { headless, userDataDir: home.profile, args: launchArguments(sandbox) } as const;
  const child = startProcess(home.program, await puppeteer.defaultArgs(own), home.env);
  const { transport, ended } = child;
  const patience = patienceBefore(deadline);
  try {
    const connected = puppeteer.connect({ transport, defaultViewport, protocolTimeout: 0 });
    const alive = unlessAborted(ended, connected);
    const browser = await withinDeadline(deadlineIn(patience), 'Starting', alive, child.kill);
    return { browser, child };
  } catch (error) {
    const cause = await endingOr(error, ended);
    child.kill();
    await child.gone;
    throw notStarted(supply, cause, child.words(), patience);
  }
}

/** Milliseconds that starting may take. */
const patienceBefore = (deadline: Deadline): number =>
  Math.max(1, Math.min(LAUNCH_TIMEOUT, Math.ceil(left(deadline))));

const defaultViewport = { width: 800, height: 600, deviceScaleFactor: 1 };

/**
 * A profile that is thrown away needs no good order: the browser is killed with all its processes.
 */
function endings(child: BrowserProcess, home: Home): Pick<Launched, 'kill' | 'close'> {
  const end = atEnd(() => {
    child.kill();
    home.remove();
  });
  const close = async (): Promise<void> => {
    child.kill();
    await child.gone;
    end();
  };
  return { kill: end, close };
}

const launchArguments = (sandbox: boolean): string[] => [
  ...ARGS,
  '--remote-debugging-pipe',
  ...(sandbox ? [] : ['--no-sandbox']),
  ...(smallShm() ? ['--disable-dev-shm-usage'] : []),
];
