/** `briefpress quotes`: every marked run of words, as a table for people or as JSON for scripts. */
import { jsonText, visibleLines } from '../report.ts';
import { openPress } from '../press.ts';
import type { World } from '../world.ts';
import { explainEntry } from './quotes/explain.ts';
import { fix } from './quotes/fix.ts';
import { quoteLines } from './quotes/rows.ts';
import { quotesTable } from './quotes/table.ts';
import {
  columns,
  finishRun,
  inputsOf,
  painter,
  pressOptions,
  tellFileMessages,
  usage,
  type Options,
} from './run.ts';
import type { Proof } from '../proof.ts';

/** `briefpress quotes`: every quotation as a table; resolves to the exit code. */
export async function runQuotes(
  world: World,
  named: readonly string[],
  options: Options,
): Promise<number> {
  const inputs = await inputsOf(world, named);
  if (inputs.length !== 1)
    return usage(
      world,
      'name the brief whose quotations you want to see',
      'For example: briefpress quotes brief.md',
    );
  const press = openPress(world, pressOptions(options, world));
  const proof = await press.proof(inputs[0]!);
  await press.close();
  if (options['fix'] && (inputs[0] === '-' || proof.parts.length > 0))
    return usage(
      world,
      '--fix writes beside the file of one brief',
      'For example: briefpress quotes brief.md --fix',
    );
  return tellQuotes(world, proof, options);
}

/** Settles what is asked to be settled, and shows messages and quotations. */
async function tellQuotes(world: World, proof: Proof, options: Options): Promise<number> {
  const fixed = options['fix'] ? await fix(world, proof) : null;
  const shown = { ...options, json: false };
  if (!options['json'] || !proof.ledger)
    for (const { file } of [...proof.parts, proof]) tellFileMessages(world, file, shown);
  if (proof.ledger) {
    const wrong = showQuotes(world, proof, options);
    if (wrong !== null) return wrong;
  }
  if (fixed !== null) world.stderr(`${visibleLines(fixed)}\n`);
  return finishRun(
    world,
    [...proof.parts, proof].map(({ file }) => file),
    shown,
    {},
  );
}

/** Prints what was asked for; an exit code where there is no such thing. */
function showQuotes(world: World, proof: Proof, options: Options): number | null {
  const { entries } = proof.ledger!;
  const lines = quoteLines(proof);
  const [width, paint] = [columns(world), painter(world, 'stdout')];
  if (options['json']) {
    world.stdout(jsonText({ quotations: lines.map(({ row }) => row), entries: entries.length }, 2));
  } else if (typeof options['explain'] === 'string') {
    const entry = entries[Number(options['explain']) - 1];
    if (!entry)
      return usage(
        world,
        `there is no quotation ${options['explain']}`,
        `The brief has ${entries.length}.`,
      );
    world.stdout(explainEntry(entry, lines, width, paint));
  } else if (!options['fix']) world.stdout(quotesTable(lines, proof.ledger!, width, paint));
  return null;
}
