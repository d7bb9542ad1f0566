/** Quotations that share words: fragments of longer ones, repeats, contradictions, near misses. Two passes, so order is free. */
import type { Attribution, Found, Reason } from '../types.ts';
import { everyPart } from '../languages/index.ts';
import type { Scene } from './model.ts';
import { nearIn } from './link/near.ts';
import { findFrom, holders, indexOf, stretchesOf, wordsOf } from './link/words.ts';
import type { Index } from './link/words.ts';

/** Two quotations, by id: the shorter or later first. */
interface Pairing {
  readonly found: string;
  readonly other: string;
}

export interface Links {
  /** In the given order; fragments have kind `fragment-of`, the id of their full quotation, and its speaker if they had none. */
  readonly found: readonly Found[];
  /** The same words, given to two people, or denied of the one who is quoted with them. */
  readonly contradictions: readonly Pairing[];
  /** Almost the words of the other, not marked as changed; `words` are the other's. */
  readonly nearMisses: readonly (Pairing & { readonly words: string })[];
  /** The same words in another utterance: compare. */
  readonly cf: readonly Pairing[];
}

/** Words up to which a repeat with an announcement of its own is another utterance. */
const SHORT = 4;
/** Words from which the same words from two mouths are a contradiction. */
const TELLING = 4;
/** Words (CJK: characters) from which marked words can be a fragment. */
const LEAST = 2;
const LEAST_CJK = 4;

interface Item {
  readonly found: Found;
  readonly at: number;
  readonly words: readonly string[];
  readonly stretches: readonly (readonly string[])[];
}

type Relation = { readonly of: Item; readonly is: 'fragment' | 'cf' | 'contradiction' };

/** Links the quotations of one brief. Linear in the words of all quotations. */
export function link(found: readonly Found[], scene: Pick<Scene, 'blocks'>): Links {
  const items = found.map((one, at) => ({ found: one, at, words: wordsOf(one.text), stretches: stretchesOf(one.text) }));
  const sources = distinct(items.filter(canHold));
  const index = indexOf(sources.map(({ words }) => words));
  const parts = new Set(found.flatMap(({ id, continues }) => (continues === null ? [] : [id, continues])));
  const relations = items.map((item) => (canBePart(item, scene, parts) ? relationOf(item, sources, index, scene) : null));
  const roots = rooted(items, relations);
  return {
    found: items.map((item, i) => linked(item, relations[i] ?? null, roots)),
    contradictions: pairs(items, relations, 'contradiction'),
    cf: pairs(items, relations, 'cf'),
    nearMisses: nearMissesOf(
      items.filter((_, i) => relations[i] === null),
      sources,
      index,
      scene,
    ),
  };
}

const isQuotation = ({ found: { kind } }: Item): boolean => kind === 'speech' || kind === 'partial' || kind === 'block';
const canHold = (item: Item): boolean => isQuotation(item) && item.words.length > 0;
const decided = ({ found }: Item): boolean => found.override !== null || found.reasons.some(({ stage }) => stage === 'override');

/** One item per wording, the first of each. */
function distinct(items: readonly Item[]): readonly Item[] {
  const seen = new Map<string, Item[]>();
  return items.filter((item) => {
    const key = item.words.join(' ');
    const alike = seen.get(key) ?? [];
    seen.set(key, alike);
    if (alike.some((other) => sameSpeaker(other.found, item.found)) || alike.length >= 8) return false;
    alike.push(item);
    return true;
  });
}

function sameSpeaker(a: Found, b: Found): boolean {
  return (
    a.speaker.name !== null &&
    b.speaker.name !== null &&
    a.speaker.name === b.speaker.name &&
    a.speaker.participant === b.speaker.participant
  );
}

/** The same, or one of them not stated, or stated on weak evidence that yields to the other's. */
function agree(a: Found, b: Found): boolean {
  if (a.speaker.name === null || b.speaker.name === null || sameSpeaker(a, b)) return true;
  return a.speaker.strength !== 'explicit' || isDescribed(a.speaker);
}

/** “the shippers”: a description may mean any participant. */
const isDescribed = ({ name, participant }: Attribution): boolean => participant === null && name !== null && /^\p{Ll}/u.test(name);

function canBePart(item: Item, scene: Pick<Scene, 'blocks'>, parts: ReadonlySet<string>): boolean {
  const { found, words } = item;
  if (found.of !== null || words.length === 0 || found.kind === 'title' || parts.has(found.id)) return false;
  const block = scene.blocks[found.block];
  if (block?.type === 'heading') return false;
  if (decided(item) && !isQuotation(item)) return false;
  const least = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(found.text) ? LEAST_CJK : LEAST;
  return words.length >= least || isQuotation(item) || anaphoric(found, scene);
}

const POINTS_BACK = new RegExp(
  `(?:${everyPart('kind')
    .flatMap(({ pointsBack }) => (pointsBack ? [pointsBack.source] : []))
    .join('|')})\\s*[^\\p{L}\\p{N}]{0,3}$`,
  'iu',
);

/** “the word “…””, “das Wort „…“”: the author points back at words quoted before. */
function anaphoric({ block, at }: Found, { blocks }: Pick<Scene, 'blocks'>): boolean {
  const before = blocks[block]?.text.slice(Math.max(0, at.start - 40), at.start) ?? '';
  return POINTS_BACK.test(before);
}

