/** How likely a group of labels are speakers, each for itself. */
import type { LabelGroup, LineSurvey, PlacedHead } from './survey.ts';
import { timeAlone, type HeadShape } from './turn-head.ts';
import { SURE_LABEL } from './label.ts';
import { HONORIFICS, foldWord } from '../../languages/speech.ts';

/** A group with its confidence `c`, 0 to 1. */
export interface Scored extends LabelGroup {
  readonly c: number;
  /** How often this voice heads a turn, by its whole name or by its surname alone. */
  readonly often: number;
}

/** Accepted from here on; grey from the second on. */
export const ACCEPTED = 3;

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

/** Scores the groups of one shape. */
export function scoredOf(
  shape: HeadShape,
  groups: readonly LabelGroup[],
  survey: LineSurvey,
): readonly Scored[] {
  if (shape === 'letter' || shape === 'chevron') return [];
  const covers = labelledShare(groups, survey);
  const surnames = surnameCounts(groups);
  const first = groups.map((group) => {
    const count = surnames.get(surnameIn(group));
    const often = count ?? group.heads.length;
    const known = count === undefined ? 0 : 1.3;
    return { ...group, often, c: confidence(group, often) + covers + known };
  });
  const sure = first
    .filter(({ c, p, heads }) => p === SURE_LABEL || (c >= ACCEPTED && heads.length > 1))
    .flatMap(({ heads }) => heads);
  return first.map((group) => ({
    ...group,
    c: group.c + styleScore(group, sure) + (isOfficeBeside(group, first) ? 0.8 : 0),
  }));
}

/** `MODERATOR:` opens a paragraph once, as the one participant does: an office, or a voice. */
function isOfficeBeside(group: LabelGroup, all: readonly LabelGroup[]): boolean {
  const [own] = group.heads;
  const isPlain = !WEAK.has(group.shape) || (group.shape === 'period' && isUpper(own!.label));
  if (group.p < 2.5 || group.p === SURE_LABEL || !isPlain || !own!.hasProse) return false;
  return all.some(
    ({ p, heads: [other] }) =>
      p === SURE_LABEL &&
      other!.isSetOff === own!.isSetOff &&
      other!.isEmpty === own!.isEmpty &&
      other!.isBold === own!.isBold &&
      isUpper(other!.label) === isUpper(own!.label),
  );
}

const surnameIn = ({ heads: [first] }: LabelGroup): string =>
  first!.label.split(/\s+/u).at(-1)!.toLowerCase();

/**
 * `IDA MOEN, HOST:` and `MOEN:` are one voice: heads by surname, where whole names and surnames
 * alone head turns, all in capitals.
 */
function surnameCounts(groups: readonly LabelGroup[]): ReadonlyMap<string, number> {
  const upper = groups.filter(({ heads: [first] }) => !/\p{Ll}/u.test(first!.label));
  return new Map(
    [...Map.groupBy(upper, surnameIn)].flatMap(([name, own]) => {
      const isBoth = new Set(own.map(({ heads: [first] }) => /\s/u.test(first!.label))).size === 2;
      const count = own.reduce((sum, { heads }) => sum + heads.length, 0);
      return isBoth && own.length === 2 ? [[name, count] as const] : [];
    }),
  );
}

/** The share of heads, 0 to 1, that pass a test. */
export const share = (heads: readonly PlacedHead[], test: (head: PlacedHead) => boolean): number =>
  heads.filter(test).length / heads.length;

/** What a label says for itself in its shape: looks, recurrence, place. */
function confidence({ shape, p, heads }: LabelGroup, count: number): number {
  const isSure = p === SURE_LABEL;
  const often = 0.8 * Math.min(5, Math.log2(count));
  const isOpen = p >= 2 && heads.every(({ isSetOff }) => isSetOff);
  const small =
    share(heads, ({ isSmallRest }) => isSmallRest) > 0.5 ? (isSure || isOpen ? -1 : -2.5) : 0;
  const inside = share(heads, ({ isMidSentence }) => isMidSentence) > 0.5 ? -2 : 0;
  const noted =
    shape !== 'alone' &&
    shape !== 'heading' &&
    heads.some(({ note }) => note !== null && note.length < 60)
      ? 1.5
      : 0;
  const prose = share(heads, ({ hasProse }) => hasProse);
  const empty = !isSure && prose < 0.3 ? -1.5 : 0;
  const circled = share(heads, ({ frame }) => /[on]/u.test(frame)) > 0.5 ? 2 : 0;
  const timed =
    shape === 'colon' && p >= 1.4 && share(heads, ({ time }) => time !== null) > 0.5 ? 1 : 0;
  const said = noted + circled + timed;
  return p + often + small + inside + said + empty + shaped(shape, heads, p, prose);
}

function shaped(shape: HeadShape, heads: readonly PlacedHead[], p: number, prose: number): number {
  const isSure = p === SURE_LABEL;
  const rare = (least: number, cost: number): number =>
    heads.length < least && !isSure ? cost : 0;
  switch (shape) {
    case 'alone':
      return (
        (share(heads, ({ titles }) => titles > 0) > 0.5 ? 0.8 : -1.2) +
        rare(3, -1) +
        (heads.length > 1 && p >= 2.5 ? 0.7 : 0) +
        (prose < 0.5 ? -4 : 0)
      );
    case 'heading':
      return isSure ? -1 : -2.5;
    case 'dash':
      return share(heads, ({ frame }) => /\.\s?\p{Pd}/u.test(frame)) > 0.5 && p >= 1.4
        ? 0.8
        : -1 + rare(2, -2);
    case 'mark':
      return -1.5 + rare(3, -2);
    case 'column':
      return -0.3 + rare(2, -1);
    case 'titled':
      return 1.5;
    case 'timed':
      return 2.5;
    case 'period':
      return p >= 3 ? 0.4 : -0.3;
    case 'bracket':
    case 'bold':
      return -0.5;
    case 'colon':
      return heads.every(({ isBold }) => isBold) ? 0.5 : 0;
    default:
      return 0;
  }
}

/**
 * Where nearly every paragraph, or line, begins with such a head, the heads explain the file; where
 * all do, a participant among them is enough.
 */
function labelledShare(groups: readonly LabelGroup[], { lines }: LineSurvey): number {
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

/** How the heads of sure labels are written is how heads are written in this file. */
function styleScore(group: LabelGroup, sure: readonly PlacedHead[]): number {
  if (sure.length < 2) return 0;
  const features: readonly (readonly [
    test: (head: PlacedHead) => boolean,
    has: number,
    lacks: number,
  ])[] = [
    [({ time }) => time !== null, 0.7, -2.5],
    [({ isBold }) => isBold, 0.7, -2.5],
    [({ isEmpty }) => isEmpty, 0.7, -2.5],
    [({ label }) => isUpper(label), 0.5, group.p >= 3 ? -0.4 : -1.5],
  ];
  return features.reduce((sum, [test, has, lacks]) => {
    const often = share(sure, test);
    const own = share(group.heads, test) > 0.5;
    if (often > 0.9) return sum + (own ? has : lacks);
    return often < 0.1 && own ? sum - 1 : sum;
  }, 0);
}

/** Capitals, but for the article and titles: “Mrs. MOEN”, “The PRESIDING OFFICER”. */
function isUpper(label: string): boolean {
  const name = label
    .split(/\s+/u)
    .filter(
      (word, i) => !(i === 0 && /^\p{Lu}\p{Ll}+$/u.test(word)) && !HONORIFICS.has(foldWord(word)),
    );
  return /\p{Lu}{2}/u.test(label) && !/\p{Ll}{2}/u.test(name.join(' '));
}
