/** The records of a snapshot (ledger.json, build.json) as this program reads them. What they say is checked in ledger-check.ts. */
import type { Entry, Override } from '../types.ts';
import type { Annotation, MerkleRecord } from './annotations.ts';
import type { Report } from './bag/read.ts';
import type { DocumentFacts } from './document.ts';
import { JsonError, parseJson } from './json.ts';
import { bytesIn, type Tree } from './tree.ts';

/** Version 1 bound the quotations alone to the root, and not what they are from. */
export const LEDGER_FORMAT = 'briefpress ledger 2';
/** Format and version of `build.json`. */
export const BUILD_FORMAT = 'briefpress build 1';

/** `ledger.json` as it is read back: what is compared, not all that is written. */
export interface LedgerRecord {
  readonly format: string;
  readonly brief: DocumentFacts;
  readonly entries: readonly Pick<
    Entry,
    'number' | 'id' | 'text' | 'kind' | 'speaker' | 'section' | 'evidence' | 'speakerCheck' | 'tick'
  >[];
  readonly counts: Readonly<Record<string, number>>;
  readonly annotations: readonly Annotation[];
  readonly merkle: MerkleRecord;
}

/** `build.json`: what must be known to make the editions again. */
export interface BuildRecord {
  readonly format: string;
  /** Path below data/. */
  readonly brief: string;
  readonly slug: string;
  /** Path below data/. */
  readonly transcript: string | null;
  /** Transcripts that were found in a folder: their paths below it, and below data/. */
  readonly found?: readonly { readonly id: string; readonly path: string }[];
  readonly modified: string | null;
  readonly paper?: string | null;
  /** What was asked of the office printer, unchecked. */
  readonly office?: unknown;
  readonly program: string;
  readonly sourceDateEpoch?: string | null;
  readonly theme?: { readonly name: string; readonly files?: readonly { readonly path: string; readonly sha256: string }[] };
  readonly overrides: readonly Override[];
  /** Path below data/ → sha256. */
  readonly sources: Readonly<Record<string, string>>;
  readonly results: Readonly<Record<string, string>>;
}

/** The records of a snapshot that was read. */
export interface Records {
  readonly ledger: LedgerRecord;
  readonly build: BuildRecord;
}

/** Null where a record is missing or no longer understood (reported). */
export async function readRecords(tree: Tree, report: Report): Promise<Records | null> {
  const ledger = await readRecord(tree, 'data/ledger.json', LEDGER_FORMAT, isLedger, report);
  const build = await readRecord(tree, 'data/build.json', BUILD_FORMAT, isBuild, report);
  return ledger && build ? { ledger, build } : null;
}

const RECORD_LIMITS = { bytes: 128 * 1024 * 1024, depth: 64, values: 8_000_000 } as const;

async function readRecord<T>(
  tree: Tree,
  path: string,
  format: string,
  fits: (value: unknown) => value is T,
  report: Report,
): Promise<T | null> {
  const bytes = await bytesIn(tree, path, RECORD_LIMITS.bytes);
  if (!bytes) {
    report('snapshot-record', tree.files.has(path) ? `${path} is larger than a record` : `${path} is missing`);
    return null;
  }
  try {
    const value = parseJson(bytes, RECORD_LIMITS);
    if (hasFormat(value, format) && fits(value)) return value;
    report('snapshot-record', `${path} is not a record of the form “${format}”`);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    report('snapshot-record', `${path} ${error.message}`);
  }
  return null;
}

// ---------------------------------------------------------------- shapes

const isText = (value: unknown): value is string => typeof value === 'string';
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const isAll = (value: unknown, fits: (one: unknown) => boolean): boolean => Array.isArray(value) && value.every(fits);
const hasFormat = (value: unknown, format: string): boolean => fieldsOf(value)['format'] === format;

/** Has the value the shape of `DocumentFacts`? */
export function isDocument(value: unknown): value is DocumentFacts {
  const { slug, identifier, title, date, lang, quotations, sources } = fieldsOf(value);
  return [slug, identifier, title, lang].every(isText) && isTextOrNull(date) && isCount(quotations) && isHashes(sources);
}

const isHashes = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.values(value).every((hash) => isText(hash) && /^[0-9a-f]{64}$/u.test(hash));

/** Has the value the shape of an `Annotation`? */
export function isAnnotation(value: unknown): value is Annotation {
  const { id, type, body, target, number, kind, speaker, verdict } = fieldsOf(value);
  const words = fieldsOf(body);
  return (
    type === 'Annotation' &&
    [id, kind, verdict, words['value'], words['sha256'], words['language']].every(isText) &&
    isTextOrNull(speaker) &&
    isCount(number) &&
    isAll(target, isTarget)
  );
}

function isTarget(value: unknown): boolean {
  const { source, selector } = fieldsOf(value);
  return isText(source) && isAll(selector, (one) => typeof one === 'object' && one !== null);
}

function isEntry(value: unknown): boolean {
  const { number, id, text, kind, speaker, evidence, speakerCheck, tick } = fieldsOf(value);
  const name = fieldsOf(speaker)['name'];
  return (
    isCount(number) &&
    [id, text, kind, fieldsOf(evidence)['status']].every(isText) &&
    isTextOrNull(name ?? null) &&
    name !== undefined &&
    isTextOrNull(speakerCheck) &&
    typeof tick === 'boolean'
  );
}

function isLedger(value: unknown): value is LedgerRecord {
  const { brief, entries, counts, annotations, merkle } = fieldsOf(value);
  const { root, size } = fieldsOf(merkle);
  return (
    isDocument(brief) &&
    isAll(entries, isEntry) &&
    isAll(annotations, isAnnotation) &&
    Object.values(fieldsOf(counts)).every(isCount) &&
    isText(root) &&
    isCount(size)
  );
}

/** What a build names is looked for in the snapshot: a file of its sources, and one name each for the folder and the theme. */
function isBuild(value: unknown): value is BuildRecord {
  const { brief, slug, transcript, found, theme, program, overrides, sources, results } = fieldsOf(value);
  const { name, files } = fieldsOf(theme);
  return (
    isSource(brief) &&
    !/\.ya?ml$/iu.test(String(brief)) &&
    (transcript === null || isSource(transcript)) &&
    isAll(found ?? [], (one) => isText(fieldsOf(one)['id']) && isSource(fieldsOf(one)['path'])) &&
    [slug, name ?? 'classic'].every((one) => isText(one) && /^[^/\\.][^/\\]*$/u.test(one)) &&
    isText(program) &&
    Array.isArray(overrides) &&
    [sources, results].every(isHashes) &&
    isAll(files ?? [], (one) => isText(fieldsOf(one)['path']) && isText(fieldsOf(one)['sha256']))
  );
}

const isSource = (value: unknown): boolean =>
  isText(value) &&
  value.startsWith('source/') &&
  !/[\\\0]/u.test(value) &&
  value.split('/').every((part) => !['', '.', '..'].includes(part));
