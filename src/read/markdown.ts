/** Markdown text → mdast with positions: the one door to unified and remark. */
import type { Nodes, Root, Yaml } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { onlyOurs, tightened } from './directives.ts';

/** CommonMark 0.31, GFM, front matter in YAML or TOML, and the directives of directives.ts. */
const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective)
  .use(narrowDirectives)
  .use(keepPositions)
  .freeze();

/** MDX knows no code that is told by its indentation: what stands in components is indented. */
const componentProcessor = processor()
  .data('micromarkExtensions', [
    ...(processor.data().micromarkExtensions ?? []),
    { disable: { null: ['codeIndented'] } },
  ])
  .freeze();

/** Replaces the directive syntax, the last one that was added, by its narrowed form. */
function narrowDirectives(this: Processor): void {
  const extensions = this.data().micromarkExtensions as Parameters<typeof onlyOurs>[0][];
  extensions.push(onlyOurs(extensions.pop()!));
}

/**
 * Leaves out what works on finished trees: GFM looks a second time for addresses, in text that was
 * written with escapes, and the nodes that it makes there have no place in the file.
 */
function keepPositions(this: Processor): void {
  const data = this.data();
  const extensions = [data.fromMarkdownExtensions ?? []].flat(Infinity) as {
    transforms?: unknown;
  }[];
  data.fromMarkdownExtensions = extensions.map(({ transforms: _, ...extension }) => extension);
}

/**
 * Parses a whole brief. Offsets are UTF-16 code units of `text`; any string has a tree.
 * @param as `mdx`: indented lines are no code
 */
export const parseMarkdown = (text: string, as: 'md' | 'mdx' = 'md'): Root =>
  (as === 'mdx' ? componentProcessor : processor).parse(tightened(closed(text)));

/** Pandoc ends front matter with three full stops, too. */
const closed = (text: string): string =>
  text.replace(
    /^(---[ \t]*\r?\n(?:(?!---[ \t]*\r?\n)[^\n]*\n)*?)\.\.\.(?=[ \t]*(?:\r?\n|$))/u,
    '$1---',
  );

/** Front matter between two lines of `+++` (https://gohugo.io/content-management/front-matter/). */
interface Toml extends Omit<Yaml, 'type'> {
  type: 'toml';
}

declare module 'mdast' {
  interface FrontmatterContentMap {
    toml: Toml;
  }
  interface RootContentMap {
    toml: Toml;
  }
}

/** True for the block that speaks of the brief and is not printed. */
export const isFrontMatter = (node: Nodes): node is Toml | Yaml =>
  node.type === 'yaml' || node.type === 'toml';
