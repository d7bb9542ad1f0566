/**
 * Files → a bag (RFC 8493) in the strict profile of snapshots: version 1.0, sha256 and sha512,
 * manifests sorted by UTF-8 bytes.
 */
import type { ZipEntry } from '../../zip/write.ts';
import { digest } from '../digest.ts';

/** Format and version of snapshots, as bag-info.txt names them. */
export const SNAPSHOT_FORMAT = 'briefpress snapshot 1';
/** Checksums that every snapshot carries for every file. */
export const SNAPSHOT_ALGORITHMS = ['sha256', 'sha512'] as const;

/** Label and value of a line in bag-info.txt. */
export type BagInfo = readonly (readonly [label: string, value: string])[];

/**
 * The whole bag: `payload` below data/, `tags` beside it, and what binds them. Signatures are added
 * afterwards, in signatures/.
 * @param payload paths below data/
 */
export function makeBag(
  payload: readonly ZipEntry[],
  tags: readonly ZipEntry[],
  info: BagInfo,
): readonly ZipEntry[] {
  const data = payload.map(({ path, bytes }) => ({ path: `data/${path}`, bytes })).toSorted(byPath);
  const total = data.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const lines = [...info, ['Payload-Oxum', `${total}.${data.length}`] as const];
  const own = [
    textEntry('bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'),
    textEntry(
      'bag-info.txt',
      lines.map(([label, value]) => `${label}: ${oneLine(value)}\n`).join(''),
    ),
    ...SNAPSHOT_ALGORITHMS.map((name) => textEntry(`manifest-${name}.txt`, manifest(name, data))),
    ...tags,
  ].toSorted(byPath);
  return [
    ...data,
    ...own,
    ...SNAPSHOT_ALGORITHMS.map((name) => textEntry(`tagmanifest-${name}.txt`, manifest(name, own))),
  ];
}

const textEntry = (path: string, text: string): ZipEntry => ({
  path,
  bytes: new TextEncoder().encode(text),
});

const byPath = (a: ZipEntry, b: ZipEntry): number =>
  Buffer.compare(Buffer.from(a.path), Buffer.from(b.path));

const manifest = (algorithm: string, entries: readonly ZipEntry[]): string =>
  entries.map(({ path, bytes }) => `${digest(algorithm, bytes)}  ${encoded(path)}\n`).join('');

/** A path as a manifest writes it (2.1.3). */
const encoded = (path: string): string =>
  path.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D');

const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
