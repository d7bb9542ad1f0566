/**
 * The output formats: `--to`, the help and the tests read this table. A new format is one file here
 * and one row.
 */
import { docx } from './docx.ts';
import { epub } from './epub.ts';
import type { Format } from './format.ts';
import { html } from './html.ts';
import { dataFile } from './json.ts';
import { ledger } from './ledger.ts';
import { md } from './md.ts';
import { pdf } from './pdf.ts';
import { snapshot } from './snapshot.ts';

/** All output formats by name, in the order in which they are made and offered. */
export const formats: Readonly<Record<string, Format>> = {
  pdf,
  epub,
  ledger,
  snapshot,
  html,
  md,
  json: dataFile,
  docx,
};
