/**
 * Sets of hashes as bits (Bloom 1970): what is in them is always found, what is not is found now
 * and then.
 */
import { mixed, type Features } from './features.ts';

/**
 * Bits for each word and probes of it: one word in 250 is found that is not there. Three words in a
 * row are many: one in five.
 */
const WORDS = { bits: 14, probes: 4 };
const GRAMS = { bits: 4.5, probes: 1 };

/** Bytes of one transcript’s filter: first those for words, then those for three in a row. */
export interface Filter {
  readonly bytes: Uint8Array;
  /** Bytes that are for words. */
  readonly words: number;
}

export function filterOf({ words, grams }: Features): Filter {
  const [forWords, forGrams] = [
    filterSize(words.size, WORDS.bits),
    filterSize(grams.size, GRAMS.bits),
  ];
  const bytes = new Uint8Array(forWords + forGrams);
  fillBits(bytes.subarray(0, forWords), words, WORDS.probes);
  fillBits(bytes.subarray(forWords), grams, GRAMS.probes);
  return { bytes, words: forWords };
}

const filterSize = (count: number, bits: number): number => Math.ceil((count * bits) / 8) + 1;

function fillBits(bytes: Uint8Array, hashes: ReadonlySet<number>, probes: number): void {
  for (const hash of hashes) {
    for (let i = 0, h = hash; i < probes; i++, h = mixed(h + 1)) {
      const bit = bitAt(h, bytes.length);
      bytes[bit >>> 3]! |= 1 << (bit & 7);
    }
  }
}

/** Without the low bits’ bias that a remainder has. */
const bitAt = (hash: number, length: number): number =>
  Math.floor((hash / 0x1_0000_0000) * length * 8);

export const holdsWord = ({ bytes, words }: Filter, hash: number): boolean =>
  holds(bytes, 0, words, hash, WORDS.probes);
export const holdsGram = ({ bytes, words }: Filter, hash: number): boolean =>
  holds(bytes, words, bytes.length - words, hash, GRAMS.probes);

function holds(
  bytes: Uint8Array,
  from: number,
  length: number,
  hash: number,
  probes: number,
): boolean {
  for (let i = 0, h = hash; i < probes; i++, h = mixed(h + 1)) {
    const bit = bitAt(h, length);
    if ((bytes[from + (bit >>> 3)]! & (1 << (bit & 7))) === 0) return false;
  }
  return true;
}
