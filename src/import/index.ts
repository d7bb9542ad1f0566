/** Documents of other programs → one tree with an account of every character. */
import type { VFile } from 'vfile';
import { flag } from '../rules/flag.ts';
import { cleanTree } from './clean.ts';
import { fittedTree } from './fit.ts';
import { ImportRefusal, type ImportWish, type Imported, type Loss } from './imported.ts';
import { documentKind, nameEnding } from './kinds.ts';

export { documentKind } from './kinds.ts';
export { balancedAccount, tallied, type Account, type Tally } from './tally.ts';
export { transcriptText, type TranscriptText } from './transcript.ts';
export type { Imported, ImportedFront, ImportWish, Loss } from './imported.ts';

/**
 * Reads a document; null after a refusal. What was left out, and what else a user must know, is
 * flagged: one message for each kind.
 * @param name of the file; its ending is compared with the content
 */
export async function importDocument(
  bytes: Uint8Array,
  name: string,
  wish: ImportWish,
  file: VFile,
): Promise<Imported | null> {
  const kind = documentKind(bytes, name);
  if (!kind) return null;
  const ending = nameEnding(name);
  if (ending !== '' && !kind.endings.includes(ending))
    flag(file, 'import-kind', `The name ends in .${ending}, but the file is ${kind.called}`);
  try {
    const read = await kind.read(bytes, wish);
    const imported = cleanTree({ ...read, tree: fittedTree(read.tree) });
    return toldChanges(imported.changes, wish, file) ? told(imported, wish, file) : null;
  } catch (error) {
    if (!(error instanceof ImportRefusal)) throw error;
    flag(file, error.rule, error.message, error.hint === undefined ? {} : { hint: error.hint });
    return null;
  }
}

/** False where nobody said what becomes of tracked changes. */
export function toldChanges(changes: Imported['changes'], wish: ImportWish, file: VFile): boolean {
  const [first] = changes;
  if (!first) return true;
  if (wish.changes === null) {
    const more = changes.length > 1 ? `, and ${changes.length - 1} more` : '';
    flag(
      file,
      'import-changes',
      `The document has tracked changes: “${onALine(first.words)}” was ${first.kind} by ${first.by} (${first.place})${more}`,
    );
  }
  for (const { isQuoted, kind, words, by, place } of changes)
    if (isQuoted)
      flag(
        file,
        'import-changed-quotation',
        `“${onALine(words)}” was ${kind} inside a quotation by ${by} (${place})`,
      );
  return wish.changes !== null;
}

function told(imported: Imported, wish: ImportWish, file: VFile): Imported {
  const isPrinted = wish.as === 'transcript' && imported.printed !== null;
  const losses = isPrinted ? imported.printed.losses : imported.losses;
  for (const { rule, says } of imported.remarks) flag(file, rule, says);
  for (const [what, all] of Map.groupBy(losses, (loss) => loss.what))
    flag(file, 'import-left-out', leftOut(what, all));
  return imported;
}

function leftOut(what: string, all: readonly Loss[]): string {
  const [{ words, place }] = all as [Loss];
  const more = all.length > 1 ? `, and ${all.length - 1} more of this kind` : '';
  return `Left out: ${what} “${onALine(words)}” (${place})${more}`;
}

const LONGEST_TOLD = 60;

const onALine = (words: string): string => {
  const line = words.replaceAll(/\s+/gu, ' ').trim();
  return line.length > LONGEST_TOLD ? `${line.slice(0, LONGEST_TOLD - 1)}…` : line;
};
