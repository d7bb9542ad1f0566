/** Which participant a label means. */
import { foldWord, OFFICE_ENDINGS } from '../languages/speech.ts';
import { everyLabel, everyPerson } from '../languages/unions.ts';
import type { Participant } from '../types.ts';
import type { Cast } from './cast.ts';
import { compareNames, type Comparison, type Likeness } from './compare.ts';
import { nameKey } from './fold.ts';
import {
  isBodyName,
  isNobody,
  isOfficePhrase,
  isWords,
  labelPhrases,
  sortOf,
  type LabelPhrases,
  type LabelSort,
} from './label.ts';
import { isOffice, officeOf } from './office.ts';
import { isGiven, personName, nameWords, type PersonName } from './person.ts';
import { phraseKey, type Person } from './people.ts';
import { squeezed } from './unspaced.ts';

/**
 * Whom a label means: one person, one of several (or perhaps one), or nobody of the list. `why`
 * says it in words.
 */
export type Identity =
  | { readonly who: Participant; readonly why: string }
  | { readonly rivals: readonly Participant[]; readonly why: string }
  | { readonly nobody: LabelSort; readonly why: string };

/** How much a likeness is worth: the least number decides. */
const RANKS = { whole: 0, alias: 1, name: 2, word: 3, office: 4, initials: 5 } as const;
type By = keyof typeof RANKS;

interface PersonFit {
  readonly person: Person;
  readonly like: Exclude<Likeness, 'no'>;
  readonly by: By;
}

const WHYS: Readonly<Record<By, string>> = {
  whole: 'the same name',
  alias: 'a name listed for',
  name: 'given name and surname agree with',
  word: 'one word of the name of',
  office: 'the office of',
  initials: 'the initials of',
};

const knownAnswers = new WeakMap<Cast, Map<string, Identity>>();

/**
 * The participant whom a label means: “WITKOFF”, “S. Witkoff”, “Witkoff, Steve (Quay East)”, “MR.
 * WITKOFF (via video)”, “SW”, “The Secretary of State (Mr Per Lund)”, “THE COURT”. Different given
 * names are never one person; a label that fits several means none of them. Looks only at people
 * who share a word with the label.
 */
export function identify(label: string, cast: Cast): Identity {
  const known = knownAnswers.get(cast) ?? new Map<string, Identity>();
  knownAnswers.set(cast, known);
  const identity = known.get(label) ?? identified(withoutPoints(label.slice(0, LONGEST)), cast);
  known.set(label, identity);
  return identity;
}

/** “J.K.” are initials as “JK” are. */
const withoutPoints = (label: string): string =>
  /^(?:\p{Lu}\.\s?){2,4}$/u.test(label) ? label.replaceAll(/[.\s]/gu, '') : label;

/** A label is short; of what is no label, the beginning is enough. */
const LONGEST = 300;

/** The participant whom a label means; null if nobody or more than one. */
export function matchLabel(label: string, cast: Cast): Participant | null {
  const identity = identify(label, cast);
  return 'who' in identity ? identity.who : null;
}

function identified(label: string, cast: Cast): Identity {
  const phrases = labelPhrases(label);
  for (const fits of fitsOf(label, phrases, cast)) {
    const identity = chosen(fits);
    if (identity) return identity;
  }
  const nobody = sortOf(label, phrases);
  return { nobody, why: UNLISTED_LABELS[nobody] };
}

const UNLISTED_LABELS: Readonly<Record<LabelSort, string>> = {
  person: 'a person whom the brief does not list',
  office: 'an office that no participant is listed with',
  voice: 'a voice without a name',
  words: 'no name',
};

/**
 * From the surest kind of evidence to the weakest; a name in the label settles it before an office
 * does.
 */
function* fitsOf(
  label: string,
  { bare, names, offices, asides }: LabelPhrases,
  cast: Cast,
): Generator<readonly PersonFit[]> {
  yield unspacedFits(label, cast);
  yield [...new Set([bare, ...names])].flatMap((name) => byKey(name, cast));
  if (isNobody(bare) && names.every((name) => name === bare)) {
    yield INTERVIEW.test(foldWord(bare)) ? byOffice(bare, cast) : [];
    return;
  }
  for (const name of names) yield byName(name, cast);
  for (const office of offices) yield bySurname(office, cast);
  for (const aside of asides) yield whole(aside, cast);
  const isTold = names.some(
    (name) => !isBodyName(name) && isGiven(nameKey(nameWords(name)[0] ?? '')),
  );
  for (const office of offices) yield byEnd(office, cast);
  if (isTold || (offices.length > 0 && names.some((name) => !isBodyName(name) && !isWords(name))))
    return;
  yield (offices.length > 0 ? offices : names).flatMap((office) => byOffice(office, cast));
}

/** One person asks and one answers in an interview: the role is as good as a name. */
const INTERVIEW = /^(?:interview|entrevist|intervist|befragt|geinterview)/u;

function chosen(fits: readonly PersonFit[]): Identity | null {
  if (fits.length === 0) return null;
  const same = fits.filter(({ like }) => like === 'same');
  const best = Math.min(...(same.length > 0 ? same : fits).map(({ by }) => RANKS[by]));
  const people = [
    ...new Set(
      (same.length > 0 ? same.filter(({ by }) => RANKS[by] === best) : fits).map(
        ({ person }) => person.participant,
      ),
    ),
  ];
  const by = fits.find((fit) => RANKS[fit.by] === best)!.by;
  if (same.length > 0 && people.length === 1)
    return { who: people[0]!, why: `${WHYS[by]} ${people[0]!.name}` };
  const names = people.map(({ name }) => name);
  return {
    rivals: people,
    why: `may mean ${listedNames(people.length === 1 ? [names[0]!, 'somebody else'] : names)}`,
  };
}

