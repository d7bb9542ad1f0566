/**
 * The gates of the print: each is shown something that must not pass, and its message is recorded
 * under tests/gates/.
 */
import { join } from 'node:path';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { paginate } from '../src/print/paginate.ts';
import { checkPages, checkPdf, checkText } from '../src/print/gates.ts';
import { finishPdf } from '../src/pdf/finish.ts';
import { asText, diagnostics } from '../src/report.ts';
import type { PrintSession } from '../src/browser/index.ts';
import { loadTheme } from '../src/theme/load.ts';
import { diskWorld } from '../src/world/disk.ts';
import { editionOf } from './support/edition.ts';
import { facts, fixture } from './support/pdf.ts';
import { root } from './support/theme.ts';

const said = (file: VFile): string =>
  diagnostics(file)
    .map((diagnostic) => `${asText(diagnostic)}\n`)
    .join('');

const recorded = (file: VFile, rule: string): Promise<void> =>
  expect(said(file)).toMatchFileSnapshot(join(import.meta.dirname, 'gates', `${rule}.txt`));

const briefFile = (): VFile =>
  new VFile({ path: 'brief.md', value: 'First line.\nSecond line.\n' });

describe('gates', () => {
  test('a paragraph that is not in print', async () => {
    const file = briefFile();
    checkText(
      {
        starts: [],
        lost: [
          {
            id: 'b',
            at: 12,
            letters: 'Secondline.',
            offsets: [],
            turned: false,
            text: 'Second line.',
          },
        ],
      },
      file,
    );
    await recorded(file, 'print-text-lost');
  });

  test('a folio that is not the label, and a page with nothing on it', async () => {
    const file = briefFile();
    const page = (text: string, i: number) => ({ page: i, text });
    checkPages(
      ['Title', 'One', 'Two', ''].map(page),
      ['', 'Head 1', 'Head 3', ''].map(page),
      ['i', '1', '2', '3'],
      file,
    );
    await recorded(file, 'print-folio');
  });

  test('a PDF that falls short of a standard claims none', async () => {
    const file = briefFile();
    const raw = fixture('book');
    const pdf = checkPdf(
      (claims) => finishPdf(raw, { ...facts, lang: 'no language', claims }),
      { ...facts, lang: 'no language' },
      file,
    );
    expect(Buffer.from(pdf).includes('pdfuaid:part')).toBe(false);
    await recorded(file, 'pdf-conformance');
    const silent = briefFile();
    const sound = checkPdf((claims) => finishPdf(raw, { ...facts, claims }), facts, silent);
    expect(Buffer.from(sound).includes('pdfuaid:part')).toBe(true);
    expect(said(silent)).toBe('');
  });

  test('page numbers that never settle are not printed', async () => {
    const file = briefFile();
    let passes = 0;
    const session = {
      installed: new Set(),
      load: async () => {},
      print: async () => fixture(passes++ % 2 === 0 ? 'book' : 'part-2'),
      fill: async () => 0,
    } as unknown as PrintSession;
    const theme = await loadTheme(diskWorld(), 'classic', root);
    // Its entry’s anchor is that of the fixtures: on the third page of one, on the first of the
    // other.
    const quoted = editionOf('# One\n\nIda said: “We mean to run it tonight.”');
    const [entry] = quoted.ledger.entries;
    const edition = {
      ...quoted,
      ledger: {
        ...quoted.ledger,
        entries: [{ ...entry!, places: [{ ...entry!.places[0]!, id: 'q1' }] }],
      },
    };
    expect(await paginate(edition, theme, session, { attachments: [] }, file)).toBe(null);
    expect(passes).toBe(4);
    await recorded(file, 'page-refs-unsettled');
  });
});
