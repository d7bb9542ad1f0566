/**
 * Snapshots for the tests of archiving: every stage but the browser; what it prints is a few bytes
 * that stand for the editions.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { VFile } from 'vfile';
import { compose } from '../../src/compose/index.ts';
import { snapshot } from '../../src/formats/snapshot.ts';
import { groupFound, openLedger } from '../../src/ledger.ts';
import { findQuotations } from '../../src/quotes/index.ts';
import { readBrief } from '../../src/read/index.ts';
import { loadTheme } from '../../src/theme/load.ts';
import type { Artifact, Transcript } from '../../src/types.ts';
import { readTranscript } from '../../src/transcripts/index.ts';
import { openVerifier } from '../../src/verify/index.ts';
import { diskWorld } from '../../src/world/disk.ts';

const ROOT = join(import.meta.dirname, '../..');

const theme = await loadTheme(diskWorld(), 'classic', ROOT);

export const BRIEF = `---
title: The Night Ferry
date: 2025-03-17
---

# Report

“We will run it until the last passenger is home,” said Ida Moen.

“The fog was never the reason,” said Per Lund. He called it “a matter of oil”.

![The quay](quay.png)

# Participants

- **Ida Moen** – harbour pilot
- **Per Lund** – engineer
`;

export const TRANSCRIPT = `Ida Moen: We will run it until the last passenger is home.

Per Lund: The fog was never the reason. It was a matter of oil.
`;

/** One grey pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

export const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'brief.md': BRIEF,
  'transcript.txt': TRANSCRIPT,
  'quay.png': PNG,
};

/** A folder with these files for the time of `use`. */
export async function inFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'archive-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), content);
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const text = (name: string, mediaType: string, words: string): Artifact => ({
  name,
  mediaType,
  bytes: Buffer.from(words),
  facts: {},
});

/** The snapshot of a brief in `night-ferry/`, as `build --to snapshot` makes it. */
export async function makeSnapshot(
  files = FILES,
  env: Readonly<Record<string, string>> = {},
): Promise<Artifact> {
  const inside = Object.fromEntries(
    Object.entries(files).map(([name, content]) => [`night-ferry/${name}`, content]),
  );
  return inFolder(inside, async (cwd) => {
    const file = new VFile();
    const world = { ...diskWorld(), cwd, env };
    const brief = (await readBrief(world, { path: 'night-ferry' }, file))!;
    const transcripts = await Promise.all(
      brief.sources.flatMap(async ({ id, file: name, format }): Promise<Transcript[]> => {
        if (name === null) return [];
        const bytes = await world.read(join(cwd, 'night-ferry', name));
        const transcript = readTranscript(
          { sourceId: id, name, shown: name, format, bytes, participants: brief.participants },
          file,
        );
        return transcript ? [transcript] : [];
      }),
    ).then((lists) => lists.flat());
    const { found } = findQuotations(brief, file);
    const verifier = openVerifier(transcripts, brief.participants);
    const settled = groupFound(found).map(({ head, parts }) =>
      verifier.settle({
        id: head.id,
        texts: parts.map((part) => part.text),
        speaker: head.speaker,
        source: head.source,
        at: null,
        verify: head.verify,
      }),
    );
    const ledger = openLedger(found, settled, {
      cf: new Map(),
      overrides: brief.overrides,
      transcripts,
    });
    const edition = compose(brief, ledger, env, file);
    const made = [
      text('night-ferry.pdf', 'application/pdf', '%PDF-1.7\nnot a print\n%%EOF\n'),
      text('night-ferry.epub', 'application/epub+zip', 'PK an EPUB\n'),
    ];
    const facts = { program: 'briefpress 0.0.0', fonts: [], theme: { name: 'classic' } };
    return (await snapshot.write(
      {
        edition,
        theme,
        brief,
        parts: [],
        transcripts,
        pages: null,
        pdf: null,
        office: {},
        uncut: async () => null,
        made,
        facts,
      },
      file,
    ))!;
  });
}
