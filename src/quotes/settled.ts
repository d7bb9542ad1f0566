/**
 * What was settled before: the press’s own verdicts, kept in the sidecar. They are heard only where
 * detection has come to another one.
 */
import type { Found, Override, Participant } from '../types.ts';
import { keyOfId, normalWords } from './ids.ts';

/**
 * The settled verdicts that what was found contradicts; where the author decided, nothing settled
 * is heard.
 */
export function contradicted(
  settled: readonly Override[],
  found: readonly Found[],
  participants: readonly Participant[],
): readonly Override[] {
  if (settled.length === 0) return [];
  const byKey = Map.groupBy(settled, ({ key }) => keyOfId(key));
  const ids = new Set(found.map(({ id }) => id));
  return found.flatMap((run) => {
    if (run.override && !run.override.settled) return [];
    const about = [...(byKey.get(run.id) ?? []), ...(byKey.get(normalWords(run.text)) ?? [])];
    return about.filter((override) => !overrideAgrees(override, run, ids, participants));
  });
}

/** What a verdict leaves open agrees with anything; so does a link to words that are gone. */
function overrideAgrees(
  { markup: { as, by, of } }: Override,
  run: Found,
  ids: ReadonlySet<string>,
  participants: readonly Participant[],
): boolean {
  if (as !== meaningOf(run)) return false;
  if (by !== null && !isNamedSpeaker(by, run, participants)) return false;
  return of === null || of === run.of || !ids.has(of);
}

/** The word for a kind that decisions are written with. */
export const meaningOf = ({ kind }: Pick<Found, 'kind'>): 'quote' | 'term' | 'title' | 'scare' =>
  kind === 'term' || kind === 'title' || kind === 'scare' ? kind : 'quote';

function isNamedSpeaker(
  label: string,
  { speaker }: Found,
  participants: readonly Participant[],
): boolean {
  const who = participants.find(({ id }) => id === speaker.participant);
  return (
    label === speaker.name ||
    (who !== undefined && (label === who.id || who.aliases.includes(label)))
  );
}
