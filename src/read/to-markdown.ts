/** Brief → clean Markdown with front matter: the one door to the Markdown serialiser. */
import type { Heading, Nodes, Root } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { frontmatterToMarkdown } from 'mdast-util-frontmatter';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown as serialise, type Options } from 'mdast-util-to-markdown';
import type { Brief } from '../types.ts';
import { INLINE_NAMES } from './directives.ts';
import { normal } from './roles.ts';
import { writeYaml } from '../yaml.ts';

/** Only our own directives are read as such, so only they need an escape. */
const directiveOptions: Options = {
  handlers: directiveToMarkdown().handlers ?? {},
  unsafe: [
    { character: ':', after: `(?:${[...INLINE_NAMES].join('|')})\\[`, inConstruct: 'phrasing' },
    { atBreak: true, character: ':', after: ':' },
  ],
};

const MARKDOWN_STYLE: Options = {
  bullet: '-',
  emphasis: '*',
  rule: '-',
  fences: true,
  listItemIndent: 'one',
  resourceLink: false,
  extensions: [
    gfmToMarkdown({ firstLineBlank: false } as never),
    frontmatterToMarkdown(['yaml']),
    directiveOptions,
  ],
};

/**
 * What is known of the brief stands in the front matter, the rest is its sections; read again it
 * gives the same brief.
 */
export function toMarkdown(brief: Brief): string {
  const blocks = brief.sections.flatMap(({ heading, nodes }) =>
    heading ? [heading, ...nodes] : nodes,
  );
  const root: Root = {
    type: 'root',
    children: [
      { type: 'yaml', value: frontMatterOf(brief).trimEnd() },
      ...titleAgain(brief),
      ...blocks,
    ],
  };
  return serialise(root as Nodes, MARKDOWN_STYLE);
}

/** Any tree as Markdown; read again it gives the same words. */
export const serialised = (root: Root): string =>
  serialise(root as Nodes, { ...MARKDOWN_STYLE, resourceLink: true });

/**
 * A first section with the book's own title would be taken for the title, so the title goes in
 * front of it.
 */
function titleAgain({ meta, sections }: Brief): readonly Heading[] {
  const first = sections[0];
  if (!first?.heading || normal(first.title) !== normal(meta.title)) return [];
  return [{ type: 'heading', depth: 1, children: [{ type: 'text', value: meta.title }] }];
}

function frontMatterOf({ meta, participants, sources }: Brief): string {
  const { title, lang, disclosure } = meta;
  return writeYaml(
    present({
      title,
      lang,
      disclosure,
      participants: participants.map(({ id, name, role, aliases, pronouns }) =>
        present({ id, name, role, aliases: aliases.filter((alias) => alias !== name), pronouns }),
      ),
      sources: sources.map(({ id, citation, url, note, file }) =>
        present({ id, citation, url, note, file }),
      ),
    }),
  );
}

/** Without the keys that have nothing to say. */
function present(map: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    Object.entries(map).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
