/** The content of a member of a ZIP file: unpacked in pieces, held against its size and checksum. */
import { createInflateRaw, crc32 } from 'node:zlib';
import { Readable } from 'node:stream';
import type { Placed } from './read.ts';
import { ZipError } from './records.ts';
import { readPieces, type ZipSource } from './source.ts';

/**
 * The content of a member in pieces, each valid until the next is asked for. Throws ZipError where
 * content and directory disagree in size (zip-damaged) or checksum (zip-checksum).
 */
export async function* memberContent(
  source: ZipSource,
  member: Placed,
): AsyncGenerator<Uint8Array> {
  const packed = readPieces(source, member.data, member.data + member.packed);
  let size = 0;
  let crc = 0;
  for await (const piece of member.method === 0 ? packed : inflated(packed, member)) {
    size += piece.length;
    if (size > member.size)
      throw new ZipError(
        'zip-bomb',
        `${member.path} unpacks to more than the ${member.size} bytes it claims`,
      );
    crc = crc32(piece, crc);
    yield piece;
  }
  if (size < member.size)
    throw new ZipError(
      'zip-damaged',
      `${member.path} is cut off: ${size} of ${member.size} bytes are there`,
    );
  if (crc !== member.crc)
    throw new ZipError(
      'zip-checksum',
      `${member.path} has another checksum than the ZIP file says`,
    );
}

async function* inflated(
  packed: AsyncGenerator<Uint8Array>,
  member: Placed,
): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw();
  const copies = (async function* () {
    for await (const piece of packed) yield Buffer.from(piece);
  })();
  Readable.from(copies)
    .on('error', (error) => inflate.destroy(error))
    .pipe(inflate);
  try {
    yield* inflate as AsyncIterable<Uint8Array>;
  } catch {
    throw new ZipError('zip-damaged', `${member.path} can’t be unpacked`);
  }
  if (inflate.bytesWritten < member.packed)
    throw new ZipError(
      'zip-trailing',
      `${member.packed - inflate.bytesWritten} bytes stand hidden behind the content of ${member.path}`,
    );
}

/**
 * The whole content of a member; null when it is more than `most` bytes, whatever the member says
 * of its own size. Throws as `memberContent` does.
 */
export async function wholeMember(
  source: ZipSource,
  member: Placed,
  most = Number.MAX_SAFE_INTEGER,
): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of memberContent(source, member)) {
    size += piece.length;
    if (size > most) return null;
    pieces.push(Uint8Array.from(piece));
  }
  return Buffer.concat(pieces);
}
