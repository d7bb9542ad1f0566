/**
 * Odd inputs of every kind beside plain briefs: names, lists, packets, sidecars, pictures, books,
 * archives, proofs, options. One row each, with the command line and how it must end.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { writeZip } from '../../src/zip/write.ts';
import { png } from './cases.ts';

/** A file's content, or what is made at its place. */
export type OddFile = string | Uint8Array | ((at: string) => void);

export interface OddRow {
  readonly name: string;
  readonly files?: Readonly<Record<string, OddFile>>;
  readonly args: readonly string[];
  readonly code: number;
  /** What one of the two streams must say. */
  readonly says?: RegExp;
}

const FERRY = '# The pier\n\n“We will run it,” said Ida Moen.\n';
const TALK = 'Ida Moen: We will run it.\n\nPer Lund: Nobody will wait for it.\n';

/** What every row finds in its folder; a file above it holds words that nothing may show. */
export const PLAIN: Readonly<Record<string, OddFile>> = {
  'pier.md': FERRY,
  'quay.md': FERRY.replace('pier', 'quay'),
  'talk.txt': TALK,
  'told.md': `---\nsources:\n  - { citation: A call., file: talk.txt }\n---\n\n${FERRY}`,
};

const link =
  (to: string) =>
  (at: string): void =>
    symlinkSync(to, at);
const fifo = (at: string): void => void execFileSync('mkfifo', [at]);
const folder = (at: string): void => mkdirSync(at);
const many = (count: number, text: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => text(i)).join('');

/** Where a stranger’s file lies that a command line names, and what may lie there instead. */
const PLANTS: readonly (readonly [string, (at: string) => void])[] = [
  ['a FIFO', fifo],
  ['a folder', folder],
  ['a device', link('/dev/zero')],
  ['a loop', link('loop')],
];
const NAMED: readonly (readonly [string, string, readonly string[], number])[] = [
  ['a draft', 'loop', ['check', '--draft', 'loop', '--transcript', 'talk.txt'], 3],
  ['a transcript that is shown', 'loop', ['transcript', 'loop'], 3],
  ['an archive to verify', 'loop', ['verify', 'loop'], 3],
  ['an archive to compare', 'loop', ['diff', 'loop', 'pier.md'], 3],
  ['an archive to prove from', 'loop', ['prove', 'loop', '1'], 3],
  ['a book to check', 'loop.epub', ['check', '--profile', 'kindle', 'loop.epub'], 3],
];
const PLANTED: readonly OddRow[] = NAMED.flatMap(([what, at, args, code]) =>
  PLANTS.map(([plant, make]) => ({
    name: `${what}: ${plant}`,
    files: { [at]: make },
    args,
    code,
  })),
);

const packet = (briefs: string): string => `title: Both\nbriefs: ${briefs}\n`;
const PACKETS: readonly OddRow[] = (
  [
    ['that lists itself', '[book.yaml]', 3],
    ['that lists its folder', '[.]', 3],
    ['that lists the folder above', '[..]', 3],
    ['that lists an absolute path', '[/etc/passwd]', 3],
    ['that lists an address', '["https://press.example/a.md"]', 3],
    ['that lists a URL of a file', '["file:pier.md"]', 3],
    ['that lists another, which lists it', '[other.yaml]', 3],
    ['that lists a brief twice under two spellings', '[pier.md, ./pier.md]', 0],
    ['that lists nothing', '[]', 3],
    ['that lists null', '[null]', 3],
    ['that lists a number', '[7]', 3],
    ['that lists an object', '[{ file: pier.md }]', 3],
    ['that lists lists', '[[pier.md]]', 3],
    ['that is one name', 'pier.md', 3],
    ['that lists a name with a control', '["a\\u0007.md"]', 3],
    ['that lists a transcript', '[talk.txt]', 0],
    ['that lists a pattern', '["*.md"]', 3],
    ['that lists a name of the prototype', '[constructor]', 3],
    ['that lists a long name', `["${'x'.repeat(900)}"]`, 3],
    ['that lists what is no brief', '[nothing.md]', 3],
  ] as const
).map(([name, briefs, code]) => ({
  name: `a packet ${name}`,
  files: {
    'book.yaml': packet(briefs),
    'other.yaml': packet('[book.yaml]'),
    'nothing.md': Buffer.from([0, 1, 2]),
  },
  args: ['check', 'book.yaml'],
  code,
}));

