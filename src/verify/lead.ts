/**
 * Words at the head of a sentence whose rest is quoted: “half of | the wells are clean”, “in the
 * film, | the judge dies”, “with more rain, | we would be rich”.
 */
import { partOf } from '../languages/index.ts';
import { denies, inDigits } from './sense.ts';
import { glueAt, STOPS, type TranscriptIndex } from './source.ts';

/** Words of such a head, and words of a quotation in which its verb shows the mood. */
const SENTENCE_HEAD = 8;
const MOOD = 8;

/** Where the sentence of `start` begins; null where it is more than a few words before. */
function headOf(index: TranscriptIndex, start: number): number | null {
  for (let at = start; at > start - SENTENCE_HEAD && at > 1; at--) {
    const glue = glueAt(index, at);
    if (glue === null || STOPS.test(glue)) return at === start ? null : at;
  }
  return start > 1 && start <= SENTENCE_HEAD && glueAt(index, 1) === null ? 1 : null;
}

const keysOf = ({ words }: TranscriptIndex, from: number, to: number): readonly string[] =>
  words.slice(from, to).map((word) => word?.key ?? '');

/**
 * The head counts or denies what follows, and holds no verb: “several of | the judges”, “nobody but
 * | the organist”; as [first, start), null for any other.
 */
export function countedBefore(index: TranscriptIndex, start: number): number | null {
  const head = headOf(index, start);
  if (head === null || glueAt(index, start)?.includes(',')) return null;
  const keys = keysOf(index, head, start);
  const { quantifiers, scales, bounds } = partOf(index.lang, 'context');
  const { prepositions, determiners } = partOf(index.lang, 'grammar');
  const bounding = new Set(bounds.flatMap((phrase) => phrase.split(' ')));
  const counts = (key: string): boolean =>
    quantifiers.has(key) ||
    scales.has(key) ||
    denies(key) ||
    /^\d/u.test(inDigits(key, index.lang));
  const isSmall = (key: string): boolean =>
    [prepositions, determiners, bounding].some((words) => words.has(key)) || key === 'but';
  const isBound = bounds.some((phrase) => phrase.startsWith(keys[0]!));
  const isAdjunct = prepositions.has(keys[0]!) && !isBound;
  const isCount = keys.some(counts) && keys.every((key) => counts(key) || isSmall(key));
  return isCount && !isAdjunct ? head : null;
}

/**
 * The head says where or how far the rest is true: in a story, or if something else were; as
 * [first, start), null for any other.
 */
export function scopedBefore(index: TranscriptIndex, start: number): number | null {
  const head = headOf(index, start);
  if (head === null) return null;
  const [first = '', ...rest] = keysOf(index, head, start);
  const { prepositions, possessives } = partOf(index.lang, 'grammar');
  const { fictions, given } = partOf(index.lang, 'context');
  const isAdjunct = prepositions.has(first) || given.has(first);
  if (!isAdjunct) return null;
  if (rest.some((key) => fictions.has(key))) return head;
  const isOwn = rest.some((key) => possessives.has(key));
  if (isOwn || !glueAt(index, start)?.includes(',')) return null;
  const said = keysOf(index, start, start + MOOD);
  const isSupposed = said.some((key) => isConditional(index.lang, key));
  return isSupposed || (given.has(first) && said.some((key) => isFuture(index.lang, key)))
    ? head
    : null;
}

function isConditional(lang: string, key: string): boolean {
  const { conditionalEnds, possible, inverted } = partOf(lang, 'context');
  const isVerb = [possible, inverted].some((words) => words.has(key));
  return isVerb || conditionalEnds.some((ending) => key.endsWith(ending));
}

function isFuture(lang: string, key: string): boolean {
  const { present, futureEnds, copulas } = partOf(lang, 'context');
  const isNow = copulas.has(key) || /'(?:re|s|m)$/u.test(key);
  return (present.has(key) && !isNow) || futureEnds.some((ending) => key.endsWith(ending));
}

/** “When the shelling stops, | we will open the border”, but not “when I was a boy, | …”. */
export function awaitedBefore(index: TranscriptIndex, at: number, start: number): boolean {
  const isTime = partOf(index.lang, 'context').whenever.has(index.words[at]?.key ?? '');
  return isTime && keysOf(index, start, start + MOOD).some((key) => isFuture(index.lang, key));
}
