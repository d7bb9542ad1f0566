/** Annotations and actions (ISO 19005-3, 6.3 and 6.5; ISO 14289-1, 7.18). */
import { pdfAnnotationsOf, isLink, linkTarget, type PdfAnnotation } from '../links.ts';
import {
  arrayAt,
  dictAt,
  isDict,
  nameAt,
  numberAt,
  resolved,
  stringAt,
  type Dict,
} from '../model.ts';
import { decodedName, fromTextString, fromUtf8 } from '../strings.ts';
import type { Condition, Fault, LintView } from './lint-view.ts';

const linksOf = ({ pdf, pages }: LintView): readonly PdfAnnotation[] =>
  pdfAnnotationsOf(pdf, pages).filter(isLink);

function taggedLinks(view: LintView): readonly Fault[] {
  const owners = new Map(
    view.elements.flatMap(({ type, kids }) =>
      kids.flatMap((kid) => ('object' in kid ? [[kid.object, view.roleOf(type)] as const] : [])),
    ),
  );
  return linksOf(view).flatMap(({ id, dict }) => {
    const owner = owners.get(id);
    return owner === 'Link' && dict.has('StructParent')
      ? []
      : [{ says: `a link belongs to ${owner ?? 'no element'}`, object: id }];
  });
}

/** An anchor is no word: a link that says `#s1-b2` says nothing. */
const describedLinks = (view: LintView): readonly Fault[] =>
  linksOf(view)
    .filter(({ dict }) => {
      const words = fromTextString(stringAt(view.pdf, dict, 'Contents') ?? '').trim();
      return words === '' || words === linkAnchor(view, dict);
    })
    .map(({ id }) => ({ says: 'a link does not say where it leads', object: id }));

const linkAnchor = ({ pdf }: LintView, link: Dict): string | null => {
  const target = linkTarget(pdf, link);
  return target?.startsWith('#') ? target : null;
};

const PRINT = 4;
/** Invisible, Hidden, NoView, ToggleNoView. */
const UNSEEN = 1 | 2 | 32 | 256;

const flags = (view: LintView): readonly Fault[] =>
  pdfAnnotationsOf(view.pdf, view.pages).flatMap(({ id, dict }) => {
    const found = numberAt(view.pdf, dict, 'F') ?? 0;
    return (found & PRINT) !== 0 && (found & UNSEEN) === 0
      ? []
      : [{ says: 'an annotation is not printed, or hidden', object: id }];
  });

const tabs = ({ pdf, pages }: LintView): readonly Fault[] =>
  pages
    .filter(
      ({ dict }) => (arrayAt(pdf, dict, 'Annots') ?? []).length > 0 && dict.get('Tabs') !== 'S',
    )
    .map(({ id }) => ({ says: 'the tab order does not follow the structure', object: id }));

/** Actions that change the viewer, the machine or the document (ISO 19005-3, 6.5.1), and script. */
const FORBIDDEN_ACTIONS = new Set(
  'Launch Sound Movie ResetForm ImportData Hide SetOCGState Rendition Trans GoTo3DView JavaScript SubmitForm GoToR GoToE Thread'.split(
    ' ',
  ),
);

function actions({ pdf, catalog, dicts }: LintView): readonly Fault[] {
  const faults = dicts.flatMap(({ dict: found, id: object }) =>
    actionsIn(found).map((says): Fault => ({ says, object })),
  );
  const names = dictAt(pdf, catalog, 'Names');
  if (names?.has('JavaScript')) faults.push({ says: 'a script' });
  if (isDict(resolved(pdf, catalog.get('OpenAction'))))
    faults.push({ says: 'an action that starts by itself' });
  return faults;
}

const SCHEME = /^(?:https?:|mailto:)/iu;

/** Also for outline entries and anything else that carries a URI action. */
function schemes({ pdf, dicts }: LintView): readonly Fault[] {
  const faults: Fault[] = [];
  for (const { dict: found, id: object } of dicts) {
    const uri = nameAt(pdf, found, 'S') === 'URI' ? (stringAt(pdf, found, 'URI') ?? '') : null;
    if (uri !== null && !SCHEME.test(uri))
      faults.push({ says: `a link to “${uri.slice(0, 60)}”`, object });
  }
  return faults;
}

/** Every internal link leads to an anchor that exists. */
function anchors(view: LintView): readonly Fault[] {
  const destinations = new Set(
    [...(dictAt(view.pdf, view.catalog, 'Dests')?.keys() ?? [])].map((name) =>
      decodedName(fromUtf8(name)),
    ),
  );
  return linksOf(view).flatMap(({ id, dict }) => {
    const target = linkTarget(view.pdf, dict);
    return target === null || !target.startsWith('#') || destinations.has(target.slice(1))
      ? []
      : [{ says: `a link to ${target}, which is not there`, object: id }];
  });
}

/** Conditions on links and actions. */
export const linkConditions: readonly Condition[] = [
  { rule: 'link-tags', clause: 'PDF/UA 7.18.5', check: taggedLinks },
  { rule: 'link-contents', clause: 'PDF/UA 7.18.5', check: describedLinks },
  { rule: 'link-anchors', clause: 'own', check: anchors },
  { rule: 'annotation-flags', clause: 'PDF/A 6.3.2', check: flags },
  { rule: 'tab-order', clause: 'PDF/UA 7.18.3', check: tabs },
  { rule: 'actions', clause: 'PDF/A 6.5', check: actions },
  { rule: 'uri-schemes', clause: 'own', check: schemes },
];

function actionsIn(found: Dict): readonly string[] {
  const type = found.get('S');
  return [
    ...(typeof type === 'string' && FORBIDDEN_ACTIONS.has(type) ? [`the action ${type}`] : []),
    ...(found.has('AA') ? ['an action that starts by itself'] : []),
    ...(found.has('JS') ? ['a script'] : []),
  ];
}
