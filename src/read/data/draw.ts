/** The values of a data file → the Markdown that they stand for. */
import { labelsFor } from '../../languages/index.ts';
import type { SectionRole, WrittenText } from '../../types.ts';
import type { Value, Yaml } from '../../yaml.ts';
import {
  attributeWords,
  itemWords,
  joinedData,
  lineWords,
  unmarkedWords,
  respelled,
  trimmedPiece,
  type DataPiece,
} from './pieces.ts';
import { scalarOffsets } from './scalar.ts';

/** A heading that the data file gives to a section. */
export interface DrawnHeading {
  /** Offset of its first letter in the text. */
  readonly at: number;
  readonly words: string;
  readonly role: SectionRole | null;
  /** Levels below the title; a book has five. */
  readonly depth: number;
}

/** Markdown with the way back to the data file. */
export interface DrawnBrief {
  readonly text: string;
  readonly written: WrittenText;
  readonly headings: readonly DrawnHeading[];
}

interface Drawing {
  readonly file: string;
  readonly places: Yaml['places'];
  readonly pieces: DataPiece[];
  readonly headings: DrawnHeading[];
  length: number;
}

type DataFields = { readonly [key: string]: Value };

const DEEPEST_HEADING = 6;

/**
 * Title, then sections, context, questions and quotations in the order of their keys. Values of
 * another form than the schema asks for are passed over: who checks them, tells.
 */
export function drawnBrief({ value, places }: Yaml, file: string): DrawnBrief {
  const drawing: Drawing = { file, places, pieces: [], headings: [], length: 0 };
  const fields = dataFields(value);
  const labels = labelsFor(dataText(fields['lang']) ?? 'en');
  drawHeading(
    drawing,
    unmarkedWords(lineWords(scalarPiece(drawing, '/title', dataText(fields['title'])))),
    1,
    null,
  );
  for (const [key, part] of Object.entries(fields)) {
    const label = (words: string, role: SectionRole): void =>
      drawHeading(drawing, [words, keyPlace(drawing, `/${key}`)], 2, role);
    if (key === 'sections') drawSections(drawing, part, '/sections', 2);
    if (key === 'quotations' && dataItems(part).length > 0)
      label(labels['data.quotations'], 'body');
    if (key === 'quotations') drawQuotations(drawing, part, '/quotations');
    if ((key === 'context' || key === 'questions') && part !== null) {
      label(labels[`data.${key}`], key);
      drawParagraphs(drawing, part, `/${key}`, key === 'questions');
    }
  }
  const { text, written } = joinedData(drawing.pieces, file);
  return { text, written, headings: drawing.headings };
}

const dataFields = (value: Value | undefined): DataFields =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {};
const dataItems = (value: Value | undefined): readonly Value[] =>
  Array.isArray(value) ? value : [];
const dataText = (value: Value | undefined): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null;

const keyPlace = ({ places }: Drawing, pointer: string): number =>
  (places.get(`${pointer}#`) ?? places.get(pointer))?.start ?? 0;

/** The words at a pointer, letter by letter where they stand. */
function scalarPiece({ file, places }: Drawing, pointer: string, words: string | null): DataPiece {
  const span = places.get(pointer);
  if (words === null || !span) return [words ?? '', span?.start ?? 0];
  const raw = file.slice(span.start, span.end);
  const offsets = scalarOffsets(words, raw).map((offset) => offset + span.start);
  const whole = trimmedPiece([words, offsets]);
  // What is left of a blank line where lines are folded (YAML 1.2.2, 8.1.3) ends a paragraph.
  return raw.startsWith('>') ? respelled(whole, (char) => (char === '\n' ? '\n\n' : char)) : whole;
}

function putPieces(drawing: Drawing, ...pieces: readonly DataPiece[]): void {
  for (const one of pieces) {
    drawing.pieces.push(one);
    drawing.length += one[0].length;
  }
}

function drawHeading(drawing: Drawing, words: DataPiece, depth: number, role: SectionRole | null) {
  const at = pieceStart(words);
  putPieces(drawing, [`${'#'.repeat(Math.min(depth, DEEPEST_HEADING))} `, at]);
  if (depth > 1) drawing.headings.push({ at: drawing.length, words: words[0], role, depth });
  putPieces(drawing, words, ['\n\n', at]);
}

const pieceStart = ([, at]: DataPiece): number => (typeof at === 'number' ? at : (at[0] ?? 0));

function drawSections(drawing: Drawing, value: Value, pointer: string, depth: number): void {
  for (const [i, item] of dataItems(value).entries()) {
    const section = dataFields(item);
    const at = `${pointer}/${i}`;
    const heading = dataText(section['heading']);
    if (heading !== null)
      drawHeading(
        drawing,
        lineWords(scalarPiece(drawing, `${at}/heading`, heading)),
        depth,
        dataText(section['role']) as SectionRole | null,
      );
    drawBlock(drawing, scalarPiece(drawing, `${at}/text`, dataText(section['text'])));
    drawQuotations(drawing, section['quotations'], `${at}/quotations`);
    drawSections(
      drawing,
      section['sections'] ?? null,
      `${at}/sections`,
      depth + (heading === null ? 0 : 1),
    );
  }
}

function drawBlock(drawing: Drawing, words: DataPiece): void {
  if (words[0] !== '') putPieces(drawing, words, ['\n\n', pieceStart(words)]);
}

function drawParagraphs(drawing: Drawing, value: Value, pointer: string, isList: boolean): void {
  if (!Array.isArray(value))
    return drawBlock(drawing, scalarPiece(drawing, pointer, dataText(value)));
  for (const [i, item] of value.entries()) {
    const words = scalarPiece(drawing, `${pointer}/${i}`, dataText(item));
    if (words[0] === '') continue;
    if (isList)
      putPieces(drawing, ['- ', pieceStart(words)], itemWords(words), ['\n', pieceStart(words)]);
    else drawBlock(drawing, words);
  }
  if (isList) putPieces(drawing, ['\n', keyPlace(drawing, pointer)]);
}

/** Our key of a quotation → its attribute (quotes/overrides.ts). */
const ATTRIBUTES = [
  ['speaker', 'by'],
  ['source', 'src'],
  ['locator', 'at'],
  ['id', 'id'],
  ['verify', 'verify'],
] as const;

function drawQuotations(drawing: Drawing, value: Value | undefined, pointer: string): void {
  for (const [i, item] of dataItems(value).entries()) {
    const quotation = dataFields(item);
    const at = `${pointer}/${i}`;
    const words = dataText(quotation['words']);
    if (words === null) continue;
    const start = keyPlace(drawing, `${at}/words`);
    const said = ATTRIBUTES.flatMap(([key, name]): DataPiece[] => {
      const given = dataText(quotation[key]);
      if (given === null) return [];
      return [
        [`${name}="`, start],
        attributeWords(scalarPiece(drawing, `${at}/${key}`, given)),
        ['" ', start],
      ];
    });
    putPieces(drawing, [':::quote{', start], ...said, ['}\n', start]);
    putPieces(drawing, unmarkedWords(scalarPiece(drawing, `${at}/words`, words)), [
      '\n:::\n\n',
      start,
    ]);
    drawBlock(drawing, scalarPiece(drawing, `${at}/note`, dataText(quotation['note'])));
  }
}
