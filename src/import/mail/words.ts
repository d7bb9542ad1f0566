/** Which words of a mail are its own: not its head, not what it answers, not the signature. */
import { anyOf, everyLine, everyMail } from '../../languages/unions.ts';
import type { Span } from '../../types.ts';

/** A stretch of whole lines that is no text of the mail itself. */
export interface MailPart extends Span {
  readonly what: 'head of a mail' | 'quoted history' | 'signature';
}

/** A mail as text. */
export interface MailWords {
  /** What stands behind “Subject:”, without “Re:”; null where no head stands above the text. */
  readonly subject: Span | null;
  readonly parts: readonly MailPart[];
}

interface MailLine extends Span {
  readonly raw: string;
  readonly words: string;
}

const LABELS = anyOf([...everyMail.from, ...everyMail.heads, ...everyLine.subjectLabels]);
const HEAD_LINE = new RegExp(`^[*_]{0,2}(${LABELS})\\s?[*_]{0,2}[:：][*_]{0,2}(?:\\s|$)`, 'iu');
const SENDER = new RegExp(`^(?:${anyOf(everyMail.from)})$`, 'iu');
const SUBJECT_LINE = new RegExp(
  `^[*_]{0,2}(?:${anyOf(everyLine.subjectLabels)})\\s?[*_]{0,2}[:：][*_]{0,2}\\s*`,
  'iu',
);
const REPLIES = new RegExp(
  `^(?:(?:${anyOf(everyMail.replies)})(?:\\[\\d+\\])?\\s?[:：]\\s*)+`,
  'iu',
);
const PARTED = new RegExp(`^[-_=*>\\s]*(?:${anyOf(everyMail.parted)})[-_=*:：\\s]*$`, 'iu');
const WROTE = new RegExp(`(?:${anyOf(everyMail.wrote)})[^\\n]{0,200}[:：]\\s*$`, 'iu');

/** True for a subject with something in front of it. */
const isReplied = (subject: string | null): boolean => subject !== null && REPLIES.test(subject);

/** A subject without what mail programs write in front of it. */
export const bareSubject = (subject: string): string =>
  subject.replaceAll(/\s+/gu, ' ').trim().replace(REPLIES, '');

/** A line between rules above a mail in a mail. */
export const isMailRule = (words: string): boolean => PARTED.test(words);

/** True for a text that begins with a label of a head: `From:`, `Sent: Tuesday`. */
export const isHeadLabel = (words: string): boolean => HEAD_LINE.test(words);

/** True where that label is the sender’s. */
export const isSenderLabel = (words: string): boolean =>
  SENDER.test(HEAD_LINE.exec(words)?.[1] ?? '');

const FORWARDS = new RegExp(`(?<!\\p{L})(?:${anyOf(everyMail.forwards)})(?!\\p{L})`, 'iu');

/** Less than this is a greeting. */
const SHORTEST_ANSWER = 20;

/**
 * Whether the mail below is what was sent: it was handed on, or nothing else is there.
 * @param own number of letters above it
 * @param signs the subject, or the line between the two
 */
export const isHandedOn = (own: number, ...signs: readonly (string | null)[]): boolean =>
  own < SHORTEST_ANSWER ||
  (own < SHORTEST_OWN &&
    signs.some((sign) => sign !== null && FORWARDS.test(REPLIES.exec(sign)?.[0] ?? sign)));

/** Own words of at least so many letters are the mail; less is a cover to what is handed on. */
const SHORTEST_OWN = 140;

/**
 * Looks a text over.
 * @param outer the subject of that mail
 * @param isMail true: it is the body of a mail; false: it is one only where a head stands above it
 */
export function mailWords(text: string, isMail: boolean, outer: string | null = null): MailWords {
  const lines = mailLines(text);
  const head = mailHeadAt(lines, firstFull(lines, 0));
  if (!isMail && !head) return { subject: null, parts: [] };
  const parts: MailPart[] = head ? [partOfLines(lines, head.from, head.to, 'head of a mail')] : [];
  const own = bodyParts(lines, head?.to ?? 0);
  const left = lettersOutside(lines, [...parts, ...own]);
  const rule = lines.find(({ words }) => PARTED.test(words))?.words ?? null;
  const title = head?.subject ? lines.find(({ end }) => end >= head.subject!.end)!.words : outer;
  const said = title?.replace(SUBJECT_LINE, '') ?? null;
  const handedOn = isHandedOn(left, rule, isReplied(said) ? said : null)
    ? forwarded(lines, head?.to ?? 0)
    : null;
  const found = handedOn ?? { subject: head?.subject ?? null, parts: own };
  return {
    subject: found.subject ?? head?.subject ?? null,
    parts: [...parts, ...found.parts.filter(({ start }) => start >= (parts[0]?.end ?? 0))],
  };
}

function mailLines(text: string): readonly MailLine[] {
  let at = 0;
  return text.split('\n').map((raw) => {
    const line = { raw, words: raw.trim(), start: at, end: at + raw.length };
    at += raw.length + 1;
    return line;
  });
}

const firstFull = (lines: readonly MailLine[], from: number): number => {
  const index = lines.findIndex(({ words }, i) => i >= from && words !== '');
  return index < 0 ? lines.length : index;
};

interface MailHead {
  /** Its first line, and the one behind its last. */
  readonly from: number;
  readonly to: number;
  readonly subject: Span | null;
}

