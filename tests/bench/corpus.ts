/**
 * `node tests/bench/corpus.ts --files 1000 --kilobytes 100 --quotations 50`: what looking
 * quotations up in a folder of transcripts costs. Writes a folder of made-up transcripts (the same
 * every time), indexes it, opens it again, and looks up words that stand in it, words with one
 * exchanged, and words that nobody said. CPU time of this process; `--folder` keeps the files for
 * the next time.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { VFile } from 'vfile';
import { openCorpus, type Corpus } from '../../src/corpus/index.ts';
import { openVerifier, type Claim } from '../../src/verify/index.ts';
import { diskWorld } from '../../src/world/disk.ts';
import { chance, transcriptPath, transcriptText } from '../support/corpus.ts';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '1000' },
    kilobytes: { type: 'string', default: '100' },
    quotations: { type: 'string', default: '50' },
    folder: { type: 'string' },
  },
});

const [files, size, quotations] = [
  Number(values.files),
  Number(values.kilobytes) * 1000,
  Number(values.quotations),
];

const scratch = mkdtempSync(join(tmpdir(), 'briefpress-bench-'));

const folder = values.folder ?? join(scratch, 'transcripts');

const world = { ...diskWorld(), cwd: folder, env: { XDG_CACHE_HOME: join(scratch, 'cache') } };

function write(): void {
  for (let at = 0; at < files; at++) {
    const path = join(folder, transcriptPath(at));
    if (existsSync(path)) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, transcriptText(at, size));
  }
}

async function costOf<T>(
  work: () => Promise<T>,
): Promise<{ readonly seconds: number; readonly result: T }> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, result };
}

async function opened(): Promise<Corpus> {
  const file = new VFile();
  const corpus = await openCorpus(world, '.', file, null);
  if (!corpus) throw new Error(file.messages.join('\n'));
  return corpus;
}

const claim = (words: string): Claim => ({
  id: 'q',
  texts: [words],
  speaker: {
    name: null,
    participant: null,
    sieve: 'none',
    strength: 'none',
    confidence: 0,
    may: null,
    fromSource: false,
  },
  source: null,
  at: null,
  verify: true,
});

/** Words cut from the folder; `spoil` changes them. */
function cut(next: () => number, spoil: (words: string[]) => string[]): Claim {
  const turns = readFileSync(
    join(folder, transcriptPath(Math.floor(next() * files))),
    'utf8',
  ).split('\n\n');
  const long = turns
    .map((turn) => turn.replace(/^[A-Z ]+: /u, '').split(' '))
    .filter((words) => words.length > 24);
  const words = long[Math.floor(next() * long.length)]!;
  const length = 6 + Math.floor(next() * 14);
  const from = Math.floor(next() * (words.length - length));
  return claim(spoil(words.slice(from, from + length)).join(' '));
}

const KINDS: Readonly<Record<string, (words: string[], next: () => number) => string[]>> = {
  'in the folder': (words) => words,
  'one word exchanged': (words, next) => words.with(Math.floor(next() * words.length), 'zebra'),
  'said by nobody': (words, next) => words.toSorted(() => next() - 0.5),
};

try {
  write();
  const build = await costOf(opened);
  const again = await costOf(opened);
  const cache = join(scratch, 'cache/briefpress/transcripts');
  const [index] = readdirSync(cache);
  console.log(`${files} transcripts, ${Math.round((files * size) / 1e6)} MB`);
  console.log(
    `index built            ${build.seconds.toFixed(1)} s of CPU, ${(statSync(join(cache, index!)).size / 1e6).toFixed(1)} MB`,
  );
  console.log(`opened again           ${(1000 * again.seconds).toFixed(0)} ms of CPU`);
  const asked = { participants: [], terms: {} };
  for (const [name, spoil] of Object.entries(KINDS)) {
    const next = chance(99);
    const claims = Array.from({ length: quotations }, () =>
      cut(next, (words) => spoil(words, next)),
    );
    const statuses: Record<string, number> = {};
    const { seconds } = await costOf(async () => {
      for (const one of claims) {
        const transcripts = await again.result.transcriptsFor([one], asked, new Set(), new VFile());
        const { status } = openVerifier(transcripts, []).settle(one).evidence;
        statuses[status] = (statuses[status] ?? 0) + 1;
      }
    });
    const told = Object.entries(statuses).map(([status, n]) => `${n} ${status}`);
    console.log(
      `${name.padEnd(22)} ${((1000 * seconds) / quotations).toFixed(1)} ms of CPU each: ${told.join(', ')}`,
    );
  }
  console.log(`largest memory         ${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
