/**
 * Whatever an option of `verify` requires and is not there fails; an option that would be passed
 * over is refused. No option is left out.
 */
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { commands } from '../src/commands/index.ts';
import { WEIGHED } from '../src/commands/verify.ts';
import { withSeals } from '../src/archive/seal.ts';
import { requestOf } from './support/tsa.ts';
import { briefpress } from './support/commands.ts';
import { bagOf, writeFiles } from './support/archive.ts';
import { inFolder, makeSnapshot } from './support/snapshot.ts';
import { signer } from './support/ssh.ts';
import { authority } from './support/tsa.ts';

const owner = signer(generateKeyPairSync('ed25519').privateKey);
const stranger = signer(generateKeyPairSync('ed25519').privateKey);
const [tsa, otherTsa] = [authority(), authority()];
const plain = (await makeSnapshot()).bytes;
const signed = await withSeals(plain, null, async (sealed) => ({
  signature: owner.sign(sealed),
  token: null,
}));
const stamped = await withSeals(plain, null, async (sealed) => ({
  signature: null,
  token: tsa.answer(requestOf(sealed)),
}));
const HASH = '0'.repeat(64);

const FILES = {
  'plain.zip': plain,
  'signed.zip': signed,
  'stamped.zip': stamped,
  'shelf/a/1.zip': plain,
  'allowed': `ida ${owner.publicLine}\n`,
  'others': `per ${stranger.publicLine}\n`,
  'tsa.pem': tsa.root,
  'other.pem': otherTsa.root,
  ...bagOf(),
};

/** The rules that name what is absent, beside the refusals of the command line. */
const NAMED: ReadonlySet<string> = new Set([
  'usage',
  'outside',
  'signature-missing',
  'signature-foreign',
  'timestamp-missing',
  'timestamp-foreign',
  'authorities-file',
  'snapshot-needed',
  'root-foreign',
  'proof-foreign',
  'archive-unknown',
]);

const met = new Set<string>();

/** What the option asks, where it is not to be had: all of these must fail. */
const ABSENT: Readonly<Record<string, readonly (readonly string[])[]>> = {
  signers: [
    ['plain.zip', '--signers', 'allowed'],
    ['bag', '--signers', 'allowed'],
    ['shelf', '--signers', 'allowed'],
    ['signed.zip', '--signers', 'others'],
    ['p.json', '--snapshot', 'plain.zip', '--signers', 'allowed'],
    ['p.json', '--root', HASH, '--signers', 'allowed'],
    ['signed.zip', '--signers', 'missing'],
  ],
  identity: [
    ['signed.zip', '--identity', 'ida'],
    ['signed.zip', '--signers', 'allowed', '--identity', ''],
    ['signed.zip', '--signers', 'allowed', '--identity', 'per'],
    ['p.json', '--snapshot', 'signed.zip', '--signers', 'allowed', '--identity', 'per'],
  ],
  tsaCerts: [
    ['plain.zip', '--tsa-certs', 'tsa.pem'],
    ['signed.zip', '--tsa-certs', 'tsa.pem'],
    ['bag', '--tsa-certs', 'tsa.pem'],
    ['shelf', '--tsa-certs', 'tsa.pem'],
    ['stamped.zip', '--tsa-certs', 'other.pem'],
    ['stamped.zip', '--tsa-certs', 'allowed'],
    ['p.json', '--snapshot', 'plain.zip', '--tsa-certs', 'tsa.pem'],
    ['p.json', '--root', HASH, '--tsa-certs', 'tsa.pem'],
  ],
  rebuild: [
    ['bag', '--rebuild'],
    ['p.json', '--root', HASH, '--rebuild'],
  ],
  quotations: [['p.json', '--root', HASH, '--no-quotations']],
  snapshot: [
    ['plain.zip', '--snapshot', 'plain.zip'],
    ['shelf', '--snapshot', 'plain.zip'],
    ['p.json', '--snapshot', 'bag'],
    ['p.json', '--snapshot', 'missing.zip'],
  ],
  root: [
    ['plain.zip', '--root', HASH],
    ['bag', '--root', HASH],
    ['shelf', '--root', HASH],
    ['p.json', '--root', HASH],
    ['p.json', '--snapshot', 'plain.zip', '--root', HASH],
    ['p.json', '--root', ''],
  ],
};

/** Options that say how to work or to print, and nothing about what must be there. */
const MANNERS = [
  '--json',
  '--format',
  '--quiet',
  '--strict',
  '--browser-path',
  '--no-sandbox',
  '--max-memory',
  '--timeout',
];

