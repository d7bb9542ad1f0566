/** The gates name each fault that is planted into a good book, with its place and what to do. */
import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { checkEpub, type Profile } from '../src/formats/epub/gate.ts';
import { epubLanguage, isEpubLanguage } from '../src/formats/epub/access.ts';
import { packEpub } from '../src/formats/epub/package.ts';
import { exitCode } from '../src/report.ts';
import { classic, editionFrom, image, write } from './support/epub.ts';
import { root, themeFrom } from './support/theme.ts';

const edition = await editionFrom(
  '# Summary\n\n“We will run it until the last passenger is home,” said Ida Moen.\n\n![A map](map.png)\n',
  (brief) => ({ ...brief, assets: [image('map.png', 'image/png')] }),
);
const good = (await write(edition)).bytes!;

type Change = (files: Map<string, string>) => void;

/** The book with some files changed, packed as an EPUB; binary files stay as they are. */
async function broken(
  change: Change,
  how: { readonly mimetypeLast?: boolean; readonly deflated?: boolean } = {},
): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(good);
  const texts = new Map<string, string>();
  for (const [path, entry] of Object.entries(zip.files))
    if (/\.(?:xhtml|opf|ncx|css|xml)$|^mimetype$/u.test(path))
      texts.set(path, await entry.async('string'));
  const before = new Map(texts);
  change(texts);
  for (const path of before.keys()) if (!texts.has(path)) zip.remove(path);
  for (const [path, text] of texts) if (text !== before.get(path)) zip.file(path, text);
  if (how.mimetypeLast || how.deflated) {
    zip.remove('mimetype');
    const rest = { ...zip.files };
    const again = new JSZip();
    if (how.deflated) again.file('mimetype', 'application/epub+zip', { compression: 'DEFLATE' });
    for (const [path, entry] of Object.entries(rest))
      again.file(path, await entry.async('uint8array'), { createFolders: false });
    if (how.mimetypeLast) again.file('mimetype', 'application/epub+zip', { compression: 'STORE' });
    return again.generateAsync({ type: 'uint8array' });
  }
  return zip.generateAsync({ type: 'uint8array' });
}

const swap =
  (path: string, from: string | RegExp, to: string): Change =>
  (files) => {
    const text = files.get(path)!;
    expect(text.match(from), `${path} has ${from}`).not.toBeNull();
    files.set(path, text.replace(from, to));
  };

const OPF = 'OEBPS/content.opf';
const CHAPTER = 'OEBPS/ch-summary.xhtml';

