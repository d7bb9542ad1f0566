/**
 * A run in its place: the author's words around it, its neighbours, and whether its paragraph is
 * nothing but quotation.
 */
import type { KindVerdict, QuoteRun, Scene } from '../model.ts';
import type { Participant } from '../../types.ts';
import { anyOf, everyPerson } from '../../languages/unions.ts';
import { mentions, type Mention } from '../../names/mentions.ts';
import type { Cast } from '../../names/cast.ts';
import type { Ground } from './ground.ts';
import { isQuotation } from './ground.ts';

/** A run with all that the sieves look at. */
export interface SpeakerView {
  readonly run: QuoteRun;
  readonly quotation: boolean;
  /**
   * Ground of its first piece and offset of its opening mark; ground of its last piece and offset
   * after its closing mark.
   */
  readonly ground: Ground;
  readonly start: number;
  readonly last: Ground;
  readonly end: number;
  /** Neighbours among the quotations of the same block. */
  readonly before: SpeakerView | null;
  readonly after: SpeakerView | null;
  /** Nothing but marks and spaces stands before it in its block. */
  readonly opens: boolean;
  /** Its block holds no word of the author's. */
  readonly bare: boolean;
  /** Whom the quoted words call by name: not the speaker. */
  readonly addressed: ReadonlySet<Participant>;
  /** Whom the quoted words name. */
  readonly spokenOf: ReadonlySet<Participant>;
  /** The block before, of the same section, or null. */
  readonly above: Ground | null;
  /** The block after its last piece, of the same section, or null. */
  readonly below: Ground | null;
}

type ViewDraft = { -readonly [K in keyof SpeakerView]: SpeakerView[K] };

/**
 * One view per run, in order; nested runs have one too, but stand outside the chain of neighbours.
 */
export function speakerViews(
  scene: Scene,
  kinds: readonly KindVerdict[],
  grounds: readonly Ground[],
  cast: Cast,
): readonly SpeakerView[] {
  const views: ViewDraft[] = [];
  const lastIn = new Map<number, ViewDraft>();
  for (const run of scene.runs) {
    const draft = viewDraft(run, kinds, grounds, cast);
    views.push(draft);
    if (run.parent !== null || !draft.quotation) continue;
    const before = lastIn.get(run.block) ?? null;
    draft.before = before;
    if (before) before.after = draft;
    lastIn.set(run.pieces.at(-1)!.block, draft);
  }
  return views;
}

function viewDraft(
  run: QuoteRun,
  kinds: readonly KindVerdict[],
  grounds: readonly Ground[],
  cast: Cast,
): ViewDraft {
  const [first, final] = [run.pieces[0]!, run.pieces.at(-1)!];
  const ground = grounds[first.block]!;
  const above = grounds[first.block - 1] ?? null;
  const below = grounds[final.block + 1] ?? null;
  const named = mentions(run.text, cast);
  return {
    run,
    quotation: isQuotation(kinds[run.index]),
    ground,
    start: first.outer.start,
    last: grounds[final.block]!,
    end: final.outer.end,
    before: null,
    after: null,
    opens: ground.tokens.length === 0 || ground.tokens[0]!.start >= first.outer.start,
    bare: ground.tokens.length === 0,
    addressed: addressedIn(run.text, named),
    spokenOf: new Set(named.map(({ participant }) => participant)),
    above:
      above && above.block.section === ground.block.section && above.block.type !== 'heading'
        ? above
        : null,
    below: below?.block.section === ground.block.section ? below : null,
  };
}

const CALLED_BEFORE = new RegExp(
  `(?:^|[,;.!?—–-]|(?<![\\p{L}\\p{N}])(?:${anyOf(everyPerson.callsBefore)}))[\\s"'“‘_]*$`,
  'iu',
);

/**
 * Names between a comma or the start and a comma or the end of a sentence: “Ok Yuri, …”, “Yes, Mr.
 * Beebe.”
 */
function addressedIn(text: string, named: readonly Mention[]): ReadonlySet<Participant> {
  const called = named.filter(
    ({ start, end, possessive }) =>
      !possessive &&
      CALLED_BEFORE.test(text.slice(Math.max(0, start - 12), start)) &&
      /^_?(?:[,.!?;]|\s*$|--|—)/u.test(text.slice(end, end + 3)),
  );
  return new Set(called.map(({ participant }) => participant));
}
