/**
 * Words that announce speech, found in a flat text: “said”, “according to”, “fügte … hinzu”. The
 * words are those of the language.
 */
import type { Cue } from './model.ts';
import { languageOf } from '../languages/index.ts';
import type { CueWords, UnspacedCue, UnspacedCues } from '../languages/parts.ts';
import { anyOf } from '../languages/unions.ts';
import { nameTokens } from '../names/tokens.ts';
import type { Token } from '../names/tokens.ts';

/** Words that “…” in a form may skip. */
const MOST_WORDS_IN_CUE = 8;

interface Phrase {
  readonly lemma: string;
  readonly type: Cue['type'];
  readonly words: readonly string[];
  /** Particle that must follow within the clause (separable verbs), or null. */
  readonly particle: string | null;
  readonly afterMark: boolean;
}

interface Lexicon {
  readonly byFirst: ReadonlyMap<string, readonly Phrase[]>;
  readonly negators: ReadonlySet<string>;
  readonly negatorsAfter: ReadonlySet<string>;
  readonly between: ReadonlySet<string>;
  /** How words begin that follow a source after a comma. */
  readonly sources: readonly string[];
}

/** The words of a language, taken apart when they are first asked for. */
const lexicons = new WeakMap<CueWords, Lexicon>();
const unspacedTables = new WeakMap<UnspacedCues, Unspaced>();

function madeOnce<W extends object, L>(made: WeakMap<W, L>, words: W, make: (words: W) => L): L {
  const known = made.get(words) ?? make(words);
  made.set(words, known);
  return known;
}

/**
 * Cues of a text in order of their start; they do not overlap. Linear in the text.
 * @param lang BCP 47; a language without data has no cues
 * @param tokens the words of the text, where they are known
 */
export function cuesIn(
  text: string,
  lang: string,
  tokens: readonly Token[] = nameTokens(text),
): readonly Cue[] {
  const words = languageOf(lang)?.cues;
  if (!words) return [];
  if ('rows' in words)
    return unspacedCues(text, madeOnce(unspacedTables, words, compiledUnspacedCues));
  return cuesOf(text, tokens, madeOnce(lexicons, words, lexiconOf));
}

function cuesOf(text: string, tokens: readonly Token[], lexicon: Lexicon): Cue[] {
  const cues: Cue[] = [];
  for (let i = 0; i < tokens.length; ) {
    const phrase = lexicon.byFirst
      .get(tokens[i]!.word)
      ?.find((candidate) => phraseStands(candidate, text, tokens, i, lexicon));
    if (!phrase) {
      i++;
      continue;
    }
    const last = i + phrase.words.length - 1;
    const negated = denied(text, tokens, i, last, lexicon);
    cues.push({
      start: tokens[i]!.start,
      end: tokens[last]!.end,
      lemma: phrase.lemma,
      type: phrase.type,
      negated,
    });
    i = last + 1;
  }
  return cues;
}

function phraseStands(
  phrase: Phrase,
  text: string,
  tokens: readonly Token[],
  at: number,
  { sources }: Lexicon,
): boolean {
  if (!phrase.words.every((word, i) => tokens[at + i]?.word === word)) return false;
  if (phrase.afterMark && !followsMark(text, tokens[at]!, sources)) return false;
  return (
    phrase.particle === null ||
    particleFollows(phrase.particle, text, tokens, at + phrase.words.length)
  );
}

/**
 * “…“, so Merkel” and “, so der Sprecher,”: after a closing mark, or after a comma and before who
 * it is.
 */
