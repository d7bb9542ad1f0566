/**
 * Learns the weights by which candidates for a speaker are weighed: a softmax over the candidates
 * of each quotation that no announcement settles, and nobody. Each text is read twice, the second
 * time with a list that also holds people who say nothing.
 */
import { kindsOf } from '../../../src/quotes/kind.ts';
import { runsIn } from '../../../src/quotes/runs.ts';
import { BARS } from '../../../src/quotes/speaker/candidate-weights.ts';
import { CANDIDATE_SIGNS } from '../../../src/quotes/speaker/candidate-signs.ts';
import { candidatesFor } from '../../../src/quotes/speaker/candidates.ts';
import { isOpen } from '../../../src/quotes/speaker/choose.ts';
import { groundsOf } from '../../../src/quotes/speaker/ground.ts';
import { meantSpeakers } from '../../../src/quotes/speaker/may.ts';
import { siftSpeakers } from '../../../src/quotes/speaker/index.ts';
import { peopleInText } from '../../../src/quotes/speaker/people.ts';
import { castOf } from '../../../src/names/cast.ts';
import type { QuoteRun, Scene } from '../../../src/quotes/model.ts';
import type { Participant } from '../../../src/types.ts';
import { blocksOf, peopleOf } from '../gold.ts';
import type { Gold, GoldQuote } from '../gold.ts';
import { minimise } from './fit.ts';
import { balanced, schemesOf } from './folds.ts';
import type { Sourced } from './folds.ts';

interface Option {
  /** Signs that hold, by index. */
  readonly signs: readonly number[];
  readonly isRight: boolean;
  readonly isListed: boolean;
  readonly isNobody: boolean;
}

/** A quotation of the gold that was found. */
interface Row extends Sourced {
  /** The gold knows who speaks; else it is somebody unlisted, or nobody can tell. */
  readonly isNamed: boolean;
  /** The list also holds people who say nothing. */
  readonly isCrowded: boolean;
  readonly isDialogue: boolean;
  /** Candidates where no announcement settles it, else null. */
  readonly options: readonly Option[] | null;
  /** What the sieves found. */
  readonly found: Verdict;
  /** The author's words say who it is, however weakly: somebody is named. */
  readonly isStated: boolean;
}

type Verdict = 'right' | 'wrong' | 'none' | 'wrong-listed';

type Model = Float64Array;

const STRENGTH = 6;
const MOST_EXTRA = 12;

export function speakerRows(gold: readonly Gold[]): readonly Row[] {
  return gold.flatMap((text) => [...rowsOf(text, false), ...rowsOf(text, true)]);
}

const QUOTED = /^(?:speech|partial|thought)$/u;

function rowsOf(gold: Gold, isCrowded: boolean): readonly Row[] {
  const scene = sceneOf(gold, isCrowded);
  const kinds = kindsOf(scene.scene);
  const { state } = siftSpeakers(scene.scene, kinds);
  return state.views.flatMap((view): Row[] => {
    const quote = view.quotation ? goldOf(view.run, scene.scene, gold.quotes) : null;
    if (!quote || !QUOTED.test(quote.kind) || isUnclear(quote)) return [];
    const isRight = (who: Participant): boolean => isSpeaker(who, quote, gold);
    const isListed = (who: Participant): boolean => state.listed.has(who);
    const found = state.settled[view.run.index]?.who ?? null;
    const options = !isOpen(view, state)
      ? null
      : candidatesFor(view, state).map((candidate) => ({
          signs: CANDIDATE_SIGNS.flatMap((sign, i) => (sign.holds(candidate) ? [i] : [])),
          isRight: candidate.who !== null && isRight(candidate.who),
          isListed: candidate.who !== null && isListed(candidate.who),
          isNobody: candidate.who === null,
        }));
    return [
      {
        text: gold.id,
        source: gold.corpus,
        isNamed: quote.speaker != null,
        isCrowded,
        isDialogue: state.dialogue,
        isStated: meantSpeakers(view, state, state.settled[view.run.index] ?? null) !== null,
        options,
        found: !found
          ? 'none'
          : isRight(found)
            ? 'right'
            : isListed(found)
              ? 'wrong-listed'
              : 'wrong',
      },
    ];
  });
}

