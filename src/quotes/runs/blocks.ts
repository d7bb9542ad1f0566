/** Block quotations: the whole block is one run, its attribution line left out. */
import type { FlatBlock } from '../../types.ts';
import { everyPart } from '../../languages/index.ts';
import { anyOf, everyPerson } from '../../languages/unions.ts';
import { markStyleOf } from '../marks.ts';
import { pairMarks, trimmedSpan } from '../pair.ts';
import { spokenReason } from '../model.ts';
import type { RunDraft, RunPiece } from '../model.ts';

/**
 * The block quotation that block `i` belongs to: made when its first block comes, null for lists
 * and outside.
 */
export function blockQuotation(
  blocks: readonly FlatBlock[],
  i: number,
  drafts: RunDraft[],
): RunDraft | null {
  const group = blocks[i]!.group;
  if (group === null) return null;
  if (blocks[i - 1]?.group === group)
    return drafts.findLast((draft) => draft.parent === null && draft.style === 'block') ?? null;
  const members: FlatBlock[] = [];
  for (let k = i; blocks[k]?.group === group; k++) members.push(blocks[k]!);
  const pieces = quotedPieces(members);
  if (
    pieces.length === 0 ||
    members.every((block) => block.type === 'item') ||
    isCallout(members[0]!) ||
    isExchange(members)
  )
    return null;
  const draft: RunDraft = {
    pieces,
    style: 'block',
    parent: null,
    closed: true,
    markup: members[0]!.groupMarkup,
    reasons: [spokenReason('pairing/block', 'It is set as a block quotation.')],
  };
  drafts.push(draft);
  return draft;
}

const everyNote = anyOf(everyPart('lines').flatMap(({ noteLabels }) => [...noteLabels]));
const CALLOUT = new RegExp(String.raw`^\s*(?:\[![A-Za-z-]{2,20}\]|(?:${everyNote})\s?:)`, 'iu');

/** “> [!NOTE]”, “> **Note:** …”: a box of the author's own. */
const isCallout = (block: FlatBlock): boolean =>
  block.groupMarkup === null && CALLOUT.test(block.text);

const LABELLED_TURN = /^[^:“”„"«»]{1,60}:\s*["“„«][^]*["”“»]\s*$/u;

/**
 * “> **Okafor:** “…””, paragraph by paragraph: marked turns, each with its speaker, and no words of
 * the block's own.
 */
const isExchange = (members: readonly FlatBlock[]): boolean =>
  members[0]!.groupMarkup === null && members.every(({ text }) => LABELLED_TURN.test(text));

function quotedPieces(members: readonly FlatBlock[]): RunPiece[] {
  const last = members.at(-1)!;
  const pieces: RunPiece[] = [];
  const signed =
    members.length > 1 &&
    isSignature(last.text) &&
    /[.!?…]["'”“»]*\s*$/u.test(members.at(-2)!.text);
  for (const block of signed ? members.slice(0, -1) : members) {
    const end =
      block === last ? Math.min(attributionStart(block.text), citeStart(block)) : block.text.length;
    const outer = trimmedSpan(block.text, 0, end);
    if (outer.end > outer.start)
      pieces.push({ block: block.index, outer, at: undressed(block.text, outer) });
  }
  return pieces;
}

const CAPITAL_WORD = String.raw`\p{Lu}[\p{L}\p{M}.’'-]*`;
const PARTICLE = anyOf([...everyPerson.opens, ...everyPerson.follows]);
const SIGNATURE_LINE = new RegExp(
  String.raw`^${CAPITAL_WORD}(?: (?:${CAPITAL_WORD}|${PARTICLE})){1,6}(?<!\p{L}{3}\.)(?:,\s[^.!?“”„"]{1,60}|\s\([^()]{1,60}\))?$`,
  'u',
);

/**
 * “Dr. Käthe Müller-Lüdenscheid (SPD)”: a paragraph that is a name and no more signs the block
 * above it.
 */
export const isSignature = (text: string): boolean =>
  text.length <= 100 && SIGNATURE_LINE.test(text.trim());

const DASH_SIGNS = '—–―-';

/**
 * Where the attribution line of a block quotation begins (“— Name” on its last line), else the end
 * of the text.
 */
export function attributionStart(text: string): number {
  const line = text.lastIndexOf('\n') + 1;
  const start = text.slice(line).search(/\S/u) + line;
  const dashes =
    DASH_SIGNS.includes(text[start] ?? 'x') && (text[start] !== '-' || text[start + 1] === '-');
  return dashes && text.length - start <= 160 ? line : sameLine(text);
}

const ON_LINE = /[.!?…]["'”’“»)]*\s+(?:(?:[—–―]|--)\s?([^—–―]{3,100})|\(([^()]{2,60})\))\s*$/u;

/**
 * “… it arrives.” -- Ida Moen, pilot”, “… temporary.” (Okafor)”: a name at the end of the last
 * line; else the end of the text.
 */
function sameLine(text: string): number {
  const tail = ON_LINE.exec(text.slice(-140));
  const name = tail?.[1] ?? tail?.[2];
  if (
    !tail ||
    name === undefined ||
    !(isSignature(name) || (tail[2] !== undefined && /^\p{Lu}[\p{L}’'-]+$/u.test(name)))
  )
    return text.length;
  return Math.max(0, text.length - 140) + tail.index + tail[0].search(/\s(?:[—–―(]|--)/u);
}

/**
 * Where a last `<cite>` begins, which names the source, with a dash before it; else the end of the
 * text.
 */
function citeStart({ text, markup }: FlatBlock): number {
  const cite = markup.at(-1);
  if (cite?.markup.as !== 'title' || cite.start === 0 || text.slice(cite.end).trim() !== '')
    return text.length;
  return text.slice(0, cite.start).replace(/[\s—–―-]+$/u, '').length;
}

/** Takes off the marks around a whole paragraph. */
function undressed(
  text: string,
  outer: { start: number; end: number },
): { start: number; end: number } {
  const words = text.slice(outer.start, outer.end);
  const pair = pairMarks(words, markStyleOf('en')).pairs[0];
  const whole =
    pair && pair.end === 'mark' && pair.outer.start === 0 && pair.outer.end === words.length;
  return whole
    ? { start: outer.start + pair.inner.start, end: outer.start + pair.inner.end }
    : outer;
}
