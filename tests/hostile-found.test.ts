/**
 * Whatever stands where the press looks for a file by its name: nothing is read through a link,
 * nothing is waited for, and all of it is told. The same files as they should be are read, so that
 * no row passes because nothing is looked for.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diagnostics } from '../src/report.ts';
import { openPress, type Press } from '../src/press.ts';
import { loadTheme } from '../src/theme/load.ts';
import { diskWorld } from '../src/world/disk.ts';
import type { World } from '../src/world.ts';
import { png } from './hostile/cases.ts';
import { briefpress } from './support/commands.ts';
import { root as PROGRAM } from './support/theme.ts';

const SECRET = 'THESEWORDSARESECRET';

const BRIEF = '# The pier\n\n“We will run it,” said Ida Moen.\n';

const base = mkdtempSync(join(tmpdir(), 'briefpress-found-'));

afterAll(() => rmSync(base, { recursive: true, force: true }));

/**
 * What a stranger may put at a name. `secret` is a folder beside the brief's, with a file of each
 * kind in it.
 */
const PLANTS: Readonly<Record<string, (at: string, secret: string) => void>> = {
  'a link out of the folder': (at, secret) => symlinkSync(secret, at),
  'a link to a file beside it': (at) => {
    writeFileSync(join(dirname(at), 'other'), SECRET);
    symlinkSync('other', at);
  },
  'a link to itself': (at) => symlinkSync(at, at),
  'a link to a device': (at) => symlinkSync('/dev/zero', at),
  'a FIFO': (at) => void execFileSync('mkfifo', [at]),
  'a folder': (at) => mkdirSync(at),
};

/**
 * Where the press looks: the name, the file as it should be, the brief around it, and what is to be
 * proofed.
 */
interface Place {
  readonly name: string;
  readonly right: string | Uint8Array;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly input?: string;
}

const TURN = 'Ida Moen: We will run it.\n';

const SIDECAR = '- quote: We will run it\n  kind: quote\n';

const PLACES: readonly Place[] = [
  ...['transcript.txt', 'transcript.md', 'TRANSCRIPT.vtt', 'transcript.xyz'].map((name) => ({
    name,
    right: name.endsWith('vtt')
      ? 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ida Moen>We will run it.\n'
      : TURN,
  })),
  {
    name: 'transcript.json',
    right: JSON.stringify([{ speaker: 'Ida Moen', text: 'We will run it.' }]),
  },
  ...['quotes.yml', 'quotes.yaml', 'pier.quotes.yml', 'brief.quotes.yaml'].map((name) => ({
    name,
    right: SIDECAR,
  })),
  { name: 'a.png', right: png(4, 4), files: { 'brief.md': `${BRIEF}\n![A square](a.png)\n` } },
  {
    name: 'sub/a.png',
    right: png(4, 4),
    files: { 'brief.md': `${BRIEF}\n![A square](sub/../sub/a.png)\n` },
  },
  {
    name: 'call.txt',
    right: TURN,
    files: { 'brief.md': `---\ntranscript: ./call.txt\n---\n\n${BRIEF}` },
  },
  {
    name: 'call.txt',
    right: TURN,
    files: {
      'brief.md': `---\nsources:\n  - citation: A call.\n    file: call.txt\n---\n\n${BRIEF}`,
    },
  },
  { name: 'brief.md', right: BRIEF },
  { name: 'brief.txt', right: BRIEF, files: { 'brief.md': '' } },
  {
    name: 'one/brief.md',
    right: BRIEF,
    files: { 'book.yaml': 'title: Book\nbriefs: [one]\n' },
    input: 'book.yaml',
  },
  {
    name: 'one.md',
    right: BRIEF,
    files: { 'book.yaml': 'title: Book\nbriefs: [one.md]\n' },
    input: 'book.yaml',
  },
];

let world: World;

let press: Press;

beforeAll(() => {
  world = { ...diskWorld(), cwd: base };
  const options = {
    theme: null,
    paper: null,
    transcript: null,
    browserPath: null,
    sandbox: true,
    timeout: 60_000,
    progress: null,
  };
  press = openPress(world, options);
});

afterAll(() => press.close());

let count = 0;

