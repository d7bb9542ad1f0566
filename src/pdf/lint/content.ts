/** What is painted, and to which element it belongs (ISO 14289-1, 7.1). */
import { formNamed } from '../content.ts';
import {
  arrayAt,
  catalogOf,
  dictAt,
  isDict,
  isRef,
  isStream,
  needDict,
  numberAt,
  resolved,
  type Obj,
  type Pdf,
} from '../model.ts';
import { furnitureKinds, marginsAround } from '../furniture.ts';
import type { Element } from '../structure.ts';
import type { Condition, Fault, LintView } from './lint-view.ts';

/**
 * Everything painted belongs to an element or is an artifact; a form without marks belongs to
 * whoever shows it.
 */
function owned({ surveys, pages, isMarked }: LintView): readonly Fault[] {
  const own = new Set(pages.map(({ id }) => id));
  return surveys
    .filter(({ layer, unowned }) => unowned > 0 && (own.has(layer.id) || isMarked(layer)))
    .map(({ layer, unowned }) => ({
      says: `${unowned} painted things are neither tagged nor artifacts`,
      object: layer.id,
    }));
}

/** Artifacts and tagged content do not contain each other, and every mark is closed. */
const nested = ({ surveys }: LintView): readonly Fault[] =>
  surveys.flatMap(({ layer, mixed, open }) => [
    ...(mixed
      ? [{ says: 'an artifact and tagged content contain each other', object: layer.id }]
      : []),
    ...(open === 0
      ? []
      : [{ says: 'marked content does not end where it should', object: layer.id }]),
  ]);

/** Text in the upper or lower margin is a running head or a foot, and says so. */
function pagination({ pdf, pages, surveys, expected: { margins } }: LintView): readonly Fault[] {
  if (!margins) return [];
  const byLayer = new Map(surveys.map((survey) => [survey.layer.id, survey]));
  return pages.flatMap((page) => {
    const { layer, artifacts } = byLayer.get(page.id)!;
    const around = marginsAround(pdf, page, { margins });
    if (!around || artifacts.length === 0) return [];
    const kindOf = furnitureKinds(layer, artifacts, around);
    return artifacts.some((artifact) => kindOf(artifact) !== null)
      ? [{ says: 'a running head or a folio is not told to be one', object: page.id }]
      : [];
  });
}

const contentKeyOf = (holder: number, mcid: number): string => `${holder}/${mcid}`;

/** Every piece of marked content belongs to exactly one element, and is there. */
function claimedFaults({ surveys, elements }: LintView): readonly Fault[] {
  const faults: Fault[] = [];
  const owners = new Map<string, number>();
  for (const { id, kids } of elements) {
    for (const kid of kids) {
      if (!('mcid' in kid)) continue;
      if (owners.has(contentKeyOf(kid.holder, kid.mcid)))
        faults.push({ says: `marked content ${kid.mcid} belongs to two elements`, object: id });
      owners.set(contentKeyOf(kid.holder, kid.mcid), id);
    }
  }
  for (const {
    layer: { id: layer },
    mcids: marks,
  } of surveys) {
    const seen = new Set<number>();
    for (const mcid of marks) {
      if (seen.has(mcid))
        faults.push({ says: `marked content ${mcid} stands twice`, object: layer });
      if (!owners.has(contentKeyOf(layer, mcid)))
        faults.push({ says: `marked content ${mcid} belongs to no element`, object: layer });
      seen.add(mcid);
      owners.delete(contentKeyOf(layer, mcid));
    }
  }
  for (const [key, id] of owners)
    faults.push({ says: `marked content ${key.split('/')[1]} is not on its page`, object: id });
  return faults;
}

/**
 * The parent tree leads from content and annotations to the same elements as the structure tree
 * does.
 */
function parentTree({ pdf, elements, pages }: LintView): readonly Fault[] {
  const rows = parentRows(pdf);
  const keyed = keys(pdf, elements, pages);
  const faults = [...keyed].flatMap(([key, expected]) => {
    const row = resolved(pdf, rows.get(key));
    const found = Array.isArray(row) ? row : [rows.get(key) ?? null];
    return [...expected].flatMap(([index, id]): readonly Fault[] => {
      const owner = found[index];
      return isRef(owner) && owner.id === id
        ? []
        : [
            {
              says: `the parent tree does not lead from key ${key}, place ${index} to its element`,
              object: id,
            },
          ];
    });
  });
  return [...faults, ...parents(elements)];
}

