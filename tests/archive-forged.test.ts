/**
 * Forgers who know the format: every checksum fits, and still nothing that they changed reads as
 * verified.
 */
import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from '../src/archive/json.ts';
import { PROOF_LIMITS, readProof, type QuotationProof } from '../src/archive/proof.ts';
import { diskWorld } from '../src/world/disk.ts';
import { briefpress } from './support/commands.ts';
import { forged, type Forgery, type LedgerDraft } from './support/forge.ts';
import { BRIEF, TRANSCRIPT, inFolder, makeSnapshot } from './support/snapshot.ts';
import { signer } from './support/ssh.ts';

const zip = (await makeSnapshot()).bytes;

const rules = (stderr: string): readonly string[] => [
  ...new Set([...stderr.matchAll(/\[([a-z-]+)\]$/gmu)].map((match) => match[1]!)),
];

const first = (ledger: LedgerDraft) => ({
  entry: ledger.entries[0]!,
  annotation: ledger.annotations[0]!,
});

const copy = <T>(value: T): T => structuredClone(value);

/** An entry and its annotation with other facts, consistently. */
function twice(ledger: LedgerDraft, number: number): void {
  const [entry, annotation] = [copy(ledger.entries[0]!), copy(ledger.annotations[0]!)];
  ledger.entries.push({ ...entry, number });
  ledger.annotations.push({ ...annotation, number });
  ledger.brief.quotations++;
  ledger.counts['exact'] = (ledger.counts['exact'] ?? 0) + 1;
}

const TRUE_BRIEF = 'source/brief.md';

/** What was forged, how, and the rule that names it. */
const FORGERIES: readonly (readonly [name: string, forgery: Forgery, rule: string])[] = [
  [
    'another title',
    { ledger: ({ brief }) => void (brief.title = 'The Day Ferry') },
    'snapshot-record',
  ],
  ['another date', { ledger: ({ brief }) => void (brief.date = '2020-01-01') }, 'snapshot-record'],
  ['another language', { ledger: ({ brief }) => void (brief.lang = 'de') }, 'snapshot-record'],
  [
    'another short name',
    { ledger: ({ brief }) => void (brief.slug = 'day-ferry') },
    'snapshot-record',
  ],
  [
    'another identifier',
    {
      ledger: (ledger) => {
        const was = ledger.brief.identifier;
        ledger.brief.identifier = 'urn:uuid:00000000-0000-5000-8000-000000000000';
        for (const one of ledger.annotations) one.id = one.id.replace(was, ledger.brief.identifier);
      },
      tags: { 'bag-info.txt': 'Snapshot-Format: briefpress snapshot 1\n' },
    },
    'snapshot-record',
  ],
  [
    'another title for catalogues',
    {
      tags: {
        'bag-info.txt': 'Snapshot-Format: briefpress snapshot 1\nExternal-Description: Other\n',
      },
    },
    'snapshot-record',
  ],
  [
    'another number of quotations',
    { ledger: ({ brief }) => void (brief.quotations = 99) },
    'snapshot-record',
  ],
  ['other counts', { ledger: ({ counts }) => void (counts['altered'] = 2) }, 'snapshot-record'],
  ['a quotation twice', { ledger: (ledger) => twice(ledger, 4) }, 'snapshot-record'],
  [
    'a quotation twice under one number',
    { ledger: (ledger) => twice(ledger, 1) },
    'snapshot-record',
  ],
  [
    'an entry without an annotation',
    { ledger: (ledger) => void ledger.entries.push({ ...copy(ledger.entries[0]!), number: 4 }) },
    'snapshot-record',
  ],
  [
    'an annotation without an entry',
    {
      ledger: (ledger) => {
        ledger.annotations.push({ ...copy(ledger.annotations[0]!), number: 4 });
        ledger.brief.quotations++;
      },
    },
    'snapshot-record',
  ],
  [
    'another speaker',
    {
      ledger: (ledger) => {
        const { entry, annotation } = first(ledger);
        entry.speaker.name = 'Per Lund';
        annotation.speaker = 'Per Lund';
      },
    },
    'snapshot-quotation',
  ],
  [
    'a quotation that nobody finds',
    {
      ledger: (ledger) => {
        twice(ledger, 4);
        ledger.entries[3]!.id = 'q-invented';
        ledger.annotations[3]!.id = `${ledger.brief.identifier}#q-invented`;
      },
    },
    'snapshot-quotation',
  ],
  [
    'a quotation that stands nowhere',
    { ledger: (ledger) => void (first(ledger).annotation.target = []) },
    'snapshot-quotation',
  ],
  [
    'a quotation that stands in nothing',
    {
      ledger: (ledger) => {
        for (const { selector } of first(ledger).annotation.target) {
          for (const one of selector as Record<string, string | number>[]) {
            if ('exact' in one) one['exact'] = '';
            if ('start' in one) [one['start'], one['end']] = [0, 0];
          }
        }
      },
    },
    'snapshot-quotation',
  ],
  [
    'a verdict on words that the transcript does not have',
    {
      files: {
        'source/transcript.txt': `${TRANSCRIPT}\n`.replace('last passenger', 'last customer'),
      },
    },
    'snapshot-quotation',
  ],
  [
    'a brief that is not the brief',
    {
      files: { 'source/other.md': '# Nothing\n' },
      build: (build) => void (build.brief = 'source/other.md'),
    },
    'snapshot-quotation',
  ],
  [
    'a brief that is not there',
    { build: (build) => void (build.brief = 'source/absent.md') },
    'snapshot-unjudged',
  ],
  [
    'a brief that can’t be read',
    { files: { [TRUE_BRIEF]: '---\ntitle: [\n---\n' } },
    'snapshot-unjudged',
  ],
  [
    'a brief outside of the sources',
    { build: (build) => void (build.brief = 'ledger.json') },
    'snapshot-record',
  ],
  [
    'a brief above the snapshot',
    { build: (build) => void (build.brief = 'source/../../x.md') },
    'snapshot-record',
  ],
  [
    'a packet for a brief',
    {
      files: { 'source/p.yaml': 'title: x\nbriefs: [/etc/hostname]\n' },
      build: (build) => void (build.brief = 'source/p.yaml'),
    },
    'snapshot-record',
  ],
  [
    'a transcript elsewhere',
    { build: (build) => void (build.transcript = '/etc/hostname') },
    'snapshot-record',
  ],
  [
    'a theme elsewhere',
    { build: (build) => void (build.theme = { name: '../x' }) },
    'snapshot-record',
  ],
  ['a folder for a short name', { build: (build) => void (build.slug = 'a/b') }, 'snapshot-record'],
  ['a file that no record names', { files: { 'more/notes.md': 'trust me' } }, 'snapshot-record'],
  [
    'a source that was not one',
    {
      files: { 'source/more.md': 'x' },
      ledger: ({ brief }) => void delete brief.sources['source/more.md'],
    },
    'snapshot-record',
  ],
  [
    'a print that the build does not name',
    { build: ({ results }) => void (results['print/night-ferry.pdf'] = '0'.repeat(64)) },
    'snapshot-record',
  ],
  [
    'a key twice',
    { spelling: (text) => text.replace('"title": ', '"title": "The Day Ferry", "title": ') },
    'snapshot-record',
  ],
  [
    'the ledger of before, which bound less',
    { ledger: (ledger) => void (ledger.format = 'briefpress ledger 1') },
    'snapshot-record',
  ],
];

