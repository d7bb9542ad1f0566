// What the action does: one check, told as annotations, as a table in the job's summary, and as SARIF where a file is named. Inputs are variables of the
// environment (action.yml); CHECK_COMMAND, a JSON list, takes the place of npx, for whoever has briefpress installed.
import { spawnSync } from 'node:child_process';
import { appendFileSync, globSync, writeFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';

const { env } = process;
const [command, ...first] = env.CHECK_COMMAND
  ? JSON.parse(env.CHECK_COMMAND)
  : ['npx', '--yes', `briefpress@${env.CHECK_VERSION}`];

/** Paths as the annotations name them: relative to the top of the repository. */
const top = resolve(env.CHECK_ROOT || '.');
const fromTop = (path) => relative(top, resolve(path)).split(sep).join('/');

const patterns = (env.CHECK_FILES ?? '')
  .split('\n')
  .map((line) => line.trim())
  .filter(Boolean);
const files = [...new Set(patterns.flatMap((one) => globSync(one)))].toSorted((a, b) =>
  a < b ? -1 : 1,
);
if (files.length === 0) end(2, `No file matches ${patterns.join(', ') || 'nothing'}`);
if (!env.CHECK_TRANSCRIPT && !env.CHECK_TRANSCRIPTS)
  end(2, 'Name a transcript, or a folder of transcripts');

const args = ['check', '--draft', ...files.map(fromTop)];
if (env.CHECK_TRANSCRIPT) args.push('--transcript', fromTop(env.CHECK_TRANSCRIPT));
if (env.CHECK_TRANSCRIPTS) args.push('--transcripts', fromTop(env.CHECK_TRANSCRIPTS));
if (env.CHECK_STRICT === 'true') args.push('--strict');
if (env.CHECK_FAIL_IF_EMPTY === 'true') args.push('--fail-if-empty');

const told = ran('json');
const found = parsed(told);
if (found === null) {
  process.stderr.write(told.stderr);
  end(told.status || 1, 'briefpress gave no verdicts');
}
process.stdout.write(ran('github').stdout);
if (env.CHECK_SARIF) writeFileSync(env.CHECK_SARIF, ran('sarif').stdout);
const numbered = found.quotations.filter(({ verdict }) => verdict !== null);
const failed = numbered.filter(({ passes }) => passes === false);
if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, summary());
if (env.GITHUB_OUTPUT)
  appendFileSync(
    env.GITHUB_OUTPUT,
    `exit=${found.exit}\nquotations=${numbered.length}\nfailed=${failed.length}\n`,
  );
process.exitCode = found.exit;

function ran(form) {
  const all = [...first, ...args, '--format', form];
  const shell = process.platform === 'win32' && command === 'npx';
  const done = spawnSync(command, all, { cwd: top, encoding: 'utf8', maxBuffer: 1 << 28, shell });
  if (done.error) end(1, `${command} could not be started: ${done.error.message}`);
  return done;
}

function parsed({ stdout }) {
  try {
    return JSON.parse(stdout);
  } catch {
    return null;
  }
}

function summary() {
  const counts = Object.entries(found.counts).filter(([name, n]) => n > 0 && name !== 'tick');
  const head = `## Quotations\n\n${numbered.length} compared, ${failed.length} failed${
    counts.length > 0 ? `: ${counts.map(([name, n]) => `${n} ${name}`).join(', ')}` : ''
  }.\n\n`;
  const rows = numbered.map(({ passes, verdict, file, line, text, speaker, place, nearest }) => {
    const at = place ?? nearest;
    const where = at ? `${at.name}:${at.line}` : '';
    const mark = passes === true ? '✓' : passes === false ? '✗' : '?';
    return `| ${[mark, verdict, `${file}:${line}`, text, speaker ?? '', where].map(cell).join(' | ')} |\n`;
  });
  const table =
    rows.length > 0
      ? `|  | verdict | place | words | speaker | transcript |\n|--|--|--|--|--|--|\n${rows.join('')}\n`
      : '';
  return head + table;
}

/** Words of a stranger in a table: no markup, no new cell, no new row. */
function cell(text) {
  const short = String(text).length > 160 ? `${String(text).slice(0, 159)}…` : String(text);
  return short
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\\`*_{}[\]()<>#+!|~@&$]/gu, (sign) => `&#${sign.codePointAt(0)};`);
}

function end(code, sentence) {
  console.log(
    `::error title=briefpress::${sentence.replaceAll('%', '%25').replaceAll('\n', '%0A')}`,
  );
  process.exit(code);
}
