/**
 * Flips single bits of a snapshot, one at a time, and counts those that verification does not
 * notice. `node tests/eval/flips.ts SNAPSHOT.zip [COUNT]`: a third of the flips in headers and
 * names, a third in the directory and the end, a third in the contents.
 */
import { readFileSync } from 'node:fs';
import { checkBag } from '../../src/archive/bag/check.ts';
import { checkSeals } from '../../src/archive/seal.ts';
import { openBytes } from '../../src/archive/tree.ts';
import { memorySource, readZip } from '../../src/zip/read.ts';

const [path, count = '2000'] = process.argv.slice(2);
const zip = new Uint8Array(readFileSync(path!));
const { members } = await readZip(memorySource(zip));
const last = members.at(-1)!;

/** Half-open ranges of bytes by what they are. */
const CLASSES: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  headers: members.map(({ at, data }) => [at, data] as const),
  directory: [[last.data + last.packed, zip.length]],
  contents: members.map(({ data, packed }) => [data, data + packed] as const),
};

/** Offset of the nth byte of these ranges. */
function placeIn(ranges: readonly (readonly [number, number])[], nth: number): number {
  let rest = nth;
  for (const [from, to] of ranges) {
    if (rest < to - from) return from + rest;
    rest -= to - from;
  }
  throw new RangeError(`there is no byte ${nth}`);
}

async function notices(at: number, bit: number): Promise<boolean> {
  zip[at]! ^= 1 << bit;
  const tree = await openBytes(zip);
  let said = 0;
  await checkBag(tree, () => said++);
  if (said === 0)
    await checkSeals(
      tree,
      { signers: null, identity: null, authorities: null, now: 0 },
      () => said++,
    );
  zip[at]! ^= 1 << bit;
  return said > 0;
}

for (const [name, ranges] of Object.entries(CLASSES)) {
  const size = ranges.reduce((sum, [from, to]) => sum + to - from, 0);
  const flips = Math.ceil(Number(count) / Object.keys(CLASSES).length);
  let missed = 0;
  for (let i = 0; i < flips; i++) {
    const at = placeIn(ranges, Math.floor((i * size) / flips));
    if (await notices(at, i % 8)) continue;
    missed++;
    console.log(`not noticed: bit ${i % 8} of byte ${at} (${name})`);
  }
  console.log(`${name}: ${flips} flips over ${size} bytes, ${missed} not noticed`);
}
