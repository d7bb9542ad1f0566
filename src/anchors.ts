/** Anchors that an edition makes by itself: no heading and no quotation may be called so. */
import type { ChapterKind } from './types.ts';

/** Ids of the chapters that the press adds to every book. */
export const CHAPTERS: readonly ChapterKind[] = [
  'title-page',
  'contents',
  'glance',
  'appendix',
  'speakers',
  'not-numbered',
  'source-note',
  'colophon',
];

/**
 * Chapters of the body, blocks and notes in them, rows of the index of speakers, the cover, what is
 * added with a double hyphen.
 */
const MADE = /^(?:ch-.+|s\d+-(?:b\d+|fn.*)|speaker-\d+|cover)$|--/u;

/** Content ids of quotations and their places. */
const CONTENT_ID = /^q-[0-9a-f]{8}(?:-\d+)*$/u;

/** Is this the id of a part that every edition has (appendix, source note, …)? */
export const isChapter = (id: string): boolean => (CHAPTERS as readonly string[]).includes(id);

/** Does the press make ids of this form itself, so that no author's heading may have it? */
export const isMade = (id: string): boolean =>
  isChapter(id) || MADE.test(id) || CONTENT_ID.test(id);
