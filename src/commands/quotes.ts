/** `briefpress quotes`: every marked run of words, as a table for people or as JSON for scripts. */
import { openPress, type Proof } from '../press.ts';
import { entryIdOf } from '../ledger.ts';
import { visible, type Paint } from '../report.ts';
import type { DiffPart, Entry, Evidence, Found, Reason } from '../types.ts';
import type { World } from '../world.ts';
import type { Options } from './index.ts';
import { finish, inputsOf, painter, pressOptions, tell, usage } from './run.ts';

/** A run as scripts read it; offsets are UTF-16 units into the file, marks excluded. */
interface Row {
  readonly id: string;
  readonly number: number | null;
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly speaker: string | null;
  readonly of: string | null;
  readonly status: string;
  readonly turn: number | null;
  readonly reasons: readonly string[];
}

export async function run(world: World, named: readonly string[], options: Options): Promise<number> {
  const inputs = await inputsOf(world, named);
  if (inputs.length !== 1)
    return usage(world, 'name the brief whose quotations you want to see', 'For example: briefpress quotes brief.md');
  const press = openPress(world, pressOptions(options, world));
  const proof = await press.proof(inputs[0]!);
  await press.close();
  if (!proof.ledger) {
    tell(world, proof.file, options);
    return finish(world, [proof.file], { ...options, json: false }, {});
  }
  const rows = rowsOf(proof);
  if (options['json']) {
    world.stdout(`${JSON.stringify({ quotations: rows, entries: proof.ledger.entries.length }, null, 2)}\n`);
  } else if (typeof options['explain'] === 'string') {
    const entry = proof.ledger.entries[Number(options['explain']) - 1];
    if (!entry) return usage(world, `there is no quotation ${options['explain']}`, `The brief has ${proof.ledger.entries.length}.`);
    world.stdout(explain(proof, entry, painter(world)));
  } else {
    tell(world, proof.file, options);
    world.stdout(table(proof, rows, painter(world)));
  }
  return finish(world, [proof.file], { ...options, json: false }, {});
}

/** One row per run, in reading order. */
export function rowsOf(proof: Proof): readonly Row[] {
  const { found, entries } = proof.ledger!;
  const byId = new Map(found.map((run) => [run.id, run]));
  const entryById = new Map(entries.map((entry) => [entry.id, entry]));
  return found.map((run): Row => {
    const entry = entryById.get(entryIdOf(run, byId) ?? '');
    return {
      id: run.id,
      number: entry?.number ?? null,
      kind: run.kind,
      start: run.spans[0]!.start,
      end: run.spans.at(-1)!.end,
      text: run.text,
      speaker: (run.speaker.name ?? entry?.speaker.name) || null,
      of: run.of,
      status: entry?.evidence.status ?? 'unchecked',
      turn: entry ? turnOf(entry.evidence) : null,
      reasons: run.reasons.map(({ rule, says }) => `${rule}: ${says}`),
    };
  });
}

const turnOf = (evidence: Evidence): number | null => ('locator' in evidence ? evidence.locator.turn : null);

function table(proof: Proof, rows: readonly Row[], paint: Paint): string {
  const entries = proof.ledger!.entries;
  const lines = rows.map((row, i) => {
    const run = proof.ledger!.found[i]!;
    const number = row.number === null ? '  –' : String(row.number).padStart(3);
    const head = `${paint('strong', number)}  “${visible(row.text, 72)}”`;
    const who = row.number === null ? '' : `  ${row.speaker ?? 'speaker not stated'}${why(run, 'speaker')}`;
    const verdict = row.number === null ? '' : `\n       ${verdictLine(entries[row.number - 1]!.evidence, paint)}`;
    return `${head}\n     ${who}  ${row.kind}${why(run, 'kind')}${verdict}`;
  });
  return `${lines.join('\n')}\n`;
}

function why(run: Found, stage: Reason['stage']): string {
  const reasons = run.reasons.filter((reason) => reason.stage === stage).toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return reasons[0] ? ` (${visible(reasons[0].says, 60)})` : '';
}

const LEVEL = { 'exact': 'good', 'exact-with-ellipsis': 'good', 'exact-with-brackets': 'good', 'unchecked': 'hint' } as const;

function verdictLine(evidence: Evidence, paint: Paint): string {
  const style = LEVEL[evidence.status as keyof typeof LEVEL] ?? 'error';
  const severity = evidence.status === 'altered' ? `, ${evidence.severity}` : '';
  const said = evidence.status === 'misattributed' ? `: said by ${visible(evidence.saidBy)}` : '';
  const where =
    'locator' in evidence ? `  ${evidence.locator.source}, turn ${evidence.locator.turn + 1}, line ${evidence.locator.line}` : '';
  const diff = 'diff' in evidence && evidence.diff.length > 0 ? `\n       ${diffLine(evidence.diff, paint)}` : '';
  return `${paint(style, `${evidence.status}${severity}`)}${said}${where}${diff}`;
}

/** `{-missing-}` words stand only in the source, `{+added+}` only in the brief. */
const diffLine = (diff: readonly DiffPart[], paint: Paint): string =>
  diff
    .map(({ op, words }) =>
      op === 'same' ? visible(words) : op === 'missing' ? paint('error', `{-${visible(words)}-}`) : paint('good', `{+${visible(words)}+}`),
    )
    .join(' ');

function explain(proof: Proof, entry: Entry, paint: Paint): string {
  const runs = proof.ledger!.found.filter((run) => entry.places.some((place) => place.found.includes(run.id)));
  const head = `${paint('strong', `Quotation ${entry.number}`)}  ${entry.id}\n“${visible(entry.text, 2000)}”\n${verdictLine(entry.evidence, paint)}\n`;
  const parts = runs.map((run) => {
    const rules = run.reasons.map(
      (reason) => `  ${reason.stage.padEnd(9)} ${reason.rule.padEnd(24)} ${signed(reason.weight)}  ${visible(reason.says)}`,
    );
    return `\n${run.id}  ${run.kind}\n${rules.join('\n')}\n`;
  });
  return head + parts.join('');
}

const signed = (weight: number): string => (weight === 0 ? '    ' : `${weight > 0 ? '+' : '−'}${Math.abs(weight).toFixed(1)}`.padStart(4));
