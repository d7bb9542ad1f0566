/** A print session: one page of one browser, reused for every document of a run. */
import { traceOf, type Trace } from '../trace.ts';
import type { World } from '../world.ts';
import { left, withinDeadline, type Deadline, BrowserError } from './deadline.ts';
import { facesIn } from './faces.ts';
import { endedWhile, refusedBySystem } from './failure.ts';
import { launch, warm, type Launched, type Page } from './launch.ts';
import { fillNumbers, insertBlanks, keepSpaces, loadFaces, markRoles } from './in-page.ts';
import { endingOr, unlessAborted } from './process.ts';
import { TAG_ROLES } from './roles.ts';
import { findBrowser, type Supply } from './supply.ts';

/** Which browser to print with, and how. */
export interface BrowserOptions {
  /** From the command line; null = look for one. */
  readonly browserPath: string | null;
  readonly sandbox: boolean;
  /** Folders with the theme's font files. */
  readonly fontFolders: readonly string[];
  readonly deadline: Deadline;
}

/**
 * A browser ready to print. Every method rejects with a `BrowserError` when it ends, hangs, or
 * time is up.
 */
export interface PrintSession {
  /**
   * Product and version, the program's path, whether its sandbox is on, and which step of the order
   * found it.
   */
  readonly facts: {
    readonly product: string;
    readonly path: string;
    readonly sandbox: boolean;
    readonly supply: string;
  };
  /** Faces that the browser has, so that a page need not carry them (`isInstalled`). */
  readonly installed: ReadonlySet<string>;
  /** Replaces the document. */
  load(html: string): Promise<void>;
  /**
   * Writes page numbers into every `.pg[data-for]`; an anchor without a number gets none. Returns
   * how many places changed.
   */
  fill(values: ReadonlyMap<string, string>): Promise<number>;
  /**
   * Puts a blank page before the sheet of each of these elements, and takes all other blank pages
   * away.
   */
  blank(beforeIds: readonly string[]): Promise<void>;
  /** Raw PDF as the browser writes it. */
  print(options: { readonly tagged: boolean }): Promise<Uint8Array>;
  /** False when its browser or its page has ended. */
  isOpen(): boolean;
  close(): Promise<void>;
}

/** @throws BrowserError, and nothing else */
export async function openSession(world: World, options: BrowserOptions): Promise<PrintSession> {
  const { deadline, browserPath } = options;
  const trace = traceOf(world, 'browser');
  void warm();
  const ours = (error: unknown): never => {
    throw refusedBySystem(error);
  };
  const supply = await withinDeadline(
    deadline,
    'Looking for a browser',
    findBrowser(world, browserPath).catch(ours),
    () => {},
  );
  trace(() => `${supply.path}, from ${supply.from}`);
  let late = false;
  const starting = startSession(world, supply, options).then((ready) =>
    late ? (ready.launched.kill(), ready) : ready,
  );
  const { launched, page, product } = await withinDeadline(
    deadline,
    'Starting the browser',
    starting.catch(ours),
    () => (late = true),
  );
  trace(
    () =>
      `${product} started ${launched.sandbox ? 'in its sandbox' : 'without a sandbox'}, with ${launched.fonts.size} faces`,
  );
  const ended = abortedAtEnd(page, launched);
  const step = stepper(deadline, launched, ended, trace);
  return {
    isOpen: () => !ended.aborted,
    installed: launched.fonts,
    facts: { product, path: supply.path, sandbox: launched.sandbox, supply: supply.from },
    load: (html) => step('Loading the pages', load(page, html)),
    fill: (values) => step('Filling in page numbers', page.evaluate(fillNumbers, [...values])),
    blank: (ids) => step('Inserting blank pages', page.evaluate(insertBlanks, [...ids])),
    print: async ({ tagged }) =>
      checkedPrint(page, await step('Printing', printed(page, tagged, deadline))),
    close: () => launched.close(),
  };
}

interface ReadySession {
  readonly launched: Launched;
  readonly page: Page;
  readonly product: string;
}

/** Milliseconds for which the page that a browser begins with is waited for. */
const FIRST_PAGE = 5000;