describe('options of verify', () => {
  test('are all in the table of what they are weighed for, or are manners', () => {
    const flags = commands
      .find(({ usage }) => usage.startsWith('verify'))!
      .options.map(([flag]) => flag.split(' ')[0]!);
    expect(flags.filter((flag) => !MANNERS.includes(flag)).toSorted()).toEqual(
      Object.values(WEIGHED)
        .map(({ flag }) => flag)
        .toSorted(),
    );
    expect(Object.keys(ABSENT).toSorted()).toEqual(Object.keys(WEIGHED).toSorted());
  });

  test.each(Object.entries(ABSENT))('%s: what is asked for and absent fails', async (_, rows) => {
    await inFolder(FILES, async (cwd) => {
      await briefpress(cwd, ['prove', 'plain.zip', '1', '-o', 'p.json']);
      for (const args of rows) {
        const { code, stderr } = await briefpress(cwd, ['verify', ...args]);
        expect([2, 3, 6], `${args.join(' ')}\n${stderr}`).toContain(code);
        const said = [...stderr.matchAll(/\[([a-z-]+)\]$/gmu)].map((match) => match[1]!);
        expect(
          said.some((rule) => NAMED.has(rule)),
          `${args.join(' ')}\n${stderr}`,
        ).toBe(true);
        for (const rule of said) met.add(rule);
      }
    });
  });

  test('every rule that names an absence was met', () =>
    expect([...NAMED].filter((rule) => !met.has(rule))).toEqual([]));

  test('what is asked for and there is verified', async () => {
    await inFolder(FILES, async (cwd) => {
      await briefpress(cwd, ['prove', 'plain.zip', '1', '-o', 'p.json']);
      const { root } = (
        JSON.parse((await briefpress(cwd, ['prove', 'plain.zip', '1'])).stdout) as {
          merkle: { root: string };
        }
      ).merkle;
      const rows = [
        ['signed.zip', '--signers', 'allowed'],
        ['signed.zip', '--signers', 'allowed', '--identity', 'ida'],
        ['stamped.zip', '--tsa-certs', 'tsa.pem'],
        ['plain.zip', '--root', root],
        ['plain.zip', '--root', root.toUpperCase()],
        ['p.json', '--root', root],
        ['p.json', '--snapshot', 'plain.zip', '--root', root],
        ['p.json', '--snapshot', 'signed.zip', '--signers', 'allowed'],
        ['p.json', '--snapshot', 'stamped.zip', '--tsa-certs', 'tsa.pem', '--no-quotations'],
      ];
      for (const args of rows) {
        const { code, stderr } = await briefpress(cwd, ['verify', ...args]);
        expect([code, stderr], args.join(' ')).toEqual([0, '']);
      }
    });
  });

  test('who made it is said in the first lines', async () => {
    const inBrief = Buffer.from(plain).indexOf('title: ');
    expect(inBrief).toBeGreaterThan(0);
    await inFolder(FILES, async (cwd) => {
      await writeFiles(cwd, {
        'harmed.zip': plain.map((byte, i) => (i === inBrief ? byte ^ 1 : byte)),
      });
      const second = async (...args: readonly string[]): Promise<string> =>
        (await briefpress(cwd, ['verify', ...args])).stdout
          .split('\n')[1]!
          .replace(/SHA256:\S+?(?=;|$|,)/u, 'KEY');
      const damage = 'this shows that nothing was damaged, not who made it';
      expect(await second('plain.zip')).toBe(`  ! unsigned: ${damage}`);
      expect(await second('plain.zip', '--signers', 'allowed')).toBe(
        '  ✗ unsigned: nothing shows who made it',
      );
      expect(await second('harmed.zip')).toBe('  ! unsigned: nothing shows who made it');
      expect(await second('stamped.zip')).toBe(`  ! unsigned: ${damage}`);
      expect(await second('signed.zip')).toBe(
        `  ! signed by the key KEY; whose it is was not asked (--signers): ${damage}`,
      );
      expect(await second('signed.zip', '--signers', 'allowed')).toBe('  ✓ signed by ida, key KEY');
      expect(await second('signed.zip', '--signers', 'others')).toBe(
        '  ✗ signed by the key KEY, which is none of those trusted',
      );
      expect((await briefpress(cwd, ['verify', 'shelf'])).stdout).toContain(damage);
    });
  });
});
