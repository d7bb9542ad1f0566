/** The text of a brief → tree. */
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { LineReading, Span } from '../types.ts';
import { flag } from '../rules/flag.ts';
import { withoutChat } from './chat.ts';
import { placeHeadings, type DataBrief } from './data/index.ts';
import { readDraftShapes } from './drafts.ts';
import { parseForeign } from './foreign/index.ts';
import { guard } from './guard.ts';
import { isPlainBrief, readPlainBrief } from './plain.ts';

/** Text, and what is known of the file that it stands in. */
export interface BriefText {
  readonly text: string;
  /** Path as messages show it. */
  readonly shown: string;
  /** Ending of its name with the dot; empty where it has none. */
  readonly extension: string;
  /** Of a brief that is data: what it was made into. */
  readonly data: DataBrief | null;
}

interface Parsed {
  readonly tree: Root;
  /** How each line was understood; null for Markdown. */
  readonly readings: readonly LineReading[] | null;
  readonly comments: readonly Span[];
}

/**
 * Plain text needs no guard: it is read line by line. @param aside hears about markup that is not
 * printed
 */
export function parseBriefText(input: BriefText, file: VFile, aside = file): Parsed | null {
  const { text, extension, data } = input;
  if (!data && isPlainBrief(text, extension)) return plainParsed(text, aside);
  if (!guard(text, file)) return null;
  const parsed = parsedMarkdown(text, aside);
  if (data) placeHeadings(parsed.tree, data.headings, file);
  return { ...parsed, readings: null };
}

function plainParsed(text: string, file: VFile): Parsed {
  const { tree, readings, left } = readPlainBrief(text);
  for (const [what, parts] of Map.groupBy(left, (part) => part.what)) {
    const [first, last] = [parts[0]!, parts.at(-1)!];
    const words = parts.map(({ start, end }) => text.slice(start, end)).join(' · ');
    tellLeft(what, { start: first.start, end: last.end }, words, file);
  }
  return { tree, readings, comments: left };
}

/** Words that are in no edition are told, all of them. */
const tellLeft = (what: string, place: Span, words: string, file: VFile): void =>
  flag(
    file,
    'markup-foreign',
    `The ${what} is left out: ${words.replaceAll(/\s+/gu, ' ').trim()}`,
    {
      place,
    },
  );

/** Markdown as anybody writes it. @param file hears what is left out */
export function parsedMarkdown(text: string, file: VFile): ReturnType<typeof parseForeign> {
  const parsed = parseForeign(text, file);
  for (const span of withoutChat(parsed.tree))
    tellLeft('remark of an assistant', span, text.slice(span.start, span.end), file);
  readDraftShapes(parsed.tree, text);
  return parsed;
}
