/** A brief that is data (brief.yaml, brief.json) → the Markdown that it stands for, front matter, places. */
import type { Heading, Root } from 'mdast';
import type { VFile } from 'vfile';
import { limits } from '../../limits.ts';
import { flag } from '../../rules/flag.ts';
import { writtenThrough } from '../../textmap.ts';
import type { SectionRole, WrittenText } from '../../types.ts';
import { readYaml, writeYaml, type Value } from '../../yaml.ts';
import { checkedDataFront } from '../front-matter.ts';
import { lines, mapping, type FrontMatter } from '../fields.ts';
import { headingRole } from '../roles.ts';
import { drawnBrief, type DrawnHeading } from './draw.ts';

/** What a data file says. */
export interface DataBrief {
  /** The Markdown that it stands for, without front matter. */
  readonly text: string;
  readonly front: FrontMatter;
  /** The same front matter as YAML. */
  readonly yaml: string;
  readonly headings: readonly DrawnHeading[];
  /** The way back to the data. */
  readonly written: WrittenText;
}

/** Is this a brief that is data? By its ending; on standard input by its first sign. */
export const isDataBrief = (extension: string, text: string): boolean =>
  /^\.(?:ya?ml|json)$/iu.test(extension) || (extension === '' && /^\s*\{\s*["}]/u.test(text));

/** Levels of headings below the title. */
const MOST_LEVELS = 6;

/**
 * Problems go to `file`, at their places in the data; what `file` says from here on of offsets in
 * the Markdown is told at the places in the data, too. Null where the file can't be read as data.
 */
export async function readDataBrief(text: string, file: VFile): Promise<DataBrief | null> {
  const read = readYaml(text, limits.data);
  const drawn = read.yaml ? drawnBrief(read.yaml, text) : null;
  const { front, value } = await checkedDataFront(read, text, file);
  if (!drawn) return null;
  const { written: filled } = file.data;
  file.value = drawn.text;
  file.data.written = filled ? writtenThrough(drawn.written, filled) : drawn.written;
  for (const { at, words, depth } of drawn.headings)
    if (depth > MOST_LEVELS)
      flag(
        file,
        'too-complex',
        `The section “${words}” is nested more than ${MOST_LEVELS - 1} deep`,
        {
          place: { start: at, end: at },
        },
      );
  return {
    text: drawn.text,
    written: drawn.written,
    front,
    yaml: writeYaml(frontOf(value, drawn.headings)),
    headings: drawn.headings,
  };
}

const BODY_KEYS = ['sections', 'quotations', 'context', 'questions'];

/** Front matter that says the same of the Markdown. */
function frontOf(
  value: { readonly [key: string]: Value },
  headings: readonly DrawnHeading[],
): object {
  const roles = Object.fromEntries(
    Object.entries(mapping(value['roles'])).map(([role, told]) => [role, [...lines(told)]]),
  );
  for (const { role, words } of headings)
    if (role && headingRole(words) !== role) (roles[role] ??= []).push(words);
  const rest = Object.entries(value).filter(([key]) => !BODY_KEYS.includes(key));
  return { ...Object.fromEntries(rest), ...(Object.keys(roles).length > 0 && { roles }) };
}

/**
 * Headings of the data get their roles. One that is no heading any more was swallowed by what stands
 * before it, which is flagged (section-open).
 */
export function placeHeadings(tree: Root, headings: readonly DrawnHeading[], file: VFile): void {
  const found = new Map<number, Heading>();
  for (const node of tree.children)
    if (node.type === 'heading' && node.children[0]?.position)
      found.set(node.children[0].position.start.offset!, node);
  for (const { at, words, role } of headings) {
    const node = found.get(at);
    if (node && role) node.data = { ...node.data, role };
    if (!node)
      flag(
        file,
        'section-open',
        `The text above “${words}” is not closed, and the heading is part of it`,
        {
          place: { start: at, end: at + words.length },
        },
      );
  }
}

declare module 'mdast' {
  interface HeadingData {
    /** What the section is for, where the data of the brief says it. */
    role?: SectionRole | undefined;
  }
}
