/**
 * Found runs + evidence → the ledger: groups, numbers, places. Pure; linear in the number of runs.
 */
import type {
  Attribution,
  Entry,
  Found,
  QuotationKind,
  Ledger,
  Override,
  QuotationPlace,
  Transcript,
  Unnumbered,
  Verdict,
} from './types.ts';

/**
 * One entry before it is verified: its first full run and the later parts of the same utterance.
 */
export interface Group {
  readonly head: Found;
  readonly parts: readonly Found[];
  /** What the brief says most surely of the speaker, at any place where it has these words. */
  readonly speaker: Attribution;
}

const NUMBERED_KINDS: ReadonlySet<QuotationKind> = new Set<QuotationKind>([
  'speech',
  'partial',
  'block',
]);

/** What verification settled about one group. */
export type SettledEntry = Pick<Entry, 'evidence' | 'speaker' | 'speakerCheck' | 'tick'>;

/**
 * The utterances that get a number, in reading order of their first full occurrence: runs of kind
 * speech, partial or block that neither continue another run nor repeat one (`of`).
 */
export function groupFound(found: readonly Found[]): readonly Group[] {
  const parts = new Map<string, Found[]>();
  for (const run of found) {
    if (run.continues !== null)
      parts.set(run.continues, [...(parts.get(run.continues) ?? []), run]);
  }
  const repeats = Map.groupBy(found, ({ of }) => of);
  return found
    .filter((run) => isGroupHead(run))
    .map((head) => ({
      head,
      parts: [head, ...(parts.get(head.id) ?? [])],
      speaker: surest(head, repeats.get(head.id) ?? []),
    }));
}

/** A speaker who is announced at one place is the speaker of the words at all of them. */
function surest({ speaker }: Found, repeats: readonly Found[]): Attribution {
  if (speaker.strength === 'explicit') return speaker;
  return repeats.find((run) => run.speaker.strength === 'explicit')?.speaker ?? speaker;
}

const isGroupHead = (run: Found): boolean =>
  NUMBERED_KINDS.has(run.kind) && run.continues === null && run.of === null;

/**
 * Numbers the groups and gives every occurrence its own anchor.
 * @param settled evidence and speaker per group, in the order of `groupFound(found)`
 * @param cf entry ids to compare, per entry id (same words, another utterance)
 */
export function openLedger(
  found: readonly Found[],
  settled: readonly SettledEntry[],
  context: {
    readonly cf: ReadonlyMap<string, readonly string[]>;
    readonly overrides: readonly Override[];
    readonly transcripts: readonly Transcript[];
    /** Anchors that stand for something else. */
    readonly sections?: readonly string[];
  },
): Ledger {
  const groups = groupFound(found);
  const numbers = new Map(groups.map((group, i) => [group.head.id, i + 1]));
  const taken = new Set([...(context.sections ?? []), ...found.map(({ id }) => id)]);
  const places = quotationPlaces(found, groups, numbers, taken);
  const entries = groups.map((group, i): Entry => {
    const { id } = group.head;
    const cf = (context.cf.get(id) ?? []).flatMap((other) => numbers.get(other) ?? []);
    return entryOf(group, i + 1, settled[i]!, { places: places.get(id) ?? [], cf });
  });
  return {
    entries,
    unnumbered: found.flatMap((run) => unnumbered(run)),
    found,
    overrides: context.overrides,
    transcripts: context.transcripts.map(transcriptFacts),
    counts: countVerdicts(entries),
  };
}

const transcriptFacts = ({
  sourceId,
  name,
  sha256,
  turns,
  mapped,
}: Transcript): Ledger['transcripts'][number] => ({
  source: sourceId,
  name,
  sha256,
  turns: turns.length,
  ...(Object.keys(mapped).length > 0 && { speakers: mapped }),
});

/**
 * The words of an entry; parts of an interrupted quotation are joined by a space, as they were
 * spoken.
 */
export const groupText = (group: Group): string => group.parts.map((part) => part.text).join(' ');

/**
 * Number of the entry a run belongs to, or null. `of` may point at a later part or at another
 * repeat.
 */
