/**
 * Exit 0 ⟺ every output that was asked for exists and passed its gates; and no run that fails does
 * so without a word. Front matters and command lines are invented, seeded; `HOSTILE_OUTPUTS` is
 * their number. A browser takes part in a few of them.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commands } from '../src/commands/index.ts';
import { checkEpub } from '../src/formats/epub/gate.ts';
import { formats } from '../src/formats/index.ts';
import { briefpress, type Ran } from './support/commands.ts';

const RUNS = Number(process.env['HOSTILE_OUTPUTS'] ?? 40);

/**
 * A line of front matter: what another tool writes, what is right, what is wrong, what is empty.
 */
const line = fc.oneof(
  fc.integer({ min: 0, max: 999 }).map((n) => `weather${n}: calm`),
  fc.constantFrom(
    'date: 2025-03-01',
    'publisher: The North Pier',
    'lang: en',
    'keywords: [tolls]',
    'status: draft',
  ),
  fc.constantFrom(
    'stats: true',
    'date: yesterday',
    'lang: 12',
    'theme: nowhere',
    'paper: napkin',
    'transcript: lost.vtt',
  ),
  fc.constantFrom(
    'subtitle:',
    'sources: word',
    'quotes: 3',
    'print: {booklet: true}',
    'a: *b',
    'quotes: {style: odd}',
  ),
);
const body = fc.constantFrom(
  '# The pier\n\n“We will run it,” said Ida Moen.\n',
  '# The pier\n\nNobody said a word.\n',
  '# The pier\n\n“We will run it, said Ida Moen.\n',
  '# The pier\n\n![](lost.png)\n',
  '# The pier\n\nA rune \u{12000}, and \u{E123}.\n',
  '',
);
const brief = fc
  .record({
    lines: fc.uniqueArray(line, { maxLength: 14, selector: (text) => text.split(':')[0] }),
    body,
  })
  .map(({ lines, body: text }) =>
    lines.length > 0 ? `---\n${lines.join('\n')}\n---\n\n${text}` : text,
  );

/**
 * Formats that need no browser; `pdf` and `snapshot` are refused for the want of one, which must be
 * told too.
 */
const names = Object.keys(formats);
const asked = fc.record({
  to: fc.option(
    fc.array(fc.constantFrom(...names, 'md', 'html', 'ledger'), { minLength: 1, maxLength: 4 }),
  ),
  input: fc.constantFrom('one', 'book.yml', 'bind', 'nothing-here'),
  quiet: fc.boolean(),
  json: fc.boolean(),
  strict: fc.boolean(),
  paper: fc.option(fc.constantFrom('a4', 'napkin')),
  booklet: fc.boolean(),
});
type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never;

const argsOf = ({ to, input, quiet, json, strict, paper, booklet }: Asked): readonly string[] => [
  'build',
  ...(input === 'bind' ? ['one', 'two', '--bind', 'Both'] : [input]),
  ...(to ? ['--to', to.join(',')] : []),
  ...(quiet ? ['--quiet'] : []),
  ...(json ? ['--json'] : []),
  ...(strict ? ['--strict'] : []),
  ...(paper ? ['--paper', paper] : []),
  ...(booklet ? ['--booklet'] : []),
];

