/**
 * Signs that the rules ask for: of the words themselves, of what stands before and after them, of
 * the company they keep.
 */
import { defines } from './naming.ts';
import { lowerWords, ownWords } from './kind-view.ts';
import type { KindView } from './kind-view.ts';

/** Number of words inside the marks. */
export const wordCount = (view: KindView): number => view.words.length;
/** At most three words inside the marks? */
export const short = (view: KindView): boolean => wordCount(view) <= 3;
/** The words inside the marks, from their first visible character. */
export const trimmedStart = (view: KindView): string => view.run.text.trimStart();
/** Do the words begin with a capital? */
export const startsUpper = (view: KindView): boolean => /^\P{L}*\p{Lu}/u.test(trimmedStart(view));
/** Do the words end with one of these characters? */
export const ends = (view: KindView, marks: string): boolean => {
  const last = view.run.text.trimEnd().at(-1) ?? '';
  return last !== '' && marks.includes(last);
};
/** Do the words end as a sentence does? */
export const stopped = (view: KindView): boolean => ends(view, '.!?…。！？');
/** The first visible character after the closing mark, or ''. */
export const follows = (view: KindView): string => view.tail.trimStart()[0] ?? '';
/** The word before the opening mark, lower case, or ''. */
export const lastLeadWord = (view: KindView): string => view.leadWords.at(-1) ?? '';
const isLabelled = (view: KindView): boolean =>
  labelWords(view, view.lang.labels, 1) || labelWords(view, view.lang.works, 1);
/** Is the quotation announced by a colon? */
export const colon = (view: KindView): boolean =>
  (/[:：]\s*$/u.test(view.lead) && !isLabelled(view)) || view.announced;
/** Does a comma stand before the opening mark? */
export const comma = (view: KindView): boolean => /[,،，]\s*$/u.test(view.lead);
/** Does a speech verb stand near enough? */
export const cued = (view: KindView): boolean =>
  strong(view.cueBefore, 40) || strong(view.cueAfter, 6);
/** Is it a speech verb (not a weak cue) at most that many characters away? */
export const strong = (near: KindView['cueBefore'], gap: number): boolean =>
  near !== null && near.cue.type !== 'weak' && near.gap <= gap;

/** Is one of the last words before the mark in the set? */
export const labelWords = (view: KindView, set: ReadonlySet<string>, reach: number): boolean =>
  view.leadWords.slice(-reach).some((word) => set.has(word));

/** “Objection. Hearsay.”, “Nor can I”: capitals that begin a sentence, or that “I” has anywhere. */
function isSpoken({ words, run, nounCapitals }: KindView): boolean {
  if (nounCapitals) return false;
  const inner = words.slice(1).filter((word) => /^\p{Lu}/u.test(word) && word !== 'I');
  const sentences = run.text.match(/\p{Ll}[.!?]\s\p{Lu}/gu)?.length ?? 0;
  return inner.length <= sentences && (sentences > 0 || words.includes('I'));
}

/** Capitals like a title or a name. Where every noun has one (German), all words must. */
export function titled(view: KindView): boolean {
  const capitals = view.words.filter((word) => /^[\p{Lu}\p{N}]/u.test(word)).length;
  if (wordCount(view) < 2 || capitals < 2 || !startsUpper(view) || isSpoken(view)) return false;
  if (view.nounCapitals)
    return (
      capitals === wordCount(view) ||
      foreign(view) ||
      (wordCount(view) >= 4 && capitals >= 0.7 * wordCount(view))
    );
  const heads = view.words.filter((word) => word.length > 3 || /^\p{Lu}/u.test(word));
  return (
    /^[\p{Lu}\p{N}]/u.test(view.words.at(-1)!) &&
    capitals >= 0.75 * heads.length &&
    capitals >= wordCount(view) / 2
  );
}

/** Small words of another language: a name that was not translated. */
export function foreign(view: KindView): boolean {
  const small = view.words.map((word) => word.toLowerCase());
  return (
    small.some((word) => view.foreign.has(word)) && !small.some((word) => view.lang.small.has(word))
  );
}

