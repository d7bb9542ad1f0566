/**
 * Answers on the wire: headers that every answer has, one range or several, bytes in pieces as fast
 * as they are taken.
 */
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Span } from '../../types.ts';
import type { ZipSource } from '../../zip/source.ts';
import type { Resource } from './resource.ts';

const ALWAYS: OutgoingHttpHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-cache',
};

/** What a request for a resource is answered with (RFC 9110, 13.2.2 and 14.2). */
export interface Answer {
  readonly status: 200 | 206 | 304 | 412 | 416;
  /** Parts of a 206. */
  readonly ranges: readonly Span[] | null;
  /** False: the headers alone. */
  readonly body: boolean;
}

/** A sentence as plain text. */
export function sendPlain(
  response: ServerResponse,
  status: number,
  sentence: string,
  headers: OutgoingHttpHeaders = {},
): void {
  const bytes = Buffer.from(`${sentence}\n`);
  response.writeHead(status, {
    ...ALWAYS,
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'content-type': 'text/plain; charset=utf-8',
    'content-length': bytes.length,
    ...headers,
  });
  response.end(response.req.method === 'HEAD' ? undefined : bytes);
}

/** Resolves when all is sent or the reader has gone. Rejects where the file ends too early. */
export async function sendResource(
  response: ServerResponse,
  resource: Resource,
  { status, ranges, body }: Answer,
): Promise<void> {
  const { mediaType, size, etag, lastModified, location, policy } = resource;
  const headers: OutgoingHttpHeaders = {
    ...ALWAYS,
    'content-security-policy': policy,
    'etag': etag,
    ...(lastModified === null ? {} : { 'last-modified': lastModified }),
    ...(location === null ? {} : { 'content-location': location, 'vary': 'Accept' }),
  };
  if (status === 304 || status === 412)
    return void response
      .writeHead(status, status === 412 ? { ...headers, 'content-length': 0 } : headers)
      .end();
  if (status === 416)
    return void response
      .writeHead(416, { ...headers, 'content-range': `bytes */${size}`, 'content-length': 0 })
      .end();
  const parts = sendParts(ranges, resource);
  response.writeHead(status, {
    ...headers,
    'accept-ranges': 'bytes',
    'content-type': mediaType,
    ...parts.headers,
  });
  if (body)
    await pipeline(
      Readable.from(sentBytes(resource.source, parts), { highWaterMark: AHEAD }),
      response,
    ).catch(unlessGone);
  else response.end();
}

/** A reader that hangs up has all that it wanted. */
function unlessGone(error: unknown): void {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== 'ERR_STREAM_PREMATURE_CLOSE' && code !== 'ECONNRESET' && code !== 'EPIPE')
    throw error;
}

interface SendParts {
  readonly headers: OutgoingHttpHeaders;
  /** Text before each part, and the part. */
  readonly pieces: readonly { readonly head: string; readonly span: Span }[];
  readonly tail: string;
}

/** One range is the body itself; several are parts of a multipart/byteranges (RFC 9110, 14.6). */
function sendParts(ranges: readonly Span[] | null, { mediaType, size, etag }: Resource): SendParts {
  const partial = ranges !== null;
  const spans = ranges ?? [{ start: 0, end: size }];
  const contentRange = ({ start, end }: Span): string => `bytes ${start}-${end - 1}/${size}`;
  const [only, second] = spans;
  if (only && !second) {
    const headers = {
      'content-length': only.end - only.start,
      ...(partial ? { 'content-range': contentRange(only) } : {}),
    };
    return { headers, pieces: [{ head: '', span: only }], tail: '' };
  }
  const boundary = `part-${etag.replaceAll(/[^\w-]/gu, '')}`;
  const pieces = spans.map((span) => ({
    head: `\r\n--${boundary}\r\nContent-Type: ${mediaType}\r\nContent-Range: ${contentRange(span)}\r\n\r\n`,
    span,
  }));
  const tail = `\r\n--${boundary}--\r\n`;
  const length = pieces.reduce(
    (sum, { head, span }) => sum + head.length + span.end - span.start,
    tail.length,
  );
  return {
    headers: {
      'content-type': `multipart/byteranges; boundary=${boundary}`,
      'content-length': length,
    },
    pieces,
    tail,
  };
}

/** Bytes of a piece, and pieces that are read before the socket asks for them. */
const SEND_CHUNK = 1 << 18;
const AHEAD = 1;

/** Each piece is its own memory: the socket may still hold the one before. */
async function* sentBytes(
  source: ZipSource,
  { pieces, tail }: SendParts,
): AsyncGenerator<Uint8Array> {
  for (const { head, span } of pieces) {
    if (head !== '') yield Buffer.from(head);
    for (let at = span.start; at < span.end; ) {
      const chunk = Buffer.allocUnsafeSlow(Math.min(SEND_CHUNK, span.end - at));
      const length = await source.read(at, chunk);
      if (length === 0) throw new Error('A file became shorter while it was being sent');
      at += length;
      yield chunk.subarray(0, length);
    }
  }
  if (tail !== '') yield Buffer.from(tail);
}
