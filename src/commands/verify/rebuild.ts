/**
 * Makes a snapshot again from its own sources and compares every file, byte for byte where it can
 * be, else by what it says.
 */
import type { BagReport } from '../../archive/bag/read.ts';
import { alike, tellsElse } from '../../archive/alike.ts';
import { digest } from '../../archive/digest.ts';
import type { Records } from '../../archive/records.ts';
import { bytesIn, openBytes, type FileTree } from '../../archive/tree.ts';
import type { Press } from '../../press.ts';
import type { Proof } from '../../proof.ts';

/** What came of making the editions of a snapshot again. */
export interface Rebuilt {
  /** Files that came out the same, byte for byte. */
  readonly same: number;
  readonly differing: readonly string[];
  /** Parts of the build that are not those of then. */
  readonly pinned: readonly string[];
}

/** Null where nothing could be built (reported). */
export async function rebuild(
  press: Press,
  proof: Proof,
  tree: FileTree,
  { build }: Records,
  report: BagReport,
): Promise<Rebuilt | null> {
  const [made] = await press.print(proof, ['snapshot']);
  if (!made) {
    const why = proof.file.messages.find(({ fatal }) => fatal)?.reason;
    report('rebuild-differs', `The snapshot could not be made again${why ? `: ${why}` : ''}`);
    return null;
  }
  const fresh = await openBytes(made.bytes);
  const { paths, differing } = await compareTrees(tree, fresh);
  const pinned = pinnedIn(build, await buildFacts(fresh));
  for (const name of pinned) report('rebuild-pinned', `The ${name} is not the one of then`);
  for (const path of differing)
    await explainRebuilt(path, tree, fresh, { pinned, only: differing.length === 1 }, report);
  return { same: paths.length - differing.length, differing, pinned };
}

/** What follows from the other files, and seals, which are checked by themselves. */
const LISTS_AND_SIGNATURES = /^(?:(?:tag)?manifest-[^/]+\.txt|signatures\/.+)$/u;

async function equalFiles(old: FileTree, fresh: FileTree, path: string): Promise<boolean> {
  const [a, b] = [await bytesIn(old, path), await bytesIn(fresh, path)];
  return a !== null && b !== null && digest('sha256', a) === digest('sha256', b);
}

/** Fields of build.json that say what took part, and how a person calls them. */
const BUILD_PARTS: Readonly<Record<string, string>> = {
  program: 'program',
  node: 'version of Node',
  browser: 'browser',
  theme: 'theme',
  fonts: 'set of fonts',
};

const pinnedIn = (was: object, is: object): readonly string[] =>
  Object.entries(BUILD_PARTS)
    .filter(
      ([key]) =>
        JSON.stringify((was as Record<string, unknown>)[key]) !==
        JSON.stringify((is as Record<string, unknown>)[key]),
    )
    .map(([, name]) => name);

/**
 * Files that list the others, or name what took part: they differ as soon as anything does, and are
 * compared without that.
 */
const REBUILT_RECORDS: ReadonlySet<string> = new Set([
  'data/build.json',
  'data/ro-crate-metadata.json',
  'README.html',
  'bag-info.txt',
]);

interface Circumstances {
  readonly pinned: readonly string[];
  /** No other file differs. */
  readonly only: boolean;
}

async function explainRebuilt(
  path: string,
  old: FileTree,
  fresh: FileTree,
  { pinned, only }: Circumstances,
  report: BagReport,
): Promise<void> {
  const [was, is] = [await bytesIn(old, path), await bytesIn(fresh, path)];
  if (path.startsWith('data/theme/') && pinned.includes('theme')) return;
  if (!was || !is)
    report('rebuild-differs', `${path} ${was ? 'is not made any more' : 'was not made then'}`);
  else if (REBUILT_RECORDS.has(path) && (pinned.length > 0 || !only)) {
    const difference = tellsElse(path, was, is);
    if (difference !== null) report('rebuild-differs', `${path} differs: ${difference}`);
  } else if (pinned.length === 0)
    report(
      'rebuild-differs',
      `${path} has other bytes, though everything that took part is the same`,
    );
  else {
    const difference = await alike(path, was, is);
    if (difference === null)
      report(
        'rebuild-alike',
        `${path} has other bytes, but the same text and structure; how it looks was not compared`,
      );
    else report('rebuild-differs', `${path} differs: ${difference}`);
  }
}

/** The paths of both, but for lists and signatures, and those whose bytes are not the same. */
async function compareTrees(
  a: FileTree,
  b: FileTree,
): Promise<{ readonly paths: readonly string[]; readonly differing: readonly string[] }> {
  const paths = [...new Set([...a.files.keys(), ...b.files.keys()])]
    .filter((path) => !LISTS_AND_SIGNATURES.test(path))
    .sort();
  const differing: string[] = [];
  for (const path of paths) if (!(await equalFiles(a, b, path))) differing.push(path);
  return { paths, differing };
}

async function buildFacts(tree: FileTree): Promise<object> {
  const bytes = await bytesIn(tree, 'data/build.json');
  return JSON.parse(new TextDecoder().decode(bytes ?? undefined)) as object;
}
