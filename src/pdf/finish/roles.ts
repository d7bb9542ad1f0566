/** Role map (ISO 32000-1, 14.7.3): what the browser's newer types mean in PDF 1.7. */
import { catalogOf, dict, needDict, type Draft } from '../model.ts';
import type { Element } from '../structure.ts';

/** Types of PDF 2.0 (ISO 32000-2, table 364–368) → standard types of PDF 1.7. */
const ROLES: Readonly<Record<string, string>> = {
  Aside: 'Div',
  DocumentFragment: 'Div',
  Em: 'Span',
  FENote: 'Note',
  Strong: 'Span',
  Sub: 'Span',
  Title: 'P',
};

/** Maps the types that are in use and not standard; a standard type is never mapped. */
export function mapRoles(draft: Draft, elements: readonly Element[]): void {
  const used = new Set(elements.map(({ type }) => type));
  const roles = Object.entries(ROLES).filter(([type]) => used.has(type));
  const root = needDict(draft, catalogOf(draft), 'StructTreeRoot', 'catalog');
  root.delete('RoleMap');
  if (roles.length > 0) root.set('RoleMap', dict(Object.fromEntries(roles)));
}
