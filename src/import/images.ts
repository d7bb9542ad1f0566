/** Pictures in documents: kinds that books can show, told by their first bytes. */
import type { ImportedImage } from './imported.ts';

const PICTURE_ENDINGS: readonly (readonly [ending: string, head: RegExp])[] = [
  ['png', /^\u0089PNG\r\n\u001a\n/u],
  ['jpg', /^\u00ff\u00d8\u00ff/u],
  ['gif', /^GIF8[79]a/u],
  ['webp', /^RIFF[^]{4}WEBP/u],
];

/** The picture under a name of its own; null for a kind that no edition shows. */
export function importedImage(bytes: Uint8Array, nth: number): ImportedImage | null {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const ending = PICTURE_ENDINGS.find(([, form]) => form.test(head))?.[0];
  return ending === undefined ? null : { name: `image-${nth}.${ending}`, bytes };
}

/** The picture of a `data:` address (RFC 2397) in Base64; null for any other address. */
export function imageFromData(address: string, nth: number): ImportedImage | null {
  const comma = address.startsWith('data:image/') ? address.indexOf(';base64,') : -1;
  if (comma < 0 || comma > 100) return null;
  return importedImage(Uint8Array.from(Buffer.from(address.slice(comma + 8), 'base64')), nth);
}
