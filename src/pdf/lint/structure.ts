/** The tags: types, lists, headings, alternatives (ISO 14289-1, 7.1–7.9). */
import { catalogOf, dictAt, stringAt } from '../model.ts';
import { fromTextString } from '../strings.ts';
import { elementsAmong, type Element } from '../structure.ts';
import { STANDARD_TYPES, type Condition, type Fault, type LintView } from './lint-view.ts';

function types({ pdf, elements, roleOf }: LintView): readonly Fault[] {
  const root = dictAt(pdf, catalogOf(pdf), 'StructTreeRoot');
  const roles = root && dictAt(pdf, root, 'RoleMap');
  const remapped = [...(roles?.keys() ?? [])].filter((type) => STANDARD_TYPES.has(type));
  const foreign = elements.filter(({ type }) => !STANDARD_TYPES.has(roleOf(type)));
  const unknown = new Map(foreign.map(({ type, id }) => [type, id]));
  return [
    ...remapped.map((type) => ({ says: `the standard type ${type} is mapped to another` })),
    ...[...unknown].map(([type, id]) => ({ says: `the type ${type} means nothing`, object: id })),
  ];
}

/** Which types may stand in which, and in which only (tables 336–337). */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  L: ['L', 'LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  TR: ['TH', 'TD'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TOC: ['TOC', 'TOCI', 'Caption'],
  TOCI: ['Lbl', 'Reference', 'NonStruct', 'P', 'TOC'],
};
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  LI: ['L'],
  Lbl: ['LI', 'TOCI', 'Note', 'Reference', 'BibEntry', 'Caption'],
  LBody: ['LI'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TOCI: ['TOC'],
};

/** Containment in lists and tables; their own content is their children's only. */
const contained =
  (names: readonly string[]) =>
  ({ elements, roleOf }: LintView): readonly Fault[] =>
    elements.flatMap((element) => {
      const role = roleOf(element.type);
      const allowed = names.includes(role) ? CHILDREN[role] : undefined;
      const above = names.includes(role) ? PARENTS[role] : undefined;
      const wrong =
        allowed && elementsAmong(element.kids).find(({ type }) => !allowed.includes(roleOf(type)));
      return [
        ...(wrong ? [{ says: `${wrong.type} stands directly in ${role}`, object: wrong.id }] : []),
        ...(allowed && element.kids.some((kid) => !('element' in kid))
          ? [{ says: `${role} has content of its own`, object: element.id }]
          : []),
        ...(above && !above.includes(roleOf(element.parent?.type ?? ''))
          ? [{ says: `${role} stands in ${element.parent?.type ?? 'nothing'}`, object: element.id }]
          : []),
        ...captionFaults(role, element, roleOf),
      ];
    });

function captionFaults(
  role: string,
  { kids, id }: Element,
  roleOf: LintView['roleOf'],
): readonly Fault[] {
  if (role !== 'L' && role !== 'Table') return [];
  const roles = elementsAmong(kids).map(({ type }) => roleOf(type));
  const captions = roles.filter((each) => each === 'Caption').length;
  if (captions > 1) return [{ says: `${role} has several captions`, object: id }];
  const at = roles.indexOf('Caption');
  const fit = at <= 0 || (role === 'Table' && at === roles.length - 1);
  return fit ? [] : [{ says: `the caption of ${role} is not at its edge`, object: id }];
}

function alternatives({ elements, roleOf, pdf }: LintView): readonly Fault[] {
  return elements
    .filter(({ type }) => ['Figure', 'Formula'].includes(roleOf(type)))
    .filter(({ dict }) => !stringAt(pdf, dict, 'Alt') && !stringAt(pdf, dict, 'ActualText'))
    .map(({ type, id }) => ({ says: `${type} has no alternative text`, object: id }));
}

function headings({ elements, roleOf }: LintView): readonly Fault[] {
  const faults: Fault[] = [];
  let last = 0;
  for (const { type, id } of elements) {
    const role = roleOf(type);
    if (role === 'H') faults.push({ says: 'a heading has no level', object: id });
    const level = /^H([1-6])$/u.exec(role)?.[1];
    if (level === undefined) continue;
    if (Number(level) > last + 1)
      faults.push({
        says: last === 0 ? `the first heading is ${role}` : `${role} follows H${last}`,
        object: id,
      });
    last = Number(level);
  }
  return faults;
}

function notes({ elements, roleOf, pdf }: LintView): readonly Fault[] {
  const seen = new Set<string>();
  return elements
    .filter(({ type }) => roleOf(type) === 'Note')
    .flatMap(({ dict, id }) => {
      const name = stringAt(pdf, dict, 'ID') ?? '';
      const fault =
        name === '' ? 'a note has no id' : seen.has(name) ? 'two notes have one id' : null;
      seen.add(name);
      return fault === null ? [] : [{ says: fault, object: id }];
    });
}

/** A reference leads somewhere, and no mark of the press is left in a language. */
function roleFaults({ elements, roleOf, pdf }: LintView): readonly Fault[] {
  return elements.flatMap(({ type, kids, dict, id }) => [
    ...(roleOf(type) === 'Reference' &&
    !elementsAmong(kids).some((kid) => roleOf(kid.type) === 'Link')
      ? [{ says: 'a reference leads nowhere', object: id }]
      : []),
    ...(fromTextString(stringAt(pdf, dict, 'Lang') ?? '').includes('-press-')
      ? [{ says: 'a language tag says what an element is', object: id }]
      : []),
  ]);
}

/** Conditions on the structure tree. */
export const structureConditions: readonly Condition[] = [
  { rule: 'types', clause: 'PDF/UA 7.1', check: types },
  {
    rule: 'lists',
    clause: 'PDF/UA 7.2',
    check: contained(['L', 'LI', 'Lbl', 'LBody', 'TOC', 'TOCI']),
  },
  {
    rule: 'tables',
    clause: 'PDF/UA 7.2',
    check: contained(['Table', 'TR', 'TH', 'TD', 'THead', 'TBody', 'TFoot']),
  },
  { rule: 'alternatives', clause: 'PDF/UA 7.3, 7.7', check: alternatives },
  { rule: 'headings', clause: 'PDF/UA 7.4.2', check: headings },
  { rule: 'roles', clause: 'own', check: roleFaults },
  { rule: 'notes', clause: 'PDF/UA 7.9', check: notes },
];