const copies = (name: string, list: string | Uint8Array, code: number, says?: RegExp): OddRow => ({
  name: `a list of names ${name}`,
  files: { 'names.csv': list },
  // What is asked for beside copies is refused after the list is read, and before a browser starts.
  args: ['build', 'pier.md', '--copies', 'names.csv', '--to', 'pdf', '--browser-path', 'none'],
  code,
  ...(says && { says }),
});
const LISTS: readonly OddRow[] = [
  copies('that is empty', '', 3),
  copies('of blank lines', '\n\n\n', 3),
  copies('with a head alone', 'name\n', 3),
  copies('without a head', 'Ida Moen\nPer Lund\n', 3),
  copies('in UTF-16', Buffer.from('\ufeffname\nIda\n', 'utf16le'), 3),
  copies('that is a web page', '<html><body>name</body></html>', 3),
  copies('with a mark that never closes', 'name\n"Ida\nPer\n', 3),
  copies('with rows that are too long', `name\n${'Ida,x,y\n'.repeat(500)}`, 3, /and 400 more/u),
  copies('with a thousand columns', `${'a,'.repeat(1000)}b\nIda\n`, 3),
  copies('with rows without a name', `name,ward\n${',x\n'.repeat(500)}`, 3, /and 400 more/u),
  copies('with a control', 'name\nIda\u0007\n', 3),
  copies('with a NUL', 'name\nIda\u0000\n', 3),
  copies('with more rows than copies', `name\n${many(2001, (i) => `n${i}\n`)}`, 3),
];

const side = (name: string, text: string, code: number, says?: RegExp): OddRow => ({
  name: `a sidecar ${name}`,
  files: { 'pier.quotes.yml': text },
  args: ['check', 'pier.md', '--transcript', 'talk.txt'],
  code,
  ...(says && { says }),
});
const SIDECARS: readonly OddRow[] = [
  side('of another shape', 'quote: x\n', 3),
  side('that is a number', '7\n', 3),
  side('that is null', 'null\n', 0),
  side(
    'of many unknown keys',
    many(
      400,
      (i) => `- { quote: "w${i}", k${i}: 1 }
`,
    ),
    0,
    /and 300 more of this kind \[front-matter-extra\]/u,
  ),
  side(
    'about quotations that are none',
    many(
      400,
      (i) => `- quote: "w${i}"
`,
    ),
    0,
    /and 300 more of this kind \[quote-override\]/u,
  ),
  side('of aliases', '- &a { quote: x }\n- *a\n', 3),
  side(
    'whose quotation is the other’s',
    '- { quote: We will run it, of: a, id: b }\n- { quote: We will run it, of: b, id: a }\n',
    0,
    /no full quotation of the brief \[quote-override\]|\[quote-override\]/u,
  ),
  side(
    'that is its own quotation',
    '- { quote: We will run it, of: a, id: a }\n',
    0,
    /\[quote-override\]/u,
  ),
];

