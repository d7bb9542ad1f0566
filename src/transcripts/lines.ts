/** Transcripts line by line: `NAME: words` in many hands, Markdown with bold names, and text without any speaker. */
import { linesOf, pieceOf, type Draft, type Line, type Piece, type Read, type Reader } from './draft.ts';
import { headOf, isLabel, timeAlone, type Head } from './head.ts';
import type { Names } from './labels.ts';
import { furnitureOf, printedNumbers } from './pages.ts';

export const labelled: Reader = {
  id: 'labelled',
  endings: [],
  sniff: (text) => linesOf(text.slice(0, 200_000)).some((line) => headOf(line.text) !== null),
  read: (text, names) => read(text, names, false),
};

export const markdown: Reader = {
  id: 'markdown',
  endings: ['md', 'markdown'],
  sniff: (text) => (text.slice(0, 200_000).match(/^\s*(?:[-*>]\s+)?\*\*[^*\n]{1,60}\*\*/gmu) ?? []).length > 1,
  read: (text, names) => read(text, names, true),
};

/** Any text: its paragraphs are turns of nobody in particular. */
export const plain: Reader = { id: 'plain', endings: [], sniff: () => true, read: (text) => ({ turns: paragraphs(linesOf(text)) }) };

/** A line with what its beginning says. */
interface Marked {
  readonly line: Line;
  /** Where its words begin. */
  readonly from: number;
  readonly head: Head | null;
}

function read(text: string, names: Names, markup: boolean): Read {
  const lines = linesOf(text);
  const numbers = printedNumbers(lines);
  const furniture = furnitureOf(lines, numbers);
  const marked = lines.flatMap((line, i) => (furniture.has(i) ? [] : [markedOf(line, numbers.get(i)?.length ?? 0, markup)]));
  const withLetters = lettered(marked);
  const labels = labelsIn(withLetters, names);
  if (labels.size === 0) return { turns: paragraphs(lines.filter((_, i) => !furniture.has(i))) };
  return { turns: turnsOf(withLetters, labels, markup) };
}

function markedOf(line: Line, from: number, markup: boolean): Marked {
  const text = line.text.slice(from);
  const lead = markup ? (/^\s*(?:(?:[-*+>]|\d{1,3}[.)])\s+)?/u.exec(text)?.[0].length ?? 0) : 0;
  const heading = markup ? /^\s*#{1,6}\s+(.+?)\s*#*\s*$/u.exec(text) : null;
  if (heading) return { line, from, head: { label: heading[1]!.replaceAll(/[*_:]/gu, '').trim(), time: null, end: text.length } };
  const head = headOf(text.slice(lead));
  return { line, from: from + lead, head: head && { ...head, end: markup ? pastMarks(text, lead + head.end) - lead : head.end } };
}

/** `**Name:** words`: the closing marks belong to the label. */
const pastMarks = (text: string, at: number): number => at + /^[*_]*/u.exec(text.slice(at))![0].length;

const letter = ({ line, from }: Marked): RegExpExecArray | null => /^\s*([QA])[.:]?\s{1,12}(?=\S)/u.exec(line.text.slice(from));

/** `Q.` and `A.` head lines only where both do so, several times. */
function lettered(marked: readonly Marked[]): readonly Marked[] {
  const count = (label: string): number => marked.filter((one) => letter(one)?.[1] === label).length;
  if (count('Q') < 2 || count('A') < 2) return marked;
  return marked.map((one) => {
    const found = letter(one);
    return found ? { ...one, head: { label: found[1]!, time: null, end: found[0].length } } : one;
  });
}

function labelsIn(marked: readonly Marked[], names: Names): ReadonlySet<string> {
  const times = new Map<string, number>();
  for (const { head } of marked) if (head) times.set(head.label, (times.get(head.label) ?? 0) + 1);
  const heads = new Map(marked.flatMap(({ head }) => (head ? [[head.label, head] as const] : [])));
  return new Set([...heads].filter(([label, head]) => isLabel(head, names, times.get(label)!)).map(([label]) => label));
}

