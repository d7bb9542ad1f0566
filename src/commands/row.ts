/** What a command is to the command line. */
import type { World } from '../world.ts';
import type { Options } from './run.ts';

/** Does what a command is for; resolves to the exit code. */
export type CommandRun = (
  world: World,
  inputs: readonly string[],
  options: Options,
) => Promise<number>;

/**
 * One command: what the command line offers, and the module that does it, loaded when it is
 * called.
 */
export interface CommandRow {
  /** Name and operands, as commander writes them. */
  readonly usage: string;
  readonly summary: string;
  readonly options: readonly (readonly [
    flags: string,
    text: string,
    extra?: { readonly default?: string; readonly choices?: () => readonly string[] },
  ])[];
  /** What its first operand may be; left out where that is a file or anything else. */
  readonly words?: readonly string[];
  /** Is told of all commands, as completion is. */
  load(all: readonly CommandRow[]): Promise<CommandRun>;
}
