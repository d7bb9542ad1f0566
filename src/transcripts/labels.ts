/** Labels of a transcript and the people they mean. */
import type { VFile } from 'vfile';
import { functionsIn } from '../languages/speech.ts';
import { castOf, type Cast } from '../names/cast.ts';
import { matchLabel, type Identity } from '../names/match.ts';
import { identifyAll } from '../names/namesakes.ts';
import { flag } from '../rules/flag.ts';
import type { LabelRow, Participant, Turn } from '../types.ts';
import { peopleListed } from './listed.ts';

/**
 * Who may speak: the brief's participants, initials that the transcript explains itself, and what
 * the author mapped by hand.
 */
export interface Names {
  readonly cast: Cast;
  /** `SW = Steve Witkoff` of a KEY line. */
  readonly key: ReadonlyMap<string, string>;
  /** Label (`mapKey`) → name of a participant, or null for nobody; by the author. */
  readonly map: ReadonlyMap<string, string | null>;
  /** Full names by the transcript’s own list of those present. */
  readonly listed: readonly string[];
  /** Small words of the language of the text, folded: no label holds them. */
  readonly functions: ReadonlySet<string>;
}

const KEY_LINE =
  /^[^\S\n]*(?:key|legend|speakers?|participants?|abbreviations?|sprecher|teilnehmer|abkürzungen)\b.{0,400}$|^[^\S\n]*\p{Lu}{1,5}\s?=\s?\p{Lu}.{0,100}$/gimu;

const KEY_PAIR =
  /(?<![\p{L}\p{N}])(\p{Lu}{1,5}\d?)\s?[=:–-]\s?(\p{Lu}[\p{L}.’'-]+(?:\s+\p{L}[\p{L}.’'-]*){0,4})/gu;