/** rule, what is planted, and where it is found. */
const FAULTS: readonly (readonly [rule: string, change: Change, where: RegExp])[] = [
  ['well-formed', swap(CHAPTER, '</section>', ''), /ch-summary\.xhtml:\d+:\d+$/u],
  ['well-formed', swap(CHAPTER, 'Ida', 'Ida &nbsp;'), /ch-summary\.xhtml:\d+:\d+$/u],
  ['well-formed', swap(CHAPTER, 'Ida', 'Ida \u0001'), /ch-summary\.xhtml/u],
  ['well-formed', swap('OEBPS/toc.ncx', '</ncx>', ''), /toc\.ncx/u],
  [
    'well-formed',
    swap(CHAPTER, ' xmlns:epub="http://www.idpf.org/2007/ops"', ''),
    /ch-summary\.xhtml/u,
  ],
  ['package', swap('META-INF/container.xml', 'content.opf', 'gone.opf'), /container\.xml/u],
  ['metadata', swap(OPF, /<dc:title.*<\/dc:title>/u, ''), /content\.opf$/u],
  ['metadata', swap(OPF, '<dc:language>en', '<dc:language>english_us'), /content\.opf:\d+/u],
  ['metadata', swap(OPF, '<dc:language>en</dc:language>', ''), /content\.opf$/u],
  ['metadata', swap(OPF, 'unique-identifier="uid"', 'unique-identifier="other"'), /content\.opf$/u],
  [
    'metadata',
    swap(
      OPF,
      /<meta property="dcterms:modified">[^<]*/u,
      '<meta property="dcterms:modified">today',
    ),
    /content\.opf$/u,
  ],
  ['manifest', (files) => files.delete(CHAPTER), /content\.opf:\d+/u],
  ['manifest', (files) => files.set('OEBPS/stray.xhtml', '<p/>'), /content\.opf$/u],
  ['manifest', swap(OPF, '<item id="css"', '<item id="ncx"'), /content\.opf:\d+/u],
  [
    'spine',
    swap(OPF, '<itemref idref="appendix"/>', '<itemref idref="nothing"/>'),
    /content\.opf:\d+/u,
  ],
  [
    'spine',
    swap(OPF, '<itemref idref="appendix"/>', '<itemref idref="cover"/>'),
    /content\.opf:\d+/u,
  ],
  [
    'spine',
    swap(OPF, '<itemref idref="appendix"/>', '<itemref idref="css"/>'),
    /content\.opf:\d+/u,
  ],
  ['spine', swap(OPF, /<itemref[\s\S]*(?=<\/spine>)/u, ''), /content\.opf$/u],
  ['navigation', swap(OPF, ' properties="nav"', ''), /content\.opf$/u],
  [
    'navigation',
    swap('OEBPS/toc.xhtml', 'epub:type="toc"', 'epub:type="lot"'),
    /content\.opf:\d+/u,
  ],
  [
    'link',
    swap(CHAPTER, /href="appendix\.xhtml#[^"]+/u, 'href="appendix.xhtml#gone'),
    /ch-summary\.xhtml:\d+/u,
  ],
  ['link', swap(CHAPTER, 'href="style.css', 'href="gone.css'), /ch-summary\.xhtml:\d+/u],
  [
    'link',
    swap(CHAPTER, /src="images[^"]+/u, 'src="https://example.org/map.png'),
    /ch-summary\.xhtml:\d+/u,
  ],
  [
    'link',
    swap(CHAPTER, /href="appendix\.xhtml[^"]+/u, 'href="javascript:alert(1)'),
    /ch-summary\.xhtml:\d+/u,
  ],
  ['link', swap('OEBPS/toc.ncx', 'src="ch-summary.xhtml"', 'src="ch-gone.xhtml"'), /toc\.ncx:\d+/u],
  ['id', swap(CHAPTER, '<h1 id="summary">', '<h1 id="ch-summary">'), /ch-summary\.xhtml:\d+/u],
  ['language', swap(CHAPTER, 'xml:lang="en"', 'xml:lang="en_GB"'), /ch-summary\.xhtml:\d+/u],
  ['alt', swap(CHAPTER, ' alt="A map"', ''), /ch-summary\.xhtml:\d+/u],
  ['script', swap(CHAPTER, '<h1', '<h1 onclick="x()"'), /ch-summary\.xhtml:\d+/u],
  ['script', swap(CHAPTER, '</head>', '<script>1</script></head>'), /ch-summary\.xhtml:\d+/u],
];

describe('a planted fault is named', () => {
  test.each(FAULTS.map(([rule, change, where], i) => [i, rule, change, where] as const))(
    '%i: %s',
    async (_i, rule, change, where) => {
      const findings = await checkEpub(await broken(change), 'epub');
      const found = findings.filter((finding) => finding.rule === rule);
      expect(findings.map((finding) => finding.rule)).toContain(rule);
      expect(found[0]!.where).toMatch(where);
      for (const { says, remedy } of findings) {
        expect(says).toMatch(/^[“A-Z].*[^.]$/su);
        expect(remedy).toMatch(/^[A-Z].*\.$/u);
      }
    },
  );

  test('a container that does not begin with its media type', async () => {
    for (const how of [{ mimetypeLast: true }, { deflated: true }]) {
      const findings = await checkEpub(await broken(() => {}, how), 'epub');
      expect(findings.map(({ rule }) => rule)).toEqual(['mimetype']);
    }
  });

  test('bytes that are no container', async () => {
    for (const bytes of [
      new Uint8Array(),
      good.subarray(0, good.length / 2),
      new TextEncoder().encode('words'),
    ])
      expect((await checkEpub(bytes, 'epub')).map(({ rule }) => rule)).toContain('container');
  });

  test('nothing in a good book', async () => {
    expect(await checkEpub(good, 'epub')).toEqual([]);
  });
});

const all =
  (...changes: readonly Change[]): Change =>
  (files) =>
    changes.forEach((change) => change(files));

