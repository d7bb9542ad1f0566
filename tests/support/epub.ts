/**
 * Editions for the tests of the EPUB: read and composed for real; their evidence is dealt out, so
 * that every verdict occurs.
 */
import { VFile } from 'vfile';
import { compose } from '../../src/compose/index.ts';
import { epub } from '../../src/formats/epub.ts';
import { groupFound, openLedger } from '../../src/ledger.ts';
import { findQuotations } from '../../src/quotes/index.ts';
import { readBrief } from '../../src/read/index.ts';
import { loadTheme } from '../../src/theme/load.ts';
import type { Theme } from '../../src/theme/theme.ts';
import type { Asset, Brief, Edition, Evidence, Locator, PageMap } from '../../src/types.ts';
import { diskWorld } from '../../src/world/disk.ts';
import { root } from './theme.ts';

export const classic: Theme = await loadTheme(diskWorld(), 'classic', root);

const locator: Locator = {
  start: 0,
  end: 4,
  source: 'call',
  turn: 2,
  speaker: 'MRS <B>',
  at: '00:01:02',
  line: 7,
  page: 3,
  exact: 'x',
  prefix: '',
  suffix: '',
};

const EVIDENCES: readonly Evidence[] = [
  { status: 'exact', locator, folds: ['marks'], also: [locator], remarks: [] },
  {
    status: 'altered',
    locator,
    severity: 'major',
    similarity: 0.9,
    remarks: [{ rule: 'gapLong', severity: 'minor', says: 'a warning & more' }],
    diff: [
      { op: 'same', words: 'we' },
      { op: 'missing', words: '<never>' },
      { op: 'added', words: 'always' },
    ],
  },
  { status: 'misattributed', locator, saidBy: 'Someone & Co', folds: [] },
  { status: 'not-found', nearest: locator, diff: [] },
  { status: 'ambiguous', locators: [locator, locator] },
  { status: 'exact-with-ellipsis', locator, folds: ['dashes'], also: [], remarks: [] },
  { status: 'unchecked', why: 'silenced' },
];

/** Markdown → edition, by way of every stage but the comparison. */
export async function editionFrom(
  text: string,
  change: (brief: Brief) => Brief = (brief) => brief,
): Promise<Edition> {
  const file = new VFile();
  const read = await readBrief(
    diskWorld(),
    { bytes: new TextEncoder().encode(text), name: 'test.md' },
    file,
  );
  if (!read) throw new Error(`not read: ${file.messages.map(String).join('; ')}`);
  const brief = change(read);
  const findings = findQuotations(brief, file);
  const settled = groupFound(findings.found).map(({ head }, i) => {
    const evidence = EVIDENCES[i % EVIDENCES.length]!;
    const isExact = evidence.status.startsWith('exact');
    return {
      evidence,
      speaker: head.speaker,
      speakerCheck: isExact ? ('confirmed' as const) : null,
      tick: isExact,
    };
  });
  const ledger = openLedger(findings.found, settled, {
    cf: new Map(),
    overrides: [],
    transcripts: [],
  });
  return compose(brief, ledger, {}, file);
}

/** The finished file, and what was flagged on the way; bytes null where the gate refused. */
export async function write(
  edition: Edition,
  pages: PageMap | null = null,
  theme: Theme = classic,
): Promise<{ bytes: Uint8Array | null; file: VFile }> {
  const file = new VFile();
  const brief = {} as Brief;
  const artifact = await epub.write(
    {
      edition,
      theme,
      brief,
      parts: [],
      pages,
      pdf: null,
      office: {},
      uncut: async () => null,
      made: [],
      transcripts: [],
      facts: {},
    },
    file,
  );
  return { bytes: artifact?.bytes ?? null, file };
}

/** One pixel: a grey PNG, a GIF. */
const IMAGES: Readonly<Record<string, string>> = {
  'image/png':
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'image/gif': 'R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==',
};

export const image = (url: string, mediaType: string): Asset => ({
  url,
  name: url,
  mediaType,
  bytes: new Uint8Array(Buffer.from(IMAGES[mediaType]!, 'base64')),
  width: 1,
  height: 1,
});

/**
 * A page map as print would give it: a new page at every `every`th block of the body, in the middle
 * of its text where it has one.
 */
export function pagesOf(edition: Edition, every = 3): PageMap {
  const ids = edition.chapters.flatMap(({ tree }) =>
    (tree?.children ?? []).flatMap((node) =>
      node.type === 'element' && node.tagName === 'p' ? [String(node.properties['id'])] : [],
    ),
  );
  const body = ids
    .filter((_, i) => i % every === 0)
    .map((id, i) => ({ label: String(i + 1), id, offset: i % 2 === 0 ? 0 : 5 }));
  const back = edition.ledger.entries
    .filter((_, i) => i % 9 === 8)
    .map(({ id }, i) => ({ label: String(body.length + i + 1), id, offset: 0 }));
  return {
    source: `urn:sha256:${'ab'.repeat(32)}`,
    labels: Object.fromEntries(
      edition.ledger.entries.flatMap(({ places }) => places.map(({ id }) => [id, '1'])),
    ),
    pages: [
      { label: 'i', id: 'title-page', offset: 0 },
      { label: 'ii', id: 'contents', offset: 0 },
      ...body,
      ...back,
    ],
    passes: 2,
  };
}
