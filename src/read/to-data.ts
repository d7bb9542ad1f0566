/** Brief → data that says the same: front matter as keys, sections with their Markdown. */
import { VFile } from 'vfile';
import type { Brief, Section, SectionRole, Span } from '../types.ts';
import type { Heading, Root } from 'mdast';
import { parsedMarkdown } from './parse.ts';
import { frontValues } from './front-matter.ts';
import { fieldsOf } from './fields.ts';
import { isFrontMatter } from './markdown.ts';
import { nodeSpan } from './review.ts';
import { headingRole } from './roles.ts';
import { briefSections } from './sections.ts';
import { titleHeading } from './title.ts';

/** A section as the schema of data has it. */
interface DataSection {
  heading?: string;
  role?: SectionRole;
  text?: string;
  sections?: DataSection[];
}

/**
 * The brief in the form of `brief.json` (schema/brief.schema.json, `data`); read again beside the
 * same files it gives the same editions.
 */
export async function toData(brief: Brief): Promise<object> {
  const text = brief.markdown();
  const { tree } = parsedMarkdown(text, new VFile({ value: text }));
  const { roles: byHeading, title: given, ...front } = await frontValues(tree, text);
  const { roles, title } = fieldsOf({ roles: byHeading, title: given });
  const own = titleHeading(tree, title);
  const first = tree.children[0];
  const gaps = [own, first && isFrontMatter(first) ? first : null].flatMap((node) =>
    node ? [nodeSpan(node)] : [],
  );
  const body: Root = { ...tree, children: tree.children.filter((node) => node !== own) };
  const sections = briefSections(body, roles, new VFile({ value: text }));
  return {
    title: brief.meta.title,
    ...front,
    sections: nestedSections(sections, (span) => markdownIn(text, span, gaps), text.length),
  };
}

/** Sections under those that they belong to; each with the text up to the next heading. */
function nestedSections(
  sections: readonly Section[],
  markdown: (span: Span) => string,
  end: number,
): readonly DataSection[] {
  const top: DataSection[] = [];
  const open: {
    readonly depth: number;
    readonly role: SectionRole;
    readonly into: DataSection[];
  }[] = [];
  for (const [i, { heading, title, depth, role }] of sections.entries()) {
    while (open.length > 0 && open.at(-1)!.depth >= depth) open.pop();
    const above = open.at(-1);
    const span = {
      start: heading ? nodeSpan(heading).end : 0,
      end: headingStart(sections[i + 1]) ?? end,
    };
    const text = markdown(span);
    const said = heading ? (headingRole(title) ?? above?.role ?? 'body') : role;
    const section: DataSection = {
      ...(heading && { heading: markdown(innerSpan(heading as Heading)).replaceAll(/\s+/gu, ' ') }),
      ...(role !== said && { role }),
      ...(text !== '' && { text }),
    };
    (above?.into ?? top).push(section);
    if (heading) open.push({ depth, role, into: (section.sections = []) });
  }
  return top.map(withoutEmpty);
}

const withoutEmpty = ({ sections, ...section }: DataSection): DataSection => ({
  ...section,
  ...(sections && sections.length > 0 && { sections: sections.map(withoutEmpty) }),
});

const headingStart = (section: Section | undefined): number | null =>
  section?.heading ? nodeSpan(section.heading).start : null;

const innerSpan = ({ children, position }: Heading): Span => ({
  start: children[0]?.position?.start.offset ?? position?.start.offset ?? 0,
  end: children.at(-1)?.position?.end.offset ?? position?.start.offset ?? 0,
});

/** What stands there, without front matter, title and blank lines at both ends. */
function markdownIn(text: string, { start, end }: Span, gaps: readonly Span[]): string {
  let [left, at] = ['', start];
  for (const gap of gaps.toSorted((a, b) => a.start - b.start)) {
    if (gap.end <= at || gap.start >= end) continue;
    left += text.slice(at, gap.start);
    at = gap.end;
  }
  return (left + text.slice(at, end)).replace(/^(?:[ \t]*\r?\n)+/u, '').trimEnd();
}
