/**
 * What stands at the beginning of every line, in every reading, with facts about the place; and the
 * readings gathered by label.
 */
import { foldWord } from '../../languages/speech.ts';
import { everyLabel } from '../../languages/unions.ts';
import type { Names } from '../labels.ts';
import type { TextLine } from '../lines.ts';
import { timeAlone, type HeadShape, type TurnHead } from './turn-head.ts';
import { headsOf } from './heads.ts';
import { bulletOf, capitalShare, tailOf, wrapOf } from './habits.ts';
import { SURE_LABEL, plausibility } from './label.ts';

/** One line that is neither furniture nor empty. */
export interface SurveyedLine {
  readonly line: TextLine;
  /** The words of the line, printed numbers and times of their own line excluded. */
  readonly text: string;
  readonly isBlankBefore: boolean;
  readonly isRuleBefore: boolean;
  /** A time that stood alone on the line before. */
  readonly timeBefore: string | null;
  /** The line before breaks off within a sentence, in a text whose lines are wrapped. */
  readonly isMidSentence: boolean;
  readonly heads: readonly PlacedHead[];
}

/** A candidate with its place in the document. */
export interface PlacedHead extends TurnHead {
  /** Shape and label: heads that read the same are one group. */
  readonly key: string;
  /** Index in the survey. */
  readonly index: number;
  /** Plausibility of the label alone. */
  readonly p: number;
  readonly isSmallRest: boolean;
  readonly isMidSentence: boolean;
  /** Words on the line, or prose on the lines below. */
  readonly hasProse: boolean;
  readonly isEmpty: boolean;
  /** A blank line, a time or the beginning of a caption sets it off from what was said before. */
  readonly isSetOff: boolean;
  /** Lines below a name alone that say who it is. */
  readonly titles: number;
  /**
   * One capitalised word, which may be a name though the language has it as well: “Per”, “May”; no
   * word that joins sentences.
   */
  readonly isLone: boolean;
}

/** All heads of one shape with one label. */
export interface LabelGroup {
  readonly shape: HeadShape;
  readonly key: string;
  readonly p: number;
  readonly heads: readonly PlacedHead[];
}

/** All lines of a document and the labels that they may begin with. */
export interface LineSurvey {
  readonly lines: readonly SurveyedLine[];
  readonly groups: readonly LabelGroup[];
  readonly isGerman: boolean;
}

const JOB_TITLE =
  /^(?:(?:chief|executive|financial|operating|technology|officer|president|vice|senior|managing|director|analyst|head|chair|partner|of|and|the|investor|relations|general|counsel|manager|founder|co-founder|ceo|cfo|coo|cto|treasurer|secretary|minister|research)[\s,&]*){1,12}$/iu;

/** “Chief Executive Officer” below a name. */
export const isJobTitle = (label: string): boolean =>
  label.length < 90 && /\s|ceo|cfo|coo|analyst/iu.test(label) && JOB_TITLE.test(label);

