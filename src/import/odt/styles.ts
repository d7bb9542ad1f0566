/** Styles of an OpenDocument text (ODF 1.3, part 3, 16): what paragraphs are, how letters look. */
import { childOf, elementsBelow, elementsOf, type XmlNode } from '../xml.ts';
import type { Looks } from '../inline.ts';

/** What is known of a style, its parents included. */
export interface OdtStyle extends Looks {
  /** Names in lower case, its own first. */
  readonly names: readonly string[];
  readonly isHidden: boolean;
  readonly isIndented: boolean;
  readonly lang: string | null;
}

/** All styles by family and name, `paragraph Quotations`; numbered levels of lists by list. */
export interface OdtStyles {
  readonly styles: ReadonlyMap<string, OdtStyle>;
  /** Levels, from 1, that are numbered. */
  readonly ordered: ReadonlyMap<string, ReadonlySet<number>>;
}

/** Reads the styles of all parts. */
export function odtStyles(roots: readonly XmlNode[]): OdtStyles {
  const rows = new Map<string, XmlNode>();
  const ordered = new Map<string, Set<number>>();
  for (const root of roots) {
    for (const row of elementsBelow(root, 'style:style')) rows.set(styleKeyOf(row), row);
    for (const list of elementsBelow(root, 'text:list-style'))
      ordered.set(
        list.attributes['style:name'] ?? '',
        new Set(
          elementsOf(list, 'text:list-level-style-number')
            .filter(({ attributes }) => (attributes['style:num-format'] ?? '') !== '')
            .map(({ attributes }) => Number(attributes['text:level'] ?? 1)),
        ),
      );
  }
  const styles = new Map<string, OdtStyle>();
  for (const [key, row] of rows) styles.set(key, styleFrom(row, rows, new Set([key])));
  return { styles, ordered };
}

const styleKeyOf = ({ attributes }: XmlNode): string =>
  `${attributes['style:family'] ?? ''} ${attributes['style:name'] ?? ''}`;

function styleFrom(
  row: XmlNode,
  rows: ReadonlyMap<string, XmlNode>,
  seen: ReadonlySet<string>,
): OdtStyle {
  const { attributes } = row;
  const parentKey = `${attributes['style:family'] ?? ''} ${attributes['style:parent-style-name'] ?? ''}`;
  const parent = rows.get(parentKey);
  const below =
    parent && !seen.has(parentKey)
      ? styleFrom(parent, rows, new Set([...seen, parentKey]))
      : undefined;
  const text = childOf(row, 'style:text-properties').attributes;
  const paragraph = childOf(row, 'style:paragraph-properties').attributes;
  const weight = text['fo:font-weight'];
  const slope = text['fo:font-style'];
  const through = text['style:text-line-through-style'];
  const position = text['style:text-position'];
  const name = (attributes['style:display-name'] ?? attributes['style:name'] ?? '').toLowerCase();
  const tag = text['fo:language'];
  const country = text['fo:country'];
  return {
    names: [name.replaceAll('_20_', ' '), ...(below?.names ?? [])],
    bold: weight === undefined ? (below?.bold ?? false) : /^(?:bold|[6-9]00)$/u.test(weight),
    italic: slope === undefined ? (below?.italic ?? false) : slope !== 'normal',
    strike: through === undefined ? (below?.strike ?? false) : through !== 'none',
    raised: position === undefined ? (below?.raised ?? null) : raisedBy(position),
    isHidden: text['text:display'] === 'none' || (below?.isHidden ?? false),
    isIndented: isLong(paragraph['fo:margin-left']) && isLong(paragraph['fo:margin-right']),
    lang: tag ? (country && country !== 'none' ? `${tag}-${country}` : tag) : (below?.lang ?? null),
  };
}

const raisedBy = (position: string): 'sup' | 'sub' | null =>
  /^(?:super|[1-9])/u.test(position) ? 'sup' : /^(?:sub|-)/u.test(position) ? 'sub' : null;

/** Half a centimetre and more. */
function isLong(length: string | undefined): boolean {
  const [, number, unit] = /^([\d.]+)(cm|mm|in|pt)$/u.exec(length ?? '') ?? [];
  const centimetres: Readonly<Record<string, number>> = { cm: 1, mm: 0.1, in: 2.54, pt: 0.0353 };
  return number !== undefined && Number(number) * centimetres[unit!]! >= 0.5;
}
