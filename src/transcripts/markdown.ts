/**
 * Markdown as text: marks of emphasis, links, escapes and references are gone, bold beginnings and
 * headings are remembered.
 */
import type { ReadTurns } from './draft.ts';
import type { Names } from './labels.ts';
import { textLines, ViewWriter, type TextView } from './lines.ts';
import { decodeReference } from '../markup.ts';
import { readTextTurns } from './text.ts';

/** Reads Markdown as a printed transcript is read, emphasis counted. */
export function readMarkdown(text: string, names: Names): ReadTurns {
  const view = markdownView(text);
  const read = readTextTurns(view, textLines(view), () => 0, names);
  return { ...read, layout: `Markdown, ${read.layout}` };
}

/** Bounded pieces only: a link has at most so many characters. */
const MARKDOWN_TOKEN = new RegExp(
  [
    String.raw`(?<escape>\\[!-/:-@[-${'`'}{-~])`,
    String.raw`!?\[(?<link>[^[\]]{0,400})\]\((?:[^()\n]|\([^()\n]{0,200}\)){0,600}\)`,
    String.raw`(?<foot>\[\^[^\]\s]{1,40}\]:?)`,
    String.raw`(?<heading>(?<=^|\n) {0,3}#{1,6}(?:[ \t]+|(?=\n)))`,
    String.raw`(?<bold>\*\*|__)`,
    String.raw`(?<em>\*|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}]))`,
    String.raw`(?<code>${'`'}+)`,
    String.raw`(?<tag></?(?:b|strong|i|em|u|span|br|p|div|sup|sub|small|cite|time)\b[^<>\n]{0,200}>|<!--[^>]{0,400}-->)`,
    String.raw`(?<reference>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)`,
  ].join('|'),
  'gu',
);

const FRONT_MATTER_BLOCK = /^---\r?\n[\s\S]{0,20000}?\r?\n---[ \t]*(?:\r?\n|$)/u;

/** The text of Markdown without its signs, with a way back to every offset. */
export function markdownView(source: string): TextView {
  const writer = new ViewWriter();
  const front = FRONT_MATTER_BLOCK.exec(source);
  let at = front && /^[\w-]+\s*:/mu.test(front[0]) ? front[0].length : 0;
  let bold: number | null = null;
  let heading: number | null = null;
  const plain = (end: number): void => {
    while (at < end) {
      const feed = heading === null && bold === null ? -1 : source.slice(at, end).search(/\n/u);
      const to = feed < 0 ? end : at + feed;
      writer.add(source.slice(at, to), at);
      if (feed >= 0) {
        if (heading !== null) writer.mark(heading, 'heading');
        [heading, bold] = [null, null];
        writer.add('\n', to);
      }
      at = feed < 0 ? end : to + 1;
    }
  };
  MARKDOWN_TOKEN.lastIndex = 0;
  for (const match of source.slice(at).matchAll(MARKDOWN_TOKEN)) {
    const index = match.index + (front && /^[\w-]+\s*:/mu.test(front[0]) ? front[0].length : 0);
    if (index < at) continue;
    plain(index);
    const [raw] = match;
    const groups = match.groups!;
    at = index + raw.length;
    if (groups['escape']) writer.add(raw[1]!, index + 1);
    else if (groups['link'] !== undefined) {
      if (!raw.startsWith('!')) writer.add(groups['link'], index + 1);
    } else if (groups['heading']) heading = writer.length;
    else if (groups['bold'] || /^<\/?(?:b|strong|cite)\b/u.test(raw)) {
      if (bold === null) bold = writer.length;
      else {
        writer.mark(bold, 'bold');
        bold = null;
      }
    } else if (
      groups['em'] &&
      raw.startsWith('*') &&
      /^[ \t]/u.test(source.slice(at, at + 1)) &&
      /(?:^|\n)[ \t]*$/u.test(source.slice(Math.max(0, index - 12), index))
    ) {
      writer.add(raw, index);
    } else if (groups['reference']) writer.add(decodeReference(raw), index);
    else if (raw.startsWith('<br')) writer.add('\n', index);
  }
  plain(source.length);
  if (heading !== null) writer.mark(heading, 'heading');
  return writer.view();
}
