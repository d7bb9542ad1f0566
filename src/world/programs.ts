/** Other programs, run to their end. */
import { OutsideError } from './outside.ts';
import type { Ran } from '../world.ts';

/**
 * What starts programs is loaded when one is started: it brings half of Node's network along.
 * Runs a program with `input` on its standard input; null where there is no such program.
 * @throws OutsideError where it is there and could not be started
 */
export async function runProgram(
  command: string,
  args: readonly string[],
  input: Uint8Array,
): Promise<Ran | null> {
  // Loaded when a program is started: it brings half of Node’s network along.
  const { spawn } = await import('node:child_process');
  return new Promise((done, fail) => {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => stdout.push(piece));
    child.stderr.on('data', (piece: Buffer) => stderr.push(piece));
    child.stdin.on('error', () => undefined);
    child.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' ? done(null) : fail(refusedProgram(command, error)),
    );
    child.on('close', (code) =>
      done({
        code: code ?? 1,
        stdout: Buffer.concat(stdout),
        stderr: Buffer.concat(stderr).toString('utf8'),
      }),
    );
    child.stdin.end(input);
  });
}

const refusedProgram = (command: string, cause: NodeJS.ErrnoException): OutsideError =>
  new OutsideError(
    command,
    cause.code ?? 'EIO',
    `could not be started (${cause.code ?? 'unknown reason'})`,
    'Check that it may be started, and that the machine has room for it.',
    cause,
  );
