/** Streams are kept plain until they are written, so that one compressor makes all their bytes. */
import { decode, filtersOf } from '../filters.ts';
import { isStream, type Draft, type Stream } from '../model.ts';

/** Replaces a stream's data by plain data; the writer will compress it. */
export function setPlain(stream: Stream, data: Uint8Array): void {
  stream.data = data;
  stream.dict.delete('Filter');
  stream.dict.delete('DecodeParms');
}

/** Opens every stream that the browser compressed, images excepted: theirs are large, and an engine's build decides them anyway. */
export function openStreams(draft: Draft): void {
  for (const id of draft.ids()) {
    const found = draft.get(id);
    if (!isStream(found) || found.dict.get('Subtype') === 'Image') continue;
    const filters = filtersOf(draft, found.dict);
    if (filters.length === 1 && filters[0] === 'FlateDecode') setPlain(found, decode(draft, found));
  }
}
