/** Line by line through a text whose heads are known: turns, remarks, and words of nobody. */
import type { Doubt, Transcript, Turn } from '../../types.ts';
import type { TurnDraft, TurnPiece } from '../draft.ts';
import { participantOfLabel, type Names } from '../labels.ts';
import { saysNameIs } from '../../languages/introductions.ts';
import { Examination } from './examination.ts';
import { HONORIFICS, foldWord } from '../../languages/speech.ts';
import { timeAlone, type HeadShape, type TurnHead } from './turn-head.ts';
import type { Induction } from './induce.ts';
import { voiceOf } from './label.ts';
import { procedureIn } from '../../languages/procedure.ts';
import { interludesOf, isOfficeLine, opensParagraph, type Interlude } from './procedure.ts';
import { bracketAt, interjectedTurns } from './remarks.ts';
import { doubtLong, inlineHeads, wordTimes } from './spoken.ts';
import { titleLinesBelow, type LineSurvey, type SurveyedLine } from './survey.ts';

interface OpenTurn {
  speaker: string | null;
  voice: Turn['voice'];
  doubt: Doubt | null;
  at: string | null;
  pieces: TurnPiece[];
}

/** Where several readings of a line are accepted, the first of these is taken. */
const SHAPE_ORDER: readonly HeadShape[] = [
  'letter',
  'timed',
  'titled',
  'colon',
  'bracket',
  'bold',
  'period',
  'column',
  'dash',
  'mark',
  'alone',
  'heading',
  'chevron',
];

/** The turns of a document whose labels are known. */
export interface WalkedTurns {
  readonly turns: readonly TurnDraft[];
  readonly times: NonNullable<Transcript['times']>;
}

/** Turns of an explained text. */
export function walk(survey: LineSurvey, induction: Induction, names: Names): WalkedTurns {
  const walker = new Walker(survey, induction, names);
  for (let i = 0; i < survey.lines.length; ) i += walker.step(i);
  return walker.walked(induction.shapes.length > 0);
}

/** What a line is told to be, and how many lines are taken with it. */
class Walker {
  private readonly lines: readonly SurveyedLine[];
  private readonly induction: Induction;
  private readonly names: Names;
  private readonly turns: TurnDraft[] = [];
  private readonly times: { from: number; at: string }[] = [];
  private readonly asides: TurnDraft[] = [];
  private readonly examination: Examination | null;
  private readonly accepted: ReadonlySet<string>;
  private readonly speaking: ReadonlySet<string>;
  private readonly interlude: (i: number) => Interlude | null;
  private open = nobody('before-first-label');
  private time: string | null = null;

  constructor({ lines }: LineSurvey, induction: Induction, names: Names) {
    const { verdicts } = induction;
    this.lines = lines;
    this.induction = induction;
    this.names = names;
    this.examination = verdicts.has('letter q') ? new Examination(lines) : null;
    this.accepted = new Set(
      [...verdicts].flatMap(([key, verdict]) =>
        verdict === 'accepted' && key.startsWith('colon ') ? [key] : [],
      ),
    );
    this.speaking = wholeNames(lines, verdicts);
    this.interlude = interludesOf(lines, (line) => headAt(line, verdicts, 'accepted') !== null);
  }

  walked(hasNames: boolean): WalkedTurns {
    this.close(nobody(null));
    return { turns: hasNames ? doubtLong(this.turns) : this.turns, times: this.times };
  }

  /** Reads what begins at line `i`; says how many lines it was. */
  step(i: number): number {
    const line = this.lines[i]!;
    const alone = timeAlone(line.text);
    if (alone !== null) {
      this.time = alone;
      this.times.push({ from: line.line.at, at: alone });
      return 1;
    }
    const head = headAt(line, this.induction.verdicts, 'accepted');
    const isGrey = headAt(line, this.induction.verdicts, 'grey') !== null;
    const bracket = bracketAt(this.lines, i);
    if (bracket > 0 && !isGrey && (head === null || !head.frame.endsWith('[')))
      return this.remark(i, bracket);
    if (this.examination?.announces(i)) {
      this.close(nobody('remark'));
      return this.take(i, 1);
    }
    if (head && !this.induction.listed.has(i)) return this.turn(i, head);
    return this.between(i, isGrey || head !== null);
  }

