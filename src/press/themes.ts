/**
 * The themes of a run: each is loaded once; a fault in one is told on the brief that asked for it.
 */
import { join } from 'node:path';
import type { VFile } from 'vfile';
import { INSTALL_ROOT } from '../install.ts';
import { nearest } from '../nearest.ts';
import { flag } from '../rules/flag.ts';
import { loadTheme } from '../theme/load.ts';
import { TemplateError } from '../theme/problems.ts';
import type { Theme } from '../theme/theme.ts';
import { OutsideError, type World } from '../world.ts';

/** The themes of one run; each is loaded once. */
export interface Themes {
  /**
   * Null after a problem (flagged). What the command line names may be a path; a brief, which may
   * be a stranger's, names one of ours.
   */
  load(asked: string | null, named: string | null, file: VFile): Promise<Theme | null>;
}

/**
 * Themes are looked for under `templates/` of the press, or at a path that the command line names.
 */
export function openThemes(world: World): Themes {
  const loaded = new Map<string, Promise<Theme>>();
  const themes: Themes = {
    load: async (asked, named, file) => {
      const which = asked ?? named ?? 'classic';
      if (asked === null && !THEME_NAME.test(which)) {
        flag(file, 'theme-unknown', `“${which}” is not the name of a theme`);
        return null;
      }
      if (asked === null && (await isForeign(world, which))) {
        flag(file, 'theme-foreign', `The theme “${which}” is none of ours`);
        return themes.load('classic', null, file);
      }
      const loading = loaded.get(which) ?? loadTheme(world, which, INSTALL_ROOT);
      loaded.set(which, loading);
      return loading.catch((error: unknown) => refusedTheme(error, which, file));
    },
  };
  return themes;
}

/** Files of Jekyll and Quarto name themes of those; a name that is almost one of ours is a slip. */
async function isForeign(world: World, which: string): Promise<boolean> {
  const known = await world.list(join(INSTALL_ROOT, 'templates'));
  if (known.includes(which)) return false;
  const { word, distance } = nearest(which, known);
  return (
    word === null || distance > Math.max(1, Math.floor(Math.min(word.length, which.length) / 3))
  );
}

function refusedTheme(error: unknown, which: string, file: VFile): null {
  if (error instanceof OutsideError)
    flag(file, 'theme-unknown', `The theme “${which}” ${error.message}`, { hint: error.hint });
  else flagTemplates(error, file);
  return null;
}

/**
 * Every problem of a theme with its own file, line and column; anything but a TemplateError is
 * thrown on.
 */
export function flagTemplates(error: unknown, file: VFile): void {
  if (!(error instanceof TemplateError)) throw error;
  for (const { file: path, line, column, says, nearest: meant } of error.problems) {
    flag(file, 'theme-broken', says, {
      path,
      place: { line, column },
      ...(meant ? { hint: `Did you mean “${meant}”?` } : {}),
    });
  }
}

/** What a brief may call a theme: a name, never a path. */
const THEME_NAME = /^[A-Za-z0-9][A-Za-z0-9-]{0,40}$/u;
