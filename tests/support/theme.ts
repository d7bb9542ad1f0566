/** A theme made of strings, in a world that has nothing else. */
import { join } from 'node:path';
import { loadTheme } from '../../src/theme/load.ts';
import type { Theme, Writer } from '../../src/theme/theme.ts';
import { OutsideError, type World } from '../../src/world.ts';

export const root = join(import.meta.dirname, '../..');

export const writer: Writer = {
  href: (id) => `#${id}`,
  page: (id) => `<i>${id}</i>`,
  content: (id) => `<p>${id}</p>`,
};

const refuse = (): never => {
  throw new Error('this world is for reading');
};

/** A world that can only be read; `files` by absolute path. */
export function memoryWorld(files: Readonly<Record<string, string>>): World {
  const below = (path: string): string[] =>
    Object.keys(files).filter((name) => name.startsWith(`${path}/`));
  const kindOf = (path: string): 'file' | 'folder' | null =>
    files[path] !== undefined ? 'file' : below(path).length > 0 ? 'folder' : null;
  return {
    cwd: '/home',
    env: {},
    platform: 'linux',
    arch: 'x64',
    read: async (path) => {
      const text = files[path];
      if (text === undefined) throw new OutsideError(path, 'ENOENT', 'does not exist', '');
      return new TextEncoder().encode(text);
    },
    kind: async (path) => kindOf(path),
    list: async (path) =>
      [...new Set(below(path).map((name) => name.slice(path.length + 1).split('/')[0]!))].sort(),
    realpath: async (path) => path,
    entries: async (path) =>
      [...new Set(below(path).map((name) => name.slice(path.length + 1).split('/')[0]!))]
        .sort()
        .map((name) => ({ name, kind: kindOf(`${path}/${name}`)! })),
    facts: async (path) => {
      const kind = kindOf(path);
      return kind && { kind, size: files[path]?.length ?? 0, modified: 0 };
    },
    open: refuse,
    openBelow: refuse,
    publish: refuse,
    stdout: refuse,
    stderr: refuse,
    stdin: refuse,
    run: refuse,
    entering: () => undefined,
    levelMemory: () => undefined,
    post: refuse,
  };
}

/** `files` by path below templates/, as in `classic/print/book.hbs`. */
export const themeFrom = (
  files: Readonly<Record<string, string>>,
  which = 'classic',
): Promise<Theme> =>
  loadTheme(
    memoryWorld(
      Object.fromEntries(
        Object.entries(files).map(([name, text]) => [`/press/templates/${name}`, text]),
      ),
    ),
    which,
    '/press',
  );

/** The one-template theme `t`, rendered with `data`. */
export async function render(
  template: string,
  data: object,
  partials: Readonly<Record<string, string>> = {},
): Promise<string> {
  const files = Object.fromEntries(
    Object.entries(partials).map(([name, text]) => [`classic/partials/${name}.hbs`, text]),
  );
  return (await themeFrom({ 'classic/print/t.hbs': template, ...files })).render(
    'print',
    't',
    data,
    writer,
  );
}

/** The one-sheet theme's styles with `data`. */
export const styles = async (
  css: string,
  data: object,
  tokens = '',
  paper: string | null = null,
): Promise<string> =>
  (await themeFrom({ 'classic/print/t.css': css, 'classic/theme.yaml': tokens }))
    .on(paper)
    .styles('print', data);
