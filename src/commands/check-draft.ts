/**
 * `briefpress check --draft`: a gate for texts by whomever, people or machines. Every quotation
 * stands in its source, or the run fails.
 */
import { openGate } from '../press.ts';
import { visible } from '../report.ts';
import type { World } from '../world.ts';
import { githubCommands } from './forms/github.ts';
import { sarifLog } from './forms/sarif.ts';
import {
  findingsOf,
  linesOfDrafts,
  pathOf,
  remedyFor,
  type DraftFindings,
} from './draft/findings.ts';
import { asJson } from './draft/json.ts';
import { quotesTable } from './quotes/table.ts';
import { columns, painter, pressOptions, tellAll, usage, type Options } from './run.ts';

/** How the verdicts are written to standard output. A new form is one row. */
const FORMS: Readonly<Record<string, (found: DraftFindings, world: World) => string>> = {
  text: asTables,
  json: asJson,
  github: ({ findings }) => githubCommands(findings),
  sarif: ({ findings, exit }) => sarifLog(findings, exit, remedyFor),
};

/** What is wrong with a command line about drafts. */
function draftRefusal(
  named: readonly string[],
  options: Options,
): readonly [sentence: string, hint: string] | null {
  const example = 'For example: briefpress check --draft article.md --transcript hearing.txt';
  if (named.length === 0) return ['there is no draft to check', example];
  if (named.filter((input) => input === '-').length > 1)
    return ['standard input can be read once', example];
  if (options['transcript'] === undefined && options['transcripts'] === undefined)
    return ['there is no transcript to check the draft against', example];
  return null;
}

/** What is only for drafts, on a command line without them. */
export const draftOnly = (options: Options): string | null =>
  options['failIfEmpty'] === undefined ? null : '--fail-if-empty';

/**
 * `briefpress check --draft`: any Markdown or text against transcripts; resolves to the exit code.
 */
export async function runOnDrafts(
  world: World,
  named: readonly string[],
  options: Options,
): Promise<number> {
  const wrong = draftRefusal(named, options);
  if (wrong) return usage(world, ...wrong);
  const form = options['json'] === true ? 'json' : String(options['format'] ?? 'text');
  const { strict, failIfEmpty } = options;
  const gate = openGate(world, pressOptions(options, world));
  const drafts = await Array.fromAsync(named, (input) => gate.judge(input));
  const how = { strict: strict === true, failIfEmpty: failIfEmpty === true };
  const found = findingsOf(drafts, how);
  if (form !== 'text' || !options['quiet']) world.stdout(FORMS[form]!(found, world));
  if (form === 'text') tellAll(world, found.findings, options);
  return found.exit;
}

/** Every marked run with speaker, verdict and place, or the nearest words and what differs. */
function asTables({ drafts }: DraftFindings, world: World): string {
  const paint = painter(world, 'stdout');
  return linesOfDrafts(drafts)
    .map(
      ([proof, lines]) =>
        `${paint('strong', visible(pathOf(proof)))}\n${quotesTable(lines, proof.ledger!, columns(world), paint)}`,
    )
    .join('\n');
}
