/**
 * Formats of transcripts: one row each. A new format is one file beside this one and one row here.
 */
import { isSbv, isSrt, isWebVtt, readCues, readSbv, readWebVtt } from './captions.ts';
import type { ReadProblem, ReadTurns } from './draft.ts';
import { readHtml } from './html.ts';
import { readJson } from './json/index.ts';
import { scanJson } from './json/scan.ts';
import type { Names } from './labels.ts';
import { plainView } from './lines.ts';
import { readMarkdown } from './markdown.ts';
import { furnitureOf, asPrinted } from './pages.ts';
import { isRecords, readRecordLines } from './records.ts';
import { tableColumns, readTableTurns } from './table.ts';
import { readTextTurns } from './text.ts';
import { readXmlTurns } from './xml.ts';

/** A format of transcripts: how it is recognised, and how it is read. */
export interface TranscriptFormat {
  /** Name of the format, as front matter may give it. */
  readonly id: string;
  /** Endings of file names, lower case; in front matter they name the format as well. */
  readonly endings: readonly string[];
  /** Whether a text is of this format; `ending` is that of its name. */
  sniff(text: string, ending: string, names: Names): boolean;
  read(text: string, names: Names): ReadTurns | ReadProblem;
}

const HTML_BLOCK =
  /<(?:p|div|br|pre|table|blockquote|dl|ul|b|strong|cite|h[1-6])\b[^<>]{0,300}>/giu;
const MARKUP_ROOT =
  /^\s*(?:<\?xml\b|<(?:akomaNtoso|TEI|teiCorpus|tt|u|sp|turn|speech|debate|transcript)\b)/u;

/** In the order in which content is tried; the last row takes any text. */
export const FORMATS: readonly TranscriptFormat[] = [
  { id: 'webvtt', endings: ['vtt'], sniff: isWebVtt, read: readWebVtt },
  { id: 'srt', endings: ['subrip'], sniff: isSrt, read: readCues },
  { id: 'sbv', endings: [], sniff: isSbv, read: readSbv },
  { id: 'json', endings: ['jsonl', 'ndjson', 'otr'], sniff: isJson, read: readJson },
  {
    id: 'xml',
    endings: ['ttml', 'dfxp', 'tei', 'akn'],
    sniff: (text) => MARKUP_ROOT.test(text) && !/<html\b/iu.test(text.slice(0, 1000)),
    read: readXmlTurns,
  },
  { id: 'html', endings: ['htm', 'xhtml'], sniff: isHtml, read: readHtml },
  {
    id: 'table',
    endings: ['csv', 'tsv'],
    sniff: (text, _ending, names) => tableColumns(text, names) !== null,
    read: readTableTurns,
  },
  { id: 'records', endings: ['yaml', 'yml'], sniff: isRecords, read: readRecordLines },
  { id: 'markdown', endings: ['md'], sniff: isMarkdown, read: readMarkdown },
  {
    id: 'text',
    endings: ['txt', 'plain', 'labelled', 'log'],
    sniff: () => true,
    read: readPlainTranscript,
  },
];

function isJson(text: string): boolean {
  if (!/^\s*(?:\{\s*["}]|\[\s*[[{"\]])/u.test(text)) return false;
  return !('problem' in scanJson(text)) || /^\s*(?:\{\s*"[\w-]{1,40}"\s*:|\[\s*\{\s*")/u.test(text);
}

function isHtml(text: string): boolean {
  const head = text.slice(0, 100_000);
  return (
    /<!doctype html|<html\b|<body\b/iu.test(head.slice(0, 2000)) ||
    (head.match(HTML_BLOCK)?.length ?? 0) >= 2
  );
}

function isMarkdown(text: string, ending: string): boolean {
  if (/^(?:md|markdown)$/u.test(ending)) return true;
  const marked = text
    .slice(0, 200_000)
    .match(/^[^\S\n]*(?:[-*>]\s+)?(?:\*\*[^*\n]{1,80}\*\*|#{1,6} \p{L})/gmu);
  return (marked?.length ?? 0) > 1;
}

function readPlainTranscript(text: string, names: Names): ReadTurns {
  const printed = asPrinted(text);
  const furniture = furnitureOf(printed);
  return readTextTurns(
    plainView(text),
    printed.lines,
    (i) => (furniture.has(i) ? null : (printed.numbers.get(i)?.length ?? 0)),
    names,
  );
}
