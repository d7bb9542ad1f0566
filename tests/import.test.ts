/**
 * Cases of import: `tests/imports/<name>/` holds `input.*`, a file, or a folder that is packed as a
 * ZIP file; what comes out is recorded beside it: `brief.md` or `transcript.txt`, and `told.txt`,
 * the messages and the full account. `as.txt` may hold options. `-u` records again.
 */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { VFile } from 'vfile';
import { afterAll, describe, expect, test } from 'vitest';
import { main } from '../src/cli.ts';
import { importDocument } from '../src/import/index.ts';
import { limits } from '../src/limits.ts';
import { readSource } from '../src/press/documents.ts';
import { importedBrief } from '../src/read/imported.ts';
import type { Ran } from '../src/world.ts';
import { diskWorld } from '../src/world/disk.ts';
import { docxOf, htmlOf, odtOf, page } from './support/documents.ts';
import { importOf, packed, zipOf } from './support/imports.ts';
import { depositionPages, lockedPdf, typesetPdf } from './support/typeset.ts';

const CASES = join(import.meta.dirname, 'imports');
const root = mkdtempSync(join(tmpdir(), 'briefpress-import-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Runs the command over a file that is already there. */
async function runImport(name: string, bytes: Uint8Array, args: readonly string[]) {
  const told: string[] = [];
  const out = join(root, name);
  const disk = diskWorld();
  const world = {
    ...disk,
    cwd: root,
    read: async (path: string, limit?: number) =>
      path.endsWith(`/${name}`) ? bytes : disk.read(path, limit),
    stdout: (text: string | Uint8Array) => void told.push(String(text)),
    stderr: (text: string) => void told.push(text),
  };
  const code = await main(['import', name, '-o', out, '--report', ...args], world);
  const made = existsSync(out) ? readdirSync(out, { recursive: true, encoding: 'utf8' }) : [];
  return { code, told: told.join('').replaceAll(root, '<folder>'), out, made };
}

describe('cases', () => {
  test.each(readdirSync(CASES))('%s', async (name) => {
    const folder = join(CASES, name);
    const input = readdirSync(folder).find((one) => one.startsWith('input.'))!;
    const path = join(folder, input);
    const bytes = statSync(path).isDirectory() ? packed(path) : readFileSync(path);
    const options = join(folder, 'as.txt');
    const args = existsSync(options) ? readFileSync(options, 'utf8').trim().split(/\s+/u) : [];
    const file = `${name}.${input.slice('input.'.length)}`;
    const { code, told, out, made } = await runImport(file, bytes, args);
    await expect(`${told}exit ${code}\n`).toMatchFileSnapshot(join(folder, 'told.txt'));
    for (const text of ['brief.md', 'transcript.txt', 'transcript.md', 'quotes.yml'])
      if (made.includes(text))
        await expect(readFileSync(join(out, text), 'utf8')).toMatchFileSnapshot(join(folder, text));
      else expect(existsSync(join(folder, text))).toBe(false);
    if (code === 0)
      expect(readFileSync(join(out, `original.${originalEnding(made)}`))).toEqual(
        Buffer.from(bytes),
      );
    else expect(made).toEqual([]);
  });
});

const originalEnding = (made: readonly string[]): string =>
  made.find((one) => one.startsWith('original.'))!.slice('original.'.length);

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const ONE = [{ type: 'p', pieces: [{ text: 'Words.', bold: false, italic: false }] }] as const;

/** Parts of parts. */
const deepMail = (depth: number): string =>
  Array.from(
    { length: depth },
    (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`,
  ).join('') + '\nWords.\n';

const bookOf = (body: string): Readonly<Record<string, string>> => ({
  'mimetype': 'application/epub+zip',
  'META-INF/container.xml':
    '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>',
  'a.opf':
    '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
  'a.xhtml': `<html><head><title/></head><body>${body}</body></html>`,
});

const LOCKED_BOOK = {
  'META-INF/encryption.xml':
    '<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></EncryptedData></encryption>',
};

describe('refusals and remarks', () => {
  const BAD: readonly (readonly [rule: string, name: string, content: string | Uint8Array])[] = [
    [
      'import-no-article',
      'links.html',
      `<!doctype html><nav>${'<a href="/x">A page</a> '.repeat(50)}</nav>`,
    ],
    [
      'import-encrypted',
      'locked.docx',
      Buffer.concat([OLE, Buffer.from('EncryptedPackage', 'utf16le')]),
    ],
    ['import-unknown', 'old.doc', OLE],
    ['import-unknown', 'letter.rtf', '{\\rtf1 Words.}'],
    ['import-damaged', 'empty.odt', zipOf({ mimetype: 'application/vnd.oasis.opendocument.text' })],
    [
      'import-encrypted',
      'locked.odt',
      zipOf({
        ...odtOf(ONE),
        'META-INF/manifest.xml': '<manifest:encryption-data manifest:checksum="x"/>',
      }),
    ],
    ['import-no-text', 'scan.pdf', typesetPdf([[], []])],
    ['import-damaged', 'cut.pdf', Buffer.from('%PDF-1.4\nnothing else')],
    ['import-encrypted', 'locked.pdf', lockedPdf()],
    [
      'import-large',
      'long.pdf',
      typesetPdf(Array.from({ length: limits.office.pages + 1 }, () => [])),
    ],
    ['import-part', 'some.pdf', typesetPdf([[{ text: 'Words.', x: 72, y: 700 }], []])],
    ['import-damaged', 'text.zip', 'Words that are no ZIP file.'],
    ['import-damaged', 'answer.docx', 'Not found.'],
    ['import-damaged', 'deep.eml', `MIME-Version: 1.0\nFrom: a\n${deepMail(40)}`],
    [
      'import-encrypted',
      'locked.eml',
      'From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/encrypted; boundary=x\n\n--x\n\nVersion: 1\n--x--\n',
    ],
    ['import-no-text', 'blank.eml', 'From: a@b.example\nMIME-Version: 1.0\n\n'],
    [
      'import-attached',
      'with.eml',
      'From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nWords.\n--x\nContent-Disposition: attachment; filename=a.csv\n\na\n--x--\n',
    ],
    ['import-encrypted', 'locked.epub', zipOf({ ...bookOf('<p>a</p>'), ...LOCKED_BOOK })],
    ['import-damaged', 'gone.epub', zipOf({ mimetype: 'application/epub+zip' })],
    ['import-damaged', 'empty.docx', zipOf({ 'word/document.xml': '' })],
    ['zip-damaged', 'cut.docx', zipOf(docxOf([])).subarray(0, 900)],
    [
      'import-damaged',
      'cut-text.docx',
      zipOf({ ...docxOf([]), 'word/document.xml': '<w:document><w:body>' }),
    ],
    [
      'import-entities',
      'entities.docx',
      zipOf({
        ...docxOf([]),
        'word/document.xml':
          '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>',
      }),
    ],
    ['import-macros', 'macros.docm', zipOf({ ...docxOf(ONE), 'word/vbaProject.bin': 'x' })],
    [
      'import-part',
      'broken.docx',
      zipOf({
        ...docxOf(ONE),
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Id="a" Type="x/styles" Target="gone.xml"/></Relationships>',
      }),
    ],
    ['import-unknown', 'things.zip', zipOf({ 'a.txt': 'words' })],
    ['import-large', 'large.html', `<!doctype html>${'<p>Words that were said. '.repeat(700_000)}`],
    ['import-kind', 'notes.docx', '<!doctype html><p>Words that were said.</p>'],
    ['import-left-out', 'hidden.html', '<!doctype html><p>Words.</p><p hidden>Not to be seen.</p>'],
    ['import-left-out', 'hidden.html', '<!doctype html><p>Words.</p><p hidden>Not to be seen.</p>'],
    [
      'import-image',
      'far.html',
      '<!doctype html><p>Here: <img src="http://x.example/a.png"> it is.</p>',
    ],
  ];
  test.each(BAD)('%s', async (rule, name, content) => {
    const { messages, says } = await importOf(name, content);
    expect(messages).toContain(rule);
    expect(says).not.toContain('undefined');
  });

  test('import-unexplained: what the account does not explain is not written', async () => {
    const { imported } = await importOf('a.html', '<!doctype html><p>All the words.</p>');
    const { tallied } = await import('../src/import/index.ts');
    const file = new VFile();
    const counted = tallied('All the words, and more.');
    expect(importedBrief({ ...imported!, counted }, file)).toBeNull();
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['import-unexplained']);
  });

  const CHANGE = {
    kind: 'deleted',
    by: 'Ida',
    words: 'not',
    place: 'paragraph 3',
    isQuoted: true,
  } as const;
  test('import-changes and import-changed-quotation', async () => {
    const { toldChanges } = await import('../src/import/index.ts');
    const file = new VFile();
    expect(toldChanges([CHANGE], { changes: null }, file)).toBe(false);
    expect(toldChanges([CHANGE], { changes: 'accept' }, new VFile())).toBe(true);
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual([
      'import-changes',
      'import-changed-quotation',
    ]);
  });
});

describe('a deposition as PDF', () => {
  const SAID = [
    'Q.  Good morning. You run the',
    '    night ferry?',
    'A.  I do, and have for eleven',
    '    winters without an acci-',
    '    dent of any kind.',
    'MR. LUND:  Objection, form.',
    'THE WITNESS:  It is true.',
  ];
  const lines = [
    'IDA MOEN, having been first duly sworn, testified:',
    'EXAMINATION BY MS. LEE:',
    ...Array.from({ length: 70 }, (_, i) => SAID[i % SAID.length]!),
  ];

  test('keeps page and line of every turn, and who spoke', async () => {
    const bytes = typesetPdf(depositionPages(lines, 12));
    const file = new VFile();
    const input = { sourceId: 's', name: 'd.pdf', shown: 'd.pdf', format: null, bytes };
    const transcript = await readSource({ ...input, participants: [] }, file, diskWorld().run);
    const numbered = transcript!.numbered!;
    const pages = transcript!.pages!;
    const placeOf = (at: number): string =>
      `${pages.findLast(({ from }) => from <= at)!.page}:${numbered.findLast(({ from }) => from <= at)!.line}`;
    const found = transcript!.turns
      .filter(({ voice }) => voice === 'named')
      .map(({ speaker, map, text: words }) => [placeOf(map[0]!.at), speaker, words.split('\n')[0]]);
    const expected = lines.flatMap((line, i) => {
      const said = /^(Q\.|A\.|MR\. LUND:|THE WITNESS:) {2}(.*)$/u.exec(line);
      const speakers = { 'Q.': 'MS. LEE', 'MR. LUND:': 'MR. LUND' } as Record<string, string>;
      return said
        ? [
            [
              `${12 + Math.floor(i / 25)}:${(i % 25) + 1}`,
              speakers[said[1]!] ?? 'IDA MOEN',
              said[2],
            ],
          ]
        : [];
    });
    expect(found).toEqual(expected);
    expect(transcript!.text).not.toContain('Harbour Reporting');
  });
});

describe('RTF', () => {
  const outcome = async (ran: Ran | null) => {
    const file = new VFile({ path: 'a.rtf' });
    const wish = { changes: null, run: () => Promise.resolve(ran) };
    const read = await importDocument(Buffer.from('{\\rtf1 a}'), 'a.rtf', wish, file);
    return [read && importedBrief(read, file)?.text, file.messages.map(({ ruleId }) => ruleId)];
  };
  const ended = (code: number, stdout: Uint8Array): Ran => ({ code, stdout, stderr: '' });

  test('is what LibreOffice made of it, and says so', async () => {
    expect(await outcome(ended(0, zipOf(docxOf(ONE))))).toEqual(['Words.\n', ['import-converted']]);
  });
  test('is refused without one, or where it failed', async () => {
    expect(await outcome(null)).toEqual([null, ['import-unknown']]);
    expect(await outcome(ended(127, new Uint8Array()))).toEqual([null, ['import-unknown']]);
    expect(await outcome(ended(1, new Uint8Array()))).toEqual([null, ['import-damaged']]);
    expect(await outcome(ended(0, new Uint8Array()))).toEqual([null, ['import-damaged']]);
  });
});

describe('a PDF as prose', () => {
  const column = (words: readonly string[], x: number) =>
    words.map((text, i) => ({ text, x, y: 700 - 14 * i }));
  const left = Array.from({ length: 10 }, (_, i) => `left words of the line ${i} go`);
  const right = Array.from({ length: 10 }, (_, i) => `right words of the line ${i}`);

  test('reads columns one after the other, and marks hyphens at the ends of lines', async () => {
    const pages = [
      [
        { text: 'A Headline over Both', x: 72, y: 740, size: 18 },
        ...column(left, 72),
        ...column([...right.slice(0, 9), 'right words of the trans-'], 330),
      ],
      [{ text: 'port, and no more.', x: 72, y: 700 }],
    ];
    const { text, account } = await importOf('c.pdf', typesetPdf(pages));
    expect(text).toContain('# A Headline over Both');
    expect(text!.indexOf('left words of the line 9')).toBeLessThan(
      text!.indexOf('right words of the line 0'),
    );
    expect(text).toContain('trans\u00adport, and no more.');
    expect(account?.unexplained).toEqual([]);
  });

  test('takes running heads and page numbers off, and names them', async () => {
    const pages = Array.from({ length: 5 }, (_, i) => [
      { text: 'Harbour Review', x: 72, y: 760 },
      { text: `Page ${i + 3} has words of its own, and more of them.`, x: 72, y: 600 },
      { text: String(i + 3), x: 300, y: 30 },
    ]);
    const { text, imported } = await importOf('h.pdf', typesetPdf(pages));
    expect(text).not.toContain('Harbour Review');
    expect(imported?.losses.map(({ words, place }) => `${place}: ${words}`)).toContain('page 4: 4');
  });
});

describe('the account', () => {
  test('explains every character of any page', async () => {
    await fc.assert(
      fc.asyncProperty(page, async (tree) => {
        const { account, messages } = await importOf('page.html', htmlOf(tree));
        expect(messages).not.toContain('import-unexplained');
        expect(account?.unexplained ?? []).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('explains every character of any Word document', async () => {
    await fc.assert(
      fc.asyncProperty(page, async (tree) => {
        const { account, messages } = await importOf('a.docx', zipOf(docxOf(tree)));
        expect(messages).toEqual([]);
        expect(account?.unexplained).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('explains every character of any OpenDocument text', async () => {
    await fc.assert(
      fc.asyncProperty(page, async (tree) => {
        const { account, messages } = await importOf('a.odt', zipOf(odtOf(tree)));
        expect(messages).toEqual([]);
        expect(account?.unexplained).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('counts without the reader: a text that a reader loses is missed', async () => {
    const { tallied, balancedAccount } = await import('../src/import/index.ts');
    const { countHtml } = await import('../src/import/html/count.ts');
    const counted = countHtml('<p>A word <b>less</b></p>');
    expect(balancedAccount(counted, tallied('A word less'), [], []).unexplained).toEqual([]);
    expect(balancedAccount(counted, tallied('A word'), [], []).unexplained).toContainEqual({
      char: 's',
      count: 2,
    });
  });
});