function relationOf(item: Item, sources: readonly Item[], index: Index, scene: Pick<Scene, 'blocks'>): Relation | null {
  const least = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(item.found.text) ? LEAST_CJK : LEAST;
  const tiny = item.words.length < least && !anaphoric(item.found, scene);
  const full = holders(index, item.stretches, (text) => !precedes(sources[text]!, item))
    .map((text) => sources[text]!)
    .filter((other) => !tiny || same(other, item));
  if (full.length === 0) return null;
  const best = full.toSorted(
    (a, b) => Number(agree(item.found, b.found)) - Number(agree(item.found, a.found)) || b.words.length - a.words.length || a.at - b.at,
  )[0]!;
  return judged(item, best);
}

const same = (a: Item, b: Item): boolean => a.words.length === b.words.length && a.words.every((word, i) => word === b.words[i]);

/** Longer, or the same words earlier. */
const precedes = (other: Item, item: Item): boolean =>
  other !== item && (other.words.length > item.words.length || (same(other, item) && other.at < item.at));

function judged(item: Item, of: Item): Relation | null {
  const telling = item.words.length >= TELLING;
  if (isDenied(item.found) !== isDenied(of.found) && telling) return { of, is: 'contradiction' };
  if (!agree(item.found, of.found)) return telling && of.found.speaker.strength === 'explicit' ? { of, is: 'contradiction' } : null;
  const { speaker, kind } = item.found;
  if (item.words.length > SHORT || runsOn(item.found)) return { of, is: 'fragment' };
  const again = same(item, of)
    ? speaker.strength === 'explicit' || kind !== 'speech'
    : speaker.strength !== 'explicit' && kind !== 'speech';
  return { of, is: again ? 'fragment' : 'cf' };
}

/** In lower case: it runs on in the author’s clause, and so is no utterance of its own. */
const runsOn = ({ text }: Found): boolean => /^\P{L}*\p{Ll}/u.test(text);

const isDenied = (found: Found): boolean => found.reasons.some(({ rule }) => rule === 'speaker/denied');

/** Full quotation of each fragment: the end of its chain of fragments. */
function rooted(items: readonly Item[], relations: readonly (Relation | null)[]): ReadonlyMap<Item, Item> {
  const roots = new Map<Item, Item>();
  const byLength = items.map((_, i) => i).sort((a, b) => items[b]!.words.length - items[a]!.words.length || a - b);
  for (const i of byLength) {
    const relation = relations[i];
    if (relation?.is === 'fragment') roots.set(items[i]!, roots.get(relation.of) ?? relation.of);
  }
  return roots;
}

const fromFull = (rule: string, says: string): Reason => ({ stage: 'link', rule, says, weight: 0 });

function linked(item: Item, relation: Relation | null, roots: ReadonlyMap<Item, Item>): Found {
  if (relation?.is === 'cf' && !isQuotation(item)) return quotationAfterAll(item.found);
  const root = roots.get(item)?.found;
  if (!root || relation?.is !== 'fragment') return item.found;
  const { found } = item;
  const vague = found.speaker.strength !== 'explicit' || isDescribed(found.speaker);
  const inherits = vague && root.speaker.name !== null && !sameSpeaker(found, root);
  const says = same(item, relation.of) ? 'The same words are quoted elsewhere.' : 'These words are part of a longer quotation.';
  const reasons = [
    ...found.reasons,
    fromFull('link/fragment', says),
    ...(inherits ? [fromFull('link/speaker', 'The speaker is that of the full quotation.')] : []),
  ];
  return { ...found, kind: 'fragment-of', of: root.id, speaker: inherits ? inherited(root.speaker) : found.speaker, reasons };
}

/** Announced, and said by the same person elsewhere: no mere term. */
const quotationAfterAll = (found: Found): Found => ({
  ...found,
  kind: 'partial',
  reasons: [...found.reasons, fromFull('link/repeat', 'The same speaker is quoted elsewhere with these words.')],
});

const inherited = (speaker: Attribution): Attribution => ({
  ...speaker,
  sieve: 'fragment',
  strength: 'weak',
  confidence: Math.min(0.75, speaker.confidence),
});

const pairs = (items: readonly Item[], relations: readonly (Relation | null)[], is: Relation['is']): readonly Pairing[] =>
  relations.flatMap((relation, i) => (relation?.is === is ? [{ found: items[i]!.found.id, other: relation.of.found.id }] : []));

function nearMissesOf(items: readonly Item[], sources: readonly Item[], index: Index, scene: Pick<Scene, 'blocks'>): Links['nearMisses'] {
  return items.flatMap((item) => {
    const { found, words, stretches } = item;
    if (
      found.kind === 'title' ||
      found.of !== null ||
      found.continues !== null ||
      stretches.length !== 1 ||
      scene.blocks[found.block]?.type === 'heading'
    )
      return [];
    const meant = new Map<number, boolean>();
    const skip = (text: number): boolean => !(meant.get(text) ?? meant.set(text, mayBeMeant(sources[text]!, item)).get(text)!);
    const near = nearIn(index, words, skip);
    return near ? [{ found: found.id, other: sources[near.text]!.found.id, words: near.words }] : [];
  });
}

/** Longer, or as long and earlier; by the same speaker or with one not stated; and not holding the words. */
function mayBeMeant(other: Item, item: Item): boolean {
  if (other === item || other.words.length < item.words.length || (other.words.length === item.words.length && other.at > item.at))
    return false;
  return agree(item.found, other.found) && findFrom(other.words, item.words, 0) < 0;
}
