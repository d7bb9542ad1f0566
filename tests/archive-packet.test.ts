/**
 * The snapshot of a packet: one bag with all that its briefs are made from and the root that each
 * of them has alone.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LedgerRecord } from '../src/archive/records.ts';
import { unpacked } from './support/archive.ts';
import { briefpress } from './support/commands.ts';
import { forged, type Forgery } from './support/forge.ts';
import { inFolder } from './support/snapshot.ts';

const FILES: Readonly<Record<string, string>> = {
  'ferry/brief.md': `---
title: The ferry
date: 2026-03-01
lang: en
---
# The ferry

“The boat sails at noon,” said Ida Moen. “Nobody waits for the mayor,” Per Lund replied.
`,
  'ferry/transcript.txt':
    'Ida Moen: The boat sails at noon.\nPer Lund: Nobody waits for the mayor.\nIda Moen: Good.\n',
  'port/brief.md': `---
title: Le port
date: 2026-03-04
lang: fr
---
# Le port

« Le port sera fermé lundi », a dit Ida Moen. « Rien ne sera fermé », a dit Jean Roux.
`,
  'port/transcript.txt':
    'Ida Moen : Le port sera fermé lundi.\nJean Roux : Rien ne sera ouvert ici.\nIda Moen : Bien.\n',
  'packets/week.yaml': 'title: The week\nbriefs: [../ferry, ../port]\n',
};

const QUIET = ['--quiet', '--timeout', '300s'];

/** What each test is given: a folder in which the packet was built. */
async function whereBuilt<T>(go: (cwd: string, zip: Uint8Array) => Promise<T>): Promise<T> {
  return inFolder(FILES, async (cwd) => {
    const asked = ['build', 'packets/week.yaml', '--to', 'pdf,snapshot', '--out', 'out', ...QUIET];
    const { code, stderr } = await briefpress(cwd, asked);
    expect(code, stderr).toBe(0);
    return go(cwd, readFileSync(join(cwd, 'out/week/week.snapshot.zip')));
  });
}

let made: Promise<Uint8Array> | null = null;

/** The same snapshot, built once for all who only read it. */
const built = (): Promise<Uint8Array> => (made ??= whereBuilt(async (_, zip) => zip));

const ledgerIn = async (zip: Uint8Array): Promise<LedgerRecord> =>
  JSON.parse(
    Buffer.from((await unpacked(zip))['bag/data/ledger.json'] as Uint8Array).toString(),
  ) as LedgerRecord;

/** What a forger who knows the format may do to a packet. */
const FORGERIES: Readonly<Record<string, Forgery>> = {
  'another root beside a brief': {
    ledger: ({ brief }) => void (brief.briefs![0]!.root = '0'.repeat(64)),
  },
  'another title of a brief': {
    ledger: ({ brief }) => void (brief.briefs![1]!.title = 'La plage'),
  },
  'another title of the packet': { ledger: ({ brief }) => void (brief.title = 'The year') },
  'a brief left out of the record': {
    ledger: ({ brief }) => void brief.briefs!.pop(),
    build: (build) => void build.parts!.pop(),
  },
  'the briefs taken out of the record': {
    ledger: ({ brief }) => void delete brief.briefs,
    build: (build) => void delete build.parts,
  },
  'the briefs of the build exchanged': {
    build: (build) => void (build.parts = build.parts!.toReversed()),
  },
  'a transcript of another brief': {
    build: ({ parts }) => void (parts![1]!.transcript = parts![0]!.transcript),
  },
  'a brief outside': { build: ({ parts }) => void (parts![0]!.brief = 'source/../../x.md') },
  'a transcript that fits the quotation': {
    files: {
      'source/2/port/transcript.txt': FILES['port/transcript.txt']!.replace('ouvert', 'clos'),
    },
  },
  'words of a brief': {
    files: { 'source/1/ferry/brief.md': FILES['ferry/brief.md']!.replace('noon', 'nine') },
  },
  'another verdict': {
    ledger: ({ entries, annotations, counts }) => {
      Object.assign(entries[3]!.evidence, { status: 'exact' });
      annotations[3]!.verdict = 'exact';
      counts['altered']!--;
      counts['exact'] = (counts['exact'] ?? 0) + 1;
    },
  },
};

describe('the snapshot of a packet', () => {
  test('verifies, is made again, and holds the roots that its briefs have alone', async () => {
    await whereBuilt(async (cwd, zip) => {
      const path = 'out/week/week.snapshot.zip';
      const verified = await briefpress(cwd, ['verify', path, '--rebuild', '--timeout', '300s']);
      expect(verified.code, verified.stderr).toBe(0);
      expect(verified.stderr).toBe('');
      expect(verified.stdout).toMatch(/4 quotations: .*1 altered/u);
      expect(verified.stdout).toMatch(/made again: all \d+ files have the same bytes/u);
      const { briefs, quotations } = (await ledgerIn(zip)).brief;
      expect(quotations).toBe(4);
      const { code } = await briefpress(cwd, [
        'build',
        'ferry',
        'port',
        '--to',
        'ledger',
        '--out',
        'alone',
        ...QUIET,
      ]);
      expect(code).toBe(0);
      for (const { slug, root } of briefs!) {
        const alone = JSON.parse(
          readFileSync(join(cwd, 'alone', slug, 'ledger.json'), 'utf8'),
        ) as LedgerRecord;
        expect(root, slug).toBe(alone.merkle.root);
      }
    });
  });

  test.each(Object.keys(FORGERIES))('that was forged is refused: %s', async (name) => {
    await inFolder({}, async (cwd) => {
      writeFileSync(join(cwd, 'forged.zip'), await forged(await built(), FORGERIES[name]!));
      const { code, stderr } = await briefpress(cwd, ['verify', 'forged.zip']);
      expect([3, 4], stderr).toContain(code);
      expect(stderr).toMatch(/\[snapshot-(?:record|quotation|unjudged)\]/u);
    });
  });

  test('is compared quotation by quotation, with a packet too', async () => {
    await whereBuilt(async (cwd) => {
      const path = 'out/week/week.snapshot.zip';
      const same = await briefpress(cwd, ['diff', path, 'packets/week.yaml']);
      expect([same.code, same.stdout]).toEqual([0, 'nothing changed\n']);
      const changed = FILES['port/brief.md']!.replace('ne sera fermé', 'ne sera ouvert');
      writeFileSync(join(cwd, 'port/brief.md'), changed);
      const { stdout } = await briefpress(cwd, ['diff', path, 'packets/week.yaml']);
      expect(stdout).toMatch(/^ *4 {2}changed: Rien ne sera \[-fermé-\] \{\+ouvert\+\}/mu);
      expect(stdout).not.toMatch(/withdrawn|added/u);
    });
  });

  test('of briefs that the command line binds is made again from a file of its own', async () => {
    await inFolder(FILES, async (cwd) => {
      const bind = ['--bind', 'Both', '--to', 'snapshot', '--out', 'out', ...QUIET];
      const bound = await briefpress(cwd, ['build', 'port', 'ferry', 'port', ...bind]);
      expect(bound.code, bound.stderr).toBe(0);
      const again = ['verify', 'out/both/both.snapshot.zip', '--rebuild', '--timeout', '300s'];
      const { code, stdout, stderr } = await briefpress(cwd, again);
      expect(code, stderr).toBe(0);
      expect(stdout).toContain('6 quotations');
      expect(stdout).toMatch(/made again: all \d+ files have the same bytes/u);
    });
  });
});
