/**
 * The records of a snapshot (ledger.json, build.json) as this program reads them. What they say is
 * checked in ledger-check.ts.
 */
import type { Entry, Override } from '../types.ts';
import type { Annotation, MerkleRecord } from './annotations.ts';
import type { BagReport } from './bag/read.ts';
import type { DocumentFacts } from './document.ts';
import { JsonError, parseJson } from './json.ts';
import { bytesIn, type FileTree } from './tree.ts';

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

/** Where a brief and its transcripts lie in a snapshot: paths below data/. */
export interface BuiltBrief {
  readonly brief: string;
  readonly transcript: string | null;
  /** Transcripts that were found in a folder: their paths below it, and below data/. */
  readonly found?: readonly { readonly id: string; readonly path: string }[];
}

/** `build.json`: what must be known to make the editions again. */
export interface BuildRecord extends BuiltBrief {
  readonly format: string;
  readonly slug: string;
  /** Of a packet, whose file is `brief`: the briefs that it binds, in their order. */
  readonly parts?: readonly BuiltBrief[];
  readonly modified: string | null;
  readonly paper?: string | null;
  /** What was asked of the office printer, unchecked. */
  readonly office?: unknown;
  /** `omit` where images that could not be taken were left out. */
  readonly images?: unknown;
  readonly program: string;
  readonly sourceDateEpoch?: string | null;
  readonly theme?: {
    readonly name: string;
    readonly files?: readonly { readonly path: string; readonly sha256: string }[];
  };
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
export async function readSnapshotRecords(
  tree: FileTree,
  report: BagReport,
): Promise<Records | null> {
  const ledger = await readJsonRecord(tree, 'data/ledger.json', LEDGER_FORMAT, isLedger, report);
  const build = await readJsonRecord(tree, 'data/build.json', BUILD_FORMAT, isBuild, report);
  return ledger && build ? { ledger, build } : null;
}

const RECORD_LIMITS = { bytes: 128 * 1024 * 1024, depth: 64, values: 8_000_000 } as const;

async function readJsonRecord<T>(
  tree: FileTree,
  path: string,
  format: string,
  fits: (value: unknown) => value is T,
  report: BagReport,
): Promise<T | null> {
  const bytes = await bytesIn(tree, path, RECORD_LIMITS.bytes);
  if (!bytes) {
    report(
      'snapshot-record',
      tree.files.has(path) ? `${path} is larger than a record` : `${path} is missing`,
    );
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

const isPlainString = (value: unknown): value is string => typeof value === 'string';
const isTextOrNull = (value: unknown): boolean => value === null || isPlainString(value);
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

type RecordFields = Readonly<Record<string, unknown>>;

const recordFields = (value: unknown): RecordFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as RecordFields)
    : {};
const isAll = (value: unknown, fits: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(fits);
const hasFormat = (value: unknown, format: string): boolean =>
  recordFields(value)['format'] === format;

/** Has the value the shape of `DocumentFacts`? */
export function isDocument(value: unknown): value is DocumentFacts {
  const { slug, identifier, title, date, lang, quotations, sources, briefs } = recordFields(value);
  return (
    [slug, identifier, title, lang].every(isPlainString) &&
    isTextOrNull(date) &&
    isCount(quotations) &&
    isHashes(sources) &&
    isAll(briefs ?? [], isBoundBrief)
  );
}

function isBoundBrief(value: unknown): boolean {
  const { folder, root, briefs } = recordFields(value);
  return isSource(folder) && isPlainString(root) && briefs === undefined && isDocument(value);
}

const isHashes = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((hash) => isPlainString(hash) && /^[0-9a-f]{64}$/u.test(hash));

/** Has the value the shape of an `Annotation`? */
export function isAnnotation(value: unknown): value is Annotation {
  const { id, type, body, target, number, kind, speaker, verdict } = recordFields(value);
  const words = recordFields(body);
  return (
    type === 'Annotation' &&
    [id, kind, verdict, words['value'], words['sha256'], words['language']].every(isPlainString) &&
    isTextOrNull(speaker) &&
    isCount(number) &&
    isAll(target, isTarget)
  );
}

function isTarget(value: unknown): boolean {
  const { source, selector } = recordFields(value);
  return isPlainString(source) && isAll(selector, (one) => typeof one === 'object' && one !== null);
}

function isEntry(value: unknown): boolean {
  const { number, id, text, kind, speaker, evidence, speakerCheck, tick } = recordFields(value);
  const name = recordFields(speaker)['name'];
  return (
    isCount(number) &&
    [id, text, kind, recordFields(evidence)['status']].every(isPlainString) &&
    isTextOrNull(name ?? null) &&
    name !== undefined &&
    isTextOrNull(speakerCheck) &&
    typeof tick === 'boolean'
  );
}

function isLedger(value: unknown): value is LedgerRecord {
  const { brief, entries, counts, annotations, merkle } = recordFields(value);
  const { root, size } = recordFields(merkle);
  return (
    isDocument(brief) &&
    isAll(entries, isEntry) &&
    isAll(annotations, isAnnotation) &&
    Object.values(recordFields(counts)).every(isCount) &&
    isPlainString(root) &&
    isCount(size)
  );
}

/**
 * What a build names is looked for in the snapshot: files of its sources, and one name each for the
 * folder and the theme. A packet is told by its parts, and has no transcript of its own.
 */
function isBuild(value: unknown): value is BuildRecord {
  const { slug, parts, theme, program, overrides, sources, results } = recordFields(value);
  const { name, files } = recordFields(theme);
  return (
    (parts === undefined ? isBuiltBrief(value) : isBuiltPacket(value)) &&
    [slug, name ?? 'classic'].every((one) => isPlainString(one) && /^[^/\\.][^/\\]*$/u.test(one)) &&
    isPlainString(program) &&
    Array.isArray(overrides) &&
    [sources, results].every(isHashes) &&
    isAll(files ?? [], isHashedFile)
  );
}

function isBuiltBrief(value: unknown): boolean {
  const { brief, transcript, found } = recordFields(value);
  return (
    isSource(brief) &&
    !/\.ya?ml$/iu.test(String(brief)) &&
    (transcript === null || isSource(transcript)) &&
    isAll(found ?? [], isFoundFile)
  );
}

function isBuiltPacket(value: unknown): boolean {
  const { brief, transcript, found, parts } = recordFields(value);
  return (
    isSource(brief) &&
    /\.ya?ml$/iu.test(String(brief)) &&
    transcript === null &&
    found === undefined &&
    isAll(parts, isBuiltBrief)
  );
}

function isFoundFile(value: unknown): boolean {
  const { id, path } = recordFields(value);
  return isPlainString(id) && isSource(path);
}

function isHashedFile(value: unknown): boolean {
  const { path, sha256 } = recordFields(value);
  return isPlainString(path) && isPlainString(sha256);
}

const isSource = (value: unknown): boolean =>
  isPlainString(value) &&
  value.startsWith('source/') &&
  !/[\\\0]/u.test(value) &&
  value.split('/').every((part) => !['', '.', '..'].includes(part));
