/** What each line of a plain text is, told by its shape, its words and what stands around it. */
import { isoDateFrom } from '../foreign/dates.ts';
import { personInLine } from '../person-line.ts';
import { isContextLabel, headingRole } from '../roles.ts';
import { isNote } from '../sources.ts';
import { isDisclosureLine, isGenre } from '../title.ts';
import type { SectionRole } from '../../types.ts';
import { BULLET, type LinePiece } from './lines.ts';
import { isDisplayQuotation, isHeadingLike, NUMBER_TAB } from './shape.ts';

/** What a line of plain text is read as. */
export type As =
  | 'disclosure'
  | 'title'
  | 'heading'
  | 'subheading'
  | 'participant'
  | 'list item'
  | 'question'
  | 'context note'
  | 'source'
  | 'note'
  | 'quotation'
  | 'table row'
  | 'paragraph';

/** The text as a whole, looked over once. */
interface LinesView {
  readonly pieces: readonly LinePiece[];
  readonly heads: readonly boolean[];
  /** Items of lists that lost their marks. */
  readonly bare: ReadonlySet<number>;
  /** In the Participants section names are followed by roles. */
  readonly withRoles: boolean;
  /** The first line that may be the title. */
  readonly opening: number;
}

/** What is known while reading on. */
interface ClassifyState {
  /** Nothing but a disclosure stands above: a heading here names the whole. */
  first: boolean;
  /** Role of the heading of level 1 above. */
  role: SectionRole | null;
  /** True where headings without a known role belong under the heading above. */
  holds: boolean;
}

/** One label per piece. */
export function classify(pieces: readonly LinePiece[]): readonly As[] {
  const view = linesView(pieces);
  const labels: As[] = [];
  const state: ClassifyState = { first: true, role: null, holds: false };
  pieces.forEach(({ text }, i) => {
    const as = classifyLabel(i, view, state);
    labels.push(as);
    state.first &&= as === 'disclosure' || i < view.opening;
    if (as !== 'heading') return;
    const role = headingRole(text);
    state.role = role ?? 'body';
    state.holds =
      role === 'analysis' || role === 'body' || (role === null && view.heads[i + 1] === true);
  });
  return labels;
}

function linesView(pieces: readonly LinePiece[]): LinesView {
  const opening = pieces.findIndex(
    ({ text }, i) => !isDisclosureLine(text) && !isKickerLine(pieces, i),
  );
  const like = pieces.map((piece, i) =>
    isHeadingLike({ piece, before: pieces[i - 1], after: pieces[i + 1], isFirst: i === opening }),
  );
  const bare = bareItems(pieces, like);
  const last = pieces.length - 1;
  const heads = pieces.map(
    ({ text }, i) =>
      like[i]! &&
      !bare.has(i) &&
      (i < last || headingRole(text) !== null) &&
      (personInLine(text) === null || isTitleLine(pieces, i, opening)),
  );
  const withRoles = pieces.some(
    ({ text }, i) =>
      i > 0 &&
      personInLine(text.replace(BULLET, '')) !== null &&
      headingRole(pieces[i - 1]!.text) === 'participants',
  );
  return { pieces, heads, bare, withRoles, opening };
}

/** “EVIDENCE BRIEF” above the title. */
function isKickerLine(pieces: readonly LinePiece[], i: number): boolean {
  if (i > 2) return false;
  const [line, below, third] = pieces.slice(i, i + 3);
  const isPart = (text: string): boolean =>
    headingRole(text) !== null || /^\d{1,2}[.)]/u.test(text);
  if (!below || isPart(below.text)) return false;
  // Whose text it is may stand above what kind of text it is.
  if (isGenre(below.text)) return third !== undefined && !isPart(third.text);
  if (!isGenre(line!.text)) return false;
  return (
    !line!.blankAfter ||
    (third !== undefined && (isPart(third.text) || isoDateFrom(third.text) !== null))
  );
}

/** “The Quay: Who Pays” above a text is a title; where the next line names somebody too, it is a person. */
const isTitleLine = (pieces: readonly LinePiece[], i: number, opening: number): boolean => {
  const below = pieces[i + 1]?.text;
  if (i !== opening || below === undefined) return false;
  return personInLine(below) === null || isoDateFrom(below) !== null;
};

function classifyLabel(i: number, view: LinesView, state: ClassifyState): As {
  const { text } = view.pieces[i]!;
  const head = view.heads[i]!;
  if (head && headingRole(text) !== null && i >= view.opening) return 'heading';
  if (state.first && isDisclosureLine(text)) return 'disclosure';
  if (i < view.opening) return 'paragraph';
  if (state.role === 'participants' && isParticipant(i, view)) return 'participant';
  if (head)
    return state.first ? 'title' : state.holds || DEEP_NUMBER.test(text) ? 'subheading' : 'heading';
  if (isTableRow(i, view.pieces)) return 'table row';
  return bodyLabel(text, view.bare.has(i), state.role);
}

/** `2.1` stands below `2`. */
const DEEP_NUMBER = /^\d{1,2}\.\d{1,2}/u;

/** Lines next to each other with the same number of tabs. */
function isTableRow(i: number, pieces: readonly LinePiece[]): boolean {
  const tabs = (piece: LinePiece | undefined): number =>
    piece?.text.replace(NUMBER_TAB, '').split('\t').length ?? 0;
  const own = tabs(pieces[i]);
  return own > 1 && (own === tabs(pieces[i - 1]) || own === tabs(pieces[i + 1]));
}

function bodyLabel(text: string, bare: boolean, role: SectionRole | null): As {
  if (role === 'questions' && (BULLET.test(text) || text.endsWith('?'))) return 'question';
  // “11. März 2024” begins as an item does.
  if ((BULLET.test(text) && isoDateFrom(text) === null) || bare) return 'list item';
  const colon = text.slice(0, 100).indexOf(':');
  if (colon > 0 && isContextLabel(text.slice(0, colon))) return 'context note';
  if (role === 'source') return isNote(text) ? 'note' : 'source';
  return isDisplayQuotation(text) ? 'quotation' : 'paragraph';
}

/** Headings below which findings are listed. */
const LISTED_ROLES: ReadonlySet<SectionRole | null> = new Set<SectionRole>([
  'summary',
  'analysis',
  'context',
]);

/**
 * After a colon, two or more short lines are items; the last of them is a heading when text
 * follows. Where nothing but short lines stands between such a heading and the next section, they
 * are items too.
 */
function bareItems(pieces: readonly LinePiece[], like: readonly boolean[]): ReadonlySet<number> {
  const items = new Set<number>();
  for (let i = 0; i < pieces.length; i++) {
    const colon = pieces[i]!.text.endsWith(':');
    if (!colon && !LISTED_ROLES.has(headingRole(pieces[i]!.text))) continue;
    let end = i + 1;
    while (end < pieces.length && like[end] && headingRole(pieces[end]!.text) === null) end++;
    const open = end < pieces.length && !like[end];
    if (open && !colon) continue;
    const count = end - i - 1 - (open ? 1 : 0);
    if (count >= 2) for (let k = i + 1; k <= i + count; k++) items.add(k);
    i = Math.max(i, end - 1);
  }
  return items;
}

/**
 * Where names have roles, a line without one ends the list; where not, a short line before another
 * short one is a name.
 */
function isParticipant(i: number, { pieces, heads, withRoles }: LinesView): boolean {
  const { text } = pieces[i]!;
  if (personInLine(text.replace(BULLET, '')) !== null) return true;
  return !withRoles && (BULLET.test(text) || (heads[i] === true && heads[i + 1] === true));
}
