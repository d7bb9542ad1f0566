/** Marks everything that is painted outside the tags as an artifact (ISO 14289-1, 7.1; ISO 32000-1, 14.8.2.2). */
import { layersOf } from '../content.ts';
import type { Draft } from '../model.ts';
import { pagesOf } from '../pages.ts';
import { markedForms, unowned, type Stretch } from '../unowned.ts';
import { setPacked } from './streams.ts';

/** Wraps what belongs to nothing. A form without any marks is wrapped where it is shown, one with marks inside. */
export function markArtifacts(draft: Draft): void {
  const isMarked = markedForms(draft);
  const done = new Set<number>();
  for (const page of pagesOf(draft)) {
    for (const layer of layersOf(draft, page)) {
      if (!layer.stream || done.has(layer.id) || (layer.id !== page.id && !isMarked(layer))) continue;
      done.add(layer.id);
      const stretches = unowned(draft, layer, isMarked);
      if (stretches.length > 0) setPacked(layer.stream, wrap(layer.bytes, stretches));
    }
  }
}

const OPEN = Buffer.from('/Artifact BMC\n');
const CLOSE = Buffer.from('\nEMC');

function wrap(bytes: Buffer, stretches: readonly Stretch[]): Uint8Array {
  const parts: Buffer[] = [];
  let at = 0;
  for (const { start, end } of stretches) {
    parts.push(bytes.subarray(at, start), OPEN, bytes.subarray(start, end), CLOSE);
    at = end;
  }
  return Buffer.concat([...parts, bytes.subarray(at)]);
}
