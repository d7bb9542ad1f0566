/** Text strings (ISO 32000-1, 7.9.2.2) and names as text. */
import { pdfString, type PdfString } from './model.ts';

const ASCII = /^[\x20-\x7e]*$/u;
/**
 * C0 and C1 controls, lone surrogates and noncharacters: nothing that a document property may
 * carry.
 */
const UNFIT_FOR_TEXT = /[\p{Cc}\p{Cs}\u{fffe}\u{ffff}]/gu;
const UTF8 = new TextDecoder('utf-8');

/** Text without control characters and lone surrogates; line breaks and tabs become spaces. */
export const cleanText = (text: string): string =>
  text.replaceAll(/[\t\n\r\u{2028}\u{2029}]/gu, ' ').replaceAll(UNFIT_FOR_TEXT, '');

/**
 * A text string: ASCII as it is, everything else as UTF-16BE with byte order mark. Controls are
 * dropped.
 */
export function textString(text: string): PdfString {
  const fit = cleanText(text);
  return pdfString(ASCII.test(fit) ? fit : `\u{fe}\u{ff}${utf16(fit)}`);
}

function utf16(text: string): string {
  let bytes = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes += String.fromCharCode(unit >> 8, unit & 0xff);
  }
  return bytes;
}

/** Reads UTF-16BE data given as a byte string. */
export function fromUtf16(bytes: string): string {
  let text = '';
  for (let i = 0; i + 1 < bytes.length; i += 2)
    text += String.fromCharCode((bytes.charCodeAt(i) << 8) | bytes.charCodeAt(i + 1));
  return text;
}

/** Reads a text string: UTF-16BE or UTF-8 by its mark, otherwise Latin letters as they stand. */
export function fromTextString(bytes: string): string {
  if (bytes.startsWith('\u{fe}\u{ff}')) return fromUtf16(bytes.slice(2));
  if (bytes.startsWith('\u{ef}\u{bb}\u{bf}')) return fromUtf8(bytes.slice(3));
  return bytes;
}

/**
 * The id of the anchor that a name or string stands for: browsers write them as in a URL,
 * percent-encoded.
 */
export function decodedName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Names are UTF-8 by recommendation (7.3.5); so are the ids that a browser turns into names. */
export const fromUtf8 = (bytes: string): string =>
  ASCII.test(bytes) ? bytes : UTF8.decode(Buffer.from(bytes, 'latin1'));
