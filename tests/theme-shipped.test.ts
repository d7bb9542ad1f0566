/**
 * Every theme that is shipped, with every sample, on every paper it has: what the tags of the PDF
 * and a reader need is there.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bookView } from '../src/views/book.ts';
import { documentWriter } from '../src/views/writer.ts';
import { openPress } from '../src/press.ts';
import { loadTheme } from '../src/theme/load.ts';
import type { Theme } from '../src/theme/theme.ts';
import type { Edition } from '../src/types.ts';
import { diskWorld } from '../src/world/disk.ts';
import { plain } from './support/press.ts';
import { root } from './support/theme.ts';

const foldersIn = (name: string): string[] =>
  readdirSync(join(root, name)).filter((entry) => statSync(join(root, name, entry)).isDirectory());

const world = { ...diskWorld(), cwd: root, stderr: (): void => {} };

const press = openPress(world, plain);

const editions = new Map<string, Edition>();

for (const sample of foldersIn('content').filter((name) =>
  existsSync(join(root, 'content', name, 'brief.md')),
))
  editions.set(sample, (await press.proof(`content/${sample}`)).edition!);

const themes = new Map<string, Theme>();

for (const name of foldersIn('templates')) themes.set(name, await loadTheme(world, name, root));

const papersOf = ({ tokens }: Theme): string[] => Object.keys(tokens['paper'] as object);

const made = { program: 'press', fonts: ['Serif'], pages: '' };

function printed(
  edition: Edition,
  theme: Theme,
  paper: string | null,
): { html: string; css: string } {
  const view = bookView(edition, { made });
  const onPaper = theme.on(paper);
  const css = onPaper.styles('print', view);
  return {
    css,
    html: onPaper.render(
      'print',
      'book',
      { ...view, bookCss: css, fontCss: '' },
      documentWriter(edition, 'print'),
    ),
  };
}

function web(edition: Edition, theme: Theme): string {
  const view = bookView(edition, { made });
  return theme.render(
    'web',
    'page',
    { ...view, pageCss: theme.styles('web', view), fontCss: '' },
    documentWriter(edition, 'web'),
  );
}

const all = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map((match) => match[1]!);

/** Sentences about what a print or web document must not have; none when it is sound. */
function lint(html: string): string[] {
  const body = html.slice(html.indexOf('<body>'));
  const levels = all(body, /<h([1-6])[\s>]/gu).map(Number);
  const skips = levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1);
  const ids = all(body, /\sid="([^"]+)"/gu);
  const chapters = body.split(/<section class="chapter/u).slice(1);
  return [
    ...(levels[0] === 1 ? [] : ['the first heading is no h1']),
    ...skips.map((level) => `a level is skipped before an h${level}`),
    ...chapters
      .filter((chapter) => all(chapter, /<(h1)[\s>]/gu).length !== 1)
      .map((chapter) => `not one h1 in ${chapter.slice(0, 60)}`),
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${id} stands twice`),
    ...all(body, /href="#([^"]+)"|data-for="([^"]+)"/gu)
      .filter((id) => id && !ids.includes(id))
      .map((id) => `${id} leads nowhere`),
    ...all(
      body,
      /<(svg(?![^>]* role="img" aria-label="[^"]{3,}")|img(?![^>]* alt="[^"]+")|figure(?![^>]* role="group"))[\s>]/gu,
    ),
    ...all(body, /(<q[\s>]|role="doc-[a-z]+"|<\w+[^>]* on[a-z]+=|style="[^"]*")/gu),
    ...all(body, /(\{\{|\}\}|\[object |undefined|NaN)/gu),
  ];
}

const cases = [...themes.keys()].flatMap((theme) =>
  [...editions.keys()].map((sample) => [theme, sample] as const),
);

describe.each(cases)('%s with %s', (name, sample) => {
  const [theme, edition] = [themes.get(name)!, editions.get(sample)!];
  test.each(papersOf(theme))('prints on %s', (paper) => {
    const { html, css } = printed(edition, theme, paper);
    const { width, height } = (
      theme.tokens['paper'] as Record<string, { width: string; height: string }>
    )[paper]!;
    expect(css).toMatch(
      new RegExp(`size: (?:calc\\()?${width}\\b.* (?:calc\\()?${height}\\b`, 'u'),
    );
    expect(css).not.toMatch(
      /::?(?:before|after)|mask-image|filter:|hyphens:\s*auto|url\(|@import/u,
    );
    expect(lint(html)).toEqual([]);
    for (const { id } of edition.chapters)
      expect(html).toMatch(new RegExp(`<(?:section|nav)[^>]* id="${id}"`, 'u'));
  });
  test('is a sound web page', () => {
    expect(lint(web(edition, theme))).toEqual([]);
  });
});

test('the lint above sees what is planted', () => {
  const planted =
    '<body><h2 id="a">x</h2><h4 id="a"></h4><section class="chapter"></section><a href="#gone"></a><svg></svg><img><figure></figure><q>x</q>NaN';
  expect(lint(planted)).toHaveLength(11);
});

test('there are three themes and two samples, each theme with the four office papers', () => {
  expect([...themes.keys()]).toEqual(expect.arrayContaining(['classic', 'large-print', 'memo']));
  expect(editions.size).toBeGreaterThanOrEqual(2);
  for (const theme of themes.values())
    expect(papersOf(theme)).toEqual(expect.arrayContaining(['a4', 'letter', 'legal', 'a5']));
});

const millimetres = (length: string): number => {
  const unit = { mm: 1, cm: 10, in: 25.4, pt: 25.4 / 72 }[/[a-z]+$/u.exec(length)![0]]!;
  return Number.parseFloat(length) * unit;
};

describe('papers', () => {
  const rows = [...themes].flatMap(([name, theme]) =>
    papersOf(theme).map((paper) => [name, paper] as const),
  );
  test.each(rows)('%s on %s: side and measure fit between the margins', (name, paper) => {
    const { tokens } = themes.get(name)!;
    const sheet = {
      ...(tokens['grid'] as object),
      ...(tokens['paper'] as Record<string, object>)[paper],
    } as Record<string, string>;
    const [width, left, right, side, measure] = ['width', 'left', 'right', 'side', 'measure'].map(
      (key) => millimetres(sheet[key]!),
    );
    expect(side! + measure!).toBeLessThanOrEqual(width! - left! - right! + 0.05);
    expect(side! + measure!).toBeGreaterThan(width! - left! - right! - 3);
  });
});

describe('large print', () => {
  const theme = themes.get('large-print')!;
  test.each(papersOf(theme))('has no letter under 16 pt on %s, and 18 pt for the text', (paper) => {
    const sheet = {
      ...(theme.tokens['type'] as object),
      ...(theme.tokens['paper'] as Record<string, object>)[paper],
    } as Record<string, string>;
    expect(Number.parseFloat(sheet['text']!)).toBeGreaterThanOrEqual(18);
    for (const key of ['small', 'label'])
      expect(Number.parseFloat(sheet[key]!)).toBeGreaterThanOrEqual(16);
  });
  test('says nothing in italics, in capitals or in a line of its own hyphens', () => {
    const { css } = printed(editions.get('harbour-hearing')!, theme, 'a4');
    expect(css).toMatch(/^em, i, cite[^{]*\{ font-style: normal; font-weight: 600; \}/mu);
    expect(css).not.toMatch(/text-transform|small-caps|text-align: justify|hyphens/u);
  });
});

const widening = (css: string): string[] =>
  css.replaceAll(/minmax\(0, [\d.]+fr\)/gu, '').match(/[\d.]+fr\b/gu) ?? [];

test('no word can widen a grid: Chromium shrinks every page of a book that has one line too wide', () => {
  expect(widening('a { grid-template-columns: 1fr minmax(0, 1fr) }')).toHaveLength(1);
  for (const theme of themes.values())
    expect(widening(printed(editions.get('harbour-hearing')!, theme, null).css)).toEqual([]);
});

test('a memo is printed on Letter, begins with its head, and the text follows on the same page', () => {
  const { html, css } = printed(editions.get('harbour-hearing')!, themes.get('memo')!, null);
  expect(css).toMatch(/size: .*8\.5in.* .*11in/u);
  expect(all(html, /<dt>([^<]+)<\/dt>/gu).slice(0, 4)).toEqual(['For', 'From', 'Date', 'Status']);
  expect(html).not.toContain('class="title-page"');
  expect(css).toContain('.memo-head, .contents, .glance { page: sheet-1; break-before: auto; }');
});
