/** Command lines run in this process, in a folder, with what they print. */
import { main } from '../../src/cli.ts';
import { diskWorld } from '../../src/world/disk.ts';
import type { World } from '../../src/world.ts';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export async function briefpress(
  cwd: string,
  args: readonly string[],
  more: Partial<World> = {},
): Promise<Ran> {
  const out: Uint8Array[] = [];
  let stderr = '';
  const world: World = {
    ...diskWorld(),
    cwd,
    env: { PATH: process.env['PATH'], NO_COLOR: '1' },
    stdout: (text) => void out.push(Buffer.from(text as string)),
    stderr: (text) => void (stderr += text),
    ...more,
  };
  const code = await main(args, world);
  return { code, stdout: Buffer.concat(out).toString('utf8'), stderr };
}
