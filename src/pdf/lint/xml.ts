/**
 * A reader for the little XML that a metadata packet is: checks that it is well formed and collects
 * its values.
 */

/**
 * Path of element names from the root, joined by spaces → texts of the elements with that path, in
 * order.
 */
export type Values = ReadonlyMap<string, readonly string[]>;

const XML_NAME = /^[A-Za-z_:][\w:.-]*/u;
const SIGN_OF_ENTITY: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

interface XmpReading {
  readonly values: Map<string, string[]>;
  readonly path: string[];
  text: string;
}

/**
 * Reads elements, attributes and character data; null where they are not well formed. No packet
 * needs document types or CDATA.
 */
export function readXmpPacket(xml: string): Values | null {
  const reading: XmpReading = { values: new Map(), path: [], text: '' };
  for (let at = 0; at < xml.length; ) {
    const open = xml.indexOf('<', at);
    const words = unescaped(xml.slice(at, open < 0 ? xml.length : open));
    if (words === null) return null;
    reading.text += words;
    if (open < 0) break;
    const end = xml.startsWith('<?', open) ? '?>' : '>';
    const close = xml.indexOf(end, open);
    if (close < 0 || !readTag(reading, xml.slice(open + 1, close))) return null;
    at = close + end.length;
  }
  return reading.path.length === 0 ? reading.values : null;
}

function readTag(reading: XmpReading, tag: string): boolean {
  if (tag.startsWith('?')) return true;
  if (tag.startsWith('/')) return closeXmlTag(reading, tag.slice(1).trimEnd());
  const name = XML_NAME.exec(tag)?.[0];
  if (name === undefined || !XML_ATTRIBUTES.test(tag.slice(name.length).replace(/\/$/u, '')))
    return false;
  reading.path.push(name);
  reading.text = '';
  return tag.endsWith('/') ? closeXmlTag(reading, name) : true;
}

/**
 * Each attribute starts with white space and has a quoted value: linear, because no part can match
 * in two ways.
 */
const XML_ATTRIBUTES = /^(?:\s+[A-Za-z_:][\w:.-]*=(?:"[^"<]*"|'[^'<]*'))*\s*$/u;

function closeXmlTag(reading: XmpReading, name: string): boolean {
  if (reading.path.at(-1) !== name) return false;
  const path = reading.path.join(' ');
  const found = reading.values.get(path);
  if (found) found.push(reading.text);
  else reading.values.set(path, [reading.text]);
  reading.path.pop();
  reading.text = '';
  return true;
}

/** Character data with its references resolved; null where a reference is broken. */
function unescaped(text: string): string | null {
  let broken = false;
  const plain = text.replaceAll(/&([^;&]{0,12};?)/gu, (_, name: string) => {
    const sign = referenced(name);
    broken ||= sign === null;
    return sign ?? '';
  });
  return broken ? null : plain;
}

/** The character of a reference (XML 1.0, 4.1), its name or number with the semicolon. */
function referenced(name: string): string | null {
  const known = name.endsWith(';') ? SIGN_OF_ENTITY[name.slice(0, -1)] : undefined;
  if (known !== undefined) return known;
  const [, hex, decimal] = /^#(?:x([\da-f]{1,6})|(\d{1,7}));$/iu.exec(name) ?? [];
  const point = hex === undefined ? Number(decimal ?? 0) : Number.parseInt(hex, 16);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : null;
}
