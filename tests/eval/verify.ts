/**
 * Verifies gold quotations: `node tests/eval/verify.ts FILE… [--out predictions.jsonl]
 * [--no-participants]`. Gold: one JSON per line {id, transcript: [{speaker, text}], items: [{id,
 * text, speaker}]}; predictions: {id, items: [{id, status, tick, turn}]}. Each transcript is read
 * by the JSON reader, as it would be from a file. CPU time per quotation is told on stderr.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { VFile } from 'vfile';
import { castFrom } from '../../src/names/cast.ts';
import type { Attribution, Participant } from '../../src/types.ts';
import { readTranscript } from '../../src/transcripts/index.ts';
import { openVerifier, type Claim } from '../../src/verify/index.ts';

interface Gold {
  readonly id: string;
  readonly transcript: readonly { readonly speaker: string; readonly text: string }[];
  readonly items: readonly {
    readonly id: string;
    readonly text: string;
    readonly speaker: string;
  }[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'no-participants': { type: 'boolean', default: false },
    'out': { type: 'string', default: 'predictions.jsonl' },
  },
});
const gold = positionals.flatMap((path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Gold),
);
const times: number[] = [];
writeFileSync(
  values.out,
  gold.map((one) => `${JSON.stringify({ id: one.id, items: predicted(one) })}\n`).join(''),
);
const mean = times.reduce((sum, time) => sum + time, 0) / Math.max(1, times.length);
console.error(
  `${times.length} quotations, CPU per quotation ${mean.toFixed(2)} ms (most ${Math.max(0, ...times).toFixed(1)} ms)`,
);

function predicted({ id, transcript, items }: Gold): readonly object[] {
  const names = [...new Set([...transcript, ...items].map(({ speaker }) => speaker))];
  const participants = values['no-participants'] ? [] : castFrom(names);
  const bytes = new TextEncoder().encode(JSON.stringify(transcript));
  const read = readTranscript(
    { sourceId: id, name: `${id}.json`, shown: `${id}.json`, format: null, bytes, participants },
    new VFile(),
  );
  const verifier = openVerifier(read ? [read] : [], participants);
  return items.map((item) => {
    const started = process.cpuUsage();
    const { evidence, tick } = verifier.settle(claimOf(item, participants));
    const { user, system } = process.cpuUsage(started);
    times.push((user + system) / 1000);
    return {
      id: item.id,
      status: evidence.status,
      tick,
      ...('locator' in evidence ? { turn: evidence.locator.turn } : {}),
    };
  });
}

function claimOf(
  { id, text, speaker }: Gold['items'][number],
  participants: readonly Participant[],
): Claim {
  const participant = participants.find(({ name }) => name === speaker)?.id ?? null;
  const named: Attribution = {
    name: speaker,
    participant,
    sieve: 'gold',
    strength: 'explicit',
    confidence: 1,
    may: participant === null ? [] : [participant],
    fromSource: false,
  };
  return { id, texts: [text], speaker: named, source: null, at: null, verify: true };
}
