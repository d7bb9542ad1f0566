/**
 * Snapshots that somebody changed: each attack is told under the rule that names it; what is said
 * is recorded beside.
 */
import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkBag } from '../src/archive/bag/check.ts';
import { makeBag } from '../src/archive/bag/write.ts';
import { checkSeals, withSeals, type Trust } from '../src/archive/seal.ts';
import { openBytes } from '../src/archive/tree.ts';
import { writeZip } from '../src/zip/write.ts';
import { hash, manifest, saidOfFolder, unpacked, type Files } from './support/archive.ts';
import { makeSnapshot, TRANSCRIPT } from './support/snapshot.ts';
import { signer, type TestSigner } from './support/ssh.ts';

const owner = signer(generateKeyPairSync('ed25519').privateKey);
const stranger = signer(generateKeyPairSync('ed25519').privateKey);
const plain = (await makeSnapshot()).bytes;
const sign = (zip: Uint8Array, by: TestSigner): Promise<Uint8Array> =>
  withSeals(zip, null, async (sealed) => ({ signature: by.sign(sealed), token: null }));
const signed = await sign(plain, owner);
const trust: Trust = {
  signers: [{ identities: ['ida@example.org'], key: owner.blob }],
  identity: null,
  authorities: null,
  now: 0,
};

type Unpacked = Record<string, string | Uint8Array>;

const PDF = 'bag/data/print/night-ferry.pdf';
const text = (content: string | Uint8Array): string =>
  Buffer.from(content as Uint8Array).toString();
const but = (files: Unpacked, ...gone: readonly string[]): Unpacked =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !gone.includes(path)));
const inside = (files: Unpacked): Files =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [path.slice(4), content]));

/** Both payload manifests made anew for changed files. */
function listed(files: Unpacked): Unpacked {
  const payload = Object.fromEntries(
    Object.entries(inside(files)).filter(([path]) => path.startsWith('data/')),
  );
  return {
    ...files,
    'bag/manifest-sha256.txt': manifest('sha256', payload),
    'bag/manifest-sha512.txt': manifest('sha512', payload),
  };
}

/** The whole bag made anew by somebody else, with another word in the transcript. */
function madeAnew(files: Unpacked): Unpacked {
  const payload = Object.entries(inside(files))
    .filter(([path]) => path.startsWith('data/'))
    .map(([path, content]) => ({
      path: path.slice(5),
      bytes: Buffer.from(text(content).replace('a matter of oil', 'a matter of fog')),
    }));
  const bag = makeBag(
    payload,
    [{ path: 'README.html', bytes: Buffer.from(files['bag/README.html'] as Uint8Array) }],
    [['Snapshot-Format', 'briefpress snapshot 1']],
  );
  return Object.fromEntries(bag.map(({ path, bytes }) => [`bag/${path}`, bytes]));
}

interface Attack {
  readonly name: string;
  readonly change: (files: Unpacked) => Unpacked;
  readonly links?: Readonly<Record<string, string>>;
  /** The rule that names it; others may speak too. */
  readonly rule: string;
}

