/** A folder of outputs as builds leave it, with EPUBs of our own making (EPUB 3.3). */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { writeZip } from '../../src/zip/write.ts';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A chunk of a PNG: length, type, data, checksum. */
const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
};

/** A plain PNG of one colour. */
export function png(
  width: number,
  height: number,
  rgb: readonly [number, number, number],
): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([
    Buffer.from([0]),
    Buffer.concat(Array.from({ length: width }, () => Buffer.from(rgb))),
  ]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const text = (words: string): Uint8Array => new TextEncoder().encode(words);

export interface EpubFacts {
  readonly title: string;
  readonly identifier?: string;
  readonly lang?: string;
  readonly authors?: readonly string[];
  readonly date?: string;
  readonly modified?: string;
  /** More children of `metadata`, as XML. */
  readonly metadata?: string;
  readonly cover?: Uint8Array | null;
  /** Replaces the whole package document. */
  readonly opf?: string | Uint8Array;
}

export function epub(facts: EpubFacts): Uint8Array {
  const { cover = null } = facts;
  return writeZip(
    [
      { path: 'mimetype', bytes: text('application/epub+zip') },
      {
        path: 'META-INF/container.xml',
        bytes: text(
          '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
        ),
      },
      {
        path: 'OEBPS/content.opf',
        bytes: facts.opf instanceof Uint8Array ? facts.opf : text(facts.opf ?? packageOf(facts)),
      },
      {
        path: 'OEBPS/text.xhtml',
        bytes: text(
          '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body/></html>',
        ),
      },
      ...(cover ? [{ path: 'OEBPS/images/the cover.png', bytes: cover }] : []),
    ],
    null,
  );
}

const packageOf = ({
  title,
  identifier,
  lang,
  authors,
  date,
  modified,
  metadata,
  cover,
}: EpubFacts): string => `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="uid">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="uid">${escape(identifier ?? 'urn:uuid:00000000-0000-4000-8000-000000000001')}</dc:identifier>
<dc:title>${escape(title)}</dc:title>
<dc:language>${lang ?? 'en'}</dc:language>
${(authors ?? []).map((name) => `<dc:creator>${escape(name)}</dc:creator>`).join('\n')}
${date ? `<dc:date>${date}</dc:date>` : ''}
<meta property="dcterms:modified">${modified ?? '2025-03-17T00:00:00Z'}</meta>
${metadata ?? ''}
</metadata>
<manifest>
<item id="t" href="text.xhtml" media-type="application/xhtml+xml"/>
${cover ? '<item id="c" href="images/the%20cover.png" media-type="image/png" properties="cover-image"/>' : ''}
</manifest>
<spine><itemref idref="t"/></spine>
</package>
`;

export const series = (name: string, position: number): string =>
  `<meta property="belongs-to-collection" id="s">${escape(name)}</meta><meta refines="#s" property="collection-type">series</meta><meta refines="#s" property="group-position">${position}</meta>`;

export const access = `<meta property="schema:accessMode">textual</meta><meta property="schema:accessMode">visual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta><meta property="schema:accessibilityFeature">pageBreakMarkers</meta>
<meta property="schema:accessibilityFeature">pageNavigation</meta><meta property="schema:accessibilityHazard">none</meta>
<meta property="schema:accessibilitySummary">Text with headings and a table of contents.</meta>
<meta property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>`;

/** Writes files by path into a new temporary folder; returns it. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'briefpress-shelf-'));
  for (const [path, content] of Object.entries(files)) put(root, path, content);
  return root;
}

export function put(root: string, path: string, content: string | Uint8Array): void {
  mkdirSync(join(root, dirname(path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

/** Three books, two of a series, one printed only; and things that are none. */
export const samples = (): Readonly<Record<string, string | Uint8Array>> => ({
  'harbour/harbour.epub': epub({
    title: 'Who Mends the North Quay?',
    identifier: 'urn:uuid:11111111-1111-4111-8111-111111111111',
    authors: ['Brackwater Research Desk', 'Ingrid Solheim'],
    date: '2025-03-17',
    modified: '2025-03-17T00:00:00Z',
    metadata: `<dc:title id="st">The mooring toll hearing</dc:title><meta refines="#st" property="title-type">subtitle</meta><dc:publisher>Brackwater Press</dc:publisher><dc:description>What was said at the hearing &amp; what it commits anyone to.</dc:description><dc:subject>harbours</dc:subject><dc:rights>All quotations belong to their speakers.</dc:rights>${series('Harbour papers', 1)}${access}`,
    cover: png(50, 80, [124, 29, 40]),
  }),
  'harbour/harbour.pdf': '%PDF-1.7\nnot a real one\n%%EOF\n',
  'harbour/harbour.html': '<!DOCTYPE html><title>Harbour</title><p>The hearing.',
  'harbour/harbour.snapshot.zip': writeZip(
    [{ path: 'bagit.txt', bytes: new TextEncoder().encode('BagIt') }],
    null,
  ),
  'harbour/ledger.json': '{"brief":{"title":"Who Mends the North Quay?"}}',
  'ferry & fog/ferry & fog.epub': epub({
    title: 'The ferry <that> was "always" late & lost',
    identifier: 'ISBN 978-3-16-148410-0',
    authors: ['Ada Holm'],
    date: '2025-05-01',
    modified: '2025-05-02T08:30:00Z',
    metadata: series('Harbour papers', 2),
  }),
  'printed/printed.pdf': '%PDF-1.7\n%%EOF\n',
  'printed/ledger.json':
    '{"brief":{"title":"Printed only","identifier":"urn:uuid:22222222-2222-4222-8222-222222222222","date":"2024-01-09","lang":"en"}}',
  'printed/.briefpress-x1/half.epub': 'half',
  'notes.txt': 'nothing of ours',
  '.secret/secret.epub': 'nothing of ours',
});