/** A pronoun whose antecedent the annotators did not find may well be a participant. */
const isUnclear = ({ speakerType, speaker }: GoldQuote): boolean =>
  speaker == null && speakerType !== 'nominal' && speakerType !== 'none';

function sceneOf(
  { lang, text, participants = [], quotes }: Gold,
  isCrowded: boolean,
): { readonly scene: Scene } {
  const { blocks, options } = blocksOf(text, lang);
  const { runs } = runsIn(blocks, options);
  const people = peopleOf(participants);
  const scene: Scene = { blocks, runs, participants: people, lang };
  if (!isCrowded) return { scene };
  const cast = castOf(people);
  const met = peopleInText(groundsOf(scene, kindsOf(scene), cast), cast);
  const silent = met.filter((who) => !quotes.some((quote) => namesOf(quote).some(sharesWord(who))));
  return { scene: { ...scene, participants: [...people, ...silent.slice(0, MOST_EXTRA)] } };
}

const namesOf = ({ speaker, speakerAliases = [] }: GoldQuote): readonly string[] =>
  speaker == null ? [] : [speaker, ...speakerAliases];

const wordsIn = (name: string): readonly string[] => name.toLowerCase().match(/\p{L}{3,}/gu) ?? [];

const sharesWord =
  ({ name }: Participant) =>
  (other: string): boolean =>
    wordsIn(name).some((word) => wordsIn(other).includes(word));

/** The gold's speaker, by the name in its list; someone unlisted, by all words of the shorter name. */
function isSpeaker(who: Participant, quote: GoldQuote, { participants = [] }: Gold): boolean {
  const names = namesOf(quote);
  if (participants.some(({ name }) => name === who.name))
    return names.includes(who.name) || names.some((name) => who.aliases.includes(name));
  return names.some((name) => {
    const [few, many] = [wordsIn(name), wordsIn(who.name)].sort((a, b) => a.length - b.length);
    return few!.length > 0 && few!.every((word) => many!.includes(word));
  });
}

function goldOf(run: QuoteRun, { blocks }: Scene, quotes: readonly GoldQuote[]): GoldQuote | null {
  const [first, last] = [run.pieces[0]!, run.pieces.at(-1)!];
  const start = blocks[first.block]!.map[0]!.at + first.at.start;
  const end = blocks[last.block]!.map[0]!.at + last.at.end;
  return (
    quotes.find((quote) => Math.abs(quote.start - start) <= 3 && Math.abs(quote.end - end) <= 3) ??
    null
  );
}

/** Which of the options are right: the speaker; where that is no candidate, nobody. */
function rightOf(options: readonly Option[]): readonly boolean[] {
  const isKnown = options.some(({ isRight }) => isRight);
  return options.map(({ isRight, isNobody }) => (isKnown ? isRight : isNobody));
}

const scoresOf = (options: readonly Option[], model: Model): readonly number[] =>
  options.map(({ signs }) => signs.reduce((sum, i) => sum + model[i]!, 0));

function sharesOf(options: readonly Option[], model: Model): readonly number[] {
  const sums = scoresOf(options, model);
  const most = Math.max(...sums);
  const parts = sums.map((x) => Math.exp(x - most));
  const total = parts.reduce((a, b) => a + b, 0);
  return parts.map((x) => x / total);
}

