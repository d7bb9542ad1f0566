/**
 * What the records of a snapshot say, held against each other and against the archived files. One
 * row per check.
 */
import { verdictOf } from '../ledger.ts';
import { canonical } from './digest.ts';
import { codePointsOf, leavesOf, type Annotation, type AnnotationTarget } from './annotations.ts';
import { checkBound, recordsApart } from './bound.ts';
import type { Measure } from './bag/measure.ts';
import type { Bag, BagReport } from './bag/read.ts';
import { digest } from './digest.ts';
import { merkleRoot } from './merkle.ts';
import type { LedgerRecord, Records } from './records.ts';
import { bytesIn, type FileTree } from './tree.ts';

interface Snapshot extends Records {
  readonly bag: Bag;
  readonly measures: ReadonlyMap<string, Measure | null>;
}

const LEDGER_CHECKS: readonly ((snapshot: Snapshot, report: BagReport) => void | Promise<void>)[] =
  [
    ({ ledger }, report) => checkRoot(ledger, report),
    ({ ledger }, report) => checkEntries(ledger, report),
    ({ ledger }, report) => checkBound(ledger, report),
    checkFiles,
    checkInfo,
    checkParts,
    async ({ ledger, build, bag }, report) => {
      for (const [i, records] of recordsApart({ ledger, build }).entries())
        await checkPlaces(
          bag.tree,
          records.ledger.annotations,
          (build.parts?.[i] ?? build).brief,
          report,
        );
    },
  ];

/**
 * Compares the records of a snapshot with its files and with each other; every contradiction is
 * reported.
 */
export async function checkRecords(snapshot: Snapshot, report: BagReport): Promise<void> {
  for (const check of LEDGER_CHECKS) await check(snapshot, report);
}

/** Both records tell of the same briefs, each in its own folder. */
function checkParts({ ledger, build }: Snapshot, report: BagReport): void {
  const { briefs = [] } = ledger.brief;
  const { parts = [] } = build;
  const same = briefs.every(({ folder }, i) => parts[i]?.brief.startsWith(`${folder}/`));
  if (parts.length !== briefs.length || !same)
    report('snapshot-record', 'data/build.json binds other briefs than data/ledger.json');
}

function checkRoot({ brief, annotations, merkle }: LedgerRecord, report: BagReport): void {
  if (
    merkleRoot(leavesOf(brief, annotations)) !== merkle.root ||
    annotations.length + 1 !== merkle.size
  )
    report(
      'snapshot-record',
      'The document and annotations in data/ledger.json do not give the root that stands beside them',
    );
  if (brief.quotations !== annotations.length)
    report(
      'snapshot-record',
      `The document in data/ledger.json has ${brief.quotations} quotations, and there are ${annotations.length}`,
    );
}

/**
 * Each quotation stands once in the ledger, under its number, and says what its annotation says.
 */
function checkEntries(
  { brief, entries, annotations, counts }: LedgerRecord,
  report: BagReport,
): void {
  if (entries.length !== annotations.length)
    report(
      'snapshot-record',
      `The ledger has ${entries.length} entries and ${annotations.length} annotations`,
    );
  const ids = new Set<string>();
  const verdicts = new Map<string, number>();
  for (const [i, entry] of entries.entries()) {
    const { number, id } = entry;
    const verdict = verdictOf(entry);
    if (number !== i + 1 || ids.has(id))
      report(
        'snapshot-record',
        `Entry ${number} of the ledger stands twice, or in the wrong place`,
      );
    ids.add(id);
    verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
    if (!isSameEntry(entry, annotations[i], brief))
      report('snapshot-record', `Entry ${number} of the ledger is not what its annotation says`);
  }
  if (Object.entries(counts).some(([verdict, count]) => count !== (verdicts.get(verdict) ?? 0)))
    report('snapshot-record', 'The counts of the ledger are not those of its entries');
}

