/**
 * The index as bytes: a head that says what it is and how long, records as JSON, the filters of all
 * transcripts.
 */
import { crc32 } from 'node:zlib';
import { spokenWordsIn } from '../verify/index.ts';
import { version } from '../version.ts';
import { featuresOf } from './features.ts';
import type { Filter } from './filter.ts';
import { OutsideError, type World } from '../world.ts';
import { cacheFolders, privateFolder } from '../world/cache.ts';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { limits } from '../limits.ts';

/** One file of the folder, as it was when it was read. */
export interface FileRecord {
  /** Below the folder, with `/`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970: the file’s own time, and when it was read. */
  readonly modified: number;
  readonly seen: number;
  readonly sha256: string;
  /** Why it is no transcript; null where it is one. */
  readonly refused: string | null;
}

/** A record with its filter, null where the file is no transcript. */
export interface Indexed extends FileRecord {
  readonly filter: Filter | null;
}

/** Names the layout. */
const INDEX_MAGIC = new TextEncoder().encode('BPINDEX1');

const HEAD = INDEX_MAGIC.length + 8;

/**
 * Words with all that is folded when words are compared, so that an index whose words were folded
 * otherwise is told by their hashes.
 */
const FEATURE_SAMPLE =
  'The US “Café” œuvre: re-elected, isn’t it? 10² % €5 1,000.50 – naïve STRASSE ß İi U.S.A. 東京 [crosstalk] un­seen';

/** What made an index: files may be read, and words folded, otherwise by another version. */
const maker = (): string => {
  const { words, grams } = featuresOf(
    spokenWordsIn(FEATURE_SAMPLE).map((word) => ({ ...word, turn: 0 })),
    ['MS. MOEN'],
  );
  return `${version} ${crc32([...words, ...grams].join(' '))}`;
};

type StoreRow = FileRecord & {
  readonly at: number;
  readonly length: number;
  readonly words: number;
};

export function encodeIndex(files: readonly Indexed[]): Uint8Array {
  const { rows, size } = rowsOf(files);
  const json = new TextEncoder().encode(JSON.stringify({ maker: maker(), rows }));
  const bytes = new Uint8Array(HEAD + json.length + size);
  bytes.set(INDEX_MAGIC);
  bytes.set(json, HEAD);
  for (const [i, { filter }] of files.entries())
    if (filter) bytes.set(filter.bytes, HEAD + json.length + rows[i]!.at);
  const view = new DataView(bytes.buffer);
  view.setUint32(INDEX_MAGIC.length, json.length);
  view.setUint32(INDEX_MAGIC.length + 4, crc32(bytes.subarray(HEAD)));
  return bytes;
}

/**
 * Null for bytes that are none of this version, cut short, or changed. The filters are views of the
 * bytes.
 */
export function decodeIndex(bytes: Uint8Array): readonly Indexed[] | null {
  if (bytes.length < HEAD || !INDEX_MAGIC.every((byte, i) => bytes[i] === byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(INDEX_MAGIC.length);
  const sum = view.getUint32(INDEX_MAGIC.length + 4);
  if (HEAD + length > bytes.length || sum !== crc32(bytes.subarray(HEAD))) return null;
  const filters = bytes.subarray(HEAD + length);
  const json = new TextDecoder().decode(bytes.subarray(HEAD, HEAD + length));
  const head = JSON.parse(json) as StoreHead;
  return head.maker === maker() ? head.rows.map((row) => indexedIn(row, filters)) : null;
}

interface StoreHead {
  readonly maker: string;
  readonly rows: readonly StoreRow[];
}

/** Records of the files, with the places of their filters one behind the other. */
function rowsOf(files: readonly Indexed[]): {
  readonly rows: readonly StoreRow[];
  /** Bytes of all filters. */
  readonly size: number;
} {
  let at = 0;
  const rows = files.map(({ filter, ...record }): StoreRow => {
    const row = { ...record, at, length: filter?.bytes.length ?? 0, words: filter?.words ?? 0 };
    at += row.length;
    return row;
  });
  return { rows, size: at };
}

const indexedIn = ({ at, length, words, ...record }: StoreRow, filters: Uint8Array): Indexed => ({
  ...record,
  filter: record.refused === null ? { bytes: filters.subarray(at, at + length), words } : null,
});

/** Without a cache, the index lasts for one run. */
export function ignored(error: unknown): void {
  if (!(error instanceof OutsideError)) throw error;
}

/** One file for each folder, called after its real path; null where nothing can be kept. */
export function storeFor(world: World, root: string): string | null {
  const [cache] = cacheFolders(world);
  const name = createHash('sha256').update(root).digest('hex').slice(0, 32);
  const folder = cache === undefined ? null : privateFolder(join(cache, 'transcripts'));
  return folder && join(folder, `${name}.index`);
}

/** What was kept; nothing where there is no index, or it is damaged or of another version. */
export async function stored(world: World, path: string): Promise<readonly Indexed[]> {
  const file = await world.open(path).catch((error: unknown) => (ignored(error), null));
  if (!file) return [];
  try {
    if (file.size > limits.corpus.index) return [];
    const bytes = new Uint8Array(file.size);
    let at = 0;
    for (let n = -1; n !== 0 && at < bytes.length; at += n)
      n = await file.read(at, bytes.subarray(at));
    return (at === bytes.length && decodeIndex(bytes)) || [];
  } finally {
    await file.close();
  }
}
