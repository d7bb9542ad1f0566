/**
 * Reads every file of a bag once, whole, and takes its digests. Memory does not grow with the size
 * of the files.
 */
import { OutsideError } from '../../world.ts';
import { ZipError } from '../../zip/read.ts';
import { openDigests } from '../digest.ts';
import type { TreeFlaw } from '../tree.ts';
import { isPayload, type Bag, type Manifest, type BagReport } from './read.ts';

/** Size in bytes and checksums of one file, read once. */
export interface Measure {
  readonly size: number;
  /** By BagIt's name of the algorithm. */
  readonly hex: Readonly<Record<string, string>>;
  /** The checksum of the ZIP file did not fit; told only where no manifest tells more. */
  readonly fault: TreeFlaw | null;
}

/**
 * Every file's size and digests; null for a file that can't be read to its end (reported). Each
 * file is measured with the algorithms of all manifests of its kind, so that a file under another
 * name can be told by its content.
 */
export async function measureAll(
  bag: Bag,
  report: BagReport,
  progress: (bytes: number) => void,
): Promise<ReadonlyMap<string, Measure | null>> {
  const measures = new Map<string, Measure | null>();
  const kinds = { payload: algorithmsIn(bag.payload), tags: algorithmsIn(bag.tags) };
  for (const file of bag.tree.files.values()) {
    const { path } = file;
    const measure = await measureOne(
      path,
      file.pieces(),
      isPayload(path) ? kinds.payload : kinds.tags,
      report,
    );
    measures.set(path, measure);
    progress(measure?.size ?? 0);
  }
  return measures;
}

const algorithmsIn = (manifests: readonly Manifest[]): readonly string[] => [
  ...new Set(manifests.map(({ algorithm }) => algorithm)),
];

async function measureOne(
  path: string,
  pieces: AsyncIterable<Uint8Array>,
  algorithms: readonly string[],
  report: BagReport,
): Promise<Measure | null> {
  const digests = openDigests(algorithms);
  let fault: TreeFlaw | null = null;
  try {
    for await (const piece of pieces) digests.update(piece);
  } catch (error) {
    if (error instanceof OutsideError)
      fault = { rule: 'bag-missing', says: `${path} ${error.message}` };
    else if (error instanceof ZipError) fault = { rule: error.rule, says: error.message };
    else throw error;
  }
  if (fault && fault.rule !== 'zip-checksum') {
    report(fault.rule, fault.says);
    return null;
  }
  return { size: digests.size, hex: digests.finish(), fault };
}
