/**
 * A strict reader of ZIP files from strangers: every byte must belong to a member, the directory or
 * the end; what other programs might understand differently (two files of one name, headers that
 * disagree, bytes around the members) is a flaw and never a choice.
 */
import { readDirectory, type Directory, type ZipMember } from './directory.ts';
import {
  ZipError,
  type Flaw,
  centralHeader,
  endRecord,
  LOCAL,
  LOCAL_LENGTH,
  localHeader,
} from './records.ts';
import { readAt, readerOf, type ZipSource } from './source.ts';

export { ZipError } from './records.ts';
export { memorySource, type ZipSource } from './source.ts';

/** A ZIP file that was opened; its flaws are collected, not thrown. */
export interface ZipFile {
  /** Files and folders, in the order of the directory; empty where the directory can't be read. */
  readonly members: readonly Placed[];
  readonly flaws: readonly Flaw[];
}

/** A member whose content was found. */
export interface Placed extends ZipMember {
  /** Offset of its first byte. */
  readonly data: number;
  /** Written exactly as briefpress writes it. */
  readonly plain: boolean;
}

/**
 * Reads the structure, not the content. Linear in the number of members; content is checked by
 * `memberContent`.
 */
export async function readZip(source: ZipSource): Promise<ZipFile> {
  const flaws: Flaw[] = [];
  try {
    const directory = await readDirectory(source);
    flaws.push(...nameFlaws(directory), ...checkSizes(source, directory));
    const { placed, flaws: misplaced } = await placeMembers(source, directory);
    flaws.push(...misplaced);
    return { members: placed.filter(({ kind }) => kind === 'file' || kind === 'folder'), flaws };
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    return { members: [], flaws: [...flaws, { rule: error.rule, says: error.message }] };
  }
}

// ---------------------------------------------------------------- names and sizes

function nameFlaws({ members }: Directory): readonly Flaw[] {
  const seen = new Set<string>();
  return members.flatMap(({ path, kind }): Flaw[] => {
    const twice = seen.has(path);
    seen.add(path);
    const why = unsafeName(path);
    const says = `The name ${path} stands twice in the ZIP file`;
    return [
      ...(twice ? [{ rule: 'zip-duplicate' as const, says }] : []),
      ...(why ? [{ rule: 'zip-path' as const, says: `The name ${path} ${why}` }] : []),
      ...kindFlaws(path, kind),
    ];
  });
}

/** Members are files and folders. */
function kindFlaws(path: string, kind: ZipMember['kind']): readonly Flaw[] {
  if (kind === 'link') return [{ rule: 'zip-link', says: `${path} is a symbolic link` }];
  return kind === 'other'
    ? [{ rule: 'zip-link', says: `${path} is a device or another special file` }]
    : [];
}

/**
 * Why a name could leave the folder that the ZIP file is unpacked into, or mean different files on
 * different systems.
 */
function unsafeName(path: string): string | null {
  if (path === '' || path === '/') return 'is empty';
  if (path.startsWith('/') || /^[a-z]:/iu.test(path)) return 'is an absolute path';
  if (path.includes('\\')) return 'has a backslash';
  if (/[\u0000-\u001f\u007f]/u.test(path)) return 'has a control character';
  const names = path.replace(/\/$/u, '').split('/');
  if (names.includes('..')) return 'leads out of its folder';
  return names.some((name) => name === '' || name === '.') ? 'has an empty part' : null;
}

/**
 * Deflate makes at most 1,032 bytes of one; a file that claims much more than it holds is made to
 * fill a disk.
 */
const BOMB = { ratio: 200, bytes: 1 << 28 } as const;
const MOST_PER_BYTE = 1032;

function checkSizes(source: ZipSource, { members }: Directory): readonly Flaw[] {
  const total = members.reduce((sum, { size }) => sum + size, 0);
  if (total > BOMB.bytes && total > source.size * BOMB.ratio)
    return [
      {
        rule: 'zip-bomb',
        says: `The ZIP file has ${source.size} bytes and claims to unpack to ${total}`,
      },
    ];
  return members
    .filter(({ size, packed, method }) =>
      method === 0 ? size !== packed : size > packed * MOST_PER_BYTE,
    )
    .map(({ path, size, packed }) => ({
      rule: 'zip-mismatch',
      says: `${path} claims to have ${size} bytes, but ${packed} can’t hold them`,
    }));
}

// ---------------------------------------------------------------- places

/**
 * Walks the file from its first byte to its last: each member must begin where the one before it
 * ends.
 */
