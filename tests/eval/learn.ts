/**
 * Learns tables of weights from gold texts: `node tests/eval/learn.ts
 * kinds|speakers FOLDER [--write] [--quick]`. Prints how well the table does on what it has seen (dev), on texts and on sources
 * that it has not; `--write` replaces the table in the code; `--quick` leaves the report out.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { goldIn } from './gold.ts';
import { fitKinds, kindRows, kindTable, reportKinds } from './learn/kinds.ts';
import { fitSpeakers, reportSpeakers, speakerRows, speakerTable } from './learn/speakers.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
  },
});
const [what, folder] = positionals;
const at = (path: string): string => join(import.meta.dirname, '../..', path);

if (what === 'kinds' && folder) {
  const rows = kindRows(goldIn(folder));
  if (!values.quick) console.log(reportKinds(rows));
  const table = kindTable(fitKinds(rows));
  if (values.write) writeFileSync(at('src/quotes/kind/weights.ts'), table);
  else console.log(table);
} else if (what === 'speakers' && folder) {
  const rows = speakerRows(goldIn(folder));
  if (!values.quick) console.log(reportSpeakers(rows));
  const table = speakerTable(fitSpeakers(rows));
  if (values.write) writeFileSync(at('src/quotes/speaker/candidate-weights.ts'), table);
  else console.log(table);
} else {
  console.error('node tests/eval/learn.ts kinds|speakers FOLDER [--write] [--quick]');
  process.exitCode = 2;
}
