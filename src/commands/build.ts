/** `briefpress build`: every stage, then the files. */
import { visible } from '../report.ts';
import { join, relative, resolve } from 'node:path';
import { formats } from '../formats/index.ts';
import { VFile } from 'vfile';
import { bindsBriefs, openPress, readEachRows, type EachRow, type Press } from '../press.ts';
import { readNames } from '../office/names.ts';
import { failed, flag } from '../rules/flag.ts';
import type { Artifact } from '../types.ts';
import type { World } from '../world.ts';
import { refuseOffice } from './refuse-office.ts';
import { artifactSentence, readingLines, statusLine } from './summary.ts';
import { clash, isTaken, madeFrom } from './deliver.ts';
import { addedCounts, verdictCounts } from './counts.ts';
import { inOrder, lanesFor, type LaneJob } from './lanes.ts';
import {
  contradictingForms,
  finishRun,
  formedOptions,
  inputsOf,
  painter,
  pressOptions,
  reporting,
  tellFileMessages,
  usage,
  type Options,
} from './run.ts';
import type { Proof } from '../proof.ts';

/** What is made of one brief. */
interface Built {
  readonly proof: Proof;
  readonly outputs: readonly { readonly path: string; readonly artifact: Artifact }[];
}

/**
 * `briefpress build`: prints briefs or a packet into the output folder; resolves to the exit code.
 */
export async function runBuild(
  world: World,
  named: readonly string[],
  asked: Options,
): Promise<number> {
  const options = formedOptions(asked);
  if (options === null) return usage(world, ...contradictingForms(asked));
  const to = formatsIn(options['to']);
  const inputs = await inputsOf(world, named);
  const packet = await firstPacket(world, inputs);
  const refusal = refuseFormats(to, options) ?? refuseFor(inputs, packet, to, options);
  if (refusal) return usage(world, ...refusal);
  const clashing = typeof options['bind'] === 'string' ? null : await clash(world, inputs);
  if (clashing) return usage(world, ...clashing);
  const list = new VFile();
  const copies =
    typeof options['copies'] === 'string' ? await readNames(world, options['copies'], list) : [];
  const table = new VFile();
  const rows =
    typeof options['each'] === 'string'
      ? await readEachRows(world, options['each'], table)
      : [null];
  for (const file of [list, table]) tellFileMessages(world, file, options);
  if (failed(list) || failed(table))
    return finishRun(world, [list, table], options, { outputs: [] });
  if (options['out'] === '-' && rows.length > 1)
    return usage(
      world,
      `standard output takes a single brief, and the table has ${rows.length} rows`,
      'Name a folder with --out.',
    );
  const { files, ...made } = await buildAll(world, inputs, {
    to,
    copies,
    rows,
    options,
    packet,
  });
  return finishRun(world, [list, table, ...files], options, made);
}

/** What is kept of all briefs of a run. */
interface BuiltAll {
  readonly files: readonly VFile[];
  readonly outputs: readonly object[];
  readonly verdicts: Readonly<Record<string, number>>;
}

/** Of a brief that is done, what the last line tells is kept, and neither its files nor trees. */
async function buildAll(world: World, inputs: readonly string[], run: BuildRun): Promise<BuiltAll> {
  const { copies, options } = run;
  const asked = pressOptions(options, world);
  // A browser each: what one brief does to its browser is nothing to another.
  const presses = Array.from({ length: isLinked(run) ? 1 : lanesFor(inputs.length) }, () =>
    openPress(world, { ...asked, office: { ...asked.office, copies } }),
  );
  const files: VFile[] = [];
  const outputs: object[] = [];
  let verdicts = verdictCounts([]);
  try {
    for await (const printed of inOrder(presses, printJobs(inputs, run))) {
      const built = await deliverProof(world, printed, options);
      files.push(...[built.proof, ...built.proof.parts].map(({ file }) => file));
      outputs.push(...outputRows(built));
      verdicts = addedCounts(verdicts, verdictCounts([built.proof.ledger]));
      // A name that no column has is missing in every row.
      if (built.proof.file.messages.some(({ ruleId }) => ruleId === 'each-name')) break;
    }
  } finally {
    await Promise.all(presses.map((press) => press.close()));
  }
  return { files, outputs, verdicts };
}

/**
 * Whether one is to wait for another: numbers that go on over a production, rows of one table,
 * briefs of one book.
 */
const isLinked = ({ rows, options, packet }: BuildRun): boolean =>
  rows.length > 1 ||
  packet !== undefined ||
  options['bates'] !== undefined ||
  options['bind'] !== undefined;

interface BuildRun {
  readonly to: ReturnType<typeof formatsIn>;
  readonly copies: Awaited<ReturnType<typeof readNames>>;
  readonly rows: readonly (EachRow | null)[];
  readonly options: Options;
  /** The first input that is a packet. */
  readonly packet: string | undefined;
}

/** What is made where `--to` says nothing. */
const USUAL = ['pdf', 'epub', 'ledger', 'snapshot'];

