/**
 * JSON from strangers: bounded before it is parsed, and in one spelling, so that no two programs
 * can read two things in it.
 */

export interface JsonLimits {
  /** Of the file. */
  readonly bytes: number;
  /** Brackets inside of each other. */
  readonly depth: number;
  /** Commas, colons and opening brackets: no more values than that are made. */
  readonly values: number;
}

/** Why a text is not read. */
export class JsonError extends Error {}

/**
 * The value in UTF-8 bytes. JsonError where it is over a limit, is no JSON, or is not spelt as
 * JSON.stringify spells it (white space left out): a key that stands twice is one thing to one
 * program and another to the next.
 */
export function parseJson(bytes: Uint8Array, limits: JsonLimits): unknown {
  if (bytes.length > limits.bytes) throw new JsonError(`is larger than ${limits.bytes} bytes`);
  const text = decodedJson(bytes);
  const squeezed = squeeze(text, limits);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new JsonError('is not JSON');
  }
  if (JSON.stringify(value) !== squeezed)
    throw new JsonError('has a key twice, or spells a value in another way than briefpress does');
  return value;
}

function decodedJson(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new JsonError('is not UTF-8');
  }
}

/** The text without the white space between its values; counted on the way. Linear. */
function squeeze(text: string, { depth, values }: JsonLimits): string {
  const kept: string[] = [];
  let [from, open, count] = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === '"') at = endOfString(text, at);
    else if (isJsonSpace(character)) {
      kept.push(text.slice(from, at));
      from = at + 1;
    } else if ('[{,:'.includes(character) && ++count > values)
      throw new JsonError(`holds more than ${values} values`);
    if ('[{'.includes(character) && ++open > depth)
      throw new JsonError(`is nested deeper than ${depth} levels`);
    if (']}'.includes(character)) open--;
  }
  return kept.join('') + text.slice(from);
}

const isJsonSpace = (character: string): boolean =>
  character === ' ' || character === '\n' || character === '\r' || character === '\t';

/** Index of the closing quotation mark, or the last of the text. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let back = at;
    while (text[back - 1] === '\\') back--;
    if ((at - back) % 2 === 0) return at;
  }
  return text.length - 1;
}
