/** A run while its blocks are still being read. */
import type { Markup, Reason } from '../../types.ts';
import type { Run } from '../model.ts';

export type Piece = Run['pieces'][number];

export interface Draft {
  readonly pieces: Piece[];
  readonly style: string;
  parent: Draft | null;
  closed: boolean;
  markup: Markup | null;
  readonly reasons: Reason[];
}

/** A remark of the pairing stage; it has no weight. */
export const spoken = (rule: string, says: string): Reason => ({ stage: 'pairing', rule, says, weight: 0 });
