/**
 * Files → ZIP, the same bytes from the same files on every machine: sorted, stored, dated by the caller. Nothing is compressed: compressed
 * bytes depend on a library's version, what is large in a snapshot is compressed already, and a damaged byte harms its own file alone.
 */
import { crc32 } from 'node:zlib';
import { centralHeader, dosTime, endRecord, localHeader, type Stored } from './records.ts';

export interface ZipEntry {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Above these a ZIP file needs extensions that old programs don't read (4.4.1.4). */
const LIMITS = { bytes: 0xffff_fffe, files: 0xfffe } as const;

/** @param modified instant of every file, ISO 8601; RangeError for more than 4 GB or 65,534 files */
export function writeZip(entries: readonly ZipEntry[], modified: string | null): Uint8Array {
  const time = dosTime(modified);
  const members: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { path, bytes } of entries.toSorted((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)))) {
    const facts: Stored = { path, size: bytes.length, crc: crc32(bytes), time };
    const header = localHeader(facts);
    directory.push(centralHeader(facts, at));
    members.push(header, bytes);
    at += header.length + bytes.length;
  }
  const size = directory.reduce((sum, record) => sum + record.length, 0);
  if (at + size > LIMITS.bytes || entries.length > LIMITS.files) throw new RangeError('more than a ZIP file of the plain kind holds');
  return Buffer.concat([...members, ...directory, endRecord(entries.length, size, at)]);
}
