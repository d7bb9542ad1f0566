/** A run while its blocks are still being read. */
import type { Markup, Reason } from '../../types.ts';
import type { QuoteRun } from '../model.ts';

/** A stretch of one block that belongs to a run. */
export type RunPiece = QuoteRun['pieces'][number];

/** A run while it grows over blocks. */
export interface RunDraft {
  readonly pieces: RunPiece[];
  readonly style: string;
  parent: RunDraft | null;
  closed: boolean;
  markup: Markup | null;
  readonly reasons: Reason[];
}

/** A remark of the pairing stage; it has no weight. */
export const spokenReason = (rule: string, says: string): Reason => ({
  stage: 'pairing',
  rule,
  says,
  weight: 0,
});
