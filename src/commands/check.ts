/** `briefpress check`: every stage up to the edition, and all its messages; nothing is printed. */
import { visible } from '../report.ts';
import { openPress } from '../press.ts';
import type { World } from '../world.ts';
import { draftOnly, runOnDrafts } from './check-draft.ts';
import { asksAboutEpubs, runOnEpubs } from './check-epub.ts';
import { verdictCounts } from './counts.ts';
import {
  contradictingForms,
  finishRun,
  formedOptions,
  inputsOf,
  pressOptions,
  tellFileMessages,
  usage,
  type Options,
} from './run.ts';
import { statusLine } from './summary.ts';

/** `briefpress check`: everything but the printing; resolves to the exit code. */
export async function runCheck(
  world: World,
  named: readonly string[],
  asked: Options,
): Promise<number> {
  const options = formedOptions(asked);
  if (options === null) return usage(world, ...contradictingForms(asked));
  if (options['draft'] === true) return runOnDrafts(world, named, asked);
  const misplaced = draftOnly(options);
  if (misplaced !== null)
    return usage(
      world,
      `${misplaced} is for drafts`,
      'Write briefpress check --draft, and the files behind it.',
    );
  if (asksAboutEpubs(named, options)) return runOnEpubs(world, named, options);
  const inputs = await inputsOf(world, named);
  if (inputs.length === 0)
    return usage(
      world,
      'there is no brief to check',
      'Name a Markdown file, or make content/<name>/brief.md.',
    );
  const press = openPress(world, pressOptions(options, world));
  const files = [];
  const ledgers = [];
  for (const input of inputs) {
    const proof = await press.proof(input);
    press.preflight(proof);
    for (const { file } of [...proof.parts, proof]) {
      tellFileMessages(world, file, options);
      files.push(file);
    }
    ledgers.push(proof.ledger);
    if (!options['quiet'] && !options['json'] && proof.ledger)
      world.stdout(`${visible(proof.file.path)}: ${statusLine(proof.ledger)}\n`);
  }
  await press.close();
  return finishRun(world, files, options, { verdicts: verdictCounts(ledgers) });
}
