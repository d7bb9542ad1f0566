/** Snapshots made and made again with the real browser: the same bytes, or a word on what is not as it was. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeBag } from '../src/archive/bag/write.ts';
import { OutsideError } from '../src/world.ts';
import { writeZip } from '../src/zip/write.ts';
import { hash, unpacked } from './support/archive.ts';
import { briefpress } from './support/commands.ts';
import { BRIEF, FILES, inFolder } from './support/snapshot.ts';

const ENV = { PATH: process.env['PATH'], HOME: process.env['HOME'], NO_COLOR: '1' };
const content = (name: string, files = FILES): Record<string, string | Uint8Array> =>
  Object.fromEntries(Object.entries(files).map(([path, bytes]) => [`content/${name}/${path}`, bytes]));
const rules = (stderr: string): readonly string[] => [...stderr.matchAll(/\[([a-z-]+)\]$/gmu)].map((match) => match[1]!);

let zip: Uint8Array;

beforeAll(async () => {
  await inFolder(content('night-ferry'), async (cwd) => {
    const ran = await briefpress(cwd, ['archive', 'content/night-ferry', '-o', 'a.zip'], { env: ENV });
    if (ran.code !== 0) throw new Error(ran.stderr);
    zip = readFileSync(join(cwd, 'a.zip'));
  });
});

/** The snapshot with files changed by `change`, every checksum made anew. */
async function remade(change: (path: string, text: string) => string | null): Promise<Uint8Array> {
  const files = await unpacked(zip);
  const payload = Object.entries(files).flatMap(([path, bytes]) => {
    if (!path.startsWith('bag/data/')) return [];
    const changed = change(path.slice(9), Buffer.from(bytes as Uint8Array).toString('latin1'));
    return changed === null ? [] : [{ path: path.slice(9), bytes: Buffer.from(changed, 'latin1') }];
  });
  const bag = makeBag(
    payload,
    [{ path: 'README.html', bytes: Buffer.from(files['bag/README.html'] as Uint8Array) }],
    [['Snapshot-Format', 'briefpress snapshot 1']],
  );
  return writeZip(
    bag.map(({ path, bytes }) => ({ path: `x/${path}`, bytes })),
    null,
  );
}

const publish = async (folder: string): Promise<never> => {
  throw new OutsideError(
    folder,
    'ENOSPC',
    'could not be written to (ENOSPC)',
    'Check that the folder is writable and the disk is not full.',
  );
};

describe('archive', () => {
  test('build and archive give the same bytes, in any folder and time zone', async () => {
    await inFolder({ 'elsewhere/night-ferry/brief.md': BRIEF, ...content('night-ferry') }, async (cwd) => {
      for (const [name, bytes] of Object.entries(FILES)) writeFileSync(join(cwd, 'elsewhere/night-ferry', name), bytes);
      await briefpress(cwd, ['build', 'elsewhere/night-ferry', '--to', 'snapshot'], { env: { ...ENV, TZ: 'Asia/Tokyo' } });
      const built = readFileSync(join(cwd, 'out/night-ferry/night-ferry.snapshot.zip'));
      expect(Buffer.compare(built, zip)).toBe(0);
    });
  });

  test('nothing in it tells of the machine or the person', async () => {
    const texts = Object.entries(await unpacked(zip)).filter(([path]) => /\.(?:json|txt|html)$/u.test(path));
    for (const [path, bytes] of texts)
      expect(Buffer.from(bytes as Uint8Array).toString(), path).not.toMatch(/\/tmp\/|\/home\/|\/root|archive-[A-Za-z0-9]{6}/u);
  });

  test('a shelf keeps every state once and is never written over', async () => {
    await inFolder({ ...content('night-ferry'), ...content('other') }, async (cwd) => {
      const shelve = (env: Readonly<Record<string, string>> = {}) =>
        briefpress(cwd, ['archive', '--all', 'shelf'], { env: { ...ENV, ...env } });
      expect((await shelve()).code).toBe(0);
      const first = join(cwd, 'shelf/night-ferry/2025-03-17.zip');
      const before = readFileSync(first);
      expect(Buffer.compare(before, zip)).toBe(0);
      expect((await shelve()).stdout).toContain('unchanged since shelf/night-ferry/2025-03-17.zip');
      writeFileSync(join(cwd, 'content/night-ferry/brief.md'), BRIEF.replace('# Report', '# The report'));
      expect((await shelve()).code).toBe(0);
      writeFileSync(join(cwd, 'content/night-ferry/brief.md'), BRIEF.replace('# Report', '# A report'));
      await shelve({ SOURCE_DATE_EPOCH: '1750000000' });
      expect(readdirSync(join(cwd, 'shelf/night-ferry'))).toEqual(['2025-03-17-2.zip', '2025-03-17.zip', '2025-06-15.zip']);
      expect(readdirSync(join(cwd, 'shelf/other'))).toEqual(['2025-03-17.zip']);
      expect(Buffer.compare(readFileSync(first), before)).toBe(0);
      expect((await briefpress(cwd, ['verify', 'shelf'])).stdout).toBe('shelf: 4 snapshots, 4 sound\n');
    });
  });

  test('a full disk or a shelf that can’t be written leaves what is there', async () => {
    await inFolder({ ...content('night-ferry'), 'a.zip': 'old' }, async (cwd) => {
      const full = await briefpress(cwd, ['archive', 'content/night-ferry', '-o', 'a.zip'], { env: ENV, publish });
      expect([full.code, rules(full.stderr).includes('out-unwritable')]).toEqual([6, true]);
      expect(full.stdout).toContain('nothing was archived');
      expect(readFileSync(join(cwd, 'a.zip'), 'utf8')).toBe('old');
      mkdirSync(join(cwd, 'shelf/night-ferry/2025-03-17.zip'), { recursive: true });
      const blocked = await briefpress(cwd, ['archive', '--all', 'shelf'], { env: ENV });
      expect(blocked.code).toBe(0);
      expect(statSync(join(cwd, 'shelf/night-ferry/2025-03-17.zip')).isDirectory()).toBe(true);
    });
  });
});

