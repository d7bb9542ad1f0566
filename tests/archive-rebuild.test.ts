/**
 * Snapshots made and made again with the real browser: the same bytes, or a word on what is not as
 * it was.
 */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { OutsideError } from '../src/world.ts';
import { hash, unpacked } from './support/archive.ts';
import { briefpress } from './support/commands.ts';
import { forged, type BuildDraft, type Forgery } from './support/forge.ts';
import { BRIEF, FILES, inFolder } from './support/snapshot.ts';

const ENV = { PATH: process.env['PATH'], HOME: process.env['HOME'], NO_COLOR: '1' };
const content = (name: string, files = FILES): Record<string, string | Uint8Array> =>
  Object.fromEntries(
    Object.entries(files).map(([path, bytes]) => [`content/${name}/${path}`, bytes]),
  );
const rules = (stderr: string): readonly string[] =>
  [...stderr.matchAll(/\[([a-z-]+)\]$/gmu)].map((match) => match[1]!);

let zip: Uint8Array;

beforeAll(async () => {
  await inFolder(content('night-ferry'), async (cwd) => {
    const ran = await briefpress(cwd, ['archive', 'content/night-ferry', '-o', 'a.zip'], {
      env: ENV,
    });
    if (ran.code !== 0) throw new Error(ran.stderr);
    zip = readFileSync(join(cwd, 'a.zip'));
  });
});

/** The snapshot with files changed by `change`, every record and checksum made anew to fit. */
async function remade(change: (path: string, text: string) => string | null): Promise<Uint8Array> {
  const files: Record<string, Uint8Array | null> = {};
  for (const [path, bytes] of Object.entries(await unpacked(zip))) {
    const inside = path.startsWith('bag/data/') ? path.slice(9) : null;
    const text = Buffer.from(bytes as Uint8Array).toString('latin1');
    const changed = inside === null ? text : change(inside, text);
    if (inside !== null && changed !== text)
      files[inside] = changed === null ? null : Buffer.from(changed, 'latin1');
  }
  const { 'ledger.json': ledger, ...others } = files;
  return forged(zip, {
    files: others,
    ...(ledger && { spelling: () => Buffer.from(ledger).toString() }),
  });
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
    await inFolder(
      { 'elsewhere/night-ferry/brief.md': BRIEF, ...content('night-ferry') },
      async (cwd) => {
        for (const [name, bytes] of Object.entries(FILES))
          writeFileSync(join(cwd, 'elsewhere/night-ferry', name), bytes);
        await briefpress(cwd, ['build', 'elsewhere/night-ferry', '--to', 'snapshot'], {
          env: { ...ENV, TZ: 'Asia/Tokyo' },
        });
        const built = readFileSync(join(cwd, 'out/night-ferry/night-ferry.snapshot.zip'));
        expect(Buffer.compare(built, zip)).toBe(0);
      },
    );
  });

  test('transcripts that were found in a folder are kept with it, and the editions can be made again without the folder', async () => {
    const talk = 'TOR HAGEN: Well.\n\nIDA MOEN: Indeed.\n\nTOR HAGEN: Good night.\n';
    const files = {
      'ferry/brief.md':
        '# The Ferry\n\n“It never came back,” said Ida Moen. “Nobody waited for it at the quay,” said Tor Hagen.\n\n# Participants\n\n- Ida Moen – pilot\n- Tor Hagen – clerk\n',
      'all/2024/day.txt': `IDA MOEN: It never came back.\n\n${talk}`,
      'all/2025/day.txt': `TOR HAGEN: Nobody waited for it at the quay.\n\nIDA MOEN: No.\n\n${talk}`,
      'all/2025/other.txt': `IDA MOEN: Quite another thing.\n\n${talk}`,
      'all/notes.bin': '\u0000',
    };
    await inFolder(files, async (cwd) => {
      const env = { ...ENV, XDG_CACHE_HOME: join(cwd, 'cache') };
      const made = await briefpress(
        cwd,
        ['archive', 'ferry', '--transcripts', 'all', '-o', 'a.zip'],
        { env },
      );
      expect(made.code).toBe(0);
      expect(rules(made.stderr)).toContain('corpus-file');
      const names = Object.keys(await unpacked(readFileSync(join(cwd, 'a.zip'))));
      expect(
        names
          .filter((name) => name.includes('/source/'))
          .map((name) => name.replace(/^.*\/source\//u, '')),
      ).toEqual(['brief.md', 'transcripts/2024/day.txt', 'transcripts/2025/day.txt']);
      const again = await briefpress(cwd, ['verify', 'a.zip', '--rebuild'], { env });
      expect([again.code, again.stdout]).toEqual([
        0,
        expect.stringContaining('2 quotations: 2 exact'),
      ]);
    });
  });

  test('nothing in it tells of the machine or the person', async () => {
    const texts = Object.entries(await unpacked(zip)).filter(([path]) =>
      /\.(?:json|txt|html)$/u.test(path),
    );
    for (const [path, bytes] of texts)
      expect(Buffer.from(bytes as Uint8Array).toString(), path).not.toMatch(
        /\/tmp\/|\/home\/|\/root|archive-[A-Za-z0-9]{6}/u,
      );
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
      writeFileSync(
        join(cwd, 'content/night-ferry/brief.md'),
        BRIEF.replace('# Report', '# The report'),
      );
      expect((await shelve()).code).toBe(0);
      writeFileSync(
        join(cwd, 'content/night-ferry/brief.md'),
        BRIEF.replace('# Report', '# A report'),
      );
      await shelve({ SOURCE_DATE_EPOCH: '1750000000' });
      expect(readdirSync(join(cwd, 'shelf/night-ferry'))).toEqual([
        '2025-03-17-2.zip',
        '2025-03-17.zip',
        '2025-06-15.zip',
      ]);
      expect(readdirSync(join(cwd, 'shelf/other'))).toEqual(['2025-03-17.zip']);
      expect(Buffer.compare(readFileSync(first), before)).toBe(0);
      expect((await briefpress(cwd, ['verify', 'shelf'])).stdout).toContain(
        'shelf: 4 snapshots, 4 sound\n',
      );
    });
  });

  test('a full disk or a shelf that can’t be written leaves what is there', async () => {
    await inFolder({ ...content('night-ferry'), 'a.zip': 'old' }, async (cwd) => {
      const full = await briefpress(cwd, ['archive', 'content/night-ferry', '-o', 'a.zip'], {
        env: ENV,
        publish,
      });
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
      [
        'ledger.json',
        (path: string, text: string): string => (path === 'ledger.json' ? text.trim() : text),
      ],
      [
        'brief.md',
        (path: string, text: string): string => (path === 'source/brief.md' ? `${text}\n` : text),
      ],
    ] as const;
    for (const [name, change] of cases) {
      await inFolder({ 'a.zip': await remade(change) }, async (cwd) => {
        const ran = await briefpress(cwd, ['verify', 'a.zip'], { env: ENV });
        expect([ran.code, [...new Set(rules(ran.stderr))]], ran.stderr).toEqual([
          3,
          ['snapshot-attachment'],
        ]);
        expect(ran.stderr).toContain(`The ${name} inside data/print/night-ferry.pdf is not data/`);
      });
    }
  });
});

