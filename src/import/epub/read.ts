/** An EPUB → what an import gives: the chapters in the order of their spine (EPUB 3.3, 5.7). */
import type { Element, ElementContent, Root } from 'hast';
import { countHtml } from '../html/count.ts';
import { gatherNotes } from '../html/notes.ts';
import { pageTexts, prunedPage } from '../html/prune.ts';
import { markdownTree } from '../html/to-mdast.ts';
import { ImportRefusal, NO_FRONT, type Imported, type ImportedFront } from '../imported.ts';
import { openPackage, partPath, type OfficePackage } from '../package.ts';
import type { Tally } from '../tally.ts';
import { textBelow, type XmlNode } from '../xml.ts';
import { chapterTree, fullXhtml } from './chapter.ts';

/** Reads a book. Refuses import-damaged, import-encrypted, import-no-text. */
export async function readBook(bytes: Uint8Array): Promise<Imported> {
  const book = await openPackage(bytes);
  await refuseEncrypted(book);
  const { opf, path } = await packageDocument(book);
  const paths = spineOf(opf, path);
  const tree: Root = { type: 'root', children: [] };
  const counted: Tally = new Map();
  for (const one of paths) {
    const text = await book.text(one);
    if (text === null)
      throw new ImportRefusal('import-damaged', `The book names ${one}, which it does not have`);
    const full = fullXhtml(text);
    countHtml(full, counted);
    tree.children.push(chapterTree(full, one));
  }
  const pictures = await picturesOf(book, tree);
  const front = bookFront(opf);
  const texts = pageTexts(tree);
  const notes = gatherNotes(tree);
  const lists = new Set<ElementContent>(
    texts.filter(({ path: around }) => around.some(isContents)).map(({ node }) => node),
  );
  const { kept, losses, additions, images, remarks } = prunedPage(tree, {
    isKept: (node) => !lists.has(node) && !notes.marks.has(node),
    nameOf: (node) => (notes.marks.has(node) ? 'mark or heading of notes' : null),
    imageAt: (address) => pictures.get(address) ?? null,
    title: new Set(),
    texts,
  });
  if (counted.size === 0) throw new ImportRefusal('import-no-text', 'The book has no text');
  return {
    kind: 'epub',
    tree: markdownTree(kept),
    front,
    images,
    comments: [],
    changes: [],
    losses,
    additions: [...additions, ...(front.title === null ? [] : [front.title])],
    remarks,
    counted,
    printed: null,
  };
}

/** Fonts may be obscured; anything else that is encrypted can’t be read. */
async function refuseEncrypted(book: OfficePackage): Promise<void> {
  const text = (await book.text('META-INF/encryption.xml')) ?? '';
  const methods = [...text.matchAll(/EncryptionMethod[^>]*Algorithm\s*=\s*["']([^"']+)/gu)];
  const isClosed = methods.some(([, algorithm]) => !/embedding|RC\b|obfuscation/u.test(algorithm!));
  if (isClosed) throw new ImportRefusal('import-encrypted', 'The book is encrypted');
}

async function packageDocument(
  book: OfficePackage,
): Promise<{ readonly opf: XmlNode; readonly path: string }> {
  const container = await book.xml('META-INF/container.xml');
  const root = container && elementsCalled(container, 'rootfile')[0];
  const path = root?.attributes['full-path'] ?? '';
  const opf = await book.xml(path);
  if (!opf) throw new ImportRefusal('import-damaged', 'The book has no package document');
  return { opf, path };
}

/** Elements of a local name, in their order. */
function elementsCalled(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.flatMap((child) =>
    typeof child === 'string'
      ? []
      : [
          ...(child.name.replace(/^.*:/u, '') === name ? [child] : []),
          ...elementsCalled(child, name),
        ],
  );
}

function spineOf(opf: XmlNode, path: string): readonly string[] {
  const items = new Map(
    elementsCalled(opf, 'item').map(({ attributes }) => [attributes['id'] ?? '', attributes]),
  );
  return elementsCalled(opf, 'itemref').flatMap(({ attributes }) => {
    const item = items.get(attributes['idref'] ?? '');
    const target = item && partPath(path, decodeURIComponent(item['href'] ?? ''));
    const isText = /xhtml|html/u.test(item?.['media-type'] ?? '');
    return target && isText ? [target] : [];
  });
}

function bookFront(opf: XmlNode): ImportedFront {
  const metadata = elementsCalled(opf, 'metadata')[0];
  const all = (name: string): readonly string[] =>
    (metadata ? elementsCalled(metadata, name) : [])
      .map((node) => textBelow(node).replaceAll(/\s+/gu, ' ').trim())
      .filter((words) => words !== '');
  const date = /^\d{4}-\d{2}-\d{2}/u.exec(all('date')[0] ?? '')?.[0] ?? null;
  const lang = all('language')[0] ?? '';
  return {
    ...NO_FRONT,
    title: all('title')[0] ?? null,
    lang: /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(lang) ? lang : null,
    authors: all('creator'),
    date,
    description: null,
  };
}

/** Lists of the contents are those of the book that was; a brief gets its own. */
const isContents = ({ tagName, properties }: Element): boolean =>
  tagName === 'nav' &&
  /toc|landmarks|page-list/u.test(
    String(properties['epub:type'] ?? properties['epubType'] ?? properties['role'] ?? ''),
  );

async function picturesOf(
  book: OfficePackage,
  tree: Root,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  const walk = async (node: Root | Element): Promise<void> => {
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      const address = child.tagName === 'img' ? (child.properties['src'] ?? '') : '';
      const bytes = address === '' || found.has(address) ? null : await book.bytes(address);
      if (bytes) found.set(address, bytes);
      await walk(child);
    }
  };
  await walk(tree);
  return found;
}