async function startSession(
  world: World,
  supply: Supply,
  options: BrowserOptions,
): Promise<ReadySession> {
  const launched = await launch(world, supply, options);
  try {
    return await unlessAborted(launched.ended, prepareSession(launched));
  } catch (error) {
    const cause = await endingOr(error, launched.ended);
    launched.kill();
    throw error instanceof BrowserError ? error : endedWhile('starting', cause);
  }
}

async function prepareSession(launched: Launched): Promise<ReadySession> {
  const { browser } = launched;
  const { TargetType } = await warm();
  const first = browser
    .waitForTarget((target) => target.type() === TargetType.PAGE, { timeout: FIRST_PAGE })
    .catch(() => null);
  const page = (await (await first)?.page()) ?? (await browser.newPage());
  await page.setJavaScriptEnabled(false);
  await denyAll(page);
  return { launched, page, product: await browser.version() };
}

/**
 * Aborted when the browser or the page's own process ends: what was asked of it then gets no
 * answer.
 */
function abortedAtEnd(page: Page, { ended }: Launched): AbortSignal {
  const ending = new AbortController();
  page.once('error', (error) => ending.abort(error));
  page.once('close', () => ending.abort(new Error('the page was closed')));
  ended.addEventListener('abort', () => ending.abort(ended.reason), { once: true });
  if (ended.aborted) ending.abort(ended.reason);
  return ending.signal;
}

/**
 * Faces that a page carries are loaded before it, on a page of their own: words that are shaped
 * before a face is there stay boxes, even when it comes before printing.
 */
async function load(page: Page, html: string): Promise<void> {
  const faces = facesIn(html);
  if (faces !== '') {
    await page.setContent(`<!DOCTYPE html><style>${faces}</style>`, {
      waitUntil: 'load',
      timeout: 0,
    });
    await page.evaluate(loadFaces);
  }
  await page.setContent(html, { waitUntil: 'load', timeout: 0 });
  await page.evaluate(keepSpaces);
  await page.evaluate(
    markRoles,
    TAG_ROLES.map(([selector, role]): [string, string] => [selector, role]),
  );
}

/**
 * Nothing is asked of anybody: every request is refused before it leaves. What a page carries
 * itself (`data:`) is no request, and is not held up: words that are shaped before their face is
 * there would stay boxes.
 */
async function denyAll(page: Page): Promise<void> {
  const client = await page.createCDPSession();
  const refuse = (requestId: string): Promise<unknown> =>
    client.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
  client.on('Fetch.requestPaused', ({ requestId }) => void refuse(requestId).catch(() => {}));
  await client.send('Fetch.enable', { patterns: REFUSED.map((urlPattern) => ({ urlPattern })) });
}

const REFUSED = ['http*', 'ws*', 'file:*', 'ftp:*', 'blob:*', 'filesystem:*', 'chrome*', 'about:*'];

/** Every step keeps the deadline; a browser that ends under it is a crash. */
function stepper(deadline: Deadline, launched: Launched, ended: AbortSignal, trace: Trace) {
  return async <T>(step: string, work: Promise<T>): Promise<T> => {
    try {
      const result = await withinDeadline(
        deadline,
        step,
        unlessAborted(ended, work),
        launched.kill,
      );
      trace(() => step);
      return result;
    } catch (error) {
      trace(() => `${step}: ${String(error)}`);
      if (error instanceof BrowserError) throw error;
      const cause = await endingOr(error, launched.ended);
      launched.kill();
      throw endedWhile(step, cause);
    }
  };
}

const printed = (page: Page, tagged: boolean, deadline: Deadline): Promise<Uint8Array> =>
  page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged,
    outline: tagged,
    timeout: Math.ceil(left(deadline)) + 1000,
  });

/** A document that led the page elsewhere, or a print that broke off, is not delivered. */
function checkedPrint(page: Page, pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const whole =
    bytes.subarray(0, 5).toString('latin1') === '%PDF-' && bytes.subarray(-32).includes('%%EOF');
  if (page.url() !== 'about:blank' || !whole)
    throw new BrowserError(
      'crash',
      'The print is not whole',
      'Try again, and report it if it happens again.',
    );
  return pdf;
}
