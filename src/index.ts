/** The public API: proof and print briefs from a program, with any outside. */
export { openPress, type Press } from './press.ts';

export type { AskedOptions, Office, PressOptions, Proof } from './proof.ts';

export { formats } from './formats/index.ts';

export { OutsideError, type World } from './world.ts';
export { diskWorld } from './world/disk.ts';

export type * from './types.ts';
