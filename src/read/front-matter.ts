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
  Span,
} from '../types.ts';
import type { Adapted } from './foreign/keys.ts';
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
 * What can be used of it; the rest is flagged, so that a slip in one key hides nothing of what
 * follows.
 * @param text the YAML or TOML alone; @param offset where it begins in the brief
 */
export async function readFrontMatter(
  text: string,
  language: 'yaml' | 'toml',
  offset: number,
  file: VFile,
): Promise<FrontMatter> {
  const read =
    language === 'yaml' ? readYaml(text) : (await import('./foreign/toml.ts')).readToml(text);
  const { sound } = await checkedFront(read, 'brief', { offset }, file);
  return frontMatterFrom(mapping(sound));
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
  const { sound, isWhole } = await checkedFront(readYaml(text), 'overrides', { path, text }, file);
  return asList(isWhole ? sound : null).map((entry) => overrideOf(mapping(entry), 'sidecar'));
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
  const { sound, isWhole } = await checkedFront(readYaml(text), 'packet', { path, text }, file);
  if (!isWhole) return null;
  const map = mapping(sound);
  const numbering = map['numbering'] === 'per-brief' ? 'per-brief' : 'continuous';
  return { front: frontMatterFrom(map), briefs: lines(map['briefs']), numbering };
}

/** Values that hold, and whether that is all of them. */
interface Checked {
  readonly sound: Value;
  readonly isWhole: boolean;
}

/** The schema's compiler is loaded only when there is something to check. */
async function checkedFront(
  { yaml, problems }: ReturnType<typeof readYaml>,
  part: SchemaPart,
  where: Where,
  file: VFile,
): Promise<Checked> {
  for (const { says, at } of problems)
    flag(file, 'front-matter-syntax', says, detailAt(at.start, where));
  if (!yaml) return { sound: null, isWhole: false };
  if (yaml.value === null) return { sound: part === 'overrides' ? [] : {}, isWhole: true };
  const { checkAgainst, soundPart } = await import('./schema.ts');
  const { value, from, passed } =
    part === 'overrides' ? plainly(yaml.value) : await adaptedOf(yaml.value);
  const findings = [...empties(value, '', part !== 'overrides'), ...checkAgainst(part, value)];
  const foreign = findings.filter(
    ({ pointer, rule }) => rule === 'front-matter-extra' && /^\/[^/]+#$/u.test(pointer),
  );
  for (const finding of together(findings, foreign, passed))
    reportFinding(finding, yaml, from, where, file);
  const faults = findings.filter(({ rule }) => rule !== 'front-matter-extra');
  return {
    sound: faults.length === 0 ? value : soundPart(part, value, faults),
    isWhole: faults.length === 0,
  };
}

type Adaptation = Pick<Adapted, 'from' | 'passed'> & { readonly value: Value };

const plainly = (value: Value): Adaptation => ({ value, from: new Map(), passed: [] });

const adaptedOf = async (value: Value): Promise<Adaptation> =>
  value === null || typeof value === 'string' || Array.isArray(value)
    ? plainly(value)
    : (await import('./foreign/keys.ts')).adapted(value);

/** Keys of other tools are told in one line, where the first of them stands. */
function together(
  findings: readonly SchemaFinding[],
  foreign: readonly SchemaFinding[],
  passed: readonly string[],
): readonly SchemaFinding[] {
  const pointers = [...foreign.map(({ pointer }) => pointer), ...passed.map((key) => `/${key}#`)];
  if (pointers.length < 2 && passed.length === 0) return findings;
  const names = pointers.map((pointer) => keyIn(pointer));
  const says =
    names.length === 1
      ? `The value of “${names[0]!}” has a form of another tool and is passed over`
      : `Keys of other tools are passed over: ${names.slice(0, MOST_NAMED).join(', ')}${
          names.length > MOST_NAMED ? `, and ${names.length - MOST_NAMED} more` : ''
        }`;
  const one: SchemaFinding = {
    rule: 'front-matter-extra',
    pointer: pointers[0]!,
    says,
    hint: foreign[0]?.hint ?? null,
  };
  const rest = findings.filter((finding) => !foreign.includes(finding));
  return [one, ...rest];
}

const MOST_NAMED = 40;

/** `/a~1b#` → `a/b` */
const keyIn = (pointer: string): string =>
  pointer.slice(1, -1).replaceAll('~1', '/').replaceAll('~0', '~');

function reportFinding(
  finding: SchemaFinding,
  yaml: Yaml,
  from: ReadonlyMap<string, string>,
  where: Where,
  file: VFile,
): void {
  const at = placeOf(written(finding.pointer, from), yaml);
  flag(file, finding.rule, finding.says, {
    ...detailAt(at?.start ?? 0, where),
    ...(finding.hint ? { hint: finding.hint } : {}),
  });
}

/** The pointer as the file has it. */
function written(pointer: string, from: ReadonlyMap<string, string>): string {
  const [, key = '', rest = ''] = /^\/([^/#]*)(.*)$/u.exec(pointer) ?? [];
  return from.has(key) ? `/${from.get(key)!}${rest}` : pointer;
}

/** The place of a value, or of the nearest that it lies in. */
function placeOf(pointer: string, { places }: Yaml): Span | undefined {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = places.get(at) ?? (at.endsWith('#') ? places.get(at.slice(0, -1)) : undefined);
    if (place) return place;
  }
  return places.get('');
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
 * Keys with nothing behind them are taken out, so that the schema says nothing more of them. In a
 * brief they are left over from a form that was not filled in; elsewhere they are a slip.
 */
function empties(value: Value, pointer: string, isForm: boolean): SchemaFinding[] {
  if (value === null || typeof value === 'string') return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = `${pointer}/${key}`;
    if (inner !== null) return empties(inner, at, isForm);
    if (!Array.isArray(value)) delete value[key];
    const isOver = isForm && pointer === '';
    return [
      {
        rule: isOver ? 'front-matter-extra' : 'front-matter-value',
        pointer: at,
        says: `“${at.slice(1).replaceAll('/', '.')}” has no value${isOver ? '; it is passed over' : ''}`,
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
