/**
 * Proofs of several briefs → the proof of one packet. What is wrong with a brief is told on that
 * brief, and the packet waits for it.
 */
import { VFile } from 'vfile';
import { identifierOf } from '../compose/identity.ts';
import { bind } from '../packet/bind.ts';
import { bindingOf, bindsBriefs, packetOf, readPacket, type Packet } from '../packet/read.ts';
import { failed, flag } from '../rules/flag.ts';
import type { Brief, Edition } from '../types.ts';
import type { World } from '../world.ts';
import { fitted } from './fit.ts';
import type { Themes } from './themes.ts';
import type { LaidBrief, Proof } from '../proof.ts';

/** What is to be bound: the file of a packet, or a title and briefs from the command line. */
type PacketInput =
  | { readonly path: string; readonly laid?: readonly LaidBrief[] }
  | { readonly title: string; readonly briefs: readonly string[] };

/** What the press lends: its outside, its themes, and the way it proofs a brief. */
interface PacketRun {
  readonly world: World;
  /** Theme that the command line asks for. */
  readonly theme: string | null;
  /** Paper that the command line asks for. */
  readonly paper: string | null;
  readonly untrusted: boolean;
  /** Status that the command line gives the book. */
  readonly status: string | null;
  readonly themes: Themes;
  proof(brief: string, laid?: LaidBrief): Promise<Proof>;
}

/**
 * A packet as a proof: its briefs are proofed, bound and numbered on. Problems are on
 * `proof.file`.
 */
export async function packetProof(
  input: PacketInput,
  { world, theme: asked, paper, untrusted, status, themes, proof }: PacketRun,
): Promise<Proof> {
  const file = new VFile();
  const read = await packetRead(input, world, untrusted, file);
  if (!read) return { ...EMPTY_PROOF, file, parts: [] };
  const packet = { ...read, meta: { ...read.meta, status: status ?? read.meta.status } };
  file.path ??= packet.path;
  if ('title' in input)
    for (const path of packet.briefs)
      if (await bindsBriefs(world, path))
        flag(file, 'packet-member', `“${path}” is a packet; a packet binds briefs`);
  if (failed(file)) return { ...EMPTY_PROOF, file, parts: [] };
  const laid = 'path' in input ? input.laid : undefined;
  const parts = await partsOf(packet, (brief, i) => proof(brief, laid?.[i]), file);
  const editions = parts.flatMap(({ edition }) => edition ?? []);
  if (failed(file) || editions.length < parts.length) return { ...EMPTY_PROOF, file, parts };
  const theme = await themes.load(asked, packet.meta.theme, file);
  const dates = editions.map(({ modified }) => modified);
  const edition = bind(bindingOf(packet, dates, world.env), editions);
  const brief = briefOf(packet, edition, parts);
  const dressed = theme && (await fitted(theme, brief, edition, paper));
  const transcripts = parts.flatMap(transcriptsBound);
  return { file, parts, transcripts, edition, theme: dressed, ledger: edition.ledger, brief };
}

const EMPTY_PROOF = {
  brief: null,
  transcripts: [],
  ledger: null,
  edition: null,
  theme: null,
} as const;

/**
 * The packet as if it were one brief: for what only wants its words, its names and its language.
 */
function briefOf(
  { slug, path, meta, file: packetFile }: Packet,
  edition: Edition,
  parts: readonly Proof[],
): Brief {
  const text = parts.map(({ brief }) => brief!.markdown()).join('\n\n');
  return {
    slug,
    path,
    text,
    markdown: () => text,
    meta,
    tree: { type: 'root', children: [] },
    participants: edition.participants,
    sources: edition.sources,
    sections: [],
    assets: edition.assets,
    originals: [packetFile],
    corrections: [],
    readings: [],
    overrides: edition.ledger.overrides,
  };
}

/** The proofs of the briefs that are bound; those with errors are flagged on the packet too. */
async function partsOf(
  { briefs }: Packet,
  proof: (brief: string, index: number) => Promise<Proof>,
  file: VFile,
): Promise<readonly Proof[]> {
  const parts = await Array.fromAsync(briefs, proof);
  const broken = briefs.filter((_, i) => failed(parts[i]!.file));
  for (const brief of broken)
    flag(file, 'packet-brief', `The brief ${brief} has errors, so the packet can’t be bound`);
  return parts;
}

async function packetRead(
  input: PacketInput,
  world: World,
  untrusted: boolean,
  file: VFile,
): Promise<Packet | null> {
  if ('title' in input) return packetOf(input.title, input.briefs);
  const bound = input.laid?.map(({ brief }) => brief) ?? null;
  if (!untrusted || bound) return readPacket(world, input.path, file, bound);
  file.path = input.path;
  flag(file, 'untrusted', 'A packet names other files, which a stranger may not', {
    hint: 'Bind the briefs yourself: --bind "Title" brief.md ….',
  });
  return null;
}

/** The transcripts of the `i`th brief, under ids of their own. */
const transcriptsBound = ({ transcripts }: Proof, i: number): Proof['transcripts'] =>
  transcripts.map((row) => ({ ...row, sourceId: `b${i + 1}-${row.sourceId}` }));

/** What an archived packet's own file calls it; null after a problem (flagged on `file`). */
export async function judgePacket(world: World, path: string, laid: readonly LaidBrief[]) {
  const file = new VFile();
  const bound = laid.map(({ brief }) => brief);
  const read = await readPacket(world, path, file, bound);
  const facts = read && { ...read.meta, slug: read.slug, identifier: identifierOf(read) };
  return { file, facts };
}