function followsMark(text: string, { start, end }: Token, sources: readonly string[]): boolean {
  const before = text.slice(Math.max(0, start - 4), start);
  if (/[“”"»«‹›’'\uFFFB\uFFFC]\s?[,–—]?\s?$/u.test(before)) return true;
  const after = /^\s(.{1,4})/u.exec(text.slice(end, end + 5))?.[1] ?? '';
  return (
    /[,–—]\s$/u.test(before) &&
    (/^\p{Lu}\p{Ll}/u.test(after) || sources.some((word) => after.startsWith(word)))
  );
}

function particleFollows(
  particle: string,
  text: string,
  tokens: readonly Token[],
  from: number,
): boolean {
  for (let i = from; i < Math.min(from + MOST_WORDS_IN_CUE, tokens.length); i++) {
    if (breaks(text, tokens, i, /[.;!?“”„"»«]/u)) return false;
    if (tokens[i]!.word === particle) return true;
  }
  return false;
}

/** True when punctuation of the given sort stands between token `i` and the one before it. */
function breaks(text: string, tokens: readonly Token[], i: number, sort: RegExp): boolean {
  return i > 0 && sort.test(text.slice(tokens[i - 1]!.end, tokens[i]!.start));
}

/**
 * “never said”, “did not say”, “sagte nicht”: a negator beside the cue, with only auxiliaries and
 * pronouns between.
 */
function denied(
  text: string,
  tokens: readonly Token[],
  first: number,
  last: number,
  lexicon: Lexicon,
): boolean {
  for (let i = first; i > 0 && first - i < 5; i--) {
    if (breaks(text, tokens, i, CLAUSE)) break;
    const word = tokens[i - 1]!.word;
    if (lexicon.negators.has(word)) return true;
    if (!lexicon.between.has(word)) break;
  }
  for (let i = last + 1; i < tokens.length && i - last < 4; i++) {
    if (breaks(text, tokens, i, CLAUSE)) return false;
    if (lexicon.negatorsAfter.has(tokens[i]!.word)) return true;
    if (!lexicon.between.has(tokens[i]!.word)) return false;
  }
  return false;
}

const CLAUSE = /[,.;:!?“”„"»«(){}[\]–—]/u;

// ---------------------------------------------------------------- lexicon

function listedForms(list: string): string[] {
  return list
    .split(',')
    .map((form) => form.trim())
    .filter((form) => form !== '');
}

function lexiconOf(data: CueWords): Lexicon {
  const phrases = [
    ...listedForms(data.source).map((form) => phraseOf(form, form, 'source')),
    ...listedForms(data.afterMark).map((form) => ({
      ...phraseOf(form, form, 'source'),
      afterMark: true,
    })),
    ...cuePhrases(data.verbs, 'verb'),
    ...cuePhrases(data.weak, 'weak'),
  ];
  const byFirst = Map.groupBy(phrases, (phrase) => phrase.words[0]!);
  for (const rivals of byFirst.values()) rivals.sort((a, b) => cueReach(b) - cueReach(a));
  const set = (list: string): Set<string> => new Set(listedForms(list));
  return {
    byFirst,
    negators: set(data.negators),
    negatorsAfter: set(data.negatorsAfter),
    between: set(data.between),
    sources: listedForms(data.afterMarkBefore),
  };
}

function cueReach(phrase: Phrase): number {
  return phrase.words.length + (phrase.particle === null ? 0 : 1);
}

function cuePhrases(table: CueWords['verbs'], type: Cue['type']): Phrase[] {
  return Object.entries(table).flatMap(([lemma, forms]) =>
    listedForms(forms).map((form) => phraseOf(lemma, form, type)),
  );
}

function phraseOf(lemma: string, form: string, type: Cue['type']): Phrase {
  const [head, particle] = form.split('…');
  return {
    lemma,
    type,
    words: nameTokens(head!).map(({ word }) => word),
    particle: particle?.trim() ?? null,
    afterMark: false,
  };
}

// ---------------------------------------------------------------- scripts without spaces

interface Unspaced {
  readonly forms: ReadonlyMap<string, UnspacedCue>;
  readonly pattern: RegExp;
  /** Text before and after an announcement → whether it is denied. */
  readonly denied: (before: string, after: string) => boolean;
}

function compiledUnspacedCues({ rows, deniedBefore, deniedAfter }: UnspacedCues): Unspaced {
  const forms = new Map(rows.flatMap((row) => row.forms.map((form) => [form, row] as const)));
  const isDenied: Unspaced['denied'] = (before, after) =>
    (deniedBefore?.test(before) ?? false) || (deniedAfter?.test(after) ?? false);
  return { forms, pattern: new RegExp(anyOf(forms.keys()), 'gu'), denied: isDenied };
}

function unspacedCues(text: string, { forms, pattern, denied: isDenied }: Unspaced): Cue[] {
  return [...text.matchAll(pattern)].map(({ 0: form, index }) => {
    const { lemma, type } = forms.get(form)!;
    const end = index + form.length;
    return {
      start: index,
      end,
      lemma,
      type,
      negated: isDenied(text.slice(Math.max(0, index - 4), index), text.slice(end, end + 8)),
    };
  });
}
