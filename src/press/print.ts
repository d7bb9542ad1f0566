/** Edition → files: the print edition first, where a format wants it, then each format in the order of what it holds. */
import { createHash } from 'node:crypto';
import type { Nodes as HastNodes } from 'hast';
import { VFile } from 'vfile';
import { BrowserError } from '../browser/index.ts';
import { missingGlyphs } from '../fonts.ts';
import { formats } from '../formats/index.ts';
import type { Format, Job } from '../formats/format.ts';
import { ledgerRecord } from '../formats/ledger.ts';
import type { Attachment } from '../pdf/facts.ts';
import { paginate, type Printed, type PrintLayout, type Stamp } from '../print/paginate.ts';
import { leftOf } from '../print/sheet.ts';
import { failed, flag, type RuleId } from '../rules.ts';
import type { Theme } from '../theme/theme.ts';
import type { Artifact, Brief, Edition } from '../types.ts';
import { version } from '../version.ts';
import type { World } from '../world.ts';
import { officeFor, officeRecord } from '../office/wishes.ts';
import { marked } from '../office/index.ts';
import { timed } from './progress.ts';
import type { Shop } from './shop.ts';
import { batesStamp, lineStamp, styleFor } from '../office/stamps.ts';
import { flagTemplates } from './themes.ts';
import type { Office, PressOptions, Proof } from '../proof.ts';

/** A proof that got as far as its edition, with its theme. */
interface Ready extends Proof {
  readonly brief: Brief;
  readonly edition: Edition;
  readonly theme: Theme;
}

const isReady = (proof: Proof): proof is Ready => proof.brief !== null && proof.edition !== null && proof.theme !== null;

/** What a run delivers of one brief. */
export interface Delivery {
  /** In the order of the formats that were asked for; behind them what was made beside them. Empty when a gate refused. */
  readonly artifacts: readonly Artifact[];
  /** Printed pages that are delivered, by themselves or inside another file. */
  readonly pages: number;
}

const NOTHING: Delivery = { artifacts: [], pages: 0 };

/** Makes the named formats and what they hold; nothing is returned that did not pass its gates. */
export async function writeFormats(
  proof: Proof,
  to: readonly string[],
  options: PressOptions,
  shop: Shop,
  world: World,
): Promise<Delivery> {
  if (!isReady(proof)) return NOTHING;
  const { file } = proof;
  const wanted = ordered(to);
  checkPaper(proof);
  const needed = wanted.some(({ print }) => print === 'must');
  try {
    if (failed(file)) return NOTHING;
    const printed = wanted.some(({ print }) => print !== 'no') ? await printEdition(proof, needed, options, shop) : null;
    if (failed(file)) return NOTHING;
    // What goes wrong with a print beside the edition costs that file alone: it is told in the end.
    const aside = new VFile({ path: file.path, value: String(file.value) });
    const uncut = (): Promise<Uint8Array | null> => printUncut({ ...proof, file: aside }, options, shop);
    const job = jobFor(proof, printed, factsOf(proof.theme, printed?.browser ?? null, options, world), options, uncut);
    const made = new Map<string, Artifact>();
    for (const format of wanted) {
      const held = format.after.flatMap((name) => made.get(name) ?? []);
      const artifact = await timed(world, options.progress, `writing ${format.name}`, format.write({ ...job, made: held }, file));
      if (artifact) made.set(format.name, artifact);
    }
    const beside: Artifact[] = [];
    for (const name of to) if (!failed(file)) beside.push(...((await formats[name]?.beside?.(job, file)) ?? []));
    if (failed(file)) return NOTHING;
    if (failed(aside)) file.messages.push(...aside.messages);
    return {
      artifacts: [...to.flatMap((name) => made.get(name) ?? []), ...beside],
      pages: needed ? (printed?.pages.pages.length ?? 0) : 0,
    };
  } catch (error) {
    flagTemplates(error, file);
    return NOTHING;
  }
}

/** A book that is to be trimmed is printed once more, on larger paper. */
const printUncut = async (proof: Ready, options: PressOptions, shop: Shop): Promise<Uint8Array | null> =>
  (await printOrTell(proof, options, shop, true))?.pdf ?? null;

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