describe('verify', () => {
  test('the print carries the brief and the ledger that lie beside it', async () => {
    const cases = [
      ['ledger.json', (path: string, text: string): string => (path === 'ledger.json' ? text.trim() : text)],
      ['brief.md', (path: string, text: string): string => (path === 'source/brief.md' ? `${text}\n` : text)],
    ] as const;
    for (const [name, change] of cases) {
      await inFolder({ 'a.zip': await remade(change) }, async (cwd) => {
        const ran = await briefpress(cwd, ['verify', 'a.zip'], { env: ENV });
        expect([ran.code, rules(ran.stderr)], ran.stderr).toEqual([3, ['snapshot-attachment']]);
        expect(ran.stderr).toContain(`The ${name} inside data/print/night-ferry.pdf is not data/`);
      });
    }
  });
});

describe('verify --rebuild', () => {
  test('the same bytes in another folder', async () => {
    await inFolder({ 'a.zip': zip }, async (cwd) => {
      const { code, stdout, stderr } = await briefpress(cwd, ['verify', 'a.zip', '--rebuild'], { env: { ...ENV, TZ: 'America/Lima' } });
      expect([code, stderr.replaceAll(/^.*…\n/gmu, '')]).toEqual([0, '']);
      expect(stdout).toMatch(/✓ made again: all \d+ files have the same bytes/u);
    });
  });

  const cases = [
    [
      'another program then, the same content',
      (path: string, text: string) => (path === 'build.json' ? text.replace('"briefpress 0', '"briefpress 99') : text),
      0,
      ['rebuild-pinned'],
    ],
    [
      'another program then, a record spaced otherwise',
      (path: string, text: string) =>
        path === 'build.json'
          ? text.replace('"briefpress 0', '"briefpress 99')
          : path === 'verification.json'
            ? text.replaceAll('\n', '')
            : text,
      0,
      ['rebuild-pinned', 'rebuild-alike'],
    ],
    [
      'another record though nothing else changed',
      (path: string, text: string) => (path === 'verification.json' ? text.replace('"notNumbered": 0', '"notNumbered": 7') : text),
      5,
      ['rebuild-differs'],
    ],
    [
      'another print',
      (path: string, text: string) =>
        path === 'build.json' ? text.replace('"briefpress 0', '"briefpress 99') : path.endsWith('.pdf') ? text.slice(0, 900) : text,
      5,
      ['rebuild-pinned', 'rebuild-differs'],
    ],
    [
      'a record that was not made then',
      (path: string, text: string) => (path === 'verification.json' ? null : text),
      5,
      ['rebuild-differs'],
    ],
    ['only the form of the ZIP file', (_: string, text: string) => text, 0, []],
  ] as const;
  test.each(cases)('%s', async (_, change, code, said) => {
    await inFolder({ 'a.zip': await remade(change) }, async (cwd) => {
      const ran = await briefpress(cwd, ['verify', 'a.zip', '--rebuild'], { env: ENV });
      expect([ran.code, rules(ran.stderr)], ran.stderr).toEqual([code, said]);
    });
  });

  test('the archived theme is used where the program’s own has changed', async () => {
    const yaml = Buffer.from((await unpacked(zip))['bag/data/theme/classic/theme.yaml'] as Uint8Array).toString('latin1');
    const then = `${yaml}\n# as it was then\n`;
    const change = (path: string, text: string): string =>
      path.endsWith('classic/theme.yaml')
        ? then
        : path === 'build.json'
          ? text.replace(hash('sha256', Buffer.from(yaml, 'latin1')), hash('sha256', Buffer.from(then, 'latin1')))
          : text;
    await inFolder({ 'a.zip': await remade(change) }, async (cwd) => {
      const ran = await briefpress(cwd, ['verify', 'a.zip', '--rebuild'], { env: ENV });
      expect([ran.code, rules(ran.stderr)], ran.stderr).toEqual([0, ['rebuild-pinned']]);
    });
  });
});

describe('corrections', () => {
  test('are printed, and diff writes them', async () => {
    const old = BRIEF.replace('last passenger is home', 'last ferry is home');
    await inFolder(
      { 'old.md': old, 'new.md': BRIEF, 'transcript.txt': FILES['transcript.txt']!, 'quay.png': FILES['quay.png']! },
      async (cwd) => {
        const { stdout: notice } = await briefpress(cwd, ['diff', 'old.md', 'new.md', '--notice']);
        writeFileSync(join(cwd, 'new.md'), BRIEF.replace('date: 2025-03-17\n', `date: 2025-03-17\n${notice}`));
        const { code, stdout } = await briefpress(cwd, ['build', 'new.md', '--to', 'html', '-o', '-']);
        expect(code).toBe(0);
        expect(stdout).toMatch(/<h1 id="corrections--notice">Corrections<\/h1>/u);
        expect(stdout).toContain('Before: We will run it until the last ferry is home,');
        expect(stdout).toContain('Now: We will run it until the last passenger is home,');
        expect(stdout).toMatch(/<a href="#q-[0-9a-f]+">Quotation 1<\/a>: changed/u);
      },
    );
  });
});
