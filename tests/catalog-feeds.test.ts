/**
 * The catalogue's feeds keep the rules of their formats, say what the books say, and are the same
 * bytes every time.
 */
import { existsSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openCatalogue, type Issue } from '../src/catalog/index.ts';
import { readPackage } from '../src/catalog/package.ts';
import { loadTheme } from '../src/theme/load.ts';
import { diskWorld } from '../src/world/disk.ts';
import { atom, atomProblems, linksOf, opdsProblems, treeOf, type Node } from './support/opds.ts';
import { editionFrom, write } from './support/epub.ts';
import { access, epub, folderOf, png, put, samples, series } from './support/shelf.ts';
import { root as project } from './support/theme.ts';

const world = diskWorld();

const theme = await loadTheme(world, 'classic', project);

const made: string[] = [];

afterEach(() =>
  made.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })),
);

const shelf = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  made.push(folderOf(files));
  return made.at(-1)!;
};

const open = (root: string, title: string | null = null): (() => Promise<Issue>) =>
  openCatalogue(world, root, { shown: 'out', title, theme });

const issueOf = (
  files: Readonly<Record<string, string | Uint8Array>>,
  title: string | null = null,
): Promise<Issue> => open(shelf(files), title)();

const textOf = ({ pages }: Issue, name: string): string =>
  new TextDecoder().decode(pages.get(name)!.bytes);

const names = ({ pages }: Issue, ending: string): readonly string[] =>
  [...pages.keys()].filter((name) => name.endsWith(ending));

const values = (entry: Node, name: string): readonly string[] =>
  entry.children.filter((child) => child.name === name).map(({ text }) => text);

/** Titles, authors and the rest with all that XML and JSON must escape. */
const odd = epub({
  title: `<b>"Ten" & 'one'</b> ]]> ${'very '.repeat(60)}long`,
  identifier: 'not an address <at> all',
  authors: Array.from({ length: 50 }, (_, i) => `Author № ${i} <“a&b”>`),
  lang: 'ar',
  date: '2019',
  metadata: `<meta property="schema:accessibilityFeature">inventedFeature</meta>${series('שלום & "co" <x>', 1.5)}`,
});

