/**
 * The public API: check and print briefs, and verify snapshots, from a program. What needs neither
 * disk nor browser is in `briefpress/core`, too.
 */
export { openPress, type Press } from './press.ts';

export { pressedBrief as build, checkedBrief as check } from './api/brief.ts';
export type { BriefBuilt, BriefChecked, BuildOptions, CheckOptions } from './api/brief.ts';

export { verifiedSnapshot as verifySnapshot } from './api/snapshot.ts';
export type { SnapshotOptions, SnapshotVerified } from './api/snapshot.ts';

export * from './core.ts';

export type { AskedOptions, Office, PressOptions, Proof } from './proof.ts';

export { formats } from './formats/index.ts';

export { BrowserError } from './browser/index.ts';
export { OutsideError, type World } from './world.ts';
export { diskWorld } from './world/disk.ts';
