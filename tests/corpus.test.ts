/**
 * Looking quotations up in a folder of transcripts: what the index proposes, and that the strict
 * search decides.
 */
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { VFile } from 'vfile';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { openCorpus, type Corpus } from '../src/corpus/index.ts';
import { openGate, openPress } from '../src/press.ts';
import { readTranscript } from '../src/transcripts/index.ts';
import type { Attribution, Transcript } from '../src/types.ts';
import { openVerifier, type Claim } from '../src/verify/index.ts';
import { diskWorld } from '../src/world/disk.ts';
import type { World } from '../src/world.ts';
import { transcriptPath, transcriptText } from './support/corpus.ts';

const root = mkdtempSync(join(tmpdir(), 'briefpress-corpus-'));

afterAll(() => rmSync(root, { recursive: true }));

let folder = root;

let count = 0;

let reads: string[] = [];

beforeEach(() => {
  folder = join(root, String(count++));
  mkdirSync(folder);
  reads = [];
});

/** The real disk, which counts what is read of the folder. */
const world = (): World => {
  const disk = diskWorld();
  return {
    ...disk,
    cwd: folder,
    env: { XDG_CACHE_HOME: join(root, 'cache') },
    read: (path, limit) => {
      reads.push(path.slice(folder.length + 1));
      return disk.read(path, limit);
    },
  };
};

const LONG_AGO = new Date('2020-01-01');

function put(path: string, text: string, time = LONG_AGO): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  utimesSync(join(folder, path), time, time);
}

const NOBODY: Attribution = {
  name: null,
  participant: null,
  sieve: 'none',
  strength: 'none',
  confidence: 0,
  may: null,
  fromSource: false,
};

const claimOf = (text: string, name: string | null = null): Claim => ({
  id: 'q',
  texts: [text],
  speaker: name === null ? NOBODY : { ...NOBODY, name, strength: 'explicit', may: [] },
  source: null,
  at: null,
  verify: true,
});

async function opened(): Promise<{
  readonly corpus: Corpus | null;
  readonly told: readonly string[];
}> {
  const file = new VFile();
  const corpus = await openCorpus(world(), '.', file, null);
  return {
    corpus,
    told: file.messages.map(
      (message) => `${message.file ?? ''}: ${message.reason} [${message.ruleId}]`,
    ),
  };
}

const ASKED = { participants: [], terms: {} };

async function settled(corpus: Corpus, claim: Claim): ReturnType<typeof settledIn> {
  return settledIn(await corpus.transcriptsFor([claim], ASKED, new Set(), new VFile()), claim);
}

const settledIn = async (transcripts: readonly Transcript[], claim: Claim) =>
  openVerifier(transcripts, []).settle(claim);

const placesIn = async (
  corpus: Corpus,
  text: string,
  name: string | null = null,
): Promise<string> => {
  const { evidence } = await settled(corpus, claimOf(text, name));
  if (evidence.status === 'ambiguous')
    return `ambiguous ${evidence.locators.map(({ source }) => source).join(' ')}`;
  if (!('locator' in evidence)) return evidence.status;
  const also = 'also' in evidence ? evidence.also.map(({ source }) => ` ${source}`).join('') : '';
  return `${evidence.status} ${evidence.locator.source}${also}`;
};

const transcriptAt = (path: string): Transcript =>
  readTranscript(
    {
      sourceId: path,
      name: path,
      shown: path,
      format: null,
      bytes: readFileSync(join(folder, path)),
      participants: [],
    },
    new VFile(),
  )!;

