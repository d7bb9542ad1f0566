/** The ZIP file that an office document is: its parts, held against limits. */
import { posix } from 'node:path';
import { limits } from '../limits.ts';
import { wholeMember } from '../zip/content.ts';
import { memorySource, readZip, ZipError, type Placed, type ZipSource } from '../zip/read.ts';
import { ImportRefusal } from './imported.ts';
import { xmlTree, type XmlNode } from './xml.ts';

/** An opened package. Paths are as in the ZIP file, without a leading slash. */
export interface OfficePackage {
  readonly paths: readonly string[];
  has(path: string): boolean;
  /** Null where there is no such part. */
  bytes(path: string): Promise<Uint8Array | null>;
  text(path: string): Promise<string | null>;
  xml(path: string): Promise<XmlNode | null>;
}

/** Flaws that other programs pass over as well: the content can be told from them. */
const HARMLESS = new Set(['zip-trailing', 'zip-mismatch']);

/**
 * Opens a package. ImportRefusal by the rules of ZIP files (zip-bomb, zip-damaged …), and above the
 * limits (import-large).
 */
export async function openPackage(bytes: Uint8Array): Promise<OfficePackage> {
  const source = memorySource(bytes);
  const { members, flaws } = await readZip(source);
  const flaw = flaws.find(({ rule }) => !HARMLESS.has(rule)) ?? (members[0] ? null : flaws[0]);
  if (flaw?.says.includes('is encrypted'))
    throw new ImportRefusal('import-encrypted', 'The document is encrypted');
  if (flaw) throw new ImportRefusal(flaw.rule, flaw.says, 'Save the document again, and try that.');
  const total = members.reduce((sum, { size }) => sum + size, 0);
  if (total > limits.office.unpacked)
    throw new ImportRefusal(
      'import-large',
      `The document unpacks to more than ${limits.office.unpacked} bytes`,
    );
  return packageParts(source, members);
}

function packageParts(source: ZipSource, members: readonly Placed[]): OfficePackage {
  const byPath = new Map(
    members.filter(({ kind }) => kind === 'file').map((member) => [member.path, member]),
  );
  const bytes = async (path: string): Promise<Uint8Array | null> => {
    const member = byPath.get(path);
    if (!member) return null;
    const whole = await memberOf(source, member);
    if (whole) return whole;
    throw new ImportRefusal('import-large', `${path} has more than ${limits.office.part} bytes`);
  };
  const text = async (path: string): Promise<string | null> => {
    const part = await bytes(path);
    return part && decodedXml(part, path);
  };
  return {
    paths: [...byPath.keys()],
    has: (path) => byPath.has(path),
    bytes,
    text,
    xml: async (path) => {
      const part = await text(path);
      return part === null ? null : xmlTree(part, path);
    },
  };
}

async function memberOf(source: ZipSource, member: Placed): Promise<Uint8Array | null> {
  try {
    return await wholeMember(source, member, limits.office.part);
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    throw new ImportRefusal(error.rule, error.message, 'Save the document again, and try that.');
  }
}

/** XML is UTF-8, or UTF-16 with a mark (XML 1.0, 4.3.3). */
function decodedXml(bytes: Uint8Array, shown: string): string {
  const [a, b] = bytes;
  const label =
    a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    throw new ImportRefusal('import-damaged', `${shown} is not ${label.toUpperCase()}`);
  }
}

/** A relative address in a part → path in the package; null where it leads out of it. */
export function partPath(part: string, target: string): string | null {
  const path = target.startsWith('/')
    ? posix.normalize(target.slice(1))
    : posix.normalize(posix.join(posix.dirname(part), target));
  return path.startsWith('..') ? null : path;
}
