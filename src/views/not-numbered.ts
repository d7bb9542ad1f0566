/** Words in quotation marks that are no quotations, as the templates see them. */
import type { Edition } from '../types.ts';
import { labelsSaid, sectionViews, type SectionView } from './say.ts';

/** What the template of the chapter on unnumbered quotations is given. */
export interface NotNumberedView {
  readonly intro: string;
  readonly reason: string;
  readonly items: readonly {
    readonly id: string;
    readonly text: string;
    readonly kind: string;
    readonly reason: string;
    readonly section: SectionView;
  }[];
}

/** Terms, titles and distancing marks, each with the reason why it has no number. */
export function notNumberedView(edition: Edition): NotNumberedView {
  const say = labelsSaid(edition);
  const sectionAt = sectionViews(edition);
  return {
    intro: say('notNumberedIntro'),
    reason: say('reason'),
    items: edition.ledger.unnumbered.map(({ id, kind, text, section, reason }) => ({
      id,
      text,
      kind: say(`kind.${kind}`),
      reason,
      section: sectionAt(section),
    })),
  };
}
