/**
 * The only module that knows htmlparser2: HTML and XML as events with places, references decoded.
 * Linear, without a tree.
 */
import { Parser } from 'htmlparser2';

export interface MarkupEvents {
  open(name: string, attributes: Readonly<Record<string, string>>, at: number): void;
  /** @param isWritten false where nothing in the source closes the element */
  close(name: string, at: number, isWritten: boolean): void;
  /** Words that stand at an offset of the source; a reference is one event. */
  text(words: string, at: number, length: number): void;
}

/**
 * Reads a whole text; what is not well formed is read as a browser would. False where it is nested
 * too deep: the rest is unread.
 */
export function parseMarkup(source: string, xml: boolean, events: MarkupEvents): boolean {
  const reader = openMarkup(xml, events);
  return reader.write(source, 0) && reader.end();
}

/** A reader that is given its source in pieces. */
export interface MarkupReader {
  /**
   * Reads on. What is open stays open; places in the events count from `from` for this piece.
   * @returns false where it is nested too deep: this and what follows is unread
   */
  write(source: string, from: number): boolean;
  end(): boolean;
}

/** Opens a reader; `parseMarkup` for a source in pieces. */
export function openMarkup(xml: boolean, events: MarkupEvents): MarkupReader {
  let depth = 0;
  /** Offset in the source of what the parser calls 0. */
  let base = 0;
  let written = 0;
  const onopentag = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (++depth > DEEPEST) throw new TooDeep();
    events.open(name, attributes, base + parser.startIndex);
  };
  const onclosetag = (name: string, isImplied: boolean): void => {
    depth--;
    events.close(name, base + parser.endIndex + 1, !isImplied);
  };
  const ontext = (words: string): void =>
    events.text(words, base + parser.startIndex, parser.endIndex + 1 - parser.startIndex);
  const parser: Parser = new Parser(
    { onopentag, onclosetag, ontext },
    { xmlMode: xml, decodeEntities: true, lowerCaseTags: !xml },
  );
  return {
    write: (source, from) => {
      base = from - written;
      written += source.length;
      return isShallow(() => parser.write(source));
    },
    end: () => isShallow(() => parser.end()),
  };
}

/** Does one step of reading; false where the elements are nested too deeply. */
function isShallow(step: () => void): boolean {
  try {
    step();
    return true;
  } catch (error) {
    if (error instanceof TooDeep) return false;
    throw error;
  }
}
/** Elements inside each other that are followed: the parser looks through all that are open. */
const DEEPEST = 1000;
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
