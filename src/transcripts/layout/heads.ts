/**
 * Every way in which the beginning of a line can say who speaks, and when. Terminators are found
 * first, then the piece is judged.
 */
import type { TextLine } from '../lines.ts';
import { labelParts } from './label-parts.ts';
import {
  HONORIFICS,
  OFFICE_ENDINGS,
  SPEECH_ROLES,
  VOICES,
  foldWord,
} from '../../languages/speech.ts';
import { periodHeads } from './period.ts';
import {
  HEAD_REACH,
  LEADING_TIME,
  colonIn,
  leadOf,
  timeAlone,
  type HeadShape,
  type Lead,
  type Make,
  type TurnHead,
} from './turn-head.ts';
import { letterHeads } from './turn-head.ts';

/** Words that may begin a label in small letters. */
const isSmallOffice = (text: string): boolean => {
  const word = foldWord(/^[\p{L}\p{M}.'’-]+/u.exec(text)?.[0] ?? '');
  return SPEECH_ROLES.has(word) || HONORIFICS.has(word) || VOICES.has(word);
};

const QUESTION_OR_ANSWER = /^(?:([QA])(?:[.:]\s*|\t+\s*|[ \u00a0]{2,}|\u2003)|([QA]) )(?=\S)/u;

/** The sign behind a label stands within a bracket: it is none. */
const OPEN_BRACKET = /[([][^)\]]*$/u;

/** Every reading of a line's beginning. */
export function headsOf(line: TextLine): readonly TurnHead[] {
  const { text } = line;
  const lead = leadOf(text);
  const { from } = lead;
  const first = text.slice(from, from + 2).trimStart()[0] ?? '';
  if (first === '') return [];
  if (
    /\p{Ll}/u.test(first) &&
    !isSmallOffice(text.slice(from, from + 30)) &&
    line.bold === 0 &&
    lead.frame === ''
  ) {
    const colon = colonIn(text, from);
    if (colon < 0 || colon - from > 30) return [];
  }
  const isBold = line.bold > from;
  const head = (shape: HeadShape, raw: string, end: number, frame: string): readonly TurnHead[] => {
    const parts = OPEN_BRACKET.test(raw) ? null : labelParts(raw);
    if (!parts) return [];
    const rest =
      end + (text.slice(end, end + 200).length - text.slice(end, end + 200).trimStart().length);
    const timed = { ...parts, time: lead.time ?? parts.time };
    const isQuoted = lead.isQuoted && !/["”»“]\s*$/u.test(raw);
    return [{ ...timed, shape, end: rest, frame: `${lead.frame}${frame}`, isBold, isQuoted }];
  };
  const letters = letter(text, lead);
  if (letters.some(({ frame }) => frame.endsWith('.'))) return letters;
  const all = [
    ...letters,
    ...(line.isHeading
      ? letterHeads(text, from, head)
      : [
          ...separated(line, lead, head),
          ...enclosed(text, lead, head),
          ...wholeLineHeads(line, lead, head),
        ]),
  ];
  return lead.chevron ? [...all, chevron(text, lead)] : all;
}

const chevron = (text: string, { from, time, frame }: Lead): TurnHead => ({
  shape: 'chevron',
  label: '>>',
  note: null,
  time,
  end: from,
  frame,
  isBold: false,
  isQuoted: text[from] === '"',
});

function letter(text: string, { from, time, isQuoted, frame }: Lead): readonly TurnHead[] {
  const at = from + (isQuoted ? 1 : 0);
  const found = QUESTION_OR_ANSWER.exec(text.slice(at, at + 12));
  if (!found) return [];
  const label = found[1] ?? found[2]!;
  const end = at + found[0].length;
  return [
    {
      shape: 'letter',
      label,
      note: null,
      time,
      end,
      frame: `${frame}${found[1] ? '.' : ' '}`,
      isBold: false,
      isQuoted,
    },
  ];
}

/** NAME, a sign, words. */
function separated(line: TextLine, lead: Lead, head: Make): readonly TurnHead[] {
  const { text } = line;
  const { from } = lead;
  const colon = colonIn(text, from);
  const piece = text.slice(from, from + HEAD_REACH);
  const gap = gapIn(piece.slice(0, 60), lead.frame.includes('o'));
  const dash = /\s+(?:[-–—]{1,2}|=>|->|\.{2,6}|…)\s+|\s?—\s?|\.\s?[-–—]{1,2}\s?/u.exec(piece);
  const sign = /\s*(?:\|{1,2}|→|»|~|;|\s\/{1,2}\s|\s=\s|\s>\s|::|[•¦])\s*/u.exec(piece);
  const after = (found: RegExpExecArray): string =>
    text.slice(from + found.index + found[0].length);
  return [
    ...(colon < 0 || colon === from
      ? []
      : afterTime(text, head('colon', addressed(lead, text.slice(from, colon)), colon + 1, ':'))),
    ...(gap && gap.index > 0 && /\S/u.test(after(gap))
      ? head('column', piece.slice(0, gap.index), from + gap.index + gap[0].length, '|')
      : []),
    ...(dash && dash.index > 0 && /\S/u.test(after(dash))
      ? dashedHeads(text, from, dash, head)
      : []),
    ...(sign && sign.index > 0 && /\S/u.test(after(sign))
      ? head('mark', piece.slice(0, sign.index), from + sign.index + sign[0].length, sign[0].trim())
      : []),
    ...periodHeads(text, from, head),
  ];
}

/** `○田中太郎君 words`: behind a circle, one space parts a name without spaces from the words. */
const CIRCLED_GAP = /(?<=^[\p{sc=Han}々ヶ()（）]{2,30}) +/u;

/** The white space that parts a name from the words beside it. */
const gapIn = (piece: string, isCircled: boolean): RegExpExecArray | null =>
  /\t+ *| {3,}|\u3000+/u.exec(piece) ?? (isCircled ? CIRCLED_GAP.exec(piece) : null);

/** `From NAME to Everyone:` of a chat. */
const addressed = ({ frame }: Lead, raw: string): string =>
  frame.includes('f') ? raw.replace(/\s+to\s+.*$/iu, '') : raw;

/** `NAME: [00:02:05] words`; a time alone is one of the head. */
const afterTime = (text: string, heads: readonly TurnHead[]): readonly TurnHead[] =>
  heads.map((head) => {
    if (timeAlone(text.slice(head.end)) !== null)
      return {
        ...head,
        shape: 'timed',
        time: head.time ?? timeAlone(text.slice(head.end)),
        end: text.length,
      };
    LEADING_TIME.lastIndex = head.end;
    const clock = /[[(]/u.test(text[head.end] ?? '') ? LEADING_TIME.exec(text) : null;
    return clock
      ? { ...head, time: head.time ?? clock[1]!, end: head.end + clock[0].length }
      : head;
  });

function dashedHeads(
  text: string,
  from: number,
  dash: RegExpExecArray,
  head: Make,
): readonly TurnHead[] {
  const raw = text.slice(from, from + dash.index);
  if (/[:：](?:\s|$)/u.test(raw)) return [];
  const end = from + dash.index + dash[0].length;
  const rest = text.slice(end).trim();
  if (/^[\d\s.,/-]*\p{L}{0,10}[\d\s.,/-]*\d{4}$/u.test(rest)) return [];
  const frame = dash[0].trim();
  const isTitle =
    text.length < HEAD_REACH &&
    /^[\p{Lu}\p{N}]/u.test(rest) &&
    !/[.?!…:"”]$|[.?!] |\d{4}/u.test(rest) &&
    rest.split(/\s+/u).length < 12;
  if (!isTitle) return head('dash', raw, end, frame);
  const titled = head('titled', raw, text.length, frame).map((one) => ({
    ...one,
    note: one.note ?? rest,
  }));
  return [...titled, ...head('dash', raw, end, frame)];
}

const BRACKET_PAIRS: Readonly<Record<string, string>> = {
  '[': ']',
  '<': '>',
  '(': ')',
  '{': '}',
  '【': '】',
  '「': '」',
};

/** `[NAME] words`, `<NAME> words`, `[NAME] 00:01` alone. */
function enclosed(text: string, lead: Lead, head: Make): readonly TurnHead[] {
  const open = text[lead.from]!;
  const close = BRACKET_PAIRS[open];
  if (close === undefined) return [];
  const end = text.slice(0, lead.from + 80).indexOf(close, lead.from + 1);
  if (end < 0) return [];
  const label = text.slice(lead.from + 1, end);
  if (open === '<' && text.slice(end, end + 100).includes(`</${label.trim()}>`)) return [];
  LEADING_TIME.lastIndex = end + 1 + /^\s*/u.exec(text.slice(end + 1, end + 9))![0].length;
  const clock = LEADING_TIME.exec(text);
  const from = clock
    ? LEADING_TIME.lastIndex
    : end + 1 + /^\s*:?/u.exec(text.slice(end + 1, end + 9))![0].length;
  const isAlone = text.slice(from).trim() === '';
  if (isAlone && !clock && lead.time === null) return bracketLine(label, text.length, open, head);
  const time = lead.time ?? clock?.[1] ?? null;
  return head(isAlone ? 'timed' : 'bracket', label, isAlone ? text.length : from, open).map(
    (one) => ({ ...one, time }),
  );
}

/** `[NAME / office]` on a line of its own, and `[기자]`, which has no name. */
function bracketLine(inside: string, end: number, frame: string, head: Make): readonly TurnHead[] {
  const [name, office, more] = inside.split(/\s\/\s/u);
  if (more !== undefined || (office === undefined && !OFFICE_ENDINGS.test(inside))) return [];
  return head('titled', name!, end, frame).map((one) => ({ ...one, note: office ?? one.note }));
}

/** **NAME,** office. words */
function boldName({ text, bold }: TextLine, from: number, head: Make): readonly TurnHead[] {
  const office = /^\s*[^.:;]{3,160}[.:]\s+(?=\S)/u.exec(text.slice(bold, bold + 180));
  if (!office || !/,\s*$/u.test(text.slice(from, bold))) return [];
  const end = bold + office[0].length;
  const raw = text.slice(from, end).replace(/[\s.:]+$/u, '');
  return head('bold', raw, end, '*').filter(({ note }) => note !== null);
}

/** `IDA MOEN.` above its words, as plays have it. */
const NAME_AND_STOP = /^\p{Lu}{2}[\p{Lu}’'-]*(?: \p{Lu}[\p{Lu}’'-]*){0,3}\.$/u;

/**
 * “Photo of Ida MoenIda Moen (Quay East)”, “Ida Moen Portrait Ida Moen”: a page saved as text has
 * what stands for the picture before the name.
 */
const PICTURED =
  /^(?:(?:Photo|Picture|Image|Portrait)\sof\s(?<seen>\p{Lu}[^()\d,;:]{3,50}?)\s?\k<seen>(?<office>\W.{1,160})|(?<shown>\p{Lu}[^()\d,;:]{3,50}?)\sPortrait\s(?=.{0,120}\k<shown>).{0,160})$/u;

/** A name that fills the line, or its bold beginning. */
function wholeLineHeads(line: TextLine, lead: Lead, head: Make): readonly TurnHead[] {
  const { text, bold } = line;
  const { from } = lead;
  const rest = text.slice(Math.max(bold, from));
  if (bold > from && rest.trim() !== '') {
    const office = boldName(line, from, head);
    if (office.length > 0) return office;
    const isSeparate = !/^\s*[:：]/u.test(rest) && !/[:：]\s*$/u.test(text.slice(from, bold));
    return isSeparate
      ? head('bold', text.slice(from, bold), bold + /^[\s\p{Pd}.|]*/u.exec(rest)![0].length, '*')
      : [];
  }
  const words = text.slice(from).trim();
  const pictured = PICTURED.exec(words);
  if (pictured) {
    const { seen, shown, office } = pictured.groups!;
    return head('titled', (seen ?? shown)!, text.length, 'p').map((one) => ({
      ...one,
      note: one.note ?? office?.trim() ?? null,
    }));
  }
  if (
    words.length > 90 ||
    (/[.?!,;:：…。"”»-]$/u.test(words) &&
      !/\b(?:jr|sr|esq|ph\.?d|m\.?d|[AP]\.M)\.$/iu.test(words) &&
      !NAME_AND_STOP.test(words))
  )
    return [];
  if (BRACKET_PAIRS[words[0]!] !== undefined || /^[-–—]$/u.test(lead.frame)) return [];
  const heads = head('alone', words, text.length, '');
  return heads.map((one) => (one.time === null ? one : { ...one, shape: 'timed' }));
}
