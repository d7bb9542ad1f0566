/** Programs that are run: all of the input at once, all of the output at the end. */
import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { Ran } from '../world.ts';
import { OutsideError } from './outside.ts';

/**
 * Null where there is no such program.
 * @throws OutsideError where it is there and could not be started
 */
export function runProgram(
  command: string,
  args: readonly string[],
  input: Uint8Array,
): Promise<Ran | null> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    const stdout = collected(child.stdout);
    const stderr = collected(child.stderr);
    child.stdin.on('error', () => undefined);
    child.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' ? done(null) : fail(refusedProgram(command, error)),
    );
    child.on('close', (code) =>
      done({
        code: code ?? 1,
        stdout: stdout(),
        stderr: stderr().toString('utf8'),
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

/** What a stream has given so far. */
function collected(stream: Readable): () => Buffer {
  const pieces: Buffer[] = [];
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  return () => Buffer.concat(pieces);
}
