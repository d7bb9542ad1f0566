/**
 * What can be seen of a run: its words, what the author says around it, and the company it keeps.
 */
import type { FlatBlock, SectionRole } from '../../types.ts';
import type { Cue, QuoteRun, Scene } from '../model.ts';
import { everyPart, languageOf, partOf, primaryTag } from '../../languages/index.ts';
import type { KindWords } from '../../languages/parts.ts';
import { NO_WORDS } from '../../languages/lists.ts';
import { singles } from '../marks.ts';
import { BLANK, stageSentenceEnd, stageSentenceStart, stagesOf } from './stage.ts';
import type { Stage } from './stage.ts';
import { isNounUse, isUnowned } from './naming.ts';
import { crowdOf, namesPerson } from './crowd.ts';
import type { StagePeople } from './crowd.ts';
import { taggedAfter } from '../tag.ts';

/** A cue in the author's sentence, and how many words stand between it and the marks. */
export interface NearCue {
  readonly cue: Cue;
  readonly gap: number;
  /** A naming in the passive that nobody owns: “is known as”. */
  readonly unowned: boolean;
}

/** A run with all that the signs look at. */
export interface KindView {
  readonly run: QuoteRun;
  readonly block: FlatBlock;
  readonly lang: KindWords;
  readonly language: string;
  /** Every noun begins with a capital. */
  readonly nounCapitals: boolean;
  readonly words: readonly string[];
  /**
   * The author's own words of the same sentence, before and after the marks; quotations blanked
   * out.
   */
  readonly lead: string;
  readonly tail: string;
  readonly leadWords: readonly string[];
  readonly tailWords: readonly string[];
  readonly cueBefore: NearCue | null;
  readonly cueAfter: NearCue | null;
  /** The paragraph before ends in a colon and this run begins its paragraph. */
  readonly announced: boolean;
  readonly atStart: boolean;
  readonly alone: boolean;
  /** Other runs of the text in the same words. */
  readonly repeats: number;
  /** Single marks in a text that quotes in double ones. */
  readonly minor: boolean;
  /** The text is a tale: most of its quotations open a paragraph as turns of a dialogue. */
  readonly tale: boolean;
  readonly role: SectionRole;
  /** Small words that the block's language does not have. */
  readonly foreign: ReadonlySet<string>;
  readonly before: KindView | null;
  /** Own words between this run and the one before on the same stage, or null. */
  readonly between: string | null;
  readonly prepositions: ReadonlySet<string>;
  /**
   * The author's words of the sentence name a person; so do, or with “he” or “she”, those before
   * the marks.
   */
  readonly personNear: boolean;
  readonly personBefore: boolean;
  /** The words open the sentence, and a person stands right behind them with a verb. */
  readonly tagged: boolean;
  /** Of at least two other marked passages of the text, half or more are clearly none. */
  readonly amongTerms: boolean;
}

/** One view per run, in order. */
export function kindViews(scene: Scene): readonly KindView[] {
  const stages = stagesOf(scene.blocks, scene.runs);
  const counts = Map.groupBy(scene.runs, (run) => plainWords(run.text));
  const minority = singlesAreFew(scene.runs);
  const crowd = crowdOf(scene, new Set(stages));
  const tale = isTale(scene);
  const views: KindView[] = [];
  const last = new Map<Stage, KindView>();
  for (const run of scene.runs) {
    const stage = stages[run.index]!;
    const view = kindView(scene, run, stage, crowd.get(stage)!, {
      repeats: counts.get(plainWords(run.text))!.length,
      minor: minority && run.parent === null && singles.has(run.style),
      tale,
      before: last.get(stage) ?? null,
    });
    views.push(view);
    last.set(stage, view);
  }
  return views;
}

function singlesAreFew(runs: readonly QuoteRun[]): boolean {
  const outer = runs.filter(
    (run) => run.parent === null && run.style !== 'block' && run.style !== 'dash',
  );
  return outer.filter((run) => singles.has(run.style)).length * 2 < outer.length;
}

/** Many short turns that open a paragraph and end in a mark of their own. */
function isTale({ blocks, runs }: Scene): boolean {
  const turns = runs.filter(({ block, pieces, text }) => {
    const opens = blocks[block]!.text.slice(0, pieces[0]!.outer.start).trim() === '';
    return opens && /[,.!?…—-]["'’”»]*$/u.test(text.trim());
  });
  return turns.length >= 6 && turns.length * 3 >= runs.length;
}

const plainWords = (text: string): string => kindWordsIn(text).join(' ').toLowerCase();

/**
 * Words of a text: runs of letters, marks and digits with inner apostrophes and hyphens; CJK text
 * per character.
 */
export const kindWordsIn = (text: string): readonly string[] =>
  text.match(
    /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}'’\-‐‑]*/gu,
  ) ?? [];

type Company = Pick<KindView, 'repeats' | 'minor' | 'tale' | 'before'>;

