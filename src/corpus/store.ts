/** The index as bytes: a head that says what it is and how long, records as JSON, the filters of all transcripts. */
import { crc32 } from 'node:zlib';
import { wordsIn } from '../verify/index.ts';
import { version } from '../version.ts';
import { featuresOf } from './features.ts';
import type { Filter } from './filter.ts';

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
const MAGIC = new TextEncoder().encode('BPINDEX1');
const HEAD = MAGIC.length + 8;

/** Words with all that is folded when words are compared, so that an index whose words were folded otherwise is told by their hashes. */
const SAMPLE = 'The US “Café” œuvre: re-elected, isn’t it? 10² % €5 1,000.50 – naïve STRASSE ß İi U.S.A. 東京 [crosstalk] un­seen';

/** What made an index: files may be read, and words folded, otherwise by another version. */
const maker = (): string => {
  const { words, grams } = featuresOf(
    wordsIn(SAMPLE).map((word) => ({ ...word, turn: 0 })),
    ['MS. MOEN'],
  );
  return `${version} ${crc32([...words, ...grams].join(' '))}`;
};

type Row = FileRecord & { readonly at: number; readonly length: number; readonly words: number };

export function encodeIndex(files: readonly Indexed[]): Uint8Array {
  let at = 0;
  const rows = files.map(({ filter, ...record }): Row => {
    const row = { ...record, at, length: filter?.bytes.length ?? 0, words: filter?.words ?? 0 };
    at += row.length;
    return row;
  });
  const json = new TextEncoder().encode(JSON.stringify({ maker: maker(), rows }));
  const bytes = new Uint8Array(HEAD + json.length + at);
  bytes.set(MAGIC);
  bytes.set(json, HEAD);
  for (const [i, { filter }] of files.entries()) if (filter) bytes.set(filter.bytes, HEAD + json.length + rows[i]!.at);
  const view = new DataView(bytes.buffer);
  view.setUint32(MAGIC.length, json.length);
  view.setUint32(MAGIC.length + 4, crc32(bytes.subarray(HEAD)));
  return bytes;
}

/** Null for bytes that are none of this version, cut short, or changed. The filters are views of the bytes. */
export function decodeIndex(bytes: Uint8Array): readonly Indexed[] | null {
  if (bytes.length < HEAD || !MAGIC.every((byte, i) => bytes[i] === byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(MAGIC.length);
  if (HEAD + length > bytes.length || view.getUint32(MAGIC.length + 4) !== crc32(bytes.subarray(HEAD))) return null;
  const filters = bytes.subarray(HEAD + length);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(HEAD, HEAD + length))) as {
    readonly maker: string;
    readonly rows: readonly Row[];
  };
  if (head.maker !== maker()) return null;
  return head.rows.map(
    ({ at, length: size, words, ...record }): Indexed => ({
      ...record,
      filter: record.refused === null ? { bytes: filters.subarray(at, at + size), words } : null,
    }),
  );
}