describe('rules of the formats', () => {
  const shelves = {
    'samples': samples(),
    'odd words': { 'odd/odd.epub': odd, 'a b#c?d%e/ü – 1.epub': epub({ title: 'Ü' }) },
    'two web pages': { 'x/x.epub': epub({ title: 'X' }), 'x/x.html': '', 'x/x-large.html': '' },
    'no language, no dates': {
      'x/x.epub': epub({ title: 'X', lang: 'not a tag!', modified: 'yesterday' }),
    },
  };
  test.each(Object.entries(shelves))('%s', async (_, files) => {
    const issue = await issueOf(files);
    expect(names(issue, '.xml').flatMap((name) => atomProblems(textOf(issue, name)))).toEqual([]);
    expect(names(issue, '.json').flatMap((name) => opdsProblems(textOf(issue, name)))).toEqual([]);
  });

  test('a catalogue without books is a feed too', async () => {
    const issue = await issueOf({ 'notes.txt': '' });
    expect(atomProblems(textOf(issue, 'catalog.xml'))).toEqual([]);
    expect(opdsProblems(textOf(issue, 'catalog.json'))).toEqual([]);
  });

  test.each([
    [/<updated>.*?<\/updated>\n/u, '', 'the feed has not exactly one updated'],
    [/<updated>[^<]*</u, '<updated>yesterday<', 'updated of the feed is no instant'],
    [/<link rel="self"[^>]*>\n/u, '', 'the feed has not exactly one link to itself'],
    [
      /http:\/\/opds-spec.org\/acquisition\/open-access/gu,
      'enclosure',
      'some entries can be acquired and some not',
    ],
    [
      /<link rel="alternate" href="index.html#[^>]*>\n/u,
      '',
      'an entry has neither content nor an alternate',
    ],
    [
      /href="harbour\/harbour.pdf"/u,
      'href="harbour/100% sure.pdf"',
      'a link has the reference “harbour/100% sure.pdf”',
    ],
    [
      /<category/u,
      '<dcterms:subject>x</dcterms:subject><category',
      'an entry has a dcterms:subject',
    ],
  ])('the rules for Atom find a planted fault: %s', async (found, planted, problem) => {
    const one = found.flags.includes('g') ? 3 : 1;
    let feed = textOf(await issueOf(samples()), 'catalog.xml');
    for (let i = 0; i < one; i++) feed = feed.replace(new RegExp(found.source, 'u'), planted);
    expect(atomProblems(feed)).toContain(problem);
  });

  test.each([
    [(feed: any) => delete feed.metadata.title, /required property 'title'/u],
    [(feed: any) => feed.links.shift(), /contain/u],
    [(feed: any) => (feed.publications = []), /must NOT have fewer than 1 items/u],
    [(feed: any) => feed.publications[1].links.splice(0, 2), /contain/u],
    [
      (feed: any) => (feed.publications[1].metadata.accessibility.feature = ['pageNavigation']),
      /must be equal to one of/u,
    ],
    [(feed: any) => (feed.publications[1].metadata.language = '<en>'), /format "language"/u],
    [(feed: any) => (feed.publications[1].metadata.subtitle = ''), /a value is blank/u],
    [(feed: any) => delete feed.navigation[0].title, /required property 'title'/u],
  ])('the rules for OPDS 2.0 find a planted fault: %s', async (plant, problem) => {
    const feed: unknown = JSON.parse(textOf(await issueOf(samples()), 'catalog.json'));
    plant(feed);
    expect(opdsProblems(JSON.stringify(feed)).join('\n')).toMatch(problem);
  });
});

