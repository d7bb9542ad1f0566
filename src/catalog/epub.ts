/**
 * An EPUB on disk → its metadata, and the bytes of one file in it. Only what is asked for is read.
 */
import { limits } from '../limits.ts';
import { wholeMember } from '../zip/content.ts';
import { readZip, ZipError, type Placed, type ZipSource } from '../zip/read.ts';
import type { World } from '../world.ts';
import { PackageError, packagePath, readPackage, type Package } from './package.ts';

/** What is wrong with an EPUB, as the end of a sentence that begins with its name. */
export class EpubError extends Error {}

/**
 * @param path below `root`, a real path. Throws EpubError where there is no EPUB that can be read.
 */
export const readEpub = (world: World, root: string, path: string): Promise<Package> =>
  withEpub(world, root, path, async (source, members) => {
    const container = await memberText(source, members, 'META-INF/container.xml');
    const at = withPath('META-INF/container.xml', () => packagePath(container));
    const document = await memberText(source, members, at);
    return withPath(at, () => readPackage(document, at));
  });

/** The bytes of the cover. Throws as `readEpub` does. */
export const readCover = (
  world: World,
  root: string,
  path: string,
  member: string,
): Promise<Uint8Array> =>
  withEpub(world, root, path, (source, members) =>
    memberBytes(source, members, member, limits.shelf.cover),
  );

type EpubMembers = ReadonlyMap<string, Placed>;

async function withEpub<T>(
  world: World,
  root: string,
  path: string,
  use: (source: ZipSource, members: EpubMembers) => Promise<T>,
): Promise<T> {
  const source = await world.openBelow(root, path);
  if (!source) throw new EpubError('it is not there, or no regular file');
  try {
    const { members, flaws } = await readZip(source);
    if (flaws[0]) throw new EpubError(flaws[0].says);
    return await use(source, new Map(members.map((member) => [member.path, member])));
  } catch (error) {
    throw error instanceof ZipError ? new EpubError(error.message) : error;
  } finally {
    await source.close();
  }
}

async function memberBytes(
  source: ZipSource,
  members: EpubMembers,
  path: string,
  limit: number,
): Promise<Uint8Array> {
  const member = members.get(path);
  if (!member) throw new EpubError(`${path} is missing in it`);
  if (member.size > limit)
    throw new EpubError(`${path} in it has ${member.size} bytes; ${limit} are read`);
  return (await wholeMember(source, member))!;
}

async function memberText(source: ZipSource, members: EpubMembers, path: string): Promise<string> {
  const bytes = await memberBytes(source, members, path, limits.shelf.text);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new EpubError(`${path} in it is not UTF-8`);
  }
}

function withPath<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof PackageError ? new EpubError(`${path} in it ${error.message}`) : error;
  }
}
