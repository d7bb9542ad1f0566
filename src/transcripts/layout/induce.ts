/**
 * Which lines open a turn: labels that recur decide the style of a file, the style decides about single lines. Three answers for
 * a line that looks like a head: accepted, grey (nobody knows), rejected (words).
 */
import type { Shape } from './heads.ts';
import { SURE } from './label.ts';
import { HONORIFICS, foldWord } from '../../languages/speech.ts';
import { isVoice } from './voice.ts';
import { isTitle, type LabelGroup, type PlacedHead, type Survey } from './survey.ts';

export interface Induction {
  /** Main shape first. */
  readonly shapes: readonly Shape[];
  /** By `keyOf`; rejected groups are absent. */
  readonly verdicts: ReadonlyMap<string, 'accepted' | 'grey'>;
  readonly isExplained: boolean;
}

interface Scored extends LabelGroup {
  readonly c: number;
}

/** Accepted from here on; grey from the second on. */
const ACCEPTED = 3;
const GREY = 1;

/** Shapes in which a sentence may begin as well. */
const WEAK = new Set<Shape>(['alone', 'dash', 'mark', 'column', 'period', 'bold', 'heading', 'bracket', 'titled']);

export function induce(survey: Survey): Induction {
  const groups = survey.groups
    .map((group) => ({ ...group, heads: group.heads.filter((head) => !isListed(survey, head)) }))
    .filter(({ heads }) => heads.length > 0);
  const byShape = Map.groupBy(groups, ({ shape }) => shape);
  const scored = [...byShape].flatMap(([shape, own]) => scoredOf(shape, own, survey));
  const letters = lettersOf(groups);
  const main = mainOf(scored);
  const shapes = main === null ? [] : [main, ...furtherOf(main, scored)];
  const verdicts = new Map<string, 'accepted' | 'grey'>(letters);
  for (const group of scored) {
    const verdict = verdictOf(group, shapes);
    if (verdict && !verdicts.has(group.key)) verdicts.set(group.key, verdict);
  }
  if (chevronsIn(groups) >= 2) verdicts.set('chevron >>', 'accepted');
  return { shapes, verdicts, isExplained: explains(survey, scored, verdicts) };
}

/** In a list of names (participants, contents) nobody speaks: two names follow on each other without words between. */
function isListed({ lines }: Survey, head: PlacedHead): boolean {
  if (head.shape !== 'alone' || head.p < 1) return false;
  const beside = (step: number): boolean => {
    const other = lines[head.index + step];
    if (!other || (step > 0 ? other : lines[head.index]!).isRuleBefore) return false;
    const name = other.heads.find(({ shape }) => shape === 'alone');
    return name !== undefined && name.p >= 1.4 && !isTitle(name.label);
  };
  return (
    beside(1) ||
    (beside(-1) && !isTitle(head.label)) ||
    (isTitle(head.label) && lines[head.index - 1]?.heads.some(({ shape, p }) => shape === 'alone' && p >= 1.4) === true)
  );
}

function scoredOf(shape: Shape, groups: readonly LabelGroup[], survey: Survey): readonly Scored[] {
  if (shape === 'letter' || shape === 'chevron') return [];
  const covers = coverage(groups, survey);
  const first = groups.map((group) => ({ ...group, c: confidence(group) + covers }));
  const sure = first.filter(({ c, p, heads }) => p === SURE || (c >= ACCEPTED && heads.length > 1)).flatMap(({ heads }) => heads);
  return first.map((group) => ({ ...group, c: group.c + style(group, sure) }));
}

const share = (heads: readonly PlacedHead[], test: (head: PlacedHead) => boolean): number => heads.filter(test).length / heads.length;

/** What a label says for itself in its shape: looks, recurrence, place. */
function confidence({ shape, p, heads }: LabelGroup): number {
  const isSure = p === SURE;
  const often = 0.8 * Math.min(5, Math.log2(heads.length));
  const small = share(heads, ({ isSmallRest }) => isSmallRest) > 0.5 ? (isSure ? -1 : -2.5) : 0;
  const inside = share(heads, ({ isMidSentence }) => isMidSentence) > 0.5 ? -2 : 0;
  const noted = shape !== 'alone' && shape !== 'heading' && heads.some(({ note }) => note !== null && note.length < 60) ? 1.5 : 0;
  const prose = share(heads, ({ hasProse }) => hasProse);
  const empty = !isSure && prose < 0.3 ? -1.5 : 0;
  return p + often + small + inside + noted + empty + shaped(shape, heads, p, prose);
}

