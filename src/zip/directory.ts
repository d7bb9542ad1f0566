/**
 * The central directory of a ZIP file (APPNOTE.TXT 6.3.10, 4.3.12 to 4.3.16, 4.5.3), ZIP64
 * included.
 */
import { limits } from '../limits.ts';
import { ZipError, CENTRAL, CENTRAL_LENGTH, END_RECORD, END_LENGTH } from './records.ts';
import { readAt, type ZipSource } from './source.ts';

/** A row of the central directory (APPNOTE 6.3.10, 4.3.12). */
export interface ZipMember {
  /** As written; a folder's ends in `/`. */
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly size: number;
  /** Bytes inside the ZIP file. */
  readonly packed: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly flags: number;
  /** DOS date and time. */
  readonly time: number;
  /** Offset of the local header. */
  readonly at: number;
  /** The record of the directory, byte by byte. */
  readonly record: Uint8Array;
}

interface End {
  readonly count: number;
  readonly size: number;
  readonly at: number;
  /** Where the end records begin, and where the last one ends. */
  readonly start: number;
  readonly end: number;
}

/** The central directory with where it stands. */
export interface Directory extends End {
  readonly members: readonly ZipMember[];
}

const ZIP_LIMITS = limits.zip;
const MAX_COMMENT = 0xffff;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_END = 0x06064b50;
const ZIP64_LOCATOR_LENGTH = 20;

/** ZipError (zip-damaged, zip-unsupported) where the directory can't be read. */
export async function readDirectory(source: ZipSource): Promise<Directory> {
  const end = await findEnd(source);
  if (end.size > ZIP_LIMITS.directory || end.count > ZIP_LIMITS.members)
    throw new ZipError(
      'zip-unsupported',
      `The ZIP file says that it has ${end.count} files; at most ${ZIP_LIMITS.members} are read`,
    );
  if (end.at + end.size > end.start)
    throw new ZipError('zip-damaged', 'The directory of the ZIP file lies outside the file');
  const members = membersIn(await readAt(source, end.at, end.size));
  if (members.length !== end.count)
    throw new ZipError(
      'zip-damaged',
      `The ZIP file says that it has ${end.count} files, but its directory lists ${members.length}`,
    );
  return { ...end, members };
}

async function findEnd(source: ZipSource): Promise<End> {
  const from = Math.max(0, source.size - END_LENGTH - MAX_COMMENT);
  const tail = await readAt(source, from, source.size - from);
  const view = recordView(tail);
  for (let at = tail.length - END_LENGTH; at >= 0; at--) {
    if (view.getUint32(at, true) !== END_RECORD) continue;
    const end = at + END_LENGTH + view.getUint16(at + 20, true);
    if (end > tail.length) continue;
    refuseParts(view, at);
    return longEnd(source, { ...plainEnd(view, at), start: from + at, end: from + end });
  }
  throw await noEnd(source);
}

/** Refuses one file of a ZIP that is spread over several "disks". */
function refuseParts(view: DataView, at: number): void {
  const disks = view.getUint16(at + 4, true) + view.getUint16(at + 6, true);
  if (disks > 0 && disks < 0xffff)
    throw new ZipError('zip-unsupported', 'The ZIP file is a part of several');
}

async function noEnd(source: ZipSource): Promise<ZipError> {
  const head = Buffer.from(await readAt(source, 0, 2)).toString('latin1');
  return new ZipError(
    'zip-damaged',
    head === 'PK' ? 'The ZIP file is cut off: its end is missing' : 'This is no ZIP file',
  );
}

/**
 * The ZIP64 end record (4.3.14), found through its locator (4.3.15) right before the plain end; the
 * plain end where there is none.
 */
async function longEnd(source: ZipSource, plain: End): Promise<End> {
  const locator = recordView(
    await readAt(source, plain.start - ZIP64_LOCATOR_LENGTH, ZIP64_LOCATOR_LENGTH),
  );
  if (locator.byteLength < ZIP64_LOCATOR_LENGTH || locator.getUint32(0, true) !== ZIP64_LOCATOR)
    return plain;
  const start = Number(locator.getBigUint64(8, true));
  const record = recordView(await readAt(source, start, 56));
  if (start + longLength(record) + ZIP64_LOCATOR_LENGTH !== plain.start)
    throw new ZipError('zip-damaged', 'The ZIP file is damaged: its long end record is missing');
  const [count, size, at] = [32, 40, 48].map((field) => Number(record.getBigUint64(field, true)));
  return { count: count!, size: size!, at: at!, start, end: plain.end };
}

