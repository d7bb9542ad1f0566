/** The book for word processors, read back from its XML; `.ci/` opens it with LibreOffice where that is installed. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { SaxesParser } from 'saxes';
import { afterAll, describe, expect, test } from 'vitest';
import { openPress } from '../src/press.ts';
import { failed } from '../src/rules/flag.ts';
import { diskWorld } from '../src/world/disk.ts';
import { plain } from './support/press.ts';

const root = mkdtempSync(join(tmpdir(), 'docx-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const press = openPress({ ...diskWorld(), cwd: root, env: { PATH: process.env['PATH'] } }, plain);

interface Read {
  readonly bytes: Buffer;
  readonly parts: ReadonlyMap<string, string>;
  readonly said: readonly string[];
}

async function docxOf(input: string): Promise<Read> {
  const proof = await press.proof(input);
  expect(failed(proof.file)).toBe(false);
  const [artifact] = await press.print(proof, ['docx']);
  const bytes = Buffer.from(artifact!.bytes);
  const zip = await JSZip.loadAsync(bytes);
  const parts = new Map<string, string>();
  for (const file of Object.values(zip.files))
    if (/\.(?:xml|rels)$/u.test(file.name)) parts.set(file.name, await file.async('string'));
  return { bytes, parts, said: proof.file.messages.map(({ ruleId }) => String(ruleId)) };
}

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The smallest WebP: VP8L, one pixel. */
const WEBP = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64');

const BRIEF = `---
title: The Winter Timetable
subtitle: What was said
date: 2025-02-03
lang: en
authors: [A. Writer]
classification: For the council
participants: [{name: Runa Halvorsen, role: mayor}, Piet de Vries]
data: {figures: figures.csv}
transcript: transcript.txt
---

# Summary

Runa Halvorsen said: “Two boats are enough.”[^1] Then she spoke of “two boats” *again*, and **bold** \`code\`, see [the rest](#rest) and <https://example.org/>.

Piet de Vries said: “The harbour is closed in summer to every ship of the town.”

[^1]: A note of the author’s, with “Nobody asked us.” in it.

# Rest

## Below

> “We sail when there is fog.” — Piet de Vries

1. one
   - inner
2. two

   more of two

| Side | Toll |
|---|--:|
| North | 12 |

![A quay](quay.png)

![Not shown](quay.webp)

::figures[Tolls]{data=figures}

\`\`\`
a
 b
\`\`\`
`;

const files = {
  'brief.md': BRIEF,
  'figures.csv': 'side,toll\nNorth,12\n',
  'transcript.txt':
    'HALVORSEN: Two boats are enough.\n\nDE VRIES: Nobody asked us. The harbour is closed in winter to every ship of the town. We sail when there is fog.\n',
};
for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
writeFileSync(join(root, 'quay.png'), PIXEL);
writeFileSync(join(root, 'quay.webp'), WEBP);

const words = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:p[ >]/gu)]
    .map(([, text]) => text ?? '\n')
    .join('');

