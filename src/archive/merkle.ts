/**
 * A Merkle tree over texts (RFC 6962, 2.1, SHA-256): one leaf can be shown and proven without the
 * others. Hashes are hexadecimal.
 */
import { createHash } from 'node:crypto';

const sha256Of = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const LEAF_PREFIX = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

const leafHash = (text: string): Buffer => sha256Of(LEAF_PREFIX, Buffer.from(text));
const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256Of(NODE, left, right);

/** The largest power of two smaller than n, for n > 1. */
const splitOf = (n: number): number => 2 ** Math.floor(Math.log2(n - 1));

function rootHash(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha256Of();
  if (leaves.length === 1) return leaves[0]!;
  const split = splitOf(leaves.length);
  return nodeHash(rootHash(leaves.slice(0, split)), rootHash(leaves.slice(split)));
}

/** Root of the tree; of no leaves, the hash of nothing. */
export const merkleRoot = (leaves: readonly string[]): string =>
  rootHash(leaves.map(leafHash)).toString('hex');

/** Hashes of the neighbours from the leaf up (2.1.1). RangeError where there is no such leaf. */
export function merklePath(leaves: readonly string[], index: number): readonly string[] {
  if (!(index >= 0 && index < leaves.length)) throw new RangeError(`there is no leaf ${index}`);
  return merklePathOf(leaves.map(leafHash), index).map((hash) => hash.toString('hex'));
}

function merklePathOf(leaves: readonly Buffer[], index: number): readonly Buffer[] {
  if (leaves.length === 1) return [];
  const split = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split
    ? [...merklePathOf(left, index), rootHash(right)]
    : [...merklePathOf(right, index - split), rootHash(left)];
}

/**
 * The root that a leaf and its path lead to; null where the path has the wrong length for a tree of
 * `size` leaves.
 */
export function rootFrom(
  leaf: string,
  index: number,
  size: number,
  path: readonly string[],
): string | null {
  const climbed = climb(leafHash(leaf), index, size, path.toReversed());
  return climbed === null ? null : climbed.toString('hex');
}

/** `path` from the root down, so that the split of each level is known. */
function climb(leaf: Buffer, index: number, size: number, path: readonly string[]): Buffer | null {
  if (!(index >= 0 && index < size)) return null;
  if (size === 1) return path.length === 0 ? leaf : null;
  const [top = '', ...below] = path;
  if (!/^[0-9a-f]{64}$/u.test(top)) return null;
  const split = splitOf(size);
  const isLeft = index < split;
  const [place, leaves] = isLeft ? [index, split] : [index - split, size - split];
  const own = climb(leaf, place, leaves, below);
  if (own === null) return null;
  const neighbour = Buffer.from(top, 'hex');
  return isLeft ? nodeHash(own, neighbour) : nodeHash(neighbour, own);
}