export function entryIdOf(run: Found, byId: ReadonlyMap<string, Found>): string | null {
  let at: Found | undefined = run;
  for (let hops = 0; at && hops < 4; hops++) {
    if (isGroupHead(at)) return at.id;
    const next: string | null = at.continues ?? at.of;
    at = next === null ? undefined : byId.get(next);
  }
  return null;
}

function quotationPlaces(
  found: readonly Found[],
  groups: readonly Group[],
  numbers: ReadonlyMap<string, number>,
  taken: Set<string>,
): ReadonlyMap<string, readonly QuotationPlace[]> {
  const byId = new Map(found.map((run) => [run.id, run]));
  const texts = new Map(groups.map((group) => [group.head.id, group.head.text]));
  const places = new Map<string, PlaceDraft[]>();
  const placeOfRun = new Map<string, PlaceDraft>();
  for (const run of found) {
    const entry = entryIdOf(run, byId);
    if (entry === null || !numbers.has(entry)) continue;
    const first = run.continues === null ? undefined : placeOfRun.get(run.continues);
    if (first) first.found.push(run.id);
    else {
      const list = places.get(entry) ?? [];
      const isWhole = run.of === null || run.text === texts.get(entry);
      const place = newPlace(run, freeId(entry, list.length + 1, taken), isWhole);
      places.set(entry, [...list, place]);
      placeOfRun.set(run.id, place);
    }
  }
  return places;
}

const newPlace = ({ id: run, section }: Found, id: string, isWhole: boolean): PlaceDraft => ({
  id,
  found: [run],
  section,
  role: isWhole ? 'full' : 'fragment',
});

/** A place while its runs are gathered. */
type PlaceDraft = QuotationPlace & { readonly found: string[] };

/** `<entry>-<n>`, counted on where a quotation or a section is called so. */
function freeId(entry: string, n: number, taken: Set<string>): string {
  let id = `${entry}-${n}`;
  for (let next = n + 1; taken.has(id); next++) id = `${entry}-${next}`;
  taken.add(id);
  return id;
}

function unnumbered(run: Found): Unnumbered[] {
  if (run.kind !== 'term' && run.kind !== 'scare' && run.kind !== 'title') return [];
  const strongest = run.reasons
    .filter(
      (reason) => reason.stage === 'override' || (reason.stage === 'kind' && reason.weight <= 0),
    )
    .toSorted(
      (a, b) =>
        Number(b.stage === 'override') - Number(a.stage === 'override') || a.weight - b.weight,
    )[0];
  return [
    {
      id: run.id,
      kind: run.kind,
      text: run.text,
      section: run.section,
      found: run.id,
      reason: strongest?.says ?? 'no sign of speech',
    },
  ];
}

/**
 * What a reader is told of an entry: the status of its words, unless something withholds their
 * tick.
 */
export function verdictOf({
  evidence,
  speakerCheck,
  tick,
}: Pick<Entry, 'evidence' | 'speakerCheck' | 'tick'>): Verdict {
  const { status } = evidence;
  if (tick || !('also' in evidence)) return status;
  if (speakerCheck === 'contradicted') return 'speaker-differs';
  return speakerCheck === 'confirmed' || speakerCheck === 'unstated'
    ? 'remarked'
    : 'speaker-unchecked';
}

function countVerdicts(entries: readonly Entry[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = {
    'exact': 0,
    'exact-with-ellipsis': 0,
    'exact-with-brackets': 0,
    'speaker-unchecked': 0,
    'remarked': 0,
    'speaker-differs': 0,
    'altered': 0,
    'misattributed': 0,
    'ambiguous': 0,
    'not-found': 0,
    'unchecked': 0,
  };
  for (const entry of entries) counts[verdictOf(entry)]++;
  return counts;
}

function entryOf(
  group: Group,
  number: number,
  { speaker, evidence, speakerCheck, tick }: SettledEntry,
  { places, cf }: Pick<Entry, 'places' | 'cf'>,
): Entry {
  const { id, kind, section } = group.head;
  return {
    number,
    id,
    kind: kind as Entry['kind'],
    text: groupText(group),
    speaker,
    section,
    places,
    cf,
    evidence,
    speakerCheck,
    tick,
  };
}