describe('forged snapshots', () => {
  test('made anew without a change are sound', async () => {
    await inFolder({ 'a.zip': await forged(zip, {}) }, async (cwd) => {
      const { code, stderr } = await briefpress(cwd, ['verify', 'a.zip']);
      expect([code, stderr]).toEqual([0, '']);
    });
  });

  test.each(FORGERIES)('%s', async (_, forgery, rule) => {
    await inFolder({ 'a.zip': await forged(zip, forgery), 'b.zip': zip }, async (cwd) => {
      const verified = await briefpress(cwd, ['verify', 'a.zip']);
      expect(rules(verified.stderr), verified.stderr).toContain(rule);
      expect([3, 4]).toContain(verified.code);
      // What does not verify is neither proven nor compared.
      const proven = await briefpress(cwd, ['prove', 'a.zip', '1']);
      expect([proven.code > 0, proven.stdout]).toEqual([true, '']);
      for (const pair of [
        ['a.zip', 'b.zip'],
        ['b.zip', 'a.zip'],
      ]) {
        const compared = await briefpress(cwd, ['diff', ...pair]);
        expect([compared.code > 0, compared.stdout]).toEqual([true, '']);
      }
    });
  });

  test('what nothing vouches for is named', async () => {
    const files = {
      'print/night-ferry.pdf': '%PDF-1.7\nforged\n%%EOF\n',
      'ebook/night-ferry.epub': 'PK',
      'verification.json': '{}\n',
    };
    const tags = { 'README.html': '<script>alert(1)</script>' };
    await inFolder({ 'a.zip': await forged(zip, { files, tags }) }, async (cwd) => {
      const { stdout } = await briefpress(cwd, ['verify', 'a.zip']);
      const line = stdout.split('\n').find((one) => one.includes('not compared with the sources'));
      for (const name of [
        ...Object.keys(files).map((path) => `data/${path}`),
        'README.html',
        'bag-info.txt',
        'data/build.json',
        'data/theme/',
      ])
        expect(line).toContain(name);
      expect(line).not.toContain('data/ledger.json');
      const row = JSON.parse(
        (await briefpress(cwd, ['verify', 'a.zip', '--json'])).stdout.split('\n')[0]!,
      ) as { notBound: string[] };
      expect(row.notBound).toContain('README.html');
      expect((await briefpress(cwd, ['verify', 'a.zip', '--no-quotations'])).stdout).toMatch(
        /not compared .*data\/ledger\.json/u,
      );
    });
  });

  test('nothing outside of the snapshot is opened, whatever it names', async () => {
    const packet = {
      files: { 'source/p.yml': 'title: x\nbriefs: [../../../secret.md]\n' },
      build: (build: { brief: string }) => void (build.brief = 'source/p.yml'),
    };
    const front = {
      files: {
        [TRUE_BRIEF]: BRIEF.replace(
          'date:',
          'transcript: ../../secret.txt\nsources: [{id: s, file: /etc/hostname}]\ndate:',
        ),
      },
    };
    const image = {
      files: { [TRUE_BRIEF]: BRIEF.replace('quay.png', '../../../../etc/hostname') },
    };
    for (const forgery of [packet, front, image]) {
      await inFolder(
        { 'a.zip': await forged(zip, forgery), 'secret.md': 'x', 'secret.txt': 'x' },
        async (cwd) => {
          const opened: string[] = [];
          const disk = diskWorld();
          const noted =
            <T extends unknown[], R>(ask: (path: string, ...rest: T) => R) =>
            (path: string, ...rest: T): R => {
              opened.push(path);
              return ask(path, ...rest);
            };
          const world = {
            read: noted(disk.read),
            open: noted(disk.open),
            list: noted(disk.list),
            entries: noted(disk.entries),
          };
          await briefpress(cwd, ['verify', 'a.zip', '--rebuild', '--timeout', '60s'], {
            ...world,
            run: async () => null,
            env: { PATH: '' },
          });
          await briefpress(cwd, ['diff', 'a.zip', 'a.zip'], world);
          const others = opened.filter(
            (path) =>
              path !== join(cwd, 'a.zip') && !/\/(?:templates|node_modules)(?:\/|$)/u.test(path),
          );
          expect(others).toEqual([]);
        },
      );
    }
  });
});

