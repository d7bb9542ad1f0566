/**
 * Characters of an office document, counted over its XML by a scanner of its own: it shares no code
 * with the reader, neither the parser of XML nor that of references.
 */
import { tallied, type Tally } from '../tally.ts';

/** Elements whose text is text of the document. */
const COUNTED_ELEMENTS = new Set([
  'w:t',
  'w:delText',
  'w:instrText',
  'w:delInstrText',
  'a:t',
  'm:t',
]);

/** Counts one part of OOXML into `into`. */
export function countWordXml(xml: string, into: Tally): void {
  let depth = 0;
  for (const { tag, name, isClosing, isEmpty, text } of scannedXml(xml)) {
    if (depth > 0) tallied(text, into);
    if (COUNTED_ELEMENTS.has(name) && !isEmpty) depth += isClosing ? -1 : 1;
    if (isClosing) continue;
    if (name === 'w:noBreakHyphen') tallied('\u2011', into);
    if (name === 'w:softHyphen') tallied('\u00ad', into);
    const code = name === 'w:sym' ? /\bw:char\s*=\s*["']([0-9a-f]{1,4})["']/iu.exec(tag) : null;
    if (code) tallied(String.fromCharCode(Number.parseInt(code[1]!, 16)), into);
  }
}

/** A tag, and the text before it. */
export interface ScannedTag {
  readonly tag: string;
  readonly name: string;
  readonly isClosing: boolean;
  readonly isEmpty: boolean;
  readonly text: string;
}

const TAG =
  /<!\[CDATA\[([^]*?)\]\]>|<!--[^]*?-->|<\?[^]*?\?>|<(\/?)([\w:.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>/gu;

/** Tags of well-formed XML, one after the other. */
export function* scannedXml(xml: string): Generator<ScannedTag> {
  let at = 0;
  let text = '';
  for (const found of xml.matchAll(TAG)) {
    text += decodedXmlText(xml.slice(at, found.index));
    at = found.index + found[0].length;
    if (found[1] !== undefined) text += found[1];
    if (found[3] === undefined) continue;
    const rest = found[4] ?? '';
    yield {
      tag: rest,
      name: found[3],
      isClosing: found[2] === '/',
      isEmpty: rest.endsWith('/'),
      text,
    };
    text = '';
  }
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

const decodedXmlText = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(
        /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/giu,
        (all, hex: string, decimal: string, name: string) => {
          if (name) return NAMED[name.toLowerCase()] ?? all;
          const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
          return code <= 0x10ffff ? String.fromCodePoint(code) : all;
        },
      )
    : text;
