/** A web page, or a document saved as one → what an import gives. */
import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { limits } from '../../limits.ts';
import { ImportRefusal, NO_FRONT, type Imported, type ImportedFront } from '../imported.ts';
import { readerView, type Article } from './article.ts';
import { countHtml } from './count.ts';
import { decodedHtml } from './decode.ts';
import { gatherNotes } from './notes.ts';
import { htmlTree } from './parse.ts';
import { prunedPage, pageTexts, type PlacedText } from './prune.ts';
import { markdownTree } from './to-mdast.ts';

/** Letters beside links that an article has at least; less is a page of links or a form. */
const SHORTEST_ARTICLE = 140;

/** Reads a page. Refuses import-large, import-no-article. */
export function readHtmlPage(bytes: Uint8Array): Imported {
  if (bytes.length > limits.office.html)
    throw new ImportRefusal(
      'import-large',
      `The page has ${bytes.length} bytes; ${limits.office.html} are read`,
    );
  return pageFrom(decodedHtml(bytes), 'page');
}

/**
 * Reads HTML that was decoded.
 * @param as `document`: all of it is text; `page`: its article is looked for, where it has more
 */
export function pageFrom(text: string, as: 'page' | 'document'): Imported {
  const tree = htmlTree(text);
  const texts = pageTexts(tree);
  if (texts.length > limits.office.elements)
    throw new ImportRefusal(
      'import-large',
      `The page has more than ${limits.office.elements} texts`,
    );
  const isDocument = as === 'document' || isPlainPage(tree, texts);
  const article = isDocument ? null : readerView(tree);
  if (!isDocument && keptLength(article, texts) < SHORTEST_ARTICLE)
    throw new ImportRefusal('import-no-article', 'The page has no article');
  const title = titleOfPage(tree, article, texts);
  const isOfArticle = article === null ? (): boolean => true : wholeBlocks(article, texts);
  const notes = gatherNotes(tree);
  const { kept, losses, additions, images, remarks } = prunedPage(tree, {
    isKept: (node) =>
      notes.links.has(node)
        ? [...notes.links.get(node)!].some(isOfArticle)
        : notes.words.has(node) || (isOfArticle(node) && !notes.marks.has(node)),
    nameOf: (node) => (notes.marks.has(node) ? 'mark or heading of notes' : null),
    title: title.nodes,
    texts,
  });
  return {
    kind: 'html',
    tree: markdownTree(kept),
    front: { ...pageFront(tree, article), title: title.words },
    images,
    comments: [],
    changes: [],
    losses,
    additions:
      title.nodes.size === 0 && title.words !== null ? [...additions, title.words] : additions,
    remarks,
    counted: countHtml(text),
    printed: null,
  };
}

const keptLength = (article: Article | null, texts: readonly PlacedText[]): number =>
  texts.reduce(
    (sum, { node, path }) =>
      article?.kept.has(node) && !path.some(({ tagName }) => tagName === 'a')
        ? sum + node.value.trim().length
        : sum,
    0,
  );

/** What the reader view breaks up although it is one thing: who spoke stands below the words. */
const WHOLE_BLOCKS = new Set([
  'blockquote',
  'figure',
  'figcaption',
  'p',
  'q',
  'li',
  'dl',
  'table',
  'pre',
]);

/** Texts of the article, and those that stand in one block with them. */
function wholeBlocks(
  { kept }: Article,
  texts: readonly PlacedText[],
): (node: ElementContent) => boolean {
  const blocks = (path: readonly Element[]): readonly Element[] =>
    path.filter(({ tagName }) => WHOLE_BLOCKS.has(tagName));
  const begun = new Set(
    texts.filter(({ node }) => kept.has(node)).flatMap(({ path }) => blocks(path)),
  );
  const joined = texts.filter(({ path }) => blocks(path).some((block) => begun.has(block)));
  const all = new Set<ElementContent>([...kept, ...joined.map(({ node }) => node)]);
  return (node) => all.has(node);
}