const brief = (name: string, text: string, code: number, says?: RegExp): OddRow => ({
  name,
  files: { 'odd.md': text },
  args: ['build', 'odd.md', '--to', 'html'],
  code,
  ...(says && { says }),
});
const CIRCLES: readonly OddRow[] = [
  brief('a note that names itself', 'Words[^a].\n\n[^a]: See[^a].\n', 0),
  brief('notes that name each other', 'Words[^a].\n\n[^a]: See[^b].\n\n[^b]: See[^a].\n', 0),
  brief('links that lead to each other', '# A\n\n[b](#b)\n\n# B\n\n[a](#a)\n', 0),
  brief('a reference that defines itself', '[a]\n\n[a]: [a]\n', 0),
  brief('a link in a link', '[a [b](#x) c](https://e.example)\n', 0),
  brief('a transcript that is the brief', `---\ntranscript: odd.md\n---\n\n${FERRY}`, 0),
  brief('a transcript that is the sidecar', `---\ntranscript: quotes.yml\n---\n\n${FERRY}`, 3),
  brief('a transcript that is a folder', `---\ntranscript: .\n---\n\n${FERRY}`, 3),
  brief('an image that is the brief', '![a](odd.md)\n', 3),
  brief('details in details', `${'<details>'.repeat(300)}x${'</details>'.repeat(300)}\n`, 0),
  brief('quotations in quotations', `${'<q>'.repeat(900)}x${'</q>'.repeat(900)}\n`, 0),
  brief('elements that close in another order', '<b><i>x</b></i> <p><table><td>y</p></table>\n', 0),
  brief(
    'a table in a table',
    '<table><tr><td><table><tr><td>x</td></tr></table></td></tr></table>\n',
    0,
  ),
  brief(
    'a table that spans a lot',
    '<table><tr><td colspan="99999999" rowspan="99999999">x</td></tr></table>\n',
    0,
  ),
  brief(
    'a list that begins at the end of numbers',
    '<ol start="99999999999999999999"><li>x</ol>\n',
    0,
  ),
  brief(
    'sources without end',
    `---\nsources:\n${many(1001, () => '  - citation: x\n')}---\n\n${FERRY}`,
    3,
  ),
  brief(
    'links that lead nowhere',
    many(500, (i) => `[a](#none-${i})\n\n`),
    0,
    /more of this kind/u,
  ),
  brief(
    'links of other schemes',
    many(500, (i) => `[a](javascript:${i})\n\n`),
    0,
    /The same is true of 495 more places \[link-unsafe\]/u,
  ),
];

/** Pictures that are refused, each by one sentence. */
const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const square = png(4, 4);
const svg = (inner: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${inner}</svg>`;
const PICTURES: readonly OddRow[] = (
  [
    ['a PNG of its signature', 'a.png', signature],
    ['a PNG without its end', 'a.png', square.subarray(0, -12)],
    ['a PNG that is called JPEG', 'a.jpg', Buffer.concat([square.subarray(0, 20)])],
    ['a JPEG of its first bytes', 'a.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['a JPEG of markers', 'a.jpg', Buffer.alloc(100_000, 0xff)],
    ['a GIF of its head', 'a.gif', Buffer.from('GIF89a')],
    ['a WebP of its head', 'a.webp', Buffer.from('RIFF\u0004\0\0\0WEBP')],
    ['a drawing with a script', 'a.svg', svg('<script>1</script>')],
    ['a drawing with a file', 'a.svg', svg('<image xlink:href="file:///etc/passwd"/>')],
    ['a drawing of entities', 'a.svg', `<!DOCTYPE svg [<!ENTITY a "aaaa">]>${svg('&a;')}`],
    ['a drawing that is packed', 'a.svgz', deflateSync(Buffer.from(svg('')))],
    ['an icon', 'a.ico', Buffer.from([0, 0, 1, 0, 1, 0])],
    ['a bitmap', 'a.bmp', Buffer.from('BM0000')],
    ['a PDF', 'a.pdf', Buffer.from('%PDF-1.7')],
    ['nothing', 'a.png', ''],
    ['a FIFO', 'a.png', fifo],
    ['a link to a picture above', 'a.png', link('../square.png')],
  ] as const
).map(([name, file, content]) => ({
  name: `for a picture, ${name}`,
  files: { 'odd.md': `# A\n\n![a](${file})\n`, [file]: content },
  args: ['build', 'odd.md', '--to', 'html'],
  code: 3,
  says: /\[image-unsafe\]/u,
}));

const CONTAINER =
  '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="PATH" media-type="application/oebps-package+xml"/></rootfiles></container>';
