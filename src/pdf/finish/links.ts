/** Says of every link where it leads (ISO 14289-1, 7.18.5). */
import { annotationsOf, isLink, targetOf } from '../annotations.ts';
import type { PdfFacts } from '../facts.ts';
import { stringAt, type Draft } from '../model.ts';
import { textString } from '../strings.ts';

/** Gives every link without Contents the press's words for its target. */
export function describeLinks(draft: Draft, facts: PdfFacts): void {
  for (const { dict: link } of annotationsOf(draft).filter(isLink)) {
    const target = targetOf(draft, link);
    if (target !== null && !stringAt(draft, link, 'Contents')) link.set('Contents', textString(facts.linkContents(target)));
  }
}
