/**
 * Makes `tests/corpus/misquotations.jsonl` from the sentences of `tests/eval/misquotations/`: `node
 * tests/eval/misquotations.ts`. Each seed goes through every operator below, which knows by
 * construction what it did to the words; each trap stands as it was written, with the verdict that
 * a careful reader gives. Nothing here asks the verifier.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Misquotation {
  readonly id: string;
  /** BCP 47. */
  readonly lang: string;
  /** What was done to the words. */
  readonly op: string;
  readonly transcript: readonly { readonly speaker: string; readonly text: string }[];
  /** As a brief has it, one string per part of an interrupted quotation. */
  readonly quotation: readonly string[];
  /** Whom the brief names. */
  readonly speaker: string;
  readonly status: string;
  readonly tick: boolean;
  /**
   * Of the difference, or of the remark that withdraws the tick; null where it is left open or
   * there is none.
   */
  readonly severity: 'minor' | 'major' | null;
}

const HOME = join(import.meta.dirname, 'misquotations');
export const CORPUS = join(import.meta.dirname, '../corpus/misquotations.jsonl');
export const VOICES = ['Ida Solheim', 'Jan Reuter'] as const;

type Verdict = Pick<Misquotation, 'status' | 'tick' | 'severity'>;

const GOOD: Verdict = { status: 'exact', tick: true, severity: null };
const CHANGED: Verdict = { status: 'altered', tick: false, severity: 'major' };
const ALTERED: Verdict = { status: 'altered', tick: false, severity: null };
const NOT_ALONE: Verdict = { status: 'exact', tick: false, severity: 'major' };

/** The verdict that a trap opens with. */
const VERDICTS: Readonly<Record<string, Verdict>> = {
  'yes': GOOD,
  'no': NOT_ALONE,
  'ellipsis-yes': { ...GOOD, status: 'exact-with-ellipsis' },
  'ellipsis-no': { ...NOT_ALONE, status: 'exact-with-ellipsis' },
  'brackets-yes': { ...GOOD, status: 'exact-with-brackets' },
  'brackets-no': { ...NOT_ALONE, status: 'exact-with-brackets' },
  'parts-no': NOT_ALONE,
  'altered': ALTERED,
  'ambiguous': { status: 'ambiguous', tick: false, severity: null },
};

/** A seed with its alternatives: number, word, denial, and what an author writes in brackets. */
interface Seed {
  readonly text: string;
  /** The text with the alternative of one kind. */
  readonly other: (kind: 'n' | 'w' | 'v') => string;
  readonly bracketed: string;
}

const ALTERNATIVES = /\{(\w):([^|}]*)\|([^}]*)\}/gu;

function seedOf(line: string): Seed {
  const set = (choose: (kind: string, own: string, other: string) => string): string =>
    line.replaceAll(ALTERNATIVES, (_, kind: string, own: string, other: string) =>
      choose(kind, own, other),
    );
  return {
    text: set((_, own) => own),
    other: (wanted) => set((kind, own, other) => (kind === wanted ? other : own)),
    bracketed: set((kind, own, other) => (kind === 'p' ? `[${other}]` : own)),
  };
}

/** Words that a language puts in without a change of grammar, and its negation for brackets. */
const ADDED: Readonly<Record<string, { readonly word: string; readonly not: string }>> = {
  en: { word: 'secretly', not: 'not' },
  de: { word: 'heimlich', not: 'nicht' },
  fr: { word: 'secrètement', not: 'jamais' },
  es: { word: 'secretamente', not: 'nunca' },
  it: { word: 'segretamente', not: 'mai' },
  nl: { word: 'heimelijk', not: 'niet' },
};

type Changed = readonly [op: string, quotation: string, verdict: Verdict, speaker?: string];

