/**
 * Front matter of other tools (Jekyll, Hugo, Zola, Eleventy, Quarto, Obsidian, Pandoc) → ours:
 * known ideas under our keys in our form. What is nothing of ours is passed over and told in one
 * line.
 */
import schema from '../../schema/brief.schema.json' with { type: 'json' };
import { LANGUAGES } from '../../languages/index.ts';
import type { Value } from '../../yaml.ts';
import { isoDateFrom } from './dates.ts';

type ForeignFields = { [key: string]: Value };

/** One idea that we and others have: our key, what others call it, and its value in our form. */
interface Idea {
  readonly key: string;
  readonly also: readonly string[];
  /** Undefined where the value has a form that is another tool's. */
  readonly read: (value: Value) => Value | undefined;
}

const isText = (value: Value): value is string =>
  typeof value === 'string' && !/^(?:true|false)$/iu.test(value);
const text = (value: Value): Value | undefined => (isText(value) ? value : undefined);
const isFields = (value: Value): value is ForeignFields =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const object = (value: Value): Value | undefined => (isFields(value) ? value : undefined);
const asIs = (value: Value): Value => value;

/** A name: text, or what Quarto, Hugo and CSL write for a person. */
function foreignName(value: Value): string | null {
  if (typeof value === 'string') return value.replaceAll(/^\[\[|\]\]$/gu, '');
  if (!isFields(value)) return null;
  const name = value['name'] ?? value['literal'] ?? value['title'] ?? value['text'];
  if (name !== undefined && name !== null) return foreignName(name);
  const parts = [
    value['given'] ?? value['first'] ?? value['firstname'],
    value['family'] ?? value['last'] ?? value['lastname'],
  ];
  const given = parts.filter((part) => typeof part === 'string');
  return given.length > 0 ? given.join(' ') : null;
}

function names(value: Value): Value | undefined {
  const found = (Array.isArray(value) ? value : [value])
    .map(foreignName)
    .filter((name) => name !== null && isText(name));
  return found.length > 0 ? found : undefined;
}

