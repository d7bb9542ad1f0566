/**
 * The front matter of a brief and the sidecar beside it: text → named fields, every problem with
 * its place.
 */
import type { VFile } from 'vfile';
import { flag, type Detail } from '../rules/flag.ts';
import type {
  Correction,
  Override,
  Participant,
  PrintWishes,
  QuoteOptions,
  SectionRole,
  Source,
} from '../types.ts';
import type { SchemaFinding, SchemaPart } from './schema.ts';
import { readYaml, type Value, type Yaml } from '../yaml.ts';
import {
  frontSource,
  line,
  lines,
  mapping,
  participantOf,
  uniqueIds,
  type FrontFields,
} from './front-lists.ts';

/** What front matter says; null or empty where it is silent. */
export interface FrontMatter {
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly date: string | null;
  readonly lang: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly identifier: string | null;
  readonly status: string | null;
  readonly classification: string | null;
  readonly disclosure: string | null;
  readonly rights: string | null;
  readonly description: string | null;
  readonly keywords: readonly string[];
  readonly series: { readonly name: string; readonly position: number | null } | null;
  readonly participants: readonly Participant[];
  readonly sources: readonly Source[];
  readonly transcript: string | null;
  readonly roles: readonly (readonly [heading: string, role: SectionRole])[];
  readonly quotes: QuoteOptions;
  readonly overrides: readonly Override[];
  readonly corrections: readonly Correction[];
  readonly theme: string | null;
  readonly paper: string | null;
  readonly print: PrintWishes;
}

/** Where the text being read stands: its offset in the brief, or the file that it is itself. */
type Where = { readonly offset: number } | { readonly path: string; readonly text: string };

/**
 * @param text the YAML alone; @param offset where it begins in the brief. Null when it can't be
 * used (flagged).
 */
export async function readFrontMatter(
  text: string,
  offset: number,
  file: VFile,
): Promise<FrontMatter | null> {
  const value = await checkedFront(text, 'brief', { offset }, file);
  return value === undefined ? null : frontMatterFrom(mapping(value));
}

/** A brief without front matter. */
export const noFrontMatter = (): FrontMatter => frontMatterFrom({});

/**
 * @param path of the sidecar as shown in messages. Its decisions, none after a problem (flagged).
 */
export async function readSidecar(
  text: string,
  path: string,
  file: VFile,
): Promise<readonly Override[]> {
  const value = await checkedFront(text, 'overrides', { path, text }, file);
  return asList(value ?? null).map((entry) => overrideOf(mapping(entry), 'sidecar'));
}

/** What a packet's file says: front matter of the book, and the briefs in their order. */
export interface PacketFile {
  readonly front: FrontMatter;
  readonly briefs: readonly string[];
  readonly numbering: 'continuous' | 'per-brief';
}

/** Null after a problem (flagged). */
export async function readPacketFile(
  text: string,
  path: string,
  file: VFile,
): Promise<PacketFile | null> {
  const value = await checkedFront(text, 'packet', { path, text }, file);
  if (value === undefined) return null;
  const map = mapping(value);
  const numbering = map['numbering'] === 'per-brief' ? 'per-brief' : 'continuous';
  return { front: frontMatterFrom(map), briefs: lines(map['briefs']), numbering };
}

/** The schema's compiler is loaded only when there is something to check. */
async function checkedFront(
  text: string,
  part: SchemaPart,
  where: Where,
  file: VFile,
): Promise<Value | undefined> {
  const { yaml, problems } = readYaml(text);
  for (const { says, at } of problems)
    flag(file, 'front-matter-syntax', says, detailAt(at.start, where));
  if (!yaml) return undefined;
  if (yaml.value === null) return part === 'overrides' ? [] : {};
  const { checkAgainst } = await import('./schema.ts');
  const findings = [...empties(yaml.value, ''), ...checkAgainst(part, yaml.value)];
  for (const finding of findings) reportFinding(finding, yaml, where, file);
  return findings.some(({ rule }) => rule !== 'front-matter-extra') ? undefined : yaml.value;
}

function reportFinding(finding: SchemaFinding, yaml: Yaml, where: Where, file: VFile): void {
  const at = yaml.places.get(finding.pointer) ?? yaml.places.get('');
  flag(file, finding.rule, finding.says, {
    ...detailAt(at?.start ?? 0, where),
    ...(finding.hint ? { hint: finding.hint } : {}),
  });
}

function detailAt(at: number, where: Where): Detail {
  if ('offset' in where) return { place: { start: where.offset + at, end: where.offset + at } };
  const before = where.text.slice(0, at);
  return {
    path: where.path,
    place: { line: before.split('\n').length, column: at - before.lastIndexOf('\n') },
  };
}

/**
 * Keys with nothing behind them: a slip, not a wish. They are taken out, so that the schema says
 * nothing more of them.
 */
