/**
 * The EPUB edition: what stands in it, that it is valid, that its bytes depend on nothing but the
 * brief, and what its gates refuse.
 */
import { createHash } from 'node:crypto';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { describe, expect, test } from 'vitest';
import { missingGlyphs } from '../src/fonts.ts';
import type { FontFile } from '../src/fonts/coverage.ts';
import { ANNOTATIONS_PATH } from '../src/formats/epub/annotations.ts';
import { checkEpub } from '../src/formats/epub/gate.ts';
import { unpackEpub } from '../src/formats/epub/package.ts';
import { readXml } from '../src/formats/epub/xml.ts';
import { labelsFor } from '../src/languages/index.ts';
import type { Edition, PageMap } from '../src/types.ts';
import { classic, editionFrom, pagesOf, write } from './support/epub.ts';
import { hardBriefs, hardEdition } from './support/hard-briefs.ts';

/** Files of a finished book as text, by path below OEBPS/. */
async function textsOf(
  edition: Edition,
  pages: PageMap | null = null,
): Promise<ReadonlyMap<string, string>> {
  const { bytes, file } = await write(edition, pages);
  expect(file.messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
  const files = await unpackEpub(bytes!);
  return new Map(
    [...files!].map(([path, content]) => [
      path.replace(/^OEBPS\//u, ''),
      new TextDecoder().decode(content),
    ]),
  );
}

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1]!);
const documentsIn = (texts: ReadonlyMap<string, string>): string =>
  [...texts]
    .filter(([path]) => path.endsWith('.xhtml'))
    .map(([, text]) => text)
    .join('\n');
const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const mark = (label: string): string =>
  `<span id="page.${label}" epub:type="pagebreak" role="doc-pagebreak" aria-label="Page ${label}"></span>`;

const BRIEF = `---
title: The Night Ferry
subtitle: A hearing
date: 2025-03-17
authors: [Ada Holm, Per Lund]
publisher: Brackwater Press
rights: CC BY 4.0
series: { name: Ferries, position: 3 }
---

# Summary

“We will run it until the last passenger is home,” said Ida Moen.

# Report

## The fog

Ida Moen said again that “We will run it until the last passenger is home.” Per Lund replied: “The fog was never the reason, and everybody knew it.”

It was, he said, “a matter of oil” and a *matter of time*.

# Participants

- **Ida Moen** – harbour pilot
- **Per Lund** – engineer
`;
const edition = await editionFrom(BRIEF);
const [first] = edition.ledger.entries;

