/**
 * Brief + Ledger → Edition: what both books print, with links as `#id` and no markup of any one
 * format.
 */
import type { VFile } from 'vfile';
import { labelsFor, languageOf } from '../languages/index.ts';
import type { Brief, Chapter, Edition, Ledger, Meta } from '../types.ts';
import { hasStraightMarksOnly, setMarks, smartText } from './typography.ts';
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
  const body = bodyChapters(brief, ledger, file);
  const isSet = isSmart(brief) && setChapters(body, meta.lang);
  const set = (words: string): string => (isSet ? smartText(words, meta.lang) : words);
  const unnumbered = meta.quotes.unlisted === 'show' && ledger.unnumbered.length > 0;
  return {
    slug,
    identifier: identifierOf(brief),
    meta: isSet ? setMeta(meta, set) : meta,
    dir: languageOf(meta.lang)?.direction ?? 'ltr',
    modified: modifiedAt(meta.date, env),
    participants,
    sources,
    chapters: bookChapters(
      set(meta.title),
      [
        ...(isSet ? body.map((chapter) => setTitles(chapter, set)) : body),
        ...correctionNotice(brief, ledger, labels),
      ],
      labels,
      { quoted: ledger.entries.length > 0, unnumbered },
    ),
    ledger,
    assets,
    labels,
    ...(isSet && { isSet }),
  };
}

/** Does the brief ask for marks to be set, or has its text straight ones only? */
const isSmart = ({ meta: { typography }, text }: Brief): boolean =>
  typography === 'smart' || (typography === undefined && hasStraightMarksOnly(text));

/** True where anything was set. */
const setChapters = (chapters: readonly Chapter[], lang: string): boolean =>
  chapters.map(({ tree }) => tree !== null && setMarks(tree, lang)).includes(true);

type SetWords = (words: string) => string;

const setMeta = (meta: Meta, set: SetWords): Meta => ({
  ...meta,
  title: set(meta.title),
  subtitle: meta.subtitle === null ? null : set(meta.subtitle),
});

const setTitles = (chapter: Chapter, set: SetWords): Chapter => ({
  ...chapter,
  title: set(chapter.title),
  headings: chapter.headings.map((heading) => ({ ...heading, title: set(heading.title) })),
});