function empties(value: Value, pointer: string): SchemaFinding[] {
  if (value === null || typeof value === 'string') return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = `${pointer}/${key}`;
    if (inner !== null) return empties(inner, at);
    if (!Array.isArray(value)) delete value[key];
    return [
      {
        rule: 'front-matter-value',
        pointer: at,
        says: `“${at.slice(1).replaceAll('/', '.')}” has no value`,
        hint: 'Write a value, or take the key out.',
      },
    ];
  });
}

/** Every field is copied by its name; nothing else of the file's values travels on. */
function frontMatterFrom(map: FrontFields): FrontMatter {
  const quotes = mapping(map['quotes']);
  const print = mapping(map['print']);
  return {
    title: line(map['title']),
    subtitle: line(map['subtitle']),
    date: line(map['date']),
    lang: canonicalLanguage(line(map['lang'])),
    authors: [...lines(map['author']), ...lines(map['authors'])],
    publisher: line(map['publisher']),
    identifier: line(map['identifier']),
    status: line(map['status']),
    classification: line(map['classification']),
    disclosure: line(map['disclosure']),
    rights: line(map['rights']),
    description: line(map['description']),
    keywords: lines(map['keywords']),
    series: frontSeries(map['series']),
    participants: uniqueIds(asList(map['participants']).map(participantOf)),
    sources: asList(map['sources']).map((source, i) => frontSource(mapping(source), i)),
    transcript: line(map['transcript']),
    roles: frontRoles(mapping(map['roles'])),
    quotes: optionsOf(quotes),
    overrides: asList(quotes['overrides']).map((entry) =>
      overrideOf(mapping(entry), 'front-matter'),
    ),
    corrections: asList(map['corrections']).map((entry) => correctionOf(mapping(entry))),
    theme: line(map['theme']),
    paper: line(map['paper']) ?? line(print['paper']),
    print: wishesOf(print),
  };
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const canonicalLanguage = (tag: string | null): string | null =>
  tag === null ? null : Intl.getCanonicalLocales(tag)[0]!;

function frontSeries(value: unknown): FrontMatter['series'] {
  const { name, position } = mapping(value) as { name?: unknown; position?: unknown };
  return line(name) === null
    ? null
    : { name: line(name)!, position: typeof position === 'number' ? position : null };
}

/** Only what is asked for. */
const wishesOf = (print: FrontFields): PrintWishes => ({
  ...(print['duplex'] === true && { duplex: true }),
  ...(print['booklet'] === true && { booklet: true }),
  ...(print['crop_marks'] === true && { cropMarks: true }),
  ...(print['gray'] === true && { gray: true }),
  ...(print['line_numbers'] === true && { lineNumbers: true }),
});

const SECTION_ROLES: readonly SectionRole[] = [
  'summary',
  'participants',
  'body',
  'context',
  'analysis',
  'questions',
  'source',
  'disclosure',
];

const frontRoles = (map: FrontFields): FrontMatter['roles'] =>
  SECTION_ROLES.flatMap((role) => lines(map[role]).map((heading) => [heading, role] as const));

const optionsOf = (map: FrontFields): QuoteOptions => ({
  style: line(map['style']) ?? 'auto',
  singles: map['singles'] === 'never' ? 'never' : 'auto',
  dashDialogue: map['dash_dialogue'] === true,
  unlisted: map['unlisted'] === 'hide' ? 'hide' : 'show',
  minWords: typeof map['min_words'] === 'number' ? map['min_words'] : 1,
  disfluencies: map['disfluencies'] === 'fold' ? 'fold' : 'keep',
});

const CORRECTIONS = ['changed', 'added', 'withdrawn', 'reattributed', 'text'] as const;

const correctionOf = (map: FrontFields): Correction => ({
  kind: CORRECTIONS.find((kind) => kind === map['kind']) ?? 'changed',
  date: line(map['date']),
  quotation: typeof map['quotation'] === 'number' ? map['quotation'] : null,
  was: line(map['was']),
  now: line(map['now']),
  note: line(map['note']),
});

const QUOTE_KINDS = ['quote', 'term', 'title', 'scare', 'none'] as const;

const overrideOf = (map: FrontFields, from: 'sidecar' | 'front-matter'): Override => ({
  from,
  key: line(map['quote']) ?? '',
  why: line(map['why']),
  status: map['status'] === 'accepted' ? 'accepted' : null,
  acceptedBy: line(map['accepted_by']),
  ...(map['settled'] === true && { settled: true }),
  markup: {
    as: QUOTE_KINDS.find((kind) => kind === map['kind']) ?? 'quote',
    by: line(map['speaker']),
    id: line(map['id']),
    src: line(map['source']),
    at: line(map['at']),
    of: line(map['of']),
    verify: map['verify'] !== false,
  },
});