function readMember(bytes: Uint8Array, at: number, nth: number): ZipMember {
  const view = recordView(bytes);
  if (at + CENTRAL_LENGTH > bytes.length || view.getUint32(at, true) !== CENTRAL)
    throw new ZipError('zip-damaged', `Record ${nth} in the directory of the ZIP file is damaged`);
  const [name, extra, comment] = [
    view.getUint16(at + 28, true),
    view.getUint16(at + 30, true),
    view.getUint16(at + 32, true),
  ];
  const end = at + CENTRAL_LENGTH + name + extra + comment;
  if (end > bytes.length)
    throw new ZipError('zip-damaged', `Record ${nth} in the directory of the ZIP file is cut off`);
  const fields = at + CENTRAL_LENGTH;
  const path = memberName(bytes.subarray(fields, fields + name), nth);
  const sizes = longSizes(
    bytes.subarray(fields + name, fields + name + extra),
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  );
  return {
    path,
    kind: memberKind(path, view.getUint8(at + 5), view.getUint32(at + 38, true)),
    ...sizes,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    flags: view.getUint16(at + 8, true),
    time: view.getUint32(at + 12, true),
    record: bytes.subarray(at, end),
  };
}

function memberName(bytes: Uint8Array, nth: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ZipError('zip-unsupported', `The name of file ${nth} in the ZIP file is not UTF-8`);
  }
}

/** Sizes and place, taken from the ZIP64 field (4.5.3) where the plain ones are full. */
function longSizes(
  extra: Uint8Array,
  size: number,
  packed: number,
  at: number,
): { size: number; packed: number; at: number } {
  const long = longValues(extra);
  const widen = (value: number): number =>
    value === 0xffff_ffff ? (long.shift() ?? value) : value;
  return { size: widen(size), packed: widen(packed), at: widen(at) };
}

const UNIX_LIKE = new Set([3, 19]);

/** Only systems of the Unix family write a file type, into the upper half of the attributes. */
function memberKind(path: string, madeOn: number, attributes: number): ZipMember['kind'] {
  if (path.endsWith('/')) return 'folder';
  const type = UNIX_LIKE.has(madeOn) ? (attributes >>> 16) & 0o170000 : 0;
  return type === 0o120000 ? 'link' : type === 0 || type === 0o100000 ? 'file' : 'other';
}

const recordView = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The end record at `at` (4.3.16): how many rows, how long, where they begin. */
const plainEnd = (view: DataView, at: number): Pick<End, 'count' | 'size' | 'at'> => ({
  count: view.getUint16(at + 10, true),
  size: view.getUint32(at + 12, true),
  at: view.getUint32(at + 16, true),
});

/** The numbers of the ZIP64 field among the extra fields (4.5.3). */
function longValues(extra: Uint8Array): number[] {
  const view = recordView(extra);
  const long: number[] = [];
  for (let i = 0; i + 4 <= extra.length; i += 4 + view.getUint16(i + 2, true)) {
    if (view.getUint16(i, true) !== 1) continue;
    const end = Math.min(extra.length, i + 4 + view.getUint16(i + 2, true));
    for (let k = i + 4; k + 8 <= end; k += 8) long.push(Number(view.getBigUint64(k, true)));
  }
  return long;
}

/** Bytes of a ZIP64 end record (APPNOTE, 4.3.14); NaN where there is none. */
const longLength = (record: DataView): number =>
  record.byteLength < 56 || record.getUint32(0, true) !== ZIP64_END
    ? Number.NaN
    : Number(record.getBigUint64(4, true)) + 12;

/** The records of a directory, one behind the other. */
function membersIn(directory: Uint8Array): readonly ZipMember[] {
  const members: ZipMember[] = [];
  for (let at = 0; at < directory.length; at += members.at(-1)!.record.length)
    members.push(readMember(directory, at, members.length + 1));
  return members;
}