/** `a, b` and `#a` as Obsidian and Jekyll write lists of words. */
function wordList(value: Value): Value | undefined {
  const list = typeof value === 'string' ? value.split(/,/u) : Array.isArray(value) ? value : [];
  const found = list.flatMap((word) =>
    isText(word) ? [word.trim().replace(/^#(?=\S)/u, '')] : [],
  );
  return found.length > 0 && found.every((word) => word !== '') ? found : undefined;
}

/** A date that stands for the day of the build, or for what a template would fill in, is none. */
function date(value: Value): Value | undefined {
  if (typeof value !== 'string') return undefined;
  if (
    /^(?:today|now|auto|last[-_]modified|git.*|(?:\{\{|<%|`|!expr|\\today|\$)[^]*)$/iu.test(
      value.trim(),
    )
  )
    return undefined;
  return isoDateFrom(value) ?? value;
}

const languageNames: ReadonlyMap<string, string> = new Map(
  [...LANGUAGES.values()].flatMap(({ tag, name }) => [
    [name.toLowerCase(), tag] as const,
    [
      (new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? name).toLowerCase(),
      tag,
    ] as const,
  ]),
);

/** `en_US.UTF-8` and `German` as BCP 47 has them. */
function languageTag(value: Value): Value | undefined {
  if (typeof value !== 'string') return undefined;
  return (
    languageNames.get(value.toLowerCase()) ??
    value.replace(/\.[A-Za-z0-9-]{1,20}$/u, '').replaceAll('_', '-')
  );
}

function series(value: Value): Value | undefined {
  if (Array.isArray(value)) return value.length === 1 ? series(value[0]!) : undefined;
  if (typeof value === 'string') return isText(value) ? { name: value } : undefined;
  return isFields(value) && value['name'] !== undefined ? value : undefined;
}

const foreignSource = (value: Value): Value =>
  typeof value === 'string'
    ? /^https?:\/\/\S+$/iu.test(value.trim())
      ? { url: value.trim() }
      : { citation: value }
    : value;

function sources(value: Value): Value | undefined {
  if (typeof value === 'string') return isText(value) ? [foreignSource(value)] : undefined;
  return Array.isArray(value) ? value.map(foreignSource) : isFields(value) ? [value] : undefined;
}

const NAME_GAP = /\s{0,9}[,;]\s{0,9}/u;

const participants = (value: Value): Value | undefined =>
  typeof value === 'string' && /\p{L}/u.test(value)
    ? value.split(NAME_GAP).map((name) => name.replaceAll(/^\[\[|\]\]$/gu, ''))
    : Array.isArray(value)
      ? value.map((one) => (typeof one === 'string' ? one.replaceAll(/^\[\[|\]\]$/gu, '') : one))
      : asIs(value);

/** LaTeX and Pandoc call the sheet `a4paper`. */
const paper = (value: Value): Value | undefined =>
  isText(value) ? value.replace(/paper$/iu, '').toLowerCase() : undefined;

const theme = (value: Value): Value | undefined =>
  isText(value) && /^[A-Za-z0-9][A-Za-z0-9-]{0,40}$/u.test(value) ? value : undefined;

/**
 * Keys that are not here are clearly ours and have one form: title, transcript, quotes,
 * corrections.
 */
const IDEAS: readonly Idea[] = [
  { key: 'title', also: [], read: asIs },
  { key: 'subtitle', also: [], read: text },
  {
    key: 'date',
    also: ['published', 'publishdate', 'pubdate', 'datepublished', 'created'],
    read: date,
  },
  { key: 'lang', also: ['language', 'locale'], read: languageTag },
  { key: 'author', also: [], read: names },
  { key: 'authors', also: ['creator', 'byline'], read: names },
  { key: 'publisher', also: [], read: (value) => text(foreignName(value)) },
  { key: 'identifier', also: [], read: text },
  { key: 'status', also: [], read: text },
  { key: 'disclosure', also: [], read: text },
  { key: 'classification', also: [], read: text },
  {
    key: 'rights',
    also: ['license', 'licence', 'copyright'],
    read: (value) => text(foreignName(value)),
  },
  { key: 'description', also: ['abstract', 'summary', 'excerpt', 'metadescription'], read: text },
  { key: 'keywords', also: ['tags', 'tag', 'categories', 'category', 'topics'], read: wordList },
  { key: 'series', also: [], read: series },
  { key: 'participants', also: ['attendees'], read: participants },
  { key: 'sources', also: ['source'], read: sources },
  { key: 'roles', also: [], read: object },
  { key: 'theme', also: [], read: theme },
  { key: 'paper', also: ['papersize'], read: paper },
  { key: 'print', also: [], read: object },
];

const OURS: ReadonlySet<string> = new Set(Object.keys(schema.properties));

/** Is this a key of our front matter? */
export const isOurKey = (key: string): boolean => OURS.has(key);

/** How a key is compared: Hugo's `publishDate`, Jekyll's `publish_date`. */
const plainKey = (key: string): string => key.toLowerCase().replaceAll('_', '');

/** Front matter under our keys. */
export interface Adapted {
  readonly value: ForeignFields;
  /** Our key → the key in the file, where they differ. */
  readonly from: ReadonlyMap<string, string>;
  /** Keys of ours whose value is in another tool's form. */
  readonly passed: readonly string[];
}

/** Hugo and Zola keep words in tables of their own. */
const TABLES = ['taxonomies', 'params', 'extra'] as const;

/** Maps known ideas of other tools; every other key stays as it is. */
export function adapted(given: ForeignFields): Adapted {
  const value: ForeignFields = Object.assign(Object.create(null) as ForeignFields, given);
  const from = new Map<string, string>();
  const passed: string[] = [];
  for (const idea of IDEAS) {
    const found = namesFor(idea, value);
    if (value[idea.key] === undefined) adoptIdea(idea, value, found, from);
    else if (value[idea.key] !== null) {
      const read = idea.read(value[idea.key]!);
      if (read === undefined) passed.push(idea.key);
      if (read === undefined) delete value[idea.key];
      else value[idea.key] = read;
    }
    for (const { key, inside } of found)
      if (inside === null && idea.read(value[key]!) !== undefined) delete value[key];
  }
  return { value, from, passed };
}

interface Name {
  readonly key: string;
  /** Table in which the key stands. */
  readonly inside: string | null;
}

function namesFor({ key: ours, also }: Idea, value: ForeignFields): readonly Name[] {
  const all = [ours, ...also];
  const at = (key: string): number => all.indexOf(plainKey(key));
  const top = Object.keys(value).filter(
    (key) => !OURS.has(key) && at(key) >= 0 && value[key] !== null,
  );
  const inner = TABLES.flatMap((inside) => {
    const table = value[inside];
    return table !== undefined && isFields(table)
      ? Object.keys(table)
          .filter((key) => at(key) > 0)
          .map((key) => ({ key, inside }))
      : [];
  });
  return [...top.toSorted((a, b) => at(a) - at(b)).map((key) => ({ key, inside: null })), ...inner];
}

/** The first name whose value can be read; lists of words are joined. */
function adoptIdea(
  idea: Idea,
  value: ForeignFields,
  found: readonly Name[],
  from: Map<string, string>,
): void {
  for (const { key, inside } of found) {
    const there = inside === null ? value[key] : (value[inside] as ForeignFields)[key];
    const read = there === undefined || there === null ? undefined : idea.read(there);
    const known = value[idea.key];
    if (read === undefined || (known !== undefined && !Array.isArray(known))) continue;
    value[idea.key] =
      Array.isArray(known) && Array.isArray(read) ? joinedValues(known, read) : (known ?? read);
    if (known === undefined) from.set(idea.key, inside ?? key);
  }
}

const joinedValues = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Set([...a, ...b])];
