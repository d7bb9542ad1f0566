/** Labels of a transcript and the people they mean. */
import type { VFile } from 'vfile';
import { castOf, type Cast } from '../names/cast.ts';
import { matchLabel } from '../names/match.ts';
import { flag } from '../rules.ts';
import type { LabelRow, Participant, Turn } from '../types.ts';
import { isVoice } from './layout/voice.ts';
import { HONORIFICS, PARTICLES, ROLES, foldWord } from '../languages/speech.ts';

/** Who may speak: the brief's participants, initials that the transcript explains itself, and what the author mapped by hand. */
export interface Names {
  readonly cast: Cast;
  /** `SW = Steve Witkoff` of a KEY line. */
  readonly key: ReadonlyMap<string, string>;
  /** Label → name of a participant, or null for nobody; by the author. */
  readonly map: ReadonlyMap<string, string | null>;
  /** Answers given before. */
  readonly known: Map<string, Participant | null>;
}

const KEY_LINE =
  /^\s*(?:key|legend|speakers?|participants?|abbreviations?|sprecher|teilnehmer|abkürzungen)\b.{0,400}$|^\s*\p{Lu}{1,5}\s?=\s?\p{Lu}.{0,100}$/gimu;
const KEY_PAIR = /(?<![\p{L}\p{N}])(\p{Lu}{1,5}\d?)\s?[=:–-]\s?(\p{Lu}[\p{L}.’'-]+(?:\s+\p{L}[\p{L}.’'-]*){0,4})/gu;
/** `Olga Vane (OV):` introduces initials. */
const INTRODUCED = /^\s*(\p{Lu}[\p{L}.’' -]{3,60}?)\s*[[(](\p{Lu}{2,4})[\])]\s*:/gmu;

/** @param map what the author says about labels, as written in the transcript */
export function namesOf(text: string, participants: readonly Participant[], map: Readonly<Record<string, string | null>> = {}): Names {
  const lines = text.slice(0, 20_000).match(KEY_LINE) ?? [];
  const pairs = lines.flatMap((line) =>
    [...line.replace(/^\s*\p{L}+\s?:/u, '').matchAll(KEY_PAIR)].map(([, initials, name]) => [initials!, name!] as const),
  );
  const introduced = [...text.slice(0, 200_000).matchAll(INTRODUCED)].flatMap(([, name, initials]) =>
    initialsOf(name!) === initials ? [[initials, name!] as const] : [],
  );
  return { cast: castOf(participants), key: new Map([...introduced, ...pairs]), map: new Map(Object.entries(map)), known: new Map() };
}

const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/u)
    .map((word) => word[0]?.toUpperCase() ?? '')
    .join('');

/** The participant whom a label means; null if nobody or more than one. */
export function whoIs(names: Names, label: string): Participant | null {
  const known = names.known.get(label);
  if (known !== undefined) return known;
  const who = readings(names.key.get(label) ?? label)
    .map((reading) => fitting(reading, names.cast))
    .find((found) => found !== null);
  names.known.set(label, who ?? null);
  return who ?? null;
}

/** What a label may say: itself, the name in its brackets, “Last, First”, the name before an office, without middle initials. */
function readings(label: string): readonly string[] {
  const inside = [...label.matchAll(/[([]([^()[\]]{2,80})[)\]]/gu)].map(([, words]) => words!);
  const bare = label.replaceAll(/[([][^()[\]]*[)\]]/gu, ' ').trim();
  const [, last, first] = /^([^,]{2,40}),\s+(\p{Lu}[^,]{1,40})$/u.exec(bare) ?? [];
  const shortened = withoutExtras(bare);
  const untitled = shortened
    .split(' ')
    .filter((word) => !HONORIFICS.has(foldWord(word)) && !PARTICLES.has(foldWord(word)))
    .join(' ');
  return [bare, ...(last === undefined ? [] : [`${first} ${last}`]), ...new Set([shortened, untitled]), ...inside].filter(
    (reading) => reading !== '',
  );
}

const POSTNOMINAL = /^(?:kc|qc|mp|msp|ms|mbe|obe|cbe|phd|md|esq|jr|sr|ii|iii|rn|jd|llm|mba|mdb|am|ao|kcb|frs|cpa)$/u;

/** Without middle initials and what stands behind a name: “DALE R. TOLLAND, KC”. */
function withoutExtras(label: string): string {
  const words = label.split(/[\s,]+/u).filter((word) => word !== '');
  while (words.length > 1 && POSTNOMINAL.test(foldWord(words.at(-1)!))) words.pop();
  return words.filter((word, i) => i === 0 || i === words.length - 1 || !/^\p{Lu}\.?$/u.test(word)).join(' ');
}

function fitting(reading: string, cast: Cast): Participant | null {
  const who = matchLabel(reading, cast);
  return who && agrees(who, reading) ? who : null;
}

const nameWords = (name: string): readonly string[] =>
  name
    .split(/[^\p{L}\p{M}\p{N}.’']+/u)
    .map(foldWord)
    .filter((word) => word !== '' && !HONORIFICS.has(word) && !PARTICLES.has(word));

/** “Ada Lund” is not Per Lund: no given name of the label may be foreign to the participant. */
function agrees(who: Participant, label: string): boolean {
  const words = nameWords(label).filter((word) => !ROLES.has(word));
  const own = [who.name, ...who.aliases].flatMap(nameWords);
  if (words.length < 2 || nameWords(who.name).length < 2) return true;
  const first = words[0]!;
  return (
    own.includes(first) || own.some((word) => word[0] === first[0] && first.length === 1) || near(first, own) || !/^\p{Lu}/u.test(label)
  );
}

/** Spellings of one name: at most one letter apart, in five or more. */
const near = (word: string, own: readonly string[]): boolean =>
  word.length > 4 && own.some((one) => one.length === word.length && one.split('').filter((letter, i) => letter !== word[i]).length === 1);

/** A label’s participant by the author’s map, and null where the map says nobody. */
function mappedTo({ cast, map }: Names, label: string): Participant | null | undefined {
  const name = map.get(label);
  if (name === undefined || name === null) return name;
  return cast.participants.find((one) => one.name === name || one.id === name) ?? matchLabel(name, cast) ?? undefined;
}

interface Mapped {
  readonly speakers: Readonly<Record<string, string>>;
  readonly labels: readonly LabelRow[];
}

/** Label → participant id, and the table of labels. A label that fits nobody, or several, is flagged once, at its first turn. */
export function mapLabels(
  turns: readonly Turn[],
  names: Names,
  { shown, participants }: { readonly shown: string; readonly participants: readonly Participant[] },
  file: VFile,
): Mapped {
  const speakers = Object.create(null) as Record<string, string>;
  const labels: LabelRow[] = [];
  const all = new Map<string, Turn[]>();
  for (const turn of turns) if (turn.speaker !== null) all.set(turn.speaker, [...(all.get(turn.speaker)?.slice(0, 2) ?? []), turn]);
  const counts = countsOf(turns);
  for (const [label, [first, second]] of all) {
    const { participant, why, rivals } = understood(label, names, [...all.keys()]);
    if (participant) speakers[label] = participant.id;
    else if (participants.length > 0 && why !== 'map') {
      const reason =
        rivals.length > 1
          ? `The label “${label}” of the transcript may mean ${listed(rivals)}`
          : `The label “${label}” of the transcript is no participant of the brief`;
      flag(file, 'transcript-label', reason, { path: shown, place: { line: first!.line, column: 1 } });
    }
    const samples = [first, second].flatMap((turn) => (turn ? [sampleOf(turn.text)] : []));
    labels.push({ label, ...counts.get(label)!, line: first!.line, samples, participant: participant?.id ?? null, why });
  }
  return { speakers, labels };
}

function countsOf(turns: readonly Turn[]): ReadonlyMap<string, { readonly turns: number; readonly words: number }> {
  const counts = new Map<string, { turns: number; words: number }>();
  for (const { speaker, text } of turns) {
    if (speaker === null) continue;
    const own = counts.get(speaker) ?? { turns: 0, words: 0 };
    counts.set(speaker, { turns: own.turns + 1, words: own.words + (text.match(/\S+/gu)?.length ?? 0) });
  }
  return counts;
}

const sampleOf = (text: string): string => {
  const words = text.slice(0, 200).replaceAll(/\s+/gu, ' ').trim();
  return words.length > 60 ? `${words.slice(0, 59).trimEnd()}…` : words;
};

function understood(
  label: string,
  names: Names,
  labels: readonly string[],
): { readonly participant: Participant | null; readonly why: LabelRow['why']; readonly rivals: readonly string[] } {
  const byHand = mappedTo(names, label);
  if (byHand !== undefined) return { participant: byHand, why: 'map', rivals: [] };
  const who = whoIs(names, label);
  const namesake = who && labels.find((other) => isNamesake(label, other) && whoIs(names, other) !== who);
  if (who && namesake) return { participant: null, why: 'several', rivals: [who.name, namesake] };
  if (who) return { participant: who, why: 'name', rivals: [] };
  const { participants } = names.cast;
  const rivals = participants.filter((one) => matchLabel(names.key.get(label) ?? label, castOf([one]))).map(({ name }) => name);
  return { participant: null, why: rivals.length > 1 ? 'several' : isVoice(label) ? 'voice' : 'nobody', rivals };
}

/** “MR. LUND” beside “ADA LUND” may be either. */
function isNamesake(label: string, other: string): boolean {
  const [own, full] = [nameWords(label), nameWords(other)];
  return own.length === 1 && full.length > 1 && full.at(-1) === own[0];
}

const listed = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
