/**
 * Material from strangers: one row per trick, with what the press must make of it. Rows are data;
 * large ones are generated.
 */
import { crc32, deflateSync } from 'node:zlib';

export interface Case {
  readonly name: string;
  /**
   * `prints`: both editions are made and the last words are in them. The id of a rule: refused with
   * it. `ends`: either will do.
   */
  readonly expect: 'prints' | 'ends' | (string & {});
  readonly brief: string | Uint8Array | (() => string | Uint8Array);
  /** Files beside the brief; a string that begins with `->` is a symbolic link. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Words that must be in print as they are written. */
  readonly prints?: readonly string[];
  /** Rules that must tell what was left out. */
  readonly tells?: readonly string[];
  /** False: only in the whole run. */
  readonly quick?: boolean;
}

/** Last words of every brief that is to be printed: nothing may be lost on the way to them. */
export const TAIL = 'LASTWORDSOFTHEBRIEF';
/**
 * Stands for the address of a server that nobody may reach, and for a folder that nobody may read.
 */
export const CANARY = 'http://canary.invalid';
export const SECRET = '/secret/folder';

const many = (count: number, text: string | ((i: number) => string)): string =>
  Array.from({ length: count }, (_, i) => (typeof text === 'string' ? text : text(i))).join('');

const titled = (title: string): string =>
  `---\ntitle: ${JSON.stringify(title)}\nauthor: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(title)}\n---\n\nSome words.\n`;

/** A PNG of one colour; `claims` is the size that its header names, whatever its pixels are. */
export function png(
  width: number,
  height: number,
  claims: readonly [number, number] = [width, height],
): Uint8Array {
  const chunk = (type: string, data: Uint8Array): Uint8Array => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(body.length + 8);
    frame.writeUInt32BE(data.length);
    body.copy(frame, 4);
    frame.writeUInt32BE(crc32(body), body.length + 4);
    return frame;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(claims[0]);
  header.writeUInt32BE(claims[1], 4);
  header.set([8, 2], 8);
  const pixels = deflateSync(Buffer.alloc((width * 3 + 1) * height, 90));
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', new Uint8Array()),
  ]);
}

const SCRIPTS: readonly Case[] = [
  {
    name: 'script element',
    expect: 'prints',
    brief: '<script>document.body.append("RAN")</script>\n',
    tells: ['markup-foreign'],
  },
  {
    name: 'handlers in markup',
    expect: 'image-unsafe',
    brief: `<img src="${CANARY}/a.png" onerror="document.body.append('RAN')">\n\n<svg onload=alert(1)>\n`,
  },
  {
    name: 'frames',
    expect: 'prints',
    brief: `<iframe src="file://${SECRET}/words.txt"></iframe>\n\n<object data="${CANARY}/o"></object>\n`,
    tells: ['markup-foreign'],
  },
  {
    name: 'refresh and base',
    expect: 'prints',
    brief: `<meta http-equiv="refresh" content="0;url=${CANARY}/"><base href="${CANARY}/">\n`,
    tells: ['markup-foreign'],
  },
  {
    name: 'style sheets',
    expect: 'prints',
    brief: `<style>@import "${CANARY}/a.css"; body { background: url(${CANARY}/b.png) }</style>\n\n<link rel=stylesheet href="${CANARY}/c.css">\n`,
    tells: ['markup-foreign'],
  },
  {
    name: 'preconnect',
    expect: 'prints',
    brief: `<link rel="preconnect" href="${CANARY}"><link rel=dns-prefetch href="//canary.invalid">\n`,
    tells: ['markup-foreign'],
  },
  {
    name: 'a comment that never ends',
    expect: 'comment-unclosed',
    brief: 'Before.\n\n<!-- never closed\n',
  },
  {
    name: 'plaintext and textarea',
    expect: 'prints',
    brief: '<plaintext>\n\n<textarea>\n\n</title></style></head>\n',
    tells: ['raw-html'],
  },
  {
    name: 'a link that is a script',
    expect: 'prints',
    brief:
      '[click](javascript:alert(1)) [tab](java\tscript:alert(1)) <javascript:alert(1)> [data](data:text/html,<script>1</script>)\n',
    tells: ['link-unsafe'],
  },
  {
    name: 'a link to a file',
    expect: 'prints',
    brief: `[a](file://${SECRET}/words.txt) [b](//canary.invalid/x) [c](\\\\canary\\x) [d](vbscript:x)\n`,
    tells: ['link-unsafe'],
  },
  {
    name: 'entities in a scheme',
    expect: 'prints',
    brief: '[x](&#106;avascript&colon;alert(1)) [y](JAVASCRIPT&#x3a;alert(1))\n',
    tells: ['link-unsafe'],
  },
  {
    name: 'allowed tags with handlers',
    expect: 'prints',
    brief:
      '<q onmouseover="alert(1)" cite="javascript:alert(1)">words</q> <dfn style="background:url(x)">term</dfn>\n',
  },
  {
    name: 'markup that is read, with all that it could carry',
    expect: 'prints',
    brief: `<details open ontoggle="alert(1)"><summary onclick="alert(1)">More of it</summary>\n\nH<sub style="background:url(${CANARY}/a.png)">2</sub>O<br onload="alert(1)">and <mark id="title-page" class="x" onclick="alert(1)">words</mark>\n\n</details>\n\n<table background="${CANARY}/b.png"><tr onclick="alert(1)"><td style="background:url(${CANARY}/c.png)">one cell</td></tr></table>\n\nA <a href="javascript:alert(1)" ping="${CANARY}/d">way out</a>.\n`,
    prints: ['More of it', 'one cell', 'way out'],
  },
  {
    name: 'directives with attributes',
    expect: 'prints',
    brief: ':quote[words]{by="<img src=x onerror=alert(1)>" onclick="alert(1)" style="x"}\n',
  },
  {
    name: 'fences that look like pages',
    expect: 'prints',
    brief: '```html\n</pre><script>document.body.append("RAN")</script>\n```\n',
  },
];

