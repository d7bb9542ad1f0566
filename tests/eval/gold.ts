/**
 * Gold texts with quotations and speakers, one JSON per line, and how they become blocks and
 * participants.
 */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { castFrom } from '../../src/names/cast.ts';
import { dashTurn } from '../../src/quotes/runs/dash.ts';
import type { FlatBlock, Participant, QuoteOptions } from '../../src/types.ts';
import { plainBlocks } from '../support/plain-blocks.ts';

export interface GoldQuote {
  /** UTF-16 offsets into the text, marks in or out. */
  readonly start: number;
  readonly end: number;
  /** speech, partial, thought; other is a term or a title; ignore is not scored. */
  readonly kind: string;
  readonly speaker?: string | null;
  readonly speakerAliases?: readonly string[];
  /** How the text refers to the speaker; `nominal` or `none` where that is nobody of the list. */
  readonly speakerType?: string;
}

export interface Gold {
  readonly id: string;
  readonly corpus: string;
  readonly lang: string;
  readonly text: string;
  readonly quotes: readonly GoldQuote[];
  readonly participants?: readonly { readonly name: string; readonly aliases: readonly string[] }[];
}

/** Texts of a file, or of every `*.jsonl` of a folder in order of name. */
export function goldIn(path: string): readonly Gold[] {
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith('.jsonl'))
        .sort()
        .map((name) => join(path, name))
    : [path];
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').split('\n'));
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Gold);
}

export function blocksOf(
  text: string,
  lang: string,
): { readonly blocks: readonly FlatBlock[]; readonly options: QuoteOptions } {
  const blocks = plainBlocks(text, lang);
  return {
    blocks,
    options: {
      style: 'auto',
      singles: 'auto',
      dashDialogue: speaksInDashes(blocks),
      unlisted: 'show',
      minWords: 1,
      disfluencies: 'keep',
    },
  };
}

/**
 * Whether a text speaks in dashes: several of its paragraphs, and more than one in twenty, open
 * with one and end a sentence.
 */
function speaksInDashes(blocks: readonly FlatBlock[]): boolean {
  const turns = blocks.filter(
    (block) => /[.!?…»]\s*$/u.test(block.text) && dashTurn(block) !== null,
  );
  return turns.length >= 5 && turns.length * 20 > blocks.length;
}

export const peopleOf = (people: NonNullable<Gold['participants']>): readonly Participant[] =>
  castFrom(people.map(({ name }) => name)).map((who, i) => ({
    ...who,
    aliases: [who.name, ...people[i]!.aliases],
  }));