function shaped(shape: Shape, heads: readonly PlacedHead[], p: number, prose: number): number {
  const isSure = p === SURE;
  const rare = (least: number, cost: number): number => (heads.length < least && !isSure ? cost : 0);
  switch (shape) {
    case 'alone':
      return -1.2 + rare(3, -1) + (heads.length > 1 && p >= 2.5 ? 0.7 : 0) + (prose < 0.5 ? -4 : 0);
    case 'heading':
      return isSure ? -1 : -2.5;
    case 'dash':
      return -1 + rare(2, -2);
    case 'mark':
      return -1.5 + rare(3, -2);
    case 'column':
      return -0.3 + rare(2, -1);
    case 'titled':
    case 'timed':
      return 1.5;
    case 'period':
      return -0.3;
    case 'bracket':
    case 'bold':
      return -0.5;
    case 'colon':
      return heads.every(({ isBold }) => isBold) ? 0.5 : 0;
    default:
      return 0;
  }
}

/** Where nearly every paragraph, or line, begins with such a head, the heads explain the file; where all do, a participant among them is enough. */
function coverage(groups: readonly LabelGroup[], { lines }: Survey): number {
  const heads = groups.flatMap((group) => group.heads);
  const opening = lines.flatMap(({ isBlankBefore }, i) => (i === 0 || isBlankBefore ? [i] : []));
  const at = new Set(heads.flatMap(({ index, isEmpty }) => (isEmpty ? [index, index + 1] : [index])));
  if (isOneLabel(groups, lines)) return 2;
  const recurs = groups.some((group) => group.heads.length > 1);
  const most = Math.max(opening.filter((i) => at.has(i)).length / opening.length, lines.filter((_, i) => at.has(i)).length / lines.length);
  if (isThroughout(groups, lines)) return 2.5;
  return recurs && groups.length > 1 && heads.length > 2 && most >= 0.85 ? 1.2 : 0;
}

/** Every paragraph, or every line, begins with such a head, and one of them is a participant’s, or they answer each other. */
function isThroughout(groups: readonly LabelGroup[], lines: Survey['lines']): boolean {
  if (groups.length < 2 || WEAK.has(groups[0]!.shape)) return false;
  const isDialogue = isAnswering(groups);
  if (!isDialogue && !groups.some(({ p }) => p === SURE)) return false;
  const at = new Set(groups.flatMap(({ heads, p }) => (isDialogue || p >= 0.5 ? heads : [])).map(({ index }) => index));
  const isOpened = lines.every(({ isBlankBefore }, i) => at.has(i) || (i > 0 && !isBlankBefore));
  return at.size === lines.length || (isOpened && lines.some(({ isBlankBefore }, i) => i > 0 && isBlankBefore));
}

/** Names in capitals, or of two words, one of which comes back after another: a dialogue, however short. */
function isAnswering(groups: readonly LabelGroup[]): boolean {
  const isName = ({ p, heads: [first] }: LabelGroup): boolean => p >= 0 && (p >= 1.4 || !/\p{Ll}/u.test(first!.label));
  if (!groups.every(isName)) return false;
  const others = (own: LabelGroup): readonly number[] =>
    groups.flatMap((group) => (group === own ? [] : group.heads.map(({ index }) => index)));
  return groups.some((group) => {
    const [first, last] = [group.heads[0]!.index, group.heads.at(-1)!.index];
    return others(group).some((index) => first < index && index < last);
  });
}

/** A text of one paragraph that begins with one label in capitals is a speech. */
const isOneLabel = (groups: readonly LabelGroup[], lines: Survey['lines']): boolean =>
  groups.length === 1 &&
  groups[0]!.shape === 'colon' &&
  groups[0]!.heads[0]!.index === 0 &&
  !/\p{Ll}/u.test(groups[0]!.heads[0]!.label) &&
  lines.every(({ isBlankBefore }, i) => i === 0 || !isBlankBefore);