describe('the book', () => {
  test('every occurrence leads to its entry, and the entry leads back to each of them', async () => {
    const texts = await textsOf(edition);
    const body = documentsIn(texts);
    const places = edition.ledger.entries.flatMap((entry) => entry.places);
    expect(first!.places.length).toBe(2);
    expect(
      all(body, /epub:type="noteref" role="doc-noteref" href="appendix\.xhtml#([^"]+)"/gu),
    ).toHaveLength(places.length);
    const back = all(texts.get('appendix.xhtml')!, /<a href="([^"]+)" role="doc-backlink"/gu);
    expect(back).toEqual(
      edition.ledger.entries.flatMap((entry) =>
        entry.places.map(
          ({ id, section }) =>
            `${section === 'summary' ? 'ch-summary' : 'ch-report'}.xhtml#ref.${id}`,
        ),
      ),
    );
    for (const link of back)
      expect(texts.get(link.split('#')[0]!)).toContain(`id="${link.split('#')[1]}"`);
    for (const { id } of places)
      expect(all(body, /\sid="([^"]+)"/gu).filter((other) => other === id)).toHaveLength(1);
  });

  test('a note is what readers pop up: a footnote in a list item, its words, its speaker, its verdict in words', async () => {
    const appendix = (await textsOf(edition)).get('appendix.xhtml')!;
    expect(appendix).toContain('epub:type="endnotes" role="doc-endnotes"');
    const note = appendix.split('<li>')[1]!;
    expect(note).toContain(
      `<div class="entry" id="${first!.id}" epub:type="footnote" role="doc-footnote">`,
    );
    for (const words of [first!.text, 'Ida Moen', 'exact', 'place a', 'place b'])
      expect(note).toContain(words);
  });

  test('rights, people, series and dates are those of the front matter, and nothing else is claimed', async () => {
    const opf = (await textsOf(edition)).get('content.opf')!;
    expect(all(opf, /<dc:creator>([^<]*)/gu)).toEqual(['Ada Holm', 'Per Lund']);
    expect(all(opf, /<dc:rights>([^<]*)/gu)).toEqual(['CC BY 4.0']);
    expect(all(opf, /<dc:publisher>([^<]*)/gu)).toEqual(['Brackwater Press']);
    expect(all(opf, /dcterms:modified">([^<]*)/gu)).toEqual(['2025-03-17T00:00:00Z']);
    expect(all(opf, /group-position">([^<]*)/gu)).toEqual(['3']);
    expect(opf).toContain(`<dc:identifier id="uid">${edition.identifier}</dc:identifier>`);
    expect(opf).not.toMatch(/conformsTo|certifiedBy/u);
    const bare = (await textsOf(await editionFrom('Words.\n'))).get('content.opf')!;
    expect(bare).not.toMatch(
      /dc:(?:creator|rights|publisher|date|description)|collection|calibre:/u,
    );
    expect(all(bare, /dcterms:modified">([^<]*)/gu)).toEqual(['1980-01-01T00:00:00Z']);
  });

  test('cover, contents, landmarks and NCX are there; the navigation stands outside the spine', async () => {
    const texts = await textsOf(edition);
    const opf = texts.get('content.opf')!;
    expect(opf).toMatch(
      /id="cover-image" href="images\/cover\.png" media-type="image\/png" properties="cover-image"/u,
    );
    expect(all(opf, /<itemref idref="([^"]+)"/gu).slice(0, 3)).toEqual([
      'cover',
      'title-page',
      'contents',
    ]);
    expect(opf).not.toContain('<itemref idref="nav"');
    expect(texts.get('cover.xhtml')).toContain('alt="Cover: The Night Ferry"');
    expect(all(texts.get('toc.xhtml')!, /<a epub:type="([^"]+)"/gu)).toEqual([
      'cover',
      'titlepage',
      'toc',
      'bodymatter',
      'endnotes',
      'colophon',
    ]);
    expect(texts.get('toc.ncx')).toContain('<content src="ch-report.xhtml#the-fog"/>');
  });

  test('words of another language and passages say so', async () => {
    const body = documentsIn(await textsOf(await hardEdition('arabic')));
    expect(body).toContain('lang="ar" xml:lang="ar" dir="rtl"');
    expect(body).toContain('<h1 id="heading.appendix" lang="en" xml:lang="en" dir="ltr">');
  });
});

interface BookAnnotation {
  readonly id: string;
  readonly target: {
    readonly source: string;
    readonly selector: readonly { readonly type: string; readonly value: string }[];
  };
  readonly body: { readonly value: string; readonly color: string; readonly tags: string[] };
}

