/** The parts of a Word document and how they belong together (ECMA-376, Part 2, 9). */
import { ImportRefusal, type ImportRemark } from '../imported.ts';
import { partPath, type OfficePackage } from '../package.ts';
import { childOf, elementsOf, xmlTree, type XmlNode } from '../xml.ts';

/** What a relationship leads to; `path` is null for an address outside of the document. */
export interface PartRelation {
  /** Last part of its type: `image`, `hyperlink`, `footnotes`. */
  readonly type: string;
  readonly target: string;
  readonly path: string | null;
}

/** Relationships of a part by their ids. */
export type Relations = ReadonlyMap<string, PartRelation>;

/** Relationships of a part; none where it has no file of them. */
export async function relationsOf(office: OfficePackage, part: string): Promise<Relations> {
  const cut = part.lastIndexOf('/') + 1;
  const text = await office.text(`${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`);
  const rows = text === null ? [] : elementsOf(xmlTree(text, part), 'Relationship');
  return new Map(
    rows.map(({ attributes }) => {
      const target = attributes['Target'] ?? '';
      const isOutside = attributes['TargetMode'] === 'External';
      const type = (attributes['Type'] ?? '').split('/').at(-1)!;
      const path = isOutside ? null : partPath(part, target);
      return [attributes['Id'] ?? '', { type, target, path }];
    }),
  );
}

/** The parts of a document that hold words, as trees. */
export interface WordParts {
  readonly office: OfficePackage;
  readonly main: string;
  readonly body: XmlNode;
  readonly relations: Relations;
  readonly styles: XmlNode | null;
  readonly numbering: XmlNode | null;
  /** Notes, comments, headers: every other part of WordprocessingML, by its path. */
  readonly others: readonly WordPart[];
  readonly remarks: readonly ImportRemark[];
}

/** One part with its own relationships. */
export interface WordPart {
  readonly type: string;
  readonly path: string;
  readonly tree: XmlNode;
  readonly relations: Relations;
}

const TEXT_PARTS = new Set(['footnotes', 'endnotes', 'comments', 'header', 'footer']);

/** Opens the parts; refuses import-damaged where the document itself is missing. */
export async function wordParts(office: OfficePackage): Promise<WordParts> {
  const roots = await relationsOf(office, '');
  const main = [...roots.values()].find(({ type }) => type === 'officeDocument')?.path ?? null;
  const tree = main === null ? null : await office.xml(main);
  if (main === null || tree === null)
    throw new ImportRefusal('import-damaged', 'The document has no text: its main part is missing');
  const body = childOf(tree, 'w:body');
  if (tree.name !== 'w:document' || body.name === '')
    throw new ImportRefusal('import-damaged', `${main} is no document of Word`);
  const relations = await relationsOf(office, main);
  const remarks: ImportRemark[] = [];
  const others: WordPart[] = [];
  const found = new Map<string, XmlNode>();
  for (const { type, path, target } of relations.values()) {
    if (path === null || others.some((one) => one.path === path)) continue;
    if (!office.has(path)) {
      remarks.push({ rule: 'import-part', says: `A part of the document is missing: ${target}` });
      continue;
    }
    if (type === 'styles' || type === 'numbering') found.set(type, (await office.xml(path))!);
    if (!TEXT_PARTS.has(type)) continue;
    const part = (await office.xml(path))!;
    others.push({ type, path, tree: part, relations: await relationsOf(office, path) });
  }
  if (office.paths.some((path) => /(?:^|\/)vbaProject\.bin$/iu.test(path)))
    remarks.push({ rule: 'import-macros', says: 'The document has macros; they are left out' });
  const styles = found.get('styles') ?? null;
  const numbering = found.get('numbering') ?? null;
  return { office, main, body, relations, styles, numbering, others, remarks };
}
