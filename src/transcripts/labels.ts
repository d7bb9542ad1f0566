/** Labels of a transcript and the people they mean. */
import type { VFile } from 'vfile';
import { castOf, type Cast } from '../names/cast.ts';
import { matchLabel } from '../names/match.ts';
import { flag } from '../rules.ts';
import type { Participant, Turn } from '../types.ts';

/** Who may speak: the brief's participants, and initials that the transcript explains itself. */
export interface Names {
  readonly cast: Cast;
  /** `SW = Steve Witkoff` of a KEY line. */
  readonly key: ReadonlyMap<string, string>;
}

const KEY_LINE =
  /^\s*(?:key|legend|speakers?|participants?|abbreviations?|sprecher|teilnehmer|abkürzungen)\b.{0,400}$|^\s*\p{Lu}{1,5}\s?=\s?\p{Lu}.{0,100}$/gimu;
const KEY_PAIR = /(?<![\p{L}\p{N}])(\p{Lu}{1,5}\d?)\s?[=:–-]\s?(\p{Lu}[\p{L}.’'-]+(?:\s+\p{L}[\p{L}.’'-]*){0,4})/gu;

export function namesOf(text: string, participants: readonly Participant[]): Names {
  const lines = text.slice(0, 20_000).match(KEY_LINE) ?? [];
  const pairs = lines.flatMap((line) =>
    [...line.replace(/^\s*\p{L}+\s?:/u, '').matchAll(KEY_PAIR)].map(([, initials, name]) => [initials!, name!] as const),
  );
  return { cast: castOf(participants), key: new Map(pairs) };
}

/** The participant whom a label means; null if nobody or more than one. */
export const whoIs = ({ cast, key }: Names, label: string): Participant | null => matchLabel(key.get(label) ?? label, cast);

/** Label → participant id. A label that fits nobody, or several, is flagged once, at its first turn. */
export function mapLabels(
  turns: readonly Turn[],
  names: Names,
  { shown, participants }: { readonly shown: string; readonly participants: readonly Participant[] },
  file: VFile,
): Readonly<Record<string, string>> {
  const speakers: Record<string, string> = Object.create(null) as Record<string, string>;
  const seen = new Set<string>();
  for (const { speaker, line } of turns) {
    if (speaker === null || seen.has(speaker)) continue;
    seen.add(speaker);
    const who = whoIs(names, speaker);
    if (who) speakers[speaker] = who.id;
    else if (participants.length > 0) {
      const rivals = participants.filter((one) => matchLabel(names.key.get(speaker) ?? speaker, castOf([one])));
      const reason =
        rivals.length > 1
          ? `The label “${speaker}” of the transcript may mean ${listed(rivals.map(({ name }) => name))}`
          : `The label “${speaker}” of the transcript is no participant of the brief`;
      flag(file, 'transcript-label', reason, { path: shown, place: { line, column: 1 } });
    }
  }
  return speakers;
}

const listed = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