/** A folder with the place in it, planted or right. */
function laid(
  { name, right, files = {} }: Place,
  plant: ((at: string, secret: string) => void) | null,
): string {
  const folder = join(base, `${++count}`, 'pier');
  const secret = join(base, `${count}`, 'secret');
  mkdirSync(folder, { recursive: true });
  writeFileSync(secret, typeof right === 'string' ? `${right}${SECRET}` : right);
  for (const [path, content] of Object.entries({ 'brief.md': BRIEF, ...files })) {
    if (path !== name && content !== '') writeFileSync(join(folder, path), content);
  }
  const at = join(folder, name);
  mkdirSync(dirname(at), { recursive: true });
  if (plant) plant(at, secret);
  else writeFileSync(at, right);
  return folder;
}

const asked = (folder: string, { input = '' }: Place): string => join(folder, input);

const told = (file: Parameters<typeof diagnostics>[0]) =>
  diagnostics(file).filter(({ severity }) => severity === 'error');

describe.skipIf(process.platform === 'win32')('files that are found or named', () => {
  test.each(PLACES.map((place) => [place.name, place] as const))(
    '%s, as it should be',
    async (_, place) => {
      const { file, brief, parts } = await press.proof(asked(laid(place, null), place));
      expect([file, ...parts.map((part) => part.file)].flatMap(told)).toEqual([]);
      expect(brief).not.toBeNull();
    },
  );

  const rows = PLACES.flatMap((place) =>
    Object.keys(PLANTS).map((plant) => [place.name, plant, place] as const),
  );
  test.each(rows)('%s: %s', async (name, plant, place) => {
    const proof = await press.proof(asked(laid(place, PLANTS[plant]!), place));
    const errors = [proof.file, ...proof.parts.map(({ file }) => file)].flatMap(told);
    // A folder at the name of a packet's brief is a brief without a file: that is told too.
    expect(errors.map(({ code }) => code)).not.toEqual([]);
    expect(
      JSON.stringify([
        proof.brief?.text,
        proof.ledger,
        proof.transcripts.map(({ text }) => text),
        errors,
      ]),
    ).not.toContain(SECRET);
    expect(proof.edition).toBeNull();
  });

  test('a folder on the way to a file is no link either', async () => {
    const folder = laid(
      {
        name: 'b.png',
        right: png(4, 4),
        files: { 'brief.md': `${BRIEF}\n![A square](sub/a.png)\n` },
      },
      null,
    );
    mkdirSync(join(folder, 'real'));
    writeFileSync(join(folder, 'real', 'a.png'), png(4, 4));
    symlinkSync('real', join(folder, 'sub'));
    expect(told((await press.proof(folder)).file).map(({ code }) => code)).toEqual([
      'image-unsafe',
    ]);
  });

  test('what the user names may be a link', async () => {
    const folder = laid({ name: 'x', right: 'x' }, null);
    symlinkSync(folder, join(base, 'named'));
    symlinkSync(join(folder, 'brief.md'), join(base, 'named.md'));
    for (const input of ['named', 'named.md'])
      expect(told((await press.proof(join(base, input))).file)).toEqual([]);
  });
});

describe.skipIf(process.platform === 'win32')('lists and folders', () => {
  test.each(Object.keys(PLANTS))('a list of names: %s', async (plant) => {
    const folder = laid({ name: 'names.csv', right: 'name\nIda\n' }, PLANTS[plant]!);
    const { code, stderr } = await briefpress(folder, [
      'build',
      'brief.md',
      '--copies',
      'names.csv',
      '--to',
      'pdf',
    ]);
    expect(stderr).toContain('[copies-names]');
    expect(code).toBe(3);
  });

  test('a list of names that is too large, or no text, is called a list', async () => {
    const folder = laid(
      { name: 'names.csv', right: `name\n${'Ida Moen\n'.repeat(2_000_000)}` },
      null,
    );
    const large = await briefpress(folder, [
      'build',
      'brief.md',
      '--copies',
      'names.csv',
      '--to',
      'pdf',
    ]);
    writeFileSync(join(folder, 'names.csv'), '%PDF-1.7\n');
    const binary = await briefpress(folder, [
      'build',
      'brief.md',
      '--copies',
      'names.csv',
      '--to',
      'pdf',
    ]);
    for (const { code, stderr } of [large, binary]) {
      expect(code).toBe(3);
      expect(stderr).toContain('[copies-names]');
      expect(stderr).not.toMatch(/\bbrief\b/u);
    }
  });

  test.each(['content', 'content/pier'])(
    'a link at %s, where briefs are looked for',
    async (at) => {
      const folder = join(base, `${++count}`);
      mkdirSync(join(folder, 'elsewhere', 'pier'), { recursive: true });
      writeFileSync(join(folder, 'elsewhere', 'pier', 'brief.md'), BRIEF);
      mkdirSync(dirname(join(folder, at)), { recursive: true });
      symlinkSync(
        join(folder, at === 'content' ? 'elsewhere' : 'elsewhere/pier'),
        join(folder, at),
      );
      const { code, stdout, stderr } = await briefpress(folder, ['check']);
      expect([code, stdout]).toEqual([6, '']);
      expect(stderr).toContain(`${at}: error: is a link`);
    },
  );
});

