/** Who is quoted, and where: the index of speakers. */
import { verdictOf } from '../ledger.ts';
import type { Edition, Entry, Verdict } from '../types.ts';
import { verdictMarks } from './verdicts.ts';
import { shownNumber, labelsSaid, type SayLabel } from './say.ts';

/**
 * Everyone who is quoted, sorted by name in the brief's language; those who are not named come
 * last.
 */
export interface SpeakersView {
  readonly intro: string;
  readonly rows: readonly SpeakerRow[];
}

/** A speaker with the entries that are theirs. */
export interface SpeakerRow {
  readonly id: string;
  readonly name: string;
  readonly stated: boolean;
  readonly role: string | null;
  readonly count: number;
  readonly entries: readonly {
    /** Anchor of the entry in the appendix. */
    readonly id: string;
    readonly number: number | string;
    readonly label: string;
    readonly status: Verdict;
    /** The verdict's mark where the words were not found as they stand; empty elsewhere. */
    readonly mark: string;
    readonly verdict: string;
    /** The first place in each section. */
    readonly places: readonly { readonly id: string }[];
    readonly several: boolean;
  }[];
}

/** One speaker and what they say, in order of the numbers. */
export interface PersonView {
  readonly name: string;
  readonly stated: boolean;
  readonly role: string | null;
  readonly entries: readonly Entry[];
}

/** Verdicts that ask a reader to look. */
export const isDoubtful = (status: Verdict): boolean => DOUBTFUL.has(status);

const DOUBTFUL: ReadonlySet<Verdict> = new Set<Verdict>([
  'speaker-unchecked',
  'remarked',
  'speaker-differs',
  'altered',
  'misattributed',
  'not-found',
  'ambiguous',
]);

/** The people who are quoted, in order of first appearance. */
export function speakersIn(edition: Edition, say: SayLabel): readonly PersonView[] {
  const roles = new Map(edition.participants.map(({ id, role }) => [id, role]));
  const people = new Map<string, PersonView & { readonly entries: Entry[] }>();
  for (const entry of edition.ledger.entries) {
    const { name, participant } = entry.speaker;
    const key = participant ?? (name === null ? '' : `=${name}`);
    const role = roles.get(participant ?? '') ?? null;
    const said = { name: name ?? say('speakerNotStated'), stated: name !== null, role };
    const person = people.get(key) ?? { ...said, entries: [] };
    people.set(key, person);
    person.entries.push(entry);
  }
  return [...people.values()];
}

/** The index of speakers, sorted as the language sorts; null where nothing is numbered. */
export function speakersView(edition: Edition): SpeakersView | null {
  if (edition.ledger.entries.length === 0) return null;
  const say = labelsSaid(edition);
  const order = collatorFor(edition.meta.lang);
  const people = speakersIn(edition, say).toSorted(
    (a, b) => Number(b.stated) - Number(a.stated) || order.compare(a.name, b.name),
  );
  return {
    intro: say('speakersIntro'),
    rows: people.map((person, i) => speakerRow(person, i, say)),
  };
}

const speakerRow = (
  { name, stated, role, entries }: PersonView,
  index: number,
  say: SayLabel,
): SpeakerRow => ({
  id: `speaker-${index + 1}`,
  name,
  stated,
  role,
  count: entries.length,
  entries: entries.map((entry) => spokenEntry(entry, say)),
});

function spokenEntry(entry: Entry, say: SayLabel): SpeakerRow['entries'][number] {
  const { id, places } = entry;
  const status = verdictOf(entry);
  const number = shownNumber(entry);
  const firsts = places.filter(
    ({ section }, i) => places.findIndex((place) => place.section === section) === i,
  );
  return {
    id,
    number,
    label: say('quotation', { number }),
    status,
    mark: isDoubtful(status) ? verdictMarks[status] : '',
    verdict: say(`verdict.${status}`),
    places: firsts.map((place) => ({ id: place.id })),
    several: firsts.length > 1,
  };
}

/** Alphabetical order of a language (BCP 47); that of English where the tag isn't well-formed. */
function collatorFor(lang: string): Intl.Collator {
  try {
    return new Intl.Collator([lang, 'en']);
  } catch {
    return new Intl.Collator('en');
  }
}
