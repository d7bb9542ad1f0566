/**
 * Writes the EPUBs of the hard briefs, with and without print pages, into a folder, for validators
 * that are programs of their own.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pagesOf, write } from '../support/epub.ts';
import { hardBriefs, hardEdition } from '../support/hard-briefs.ts';

const folder = process.argv[2];
if (!folder) throw new Error('name a folder');
mkdirSync(folder, { recursive: true });
for (const name of Object.keys(hardBriefs)) {
  const edition = await hardEdition(name);
  const { bytes, file } = await write(edition, name === 'undated' ? null : pagesOf(edition));
  if (!bytes) throw new Error(`${name}: ${file.messages.map(String).join('; ')}`);
  writeFileSync(join(folder, `${name}.epub`), bytes);
}