/** Runs one command line in a folder of its own, and hands its outputs to `judge`. */
async function play(
  text: string,
  args: readonly string[],
  judge: (ran: Ran, folder: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'briefpress-outputs-'));
  try {
    for (const name of ['one', 'two']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, 'one/brief.md'), text);
    writeFileSync(
      join(folder, 'two/brief.md'),
      '# Two\n\n## Noon\n\n“Other words,” said Per Lund.\n',
    );
    writeFileSync(join(folder, 'book.yml'), 'title: Both\nbriefs:\n  - one\n  - two\n');
    await judge(await briefpress(folder, args), folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * What is wrong with what was made: a format that was asked for and is not there, or is not what
 * its gate lets through.
 */
async function missing(folder: string, wanted: readonly string[]): Promise<readonly string[]> {
  const out = join(folder, 'out');
  const slugs = existsSync(out) ? readdirSync(out) : [];
  if (slugs.length !== 1) return ['no folder of outputs'];
  const files = readdirSync(join(out, slugs[0]!));
  const faults: string[] = [];
  for (const name of wanted) {
    const file = files.find((one) => one === formats[name]!.fileName(slugs[0]!));
    if (file === undefined || statSync(join(out, slugs[0]!, file)).size === 0) faults.push(name);
    else if (name === 'epub')
      faults.push(
        ...(await checkEpub(readFileSync(join(out, slugs[0]!, file)), 'epub')).map(
          ({ says }) => says,
        ),
      );
    else if (
      name === 'pdf' &&
      !readFileSync(join(out, slugs[0]!, file))
        .subarray(-32)
        .includes('%%EOF')
    )
      faults.push('pdf is cut');
  }
  return faults;
}

async function expectHonest(
  { code, stdout, stderr }: Ran,
  folder: string,
  wanted: readonly string[],
  isStrict: boolean,
): Promise<void> {
  const faults = await missing(folder, wanted);
  expect(code, `${stdout}${stderr}`).not.toBe(1);
  if (code === 0) expect(faults).toEqual([]);
  else {
    expect(`${stdout}${stderr}`).toMatch(
      /(?:error|warning)\b.*\[[a-z-]+\]|"severity":"(?:error|warning)"/u,
    );
    if (!isStrict) expect(faults).not.toEqual([]);
  }
  expect(stdout).not.toMatch(code === 0 ? /nothing was printed|"ok":false/u : /"ok":true/u);
}

const wantedBy = ({ to, input, booklet }: Asked): readonly string[] => {
  const usual = input === 'one' ? ['pdf', 'epub', 'ledger', 'snapshot'] : ['pdf', 'epub', 'ledger'];
  return [...(to ?? usual), ...(booklet ? ['pdf'] : [])];
};

describe('exit 0 ⟺ every output that was asked for exists and passed its gates', () => {
  test('without a browser', async () => {
    await fc.assert(
      fc.asyncProperty(brief, asked, (text, one) =>
        play(text, [...argsOf(one), '--browser-path', 'no-browser'], (ran, folder) =>
          expectHonest(ran, folder, wantedBy(one), one.strict),
        ),
      ),
      { numRuns: RUNS, seed: 11, endOnFailure: true },
    );
  });

  test.each([
    ['one', 'weather1: calm', [], ['pdf']],
    ['one', 'print: {booklet: true}', ['--to', 'pdf,md,pdf'], ['pdf', 'md']],
    ['book.yml', 'date: 2025-03-01', ['--to', 'pdf,epub'], ['pdf', 'epub']],
    ['one', 'date: yesterday', ['--to', 'pdf'], ['pdf']],
  ] as const)('printed: %s, %s, %j', async (input, front, more, wanted) => {
    const text = `---\n${front}\n---\n\n# The pier\n\n## Night\n\n“We will run it,” said Ida Moen.\n`;
    await play(text, ['build', input, ...more], async (ran, folder) => {
      expect(ran.code).toBe(front.includes('yesterday') ? 3 : 0);
      await expectHonest(ran, folder, wanted, false);
    });
  });

  test.each([8, 9, 100, 300, 2000])(
    'an error behind %i unknown keys is told, and fails the run',
    async (count) => {
      const keys = Array.from({ length: count }, (_, i) => `weather${i}: calm`).join('\n');
      for (const wrong of ['print: {duplex: perhaps}', 'date: yesterday', 'lang: 7']) {
        const text = `---\ntitle: The pier\n${keys}\n${wrong}\n---\n\nWords.\n`;
        await play(text, ['check', 'one', '--json'], async ({ code, stdout }) => {
          expect(code).toBe(3);
          expect(stdout).toMatch(/"severity":"error","code":"front-matter-(?:key|value)"/u);
          expect(stdout.split('\n').length).toBeLessThan(220);
        });
      }
    },
  );

  test('a sidecar and a packet whose error stands behind many unknown keys', async () => {
    const keys = Array.from({ length: 300 }, (_, i) => `weather${i}: calm\n`).join('');
    const folder = mkdtempSync(join(tmpdir(), 'briefpress-outputs-'));
    writeFileSync(join(folder, 'a.md'), '# One\n\n“Some words that were said,” said Ida Moen.\n');
    writeFileSync(join(folder, 'book.yml'), `title: Both\n${keys}briefs: []\n`);
    const { code, stderr } = await briefpress(folder, ['check', 'book.yml', '--quiet']);
    expect([code, stderr]).toEqual([3, expect.stringContaining('[front-matter-value]')]);
    rmSync(folder, { recursive: true });
  });

  test('what a brief asks for beside the PDF is told where standard output takes the PDF alone', async () => {
    const text =
      '---\nprint: {booklet: true}\n---\n\n# The pier\n\n“We will run it,” said Ida Moen.\n';
    await play(
      text,
      ['build', 'one', '--to', 'pdf', '-o', '-', '--strict', '--quiet'],
      async ({ code, stderr }) => {
        expect(code).toBe(5);
        expect(stderr).toContain(
          'booklet.pdf, for which the brief asks, was not written to standard output',
        );
        expect(/\[([a-z-]+)\]$/mu.exec(stderr)?.[1]).toBe('out-single');
      },
    );
  });
});

describe('a run that fails says why, with --quiet too', () => {
  /** Of each command that knows --quiet: what makes it fail. */
  const failing: Readonly<Record<string, readonly (readonly string[])[]>> = {
    build: [
      ['bad.md'],
      ['warned.md', '--strict', '--to', 'md'],
      ['nothing'],
      ['warned.md', '--to', 'md', '--paper', 'napkin'],
    ],
    check: [
      ['bad.md'],
      ['warned.md', '--strict'],
      ['warned-book.yml', '--strict'],
      ['broken.epub'],
      ['broken.epub', '--strict'],
    ],
    quotes: [['bad.md'], ['warned.md', '--strict'], ['nothing']],
    catalog: [['nothing'], ['empty'], ['odd', '--strict']],
    archive: [
      ['bad.md'],
      ['nothing'],
      ['bad.md', '--all', 'shelf'],
      ['warned.md', '--strict', '--browser-path', 'no-browser'],
    ],
    verify: [['broken.zip'], ['broken'], ['shelf'], ['proof.json', '--root', '00'], ['nothing']],
    import: [['nothing']],
    browser: [['nothing']],
    prove: [
      ['broken.zip', '1'],
      ['nothing', '1'],
    ],
  };

  test('every command with --quiet is in the list', () => {
    const quiet = commands.filter(({ options }) => options.some(([flags]) => flags === '--quiet'));
    expect(new Set(quiet.map(({ usage }) => usage.split(' ')[0]))).toEqual(
      new Set(Object.keys(failing)),
    );
  });

  test.each(
    Object.entries(failing).flatMap(([name, rows]) => rows.map((row) => [name, ...row].join(' '))),
  )('%s', async (words) => {
    const folder = mkdtempSync(join(tmpdir(), 'briefpress-quiet-'));
    try {
      const put = (path: string, text: string): void => writeFileSync(join(folder, path), text);
      for (const name of ['empty', 'odd', 'broken', 'shelf', 'odd/one'])
        mkdirSync(join(folder, name));
      put('bad.md', '---\ndate: yesterday\n---\n\nWords.\n');
      put('warned.md', '# The pier\n\n“We will run it, said Ida Moen.\n');
      put('warned-book.yml', 'title: Both\nbriefs:\n  - warned.md\n');
      put('broken.epub', 'PK');
      put('broken.zip', 'PK');
      put('shelf/broken.zip', 'PK');
      put('odd/one/one.epub', 'PK');
      put('broken/bagit.txt', 'BagIt-Version: 9.0\nTag-File-Character-Encoding: UTF-8\n');
      put('proof.json', '{}');
      const { code, stderr } = await briefpress(folder, [...words.split(' '), '--quiet']);
      expect([code === 0, code === 1, stderr.trim() === '']).toEqual([false, false, false]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
