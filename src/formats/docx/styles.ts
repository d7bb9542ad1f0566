/** Styles and lists of the book, as the package takes them. */
import type { WordBlock, WordBook, WordList } from './model.ts';

const paragraphStyle = (
  id: string,
  name: string,
  more: object,
): { id: string; name: string; basedOn: string; quickFormat: true } => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  ...more,
});

/** A language as word processors name it: with its region. */
export function regionalTag(lang: string): string {
  const { language, region } = new Intl.Locale(lang).maximize();
  return region === undefined ? language : `${language}-${region}`;
}

/** @param lang BCP 47, of the book */
export const docxStyles = (lang: string) => ({
  default: {
    document: {
      run: {
        font: 'Georgia',
        size: 22,
        language: { value: lang, eastAsia: lang, bidirectional: lang },
      },
      paragraph: { spacing: { after: 120, line: 276 } },
    },
    title: { run: { size: 44, bold: true }, paragraph: { spacing: { after: 120 } } },
    ...Object.fromEntries(
      [34, 28, 25, 23, 22, 22].map((size, i) => [
        `heading${i + 1}`,
        {
          run: { size, bold: true },
          paragraph: { spacing: { before: 280, after: 100 }, keepNext: true },
        },
      ]),
    ),
  },
  paragraphStyles: [
    paragraphStyle('Subtitle', 'Subtitle', { run: { size: 26, italics: true } }),
    paragraphStyle('Quote', 'Quote', { paragraph: { indent: { left: 567, right: 567 } } }),
    paragraphStyle('Note', 'Note', {
      paragraph: {
        indent: { left: 284 },
        border: { left: { style: 'single' as const, size: 8, color: '888888', space: 8 } },
      },
    }),
    paragraphStyle('Caption', 'caption', { run: { size: 20, italics: true } }),
    paragraphStyle('Code', 'Code', {
      run: { font: 'Courier New', size: 19 },
      paragraph: { spacing: { line: 240 } },
    }),
    paragraphStyle('Endnote', 'endnote text', {
      run: { size: 19 },
      paragraph: { spacing: { after: 40, line: 240 } },
    }),
  ],
});

const docxLists = (blocks: readonly WordBlock[]): readonly WordList[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' && block.list ? [block.list] : []));

/** The name under which a list is numbered. */
export const listName = ({ number, ordered }: WordList): string =>
  `${ordered ? 'numbers' : 'bullets'}-${number}`;

/** Levels of a list. */
export const LIST_LEVELS = 9;

/** Every list is numbered by itself. */
export function numberingOf(book: WordBook) {
  const notes = [...book.footnotes, ...book.endnotes, ...book.comments].flatMap(
    ({ blocks }) => blocks,
  );
  const lists = new Map(
    docxLists([...book.blocks, ...notes]).map((list) => [listName(list), list]),
  );
  return [...lists].map(([reference, { ordered, start }]) => ({
    reference,
    levels: Array.from({ length: LIST_LEVELS }, (_, level) => ({
      level,
      start,
      format: ordered ? ('decimal' as const) : ('bullet' as const),
      text: ordered ? `%${level + 1}.` : '•',
      alignment: 'start' as const,
      style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 300 } } },
    })),
  }));
}