const FURNITURE = new Set(['nav', 'aside', 'footer', 'form', 'dialog', 'menu']);

/** A document that was saved as HTML has no furniture, and few of its letters are links. */
function isPlainPage(tree: Root, texts: readonly PlacedText[]): boolean {
  let hasFurniture = false;
  const walk = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      hasFurniture ||=
        FURNITURE.has(child.tagName) ||
        /^(?:navigation|banner|search|contentinfo|complementary)$/u.test(
          String(child.properties['role']),
        );
      walk(child);
    }
  };
  walk(tree);
  const length = (some: readonly PlacedText[]): number =>
    some.reduce((sum, { node }) => sum + node.value.trim().length, 0);
  const linked = length(texts.filter(({ path }) => path.some(({ tagName }) => tagName === 'a')));
  return !hasFurniture && linked * 3 <= length(texts);
}

interface PageTitle {
  readonly words: string | null;
  /** Its texts in the page, where it was found there: they go into the front matter. */
  readonly nodes: ReadonlySet<ElementContent>;
}

/** The first heading that the page’s title names; where Readability took it out, it is the title. */
function titleOfPage(tree: Root, article: Article | null, texts: readonly PlacedText[]): PageTitle {
  const named = article?.title ?? pageMeta(tree).title;
  const headings = Map.groupBy(
    texts.filter(({ path }) => path.some(({ tagName }) => tagName === 'h1' || tagName === 'h2')),
    ({ path }) => path.find(({ tagName }) => tagName === 'h1' || tagName === 'h2')!,
  );
  const bare = (words: string): string => words.replaceAll(/\s+/gu, ' ').trim();
  for (const [, own] of headings) {
    const words = bare(own.map(({ node }) => node.value).join(''));
    if (named === null || words.length < 4 || !bare(named).includes(words)) continue;
    const isKept = article === null || own.every(({ node }) => article.kept.has(node));
    return isKept
      ? { words: null, nodes: new Set() }
      : { words, nodes: new Set(own.map(({ node }) => node)) };
  }
  const hasHeading = [...headings.keys()].some(({ tagName }) => tagName === 'h1');
  return { words: article === null && hasHeading ? null : named && bare(named), nodes: new Set() };
}

function pageFront(tree: Root, article: Article | null): ImportedFront {
  const meta = pageMeta(tree);
  const date = /^\d{4}-\d{2}-\d{2}/u.exec(article?.date ?? meta.date ?? '')?.[0] ?? null;
  const author = (article?.byline ?? meta.author)?.replace(/^by\s+/iu, '').replaceAll(/\s+/gu, ' ');
  return {
    ...NO_FRONT,
    lang: meta.lang,
    authors: author && author.length < 100 ? [author] : [],
    date,
    description: null,
  };
}

interface PageMeta {
  title: string | null;
  lang: string | null;
  author: string | null;
  date: string | null;
}

function pageMeta(tree: Root): PageMeta {
  const meta: PageMeta = { title: null, lang: null, author: null, date: null };
  const walk = (node: RootContent | ElementContent): void => {
    if (node.type !== 'element') return;
    const { tagName, properties } = node;
    if (tagName === 'html' && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(String(properties['lang'])))
      meta.lang = String(properties['lang']);
    if (tagName === 'title' && meta.title === null)
      meta.title =
        node.children
          .map((child) => (child as Text).value ?? '')
          .join('')
          .trim() || null;
    if (tagName === 'meta') readMeta(properties, meta);
    if (tagName === 'html' || tagName === 'head') for (const child of node.children) walk(child);
  };
  for (const child of tree.children) walk(child);
  return meta;
}

function readMeta(properties: Element['properties'], meta: PageMeta): void {
  const name = String(properties['name'] ?? properties['property'] ?? '').toLowerCase();
  const content = (properties['content'] ?? '').trim();
  if (content === '') return;
  if (name === 'author') meta.author ??= content;
  if (/^(?:article:published_time|date|dcterms\.date|dc\.date)$/u.test(name)) meta.date ??= content;
}
