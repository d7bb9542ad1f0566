/** Compression whose bytes depend on nothing but the input: Node's own zlib differs from build to build, this library does not. */
import { deflateSync, zlibSync } from 'fflate';

/** RFC 1950 (zlib) data of `bytes`; `level` 0–9. */
export const deflateZlib = (bytes: Uint8Array, level: 0 | 6 | 9 = 6): Uint8Array => zlibSync(bytes, { level });

/** RFC 1951 (raw deflate) data of `bytes`; `level` 0–9. */
export const deflateRaw = (bytes: Uint8Array, level: 0 | 6 | 9 = 6): Uint8Array => deflateSync(bytes, { level });
