/**
 * Brief + Ledger → Edition: what both books print, with links as `#id` and no markup of any one
 * format.
 */
import type { VFile } from 'vfile';
import { labelsFor, languageOf } from '../languages/index.ts';
import type { Brief, Edition, Ledger } from '../types.ts';
import { bodyChapters, bookChapters } from './chapters.ts';
import { correctionNotice } from './corrections.ts';
import { identifierOf, modifiedAt } from './identity.ts';

/**
 * @param env of the world: SOURCE_DATE_EPOCH
 * (https://reproducible-builds.org/specs/source-date-epoch/) beats the brief's date
 */
export function compose(
  brief: Brief,
  ledger: Ledger,
  env: Readonly<Record<string, string | undefined>>,
  file: VFile,
): Edition {
  const { slug, meta, participants, sources, assets } = brief;
  const labels = labelsFor(meta.lang);
  const unnumbered = meta.quotes.unlisted === 'show' && ledger.unnumbered.length > 0;
  return {
    slug,
    identifier: identifierOf(brief),
    meta,
    dir: languageOf(meta.lang)?.direction ?? 'ltr',
    modified: modifiedAt(meta.date, env),
    participants,
    sources,
    chapters: bookChapters(
      meta.title,
      [...bodyChapters(brief, ledger, file), ...correctionNotice(brief, ledger, labels)],
      labels,
      { quoted: ledger.entries.length > 0, unnumbered },
    ),
    ledger,
    assets,
    labels,
  };
}