function parentRows(pdf: Pdf): ReadonlyMap<number, Obj> {
  const root = needDict(pdf, catalogOf(pdf), 'StructTreeRoot', 'catalog');
  const tree = dictAt(pdf, root, 'ParentTree');
  const nums = (tree && arrayAt(pdf, tree, 'Nums')) ?? [];
  const rows = new Map<number, Obj>();
  for (let i = 0; i + 1 < nums.length; i += 2) rows.set(Number(nums[i]), nums[i + 1]!);
  return rows;
}

/** Key in the parent tree → place in its row → element. An annotation's row has one place. */
function keys(
  pdf: Pdf,
  elements: readonly Element[],
  pages: LintView['pages'],
): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const keyed = new Map<number, Map<number, number>>();
  const annotations = annotationIds(pdf, pages);
  for (const { id, kids } of elements) {
    for (const kid of kids) {
      if ('element' in kid || ('object' in kid && !annotations.has(kid.object))) continue;
      const key = parentKey(pdf, kid);
      const row = keyed.get(key) ?? new Map<number, number>();
      keyed.set(key, row.set('object' in kid ? 0 : kid.mcid, id));
    }
  }
  return keyed;
}

const annotationIds = (pdf: Pdf, pages: LintView['pages']): ReadonlySet<number> =>
  new Set(
    pages
      .flatMap((page) => arrayAt(pdf, page.dict, 'Annots') ?? [])
      .filter((value) => isRef(value))
      .map(({ id }) => id),
  );

/** The key that the holder of a kid names; -1 where it names none. */
function parentKey(pdf: Pdf, kid: Exclude<Element['kids'][number], { element: unknown }>): number {
  const found = pdf.get('object' in kid ? kid.object : kid.holder);
  const holder = isStream(found) ? found.dict : isDict(found) ? found : new Map();
  return numberAt(pdf, holder, 'object' in kid ? 'StructParent' : 'StructParents') ?? -1;
}

function parents(elements: readonly Element[]): readonly Fault[] {
  return elements.flatMap(({ id, dict, parent }) => {
    const above = dict.get('P');
    return isRef(above) && (parent === null || above.id === parent.id)
      ? []
      : [{ says: 'an element does not name its parent', object: id }];
  });
}

/** How often each form is shown, by its object number. */
function timesShown(pdf: Pdf, surveys: LintView['surveys']): ReadonlyMap<number, number> {
  const times = new Map<number, number>();
  for (const { layer, shown } of surveys) {
    for (const id of shown.flatMap((name) => formNamed(pdf, layer, name)?.id ?? []))
      times.set(id, (times.get(id) ?? 0) + 1);
  }
  return times;
}

/**
 * Content of a form that is tagged can be in one place only, so the form is shown once; no form
 * stands for another file.
 */
function forms({ surveys, pdf, pages, isMarked }: LintView): readonly Fault[] {
  const shown = timesShown(pdf, surveys);
  const own = new Set(pages.map(({ id }) => id));
  return surveys
    .map(({ layer }) => layer)
    .filter(({ id }) => !own.has(id))
    .flatMap((layer) => [
      ...(isMarked(layer) && (shown.get(layer.id) ?? 0) > 1
        ? [{ says: 'tagged content is shown in several places', object: layer.id }]
        : []),
      ...(layer.dict.has('Ref')
        ? [{ says: 'a form stands for another file', object: layer.id }]
        : []),
    ]);
}

/** Conditions on the content of pages. */
export const contentConditions: readonly Condition[] = [
  { rule: 'painted', clause: 'PDF/UA 7.1', check: owned },
  { rule: 'nesting', clause: 'PDF/UA 7.1', check: nested },
  { rule: 'marked-content', clause: 'PDF/UA 7.1', check: claimedFaults },
  { rule: 'parent-tree', clause: 'PDF/UA 7.1', check: parentTree },
  { rule: 'forms', clause: 'PDF/UA 7.20', check: forms },
  { rule: 'pagination', clause: 'PDF/UA 7.8', check: pagination },
];