  /** A line without a sure head. */
  private between(i: number, isGrey: boolean): number {
    const line = this.lines[i]!;
    const interlude = this.interlude(i);
    if (interlude && !(interlude.isLoose && this.open.speaker === null)) {
      this.aside(...this.lines.slice(i, i + interlude.length));
      if (interlude.isEnd || this.namesParticipant(line.text)) this.close(nobody('doubtful-label'));
      return interlude.length;
    }
    if (isGrey || this.isDoubtful(i)) {
      this.close({ ...nobody('doubtful-label'), at: this.time });
      return this.take(i, 1);
    }
    if (line.line.isHeading) this.aside(line);
    else {
      if (this.open.doubt === 'before-first-label' && line.isBlankBefore)
        this.close(nobody('before-first-label'));
      this.say(line, 0);
    }
    return 1;
  }

  /** A line that may say after all who speaks from here on. */
  private isDoubtful(i: number): boolean {
    const { text } = this.lines[i]!;
    return (
      this.induction.listed.has(i) ||
      (this.induction.isLog && !/^\s/u.test(text)) ||
      opensWithName(text, this.speaking) ||
      this.isSomebodyElse(text) ||
      opensInCapitals(this.lines, i) ||
      isOutsideColumn(text, this.induction.column) ||
      (opensParagraph(this.lines, i) && isOfficeLine(text))
    );
  }

  /** A line by itself that names a participant may be a head of a kind that nobody knows. */
  private namesParticipant(text: string): boolean {
    return this.names.cast.participants.some(({ name }) => text.includes(name));
  }

  /** “I’m Per Lund”, in the turn of another: the label between them was lost. */
  private isSomebodyElse(text: string): boolean {
    const { speaker } = this.open;
    if (speaker === null) return false;
    return this.names.cast.participants.some(
      (who) => saysNameIs(text, who.name) && participantOfLabel(this.names, speaker) !== who,
    );
  }

  private turn(i: number, head: TurnHead): number {
    const line = this.lines[i]!;
    const { examination } = this;
    if (head.label === 'Q' && this.open.speaker !== null && this.open.pieces.length === 0) {
      this.say(line, head.end);
      return 1;
    }
    const from =
      head.label === 'Q' && examination
        ? head.end + examination.renames(line.text.slice(head.end))
        : head.end;
    const label = examination ? examination.voiceOf(head.label) : head.label;
    const at = head.time ?? this.time;
    this.close(
      head.isQuoted
        ? { ...nobody('read-aloud'), at }
        : head.shape === 'chevron'
          ? { ...nobody(null), voice: 'unnamed', at }
          : openTurn(label, at),
    );
    if (at !== null) this.times.push({ from: line.line.at, at });
    this.time = null;
    this.say(line, from);
    if (head.shape !== 'alone' && head.shape !== 'heading' && !head.frame.endsWith('p')) return 1;
    const titles = titleLinesBelow(this.lines, i);
    if (titles > 0) this.aside(...this.lines.slice(i + 1, i + 1 + titles));
    return 1 + titles;
  }

  /** Brackets on lines of their own: what happened, or what others called out. */
  private remark(i: number, length: number): number {
    const lines = this.lines.slice(i, i + length);
    const words = lines.map(({ text }) => text.trim()).join(' ');
    const isEnd = procedureIn(words.replace(/^[[(]\s*|\s*[\])]\.?$/gu, '')) === 'end';
    this.asides.push(...interjectedTurns(lines, this.names));
    if (isEnd) this.close(nobody('doubtful-label'));
    return length;
  }

