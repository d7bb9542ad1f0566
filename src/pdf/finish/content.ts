/** What is painted: artifacts are marked (ISO 14289-1, 7.1; ISO 32000-1, 14.8.2.2), and ligatures spelled in plain letters. */
import { readCMap, writeCMap } from '../cmap.ts';
import { layersOf, observe, type Layer, type Observer } from '../content.ts';
import { setPacked, decode } from '../filters.ts';
import { allFonts } from '../fonts.ts';
import { arrayAt, catalogOf, isRef, needDict, numberAt, resolve, type Draft, type Obj, entry, isStream } from '../model.ts';
import { pagesOf } from '../pages.ts';
import { markedForms, unownedObserver } from '../unowned.ts';

/**
 * Wraps what belongs to nothing, and renames the marks that no element claims. A form without any marks is wrapped where it is
 * shown, one with marks inside.
 */
export function markArtifacts(draft: Draft): void {
  const isMarked = markedForms(draft);
  const rows = claims(draft);
  const done = new Set<number>();
  for (const page of pagesOf(draft)) {
    for (const layer of layersOf(draft, page)) {
      if (!layer.stream || done.has(layer.id) || (layer.id !== page.id && !isMarked(layer))) continue;
      done.add(layer.id);
      const edits = editsFor(draft, layer, isMarked, rows.get(numberAt(draft, layer.dict, 'StructParents') ?? -1) ?? []);
      if (edits.length > 0) setPacked(layer.stream, edited(layer.bytes, edits));
    }
  }
}

/** Key of a page or form → the elements by the numbers of its marked content. */
function claims(draft: Draft): ReadonlyMap<number, readonly Obj[]> {
  const tree = needDict(draft, needDict(draft, catalogOf(draft), 'StructTreeRoot', 'catalog'), 'ParentTree', 'StructTreeRoot');
  const rows = new Map<number, readonly Obj[]>();
  const nums = arrayAt(draft, tree, 'Nums') ?? [];
  for (let i = 0; i + 1 < nums.length; i += 2) {
    const row = resolve(draft, nums[i + 1]);
    if (Array.isArray(row)) rows.set(Number(nums[i]), row);
  }
  return rows;
}

/** Bytes in place of other bytes. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly parts: readonly Uint8Array[];
}

const OPEN = Buffer.from('/Artifact BMC\n');
const CLOSE = Buffer.from('\nEMC');
const RENAMED = Buffer.from('/Artifact BMC');

function editsFor(draft: Draft, layer: Layer, isMarked: (form: Layer) => boolean, row: readonly Obj[]): readonly Edit[] {
  const renamed: Edit[] = [];
  const rename: Observer = (_, start, end, mark) => {
    if (mark && mark.mcid !== null && !isRef(row[mark.mcid])) renamed.push({ start, end, parts: [RENAMED] });
  };
  const { stretches, observer } = unownedObserver(draft, layer, isMarked);
  observe(layer, [observer, rename]);
  const wrapped = stretches.map(({ start, end }) => ({ start, end, parts: [OPEN, layer.bytes.subarray(start, end), CLOSE] }));
  return [...wrapped, ...renamed].sort((a, b) => a.start - b.start);
}

function edited(bytes: Buffer, edits: readonly Edit[]): Uint8Array {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { start, end, parts: own } of edits) {
    parts.push(bytes.subarray(at, start), ...own);
    at = end;
  }
  return Buffer.concat([...parts, bytes.subarray(at)]);
}

/** U+FB00 to U+FB06 (Unicode, Alphabetic Presentation Forms). */
const LETTERS = ['ff', 'fi', 'fl', 'ffi', 'ffl', 'st', 'st'];
const LIGATURE = /[\u{fb00}-\u{fb06}]/gu;

/** Spells ligatures in plain letters in every ToUnicode map, so that they are found and copied as letters. */
export function spellLigatures(draft: Draft): void {
  for (const { dict: font } of allFonts(draft)) {
    const map = entry(draft, font, 'ToUnicode');
    if (!isStream(map)) continue;
    const { width, text } = readCMap(decode(draft, map));
    const spelled = new Map(
      [...text].map(([code, value]) => [code, value.replaceAll(LIGATURE, (sign) => LETTERS[sign.charCodeAt(0) - 0xfb00]!)]),
    );
    if ([...text].some(([code, value]) => spelled.get(code) !== value))
      setPacked(map, Buffer.from(writeCMap({ width, text: spelled }), 'latin1'));
  }
}
