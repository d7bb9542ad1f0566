/** The tags in reading order, as a screen reader meets them. */
import { inReadingOrder } from './bidi.ts';
import { stringAt, type Pdf } from './model.ts';
import { pageIndexes, pdfPages } from './pages.ts';
import { openedPdf, type PdfSource } from './parse.ts';
import { fromTextString } from './strings.ts';
import { readStructure } from './structure.ts';
import { runsByPage } from './text.ts';

/** A structure element with the text that it holds, as readers get it. */
export interface TagNode {
  readonly depth: number;
  readonly type: string;
  /** Text that the element itself holds; its children's text is theirs. */
  readonly text: string;
  readonly lang: string | null;
  readonly alt: string | null;
  /** Page of its first own content, from 0; null where it has none. */
  readonly page: number | null;
}

/**
 * Reads the structure tree with its text, depth first. PdfError where tree or content cannot be
 * read.
 */
export function readTags(source: PdfSource): readonly TagNode[] {
  const pdf = openedPdf(source);
  const indexes = pageIndexes(pdfPages(pdf));
  const texts = textByContent(pdf);
  return readStructure(pdf).map(({ dict, depth, type, kids }) => {
    const contents = kids.filter((kid) => 'mcid' in kid);
    return {
      depth,
      type,
      text: inReadingOrder(
        contents.map((kid) => texts.get(contentKey(kid.holder, kid.mcid)) ?? '').join(''),
      ),
      lang: attributeText(pdf, dict, 'Lang'),
      alt: attributeText(pdf, dict, 'Alt'),
      page: contents[0] ? (indexes.get(contents[0].page) ?? null) : null,
    };
  });
}

/** What a marked content is called in `textByContent`. */
export const contentKey = (holder: number, mcid: number): string => `${holder}/${mcid}`;

/** Text of every marked content of a document. PdfError where content cannot be read. */
export function textByContent(pdf: Pdf): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const runs of runsByPage(pdf)) {
    for (const { mcid, holder, text } of runs) {
      if (mcid !== null)
        texts.set(contentKey(holder, mcid), (texts.get(contentKey(holder, mcid)) ?? '') + text);
    }
  }
  return texts;
}

function attributeText(
  pdf: Pdf,
  holder: Parameters<typeof stringAt>[1],
  key: string,
): string | null {
  const bytes = stringAt(pdf, holder, key);
  return bytes === null ? null : fromTextString(bytes);
}
