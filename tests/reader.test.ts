/**
 * Reader engines open the book and do what a reader does: go to the summary, touch a note number,
 * come back, turn to a print page.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'puppeteer';
import { VFile } from 'vfile';
import type { Job } from '../src/formats/format.ts';
import { html } from '../src/formats/html.ts';
import { classic, editionFrom, pagesOf, write } from './support/epub.ts';
import { openReader, startBrowser, type Reader } from './support/reader.ts';

const BRIEF = `---
title: The Night Ferry
date: 2025-03-17
authors: [Brackwater Desk]
series: { name: Ferries, position: 3 }
---

# Summary

“We will run it until the last passenger is home,” said Ida Moen, and there was no more to say.

# Report

Per Lund replied: “The fog was never the reason, and everybody on the pier knew it.” Ida Moen had said that “We will run it until the last
passenger is home.”

| Side | Opening position | At the close |
|------|-----------------:|-------------:|
| Coaster owners | none stated | unconditional agreement |

Then the hearing went on for a while and nobody said a word that was worth a number.

# Participants

- **Ida Moen** – harbour pilot
- **Per Lund** – engineer
`;

const edition = await editionFrom(BRIEF);
const pages = pagesOf(edition, 1);
const [first] = edition.ledger.entries;
let reader: Reader;

beforeAll(async () => {
  reader = await openReader((await write(edition, pages)).bytes!);
});
afterAll(() => reader.close());

const sectionOf = (page: Page): Promise<string> =>
  page.evaluate(
    'view.book.sections[view.renderer.getContents()[0].index].id.split("/").at(-1)',
  ) as Promise<string>;
const goTo = (page: Page, name: string): Promise<unknown> =>
  page.evaluate(`view.goTo(view.book.sections.findIndex(({ id }) => id.endsWith('/${name}')))`);
const click = (page: Page, selector: string): Promise<unknown> =>
  page.evaluate(
    `view.renderer.getContents()[0].doc.querySelector(${JSON.stringify(selector)}).click()`,
  );

describe('foliate-js', () => {
  test('knows cover, contents, landmarks, series and the pages of print', async () => {
    const page = await reader.open('foliate');
    const book = (await page.evaluate(`(async () => ({
      cover: (await view.book.getCover())?.type,
      toc: view.book.toc.map(({ label }) => label),
      landmarks: view.book.landmarks.map(({ type }) => type.join(' ')),
      pages: view.book.pageList.map(({ label }) => label),
      series: view.book.metadata.belongsTo?.series,
    }))()`)) as {
      cover: string;
      toc: string[];
      landmarks: string[];
      pages: string[];
      series: unknown;
    };
    expect(book.cover).toBe('image/png');
    expect(book.toc).toEqual(edition.chapters.slice(2).map(({ title }) => title));
    expect(book.landmarks).toEqual([
      'cover',
      'titlepage',
      'toc',
      'bodymatter',
      'endnotes',
      'colophon',
    ]);
    expect(book.pages).toEqual(pages.pages.map(({ label }) => label));
    expect(JSON.stringify(book.series)).toContain('Ferries');
    await page.close();
  });

  test('a note number opens its quotation, and the way back leads to where it was', async () => {
    const page = await reader.open('foliate');
    await goTo(page, 'ch-summary.xhtml');
    await click(page, 'a[role=doc-noteref]');
    await page.waitForFunction('window.popup || window.failed');
    const popup = (await page.evaluate('window.popup')) as {
      type: string;
      hidden: boolean;
      text: string;
    };
    expect(popup.type).toBe('footnote');
    expect(popup.hidden).toBe(false);
    expect(popup.text).toContain(first!.text);
    expect(popup.text).toContain('Ida Moen');
    await goTo(page, 'appendix.xhtml');
    await click(page, `#${first!.id} a[role=doc-backlink]`);
    await page.waitForFunction(
      'view.book.sections[view.renderer.getContents()[0].index].id.endsWith("/ch-summary.xhtml")',
    );
    expect(await sectionOf(page)).toBe('ch-summary.xhtml');
    await page.close();
  });

  test('each page of print is a place in the book', async () => {
    const page = await reader.open('foliate');
    const found = (await page.evaluate(`(async () => {
      const out = [];
      for (const { label, href } of view.book.pageList) {
        const { index, anchor } = await view.book.resolveHref(href);
        const doc = new DOMParser().parseFromString(await (await fetch(await view.book.sections[index].load())).text(), 'application/xhtml+xml');
        out.push([label, anchor(doc)?.getAttribute('aria-label')]);
      }
      return out;
    })()`)) as [string, string][];
    expect(found).toEqual(pages.pages.map(({ label }) => [label, `Page ${label}`]));
    await page.close();
  });

  test('text of double size by night stays inside the page, in the colours of the reader', async () => {
    const page = await reader.open('foliate', { width: 390, height: 700 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    await page.evaluate(
      `view.renderer.setStyles('html { font-size: 200%; background: rgb(17,17,17); color: rgb(221,221,221) }')`,
    );
    for (const name of [
      'title-page.xhtml',
      'contents.xhtml',
      'glance.xhtml',
      'ch-summary.xhtml',
      'ch-report.xhtml',
      'appendix.xhtml',
      'speakers.xhtml',
      'source-note.xhtml',
    ]) {
      await goTo(page, name);
      const looks = (await page.evaluate(`(() => {
        const { doc } = view.renderer.getContents()[0];
        const texts = [...doc.querySelectorAll('h1, p, li, td, th, dd, a')];
        const column = parseFloat(doc.defaultView.getComputedStyle(doc.documentElement).columnWidth);
        return {
          colors: [...new Set(texts.map((el) => doc.defaultView.getComputedStyle(el).color))],
          grounds: [...new Set(texts.map((el) => doc.defaultView.getComputedStyle(el).backgroundColor))],
          wide: [...texts, ...doc.querySelectorAll('table')].filter((el) => [...el.getClientRects()].some(({ width: w }) => w > column + 1)).map((el) => el.outerHTML),
        };
      })()`)) as { colors: string[]; grounds: string[]; wide: string[] };
      expect({ name, ...looks }).toEqual({
        name,
        colors: ['rgb(221, 221, 221)'],
        grounds: ['rgba(0, 0, 0, 0)'],
        wide: [],
      });
    }
    await page.close();
  });
});

describe('epub.js', () => {
  test('shows the summary; the note number leads to its quotation and back; pages of print are listed', async () => {
    const page = await reader.open('epubjs');
    const spot = () =>
      page.evaluate('rendition.currentLocation().start?.href ?? ""') as Promise<string>;
    const inBook = (script: string): Promise<unknown> =>
      page.evaluate(
        `(() => { const doc = rendition.getContents()[0].document; return ${script}; })()`,
      );
    const arrive = (name: string): Promise<unknown> =>
      page.waitForFunction(
        `rendition.getContents()[0]?.document.baseURI && rendition.currentLocation()?.start?.href.includes('${name}')`,
      );
    expect(await page.evaluate('book.navigation.toc.map(({ label }) => label.trim())')).toEqual(
      edition.chapters.slice(2).map(({ title }) => title),
    );
    expect(await page.evaluate('book.navigation.landmarks.length')).toBe(6);
    expect(await page.evaluate('book.pageList.pages.length')).toBe(pages.pages.length);
    await page.evaluate('rendition.display("ch-summary.xhtml")');
    await arrive('ch-summary');
    await inBook('doc.querySelector("a[role=doc-noteref]").click()');
    await arrive('appendix');
    expect(await inBook(`doc.getElementById('${first!.id}').textContent`)).toContain(first!.text);
    await inBook(`doc.querySelector('#${first!.id} a[role=doc-backlink]').click()`);
    await arrive('ch-summary');
    expect(await spot()).toContain('ch-summary.xhtml');
    await page.close();
  });
});

describe('the web page', () => {
  test('carries fonts that a browser loads', async () => {
    const job = { edition, theme: classic, pages: null } as unknown as Job;
    const artifact = await html.write(job, new VFile());
    const browser = await startBrowser();
    const page = await browser.newPage();
    await page.setContent(new TextDecoder().decode(artifact!.bytes));
    const statuses = await page.evaluate(
      'Promise.all([...document.fonts].map((font) => font.load().then(() => font.status, String)))',
    );
    expect(statuses).toEqual(classic.faces.map(() => 'loaded'));
    await browser.close();
  });
});