// ---------------------------------------------------------------- proofs

const proofText = await inFolder(
  { 'a.zip': zip },
  async (cwd) => (await briefpress(cwd, ['prove', 'a.zip', '2'])).stdout,
);

const { root } = (JSON.parse(proofText) as QuotationProof).merkle;

const saidOf = (text: string): string | null => {
  const read = readProof(Buffer.from(text));
  return typeof read === 'string' ? read : null;
};

/** Every place of a JSON value: the keys that lead to it. */
function placesIn(value: unknown, way: readonly string[] = []): readonly (readonly string[])[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [way, ...inner.flatMap(([key, one]) => placesIn(one, [...way, key]))];
}

function changedAt(
  text: string,
  way: readonly string[],
  change: (value: unknown) => unknown,
): string {
  const proof = JSON.parse(text) as Record<string, unknown>;
  const last = way.at(-1)!;
  const holder = way
    .slice(0, -1)
    .reduce<Record<string, unknown>>((one, key) => one[key] as Record<string, unknown>, proof);
  holder[last] = change(holder[last]);
  if (holder[last] === undefined) delete holder[last];
  return JSON.stringify(proof, null, 1);
}

const CHANGES: readonly ((value: unknown) => unknown)[] = [
  (value) =>
    typeof value === 'string' ? `${value}x` : typeof value === 'number' ? value + 1 : 'x',
  () => undefined,
  () => null,
  () => [],
  () => ({}),
  () => -1,
  () => 1e308,
  (value) => [value],
];

