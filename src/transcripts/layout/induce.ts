/**
 * Which lines open a turn: labels that recur decide the style of a file, the style decides about
 * single lines. Three answers for a line that looks like a head: accepted, grey (nobody knows),
 * rejected (words).
 */
import type { HeadShape } from './turn-head.ts';
import { SURE_LABEL } from './label.ts';
import { isVoice } from './label.ts';
import { isJobTitle, type LabelGroup, type LineSurvey, type PlacedHead } from './survey.ts';
import { WEAK, isChat, isOneLabel, isThroughout } from './coverage.ts';
import { ACCEPTED, scoredOf, share, type Scored } from './score.ts';

/** Which groups of labels are speakers in this document. */
export interface Induction {
  /** Main shape first. */
  readonly shapes: readonly HeadShape[];
  /** By `keyOf`; rejected groups are absent. */
  readonly verdicts: ReadonlyMap<string, 'accepted' | 'grey'>;
  readonly isExplained: boolean;
  /** Lines of lists of names, among whom nobody speaks. */
  readonly listed: ReadonlySet<number>;
  /** Where words begin that stand beside names in a column of their own; 0 where none do. */
  readonly column: number;
  /** A log of a chat: a line at the margin without a name is a message of the program. */
  readonly isLog: boolean;
}

const GREY = 1;

/**
 * Decides for the document as a whole which labels are speakers: what recurs, and explains most
 * lines.
 */
export function induce(survey: LineSurvey): Induction {
  const listed = new Set(
    survey.groups.flatMap(({ heads }) =>
      heads.filter((head) => isCastList(survey, head)).map(({ index }) => index),
    ),
  );
  const groups = survey.groups
    .map((group) => ({
      ...group,
      heads: group.heads.filter(({ shape, index }) => shape !== 'alone' || !listed.has(index)),
    }))
    .filter(
      ({ heads }) => heads.length > 0 && !isRepeatedTitle(survey, heads) && !isTold(survey, heads),
    );
  const byShape = Map.groupBy(groups, ({ shape }) => shape);
  const scored = [...byShape].flatMap(([shape, own]) => scoredOf(shape, own, survey));
  const letters = lettersOf(groups);
  const main = mainOf(scored);
  const shapes = main === null ? [] : [main, ...furtherOf(main, scored)];
  const verdicts = new Map<string, 'accepted' | 'grey'>(letters);
  for (const group of scored) {
    const verdict = shapeVerdict(group, shapes);
    if (verdict && !verdicts.has(group.key)) verdicts.set(group.key, verdict);
  }
  for (const group of scored)
    if (isSecondSign(group, verdicts)) verdicts.set(group.key, 'accepted');
  if (chevronsIn(groups) >= 2) verdicts.set('chevron >>', 'accepted');
  return {
    shapes,
    verdicts,
    isExplained: explains(survey, scored, verdicts),
    listed,
    column: shapes[0] === 'column' ? columnOf(survey, scored) : 0,
    isLog: shapes[0] === 'bracket' && isChat(byShape.get('bracket')!, survey.lines),
  };
}

/** “## Ida Moen”, and below “Ida Moen is the harbour master”: somebody is told of. */
const isTold = ({ lines }: LineSurvey, heads: readonly PlacedHead[]): boolean =>
  heads.some(({ shape, label, index }) => {
    if (shape !== 'heading' && shape !== 'alone') return false;
    const below = lines[index + 1]?.text.trimStart() ?? '';
    return below.startsWith(`${label} `) && /^\p{Ll}/u.test(below.slice(label.length + 1));
  });

