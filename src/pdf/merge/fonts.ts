/** Names of font subsets (ISO 32000-1, 9.6.4): different subsets of one font in one file have different tags. */
import { createHash } from 'node:crypto';
import { allFonts, innerFont } from '../fonts.ts';
import { dictAt, entry, isStream, nameAt, type Dict, type Draft } from '../model.ts';

const TAG = /^[A-Z]{6}\+/u;
const FILES = ['FontFile2', 'FontFile3', 'FontFile'];

/** Replaces the browser's tags, which begin anew in every print, by tags that follow from the font's outlines. */
export function nameSubsets(draft: Draft): void {
  for (const { dict: font } of allFonts(draft)) {
    const inner = innerFont(draft, font);
    const descriptor = dictAt(draft, inner, 'FontDescriptor');
    const file = descriptor && FILES.map((key) => entry(draft, descriptor, key)).find((value) => isStream(value));
    if (!descriptor || !file) continue;
    const tag = tagOf(file.data);
    rename(draft, font, 'BaseFont', tag);
    rename(draft, inner, 'BaseFont', tag);
    rename(draft, descriptor, 'FontName', tag);
  }
}

function rename(draft: Draft, holder: Dict, key: string, tag: string): void {
  const name = nameAt(draft, holder, key);
  if (name !== null && TAG.test(name)) holder.set(key, name.replace(TAG, `${tag}+`));
}

/** Six capital letters out of a hash. */
export const tagOf = (data: Uint8Array): string =>
  Array.from(createHash('sha256').update(data).digest().subarray(0, 6), (byte) => String.fromCharCode(65 + (byte % 26))).join('');
