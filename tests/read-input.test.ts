/** Where briefs come from, and what is refused before anything is parsed. */
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { decodeBrief, firstBadByte } from '../src/read/decode.ts';
import { locateBrief } from '../src/read/locate.ts';
import { diskWorld } from '../src/world/disk.ts';
import { inFolder, read, readText } from './read-help.ts';

const naming = (name: string): string => `---\ntitle: T\nsources: [{file: ${name}}]\n---\nText.\n`;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function decoded(bytes: Uint8Array): readonly [text: string | null, said: readonly string[]] {
  const file = new VFile();
  const text = decodeBrief(bytes, file);
  return [
    text,
    file.messages.map(
      (message) =>
        `${message.line ?? '-'}:${message.column ?? '-'} ${message.ruleId} ${message.reason}`,
    ),
  ];
}

describe('bytes', () => {
  const cases: readonly (readonly [name: string, bytes: Uint8Array, says: string])[] = [
    ['nothing', utf8(''), '-:- empty The file has no text'],
    ['white space', utf8(' \n\t\n'), '-:- empty The file has no text'],
    [
      'a lone continuation byte',
      Uint8Array.from([0x61, 0x0a, 0xc3, 0xa9, 0x80]),
      '2:2 encoding Byte 0x80 at offset 4 is not UTF-8',
    ],
    [
      'Latin-1',
      Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x20]),
      '1:4 encoding Byte 0xE9 at offset 3 is not UTF-8',
    ],
    [
      'an overlong form',
      Uint8Array.from([0x61, 0xc0, 0xaf]),
      '1:2 encoding Byte 0xC0 at offset 1 is not UTF-8',
    ],
    [
      'a surrogate',
      Uint8Array.from([0x61, 0xed, 0xa0, 0x80]),
      '1:2 encoding Byte 0xED at offset 1 is not UTF-8',
    ],
    [
      'a cut character',
      Uint8Array.from([0x61, 0xe2, 0x80]),
      '1:2 encoding Byte 0xE2 at offset 1 is not UTF-8',
    ],
    [
      'UTF-16, little end first',
      Uint8Array.from([0xff, 0xfe, 0x61, 0]),
      '-:- encoding The file is UTF-16, not UTF-8',
    ],
    [
      'UTF-16, big end first',
      Uint8Array.from([0xfe, 0xff, 0, 0x61]),
      '-:- encoding The file is UTF-16, not UTF-8',
    ],
    [
      'UTF-32',
      Uint8Array.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]),
      '-:- encoding The file is UTF-32, not UTF-8',
    ],
    [
      'UTF-16 without mark',
      Uint8Array.from([0x61, 0, 0x62, 0]),
      '-:- binary The file is binary (it has a NUL byte), not text',
    ],
    ['a PDF', utf8('%PDF-1.7\n'), '-:- binary The file is a PDF, not text'],
    [
      'a Word file',
      Uint8Array.from([0x50, 0x4b, 3, 4, 0x14]),
      '-:- binary The file is a Word, EPUB or ZIP file, not text',
    ],
    [
      'an escape character',
      utf8('a\nb\u001b[31m'),
      '2:2 character The character U+001B can’t stand in a book',
    ],
    ['a noncharacter', utf8('a\uffff'), '1:2 character The character U+FFFF can’t stand in a book'],
  ];
  test.each(cases)('%s is refused', (_, bytes, says) => {
    expect(decoded(bytes)).toEqual([null, [says]]);
  });

  test('the byte order mark is no part of the text', () => {
    expect(decoded(utf8('\ufeff# Title'))).toEqual(['# Title', []]);
  });

  test('the first bad byte agrees with the decoder of the platform', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        const fatal = new TextDecoder('utf-8', { fatal: true });
        const valid = (part: Uint8Array): boolean => {
          try {
            return fatal.decode(part) !== null;
          } catch {
            return false;
          }
        };
        const at = firstBadByte(bytes);
        expect(valid(bytes)).toBe(at === bytes.length);
        expect(valid(bytes.subarray(0, at))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('an exact limit on size', () => {
    expect(decoded(new Uint8Array(16 * 1024 * 1024 + 1))[1]).toEqual([
      '-:- too-complex The file is larger than 16777216 bytes, the most that a brief may have',
    ]);
  });
});

describe('shapes that would cost too much', () => {
  const cases: readonly (readonly [name: string, text: string, says: string])[] = [
    ['a line without end', `# a\n${'x'.repeat(200_001)}`, '2:1 too-complex'],
    ['a line of markup', `a\n\n${'a_ '.repeat(6000)}`, '3:1 too-complex'],
    ['a paragraph of markup', `# T\n\n${'a_ b_ c_\n'.repeat(6000)}`, '5003:1 too-complex'],
    ['quotations in quotations', '> '.repeat(101), '1:1 too-complex'],
    ['a list in lists on one line', `${'- '.repeat(101)}x`, '1:1 too-complex'],
    [
      'a list in lists line by line',
      `# T\n\n${Array.from({ length: 120 }, (_, i) => `${'  '.repeat(i)}- x`).join('\n')}`,
      '103:1 too-complex',
    ],
    ['directives in directives', ':::quote\n'.repeat(120), '101:1 too-complex'],
    ['emphasis in emphasis', `${'*a **b '.repeat(60)}x${'x** x*'.repeat(60)}`, '1:'],
  ];
  test.each(cases)('%s', async (_, text, says) => {
    const { brief, said } = await readText(text);
    expect(brief === null).toBe(true);
    expect(said.join()).toContain('too-complex');
    expect(said[0]).toMatch(new RegExp(`^${says}`, 'u'));
  });

  const fine: readonly (readonly [name: string, text: string])[] = [
    ['a long list of links', '- [a](https://a.example/b)\n'.repeat(3000)],
    ['a long table', `| a | b |\n|---|---|\n${'| *a* | b |\n'.repeat(1000)}`],
    ['a hundred context notes', ':::context\nOld.\n:::\n\n'.repeat(150)],
    ['far indented code', `\`\`\`\n${' '.repeat(150)}x\n\`\`\``],
  ];
  test.each(fine)('%s is none', async (_, text) => {
    const { brief } = await readText(`# Title\n\n${text}`);
    expect(brief).not.toBeNull();
  });
});