interface Open {
  readonly speaker: string;
  readonly at: string | null;
  readonly pieces: Piece[];
}

const EXAMINER = /^(?:BY|EXAMINATION BY)\s+(.+)$/u;
const WITNESS = /^(?:THE )?(?:WITNESS|DEPONENT)$/u;
/** “DALE R. PRUITT, having been first duly sworn”, on one line or two. */
const SWORN =
  /^\s*(?:THE WITNESS,\s+)?(\p{Lu}[\p{L}.’'-]*(?: [\p{L}.’'-]+){1,5}),?\s(?:[^.:]{0,80}\s)?(?:having|being|was|been)\s[^.:]{0,30}sworn\b/u;

/** Who answers under “A” from a line on: the witness sworn in there. */
const swornAt = (marked: readonly Marked[], i: number): string | null => {
  const words = marked.slice(i, i + 3).map(({ line, from }) => line.text.slice(from).trim());
  return SWORN.exec(words.join(' '))?.[1] ?? null;
};

/** Lines before the first label (title, date, key) are no words of anybody. */
function turnsOf(marked: readonly Marked[], labels: ReadonlySet<string>, markup: boolean): readonly Draft[] {
  const turns: Open[] = [];
  let time: string | null = null;
  let examiner: string | null = null;
  let witness = [...labels].find((label) => WITNESS.test(label)) ?? null;
  const examined = labels.has('Q') && labels.has('A');
  for (const [i, { line, from, head }] of marked.entries()) {
    const words = line.text.slice(from);
    if (words.trim() === '') continue;
    if (examined) witness = swornAt(marked, i) ?? witness;
    const alone = timeAlone(words);
    if (alone !== null) time = alone;
    else if (head && labels.has(head.label)) {
      examiner = EXAMINER.exec(head.label)?.[1] ?? examiner;
      turns.push({
        speaker: voiceOf(head.label, examiner, witness),
        at: head.time ?? time,
        pieces: piecesOf(line, from + head.end, markup),
      });
      time = null;
    } else if (!(markup && /^\s*#{1,6}\s/u.test(words))) turns.at(-1)?.pieces.push(...piecesOf(line, from, markup));
  }
  return turns.filter(({ pieces }) => pieces.length > 0);
}

/** Whom a label means in an examination: “Q” is whoever examines, “A” and “THE WITNESS” is whoever was sworn in. */
function voiceOf(label: string, examiner: string | null, witness: string | null): string {
  if (EXAMINER.test(label)) return EXAMINER.exec(label)![1]!;
  if (label === 'Q') return examiner ?? label;
  return label === 'A' || WITNESS.test(label) ? (witness ?? label) : label;
}

/** The words of a line; in Markdown without the marks of emphasis. */
function piecesOf(line: Line, from: number, markup: boolean): Piece[] {
  const whole = pieceOf(line, from);
  if (whole.text === '') return [];
  if (!markup || !/[*_]/u.test(whole.text)) return [whole];
  const pieces: Piece[] = [];
  let at = 0;
  for (const { 0: mark, index } of whole.text.matchAll(/\*+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu)) {
    if (index > at) pieces.push({ text: whole.text.slice(at, index), at: whole.at + at, glue: pieces.length === 0 ? '\n' : '' });
    at = index + mark.length;
  }
  if (at < whole.text.length) pieces.push({ text: whole.text.slice(at), at: whole.at + at, glue: pieces.length === 0 ? '\n' : '' });
  return pieces;
}

/** Runs of lines between blank lines. */
function paragraphs(lines: readonly Line[]): readonly Draft[] {
  const turns: { speaker: null; at: null; pieces: Piece[] }[] = [];
  let open = false;
  for (const line of lines) {
    const piece = pieceOf(line);
    if (piece.text === '') open = false;
    else if (open) turns.at(-1)!.pieces.push(piece);
    else open = turns.push({ speaker: null, at: null, pieces: [piece] }) > 0;
  }
  return turns;
}
