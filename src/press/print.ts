/**
 * Edition → files: the print edition first, where a format wants it, then each format in the order
 * of what it holds.
 */
import { VFile } from 'vfile';
import { BrowserError } from '../browser/index.ts';
import { formats } from '../formats/index.ts';
import type { Format } from '../formats/format.ts';
import { paginate, type PageStamper, type PrintLayout, type Printed } from '../print/paginate.ts';
import { leftOf } from '../print/sheet.ts';
import { failed, flag } from '../rules/flag.ts';
import type { RuleId } from '../rules.ts';
import type { Artifact } from '../types.ts';
import type { World } from '../world.ts';
import { officeFor } from '../office/wishes.ts';
import { withCropMarks } from '../office/index.ts';
import { timed } from '../trace.ts';
import type { Shop } from './shop.ts';
import { batesStamp, lineStamp, styleFor } from '../office/stamps.ts';
import { flagTemplates } from './themes.ts';
import type { Office, PressOptions, Proof } from '../proof.ts';
import { checkPaper, flagGlyphs, isReady, lacking, type ReadyProof } from './fit.ts';
import { attachmentsOf, jobFor, printFacts } from './job.ts';

/** What a run delivers of one brief. */
export interface Delivery {
  /**
   * In the order of the formats that were asked for; behind them what was made beside them. Empty
   * when a gate refused.
   */
  readonly artifacts: readonly Artifact[];
  /** Printed pages that are delivered, by themselves or inside another file. */
  readonly pages: number;
}

const EMPTY_DELIVERY: Delivery = { artifacts: [], pages: 0 };

/** Makes the named formats and what they hold; nothing is returned that did not pass its gates. */
export async function writeFormats(
  proof: Proof,
  to: readonly string[],
  options: PressOptions,
  shop: Shop,
  world: World,
): Promise<Delivery> {
  if (!isReady(proof)) return EMPTY_DELIVERY;
  const { file } = proof;
  const wanted = ordered(to);
  checkPaper(proof);
  const needed = wanted.some(({ print }) => print === 'must');
  try {
    if (failed(file)) return EMPTY_DELIVERY;
    const printed = wanted.some(({ print }) => print !== 'no')
      ? await printEdition(proof, needed, options, shop)
      : null;
    if (failed(file)) return EMPTY_DELIVERY;
    // What goes wrong with a print beside the edition costs that file alone: it is told in the end.
    const aside = new VFile({ path: file.path, value: String(file.value), data: file.data });
    const uncut = (): Promise<Uint8Array | null> =>
      printUncut({ ...proof, file: aside }, options, shop);
    const job = jobFor(
      proof,
      printed,
      printFacts(proof.theme, printed?.browser ?? null, options, world),
      options,
      uncut,
    );
    const made = await writtenBy(wanted, job, file, (step, work) =>
      timed(world, options.progress, step, work),
    );
    const beside: Artifact[] = [];
    for (const name of to)
      if (!failed(file)) beside.push(...((await formats[name]?.beside?.(job, file)) ?? []));
    if (failed(file)) return EMPTY_DELIVERY;
    if (failed(aside)) file.messages.push(...aside.messages);
    return {
      artifacts: [...to.flatMap((name) => made.get(name) ?? []), ...beside],
      pages: needed ? (printed?.pages.pages.length ?? 0) : 0,
    };
  } catch (error) {
    flagTemplates(error, file);
    return EMPTY_DELIVERY;
  }
}

/** A book that is to be trimmed is printed once more, on larger paper. */
const printUncut = async (
  proof: ReadyProof,
  options: PressOptions,
  shop: Shop,
): Promise<Uint8Array | null> => (await printOrTell(proof, options, shop, true))?.pdf ?? null;

/** The formats and those that they hold, each after what it holds. */
function ordered(to: readonly string[]): readonly Format[] {
  const rows: Format[] = [];
  const add = (name: string): void => {
    const format = formats[name]!;
    for (const before of format.after) add(before);
    if (!rows.includes(format)) rows.push(format);
  };
  for (const name of to) add(name);
  return rows;
}

/**
 * Null where it could not be printed: an error when a format must have it, a remark when a format
 * only gains by it.
 */
async function printEdition(
  proof: ReadyProof,
  needed: boolean,
  options: PressOptions,
  shop: Shop,
): Promise<Printed | null> {
  if (!needed) return printAside(proof, options, shop);
  const { file } = proof;
  flagGlyphs(proof, file);
  return failed(file) ? null : printOrTell(proof, options, shop);
}

