/**
 * Signatures and time stamps: made here or by the programs of the system where they are, and always
 * checked by our own code.
 */
import { spawnSync } from 'node:child_process';
import {
  X509Certificate,
  createHash,
  createPublicKey,
  createSign,
  generateKeyPairSync,
  sign as signRaw,
  type KeyObject,
} from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { readFileSync, symlinkSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { checkSeals, withSeals, type Seals, type Trust } from '../src/archive/seal.ts';
import { signMessage } from '../src/archive/signature/sign.ts';
import { armor, checkSignature, signedData } from '../src/archive/signature/sshsig.ts';
import { wireString } from '../src/archive/signature/wire.ts';
import { DER_TAG, der } from '../src/archive/timestamp/der.ts';
import { requestToken } from '../src/archive/timestamp/request.ts';
import { checkToken, isTrusted, type TrustedTime } from '../src/archive/timestamp/token.ts';
import { openBytes } from '../src/archive/tree.ts';
import { diskWorld } from '../src/world/disk.ts';
import type { World } from '../src/world.ts';
import { inFolder, makeSnapshot } from './support/snapshot.ts';
import { signer } from './support/ssh.ts';
import { authority, requestOf } from './support/tsa.ts';

/** Programs of the system, used where they are. */
const [SSH_KEYGEN, OPENSSL] = ['ssh-keygen', 'openssl'];

const has = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args).error === undefined;

const MESSAGE = Buffer.from('the tag manifest\n');

const owner = signer(generateKeyPairSync('ed25519').privateKey);

const record: string[] = [];

async function seals(
  zip: Uint8Array,
  trust: Partial<Trust>,
): Promise<{ seals: Seals; said: readonly string[] }> {
  const said: string[] = [];
  const found = await checkSeals(
    await openBytes(zip),
    { signers: null, identity: null, authorities: null, now: 0, ...trust },
    (rule, says) => {
      said.push(rule);
      record.push(`${says.replaceAll(/SHA256:[A-Za-z0-9+/]+/gu, 'SHA256:…')} [${rule}]\n`);
    },
  );
  return { seals: found, said };
}

const flaw = (result: object): string | null => ('flaw' in result ? String(result.flaw) : null);

const mpint = (text: string): Uint8Array => {
  const bytes = Buffer.from(text, 'base64url');
  return wireString(bytes[0]! >= 0x80 ? Buffer.concat([Buffer.alloc(1), bytes]) : bytes);
};

/**
 * The SSH encoding of a public key and of a signature by it, for the kinds that node:crypto makes.
 */
function foreign(key: KeyObject, kind: string): { blob: Uint8Array; armored: string } {
  const jwk = createPublicKey(key).export({ format: 'jwk' });
  const data = signedData('sha512', MESSAGE);
  if (kind === 'ssh-rsa') {
    const blob = Buffer.concat([wireString(kind), mpint(jwk.e!), mpint(jwk.n!)]);
    const bytes = createSign('sha512').update(data).sign(key);
    return {
      blob,
      armored: armor(blob, Buffer.concat([wireString('rsa-sha2-512'), wireString(bytes)])),
    };
  }
  const point = Buffer.concat([
    Buffer.of(4),
    Buffer.from(jwk.x!, 'base64url'),
    Buffer.from(jwk.y!, 'base64url'),
  ]);
  const blob = Buffer.concat([
    wireString(kind),
    wireString(kind.split('-').at(-1)!),
    wireString(point),
  ]);
  const raw = signRaw(
    {
      'ecdsa-sha2-nistp256': 'sha256',
      'ecdsa-sha2-nistp384': 'sha384',
      'ecdsa-sha2-nistp521': 'sha512',
    }[kind],
    data,
    {
      key,
      dsaEncoding: 'ieee-p1363',
    },
  );
  const half = raw.length / 2;
  const pair = Buffer.concat(
    [raw.subarray(0, half), raw.subarray(half)].map((number) =>
      mpint(number.toString('base64url')),
    ),
  );
  return { blob, armored: armor(blob, Buffer.concat([wireString(kind), wireString(pair)])) };
}