const FILES: readonly Case[] = [
  { name: 'an image from the network', expect: 'image-unsafe', brief: `![x](${CANARY}/a.png)\n` },
  {
    name: 'an image without a scheme',
    expect: 'image-unsafe',
    brief: '![x](//canary.invalid/a.png)\n',
  },
  {
    name: 'an image by an absolute path',
    expect: 'image-unsafe',
    brief: `![x](${SECRET}/picture.png)\n`,
  },
  {
    name: 'an image up the tree',
    expect: 'image-unsafe',
    brief: '![x](../../secret.png) ![y](%2e%2e/%2e%2e/secret.png)\n',
  },
  {
    name: 'an image through a link',
    expect: 'image-unsafe',
    brief: '![x](link.png)\n',
    files: { 'link.png': `->${SECRET}/picture.png` },
  },
  {
    name: 'a folder through a link',
    expect: 'image-unsafe',
    brief: '![x](sub/picture.png)\n',
    files: { sub: `->${SECRET}` },
  },
  {
    name: 'an image that is a drawing',
    expect: 'image-unsafe',
    brief: '![x](a.png)\n',
    files: { 'a.png': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>' },
  },
  {
    name: 'an image that is text',
    expect: 'image-unsafe',
    brief: '![x](a.png)\n',
    files: { 'a.png': 'no picture' },
  },
  {
    name: 'an image that was cut off',
    expect: 'image-unsafe',
    brief: '![x](a.png)\n',
    files: { 'a.png': png(40, 40).subarray(0, 60) },
  },
  {
    name: 'an image that claims to be vast',
    expect: 'image-unsafe',
    brief: '![x](a.png)\n',
    files: { 'a.png': png(4, 4, [60_000, 60_000]) },
  },
  {
    name: 'an image that unpacks to more',
    expect: 'image-unsafe',
    brief: '![x](a.png)\n',
    files: { 'a.png': png(900, 900, [3, 3]) },
  },
  {
    name: 'an image as it should be',
    expect: 'prints',
    brief: '![A square](a.png)\n',
    files: { 'a.png': png(40, 30) },
  },
  {
    name: 'words in a description',
    expect: 'prints',
    brief:
      '![" onerror="alert(1)" src="http://canary.invalid/x](a.png "\'><script>alert(1)</script>")\n',
    files: { 'a.png': png(4, 4) },
  },
  {
    name: 'a transcript up the tree',
    expect: 'source-unsafe',
    brief: `---\ntranscript: ../../../etc/passwd\n---\n\nHe said: “Words.”\n`,
  },
  {
    name: 'a transcript through a link',
    expect: 'source-unsafe',
    brief: '---\ntranscript: call.txt\n---\n\nHe said: “Words.”\n',
    files: { 'call.txt': `->${SECRET}/words.txt` },
  },
  {
    name: 'a theme by its path',
    expect: 'prints',
    tells: ['front-matter-extra'],
    brief: '---\ntheme: ../../../tmp/theme\n---\n\nWords.\n',
  },
];

const FRONT: readonly Case[] = [
  {
    name: 'aliases that multiply',
    expect: 'front-matter-syntax',
    brief: `---\na: &a [x, x]\n${many(9, (i) => `b${i}: &b${i} [*${i ? `b${i - 1}` : 'a'}, *${i ? `b${i - 1}` : 'a'}]\n`)}---\n\nWords.\n`,
  },
  {
    name: 'a tag that makes an object',
    expect: 'front-matter-syntax',
    brief: '---\ntitle: !!js/function "function () { return 1 }"\n---\n\nWords.\n',
  },
  {
    name: 'front matter that is a program',
    expect: 'front-matter-syntax',
    brief: '---js\n{ title: require("fs").writeFileSync("/tmp/hostile", "") }\n---\n\nWords.\n',
  },
  {
    name: 'deep front matter',
    expect: 'too-complex',
    brief: () => `---\ntitle: ${'['.repeat(5000)}${']'.repeat(5000)}\n---\n\nWords.\n`,
  },
  {
    name: 'endless front matter',
    expect: 'front-matter-syntax',
    brief: () => `---\n${many(30_000, (i) => `k${i}: v\n`)}---\n\nWords.\n`,
  },
  {
    name: 'front matter left open',
    expect: 'front-matter-syntax',
    brief: '---\ntitle: Words\n\nNever closed.\n',
  },
  {
    name: 'a key twice',
    expect: 'front-matter-syntax',
    brief: '---\ntitle: a\ntitle: b\n---\n\nWords.\n',
  },
  {
    name: 'keys of every object',
    expect: 'prints',
    brief: '---\ntitle: Words\n__proto__: { polluted: yes }\nconstructor: x\n---\n\nWords.\n',
  },
  {
    name: 'markup in a title',
    expect: 'prints',
    brief: titled(
      `</title><script>document.body.append('RAN')</script><img src=${CANARY}/t.png onerror=alert(1)>`,
    ),
  },
  {
    name: 'a title that closes attributes',
    expect: 'prints',
    brief: titled(`"'><img src=${CANARY}/t.png onerror=alert(1)> " onload="alert(1)`),
  },
  {
    name: 'a title of templates',
    expect: 'prints',
    brief: titled(
      '{{constructor.constructor "return process"}} {{{title}}} <%= process.exit(9) %> <%- include("/etc/passwd") %> ${7*7}',
    ),
  },
  {
    name: 'a title of XML',
    expect: 'prints',
    brief: titled(
      ']]> <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]> &e; &amp; <dc:title>x</dc:title> <?xpacket end="w"?>',
    ),
  },
  {
    name: 'a title of PDF',
    expect: 'prints',
    brief: titled(') /OpenAction << /S /JavaScript /JS (app.alert(1)) >> (\\'),
  },
  {
    name: 'a title of CSS',
    expect: 'prints',
    brief: titled(
      `"; } body { background: url(${CANARY}/c.png) } </style> @import '${CANARY}'; \\"`,
    ),
  },
];

const TEXT: readonly Case[] = [
  {
    name: 'scripts of the world',
    expect: 'prints',
    brief: '# 漢字 العربية עברית\n\n简体 日本語 한국어 ไทย हिन्दी தமிழ் 😀 👨‍👩‍👧 🇺🇦 1️⃣ 𝔘𝔫𝔦 ☃ ﷽\n',
  },
  {
    name: 'scripts whose fonts are not installed',
    expect: 'font-package',
    brief: '# ქართული\n\nአማርኛ\n',
  },
  {
    name: 'bidi that misleads',
    expect: 'prints',
    brief: 'He said “access \u202elevel\u202c \u2066admin\u2069” and left.\n',
  },
  {
    name: 'combining marks in towers',
    expect: 'prints',
    brief: `Z${'\u0351\u0353'.repeat(60)}a${'\u0300'.repeat(200)}lgo\n`,
  },
  {
    name: 'invisible signs',
    expect: 'prints',
    brief: 'zero\u200bwidth\u200djoin\u2060er\u00adsoft\ufeffmark\n',
  },
  { name: 'line separators', expect: 'prints', brief: 'one\u2028two\u2029three\u0085four\n' },
  {
    name: 'private and unassigned',
    expect: 'ends',
    brief: 'private \ue000 unassigned \u0378 last \u{10fffd}\n',
  },
  {
    name: 'a control character',
    expect: 'character',
    brief: 'bell \u0007 and escape \u001b]0;pwned\u0007 here\n',
  },
  { name: 'not a character', expect: 'character', brief: 'this is not one: \uffff\n' },
  { name: 'UTF-16', expect: 'encoding', brief: Buffer.from('\ufeff# Words\n', 'utf16le') },
  {
    name: 'a lone surrogate',
    expect: 'encoding',
    brief: Buffer.from([0x41, 0xed, 0xa0, 0x80, 0x0a]),
  },
  { name: 'an overlong slash', expect: 'encoding', brief: Buffer.from([0x41, 0xc0, 0xaf, 0x0a]) },
  { name: 'a NUL', expect: 'binary', brief: Buffer.from('# Words\0\n') },
  { name: 'a PDF', expect: 'import-damaged', brief: Buffer.from('%PDF-1.7\n') },
  { name: 'nothing', expect: 'empty', brief: '' },
  { name: 'white space', expect: 'empty', brief: ' \n\t\n' },
  {
    name: 'a mark of the byte order and CRLF',
    expect: 'prints',
    brief: Buffer.from('\ufeff# Words\r\n\r\nHe said: “Some words.”\r\n'),
  },
  {
    name: 'references to characters',
    expect: 'prints',
    brief: '&HilbertSpace; &#0; &#xD800; &#x10FFFF; &lt;script&gt; &nbsp;&ne;\n',
  },
  {
    name: 'a reference to two characters, of which no font can make one',
    expect: 'glyph-missing',
    brief: '&ngE; and &lt;b&gt;\n',
  },
  {
    name: 'templates in the text',
    expect: 'prints',
    brief: '{{title}} {{> x}} {{{raw}}} <%= 7 %> ${7*7} #{7*7}\n',
    prints: ['${7', '#{7'],
    tells: ['markup-foreign'],
  },
];

const SHAPES: readonly Case[] = [
  { name: 'brackets', expect: 'ends', brief: () => '['.repeat(20_000) },
  {
    name: 'links in links',
    expect: 'ends',
    brief: () => `${'['.repeat(4000)}a${'](b)'.repeat(4000)}`,
  },
  { name: 'emphasis', expect: 'ends', brief: () => '*a _b '.repeat(20_000) },
  { name: 'backticks', expect: 'ends', brief: () => many(800, (i) => `e${'`'.repeat(i)}`) },
  { name: 'nested quotations', expect: 'ends', brief: () => `${'> '.repeat(3000)}deep\n` },
  {
    name: 'nested lists',
    expect: 'ends',
    brief: () => many(400, (i) => `${'  '.repeat(i)}- item\n`),
  },
  { name: 'open marks', expect: 'ends', brief: () => '“a ‘b «c '.repeat(5000) },
  { name: 'straight marks', expect: 'ends', brief: () => '"a \'b '.repeat(8000), quick: false },
  {
    name: 'reference bombs',
    expect: 'ends',
    brief: () => `[a]: ${'x'.repeat(10_000)}\n\n${many(2000, '[a]\n\n')}`,
    quick: false,
  },
  {
    name: 'a table without end',
    expect: 'ends',
    brief: () => `|${'a|'.repeat(2000)}\n|${'-|'.repeat(2000)}\n|${'b|'.repeat(2000)}\n`,
  },
  {
    name: 'directives in directives',
    expect: 'ends',
    brief: () => `${':::quote\n'.repeat(500)}words\n`,
  },
  { name: 'comments', expect: 'ends', brief: () => '<!-- '.repeat(8000) },
  { name: 'processing instructions', expect: 'ends', brief: () => '<?'.repeat(20_000) },
  { name: 'a word without end', expect: 'prints', brief: () => `${'word'.repeat(2000)}\n` },
  {
    name: 'a thousand headings',
    expect: 'prints',
    brief: () => many(1000, (i) => `# Part ${i}\n\nWords.\n\n`),
    quick: false,
  },
  {
    name: 'five hundred quotations',
    expect: 'prints',
    brief: () => many(500, (i) => `He said: “Some words of number ${i}.”\n\n`),
    quick: false,
  },
  {
    name: 'footnotes',
    expect: 'prints',
    brief: () => many(200, (i) => `Words[^${i}].\n\n[^${i}]: Note ${i}.\n\n`),
    quick: false,
  },
  { name: 'rules', expect: 'ends', brief: () => '---\n\n'.repeat(3000), quick: false },
  {
    name: 'a megabyte',
    expect: 'prints',
    brief: () => many(8000, (i) => `${'plain words '.repeat(10)}${i}.\n\n`),
    quick: false,
  },
  { name: 'a long line', expect: 'too-complex', brief: () => 'x'.repeat(300_000) },
  { name: 'seventeen megabytes', expect: 'too-complex', brief: () => 'words\n'.repeat(3_000_000) },
];

export const CASES: readonly Case[] = [...SCRIPTS, ...FILES, ...FRONT, ...TEXT, ...SHAPES];
