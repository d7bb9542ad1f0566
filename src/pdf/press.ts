/** Files for the printing press, made from a finished PDF. */
import type { Draft } from './model.ts';
import { openDraft } from './parse.ts';
import { writePdf } from './write.ts';

/** Changes a finished document in place. */
export type PressStep = (draft: Draft) => void;

/** Takes a finished PDF through steps, in order, and writes it anew. The bytes depend on the arguments alone. */
export function pressed(book: Uint8Array, steps: readonly PressStep[]): Uint8Array {
  const draft = openDraft(book);
  for (const step of steps) step(draft);
  return writePdf(draft);
}
