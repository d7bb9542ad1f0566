/** Participants with an index of everything they may be called. */
import type { Participant } from '../types.ts';
import { fold } from '../languages/lists.ts';
import { anyOf } from '../languages/unions.ts';
import { aliasesOf, aliasRank } from './aliases.ts';
import { indexPeople, type Person } from './people.ts';
import { unspacedNames } from './unspaced.ts';
import type { Alias } from './aliases.ts';

/** The participants, indexed so that a text is searched for all their names at once. */
export interface Cast {
  readonly participants: readonly Participant[];
  /** First word of an alias → aliases, longest first. */
  readonly byFirst: ReadonlyMap<string, readonly Alias[]>;
  /** First letter → surnames, for near spellings; empty for very large casts. */
  readonly surnames: ReadonlyMap<string, readonly Alias[]>;
  /** Aliases in scripts without spaces. */
  readonly unspaced: ReadonlyMap<string, Participant>;
  readonly pattern: RegExp | null;
  /** What labels are compared with. */
  readonly people: ReadonlyMap<string, readonly Person[]>;
}

/** Participants from bare names; ids are slugs, numbered where two are alike. */
export function castFrom(names: readonly string[]): Participant[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const slug =
      fold(name)
        .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
        .replaceAll(/^-+|-+$/gu, '') || 'person';
    const n = (seen.get(slug) ?? 0) + 1;
    seen.set(slug, n);
    return {
      id: n === 1 ? slug : `${slug}-${n}`,
      name,
      role: null,
      aliases: [name],
      pronouns: null,
    };
  });
}

/** Largest cast for which near spellings are looked for. */
const FEWEST_NAMESAKES = 200;

/** The index of a list of participants, as long as somebody holds the list. */
const casts = new WeakMap<readonly Participant[], Cast>();

/**
 * Indexes a list of participants, once; a role or given name that two of them share is left out.
 */
export function castOf(participants: readonly Participant[]): Cast {
  const known = casts.get(participants) ?? indexedCast(participants);
  casts.set(participants, known);
  return known;
}

function indexedCast(participants: readonly Participant[]): Cast {
  const aliases = aliasesOf(participants);
  const byFirst = Map.groupBy(aliases, (alias) => alias.words[0]!);
  for (const rivals of byFirst.values())
    rivals.sort((a, b) => b.words.length - a.words.length || aliasRank(a) - aliasRank(b));
  const surnames =
    participants.length > FEWEST_NAMESAKES
      ? []
      : aliases.filter(({ form, words }) => form === 'surname' && words.length === 1);
  const unspaced = unspacedNames(participants);
  let people: Cast['people'] | null = null;
  return {
    participants,
    byFirst,
    surnames: Map.groupBy(surnames, ({ words }) => words[0]![0]!),
    unspaced,
    pattern: namePattern([...unspaced.keys()]),
    /** Only labels ask for it. */
    get people() {
      return (people ??= indexPeople(participants));
    },
  };
}

function namePattern(names: readonly string[]): RegExp | null {
  if (names.length === 0) return null;
  return new RegExp(anyOf(names), 'gu');
}
