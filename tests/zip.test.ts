/** ZIP files: the same bytes every time, and no trick of a stranger's file goes unnoticed. */
import { join } from 'node:path';
import { deflateRawSync, crc32 } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memberContent } from '../src/zip/content.ts';
import { isPlainForm, memorySource, readZip, ZipError } from '../src/zip/read.ts';
import { writeZip, type ZipEntry } from '../src/zip/write.ts';

const entry = (path: string, text: string): ZipEntry => ({ path, bytes: Buffer.from(text) });
const ENTRIES = [
  entry('b/z.txt', 'zzz'),
  entry('b/\u{1f600}.txt', 'astral'),
  entry('b/\uff5e.txt', 'wide'),
  entry('b/empty', ''),
];
const DATE = '2025-03-04T10:20:31Z';

/** `path: content` of every file, or the flaws. */
async function read(bytes: Uint8Array): Promise<readonly string[]> {
  const source = memorySource(bytes);
  const zip = await readZip(source);
  if (zip.flaws.length > 0) return zip.flaws.map(({ rule }) => rule);
  const lines: string[] = [];
  for (const member of zip.members) {
    try {
      const pieces = await Array.fromAsync(memberContent(source, member), (piece) =>
        Buffer.from(piece),
      );
      lines.push(`${member.path}: ${Buffer.concat(pieces).toString()}`);
    } catch (error) {
      lines.push(error instanceof ZipError ? error.rule : String(error));
    }
  }
  return lines;
}

/** Every flaw as a person reads it. */
async function told(bytes: Uint8Array): Promise<readonly string[]> {
  const source = memorySource(bytes);
  const { members, flaws } = await readZip(source);
  const said = flaws.map(({ rule, says }) => `${says.replace('\n', '\\n')} [${rule}]`);
  for (const member of members) {
    const fault = await Array.fromAsync(memberContent(source, member)).catch(
      (error: ZipError) => error,
    );
    if (fault instanceof ZipError) said.push(`${fault.message} [${fault.rule}]`);
  }
  return said;
}

interface Part {
  readonly name: string;
  readonly data: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly size?: number;
  readonly crc?: number;
  readonly mode?: number;
  readonly local?: Partial<Part>;
  readonly at?: number;
  readonly descriptor?: boolean;
}

/** The fields that both headers share. */
const fields = ({
  name,
  data,
  method = 0,
  flags = 0,
  size = data.length,
  crc = crc32(data),
}: Part): Buffer => {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(flags, 2);
  head.writeUInt16LE(method, 4);
  head.writeUInt32LE(0x00210000, 6);
  head.writeUInt32LE(crc, 10);
  head.writeUInt32LE(data.length, 14);
  head.writeUInt32LE(size, 18);
  head.writeUInt16LE(Buffer.byteLength(name), 22);
  return head;
};

