/**
 * The only module that knows htmlparser2: HTML and XML as events with places, references decoded.
 * Linear, without a tree.
 */
import { Parser } from 'htmlparser2';

/** What happens while markup is read; offsets point into the source. */
export interface MarkupEvents {
  open(name: string, attributes: Readonly<Record<string, string>>, at: number): void;
  close(name: string): void;
  /** Words that stand at an offset of the source; a reference is one event. */
  text(words: string, at: number, length: number): void;
}

/**
 * Reads a whole text; what is not well formed is read as a browser would. False where it is nested
 * too deep: the rest is unread.
 */
export function parseMarkup(source: string, xml: boolean, events: MarkupEvents): boolean {
  let depth = 0;
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (++depth > MOST_NESTED_TAGS) throw new TooDeep();
        events.open(name, attributes, parser.startIndex);
      },
      onclosetag: (name) => {
        depth--;
        events.close(name);
      },
      ontext: (words) =>
        events.text(words, parser.startIndex, parser.endIndex + 1 - parser.startIndex),
    },
    { xmlMode: xml, decodeEntities: true, lowerCaseTags: !xml },
  );
  try {
    parser.write(source);
    parser.end();
  } catch (error) {
    if (error instanceof TooDeep) return false;
    throw error;
  }
  return true;
}

/** Elements inside each other that are followed: the parser looks through all that are open. */
const MOST_NESTED_TAGS = 1000;
class TooDeep extends Error {}

const REFERENCE = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?/gu;
const decodedBefore = new Map<string, string>();

/**
 * A character reference of HTML (https://html.spec.whatwg.org/multipage/named-characters.html),
 * decoded; itself if it is none.
 */
export function decodeReference(reference: string): string {
  let words = decodedBefore.get(reference);
  if (words === undefined) {
    words = '';
    parseMarkup(reference, false, {
      open: () => {},
      close: () => {},
      text: (part) => (words += part),
    });
    if (decodedBefore.size < 5000) decodedBefore.set(reference, words);
  }
  return words;
}

/** Runs of a text between references, and the references decoded, with their offsets. */
export function* decodedRuns(text: string): Generator<readonly [words: string, at: number]> {
  let at = 0;
  if (text.includes('&')) {
    for (const { 0: reference, index } of text.matchAll(REFERENCE)) {
      const words = decodeReference(reference);
      if (words === reference) continue;
      if (index > at) yield [text.slice(at, index), at];
      yield [words, index];
      at = index + reference.length;
    }
  }
  if (at < text.length) yield [text.slice(at), at];
}