/** `Olga Vane (OV):` introduces initials. */
const INTRODUCED = /^[^\S\n]*(\p{Lu}[\p{L}.’' -]{3,60}?)\s*[[(](\p{Lu}{2,4})[\])]\s*:/gmu;

/** @param map what the author says about labels, as written in the transcript */
export function knownNames(
  text: string,
  participants: readonly Participant[],
  map: Readonly<Record<string, string | null>> = {},
): Names {
  const lines = text.slice(0, 20_000).match(KEY_LINE) ?? [];
  const pairs = lines.flatMap((line) =>
    [...line.replace(/^\s*\p{L}+\s?:/u, '').matchAll(KEY_PAIR)].map(
      ([, initials, name]) => [initials!, name!] as const,
    ),
  );
  const introduced = [...text.slice(0, 200_000).matchAll(INTRODUCED)].flatMap(
    ([, name, initials]) => (initialsOf(name!) === initials ? [[initials, name!] as const] : []),
  );
  return {
    cast: castOf(participants),
    key: new Map([...introduced, ...pairs]),
    map: new Map(Object.entries(map).map(([label, name]) => [mapKey(label), name])),
    listed: peopleListed(text),
    functions: functionsIn(text),
  };
}

const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/u)
    .map((word) => word[0]?.toUpperCase() ?? '')
    .join('');

/** The participant whom a label means; null if nobody or more than one. */
export const participantOfLabel = ({ cast, key }: Names, label: string): Participant | null =>
  matchLabel(key.get(label) ?? label, cast);

/** A label as authors copy it: `SPEAKER_01`, “Speaker 01:”. */
const mapKey = (label: string): string =>
  label
    .toLowerCase()
    .replaceAll(/[\s_]+/gu, ' ')
    .replace(/^[\s*[(]+/u, '')
    .replace(/[\s*:.)\]]+$/u, '');

/** A label’s participant by the author’s map, and null where the map says nobody. */
function mappedTo({ cast, map }: Names, label: string): Participant | null | undefined {
  const name = map.get(mapKey(label));
  if (name === undefined || name === null) return name;
  return (
    cast.participants.find((one) => one.name === name || one.id === name) ??
    matchLabel(name, cast) ??
    undefined
  );
}

/** Questions and answers of a record are voices by design, and nobody is missing. */
const isQuestionMark = (label: string, why: LabelRow['why']): boolean =>
  why === 'voice' && /^(?:Q|A|QUESTION|ANSWER)[.:]?$/iu.test(label);

interface Mapped {
  readonly speakers: Readonly<Record<string, string>>;
  readonly labels: readonly LabelRow[];
}

/**
 * Label → participant id, and the table of labels. A label that fits nobody, or several, is flagged
 * once, at its first turn.
 */
export function mapLabels(
  turns: readonly Turn[],
  names: Names,
  {
    shown,
    participants,
  }: { readonly shown: string; readonly participants: readonly Participant[] },
  file: VFile,
): Mapped {
  const speakers = Object.create(null) as Record<string, string>;
  const labels: LabelRow[] = [];
  const all = new Map<string, Turn[]>();
  for (const turn of turns) {
    if (turn.speaker === null) continue;
    const own = all.get(turn.speaker);
    if (!own) all.set(turn.speaker, [turn]);
    else if (own.length < 2) own.push(turn);
  }
  const counts = labelCounts(turns);
  const identities = identifiedIn([...all.keys()], names);
  for (const [label, [first, second]] of all) {
    const { participant, why, because, rivals } = understood(label, names, identities.get(label)!);
    if (participant) speakers[label] = participant.id;
    else if (participants.length > 0 && why !== 'map' && !isQuestionMark(label, why)) {
      const reason =
        rivals.length > 0
          ? `The label “${label}” of the transcript ${because}`
          : `The label “${label}” of the transcript is no participant of the brief`;
      flag(file, 'transcript-label', reason, {
        path: shown,
        place: { line: first!.line, column: 1 },
      });
    }
    const samples = [first, second].flatMap((turn) => (turn ? [turnSample(turn.text)] : []));
    labels.push({
      label,
      ...counts.get(label)!,
      line: first!.line,
      samples,
      participant: participant?.id ?? null,
      why,
      because,
    });
  }
  return { speakers, labels };
}

/**
 * Whom labels mean, beside each other and beside the transcript’s own list of those present;
 * initials as it explains them.
 */
function identifiedIn(
  labels: readonly string[],
  { cast, key, listed }: Names,
): ReadonlyMap<string, Identity> {
  const full = new Map(labels.map((label) => [label, key.get(label) ?? label]));
  const identities = identifyAll([...new Set(full.values())], cast, listed);
  return new Map([...full].map(([label, name]) => [label, identities.get(name)!]));
}

function labelCounts(
  turns: readonly Turn[],
): ReadonlyMap<string, { readonly turns: number; readonly words: number }> {
  const counts = new Map<string, { turns: number; words: number }>();
  for (const { speaker, text } of turns) {
    if (speaker === null) continue;
    const own = counts.get(speaker) ?? { turns: 0, words: 0 };
    own.turns++;
    own.words += text.match(/\S+/gu)?.length ?? 0;
    counts.set(speaker, own);
  }
  return counts;
}

const turnSample = (text: string): string => {
  const words = text.slice(0, 200).replaceAll(/\s+/gu, ' ').trim();
  return words.length > 60 ? `${words.slice(0, 59).trimEnd()}…` : words;
};

interface Understood extends Pick<LabelRow, 'why' | 'because'> {
  readonly participant: Participant | null;
  readonly rivals: readonly Participant[];
}

function understood(label: string, names: Names, identity: Identity): Understood {
  const byHand = mappedTo(names, label);
  if (byHand !== undefined)
    return { participant: byHand, why: 'map', because: 'by the map', rivals: [] };
  const { why: because } = identity;
  if ('who' in identity) return { participant: identity.who, why: 'name', because, rivals: [] };
  if ('rivals' in identity)
    return { participant: null, why: 'several', because, rivals: identity.rivals };
  return {
    participant: null,
    why: identity.nobody === 'voice' ? 'voice' : 'nobody',
    because,
    rivals: [],
  };
}
