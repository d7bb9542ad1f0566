/**
 * XML as text. References are the five names of XML and nothing else: KOReader's reader of feeds stumbles over hexadecimal ones, such as
 * Handlebars writes.
 */

const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

const escaped = (text: string): string => text.replaceAll(/[&<>"']/gu, (sign) => NAMES[sign]!);

type Attributes = Readonly<Record<string, string | number | null>>;

/** An element with words in it; attributes that are null are left out. */
export const textElement = (name: string, text: string, attributes: Attributes = {}): string =>
  `<${name}${written(attributes)}>${escaped(text)}</${name}>`;

/** An element with elements in it, each on its line. */
export const element = (name: string, attributes: Attributes, children: readonly string[]): string =>
  `<${name}${written(attributes)}>\n${children.join('\n')}\n</${name}>`;

export const emptyElement = (name: string, attributes: Attributes): string => `<${name}${written(attributes)}/>`;

const written = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${escaped(String(value))}"`))
    .join('');