describe('forged proofs', () => {
  const places = placesIn(JSON.parse(proofText)).filter((way) => way.length > 0);

  test('no field of a proof is free: any change of any place is found, or leads to another root', () => {
    expect(saidOf(proofText)).toBeNull();
    for (const way of places) {
      for (const change of CHANGES) {
        const text = changedAt(proofText, way, change);
        if (JSON.stringify(JSON.parse(text)) === JSON.stringify(JSON.parse(proofText))) continue;
        expect(saidOf(text), `${way.join('.')}: ${change.toString()}`).not.toBeNull();
      }
    }
  });

  test('nothing can be added to one, in words that no leaf holds', () => {
    for (const way of [[], ['merkle'], ['document'], ['annotation'], ['annotation', 'body']]) {
      const text = changedAt(proofText, [...way, 'note'], () => 'Confirmed by the court.');
      expect(saidOf(text), way.join('.')).not.toBeNull();
    }
    const doubled = proofText.replace('"title": ', '"title": "The Day Ferry", "title": ');
    expect(saidOf(doubled)).toMatch(/has a key twice/u);
    expect(saidOf(proofText.replaceAll(/\n */gu, ''))).toBeNull();
  });

  test('a proof of another snapshot proves nothing here, though each is sound by itself', async () => {
    const other = await makeSnapshot({
      'brief.md': BRIEF.replace('The Night Ferry', 'The Day Ferry'),
      'transcript.txt': TRANSCRIPT,
      'quay.png': '',
    });
    await inFolder({ 'a.zip': zip, 'b.zip': other.bytes, 'p.json': proofText }, async (cwd) => {
      expect((await briefpress(cwd, ['verify', 'p.json', '--snapshot', 'a.zip'])).code).toBe(0);
      const foreign = await briefpress(cwd, [
        'verify',
        'p.json',
        '--snapshot',
        'b.zip',
        '--no-quotations',
      ]);
      expect([foreign.code, rules(foreign.stderr).includes('proof-foreign')]).toEqual([3, true]);
      // Half of one and half of the other.
      const theirs = JSON.parse(
        (await briefpress(cwd, ['prove', 'b.zip', '2'])).stdout || 'null',
      ) as QuotationProof | null;
      if (!theirs) return;
      writeFileSync(
        join(cwd, 'mixed.json'),
        changedAt(proofText, ['document'], () => theirs.document),
      );
      expect((await briefpress(cwd, ['verify', 'mixed.json', '--root', root])).code).toBe(3);
    });
  });

  test('what is malformed exits with 3, whatever it is', async () => {
    const deep = '['.repeat(1 << 20);
    const texts = [
      '',
      'null',
      '[]',
      '"x"',
      '{',
      deep,
      deep + ']'.repeat(1 << 20),
      `[${'{},'.repeat(1 << 20)}{}]`,
      `{"format":"briefpress proof 2","merkle":{"path":[${'"a",'.repeat(1 << 19)}"a"]}}`,
      `"${'x'.repeat(PROOF_LIMITS.bytes)}"`,
      ' '.repeat(PROOF_LIMITS.bytes + 1),
      '\ufeff{}',
      JSON.stringify({ ...(JSON.parse(proofText) as object), format: 'briefpress proof 1' }),
    ];
    await inFolder({}, async (cwd) => {
      for (const content of [...texts, Buffer.of(0xff, 0xfe), Buffer.alloc(1000)]) {
        writeFileSync(join(cwd, 'p.json'), content);
        const { code, stderr } = await briefpress(cwd, ['verify', 'p.json', '--root', root]);
        expect([code, rules(stderr)], content.slice(0, 40).toString()).toEqual([
          3,
          ['proof-invalid'],
        ]);
      }
    });
  });

  test('a limit is reached before anything is made of the text', () => {
    const limits = { bytes: 1 << 24, depth: 4, values: 100 };
    const parse = (text: string) => () => parseJson(Buffer.from(text), limits);
    expect(parse('['.repeat(1 << 22))).toThrow('deeper');
    expect(parse(`[${'0,'.repeat(1 << 22)}0]`)).toThrow('more than 100 values');
    expect(parse(`{${'"a":0,'.repeat(99)}"a":0}`)).toThrow('more than 100 values');
    expect(parseJson(Buffer.from('[[[["]{\\"[[[[[", 1]]]]'), limits)).toEqual([
      [[[']{"[[[[[', 1]]],
    ]);
  });

  test('any JSON is read as it is, in one spelling', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        const value = JSON.parse(text) as unknown;
        if (JSON.stringify(value) !== text) return;
        const spaced = JSON.stringify(value, null, 2);
        expect(JSON.stringify(parseJson(Buffer.from(spaced), PROOF_LIMITS))).toBe(text);
      }),
    );
  });
});

test('a stranger who signs everything anew is told from the owner', async () => {
  const [owner, stranger] = [
    signer(generateKeyPairSync('ed25519').privateKey),
    signer(generateKeyPairSync('ed25519').privateKey),
  ];
  const { withSeals } = await import('../src/archive/seal.ts');
  const theirs = await withSeals(await forged(zip, {}), null, async (sealed) => ({
    signature: stranger.sign(sealed),
    token: null,
  }));
  await inFolder({ 'a.zip': theirs, 'allowed': `ida ${owner.publicLine}\n` }, async (cwd) => {
    const { code, stdout } = await briefpress(cwd, ['verify', 'a.zip', '--signers', 'allowed']);
    expect([code, stdout.split('\n')[1]?.includes('none of those trusted')]).toEqual([3, true]);
  });
});
