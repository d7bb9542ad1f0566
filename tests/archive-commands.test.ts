/** archive, verify, prove and diff as a user runs them; nothing here needs a browser. */
import { generateKeyPairSync } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeBag } from '../src/archive/bag/write.ts';
import { proofOf } from '../src/archive/proof.ts';
import { withSeals } from '../src/archive/seal.ts';
import { writeZip } from '../src/zip/write.ts';
import { infoIn, unpacked, writeFiles } from './support/archive.ts';
import { briefpress } from './support/commands.ts';
import { BRIEF, FILES, inFolder, makeSnapshot, TRANSCRIPT } from './support/snapshot.ts';
import { signer } from './support/ssh.ts';

const zip = (await makeSnapshot()).bytes;
const inside = await unpacked(zip);
const textOf = (path: string): string =>
  Buffer.from(inside[`bag/data/${path}`] as Uint8Array).toString();
const rules = (stderr: string): readonly string[] =>
  [...stderr.matchAll(/\[([a-z-]+)\]$/gmu)].map((match) => match[1]!);

/**
 * The snapshot with other records or sources, every checksum made anew: sound as a bag, wrong in
 * what it says.
 */
function remade(changed: Readonly<Record<string, string>>): Uint8Array {
  const payload = Object.entries(inside)
    .filter(([path]) => path.startsWith('bag/data/'))
    .map(([path, bytes]) => ({
      path: path.slice(9),
      bytes: Buffer.from(changed[path.slice(9)] ?? (bytes as Uint8Array)),
    }));
  const bag = makeBag(
    payload,
    [{ path: 'README.html', bytes: Buffer.from(inside['bag/README.html'] as Uint8Array) }],
    infoIn(inside),
  );
  return writeZip(
    bag.map(({ path, bytes }) => ({ path: `x/${path}`, bytes })),
    null,
  );
}

const refuse = (): never => {
  throw new Error('verify must not go out');
};

