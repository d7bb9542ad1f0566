/**
 * A book in Office Open XML (ECMA-376): the one door to the `docx` package. The same book gives the
 * same bytes: what the package takes from the clock, from chance and from the order of its work is
 * set anew.
 */
import { deflateRawSync } from 'node:zlib';
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  EndnoteReferenceRun,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type ParagraphChild,
} from 'docx';
import { writeInOrder } from '../../zip/write.ts';
import { LIST_LEVELS, listName, numberingOf, regionalTag, docxStyles } from './styles.ts';
import { settledParts, unpackedParts } from './settle.ts';
import type { LinkTarget, WordBlock, WordBook, WordNote, WordRun } from './model.ts';

type WordsRun = Extract<WordRun, { kind: 'words' }>;

/** What stands for an unknown date: the first day of ZIP. */
const UNKNOWN_DATE = '1980-01-01T00:00:00Z';

/** The bytes of the book. */
export async function packWord(book: WordBook): Promise<Uint8Array> {
  const made = await Packer.toBuffer(new Document(documentOptions(book)));
  const parts = await unpackedParts(made);
  const marks = new Map(
    [...book.blocks].flatMap((block) =>
      runsOfBlock(block).flatMap((run) =>
        run.kind === 'endnote' && run.mark !== null ? [[run.id, run.mark] as const] : [],
      ),
    ),
  );
  const settled = settledParts(parts, book.modified ?? UNKNOWN_DATE, marks);
  return writeInOrder(
    settled.map(([path, bytes]) => ({
      path,
      bytes,
      deflated: deflateRawSync(bytes, { level: 9 }),
    })),
    null,
  );
}

const runsOfBlock = (block: WordBlock): readonly WordRun[] =>
  block.kind === 'paragraph'
    ? block.runs
    : block.kind === 'table'
      ? block.rows.flatMap((row) => row.flatMap(({ runs }) => runs))
      : [];

function documentOptions(book: WordBook): ConstructorParameters<typeof Document>[0] {
  const { lang, dir } = book;
  const page = [new TextRun({ children: [PageNumber.CURRENT] })];
  return {
    title: book.title,
    creator: book.authors.join(', ') || book.program,
    lastModifiedBy: book.program,
    ...(book.description !== null && { description: book.description }),
    ...(book.keywords.length > 0 && { keywords: book.keywords.join(', ') }),
    styles: docxStyles(regionalTag(lang)),
    numbering: { config: numberingOf(book) },
    footnotes: notesIn(book.footnotes, book),
    endnotes: notesIn(book.endnotes, book),
    comments: {
      children: book.comments.map(({ id, blocks }) => ({
        id,
        author: book.program,
        initials: 'bp',
        date: new Date(book.modified ?? UNKNOWN_DATE),
        children: blocks.flatMap((block) => docxParagraphs(block, book)),
      })),
    },
    sections: [
      {
        properties: { endnoteProperties: { numberFormat: { type: 'decimal' } } },
        headers: {
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.END,
                bidirectional: dir === 'rtl',
                children: [new TextRun({ text: book.head, size: 18 })],
              }),
            ],
          }),
        },
        footers: {
          default: new Footer({
            children: [new Paragraph({ alignment: AlignmentType.CENTER, children: page })],
          }),
        },
        children: book.blocks.flatMap((block) =>
          block.kind === 'table'
            ? [packedTable(block, book), new Paragraph({})]
            : docxParagraphs(block, book),
        ),
      },
    ],
  };
}

const notesIn = (
  notes: readonly WordNote[],
  book: WordBook,
): Record<string, { children: Paragraph[] }> =>
  Object.fromEntries(
    notes.map(({ id, blocks }) => [
      id,
      { children: blocks.flatMap((block) => docxParagraphs(block, book)) },
    ]),
  );

function docxParagraphs(block: WordBlock, book: WordBook): Paragraph[] {
  const bidirectional = book.dir === 'rtl';
  if (block.kind === 'rule')
    return [
      new Paragraph({
        bidirectional,
        border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '888888', space: 1 } },
      }),
    ];
  if (block.kind === 'table')
    return block.rows.map(
      (row) =>
        new Paragraph({
          bidirectional,
          children: row.flatMap(({ runs }, i) => [
            ...(i > 0 ? [new TextRun('\t')] : []),
            ...packedRuns(runs, book),
          ]),
        }),
    );
  const { style, list, runs } = block;
  const level = list && Math.min(list.level, LIST_LEVELS - 1);
  return [
    new Paragraph({
      bidirectional,
      ...styleOf(style),
      ...(list &&
        level !== undefined &&
        (list.marked
          ? { numbering: { reference: listName(list), level } }
          : { indent: { left: 360 * (level + 1) } })),
      children: packedRuns(runs, book),
    }),
  ];
}

