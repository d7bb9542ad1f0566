/** How likely a group of labels are speakers, each for itself. */
import type { LabelGroup, LineSurvey, PlacedHead } from './survey.ts';
import type { HeadShape } from './turn-head.ts';
import { SURE_LABEL, isVoice } from './label.ts';
import { WEAK, labelledShare } from './coverage.ts';
import { HONORIFICS, foldWord } from '../../languages/speech.ts';

/** A group with its confidence `c`, 0 to 1. */
export interface Scored extends LabelGroup {
  readonly c: number;
  /** How often this voice heads a turn, by its whole name or by its surname alone. */
  readonly often: number;
}

/** Accepted from here on; grey from the second on. */
export const ACCEPTED = 3;

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
  const isSomebody = group.p >= 2.5 || isVoice(own!.label);
  if (!isSomebody || group.p === SURE_LABEL || !isPlain || !own!.hasProse) return false;
  return all.some(
    ({ p, heads: [other] }) =>
      p === SURE_LABEL &&
      other!.hasProse &&
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