describe('SSH signatures', () => {
  test('of every kind of key are checked', () => {
    const kinds = [
      ['ssh-rsa', generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey],
      ['ecdsa-sha2-nistp256', generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey],
      ['ecdsa-sha2-nistp384', generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey],
      ['ecdsa-sha2-nistp521', generateKeyPairSync('ec', { namedCurve: 'P-521' }).privateKey],
    ] as const;
    for (const [kind, key] of kinds) {
      const { armored } = foreign(key, kind);
      expect(checkSignature(armored, MESSAGE), kind).toMatchObject({ key: { kind } });
      expect(flaw(checkSignature(armored, Buffer.from('another'))), kind).toBe('does not fit');
    }
  });

  test('any changed character is noticed', () => {
    const armored = owner.sign(MESSAGE);
    expect(flaw(checkSignature(armored, MESSAGE))).toBeNull();
    for (let at = 0; at < armored.length; at++) {
      const changed =
        armored.slice(0, at) +
        String.fromCharCode(armored.charCodeAt(at) ^ 1) +
        armored.slice(at + 1);
      expect(flaw(checkSignature(changed, MESSAGE)), String(at)).not.toBeNull();
    }
  });

  test('made for another purpose do not count', () => {
    const blob = Buffer.from(
      owner.sign(MESSAGE).replaceAll(/-----.*-----|\n/gu, ''),
      'base64',
    ).toString('latin1');
    const other = Buffer.from(blob.replace('briefpress', 'git-commit'), 'latin1').toString(
      'base64',
    );
    const text = `-----BEGIN SSH SIGNATURE-----\n${other.match(/.{1,70}/gu)!.join('\n')}\n-----END SSH SIGNATURE-----\n`;
    expect(flaw(checkSignature(text, MESSAGE))).toBe(
      'was made for “git-commit”, not for “briefpress”',
    );
  });

  test('missing, wrong and foreign ones are told apart', async () => {
    const zip = (await makeSnapshot()).bytes;
    const by = (text: string): Promise<Uint8Array> =>
      withSeals(zip, null, async () => ({ signature: text, token: null }));
    const signers = [{ identities: ['ida'], key: owner.blob }];
    const good = await withSeals(zip, null, async (sealed) => ({
      signature: owner.sign(sealed),
      token: null,
    }));
    const stranger = await withSeals(zip, null, async (sealed) => ({
      signature: signer(generateKeyPairSync('ed25519').privateKey).sign(sealed),
      token: null,
    }));
    expect(await seals(good, { signers })).toMatchObject({
      said: [],
      seals: { signature: { by: 'ida' } },
    });
    expect((await seals(good, { signers, identity: 'per' })).said).toEqual(['signature-foreign']);
    expect((await seals(good, {})).said).toEqual([]);
    expect((await seals(zip, {})).said).toEqual([]);
    expect((await seals(zip, { signers })).said).toEqual(['signature-missing']);
    expect((await seals(stranger, { signers })).said).toEqual(['signature-foreign']);
    expect((await seals(await by(owner.sign(MESSAGE)), {})).said).toEqual(['signature-invalid']);
    expect((await seals(await by('hello'), {})).said).toEqual(['signature-invalid']);
  });

  test('are made without ssh-keygen where there is none', async () => {
    await inFolder(
      {
        key: owner.privateFile,
        locked: owner.privateFile.replace(/\n[^-]*\n/u, '\nAAAA\n'),
        text: 'no key',
      },
      async (cwd) => {
        const world: World = { ...diskWorld(), cwd, run: async () => null };
        expect(flaw(checkSignature(await signMessage(world, 'key', MESSAGE), MESSAGE))).toBeNull();
        await expect(signMessage(world, 'text', MESSAGE)).rejects.toThrow('not a private key');
        await expect(signMessage(world, 'missing', MESSAGE)).rejects.toThrow('does not exist');
      },
    );
  });

  test.skipIf(process.platform === 'win32')(
    'a key that is no file is refused before anybody reads it',
    async () => {
      await inFolder({}, async (cwd) => {
        spawnSync('mkfifo', [join(cwd, 'pipe')]);
        symlinkSync('/dev/zero', join(cwd, 'device'));
        const world: World = { ...diskWorld(), cwd };
        for (const name of ['pipe', 'device', '.'])
          await expect(signMessage(world, name, MESSAGE)).rejects.toThrow(
            /is not a regular file|is a folder/u,
          );
      });
    },
  );

  test.runIf(has(SSH_KEYGEN, '-?'))('are the same for ssh-keygen', async () => {
    await inFolder(
      { key: owner.privateFile, allowed: `ida ${owner.publicLine}\n` },
      async (cwd) => {
        spawnSync('chmod', ['600', join(cwd, 'key')]);
        const world: World = { ...diskWorld(), cwd };
        const theirs = await signMessage(world, 'key', MESSAGE);
        expect(flaw(checkSignature(theirs, MESSAGE))).toBeNull();
        expect(theirs).toBe(owner.sign(MESSAGE));
        spawnSync(SSH_KEYGEN, ['-q', '-t', 'rsa', '-b', '2048', '-N', '', '-f', join(cwd, 'rsa')]);
        expect(checkSignature(await signMessage(world, 'rsa', MESSAGE), MESSAGE)).toMatchObject({
          key: { kind: 'ssh-rsa' },
        });
        await expect(signMessage(world, 'allowed', MESSAGE)).rejects.toThrow(
          'can’t be used to sign',
        );
      },
    );
  });
});