const RULE = /^\s*(?:[-–—=_*~#]\s?){2,}\s*$/u;

const SENTENCE_ENDED = /[.?!…:;。？！：」』)\]"”’»>–—-]\s*$/u;

/** Surveys the lines; `prefix` tells how much of a line is a printed number. */
export function surveyOf(
  lines: readonly TextLine[],
  prefix: (i: number) => number | null,
  names: Names,
): LineSurvey {
  const isGerman = capitalShare(lines) > 0.22 && names.functions.has('nicht');
  const wrapped = wrapOf(lines);
  const bullet = bulletOf(lines);
  const tail = tailOf(lines);
  const open: Omit<SurveyedLine, 'heads'>[] = [];
  let isBlankBefore = true;
  let isRuleBefore = false;
  let timeBefore: string | null = null;
  for (const [i, whole] of lines.entries()) {
    const number = prefix(i);
    if (number === null) continue;
    const cut = number + (bullet?.exec(whole.text.slice(number))?.[0].length ?? 0);
    const end = tail !== null && whole.text.endsWith(tail) ? -tail.length : undefined;
    const line =
      cut === 0 && end === undefined
        ? whole
        : {
            ...whole,
            text: whole.text.slice(cut, end),
            at: whole.at + cut,
            bold: Math.max(0, whole.bold - cut),
          };
    const { text } = line;
    const isBlank = text.trim() === '';
    const time = isBlank ? null : timeAlone(text);
    if (isBlank) isBlankBefore = true;
    else if (RULE.test(text)) isRuleBefore = isBlankBefore = true;
    else if (time !== null) {
      open.push({ line, text, isBlankBefore, isRuleBefore, timeBefore, isMidSentence: false });
      timeBefore = time;
    } else {
      const before = isBlankBefore ? undefined : open.at(-1);
      const isMidSentence =
        before !== undefined &&
        before.text.trim().length > 0.75 * wrapped &&
        !SENTENCE_ENDED.test(before.text);
      open.push({ line, text, isBlankBefore, isRuleBefore, timeBefore, isMidSentence });
      [isBlankBefore, isRuleBefore, timeBefore] = [false, false, null];
    }
  }
  const cache = new Map<string, number>();
  const found = open.map((one, i) => ({
    ...one,
    heads: placedLines(open, i, names, isGerman, cache),
  }));
  return { lines: found, groups: groupsOf(found), isGerman };
}

function placedLines(
  lines: readonly Omit<SurveyedLine, 'heads'>[],
  index: number,
  names: Names,
  isGerman: boolean,
  cache: Map<string, number>,
): readonly PlacedHead[] {
  const { line, text } = lines[index]!;
  if (timeAlone(text) !== null) return [];
  const next = lines[index + 1];
  const titles = titleLinesBelow(lines, index);
  const below = lines[index + 1 + (next && timeAlone(next.text) !== null ? 1 : titles)];
  return headsOf(withNameBelow(line, next)).flatMap((head): readonly PlacedHead[] => {
    if (
      head.shape === 'titled' &&
      (!below || headsOf(below.line).some(({ shape }) => shape === 'titled'))
    )
      return [];
    const key = `${head.label}\u0000${head.note ?? ''}`;
    let p = cache.get(key);
    if (p === undefined)
      cache.set(
        key,
        (p =
          head.shape === 'chevron' || head.shape === 'letter'
            ? SURE_LABEL
            : plausibility(head, names, isGerman)),
      );
    const rest = text.slice(head.end).trim();
    const isEmpty = rest === '';
    const timeBelow = isEmpty && next && head.shape === 'alone' ? timeAlone(next.text) : null;
    const shape = timeBelow === null ? head.shape : 'timed';
    const whole: PlacedHead = {
      ...head,
      shape,
      time: timeBelow ?? head.time,
      key: groupKey(shape, head.label),
      index,
      p,
      isEmpty,
      isSetOff: lines[index]!.isBlankBefore || head.time !== null || line.opensCue === true,
      titles: isEmpty && head.shape === 'alone' ? titles : 0,
      isMidSentence: lines[index]!.isMidSentence,
      isLone: !lines[index]!.isMidSentence && !head.isQuoted && isLoneWord(head.label, rest, names),
      isSmallRest: /^\p{Ll}/u.test(isEmpty ? '' : rest),
      hasProse: isEmpty
        ? below !== undefined && isProse(below.text)
        : rest.length > 40 ||
          isProse(next && !next.isBlankBefore ? `${rest} ${next.text.slice(0, 200)}` : rest),
    };
    return [whole];
  });
}

const NAME_BELOW = /^\s*\(([\p{Lu}][^()]{3,60})\)\s*$/u;

/** `The Secretary of State for Ports` and `(Ida Moen)` on the line below are one label. */
const withNameBelow = (line: TextLine, next: PlacedLine | undefined): TextLine =>
  next !== undefined && isNameBelow(line, next)
    ? { ...line, text: `${line.text} ${next.text.trim()}` }
    : line;

const isNameBelow = ({ text }: { readonly text: string }, next: PlacedLine): boolean =>
  !next.isBlankBefore &&
  NAME_BELOW.test(next.text) &&
  text.length < 90 &&
  !isProse(text) &&
  /^\s*\p{Lu}/u.test(text);

function isLoneWord(label: string, rest: string, { functions }: Names): boolean {
  if (!/^\p{Lu}[\p{L}\p{M}’'-]*$/u.test(label)) return false;
  const word = foldWord(label);
  return !(/^\p{Ll}/u.test(rest) && functions.has(word) && everyLabel.discourse.has(word));
}

/** `(Ports and Isles) (Lab)` below a name: seat and party. */
const SEAT = /^\s*\([\p{Lu}][^()]{1,60}\)\s*\([\p{Lu}][^()]{1,30}\)\s*$/u;

type PlacedLine = Pick<SurveyedLine, 'text' | 'isBlankBefore' | 'isRuleBefore'>;

/** Below a name and a rule of dashes stands the office: `Olga Vane`, `--`, `Analyst`. */
const isTitleBelow = ({ isRuleBefore, text }: PlacedLine): boolean =>
  (isRuleBefore && text.length < 100 && !isProse(text)) ||
  isJobTitle(text.trim()) ||
  SEAT.test(text);

/** Party, seat, firm or office below a name, each on its line. */
const MOST_TITLES = 2;

/**
 * How many lines below a name alone on line `i` say who it is: an office, a seat; or whatever stands
 * with it in a block that a blank line parts from words.
 */
export function titleLinesBelow(lines: readonly PlacedLine[], i: number): number {
  const [line, next] = [lines[i]!, lines[i + 1]];
  if (!next) return 0;
  if (i === 0 || line.isBlankBefore) {
    for (let n = 1; n <= MOST_TITLES; n++) {
      const [own, below] = [lines[i + n], lines[i + n + 1]];
      if (!own || own.isBlankBefore || own.text.length > 80 || isProse(own.text)) break;
      if (/[:：]\s*$/u.test(own.text)) break;
      if (below?.isBlankBefore && isProse(below.text)) return n;
    }
  }
  return isTitleBelow(next) || isNameBelow(line, next) ? 1 : 0;
}

const isProse = (text: string): boolean =>
  text.length > 60 ||
  /[.?!…。？！」]["”’»)\]]?\s*$|[.?!…] |[。？！]/u.test(text) ||
  text.trim().split(/\s+/u).length > 7;

function groupsOf(lines: readonly SurveyedLine[]): readonly LabelGroup[] {
  const groups = new Map<string, PlacedHead[]>();
  for (const { heads } of lines) {
    for (const head of heads) {
      const { key } = head;
      const group = groups.get(key);
      if (group) group.push(head);
      else groups.set(key, [head]);
    }
  }
  return [...groups.values()].map((heads) => ({
    shape: heads[0]!.shape,
    key: heads[0]!.key,
    heads,
    p: heads.reduce((most, { p }) => Math.max(most, p), -9),
  }));
}

/** Labels of one shape that read the same are one group. */
export const groupKey = (shape: HeadShape, label: string): string =>
  `${shape} ${label.toLowerCase()}`;
