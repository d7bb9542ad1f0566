/**
 * The catalogue in a real browser: as a served page, as a file on a stick, and as a feed in the
 * hands of a reading app.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch, type Browser, type HTTPResponse, type Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../src/browser/index.ts';
import { openCatalogue, type Issue } from '../src/catalog/index.ts';
import { openServer, type Serving } from '../src/catalog/serve/server.ts';
import { main } from '../src/cli.ts';
import { loadTheme } from '../src/theme/load.ts';
import { diskWorld } from '../src/world/disk.ts';
import { epub, folderOf, png, put, samples, series } from './support/shelf.ts';
import { root as project } from './support/theme.ts';

const world = diskWorld();

let root = '';

let current: () => Promise<Issue>;

let serving: Serving;

let browser: Browser;

beforeAll(async () => {
  root = folderOf({
    ...samples(),
    'long/long.epub': epub({
      title: `${'Unbreakable'.repeat(20)} ${'and so on '.repeat(20)}`,
      identifier: 'urn:x:long',
      cover: png(3000, 60, [9, 9, 9]),
    }),
    'rtl/rtl.epub': epub({
      title: 'ميناء الشمال',
      identifier: 'urn:x:rtl',
      lang: 'ar',
      metadata: series('سلسلة', 3),
    }),
  });
  put(
    root,
    'harbour/harbour.html',
    `<!DOCTYPE html><title>Harbour</title><style>body{color:rgb(1,2,3)}</style><p>The hearing.<script>document.title='ran'</script>`,
  );
  current = openCatalogue(world, root, {
    shown: 'out',
    title: null,
    theme: await loadTheme(world, 'classic', project),
  });
  serving = await openServer(world, {
    root,
    current,
    host: '127.0.0.1',
    port: 0,
    report: () => {},
  });
  const { path } = await findBrowser(world, null);
  browser = await launch({
    executablePath: path,
    headless: 'shell',
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
});

afterAll(async () => {
  await browser.close();
  await serving.close();
  rmSync(root, { recursive: true, force: true });
});

interface Visit {
  readonly page: Page;
  readonly answers: readonly HTTPResponse[];
  /** What the page's policy, or a fault in it, made the browser say. */
  readonly complaints: readonly string[];
}

