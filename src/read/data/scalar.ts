/** Where the characters of a YAML or JSON scalar stand in the file. */

/**
 * One offset into `raw` for each UTF-16 unit of `value`, and a last one for its end. Letters are
 * exact; white space that YAML folds stands where the fold is (YAML 1.2.2, 6.5, 7.3, 8.1).
 * @param raw the scalar as it is written, its quotation marks or the head of its block included
 */
export function scalarOffsets(value: string, raw: string): Uint32Array {
  const offsets = new Uint32Array(value.length + 1);
  const style = raw[0] === '"' ? 'double' : raw[0] === "'" ? 'single' : 'plain';
  let at = style === 'plain' ? bodyStart(raw) : 1;
  for (let i = 0; i < value.length; ) {
    at = skipFolded(raw, at, value[i]!, style);
    const step = style === 'double' ? escapeAt(raw, at) : null;
    const units = step?.units ?? 1;
    offsets.fill(Math.min(at, raw.length), i, i + units);
    i += units;
    at += step?.length ?? (style === 'single' && raw.startsWith("''", at) ? 2 : 1);
  }
  offsets[value.length] = Math.min(at, raw.length);
  return offsets;
}

/** Behind the line of `|` or `>`, where the scalar is a block. */
const bodyStart = (raw: string): number => /^[|>][^\n]*\n/u.exec(raw)?.[0].length ?? 0;

type ScalarStyle = 'double' | 'single' | 'plain';

const ESCAPED_ENDS = /(?:\\\r?\n[ \t]*)+/uy;

/** Indentation, folded line ends and escaped ones have no character of their own. */
function skipFolded(raw: string, from: number, next: string, style: ScalarStyle): number {
  let at = from;
  if (style === 'double') {
    ESCAPED_ENDS.lastIndex = at;
    at += ESCAPED_ENDS.exec(raw)?.[0].length ?? 0;
  }
  if (isFoldable(next)) return at;
  while (at < raw.length && isFoldable(raw[at]!)) at++;
  return at;
}

const isFoldable = (char: string): boolean =>
  char === ' ' || char === '\n' || char === '\t' || char === '\r';

const HEX_ESCAPES: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** The escape that begins here: its length, and the units that it stands for. */
function escapeAt(
  raw: string,
  at: number,
): { readonly length: number; readonly units: number } | null {
  if (raw[at] !== '\\') return null;
  const digits = HEX_ESCAPES[raw[at + 1] ?? ''] ?? 0;
  const code = digits === 8 ? Number.parseInt(raw.slice(at + 2, at + 10), 16) : 0;
  return { length: 2 + digits, units: code > 0xffff ? 2 : 1 };
}
