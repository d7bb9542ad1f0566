/**
 * Where outputs go: nothing is written over in silence, nothing through a link, and what can't be
 * written says why.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { fileSlug } from '../src/read/slug.ts';
import { briefpress } from './support/commands.ts';

const BRIEF = '# The pier\n\n“We will run it,” said Ida Moen.\n';
const base = mkdtempSync(join(tmpdir(), 'briefpress-paths-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

let count = 0;
function laid(files: Readonly<Record<string, string>>): string {
  const folder = join(base, `${++count}`);
  mkdirSync(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

describe('outputs of one name', () => {
  const CLASHES: readonly (readonly [files: readonly string[], inputs: readonly string[]])[] = [
    [
      ['x/same/brief.md', 'y/same/brief.md'],
      ['x/same', 'y/same'],
    ],
    [
      ['a/Night ferry.md', 'b/night-ferry.md'],
      ['a/Night ferry.md', 'b/night-ferry.md'],
    ],
    [
      ['SAME.md', 'other/same.txt'],
      ['SAME.md', 'other/same.txt'],
    ],
    [
      ['same.md', 'same.yaml'],
      ['same.md', 'same.yaml'],
    ],
    [
      ['Über.md', 'ueber.md'],
      ['Über.md', 'ueber.md'],
    ],
    [
      ['漢.md', '字.md'],
      ['漢.md', '字.md'],
    ],
    [['same.md'], ['same.md', './same.md']],
    [['same.md'], ['same.md', 'same.md']],
  ];
  test.each(CLASHES)('%j: known before anything is printed', async (files, inputs) => {
    const folder = laid(
      Object.fromEntries(
        files.map((name) => [
          name,
          name.endsWith('.yaml') ? 'title: B\nbriefs: [same.md]\n' : BRIEF,
        ]),
      ),
    );
    for (const command of [
      ['build', '--to', 'md'],
      ['archive', '--all', 'shelf'],
    ]) {
      if (command[0] === 'archive' && files.some((name) => name.endsWith('.yaml'))) continue;
      const { code, stdout, stderr } = await briefpress(folder, [
        command[0]!,
        ...inputs,
        ...command.slice(1),
      ]);
      expect([code, stdout]).toEqual([2, '']);
      for (const input of inputs) expect(stderr).toContain(input);
      expect([existsSync(join(folder, 'out')), existsSync(join(folder, 'shelf'))]).toEqual([
        false,
        false,
      ]);
    }
  });

  test('what is found under content/ clashes too', async () => {
    const folder = laid({
      'content/Night ferry/brief.md': BRIEF,
      'content/night-ferry/brief.md': BRIEF,
    });
    expect((await briefpress(folder, ['build', '--to', 'md'])).code).toBe(2);
  });

  test('names that only look alike are built', async () => {
    const folder = laid({ 'same.md': BRIEF, 'same-2.md': BRIEF });
    expect((await briefpress(folder, ['build', 'same.md', 'same-2.md', '--to', 'md'])).code).toBe(
      0,
    );
    expect(readdirSync(join(folder, 'out'))).toEqual(['same', 'same-2']);
  });

  test.each([
    ['pier/pier.md', 'md', {}],
    [
      'pier/brief.md',
      'ledger',
      { 'pier/ledger.json': '[{"speaker":"Ida Moen","text":"We will run it."}]' },
    ],
  ] as const)('an output is not what it is made from: %s', async (path, to, more) => {
    const front = 'pier/ledger.json' in more ? '---\ntranscript: ledger.json\n---\n\n' : '';
    const folder = laid({ [path]: front + BRIEF, ...more });
    const { code, stderr } = await briefpress(folder, ['build', path, '--to', to, '-o', '.']);
    expect(code).toBe(2);
    expect(stderr).toContain('[out-taken]');
    expect(readFileSync(join(folder, path), 'utf8')).toBe(front + BRIEF);
  });
});

describe('links and walls at the output', () => {
  test.each(['folder', 'nowhere', 'file'])('out/<slug> that is a link to a %s', async (to) => {
    const folder = laid({ 'pier.md': BRIEF, 'victim/keep.txt': 'kept', 'file': 'kept' });
    mkdirSync(join(folder, 'out'));
    symlinkSync(join(folder, to === 'folder' ? 'victim' : to), join(folder, 'out', 'pier'));
    const { code, stderr } = await briefpress(folder, ['build', 'pier.md', '--to', 'md']);
    expect(code).toBe(6);
    expect(stderr).toContain('out/pier is in the way: it is a link');
    expect([readdirSync(join(folder, 'victim')), existsSync(join(folder, 'nowhere'))]).toEqual([
      ['keep.txt'],
      false,
    ]);
  });

  test('a folder that the user names may be a link', async () => {
    const folder = laid({ 'pier.md': BRIEF, 'elsewhere/x': '' });
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'named'));
    expect((await briefpress(folder, ['build', 'pier.md', '--to', 'md', '-o', 'named'])).code).toBe(
      0,
    );
    expect(existsSync(join(folder, 'elsewhere', 'pier', 'pier.md'))).toBe(true);
  });

  test.skipIf(process.platform !== 'linux')(
    'where no folder can be made, the reason is told',
    async () => {
      const folder = laid({ 'pier.md': BRIEF });
      for (const out of ['/proc/none/deep', '/sys/none']) {
        const { code, stderr } = await briefpress(folder, [
          'build',
          'pier.md',
          '--to',
          'md',
          '-o',
          out,
        ]);
        expect(code).toBe(6);
        expect(stderr).toMatch(/\[out-unwritable\]/u);
        expect(stderr).toMatch(
          /the system takes no folder there|belongs to somebody else|is read-only/u,
        );
      }
    },
  );
});

describe('names that every system can store', () => {
  test.each(['con', 'CON', 'nul', 'prn', 'aux', 'com1', 'COM¹', 'lpt9', 'c.o.n', 'nul...'])(
    '%s',
    (name) => {
      expect(fileSlug(name, 'brief')).toMatch(/^(?:[a-z]+\d?-brief|c-o-n)$/u);
    },
  );
  test('an output of such a brief', async () => {
    const folder = laid({
      'con.md': BRIEF,
      'nul/brief.md': BRIEF,
      'aux.yaml': 'title: A\nbriefs: [con.md]\n',
    });
    expect(
      (await briefpress(folder, ['build', 'con.md', 'nul', 'aux.yaml', '--to', 'md'])).code,
    ).toBe(0);
    expect(readdirSync(join(folder, 'out'))).toEqual(['aux-packet', 'con-brief', 'nul-brief']);
  });
});

describe('anchors', () => {
  const NAMES = [
    'title-page',
    'appendix',
    'contents',
    'glance',
    'speakers',
    'colophon',
    'speaker-1',
    's1-b1',
    'ch-opening',
    'cover',
    'q-12345678',
  ];
  test.each(NAMES)('%s is nobody else’s: neither a quotation’s nor a heading’s', async (name) => {
    const said = ['We will run it now', 'Two boats are enough'].map(
      (words) => `Ida Moen said: :quote[${words}]{id="${name}"}.\n\n`,
    );
    const folder = laid({
      'pier.md': `Opening.\n\n${said.join('')}# ${name}\n\n## ${name.replaceAll('-', ' ')}\n\nWords[^1][^1][^1-2].\n\n[^1]: A.\n\n[^1-2]: B.\n`,
    });
    const { code, stderr } = await briefpress(folder, ['build', 'pier.md', '--to', 'html']);
    expect(code).toBe(0);
    expect(stderr).toContain(`can’t be called “${name}”`);
    const ids = [
      ...readFileSync(join(folder, 'out/pier/pier.html'), 'utf8').matchAll(/ id="([^"]*)"/gu),
    ].map(([, id]) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  test('places of a quotation step aside for ids that an author gave', async () => {
    const folder = laid({
      'pier.md':
        'Ida Moen said: :quote[We will run it now]{id="run"}.\n\nIda Moen said: :quote[Two boats are enough]{id="run-1"}.\n\n# Run 2\n\nWords.\n',
    });
    expect((await briefpress(folder, ['build', 'pier.md', '--to', 'html'])).code).toBe(0);
    const ids = [
      ...readFileSync(join(folder, 'out/pier/pier.html'), 'utf8').matchAll(/ id="([^"]*)"/gu),
    ].map(([, id]) => id);
    expect(ids).toContain('run');
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });
});
