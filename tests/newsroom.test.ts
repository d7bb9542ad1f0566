/** Checks in other people's pipelines: the action on a repository with a planted misquotation, the hooks of pre-commit. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { briefpress } from './support/commands.ts';

const ROOT = join(import.meta.dirname, '..');
const BIN = join(ROOT, 'src/bin.js');
const ACTION = join(ROOT, '.github/actions/check');
const folder = mkdtempSync(join(tmpdir(), 'briefpress-newsroom-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

for (const name of ['drafts', 'transcripts', 'content/pier'])
  mkdirSync(join(folder, name), { recursive: true });
writeFileSync(
  join(folder, 'transcripts/council.txt'),
  'EVA STRAND: The pier reopens in May, and not a day earlier.\n\nJON LIE: We have paid for the timber | and the nails.\n',
);
writeFileSync(
  join(folder, 'drafts/pier.md'),
  '# The pier\n\nA paragraph before it.\n\n“The pier reopens in May,” Eva Strand said.\n\nJon Lie said: “We have paid for the timber.” He added: “We never paid for the timber | and the nails.”\n',
);
writeFileSync(join(folder, 'drafts/quiet.md'), '# Nothing was said\n\nThe pier is long.\n');

interface ActionRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly summary: string;
  readonly output: string;
}

/** The script of the action, as its runner starts it. */
function action(inputs: Readonly<Record<string, string>>, cwd = folder): ActionRun {
  const [summary, output] = [join(folder, 'summary.md'), join(folder, 'output.txt')];
  for (const path of [summary, output]) writeFileSync(path, '');
  const env = {
    PATH: process.env['PATH'],
    BRIEFPRESS_SOURCES: '1',
    CHECK_COMMAND: JSON.stringify([process.execPath, BIN]),
    CHECK_ROOT: folder,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_OUTPUT: output,
    ...inputs,
  };
  const ran = spawnSync(process.execPath, [join(ACTION, 'run.mjs')], {
    cwd,
    env,
    encoding: 'utf8',
  });
  return {
    status: ran.status,
    stdout: ran.stdout,
    summary: readFileSync(summary, 'utf8'),
    output: readFileSync(output, 'utf8'),
  };
}

test('the planted misquotation is annotated on its line, and nothing else is', () => {
  const ran = action({
    CHECK_FILES: 'drafts/*.md',
    CHECK_TRANSCRIPTS: 'transcripts',
    CHECK_SARIF: join(folder, 'found.sarif'),
  });
  expect(ran.status).toBe(4);
  const errors = ran.stdout.match(/^::error .*$/gmu);
  expect(errors).toHaveLength(1);
  expect(errors![0]).toMatch(/^::error file=drafts\/pier\.md,line=7,endLine=7,col=56,/u);
  expect(ran.output).toBe('exit=4\nquotations=3\nfailed=1\n');
  expect(ran.summary).toContain('3 compared, 1 failed: 2 exact, 1 altered.');
  expect(ran.summary).toMatch(
    /^\| ✗ \| altered \| drafts\/pier\.md:7 \| We never paid for the timber &#124; and the nails\. \| Jon Lie \| council\.txt:3 \|$/mu,
  );
  expect(ran.summary.match(/^\| ✓ /gmu)).toHaveLength(2);
  const { runs } = JSON.parse(readFileSync(join(folder, 'found.sarif'), 'utf8')) as {
    runs: { results: { locations: { physicalLocation: { region: { startLine: number } } }[] }[] }[];
  };
  expect(
    runs[0]!.results.map(({ locations }) => locations[0]!.physicalLocation.region?.startLine),
  ).toContain(7);
});

test('inputs reach the check, whatever they hold, and from whatever folder', () => {
  const sound = action(
    { CHECK_FILES: 'quiet.md', CHECK_TRANSCRIPT: '../transcripts/council.txt' },
    join(folder, 'drafts'),
  );
  expect(sound).toMatchObject({ status: 0, output: 'exit=0\nquotations=0\nfailed=0\n' });
  const empty = action({
    CHECK_FILES: 'drafts/quiet.md',
    CHECK_TRANSCRIPTS: 'transcripts',
    CHECK_FAIL_IF_EMPTY: 'true',
  });
  expect(empty.status).toBe(4);
  expect(empty.stdout).toMatch(/^::error file=drafts\/quiet\.md,/mu);
  const none = action({
    CHECK_FILES: 'nowhere/*.md\n$(touch planted)',
    CHECK_TRANSCRIPTS: 'transcripts',
  });
  expect(none).toMatchObject({ status: 2, summary: '' });
  expect(none.stdout).toMatch(/^::error title=briefpress::No file matches/u);
  expect(action({ CHECK_FILES: 'drafts/*.md' }).status).toBe(2);
});

test('every input of the action is handed to its script, and its version is this one', () => {
  const { inputs, runs } = parse(readFileSync(join(ACTION, 'action.yml'), 'utf8')) as {
    inputs: Readonly<Record<string, { default?: string }>>;
    runs: { steps: { env?: Readonly<Record<string, string>>; run?: string }[] };
  };
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    version: string;
  };
  expect(inputs['version']!.default).toBe(version);
  const step = runs.steps.find(({ run }) => run !== undefined)!;
  const script = readFileSync(join(ACTION, 'run.mjs'), 'utf8');
  for (const name of Object.keys(inputs).filter((one) => one !== 'working-directory')) {
    const variable = `CHECK_${name.toUpperCase().replaceAll('-', '_')}`;
    expect(step.env![variable]).toBe(`\${{ inputs.${name} }}`);
    expect(script).toContain(`env.${variable}`);
  }
  expect(step.run).not.toContain('${{');
});

test('the hooks of pre-commit are command lines that run', async () => {
  const hooks = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')) as {
    id: string;
    entry: string;
    args?: string[];
    files?: string;
  }[];
  expect(hooks.map(({ id }) => id)).toEqual(['briefpress', 'briefpress-drafts']);
  writeFileSync(
    join(folder, 'content/pier/brief.md'),
    '# Pier\n\nEva Strand said: “The pier reopens in June.”\n',
  );
  writeFileSync(
    join(folder, 'content/pier/transcript.txt'),
    'EVA STRAND: The pier reopens in May.\n',
  );
  const files: Readonly<Record<string, string>> = {
    'briefpress': 'content/pier/brief.md',
    'briefpress-drafts': 'drafts/pier.md',
  };
  for (const { id, entry, args = [], files: pattern } of hooks) {
    if (pattern !== undefined) expect(files[id]).toMatch(new RegExp(pattern, 'u'));
    const [program, ...words] = entry.split(' ');
    expect(program).toBe('briefpress');
    expect(await briefpress(folder, [...words, ...args, files[id]!])).toMatchObject({ code: 4 });
  }
});
