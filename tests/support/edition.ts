/** Markdown → an edition with an unchecked ledger, for tests of what comes after composing. */
import { VFile } from 'vfile';
import { compose } from '../../src/compose/index.ts';
import { groupFound, openLedger } from '../../src/ledger.ts';
import { findQuotations } from '../../src/quotes/index.ts';
import type { Brief, Edition } from '../../src/types.ts';
import { briefOf } from './markdown.ts';

export function editionOf(text: string, more: Partial<Brief> & { lang?: string } = {}): Edition {
  const brief = briefOf(text, more);
  const file = new VFile({ path: brief.path, value: text });
  const { found } = findQuotations(brief, file);
  const settled = groupFound(found).map(({ head }) => ({
    evidence: { status: 'unchecked', why: 'no-transcript' } as const,
    speaker: head.speaker,
    speakerCheck: null,
    tick: false,
  }));
  return compose(
    brief,
    openLedger(found, settled, { cf: new Map(), overrides: [], transcripts: [] }),
    {},
    file,
  );
}
