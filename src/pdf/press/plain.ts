/** Leaves of a document only what paper needs. */
import { catalogOf, type Draft } from '../model.ts';
import { pagesOf } from '../pages.ts';

const OF_CATALOG = ['StructTreeRoot', 'MarkInfo', 'Metadata', 'AF', 'Names', 'Dests', 'Outlines', 'PageLabels', 'PageMode', 'OpenAction'];
const OF_PAGE = ['Annots', 'StructParents', 'Tabs'];

/**
 * Takes away tags, links, anchors, outline, labels and attachments, and with them the metadata that says the file had them: what is
 * rearranged for a press is no longer the accessible, archived edition and must not claim to be.
 */
export function keepPaperOnly(draft: Draft): void {
  for (const key of OF_CATALOG) catalogOf(draft).delete(key);
  for (const { dict: page } of pagesOf(draft)) for (const key of OF_PAGE) page.delete(key);
}