/** Everything that is done to one seed. `next` is what the other voice says then. */
function changes(lang: string, seed: Seed, next: Seed): readonly Changed[] {
  const words = seed.text.split(' ');
  const middle = Math.floor(words.length / 2);
  const [head, tail] = [words.slice(0, 5).join(' '), words.slice(-5).join(' ')];
  const comma = seed.text.indexOf(', ', head.length);
  const opening = seed.text.slice(0, comma).split(' ').slice(0, -3).join(' ');
  const clause = seed.text.slice(comma + 2);
  const joined = (...parts: readonly (readonly string[])[]): string => parts.flat().join(' ');
  return [
    ['exact', seed.text, GOOD],
    ['excerpt', bare(joined(words.slice(0, middle + 2))), GOOD],
    ['first-letter', seed.text.charAt(0).toLowerCase() + seed.text.slice(1), GOOD],
    ['marks', seed.text.replaceAll('’', "'").replaceAll(' ', '\u00a0'), GOOD],
    ['soft-hyphen', seed.text.replaceAll(/(?<=\p{L}{4})(?=\p{L}{4})/gu, '\u00ad'), GOOD],
    ['edge', `${bare(seed.text)},`, GOOD],
    ['ellipsis', `${opening} … ${clause}`, { ...GOOD, status: 'exact-with-ellipsis' }],
    ['ellipsis-brackets', `${opening} […] ${clause}`, { ...GOOD, status: 'exact-with-ellipsis' }],
    ['brackets', seed.bracketed, { ...GOOD, status: 'exact-with-brackets' }],
    ['number', seed.other('n'), CHANGED],
    ['word', seed.other('w'), CHANGED],
    ['denial', seed.other('v'), CHANGED],
    [
      'bracket-denial',
      joined(words.slice(0, 3), [`[${ADDED[lang]!.not}]`], words.slice(3)),
      CHANGED,
    ],
    ['insertion', joined(words.slice(0, 3), [ADDED[lang]!.word], words.slice(3)), CHANGED],
    ['omission', joined(words.slice(0, middle), words.slice(middle + 2)), ALTERED],
    ['order', joined(words.slice(middle), words.slice(0, middle)), ALTERED],
    ['ellipsis-order', `${bare(tail)} … ${head}`, ALTERED],
    ['ellipsis-voices', `${bare(head)} … ${next.text.split(' ').slice(-5).join(' ')}`, ALTERED],
    [
      'misattribution',
      seed.text,
      { status: 'misattributed', tick: false, severity: null },
      VOICES[1],
    ],
  ];
}

const bare = (text: string): string => text.replace(/[\s.,;]+$/u, '');

function ofSeeds(lang: string, lines: readonly string[]): readonly Misquotation[] {
  const seeds = lines.map((line) => seedOf(line.slice('seed '.length)));
  return seeds.flatMap((seed, i) => {
    const next = seeds[(i + 1) % seeds.length]!;
    const transcript = [seed, next].map(({ text }, voice) => ({ speaker: VOICES[voice]!, text }));
    return changes(lang, seed, next).map(
      ([op, quotation, verdict, speaker = VOICES[0]]): Misquotation => {
        return {
          id: `${lang}-${i + 1}-${op}`,
          lang,
          op,
          transcript,
          quotation: [quotation],
          speaker,
          ...verdict,
        };
      },
    );
  });
}

function ofTrap(lang: string, line: string, i: number): Misquotation {
  const [kind, said, quoted] = line.split(' # ');
  const [verdict, op] = kind!.split(' ');
  const transcript = said!.split(' | ').map((text, voice) => ({ speaker: VOICES[voice]!, text }));
  return {
    id: `${lang}-trap-${i + 1}`,
    lang,
    op: op!,
    transcript,
    quotation: quoted!.split(' | '),
    speaker: VOICES[0],
    ...VERDICTS[verdict!]!,
  };
}

/** The whole corpus, by language. */
export function misquotations(): readonly Misquotation[] {
  return readdirSync(HOME)
    .toSorted()
    .flatMap((name) => {
      const lang = name.slice(0, 2);
      const lines = readFileSync(join(HOME, name), 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('//'));
      const [seeds, traps] = [
        lines.filter((line) => line.startsWith('seed ')),
        lines.filter((line) => !line.startsWith('seed ')),
      ];
      return [...ofSeeds(lang, seeds), ...traps.map((line, i) => ofTrap(lang, line, i))];
    });
}

export const asLines = (corpus: readonly Misquotation[]): string =>
  corpus.map((one) => `${JSON.stringify(one)}\n`).join('');

if (import.meta.main) writeFileSync(CORPUS, asLines(misquotations()));