describe('time stamps', () => {
  const tsa = authority();
  const server = createServer((request, answer) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () =>
      answer.end(request.url === '/refuse' ? tsa.refusal : tsa.answer(Buffer.concat(pieces))),
    );
  });
  const listening = new Promise<string>((done) =>
    server.listen(0, '127.0.0.1', () =>
      done(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    ),
  );
  afterAll(() => new Promise((done) => server.close(done)));

  test('are asked for, archived and checked', async () => {
    const zip = (await makeSnapshot()).bytes;
    const url = await listening;
    const stamped = await withSeals(zip, null, async (sealed) => ({
      signature: null,
      token: await requestToken(diskWorld(), url, sealed),
    }));
    const { said, seals: found } = await seals(stamped, { authorities: tsa.root });
    expect(said).toEqual([]);
    expect(found.stamp).toMatchObject({ time: '2025-03-18T09:00:00Z', trusted: true });
    expect((await seals(stamped, {})).seals.stamp?.trusted).toBe(false);
    expect((await seals(stamped, { authorities: authority().root })).said).toEqual([
      'timestamp-foreign',
    ]);
    expect((await seals(zip, { authorities: tsa.root })).said).toEqual(['timestamp-missing']);
    const moved = await withSeals(zip, null, async () => ({
      signature: null,
      token: await requestToken(diskWorld(), url, MESSAGE),
    }));
    expect((await seals(moved, {})).said).toEqual(['timestamp-invalid']);
  });

  test('certificates count at the time stamped, to the second', () => {
    const at = '20250318090000Z';
    const late = ['20250318090001Z', '20360101000000Z'] as const;
    const early = ['20250101000000Z', '20250318085959Z'] as const;
    const [from, to] = [[at, late[1]] as const, [early[0], at] as const];
    const trusted = (options: Parameters<typeof authority>[0]): boolean => {
      const one = authority(options);
      return isTrusted(
        checkToken(one.answer(requestOf(MESSAGE)), MESSAGE) as TrustedTime,
        one.root,
      );
    };
    for (const good of [{}, { own: from }, { own: to }, { root: from }, { root: to }])
      expect(trusted(good), JSON.stringify(good)).toBe(true);
    for (const bad of [{ own: late }, { own: early }, { root: late }, { root: early }])
      expect(trusted(bad), JSON.stringify(bad)).toBe(false);
  });

  test('an answer to another question is refused: another nonce, or none', async () => {
    for (const nonce of [Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9), null]) {
      const other = authority({ nonce });
      const world: World = { ...diskWorld(), post: async (_, __, body) => other.answer(body) };
      await expect(requestToken(world, 'http://tsa.example', MESSAGE)).rejects.toThrow(
        'another question',
      );
    }
    const world: World = { ...diskWorld(), post: async (_, __, body) => tsa.answer(body) };
    expect(
      flaw(checkToken(await requestToken(world, 'http://tsa.example', MESSAGE), MESSAGE)),
    ).toBeNull();
  });

  test('an authority that refuses, or is not there, is told', async () => {
    const url = await listening;
    await expect(requestToken(diskWorld(), `${url}/refuse`, MESSAGE)).rejects.toThrow(
      'is a refusal',
    );
    await expect(requestToken(diskWorld(), 'http://127.0.0.1:1/', MESSAGE)).rejects.toThrow(
      'did not answer',
    );
  });

  test('any changed byte of what is signed is noticed', async () => {
    const token = await requestToken(diskWorld(), await listening, MESSAGE);
    const good = checkToken(token, MESSAGE) as TrustedTime;
    expect(isTrusted(good, tsa.root)).toBe(true);
    for (let at = 0; at < token.length; at++) {
      const changed = Uint8Array.from(token);
      changed[at]! ^= 1;
      const result = checkToken(changed, MESSAGE);
      if (!('flaw' in result) && isTrusted(result, tsa.root))
        expect(result.time, String(at)).toBe(good.time);
    }
  });

  test('a certificate that may not stamp does not count', async () => {
    const other = authority({ usage: '1.3.6.1.5.5.7.3.1' });
    const imprint = der(
      DER_TAG.sequence,
      der(DER_TAG.sequence, Buffer.from('0609608648016503040203', 'hex'), der(DER_TAG.null)),
      der(DER_TAG.octets, createHash('sha512').update(MESSAGE).digest()),
    );
    const request = der(DER_TAG.sequence, der(DER_TAG.integer, Uint8Array.of(1)), imprint);
    expect(flaw(checkToken(other.answer(request), MESSAGE))).toBe(
      'was made by somebody who may not stamp times',
    );
    expect(flaw(checkToken(tsa.answer(request), MESSAGE))).toBeNull();
    expect(new X509Certificate(tsa.root).ca).toBe(true);
  });

  test('a token names the certificate that it was made with', () => {
    const told = (options: Parameters<typeof authority>[0]): string | null =>
      flaw(checkToken(authority(options).answer(requestOf(MESSAGE)), MESSAGE));
    const other = Buffer.from('another certificate for the same key');
    const unnamed = 'does not name the certificate that it was made with';
    expect(told({})).toBeNull();
    expect(told({ older: true })).toBeNull();
    expect(told({ names: null })).toBe(unnamed);
    expect(told({ names: other })).toBe(unnamed);
    expect(told({ names: other, older: true })).toBe(unnamed);
  });

  test.runIf(has(OPENSSL, 'version'))('of OpenSSL are checked', async () => {
    await inFolder({ 'message': MESSAGE, 'tsa.cnf': CONFIG }, async (cwd) => {
      const openssl = (...args: readonly string[]): void => {
        const { status, stderr } = spawnSync(OPENSSL, args, { cwd, encoding: 'utf8' });
        if (status !== 0) throw new Error(stderr);
      };
      openssl(
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        'ca.key',
        '-out',
        'ca.pem',
        '-days',
        '30',
        '-subj',
        '/CN=Test CA',
      );
      openssl(
        'req',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        'tsa.key',
        '-out',
        'tsa.csr',
        '-subj',
        '/CN=Test TSA',
      );
      openssl(
        'x509',
        '-req',
        '-in',
        'tsa.csr',
        '-CA',
        'ca.pem',
        '-CAkey',
        'ca.key',
        '-CAcreateserial',
        '-out',
        'tsa.pem',
        '-days',
        '30',
        '-extfile',
        'tsa.cnf',
        '-extensions',
        'ext',
      );
      openssl('ts', '-query', '-data', 'message', '-sha512', '-cert', '-out', 'query');
      openssl(
        'ts',
        '-reply',
        '-config',
        'tsa.cnf',
        '-queryfile',
        'query',
        '-out',
        'reply',
        '-section',
        'tsa',
      );
      const stamp = checkToken(readFileSync(join(cwd, 'reply')), MESSAGE);
      if ('flaw' in stamp) throw new Error(stamp.flaw);
      expect(stamp.authority).toBe('CN=Test TSA');
      expect(isTrusted(stamp, readFileSync(join(cwd, 'ca.pem'), 'utf8'))).toBe(true);
      expect(isTrusted(stamp, tsa.root)).toBe(false);
    });
  });
});

const CONFIG = `[ext]
extendedKeyUsage = critical,timeStamping
[tsa]
dir = .
serial = ./serial
signer_cert = ./tsa.pem
certs = ./ca.pem
signer_key = ./tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
ess_cert_id_chain = no
crypto_device = builtin
`;

test('what is said of seals is recorded', async () => {
  await expect([...new Set(record)].join('')).toMatchFileSnapshot(
    join(import.meta.dirname, 'archive/seals.messages.txt'),
  );
});
