/** Attachments, images and what a printed book does not have (ISO 19005-3, 6.2, 6.4 and 6.8). */
import {
  arrayAt,
  dictAt,
  isDict,
  isRef,
  isStream,
  isString,
  nameAt,
  resolved,
  type Dict,
  type Obj,
  type Pdf,
} from '../model.ts';
import { attachmentRows } from '../inspect.ts';
import type { Condition, Fault, LintView } from './lint-view.ts';

/** File specifications with their object numbers. */
function embeddedFiles(pdf: Pdf): readonly { readonly id: number; readonly dict: Dict }[] {
  return pdf.ids().flatMap((id) => {
    const found = pdf.get(id);
    return isDict(found) && (found.get('Type') === 'Filespec' || found.has('EF'))
      ? [{ id, dict: found }]
      : [];
  });
}

const refIds = (values: readonly Obj[]): ReadonlySet<number> =>
  new Set(values.flatMap((value) => (isRef(value) ? [value.id] : [])));

function attachments({ pdf, catalog }: LintView): readonly Fault[] {
  const listed = refIds(attachmentRows(pdf));
  const associated = refIds(arrayAt(pdf, catalog, 'AF') ?? []);
  return embeddedFiles(pdf).flatMap(({ id, dict: file }) => [
    ...(isString(file.get('F')) && isString(file.get('UF'))
      ? []
      : [{ says: 'an attachment has no name', object: id }]),
    ...(nameAt(pdf, file, 'AFRelationship') === null
      ? [{ says: 'an attachment does not say what it is to the document', object: id }]
      : []),
    ...(associated.has(id) && listed.has(id)
      ? []
      : [{ says: 'an attachment is not listed', object: id }]),
    ...embeddedFaults(pdf, file, id),
  ]);
}

const MEDIA_TYPE = /^[\w.+-]+\/[\w.+-]+$/u;

function embeddedFaults(pdf: Pdf, file: Dict, id: number): readonly Fault[] {
  const holder = dictAt(pdf, file, 'EF');
  const content = resolved(pdf, holder?.get('F'));
  if (!isStream(content)) return [{ says: 'an attachment has no content', object: id }];
  return MEDIA_TYPE.test(nameAt(pdf, content.dict, 'Subtype') ?? '')
    ? []
    : [{ says: 'an attachment has no media type', object: id }];
}

/** Keys that no graphics object may have, and what they would do. */
const KEYS: Readonly<Record<string, string>> = {
  Alternates: 'an image with alternatives',
  OPI: 'an image that stands for another',
  TR: 'a transfer function',
  HTP: 'a halftone phase',
  XFA: 'a form in another language',
};

function graphics({ dicts }: LintView): readonly Fault[] {
  const faults: Fault[] = [];
  for (const { dict: found, id: object } of dicts) {
    const type = found.get('Type');
    if (type === 'StructElem' || found.has('Marked') || isSoftMask(found)) continue;
    if (found.get('Interpolate') === true)
      faults.push({ says: 'an image that is smoothed by the viewer', object });
    for (const [key, says] of Object.entries(KEYS))
      if (found.has(key) && !isResource(found)) faults.push({ says, object });
  }
  return faults;
}

/** A soft mask may have a transfer function of its own (ISO 32000-1, 11.6.5.2). */
const isSoftMask = (found: Dict): boolean =>
  found.get('S') === 'Luminosity' || found.get('S') === 'Alpha';

/**
 * Resource dictionaries have free names as keys, which lead to streams or dictionaries by
 * reference.
 */
const isResource = (found: Dict): boolean =>
  found.size > 0 &&
  !found.has('Type') &&
  !found.has('Subtype') &&
  [...found.values()].every((value) => isRef(value));

const form = ({ catalog }: LintView): readonly Fault[] =>
  catalog.has('AcroForm') ? [{ says: 'the document has a form' }] : [];

/** Labels begin at the first page and go on. */
function labels({ pdf, catalog, pages }: LintView): readonly Fault[] {
  const tree = dictAt(pdf, catalog, 'PageLabels');
  const starts = ((tree && arrayAt(pdf, tree, 'Nums')) ?? []).filter((_, i) => i % 2 === 0);
  const fit =
    starts[0] === 0 &&
    starts.every(
      (start, i) =>
        typeof start === 'number' &&
        start < pages.length &&
        (i === 0 || start > Number(starts[i - 1])),
    );
  return fit ? [] : [{ says: 'the pages have no labels, or labels out of order' }];
}

/** Conditions on single objects: attachments, graphics, images. */
export const objectConditions: readonly Condition[] = [
  { rule: 'attachments', clause: 'PDF/A 6.8', check: attachments },
  { rule: 'graphics', clause: 'PDF/A 6.2.5, 6.2.8', check: graphics },
  { rule: 'form', clause: 'PDF/A 6.4.2', check: form },
  { rule: 'page-labels', clause: 'PDF 12.4.2', check: labels },
];
