/**
 * The three records of a ZIP file as briefpress writes them (APPNOTE.TXT 6.3.10, 4.3.7, 4.3.12,
 * 4.3.16): every field fixed or derived.
 */

/** What is known of a member. */
export interface MemberRecord {
  /** Path inside the file, UTF-8, `/` between names. */
  readonly path: string;
  readonly size: number;
  /** Bytes that it takes in the file: fewer than `size` where it is deflated. */
  readonly packed: number;
  /** Compression method (4.4.5): 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  /** DOS date and time, date in the upper half. */
  readonly time: number;
}

/** Signature of a local file header (APPNOTE 6.3.10, 4.3.7). */
export const LOCAL = 0x04034b50;
/** Signature of a row of the central directory (4.3.12). */
export const CENTRAL = 0x02014b50;
/** Signature of the end of the central directory (4.3.16). */
export const END_RECORD = 0x06054b50;
/** Bytes of a local file header without its name. */
export const LOCAL_LENGTH = 30;
/** Bytes of a row of the directory without its name. */
export const CENTRAL_LENGTH = 46;
/** Bytes of the end record without its comment. */
export const END_LENGTH = 22;

const UTF8_NAMES = 0x0800;
const VERSION = 20;
const MADE_ON_UNIX = 3;
/** A regular file that its owner may write and all may read. */
const MODE = 0o100644;

/** The header before a member's bytes (4.3.7); names are UTF-8. */
export function localHeader(member: MemberRecord): Uint8Array {
  const { path } = member;
  const name = new TextEncoder().encode(path);
  const record = new Uint8Array(LOCAL_LENGTH + name.length);
  const view = new DataView(record.buffer);
  view.setUint32(0, LOCAL, true);
  writeFacts(view, 4, member, name.length);
  record.set(name, LOCAL_LENGTH);
  return record;
}

/** @param at offset of the member's local header */
export function centralHeader(member: MemberRecord, at: number): Uint8Array {
  const { path } = member;
  const name = new TextEncoder().encode(path);
  const record = new Uint8Array(CENTRAL_LENGTH + name.length);
  const view = new DataView(record.buffer);
  view.setUint32(0, CENTRAL, true);
  view.setUint16(4, (MADE_ON_UNIX << 8) | VERSION, true);
  writeFacts(view, 6, member, name.length);
  view.setUint32(38, MODE * 0x10000, true);
  view.setUint32(42, at, true);
  record.set(name, CENTRAL_LENGTH);
  return record;
}

/**
 * The fields that both headers share, in the same order: version needed to length of the extra
 * field.
 */
function writeFacts(
  view: DataView,
  at: number,
  { size, packed, method, crc, time }: MemberRecord,
  name: number,
): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, UTF8_NAMES, true);
  view.setUint16(at + 4, method, true);
  view.setUint32(at + 6, time, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, packed, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name, true);
}

/** @param size bytes of the central directory. @param at its offset */
export function endRecord(count: number, size: number, at: number): Uint8Array {
  const record = new Uint8Array(END_LENGTH);
  const view = new DataView(record.buffer);
  view.setUint32(0, END_RECORD, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, at, true);
  return record;
}

/**
 * An instant as DOS date and time in UTC, to two seconds; the first of 1980 where none is known or
 * DOS has none.
 */
export function dosTime(instant: string | null): number {
  const at = new Date(instant ?? NaN);
  const year = at.getUTCFullYear();
  if (!(year >= 1980 && year <= 2107)) return FIRST_DAY;
  const date = ((year - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  return date * 0x10000 + time;
}

const FIRST_DAY = 0x0021_0000;

/**
 * What can be wrong with a ZIP file: rows of rules.ts, raised in this room and flagged by whoever
 * asked.
 */
type ZipRule =
  | 'zip-damaged'
  | 'zip-trailing'
  | 'zip-duplicate'
  | 'zip-path'
  | 'zip-link'
  | 'zip-bomb'
  | 'zip-mismatch'
  | 'zip-unsupported'
  | 'zip-checksum'
  | 'zip-form';

/** What is wrong with a ZIP file, in a sentence. */
export interface Flaw {
  readonly rule: ZipRule;
  readonly says: string;
}

/** A flaw met while the content of a member is read. */
export class ZipError extends Error {
  readonly rule: ZipRule;
  constructor(rule: ZipRule, says: string) {
    super(says);
    this.rule = rule;
  }
}
