/**
 * Whom the author's own words name: participants, people by a given name or a title, and surnames
 * that follow one elsewhere.
 */
import { fold, NO_WORDS } from '../../languages/lists.ts';
import { everyPerson } from '../../languages/unions.ts';
import type { Scene } from '../model.ts';
import { castOf } from '../../names/cast.ts';
import { mentions } from '../../names/mentions.ts';
import type { Mention } from '../../names/mentions.ts';
import { isTitle } from '../../names/aliases.ts';
import type { Stage } from './stage.ts';

/** Who is named on one stage, and where. */
export interface StagePeople {
  readonly mentions: readonly Mention[];
  /** Offsets at which a person is named, ascending. */
  readonly at: readonly number[];
}

interface Capital {
  readonly word: string;
  readonly at: number;
  readonly end: number;
}

/** The people that each stage names. */
export function crowdOf(scene: Scene, stages: ReadonlySet<Stage>): ReadonlyMap<Stage, StagePeople> {
  const cast = castOf(scene.participants);
  const capitals = new Map([...stages].map((stage) => [stage, capitalsIn(stage.text)]));
  const known = surnamesIn(capitals);
  return new Map(
    [...stages].map((stage) => {
      const words = capitals.get(stage)!;
      const named = mentions(stage.text, cast, new Map(), NO_WORDS, stage.tokens);
      const people = words.filter(
        ({ word }, i) => known.has(word) || isFollowed(stage.text, words, i),
      );
      return [
        stage,
        {
          mentions: named,
          at: [...named.map(({ start }) => start), ...people.map(({ at }) => at)].sort(
            (a, b) => a - b,
          ),
        },
      ];
    }),
  );
}

const capitalsIn = (text: string): readonly Capital[] =>
  Array.from(text.matchAll(/\p{Lu}[\p{L}\p{M}]*/gu), ({ 0: word, index }) => ({
    word: fold(word),
    at: index,
    end: index + word.length,
  }));

/** A given name or a title with another capitalised word right behind it. */
function isFollowed(text: string, words: readonly Capital[], i: number): boolean {
  const [{ word, end }, next] = [words[i]!, words[i + 1]];
  const opens = everyPerson.givenHe.has(word) || everyPerson.givenShe.has(word) || isTitle(word);
  return opens && next !== undefined && /^(?:\.?\s|-)$/u.test(text.slice(end, next.at));
}

function surnamesIn(capitals: ReadonlyMap<Stage, readonly Capital[]>): ReadonlySet<string> {
  const known = new Set<string>();
  for (const [{ text }, words] of capitals)
    for (const [i, { word }] of words.entries())
      if (i > 0 && word.length > 2 && !isTitle(word) && isFollowed(text, words, i - 1))
        known.add(word);
  return known;
}

/** A person is named in [from, to). */
export function namesPerson({ at }: StagePeople, from: number, to: number): boolean {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low < at.length && at[low]! < to;
}
