/** Documents for imports: packed from folders, read without a disk. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { VFile } from 'vfile';
import { importDocument, type Account, type Imported } from '../../src/import/index.ts';
import { importedBrief } from '../../src/read/imported.ts';
import { writeInOrder } from '../../src/zip/write.ts';

/** A folder as a ZIP file; `mimetype` comes first and is stored. */
export function packed(folder: string): Uint8Array {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => relative(folder, join(folder, path)).split(sep).join('/'));
  return zipOf(Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path))])));
}

/** Files by path as a ZIP file. */
export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const sorted = Object.entries(parts).toSorted(([a], [b]) =>
    a === 'mimetype' ? -1 : b === 'mimetype' ? 1 : a < b ? -1 : 1,
  );
  const entries = sorted.map(([path, content]) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    return path === 'mimetype' ? { path, bytes } : { path, bytes, deflated: deflateRawSync(bytes) };
  });
  return writeInOrder(entries, '2025-03-14T00:00:00Z');
}

/** What an import says and gives. */
export interface ImportOutcome {
  readonly imported: Imported | null;
  readonly text: string | null;
  readonly account: Account | null;
  /** Rule ids, and the sentences. */
  readonly messages: readonly string[];
  readonly says: string;
}

/** Imports bytes as a brief. */
export async function importOf(
  name: string,
  content: string | Uint8Array,
  changes: 'accept' | 'reject' | null = null,
): Promise<ImportOutcome> {
  const file = new VFile({ path: name });
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const imported = await importDocument(bytes, name, { changes }, file);
  const brief = imported && importedBrief(imported, file);
  return {
    imported,
    text: brief?.text ?? null,
    account: brief?.account ?? null,
    messages: file.messages.map(({ ruleId }) => ruleId ?? ''),
    says: file.messages.map(({ ruleId, reason }) => `${reason} [${ruleId}]`).join('\n'),
  };
}
