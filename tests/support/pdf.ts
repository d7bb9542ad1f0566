/** Prints kept as fixtures, and facts to finish them with. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PdfFacts } from '../../src/pdf/facts.ts';

/** A print as the browser wrote it; `tests/pdf-fixtures/record.ts` prints them anew. */
export const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../pdf-fixtures', `${name}.pdf`)));

const mm = (length: number): number => (length * 72) / 25.4;

export const facts: PdfFacts = {
  title: 'The ferry that was always late',
  authors: ['Ada Holm', 'Žofie Malá'],
  subject: 'A hearing',
  keywords: ['ferry', 'fog'],
  lang: 'en',
  creator: 'briefpress 1.2.3',
  producer: 'briefpress 1.2.3',
  modified: '2026-11-24',
  pageLabels: [
    { index: 0, style: 'r', start: 1 },
    { index: 1, style: 'D', start: 1 },
  ],
  margins: (page) =>
    page === 1
      ? { left: mm(25), top: mm(30), bottom: mm(20) }
      : { left: mm(18), top: mm(20), bottom: mm(20) },
  linkContents: (target) =>
    target.startsWith('#') ? `Go to ${target.slice(1)}` : `Link to ${target}`,
  attachments: [
    {
      name: 'source.md',
      mediaType: 'text/markdown',
      bytes: Buffer.from('# The ferry\n'),
      description: 'The brief',
      relationship: 'Source',
    },
    {
      name: 'manifest.json',
      mediaType: 'application/json',
      bytes: Buffer.from('{}'),
      description: 'What belongs to it',
      relationship: 'Data',
    },
  ],
  claims: { pdfa: '3a', pdfua: true },
};