function kindView(
  scene: Scene,
  run: QuoteRun,
  stage: Stage,
  people: StagePeople,
  company: Company,
): KindView {
  const block = scene.blocks[run.block]!;
  const [start, end] = [
    run.pieces[0]!.outer.start - stage.from,
    run.pieces[0]!.outer.end - stage.from,
  ];
  const [from, to] = [stageSentenceStart(stage, start), stageSentenceEnd(stage, end)];
  const [lead, tail] = [stage.text.slice(from, start), stage.text.slice(end, to)];
  const language = primaryTag(block.lang);
  const grammar = partOf(language, 'grammar');
  return {
    run,
    block,
    language,
    nounCapitals: grammar.nounCapitals,
    lang: partOf(language, 'kind'),
    words: kindWordsIn(run.text),
    lead,
    tail,
    ...company,
    leadWords: lowerWords(lead.slice(-160)),
    tailWords: lowerWords(tail.slice(0, 160)),
    ...cuesAround(stage, language, start, end, lead, tail),
    ...placeInStage(scene, run, stage, start, end),
    role: block.role,
    foreign: foreignOf(language),
    prepositions: grammar.prepositions,
    personNear: namesPerson(people, from, start) || namesPerson(people, end, to),
    personBefore:
      namesPerson(people, from, start) ||
      lowerWords(lead).some((word) =>
        /^(?:he|she|they|we|i)$/u.test(grammar.pronouns.get(word) ?? ''),
      ),
    tagged:
      !/[\p{L}\p{N}]/u.test(lead) &&
      taggedAfter({ text: stage.text, mentions: people.mentions, grammar }, end, run.text) !== null,
    amongTerms: false,
    between: company.before
      ? stage.text.slice(company.before.run.pieces[0]!.outer.end - stage.from, start)
      : null,
  };
}

/** Small words of every other language. */
function foreignTo(own: KindWords): ReadonlySet<string> {
  const others = everyPart('kind').flatMap((words) => [...words.small]);
  return new Set(others.filter((word) => !own.small.has(word) && word.length > 1));
}

const foreignTables: ReadonlyMap<KindWords, ReadonlySet<string>> = new Map(
  everyPart('kind')
    .filter(({ small }) => small.size > 0)
    .map((words) => [words, foreignTo(words)]),
);

function foreignOf(language: string): ReadonlySet<string> {
  const own = languageOf(language)?.kind;
  return (own && foreignTables.get(own)) ?? NO_WORDS;
}

/** The words of a text in lower case, with straight apostrophes. */
export const lowerWords = (text: string): readonly string[] =>
  kindWordsIn(text).map((word) => word.toLowerCase().replaceAll('’', "'"));

function cuesAround(
  stage: Stage,
  lang: string,
  start: number,
  end: number,
  lead: string,
  tail: string,
): Pick<KindView, 'cueBefore' | 'cueAfter'> {
  const { cues, text } = stage;
  const first = firstFrom(cues, end);
  const announces = (cue: Cue): boolean => !isNounUse(text, cue, lang);
  let before = firstFrom(cues, start) - 1;
  while (
    before >= 0 &&
    (cues[before]!.end > start ||
      (cues[before]!.start >= start - lead.length && !announces(cues[before]!)))
  )
    before--;
  const cueBefore = cues[before];
  const cueAfter = cues.slice(first, first + 3).find(announces);
  return {
    cueBefore:
      cueBefore && cueBefore.start >= start - lead.length
        ? {
            cue: cueBefore,
            gap: kindWordsIn(text.slice(cueBefore.end, start)).length,
            unowned: isUnowned(text, cueBefore, start, lang),
          }
        : null,
    cueAfter:
      cueAfter && cueAfter.start < end + tail.length
        ? {
            cue: cueAfter,
            gap: kindWordsIn(text.slice(end, cueAfter.start)).length,
            unowned: isUnowned(text, cueAfter, 0, lang),
          }
        : null,
  };
}

/** Index of the first cue that starts at or after an offset; binary search. */
function firstFrom(cues: readonly Cue[], at: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cues[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function placeInStage(
  scene: Scene,
  run: QuoteRun,
  stage: Stage,
  start: number,
  end: number,
): Pick<KindView, 'announced' | 'atStart' | 'alone'> {
  const previous = scene.blocks[run.block - 1];
  const atStart = stage.text.slice(Math.max(0, start - 3), start).trim() === '' && start < 4;
  const ownBlock = scene.blocks[run.block]!.type !== 'cell';
  const alone =
    ownBlock &&
    atStart &&
    run.parent === null &&
    !/[\p{L}\p{N}]/u.test(stage.text.slice(end, end + 400));
  const sameText = previous !== undefined && previous.section === scene.blocks[run.block]!.section;
  return { atStart, alone, announced: atStart && sameText && /[:：]\s*$/u.test(previous.text) };
}

/** The text without blanks: what remains is the author's. */
export const ownWords = (text: string): string => text.replaceAll(BLANK, '').trim();