describe('verify --rebuild', () => {
  test('the same bytes in another folder', async () => {
    await inFolder({ 'a.zip': zip }, async (cwd) => {
      const { code, stdout, stderr } = await briefpress(cwd, ['verify', 'a.zip', '--rebuild'], {
        env: { ...ENV, TZ: 'America/Lima' },
      });
      expect([code, stderr.replaceAll(/^.*…\n/gmu, '')]).toEqual([0, '']);
      expect(stdout).toMatch(/✓ made again: all \d+ files have the same bytes/u);
    });
  });

  const cases = [
    [
      'another program then, the same content',
      (path: string, text: string) =>
        path === 'build.json' ? text.replace('"briefpress 0', '"briefpress 99') : text,
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
      (path: string, text: string) =>
        path === 'verification.json' ? text.replace('"notNumbered": 0', '"notNumbered": 7') : text,
      5,
      ['rebuild-differs'],
    ],
    [
      'another print',
      (path: string, text: string) =>
        path === 'build.json'
          ? text.replace('"briefpress 0', '"briefpress 99')
          : path.endsWith('.pdf')
            ? text.slice(0, 900)
            : text,
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
    const yaml = Buffer.from(
      (await unpacked(zip))['bag/data/theme/classic/theme.yaml'] as Uint8Array,
    ).toString('latin1');
    const then = `${yaml}\n# as it was then\n`;
    const change = (path: string, text: string): string =>
      path.endsWith('classic/theme.yaml')
        ? then
        : path === 'build.json'
          ? text.replace(
              hash('sha256', Buffer.from(yaml, 'latin1')),
              hash('sha256', Buffer.from(then, 'latin1')),
            )
          : text;
    await inFolder({ 'a.zip': await remade(change) }, async (cwd) => {
      const ran = await briefpress(cwd, ['verify', 'a.zip', '--rebuild'], { env: ENV });
      expect([ran.code, rules(ran.stderr)], ran.stderr).toEqual([0, ['rebuild-pinned']]);
    });
  });
});

