/** How much of a text the heads of one shape explain: dialogues, chats, speeches. */
import type { LabelGroup, LineSurvey } from './survey.ts';
import { timeAlone, type HeadShape } from './turn-head.ts';
import { SURE_LABEL } from './label.ts';

/** Shapes in which a sentence may begin as well. */
export const WEAK = new Set<HeadShape>([
  'alone',
  'dash',
  'mark',
  'column',
  'period',
  'bold',
  'heading',
  'bracket',
  'titled',
]);

/**
 * Where nearly every paragraph, or line, begins with such a head, the heads explain the file; where
 * all do, a participant among them is enough.
 */
export function labelledShare(groups: readonly LabelGroup[], { lines }: LineSurvey): number {
  const heads = groups.flatMap((group) => group.heads);
  const at = new Set(
    heads.flatMap(({ index, isEmpty, titles }) =>
      isEmpty ? [index, index + titles + 1] : [index],
    ),
  );
  if (isOneLabel(groups, lines)) return 2;
  if (isChat(groups, lines)) return 6.5;
  const recurs = groups.some((group) => group.heads.length > 1);
  if (isThroughout(groups, lines) || opensDialogue(groups, lines)) return 2.5;
  if (!recurs || groups.length < 2 || heads.length < 3) return 0;
  const opening = openingsOf(lines);
  const most = Math.max(
    opening.filter((i) => at.has(i)).length / opening.length,
    [...at].filter((i) => i < lines.length).length / lines.length,
  );
  return most >= 0.85 ? 1.2 : 0;
}

const knownOpenings = new WeakMap<LineSurvey['lines'], readonly number[]>();

/** Indices of lines that begin a paragraph or a caption; every shape asks for them. */
function openingsOf(lines: LineSurvey['lines']): readonly number[] {
  const known = knownOpenings.get(lines);
  if (known) return known;
  const opening = lines.flatMap((line, i) => (i === 0 || opensUnit(line) ? [i] : []));
  knownOpenings.set(lines, opening);
  return opening;
}

/** A line that goes on; `-!- nick has quit`, `*** Topic`, `* nick waves`, `--> nick joined`. */
const CHAT_ASIDE = /^(?:\s|[-*=<>!]{1,3}\s|-!-)/u;

/**
 * `<nick> words`: in a log of a chat, nearly every line begins with a name in angle brackets; what
 * is indented goes on.
 */
export function isChat(groups: readonly LabelGroup[], lines: LineSurvey['lines']): boolean {
  const heads = groups.flatMap((group) => group.heads);
  if (heads.length < 4 || groups.length < 2 || !heads.every(({ frame }) => frame.endsWith('<')))
    return false;
  return heads.length >= 0.8 * lines.filter(({ text }) => !CHAT_ASIDE.test(text)).length;
}

/** A line begins a paragraph or a caption. */
const opensUnit = ({ isBlankBefore, line }: LineSurvey['lines'][number]): boolean =>
  isBlankBefore || line.opensCue === true;

/** Shapes that a list of names or a table has as well. */
const LISTED_SHAPES = new Set<HeadShape>(['alone', 'mark', 'column', 'heading', 'bracket']);

/** From the first label on, nearly every paragraph or line begins with one, and they answer each other. */
function opensDialogue(groups: readonly LabelGroup[], lines: LineSurvey['lines']): boolean {
  const plain = groups.filter(({ p }) => p >= 0);
  const heads = plain.flatMap((group) => group.heads);
  if (LISTED_SHAPES.has(groups[0]!.shape) || plain.length < 2 || heads.length < 5) return false;
  if (!isAnswering(plain)) return false;
  const at = new Set(heads.map(({ index }) => index));
  const [first, last] = heads.reduce(
    ([least, most], { index }) => [Math.min(least, index), Math.max(most, index)],
    [Infinity, 0],
  );
  const body = lines.flatMap((line, i) =>
    i < first || i > last || isAsideLine(line.text)
      ? []
      : [{ isOpened: at.has(i), isFirst: opensUnit(line) }],
  );
  const paragraphs = body.filter(({ isFirst }, i) => i === 0 || isFirst);
  const opened = (some: typeof body): number =>
    some.filter(({ isOpened }) => isOpened).length / some.length;
  return opened(body) >= 0.9 || (paragraphs.length > 4 && opened(paragraphs) >= 0.9);
}

/** A remark in brackets, or a time. */
const isAsideLine = (text: string): boolean =>
  /^\s*[[(].*[\])]\s*$/u.test(text) || timeAlone(text) !== null;

/**
 * Every paragraph, or every line, begins with such a head, and one of them is a participant’s, or
 * they answer each other.
 */
export function isThroughout(groups: readonly LabelGroup[], lines: LineSurvey['lines']): boolean {
  if (groups.length < 2 || WEAK.has(groups[0]!.shape)) return false;
  const isDialogue = isAnswering(groups);
  if (!isDialogue && !groups.some(({ p }) => p === SURE_LABEL)) return false;
  const at = new Set(
    groups
      .flatMap(({ heads, p }) => (isDialogue || p >= 0.5 ? heads : []))
      .map(({ index }) => index),
  );
  const isOpened = lines.every((line, i) => at.has(i) || (i > 0 && !opensUnit(line)));
  return (
    at.size === lines.length || (isOpened && lines.some((line, i) => i > 0 && opensUnit(line)))
  );
}

/**
 * Names in capitals, or of two words, one of which comes back after another: a dialogue, however
 * short.
 */
function isAnswering(groups: readonly LabelGroup[]): boolean {
  const isName = ({ p, heads: [first] }: LabelGroup): boolean =>
    p >= 0 && (p >= 1.4 || !/\p{Ll}/u.test(first!.label));
  if (!groups.every(isName)) return false;
  const others = (own: LabelGroup): readonly number[] =>
    groups.flatMap((group) => (group === own ? [] : group.heads.map(({ index }) => index)));
  return groups.some((group) => {
    const [first, last] = [group.heads[0]!.index, group.heads.at(-1)!.index];
    return others(group).some((index) => first < index && index < last);
  });
}

/** A text of one paragraph that begins with one label in capitals is a speech. */
export const isOneLabel = (groups: readonly LabelGroup[], lines: LineSurvey['lines']): boolean =>
  groups.length === 1 &&
  groups[0]!.shape === 'colon' &&
  groups[0]!.heads[0]!.index === 0 &&
  !/\p{Ll}/u.test(groups[0]!.heads[0]!.label) &&
  lines.every(({ isBlankBefore }, i) => i === 0 || !isBlankBefore);
