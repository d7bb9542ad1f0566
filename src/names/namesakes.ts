/** Labels of one transcript beside each other: what one of them leaves open, another may tell. */
import { castFrom, castOf, type Cast } from './cast.ts';
import { compareNames } from './compare.ts';
import { labelPhrases, sortOf } from './label.ts';
import { identify, listedNames, type Identity } from './match.ts';
import { personOf } from './people.ts';
import { personName, type PersonName } from './person.ts';

/** Labels of one person are compared with each other, up to this many. */
const MOST_NAMESAKES = 40;

/**
 * Whom each label of a transcript means. “MR. LEE” is whoever the transcript itself names in full;
 * where it names two, it may mean either. Two labels that can't be one person (DALE R. and DALE M.
 * TOLLAND, Jr. and Sr.) are not both the same participant.
 * @param listed full names by the transcript's own list of those present
 */
export function identifyAll(
  labels: readonly string[],
  cast: Cast,
  listed: readonly string[] = [],
): ReadonlyMap<string, Identity> {
  const names = new Map(labels.map((label) => [label, nameIn(label)]));
  const full = [...names].flatMap(([label, name]) =>
    name !== null && name.words.length > 1 ? [spelt(label)] : [],
  );
  const crowd = castOf(castFrom([...new Set([...full, ...listed])]));
  const alone = new Map(
    [...names].map(([label, name]) => [label, tellApart(label, name, cast, crowd, listed)]),
  );
  return unequal(withInitialM(alone), names);
}

/**
 * “M. LUND” may be Monsieur Lund; beside “S. LUND” it is whichever Lund has a given name with M.
 */
function withInitialM(alone: ReadonlyMap<string, Identity>): ReadonlyMap<string, Identity> {
  const abbreviated = new Set(
    [...alone.keys()].flatMap((label) => INITIAL_AND_SURNAME.exec(label.toLowerCase())?.[1] ?? []),
  );
  return new Map(
    [...alone].map(([label, identity]) => {
      const [, surname] = MONSIEUR_OR_INITIAL.exec(label.toLowerCase()) ?? [];
      if (surname === undefined || !abbreviated.has(surname) || !('rivals' in identity))
        return [label, identity];
      const [who, other] = identity.rivals.filter(({ name }) => /^m/iu.test(name));
      return who && !other
        ? [label, { who, why: `the initial of ${who.name}` }]
        : [label, identity];
    }),
  );
}

const INITIAL_AND_SURNAME = /^(?!m\b)\p{L}\.\s?(\p{L}[\p{L}’'-]+)$/u;
const MONSIEUR_OR_INITIAL = /^m\.\s?(\p{L}[\p{L}’'-]+)$/u;

/** The name in a label, null for offices, voices and words. */
function nameIn(label: string): PersonName | null {
  const { names } = labelPhrases(label);
  return names[0] === undefined || sortOf(label) !== 'person' ? null : personName(names[0]);
}

const spelt = (label: string): string => labelPhrases(label).names[0]!;

function tellApart(
  label: string,
  name: PersonName | null,
  cast: Cast,
  crowd: Cast,
  listed: readonly string[],
): Identity {
  const own = identify(label, cast);
  if (name === null || name.words.length > 1 || 'nobody' in own) return own;
  const full = identify(label, crowd);
  if ('nobody' in full) return own;
  const meant = ('who' in full ? [full.who] : full.rivals).map((one) => ({
    name: one.name,
    identity: identify(one.name, cast),
  }));
  const people = [
    ...new Set(
      meant.flatMap(({ identity }) =>
        'who' in identity ? [identity.who] : 'rivals' in identity ? identity.rivals : [],
      ),
    ),
  ];
  const isOpen = meant.some(({ identity }) => !('who' in identity));
  const calls = listedNames([...new Set(meant.map((one) => one.name))]);
  if (people.length === 0)
    return {
      nobody: 'person',
      why: `the transcript names ${calls} in full, whom the brief does not list`,
    };
  if ('rivals' in own && own.rivals.length > 1 && !meant.every((one) => listed.includes(one.name)))
    return own;
  if (people.length === 1 && !isOpen)
    return { who: people[0]!, why: `the transcript names ${calls} in full` };
  return { rivals: people, why: `may mean ${calls}` };
}

/**
 * Of labels that can't be one person, only the one with the very name of the participant is that
 * participant.
 */
function unequal(
  alone: ReadonlyMap<string, Identity>,
  names: ReadonlyMap<string, PersonName | null>,
): ReadonlyMap<string, Identity> {
  const groups = Map.groupBy([...alone].slice(0), ([, identity]) =>
    'who' in identity ? identity.who : null,
  );
  const result = new Map(alone);
  for (const [who, labels] of groups) {
    if (who === null || labels.length < 2) continue;
    const some = labels
      .slice(0, MOST_NAMESAKES)
      .flatMap(([label]) => (names.get(label) ? [{ label, name: names.get(label)! }] : []));
    const own = personOf(who).names;
    for (const one of some) {
      const other = some.find(({ name }) => differ(one.name, name));
      if (other === undefined || own.some((name) => compareNames(one.name, name).by === 'whole'))
        continue;
      result.set(one.label, {
        rivals: [who],
        why: `can’t be one person with “${other.label}”: one of them may mean ${who.name}`,
      });
    }
  }
  return result;
}

const differ = (a: PersonName, b: PersonName): boolean =>
  compareNames(a, b).like === 'no' && a.words.length > 1 && b.words.length > 1
    ? true
    : (a.gender !== null && b.gender !== null && a.gender !== b.gender) ||
      (a.generation !== null && b.generation !== null && a.generation !== b.generation);
