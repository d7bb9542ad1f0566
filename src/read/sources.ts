/**
 * What the brief quotes from: read from a Source section, joined with front matter and the files
 * beside the brief.
 */
import type { Nodes, Paragraph, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { pointAt, type Detail } from '../rules/flag.ts';
import type { Section, Source, Span } from '../types.ts';
import { anyOf, everyLine } from '../languages/unions.ts';
import { wordsOfNode } from './node-words.ts';

/**
 * One source per list item, else one for the first paragraph that is no note; what is remarked below
 * them belongs to the last.
 */
export function sourcesIn(sections: readonly Section[]): readonly Source[] {
  const nodes = sections
    .filter(({ role }) => role === 'source')
    .flatMap((section) => section.nodes);
  if (nodes.length === 0) return lastLabelled(sections);
  const items = nodes.flatMap((node) =>
    node.type === 'list'
      ? node.children.flatMap((item) => item.children.filter(isParagraph).slice(0, 1))
      : [],
  );
  const first = nodes.filter(isParagraph).find((node) => !isNote(wordsOfNode(node)));
  const citations =
    first && items.length === 0
      ? [first]
      : first && !wordsOfNode(first).endsWith(':')
        ? [first, ...items]
        : items;
  const remarks = nodes.filter(isParagraph).map(wordsOfNode).filter(isNote).join(' ');
  return citations.map((node, i) => ({
    ...source(i === 0 ? 'source' : `source-${i + 1}`, wordsOfNode(node), addressIn(node)),
    note: i === citations.length - 1 && remarks !== '' ? remarks : null,
  }));
}

const SOURCE_LABEL = new RegExp(`^(?:${anyOf(everyLine.sourceLabels)})\\s?[:：]\\s*`, 'iu');

/**
 * “Source: …” as one of the last lines of a brief without a Source section, with the address below
 * it.
 */
function lastLabelled(sections: readonly Section[]): readonly Source[] {
  const end = (sections.at(-1)?.nodes ?? []).filter(isParagraph).slice(-3);
  const at = end.findIndex((node) => SOURCE_LABEL.test(wordsOfNode(node)));
  if (at < 0) return [];
  const url =
    end
      .slice(at)
      .map(addressIn)
      .find((address) => address !== null) ?? null;
  return [source('source', wordsOfNode(end[at]!).replace(SOURCE_LABEL, ''), url)];
}

const isParagraph = (node: RootContent): node is Paragraph => node.type === 'paragraph';

const NOTE = new RegExp(`^(?:${anyOf(everyLine.noteLabels)})\\s?:`, 'iu');

/** A remark on the source, not its citation. */
export const isNote = (text: string): boolean => NOTE.test(text.slice(0, 40));

const source = (id: string, citation: string | null, url: string | null): Source => ({
  id,
  citation,
  url,
  archivedUrl: null,
  retrieved: null,
  rights: null,
  note: null,
  file: null,
  format: null,
  encoding: null,
  speakers: {},
});

function addressIn(node: Nodes): string | null {
  if (node.type === 'link') return /^https?:/iu.test(node.url) ? node.url : null;
  if (!('children' in node)) return null;
  for (const child of node.children) {
    const url = addressIn(child);
    if (url) return url;
  }
  return null;
}

/** Where the front matter, or the data of the brief, names this transcript. */
export function placeOfFile(file: VFile, name: string): Detail['place'] {
  const { written } = file.data;
  const text = String(file.value);
  if (!written) return placeOfName(frontMatterIn(text), name);
  const at = placeOfName(written.text, name);
  return at && pointAt(written.text, at.start);
}

const frontMatterIn = (text: string): string =>
  /^(---|\+\+\+)[ \t]*\r?\n[^]*?\n\1[ \t]*(?:\r?\n|$)/u.exec(text)?.[0] ?? '';

function placeOfName(front: string, name: string): Span | undefined {
  for (let start = front.indexOf(name); start >= 0; start = front.indexOf(name, start + 1))
    if (TRANSCRIPT_KEY.test(front.slice(Math.max(0, start - 40), start)))
      return { start, end: start + name.length };
  return undefined;
}

const TRANSCRIPT_KEY = /(?:^|[\s{,])["']?(?:transcript|file)["']?[ \t]*[:=][ \t]*["']?$/u;

/**
 * A transcript that the command line names stands in the place of those that the brief names: what
 * was asked for is what is checked.
 */
export const suppliedSources = (
  sources: readonly Source[],
  asked: string | null,
): readonly Source[] =>
  asked === null || sources.some(({ file }) => file === asked)
    ? sources
    : sources.map((one, i) =>
        i === 0 ? { ...one, file: asked, format: null, encoding: null } : { ...one, file: null },
      );

/**
 * Front matter wins; the first source takes citation and address from the text, and `transcript` if
 * it names no file.
 */
export function joinedSources(
  front: readonly Source[],
  text: readonly Source[],
  transcript: string | null,
): readonly Source[] {
  const sources = front.length > 0 ? [...front] : [...text];
  if (sources.length === 0 && transcript) sources.push(source('source', null, null));
  const [first, ...rest] = sources;
  if (!first) return [];
  const told = text[0];
  const alone = sources.length === 1 || sources.every(({ file }) => file === null);
  return [
    {
      ...first,
      citation: first.citation ?? told?.citation ?? null,
      url: first.url ?? told?.url ?? null,
      note: first.note ?? told?.note ?? null,
      file: first.file ?? (alone ? transcript : null),
    },
    ...rest,
  ];
}
