/**
 * README.html of a snapshot, followed to the letter with the tools of the system: its steps pass a
 * sound snapshot and stop at a damaged, an added-to and a forged one.
 */
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withSeals } from '../src/archive/seal.ts';
import { hash, manifest, unpacked, type Files } from './support/archive.ts';
import { inFolder, makeSnapshot } from './support/snapshot.ts';
import { signer } from './support/ssh.ts';
import { authority, requestOf } from './support/tsa.ts';

const owner = signer(generateKeyPairSync('ed25519').privateKey);
const stranger = signer(generateKeyPairSync('ed25519').privateKey);
const [tsa, otherTsa] = [authority(), authority()];
const sealed = await withSeals((await makeSnapshot()).bytes, null, async (bytes) => ({
  signature: owner.sign(bytes),
  token: tsa.answer(requestOf(bytes)),
}));
const sound: Files = Object.fromEntries(
  Object.entries(await unpacked(sealed)).map(([path, bytes]) => [path.slice(4), bytes]),
);
const SIGNATURE = 'signatures/tagmanifest-sha512.txt.sig';
const STAMP = 'signatures/tagmanifest-sha512.txt.tsr';
const TRANSCRIPT = 'data/source/transcript.txt';

const textOf = (files: Files, path: string): string =>
  Buffer.from(files[path] as Uint8Array).toString();

interface Step {
  readonly command: string;
  /** What its output must begin with; empty = nothing may be printed. */
  readonly answer: string;
}

/** The numbered steps as the page prints them; the answer is the last one named before a command. */
function stepsOf(page: string): readonly Step[] {
  const list = /<ol>(?<steps>[\s\S]*?)<\/ol>/u.exec(page)!.groups!['steps']!;
  return [...list.matchAll(/<li>(?<words>[\s\S]*?)<pre>(?<command>[\s\S]*?)<\/pre>/gu)].map(
    ({ groups }) => ({
      command: decoded(groups!['command']!),
      answer: groups!['words']!.includes('Nothing may be printed')
        ? ''
        : decoded(/answer must [a-z ]+ <code>([^<]+)<\/code>/u.exec(groups!['words']!)![1]!),
    }),
  );
}

const decoded = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** The number of the first step that does not answer as the page says; 0 = all do. */
async function stoppedAt(
  files: Files,
  change: (command: string) => string = (it) => it,
): Promise<number> {
  const outside = { 'allowed_signers': `ida ${owner.publicLine}\n`, 'authority.pem': tsa.root };
  return inFolder(outside, async (cwd) => {
    for (const [path, bytes] of Object.entries(files)) {
      mkdirSync(dirname(join(cwd, 'bag', path)), { recursive: true });
      writeFileSync(join(cwd, 'bag', path), bytes);
    }
    const steps = stepsOf(textOf(sound, 'README.html'));
    expect(steps).toHaveLength(5);
    const failed = steps.findIndex(({ command, answer }) => {
      const line = change(command.replace('-I NAME', '-I ida'));
      const run = spawnSync('bash', ['-c', line], { cwd: join(cwd, 'bag'), encoding: 'utf8' });
      const said = run.stdout + run.stderr;
      return answer === '' ? said !== '' : !said.split('\n').some((it) => it.startsWith(answer));
    });
    return failed + 1;
  });
}

/** Every list of a bag made anew, the seals left as they are. */
function relisted(files: Files, algorithms: readonly string[]): Files {
  const data = Object.fromEntries(
    Object.entries(files).filter(([path]) => path.startsWith('data/')),
  );
  const lists = Object.fromEntries(
    algorithms.map((name) => [`manifest-${name}.txt`, Buffer.from(manifest(name, data))]),
  );
  const tags = { ...files, ...lists };
  return {
    ...tags,
    ...Object.fromEntries(
      algorithms.map((name) => {
        const path = `tagmanifest-${name}.txt`;
        const listed = textOf(files, path).replaceAll(
          /^[0-9a-f]+ {2}(.*)$/gmu,
          (_, file: string) => `${hash(name, tags[file] as Uint8Array)}  ${file}`,
        );
        return [path, Buffer.from(listed)];
      }),
    ),
  };
}

const forged: Files = {
  ...sound,
  [TRANSCRIPT]: Buffer.from(textOf(sound, TRANSCRIPT).replace('matter of oil', 'matter of fog')),
};
const without = (files: Files, gone: string): Files =>
  Object.fromEntries(Object.entries(files).filter(([path]) => path !== gone));

/** Programs of the system, which a bare machine may lack. */
const TOOLS = ['bash', 'ssh-keygen', 'openssl', 'shasum', 'sha512sum'];
const atHand = TOOLS.every((tool) => spawnSync(tool, ['--version']).error === undefined);

describe.runIf(atHand)('the steps of the page', () => {
  const cases: readonly (readonly [name: string, files: Files, stops: number])[] = [
    ['a sound snapshot', sound, 0],
    ['a damaged file', forged, 3],
    ['a file that is missing', without(sound, TRANSCRIPT), 3],
    ['a damaged page', { ...sound, 'README.html': Buffer.from('<p>all is well') }, 2],
    ['a file in data', { ...sound, 'data/more.txt': Buffer.from('more') }, 4],
    ['a file at the top', { ...sound, 'READ-ME-FIRST.html': Buffer.from('trust me') }, 4],
    ['a hidden file at the top', { ...sound, '.more': Buffer.from('more') }, 4],
    ['a file beside the seals', { ...sound, 'signatures/more': Buffer.from('more') }, 4],
    ['forged, SHA-256 made anew', relisted(forged, ['sha256']), 2],
    ['forged, every list made anew', relisted(forged, ['sha256', 'sha512']), 1],
    ['no signature', without(sound, SIGNATURE), 1],
    [
      'signed by somebody else',
      {
        ...sound,
        [SIGNATURE]: Buffer.from(stranger.sign(sound['tagmanifest-sha512.txt'] as Uint8Array)),
      },
      1,
    ],
    [
      'stamped by somebody else',
      {
        ...sound,
        [STAMP]: otherTsa.answer(requestOf(sound['tagmanifest-sha512.txt'] as Uint8Array)),
      },
      5,
    ],
    [
      'the stamp of other bytes',
      { ...sound, [STAMP]: tsa.answer(requestOf(Buffer.from('other'))) },
      5,
    ],
  ];
  test.for(cases)('%s', async ([, files, stops]) => {
    expect(await stoppedAt(files)).toBe(stops);
  });

  test('with the tool that a Mac has', async () => {
    const onMac = (command: string): string => command.replace('sha512sum', 'shasum -a 512');
    expect(await stoppedAt(sound, onMac)).toBe(0);
    expect(await stoppedAt(forged, onMac)).toBe(3);
    expect(await stoppedAt(relisted(forged, ['sha256', 'sha512']), onMac)).toBe(1);
  });
});