describe.skipIf(process.platform === 'win32')('themes', () => {
  const FACE = 'faces:\n  - { family: Own, weight: 400, style: normal, file: fonts/own.ttf }\n';
  const FONT = readFileSync(
    join(
      PROGRAM,
      'node_modules/@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
    ),
  );
  const theme = (files: Readonly<Record<string, string | Uint8Array>>): string => {
    const folder = join(base, `${++count}`, 'mine');
    mkdirSync(folder, { recursive: true });
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return folder;
  };
  const load = async (folder: string): Promise<readonly string[]> =>
    (await loadTheme(world, folder, PROGRAM)).files
      .map(({ path }) => path)
      .filter((path) => path.startsWith('mine/'));

  test('a theme is what it names, its own fonts with it', async () => {
    const folder = theme({
      'theme.yaml': FACE,
      'fonts/own.ttf': FONT,
      'fonts/unused.ttf': FONT,
      'id_rsa': SECRET,
      'print/keys.pem': SECRET,
      'print/mine.css': '',
      'deep/er/x.css': '',
      'README.md': '',
    });
    expect(await load(folder)).toEqual([
      'mine/print/mine.css',
      'mine/theme.yaml',
      'mine/fonts/own.ttf',
    ]);
  });

  test('loops of links are not walked, linked folders not copied', async () => {
    const folder = theme({ 'theme.yaml': '', 'print/mine.css': '' });
    for (const name of ['one', 'two']) symlinkSync('.', join(folder, name));
    for (const name of ['one', 'two']) symlinkSync('..', join(folder, 'print', name));
    symlinkSync(base, join(folder, 'keys'));
    expect(await load(folder)).toEqual(['mine/print/mine.css', 'mine/theme.yaml']);
  });

  const NAMES = [
    'theme.yaml',
    'print/mine.css',
    'partials/entry.hbs',
    'epub/partials/open.hbs',
    'web/page.hbs',
    'fonts/own.ttf',
  ];
  const rows = NAMES.flatMap((name) => Object.keys(PLANTS).map((plant) => [name, plant] as const));
  test.each(rows)('%s: %s', async (name, plant) => {
    const folder = theme(name.startsWith('fonts/') ? { 'theme.yaml': FACE } : { 'note.txt': '' });
    const secret = join(dirname(folder), 'secret');
    writeFileSync(secret, '');
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    PLANTS[plant]!(join(folder, name), secret);
    await expect(load(folder)).rejects.toThrow(`${name}:1:1: is `);
  });

  test.each(['print', 'partials', 'epub/partials', 'fonts'])(
    'a linked folder that is named: %s',
    async (name) => {
      const folder = theme({ 'theme.yaml': FACE.replace('own.ttf', ''), 'note.txt': '' });
      const elsewhere = theme({ 'x.css': SECRET, 'own.ttf': FONT });
      if (name !== 'fonts') writeFileSync(join(folder, 'theme.yaml'), '');
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      symlinkSync(elsewhere, join(folder, name));
      await expect(load(folder)).rejects.toThrow(/is a link/u);
    },
  );

  test.each([
    '../secret.ttf',
    '/etc/hostname',
    './../../x.ttf',
    '@expo-google-fonts/../../package.json',
    '@expo-google-fonts/none/x.ttf',
  ])('a font from elsewhere: %s', async (file) => {
    const folder = theme({ 'theme.yaml': FACE.replace('fonts/own.ttf', `"${file}"`) });
    writeFileSync(join(dirname(folder), 'secret.ttf'), FONT);
    await expect(load(folder)).rejects.toThrow(
      /is not a file of the theme’s folder|leads out of its package|is not installed/u,
    );
  });

  test('a template or a theme that is too large', async () => {
    await expect(load(theme({ 'print/mine.css': 'a'.repeat(1024 * 1024 + 1) }))).rejects.toThrow(
      'is larger than',
    );
    const many = Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`print/${i}.css`, '']));
    await expect(load(theme(many))).rejects.toThrow('it may have 500');
  });
});