const isSameEntry = (
  entry: LedgerRecord['entries'][number],
  annotation: Annotation | undefined,
  { identifier, lang }: LedgerRecord['brief'],
): boolean =>
  annotation !== undefined &&
  canonical([
    entry.number,
    `${identifier}#${entry.id}`,
    entry.text,
    entry.kind,
    entry.speaker.name,
    verdictOf(entry),
    lang,
  ]) ===
    canonical([
      annotation.number,
      annotation.id,
      annotation.body.value,
      annotation.kind,
      annotation.speaker,
      annotation.verdict,
      annotation.body.language,
    ]);

/**
 * Every file of data/ is named by a record with its checksum, and none is named that is not there.
 */
function checkFiles({ ledger, build, measures }: Snapshot, report: BagReport): void {
  const { sources } = ledger.brief;
  const theme = (build.theme?.files ?? []).map(({ path, sha256 }): [string, string] => [
    `theme/${path}`,
    sha256,
  ]);
  const rows = [
    ...Object.entries(sources).map((row) => [...row, 'ledger.json'] as const),
    ...[...Object.entries(build.sources), ...Object.entries(build.results), ...theme].map(
      (row) => [...row, 'build.json'] as const,
    ),
  ];
  for (const [path, sha256, record] of rows) {
    if (measures.get(`data/${path}`)?.hex['sha256'] !== sha256)
      report('snapshot-record', `data/${path} is not the file that data/${record} names`);
  }
  const named = new Set([
    ...Object.keys(sources),
    ...Object.keys(build.results),
    ...theme.map(([path]) => path),
    ...UNNAMED,
  ]);
  const isThemeOpen = build.theme?.files === undefined;
  for (const path of measures.keys()) {
    const inside = path.startsWith('data/') ? path.slice('data/'.length) : null;
    if (inside === null || named.has(inside) || (isThemeOpen && inside.startsWith('theme/')))
      continue;
    report('snapshot-record', `${path} is named by no record of the snapshot`);
  }
}

/** Records that name the others. */
const UNNAMED = ['build.json', 'ro-crate-metadata.json'] as const;

/** Labels of bag-info.txt that catalogues read. */
function checkInfo({ bag, ledger: { brief } }: Snapshot, report: BagReport): void {
  const rows = [
    ['External-Identifier', brief.identifier],
    ['External-Description', brief.title.replaceAll(/\s+/gu, ' ').trim()],
  ] as const;
  for (const [label, wanted] of rows) {
    const found = bag.info.filter(([name]) => name === label.toLowerCase());
    if (found.some(([, value]) => value !== wanted))
      report('snapshot-record', `${label} in bag-info.txt is not that of data/ledger.json`);
  }
}

/**
 * Every annotation must stand where it says, in the archived files, and in the brief itself at
 * least once.
 */
async function checkPlaces(
  tree: FileTree,
  annotations: readonly Annotation[],
  brief: string,
  report: BagReport,
): Promise<void> {
  const texts = new Map<string, readonly string[] | null>();
  for (const { number, body, target } of annotations) {
    if (digest('sha256', body.value) !== body.sha256)
      report('snapshot-record', `The words of quotation ${number} are not those of its checksum`);
    if (!target.some(({ source }) => source === brief))
      report(
        'snapshot-quotation',
        `Quotation ${number} stands nowhere in data/${brief}, the brief`,
      );
    for (const { source, selector } of target) {
      if (!texts.has(source)) texts.set(source, await codePointsAt(tree, source));
      if (!selectorStands(texts.get(source)!, selector))
        report(
          'snapshot-quotation',
          `Quotation ${number} does not stand in data/${source} where the ledger says`,
        );
    }
  }
}

async function codePointsAt(tree: FileTree, path: string): Promise<readonly string[] | null> {
  const bytes = path.startsWith('source/') ? await bytesIn(tree, `data/${path}`) : null;
  return bytes && codePointsOf(bytes);
}

function selectorStands(
  points: readonly string[] | null,
  selector: AnnotationTarget['selector'],
): boolean {
  const quote = selector.find(({ type }) => type === 'TextQuoteSelector');
  const position = selector.find(({ type }) => type === 'TextPositionSelector');
  const [start, end] = [Number(position?.['start']), Number(position?.['end'])];
  return points !== null && start < end && points.slice(start, end).join('') === quote?.['exact'];
}