describe('links', () => {
  test('all are relative and lead to a file of the folder or a page of the catalogue, of the type they say', async () => {
    const root = shelf({
      ...samples(),
      'a b#c?d%e/ü.epub': epub({ title: 'Ü', cover: png(1, 1, [0, 0, 0]) }),
    });
    const issue = await open(root)();
    const found: { readonly href: string; readonly type: string }[] = names(issue, '.xml')
      .flatMap((name) =>
        treeOf(textOf(issue, name)).children.flatMap((child) => [child, ...child.children]),
      )
      .filter(({ name }) => name === 'link')
      .map(({ attributes }) => ({ href: attributes['href']!, type: attributes['type']! }));
    for (const name of names(issue, '.json'))
      JSON.parse(textOf(issue, name), (_, value) => {
        if (value?.href !== undefined) found.push(value);
        return value;
      });
    const onDisk = (path: string): boolean =>
      path.endsWith('cover.png') || existsSync(join(root, decodeURIComponent(path)));
    expect(found.length).toBeGreaterThan(60);
    expect(found.filter(({ href }) => /^(?:[a-z]+:|\/)/iu.test(href))).toEqual([]);
    expect(found.filter((link) => !issue.pages.has(place(link)) && !onDisk(place(link)))).toEqual(
      [],
    );
    const typeOf = (path: string): string | undefined =>
      issue.pages.get(path)?.mediaType.split('; charset')[0];
    expect(
      found.filter((link) => issue.pages.has(place(link)) && typeOf(place(link)) !== link.type),
    ).toEqual([]);
  });

  test('an anchor on the page is there', async () => {
    const issue = await issueOf(samples());
    const anchors = [...textOf(issue, 'catalog.xml').matchAll(/index\.html#([\w-]+)/gu)].map(
      ([, id]) => id,
    );
    expect(anchors).toHaveLength(2);
    for (const id of anchors) expect(textOf(issue, 'index.html')).toContain(`id="${id}"`);
  });

  test('the two feeds know each other', async () => {
    const issue = await issueOf(samples());
    const feed = treeOf(textOf(issue, 'catalog.xml'));
    expect(linksOf(feed, 'alternate').map(({ attributes }) => attributes['href'])).toEqual([
      'catalog.json',
      'index.html',
    ]);
    expect(JSON.parse(textOf(issue, 'catalog.json')).links).toContainEqual({
      rel: 'alternate',
      href: 'catalog.xml',
      type: 'application/atom+xml;profile=opds-catalog;kind=acquisition',
    });
  });
});

describe('what the feeds say', () => {
  test('a book with all its metadata and files, newest first', async () => {
    const issue = await issueOf(samples());
    const entries = atom(treeOf(textOf(issue, 'catalog.xml')), 'entry');
    expect(entries.map((entry) => values(entry, 'title')[0])).toEqual([
      'The ferry <that> was "always" late & lost',
      'Who Mends the North Quay?: The mooring toll hearing',
      'Printed only',
    ]);
    const [, harbour] = entries;
    expect(values(harbour!, 'updated')).toEqual(['2025-03-17T00:00:00Z']);
    expect(values(harbour!, 'issued')).toEqual(['2025-03-17']);
    expect(atom(harbour!, 'author').map((one) => values(one, 'name')[0])).toEqual([
      'Brackwater Research Desk',
      'Ingrid Solheim',
    ]);
    expect(values(harbour!, 'accessibilityFeature')).toEqual([
      'tableOfContents',
      'pageBreakMarkers',
      'pageNavigation',
    ]);
    expect(
      atom(harbour!, 'link').map(({ attributes }) => [
        attributes['href'],
        attributes['type'],
        attributes['length'],
      ]),
    ).toEqual([
      ['harbour/cover.png', 'image/png', undefined],
      ['harbour/cover.png', 'image/png', undefined],
      [
        'harbour/harbour.epub',
        'application/epub+zip',
        String((samples()['harbour/harbour.epub'] as Uint8Array).length),
      ],
      ['harbour/harbour.pdf', 'application/pdf', '30'],
      ['harbour/harbour.html', 'text/html', '52'],
      ['harbour/harbour.snapshot.zip', 'application/zip', expect.any(String)],
      ['harbour/ledger.json', 'application/json', '47'],
      [
        'series-harbour-papers.xml',
        'application/atom+xml;profile=opds-catalog;kind=acquisition',
        undefined,
      ],
    ]);
  });

  test('OPDS 2.0 has accessibility and series in the words of its vocabulary', async () => {
    const [, harbour] = JSON.parse(textOf(await issueOf(samples()), 'catalog.json')).publications;
    expect(harbour.metadata.accessibility).toEqual({
      summary: 'Text with headings and a table of contents.',
      conformsTo: ['https://www.w3.org/TR/epub-a11y-11#wcag-2.2-aa'],
      accessMode: ['textual', 'visual'],
      accessModeSufficient: [['textual']],
      feature: ['tableOfContents', 'printPageNumbers'],
      hazard: ['none'],
    });
    expect(harbour.metadata.belongsTo.series).toEqual({
      name: 'Harbour papers',
      position: 1,
      links: [{ href: 'series-harbour-papers.json', type: 'application/opds+json' }],
    });
  });

  test('series have their own feeds, in the order of the series', async () => {
    const issue = await issueOf(samples());
    const titles = (name: string): readonly string[] =>
      atom(treeOf(textOf(issue, name)), 'entry').map((entry) => values(entry, 'title')[0]!);
    expect(titles('series.xml')).toEqual(['Harbour papers']);
    expect(titles('series-harbour-papers.xml').map((title) => title.slice(0, 9))).toEqual([
      'Who Mends',
      'The ferry',
    ]);
    expect(names(await issueOf({ 'a/a.epub': epub({ title: 'A' }) }), '.xml')).toEqual([
      'catalog.xml',
    ]);
  });

  test('two series whose names look alike have two feeds', async () => {
    const issue = await issueOf({
      'a/a.epub': epub({ title: 'A', metadata: series('Port!', 1) }),
      'b/b.epub': epub({ title: 'B', metadata: series('Port?', 1), identifier: 'urn:x:b' }),
    });
    expect(names(issue, '.json')).toEqual([
      'catalog.json',
      'series-port.json',
      'series-port-2.json',
    ]);
  });

  test('updated is that of the newest book, and the bytes depend on nothing else', async () => {
    const [first, second] = [shelf(samples()), shelf(samples())];
    utimesSync(join(second, 'harbour/harbour.epub'), 1e9, 1e9);
    const [a, b] = [await open(first)(), await open(second)()];
    expect(values(treeOf(textOf(a, 'catalog.xml')), 'updated')).toEqual(['2025-05-02T08:30:00Z']);
    expect(
      [...a.pages].filter(
        ([name, { bytes }]) => Buffer.compare(bytes, b.pages.get(name)!.bytes) !== 0,
      ),
    ).toEqual([]);
  });

  test('it speaks the language that all books share, and English where they differ', async () => {
    const german = { 'a/a.epub': epub({ title: 'A', lang: 'de-AT' }) };
    expect((await issueOf(german)).catalogue).toMatchObject({ lang: 'de', title: 'Dossiers' });
    expect(
      (await issueOf({ ...german, 'b/b.epub': epub({ title: 'B', lang: 'fr' }) })).catalogue.lang,
    ).toBe('en');
    expect((await issueOf(german, 'Hafenakten')).catalogue.title).toBe('Hafenakten');
  });
});

/** The file that a link is about. */
const place = ({ href }: { readonly href: string }): string => href.split('#')[0]!;

const messages = ({ file }: Issue): readonly string[] =>
  file.messages.map(({ ruleId, file: path, reason }) => `${ruleId} ${path}: ${reason}`);

describe('what is left out', () => {
  test.each([
    [
      'cut off',
      (samples()['harbour/harbour.epub'] as Uint8Array).subarray(0, 900),
      /directory|cut off|end/iu,
    ],
    ['no ZIP file', new TextEncoder().encode('hello'), /ZIP/u],
    [
      'no container',
      epub({ title: 'x' }).map((byte, i, all) =>
        i === Buffer.from(all).indexOf('META-INF') ? 0x58 : byte,
      ),
      /META-INF|names/u,
    ],
    [
      'a package that is not well-formed',
      epub({ title: 'x', opf: '<package><metadata>' }),
      /OEBPS\/content\.opf in it is not well-formed XML/u,
    ],
    ['no title', epub({ title: '' }), /OEBPS\/content\.opf in it has no title/u],
    [
      'bytes that are no text',
      epub({ title: 'x', opf: new Uint8Array([0x3c, 0xe9, 0x3e]) }),
      /content\.opf in it is not UTF-8/u,
    ],
  ])('an EPUB with %s is told with its reason, and the others stay', async (_, broken, reason) => {
    const issue = await issueOf({ ...samples(), 'broken/broken.epub': broken });
    expect(issue.catalogue.books).toHaveLength(3);
    expect(messages(issue)).toEqual([
      expect.stringMatching(/^catalog-book out\/broken\/broken\.epub: The EPUB can’t be read/u),
    ]);
    expect(messages(issue)[0]).toMatch(reason);
  });

  test('a PDF that nothing describes', async () => {
    expect(messages(await issueOf({ 'x/x.pdf': '%PDF-' }))).toEqual([
      expect.stringMatching(/^catalog-undescribed out\/x\/x\.pdf: /u),
    ]);
  });

  test('hidden folders, staging, links and strangers', async () => {
    const root = shelf(samples());
    symlinkSync(join(root, 'harbour'), join(root, 'linked'));
    symlinkSync('/etc/hostname', join(root, 'printed/host.pdf'));
    const { catalogue } = await open(root)();
    expect(catalogue.books.map(({ folder }) => folder)).toEqual([
      'ferry & fog',
      'harbour',
      'printed',
    ]);
    expect(catalogue.books[2]!.files.map(({ name }) => name)).toEqual([
      'printed.pdf',
      'ledger.json',
    ]);
  });
});

describe('several books of one folder', () => {
  test('other forms of a book stand behind its own files', async () => {
    const { catalogue } = await issueOf({
      ...samples(),
      'harbour/harbour-grey_booklet.pdf': '%PDF-',
      'printed/letter.pdf': '%PDF-',
      'printed/a.pdf': '%PDF-',
    });
    expect(
      catalogue.books.map(({ files }) =>
        files.filter(({ variant }) => variant).map(({ name, variant }) => [name, variant]),
      ),
    ).toEqual([
      [],
      [['harbour-grey_booklet.pdf', 'grey booklet']],
      [
        ['a.pdf', 'a'],
        ['letter.pdf', 'letter'],
      ],
    ]);
    expect(catalogue.books[1]!.files.slice(1, 3).map(({ name }) => name)).toEqual([
      'harbour.pdf',
      'harbour-grey_booklet.pdf',
    ]);
  });

  test('each EPUB is a book with the files of its name', async () => {
    const root = shelf({
      'packet/packet.epub': epub({ title: 'Whole', cover: png(2, 3, [1, 2, 3]) }),
      'packet/packet.pdf': '%PDF-',
      'packet/part-1.epub': epub({
        title: 'Part',
        identifier: 'urn:x:1',
        cover: png(2, 3, [3, 2, 1]),
      }),
      'packet/ledger.json': '{}',
    });
    const { books } = (await open(root)()).catalogue;
    expect(
      books.map(({ cover, files }) => [cover?.name, ...files.map(({ name }) => name)]),
    ).toEqual([
      ['part-1.cover.png', 'part-1.epub'],
      ['cover.png', 'packet.epub', 'packet.pdf', 'ledger.json'],
    ]);
  });
});

describe('reading anew', () => {
  test('the same issue as long as nothing changes, a new one when a book does', async () => {
    const root = shelf(samples());
    const current = open(root);
    const first = await current();
    expect(await current()).toBe(first);
    put(root, 'new/new.epub', epub({ title: 'New', date: '2030-01-01' }));
    expect((await current()).catalogue.books[0]!.meta.title).toBe('New');
    writeFileSync(
      join(root, 'new/new.epub'),
      epub({ title: 'Newer', date: '2030-01-01', authors: ['A'] }),
    );
    expect((await current()).catalogue.books[0]!.meta.title).toBe('Newer');
    rmSync(join(root, 'new'), { recursive: true });
    expect((await current()).catalogue.books).toEqual(first.catalogue.books);
  });
});

const read = (metadata: string, manifest = ''): ReturnType<typeof readPackage> =>
  readPackage(
    `<package xmlns="http://www.idpf.org/2007/opf" unique-identifier="b"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">${metadata}</metadata><manifest>${manifest}</manifest></package>`,
    'a b/package.opf',
  );

describe('package documents', () => {
  const title = '<dc:title>T</dc:title>';

  test('the identifier is the one that the package names; the main title wins', () => {
    const { meta } = read(`<dc:identifier>urn:x:1</dc:identifier><dc:identifier id="b"> urn:x:2
      </dc:identifier><dc:title id="s">Short</dc:title><meta refines="#s" property="title-type">short</meta><dc:title id="m"><![CDATA[A & B]]></dc:title><meta refines="#m" property="title-type">main</meta>`);
    expect(meta).toMatchObject({
      identifier: 'urn:x:2',
      title: 'A & B',
      subtitle: null,
      lang: 'und',
    });
  });

  test('authors are creators who are authors; the rest contributed', () => {
    const { meta } = read(
      `${title}<dc:creator id="a">Ada</dc:creator><meta refines="#a" property="role">aut</meta><dc:creator id="i">Ivo</dc:creator><meta refines="#i" property="role">ill</meta><dc:creator>Eva</dc:creator><dc:contributor>Olaf</dc:contributor>`,
    );
    expect([meta.authors, meta.contributors]).toEqual([
      ['Ada', 'Eva'],
      ['Ivo', 'Olaf'],
    ]);
  });

  test('EPUB 2: roles, dates, cover and the series of calibre', () => {
    const { meta, cover } = read(
      `${title}<dc:creator opf:role="edt">Ed</dc:creator><dc:date opf:event="creation">1999-01-01</dc:date><dc:date opf:event="publication">2001-02-03T04:05:06Z</dc:date><meta name="cover" content="c"/><meta name="calibre:series" content="S"/><meta name="calibre:series_index" content="2.5"/>`,
      '<item id="c" href="../img/%C3%BC.jpg" media-type="image/jpeg"/>',
    );
    expect(meta).toMatchObject({
      authors: [],
      contributors: ['Ed'],
      date: '2001-02-03T04:05:06Z',
      series: { name: 'S', position: 2.5 },
    });
    expect(cover).toEqual({ path: 'img/ü.jpg', mediaType: 'image/jpeg' });
  });

  test('a collection that is no series is none; a year alone is no date', () => {
    const { meta } = read(
      `${title}<dc:date>2019</dc:date><meta property="belongs-to-collection">Set</meta>${access}`,
    );
    expect([meta.series, meta.date, meta.access.conformsTo]).toEqual([
      null,
      null,
      ['EPUB Accessibility 1.1 - WCAG 2.2 Level AA'],
    ]);
  });

  test('a cover elsewhere is none', () => {
    expect(
      read(
        title,
        '<item href="https://example.org/c.png" properties="cover-image" media-type="image/png"/>',
      ).cover,
    ).toBeNull();
  });
});

test('a brief that was built says in the catalogue what its front matter says', async () => {
  const { bytes } = await write(
    await editionFrom(`---
title: The Night Ferry
subtitle: "A <hearing> & more"
date: 2025-03-17
lang: en-GB
authors: [Ada Holm, Žofie Malá]
publisher: Harbour & Sons
description: What was said
rights: All quotations belong to their speakers.
keywords: [ferries, fog]
series: { name: Harbour papers, position: 2 }
---
# The Night Ferry

“We sail at nine,” said Ada Holm.
`),
  );
  const issue = await issueOf({ 'ferry/ferry.epub': bytes! });
  const [book] = issue.catalogue.books;
  expect(book!.meta).toMatchObject({
    title: 'The Night Ferry',
    subtitle: 'A <hearing> & more',
    date: '2025-03-17',
    modified: '2025-03-17T00:00:00Z',
    lang: 'en-GB',
    authors: ['Ada Holm', 'Žofie Malá'],
    publisher: 'Harbour & Sons',
    description: 'What was said',
    rights: 'All quotations belong to their speakers.',
    subjects: ['ferries', 'fog'],
    series: { name: 'Harbour papers', position: 2 },
  });
  expect(book!.meta.access.features).toContain('tableOfContents');
  expect(book!.cover).toMatchObject({ name: 'cover.png', mediaType: 'image/png' });
  expect(atomProblems(textOf(issue, 'catalog.xml'))).toEqual([]);
  expect(opdsProblems(textOf(issue, 'catalog.json'))).toEqual([]);
});

test('the web page shows every word escaped', async () => {
  const issue = await issueOf({
    'x/x.epub': epub({
      title: '<script>alert(1)</script>',
      authors: ['"><img src=x onerror=alert(2)>'],
    }),
  });
  const html = textOf(issue, 'index.html');
  expect(html).not.toMatch(/<script|<img src=x/u);
  expect(readFileSync(join(project, 'templates/classic/catalog/index.hbs'), 'utf8')).not.toMatch(
    /<script|\son\w+=/u,
  );
});
