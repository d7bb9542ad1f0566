/**
 * Bags made by hand after RFC 8493, valid and not; what is said of each is recorded in
 * tests/archive/bags.messages.txt. `npm test -- tests/archive-bags.test.ts -u` records again.
 */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  bagOf,
  declaration,
  hash,
  manifest,
  rulesOf,
  saidOfFolder,
  type Files,
} from './support/archive.ts';

interface Case {
  readonly name: string;
  readonly files: Files;
  readonly links?: Readonly<Record<string, string>>;
  /** Rules that speak; none for a valid bag. */
  readonly rules: readonly string[];
}

const A = { 'data/a.txt': 'alpha\n' };
const TWO = { ...A, 'data/b/c.txt': 'beta\n' };
const line = (path: string, content = 'alpha\n'): string => `${hash('sha256', content)}  ${path}\n`;
const old = (version: string, payload: Files, more: Files = {}): Files =>
  bagOf(payload, {
    'bagit.txt': declaration(version),
    'manifest-sha256.txt': '',
    'manifest-md5.txt': manifest('md5', payload),
    ...more,
  });
const without = (files: Files, path: string): Files =>
  Object.fromEntries(Object.entries(files).filter(([name]) => name !== path));
const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');
const NFC = 'data/\u00e9.txt';
const NFD = 'data/e\u0301.txt';

