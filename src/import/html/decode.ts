/** Bytes of a page → text: by its mark, by what it says of itself, else as browsers guess. */

const DECLARED = /<meta\b[^>]{0,200}\bcharset\s*=\s*["']?\s*([\w:.-]{2,40})/iu;
const DECLARED_XML = /^\s*<\?xml\b[^>]{0,100}\bencoding\s*=\s*["']([\w:.-]{2,40})/iu;

/** Decodes a page (HTML, 13.2.3); what is not UTF-8 and says nothing is windows-1252. */
export function decodedHtml(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const marked =
    a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null;
  const said = marked ?? DECLARED_XML.exec(head)?.[1] ?? DECLARED.exec(head)?.[1] ?? 'utf-8';
  for (const label of [said, 'utf-8', 'windows-1252']) {
    const text = decodedStrictly(bytes, label);
    if (text !== null) return text;
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

/** Null where bytes and encoding do not fit, or nobody knows it. */
export function decodedStrictly(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