const attacks: readonly Attack[] = [
  {
    name: '1 bit flip in the PDF',
    rule: 'bag-altered',
    change: (files) => ({ ...files, [PDF]: flipped(files[PDF]!) }),
  },
  { name: '2 payload file missing', rule: 'bag-missing', change: (files) => but(files, PDF) },
  {
    name: '3 extra payload file',
    rule: 'bag-unlisted',
    change: (files) => ({ ...files, 'bag/data/source/extra.md': 'more' }),
  },
  {
    name: '4 extra empty payload file',
    rule: 'bag-unlisted',
    change: (files) => ({ ...files, 'bag/data/source/empty': '' }),
  },
  {
    name: '5 extra tag file',
    rule: 'snapshot-tag-unlisted',
    change: (files) => ({ ...files, 'bag/READ-ME-FIRST.html': 'trust me' }),
  },
  {
    name: '6 manifest line edited',
    rule: 'bag-manifest-altered',
    change: (files) => ({
      ...files,
      'bag/manifest-sha256.txt': text(files['bag/manifest-sha256.txt']!).replace(
        /^[0-9a-f]{4}/u,
        '0000',
      ),
    }),
  },
  {
    name: '7 file and both manifests edited',
    rule: 'bag-manifest-altered',
    change: (files) =>
      listed({ ...files, 'bag/data/source/transcript.txt': TRANSCRIPT.replace('oil', 'fog') }),
  },
  { name: '8 whole bag made again', rule: 'signature-missing', change: madeAnew },
  {
    name: '8 whole bag made again, old signature kept',
    rule: 'signature-invalid',
    change: (files) => ({ ...madeAnew(files), [SIGNATURE]: files[SIGNATURE]! }),
  },
  {
    name: '9 sha512 manifest dropped',
    rule: 'snapshot-manifest',
    change: (files) => but(files, 'bag/manifest-sha512.txt'),
  },
  {
    name: '10 all tag manifests dropped',
    rule: 'snapshot-tagmanifest',
    change: (files) => but(files, 'bag/tagmanifest-sha256.txt', 'bag/tagmanifest-sha512.txt'),
  },
  {
    name: '11 fetch.txt added',
    rule: 'snapshot-fetch',
    change: (files) => ({ ...files, 'bag/fetch.txt': 'https://example.org/x - data/x\n' }),
  },
  {
    name: '12 payload replaced by a symlink',
    rule: 'bag-link',
    change: (files) => but(files, PDF),
    links: { [PDF]: '/etc/hostname' },
  },
  {
    name: '13 file renamed (case)',
    rule: 'bag-renamed',
    change: (files) => ({
      ...but(files, 'bag/data/source/brief.md'),
      'bag/data/source/Brief.md': files['bag/data/source/brief.md']!,
    }),
  },
  {
    name: '14 two files swapped',
    rule: 'bag-swapped',
    change: (files) => ({
      ...files,
      'bag/data/source/brief.md': files['bag/data/source/transcript.txt']!,
      'bag/data/source/transcript.txt': files['bag/data/source/brief.md']!,
    }),
  },
  {
    name: '15 PDF truncated',
    rule: 'bag-truncated',
    change: (files) => ({ ...files, [PDF]: (files[PDF] as Uint8Array).subarray(0, 10) }),
  },
  {
    name: '16 CRLF in the source',
    rule: 'bag-line-endings',
    change: (files) => ({
      ...files,
      'bag/data/source/brief.md': text(files['bag/data/source/brief.md']!).replaceAll('\n', '\r\n'),
    }),
  },
  {
    name: '17 signature removed',
    rule: 'signature-missing',
    change: (files) => but(files, SIGNATURE),
  },
  {
    name: '18 signature by another key',
    rule: 'signature-foreign',
    change: (files) => ({
      ...files,
      [SIGNATURE]: stranger.sign(files['bag/tagmanifest-sha512.txt'] as Uint8Array),
    }),
  },
  {
    name: '19 ../../etc/passwd in a manifest',
    rule: 'bag-path-unsafe',
    change: (files) => ({
      ...files,
      'bag/manifest-sha256.txt': `${text(files['bag/manifest-sha256.txt']!)}${hash('sha256', 'x')}  ../../etc/passwd\n`,
    }),
  },
  {
    name: 'a third kind of manifest',
    rule: 'snapshot-algorithm',
    change: (files) => ({ ...files, 'bag/manifest-md5.txt': '' }),
  },
  {
    name: 'more in signatures/',
    rule: 'snapshot-signatures',
    change: (files) => ({ ...files, 'bag/signatures/more.txt': 'x' }),
  },
  {
    name: 'an older version of BagIt',
    rule: 'snapshot-version',
    change: (files) => ({
      ...files,
      'bag/bagit.txt': 'BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n',
    }),
  },
  {
    name: 'names that collide',
    rule: 'snapshot-collision',
    change: (files) => ({ ...files, 'bag/data/LEDGER.json': '{}' }),
  },
  {
    name: 'a snapshot of the future',
    rule: 'snapshot-record',
    change: (files) => ({
      ...files,
      'bag/bag-info.txt': 'Snapshot-Format: briefpress snapshot 2\n',
    }),
  },
  {
    name: 'the name of the profile taken off',
    rule: 'bag-tag-altered',
    change: (files) => ({ ...files, 'bag/bag-info.txt': 'Source: mine\n' }),
  },
];