describe('the index proposes', () => {
  test('what the strict search finds in the right file is found in the folder, and nothing else is', async () => {
    const files = Array.from({ length: 30 }, (_, at) => transcriptPath(at * 40));
    for (const [at, path] of files.entries()) put(path, transcriptText(at, 6000));
    const { corpus } = await opened();
    const spoil = fc.constantFrom(
      'as it is',
      'a word exchanged',
      'a word left out',
      'two swapped',
      'a gap',
      'capitals',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.nat(29),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 30 }),
        spoil,
        async (at, a, b, length, how) => {
          const transcript = transcriptAt(files[at]!);
          const words = transcript.turns[a % transcript.turns.length]!.text.split(' ');
          const from = b % words.length;
          const claim = claimOf(spoilt(words.slice(from, from + length), how, b).join(' '));
          const direct = await settledIn([transcript], claim);
          const found = await settled(corpus!, claim);
          if ('also' in direct.evidence) {
            // Short words stand in several files; the right one is among them.
            const { evidence } = found;
            const places =
              'also' in evidence
                ? [evidence.locator, ...evidence.also]
                : 'locators' in evidence
                  ? evidence.locators
                  : [];
            const sources = places.map(({ source }) => source);
            expect(sources.includes(files[at]!) || sources.length >= 8).toBe(true);
            if (new Set(sources).size === 1) expect(found).toEqual(direct);
          } else {
            expect(found.tick && !isElsewhere(files, claim)).toBe(false);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  const isElsewhere = (files: readonly string[], claim: Claim): boolean =>
    files.some((path) => 'also' in openVerifier([transcriptAt(path)], []).settle(claim).evidence);

  function spoilt(words: readonly string[], how: string, at: number): readonly string[] {
    const i = at % words.length;
    if (how === 'a word exchanged') return words.with(i, 'zebra');
    if (how === 'a word left out') return words.toSpliced(i, 1);
    if (how === 'two swapped')
      return [...words.slice(0, i), ...words.slice(i + 1, i + 2), words[i]!, ...words.slice(i + 2)];
    if (how === 'a gap') return words.length > 6 ? words.toSpliced(2, 2, '[…]') : words;
    return how === 'capitals'
      ? words.map((word, n) => (n === 0 ? word.toUpperCase() : word))
      : words;
  }

  test.each([
    ['two words', 'the night ferry runs until dawn'],
    ['one word', 'the nightferry runs until dawn'],
    ['a hyphen', 'the night-ferry runs until dawn'],
    ['nothing but a hyphenated word', 'night-ferry'],
    ['one word of three', 'dawn'],
    ['brackets', 'the [old] night ferry [went] until dawn'],
    ['across a break of one voice', 'until dawn and back again'],
  ])('however it is written: %s', async (_, text) => {
    put(
      'a.txt',
      'IDA MOEN: I say that the night-ferry runs until dawn\n\nIDA MOEN: and back again.\n',
    );
    for (let at = 0; at < 12; at++) put(`other-${at}.txt`, transcriptText(at, 3000));
    const { corpus } = await opened();
    const direct = await settledIn([transcriptAt('a.txt')], claimOf(text));
    expect(await settled(corpus!, claimOf(text))).toEqual(direct);
  });

  test('altered words are shown beside the ones that come nearest', async () => {
    for (let at = 0; at < 40; at++) put(transcriptPath(at), transcriptText(at, 4000));
    put(
      'zz/spring.txt',
      'IDA MOEN: We never promised a timetable to anybody who lives on the island.\n',
    );
    const { corpus } = await opened();
    expect(
      await placesIn(corpus!, 'We promised a timetable to anybody who lives on the island'),
    ).toBe('altered zz/spring.txt');
    expect(await placesIn(corpus!, 'Quite another thing altogether, believe me')).toBe('not-found');
  });
});

describe('the source that is named', () => {
  beforeEach(() => {
    const talk = (a: string, b: string): string =>
      `\n${a}: That is so.\n\n${b}: It is not.\n\n${a}: Then let us go on.\n\n${b}: With pleasure.\n`;
    put(
      'a/one.txt',
      `IDA MOEN: Nobody asked the pilots about the buoys.\n\nBO LIND: It was quiet in the harbour all winter.\n${talk('IDA MOEN', 'BO LIND')}`,
    );
    put(
      'b/two.txt',
      `IDA MOEN: I repeat it. Nobody asked the pilots about the buoys.\n\nTESS OKAFOR: It was quiet in the harbour all winter.\n${talk('IDA MOEN', 'TESS OKAFOR')}`,
    );
    put('c/three.txt', 'SPEAKER 1: All of it was paid for by us.\n\nSPEAKER 2: Fine.\n');
    put('c/four.txt', 'SPEAKER 1: All of it was paid for by us.\n\nSPEAKER 2: Well.\n');
  });

  test.each([
    [
      'one voice in several files: the first by path, the others listed',
      'Nobody asked the pilots about the buoys',
      null,
      'exact a/one.txt b/two.txt',
    ],
    [
      'several voices, nobody named',
      'It was quiet in the harbour all winter',
      null,
      'ambiguous a/one.txt b/two.txt',
    ],
    [
      'several voices, one named',
      'It was quiet in the harbour all winter',
      'Tess Okafor',
      'exact b/two.txt',
    ],
    [
      'somebody else says it',
      'Nobody asked the pilots about the buoys',
      'Tess Okafor',
      'misattributed a/one.txt',
    ],
    [
      'voices without names are others in another file',
      'All of it was paid for by us',
      null,
      'ambiguous c/four.txt c/three.txt',
    ],
  ])('%s', async (_, text, name, expected) => {
    const { corpus } = await opened();
    expect(await placesIn(corpus!, text, name)).toBe(expected);
  });

  test('of a brief without a transcript, it becomes a source with its place; a brief with one keeps to it', async () => {
    const text =
      '# Buoys\n\n“Nobody asked the pilots about the buoys,” said Ida Moen.\n\n## Participants\n\n- Ida Moen – pilot\n';
    rmSync(join(folder, 'b'), { recursive: true });
    put('d/brief.md', text);
    put('e/brief.md', text);
    put(
      'e/transcript.txt',
      'IDA MOEN: Somebody asked the pilots about the buoys.\n\nIDA MOEN: So it was.\n',
    );
    const options = {
      theme: null,
      paper: null,
      transcript: null,
      browserPath: null,
      sandbox: true,
      timeout: 60_000,
      progress: null,
    };
    const press = openPress(world(), { ...options, transcripts: '.' });
    const [found, own] = [await press.proof('d/brief.md'), await press.proof('e/brief.md')];
    await press.close();
    expect(found.ledger!.entries[0]).toMatchObject({
      tick: true,
      evidence: { locator: { source: 'a/one.txt', line: 1 } },
    });
    expect(found.brief!.sources.map(({ id, file }) => [id, file])).toEqual([
      ['a/one.txt', '../a/one.txt'],
    ]);
    expect(own.ledger!.entries[0]!.evidence.status).toBe('altered');
  });

  test('of two records with the same words, it is neither', async () => {
    put('d/draft.md', '“Nobody asked the pilots about the buoys,” said Ida Moen.\n');
    const gate = openGate(world(), { transcript: null, transcripts: '.', progress: null });
    const { ledger } = await gate.judge('d/draft.md');
    expect(ledger!.entries[0]).toMatchObject({
      tick: false,
      evidence: {
        status: 'ambiguous',
        locators: [{ source: 'a/one.txt' }, { source: 'b/two.txt' }],
      },
    });
  });

  test('is never the text itself, wherever it lies', async () => {
    put('draft.md', '“Every word of this is invented by me,” said Ida Moen.\n');
    const proof = await openGate(world(), {
      transcript: null,
      transcripts: '.',
      progress: null,
    }).judge('draft.md');
    expect(proof.ledger!.entries.map(({ evidence }) => evidence.status)).toEqual(['not-found']);
    for (const name of readdirSync(folder))
      if (name !== 'draft.md') rmSync(join(folder, name), { recursive: true });
    const alone = await openGate(world(), {
      transcript: null,
      transcripts: '.',
      progress: null,
    }).judge('draft.md');
    expect(alone.file.messages.map(({ ruleId }) => ruleId)).toEqual(['corpus-empty']);
  });
});

describe('the index is kept', () => {
  const indexFile = (): string => {
    const cache = join(root, 'cache/briefpress/transcripts');
    const [newest] = readdirSync(cache).toSorted(
      (a, b) => statSync(join(cache, b)).mtimeMs - statSync(join(cache, a)).mtimeMs,
    );
    return join(cache, newest!);
  };

  beforeEach(() => {
    put('a.txt', 'IDA MOEN: The first of all words is here.\n');
    put('b.txt', 'BO LIND: The second of all words is there.\n');
  });

  test('files that have not changed are not read again', async () => {
    await opened();
    expect(reads).toEqual(['a.txt', 'b.txt']);
    reads = [];
    await opened();
    expect(reads).toEqual([]);
    expect(statSync(dirname(indexFile())).mode & 0o077).toBe(0);
  });

  test('what came, went, moved or changed is seen', async () => {
    await opened();
    reads = [];
    put('c.txt', 'TESS OKAFOR: A third speaker has come in.\n');
    put('b.txt', 'BO LIND: The second speaker changed his mind.\n', new Date('2021-01-01'));
    renameSync(join(folder, 'a.txt'), join(folder, 'moved.txt'));
    const { corpus } = await opened();
    expect(reads.toSorted()).toEqual(['b.txt', 'c.txt', 'moved.txt']);
    expect(await placesIn(corpus!, 'A third speaker has come in')).toBe('exact c.txt');
    expect(await placesIn(corpus!, 'The second speaker changed his mind')).toBe('exact b.txt');
    expect(await placesIn(corpus!, 'The second of all words is there')).not.toContain('exact');
    expect(await placesIn(corpus!, 'The first of all words is here')).toBe('exact moved.txt');
  });

  test('the content decides where size and time are the same', async () => {
    await opened();
    put('a.txt', 'IDA MOEN: The first of all words is gone.\n');
    const { corpus } = await opened();
    expect(await placesIn(corpus!, 'The first of all words is here')).toBe('altered a.txt');
    expect(await placesIn(corpus!, 'The first of all words is gone')).toBe('exact a.txt');
  });

  test('a file that was written just now may be written again in the same moment', async () => {
    put('c.txt', 'TESS OKAFOR: A third speaker has come in.\n', new Date());
    await opened();
    reads = [];
    await opened();
    expect(reads).toEqual(['c.txt']);
  });

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 3)],
    [
      'with a bit that is not as it was',
      (bytes: Buffer) => bytes.with(bytes.length - 1, bytes.at(-1)! ^ 1),
    ],
    ['with other records', (bytes: Buffer) => bytes.with(60, bytes[60]! ^ 1)],
    ['of another program', () => Buffer.from('no index')],
    ['empty', () => Buffer.alloc(0)],
  ])('one that is %s is made anew', async (_, damage) => {
    await opened();
    const whole = readFileSync(indexFile());
    writeFileSync(indexFile(), damage(whole));
    reads = [];
    const { corpus } = await opened();
    expect(reads).toEqual(['a.txt', 'b.txt']);
    expect(await placesIn(corpus!, 'The second of all words is there')).toBe('exact b.txt');
    expect(readFileSync(indexFile()).length).toBe(whole.length);
  });

  test('by runs at the same time, each of which finds all', async () => {
    for (let at = 0; at < 20; at++) put(transcriptPath(at), transcriptText(at, 2000));
    const all = await Promise.all([opened(), opened(), opened()]);
    for (const { corpus } of all)
      expect(await placesIn(corpus!, 'The first of all words is here')).toBe('exact a.txt');
    reads = [];
    await opened();
    expect(reads).toEqual([]);
  });
});

