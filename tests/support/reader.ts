/**
 * Reader engines in a real browser: a loopback server with the engines and a book, and a page for
 * each engine.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { launch, type Browser, type Page } from 'puppeteer';
import { findBrowser } from '../../src/browser/index.ts';
import { diskWorld } from '../../src/world/disk.ts';

const require = createRequire(import.meta.url);

/** Where each engine lies, by the first part of an address. */
const ENGINES: Readonly<Record<string, string>> = {
  'foliate-js': dirname(require.resolve('foliate-js/view.js')),
  'epubjs': join(dirname(require.resolve('epubjs')), '..'),
  'jszip': join(dirname(require.resolve('jszip')), '..'),
};

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  html: 'text/html',
  epub: 'application/epub+zip',
};

/** foliate-js: the book in `view`; a pop-up's text ends up in `window.popup`. */
const FOLIATE = `<!doctype html><meta charset="utf-8"><style>html,body,foliate-view{display:block;margin:0;width:100%;height:100%}</style>
<script type="module">
import '/foliate-js/view.js';
import { FootnoteHandler } from '/foliate-js/footnotes.js';
const view = document.createElement('foliate-view');
document.body.append(view);
const notes = new FootnoteHandler();
window.view = view;
window.loaded = [];
view.addEventListener('load', ({ detail }) => window.loaded.push(detail.index));
view.addEventListener('link', (event) => notes.handle(view.book, event)?.catch((error) => (window.failed = String(error))));
notes.addEventListener('before-render', ({ detail }) => { detail.view.style = 'position:absolute;width:20em;height:20em;left:-40em'; document.body.append(detail.view); });
notes.addEventListener('render', ({ detail }) => (window.popup = { type: detail.type, hidden: detail.hidden, text: detail.view.renderer.getContents()[0].doc.body.textContent }));
await view.open('/book.epub');
window.ready = true;
</script>`;

/** epub.js: the book in `rendition`. */
const EPUBJS = `<!doctype html><meta charset="utf-8"><style>html,body,#area{margin:0;width:100%;height:100%}</style><div id="area"></div>
<script src="/jszip/dist/jszip.min.js"></script><script src="/epubjs/dist/epub.min.js"></script>
<script>
(async () => {
  window.book = ePub();
  await book.open(await (await fetch('/book.epub')).arrayBuffer(), 'binary');
  window.rendition = book.renderTo('area', { width: '100%', height: '100%', allowScriptedContent: false });
  await rendition.display();
  await book.loaded.navigation;
  window.ready = true;
})();
</script>`;

export interface Reader {
  /** The engine's page with the book open. */
  open(
    engine: 'foliate' | 'epubjs',
    size?: { readonly width: number; readonly height: number },
  ): Promise<Page>;
  close(): Promise<void>;
}

/** Starts a browser and serves `book` to it; nothing but the loopback address is reachable. */
export async function openReader(book: Uint8Array): Promise<Reader> {
  const pages: Readonly<Record<string, string>> = {
    '/foliate.html': FOLIATE,
    '/epubjs.html': EPUBJS,
  };
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url!, 'http://localhost').pathname);
    const body = path === '/book.epub' ? Promise.resolve(book) : (pages[path] ?? readEngine(path));
    Promise.resolve(body).then(
      (content) =>
        response
          .writeHead(200, {
            'content-type': TYPES[path.split('.').at(-1)!] ?? 'application/octet-stream',
          })
          .end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const browser = await startBrowser();
  const { port } = server.address() as AddressInfo;
  return {
    open: async (engine, size = { width: 600, height: 800 }) => {
      const page = await browser.newPage();
      await page.setViewport(size);
      await page.goto(`http://127.0.0.1:${port}/${engine}.html`);
      await page.waitForFunction('window.ready === true', { timeout: 0 });
      return page;
    },
    close: () => closeAll(browser, server),
  };
}

function readEngine(path: string): Promise<Uint8Array> {
  const [, engine = '', ...inside] = path.split('/');
  const folder = ENGINES[engine];
  return folder === undefined
    ? Promise.reject(new Error(`there is no engine ${engine}`))
    : readFile(join(folder, ...inside));
}

export async function startBrowser(): Promise<Browser> {
  const { path } = await findBrowser({ ...diskWorld() }, null);
  return launch({
    executablePath: path,
    headless: 'shell',
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'],
  });
}

async function closeAll(browser: Browser, server: Server): Promise<void> {
  await browser.close();
  await new Promise((done) => server.close(done));
}