describe('verify --rebuild of what was forged', () => {
  const program = (build: { program: string }): void => void (build.program = 'briefpress 99.0.0');
  const script = (text: string): string =>
    text.replace('</main>', '<script>alert(1)</script></main>');
  const other = (text: string): string => text.replace('evidence brief', 'holy writ');

  test('finds every file that does not come from the sources, whatever program it says it is by', async () => {
    const files = await unpacked(zip);
    const textOf = (path: string): string =>
      Buffer.from(files[`bag/${path}`] as Uint8Array).toString();
    const pdf = await inFolder(
      content('day-ferry', {
        ...FILES,
        'brief.md': BRIEF.replace('The Night Ferry', 'The Day Ferry'),
      }),
      async (cwd) => {
        const ran = await briefpress(cwd, ['build', 'content/day-ferry', '--to', 'pdf,epub'], {
          env: ENV,
        });
        if (ran.code !== 0) throw new Error(ran.stderr);
        return [
          readFileSync(join(cwd, 'out/day-ferry/day-ferry.pdf')),
          readFileSync(join(cwd, 'out/day-ferry/day-ferry.epub')),
        ] as const;
      },
    );
    const verification = textOf('data/verification.json').replace(
      '"notNumbered": 0',
      '"notNumbered": 7',
    );
    const crate = textOf('data/ro-crate-metadata.json').replace('The Night Ferry', 'The Day Ferry');
    const forgeries: readonly (readonly [string, Forgery])[] = [
      ['README.html', { tags: { 'README.html': script(textOf('README.html')) } }],
      ['README.html', { tags: { 'README.html': other(textOf('README.html')) } }],
      [
        'bag-info.txt',
        { tags: { 'bag-info.txt': `${textOf('bag-info.txt')}Contact-Name: Eve\n` } },
      ],
      ['data/verification.json', { files: { 'verification.json': verification } }],
      ['data/ro-crate-metadata.json', { files: { 'ro-crate-metadata.json': crate } }],
      [
        'data/build.json',
        { build: (build) => void (build.overrides = [{ status: 'accepted' }] as never) },
      ],
      ['data/print/night-ferry.pdf', { files: { 'print/night-ferry.pdf': pdf[0] } }],
      ['data/ebook/night-ferry.epub', { files: { 'ebook/night-ferry.epub': pdf[1] } }],
    ];
    for (const [path, forgery] of forgeries) {
      for (const build of [
        forgery.build,
        (draft: BuildDraft) => [forgery.build?.(draft), program(draft)],
      ] as const) {
        await inFolder(
          {
            'a.zip': await forged(zip, {
              ...forgery,
              ...(build && { build: (draft) => void build(draft) }),
            }),
          },
          async (cwd) => {
            const { code, stderr } = await briefpress(cwd, ['verify', 'a.zip', '--rebuild'], {
              env: ENV,
            });
            expect([3, 5], `${path}\n${stderr}`).toContain(code);
            expect(stderr).toMatch(
              new RegExp(`error: (?:The .* inside )?${path.replaceAll('.', '\\.')} `, 'u'),
            );
          },
        );
      }
    }
  });
});

describe('corrections', () => {
  test('are printed, and diff writes them', async () => {
    const old = BRIEF.replace('last passenger is home', 'last ferry is home');
    await inFolder(
      {
        'old.md': old,
        'new.md': BRIEF,
        'transcript.txt': FILES['transcript.txt']!,
        'quay.png': FILES['quay.png']!,
      },
      async (cwd) => {
        const { stdout: notice } = await briefpress(cwd, ['diff', 'old.md', 'new.md', '--notice']);
        writeFileSync(
          join(cwd, 'new.md'),
          BRIEF.replace('date: 2025-03-17\n', `date: 2025-03-17\n${notice}`),
        );
        const { code, stdout } = await briefpress(cwd, [
          'build',
          'new.md',
          '--to',
          'html',
          '-o',
          '-',
        ]);
        expect(code).toBe(0);
        expect(stdout).toMatch(/<h1 id="corrections--notice">Corrections<\/h1>/u);
        expect(stdout).toContain('Before: We will run it until the last ferry is home,');
        expect(stdout).toContain('Now: We will run it until the last passenger is home,');
        expect(stdout).toMatch(/<a href="#q-[0-9a-f]+">Quotation 1<\/a>: changed/u);
      },
    );
  });
});