export function fitSpeakers(all: readonly Row[]): Model {
  const rows = all.filter(({ options }) => options !== null && options.length > 1);
  const counts = balanced(rows, () => 1);
  const n = CANDIDATE_SIGNS.length;
  const found = minimise((at) => {
    const gradient = at.map((x) => STRENGTH * x);
    let value = (STRENGTH / 2) * at.reduce((sum, x) => sum + x * x, 0);
    rows.forEach(({ options }, k) => {
      const shares = sharesOf(options!, at);
      const right = rightOf(options!);
      const mass = shares.reduce((sum, p, i) => sum + (right[i] ? p : 0), 0);
      value -= counts[k]! * Math.log(Math.max(1e-12, mass));
      options!.forEach(({ signs }, i) => {
        const slope = counts[k]! * shares[i]! * (1 - (right[i] ? 1 : 0) / Math.max(1e-12, mass));
        for (const sign of signs) gradient[sign]! += slope;
      });
    });
    return { value, gradient };
  }, new Float64Array(n));
  return found.map((x) => Math.round(10 * x) / 10 + 0);
}

function verdictOf(
  { options, found, isStated, isDialogue }: Row,
  model: Model,
  bars: typeof BARS,
): Verdict {
  if (!options) return found;
  const all = sharesOf(options, model);
  const shares = isStated ? all.map((share, i) => (options[i]!.isNobody ? 0 : share)) : all;
  const best = shares.indexOf(Math.max(...shares));
  const { isNobody, isRight, isListed } = options[best]!;
  const isLikely = shares[best]! > (isDialogue ? bars.dialogue : bars.other);
  if (isNobody || (!isStated && !isLikely)) return 'none';
  return isRight ? 'right' : isListed ? 'wrong-listed' : 'wrong';
}

const percent = (part: number, of: number): string =>
  of === 0 ? '    –' : ((100 * part) / of).toFixed(1).padStart(5);

/** Right of all, right of the named, and how often a participant is named for somebody unlisted. */
function cell(rows: readonly Row[], verdict: (row: Row) => Verdict): string {
  const named = rows.filter(({ isNamed }) => isNamed).map(verdict);
  const other = rows.filter(({ isNamed }) => !isNamed).map(verdict);
  const right = named.filter((one) => one === 'right').length;
  const none = named.filter((one) => one === 'none').length;
  const falsely = other.filter((one) => one === 'wrong-listed').length;
  return `${percent(right, named.length)} ${percent(right, named.length - none)} ${String(falsely).padStart(2)}/${String(other.length).padEnd(3)}`;
}

/** Per source and sort of list: the sieves, and the weighing by each way of leaving out. */
export function reportSpeakers(rows: readonly Row[], bars = BARS): string {
  const schemes = schemesOf(rows, fitSpeakers);
  const head = ['sieves', ...Object.keys(schemes)].map((name) => name.padEnd(18)).join(' | ');
  const lines = [false, true].flatMap((isCrowded) =>
    [...Map.groupBy(rows, ({ source }) => source)].map(([source, all]) => {
      const own = all.filter((row) => row.isCrowded === isCrowded);
      const cells = [
        cell(own, ({ found }) => found),
        ...Object.values(schemes).map((modelOf) =>
          cell(own, (row) => verdictOf(row, modelOf(row), bars)),
        ),
      ];
      return `${(source + (isCrowded ? ' +' : '')).padEnd(12)} ${cells.join(' | ')}`;
    }),
  );
  return [`${''.padEnd(12)} ${head}`, ...lines].join('\n');
}

/** The table of `src/quotes/speaker/candidate-weights.ts`. */
export function speakerTable(model: Model, bars = BARS): string {
  const key = (id: string): string => (/^\w+$/u.test(id) ? id : `'${id}'`);
  return `/**
 * Weights of the signs of candidates: rounded log-odds, written by \`node tests/eval/learn.ts
 * speakers FOLDER --write\`.
 */

/** Probability above which the likeliest candidate is named: in dialogue, and elsewhere. */
export const BARS = { dialogue: ${bars.dialogue}, other: ${bars.other} };

/** Weight of each sign by its id; a sign without a row here weighs nothing. */
export const candidateWeights: Readonly<Record<string, number>> = {
${CANDIDATE_SIGNS.map(({ id }, i) => `  ${key(id)}: ${model[i]!},\n`).join('')}};
`;
}
