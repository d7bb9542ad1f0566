/**
 * Odd inputs through the command line: each ends with the code that fits and says why; nothing of
 * the program breaks, nothing outside of the folder is shown or touched, nothing steers the
 * terminal.
 */
import {
  lstatSync,
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
import { ODD, PLAIN, type OddFile, type OddRow } from './hostile/odd.ts';
import { png } from './hostile/cases.ts';
import { briefpress } from './support/commands.ts';

const SECRET = 'THESEWORDSARESECRET';
const base = mkdtempSync(join(tmpdir(), 'briefpress-odd-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

let count = 0;

/** A folder with these files, beside words that nobody may show and a picture that nobody may take. */
function laidOut(files: Readonly<Record<string, OddFile>>): string {
  const top = join(base, String(++count));
  const folder = join(top, 'pier');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(top, 'secret.txt'), SECRET);
  writeFileSync(join(top, 'square.png'), png(4, 4));
  for (const [path, content] of Object.entries(files)) {
    const at = join(folder, path);
    mkdirSync(dirname(at), { recursive: true });
    if (typeof content === 'function') content(at);
    else writeFileSync(at, content);
  }
  return folder;
}

/** Controls but ends of lines, and marks of direction. */
const STEERS = /[^\P{Cc}\n]|[\p{Bidi_Control}\p{Zl}\p{Zp}]/u;

/** The exit code, after all that holds for every row. */
async function endsWell({ files = {}, args, says }: OddRow): Promise<readonly [number, string]> {
  const folder = laidOut({ ...PLAIN, ...files });
  const ran = await briefpress(folder, args);
  const said = `${ran.stdout}${ran.stderr}`;
  expect(said).not.toMatch(/\[internal\]|\n {4}at |\bundefined\b(?! entity)|\[object /u);
  expect(said).not.toMatch(STEERS);
  expect(said).not.toContain(SECRET);
  expect(said.length).toBeLessThan(200_000);
  if (ran.code !== 0)
    expect(ran.stderr).toMatch(/\[[a-z-]+\]\n|^error: unknown (?:command|option)/u);
  if (says) expect(said).toMatch(says);
  expect(readdirSync(dirname(folder))).toEqual(['pier', 'secret.txt', 'square.png']);
  expect(readFileSync(join(dirname(folder), 'secret.txt'), 'utf8')).toBe(SECRET);
  return [ran.code, said];
}

describe.skipIf(process.platform === 'win32')('odd inputs', () => {
  test.each(ODD.map((row) => [row.name, row] as const))(
    '%s',
    async (_, row) => {
      const [code, said] = await endsWell(row);
      expect(code, said).toBe(row.code);
    },
    60_000,
  );
});

describe.skipIf(process.platform === 'win32')('what is written', () => {
  const OUTS: readonly (readonly [name: string, at: string, args: readonly string[]])[] = [
    ['decisions', 'pier.quotes.yml', ['quotes', 'pier.md', '--fix', '--transcript', 'talk.txt']],
    ['decisions of a folder', 'quotes.yml', ['quotes', 'pier.md', '--fix']],
    ['a brief', 'out/pier/pier.md', ['build', 'pier.md', '--to', 'md']],
    ['the folder of a brief', 'out/pier', ['build', 'pier.md', '--to', 'md']],
    ['a web page', 'out/index.html', ['catalog', 'out']],
    ['a feed', 'out/opds.xml', ['catalog', 'out']],
  ];
  test.each(OUTS)('what is written is not written through a link: %s', async (_, at, args) => {
    const folder = laidOut({ ...PLAIN, 'out/ferry/x.txt': '' });
    mkdirSync(dirname(join(folder, at)), { recursive: true });
    symlinkSync('../'.repeat(at.split('/').length) + 'secret.txt', join(folder, at));
    await briefpress(folder, args);
    expect(readFileSync(join(dirname(folder), 'secret.txt'), 'utf8')).toBe(SECRET);
    expect(lstatSync(join(folder, at)).isSymbolicLink()).toBe(true);
  });
});

describe.skipIf(process.platform === 'win32')('nothing steers the terminal', () => {
  // A title of this kind may stand in a brief: marks of direction are letters of some languages’ texts.
  const NAME = 'a\u001b]0;x\u0007\u202eb\u009b';
  const ODDLY = `# The \u202epier\u2066\n\n“We will \u202erun\u2028 it,” said Ida \u202eMoen.\n`;
  const FILES = {
    [`${NAME}.md`]: ODDLY,
    [`${NAME}.txt`]: 'Ida \u202eMoen: We will \u202erun it.\n\nPer: No.\n\nIda \u202eMoen: Yes.\n',
    [`${NAME}.epub`]: 'no book',
    [`out/${NAME}/${NAME}.md`]: '',
  };
  const LINES: readonly (readonly string[])[] = [
    ['check', `${NAME}.md`],
    ['check', `${NAME}.md`, '--transcript', `${NAME}.txt`],
    ['check', NAME],
    ['check', '--profile', 'kindle', `${NAME}.epub`],
    ['check', '--draft', `${NAME}.md`, '--transcript', `${NAME}.txt`],
    ['check', '--draft', `${NAME}.md`, '--transcript', `${NAME}.txt`, '--format', 'sarif'],
    ['check', '--draft', `${NAME}.md`, '--transcript', `${NAME}.txt`, '--format', 'github'],
    ['quotes', `${NAME}.md`, '--transcript', `${NAME}.txt`],
    ['quotes', `${NAME}.md`, '--explain', '1'],
    ['transcript', `${NAME}.txt`],
    ['build', `${NAME}.md`, '--to', 'md'],
    ['build', `${NAME}.md`, '--to', 'md', '-o', NAME],
    ['build', `${NAME}.md`, '--to', NAME],
    ['build', 'pier.md', '--to', 'md', '--theme', `./${NAME}`],
    ['build', 'pier.md', '--to', 'md', '--paper', NAME],
    ['catalog', 'out'],
    ['catalog', NAME],
    ['diff', `${NAME}.md`, 'pier.md'],
    ['verify', `${NAME}.epub`],
    ['new', 'brief', `x/${NAME}`],
    [NAME],
    [`--${NAME}`],
  ];
  test.each(LINES.flatMap((args) => [args, [...args, '--json']]).map((args) => [args]))(
    '%j',
    async (args) => {
      const { code, stdout, stderr } = await briefpress(laidOut({ ...PLAIN, ...FILES }), args);
      expect(`${stdout}${stderr}`).not.toMatch(STEERS);
      if (code !== 0) expect(`${stdout}${stderr}`).not.toBe('');
    },
    60_000,
  );
});
