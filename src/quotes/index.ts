/** `Brief` → every quotation in it: found, told from terms and titles, attributed, linked. */
import type { VFile } from 'vfile';
import type { Brief, FlatBlock, Found, Override, Participant, QuoteOptions } from '../types.ts';
import { isMade } from '../anchors.ts';
import { flag } from '../rules/flag.ts';
import { flatten } from './flat.ts';
import { fileSpan } from './flat/place.ts';
import { contentIds } from './ids.ts';
import { kindsOf } from './kind.ts';
import { linkFound, type Links } from './link.ts';
import type { KindVerdict, QuoteRun, Scene, SpeakerVerdict } from './model.ts';
import { decide, overruled, type Decision } from './overrides.ts';
import { contradicted } from './settled.ts';
import { runsIn } from './runs.ts';
import { attributeRuns } from './speaker/index.ts';

/** What was found, and what the links between quotations report. */
export interface Findings extends Links {
  /** Runs nested in another run, in reading order: they belong to it and have no entry. */
  readonly inner: readonly Found[];
}

/**
 * Finds every quotation of a brief. Offsets are UTF-16 units into `brief.text`. Problems (marks
 * never closed, overrides that fit nothing) go to the file; nothing is thrown.
 */
export function findQuotations(brief: Brief, file: VFile): Findings {
  const { text, participants, overrides, meta } = brief;
  return quotationsIn(
    {
      blocks: flatten(brief),
      text,
      participants,
      overrides,
      lang: meta.lang,
      options: meta.quotes,
    },
    file,
  );
}

/** Text that is already flat, and what is known about it. */
export interface QuoteInput {
  readonly blocks: readonly FlatBlock[];
  /** The file's text, into which the blocks map. */
  readonly text: string;
  readonly participants: readonly Participant[];
  readonly overrides: readonly Override[];
  readonly lang: string;
  readonly options: QuoteOptions;
}

/** As `findQuotations`, for flat text. */
export function quotationsIn(given: QuoteInput, file: VFile): Findings {
  const { runs, strays } = runsIn(given.blocks, given.options);
  const ids = contentIds(runs.map((run) => run.text));
  reportMarks(file, given.text, given.blocks, runs, strays);
  reportUnmatched(file, decide(runs, ids, given.overrides).unmatched);
  const findings = heard(given, runs, ids);
  reportIds(file, findings.found);
  reportUnlinked(file, findings.found);
  return findings;
}

/**
 * Judged by what the author decided; then with what was settled before wherever that differs; and
 * with all of it where even so something differs, since one speaker put right moves others.
 */
function heard(given: QuoteInput, runs: readonly QuoteRun[], ids: readonly string[]): Findings {
  const { overrides, participants } = given;
  const decided = overrides.filter((override) => !override.settled);
  const settled = overrides.filter((override) => override.settled);
  const judgedWith = (more: readonly Override[]): Findings =>
    judgedBy(new Set([...decided, ...more]), given, runs, ids);
  const alone = judgedWith([]);
  const contrary = new Set(contradicted(settled, alone.found, participants));
  if (contrary.size === 0) return alone;
  const corrected = judgedWith([...contrary]);
  const others = contradicted(settled, corrected.found, participants).filter(
    (one) => !contrary.has(one),
  );
  return others.length === 0 ? corrected : judgedWith(settled);
}

function judgedBy(
  overrides: ReadonlySet<Override>,
  given: QuoteInput,
  runs: readonly QuoteRun[],
  ids: readonly string[],
): Findings {
  const { blocks, participants, lang, options, text } = given;
  const { byRun } = decide(runs, ids, [...overrides]);
  const scene: Scene = {
    blocks,
    runs: runs.map((run, i) => withMarkup(run, byRun[i]!)),
    participants,
    lang,
  };
  const named = namedIds(ids, byRun, new Set(blocks.map(({ section }) => section)));
  const parts: SettledRuns = {
    ids: named,
    indexOf: new Map(named.map((id, i) => [id, i])),
    ...judgeScene(scene, options, byRun),
    decisions: byRun,
    source: text,
  };
  const all = scene.runs.map((run) => foundOf(scene, run, parts));
  const outermost = all.filter((_, i) => runs[i]!.parent === null);
  return { ...linkFound(outermost, scene), inner: all.filter((_, i) => runs[i]!.parent !== null) };
}

function reportUnmatched(file: VFile, overrides: readonly Override[]): void {
  for (const { key, settled } of overrides) {
    const hint = settled ? { hint: 'Run briefpress quotes --fix to settle the brief anew.' } : {};
    flag(
      file,
      'quote-override',
      `There is a decision about “${bareKey(key)}”, but these words are not in the brief`,
      hint,
    );
  }
}

interface JudgedRuns {
  readonly kinds: readonly KindVerdict[];
  readonly speakers: readonly SpeakerVerdict[];
}

/** Kind and speaker of each run of a scene. */
function judgeScene(
  scene: Scene,
  options: QuoteOptions,
  decisions: readonly (Decision | null)[],
): JudgedRuns {
  const kinds = kindsOf(scene, options).map((verdict, i) => overruled(verdict, decisions[i]!));
  return { kinds, speakers: attributeRuns(scene, kinds) };
}

