/** Markdown text → mdast with positions: the one door to unified and remark. */
import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { onlyOurs, tightened } from './directives.ts';

/** CommonMark 0.31, GFM, YAML front matter, and the directives of directives.ts. */
const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective)
  .use(narrowDirectives)
  .freeze();

/** Replaces the directive syntax, the last one that was added, by its narrowed form. */
function narrowDirectives(this: Processor): void {
  const extensions = this.data().micromarkExtensions as Parameters<typeof onlyOurs>[0][];
  extensions.push(onlyOurs(extensions.pop()!));
}

/** Parses a whole brief. Offsets are UTF-16 code units of `text`; any string has a tree. */
export const parseMarkdown = (text: string): Root => processor.parse(tightened(text));
