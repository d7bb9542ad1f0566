/** What this process takes of the system, which is more than what it holds. */

/**
 * V8's space for new objects grows no further. It would double up to 96 MB, and a long run never
 * gives that back; what was needed up to the first print is enough for each that follows. V8 reads this factor
 * whenever it would grow, the largest size only where a process begins.
 */
export function levelMemory(): void {
  process.getBuiltinModule('node:v8').setFlagsFromString('--semi-space-growth-factor=1');
}
