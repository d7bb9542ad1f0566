/**
 * The files of a theme: those that it names, and no others. Whatever else lies in its folder is
 * neither read nor archived.
 */
import { limits } from '../limits.ts';
import { isAbsolute, join, posix } from 'node:path';
import { fontFile, lackedPackage } from '../fonts.ts';
import { placeInside, readInside } from '../inside.ts';
import { OutsideError, type World } from '../world.ts';
import { TemplateError, type ThemeProblem } from './problems.ts';
import type { Medium } from './theme.ts';
import type { FaceToken, SpareToken } from './tokens.ts';

/** The file that names a theme's tokens. */
export const TOKENS = 'theme.yaml';

/** One file of a theme: `path` is `<theme>/<path in the theme's folder>`. */
export interface ThemeFile {
  readonly path: string;
  /** Path inside the theme's folder, by which a theme replaces a file of `classic`. */
  readonly name: string;
  /** Path as shown in messages. */
  readonly shown: string;
  readonly bytes: Uint8Array;
}

/** A theme's folder: where it is, what the theme is called, how it is shown. */
export interface ThemeFolder {
  readonly at: string;
  readonly theme: string;
  readonly shown: string;
}

const TEMPLATE_MEDIA: readonly Medium[] = ['print', 'epub', 'web', 'catalog'];
const TEMPLATE_FOLDERS: readonly string[] = [
  'partials',
  ...TEMPLATE_MEDIA.flatMap((medium) => [medium, `${medium}/partials`]),
];
const TEMPLATE = /^[^.].*\.(?:hbs|css)$/u;

const THEME = 'the theme’s folder';

/** Bytes of one template or of the tokens, and how many templates a theme may have. */
const THEME_LIMITS = { file: 1024 * 1024, files: 500 } as const;

/**
 * Tokens, templates and styles, sorted by path. @throws TemplateError where one of them is a link,
 * a device or too large
 */
export async function readTemplates(
  world: World,
  folder: ThemeFolder,
): Promise<readonly ThemeFile[]> {
  const own = (await world.entries(folder.at))
    .filter(({ name }) => name === TOKENS)
    .map(({ name }) => ({ name, path: null }));
  const inside = TEMPLATE_FOLDERS.map((name) => templatesIn(world, folder, name));
  const names = [...own, ...(await Promise.all(inside)).flat()].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  if (names.length > THEME_LIMITS.files)
    throw new TemplateError([
      fileProblem(
        folder.shown,
        `the theme has ${names.length} templates; it may have ${THEME_LIMITS.files}`,
      ),
    ]);
  return readThemeFiles(world, folder, names, THEME_LIMITS.file);
}

async function templatesIn(
  world: World,
  { at, shown }: ThemeFolder,
  inside: string,
): Promise<readonly ListedFile[]> {
  const place = await placeInside(world, at, inside, THEME);
  if ('path' in place) {
    const entries = await world
      .entries(place.path)
      .catch((error: unknown) => refuseFile(`${shown}/${inside}`, error));
    return entries
      .filter(({ name }) => TEMPLATE.test(name))
      .map(({ name, kind }) => ({
        name: `${inside}/${name}`,
        path: kind === 'file' ? join(place.path, name) : null,
      }));
  }
  if (place.refused === 'missing') return [];
  throw new TemplateError([fileProblem(`${shown}/${inside}`, place.says)]);
}

/** A file by its name below the theme's folder; `path` where it is known to be a plain file. */
interface ListedFile {
  readonly name: string;
  readonly path: string | null;
}

async function readThemeFiles(
  world: World,
  folder: ThemeFolder,
  listed: readonly ListedFile[],
  limit: number = limits.theme.bytes,
): Promise<readonly ThemeFile[]> {
  const problems: ThemeProblem[] = [];
  const files: ThemeFile[] = [];
  for (const { name, path } of listed) {
    const shown = `${folder.shown}/${name}`;
    try {
      files.push({
        path: `${folder.theme}/${name}`,
        name,
        shown,
        bytes:
          path === null
            ? await readInside(world, folder.at, name, limit, THEME)
            : await world.read(path, limit),
      });
    } catch (error) {
      if (!(error instanceof OutsideError)) throw error;
      problems.push(fileProblem(shown, error.message));
    }
  }
  if (problems.length > 0) throw new TemplateError(problems);
  return files;
}