const book = (
  name: string,
  path: string,
  files: Readonly<Record<string, string>>,
  says = /\[epub-gate\]/u,
): OddRow => ({
  name: `a book ${name}`,
  files: {
    'a.epub': writeZip(
      Object.entries({
        'mimetype': 'application/epub+zip',
        'META-INF/container.xml': CONTAINER.replace('PATH', path),
        ...files,
      }).map(([at, text]) => ({ path: at, bytes: Buffer.from(text) })),
      null,
    ),
  },
  args: ['check', '--profile', 'epub', 'a.epub'],
  code: 5,
  says,
});
const opf = (manifest: string, spine: string): string =>
  `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i"><metadata/><manifest>${manifest}</manifest><spine>${spine}</spine></package>`;
const BOOKS: readonly OddRow[] = [
  book('whose package is its container', 'META-INF/container.xml', {}),
  book('whose package is above', '../../p.opf', {}),
  book('whose package is elsewhere', 'https://e.example/p.opf', {}),
  book('whose package is not there', 'p.opf', {}),
  book('whose package is no XML', 'p.opf', { 'p.opf': 'no markup < & >' }),
  book('with entities', 'p.opf', {
    'p.opf': `<!DOCTYPE p [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "${'&a;'.repeat(9)}">]>${opf('&b;', '')}`,
  }),
  book('that reads a file', 'p.opf', {
    'p.opf': `<!DOCTYPE p [<!ENTITY a SYSTEM "file:///etc/passwd">]>${opf('&a;', '')}`,
  }),
  book('whose manifest lists the package', 'p.opf', {
    'p.opf': opf(
      '<item id="p" href="p.opf" media-type="application/xhtml+xml" properties="nav"/>',
      '<itemref idref="p"/>',
    ),
  }),
  book('whose files lie above', 'p.opf', {
    'p.opf': opf(
      '<item id="p" href="../../etc/passwd" media-type="application/xhtml+xml"/>',
      '<itemref idref="p"/>',
    ),
  }),
  book('whose fallbacks go round', 'p.opf', {
    'p.opf': opf(
      '<item id="a" href="a" fallback="b" media-type="x/y"/><item id="b" href="b" fallback="a" media-type="x/y"/>',
      '<itemref idref="a"/>',
    ),
    'a': '',
    'b': '',
  }),
  book('of ten thousand faults', 'p.opf', {
    'p.opf': opf(
      many(10_000, (i) => `<item id="i${i}" href="none${i}" media-type="x/y"/>`),
      '',
    ),
  }),
];

const proof = (name: string, text: string | Uint8Array): OddRow => ({
  name: `a proof ${name}`,
  files: { 'p.json': text },
  args: ['verify', 'p.json', '--root', 'a'.repeat(64)],
  code: 3,
});
const PROOFS: readonly OddRow[] = [
  proof('that is null', 'null'),
  proof('that is a list', '[]'),
  proof('that is text', '"proof"'),
  proof('that is empty', ''),
  proof('that is no JSON', '{,}'),
  proof('of keys of every object', '{"__proto__":{"type":"x"},"constructor":1,"hasOwnProperty":1}'),
  proof('with a key twice', '{"a":1,"a":2}'),
  proof('in UTF-16', Buffer.from('{}', 'utf16le')),
  proof('with a mark before it', '\ufeff{}'),
  proof('with words behind it', '{} {}'),
  proof('of numbers without end', `{"a":${'9'.repeat(100_000)}}`),
  proof('of brackets', '['.repeat(100_000)),
  proof('of controls', '{"a\u0007":1}'),
];

