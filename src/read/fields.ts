/** Checked values of front matter → named fields. */
import type {
  Correction,
  FieldValue,
  Override,
  Participant,
  PrintWishes,
  QuoteOptions,
  SectionRole,
  Source,
} from '../types.ts';
import { idFrom } from './slug.ts';

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
  readonly typography: 'smart' | 'as-written' | null;
  readonly fields: { readonly [key: string]: FieldValue };
  /** Names of tables, with their files relative to the brief's folder. */
  readonly data: readonly (readonly [name: string, path: string])[];
}

type Fields = Readonly<Record<string, unknown>>;

/** Every field is copied by its name; nothing else of the file's values travels on. */
export function fieldsOf(map: Fields): FrontMatter {
  const quotes = mapping(map['quotes']);
  const print = mapping(map['print']);
  return {
    title: line(map['title']),
    subtitle: line(map['subtitle']),
    date: line(map['date']),
    lang: language(line(map['lang'])),
    authors: [...lines(map['author']), ...lines(map['authors'])],
    publisher: line(map['publisher']),
    identifier: line(map['identifier']),
    status: line(map['status']),
    classification: line(map['classification']),
    disclosure: line(map['disclosure']),
    rights: line(map['rights']),
    description: line(map['description']),
    keywords: lines(map['keywords']),
    series: seriesOf(map['series']),
    participants: uniqueIds(list(map['participants']).map(participantOf)),
    sources: list(map['sources']).map((source, i) => sourceOf(mapping(source), i)),
    transcript: line(map['transcript']),
    roles: rolesOf(mapping(map['roles'])),
    quotes: optionsOf(quotes),
    overrides: list(quotes['overrides']).map((entry) => overrideOf(mapping(entry), 'front-matter')),
    corrections: list(map['corrections']).map((entry) => correctionOf(mapping(entry))),
    theme: line(map['theme']),
    paper: line(map['paper']) ?? line(print['paper']),
    print: wishesOf(print),
    typography: (['smart', 'as-written'] as const).find((way) => way === map['typography']) ?? null,
    fields: plainFields(map['fields']),
    data: Object.entries(mapping(map['data'])).flatMap(([name, path]) => {
      const written = line(path);
      return written === null ? [] : [[name, written] as const];
    }),
  };
}

export const mapping = (value: unknown): Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : {};
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const line = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.replaceAll(/\s+/gu, ' ').trim() : null;
export const lines = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).map(line).filter((text) => text !== null);
/** Maps with a prototype, so that every reader of them can look into them. */
const plainFields = (value: unknown): FrontMatter['fields'] =>
  Object.fromEntries(Object.entries(mapping(value)).map(([key, one]) => [key, plainValue(one)]));

function plainValue(value: unknown): FieldValue {
  if (Array.isArray(value)) return value.map(plainValue);
  if (value !== null && typeof value === 'object') return plainFields(value);
  return typeof value === 'string' ? value : null;
}

const language = (tag: string | null): string | null =>
  tag === null ? null : Intl.getCanonicalLocales(tag)[0]!;

function seriesOf(value: unknown): FrontMatter['series'] {
  const { name, position } = mapping(value) as { name?: unknown; position?: unknown };
  return line(name) === null
    ? null
    : { name: line(name)!, position: typeof position === 'number' ? position : null };
}

/** Only what is asked for. */
const wishesOf = (print: Fields): PrintWishes => ({
  ...(print['duplex'] === true && { duplex: true }),
  ...(print['booklet'] === true && { booklet: true }),
  ...(print['crop_marks'] === true && { cropMarks: true }),
  ...(print['gray'] === true && { gray: true }),
  ...(print['line_numbers'] === true && { lineNumbers: true }),
});

const PRONOUNS = ['he', 'she', 'they', 'it'] as const;

/** A participant may be a name alone. */
function participantOf(value: unknown): Participant {
  const map = typeof value === 'string' ? { name: value } : mapping(value);
  const name = line(map['name']) ?? '';
  return {
    id: line(map['id']) ?? idFrom(name, 'participant'),
    name,
    role: line(map['role']),
    aliases: [...new Set([name, ...lines(map['aliases'])])],
    pronouns: PRONOUNS.find((word) => word === map['pronouns']) ?? null,
  };
}

function uniqueIds(participants: readonly Participant[]): readonly Participant[] {
  const taken = new Map<string, number>();
  return participants.map((participant) => {
    const count = (taken.get(participant.id) ?? 0) + 1;
    taken.set(participant.id, count);
    return count === 1 ? participant : { ...participant, id: `${participant.id}-${count}` };
  });
}

const sourceOf = (map: Fields, index: number): Source => ({
  id: line(map['id']) ?? (index === 0 ? 'source' : `source-${index + 1}`),
  citation: line(map['citation']),
  url: line(map['url']),
  archivedUrl: line(map['archived_url']),
  retrieved: line(map['retrieved']),
  rights: line(map['rights']),
  note: line(map['note']),
  file: line(map['file']),
  format: line(map['format']),
  encoding: line(map['encoding']),
  speakers: Object.fromEntries(
    Object.entries(mapping(map['speakers'] ?? {})).map(([label, name]) => [label, line(name)]),
  ),
});

const ROLES: readonly SectionRole[] = [
  'summary',
  'participants',
  'body',
  'context',
  'analysis',
  'questions',
  'source',
  'disclosure',
];

const rolesOf = (map: Fields): FrontMatter['roles'] =>
  ROLES.flatMap((role) => lines(map[role]).map((heading) => [heading, role] as const));

const optionsOf = (map: Fields): QuoteOptions => ({
  style: line(map['style']) ?? 'auto',
  singles: map['singles'] === 'never' ? 'never' : 'auto',
  dashDialogue: map['dash_dialogue'] === true,
  unlisted: map['unlisted'] === 'hide' ? 'hide' : 'show',
  minWords: typeof map['min_words'] === 'number' ? map['min_words'] : 1,
  disfluencies: map['disfluencies'] === 'fold' ? 'fold' : 'keep',
});

const CORRECTIONS = ['changed', 'added', 'withdrawn', 'reattributed', 'text'] as const;

const correctionOf = (map: Fields): Correction => ({
  kind: CORRECTIONS.find((kind) => kind === map['kind']) ?? 'changed',
  date: line(map['date']),
  quotation: typeof map['quotation'] === 'number' ? map['quotation'] : null,
  was: line(map['was']),
  now: line(map['now']),
  note: line(map['note']),
});

const KINDS = ['quote', 'term', 'title', 'scare', 'none'] as const;

export const overrideOf = (map: Fields, from: 'sidecar' | 'front-matter'): Override => ({
  from,
  key: line(map['quote']) ?? '',
  why: line(map['why']),
  status: map['status'] === 'accepted' ? 'accepted' : null,
  acceptedBy: line(map['accepted_by']),
  ...(map['settled'] === true && { settled: true }),
  markup: {
    as: KINDS.find((kind) => kind === map['kind']) ?? 'quote',
    by: line(map['speaker']),
    id: line(map['id']),
    src: line(map['source']),
    at: line(map['at']),
    of: line(map['of']),
    verify: map['verify'] !== false,
  },
});
