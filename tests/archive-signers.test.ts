/**
 * The file of signers, held against what ssh-keygen says (OpenSSH 9.2, `-Y verify -n briefpress -I
 * NAME`): its answers are recorded here. Where it refuses, we refuse; where it accepts, we do, but
 * for lines that nobody should rely on.
 */
import { generateKeyPairSync } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesPatterns } from '../src/archive/signature/signers.ts';
import { readSigners, allowedSigner } from '../src/archive/signature/signers.ts';
import { wireString } from '../src/archive/signature/wire.ts';
import { withSeals } from '../src/archive/seal.ts';
import { briefpress } from './support/commands.ts';
import { inFolder, makeSnapshot } from './support/snapshot.ts';
import { signer } from './support/ssh.ts';

const owner = signer(generateKeyPairSync('ed25519').privateKey);
const other = signer(generateKeyPairSync('ed25519').privateKey);
const NOW = Date.UTC(2026, 10, 29);

type Answer = 'yes' | 'no';
/**
 * Name asked for, file (KEY and OTHER stand for public keys), what ssh-keygen says, and what we do
 * where that is something else.
 */
type Row = readonly [name: string, file: string, keygen: Answer, ours?: 'refused'];

const ROWS: readonly Row[] = [
  ['ida', 'ida KEY', 'yes'],
  ['ida', 'i?a KEY', 'yes'],
  ['IDA', 'ida KEY', 'no'],
  ['ida', 'per KEY', 'no'],
  ['ida', 'ida OTHER', 'no'],
  ['ida@x', '*,!eve@x KEY', 'yes'],
  ['eve@x', '*,!eve@x KEY', 'no'],
  ['eve@x', '!eve@x,* KEY', 'no'],
  ['eve@x', '*@x,!e* KEY', 'no'],
  ['ida', '!eve KEY', 'no'],
  ['ida', 'ida namespaces="git" KEY', 'no'],
  ['ida', 'ida namespaces="brief*" KEY', 'yes'],
  ['ida', 'ida namespaces="*,!briefpress" KEY', 'no'],
  ['ida', 'ida namespaces="git,briefpress" KEY', 'yes'],
  ['ida', 'ida NameSpaces="briefpress" KEY', 'yes'],
  ['ida', 'ida namespaces=briefpress KEY', 'no', 'refused'],
  ['ida', 'ida namespaces="briefpress",bogus KEY', 'no', 'refused'],
  ['ida', 'ida namespaces="briefpress",namespaces="git" KEY', 'no', 'refused'],
  ['ida', 'ida namespaces="briefpress", KEY', 'no', 'refused'],
  ['ida', 'ida cert-authority KEY', 'no'],
  ['ida', 'ida cert-authority KEY\nida KEY', 'yes'],
  ['ida', 'ida namespaces="git" KEY\nida KEY', 'yes'],
  ['ida', 'ida valid-after="20200101" KEY', 'yes'],
  ['ida', 'ida valid-after="29990101" KEY', 'no'],
  ['ida', 'ida valid-before="20200101Z" KEY', 'no'],
  ['ida', 'ida valid-before="29990101" KEY', 'yes'],
  ['ida', 'ida valid-before="20300101utc" KEY', 'yes'],
  ['ida', 'ida valid-after="20261129000000Z" KEY', 'yes'],
  ['ida', 'ida valid-after="20200101",valid-before="299901011200" KEY', 'yes'],
  ['ida', 'ida valid-after="20200101",valid-before="2999010112" KEY', 'no', 'refused'],
  ['ida', 'ida valid-after="20200101",valid-before="20190101" KEY', 'no', 'refused'],
  ['ida', 'ida valid-before="20201301" KEY', 'no', 'refused'],
  ['ida', 'ida valid-before=20301301 KEY', 'no', 'refused'],
  ['ida', 'ida no-touch KEY', 'no', 'refused'],
  ['ida', 'ida ssh-ed25519 AAAA', 'no', 'refused'],
  ['ida', '"ida" KEY', 'yes'],
  ['ida b', '"ida b" KEY', 'yes'],
  ['ida', '  # comment\n\n  ida KEY comment here', 'yes'],
  // Lines that ssh-keygen passes over when another one fits, or reads as something that nobody
  // meant.
  ['ida', 'nonsense\nida KEY', 'yes', 'refused'],
  ['ida', 'ida KEY\nnonsense here', 'yes', 'refused'],
  ['ida', 'ida bogus OTHER\nida KEY', 'yes', 'refused'],
  ['ida', 'ida,,per KEY', 'yes', 'refused'],
  ['cert-authority', 'cert-authority KEY', 'yes', 'refused'],
  // A key by itself vouches for no name.
  ['ida', 'KEY', 'no'],
  ['ida', '# of whomever\nKEY comment', 'no'],
  ['10.1.2.3', '10.0.0.0/8 KEY', 'no'],
  ['10.1.2.3', '*,!10.0.0.0/8 KEY', 'yes'],
  ['eve', '!ida,* KEY', 'yes'],
  ['eve', '*,!EVE KEY', 'yes'],
  ['eve', '*,!?ve KEY', 'no'],
  ['eve', '*,"!eve" KEY', 'no', 'refused'],
  ['eve', '"*,!eve" KEY', 'no'],
  ['eve', 'eve,!* KEY', 'no'],
  ['ida', 'ida cert-authority,namespaces="briefpress" KEY', 'no'],
  ['ida', 'ida CERT-AUTHORITY KEY', 'no'],
  ['ida', 'ida namespaces="BRIEFPRESS" KEY', 'no'],
  ['ida', 'ida namespaces="" KEY', 'no', 'refused'],
  ['ida', 'ida valid-after="always" KEY', 'no', 'refused'],
  ['ida', 'ida valid-after="20230229" KEY', 'yes', 'refused'],
  ['ida', 'ida valid-after="2020-01-01" KEY', 'no', 'refused'],
  ['ida', 'ida from="10.0.0.0/8" KEY', 'no', 'refused'],
  ['ida', '@revoked ida KEY', 'no', 'refused'],
  // What parts words for one reader and not for the other, ends a line, or hides in a name.
  ['eve', 'ida\0,eve KEY', 'no', 'refused'],
  ['ida', 'ida\vKEY', 'no', 'refused'],
  ['ida', 'ida\u00a0KEY', 'no', 'refused'],
  ['ida', 'ida\u2028KEY', 'no', 'refused'],
  ['ida', 'i\u200bda KEY', 'no', 'refused'],
  ['ida', 'i\ufffdda KEY', 'no', 'refused'],
  ['ida', 'ida KEY=', 'no', 'refused'],
  ['ida', `${'*'.repeat(3000)}a KEY`, 'no', 'refused'],
  ['ida', `*,!${'*'.repeat(3000)}a KEY`, 'no', 'refused'],
];