/** Null where the browser failed, told on the file. */
async function printOrTell(
  proof: ReadyProof,
  options: PressOptions,
  shop: Shop,
  cropped = false,
): Promise<Printed | null> {
  try {
    return await printTwice(proof, options, shop, cropped);
  } catch (error) {
    if (!(error instanceof BrowserError)) throw error;
    const what = cropped ? 'The file with crop marks was not made: ' : '';
    flag(proof.file, browserRule(error), `${what}${error.message}`, { hint: error.hint });
    return null;
  }
}

/**
 * What goes wrong with a print that nobody asked for costs the page numbers, not the edition that
 * would have had them.
 */
async function printAside(
  proof: ReadyProof,
  options: PressOptions,
  shop: Shop,
): Promise<Printed | null> {
  if (lacking(proof).length > 0) return null;
  const aside = new VFile({
    path: proof.file.path,
    value: proof.file.value,
    data: proof.file.data,
  });
  const printed = await printEdition({ ...proof, file: aside }, true, options, shop);
  proof.file.messages.push(...aside.messages.filter(({ ruleId }) => ruleId === 'sandbox-off'));
  const fault = aside.messages.find(({ fatal }) => fatal === true);
  if (fault)
    flag(
      proof.file,
      'print-pages-none',
      `There is no list of print pages, because nothing was printed: ${fault.reason}`,
    );
  return fault ? null : printed;
}

/** A browser may end for reasons of its own; a fresh one gets one more try. */
const printTwice = (
  proof: ReadyProof,
  options: PressOptions,
  shop: Shop,
  cropped: boolean,
): Promise<Printed | null> =>
  printOnce(proof, options, shop, cropped).catch((error: unknown) => {
    if (!(error instanceof BrowserError) || error.code !== 'crash') throw error;
    return shop.close().then(() => printOnce(proof, options, shop, cropped));
  });

async function printOnce(
  proof: ReadyProof,
  options: PressOptions,
  shop: Shop,
  cropped: boolean,
): Promise<Printed | null> {
  const { edition, theme, file } = proof;
  const session = await shop.session(theme);
  if (!session.facts.sandbox && !mayPrintUnwalled(file, options)) return null;
  const office = officeFor(options.office, proof.brief);
  const layout = { duplex: office.duplex === true, cropped };
  const given = {
    ...layout,
    stamp: stampFor(proof, layout, office),
    attachments: attachmentsOf(proof),
  };
  return timed(
    shop.world,
    options.progress,
    'printing',
    paginate(edition, theme, session, given, file),
  );
}

/** What is added to the finished pages of a book, in this order. */
function stampFor(
  proof: ReadyProof,
  layout: PrintLayout,
  { bates, lineNumbers }: Office,
): PageStamper {
  const { sheet } = proof.theme;
  const style = styleFor(proof, layout);
  const steps = [
    ...(layout.cropped ? [(pdf: Uint8Array) => withCropMarks(pdf, sheet)] : []),
    ...(lineNumbers ? [lineStamp(style, leftOf(sheet, layout, proof.edition.dir))] : []),
    ...(bates ? [batesStamp(bates, style)] : []),
  ];
  return (pdf, pages) => steps.reduce((made, step) => step(made, pages), pdf);
}

const RULES: Readonly<Record<BrowserError['code'], RuleId>> = {
  'not-found': 'browser-missing',
  'start': 'browser-start',
  'crash': 'render-crash',
  'timeout': 'render-timeout',
};

const browserRule = ({ code }: BrowserError): RuleId => RULES[code];

/** The files of formats by their names; those that a format holds are made before it. */
async function writtenBy(
  wanted: readonly Format[],
  job: Parameters<Format['write']>[0],
  file: VFile,
  told: <T>(step: string, work: Promise<T>) => Promise<T>,
): Promise<ReadonlyMap<string, Artifact>> {
  const made = new Map<string, Artifact>();
  for (const format of wanted) {
    const held = format.after.flatMap((name) => made.get(name) ?? []);
    const artifact = await told(
      `writing ${format.name}`,
      format.write({ ...job, made: held }, file),
    );
    if (artifact) made.set(format.name, artifact);
  }
  return made;
}

/** What is not trusted is not printed without a sandbox; what else is says so, once. */
function mayPrintUnwalled(file: VFile, { untrusted, sandbox }: PressOptions): boolean {
  if (untrusted)
    flag(
      file,
      'sandbox-needed',
      'This machine allows the browser no sandbox, and the content is not trusted',
    );
  else if (sandbox && !file.messages.some(({ ruleId }) => ruleId === 'sandbox-off'))
    flag(file, 'sandbox-off', 'This machine allows the browser no sandbox; it printed without');
  return !untrusted;
}
