/**
 * `briefpress new brief NAME`, `briefpress new theme NAME`: a folder to begin with. Nothing that
 * exists is touched.
 */
import { visible } from '../report.ts';
import { dirname, join, relative, resolve } from 'node:path';
import { INSTALL_ROOT } from '../install.ts';
import type { World } from '../world.ts';
import { briefFiles, themeFiles, type Scaffold } from './new/scaffold.ts';
import { usage } from './run.ts';

interface ScaffoldKind {
  /** Folder for a NAME without a path. */
  readonly folder: string;
  files(world: World, name: string): Promise<Scaffold>;
  /** What to do next, as a command line. */
  next(path: string): string;
}

/** What can be begun: one row each. */
const SCAFFOLDS: Readonly<Record<string, ScaffoldKind>> = {
  brief: {
    folder: 'content',
    files: (_world, name) => Promise.resolve(briefFiles(name)),
    next: (path) => `briefpress build ${path}`,
  },
  theme: {
    folder: 'templates',
    files: async (world, name) =>
      themeFiles(
        name,
        new TextDecoder().decode(
          await world.read(join(INSTALL_ROOT, 'templates', 'classic', 'theme.yaml')),
        ),
      ),
    next: (path) => `briefpress build --theme ${path.startsWith('.') ? path : `./${path}`}`,
  },
};

/**
 * `briefpress new`: a brief or a theme to begin with; nothing is written over. Resolves to the
 * exit code.
 */
export async function runNew(
  world: World,
  [what = '', named = '']: readonly string[],
): Promise<number> {
  const kind = Object.hasOwn(SCAFFOLDS, what) ? SCAFFOLDS[what]! : null;
  if (!kind)
    return usage(
      world,
      `“${what}” is nothing that can be begun`,
      'Begin a brief or a theme: briefpress new brief NAME.',
    );
  const name =
    named
      .split(/[\\/]/u)
      .filter((part) => part !== '')
      .at(-1) ?? '';
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,60}$/u.test(name))
    return usage(
      world,
      `“${named}” is no name for a ${what}`,
      'Use letters, digits and hyphens, as in night-ferry; a path may stand before it.',
    );
  const folder = resolve(world.cwd, name === named ? join(kind.folder, name) : named);
  const shown = relative(world.cwd, folder);
  if ((await world.kind(folder)) !== null)
    return usage(world, `${shown} is already there; nothing was written`, 'Choose another name.');
  for (const { path, text } of await kind.files(world, name)) {
    const file = join(folder, path);
    await world.publish(dirname(file), [
      { name: path.split('/').at(-1)!, bytes: new TextEncoder().encode(text) },
    ]);
    world.stdout(`${visible(join(shown, path))}\n`);
  }
  world.stderr(`Next: ${visible(kind.next(shown))}\n`);
  return 0;
}
