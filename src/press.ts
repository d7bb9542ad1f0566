/**
 * The order of the stages: `proof` goes up to the edition and needs no browser; `print` goes from
 * there to finished files.
 */
import { VFile } from 'vfile';
import { compose } from './compose/index.ts';
import { readBrief } from './read/index.ts';
import { failed, flag } from './rules/flag.ts';
import type { Artifact, Brief } from './types.ts';
import type { World } from './world.ts';
import { diskWorld } from './world/disk.ts';
import { deadlineIn, type Deadline } from './browser/index.ts';
import { checkPrint, fitted } from './press/fit.ts';
import { continued } from './office/wishes.ts';
import { beginStep } from './trace.ts';
import { abortableBy, stepsTold } from './press/abort.ts';
import { packetProof } from './press/packet.ts';
import { bindsBriefs, packetSlug } from './packet/read.ts';
import { locateBrief } from './read/locate.ts';
import type { EachRow } from './read/each.ts';
import { openThemes } from './press/themes.ts';
import { corpusDoor } from './press/corpus.ts';
import { inputOf, settleBrief, type SourceSupply } from './press/judge.ts';
import { openShop, type Shop } from './press/shop.ts';
import {
  withDefaults,
  type AskedOptions,
  type LaidBrief,
  type PressOptions,
  type Proof,
} from './proof.ts';

export { bindsBriefs, isPacket } from './packet/read.ts';

export { readEachRows, type EachRow } from './read/each.ts';

export { openGate, type DraftProof } from './press/draft.ts';

export { judgeBrief, type JudgedBrief } from './press/judge.ts';

/** A run: briefs and packets become proofs, proofs become files. */
export interface Press {
  /**
   * Reads and checks one brief or packet: a path as the user wrote it, `-` for standard input.
   * Problems are on `proof.file`. @param row whose words are filled into a brief
   */
  proof(input: string, row?: EachRow | null): Promise<Proof>;
  /** Reads and checks several briefs and binds them as one book with this title. */
  bind(title: string, briefs: readonly string[]): Promise<Proof>;
  /** A packet whose briefs lie elsewhere than its file says: in a snapshot. */
  rebind(packet: string, laid: readonly LaidBrief[]): Promise<Proof>;
  /** Flags what would keep this brief from being printed, without printing. */
  preflight(proof: Proof): void;
  /** Finished artifacts of the named formats, in their order; empty when a gate refused. */
  print(proof: Proof, to: readonly string[]): Promise<readonly Artifact[]>;
  /** Ends the browser, if one was started. */
  close(): Promise<void>;
}

/**
 * One press per run: themes are loaded once, and one browser prints all briefs.
 * @param outside left out, this machine
 * @param asked options of which each has a default (`PressOptions` tells them)
 */
export function openPress(outside: World = diskWorld(), asked: AskedOptions = {}): Press {
  const options = withDefaults(asked);
  const world = stepsTold(outside, options.onStep ?? null);
  const deadline: Deadline = deadlineIn(options.timeout);
  const themes = openThemes(world);
  const shop: Shop = openShop(world, options, deadline);
  /** Pages delivered so far: numbers of a production go on over the briefs of a run. */
  let delivered = 0;
  const corpus = corpusDoor(world, options);
  const one = (input: string, row: EachRow | null = null, laid?: LaidBrief): Promise<Proof> =>
    proof(world, { ...options, ...(laid && suppliedBy(laid)), corpus }, themes, input, row);
  const whileWanted = abortableBy(options.signal ?? null, () => shop.close());
  const packet = {
    world,
    theme: options.theme,
    paper: options.paper,
    untrusted: options.untrusted === true,
    status: options.office?.status ?? null,
    themes,
    proof: (brief: string, laid?: LaidBrief) => one(brief, null, laid),
  };
  return {
    proof: (input, row = null) =>
      whileWanted(async () =>
        explained(
          (await bindsBriefs(world, input))
            ? await packetProof({ path: input }, packet)
            : await one(input, row),
        ),
      ),
    bind: (title, briefs) =>
      whileWanted(async () => explained(await packetProof({ title, briefs }, packet))),
    rebind: (path, laid) =>
      whileWanted(async () => explained(await packetProof({ path, laid }, packet))),
    preflight: (given) => checkPrint(given),
    print: (given, to) => whileWanted(() => printed(given, to)),
    close: () => shop.close(),
  };

  async function printed(given: Proof, to: readonly string[]): Promise<readonly Artifact[]> {
    if (!given.edition || failed(given.file)) return [];
    // From the second on: until then parts of the program are loaded, and V8 takes what it compiled
    // of them in earlier runs only under the flags of then.
    if (delivered > 0) world.levelMemory();
    const { writeFormats } = await import('./press/print.ts');
    const here = { ...options, office: continued(options.office, delivered) };
    const { artifacts, pages } = await writeFormats(given, to, here, shop, world);
    if (artifacts.length < to.length && !failed(given.file))
      throw new Error(`of ${to.join(', ')} not all was made, and no message says why`);
    delivered += pages;
    return artifacts;
  }
}

const suppliedBy = ({ transcript, found }: LaidBrief): SourceSupply => ({ transcript, found });

/**
 * What could not be made must have said why: a run that makes nothing never ends well. Throws where
 * it has not, which is a bug.
 */
function explained(done: Proof): Proof {
  if ((done.edition === null || done.theme === null) && !failed(done.file))
    throw new Error(`${done.file.path ?? 'the brief'} could not be read, and no message says why`);
  return done;
}

async function proof(
  world: World,
  options: PressOptions & SourceSupply,
  themes: ReturnType<typeof openThemes>,
  named: string,
  row: EachRow | null,
): Promise<Proof> {
  const file = new VFile();
  beginStep(world, `Reading ${named}`);
  const read = restated(
    await readBrief(world, await inputOf(world, named, options, row), file),
    options.office?.status,
  );
  if (!read)
    return {
      file,
      brief: read,
      transcripts: [],
      ledger: null,
      edition: null,
      theme: null,
      parts: [],
    };
  if (options.untrusted && read.meta.theme !== null)
    flag(file, 'untrusted', `The brief asks for the theme “${read.meta.theme}”`);
  const theme = await themes.load(options.theme, options.untrusted ? null : read.meta.theme, file);
  const { brief, transcripts, ledger } = await settleBrief(world, options, read, file);
  beginStep(world, `Composing ${brief.path}`);
  const edition = failed(file) ? null : compose(brief, ledger, world.env, file);
  const dressed = edition && theme ? await fitted(theme, brief, edition, options.paper) : theme;
  return { file, brief, transcripts, ledger, edition, theme: dressed, parts: [] };
}

/** The brief with the status that the command line gives it. */
const restated = (brief: Brief | null, status: string | null = null): Brief | null =>
  brief && status !== null ? { ...brief, meta: { ...brief.meta, status } } : brief;

/**
 * What the outputs of an input are called, before it is read: a slug; null where nothing is there
 * to be read.
 */
export async function outputName(world: World, input: string): Promise<string | null> {
  if (input === '-') return 'stdin';
  return (await bindsBriefs(world, input))
    ? packetSlug(input)
    : ((await locateBrief(world, input, new VFile()))?.slug ?? null);
}
