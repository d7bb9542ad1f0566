/** What is painted: artifacts are marked (ISO 14289-1, 7.1; ISO 32000-1, 14.8.2.2). */
import { furnitureKinds, marginsAround, type PageMargins } from '../furniture.ts';
import type { PdfFacts } from '../facts.ts';
import { layersOf, observe, type Layer, type Observer } from '../content.ts';
import { setPacked } from '../filters.ts';
import {
  arrayAt,
  catalogOf,
  isRef,
  needDict,
  numberAt,
  resolved,
  type PdfDraft,
  type Obj,
} from '../model.ts';
import { pdfPages } from '../pages.ts';
import { markedForms, unownedObserver, type ContentStretch } from '../unowned.ts';

/**
 * Wraps what belongs to nothing, and renames the marks that no element claims. A form without any
 * marks is wrapped where it is shown, one with marks inside.
 */
export function markArtifacts(draft: PdfDraft, facts: PdfFacts): void {
  const isMarked = markedForms(draft);
  const rows = claimedContent(draft);
  const done = new Set<number>();
  for (const page of pdfPages(draft)) {
    for (const layer of layersOf(draft, page)) {
      if (!layer.stream || done.has(layer.id) || (layer.id !== page.id && !isMarked(layer)))
        continue;
      done.add(layer.id);
      const edits = editsFor(
        draft,
        layer,
        isMarked,
        layer.id === page.id ? marginsAround(draft, page, facts) : null,
        rows.get(numberAt(draft, layer.dict, 'StructParents') ?? -1) ?? [],
      );
      if (edits.length > 0) setPacked(layer.stream, edited(layer.bytes, edits));
    }
  }
}

/** Key of a page or form → the elements by the numbers of its marked content. */
function claimedContent(draft: PdfDraft): ReadonlyMap<number, readonly Obj[]> {
  const tree = needDict(
    draft,
    needDict(draft, catalogOf(draft), 'StructTreeRoot', 'catalog'),
    'ParentTree',
    'StructTreeRoot',
  );
  const rows = new Map<number, readonly Obj[]>();
  const nums = arrayAt(draft, tree, 'Nums') ?? [];
  for (let i = 0; i + 1 < nums.length; i += 2) {
    const row = resolved(draft, nums[i + 1]);
    if (Array.isArray(row)) rows.set(Number(nums[i]), row);
  }
  return rows;
}

/** Bytes in place of other bytes. */
interface ContentEdit {
  readonly start: number;
  readonly end: number;
  readonly parts: readonly Uint8Array[];
}

/** What begins an artifact: heads and feet of pages say that they are (14.8.2.2.2). */
const OPENINGS = {
  plain: Buffer.from('/Artifact BMC\n'),
  header: Buffer.from('/Artifact <</Type /Pagination /Subtype /Header>> BDC\n'),
  footer: Buffer.from('/Artifact <</Type /Pagination /Subtype /Footer>> BDC\n'),
};
const CLOSE = Buffer.from('\nEMC');
const ARTIFACT_OPERATOR = Buffer.from('/Artifact BMC');

function editsFor(
  draft: PdfDraft,
  layer: Layer,
  isMarked: (form: Layer) => boolean,
  margins: PageMargins | null,
  row: readonly Obj[],
): readonly ContentEdit[] {
  const renamed: ContentEdit[] = [];
  const rename: Observer = (_, start, end, mark) => {
    if (mark && mark.mcid !== null && !isRef(row[mark.mcid]))
      renamed.push({ start, end, parts: [ARTIFACT_OPERATOR] });
  };
  const { stretches, observer } = unownedObserver(draft, layer, isMarked);
  observe(layer, [observer, rename]);
  const kindOf = margins && stretches.length > 0 ? furnitureKinds(layer, stretches, margins) : null;
  const wrapped = stretches.map((stretch) =>
    asArtifact(layer, stretch, OPENINGS[kindOf?.(stretch) ?? 'plain']),
  );
  return [...wrapped, ...renamed].sort((a, b) => a.start - b.start);
}

const asArtifact = (
  layer: Layer,
  { start, end }: ContentStretch,
  opening: Uint8Array,
): ContentEdit => ({
  start,
  end,
  parts: [opening, layer.bytes.subarray(start, end), CLOSE],
});

function edited(bytes: Buffer, edits: readonly ContentEdit[]): Uint8Array {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { start, end, parts: own } of edits) {
    parts.push(bytes.subarray(at, start), ...own);
    at = end;
  }
  return Buffer.concat([...parts, bytes.subarray(at)]);
}