async function visit(
  url: string,
  width: number,
  scheme: 'light' | 'dark' = 'light',
): Promise<Visit> {
  const page = await browser.newPage();
  const answers: HTTPResponse[] = [];
  const complaints: string[] = [];
  page.on('response', (answer) => answers.push(answer));
  page.on('console', (message) => complaints.push(message.text()));
  await page.setViewport({ width, height: 800, isMobile: width < 600, hasTouch: width < 600 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(url, { waitUntil: 'networkidle0' });
  await page.evaluate(() => [...document.images].forEach((image) => (image.loading = 'eager')));
  await page.waitForFunction(() =>
    [...document.images].every((image) => image.complete && image.naturalWidth > 0),
  );
  return { page, answers, complaints };
}

/** Widths at which nothing may stick out; pixels of each cover that is there. */
const measure = (
  page: Page,
): Promise<{
  readonly overflow: number;
  readonly covers: readonly number[];
  readonly small: readonly string[];
  readonly ground: string;
}> =>
  page.evaluate(() => ({
    overflow: document.documentElement.scrollWidth - innerWidth,
    covers: [...document.images].map(({ naturalWidth }) => naturalWidth),
    small: [...document.querySelectorAll('.files a')]
      .filter((link) => link.getBoundingClientRect().height < 36)
      .map((link) => link.textContent),
    ground: getComputedStyle(document.documentElement).backgroundColor,
  }));

describe('the page', () => {
  test.each([320, 390, 768, 1280, 1920])(
    'at %i pixels: nothing sticks out, covers are shown, links are large enough for a finger',
    async (width) => {
      const { page, answers, complaints } = await visit(serving.url, width);
      const { overflow, covers, small } = await measure(page);
      expect({ overflow, covers: covers.toSorted((a, b) => a - b), small }).toEqual({
        overflow: 0,
        covers: [50, 3000],
        small: [],
      });
      expect(
        answers
          .map((answer) => answer.status())
          .filter((status) => status !== 200 && status !== 304),
      ).toEqual([]);
      expect(complaints).toEqual([]);
      await page.close();
    },
  );

  test('its style holds under the server’s policy, by day and in the dark', async () => {
    for (const [scheme, ground] of [
      ['light', 'rgb(255, 255, 255)'],
      ['dark', 'rgb(25, 24, 22)'],
    ] as const) {
      const { page } = await visit(serving.url, 800, scheme);
      expect((await measure(page)).ground).toBe(ground);
      await page.close();
    }
  });

  test('every link leads to something', async () => {
    const { page } = await visit(serving.url, 800);
    const links = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('a[href], link[rel=alternate]')].map(
        ({ href }) => href,
      ),
    );
    const statuses = await Promise.all(
      [...new Set(links)].map(async (href) => [
        href,
        (await fetch(href, { method: 'HEAD' })).status,
      ]),
    );
    expect(statuses.length).toBeGreaterThan(10);
    expect(statuses.filter(([, status]) => status !== 200)).toEqual([]);
    await page.close();
  });

  test('a title leads to the brief, which keeps its style and runs nothing', async () => {
    const { page } = await visit(serving.url, 800);
    await Promise.all([page.waitForNavigation(), page.click('a[href="harbour/harbour.html"]')]);
    const told = await page.evaluate(() => [document.title, getComputedStyle(document.body).color]);
    expect(told).toEqual(['Harbour', 'rgb(1, 2, 3)']);
    await page.close();
  });

  test('headings, languages and alternatives as a screen reader wants them', async () => {
    const { page } = await visit(serving.url, 800);
    const facts = await page.evaluate(() => ({
      headings: [...document.querySelectorAll('h1, h2')].map(({ tagName }) => tagName).join(''),
      lang: document.documentElement.lang,
      arabic: document.querySelector('[lang=ar] h2')?.textContent,
      named: [...document.querySelectorAll('a:not([aria-hidden])')].every(
        ({ textContent }) => textContent.trim() !== '',
      ),
      direction: getComputedStyle(document.querySelector('[lang=ar] h2')!).direction,
    }));
    expect(facts).toEqual({
      headings: 'H1H2H2H2H2H2',
      lang: 'en',
      arabic: 'ميناء الشمال',
      named: true,
      direction: 'rtl',
    });
    await page.close();
  });

  test('from a stick: written by the command, opened as a file, cover and links in place', async () => {
    let said = '';
    const quiet = {
      ...world,
      cwd: root,
      stdout: (text: string | Uint8Array) => void (said += text.toString()),
      stderr: () => {},
    };
    expect(await main(['catalog', root], quiet)).toBe(0);
    expect(said).toContain('series-harbour-papers.json');
    const { page, complaints } = await visit(pathToFileURL(join(root, 'index.html')).href, 390);
    expect((await measure(page)).covers).toContain(50);
    await Promise.all([page.waitForNavigation(), page.click('h2 a[href="harbour/harbour.html"]')]);
    expect(page.url()).toBe(pathToFileURL(join(root, 'harbour/harbour.html')).href);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

describe('a reading app', () => {
  const module = readFileSync(join(project, 'node_modules/foliate-js/opds.js'), 'utf8');

  /** foliate-js reads a feed as its app does. */
  const feedIn = async (name: string): Promise<Record<string, any>> => {
    const page = await browser.newPage();
    const { pages } = await current();
    await page.addScriptTag({ type: 'module', content: `${module}\nwindow.getFeed = getFeed;` });
    const feed = await page.evaluate(
      (xml: string) =>
        JSON.parse(
          JSON.stringify(
            (window as any).getFeed(new DOMParser().parseFromString(xml, 'application/xml')),
          ),
        ),
      new TextDecoder().decode(pages.get(name)!.bytes),
    );
    await page.close();
    return feed as Record<string, any>;
  };

  test('finds the books by series, with cover, authors and files', async () => {
    const feed = await feedIn('catalog.xml');
    const group = feed['groups'].find((one: any) => one.metadata.title === 'Harbour papers');
    const harbour = group.publications.find((one: any) =>
      one.metadata.title.startsWith('Who Mends'),
    );
    expect(harbour.metadata).toMatchObject({
      author: [{ name: 'Brackwater Research Desk' }, { name: 'Ingrid Solheim' }],
      publisher: 'Brackwater Press',
      published: '2025-03-17',
      language: 'en',
      rights: 'All quotations belong to their speakers.',
    });
    expect(harbour.images[0].href).toBe('harbour/cover.png');
    const files = harbour.links.filter(({ rel }: any) =>
      rel.some((one: string) => one.startsWith('http://opds-spec.org/acquisition')),
    );
    expect(files.map(({ type }: any) => type)).toEqual(['application/epub+zip', 'application/pdf']);
    expect(feed['facets'][0].links.map(({ title }: any) => title)).toEqual([
      'All briefs',
      'Harbour papers',
      'سلسلة',
    ]);
  });

  test('finds the series to browse', async () => {
    const feed = await feedIn('series.xml');
    expect(feed['navigation'].map(({ title, href }: any) => [title, href])).toEqual([
      ['Harbour papers', 'series-harbour-papers.xml'],
      ['سلسلة', 'series-s-2.xml'],
    ]);
  });
});
