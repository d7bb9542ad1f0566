/** What the conditions look at, read once. */
import { layersOf, type Layer } from '../content.ts';
import type { PdfFacts } from '../facts.ts';
import { fontFinder } from '../fonts.ts';
import { catalogOf, dictAt, isDict, isStream, type Dict, type Obj, type Pdf } from '../model.ts';
import { pdfPages, type PdfPage } from '../pages.ts';
import { readStructure, type Element } from '../structure.ts';
import { markedForms } from '../unowned.ts';
import { surveyLayer, type PageSurvey } from './survey.ts';

/** A file as the conditions look at it; everything is read once. */
export interface LintView {
  readonly pdf: Pdf;
  readonly catalog: Dict;
  readonly expected: Expected;
  readonly pages: readonly PdfPage[];
  readonly elements: readonly Element[];
  /** Pages, and the forms that they show, once each. */
  readonly surveys: readonly PageSurvey[];
  /** Says of a form whether its content is marked in itself. */
  readonly isMarked: (form: Layer) => boolean;
  /** Every dictionary, direct ones and those of streams included, with the number of its object. */
  readonly dicts: readonly { readonly dict: Dict; readonly id: number }[];
  /** Standard type of an element after the role map; the type itself where it leads nowhere. */
  readonly roleOf: (type: string) => string;
}

/** What the press knows and the file must say. */
export type Expected = Partial<Pick<PdfFacts, 'title' | 'lang' | 'claims' | 'margins'>>;

/** A fault: one sentence, and the number of the object where it is. */
export interface Fault {
  readonly says: string;
  readonly object?: number;
}

/** One condition of a standard, and how it is checked. */
export interface Condition {
  readonly rule: string;
  /** Clause of the standard: PDF/A = ISO 19005-3, PDF/UA = ISO 14289-1, PDF = ISO 32000-1. */
  readonly clause: string;
  readonly check: (view: LintView) => readonly Fault[];
}

/** Reads the file for the conditions. Throws a `PdfError` where it can't be read. */
export function lintView(pdf: Pdf, expected: Expected): LintView {
  const catalog = catalogOf(pdf);
  const pages = pdfPages(pdf);
  const seen = new Set<number>();
  const layers = pages
    .flatMap((page) => layersOf(pdf, page))
    .filter(({ id }) => !seen.has(id) && seen.add(id));
  const isMarked = markedForms(pdf);
  const findFont = fontFinder(pdf);
  const surveys = layers.map((layer) => surveyLayer(pdf, layer, findFont, isMarked));
  return {
    pdf,
    catalog,
    expected,
    pages,
    elements: readStructure(pdf),
    surveys,
    isMarked,
    dicts: allDicts(pdf),
    roleOf: roleMap(pdf, catalog),
  };
}

function roleMap(pdf: Pdf, catalog: Dict): (type: string) => string {
  const root = dictAt(pdf, catalog, 'StructTreeRoot');
  const roles = root && dictAt(pdf, root, 'RoleMap');
  return (type) => {
    let role = type;
    for (let hop = 0; hop < MOST_ROLE_HOPS && !STANDARD_TYPES.has(role); hop++) {
      const next = roles?.get(role);
      if (typeof next !== 'string') break;
      role = next;
    }
    return role;
  };
}

const MOST_ROLE_HOPS = 10;

function allDicts(pdf: Pdf): LintView['dicts'] {
  const dicts: { dict: Dict; id: number }[] = [];
  eachValue(pdf, (value, id) => {
    if (isDict(value)) dicts.push({ dict: value, id });
  });
  return dicts;
}

/** Every value inside every object. */
export function eachValue(pdf: Pdf, onValue: (value: Obj, id: number) => void): void {
  for (const id of pdf.ids()) {
    const open: Obj[] = [pdf.get(id)];
    for (let value = open.pop(); value !== undefined; value = open.pop()) {
      onValue(value, id);
      if (isStream(value)) open.push(value.dict);
      else if (isDict(value)) for (const part of value.values()) open.push(part);
      else if (Array.isArray(value)) for (const part of value) open.push(part);
    }
  }
}

/** Standard structure types (ISO 32000-1, 14.8.4). */
export const STANDARD_TYPES: ReadonlySet<string> = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD ' +
    'THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'
  ).split(' '),
);
