/** Turns a browser's print into the edition's PDF: one step per concern, in this order. */
import { addAttachments } from './finish/attachments.ts';
import { markArtifacts } from './finish/content.ts';
import { spellGlyphs } from './finish/glyph-text.ts';
import { describeCatalog, writeInfo, addMetadata } from './finish/metadata.ts';
import { correctDestinations, describeLinks, titleOutline } from './finish/navigation.ts';
import { addOutputIntent } from './finish/color.ts';
import { finishTags } from './finish/tags.ts';
import { PdfError, type PdfDraft } from './model.ts';
import type { PdfFacts } from './facts.ts';
import { openDraft } from './parse.ts';
import { writePdf } from './write.ts';

/** Changes the draft in place. */
type FinishStep = (draft: PdfDraft, facts: PdfFacts) => void;

const FINISH_STEPS: readonly FinishStep[] = [
  writeInfo,
  titleOutline,
  finishTags,
  markArtifacts,
  describeLinks,
  spellGlyphs,
  correctDestinations,
  addOutputIntent,
  addAttachments,
  describeCatalog,
  addMetadata,
];

/**
 * Finishes a tagged print, or several that were joined by `mergePrints`: PDF 1.7 with repaired
 * tags, metadata, page labels, output intent and attachments. The bytes depend on `print` and
 * `facts` alone; a draft is used up. PdfError for a file that is not as a browser writes it, or
 * that is not tagged.
 */
export function finishPdf(print: Uint8Array | PdfDraft, facts: PdfFacts): Uint8Array {
  const draft = print instanceof Uint8Array ? openDraft(print) : print;
  if (!draft.classic)
    throw new PdfError('not a browser’s print: it has a cross-reference stream', 'end of file');
  for (const step of FINISH_STEPS) step(draft, facts);
  return writePdf(draft);
}
