/** Reads the files that travel inside a PDF (ISO 32000-1, 7.11.4). */
import { decode } from './filters.ts';
import { arrayAt, catalogOf, dictAt, isDict, isStream, isString, resolve } from './model.ts';
import { opened, type Source } from './parse.ts';
import { fromTextString } from './strings.ts';

/** Name → content, from a name tree of one leaf, as `addAttachments` writes it. PdfError where the file can't be read. */
export function readAttachments(source: Source): ReadonlyMap<string, Uint8Array> {
  const pdf = opened(source);
  const names = dictAt(pdf, catalogOf(pdf), 'Names');
  const tree = names && dictAt(pdf, names, 'EmbeddedFiles');
  const rows = (tree && arrayAt(pdf, tree, 'Names')) ?? [];
  const files = new Map<string, Uint8Array>();
  for (let i = 0; i + 1 < rows.length; i += 2) {
    const [name, specification] = [resolve(pdf, rows[i]), resolve(pdf, rows[i + 1])];
    const held = isDict(specification) ? dictAt(pdf, specification, 'EF') : null;
    const content = resolve(pdf, held?.get('F'));
    if (isString(name) && isStream(content)) files.set(fromTextString(name.bytes), decode(pdf, content));
  }
  return files;
}