/** How the heads of sure labels are written is how heads are written in this file. */
function style(group: LabelGroup, sure: readonly PlacedHead[]): number {
  if (sure.length < 2) return 0;
  const features: readonly (readonly [test: (head: PlacedHead) => boolean, has: number, lacks: number])[] = [
    [({ time }) => time !== null, 0.7, -2.5],
    [({ isBold }) => isBold, 0.7, -2.5],
    [({ isEmpty }) => isEmpty, 0.7, -2.5],
    [({ label }) => isUpper(label), 0.5, -1.5],
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
  const name = label.split(/\s+/u).filter((word, i) => !(i === 0 && /^\p{Lu}\p{Ll}+$/u.test(word)) && !HONORIFICS.has(foldWord(word)));
  return /\p{Lu}{2}/u.test(label) && !/\p{Ll}{2}/u.test(name.join(' '));
}

function verdictOf({ shape, c, p, heads }: Scored, shapes: readonly Shape[]): 'accepted' | 'grey' | null {
  const joined = shapes.includes(shape);
  if (c >= ACCEPTED && joined) return 'accepted';
  const isSmall = share(heads, ({ isSmallRest }) => isSmallRest) > 0.5;
  if (shape === 'colon' && joined && p > -4 && heads.some(({ isLone }) => isLone)) return 'grey';
  if (shape === 'colon' && joined && heads.length > 1 && heads.every(isAlone)) return 'grey';
  if (isSmall) return null;
  if (p === SURE && shape === 'heading' && heads[0]!.index > 0 && c >= GREY) return 'accepted';
  if (p === SURE) return c >= GREY && shape !== 'mark' && (shape !== 'heading' || joined) ? 'grey' : null;
  if (shape === 'column') return joined && c >= GREY ? 'grey' : null;
  if (shape === 'dash' || shape === 'mark' || shape === 'heading') return joined && c >= 2 ? 'grey' : null;
  const isNameLine = joined || shapes.some((one) => one === 'titled' || one === 'timed' || one === 'alone');
  if (shape === 'alone') return isNameLine && p >= 1.4 && c >= -0.5 ? 'grey' : null;
  if (shape === 'period') return joined && c >= -0.5 && p >= 1.4 ? 'grey' : null;
  if (shape === 'colon' && joined && p >= 0.5 && c >= 0.5) return 'grey';
  return c >= GREY ? 'grey' : null;
}

/** A word or two and a colon alone on a line, with words below, time and again: “danah:”. */
const isAlone = ({ label, isEmpty, hasProse, isMidSentence }: PlacedHead): boolean =>
  isEmpty && hasProse && !isMidSentence && label.split(' ').length < 3;

/** The shape whose accepted heads explain most. */
function mainOf(scored: readonly Scored[]): Shape | null {
  const masses = [
    ...Map.groupBy(
      scored.filter(({ c }) => c >= ACCEPTED),
      ({ shape }) => shape,
    ),
  ].map(([shape, groups]) => {
    const heads = groups.reduce((sum, group) => sum + group.heads.length, 0);
    const recurring = groups
      .filter((group) => group.heads.length > 1 || group.p === SURE)
      .reduce((sum, group) => sum + group.heads.length, 0);
    const looks = Math.min(1, 0.25 + groups.reduce((sum, { p }) => sum + p, 0) / groups.length / 2.5);
    const weight = { dash: 0.7, alone: 0.8, period: 0.9, heading: 0.6, mark: 0.6, column: 0.8, bold: 0.9 }[shape as string] ?? 1.1;
    return { shape, mass: heads * (0.3 + (0.7 * recurring) / heads) * looks * weight };
  });
  return masses.toSorted((a, b) => b.mass - a.mass)[0]?.shape ?? null;
}

/** Other shapes whose labels are those of the main one, or are strong by themselves. */
function furtherOf(main: Shape, scored: readonly Scored[]): readonly Shape[] {
  const known = new Set(scored.filter(({ shape, c }) => shape === main && c >= ACCEPTED).map(({ key }) => key.slice(key.indexOf(' ') + 1)));
  return [
    ...Map.groupBy(
      scored.filter(({ shape, c }) => shape !== main && c >= ACCEPTED),
      ({ shape }) => shape,
    ),
  ].flatMap(([shape, groups]) => {
    const labels = groups.map(({ key }) => key.slice(key.indexOf(' ') + 1));
    const shared = labels.filter((label) => known.has(label)).length / labels.length;
    const strong = groups.filter(({ c, p }) => c >= 4.5 && p >= 2).length / groups.length;
    const isStrong = strong > 0.5 && (!WEAK.has(shape) || shape === 'bracket' || shape === 'titled');
    const offices = shape === 'alone' && main === 'titled' && groups.every(({ p }) => p >= 2.5);
    return shared > 0.5 || isStrong || offices ? [shape] : [];
  });
}

/** `Q` with a point, a gap or a tab is a head; `A` only where it is set off in the same way and about as often. */
function lettersOf(groups: readonly LabelGroup[]): readonly (readonly [string, 'accepted' | 'grey'])[] {
  const of = (label: string): readonly PlacedHead[] =>
    groups.find(({ shape, key }) => shape === 'letter' && key === `letter ${label}`)?.heads ?? [];
  const [questions, answers] = [of('q'), of('a')];
  const set = ({ frame }: PlacedHead): boolean => frame.endsWith('.');
  if (questions.length === 0 || (questions.length < 2 && !set(questions[0]!))) return [];
  const found: (readonly [string, 'accepted' | 'grey'])[] = [['letter q', 'accepted']];
  const off = answers.filter(set);
  const like = questions.filter(set).length > questions.length / 2 ? off : answers;
  if (like.length >= 0.5 * questions.length) return [...found, ['letter a', 'accepted']];
  return off.length > 0 ? [...found, ['letter a', 'grey']] : found;
}

const chevronsIn = (groups: readonly LabelGroup[]): number => groups.find(({ shape }) => shape === 'chevron')?.heads.length ?? 0;

/** Whether the accepted heads are enough to believe that they are heads. */
function explains(survey: Survey, scored: readonly Scored[], verdicts: Induction['verdicts']): boolean {
  if (verdicts.has('chevron >>')) return true;
  const groups = scored.filter(({ key }) => verdicts.get(key) === 'accepted');
  const letters = survey.groups.filter(({ shape, key }) => shape === 'letter' && verdicts.get(key) === 'accepted');
  const heads = [...groups, ...letters].flatMap((group) => group.heads);
  const labels = new Set([...groups, ...letters].map(({ key }) => key.slice(key.indexOf(' ') + 1)));
  if (labels.size === 0) return false;
  if (labels.size === 1) return isSpeech(survey, groups, heads);
  const people = new Set(groups.filter(({ p }) => p === SURE).map(({ key }) => key)).size;
  if (isThroughout(groups, survey.lines)) return true;
  if (heads.length < 4 && people < 2 && ![...groups, ...letters].every(({ p }) => p >= 2)) return false;
  if (heads.length >= 60 || people > 1) return true;
  const recurring = [...groups, ...letters]
    .filter((group) => group.heads.length > 1 || group.p >= 3)
    .reduce((sum, group) => sum + group.heads.length, 0);
  return recurring * 2 >= heads.length;
}

/** One label alone: a speech, if it is a person’s in a shape that no sentence has, and comes back or heads all of the text. */
function isSpeech({ lines }: Survey, groups: readonly Scored[], heads: readonly PlacedHead[]): boolean {
  const [group] = groups;
  if (!group || WEAK.has(group.shape) || (group.c < ACCEPTED && !isVoice(heads[0]!.label))) return false;
  if (group.p < 3 && !isOneLabel([group], lines) && !isVoice(heads[0]!.label)) return false;
  const [head] = heads;
  const isFollowed = lines[head!.index + 1]?.isBlankBefore === false;
  return heads.length > 1 || isFollowed || lines.every(({ isBlankBefore }, i) => i === 0 || !isBlankBefore);
}
