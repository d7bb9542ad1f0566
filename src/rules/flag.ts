/** Messages: a rule, a place, a sentence, a hint. */
import { writtenOffset } from '../textmap.ts';
import type { Rule, Span, WrittenText } from '../types.ts';
import type { VFile } from 'vfile';
import { rules, type RuleId } from '../rules.ts';
import { limits } from '../limits.ts';
import type { VFileMessage } from 'vfile-message';

/** Extra facts of a message; `place` is a span of file offsets or a 1-based line and column. */
export interface Detail {
  readonly place?: Span | { readonly line: number; readonly column: number } | undefined;
  readonly actual?: string;
  readonly expected?: readonly string[];
  /** Replaces the rule's own remedy where a more exact one is known. */
  readonly hint?: string;
  /**
   * Path in front of the position, where the problem lies in another file than the brief (a
   * transcript, a template).
   */
  readonly path?: string;
}

/**
 * Reports a problem on the brief's file; nothing is thrown, and all problems of a run are shown
 * together. Beyond the first hundred of one rule they are counted: one more message says how many
 * there are.
 */
export function flag(file: VFile, id: RuleId, reason: string, detail: Detail = {}): void {
  const tally = tallyOf(file, id);
  if (++tally.count > limits.messages.perRule) return countedOn(file, id, tally);
  const message = messageOf(
    file,
    id,
    cutMessage(reason),
    detail.place ? pointOf(file, detail.place) : null,
  );
  if (detail.hint !== undefined) message.note = cutMessage(detail.hint);
  if (detail.actual !== undefined) message.actual = cutMessage(detail.actual);
  if (detail.expected) message.expected = [...detail.expected];
  if (detail.path) message.file = detail.path;
}

function messageOf(
  file: VFile,
  id: RuleId,
  reason: string,
  place: ReturnType<typeof pointOf> | null,
): VFileMessage {
  const rule: Rule = rules[id];
  const message = file.message(reason, {
    ruleId: id,
    source: 'briefpress',
    ...(place && { place }),
  });
  message.fatal = rule.level === 'error' ? true : rule.level === 'warning' ? false : undefined;
  message.note = rule.help;
  return message;
}

const cutMessage = (text: string): string =>
  text.length > limits.messages.characters
    ? `${text.slice(0, limits.messages.characters - 1)}…`
    : text;

/** Messages of one rule about one file, and the one that says how many are not shown. */
interface RuleTally {
  count: number;
  rest: VFileMessage | null;
}

/**
 * Beside the file, so that telling a million problems costs a million steps and a hundred messages.
 */
const tallies = new WeakMap<VFile, Map<RuleId, RuleTally>>();

function tallyOf(file: VFile, id: RuleId): RuleTally {
  const ofFile = tallies.get(file) ?? new Map<RuleId, RuleTally>();
  const tally = ofFile.get(id) ?? { count: 0, rest: null };
  tallies.set(file, ofFile.set(id, tally));
  return tally;
}

function countedOn(file: VFile, id: RuleId, tally: RuleTally): void {
  tally.rest ??= messageOf(file, id, '', null);
  tally.rest.reason = `and ${withCommas(tally.count - limits.messages.perRule)} more of this kind`;
}

let numberFormat: Intl.NumberFormat | undefined;

/** Made on first need: it brings the tables of all languages along. */
function withCommas(count: number): string {
  numberFormat ??= new Intl.NumberFormat('en');
  return numberFormat.format(count);
}

/** True when a message at error level stands on the file: later stages must not print. */
export const failed = (file: VFile): boolean =>
  file.messages.some((message) => message.fatal === true);

function pointOf(
  file: VFile,
  place: NonNullable<Detail['place']>,
): { line: number; column: number; offset?: number } {
  if ('line' in place) return place;
  const { written } = file.data;
  return written
    ? pointAt(written.text, writtenOffset(written, place.start))
    : pointAt(String(file.value), place.start);
}

declare module 'vfile' {
  interface DataMap {
    /** The file itself, where `value` was put together from it. */
    written: WrittenText;
  }
}

let lineTable: { text: string; lines: number[] } | undefined;

/** 1-based line and column of a UTF-16 offset; the line table of the last text is kept. */
export function pointAt(
  text: string,
  offset: number,
): { line: number; column: number; offset: number } {
  if (lineTable?.text !== text) lineTable = { text, lines: lineStarts(text) };
  const lines = lineTable.lines;
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - lines[low]! + 1, offset };
}

function lineStarts(text: string): number[] {
  const lines = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) lines.push(i + 1);
  return lines;
}