const HEADING_LEVELS = {
  Title: HeadingLevel.TITLE,
  Heading1: HeadingLevel.HEADING_1,
  Heading2: HeadingLevel.HEADING_2,
  Heading3: HeadingLevel.HEADING_3,
  Heading4: HeadingLevel.HEADING_4,
  Heading5: HeadingLevel.HEADING_5,
  Heading6: HeadingLevel.HEADING_6,
} as const;

const styleOf = (style: Extract<WordBlock, { kind: 'paragraph' }>['style']) =>
  Object.hasOwn(HEADING_LEVELS, style)
    ? { heading: HEADING_LEVELS[style as keyof typeof HEADING_LEVELS] }
    : style === 'Body'
      ? {}
      : { style };

function packedTable({ rows }: Extract<WordBlock, { kind: 'table' }>, book: WordBook): Table {
  const width = Math.max(1, ...rows.map((row) => row.length));
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    visuallyRightToLeft: book.dir === 'rtl',
    rows: rows.map(
      (row, i) =>
        new TableRow({
          tableHeader: i === 0,
          cantSplit: true,
          children: Array.from(
            { length: width },
            (_, k) => row[k] ?? { runs: [], right: false },
          ).map(
            ({ runs, right }) =>
              new TableCell({
                children: [
                  new Paragraph({
                    bidirectional: book.dir === 'rtl',
                    ...(right && { alignment: AlignmentType.END }),
                    children: packedRuns(runs, book),
                  }),
                ],
              }),
          ),
        }),
    ),
  });
}

const packedRuns = (runs: readonly WordRun[], book: WordBook): ParagraphChild[] =>
  runs.flatMap((run): ParagraphChild[] => {
    if (run.kind === 'words') return [linked(textRun(run, book), run.to)];
    if (run.kind === 'break') return [new TextRun({ break: 1 })];
    if (run.kind === 'footnote') return [new FootnoteReferenceRun(run.id)];
    if (run.kind === 'endnote') return [new EndnoteReferenceRun(run.id)];
    if (run.kind === 'anchor') return [new Bookmark({ id: anchorName(run.name), children: [] })];
    if (run.kind === 'image') return [packedImage(run)];
    return run.edge === 'start'
      ? [new CommentRangeStart(run.id)]
      : [new CommentRangeEnd(run.id), new TextRun({ children: [new CommentReference(run.id)] })];
  });

const packedImage = ({
  type,
  bytes: data,
  width,
  height,
  alt,
}: Extract<WordRun, { kind: 'image' }>): ImageRun =>
  new ImageRun({
    type,
    data,
    transformation: { width, height },
    altText: { name: alt.slice(0, 60) || 'image', title: alt, description: alt },
  });

/** Names of bookmarks have 40 letters at most (ECMA-376, 17.13.6.2). */
const anchorName = (id: string): string => id.replaceAll(/[^A-Za-z0-9_]/gu, '_').slice(0, 40);

const linked = (run: TextRun, to: LinkTarget | undefined): ParagraphChild =>
  to === undefined
    ? run
    : 'url' in to
      ? new ExternalHyperlink({ link: to.url, children: [run] })
      : new InternalHyperlink({ anchor: anchorName(to.anchor), children: [run] });

const wordLanguage = (lang: string) => {
  const tag = regionalTag(lang);
  return { value: tag, eastAsia: tag, bidirectional: tag };
};

const textRun = (
  { words, bold, italic, strike, underline, code, raised, lang, to }: WordsRun,
  { dir }: WordBook,
): TextRun =>
  new TextRun({
    text: words,
    ...(bold && { bold }),
    ...(italic && { italics: true }),
    ...(strike && { strike }),
    ...(underline && { underline: {} }),
    ...(code && { font: 'Courier New', noProof: true }),
    ...(raised === 'sup' && { superScript: true }),
    ...(raised === 'sub' && { subScript: true }),
    ...(lang !== undefined && { language: wordLanguage(lang) }),
    ...(to && 'url' in to && { color: '1F4E79', underline: {} }),
    ...(dir === 'rtl' && { rightToLeft: true }),
  });