/** “Ida Moen: Boats, Ice, Cranes & More”, word for word time and again: the title of a page. */
function isRepeatedTitle({ lines }: LineSurvey, heads: readonly PlacedHead[]): boolean {
  const [first, ...others] = heads.map(({ index }) => lines[index]!.text);
  const rest = first!.slice(heads[0]!.end).trim();
  const standsAlone = heads.every(
    ({ index }) => !lines[index]!.line.opensCue && lines[index + 1]?.isBlankBefore !== false,
  );
  return (
    others.length > 0 &&
    standsAlone &&
    rest.split(' ').length > 3 &&
    !/[.?!…]["”’)]?$/u.test(rest) &&
    others.every((text) => text === first)
  );
}

/** `Ida Moen — words`, time and again, of a participant who has no other label: others have colons. */
const isSecondSign = (
  { shape, p, c, heads, key }: Scored,
  verdicts: ReadonlyMap<string, 'accepted' | 'grey'>,
): boolean =>
  shape === 'dash' &&
  p === SURE_LABEL &&
  c >= ACCEPTED &&
  heads.length > 1 &&
  heads.every(({ isSmallRest, isMidSentence }) => !isSmallRest && !isMidSentence) &&
  verdicts.get(`colon ${key.slice(key.indexOf(' ') + 1)}`) !== 'accepted';

/** The column in which most words beside names begin, if lines below go on in it. */
function columnOf({ lines }: LineSurvey, scored: readonly Scored[]): number {
  const ends = scored
    .filter(({ shape, c }) => shape === 'column' && c >= ACCEPTED)
    .flatMap(({ heads }) => heads.map(({ end }) => end));
  const column = ends.toSorted((a, b) => a - b)[ends.length >> 1] ?? 0;
  const isCommon = ends.filter((end) => end === column).length >= 0.7 * ends.length;
  const goesOn = lines.some(({ text }) => text.length - text.trimStart().length === column);
  return isCommon && goesOn && column > 4 ? column : 0;
}

/**
 * In a list of names (participants, contents) nobody speaks: two names follow on each other without
 * words between.
 */
function isCastList({ lines }: LineSurvey, head: PlacedHead): boolean {
  if (head.shape !== 'alone' || head.p < 1 || head.titles > 0) return false;
  const beside = (step: number): boolean => {
    const other = lines[head.index + step];
    if (!other || (step > 0 ? other : lines[head.index]!).isRuleBefore) return false;
    const name = other.heads.find(({ shape }) => shape === 'alone');
    return name !== undefined && name.p >= 1.4 && !isJobTitle(name.label);
  };
  return (
    beside(1) ||
    (beside(-1) && !isJobTitle(head.label)) ||
    (isJobTitle(head.label) &&
      lines[head.index - 1]?.heads.some(({ shape, p }) => shape === 'alone' && p >= 1.4) === true)
  );
}

function shapeVerdict(
  { shape, c, p, heads }: Scored,
  shapes: readonly HeadShape[],
): 'accepted' | 'grey' | null {
  const joined = shapes.includes(shape);
  const isSmall = share(heads, ({ isSmallRest }) => isSmallRest) > 0.5;
  if (isSmall && shape === 'dash') return p === SURE_LABEL ? 'grey' : null;
  if (c >= ACCEPTED && joined) return 'accepted';
  if (shape === 'colon' && joined && p > -4 && heads.some(({ isLone }) => isLone)) return 'grey';
  if (shape === 'colon' && joined && heads.length > 1 && heads.every(isAlone)) return 'grey';
  if (isSmall && shape === 'colon' && joined && p >= 1.4 && heads.every(({ isSetOff }) => isSetOff))
    return 'grey';
  if (isSmall) return shape === 'bold' && p >= 3 ? 'grey' : null;
  if (p === SURE_LABEL && shape === 'heading' && heads[0]!.index > 0 && c >= GREY)
    return 'accepted';
  if (p === SURE_LABEL)
    return c >= GREY && shape !== 'mark' && (shape !== 'heading' || joined) ? 'grey' : null;
  if (shape === 'column') return joined ? 'grey' : null;
  if (shape === 'dash' || shape === 'mark' || shape === 'heading')
    return joined && c >= 2 ? 'grey' : null;
  const isNameLine =
    joined || shapes.some((one) => one === 'titled' || one === 'timed' || one === 'alone');
  if (shape === 'alone') return isNameLine && p >= 1.4 && c >= -0.5 ? 'grey' : null;
  if (shape === 'period') return joined && c >= -0.5 && p >= 1.4 ? 'grey' : null;
  if (shape === 'colon' && joined && p >= 0.5 && c >= 0.5) return 'grey';
  return c >= GREY ? 'grey' : null;
}

/** A word or two and a colon alone on a line, with words below, time and again: “danah:”. */
const isAlone = ({ label, isEmpty, hasProse, isMidSentence }: PlacedHead): boolean =>
  isEmpty && hasProse && !isMidSentence && label.split(' ').length < 3;

/** The shape whose accepted heads explain most. */
function mainOf(scored: readonly Scored[]): HeadShape | null {
  const masses = [
    ...Map.groupBy(
      scored.filter(({ c }) => c >= ACCEPTED),
      ({ shape }) => shape,
    ),
  ].map(([shape, groups]) => {
    const heads = groups.reduce((sum, group) => sum + group.heads.length, 0);
    const recurring = groups
      .filter((group) => group.heads.length > 1 || group.p === SURE_LABEL)
      .reduce((sum, group) => sum + group.heads.length, 0);
    const looks = Math.min(
      1,
      0.25 + groups.reduce((sum, { p }) => sum + p, 0) / groups.length / 2.5,
    );
    const weight =
      { dash: 0.7, alone: 0.8, period: 0.9, heading: 0.6, mark: 0.6, column: 0.8, bold: 0.9 }[
        shape as string
      ] ?? 1.1;
    return { shape, mass: heads * (0.3 + (0.7 * recurring) / heads) * looks * weight };
  });
  return masses.toSorted((a, b) => b.mass - a.mass)[0]?.shape ?? null;
}

/** Other shapes whose labels are those of the main one, or are strong by themselves. */
function furtherOf(main: HeadShape, scored: readonly Scored[]): readonly HeadShape[] {
  const known = new Set(
    scored
      .filter(({ shape, c }) => shape === main && c >= ACCEPTED)
      .map(({ key }) => key.slice(key.indexOf(' ') + 1)),
  );
  return [
    ...Map.groupBy(
      scored.filter(({ shape, c }) => shape !== main && c >= ACCEPTED),
      ({ shape }) => shape,
    ),
  ].flatMap(([shape, groups]) => {
    const labels = groups.map(({ key }) => key.slice(key.indexOf(' ') + 1));
    const shared = labels.filter((label) => known.has(label)).length / labels.length;
    const strong = groups.filter(({ c, p }) => c >= 4.5 && p >= 2).length / groups.length;
    const isStrong =
      strong > 0.5 && (!WEAK.has(shape) || shape === 'bracket' || shape === 'titled');
    const offices = shape === 'alone' && main === 'titled' && groups.every(({ p }) => p >= 2.5);
    return shared > 0.5 || isStrong || offices ? [shape] : [];
  });
}

/**
 * `Q` with a point, a gap or a tab is a head; `A` only where it is set off in the same way and
 * about as often.
 */
function lettersOf(
  groups: readonly LabelGroup[],
): readonly (readonly [string, 'accepted' | 'grey'])[] {
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

const chevronsIn = (groups: readonly LabelGroup[]): number =>
  groups.find(({ shape }) => shape === 'chevron')?.heads.length ?? 0;

/** Whether the accepted heads are enough to believe that they are heads. */
function explains(
  survey: LineSurvey,
  scored: readonly Scored[],
  verdicts: Induction['verdicts'],
): boolean {
  if (verdicts.has('chevron >>')) return true;
  const groups = scored.filter(({ key }) => verdicts.get(key) === 'accepted');
  const letters = survey.groups.filter(
    ({ shape, key }) => shape === 'letter' && verdicts.get(key) === 'accepted',
  );
  const heads = [...groups, ...letters].flatMap((group) => group.heads);
  const labels = new Set([...groups, ...letters].map(({ key }) => key.slice(key.indexOf(' ') + 1)));
  if (labels.size === 0) return false;
  if (labels.size === 1) return isSpeech(survey, groups, heads);
  const people = new Set(groups.filter(({ p }) => p === SURE_LABEL).map(({ key }) => key)).size;
  if (isThroughout(groups, survey.lines)) return true;
  const isSomebody = ({ p, heads: [first] }: LabelGroup): boolean =>
    p >= 2 || isVoice(first!.label);
  if (heads.length < 4 && people < 2 && ![...groups, ...letters].every(isSomebody)) return false;
  if (heads.length >= 60 || people > 1 || opensAll(survey, groups)) return true;
  const recurring = [...groups, ...letters.map((group) => ({ ...group, often: 0 }))]
    .filter((group) => group.heads.length > 1 || group.often > 1 || group.p >= 3)
    .reduce((sum, group) => sum + group.heads.length, 0);
  return recurring * 2 >= heads.length;
}

/** Nearly every paragraph begins with a name, however seldom each speaks: a debate of many. */
function opensAll({ lines }: LineSurvey, groups: readonly Scored[]): boolean {
  const at = new Set(groups.flatMap(({ heads }) => heads).map(({ index }) => index));
  const opening = lines.flatMap(({ isBlankBefore }, i) => (i === 0 || isBlankBefore ? [i] : []));
  const opened = opening.filter((i) => at.has(i)).length;
  return opened >= 4 && opened >= 0.8 * opening.length && groups.every(({ p }) => p >= 2);
}

/**
 * One label alone: a speech, if it is a person’s in a shape that no sentence has, and comes back or
 * heads all of the text.
 */
function isSpeech(
  { lines }: LineSurvey,
  groups: readonly Scored[],
  heads: readonly PlacedHead[],
): boolean {
  const [group] = groups;
  if (!group || WEAK.has(group.shape) || (group.c < ACCEPTED && !isVoice(heads[0]!.label)))
    return false;
  if (group.p < 3 && !isOneLabel([group], lines) && !isVoice(heads[0]!.label)) return false;
  const [head] = heads;
  const isFollowed = lines[head!.index + 1]?.isBlankBefore === false;
  return (
    heads.length > 1 ||
    isFollowed ||
    lines.every(({ isBlankBefore }, i) => i === 0 || !isBlankBefore)
  );
}
