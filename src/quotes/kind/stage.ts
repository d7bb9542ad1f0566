/**
 * The text around the runs: what the author says in his own voice, with every quotation blanked
 * out.
 */
import type { FlatBlock } from '../../types.ts';
import { LANGUAGES, partOf, primaryTag } from '../../languages/index.ts';
import { escapedPattern } from '../../languages/lists.ts';
import { nameTokens, type Token } from '../../names/tokens.ts';
import { cuesIn } from '../cues.ts';
import type { Cue, QuoteRun } from '../model.ts';

/**
 * Own words of a block, or of a run that encloses others. Same length as the text it was cut from;
 * `from` is its place there.
 */
export interface Stage {
  readonly text: string;
  readonly from: number;
  readonly tokens: readonly Token[];
  readonly cues: readonly Cue[];
  readonly lang: string;
}

/** Stands for one character of quoted words. */
export const BLANK = '\ufffc';

/**
 * @returns for each run, the stage on which its first piece stands. Linear in the text times the
 * depth of nesting.
 */
export function stagesOf(
  blocks: readonly FlatBlock[],
  runs: readonly QuoteRun[],
): readonly Stage[] {
  const siblings = Map.groupBy(runs, stageKey);
  const stages = new Map(
    [...siblings].map(([key, members]) => [key, stageFor(blocks, runs, members)]),
  );
  return runs.map((run) => stages.get(stageKey(run))!);
}

const stageKey = (run: QuoteRun): string => `${run.block}/${run.parent ?? ''}`;

function stageFor(
  blocks: readonly FlatBlock[],
  runs: readonly QuoteRun[],
  members: readonly QuoteRun[],
): Stage {
  const { block, parent } = members[0]!;
  const host =
    parent === null ? undefined : runs[parent]!.pieces.find((piece) => piece.block === block);
  const { text, lang } = blocks[block]!;
  const from = host?.at.start ?? 0;
  const own = blankedPieces(
    text.slice(from, host?.at.end ?? text.length),
    from,
    members.flatMap((run) => run.pieces.filter((piece) => piece.block === block)),
  );
  const tokens = nameTokens(own);
  return { text: own, from, tokens, cues: cuesIn(own, lang, tokens), lang };
}

/**
 * Blanks out the pieces; a closing full stop, exclamation or question mark stays, as it may end the
 * author's sentence too.
 */
function blankedPieces(text: string, from: number, pieces: QuoteRun['pieces']): string {
  let out = '';
  let at = 0;
  for (const { at: inner, outer } of pieces) {
    const start = Math.max(outer.start - from, at);
    const end = Math.max(outer.end - from, start);
    const last = text[inner.end - from - 1] ?? '';
    out +=
      text.slice(at, start) +
      (end > start
        ? BLANK.repeat(end - start - 1) + ('.!?…'.includes(last) && last !== '' ? last : BLANK)
        : '');
    at = end;
  }
  return out + text.slice(at);
}

const SENTENCE_REACH = 300;

/** Start of the author's sentence before offset `at`, at most 300 characters back. */
export function stageSentenceStart({ text, lang }: Stage, at: number): number {
  const window = Math.max(0, at - SENTENCE_REACH);
  for (let i = at - 1; i > window; i--) {
    if (text[i] === '\n') return i + 1;
    if (!endsSentence(text, lang, i - 1) || !/\s/u.test(text[i]!)) continue;
    const next = /\S/u.exec(text.slice(i, i + 4))?.[0] ?? '';
    if (i === at - 1 || next === BLANK || /[\p{Lu}\p{N}(]/u.test(next)) return i + 1;
  }
  return window;
}

/** End of the author's sentence after offset `at`, at most 300 characters on. */
export function stageSentenceEnd({ text, lang }: Stage, at: number): number {
  const window = Math.min(text.length, at + SENTENCE_REACH);
  for (let i = at; i < window; i++) {
    if (text[i] === '\n') return i;
    if (
      endsSentence(text, lang, i) &&
      (i + 1 >= text.length || /^\s+[\p{Lu}\p{N}\ufffc(]/u.test(text.slice(i + 1, i + 5)))
    )
      return i + 1;
  }
  return window;
}

function endsSentence(text: string, lang: string, i: number): boolean {
  const char = text[i] ?? '';
  if (!'.!?…'.includes(char) || char === '') return false;
  return char !== '.' || !abbreviated(text, i, lang);
}

// ---------------------------------------------------------------- full stops that end no sentence

/**
 * A letter, a number of one or two digits, or an abbreviation, at the end of a text. English ones
 * stand in every language.
 */
const abbreviationPattern = (tag: string): RegExp => {
  const words = [...new Set([...partOf('en', 'abbreviations'), ...partOf(tag, 'abbreviations')])];
  const forms = words.map((word) => escapedPattern(word).replaceAll(' ', ' ?'));
  return new RegExp(`(?:^|[\\s(.])(?:\\p{L}|${forms.join('|')}|\\d{1,2})$`, 'u');
};

const abbreviationPatterns: ReadonlyMap<string, RegExp> = new Map(
  [...LANGUAGES.keys()].map((tag) => [tag, abbreviationPattern(tag)]),
);

/** Longest abbreviation with what stands before it. */
const LONGEST_ABBREVIATION = 10;

/** True when the full stop at `at` belongs to an abbreviation, an initial or a number. */
export const abbreviated = (text: string, at: number, lang: string): boolean =>
  (abbreviationPatterns.get(primaryTag(lang)) ?? abbreviationPatterns.get('en')!).test(
    text.slice(Math.max(0, at - LONGEST_ABBREVIATION), at),
  );
