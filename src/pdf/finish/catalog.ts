/** The catalog: language, title in the window, and page labels (ISO 32000-1, 7.7.2 and 12.4.2). */
import type { LabelRange, PdfFacts } from '../facts.ts';
import { catalogOf, dict, dictAt, type Dict, type Draft } from '../model.ts';
import { textString } from '../strings.ts';

export function describeCatalog(draft: Draft, facts: PdfFacts): void {
  const catalog = catalogOf(draft);
  catalog.delete('Version');
  catalog.set('Lang', textString(facts.lang));
  const preferences = dictAt(draft, catalog, 'ViewerPreferences') ?? dict({});
  catalog.set('ViewerPreferences', preferences.set('DisplayDocTitle', true));
  catalog.delete('PageLabels');
  if (facts.pageLabels.length > 0)
    catalog.set('PageLabels', dict({ Nums: facts.pageLabels.flatMap((range) => [range.index, labelOf(range)]) }));
}

const labelOf = ({ style, prefix, start }: LabelRange): Dict =>
  dict({
    S: style === 'none' ? undefined : style,
    P: prefix === undefined ? undefined : textString(prefix),
    St: start === 1 ? undefined : start,
  });
