/** All that is done to the tags: repair first, then what follows from the repaired tree. */
import type { Draft } from '../model.ts';
import { readStructure } from '../structure.ts';
import { renameIds } from './ids.ts';
import { rebuildParentTree } from './parent-tree.ts';
import { mapRoles } from './roles.ts';
import { repairStructure } from './structure.ts';

export function finishTags(draft: Draft): void {
  repairStructure(draft);
  const elements = readStructure(draft);
  mapRoles(draft, elements);
  renameIds(draft, elements);
  rebuildParentTree(draft, elements);
}