/** Null where it could not be printed: an error when a format must have it, a remark when a format only gains by it. */
async function printEdition(proof: Ready, needed: boolean, options: PressOptions, shop: Shop): Promise<Printed | null> {
  if (!needed) return printAside(proof, options, shop);
  const { file } = proof;
  flagGlyphs(proof, file);
  return failed(file) ? null : printOrTell(proof, options, shop);
}

/** Null where the browser failed, told on the file. */
async function printOrTell(proof: Ready, options: PressOptions, shop: Shop, cropped = false): Promise<Printed | null> {
  try {
    return await printTwice(proof, options, shop, cropped);
  } catch (error) {
    if (!(error instanceof BrowserError)) throw error;
    const what = cropped ? 'The file with crop marks was not made: ' : '';
    flag(proof.file, browserRule(error), `${what}${error.message}`, { hint: error.hint });
    return null;
  }
}

/** What goes wrong with a print that nobody asked for costs the page numbers, not the edition that would have had them. */
async function printAside(proof: Ready, options: PressOptions, shop: Shop): Promise<Printed | null> {
  if (lacking(proof).length > 0) return null;
  const aside = new VFile({ path: proof.file.path, value: proof.file.value });
  const printed = await printEdition({ ...proof, file: aside }, true, options, shop);
  proof.file.messages.push(...aside.messages.filter(({ ruleId }) => ruleId === 'sandbox-off'));
  const fault = aside.messages.find(({ fatal }) => fatal === true);
  if (fault) flag(proof.file, 'print-pages-none', `There is no list of print pages, because nothing was printed: ${fault.reason}`);
  return fault ? null : printed;
}

/** A browser may end for reasons of its own; a fresh one gets one more try. */
const printTwice = (proof: Ready, options: PressOptions, shop: Shop, cropped: boolean): Promise<Printed | null> =>
  printOnce(proof, options, shop, cropped).catch((error: unknown) => {
    if (!(error instanceof BrowserError) || error.code !== 'crash') throw error;
    return shop.close().then(() => printOnce(proof, options, shop, cropped));
  });

async function printOnce(proof: Ready, options: PressOptions, shop: Shop, cropped: boolean): Promise<Printed | null> {
  const { edition, theme, file } = proof;
  const session = await shop.session(theme);
  if (!session.facts.sandbox && options.untrusted) {
    flag(file, 'sandbox-needed', 'This machine allows the browser no sandbox, and the content is not trusted');
    return null;
  }
  if (!session.facts.sandbox && options.sandbox && !file.messages.some(({ ruleId }) => ruleId === 'sandbox-off'))
    flag(file, 'sandbox-off', 'This machine allows the browser no sandbox; it printed without');
  const office = officeFor(options.office, proof.brief);
  const layout = { duplex: office.duplex === true, cropped };
  const given = { ...layout, stamp: stampFor(proof, layout, office), attachments: attachmentsOf(proof) };
  return timed(shop.world, options.progress, 'printing', paginate(edition, theme, session, given, file));
}

