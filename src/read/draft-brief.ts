/** The text of a draft → Brief, without a disk. */
import { VFile } from 'vfile';
import type { Brief, Section } from '../types.ts';
import { assembleBrief } from './brief.ts';
import { frontOfTree } from './front-matter.ts';
import { parseBriefText, type BriefText } from './parse.ts';
import { review } from './review.ts';

/** A draft as it was given. */
export interface DraftText extends BriefText {
  readonly slug: string;
  /** Name of its file, without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads any Markdown or text for the sake of its quotations, and judges nothing else about it:
 * front matter that can't be used is passed over, images and sidecars are not looked at, and the
 * title stays in the text, as it may hold a quotation. What front matter decides about quotations
 * is not heard. Needs nothing but the text itself. Null where there is none that can be read
 * (flagged).
 */
export async function draftFrom(given: DraftText, file: VFile): Promise<Brief | null> {
  const aside = new VFile({ value: given.text });
  const read = parseBriefText(given, file, aside);
  if (!read || !review(read.tree, aside)) return null;
  const { slug, shown: path, text, bytes, name } = given;
  const { tree } = read;
  const front = await frontOfTree(tree, text, aside);
  const told = {
    ...front,
    title: '',
    disclosure: '',
    overrides: [],
    sources: [],
    transcript: null,
  };
  const parts = {
    slug,
    path,
    text,
    markdown: () => text,
    tree,
    front: told,
    assets: [],
    sidecar: [],
    originals: [{ path: name, bytes }],
  };
  const brief = assembleBrief({ ...parts, transcript: { asked: null, beside: null } }, aside);
  const written = given.data?.written;
  const sections = brief.sections.map(asBodyText);
  return { ...brief, sections, sources: [], ...(written && { written }) };
}

/** A headline may quote somebody: it is read like the text below it. */
const asBodyText = (section: Section): Section =>
  section.role === 'body' && section.heading?.type === 'heading'
    ? {
        ...section,
        heading: null,
        nodes: [{ ...section.heading, type: 'paragraph', data: {} }, ...section.nodes],
      }
    : section;