/** “Ann Lee, Bob Lee or Per Lund”. */
export const listedNames = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;

/** Declared names, letter by letter but for case and accents. */
function byKey(text: string, cast: Cast): readonly PersonFit[] {
  const key = phraseKey(text);
  return (cast.people.get(key) ?? []).flatMap((person) =>
    person.declared.has(key)
      ? [{ person, like: 'same', by: person.whole.has(key) ? 'whole' : 'alias' } as const]
      : [],
  );
}

function byName(text: string, cast: Cast): readonly PersonFit[] {
  const readings = readingsOf(text);
  return readings.flatMap((name) =>
    candidates(name, cast).flatMap((person): readonly PersonFit[] => {
      const { like, by } = closest(person.names.map((own) => compareNames(name, own)));
      const told = like === 'no' ? 'no' : genderFits(name, person, like);
      return told === 'no'
        ? []
        : [{ person, like: told, by: readings.length > 1 && by === 'name' ? 'word' : by }];
    }),
  );
}

/** “M. Lund” is Monsieur Lund or Marit Lund, “O BRIEN” Olga Brien or O’Brien. */
function readingsOf(text: string): readonly PersonName[] {
  if (/^m\.?\s/iu.test(text)) return [personName(text), personName(text, true)];
  return /^o\s\p{L}/iu.test(text)
    ? [personName(text), personName(text.replace(' ', ''))]
    : [personName(text)];
}

function closest(all: readonly Comparison[]): Comparison {
  const order: readonly Likeness[] = ['same', 'maybe', 'no'];
  return all.reduce((a, b) => {
    const less = order.indexOf(b.like) - order.indexOf(a.like);
    return less < 0 || (less === 0 && RANKS[b.by] < RANKS[a.by]) ? b : a;
  });
}

function genderFits(
  { gender }: PersonName,
  person: Person,
  like: Exclude<Likeness, 'no'>,
): Likeness {
  if (gender === null || person.gender === null || person.gender === gender) return like;
  return person.sure ? 'no' : 'maybe';
}

function candidates({ words }: PersonName, cast: Cast): readonly Person[] {
  const keys = words.flatMap((word) => word.keys);
  const near = words.slice(-1).flatMap(({ keys: [key] }) => [`~${key!.slice(0, 3)}`]);
  return [...new Set([...keys, ...near].flatMap((key) => cast.people.get(key) ?? []))].filter(
    ({ isBody: body }) => !body,
  );
}

/** “MR. KING”, “Judge”: a surname that is an office as well, without an article. */
const bySurname = (office: string, cast: Cast): readonly PersonFit[] =>
  nameWords(office).length > 2 || everyPerson.articles.has(foldWord(nameWords(office)[0] ?? ''))
    ? []
    : byName(office, cast);

/** Given name and surname, or the whole surname. */
const whole = (text: string, cast: Cast): readonly PersonFit[] =>
  nameWords(text).length < 2
    ? []
    : byName(text, cast).filter(({ like, by }) => like === 'same' && by !== 'initials');

/** “Minister for Ports Per Lund”: the name without a comma. */
function byEnd(office: string, cast: Cast): readonly PersonFit[] {
  const words = office.split(' ');
  if (words.length < 3) return [];
  for (const count of [3, 2]) {
    const end = words.slice(-count).join(' ');
    const fits = isOfficePhrase(end) ? [] : whole(end, cast);
    if (fits.length > 0) return fits;
  }
  return [];
}

function byOffice(text: string, cast: Cast): readonly PersonFit[] {
  const office = officeOf(text);
  if (!office) return [];
  const people = new Set(
    office.head.slice(-1).flatMap((word) => cast.people.get(`office ${word}`) ?? []),
  );
  return [...people].flatMap((person): readonly PersonFit[] =>
    person.offices.some((own) => isOffice(office, own))
      ? [{ person, like: 'same', by: 'office' }]
      : [],
  );
}

const UNSPACED_HONOR = /^(?:さん|さま|様|氏|君|くん|先生|女士|小姐|太太|議員|议员)$/u;

/** 田中太郎, 田中局長: nothing stands behind the name but an office or a form of address. */
function unspacedFits(label: string, cast: Cast): readonly PersonFit[] {
  if (cast.unspaced.size === 0) return [];
  const text = squeezed(label.replaceAll(/[（(][^（）()]*[)）]/gu, ''));
  for (let length = Math.min(text.length, 12); length > 0; length--) {
    const participant = cast.unspaced.get(text.slice(0, length));
    const rest = text.slice(length).replace(/^[:：,，、\s]/u, '');
    if (!participant) continue;
    if (
      rest !== '' &&
      !UNSPACED_HONOR.test(rest) &&
      !everyLabel.roles.has(rest) &&
      !OFFICE_ENDINGS.test(rest)
    )
      return [];
    const person = cast.people
      .get(phraseKey(participant.name))
      ?.find((one) => one.participant === participant);
    return person ? [{ person, like: 'same', by: 'word' }] : [];
  }
  return [];
}
