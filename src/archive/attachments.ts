/**
 * The files that travel inside the print edition must be those that lie beside it in the snapshot.
 */
import { PdfError } from '../pdf/model.ts';
import { readAttachments } from '../pdf/inspect.ts';
import type { BagReport } from './bag/read.ts';
import type { Records } from './records.ts';
import { bytesIn, type FileTree } from './tree.ts';

/**
 * A brief in Markdown is attached as it is; a pasted text as its translation, which lies nowhere
 * else.
 */
export async function checkAttachments(
  tree: FileTree,
  { build }: Records,
  report: BagReport,
): Promise<void> {
  const prints = [...tree.files.keys()].filter((path) => /^data\/print\/[^/]+\.pdf$/u.test(path));
  for (const path of prints) {
    const attached = attachmentsIn((await bytesIn(tree, path)) ?? new Uint8Array(0));
    for (const [name, beside] of twinsOf(build)) {
      const inside = attached?.get(name);
      const bytes = await bytesIn(tree, `data/${beside}`);
      if (inside && bytes && Buffer.compare(inside, withoutMark(bytes)) !== 0)
        report('snapshot-attachment', `The ${name} inside ${path} is not data/${beside}`);
    }
  }
}

/** The text of a brief is attached without its byte order mark. */
const withoutMark = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;

/** Null for a print that can't be read: its checksum was right, so it never could. */
function attachmentsIn(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | null {
  try {
    return readAttachments(bytes);
  } catch (error) {
    if (error instanceof PdfError) return null;
    throw error;
  }
}

/** Names of files inside a print edition, and the paths of the same files beside it. */
const twinsOf = ({ brief }: Records['build']): readonly (readonly [string, string])[] => [
  ['ledger.json', 'ledger.json'],
  ...(brief.endsWith('.md') ? [['brief.md', brief] as const] : []),
];