const keyed = (file: string): string =>
  file.replaceAll('KEY', owner.publicLine).replaceAll('OTHER', other.publicLine);

function answer(name: string | null, file: string, now: number = NOW): string {
  const { signers, flaws } = readSigners(keyed(file));
  return flaws.length > 0
    ? 'refused'
    : allowedSigner(signers, owner.blob, { identity: name, now }) === null
      ? 'no'
      : 'yes';
}

describe('the file of signers', () => {
  const rows = ROWS.map(([name, file, keygen, ours = keygen]) => ({ name, file, keygen, ours }));
  test.each(rows)('$name in $file: ssh-keygen says $keygen', ({ name, file, ours }) => {
    expect(answer(name, file)).toBe(ours);
  });

  test('without a name anybody in it will do, who may sign for this and now', () => {
    const files = [
      'ida KEY',
      'KEY',
      '*,!eve KEY',
      '!eve KEY',
      'ida namespaces="git" KEY',
      'ida valid-before="20200101Z" KEY',
      'ida cert-authority KEY',
    ];
    expect(files.map((file) => answer(null, file))).toEqual([
      'yes',
      'yes',
      'yes',
      'no',
      'no',
      'no',
      'no',
    ]);
    const { signers } = readSigners(keyed('ida,*@press.example KEY'));
    expect(allowedSigner(signers, owner.blob, { identity: null, now: NOW })).toBe(
      'ida, *@press.example',
    );
    expect(
      allowedSigner(readSigners(keyed('KEY')).signers, owner.blob, { identity: null, now: NOW }),
    ).toBe('*');
  });

  test('the limits of time are those seconds themselves', () => {
    const [from, to] = [Date.UTC(2026, 2, 1, 12), Date.UTC(2026, 3, 1)];
    const file = 'ida valid-after="20260301120000Z",valid-before="20260401Z" KEY';
    expect([from - 1, from, to, to + 1].map((now) => answer('ida', file, now))).toEqual([
      'no',
      'yes',
      'yes',
      'no',
    ]);
    const local = new Date(2026, 2, 1, 12).getTime();
    expect(
      [local - 1, local].map((now) => answer('ida', 'ida valid-after="202603011200" KEY', now)),
    ).toEqual(['no', 'yes']);
  });

  test('keys of other kinds are understood, and never fit; a damaged one refuses', () => {
    const sk = Buffer.concat(
      ['sk-ssh-ed25519@openssh.com', 'x'.repeat(32), 'ssh:'].map(wireString),
    ).toString('base64');
    expect(answer('ida', `per sk-ssh-ed25519@openssh.com ${sk}\nida KEY`)).toBe('yes');
    const cut = owner.publicLine.slice(0, -8);
    const lies = `ssh-rsa ${owner.publicLine.split(' ')[1]!}`;
    for (const key of [cut, lies, 'ssh-ed25519', 'ssh-ed25519 !!!!'])
      expect(answer('ida', `ida ${key}`), key).toBe('refused');
  });

  test('no pattern takes long, and lists mean what they say', () => {
    expect(matchesPatterns([`${'*a'.repeat(200)}b`], 'a'.repeat(5000))).toBe(false);
    const name = fc
      .array(fc.constantFrom('a', 'b', '.'), { maxLength: 8 })
      .map((all) => all.join(''));
    const pattern = fc
      .array(fc.constantFrom('a', 'b', '.', '*', '?'), { maxLength: 6 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(name, pattern, (text, glob) => {
        const form = new RegExp(
          `^${glob.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll('?', '.')}$`,
          'u',
        );
        expect(matchesPatterns([glob], text)).toBe(form.test(text));
        expect(matchesPatterns(['*', `!${glob}`], text)).toBe(!form.test(text));
      }),
    );
  });
});

const rules = (stderr: string): readonly string[] =>
  [...stderr.matchAll(/\[([a-z-]+)\]$/gmu)].map((match) => match[1]!);

test('a line that is not understood refuses the run, and is named', async () => {
  const zip = (await makeSnapshot()).bytes;
  const signed = await withSeals(zip, null, async (sealed) => ({
    signature: owner.sign(sealed),
    token: null,
  }));
  const files = {
    'a.zip': signed,
    'bad': keyed('# ours\nida KEY\nper bogus OTHER\n'),
    'none.pem': 'no certificate',
    'eve': keyed('*,!eve@x KEY\n'),
  };
  await inFolder(files, async (cwd) => {
    const bad = await briefpress(cwd, ['verify', 'a.zip', '--signers', 'bad']);
    expect([bad.code, bad.stdout]).toEqual([2, '']);
    expect(bad.stderr).toMatch(
      /^bad:3:1: error: The line is not understood: the option bogus is not known/u,
    );
    expect(rules(bad.stderr)).toEqual(['signers-line']);
    const pem = await briefpress(cwd, ['verify', 'a.zip', '--tsa-certs', 'none.pem']);
    expect([pem.code, rules(pem.stderr)]).toEqual([2, ['authorities-file']]);
    expect(
      (await briefpress(cwd, ['verify', 'a.zip', '--signers', 'eve', '--identity', 'ida@x'])).code,
    ).toBe(0);
    const eve = await briefpress(cwd, [
      'verify',
      'a.zip',
      '--signers',
      'eve',
      '--identity',
      'eve@x',
    ]);
    expect([eve.code, rules(eve.stderr)]).toEqual([3, ['signature-foreign']]);
  });
});