function refuseFile(shown: string, error: unknown): never {
  if (!(error instanceof OutsideError)) throw error;
  throw new TemplateError([fileProblem(shown, error.message)], error);
}

const fileProblem = (file: string, says: string): ThemeProblem => ({
  file,
  line: 1,
  column: 1,
  says,
  path: null,
  nearest: null,
});

// ---------------------------------------------------------------- fonts

const THEME_FONT = /\.(?:ttf|woff2?)$/u;

/** True where a token names a font of the theme's own folder, not one of an installed package. */
const isOwn = (named: string): boolean =>
  /^\.{0,2}[/\\]|^fonts\//u.test(named) || isAbsolute(named);

/** The font files of a theme. */
export interface Fonts {
  /** Those in the theme's folder: they are part of the theme. */
  readonly own: readonly ThemeFile[];
  /**
   * Absolute path and bytes of what a token names: one font, or all of a folder (a name with `/` at
   * its end).
   */
  read(named: string): Promise<readonly { readonly file: string; readonly bytes: Uint8Array }[]>;
  /** Name of the package that a token names and that is not installed; else null. */
  lacks(named: string): string | null;
}

/**
 * The fonts that a list of tokens names. @throws TemplateError where one in the theme's folder
 * can't be read
 */
export async function openFonts(
  world: World,
  folder: ThemeFolder,
  tokens: unknown,
): Promise<Fonts> {
  const named = ((tokens ?? []) as readonly (FaceToken | SpareToken)[])
    .map(({ file }) => file)
    .filter(isOwn);
  const names = await ownFontNames(world, folder, named);
  const own = await readThemeFiles(
    world,
    folder,
    names.map((name) => ({ name, path: null })),
  );
  return {
    own,
    read: async (name) =>
      isOwn(name) ? pick(own, plainPath(name), folder) : readPackaged(world, name, folder),
    lacks: (name) => (isOwn(name) ? null : lackedPackage(name)),
  };
}

function pick(
  own: readonly ThemeFile[],
  named: string,
  { at }: ThemeFolder,
): Awaited<ReturnType<Fonts['read']>> {
  const files = own.filter(({ name }) =>
    named.endsWith('/') ? posix.dirname(name) === named.slice(0, -1) : name === named,
  );
  return files.map(({ name, bytes }) => ({ file: join(at, name), bytes }));
}

/**
 * A path without detours; one that leads out of the folder stays as it is, to be refused by the
 * door.
 */
const plainPath = (name: string): string => (isAbsolute(name) ? name : posix.normalize(name));

async function fontsIn(
  world: World,
  { at, shown }: ThemeFolder,
  name: string,
): Promise<readonly string[]> {
  const place = await placeInside(world, at, name.replace(/\/+$/u, ''), THEME);
  if ('refused' in place) throw new TemplateError([fileProblem(`${shown}/${name}`, place.says)]);
  const entries = await world
    .entries(place.path)
    .catch((error: unknown) => refuseFile(`${shown}/${name}`, error));
  return entries.flatMap((entry) =>
    THEME_FONT.test(entry.name) ? [posix.join(name, entry.name)] : [],
  );
}

async function readPackaged(
  world: World,
  named: string,
  folder: ThemeFolder,
): ReturnType<Fonts['read']> {
  const path = packagedTokens(named, folder);
  const names = named.endsWith('/')
    ? (await world.list(path))
        .filter((name) => THEME_FONT.test(name))
        .map((name) => join(path, name))
    : [path];
  return Promise.all(
    names.map(async (file) => ({ file, bytes: await world.read(file, limits.theme.bytes) })),
  );
}

function packagedTokens(named: string, { shown }: ThemeFolder): string {
  const tokens = `${shown}/${TOKENS}`;
  if (named.split(/[\\/]/u).includes('..'))
    throw new TemplateError([fileProblem(tokens, `the font “${named}” leads out of its package`)]);
  try {
    return fontFile(named);
  } catch (cause) {
    throw new TemplateError([fileProblem(tokens, `the font “${named}” is not installed`)], cause);
  }
}

/** Paths in the theme's folder: fonts, and those in the folders that are named. */
async function ownFontNames(
  world: World,
  folder: ThemeFolder,
  named: readonly string[],
): Promise<readonly string[]> {
  const names = await Promise.all(
    named.map(async (name) => (name.endsWith('/') ? fontsIn(world, folder, name) : [name])),
  );
  return [...new Set(names.flat().map(plainPath))].sort();
}