async function placeMembers(
  source: ZipSource,
  directory: Directory,
): Promise<{ placed: readonly Placed[]; flaws: readonly Flaw[] }> {
  const read = readerOf(source);
  const flaws: Flaw[] = [];
  const placed: Placed[] = [];
  const ordered = directory.members.toSorted((a, b) => a.at - b.at);
  let next = 0;
  for (const [i, member] of ordered.entries()) {
    const end = ordered[i + 1]?.at ?? directory.at;
    if (member.at !== next) flaws.push(gap(member.at - next, `before ${member.path}`));
    const header = await read(member.at, LOCAL_LENGTH + Buffer.byteLength(member.path) + EXTRA);
    const { data, flaw, plain } = checkHeader(header, member);
    if (flaw) flaws.push(flaw);
    next = data + member.packed;
    const rest = end - next;
    if ((member.flags & DESCRIPTOR) !== 0 && DESCRIPTOR_LENGTHS.has(rest)) next = end;
    if (next > end) throw new ZipError('zip-mismatch', `${member.path} runs into what follows it`);
    placed.push({ ...member, data, plain });
  }
  if (next !== directory.at) flaws.push(gap(directory.at - next, 'before the directory'));
  return {
    placed: membersInOrder(directory, placed),
    flaws: [...flaws, ...(await checkEnd(source, directory))],
  };
}

const DESCRIPTOR = 8;
const DESCRIPTOR_LENGTHS = new Set([12, 16, 20, 24]);
const EXTRA = 1024;

function membersInOrder({ members }: Directory, placed: readonly Placed[]): readonly Placed[] {
  const byPlace = new Map(placed.map((member) => [member.at, member]));
  return members.map(({ at }) => byPlace.get(at)!);
}

const gap = (bytes: number, where: string): Flaw =>
  bytes > 0
    ? {
        rule: 'zip-trailing',
        says: `${bytes} bytes of the ZIP file belong to no file in it: they stand ${where}`,
      }
    : { rule: 'zip-mismatch', says: `Two files of the ZIP file share the same bytes, ${where}` };

const ENCRYPTED_FLAG = 1;

function checkHeader(
  header: Uint8Array,
  member: Placed | ZipMember,
): { data: number; flaw: Flaw | null; plain: boolean } {
  const { path, flags, method, at, crc, size, packed } = member;
  if (header.length < LOCAL_LENGTH)
    throw new ZipError('zip-damaged', `The ZIP file is cut off before ${path}`);
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (view.getUint32(0, true) !== LOCAL)
    throw new ZipError('zip-damaged', `The header of ${path} in the ZIP file is damaged`);
  const name = view.getUint16(26, true);
  const data = at + LOCAL_LENGTH + name + view.getUint16(28, true);
  const plain =
    method === 0 && Buffer.compare(header.subarray(0, data - at), localHeader(member)) === 0;
  const differs = (what: string): { data: number; flaw: Flaw; plain: boolean } => ({
    data,
    plain,
    flaw: {
      rule: 'zip-mismatch',
      says: `The two headers of ${path} in the ZIP file give different ${what}`,
    },
  });
  if ((flags & ENCRYPTED_FLAG) !== 0)
    throw new ZipError('zip-unsupported', `${path} is encrypted: snapshots have no password`);
  if (method !== 0 && method !== 8)
    throw new ZipError(
      'zip-unsupported',
      `${path} is packed by method ${method}, which is not read`,
    );
  if (Buffer.compare(header.subarray(LOCAL_LENGTH, LOCAL_LENGTH + name), Buffer.from(path)) !== 0)
    return differs('names');
  if (view.getUint16(6, true) !== flags || view.getUint16(8, true) !== method)
    return differs('methods');
  const later = (flags & DESCRIPTOR) !== 0 && view.getUint32(14, true) === 0;
  if (!later && view.getUint32(14, true) !== crc) return differs('checksums');
  const long =
    packed >= 0xffff_ffff || size >= 0xffff_ffff || view.getUint32(18, true) === 0xffff_ffff;
  if (!later && !long && (view.getUint32(18, true) !== packed || view.getUint32(22, true) !== size))
    return differs('sizes');
  return { data, flaw: null, plain };
}

/** Nothing may follow the end, and nothing may stand between directory and end. */
async function checkEnd(
  source: ZipSource,
  { at, size, start, end }: Directory,
): Promise<readonly Flaw[]> {
  const flaws = at + size === start ? [] : [gap(start - at - size, 'behind the directory')];
  return end === source.size ? flaws : [...flaws, gap(source.size - end, 'behind its end')];
}

/**
 * Whether directory and end are byte for byte as `writeZip` writes them for these members, in this
 * order; with `plain` on every member this leaves no byte of the file that could differ unnoticed.
 */
export async function isPlainForm(source: ZipSource, { members }: ZipFile): Promise<boolean> {
  const records = members.map((member) => centralHeader(member, member.at));
  const size = records.reduce((sum, record) => sum + record.length, 0);
  const last = members.at(-1);
  const at = last ? last.data + last.packed : 0;
  const own = Buffer.concat([...records, endRecord(members.length, size, at)]);
  const theirs = await readAt(source, at, source.size - at);
  return members.every(({ plain }) => plain) && Buffer.compare(own, theirs) === 0;
}
