/** `briefpress serve`: the catalogue over HTTP until it is interrupted. Nothing is written. */
import { resolve } from 'node:path';
import { VFile } from 'vfile';
import type { Issue } from '../catalog/index.ts';
import { openServer, type Serving } from '../catalog/serve/server.ts';
import { isLoopback } from '../catalog/serve/target.ts';
import { visible, jsonText } from '../report.ts';
import { flag } from '../rules/flag.ts';
import type { World } from '../world.ts';
import { catalogueIn, currentIssue } from './catalog.ts';
import { finishRun, tellFileMessages, usage, type Options } from './run.ts';

/** `briefpress serve`: the folder over HTTP until it is interrupted; resolves to the exit code. */
export async function runServe(
  world: World,
  [named = 'out']: readonly string[],
  options: Options,
): Promise<number> {
  const port = portOf(options['port']);
  if (port === null)
    return usage(
      world,
      `--port ${String(options['port'])} is not a port`,
      'Write a number from 0 to 65535.',
    );
  const host = String(options['host']);
  const file = new VFile({ path: named });
  const current = await catalogueIn(world, named, options, file);
  const issue = await currentIssue(current, file);
  const serving =
    current && issue ? await listen(world, named, { host, port, current }, file) : null;
  tellFileMessages(world, file, options);
  if (!serving) return finishRun(world, [file], options, {});
  const ended = interruption();
  greet(world, serving, issue!, options);
  const signal = await ended;
  await serving.close();
  return signal === 'SIGINT' ? 130 : 0;
}

interface ServeRequest {
  readonly host: string;
  readonly port: number;
  readonly current: () => Promise<Issue>;
}

async function listen(
  world: World,
  named: string,
  wanted: ServeRequest,
  file: VFile,
): Promise<Serving | null> {
  const { host } = wanted;
  if (!isLoopback(host))
    flag(
      file,
      'serve-open',
      `Everyone who can reach this machine at ${host} can read what is in this folder`,
    );
  const root = await world.realpath(resolve(world.cwd, named));
  const report = (sentence: string): void => world.stderr(`briefpress: ${visible(sentence)}\n`);
  try {
    return await openServer(world, { ...wanted, root, report });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const refusal = Object.hasOwn(SERVE_REFUSALS, code) ? SERVE_REFUSALS[code]! : null;
    if (!refusal) throw error;
    const { says, ...hint } = refusal;
    flag(
      file,
      'serve-address',
      `${wanted.port === 0 ? host : `${host}:${wanted.port}`} ${says}`,
      hint,
    );
    return null;
  }
}

const OTHER_HOST = 'Leave --host out, or name an address of this machine.';

const SERVE_REFUSALS: Readonly<Record<string, { readonly says: string; readonly hint?: string }>> =
  {
    EADDRINUSE: { says: 'is taken: another program listens there' },
    EACCES: { says: 'may not be opened by this user' },
    EADDRNOTAVAIL: { says: 'is no address of this machine', hint: OTHER_HOST },
    ENOTFOUND: { says: 'is no address: the name is not known', hint: OTHER_HOST },
    EAI_AGAIN: { says: 'is no address: the name can’t be looked up', hint: OTHER_HOST },
    EINVAL: { says: 'is no address', hint: OTHER_HOST },
  };

function portOf(text: Options[string]): number | null {
  if (text === undefined) return 0;
  const port = typeof text === 'string' && /^\d{1,5}$/u.test(text) ? Number(text) : -1;
  return port >= 0 && port <= 65_535 ? port : null;
}

/** The address alone on standard output, for scripts. */
function greet(world: World, { url, port }: Serving, { catalogue }: Issue, options: Options): void {
  const books = catalogue.books.length;
  if (options['json']) world.stdout(jsonText({ type: 'serving', url, port, books }));
  else {
    world.stdout(`${url}\n`);
    world.stderr(
      `${visible(catalogue.title)}: ${books} ${books === 1 ? 'book' : 'books'}; end with Ctrl-C\n`,
    );
  }
}

/** The first signal ends the server in order; a second one ends the program at once. */
const interruption = (): Promise<NodeJS.Signals> =>
  new Promise((resolved) => {
    const end = (signal: NodeJS.Signals): void => {
      process.off('SIGINT', end);
      process.off('SIGTERM', end);
      resolved(signal);
    };
    process.on('SIGINT', end);
    process.on('SIGTERM', end);
  });