/**
 * Author. “Title.” Publisher, 2016: no verb of the author's own, and a year or an address after the
 * marks.
 */
export const cited = (view: KindView): boolean =>
  !cued(view) &&
  /(?:[\s(/-]|^)(?:1[5-9]|20)\d\d\b|https?:|www\./u.test(
    view.run.pieces.length === 1 ? after(view) : '',
  ) &&
  !/\p{Ll}{2,}\s+\p{Ll}{2,}/u.test(view.lead);
const after = (view: KindView): string =>
  view.block.text.slice(view.run.pieces[0]!.outer.end, view.run.pieces[0]!.outer.end + 90);

/** A short name between given name and surname: John “Jack” Smith? */
export const nickname = (view: KindView): boolean =>
  wordCount(view) <= 2 &&
  /\p{Lu}[\p{L}.'’]*\s+$/u.test(view.lead) &&
  /^\s+\p{Lu}\p{Ll}/u.test(view.tail) &&
  view.cueBefore?.gap !== 0;

/** Is it one of several in a list: “a”, “b” and “c”? */
export const joinsBefore = (view: KindView): boolean =>
  view.before !== null &&
  view.between !== null &&
  (/^[\s,;/–—-]*$/u.test(view.between) ||
    view.lang.joins.has(ownWords(view.between).toLowerCase()));

/** “Stone called that “…””: somebody calls something so, and the name is what was said. */
export const ownsName = ({ cueBefore }: KindView): boolean =>
  cueBefore?.cue.type === 'weak' && !cueBefore.unowned && cueBefore.gap > 0;

/**
 * “The wall,” Stone said, “will hold”: the passage before ends in a comma, and an announcement in
 * commas stands between.
 */
export const interrupted = (view: KindView): boolean =>
  view.before !== null &&
  view.between !== null &&
  view.between.length < 120 &&
  /[,–—-]["'’”»)]*$/u.test(
    view.before.run.text.trim() + (/^\s*,/u.exec(view.between)?.[0] ?? ''),
  ) &&
  /[,:–—-]\s*$/u.test(view.between) &&
  strong(view.before.cueAfter, 5);

/** Signs of a term beside the words: a word for a name or a label, capitals, brackets. */
export const termed = (view: KindView): boolean =>
  labelWords(view, view.lang.labels, 4) ||
  labelWords(view, view.lang.works, 1) ||
  titled(view) ||
  view.repeats > 1;

/** “der Sender „Nord“ berichtete”, “according to “The Post””: the words name who speaks. */
export function namesSource(view: KindView): boolean {
  if (stopped(view) || colon(view) || wordCount(view) > 5) return false;
  const source = view.cueBefore?.cue.type === 'source' && view.cueBefore.gap <= 1;
  return (
    (labelWords(view, view.lang.works, 1) && cued(view)) ||
    (source && short(view) && startsUpper(view))
  );
}

/** Do the words hold a finite verb, so that they can be a sentence? */
export const finite = (view: KindView): boolean =>
  (view.lang.sentence?.test(view.run.text.trim()) ?? false) ||
  view.words.some((word) => view.lang.finite.has(word.toLowerCase().replaceAll('’', "'")));
/** Do the words hold a first or second person, as speech does? */
export const person = (view: KindView): boolean =>
  view.words.some((word) => view.lang.persons.has(word.toLowerCase().replaceAll('’', "'")));
/** Do words around the marks report what somebody thinks or calls? */
export const reported = (view: KindView): boolean =>
  [...view.leadWords.slice(-12), ...lowerWords(view.tail.split(/[,;]/u)[0]!).slice(0, 8)].some(
    (word) => view.lang.reported.has(word),
  );
/** A verb of naming, describing or thinking stands before the marks. */
export const weaklyCued = ({ cueBefore }: KindView): boolean =>
  cueBefore?.cue.type === 'weak' && !defines(cueBefore.cue);
/** Does it stand in a heading or in a list of sources? */
export const isListed = ({ role, block }: KindView): boolean =>
  block.type === 'heading' || (role === 'source' && block.type !== 'footnote');
