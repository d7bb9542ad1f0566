/**
 * Writes predictions for gold quotations: `node tests/eval/quotes.ts FILE|FOLDER
 * [--no-participants] [--out FILE]`. Gold: one JSON per line {id, lang, text, participants?:
 * [{name, aliases}]}; predictions: {id, quotes: [{start, end, speaker, kind}]}.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { VFile } from 'vfile';
import { quotationsIn } from '../../src/quotes/index.ts';
import { blocksOf, goldIn, peopleOf } from './gold.ts';
import type { Gold } from './gold.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'no-participants': { type: 'boolean', default: false },
    'out': { type: 'string', default: 'predictions.jsonl' },
  },
});
const gold = positionals.flatMap(goldIn);
const started = process.cpuUsage();
const predictions = gold.map(predict);
const { user, system } = process.cpuUsage(started);
writeFileSync(values.out, predictions.map((row) => `${JSON.stringify(row)}\n`).join(''));
const characters = gold.reduce((sum, { text }) => sum + text.length, 0);
console.error(
  `${gold.length} texts, ${characters} characters, ${((user + system) / characters).toFixed(2)} s CPU per million characters`,
);

/**
 * Found as in a brief of plain paragraphs, with terms and titles within quotations; dialogue in
 * dashes is read where the text has it.
 */
function predict({ id, lang, text, participants = [] }: Gold): object {
  const cast = values['no-participants'] ? [] : peopleOf(participants);
  const given = { ...blocksOf(text, lang), text, participants: cast, overrides: [], lang };
  const { found, inner } = quotationsIn(given, new VFile({ value: text, path: id }));
  const within = inner.filter(
    ({ kind }) => kind === 'term' || kind === 'title' || kind === 'scare',
  );
  const quotes = [...found, ...within].flatMap(({ spans, kind, speaker }) =>
    spans.map((span) => ({ ...span, kind, speaker: speaker.name })),
  );
  return { id, quotes };
}
