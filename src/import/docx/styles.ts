/** Styles of a Word document (ECMA-376, Part 1, 17.7): what a paragraph is, how letters look. */
import { childOf, elementsOf, type XmlNode } from '../xml.ts';

/** Looks of letters; null where a style says nothing. */
export interface LetterStyle {
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  readonly strike: boolean | null;
  readonly hidden: boolean | null;
  readonly raised: 'sup' | 'sub' | null;
}

/** What is known of a style, those that it builds on included. */
export interface WordStyle extends LetterStyle {
  /** Names in lower case, its own first. */
  readonly names: readonly string[];
  /** 0 = heading 1; null = text. */
  readonly outline: number | null;
  readonly list: { readonly id: string; readonly level: number } | null;
}

/** All styles by their ids. */
export type WordStyles = ReadonlyMap<string, WordStyle>;

/** Value of an on/off property (17.17.4); null where it is absent. */
export function onOff(properties: XmlNode, name: string): boolean | null {
  const found = elementsOf(properties, name)[0];
  if (!found) return null;
  return !/^(?:0|false|off|none)$/u.test(found.attributes['w:val'] ?? 'true');
}

/** Looks that run properties ask for. */
export function letterStyle(properties: XmlNode): LetterStyle {
  const vertical = childOf(properties, 'w:vertAlign').attributes['w:val'];
  return {
    bold: onOff(properties, 'w:b'),
    italic: onOff(properties, 'w:i'),
    strike: onOff(properties, 'w:strike') ?? onOff(properties, 'w:dstrike'),
    hidden: onOff(properties, 'w:vanish'),
    raised: vertical === 'superscript' ? 'sup' : vertical === 'subscript' ? 'sub' : null,
  };
}

/** The first that says something about each look. */
export const layered = (top: LetterStyle, below: LetterStyle | undefined): LetterStyle => ({
  bold: top.bold ?? below?.bold ?? null,
  italic: top.italic ?? below?.italic ?? null,
  strike: top.strike ?? below?.strike ?? null,
  hidden: top.hidden ?? below?.hidden ?? null,
  raised: top.raised ?? below?.raised ?? null,
});

const attributeIn = (node: XmlNode, name: string): string | null =>
  childOf(node, name).attributes['w:val'] ?? null;

/** Number and level of the list that paragraph properties name. */
export function numberedIn(properties: XmlNode): { id: string; level: number } | null {
  const numbering = childOf(properties, 'w:numPr');
  const id = attributeIn(numbering, 'w:numId');
  return id === null ? null : { id, level: Number(attributeIn(numbering, 'w:ilvl') ?? 0) || 0 };
}

/** Reads styles.xml; a circle of styles that build on each other ends where it closes. */
export function wordStyles(tree: XmlNode | null): WordStyles {
  const rows = new Map(
    (tree === null ? [] : elementsOf(tree, 'w:style')).map((row) => [
      row.attributes['w:styleId'] ?? '',
      row,
    ]),
  );
  const styles = new Map<string, WordStyle>();
  const read = (id: string, seen: ReadonlySet<string>): WordStyle | undefined => {
    const row = rows.get(id);
    if (!row || seen.has(id)) return undefined;
    const known = styles.get(id);
    if (known) return known;
    const below = read(attributeIn(row, 'w:basedOn') ?? '', new Set([...seen, id]));
    const properties = childOf(row, 'w:pPr');
    const outline = attributeIn(properties, 'w:outlineLvl');
    const style: WordStyle = {
      ...layered(letterStyle(childOf(row, 'w:rPr')), below),
      names: [(attributeIn(row, 'w:name') ?? id).toLowerCase(), ...(below?.names ?? [])],
      outline: outline === null ? (below?.outline ?? null) : Number(outline),
      list: numberedIn(properties) ?? below?.list ?? null,
    };
    styles.set(id, style);
    return style;
  };
  for (const id of rows.keys()) read(id, new Set());
  return styles;
}

/** Id of the style that paragraphs have when they name none. */
export const defaultStyle = (tree: XmlNode | null): string =>
  (tree === null ? [] : elementsOf(tree, 'w:style')).find(
    ({ attributes }) =>
      attributes['w:type'] === 'paragraph' && /^(?:1|true)$/u.test(attributes['w:default'] ?? ''),
  )?.attributes['w:styleId'] ?? 'Normal';
