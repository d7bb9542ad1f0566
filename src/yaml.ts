/**
 * YAML → plain values with a place for each: the one door to the `yaml` package, with everything
 * dangerous closed.
 */
import { limits } from './limits.ts';
import {
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  parseDocument,
  Parser,
  stringify,
  type Node,
  type Pair,
  type YAMLError,
  visit,
} from 'yaml';
import type { Span } from './types.ts';

/**
 * Strings, lists and maps; every plain scalar is the text that was written, `~`, `null` and nothing
 * are null.
 */
export type Value = string | null | Value[] | { [key: string]: Value };

/** A problem with the place in the YAML text. */
export interface YamlProblem {
  readonly says: string;
  readonly at: Span;
}

/** A YAML document with the places of its values. */
export interface Yaml {
  readonly value: Value;
  /** Place of each value and of each key, by JSON pointer (RFC 6901); keys carry a `#` behind. */
  readonly places: ReadonlyMap<string, Span>;
}

/** What YAML has and is not read here. */
function refusedNodes(document: ReturnType<typeof parseDocument>): readonly YamlProblem[] {
  const problems: YamlProblem[] = [];
  const refuse = (says: string, node: Node | null): void =>
    void problems.push({ says, at: yamlSpan(node) });
  visit(document, {
    Alias: (_, node) => refuse('Aliases (*) are not read', node),
    Node: (_, node) =>
      PLAIN_TAGS.has(node.tag ?? '') ? undefined : refuse(`The tag ${node.tag} is not read`, node),
    Pair: (_, pair) =>
      isScalar(pair.key) ? undefined : refuse('A key must be a word', pair.key as Node | null),
  });
  return problems;
}

/** What is read at most: characters, levels, tokens of the lexer. */
type YamlLimits = Readonly<Record<keyof typeof limits.yaml, number>>;

/** Reads one YAML 1.2 document; no aliases, tags, merge keys or duplicate keys. Never throws. */
export function readYaml(
  text: string,
  most: YamlLimits = limits.yaml,
): {
  readonly yaml: Yaml | null;
  readonly problems: readonly YamlProblem[];
} {
  const excess = tooMuch(text, most);
  if (excess) return { yaml: null, problems: [{ says: excess, at: { start: 0, end: 0 } }] };
  const document = parseDocument(text, YAML_OPTIONS);
  const told = [...document.errors, ...document.warnings].map(yamlProblem);
  const problems = told.length > 0 ? told : refusedNodes(document);
  if (problems.length > 0)
    return { yaml: null, problems: problems.toSorted((a, b) => a.at.start - b.at.start) };
  const places = new Map<string, Span>();
  return { yaml: { value: valueOf(document.contents, '', places), places }, problems };
}

const PLAIN_TAGS = new Set([
  '',
  '!',
  ...['str', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`),
]);

const firstSentence = (message: string): string =>
  message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/u, '');

const yamlSpan = (node: Node | null | undefined): Span => ({
  start: node?.range?.[0] ?? 0,
  end: node?.range?.[1] ?? 0,
});

/** Counts on the lexer's tokens, which come one by one, before anything recursive runs. */
function tooMuch(text: string, most: YamlLimits): string | null {
  if (text.length > most.characters)
    return `The YAML has ${text.length} characters; it may have ${most.characters}`;
  let tokens = 0;
  let flow = 0;
  let compact = 0;
  for (const token of new Lexer().lex(text)) {
    if (++tokens > most.tokens) return `The YAML has more than ${most.tokens} tokens`;
    if (token === '[' || token === '{') flow++;
    else if (token === ']' || token === '}') flow--;
    compact =
      token === '\n' || token === '\r\n'
        ? 0
        : flow === 0 && (token === '-' || token === '?' || token === ':')
          ? compact + 1
          : compact;
    const indent = /^ +$/u.test(token) ? token.length : 0;
    if (flow + compact + indent > most.depth * 2 || flow > most.depth)
      return `The YAML is nested more than ${most.depth} levels deep`;
  }
  return null;
}

const isNull = (node: { readonly value: unknown; readonly type?: string }): boolean =>
  node.type === 'PLAIN' && (node.value === '' || node.value === '~' || node.value === 'null');

function valueOf(node: unknown, pointer: string, places: Map<string, Span>): Value {
  if (!places.has(pointer)) places.set(pointer, yamlSpan(node as Node | null));
  if (isMap(node)) return mapOf(node.items, pointer, places);
  if (isSeq(node)) return node.items.map((item, i) => valueOf(item, `${pointer}/${i}`, places));
  if (!isScalar(node) || isNull(node)) return null;
  return String(node.value);
}

/**
 * A map without prototype, so that `__proto__` is a key like any other. Hyphens in keys are read as
 * underscores.
 */
function mapOf(
  items: readonly Pair[],
  pointer: string,
  places: Map<string, Span>,
): { [key: string]: Value } {
  const map = Object.create(null) as { [key: string]: Value };
  for (const pair of items) {
    if (!isPair(pair) || !isScalar(pair.key)) continue;
    const key = String(pair.key.value).replaceAll('-', '_');
    const at = `${pointer}/${escapedPointer(key)}`;
    places.set(`${at}#`, yamlSpan(pair.key));
    if (pair.value === null) places.set(at, yamlSpan(pair.key));
    map[key] = valueOf(pair.value, at, places);
  }
  return map;
}

/** Plain values as YAML that `readYaml` reads as the same text. */
export const writeYaml = (value: object): string =>
  stringify(value, { lineWidth: 0, version: '1.2' });

/**
 * A list with some entries taken out and others (`added`, YAML of a list, unindented) put at its
 * end. What stays, comments included, stays letter by letter; only a list in brackets is rewritten,
 * one entry below the other.
 */
export function editedList(
  text: string,
  isKept: (index: number) => boolean,
  added: string,
): string {
  const document = parseDocument(text);
  if (isSeq(document.contents) && document.contents.flow) {
    const { contents } = document;
    const items = contents.items.filter((_, i) => isKept(i));
    Object.assign(contents, { items, flow: false });
    return (items.length > 0 ? String(document) : '') + added;
  }
  const { spans, indent } = yamlItems(text);
  const rest = spans
    .filter((_, i) => !isKept(i))
    .reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  return (
    (rest === '' || rest.endsWith('\n') ? rest : `${rest}\n`) +
    added.replaceAll(/^(?=.)/gmu, ' '.repeat(indent))
  );
}

/** Where each entry of a block list stands: from its line to the comments of the next. */
function yamlItems(text: string): { readonly spans: readonly Span[]; readonly indent: number } {
  const document = [...new Parser().parse(text)].find((token) => token.type === 'document');
  if (document?.value?.type !== 'block-seq') return { spans: [], indent: 0 };
  const { items, indent } = document.value;
  const after = document.end?.[0]?.offset ?? text.length;
  const spans = items.map(({ start }, i) => ({
    start: text.lastIndexOf('\n', start.find(({ type }) => type === 'seq-item-ind')?.offset) + 1,
    end: items[i + 1]?.start[0]?.offset ?? after,
  }));
  return { spans, indent };
}

/** A key as a JSON pointer token (RFC 6901, 3). */
export const escapedPointer = (key: string): string =>
  key.replaceAll('~', '~0').replaceAll('/', '~1');

const YAML_OPTIONS = {
  schema: 'failsafe',
  version: '1.2',
  uniqueKeys: true,
  strict: true,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

const yamlProblem = ({ message, pos: [start, end] }: YAMLError): YamlProblem => ({
  says: firstSentence(message),
  at: { start, end },
});
