/**
 * Writes predictions for gold quotations: `node tests/eval/quotes.ts FILE|FOLDER [--no-participants] [--out FILE]`.
 * Gold: one JSON per line {id, lang, text, participants?: [{name, aliases}]}; predictions: {id, quotes: [{start, end, speaker, kind}]}.
 */
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { VFile } from 'vfile';
import { quotationsIn } from '../../src/quotes/index.ts';
import { castFrom } from '../../src/names/cast.ts';
import { dashTurn } from '../../src/quotes/runs/dash.ts';
import { plainBlocks } from '../support/plain-blocks.ts';
import type { FlatBlock, Participant, QuoteOptions } from '../../src/types.ts';

interface Gold {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
  readonly participants?: readonly { readonly name: string; readonly aliases: readonly string[] }[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'no-participants': { type: 'boolean', default: false }, 'out': { type: 'string', default: 'predictions.jsonl' } },
});
const gold = positionals.flatMap(goldFiles).flatMap(readGold);
const started = process.cpuUsage();
const predictions = gold.map(predict);
const { user, system } = process.cpuUsage(started);
writeFileSync(values.out, predictions.map((row) => `${JSON.stringify(row)}\n`).join(''));
const characters = gold.reduce((sum, { text }) => sum + text.length, 0);
console.error(`${gold.length} texts, ${characters} characters, ${((user + system) / characters).toFixed(2)} s CPU per million characters`);

function goldFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(path, name));
}

function readGold(path: string): Gold[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Gold);
}

/** Whether a text speaks in dashes: several of its paragraphs, and more than one in twenty, open with one and end a sentence. */
function speaksInDashes(blocks: readonly FlatBlock[]): boolean {
  const turns = blocks.filter((block) => /[.!?…»]\s*$/u.test(block.text) && dashTurn(block) !== null);
  return turns.length >= 5 && turns.length * 20 > blocks.length;
}

/** Found as in a brief of plain paragraphs, with terms and titles within quotations; dialogue in dashes is read where the text has it. */
function predict({ id, lang, text, participants = [] }: Gold): object {
  const blocks = plainBlocks(text, lang);
  const options: QuoteOptions = {
    style: 'auto',
    singles: 'auto',
    dashDialogue: speaksInDashes(blocks),
    unlisted: 'show',
    minWords: 1,
    disfluencies: 'keep',
  };
  const cast = values['no-participants'] ? [] : castOf(participants);
  const { found, inner } = quotationsIn(
    { blocks, text, participants: cast, overrides: [], lang, options },
    new VFile({ value: text, path: id }),
  );
  const within = inner.filter(({ kind }) => kind === 'term' || kind === 'title' || kind === 'scare');
  const quotes = [...found, ...within].flatMap(({ spans, kind, speaker }) =>
    spans.map((span) => ({ ...span, kind, speaker: speaker.name })),
  );
  return { id, quotes };
}

function castOf(people: NonNullable<Gold['participants']>): Participant[] {
  return castFrom(people.map(({ name }) => name)).map((who, i) => ({ ...who, aliases: [who.name, ...people[i]!.aliases] }));
}