describe('verify', () => {
  test('a sound snapshot, packed or not', async () => {
    await inFolder({ 'a.zip': zip }, async (cwd) => {
      const { code, stdout, stderr } = await briefpress(cwd, ['verify', 'a.zip']);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(
        /^The Night Ferry\n {2}! unsigned: this shows that nothing was damaged, not who made it\n {2}✓ /u,
      );
      expect(stdout).toContain('none missing, none added');
      expect(stdout).toContain(
        '✓ 3 quotations: 3 exact, judged anew against the archived transcripts',
      );
      await writeFiles(join(cwd, 'open'), inside);
      expect((await briefpress(cwd, ['verify', 'open/bag'])).code).toBe(0);
    });
  });

  test('needs neither network nor any program', async () => {
    await inFolder({ 'a.zip': zip }, async (cwd) => {
      expect(
        (await briefpress(cwd, ['verify', 'a.zip'], { run: refuse, post: refuse, publish: refuse }))
          .code,
      ).toBe(0);
    });
  });

  test('in JSON', async () => {
    await inFolder({ 'a.zip': zip, 'b.zip': zip.subarray(0, 999) }, async (cwd) => {
      const [row, summary] = (await briefpress(cwd, ['verify', 'a.zip', '--json'])).stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(row).toMatchObject({
        type: 'verified',
        path: 'a.zip',
        kind: 'snapshot',
        ok: true,
        title: 'The Night Ferry',
        signature: null,
        quotations: { exact: 3 },
      });
      expect(summary).toMatchObject({ type: 'summary', ok: true, exit: 0 });
      const bad = await briefpress(cwd, ['verify', 'b.zip', '--json']);
      expect(bad.code).toBe(3);
      expect(bad.stdout).toContain('"code":"zip-damaged"');
    });
  });

  test('a changed file is named, and nothing else is believed', async () => {
    const changed = Uint8Array.from(zip);
    // In the content of a file; headers are guarded by a check of their own.
    changed[Buffer.from(zip).indexOf('title: The Night Ferry')]! ^= 1;
    await inFolder({ 'a.zip': changed }, async (cwd) => {
      const { code, stdout, stderr } = await briefpress(cwd, ['verify', 'a.zip']);
      expect(code).toBe(3);
      expect(stderr).toMatch(/^a\.zip: error: data\/\S+ is not as it was/u);
      expect(stdout).toContain('✗');
      expect(stdout).not.toContain('judged anew');
    });
  });

  test('records that say what the files do not are told', async () => {
    const ledger = textOf('ledger.json');
    const cases = [
      [
        { 'ledger.json': ledger.replace(/"root": "[0-9a-f]{4}/u, '"root": "0000') },
        3,
        ['snapshot-record', 'snapshot-record'],
      ],
      [
        { 'source/transcript.txt': TRANSCRIPT.replace('The fog was', 'The fog has') },
        4,
        ['snapshot-record', 'snapshot-record', 'snapshot-quotation', 'snapshot-quotation'],
      ],
      [{ 'ledger.json': '{}' }, 3, ['snapshot-record']],
      [{ 'ledger.json': 'not JSON' }, 3, ['snapshot-record']],
      [
        { 'ledger.json': ledger.replaceAll('"status": "exact"', '"status": "altered"') },
        3,
        [
          ...Array<string>(5).fill('snapshot-record'),
          ...Array<string>(3).fill('snapshot-judgement'),
        ],
      ],
    ] as const;
    for (const [changed, code, said] of cases) {
      await inFolder({ 'a.zip': remade(changed) }, async (cwd) => {
        const ran = await briefpress(cwd, ['verify', 'a.zip']);
        expect([ran.code, rules(ran.stderr)], JSON.stringify(changed).slice(0, 60)).toEqual([
          code,
          said,
        ]);
      });
    }
  });

  test('a plain bag is called one', async () => {
    await inFolder(
      {
        'bag/bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
        'bag/data/a': '',
        'bag/manifest-md5.txt': 'd41d8cd98f00b204e9800998ecf8427e  data/a\n',
      },
      async (cwd) => {
        const { code, stdout } = await briefpress(cwd, ['verify', 'bag']);
        expect([code, stdout]).toEqual([
          0,
          'bag\n  ! unsigned: this shows that nothing was damaged, not who made it\n  ✓ a BagIt bag, but no snapshot: 3 files, 1 kB: as its own lists say, none missing, none added\n',
        ]);
      },
    );
  });

  test('a signature is required when signers are named', async () => {
    const owner = signer(generateKeyPairSync('ed25519').privateKey);
    const signed = await withSeals(zip, null, async (sealed) => ({
      signature: owner.sign(sealed),
      token: null,
    }));
    const files = {
      'a.zip': signed,
      'plain.zip': zip,
      'allowed': `ida@example.org ${owner.publicLine}\n`,
      'other': `per ${signer(generateKeyPairSync('ed25519').privateKey).publicLine}\n`,
    };
    await inFolder(files, async (cwd) => {
      const good = await briefpress(cwd, ['verify', 'a.zip', '--signers', 'allowed']);
      expect(good.code).toBe(0);
      expect(good.stdout).toContain('✓ signed by ida@example.org, key SHA256:');
      expect((await briefpress(cwd, ['verify', 'a.zip'])).stdout).toContain(
        'whose it is was not asked',
      );
      const cases = [
        [['a.zip', '--signers', 'other'], 3, ['signature-foreign']],
        [['a.zip', '--signers', 'allowed', '--identity', 'per'], 3, ['signature-foreign']],
        [['plain.zip', '--signers', 'allowed'], 3, ['signature-missing']],
        [['a.zip', '--identity', 'ida'], 2, ['usage']],
        [['a.zip', '--signers', 'nowhere'], 6, ['outside']],
      ] as const;
      for (const [args, code, said] of cases) {
        const ran = await briefpress(cwd, ['verify', ...args]);
        expect([ran.code, rules(ran.stderr)], args.join(' ')).toEqual([code, said]);
      }
    });
  });
});

describe('prove', () => {
  test('one quotation is shown and checked alone', async () => {
    await inFolder({ 'a.zip': zip }, async (cwd) => {
      expect((await briefpress(cwd, ['prove', 'a.zip', '2', '-o', 'p.json'])).code).toBe(0);
      const proof = JSON.parse(readFileSync(join(cwd, 'p.json'), 'utf8')) as {
        merkle: { root: string };
        annotation: { body: { value: string } };
      };
      expect(proof.annotation.body.value).toBe('The fog was never the reason,');
      expect(readFileSync(join(cwd, 'p.json'), 'utf8')).not.toContain('until the last passenger');
      const checked = await briefpress(cwd, ['verify', 'p.json', '--snapshot', 'a.zip']);
      expect(checked.code).toBe(0);
      expect(checked.stdout.split('The Night Ferry\n')[0]).toBe(
        '  ✓ “The fog was never the reason,”\n    Per Lund; quotation 2 of 3 in The Night Ferry, 2025-03-17, archived as exact\n',
      );
      expect(
        (await briefpress(cwd, ['verify', 'p.json', '--root', proof.merkle.root.toUpperCase()]))
          .code,
      ).toBe(0);
      const foreign = await briefpress(cwd, ['verify', 'p.json', '--root', '00']);
      expect([foreign.code, rules(foreign.stderr)]).toEqual([3, ['proof-foreign']]);
      expect((await briefpress(cwd, ['verify', 'p.json'])).code).toBe(2);
    });
  });

  test('a changed proof proves nothing', async () => {
    await inFolder({ 'a.zip': zip }, async (cwd) => {
      const text = (await briefpress(cwd, ['prove', 'a.zip', '1'])).stdout;
      const { root } = (JSON.parse(text) as { merkle: { root: string } }).merkle;
      const changes = [
        text.replaceAll('last passenger', 'last customer'),
        text.replace('"Ida Moen"', '"Per Lund"'),
        text.replace(/("path": \[\s+")..../u, '$1ffff'),
        text.replace('"index": 1', '"index": 2'),
        '{}',
        'hello',
      ];
      for (const changed of changes) {
        writeFileSync(join(cwd, 'p.json'), changed);
        const ran = await briefpress(cwd, ['verify', 'p.json', '--root', root]);
        expect([ran.code, rules(ran.stderr)], changed.slice(0, 40)).toEqual([3, ['proof-invalid']]);
      }
    });
  });

  test('what cannot be proven is said', async () => {
    await inFolder({ 'a.zip': zip, 'b.zip': zip.subarray(9) }, async (cwd) => {
      expect((await briefpress(cwd, ['prove', 'a.zip', '4'])).stderr).toContain(
        'there is no quotation 4',
      );
      expect((await briefpress(cwd, ['prove', 'a.zip', 'x'])).code).toBe(2);
      expect((await briefpress(cwd, ['prove', 'b.zip', '1'])).code).toBe(3);
    });
  });

  test('trees of every size lead to their root', () => {
    for (let size = 1; size <= 17; size++) {
      const annotations = Array.from({ length: size }, (_, i) => ({
        number: i + 1,
        body: {},
        target: [],
      }));
      const ledger = { annotations, merkle: { root: '' }, brief: { quotations: size } };
      for (let n = 1; n <= size; n++)
        expect(proofOf(ledger as never, n)!.merkle.path.length).toBeLessThanOrEqual(
          Math.ceil(Math.log2(size + 1)),
        );
    }
  });
});

describe('diff', () => {
  test('quotations, speakers, verdicts and text', async () => {
    const now = BRIEF.replace(
      '“We will run it until the last passenger is home,” said Ida Moen.',
      '“We will run it until the last passenger has gone home,” said Ida Moen.\n\nShe looked at the sea for a long while.',
    )
      .replace(
        '“The fog was never the reason,” said Per Lund.',
        '“The fog was never the reason,” said Ida Moen.',
      )
      .replace(' He called it “a matter of oil”.', ' “Ask the harbour master,” said Per Lund.');
    const brief = Object.fromEntries(
      Object.entries({ ...FILES, 'brief.md': now }).map(([name, content]) => [
        `night-ferry/${name}`,
        content,
      ]),
    );
    await inFolder({ 'a.zip': zip, ...brief }, async (cwd) => {
      const { code, stdout } = await briefpress(cwd, ['diff', 'a.zip', 'night-ferry']);
      expect(code).toBe(0);
      expect(stdout).toMatchInlineSnapshot(`
        "  1  changed: We will run it until the last passenger [-is-] {+has gone+} home,
          1  verdict changed: “We will run it until the last passenger has gone home,”: exact → altered
          2  re-attributed: “The fog was never the reason,”: Per Lund → Ida Moen
          2  verdict changed: “The fog was never the reason,”: exact → misattributed
          3  added: “Ask the harbour master,” (Per Lund, not-found)
          3  withdrawn: “a matter of oil” (Per Lund)
          §  section changed: Report
               “We will run it until the last passenger [-is-] {+has gone+} home,” said Ida Moen. {+She looked at the sea for a long while.+} “The fog was never the reason,” said {+Ida Moen. “Ask the harbour master,” said+} Per Lund. [-He called it “a matter of oil”.-] ![The quay](quay.png)
        "
      `);
      const json = JSON.parse(
        (await briefpress(cwd, ['diff', 'a.zip', 'night-ferry', '--json'])).stdout,
      ) as {
        changes: { kind: string }[];
      };
      expect(json.changes.map(({ kind }) => kind).sort()).toEqual([
        'added',
        'changed',
        'reattributed',
        'verdict',
        'verdict',
        'withdrawn',
      ]);
      expect((await briefpress(cwd, ['diff', 'a.zip', 'night-ferry', '--notice'])).stdout)
        .toMatchInlineSnapshot(`
        "corrections:
          - kind: "changed"
            quotation: 1
            was: "We will run it until the last passenger is home,"
            now: "We will run it until the last passenger has gone home,"
            date: "2025-03-17"
          - kind: "reattributed"
            quotation: 2
            was: "Per Lund"
            now: "Ida Moen"
            date: "2025-03-17"
          - kind: "added"
            quotation: 3
            now: "Ask the harbour master,"
            date: "2025-03-17"
          - kind: "withdrawn"
            was: "a matter of oil"
            date: "2025-03-17"
        "
      `);
    });
  });

  test('nothing', async () => {
    await inFolder({ 'a.zip': zip }, async (cwd) => {
      expect((await briefpress(cwd, ['diff', 'a.zip', 'a.zip'])).stdout).toBe('nothing changed\n');
    });
  });

  test('something that cannot be read', async () => {
    await inFolder({ 'a.zip': zip, 'b.zip': 'no' }, async (cwd) => {
      expect((await briefpress(cwd, ['diff', 'a.zip', 'b.zip'])).code).toBe(3);
      expect((await briefpress(cwd, ['diff', 'a.zip', 'nowhere'])).code).toBe(3);
      expect((await briefpress(cwd, ['diff', 'a.zip'])).code).toBe(2);
    });
  });
});

describe('a shelf', () => {
  test('is verified as a whole, with one exit code', async () => {
    const bad = Uint8Array.from(zip);
    bad[zip.length >> 1]! ^= 1;
    const shelf = {
      'shelf/a/2025-03-17.zip': zip,
      'shelf/b/2025-03-17.zip': bad,
      'shelf/b/2025-03-18.zip': zip,
    };
    await inFolder(shelf, async (cwd) => {
      const ran = await briefpress(cwd, ['verify', 'shelf']);
      expect(ran.stderr).not.toContain('[internal]');
      expect([ran.code, ran.stdout.split('\n')[0]]).toEqual([
        3,
        'shelf: 3 snapshots, 2 sound, 1 not',
      ]);
      expect(ran.stderr).toMatch(/^shelf\/b\/2025-03-17\.zip: error: /u);
      const json = await briefpress(cwd, ['verify', 'shelf', '--json']);
      expect(
        json.stdout
          .trim()
          .split('\n')
          .map((line) => (JSON.parse(line) as { type: string }).type)
          .sort(),
      ).toEqual(['diagnostic', 'summary', 'verified', 'verified', 'verified']);
    });
  });
});

describe('a long shelf', () => {
  test('is verified by several threads, and every snapshot is told of', async () => {
    const bad = zip.subarray(0, 9999);
    const shelf = Object.fromEntries(
      Array.from({ length: 14 }, (_, i) => [`shelf/${i}/2025-03-17.zip`, i % 7 === 3 ? bad : zip]),
    );
    await inFolder(shelf, async (cwd) => {
      const ran = await briefpress(cwd, ['verify', 'shelf', '--json']);
      const rows = ran.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { type: string; path: string; ok: boolean });
      const told = rows.filter(({ type }) => type === 'verified');
      expect(told.map(({ path }) => path).sort()).toEqual(Object.keys(shelf).sort());
      expect(
        told
          .filter(({ ok }) => !ok)
          .map(({ path }) => path)
          .sort(),
      ).toEqual(['shelf/10/2025-03-17.zip', 'shelf/3/2025-03-17.zip']);
      expect(rows.at(-1)).toMatchObject({ type: 'summary', exit: 3, snapshots: 14, sound: 12 });
      expect(ran.code).toBe(3);
    });
  });
});

describe('what is no snapshot', () => {
  test('is said in one sentence', async () => {
    await inFolder({ 'letter.txt': 'hello', 'folder/x.txt': 'x' }, async (cwd) => {
      mkdirSync(join(cwd, 'empty'));
      const cases = [
        [['letter.txt'], 3, ['zip-damaged']],
        [['nowhere'], 3, ['archive-unknown']],
        [['folder'], 3, ['bag-declaration']],
        [['empty'], 3, ['bag-declaration']],
        [[], 2, ['usage']],
      ] as const;
      for (const [args, code, said] of cases) {
        const ran = await briefpress(cwd, ['verify', ...args]);
        expect([ran.code, rules(ran.stderr)], args.join(' ')).toEqual([code, said]);
      }
    });
  });

  test('a file that may not be read', async () => {
    await inFolder({ 'a.zip': zip }, async (cwd) => {
      chmodSync(join(cwd, 'a.zip'), 0);
      const ran = await briefpress(cwd, ['verify', 'a.zip']);
      expect(ran.code === 0 || rules(ran.stderr).includes('archive-unknown')).toBe(true);
      expect(existsSync(join(cwd, 'a.zip')) && readdirSync(cwd).length).toBe(1);
    });
  });
});
