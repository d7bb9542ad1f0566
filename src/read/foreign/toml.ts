/**
 * TOML front matter of Hugo and Zola → the same plain values as YAML: the one door to smol-toml.
 */
import { parse, TomlDate, TomlError } from 'smol-toml';
import { limits } from '../../limits.ts';
import type { Span } from '../../types.ts';
import type { Value, Yaml, YamlProblem } from '../../yaml.ts';

/**
 * Reads TOML 1.0. Every scalar is text, as in `readYaml`; hyphens in keys are read as underscores.
 * Never throws.
 */
export function readToml(text: string): {
  readonly yaml: Yaml | null;
  readonly problems: readonly YamlProblem[];
} {
  if (text.length > limits.yaml.characters)
    return refused(
      `The front matter has ${text.length} characters; it may have ${limits.yaml.characters}`,
      0,
    );
  if (depthOf(text) > limits.yaml.depth)
    return refused(`The front matter is nested more than ${limits.yaml.depth} levels deep`, 0);
  try {
    const places = placesIn(text);
    return {
      yaml: { value: tomlValue(parse(text.replaceAll('\r\n', '\n'))), places },
      problems: [],
    };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const lines = text.split('\n').slice(0, error.line - 1);
    const says = error.message
      .split('\n', 1)[0]!
      .replace(/^Invalid TOML document: /u, 'Invalid TOML: ');
    return refused(says, lines.join('\n').length + (lines.length > 0 ? 1 : 0) + error.column - 1);
  }
}

const refused = (
  says: string,
  at: number,
): { readonly yaml: null; readonly problems: readonly YamlProblem[] } => ({
  yaml: null,
  problems: [{ says, at: { start: at, end: at } }],
});

/** Brackets that are open at once, at most: an upper bound, since strings are not looked into. */
function depthOf(text: string): number {
  let [open, most] = [0, 0];
  for (const char of text) {
    if (char === '[' || char === '{') most = Math.max(most, ++open);
    else if (char === ']' || char === '}') open--;
  }
  return most;
}

function tomlValue(value: unknown): Value {
  if (Array.isArray(value)) return value.map(tomlValue);
  if (value instanceof TomlDate) return value.toISOString();
  if (typeof value !== 'object' || value === null) return String(value);
  const map = Object.create(null) as { [key: string]: Value };
  for (const [key, inner] of Object.entries(value))
    map[key.replaceAll('-', '_')] = tomlValue(inner);
  return map;
}

const KEY = /^[ \t]*(?:\[\[?[ \t]*)?["']?([A-Za-z0-9_-]{1,100})["']?[ \t]*(?:=|\.|\])/u;

/**
 * Where keys of the first level stand: the parser does not tell. A line of a long string may be
 * taken for one.
 */
function placesIn(text: string): ReadonlyMap<string, Span> {
  const places = new Map<string, Span>([['', { start: 0, end: 0 }]]);
  let at = 0;
  for (const line of text.split('\n')) {
    const found = KEY.exec(line);
    const start = at + line.length - line.trimStart().length;
    const pointer = `/${found?.[1]?.replaceAll('-', '_') ?? ''}`;
    if (found && !places.has(pointer)) {
      const equals = line.indexOf('=');
      const value =
        equals < 0 ? start : at + equals + 1 + /^[ \t]*/u.exec(line.slice(equals + 1))![0].length;
      places.set(`${pointer}#`, { start, end: start });
      places.set(pointer, { start: value, end: value });
    }
    at += line.length + 1;
  }
  return places;
}
