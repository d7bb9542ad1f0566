/**
 * The author's words inside a turn: “— Here, he said, it is.” What is spoken stands before and
 * after.
 */
import type { Span } from '../../types.ts';
import { languageOf } from '../../languages/index.ts';
import type { Incise } from '../../languages/parts.ts';
import { anyOf, everyGrammar } from '../../languages/unions.ts';
import type { Cue } from '../model.ts';
import { trimmedSpan } from '../pair.ts';

/** Words between the comma and the verb of an incise: a name, “lui”, “the old man”. */
const MOST_BEFORE = 4;
/** After the comma that ends an incise: words with which the author goes on. */
const GOES_ON = new RegExp(
  `^(?:${anyOf(everyGrammar.asides).replaceAll('’', "[’']")})(?![\\p{L}-])`,
  'iu',
);

/** French sets the announcement inside the marks, verb first: « Oui, dit-il, je viens. » */
export const setsInside = (lang: string): Incise | null => languageOf(lang)?.incise ?? null;

/**
 * Cuts the author's clauses out of a turn. A clause is a cue verb near behind a comma, a dash, or a
 * question or exclamation mark that a lower-case word or the cue's subject follows; it ends with
 * its comma or with its sentence.
 * @param cues sorted cues of the whole text
 * @param inverted how the verb stands before its subject, as always in French; null where it need
 * not
 * @returns the spoken parts in order; the turn itself if nothing interrupts it
 */
export function spokenParts(
  text: string,
  turn: Span,
  cues: readonly Cue[],
  inverted: Incise | null,
): readonly Span[] {
  const parts: Span[] = [];
  let at = turn.start;
  for (const cue of cues) {
    if (
      cue.start < at ||
      cue.end > turn.end ||
      !(inverted ? invertedAt(text, cue, inverted) : cue.type === 'verb')
    )
      continue;
    const head = clauseHead(text, at, cue.start);
    if (head === null) continue;
    if (head > at) parts.push({ start: at, end: head });
    at = clauseEnd(text, cue.end, turn.end);
  }
  if (at < turn.end) parts.push({ start: at, end: turn.end });
  return parts
    .map(({ start, end }) => trimmedSpan(text, start, end))
    .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
}

/**
 * “, – сказала Олена, –”: the author's clause between two dashes, as the languages of Eastern
 * Europe set it inside the marks.
 */
const BETWEEN_DASHES =
  /(?<=[,.!?…])[\s\u00a0]+[–—]\s+(?=\p{Ll})[^–—]{3,80}?[,.]?[\s\u00a0]+[–—]\s+/gu;

/** True where a clause may stand between dashes inside the marks. */
export const hasDashes = (text: string): boolean => /[,.!?…][\s\u00a0]+[–—]\s+\p{Ll}/u.test(text);

/**
 * Cuts the clauses with an announcing word that stand between two dashes. @returns the spoken parts
 * in order
 */
export function dashedParts(text: string, turn: Span, cues: readonly Cue[]): readonly Span[] {
  const parts: Span[] = [];
  let at = turn.start;
  for (const { 0: clause, index } of text.slice(turn.start, turn.end).matchAll(BETWEEN_DASHES)) {
    const [from, to] = [turn.start + index, turn.start + index + clause.length];
    if (!cues.some((cue) => cue.type === 'verb' && cue.start >= from && cue.end <= to)) continue;
    parts.push(trimmedSpan(text, at, from));
    at = to;
  }
  return [...parts, trimmedSpan(text, at, turn.end)];
}

function invertedAt(text: string, cue: Cue, incise: Incise): boolean {
  const before = text.slice(Math.max(0, cue.start - 40), cue.start);
  return (
    incise.before.test(before) &&
    (incise.subject.test(text.slice(cue.end, cue.end + 24)) || incise.inverted.test(before))
  );
}

/**
 * Offset after the mark that ends the spoken words before a clause, or null if the cue begins no
 * clause.
 */
function clauseHead(text: string, from: number, cue: number): number | null {
  const window = text.slice(Math.max(from, cue - 60), cue);
  const mark =
    /[,!?…—»”][\s\u00a0\u202f]*((?:[\p{L}\p{M}’'.-]+[\s\u00a0\u202f]+){0,4}(?:[ls]e |[smtl][’'])?)$/u.exec(
      window,
    );
  if (!mark || mark[1]!.trim().split(/\s+/u).filter(Boolean).length > MOST_BEFORE) return null;
  return cue - window.length + mark.index + 1;
}

function clauseEnd(text: string, from: number, limit: number): number {
  for (let i = from; i < limit; i++) {
    if ('.!?…;'.includes(text[i]!) && /^[.!?…;]*(?:[\s\u00a0\u202f]|$)/u.test(text.slice(i, i + 4)))
      return i + 1;
    if (',—'.includes(text[i]!) && !GOES_ON.test(text.slice(i + 1, i + 14).trimStart()))
      return i + 1;
    if (text[i] === ':') return i + 1;
  }
  return limit;
}