/** What is added to the finished pages of a book, in this order. */
function stampFor(proof: Ready, layout: PrintLayout, { bates, lineNumbers }: Office): Stamp {
  const { sheet } = proof.theme;
  const style = styleFor(proof, layout);
  const steps = [
    ...(layout.cropped ? [(pdf: Uint8Array) => marked(pdf, sheet)] : []),
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

/** What travels inside the PDF (ISO 19005-3, 6.8): the brief, the ledger, and what the two rest on. */
function attachmentsOf({ brief, edition, transcripts }: Ready): readonly Attachment[] {
  const json = (value: object): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`);
  const source = new TextEncoder().encode(brief.markdown);
  const manifest = {
    program: `briefpress ${version}`,
    identifier: edition.identifier,
    source: { name: 'brief.md', sha256: createHash('sha256').update(source).digest('hex') },
    transcripts: transcripts.map(({ sourceId, name, sha256 }) => ({ source: sourceId, name, sha256 })),
  };
  return [
    {
      name: 'brief.md',
      mediaType: 'text/markdown',
      bytes: source,
      description: 'The brief as its author wrote it',
      relationship: 'Source',
    },
    {
      name: 'ledger.json',
      mediaType: 'application/json',
      bytes: json(ledgerRecord({ brief, edition, transcripts })),
      description: 'Every quotation with its speaker and verdict',
      relationship: 'Data',
    },
    {
      name: 'manifest.json',
      mediaType: 'application/json',
      bytes: json(manifest),
      description: 'What this file was made from',
      relationship: 'Data',
    },
  ];
}

function jobFor(proof: Ready, printed: Printed | null, facts: Job['facts'], { office }: PressOptions, uncut: Job['uncut']): Job {
  const { brief, edition, theme, transcripts } = proof;
  return {
    edition,
    theme,
    brief,
    transcripts,
    pages: printed?.pages ?? null,
    pdf: printed?.pdf ?? null,
    office: officeFor(office, brief),
    uncut,
    made: [],
    facts,
  };
}

/** Versions and hashes of what took part, and what the command line asked for; nothing about the machine. */
function factsOf(theme: Theme, browser: string | null, { paper, office }: PressOptions, { env }: World): Job['facts'] {
  const asked = officeRecord(office);
  return {
    program: `briefpress ${version}`,
    node: process.version,
    browser,
    paper,
    ...(asked && { office: asked }),
    theme: { name: theme.name, files: theme.files.map(({ path, sha256 }) => ({ path, sha256 })) },
    fonts: [...theme.faces, ...theme.spares.map(({ face }) => face)].map(({ family, weight, style, sha256 }) => ({
      family,
      weight,
      style,
      sha256,
    })),
    sourceDateEpoch: env['SOURCE_DATE_EPOCH'] ?? null,
  };
}

/** Flags what keeps a brief from being printed: an unknown paper, a character that no font of the theme has. */
export function checkPrint(proof: Proof): void {
  if (!isReady(proof)) return;
  checkPaper(proof);
  flagGlyphs(proof, proof.file);
}

/** A paper that the theme does not have is told whatever is made: whoever names one expects it to be known. */
function checkPaper({ theme, file }: Ready): void {
  const { papers, sheet } = theme;
  if (sheet.sizes === null) {
    flag(file, 'paper-unknown', `The theme ${theme.name} has no paper “${sheet.paper}”`, {
      expected: papers,
      hint: `Write one of: ${papers.join(', ')}.`,
    });
  }
}

/** Characters that neither the theme's faces nor its spare ones have. */
function lacking({ brief, edition, theme }: Ready): ReturnType<typeof missingGlyphs> {
  const spared = new Set(theme.spares.flatMap(({ characters }) => characters));
  return missingGlyphs(wordsOf(brief, edition), theme.faces).filter(({ character }) => !spared.has(character));
}

const SHOWN = 8;

function flagGlyphs(proof: Ready, file: VFile): void {
  const { text } = proof.brief;
  const missing = lacking(proof);
  for (const { character, index } of missing.slice(0, SHOWN)) {
    const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
    const place = index < text.length ? { start: index, end: index + character.length } : undefined;
    flag(file, 'glyph-missing', `The fonts of the theme ${proof.theme.name} lack the character ${character} (${code})`, { place });
  }
  if (missing.length > SHOWN) flag(file, 'glyph-missing', `${missing.length - SHOWN} more characters are lacking`);
}

/**
 * The theme as it prints this brief: with the faces that its words need, on the paper that the run asks for, else the brief, else on its first.
 * @param paper that the run asks for
 */
export const fitted = async (theme: Theme, brief: Brief, edition: Edition, paper: string | null): Promise<Theme> =>
  (await theme.covering(wordsOf(brief, edition))).on(paper ?? brief.meta.paper);

/** All that may be printed: the brief, and behind it words that come from elsewhere (transcripts in word diffs, labels, references to characters). */
function wordsOf(brief: Brief, edition: Edition): string {
  const diffs = edition.ledger.entries.flatMap(({ evidence }) => ('diff' in evidence ? evidence.diff.map(({ words }) => words) : []));
  const named = brief.text.includes('&') ? edition.chapters.flatMap(({ tree }) => (tree ? textsIn(tree) : [])) : [];
  return [brief.text, edition.meta.status ?? '', ...diffs, ...Object.values(edition.labels), ...named].join('\n');
}

const textsIn = (node: HastNodes): readonly string[] =>
  node.type === 'text' ? [node.value] : 'children' in node ? node.children.flatMap((child) => textsIn(child as HastNodes)) : [];
