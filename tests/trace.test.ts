/** DEBUG tells what a run does, and changes nothing else. */
import { expect, test } from 'vitest';
import { traceOf, tracedWorld } from '../src/trace.ts';
import { briefpress } from './support/commands.ts';
import { inFolder } from './support/snapshot.ts';
import { memoryWorld } from './support/theme.ts';

const BRIEF = '# One\n\n“Some words that were said,” said Ida Moen.\n';

const lines = async (DEBUG: string | undefined): Promise<readonly string[]> => {
  const said: string[] = [];
  traceOf({ env: { DEBUG }, stderr: (text) => void said.push(text) }, 'browser')(() => 'found');
  return said;
};

test.each([
  ['briefpress:*', true],
  ['*', true],
  ['briefpress:browser', true],
  ['vite:*, briefpress:browser', true],
  ['briefpress:* -briefpress:world', true],
  ['briefpress:*,-briefpress:browser', false],
  ['-briefpress:browser', false],
  ['briefpress', false],
  ['briefpress:brows', false],
  ['puppeteer:*', false],
  ['', false],
  [undefined, false],
])('DEBUG=%s', async (DEBUG, speaks) => {
  const said = await lines(DEBUG);
  expect(said.length).toBe(speaks ? 1 : 0);
  if (speaks) expect(said[0]).toMatch(/^briefpress:browser \d+ ms {2}found\n$/u);
});

test('a sentence that nobody hears is not made, and none steers the terminal', () => {
  const said: string[] = [];
  const stderr = (text: string): void => void said.push(text);
  traceOf({ env: {}, stderr }, 'world')(() => expect.unreachable());
  traceOf({ env: { DEBUG: '*' }, stderr }, 'world')(() => 'a\u001b[2Jb\u202Ec\n');
  expect(said.join('')).toMatch(/^briefpress:world \d+ ms {2}a\uFFFD\[2Jb\uFFFDc\uFFFD\n$/u);
});

test('a world that nobody listens to is the world itself', async () => {
  const world = memoryWorld({ '/a': 'words' });
  expect(tracedWorld(world)).toBe(world);
  const said: string[] = [];
  const loud = tracedWorld({
    ...world,
    env: { DEBUG: 'briefpress:*' },
    stderr: (text) => void said.push(text),
  });
  expect(await loud.read('/a')).toEqual(await world.read('/a'));
  await expect(loud.read('/b')).rejects.toThrow('does not exist');
  expect(said.map((line) => line.replace(/ \d+ ms {2}|\n/gu, ' ').trim())).toEqual([
    'briefpress:world read /a: 5 bytes',
    'briefpress:world read /b: refused: does not exist',
  ]);
});

test('a run tells its files and its steps, and prints the same', async () => {
  await inFolder({ 'one/brief.md': BRIEF }, async (folder) => {
    const args = ['build', 'one', '--to', 'md,ledger'];
    const quiet = await briefpress(folder, args);
    const env = { PATH: process.env['PATH'], NO_COLOR: '1', DEBUG: 'briefpress:*' };
    const loud = await briefpress(folder, args, { env });
    const isTrace = (line: string): boolean => line.startsWith('briefpress:');
    const said = loud.stderr.split('\n');
    expect(loud.stdout).toBe(quiet.stdout);
    expect(said.filter((line) => !isTrace(line)).join('\n')).toBe(quiet.stderr);
    const traced = said.filter(isTrace).join('\n');
    expect(traced).toMatch(/^briefpress:world .*read .*one\/brief\.md: \d+ bytes/mu);
    expect(traced).toMatch(/^briefpress:world .*publish in .*out: .*ledger\.json \(\d+ bytes\)/mu);
    expect(traced).toMatch(/^briefpress:step .*Composing/mu);
  });
});
