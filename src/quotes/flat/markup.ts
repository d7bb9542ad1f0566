/**
 * What the author says about marked words in the text itself: directives and the HTML elements for
 * the same.
 */
import type { Markup } from '../../types.ts';

const MARKUP_DIRECTIVES: Readonly<Record<string, Markup['as']>> = {
  quote: 'quote',
  term: 'term',
  title: 'title',
  scare: 'scare',
  noquote: 'none',
};
const elements: Readonly<Record<string, Markup['as']>> = {
  q: 'quote',
  cite: 'title',
  dfn: 'term',
  blockquote: 'quote',
};

type TagAttributes = Readonly<Record<string, string | null | undefined>>;

/** Markup of `:name[…]{attributes}`, or null for a directive that is not ours. */
export const markupOfDirective = (name: string, attributes: TagAttributes = {}): Markup | null =>
  markup(MARKUP_DIRECTIVES, name, attributes, attributes['src']);

/**
 * Markup of an HTML element, or null for one that says nothing about quotations. `cite` names the
 * source.
 */
export const markupOfElement = (name: string, attributes: TagAttributes = {}): Markup | null =>
  markup(elements, name.toLowerCase(), attributes, attributes['data-src'] ?? attributes['cite']);

function markup(
  table: Readonly<Record<string, Markup['as']>>,
  name: string,
  attributes: TagAttributes,
  src: string | null | undefined,
): Markup | null {
  if (!Object.hasOwn(table, name)) return null;
  const said = (key: string): string | null => attributes[key] ?? attributes[`data-${key}`] ?? null;
  return {
    as: table[name]!,
    by: said('by'),
    id: said('id'),
    src: src ?? null,
    at: said('at'),
    of: said('of'),
    verify: said('verify') !== 'off',
  };
}

/** One tag of raw HTML; null for comments and anything that is no tag. */
export interface HtmlTag {
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Reads the first tag of a piece of raw HTML. Linear. */
export function htmlTag(html: string): HtmlTag | null {
  const head = /^<(\/?)([a-zA-Z][a-zA-Z0-9-]*)/u.exec(html);
  if (!head) return null;
  return {
    name: head[2]!.toLowerCase(),
    closing: head[1] === '/',
    attributes: tagAttributes(html.slice(head[0].length, tagEnd(html))),
  };
}

/** Offset after the `>` of the first tag; a `>` in a quoted attribute is no end. */
export function tagEnd(html: string): number {
  let quote = '';
  for (let i = 1; i < html.length; i++) {
    const char = html[i]!;
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return i + 1;
  }
  return html.length;
}

function tagAttributes(inside: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, key, double, single, bare] of inside.matchAll(
    /([a-zA-Z][a-zA-Z0-9:-]*)(?:\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gu,
  )) {
    found[key!.toLowerCase()] = double ?? single ?? bare ?? '';
  }
  return found;
}