/** A ZIP file with every field free to lie. */
function forge(
  parts: readonly Part[],
  more: {
    before?: string;
    between?: string;
    after?: string;
    count?: number;
    comment?: string;
  } = {},
): Uint8Array {
  const members: Buffer[] = [Buffer.from(more.before ?? '')];
  const directory: Buffer[] = [];
  let at = members[0]!.length;
  for (const part of parts) {
    const local = { ...part, ...part.local };
    const descriptor = Buffer.alloc(part.descriptor ? 16 : 0);
    if (part.descriptor) {
      descriptor.writeUInt32LE(0x08074b50, 0);
      descriptor.writeUInt32LE(part.crc ?? crc32(part.data), 4);
      descriptor.writeUInt32LE(part.data.length, 8);
      descriptor.writeUInt32LE(part.size ?? part.data.length, 12);
    }
    const head = fields(local);
    if (part.descriptor) head.fill(0, 10, 22);
    const record = Buffer.concat([
      Buffer.from('PK\u0003\u0004'),
      head,
      Buffer.from(local.name),
      local.data,
      descriptor,
    ]);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(((part.mode ?? 0o100644) << 16) >>> 0, 6);
    central.writeUInt32LE(part.at ?? at, 10);
    directory.push(
      Buffer.concat([
        Buffer.from('PK\u0001\u0002'),
        Buffer.from([20, 3]),
        fields(part),
        central,
        Buffer.from(part.name),
      ]),
    );
    members.push(record);
    at += record.length;
  }
  const between = Buffer.from(more.between ?? '');
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(more.count ?? parts.length, 4);
  end.writeUInt16LE(more.count ?? parts.length, 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(at + between.length, 12);
  end.writeUInt16LE(Buffer.byteLength(more.comment ?? ''), 16);
  return Buffer.concat([
    ...members,
    between,
    listing,
    Buffer.from('PK\u0005\u0006'),
    end,
    Buffer.from(more.comment ?? ''),
    Buffer.from(more.after ?? ''),
  ]);
}

const file = (name: string, text = 'x', more: Partial<Part> = {}): Part => ({
  name,
  data: Buffer.from(text),
  ...more,
});
const deflated = (name: string, text: string, more: Partial<Part> = {}): Part => ({
  name,
  data: deflateRawSync(Buffer.from(text)),
  method: 8,
  size: Buffer.byteLength(text),
  crc: crc32(Buffer.from(text)),
  ...more,
});

describe('writing', () => {
  test('is the same for any order of the files, and sorted by the bytes of their names', async () => {
    const once = writeZip(ENTRIES, DATE);
    expect(Buffer.compare(once, writeZip(ENTRIES.toReversed(), DATE))).toBe(0);
    expect(await read(once)).toEqual([
      'b/empty: ',
      'b/z.txt: zzz',
      'b/\uff5e.txt: wide',
      'b/\u{1f600}.txt: astral',
    ]);
  });

  test('dates the files by what it is told, not by the clock or the time zone', () => {
    const zip = Buffer.from(writeZip([entry('a', '')], DATE));
    expect(zip.readUInt16LE(10)).toBe((10 << 11) | (20 << 5) | 15);
    expect(zip.readUInt16LE(12)).toBe((45 << 9) | (3 << 5) | 4);
    expect(Buffer.from(writeZip([entry('a', '')], null)).readUInt32LE(10)).toBe(0x0021_0000);
  });

  test('is in the plain form that reading recognises', async () => {
    const source = memorySource(writeZip(ENTRIES, DATE));
    expect(await isPlainForm(source, await readZip(source))).toBe(true);
  });

  test('reads back whatever was written', async () => {
    const names = fc.stringMatching(/^[a-zé]{1,8}(\/[a-z漢]{1,8}){0,2}$/u);
    const files = fc.uniqueArray(
      fc.record({ path: names, bytes: fc.uint8Array({ maxLength: 300 }) }),
      {
        selector: ({ path }) => path,
        maxLength: 12,
      },
    );
    await fc.assert(
      fc.asyncProperty(files, async (entries) => {
        const source = memorySource(writeZip(entries, DATE));
        const zip = await readZip(source);
        expect(zip.flaws).toEqual([]);
        for (const member of zip.members) {
          const pieces = await Array.fromAsync(memberContent(source, member), (piece) =>
            Buffer.from(piece),
          );
          expect(Buffer.concat(pieces)).toEqual(
            Buffer.from(entries.find(({ path }) => path === member.path)!.bytes),
          );
        }
      }),
    );
  });
});

describe('reading what others write', () => {
  test('packed files, folders, descriptors, comments', async () => {
    const zip = forge(
      [
        { name: 'd/', data: Buffer.alloc(0), mode: 0o040755 },
        deflated('d/a', 'abc'.repeat(99)),
        deflated('d/b', 'b', { flags: 8, descriptor: true }),
      ],
      { comment: 'hello' },
    );
    expect(await read(zip)).toEqual(['d/: ', `d/a: ${'abc'.repeat(99)}`, 'd/b: b']);
  });

  test('is not taken for our own form', async () => {
    for (const zip of [
      forge([file('a')]),
      forge([deflated('a', 'x')]),
      forge([file('a', 'x', { flags: 0x800 })], { comment: 'c' }),
    ]) {
      const source = memorySource(zip);
      expect(await isPlainForm(source, await readZip(source))).toBe(false);
    }
  });
});

describe('tricks', () => {
  const tricks: readonly (readonly [name: string, zip: Uint8Array, rules: readonly string[]])[] = [
    ['two files of one name', forge([file('a', '1'), file('a', '2')]), ['zip-duplicate']],
    ['a way out', forge([file('../a')]), ['zip-path']],
    ['a way out inside', forge([file('b/../../a')]), ['zip-path']],
    ['an absolute path', forge([file('/etc/passwd')]), ['zip-path']],
    ['a drive', forge([file('C:/x')]), ['zip-path']],
    ['a backslash', forge([file('..\\x')]), ['zip-path']],
    ['a control character', forge([file('a\nb')]), ['zip-path']],
    ['an empty name', forge([file('')]), ['zip-path']],
    ['a symbolic link', forge([file('a', '/etc/passwd', { mode: 0o120777 })]), ['zip-link']],
    ['a device', forge([file('a', '', { mode: 0o020666 })]), ['zip-link']],
    ['bytes before', forge([file('a')], { before: '#!/bin/sh\n' }), ['zip-trailing']],
    ['bytes behind', forge([file('a')], { after: 'more' }), ['zip-trailing']],
    ['bytes between', forge([file('a')], { between: 'hidden' }), ['zip-trailing']],
    [
      'bytes behind packed content',
      forge([
        {
          ...deflated('a', 'abc'),
          data: Buffer.concat([deflateRawSync(Buffer.from('abc')), Buffer.from('hidden')]),
        },
      ]),
      ['zip-trailing'],
    ],
    [
      'another name in the header',
      forge([file('a', 'x', { local: { name: 'b' } })]),
      ['zip-mismatch'],
    ],
    [
      'another checksum in the header',
      forge([file('a', 'x', { local: { crc: 1 } })]),
      ['zip-mismatch'],
    ],
    [
      'another size in the header',
      forge([file('a', 'x', { local: { size: 7 } })]),
      ['zip-mismatch'],
    ],
    [
      'another method in the header',
      forge([file('a', 'x', { local: { method: 8 } })]),
      ['zip-mismatch'],
    ],
    [
      'two files in the same bytes',
      forge([file('a', 'x'), file('a', 'x', { name: 'a', at: 0 })]),
      ['zip-duplicate', 'zip-mismatch'],
    ],
    ['a wrong checksum', forge([file('a', 'x', { crc: 1 })]), ['zip-checksum']],
    ['less content than claimed', forge([deflated('a', 'abc', { size: 9 })]), ['zip-damaged']],
    [
      'more content than claimed',
      forge([deflated('a', 'abc'.repeat(9), { size: 9 })]),
      ['zip-bomb'],
    ],
    [
      'a bomb',
      forge([deflated('a', '', { data: Buffer.alloc(400_000), size: 400_000_000 })]),
      ['zip-bomb'],
    ],
    ['sizes that can’t be', forge([deflated('a', 'x', { size: 90_000 })]), ['zip-mismatch']],
    ['a password', forge([file('a', 'x', { flags: 1 })]), ['zip-unsupported']],
    ['an unknown method', forge([file('a', 'x', { method: 99 })]), ['zip-unsupported']],
    ['a wrong count', forge([file('a')], { count: 2 }), ['zip-damaged']],
    ['nothing', new Uint8Array(0), ['zip-damaged']],
    ['no ZIP file', Buffer.from('hello, this is a letter and no archive at all'), ['zip-damaged']],
  ];
  const record: string[] = [];
  test.each(tricks)('%s', async (name, zip, rules) => {
    record.push(`== ${name}\n${(await told(zip)).map((line) => `${line}\n`).join('')}`);
    expect([...new Set(await read(zip))].sort()).toEqual(rules);
  });

  test('what is said is recorded', async () => {
    await expect(record.join('')).toMatchFileSnapshot(
      join(import.meta.dirname, 'archive/zip.messages.txt'),
    );
  });

  test('a file that is cut off anywhere', async () => {
    const whole = writeZip(ENTRIES, DATE);
    for (let length = 0; length < whole.length; length += 7)
      expect(await read(whole.subarray(0, length)), String(length)).toEqual(['zip-damaged']);
  });

  test('any changed byte', async () => {
    const whole = writeZip(ENTRIES, DATE);
    const right = await read(whole);
    for (let at = 0; at < whole.length; at++) {
      const changed = Uint8Array.from(whole);
      changed[at]! ^= 1 << (at % 8);
      const source = memorySource(changed);
      const plain = await readZip(source).then((zip) => isPlainForm(source, zip));
      expect([plain, ...(await read(changed))], String(at)).not.toEqual([true, ...right]);
    }
  });
});
