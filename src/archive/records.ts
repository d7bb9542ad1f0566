/** The records of a snapshot (ledger.json, build.json) as this program reads them, and what can be checked of them alone. */
import type { Entry, Override } from '../types.ts';
import { codePointsOf, leavesOf, type Annotation, type MerkleRecord, type Target } from './annotations.ts';
import type { Report } from './bag/read.ts';
import { digest } from './digest.ts';
import { merkleRoot } from './merkle.ts';
import { bytesIn, type Tree } from './tree.ts';

export interface LedgerRecord {
  readonly format: string;
  readonly brief: {
    readonly slug: string;
    readonly identifier: string;
    readonly title: string;
    readonly date: string | null;
    readonly lang: string;
  };
  readonly entries: readonly Pick<Entry, 'number' | 'id' | 'text' | 'kind' | 'speaker' | 'section' | 'evidence'>[];
  readonly annotations: readonly Annotation[];
  readonly merkle: MerkleRecord;
}

export interface BuildRecord {
  readonly format: string;
  /** Path below data/. */
  readonly brief: string;
  readonly slug: string;
  /** Path below data/. */
  readonly transcript: string | null;
  readonly modified: string | null;
  readonly paper?: string | null;
  /** What was asked of the office printer, unchecked. */
  readonly office?: unknown;
  readonly program: string;
  readonly sourceDateEpoch?: string | null;
  readonly theme?: { readonly name: string; readonly files?: readonly { readonly path: string; readonly sha256: string }[] };
  readonly overrides: readonly Override[];
}

export interface Records {
  readonly ledger: LedgerRecord;
  readonly build: BuildRecord;
}

/** Null where a record is missing or no longer understood (reported). */
export async function readRecords(tree: Tree, report: Report): Promise<Records | null> {
  const ledger = await readJson<LedgerRecord>(tree, 'data/ledger.json', 'briefpress ledger 1', isLedger, report);
  const build = await readJson<BuildRecord>(tree, 'data/build.json', 'briefpress build 1', isBuild, report);
  return ledger && build ? { ledger, build } : null;
}

async function readJson<T extends { readonly format: string }>(
  tree: Tree,
  path: string,
  format: string,
  fits: (value: T) => boolean,
  report: Report,
): Promise<T | null> {
  const bytes = await bytesIn(tree, path);
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes ?? new Uint8Array(0))) as T;
    if (value.format === format && fits(value)) return value;
  } catch {
    // told below, as any other record that is not understood
  }
  report('snapshot-record', bytes ? `${path} is not a record of the form “${format}”` : `${path} is missing`);
  return null;
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isLedger = ({ entries, annotations, merkle, brief }: LedgerRecord): boolean =>
  isText(merkle.root) &&
  isText(brief.title) &&
  entries.every(
    ({ id, text, number, speaker, evidence }) => [id, text, evidence.status].every(isText) && Number.isInteger(number) && 'name' in speaker,
  ) &&
  annotations.every(({ body, target, number }) => isText(body.value) && Number.isInteger(number) && target.every(isTarget));
const isTarget = ({ source, selector }: Target): boolean => isText(source) && selector.every((one) => typeof one === 'object');
const isBuild = ({ brief, slug, transcript, theme }: BuildRecord): boolean =>
  [brief, slug, transcript ?? '', theme?.name ?? ''].every((value) => isText(value) && !value.split('/').includes('..'));

/** Every annotation must stand where it says, in the archived files; together they must give the root. */
export async function checkLedger(tree: Tree, { ledger }: Records, report: Report): Promise<void> {
  const { annotations, merkle } = ledger;
  if (merkleRoot(leavesOf(annotations)) !== merkle.root || annotations.length !== merkle.size)
    report('snapshot-record', 'The annotations in data/ledger.json do not give the root that stands beside them');
  for (const [i, entry] of ledger.entries.entries()) {
    if (!isSame(entry, annotations[i])) report('snapshot-record', `Entry ${entry.number} of the ledger is not what its annotation says`);
  }
  const texts = new Map<string, readonly string[] | null>();
  for (const { number, body, target } of annotations) {
    if (digest('sha256', body.value) !== body.sha256)
      report('snapshot-record', `The words of quotation ${number} are not those of its checksum`);
    for (const { source, selector } of target) {
      if (!texts.has(source)) texts.set(source, await pointsIn(tree, source));
      if (!stands(texts.get(source)!, selector))
        report('snapshot-quotation', `Quotation ${number} does not stand in data/${source} where the ledger says`);
    }
  }
}

const isSame = ({ number, text, speaker, evidence }: LedgerRecord['entries'][number], annotation: Annotation | undefined): boolean =>
  annotation?.number === number &&
  annotation.body.value === text &&
  annotation.speaker === speaker.name &&
  annotation.verdict === evidence.status;

async function pointsIn(tree: Tree, path: string): Promise<readonly string[] | null> {
  const bytes = await bytesIn(tree, `data/${path}`);
  return bytes && codePointsOf(bytes);
}

function stands(points: readonly string[] | null, selector: readonly { readonly [key: string]: unknown }[]): boolean {
  const quote = selector.find(({ type }) => type === 'TextQuoteSelector');
  const position = selector.find(({ type }) => type === 'TextPositionSelector');
  return points !== null && points.slice(Number(position?.['start']), Number(position?.['end'])).join('') === quote?.['exact'];
}