describe('places', () => {
  test('a file, a folder, and their names', async () => {
    await inFolder(
      { 'harbour/brief.md': '# A', 'notes/My Notes.md': '# B', 'pasted/brief.txt': 'A' },
      async (cwd) => {
        const world = { ...diskWorld(), cwd };
        const at = async (path: string) => locateBrief(world, path, new VFile());
        expect(await at('harbour')).toEqual({
          file: join(cwd, 'harbour/brief.md'),
          root: join(cwd, 'harbour'),
          slug: 'harbour',
          shown: 'harbour/brief.md',
        });
        expect(await at('harbour/brief.md')).toMatchObject({ slug: 'harbour' });
        expect(await at('notes/My Notes.md')).toMatchObject({
          slug: 'my-notes',
          shown: 'notes/My Notes.md',
        });
        expect(await at('pasted')).toMatchObject({ slug: 'brief', shown: 'pasted/brief.txt' });
      },
    );
  });

  test('what is not there is said once, with its name', async () => {
    await inFolder({ 'empty/draft.md': '# A', 'bare/x.bin': 'x' }, async (cwd) => {
      const missing = await read({ path: 'nowhere.md' }, cwd);
      expect([missing.brief, missing.said, missing.file.path]).toEqual([
        null,
        ['-:- input-missing'],
        'nowhere.md',
      ]);
      const folder = await read({ path: 'empty' }, cwd);
      expect(folder.said).toEqual(['-:- no-brief']);
      expect(folder.file.messages[0]!.note).toBe(`Name the file: ${join('empty', 'draft.md')}.`);
      expect((await read({ path: '/dev/null' }, cwd)).said).toEqual(['-:- input-missing']);
    });
  });

  test('the transcript beside the brief, the one it names, the one asked for', async () => {
    const text = '# Title\n\n# Source\n\nA tape.\n';
    await inFolder(
      {
        'a/brief.md': text,
        'a/transcript.vtt': 'WEBVTT',
        'a/other.txt': 'x',
        'b/brief.md': `---\ntranscript: tape.txt\n---\n${text}`,
      },
      async (cwd) => {
        const fileOf = async (path: string, transcript?: string) =>
          (await read({ path, ...(transcript ? { transcript } : {}) }, cwd)).brief!.sources.map(
            ({ file }) => file,
          );
        expect(await fileOf('a')).toEqual(['transcript.vtt']);
        expect(await fileOf('b')).toEqual(['tape.txt']);
        expect(await fileOf('a', 'a/other.txt')).toEqual(['other.txt']);
        expect(await fileOf('b', 'a/other.txt')).toEqual([join('..', 'a', 'other.txt')]);
      },
    );
  });

  test('a transcript outside the brief’s folder is refused, also behind a link', async () => {
    await inFolder(
      {
        'out.txt': 'x',
        'a/brief.md': naming('../out.txt'),
        'b/brief.md': naming('in.txt'),
        'c/brief.md': naming('/etc/passwd'),
      },
      async (cwd) => {
        await symlink(join(cwd, 'out.txt'), join(cwd, 'b/in.txt'));
        for (const path of ['a', 'b', 'c'])
          expect([path, (await read({ path }, cwd)).said]).toEqual([path, ['3:18 source-unsafe']]);
      },
    );
  });

  test('several transcripts are told', async () => {
    await inFolder(
      { 'brief.md': '# T\n\nText.', 'transcript.srt': '1', 'transcript.txt': 'x' },
      async (cwd) => {
        const { brief, said } = await read({ path: '.' }, cwd);
        expect(said).toEqual(['-:- transcript-several']);
        expect(brief!.sources[0]!.file).toBe('transcript.srt');
      },
    );
  });

  test('the sidecar', async () => {
    const sidecar =
      '- quote: the third boat\n  kind: term\n  why: A name on the quay.\n- quote: q-0a1b2c3d\n  speaker: Runa\n  verify: false\n  accepted-by: The desk\n  status: accepted\n';
    await inFolder(
      {
        'brief.md': '---\ntitle: T\nquotes: {overrides: [{quote: x y, kind: none}]}\n---\nText.',
        'quotes.yml': sidecar,
        'bad/brief.md': '# T',
        'bad/quotes.yaml': '- quote: a b\n  knd: term\n',
      },
      async (cwd) => {
        const { brief, said } = await read({ path: 'brief.md' }, cwd);
        expect(said).toEqual([]);
        expect(
          brief!.overrides.map(({ from, key, markup, status, acceptedBy }) => [
            from,
            key,
            markup.as,
            markup.by,
            markup.verify,
            status,
            acceptedBy,
          ]),
        ).toEqual([
          ['sidecar', 'the third boat', 'term', null, true, null, null],
          ['sidecar', 'q-0a1b2c3d', 'quote', 'Runa', false, 'accepted', 'The desk'],
          ['front-matter', 'x y', 'none', null, true, null, null],
        ]);
        const bad = await read({ path: 'bad' }, cwd);
        expect(bad.said).toEqual(['2:3 front-matter-key']);
        expect(bad.file.messages[0]!.file).toBe(join('bad', 'quotes.yaml'));
      },
    );
  });
});
