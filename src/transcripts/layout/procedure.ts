/** Lines between the speeches of a record: what happened, headings, ends. Nobody says them. */
import { procedureIn, PROCEDURE_REACH } from '../../languages/procedure.ts';
import { DOCUMENTS, PARTICLES, SPEECH_ROLES, foldWord } from '../../languages/speech.ts';
import type { SurveyedLine } from './survey.ts';
import { leadOf } from './turn-head.ts';

/** Some lines that are nobody's words. */
export interface Interlude {
  /** How many lines it fills. */
  readonly length: number;
  /** Nobody is speaking behind it, until a label says who. */
  readonly isEnd: boolean;
  /** Words that nobody says in the middle of a speech; before one, they may be anything. */
  readonly isLoose?: true;
}

/** Lines that one paragraph of a record may fill. */
const MOST_INTERLUDE_LINES = 6;

const FINISHED_LINE = /(?:[.?!…:;。？！)\]"”’»–—]|--)\s*$/u;

/** Finds interludes; whether a text is in mixed case is found out once. */
export function interludesOf(
  lines: readonly SurveyedLine[],
  isHead: (line: SurveyedLine) => boolean,
): (i: number) => Interlude | null {
  const sample = lines.slice(0, 2000);
  const sizeOf = (some: readonly SurveyedLine[]): number =>
    some.reduce((sum, { text }) => sum + text.length, 0);
  const small = sizeOf(sample.filter(({ text }) => /\p{Ll}{3}/u.test(text)));
  const isMixed = small > 0.6 * sizeOf(sample);
  const isStopped = endsWithStops(sample);
  return (i) => {
    if (!opensParagraph(lines, i)) return null;
    const length = paragraphLength(lines, i, isHead);
    const lead = leadOf(lines[i]!.text);
    const time = lead.time === null ? 0 : lines[i]!.text.slice(0, lead.from).trim().length;
    for (let n = length; n > 0; n--) {
      const whole = interludeText(lines, i, n).slice(time).trim();
      const bare = /^[[(]/u.test(whole) ? whole.replace(/^[[(]\s*|\s*[\])]$/gu, '') : whole;
      const kind = procedureIn(bare);
      if (kind !== null) return { length: n, isEnd: kind === 'end' };
    }
    if (length > 2 || !isMixed || !isSetApart(lines, i, length)) return null;
    const text = interludeText(lines, i, length);
    if (isHeadingText(text) || isTitleOfPaper(text)) return { length, isEnd: true };
    const isBare = length === 1 && isStopped && isLoose(text) && !isBelowName(lines, i);
    return isBare ? { length, isEnd: false, isLoose: true } : null;
  };
}

/** Paragraphs from which on it is known whether they end with a stop. */
const FEWEST_PARAGRAPHS = 5;

/** Nearly every paragraph of more than a few words ends with a stop, or with a colon, or breaks off. */
function endsWithStops(lines: readonly SurveyedLine[]): boolean {
  const ends = lines.filter(
    ({ text }, i) => text.length > 60 && (lines[i + 1]?.isBlankBefore ?? true),
  );
  const stopped = ends.filter(({ text }) => FINISHED_LINE.test(text)).length;
  return ends.length >= FEWEST_PARAGRAPHS && stopped >= 0.85 * ends.length;
}

/** “Expand selection down”: a paragraph of some words that no stop ends, where all others have one. */
const isLoose = (text: string): boolean =>
  text.length < 120 && /^[\p{Lu}\d]\S*\s\S/u.test(text) && /[\p{L}\p{N}]$/u.test(text);

/** The name of the speaker stands on the line above. */
const isBelowName = (lines: readonly SurveyedLine[], i: number): boolean =>
  lines[i - 1]?.heads.some(({ isEmpty, p }) => isEmpty && p >= 0.5) === true;

const interludeText = (lines: readonly SurveyedLine[], i: number, length: number): string => {
  const first = lines[i]!.text.trim();
  const rest = lines.slice(i + 1, i + length).map((line) => line.text.trim());
  const text = rest.length === 0 ? first : [first, ...rest].join(' ');
  return /\s\s|[^\S ]/u.test(text) ? text.replaceAll(/\s+/gu, ' ') : text;
};

/** A line begins a paragraph: after a blank line, or behind a finished sentence. */
export function opensParagraph(lines: readonly SurveyedLine[], i: number): boolean {
  const [before, line] = [lines[i - 1], lines[i]!];
  return (
    before === undefined ||
    line.isBlankBefore ||
    (FINISHED_LINE.test(before.text) && !/^\s*\p{Ll}/u.test(line.text)) ||
    before.heads.some(({ isEmpty, p }) => isEmpty && p >= 3)
  );
}

function paragraphLength(
  lines: readonly SurveyedLine[],
  i: number,
  isHead: (line: SurveyedLine) => boolean,
): number {
  let size = lines[i]!.text.length;
  for (let n = 1; n < MOST_INTERLUDE_LINES; n++) {
    const line = lines[i + n];
    const indent = /^\s{2,}/u.test(line?.text ?? '') && !/^\s{2,}/u.test(lines[i]!.text);
    if (!line || line.isBlankBefore || indent || isHead(line)) return n;
    if (FINISHED_LINE.test(lines[i + n - 1]!.text)) return n;
    size += line.text.length;
    if (size > PROCEDURE_REACH) return n;
  }
  return MOST_INTERLUDE_LINES;
}

/** With a blank line before and behind, or in the middle of the page. */
function isSetApart(lines: readonly SurveyedLine[], i: number, length: number): boolean {
  const next = lines[i + length];
  return lines[i]!.isBlankBefore && (next === undefined || next.isBlankBefore);
}

/** `QUESTIONS AND ANSWERS`, `P R O C E E D I N G S`: capitals, and no sentence. */
const isHeadingText = (text: string): boolean =>
  text.length < 120 &&
  !/[.?!…,;:—–-]["”’)]?$/u.test(text) &&
  !/\p{Ll}{2}/u.test(text) &&
  (/\p{Lu}{4}/u.test(text) || /^(?:\p{Lu}\s+){3,}\p{Lu}$/u.test(text));

const PAPER_TITLE =
  /^(?:(?:Opening|Prepared|Closing|Additional|Joint|Written|Further) )?(?:Statements?|Testimony|Remarks|Submissions?|Material) (?:of|by|from|[Ss]ubmitted) .{2,200}\P{L}?$/u;

const SECTION_TITLE =
  /^(?:Questions? (?:and|&) Answers?(?: Session)?|Question[- ]and[- ]Answer(?: Session)?|Q ?& ?A(?: Session)?|Prepared Remarks|(?:Management )?(?:Discussion|Presentation)(?: Section)?|(?:Company|Corporate|Call|Conference Call) Participants|Appendix(?: .{1,30})?|Certificate(?: of .{2,40})?|Transcript|Attachments|Proceedings)$/u;

/** `Prepared Statement of Per Lund`, `Question-and-Answer Session`. */
const isTitleOfPaper = (text: string): boolean =>
  !/[.?!]$/u.test(text) && (PAPER_TITLE.test(text) || SECTION_TITLE.test(text));

/**
 * “The Chairman of the full Committee.”: an office as a line by itself, which may be a label without
 * words.
 */
export function isOfficeLine(text: string): boolean {
  if (text.length > 90) return false;
  const words = text.trim().replace(/[.:]$/u, '').split(/\s+/u);
  const folded = words.map(foldWord);
  return (
    words.length > 1 &&
    words.length < 10 &&
    /^\p{Lu}/u.test(words[0]!) &&
    SPEECH_ROLES.has(folded[0] === 'the' ? folded[1]! : folded[0]!) &&
    words.every(
      (word, i) =>
        /^[\p{Lu}(]/u.test(word) || PARTICLES.has(folded[i]!) || /^(?:full|and)$/u.test(word),
    ) &&
    !folded.some((word) => DOCUMENTS.has(word))
  );
}