  /** Lines as they stand, into the open turn. */
  private take(i: number, length: number): number {
    for (const line of this.lines.slice(i, i + length))
      this.open.pieces.push(...wordTimes(line, 0, this.times));
    return length;
  }

  private close(next: OpenTurn): void {
    if (this.open.pieces.length > 0) this.turns.push(this.open);
    this.turns.push(...this.asides.splice(0));
    this.open = next;
  }

  private aside(...lines: readonly SurveyedLine[]): void {
    const pieces = lines.flatMap((line) => wordTimes(line, 0, this.times));
    this.asides.push({ ...nobody('remark'), pieces });
  }

  private say(line: SurveyedLine, from: number): void {
    let start = from;
    for (const { at, end, label } of inlineHeads(line, from, this.accepted, this.names)) {
      this.open.pieces.push(...wordTimes(line, start, this.times, at));
      this.close(openTurn(label, null));
      start = end;
    }
    this.open.pieces.push(...wordTimes(line, start, this.times));
  }
}

/**
 * `LUND, Relatore. words`: a paragraph in mixed case that begins with a name in capitals and a sign,
 * where names in capitals head turns.
 */
function opensInCapitals(lines: readonly SurveyedLine[], i: number): boolean {
  const { text } = lines[i]!;
  return (
    opensParagraph(lines, i) &&
    /^\s*(?:(?:\p{Lu}\p{Ll}{0,4}\.?)\s+)?(?:[\p{Lu}][\p{Lu}.’'-]+\s+){0,3}\p{Lu}[\p{Lu}’'-]{3,}(?:\s\p{Ll}+){0,2}(?:\s*\([^()]{1,40}\))?(?:,\s[^.:]{3,120})?[.:]\s+\p{Lu}?\p{Ll}/u.test(
      text.slice(0, 240),
    )
  );
}

/** In a text of two columns, words that stand under the names. */
const isOutsideColumn = (text: string, column: number): boolean =>
  column > 0 && text.length - text.trimStart().length < column - 2;

/** Whole names, with a given name or initials, that head turns of this text. */
const wholeNames = (
  lines: LineSurvey['lines'],
  verdicts: Induction['verdicts'],
): ReadonlySet<string> =>
  new Set(
    lines
      .map((line) => headAt(line, verdicts, 'accepted')?.label ?? '')
      .filter((label) => untitledWords(label).length > 1)
      .map((label) => untitledWords(label).join(' ')),
  );

const untitledWords = (label: string): readonly string[] =>
  label
    .split(/\s+/u)
    .map(foldWord)
    .filter((word) => word !== '' && !HONORIFICS.has(word));

/** A line that opens with the name of a speaker and a sign may be the head of a turn after all. */
const opensWithName = (text: string, speaking: ReadonlySet<string>): boolean => {
  const [, name] = /^\s*([^,(:;\t–—|]{4,60}?)(?=\s*[,(:;\t–—|]|\.\s| {2,})/u.exec(text) ?? [];
  return name !== undefined && speaking.has(untitledWords(name).join(' '));
};

const nobody = (doubt: Doubt | null): OpenTurn => ({
  speaker: null,
  voice: 'unsure',
  doubt,
  at: null,
  pieces: [],
});

const openTurn = (label: string, at: string | null): OpenTurn => ({
  speaker: label,
  voice: voiceOf(label),
  doubt: null,
  at,
  pieces: [],
});

function headAt(
  { heads }: SurveyedLine,
  verdicts: Induction['verdicts'],
  verdict: 'accepted' | 'grey',
): TurnHead | null {
  if (heads.length === 0) return null;
  const fitting = heads.filter((head) => verdicts.get(head.key) === verdict);
  if (fitting.length < 2) return fitting[0] ?? null;
  return fitting.toSorted(
    (a, b) => SHAPE_ORDER.indexOf(a.shape) - SHAPE_ORDER.indexOf(b.shape),
  )[0]!;
}
