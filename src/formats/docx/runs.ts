/** Words in a line → runs, with the marks of notes among them. */
import type { Element, ElementContent } from 'hast';
import type { Asset } from '../../types.ts';
import type { LinkTarget, RunLook, WordBlock, WordNote, WordRun } from './model.ts';

/** What the notes of a book are made of, and what they become. */
export interface NoteTaker {
  readonly assets: readonly Asset[];
  /** Place of a quotation → what stands where its words begin and end. */
  quotationEdge(place: string, edge: 'start' | 'end'): readonly WordRun[];
  /** The number behind a place. */
  noteref(place: string, number: string, isInNote: boolean): readonly WordRun[];
  readonly footnotes: WordNote[];
  lists: number;
  /** Images of kinds that word processors don't show. */
  readonly unshown: string[];
}

/** What a chapter is walked with. */
export interface WordWalk {
  readonly taker: NoteTaker;
  /** Anchor of an author's note → its item. */
  readonly notes: ReadonlyMap<string, Element>;
  /** Author's notes that have a number already. */
  readonly numbered: Map<string, number>;
  readonly isInNote: boolean;
  /** The blocks of an author’s note. */
  noteBlocks(children: readonly ElementContent[], walk: WordWalk): readonly WordBlock[];
}

/** A property that is text. */
export const writtenProperty = (value: unknown): string => (typeof value === 'string' ? value : '');

const TAG_LOOKS: Readonly<Record<string, RunLook>> = {
  strong: { bold: true },
  b: { bold: true },
  em: { italic: true },
  i: { italic: true },
  cite: { italic: true },
  dfn: { italic: true },
  del: { strike: true },
  s: { strike: true },
  ins: { underline: true },
  u: { underline: true },
  code: { code: true },
  kbd: { code: true },
  samp: { code: true },
  sup: { raised: 'sup' },
  sub: { raised: 'sub' },
};

/** Runs of a line; white space is one space, as browsers show it. */
export function wordRuns(
  nodes: readonly ElementContent[],
  look: RunLook & { readonly to?: LinkTarget },
  walk: WordWalk,
): readonly WordRun[] {
  return nodes.flatMap((node): readonly WordRun[] => {
    if (node.type === 'text') {
      const words = node.value.replaceAll(/[ \t\r\n]+/gu, ' ');
      return words === '' ? [] : [{ kind: 'words', words, ...look }];
    }
    return node.type === 'element' ? elementRuns(node, look, walk) : [];
  });
}

function elementRuns(
  node: Element,
  look: RunLook & { readonly to?: LinkTarget },
  walk: WordWalk,
): readonly WordRun[] {
  const { tagName, properties, children } = node;
  const { taker } = walk;
  if (tagName === 'br') return [{ kind: 'break' }];
  if (tagName === 'img') return imageRuns(node, look, taker);
  if (tagName === 'noteref') {
    const [place, number] = [
      String(properties['place']),
      String(properties['shown'] ?? properties['number']),
    ];
    return [
      ...(walk.isInNote ? [] : taker.quotationEdge(place, 'end')),
      ...taker.noteref(place, number, walk.isInNote),
    ];
  }
  if (tagName === 'quotation') {
    const edge =
      properties['first'] === true && !walk.isInNote
        ? taker.quotationEdge(String(properties['place']), 'start')
        : [];
    const { lang } = properties;
    return [
      ...edge,
      ...wordRuns(children, { ...look, ...(typeof lang === 'string' && { lang }) }, walk),
    ];
  }
  if (tagName === 'a') return linkRuns(node, look, walk);
  return wordRuns(children, { ...look, ...TAG_LOOKS[tagName] }, walk);
}

function linkRuns(
  { properties, children }: Element,
  look: RunLook & { readonly to?: LinkTarget },
  walk: WordWalk,
): readonly WordRun[] {
  const href = writtenProperty(properties['href']);
  const id = href.startsWith('#') ? decodeURIComponent(href.slice(1)) : null;
  if (id === null) return wordRuns(children, { ...look, to: { url: href } }, walk);
  if (/^s\d+-fnref-/u.test(id)) return [];
  const note = walk.notes.get(id);
  if (!note || walk.isInNote) return wordRuns(children, { ...look, to: { anchor: id } }, walk);
  const known = walk.numbered.get(id);
  if (known !== undefined) return [{ kind: 'words', words: String(known), raised: 'sup' }];
  const number = walk.taker.footnotes.length + 1;
  walk.numbered.set(id, number);
  const entry = { id: number, blocks: [] as WordBlock[] };
  walk.taker.footnotes.push(entry);
  entry.blocks.push(...walk.noteBlocks(note.children, { ...walk, isInNote: true }));
  return [{ kind: 'footnote', id: number }];
}

const WORD_IMAGES: Readonly<Record<string, 'png' | 'jpg' | 'gif'>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
};

/** Images are no wider than the text, 600 pixels of 1/96 inch. */
const WIDEST_IMAGE = 600;

function imageRuns({ properties }: Element, look: RunLook, taker: NoteTaker): readonly WordRun[] {
  const alt = writtenProperty(properties['alt']);
  const asset = taker.assets.find(({ url }) => url === properties['src']);
  const type = asset && WORD_IMAGES[asset.mediaType];
  if (asset && type) {
    const scale = Math.min(1, WIDEST_IMAGE / asset.width);
    const [width, height] = [Math.round(asset.width * scale), Math.round(asset.height * scale)];
    return [
      {
        kind: 'image',
        type,
        bytes: asset.bytes,
        width: Math.max(1, width),
        height: Math.max(1, height),
        alt,
      },
    ];
  }
  if (asset) taker.unshown.push(asset.url);
  return alt === '' ? [] : [{ kind: 'words', words: `[${alt}]`, ...look, italic: true }];
}
