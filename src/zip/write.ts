/**
 * Files → ZIP, the same bytes from the same files: in the order given or sorted, dated by the
 * caller, compressed only as the caller did.
 */
import { crc32 } from 'node:zlib';
import { centralHeader, dosTime, endRecord, localHeader, type MemberRecord } from './records.ts';

/** A file to be written into a ZIP file. */
export interface ZipEntry {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The same bytes as raw deflate data (RFC 1951); stored as they are without it. */
  readonly deflated?: Uint8Array;
}

/** Above these a ZIP file needs extensions that old programs don't read (4.4.1.4). */
const ZIP_FORMAT_LIMITS = { bytes: 0xffff_fffe, files: 0xfffe } as const;

/**
 * A snapshot: sorted, and nothing compressed. Compressed bytes depend on a library's version, what
 * is large in a snapshot is compressed already, and a damaged byte harms its own file alone.
 */
export const writeZip = (entries: readonly ZipEntry[], modified: string | null): Uint8Array =>
  writeInOrder(
    entries.toSorted((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path))),
    modified,
  );

/**
 * @param modified instant of every file, ISO 8601; RangeError for more than 4 GB or 65,534 files
 */
export function writeInOrder(entries: readonly ZipEntry[], modified: string | null): Uint8Array {
  const time = dosTime(modified);
  const members: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const entry of entries) {
    const data = entry.deflated ?? entry.bytes;
    const facts = memberRecord(entry, time);
    const header = localHeader(facts);
    directory.push(centralHeader(facts, at));
    members.push(header, data);
    at += header.length + data.length;
  }
  const size = directory.reduce((sum, record) => sum + record.length, 0);
  refuseTooLarge(at + size, entries.length);
  return Buffer.concat([...members, ...directory, endRecord(entries.length, size, at)]);
}

const memberRecord = (
  {
    path,
    bytes,
    deflated,
  }: Pick<ZipEntry, 'path' | 'bytes'> & { deflated?: Uint8Array | undefined },
  time: MemberRecord['time'],
): MemberRecord => ({
  path,
  size: bytes.length,
  packed: (deflated ?? bytes).length,
  method: deflated ? 8 : 0,
  crc: crc32(bytes),
  time,
});

function refuseTooLarge(bytes: number, files: number): void {
  if (bytes > ZIP_FORMAT_LIMITS.bytes || files > ZIP_FORMAT_LIMITS.files)
    throw new RangeError('more than a ZIP file of the plain kind holds');
}
