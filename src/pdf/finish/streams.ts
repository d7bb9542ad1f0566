/** Data of streams: plain while a step works on it, compressed as soon as it is done. */
import { deflateSync } from 'node:zlib';
import type { Stream } from '../model.ts';

/** Replaces a stream's data by plain data. */
export function setPlain(stream: Stream, data: Uint8Array): void {
  stream.data = data;
  stream.dict.delete('Filter');
  stream.dict.delete('DecodeParms');
}

/** Replaces a stream's data by compressed data, so that a long book does not lie in memory in plain. */
export function setPacked(stream: Stream, data: Uint8Array): void {
  setPlain(stream, deflateSync(data));
  stream.dict.set('Filter', 'FlateDecode');
}