const cases: readonly Case[] = [
  // valid
  { name: 'the smallest bag', files: bagOf(), rules: [] },
  {
    name: 'folders, empty files, odd names',
    files: bagOf(
      { 'data/x y/ü.txt': 'u', 'data/empty': '', 'data/100%25.txt': 'p', "data/it's": 'q' },
      {
        'manifest-sha256.txt': `${line('data/x y/ü.txt', 'u')}${line('data/empty', '')}${line('data/100%2525.txt', 'p')}${line("data/it's", 'q')}`,
      },
    ),
    rules: [],
  },
  {
    name: 'two manifests, tag manifests, bag-info',
    files: bagOf(TWO, {
      'manifest-sha512.txt': manifest('sha512', TWO),
      'bag-info.txt': 'Payload-Oxum: 11.2\nExternal-Description: a long\n  story\n',
      'tagmanifest-sha256.txt': manifest('sha256', { 'bagit.txt': declaration() }),
    }),
    rules: [],
  },
  {
    name: 'md5 and sha1 are known',
    files: bagOf(A, {
      'manifest-md5.txt': manifest('md5', A),
      'manifest-sha1.txt': manifest('sha1', A),
    }),
    rules: [],
  },
  {
    name: 'sha3',
    files: bagOf(A, { 'manifest-sha3512.txt': `${hash('sha3-512', 'alpha\n')}  data/a.txt\n` }),
    rules: [],
  },
  {
    name: 'capital digits, tab, CRLF',
    files: bagOf(A, {
      'manifest-sha256.txt': `${hash('sha256', 'alpha\n').toUpperCase()}\tdata/a.txt\r\n`,
    }),
    rules: [],
  },
  {
    name: 'no payload at all',
    files: { ...bagOf({}), 'bag/data/b/.x': '', 'bag/manifest-sha256.txt': line('data/b/.x', '') },
    rules: [],
  },
  {
    name: 'UTF-16 tag files',
    files: bagOf(A, {
      'bagit.txt': declaration('1.0', 'UTF-16'),
      'manifest-sha256.txt': utf16(line('data/a.txt')),
    }),
    rules: [],
  },
  {
    name: 'ISO-8859-1 tag files',
    files: bagOf(
      { 'data/ü.txt': 'u' },
      {
        'bagit.txt': declaration('1.0', 'ISO-8859-1'),
        'manifest-sha256.txt': Buffer.from(line('data/ü.txt', 'u'), 'latin1'),
      },
    ),
    rules: [],
  },
  {
    name: 'version 0.97 with loose white space',
    files: old('0.97', A, {
      'bagit.txt': 'BagIt-Version : 0.97\nTag-File-Character-Encoding :UTF-8\n',
    }),
    rules: [],
  },
  {
    name: 'version 0.93, file in one of two manifests',
    files: old('0.93', TWO, { 'manifest-sha256.txt': line('data/a.txt') }),
    rules: [],
  },
  {
    name: 'fetch.txt of files that are there',
    files: bagOf(A, { 'fetch.txt': 'https://example.org/a.txt 6 data/a.txt\n' }),
    rules: [],
  },
  { name: 'extra tag file in a plain bag', files: bagOf(A, { 'notes/x.txt': 'free' }), rules: [] },
  // warnings
  {
    name: 'detour in a path',
    files: bagOf(A, { 'manifest-sha256.txt': line('./data/a.txt') }),
    rules: ['bag-path-odd'],
  },
  {
    name: 'the asterisk of md5sum',
    files: bagOf(A, { 'manifest-sha256.txt': `${hash('sha256', 'alpha\n')} *data/a.txt\n` }),
    rules: ['bag-manifest-star'],
  },
  {
    name: 'file listed in another Unicode form',
    files: bagOf({ [NFD]: 'e' }, { 'manifest-sha256.txt': line(NFC, 'e') }),
    rules: ['bag-path-odd'],
  },
  {
    name: 'names that differ in case only',
    files: bagOf({ 'data/a.txt': 'a', 'data/A.txt': 'A' }),
    rules: ['bag-collision'],
  },
  {
    name: 'files of the system',
    files: bagOf({ ...A, 'data/.DS_Store': 's', 'data/Thumbs.db': 't' }),
    rules: ['bag-system-file'],
  },
  {
    name: 'listed twice alike before 1.0',
    files: old('0.97', A, { 'manifest-md5.txt': manifest('md5', A).repeat(2) }),
    rules: ['bag-path-twice-alike'],
  },
  // errors
  { name: 'no bagit.txt', files: without(bagOf(), 'bag/bagit.txt'), rules: ['bag-declaration'] },
  {
    name: 'byte order mark in bagit.txt',
    files: bagOf(A, { 'bagit.txt': `\ufeff${declaration()}` }),
    rules: ['bag-declaration'],
  },
  {
    name: 'white space in bagit.txt of 1.0',
    files: bagOf(A, { 'bagit.txt': 'BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n' }),
    rules: ['bag-declaration'],
  },
  {
    name: 'a third line in bagit.txt',
    files: bagOf(A, { 'bagit.txt': `${declaration()}More: yes\n` }),
    rules: ['bag-declaration'],
  },
  {
    name: 'bag of a newer version',
    files: bagOf(A, { 'bagit.txt': declaration('2.0') }),
    rules: ['bag-version'],
  },
  {
    name: 'unknown encoding',
    files: bagOf(A, { 'bagit.txt': declaration('1.0', 'EBCDIC-X') }),
    rules: ['bag-encoding', 'bag-unlisted'],
  },
  {
    name: 'manifest in another encoding',
    files: bagOf(
      { 'data/ü.txt': 'u' },
      { 'manifest-sha256.txt': Buffer.from(line('data/ü.txt', 'u'), 'latin1') },
    ),
    rules: ['bag-encoding', 'bag-unlisted'],
  },
  {
    name: 'no data folder',
    files: { 'bag/bagit.txt': declaration(), 'bag/manifest-sha256.txt': '' },
    rules: ['bag-payload'],
  },
  {
    name: 'data is a file',
    files: { 'bag/bagit.txt': declaration(), 'bag/data': 'x', 'bag/manifest-sha256.txt': '' },
    rules: ['bag-payload'],
  },
  {
    name: 'no manifest',
    files: without(bagOf(), 'bag/manifest-sha256.txt'),
    rules: ['bag-manifest-missing', 'bag-unlisted'],
  },
  {
    name: 'unknown algorithm',
    files: bagOf(A, { 'manifest-whirlpool.txt': '00  data/a.txt\n' }),
    rules: ['bag-algorithm'],
  },
  {
    name: 'line without a checksum',
    files: bagOf(A, { 'manifest-sha256.txt': `${line('data/a.txt')}hello\n` }),
    rules: ['bag-manifest-line'],
  },
  {
    name: 'checksum of the wrong length',
    files: bagOf(A, { 'manifest-sha256.txt': 'abcdef  data/a.txt\n' }),
    rules: ['bag-manifest-line', 'bag-unlisted'],
  },
  ...[
    '../../etc/passwd',
    '/etc/passwd',
    'data/../../up',
    '~/secret',
    'C:/data/a.txt',
    '\\\\host\\share',
    '%2e%2e/x',
  ].map(
    (path): Case => ({
      name: `path ${path}`,
      files: bagOf(A, { 'manifest-sha256.txt': line('data/a.txt') + line(path) }),
      rules: [path.startsWith('%') ? 'bag-path-place' : 'bag-path-unsafe'],
    }),
  ),
  {
    name: 'payload manifest lists a tag file',
    files: bagOf(A, { 'manifest-sha256.txt': line('data/a.txt') + line('bagit.txt') }),
    rules: ['bag-path-place'],
  },
  {
    name: 'tag manifest lists a payload file',
    files: bagOf(A, { 'tagmanifest-sha256.txt': line('data/a.txt') }),
    rules: ['bag-path-place'],
  },
  {
    name: 'listed twice in 1.0',
    files: bagOf(A, { 'manifest-sha256.txt': line('data/a.txt').repeat(2) }),
    rules: ['bag-path-twice'],
  },
  {
    name: 'listed twice by a detour',
    files: bagOf(A, { 'manifest-sha256.txt': line('data/a.txt') + line('data/x/../a.txt') }),
    rules: ['bag-path-odd', 'bag-path-twice'],
  },
  {
    name: 'listed twice with two checksums before 1.0',
    files: old('0.97', A, {
      'manifest-md5.txt': `${hash('md5', 'x')}  data/a.txt\n${manifest('md5', A)}`,
    }),
    rules: ['bag-path-twice'],
  },
  { name: 'missing file', files: without(bagOf(TWO), 'bag/data/b/c.txt'), rules: ['bag-missing'] },
  {
    name: 'altered file',
    files: { ...bagOf(), 'bag/data/a.txt': 'alphA\n' },
    rules: ['bag-altered'],
  },
  {
    name: 'one of two manifests disagrees',
    files: bagOf(A, { 'manifest-sha512.txt': `${hash('sha512', 'x')}  data/a.txt\n` }),
    rules: ['bag-altered'],
  },
  { name: 'unlisted file', files: { ...bagOf(), 'bag/data/new': '' }, rules: ['bag-unlisted'] },
  {
    name: 'file in one of two manifests of 1.0',
    files: bagOf(TWO, { 'manifest-sha512.txt': manifest('sha512', A) }),
    rules: ['bag-unlisted'],
  },
  {
    name: 'renamed file',
    files: { ...without(bagOf(TWO), 'bag/data/a.txt'), 'bag/data/z.txt': 'alpha\n' },
    rules: ['bag-renamed'],
  },
  {
    name: 'twin in another Unicode form',
    files: { ...bagOf({ [NFC]: 'e' }), [`bag/${NFD}`]: 'other' },
    rules: ['bag-collision', 'bag-unlisted'],
  },
  {
    name: 'swapped files',
    files: { ...bagOf(TWO), 'bag/data/a.txt': 'beta\n', 'bag/data/b/c.txt': 'alpha\n' },
    rules: ['bag-swapped'],
  },
  {
    name: 'changed line endings',
    files: { ...bagOf(), 'bag/data/a.txt': 'alpha\r\n' },
    rules: ['bag-line-endings'],
  },
  {
    name: 'tag file missing',
    files: bagOf(A, { 'tagmanifest-sha256.txt': line('bag-info.txt') }),
    rules: ['bag-tag-missing'],
  },
  {
    name: 'tag file altered',
    files: bagOf(A, { 'bag-info.txt': 'A: b\n', 'tagmanifest-sha256.txt': line('bag-info.txt') }),
    rules: ['bag-tag-altered'],
  },
  {
    name: 'manifest altered',
    files: bagOf(A, { 'tagmanifest-sha256.txt': line('manifest-sha256.txt') }),
    rules: ['bag-manifest-altered'],
  },
  {
    name: 'wrong Payload-Oxum',
    files: bagOf(A, { 'bag-info.txt': 'Payload-Oxum: 7.1\n' }),
    rules: ['bag-oxum'],
  },
  {
    name: 'Payload-Oxum of too many files',
    files: bagOf(A, { 'bag-info.txt': 'Payload-Oxum: 6.2\n' }),
    rules: ['bag-oxum'],
  },
  {
    name: 'Payload-Oxum of too few bytes',
    files: bagOf(A, { 'bag-info.txt': 'Payload-Oxum: 5.1\n' }),
    rules: ['bag-oxum'],
  },
  {
    name: 'Payload-Oxum twice, once wrong',
    files: bagOf(A, { 'bag-info.txt': 'Payload-Oxum: 6.1\nPayload-Oxum: 6.2\n' }),
    rules: ['bag-oxum'],
  },
  {
    name: 'Payload-Oxum that is none',
    files: bagOf(A, { 'bag-info.txt': 'Payload-Oxum: lots\n' }),
    rules: ['bag-oxum'],
  },
  {
    name: 'symbolic link',
    files: bagOf(A, { 'manifest-sha256.txt': line('data/a.txt') + line('data/link') }),
    links: { 'bag/data/link': 'a.txt' },
    rules: ['bag-link', 'bag-missing'],
  },
  { name: 'linked folder', files: bagOf(), links: { 'bag/data/up': '../..' }, rules: ['bag-link'] },
  {
    name: 'fetch.txt line that is none',
    files: bagOf(A, { 'fetch.txt': 'https://example.org/a.txt\n' }),
    rules: ['bag-fetch'],
  },
  {
    name: 'fetch.txt of an unsafe path',
    files: bagOf(A, { 'fetch.txt': 'https://example.org/a.txt - ../a.txt\n' }),
    rules: ['bag-path-unsafe'],
  },
  {
    name: 'fetch.txt of a tag file',
    files: bagOf(A, { 'fetch.txt': 'https://example.org/a.txt - manifest-sha256.txt\n' }),
    rules: ['bag-path-place'],
  },
  {
    name: 'file that is still to be fetched',
    files: without(
      bagOf(A, { 'fetch.txt': 'https://example.org/a.txt 6 data/a.txt\n', 'data/b': 'b' }),
      'bag/data/a.txt',
    ),
    rules: ['bag-missing', 'bag-unlisted'],
  },
];

describe('bags', () => {
  const said = new Map<string, readonly string[]>();

  test.each(cases)('$name', async ({ name, files, links, rules }) => {
    said.set(name, await saidOfFolder(files, links));
    expect(rulesOf(said.get(name)!)).toEqual(rules);
  });

  test('what is said is recorded', async () => {
    const text = [...said]
      .map(
        ([name, lines]) =>
          `== ${name}\n${lines.map((words) => `${words.replace(/^([a-z-]+): (.*)$/u, '$2 [$1]')}\n`).join('')}`,
      )
      .join('');
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'archive/bags.messages.txt'));
  });
});