describe('what a maker of devices asks for', () => {
  const DEVICES: readonly (readonly [Profile, string, Change])[] = [
    ['kindle', 'kindle-language', swap(OPF, '<dc:language>en', '<dc:language>tlh')],
    [
      'kindle',
      'kindle-ncx',
      all(swap(OPF, /<item id="ncx"[^>]*>/u, ''), (files) => files.delete('OEBPS/toc.ncx')),
    ],
    ['kindle', 'kindle-encoding', swap(CHAPTER, ' encoding="utf-8"', '')],
    ['kindle', 'kindle-css', swap('OEBPS/style.css', '}', ' --ink: red }')],
    ['kindle', 'kindle-image', swap(OPF, /media-type="image\/png"/u, 'media-type="image/webp"')],
    ['kindle', 'kindle-image', swap(CHAPTER, /src="images[^"]+"/u, '')],
    [
      'kindle',
      'kindle-hidden',
      swap(CHAPTER, '</section>', `<p style="display: none">${'x'.repeat(10_001)}</p></section>`),
    ],
    ['kobo', 'kobo-font', swap(OPF, 'media-type="font/ttf"', 'media-type="font/woff2"')],
    ['kobo', 'kobo-cover', swap(OPF, ' properties="cover-image"', '')],
    [
      'kobo',
      'kobo-note',
      swap('OEBPS/appendix.xhtml', '<p class="quoted">', `<p class="quoted">${'x '.repeat(2600)}`),
    ],
    [
      'kobo',
      'kobo-size',
      swap(CHAPTER, '</section>', `<p>${'x'.repeat(10 * 1024 * 1024)}</p></section>`),
    ],
  ];
  test.each(DEVICES)('%s: %s', async (profile, rule, change) => {
    const book = await broken(change);
    expect((await checkEpub(book, profile)).map((finding) => finding.rule)).toContain(rule);
    expect((await checkEpub(book, 'epub')).map((finding) => finding.rule)).not.toContain(rule);
  });
});

describe('a book that does not pass', () => {
  test('is not delivered: the template’s fault is told, and the run fails as a refused output', async () => {
    const files = {
      'classic/epub/style.css': '',
      'classic/theme.yaml': readFileSync(`${root}/templates/classic/theme.yaml`, 'utf8').replace(
        /^faces:\n(?: .*\n)+/mu,
        '',
      ),
    };
    const theme = await themeFrom({
      ...files,
      ...Object.fromEntries(
        [
          'cover',
          'title-page',
          'contents',
          'glance',
          'chapter',
          'appendix',
          'speakers',
          'source-note',
          'colophon',
          'package',
          'navigation',
          'ncx',
        ].map((name) => [`classic/epub/${name}.hbs`, '<p>']),
      ),
    });
    const { bytes, file } = await write(edition, null, theme);
    expect(bytes).toBeNull();
    expect(file.messages.map(({ ruleId }) => ruleId)).toContain('epub-gate');
    expect(exitCode([file], false)).toBe(5);
  });
});

test('the packager fetches nothing and refuses to try', async () => {
  const calls: string[] = [];
  const before = globalThis.fetch;
  globalThis.fetch = ((url: string) => {
    calls.push(url);
    throw new Error('offline');
  }) as typeof fetch;
  const xhtml =
    '<img src="http://127.0.0.1:1/x.png"/><img src="file:///etc/hostname"/><%= 1 + 1 %>';
  try {
    const bytes = await packEpub({
      title: 't',
      css: '',
      opf: 'opf',
      nav: '<%= 2 %>',
      ncx: '',
      documents: [{ name: 'a.xhtml', xhtml }],
      assets: [],
      labels: [],
    });
    const zip = await JSZip.loadAsync(bytes);
    expect(await zip.file('OEBPS/a.xhtml')!.async('string')).toBe(xhtml);
    expect(await zip.file('OEBPS/toc.xhtml')!.async('string')).toBe('<%= 2 %>');
    expect(Object.keys(zip.files)).toEqual([
      'mimetype',
      'META-INF/container.xml',
      'OEBPS/content.opf',
      'OEBPS/a.xhtml',
      'OEBPS/style.css',
      'OEBPS/toc.ncx',
      'OEBPS/toc.xhtml',
    ]);
    expect(calls).toEqual([]);
  } finally {
    globalThis.fetch = before;
  }
});

test('language tags: form, and whether a reader can know them', () => {
  for (const tag of ['en', 'en-GB', 'zh-Hant-TW', 'de-1996', 'x-private', 'gsw', 'und'])
    expect([tag, isEpubLanguage(tag)]).toEqual([tag, true]);
  for (const tag of ['', 'english_us', 'e', 'en--GB', 'C', 'en-'])
    expect([tag, isEpubLanguage(tag)]).toEqual([tag, false]);
  expect(
    ['en', 'pt-BR', 'gsw', 'tlh', 'xx', 'qqq', 'english_us', 'x-own'].map(epubLanguage),
  ).toEqual(['en', 'pt-BR', 'gsw', 'tlh', 'und', 'und', 'und', 'und']);
});

test('the theme that is shipped names no colours and no custom properties in an EPUB', () => {
  const css = classic.styles('epub', { lang: 'en', dir: 'ltr', labels: {}, labelsLang: null });
  expect(css.replaceAll('currentColor', '')).not.toMatch(
    /(?:^|[{;\s])(?:color|background(?:-color)?):(?!\s*inherit)|#[0-9a-f]{3,6}\b|rgba?\(|var\(|--[\w-]+:/iu,
  );
});
