/**
 * Quotations that share words: fragments of longer ones, repeats, contradictions, near misses. Two
 * passes, so order is free.
 */
import type { Attribution, Found, Reason } from '../types.ts';
import type { Scene } from './model.ts';
import { nearIn } from './link/near.ts';
import {
  comparedWords,
  findFrom,
  indexGrams,
  wordStretches,
  type GramIndex,
} from './link/grams.ts';
import {
  LEAST_CJK,
  LEAST_WORDS_LINKED,
  agree,
  anaphoric,
  isDescribed,
  relationOf,
  sameSpeaker,
  sameWords,
  type LinkItem,
  type Relation,
} from './link/relation.ts';

/** Two quotations, by id: the shorter or later first. */
interface LinkPairing {
  readonly found: string;
  readonly other: string;
}

/** Fragments and repetitions, linked to the quotation that they take up. */
export interface Links {
  /**
   * In the given order; fragments have kind `fragment-of`, the id of their full quotation, and its
   * speaker if they had none.
   */
  readonly found: readonly Found[];
  /** The same words, given to two people, or denied of the one who is quoted with them. */
  readonly contradictions: readonly LinkPairing[];
  /** Almost the words of the other, not marked as changed; `words` are the other's. */
  readonly nearMisses: readonly (LinkPairing & { readonly words: string })[];
  /** The same words in another utterance: compare. */
  readonly cf: readonly LinkPairing[];
}

/** Links the quotations of one brief. Linear in the words of all quotations. */
export function linkFound(found: readonly Found[], scene: Pick<Scene, 'blocks'>): Links {
  const items = found.map((one, at) => ({
    found: one,
    at,
    words: comparedWords(one.text),
    stretches: wordStretches(one.text),
  }));
  const sources = distinct(items.filter(canHold));
  const index = indexGrams(sources.map(({ words }) => words));
  const parts = new Set(
    found.flatMap(({ id, continues }) => (continues === null ? [] : [id, continues])),
  );
  const relations = items.map((item) =>
    canBePart(item, scene, parts) ? relationOf(item, sources, index, scene) : null,
  );
  const roots = rooted(items, relations);
  return {
    found: items.map((item, i) => linkedRun(item, relations[i] ?? null, roots)),
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

const isQuotationItem = ({ found: { kind } }: LinkItem): boolean =>
  kind === 'speech' || kind === 'partial' || kind === 'block';

const canHold = (item: LinkItem): boolean => isQuotationItem(item) && item.words.length > 0;

const decided = ({ found }: LinkItem): boolean =>
  found.override !== null || found.reasons.some(({ stage }) => stage === 'override');

/** One item per wording, the first of each. */
function distinct(items: readonly LinkItem[]): readonly LinkItem[] {
  const seen = new Map<string, LinkItem[]>();
  return items.filter((item) => {
    const key = item.words.join(' ');
    const alike = seen.get(key) ?? [];
    seen.set(key, alike);
    if (alike.some((other) => sameSpeaker(other.found, item.found)) || alike.length >= 8)
      return false;
    alike.push(item);
    return true;
  });
}

function canBePart(
  item: LinkItem,
  scene: Pick<Scene, 'blocks'>,
  parts: ReadonlySet<string>,
): boolean {
  const { found, words } = item;
  if (found.of !== null || words.length === 0 || found.kind === 'title' || parts.has(found.id))
    return false;
  const block = scene.blocks[found.block];
  if (block?.type === 'heading') return false;
  if (decided(item) && !isQuotationItem(item)) return false;
  const least = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(found.text)
    ? LEAST_CJK
    : LEAST_WORDS_LINKED;
  return words.length >= least || isQuotationItem(item) || anaphoric(found, scene);
}

/** Full quotation of each fragment: the end of its chain of fragments. */
function rooted(
  items: readonly LinkItem[],
  relations: readonly (Relation | null)[],
): ReadonlyMap<LinkItem, LinkItem> {
  const roots = new Map<LinkItem, LinkItem>();
  const byLength = items
    .map((_, i) => i)
    .sort((a, b) => items[b]!.words.length - items[a]!.words.length || a - b);
  for (const i of byLength) {
    const relation = relations[i];
    if (relation?.is === 'fragment') roots.set(items[i]!, roots.get(relation.of) ?? relation.of);
  }
  return roots;
}

const fromFull = (rule: string, says: string): Reason => ({ stage: 'link', rule, says, weight: 0 });

function linkedRun(
  item: LinkItem,
  relation: Relation | null,
  roots: ReadonlyMap<LinkItem, LinkItem>,
): Found {
  if (relation?.is === 'cf' && !isQuotationItem(item)) return quotationAfterAll(item.found);
  const root = roots.get(item)?.found;
  if (!root || relation?.is !== 'fragment') return item.found;
  const { found } = item;
  const vague = found.speaker.strength !== 'explicit' || isDescribed(found.speaker);
  const inherits = vague && root.speaker.name !== null && !sameSpeaker(found, root);
  const says = sameWords(item, relation.of)
    ? 'The same words are quoted elsewhere.'
    : 'These words are part of a longer quotation.';
  const reasons = [
    ...found.reasons,
    fromFull('link/fragment', says),
    ...(inherits ? [fromFull('link/speaker', 'The speaker is that of the full quotation.')] : []),
  ];
  return {
    ...found,
    kind: 'fragment-of',
    of: root.id,
    speaker: inherits ? inherited(root.speaker) : found.speaker,
    reasons,
  };
}

/** Announced, and said by the same person elsewhere: no mere term. */
const quotationAfterAll = (found: Found): Found => ({
  ...found,
  kind: 'partial',
  reasons: [
    ...found.reasons,
    fromFull('link/repeat', 'The same speaker is quoted elsewhere with these words.'),
  ],
});

const inherited = (speaker: Attribution): Attribution => ({
  ...speaker,
  sieve: 'fragment',
  strength: 'weak',
  confidence: Math.min(0.75, speaker.confidence),
});

const pairs = (
  items: readonly LinkItem[],
  relations: readonly (Relation | null)[],
  is: Relation['is'],
): readonly LinkPairing[] =>
  relations.flatMap((relation, i) =>
    relation?.is === is ? [{ found: items[i]!.found.id, other: relation.of.found.id }] : [],
  );

function nearMissesOf(
  items: readonly LinkItem[],
  sources: readonly LinkItem[],
  index: GramIndex,
  scene: Pick<Scene, 'blocks'>,
): Links['nearMisses'] {
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
    const skip = (text: number): boolean =>
      !(meant.get(text) ?? meant.set(text, mayBeMeant(sources[text]!, item)).get(text)!);
    const near = nearIn(index, words, skip);
    return near
      ? [{ found: found.id, other: sources[near.text]!.found.id, words: near.words }]
      : [];
  });
}

/**
 * Longer, or as long and earlier; by the same speaker or with one not stated; and not holding the
 * words.
 */
function mayBeMeant(other: LinkItem, item: LinkItem): boolean {
  if (
    other === item ||
    other.words.length < item.words.length ||
    (other.words.length === item.words.length && other.at > item.at)
  )
    return false;
  return agree(item.found, other.found) && findFrom(other.words, item.words, 0) < 0;
}