/** A decision from outside the text is carried by the run like markup in it. */
const withMarkup = (run: QuoteRun, decision: Decision | null): QuoteRun =>
  decision ? { ...run, markup: decision.override.markup } : run;

/**
 * Ids that the author gave, where they are well formed, given once and nobody else's; the content's
 * own elsewhere.
 */
function namedIds(
  ids: readonly string[],
  decisions: readonly (Decision | null)[],
  sections: ReadonlySet<string>,
): readonly string[] {
  const taken = new Set([...ids, ...sections]);
  return ids.map((id, i) => {
    const named = decisions[i]?.override.markup.id;
    if (!named || !/^[a-z][a-z0-9-]{0,63}$/u.test(named) || taken.has(named) || isMade(named))
      return id;
    taken.add(named);
    return named;
  });
}

interface SettledRuns extends JudgedRuns {
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly decisions: readonly (Decision | null)[];
  readonly source: string;
}

/**
 * The full quotation that the author names: one of the brief’s, no term, and no fragment itself.
 */
function fullOf(run: QuoteRun, { runs }: Scene, { indexOf, kinds }: SettledRuns): string | null {
  const of = run.markup?.of ?? null;
  const at = of === null ? undefined : indexOf.get(of);
  if (at === undefined || at === run.index || runs[at]!.markup?.of) return null;
  return /^(?:speech|partial|block)$/u.test(kinds[at]!.kind) ? of : null;
}

function foundOf(scene: Scene, run: QuoteRun, parts: SettledRuns): Found {
  const { blocks } = scene;
  const { ids, kinds, speakers, decisions, source } = parts;
  const [first, last] = [run.pieces[0]!, run.pieces.at(-1)!];
  const [kind, speaker] = [kinds[run.index]!, speakers[run.index]!];
  const of = fullOf(run, scene, parts);
  return {
    id: ids[run.index]!,
    kind: of === null ? kind.kind : 'fragment-of',
    text: run.text,
    spans: run.pieces.map(({ block, at }) => fileSpan(blocks[block]!, source, at)),
    outer: {
      start: fileSpan(blocks[first.block]!, source, first.outer).start,
      end: fileSpan(blocks[last.block]!, source, last.outer).end,
    },
    block: run.block,
    at: first.at,
    section: blocks[run.block]!.section,
    speaker: speaker.attribution,
    of,
    continues: speaker.continues === null ? null : ids[speaker.continues]!,
    source: run.markup?.src ?? null,
    verify: run.markup?.verify ?? true,
    override: decisions[run.index]?.override ?? null,
    reasons: [...run.reasons, ...kind.reasons, ...speaker.reasons],
  };
}

/** Ids that the author asks for and that are something else's. */
function reportIds(file: VFile, found: readonly Found[]): void {
  for (const { id, override, text, spans } of found) {
    const asked = override && !override.settled ? override.markup.id : null;
    if (asked === null || asked === id) continue;
    const says = `“${shortenedKey(text)}” can’t be called “${shortenedKey(asked)}”: the id is taken, kept for the edition, or not made of a–z, 0–9 and hyphens`;
    flag(file, 'quote-override', says, {
      place: spans[0],
      hint: 'Choose another id; it begins with a letter.',
    });
  }
}

/** Links that the author asks for and that lead nowhere. */
function reportUnlinked(file: VFile, found: readonly Found[]): void {
  for (const { override, of, text, spans } of found) {
    const asked = override && !override.settled ? override.markup.of : null;
    if (asked === null || asked === of) continue;
    const says = `“${shortenedKey(text)}” is said to be part of “${shortenedKey(asked)}”, which is no full quotation of the brief`;
    flag(file, 'quote-override', says, {
      place: spans[0],
      hint: 'Name the id of a full quotation; briefpress quotes --json lists them.',
    });
  }
}

/** A text with more lone marks than this has another problem than lone marks. */
const MOST_STRAYS = 50;

function reportMarks(
  file: VFile,
  source: string,
  blocks: readonly FlatBlock[],
  runs: readonly QuoteRun[],
  strays: ReturnType<typeof runsIn>['strays'],
): void {
  for (const run of runs.filter(({ closed }) => !closed)) {
    const place = fileSpan(blocks[run.block]!, source, run.pieces[0]!.outer);
    flag(file, 'quote-unclosed', `The quotation “${shortenedKey(run.text)}” is never closed`, {
      place,
    });
  }
  for (const { block, at } of strays.slice(0, MOST_STRAYS)) {
    const place = fileSpan(blocks[block]!, source, { start: at, end: at + 1 });
    flag(file, 'quote-unclosed', `The mark ${blocks[block]!.text[at]!} has no partner`, {
      place,
      hint: 'Add the other mark of the pair, or take this one out.',
    });
  }
  if (strays.length > MOST_STRAYS)
    flag(file, 'quote-unclosed', `${strays.length - MOST_STRAYS} more marks have no partner`);
}

/** Words as an author names them, with their marks or without. */
const bareKey = (key: string): string => shortenedKey(key.replaceAll(/^[“„«"「]|[”“»"」]$/gu, ''));

const shortenedKey = (text: string): string =>
  text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text;
