/** A packet's file → what the book is called and which briefs it binds. */
import { limits } from '../limits.ts';
import { basename, dirname, extname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { VFile } from 'vfile';
import { identifierOf, modifiedAt } from '../compose/identity.ts';
import { metaOf } from '../read/brief.ts';
import { decodeBrief } from '../read/decode.ts';
import { placeInside } from '../inside.ts';
import type { FrontMatter } from '../read/fields.ts';
import { noFrontMatter, readPacketFile } from '../read/front-matter.ts';
import { fileSlug } from '../read/slug.ts';
import { flag } from '../rules/flag.ts';
import type { Brief, Meta } from '../types.ts';
import { OutsideError, type World } from '../world.ts';
import type { Numbering } from './bind.ts';

/** A packet file: which briefs are bound together, and under what title. */
export interface Packet {
  readonly slug: string;
  /** Path as shown in messages. */
  readonly path: string;
  readonly meta: Meta;
  /** Paths of the briefs as the user would write them. */
  readonly briefs: readonly string[];
  readonly numbering: Numbering;
  /** The packet's file, as it is archived. */
  readonly file: Brief['originals'][number];
}

/** `.yaml` and `.yml` files are packets by their name, but for brief.yaml; all else is a brief. */
export const isPacket = (input: string): boolean =>
  /\.ya?ml$/iu.test(input) && !/(?:^|[/\\.])brief\.ya?ml$/iu.test(input);

const BINDS = /^["']?briefs["']?[ \t]*:/mu;
const TELLS = /^["']?(?:sections|quotations|context|questions)["']?[ \t]*:/mu;

/** Does this file bind briefs? One with the parts of a brief in it is a brief, whatever its name. */
export async function bindsBriefs(world: World, input: string): Promise<boolean> {
  if (!isPacket(input)) return false;
  const bytes = await world
    .read(resolve(world.cwd, input), limits.brief.bytes)
    .catch((error: unknown) => {
      if (!(error instanceof OutsideError)) throw error;
      return new Uint8Array(0);
    });
  const text = new TextDecoder().decode(bytes);
  return BINDS.test(text) || !TELLS.test(text);
}

/** The name of a packet's outputs, made from the name of its file. */
export const packetSlug = (path: string): string =>
  fileSlug(basename(path, extname(path)), 'packet');

/**
 * Null after a problem (flagged). A brief that is listed twice is bound twice, and told.
 * @param bound paths of the briefs where they lie elsewhere than the packet says: in a snapshot
 */
export async function readPacket(
  world: World,
  input: string,
  file: VFile,
  bound: readonly string[] | null = null,
): Promise<Packet | null> {
  const at = resolve(world.cwd, input);
  const shown = relative(world.cwd, at);
  file.path = shown;
  const bytes = await world.read(at, limits.packet.bytes).catch((error: unknown) => {
    if (!(error instanceof OutsideError)) throw error;
    flag(file, 'input-missing', `The packet ${error.message}`, {
      hint: 'Check the path of the packet’s file.',
    });
    return null;
  });
  const text = bytes && decodeBrief(bytes, file);
  const read = text === null ? null : await readPacketFile(text, shown, file);
  if (!bytes || !read) return null;
  return {
    slug: packetSlug(at),
    path: shown,
    meta: metaIn(read.front),
    briefs: bound ?? (await membersNamed(world, at, read.briefs, file)),
    numbering: read.numbering,
    file: { path: basename(at), bytes },
  };
}

/** The briefs that a packet names, as the user would write them; what is wrong is flagged. */
async function membersNamed(
  world: World,
  packet: string,
  names: readonly string[],
  file: VFile,
): Promise<readonly string[]> {
  const briefs = names.map((name) => relative(world.cwd, resolve(dirname(packet), name)) || '.');
  for (const [i, name] of names.entries()) await checkMember(world, packet, name, briefs[i]!, file);
  const twice = briefs.find((name, i) => briefs.indexOf(name) !== i);
  if (twice !== undefined)
    flag(file, 'packet-twice', `The brief ${twice} is listed twice`, {
      place: { line: 1, column: 1 },
    });
  return briefs;
}

/**
 * A packet binds briefs of the folder in which its own folder stands, or of the one that the user
 * is in where the packet is below that: the rest of the disk is not its own.
 */
async function checkMember(
  world: World,
  packet: string,
  name: string,
  shown: string,
  file: VFile,
): Promise<void> {
  const home = homeOf(world.cwd, dirname(packet));
  const path = isAbsolute(name) ? name : relative(home, resolve(dirname(packet), name)) || '.';
  const place = await placeInside(world, home, path, 'the folder of its packet');
  const says =
    'refused' in place && place.refused === 'unsafe'
      ? place.says
      : (await bindsBriefs(world, shown))
        ? 'is a packet; a packet binds briefs'
        : null;
  if (says !== null)
    flag(file, 'packet-member', `“${shown}” ${says}`, {
      place: placeOfMember(String(file.value), name),
    });
}

function homeOf(cwd: string, folder: string): string {
  const above = dirname(folder);
  return above.startsWith(cwd.endsWith(sep) ? cwd : cwd + sep) ? cwd : above;
}

/** Line and column, from 1, of the first place where the packet's file writes this name. */
function placeOfMember(
  text: string,
  name: string,
): { readonly line: number; readonly column: number } {
  const lines = text.split('\n');
  const line = lines.findIndex((words) => words.includes(name));
  return line < 0
    ? { line: 1, column: 1 }
    : { line: line + 1, column: lines[line]!.indexOf(name) + 1 };
}

/** The packet that the command line describes: a title and briefs, archived as a file of its own. */
export function packetOf(title: string, briefs: readonly string[]): Packet {
  const slug = fileSlug(title, 'packet');
  const written = JSON.stringify({ title, briefs: briefs.map((path) => basename(path)) }, null, 1);
  return {
    slug,
    file: { path: `${slug}.yaml`, bytes: new TextEncoder().encode(`${written}\n`) },
    path: 'packet',
    meta: metaIn({ ...noFrontMatter(), title }),
    briefs,
    numbering: 'continuous',
  };
}

const metaIn = (front: FrontMatter): Meta =>
  metaOf(front, front.title ?? '', front.disclosure, front.lang ?? 'en');

/**
 * What machines call the book, and when it was made: its own date, else that of its newest brief.
 */
export function bindingOf(
  { slug, meta, numbering }: Packet,
  dates: readonly (string | null)[],
  env: World['env'],
) {
  const known = dates.filter((date) => date !== null);
  const newest = known.toSorted().at(-1) ?? null;
  return {
    slug,
    meta,
    numbering,
    identifier: identifierOf({ slug, meta }),
    modified: modifiedAt(meta.date, env) ?? newest,
  };
}