const SIGNATURE = 'bag/signatures/tagmanifest-sha512.txt.sig';

function flipped(content: string | Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(content as Uint8Array);
  bytes[bytes.length >> 1]! ^= 1;
  return bytes;
}

/** The bag as a ZIP file in our own form, so that only what the attack did can be told. */
const packed = (files: Unpacked): Uint8Array =>
  writeZip(
    Object.entries(files).map(([path, content]) => ({
      path,
      bytes: Buffer.from(content as Uint8Array),
    })),
    null,
  );

async function sealsSaid(zip: Uint8Array): Promise<readonly string[]> {
  const tree = await openBytes(zip);
  const said: string[] = [];
  await checkSeals(tree, trust, (rule, says) => said.push(`${rule}: ${says}`));
  return said;
}

describe('attacks', () => {
  const record: string[] = [];

  test('none: nothing is said', async () => {
    expect(await saidOfFolder(await unpacked(signed))).toEqual([]);
    expect(await sealsSaid(signed)).toEqual([]);
  });

  test.each(attacks)('$name', async ({ name, change, links, rule }) => {
    const files = change(await unpacked(signed));
    const said = [
      ...(await saidOfFolder(files, links)),
      ...(links ? [] : await sealsSaid(packed(files))),
    ];
    const telling = said.filter((line) => line.startsWith(`${rule}:`));
    record.push(
      `== ${name}\n${telling.map((line) => `${line.replaceAll(/SHA256:\S+/gu, 'SHA256:…').replace(/^([a-z-]+): (.*)$/u, '$2 [$1]')}\n`).join('')}`,
    );
    expect(said.map((line) => line.slice(0, line.indexOf(':')))).toContain(rule);
  });

  test('what is said is recorded', async () => {
    await expect(record.join('')).toMatchFileSnapshot(
      join(import.meta.dirname, 'archive/attacks.messages.txt'),
    );
  });

  test('a snapshot that was packed again is told', async () => {
    const tree = await openBytes(writeZip(await entriesOf(plain), '2001-01-01T00:00:00Z'));
    const said: string[] = [];
    await checkBag(tree, (rule) => said.push(rule));
    expect(said).toEqual([]);
    const again = Uint8Array.from(plain);
    again[10]! ^= 1;
    await checkBag(await openBytes(again), (rule) => said.push(rule));
    expect(said).toEqual(['zip-form']);
  });
});

async function entriesOf(zip: Uint8Array): Promise<{ path: string; bytes: Uint8Array }[]> {
  return Object.entries(await unpacked(zip)).map(([path, bytes]) => ({
    path,
    bytes: bytes as Uint8Array,
  }));
}

describe('single changed bytes', () => {
  /** Every 97th byte, and all bytes of every header: all classes of positions. */
  test('none goes unnoticed', async () => {
    const zip = await sign(plain, owner);
    const undetected: number[] = [];
    for (let at = 0; at < zip.length; at += 997) {
      const changed = Uint8Array.from(zip);
      changed[at]! ^= 1 << (at % 8);
      const said: string[] = [];
      await checkBag(await openBytes(changed), (rule) => said.push(rule));
      if (said.length === 0) undetected.push(at);
    }
    expect(undetected).toEqual([]);
  });
});