const VERIFIES: readonly OddRow[] = (['--signers', '--tsa-certs'] as const).flatMap((option) =>
  (
    [
      ['that is not there', undefined],
      ['that is empty', ''],
      ['of comments', '# nobody\n'],
      ['of rubbish', 'rubbish'],
      ['of bytes', Buffer.from([0, 255, 0, 255])],
      ['that is a FIFO', fifo],
      ['that is a folder', folder],
    ] as const
  ).map(([name, content]) => ({
    name: `${option} with a file ${name}`,
    files: {
      'a.zip': writeZip([{ path: 'a', bytes: Buffer.from('a') }], null),
      ...(content !== undefined && { keys: content }),
    },
    args: ['verify', 'a.zip', option, 'keys'],
    // A file of signers in which there is nobody is understood: then nobody has signed.
    code:
      content === undefined || typeof content === 'function'
        ? 6
        : option === '--signers' && (content === '' || content === '# nobody\n')
          ? 3
          : 2,
  })),
);

const OPTIONS: readonly OddRow[] = (
  [
    [['build', 'pier.md', '--to', '__proto__'], 2],
    [['build', 'pier.md', '--to', ','], 2],
    [['build', 'pier.md', '--to', ''], 2],
    [['build', 'pier.md', '--to', 'md', '--paper', '__proto__'], 2],
    [['build', 'pier.md', '--to', 'md', '--theme', '__proto__'], 2],
    [['build', 'pier.md', '--to', 'md', '--theme', '/proc'], 2],
    [['build', 'pier.md', '--to', 'md', '--theme', ''], 2],
    [['build', 'pier.md', '--to', 'md', '-o', 'pier.md'], 6],
    [['build', 'pier.md', '--to', 'md', '-o', '/dev/null'], 6],
    [['build', 'pier.md', '--to', 'md', '--bind', ''], 2],
    [['build', 'pier.md', '--to', 'md', '--bind', 'a\u001b]0;x\u0007'], 2],
    [['catalog', '.', '--title', 'a\u0007b'], 2],
    [['build', 'pier.md', '--to', 'md', '--theme', '.'], 2],
    [['build', 'told.md', '--to', 'md', '--transcript', 'none.txt'], 3],
    [['check', 'pier.md', '--transcript', '   '], 2],
    [['build', 'pier.md', '--to', 'md', '--status', 'a\u001b[31mb'], 2],
    [['build', 'pier.md', '--to', 'md', '--bates', `A-${'9'.repeat(400)}`], 2],
    [['check', 'pier.md', '--transcript', ''], 2],
    [['check', 'pier.md', '--transcript', '.'], 3],
    [['check', 'pier.md', '--transcript', '/proc/self/mem'], 3],
    [['check', 'pier.md', '--transcripts', ''], 2],
    [['check', 'pier.md', '--transcripts', 'pier.md'], 3],
    [['check', ''], 3],
    [['check', '/dev/zero'], 3],
    [['check', '\u0000'], 3],
    [['check', 'x/'.repeat(3000)], 3],
    [['check', '__proto__'], 3],
    [['quotes', 'pier.md', '--explain', '__proto__'], 2],
    [['quotes', 'pier.md', '--explain', '1e9'], 2],
    [['quotes', 'pier.md', '--explain', '-1'], 2],
    [['new', 'brief', '..'], 2],
    [['new', 'theme', '..'], 2],
    [['new', '__proto__', 'x'], 2],
    [['diff', 'pier.md', '__proto__'], 3],
    [['archive', 'pier.md', '-o', 'pier.md'], 2],
    [['archive', 'pier.md', '--sign', 'none'], 6],
    [['help', '__proto__'], 2],
    [['__proto__'], 2],
    [['--__proto__', 'x'], 2],
  ] as const
).map(([args, code]) => ({ name: JSON.stringify(args).slice(0, 90), args, code }));

const STRANGE: readonly OddRow[] = [
  {
    name: 'a packet of strangers',
    files: { 'book.yaml': packet('[pier.md]') },
    args: ['check', 'book.yaml', '--untrusted'],
    code: 3,
    says: /\[untrusted\]/u,
  },
];

export const ODD: readonly OddRow[] = [
  ...STRANGE,
  ...PLANTED,
  ...PACKETS,
  ...LISTS,
  ...SIDECARS,
  ...CIRCLES,
  ...PICTURES,
  ...BOOKS,
  ...PROOFS,
  ...VERIFIES,
  ...OPTIONS,
];