/** Two lines or more with labels, one of them that of the sender. */
function mailHeadAt(lines: readonly MailLine[], from: number): MailHead | null {
  let to = from;
  let hasSender = false;
  let count = 0;
  let subject: Span | null = null;
  for (; to < lines.length; to++) {
    const { words } = lines[to]!;
    const label = HEAD_LINE.exec(words.replace(/^(?:>\s?)+/u, ''))?.[1];
    if (label === undefined) {
      // A long list of people goes on in the next line.
      const { raw } = lines[to]!;
      const isFolded = /^[ \t]+\S/u.test(raw);
      const goesOn =
        count > 0 && (isFolded || (/[;,]$/u.test(lines[to - 1]!.words) && words.includes('@')));
      if (goesOn) continue;
      break;
    }
    count++;
    hasSender ||= SENDER.test(label);
    subject ??= subjectOfHead(lines[to]!);
  }
  return hasSender && count > 1 ? { from, to, subject } : null;
}

function subjectOfHead({ words, start, raw }: MailLine): Span | null {
  const bare = words.replace(/^(?:>\s?)+/u, '');
  const label = SUBJECT_LINE.exec(bare)?.[0];
  const rest = label === undefined ? '' : bare.slice(label.length).replace(REPLIES, '');
  if (rest === '') return null;
  const from = start + raw.indexOf(words) + words.length - rest.length;
  return { start: from, end: from + rest.length };
}

const partOfLines = (
  lines: readonly MailLine[],
  from: number,
  to: number,
  what: MailPart['what'],
): MailPart => ({ start: lines[from]!.start, end: lines[to - 1]!.end, what });

/** Signature and history below line `from`. */
function bodyParts(lines: readonly MailLine[], from: number): readonly MailPart[] {
  const parts: MailPart[] = [];
  let i = from;
  while (i < lines.length) {
    const end = historyEnd(lines, i);
    if (end !== null) {
      parts.push(partOfLines(lines, i, end, 'quoted history'));
      i = end;
    } else if (beginsSignature(lines, i)) {
      let to = i + 1;
      while (to < lines.length && historyEnd(lines, to) === null) to++;
      parts.push(partOfLines(lines, i, to, 'signature'));
      i = to;
    } else i++;
  }
  return parts;
}

/** Two hyphens and a space (RFC 3676, 4.3); programs that join lines put the name behind them. */
function beginsSignature(lines: readonly MailLine[], i: number): boolean {
  const { words } = lines[i]!;
  if (!/^--(?:\s|$)/u.test(words)) return false;
  const next = lines.findIndex((_, k) => k > i && historyEnd(lines, k) !== null);
  return words === '--' || (next < 0 ? lines.length : next) - i < LONGEST_SIGNATURE;
}

const LONGEST_SIGNATURE = 10;

/** Behind the last line of what is answered, where it begins in line `i`; else null. */
function historyEnd(lines: readonly MailLine[], i: number): number | null {
  const { words } = lines[i]!;
  if (words.startsWith('>')) return quotedEnd(lines, i);
  const isRule = /^_{5,}$/u.test(words);
  if (PARTED.test(words) || mailHeadAt(lines, isRule ? firstFull(lines, i + 1) : i))
    return lines.length;
  const said = [words, `${words} ${lines[i + 1]?.words ?? ''}`].findIndex((line) =>
    WROTE.test(line),
  );
  if (said < 0 || words === '' || (said === 1 && !/\d/u.test(words))) return null;
  const below = firstFull(lines, i + said + 1);
  if (lines[below]?.words.startsWith('>')) return quotedEnd(lines, below);
  // Without a date it may be a sentence of the text, which goes on with what somebody wrote.
  return /\d{1,4}[./-]|\d{4}/u.test(`${words} ${lines[i + 1]?.words ?? ''}`) && /[<@]/u.test(words)
    ? lines.length
    : null;
}

function quotedEnd(lines: readonly MailLine[], from: number): number {
  let to = from;
  for (let i = from; i < lines.length; i++) {
    if (lines[i]!.words.startsWith('>')) to = i + 1;
    else if (lines[i]!.words !== '') break;
  }
  return to;
}

const lettersOutside = (lines: readonly MailLine[], parts: readonly MailPart[]): number =>
  lines.reduce(
    (sum, { words, start }) =>
      parts.some((part) => start >= part.start && start < part.end) ? sum : sum + words.length,
    0,
  );

/** A mail that is handed on: the words below the head of the inner one. */
function forwarded(lines: readonly MailLine[], from: number): MailWords | null {
  const rule = lines.findIndex(({ words }, i) => i >= from && PARTED.test(words));
  const at = rule < 0 ? lines.findIndex((_, i) => i >= from && mailHeadAt(lines, i)) : rule;
  if (at < 0) return null;
  const head = mailHeadAt(lines, firstFull(lines, rule < 0 ? at : at + 1));
  if (!head || lines[head.to - 1]!.words.startsWith('>')) return null;
  const above = firstFull(lines, from);
  return {
    subject: head.subject,
    parts: [
      ...(above < at ? [partOfLines(lines, above, at, 'quoted history')] : []),
      partOfLines(lines, at, head.to, 'head of a mail'),
      ...bodyParts(lines, head.to),
    ],
  };
}
