/** Signs that the rules ask for: of the words themselves, of what stands before and after them, of the company they keep. */
import { defines } from './naming.ts';
import { lowerWords, ownWords } from './view.ts';
import type { View } from './view.ts';

export const count = (view: View): number => view.words.length;
export const short = (view: View): boolean => count(view) <= 3;
export const first = (view: View): string => view.run.text.trimStart();
export const startsUpper = (view: View): boolean => /^\P{L}*\p{Lu}/u.test(first(view));
export const ends = (view: View, marks: string): boolean => {
  const last = view.run.text.trimEnd().at(-1) ?? '';
  return last !== '' && marks.includes(last);
};
export const stopped = (view: View): boolean => ends(view, '.!?…。！？');
export const follows = (view: View): string => view.tail.trimStart()[0] ?? '';
export const lastWord = (view: View): string => view.leadWords.at(-1) ?? '';
const named = (view: View): boolean => labelWords(view, view.lang.labels, 1) || labelWords(view, view.lang.works, 1);
export const colon = (view: View): boolean => (/[:：]\s*$/u.test(view.lead) && !named(view)) || view.announced;
export const comma = (view: View): boolean => /[,،，]\s*$/u.test(view.lead);
export const cued = (view: View): boolean => strong(view.cueBefore, 40) || strong(view.cueAfter, 6);
export const strong = (near: View['cueBefore'], gap: number): boolean => near !== null && near.cue.type !== 'weak' && near.gap <= gap;

export const labelWords = (view: View, set: ReadonlySet<string>, reach: number): boolean =>
  view.leadWords.slice(-reach).some((word) => set.has(word));

/** Capitals like a title or a name. Where every noun has one (German), all words must. */
export function titled(view: View): boolean {
  const capitals = view.words.filter((word) => /^[\p{Lu}\p{N}]/u.test(word)).length;
  if (count(view) < 2 || capitals < 2 || !startsUpper(view)) return false;
  if (view.nounCapitals) return capitals === count(view) || foreign(view) || (count(view) >= 4 && capitals >= 0.7 * count(view));
  const heads = view.words.filter((word) => word.length > 3 || /^\p{Lu}/u.test(word));
  return /^[\p{Lu}\p{N}]/u.test(view.words.at(-1)!) && capitals >= 0.75 * heads.length && capitals >= count(view) / 2;
}

/** Small words of another language: a name that was not translated. */
export function foreign(view: View): boolean {
  const small = view.words.map((word) => word.toLowerCase());
  return small.some((word) => view.foreign.has(word)) && !small.some((word) => view.lang.small.has(word));
}

/** Author. “Title.” Publisher, 2016: no verb of the author's own, and a year or an address after the marks. */
export const cited = (view: View): boolean =>
  !cued(view) &&
  /(?:[\s(/-]|^)(?:1[5-9]|20)\d\d\b|https?:|www\./u.test(view.run.pieces.length === 1 ? after(view) : '') &&
  !/\p{Ll}{2,}\s+\p{Ll}{2,}/u.test(view.lead);
const after = (view: View): string => view.block.text.slice(view.run.pieces[0]!.outer.end, view.run.pieces[0]!.outer.end + 90);

export const nickname = (view: View): boolean =>
  count(view) <= 2 && /\p{Lu}[\p{L}.'’]*\s+$/u.test(view.lead) && /^\s+\p{Lu}\p{Ll}/u.test(view.tail) && view.cueBefore?.gap !== 0;

export const joined = (view: View): boolean =>
  view.before !== null &&
  view.between !== null &&
  (/^[\s,;/–—-]*$/u.test(view.between) || view.lang.joins.has(ownWords(view.between).toLowerCase()));

/** “Stone called that “…””: somebody calls something so, and the name is what was said. */
export const ownsName = ({ cueBefore }: View): boolean => cueBefore?.cue.type === 'weak' && !cueBefore.unowned && cueBefore.gap > 0;

/** “The wall,” Stone said, “will hold”: the passage before ends in a comma, and an announcement in commas stands between. */
export const interrupted = (view: View): boolean =>
  view.before !== null &&
  view.between !== null &&
  view.between.length < 120 &&
  /[,–—-]["'’”»)]*$/u.test(view.before.run.text.trim() + (/^\s*,/u.exec(view.between)?.[0] ?? '')) &&
  /[,:–—-]\s*$/u.test(view.between) &&
  strong(view.before.cueAfter, 5);

/** Signs of a term beside the words: a word for a name or a label, capitals, brackets. */
export const termed = (view: View): boolean =>
  labelWords(view, view.lang.labels, 4) || labelWords(view, view.lang.works, 1) || titled(view) || view.repeats > 1;

/** “der Sender „Nord“ berichtete”, “according to “The Post””: the words name who speaks. */
export function namesSource(view: View): boolean {
  if (stopped(view) || colon(view) || count(view) > 5) return false;
  const source = view.cueBefore?.cue.type === 'source' && view.cueBefore.gap <= 1;
  return (labelWords(view, view.lang.works, 1) && cued(view)) || (source && short(view) && startsUpper(view));
}

export const finite = (view: View): boolean =>
  (view.lang.sentence?.test(view.run.text.trim()) ?? false) ||
  view.words.some((word) => view.lang.finite.has(word.toLowerCase().replaceAll('’', "'")));
export const person = (view: View): boolean => view.words.some((word) => view.lang.persons.has(word.toLowerCase().replaceAll('’', "'")));
export const reported = (view: View): boolean =>
  [...view.leadWords.slice(-12), ...lowerWords(view.tail.split(/[,;]/u)[0]!).slice(0, 8)].some((word) => view.lang.reported.has(word));
/** A verb of naming, describing or thinking stands before the marks. */
export const weaklyCued = ({ cueBefore }: View): boolean => cueBefore?.cue.type === 'weak' && !defines(cueBefore.cue);
export const listed = ({ role, block }: View): boolean => block.type === 'heading' || (role === 'source' && block.type !== 'footnote');