/** What EPUB Annotations 1.0 (Working Draft) asks of a set. */
test.each(['signs', 'same-sections', 'arabic', 'everything'])(
  'annotations of %s stand at the words that they are of',
  async (name) => {
    const hard = await hardEdition(name);
    const texts = await textsOf(hard);
    const set = JSON.parse(texts.get(ANNOTATIONS_PATH)!) as {
      readonly type: string;
      readonly about: Readonly<Record<string, unknown>>;
      readonly items: readonly BookAnnotation[];
    };
    expect([set.type, set.about['dc:identifier']]).toEqual(['AnnotationSet', [hard.identifier]]);
    const places = hard.ledger.entries.flatMap((entry) =>
      entry.places.map(({ id }) => ({ id, entry })),
    );
    expect(set.items.map(({ id }) => id)).toEqual(
      places.map(({ id }) => `${hard.identifier}#${id}`),
    );
    for (const [i, { target, body }] of set.items.entries()) {
      const { id, entry } = places[i]!;
      const html = texts.get(target.source.replace(/^OEBPS\//u, ''));
      expect(html, `${id} in ${target.source}`).toContain(`id="${id}"`);
      expect(target.selector.at(-1)!.value).toBe(id);
      expect(body.value).toContain(entry.speaker.name ?? '');
      expect(body.color === 'green').toBe(entry.tick);
    }
  },
);

test('no line of Japanese or Thai begins with a note mark', async () => {
  for (const lang of ['ja', 'zh-Hant', 'th', 'en', 'zhx']) {
    const hard = await editionFrom(
      `---\nlang: ${lang}\ntitle: 概要\n---\n\n# 要約\n\n田中さんは「冬が来る前に岸壁を直します。」と述べた。「待ちません」[^1]と田中さん。\n\n[^1]: 注。\n`,
    );
    const body = documentsIn(await textsOf(hard));
    const glued = ['ja', 'zh-Hant', 'th'].includes(lang);
    expect(body.includes('\u2060<a class="noteref"'), lang).toBe(glued);
    expect(/<a [^>]*class="footnote-ref"[^>]*>\u2060/u.test(body), lang).toBe(glued);
    expect(body.includes('\u2060')).toBe(glued);
  }
});

test('what is told in another language bears it, and its direction, in either direction', async () => {
  const arabic = await editionFrom(
    '---\nlang: ar\ntitle: الميناء\n---\n\n# ملخص\n\nقالت مريم: «الميناء مفتوح اليوم».\n',
  );
  const hebrewWords = await editionFrom(
    '# Port\n\nShe said: “The port is open today.”\n\n> [!quote] Miriam\n> הנמל פתוח היום לכולם.\n',
  );
  for (const book of [arabic, hebrewWords]) {
    const texts = await textsOf(book);
    const tags = all(documentsIn(texts), /(<[a-z][^<>]*\slang="[^"]*"[^<>]*>)/gu);
    const other = tags.filter((tag) => !tag.includes(`lang="${book.meta.lang}"`));
    for (const tag of tags) {
      expect(all(tag, /\sxml:lang="([^"]*)"/gu)).toEqual(all(tag, /\slang="([^"]*)"/gu));
      expect(all(tag, /\sdir="([^"]*)"/gu).length).toBeLessThan(2);
    }
    for (const tag of other)
      expect(tag).toContain(`dir="${/\slang="(?:he|ar)/u.test(tag) ? 'rtl' : 'ltr'}"`);
  }
});

describe('pages of print', () => {
  test('are marked before their first words and listed in order, and their source is named', async () => {
    const paragraph = edition.chapters
      .find(({ id }) => id === 'ch-report')!
      .tree!.children.findLast((node) => node.type === 'element' && node.tagName === 'p');
    const id = paragraph?.type === 'element' ? String(paragraph.properties['id']) : '';
    const pages: PageMap = {
      source: `urn:sha256:${'ab'.repeat(32)}`,
      labels: { [first!.places[0]!.id]: '1' },
      pages: [
        { label: 'i', id: 'title-page', offset: 0 },
        { label: 'ii', id: null, offset: 0 },
        { label: 'iii', id: 'glance', offset: 0 },
        { label: '1', id: 'the-fog', offset: 0 },
        { label: '2', id, offset: 'It was, he said, “a '.length },
        { label: '3', id, offset: 'It was, he said, “a matter of oil” and a mat'.length },
        { label: '4', id: first!.id, offset: 0 },
        { label: '5', id: 'nowhere', offset: 0 },
      ],
      passes: 2,
    };
    const texts = await textsOf(edition, pages);
    const report = texts.get('ch-report.xhtml')!;
    expect(report).toContain(`${mark('1')}<h2 id="the-fog">`);
    expect(report).toMatch(new RegExp(`It was, he said, .*“a ${mark('2')}matter of oil”`, 'u'));
    expect(report).toContain(`<em>mat${mark('3')}ter of time</em>`);
    expect(all(texts.get('toc.xhtml')!.split('page-list')[1]!, /<li><a href="([^"]+)"/gu)).toEqual([
      'title-page.xhtml#page.i',
      'glance.xhtml#page.iii',
      'ch-report.xhtml#page.1',
      'ch-report.xhtml#page.2',
      'ch-report.xhtml#page.3',
      'appendix.xhtml#page.4',
    ]);
    expect(texts.get('appendix.xhtml')).toContain('p.\u00a01');
    const opf = texts.get('content.opf')!;
    expect(opf).toContain(`<meta property="pageBreakSource">${pages.source}</meta>`);
    expect(all(opf, /accessibilityFeature">([^<]*)/gu)).toContain('pageBreakMarkers');
  });

  test('without a print edition the book says so and claims none', async () => {
    const texts = await textsOf(edition);
    expect(texts.get('colophon.xhtml')).toContain(labelsFor('en').pagesNone);
    expect(texts.get('content.opf')).not.toMatch(/pageBreak|pageNavigation/u);
    expect(documentsIn(texts)).not.toMatch(/pagebreak|page-list/u);
  });
});

describe('what the book says of its accessibility is read off it', () => {
  test('an image without a text alternative takes the claim away', async () => {
    const claims = async (alt: string): Promise<string[]> => {
      const image = hardBriefs['everything']![1]!;
      const opf = (await textsOf(await editionFrom(`# A\n\n![${alt}](map.png)\n`, image))).get(
        'content.opf',
      )!;
      return [
        ...all(opf, /accessibilityFeature">(alternativeText)/gu),
        ...all(opf, /accessModeSufficient">([^<]*)/gu),
      ];
    };
    expect(await claims('A map')).toEqual(['alternativeText', 'textual']);
    expect(await claims('')).toEqual(['textual,visual']);
  });
});

describe('hard briefs', () => {
  test.each(Object.keys(hardBriefs))('%s is valid, with pages and without', async (name) => {
    const hard = await hardEdition(name);
    for (const pages of name === 'many-notes' ? [pagesOf(hard)] : [pagesOf(hard), null]) {
      const { bytes, file } = await write(hard, pages);
      expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(
        name === 'undated' ? ['epub-language'] : [],
      );
      const { messages } = await EpubCheck.validate(bytes!);
      expect(
        messages.filter(({ severity }) => severity !== 'usage' && severity !== 'info'),
      ).toEqual([]);
      for (const [path, content] of (await unpackEpub(bytes!))!)
        if (path.endsWith('.xhtml') && !path.endsWith('toc.xhtml'))
          expect(content.length).toBeLessThan(100_000);
    }
  });

  test('a note of many words leaves the rest below its pop-up', async () => {
    const appendix = (await textsOf(await hardEdition('long'))).get('appendix.xhtml')!;
    const notes = readXml(appendix).elements.filter(
      ({ attributes }) => attributes['epub:type'] === 'footnote',
    );
    expect(notes.map(({ length }) => length < 5000)).toEqual([true]);
    expect(appendix).toContain('Sentence 140');
  });

  test('a list that goes on in another file goes on counting', async () => {
    const texts = await textsOf(await hardEdition('many-notes'));
    const starts = [...texts]
      .filter(([path]) => path.startsWith('appendix'))
      .map(([, text]) => [
        Number(all(text, /<ol class="entries" start="(\d+)"/gu)[0]),
        all(text, /<div class="entry"/gu).length,
      ]);
    expect(starts.length).toBeGreaterThan(10);
    let next = 1;
    for (const [start, count] of starts.toSorted((a, b) => a[0]! - b[0]!)) {
      expect(start).toBe(next);
      next += count!;
    }
    expect(next).toBe(5001);
  });

  test('a language that nobody knows is undetermined, and the press’s own words say that they are English', async () => {
    const texts = await textsOf(await hardEdition('undated'));
    expect(texts.get('content.opf')).toContain('<dc:language>und</dc:language>');
    expect(texts.get('appendix.xhtml')).toContain('lang="en"');
  });
});

describe('bytes', () => {
  test('are the same each time, in any time zone, and known', async () => {
    const before = process.env['TZ'];
    const hashes = new Set<string>();
    for (const zone of ['UTC', 'Asia/Kathmandu', 'America/St_Johns']) {
      process.env['TZ'] = zone;
      hashes.add(sha((await write(edition, pagesOf(edition))).bytes!));
    }
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
    expect(hashes.size).toBe(1);
  });

  test('begin with the media type, stored', async () => {
    const { bytes } = await write(edition);
    expect(Buffer.from(bytes!.subarray(30, 58)).toString()).toBe('mimetypeapplication/epub+zip');
    expect(await checkEpub(bytes!, 'epub')).toEqual([]);
    expect(await checkEpub(bytes!, 'kindle')).toEqual([]);
    expect(await checkEpub(bytes!, 'kobo')).toEqual([]);
  });

  test('hold of the theme’s faces what their words need, with what they say of their licence', async () => {
    const { bytes } = await write(edition);
    const files = (await unpackEpub(bytes!))!;
    const fonts = [...files].filter(([path]) => path.startsWith('OEBPS/fonts/'));
    expect(fonts).toHaveLength(classic.faces.length);
    expect(fonts.filter(([, content]) => content.length > 80_000)).toEqual([]);
    const words = [...files]
      .filter(([path]) => path.endsWith('.xhtml'))
      .map(([, content]) => new TextDecoder().decode(content).replaceAll(/<[^>]*>/gu, ' '))
      .join(' ');
    const lacking = (faces: readonly FontFile[]): readonly string[] =>
      missingGlyphs(words, faces).map(({ character }) => character);
    const cut = fonts.map(([file, content]): FontFile => {
      const style = file.includes('italic') ? 'italic' : 'normal';
      return { family: file, weight: 400, style, file, bytes: content };
    });
    for (const [i, face] of cut.entries()) {
      const whole = classic.faces.find(({ family, weight, style }) =>
        face.file.endsWith(
          `${family.toLowerCase().replaceAll(' ', '-')}-${weight}${style === 'italic' ? '-italic' : ''}.ttf`,
        ),
      )!;
      expect(lacking([face]), String(i)).toEqual(lacking([whole]));
    }
    expect(new TextDecoder().decode(files.get('OEBPS/style.css'))).toMatch(
      /SIL Open Font License/u,
    );
    expect([...files.keys()].filter((path) => path.includes('encryption'))).toEqual([]);
  });
});