describe('the folder', () => {
  test('what is no transcript is told once and passed over', async () => {
    put('a.txt', 'IDA MOEN: The first of all words is here.\n');
    put('below/picture.png', '\u0089PNG\u0000\u0001');
    put('.hidden/b.txt', 'IDA MOEN: A hidden word.\n');
    put('outside/c.txt', 'IDA MOEN: A word from elsewhere.\n');
    symlinkSync(join(folder, 'outside/c.txt'), join(folder, 'link.txt'));
    symlinkSync(join(root), join(folder, 'linked'));
    for (const _ of ['built', 'kept']) {
      const { corpus, told } = await opened();
      expect(told).toEqual([
        'link.txt: The file is a link; links are not followed [corpus-file]',
        'linked: The file is a link; links are not followed [corpus-file]',
        'below/picture.png: The file can’t be read as a transcript: The transcript is not a text file [corpus-file]',
      ]);
      expect(corpus!.size).toBe(2);
      expect(await placesIn(corpus!, 'A hidden word')).not.toContain('exact');
    }
  });

  test('that is not there, is none, or is empty is refused', async () => {
    for (const [name, says] of [
      ['none', '“none” does not exist [corpus-folder]'],
      ['file.txt', '“file.txt” is no folder [corpus-folder]'],
      ['empty', '“empty” has no file that can be read as a transcript [corpus-empty]'],
    ]) {
      put('file.txt', 'IDA MOEN: A word.\n');
      mkdirSync(join(folder, 'empty'), { recursive: true });
      const file = new VFile();
      expect(await openCorpus(world(), name!, file, null)).toBeNull();
      expect(file.messages.map((message) => `${message.reason} [${message.ruleId}]`)).toEqual([
        says,
      ]);
    }
  });
});
