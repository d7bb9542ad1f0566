/** Briefs for programs: checked, or built, one call each. */
import { resolve } from 'node:path';
import type { VFile } from 'vfile';
import { isTaken, madeFrom } from '../commands/deliver.ts';
import { formats } from '../formats/index.ts';
import { openPress, type Press } from '../press.ts';
import type { AskedOptions, Proof } from '../proof.ts';
import { diagnostics, exitCode, type Diagnostic } from '../report.ts';
import { failed } from '../rules/flag.ts';
import type { Artifact, Verdict } from '../types.ts';
import { diskWorld } from '../world/disk.ts';
import type { World } from '../world.ts';
import { checkedQuotations, type CheckedQuotation } from './quotation.ts';

/** Options of one brief; each has its default. */
export interface CheckOptions extends AskedOptions {
  /** Warnings fail, too. */
  readonly strict?: boolean | undefined;
  /** The outside; left out, this machine. */
  readonly world?: World | undefined;
}

/** Options of a build; each has its default. */
export interface BuildOptions extends CheckOptions {
  /** Formats; left out, pdf, epub, ledger, and snapshot where it is no packet. */
  readonly to?: readonly string[] | undefined;
  /** Folder that the files go to, each brief into one of its own; null: they stay in memory. */
  readonly out?: string | null | undefined;
}

/** What is known of a brief or a packet when it has been checked. */
export interface BriefChecked {
  readonly ok: boolean;
  /** The exit code that the command line would end with. */
  readonly exit: number;
  readonly path: string;
  /** Null where it could not be read. */
  readonly title: string | null;
  /** Name of its folder of outputs; null where it could not be read. */
  readonly slug: string | null;
  /** Of every brief of a packet, in its order. */
  readonly quotations: readonly CheckedQuotation[];
  /** Numbered quotations by verdict; null where none were looked for. */
  readonly counts: Readonly<Record<Verdict, number>> | null;
  readonly problems: readonly Diagnostic[];
}

/**
 * A brief that was built. What an error stopped has no artifacts; where `strict` alone makes it fail,
 * they are there.
 */
export interface BriefBuilt extends BriefChecked {
  readonly artifacts: readonly Artifact[];
  /** Absolute paths of the files, in the order of the artifacts. */
  readonly written: readonly string[];
}

/**
 * Reads and checks one brief or packet, and prints nothing.
 * @param input path of a Markdown file, of a folder with a brief.md, or of a packet
 */
export function checkedBrief(input: string, options: CheckOptions = {}): Promise<BriefChecked> {
  return withPress(options, async (press) => {
    const proof = await press.proof(input);
    press.preflight(proof);
    return checkedFrom(proof, options.strict === true);
  });
}

/**
 * Builds one brief or packet: all its files pass their gates, or none is made.
 * @throws OutsideError where the folder can't be written to
 * @throws RangeError for a format that is none
 */
export async function pressedBrief(input: string, options: BuildOptions = {}): Promise<BriefBuilt> {
  const unknown = options.to?.find((name) => !Object.hasOwn(formats, name));
  if (unknown !== undefined)
    throw new RangeError(
      `“${unknown}” is no format; formats are ${Object.keys(formats).join(', ')}`,
    );
  const world = options.world ?? diskWorld();
  return withPress({ ...options, world }, async (press) => {
    const proof = await press.proof(input);
    const to = options.to ?? usualFormats(proof);
    const artifacts = failed(proof.file) ? [] : await press.print(proof, to);
    const written = await writtenFor(world, proof, artifacts, options.out ?? null);
    return { ...checkedFrom(proof, options.strict === true), artifacts, written };
  });
}

/** What is made where nothing is named. A packet has no snapshot of its own. */
const usualFormats = ({ parts }: Proof): readonly string[] => [
  'pdf',
  'epub',
  'ledger',
  ...(parts.length > 0 ? [] : ['snapshot']),
];

async function withPress<T>(
  { world, strict: _strict, ...asked }: CheckOptions,
  work: (press: Press) => Promise<T>,
): Promise<T> {
  const press = openPress(world, asked);
  try {
    return await work(press);
  } finally {
    await press.close();
  }
}

async function writtenFor(
  world: World,
  proof: Proof,
  artifacts: readonly Artifact[],
  out: string | null,
): Promise<readonly string[]> {
  if (artifacts.length === 0 || out === null) return [];
  const [folder, slug] = [resolve(world.cwd, out), proof.brief!.slug];
  const paths = artifacts.map(({ name }) => resolve(folder, slug, name));
  if (isTaken(world, proof.file, paths, madeFrom(world, proof))) return [];
  const files = artifacts.map(({ name, bytes }) => ({ name, bytes }));
  await world.publish(folder, files, slug);
  return paths;
}

function checkedFrom(proof: Proof, strict: boolean): BriefChecked {
  const files = filesOfProof(proof);
  const exit = exitCode(files, strict);
  return {
    ok: exit === 0,
    exit,
    path: proof.file.path,
    title: proof.brief?.meta.title ?? null,
    slug: proof.brief?.slug ?? null,
    quotations: quotationsOfProof(proof),
    counts: proof.ledger?.counts ?? null,
    problems: files.flatMap(diagnostics),
  };
}

const filesOfProof = ({ parts, file }: Proof): readonly VFile[] => [
  ...parts.map((part) => part.file),
  file,
];

function quotationsOfProof({
  brief,
  ledger,
  transcripts,
  parts,
}: Proof): BriefChecked['quotations'] {
  if (parts.length > 0) return parts.flatMap((part) => quotationsOfProof(part));
  return brief && ledger ? checkedQuotations({ brief, ledger, transcripts }) : [];
}