/** The formats that `--to` names, each once. */
const formatsIn = (asked: Options[string]): readonly string[] => [
  ...new Set(
    (asked === undefined ? USUAL : String(asked).split(','))
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
];

/** What a brief came to, before it is delivered. */
interface PrintedProof {
  readonly proof: Proof;
  readonly artifacts: readonly Artifact[];
}

/** One for each brief and row, or one for the book; a brief is read when a press is free. */
function* printJobs(
  inputs: readonly string[],
  { to, rows, options: { bind } }: BuildRun,
): Generator<LaneJob<Press, PrintedProof>> {
  const printed = async (press: Press, reading: Promise<Proof>): Promise<PrintedProof> => {
    const proof = await reading;
    return { proof, artifacts: failed(proof.file) ? [] : await press.print(proof, to) };
  };
  if (typeof bind === 'string') yield (press) => printed(press, press.bind(bind, inputs));
  else
    for (const input of inputs)
      for (const row of rows) yield (press) => printed(press, press.proof(input, row));
}

function refuseFormats(to: readonly string[], options: Options): [string, string] | null {
  const unknown = to.find((name) => !Object.hasOwn(formats, name));
  if (unknown !== undefined)
    return [`there is no format “${unknown}”`, `Formats are ${Object.keys(formats).join(', ')}.`];
  if (to.length === 0)
    return ['--to names no format', `Formats are ${Object.keys(formats).join(', ')}.`];
  if (options['out'] === '-' && ['github', 'sarif'].includes(String(options['format'])))
    return [
      `--format ${String(options['format'])} is written to standard output, too`,
      'Name a folder with --out.',
    ];
  if (options['out'] === '-' && to.length !== 1)
    return ['standard output takes a single format', 'Name one with --to.'];
  return refuseOffice(to, options);
}

async function firstPacket(world: World, inputs: readonly string[]): Promise<string | undefined> {
  for (const input of inputs) if (await bindsBriefs(world, input)) return input;
  return undefined;
}

/**
 * What these inputs can't be made into.
 * @param bound the first of them that is a packet
 */
function refuseFor(
  inputs: readonly string[],
  bound: string | undefined,
  to: readonly string[],
  options: Options,
): [string, string] | null {
  if (inputs.length === 0)
    return ['there is no brief to build', 'Name a Markdown file, or make content/<name>/brief.md.'];
  const packet = typeof options['bind'] === 'string' ? `“${options['bind']}”` : bound;
  if (options['each'] !== undefined && (inputs.length > 1 || packet !== undefined))
    return [
      '--each fills one brief, and no packet',
      'Name the one brief that has {{names}} in it.',
    ];
  if (options['out'] === '-' && inputs.length > 1 && typeof options['bind'] !== 'string')
    return [
      'standard output takes a single brief',
      'Name a folder with --out, or bind the briefs with --bind.',
    ];
  return null;
}

async function deliverProof(
  world: World,
  { proof, artifacts }: PrintedProof,
  options: Options,
): Promise<Built> {
  const outputs = await deliverArtifacts(world, proof, artifacts, options);
  for (const { file } of [...proof.parts, proof]) tellFileMessages(world, file, options);
  if (!options['quiet'] && !options['json'] && options['out'] !== '-')
    world.stdout(accountOfBuild(world, { proof, outputs }));
  return { proof, outputs };
}

/**
 * All files of a brief appear together; a refusal of the disk is reported on the brief, and earlier
 * files stay.
 */
async function deliverArtifacts(
  world: World,
  proof: Proof,
  artifacts: readonly Artifact[],
  options: Options,
): Promise<Built['outputs']> {
  if (artifacts.length === 0) return [];
  if (options['out'] === '-') {
    const [only, ...more] = artifacts;
    for (const { name } of more)
      flag(
        proof.file,
        'out-single',
        `${name}, for which the brief asks, was not written to standard output`,
      );
    await reporting(world, proof.file, () => world.stdout(only!.bytes));
    return [];
  }
  const [out, slug] = [resolve(world.cwd, String(options['out'])), proof.brief!.slug];
  const folder = join(out, slug);
  const paths = artifacts.map(({ name }) => join(folder, name));
  if (isTaken(world, proof.file, paths, madeFrom(world, proof))) return [];
  const files = artifacts.map(({ name, bytes }) => ({ name, bytes }));
  if (!(await reporting(world, proof.file, () => world.publish(out, files, slug)))) return [];
  return artifacts.map((artifact) => ({
    path: relative(world.cwd, join(folder, artifact.name)) || artifact.name,
    artifact,
  }));
}

function accountOfBuild(world: World, { proof, outputs }: Built): string {
  const paint = painter(world);
  const title = visible(proof.brief ? proof.brief.meta.title : (proof.file.path ?? '-'));
  if (outputs.length === 0)
    return `${paint('strong', title)}\n  nothing was printed; earlier outputs are untouched\n`;
  const width = Math.max(...outputs.map(({ path }) => path.length));
  const lines = outputs.map(
    ({ path, artifact }) =>
      `  ${paint('good', '✓')} ${visible(path).padEnd(width)}  ${artifactSentence(artifact)}`,
  );
  const taken = readingLines(proof.brief!.readings).map((line) => `  ${line}`);
  return [paint('strong', title), ...taken, `  ${statusLine(proof.ledger!)}`, ...lines, ''].join(
    '\n',
  );
}

const outputRows = ({ outputs }: Built): readonly object[] =>
  outputs.map(({ path, artifact }) => ({
    path,
    mediaType: artifact.mediaType,
    bytes: artifact.bytes.length,
    ...artifact.facts,
  }));