describe('a book for word processors', async () => {
  const { bytes, parts, said } = await docxOf(join(root, 'brief.md'));
  const part = (name: string): string => parts.get(name) ?? '';
  const text = part('word/document.xml');

  test('is made of well-formed parts, the types of which come first', () => {
    expect([...parts.keys()][0]).toBe('[Content_Types].xml');
    for (const [name, xml] of parts) {
      const parser = new SaxesParser({ xmlns: true });
      parser.on('error', (error) => {
        throw new Error(`${name}: ${error.message}`);
      });
      parser.write(xml).close();
    }
  });

  test('is the same, byte for byte, each time', async () => {
    expect((await docxOf(join(root, 'brief.md'))).bytes.equals(bytes)).toBe(true);
  });

  test('says its title, its author, its language and its date', () => {
    expect(part('docProps/core.xml')).toContain('<dc:title>The Winter Timetable</dc:title>');
    expect(part('docProps/core.xml')).toContain('<dc:creator>A. Writer</dc:creator>');
    expect(part('docProps/core.xml').match(/2025-02-03T00:00:00Z/gu)).toHaveLength(2);
    expect(part('word/styles.xml')).toContain('<w:lang w:val="en-US"');
  });

  test('has headings by their styles', () => {
    const styles = [...text.matchAll(/<w:pStyle w:val="(Title|Subtitle|Heading\d)"\/>/gu)].map(
      ([, name]) => name,
    );
    expect(styles).toEqual([
      'Title',
      'Subtitle',
      'Heading1',
      'Heading1',
      'Heading2',
      'Heading1',
      'Heading1',
    ]);
  });

  test('has the appendix as endnotes, in the order of their numbers, counted in figures', () => {
    const ids = [...text.matchAll(/<w:endnoteReference w:id="(\d+)"\/>/gu)].map(([, id]) =>
      Number(id),
    );
    expect(ids).toEqual([...ids].toSorted((a, b) => a - b));
    expect(text).toContain('<w:numFmt w:val="decimal"/>');
    const notes = part('word/endnotes.xml');
    for (const id of ids) expect(notes).toContain(`<w:endnote w:id="${id}">`);
    expect(words(notes)).toContain('Two boats are enough.');
    expect(words(notes)).toContain('Runa Halvorsen');
    expect(words(notes)).toMatch(/transcript\.txt|source, turn 1/u);
    // Quoted in an author's note alone, where no endnote can stand: in the appendix behind the text.
    expect(words(text)).toContain('Nobody asked us.');
  });

  test('has verdicts as comments around the words', () => {
    const comments = part('word/comments.xml');
    const at = text.indexOf('“The harbour is closed');
    const start = text.lastIndexOf('<w:commentRangeStart w:id="', at);
    const id = /w:id="(\d+)"/u.exec(text.slice(start))![1]!;
    expect(text.indexOf(`<w:commentRangeEnd w:id="${id}"/>`)).toBeGreaterThan(at);
    const comment = new RegExp(`<w:comment w:id="${id}".*?</w:comment>`, 'u').exec(comments)![0];
    expect(comment).toContain('w:date="2025-02-03T00:00:00Z"');
    expect(words(comment)).toContain('altered');
    expect(comment).toContain('<w:strike/>');
    const ends = text.match(/<w:commentRangeEnd/gu)!;
    expect(text.match(/<w:commentRangeStart/gu)).toHaveLength(ends.length);
    expect(comments.match(/<w:comment /gu)).toHaveLength(ends.length);
  });

  test('has the author’s notes as footnotes', () => {
    expect(text.match(/<w:footnoteReference w:id="1"\/>/gu)).toHaveLength(1);
    expect(words(part('word/footnotes.xml'))).toContain(
      'A note of the author’s, with “Nobody asked us.”',
    );
    expect(part('word/footnotes.xml')).not.toContain('endnoteReference w:id');
  });

  test('has tables with a head, also for what is drawn elsewhere', () => {
    expect(text.match(/<w:tbl>/gu)).toHaveLength(2);
    expect(text.match(/<w:tblHeader\/>/gu)).toHaveLength(2);
    expect(words(text)).toContain('\nside\ntoll\nNorth\n12');
  });

  test('has images with what they show, and names those that it can’t have', () => {
    expect(text.match(/<wp:docPr [^>]*descr="A quay"/gu)).toHaveLength(1);
    expect(words(text)).toContain('[Not shown]');
    expect(said).toContain('docx-image');
  });

  test('has lists, links and code', () => {
    expect(text.match(/<w:numPr>/gu)!.length).toBe(3);
    expect(text).toContain('<w:hyperlink w:history="1" w:anchor="rest"');
    expect(part('word/_rels/document.xml.rels')).toContain('Target="https://example.org/"');
    expect(text).toContain('Courier New');
  });
});

test('numbers that word processors would count otherwise are written', async () => {
  writeFileSync(
    join(root, 'order.md'),
    'She spoke of “long winter nights of ice”[^1] first.\n\n[^1]: Ann Lee said: “It was the worst of all years.”\n\nAnn Lee said: “We had long winter nights of ice.”\n\nAnn Lee said: “We never went out again.”\n\n# Participants\n\n- Ann Lee\n',
  );
  const { parts } = await docxOf(join(root, 'order.md'));
  const text = parts.get('word/document.xml')!;
  const marks = [
    ...text.matchAll(
      /<w:endnoteReference (?:w:customMarkFollows="1" )?w:id="(\d+)"\/>(?:<w:t>(\d+)<\/w:t>)?/gu,
    ),
  ];
  const shown = marks.map(([, id, mark], i) => [Number(id), mark ?? String(i + 1)]);
  expect(shown.every(([id, mark]) => String(id) === mark)).toBe(true);
});

test('a brief in Hebrew runs from right to left', async () => {
  writeFileSync(join(root, 'he.md'), '---\ntitle: שלום\nlang: he\n---\n\n# שלום\n\nזה טקסט.\n');
  const { parts } = await docxOf(join(root, 'he.md'));
  expect(parts.get('word/document.xml')).toContain('<w:bidi/>');
  expect(parts.get('word/document.xml')).toContain('<w:rtl/>');
});

test('the sample names no path and no machine', async () => {
  const { parts } = await docxOf(join(import.meta.dirname, '../content/harbour-hearing'));
  const all = [...parts.values()].join('\n');
  expect(all).not.toContain(import.meta.dirname);
  expect(
    readFileSync(join(import.meta.dirname, '../content/harbour-hearing/brief.md'), 'utf8'),
  ).toContain('#');
});
