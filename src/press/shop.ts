/**
 * The print shop of a run: one browser, started when it is first needed, with the fonts of the
 * theme it prints.
 */
import { BrowserError, openSession, type Deadline, type PrintSession } from '../browser/index.ts';
import { fontFolders } from '../fonts.ts';
import type { Theme } from '../theme/theme.ts';
import type { World } from '../world.ts';
import type { PressOptions } from '../proof.ts';
import { timed } from '../trace.ts';

/** What a run prints with; the browser starts when it is first needed. */
export interface Shop {
  /** The outside that it works in. */
  readonly world: World;
  readonly deadline: Deadline;
  /** The session; started anew when another theme's fonts are asked for. */
  session(theme: Theme): Promise<PrintSession>;
  close(): Promise<void>;
}

/** True for a session that has ended, or never began by a crash: the next book gets a fresh one. */
const isOver = (session: Promise<PrintSession>): Promise<boolean> =>
  session.then(
    (open) => !open.isOpen(),
    (error: unknown) => error instanceof BrowserError && error.code === 'crash',
  );

/** Opens the shop of one run; it must be closed. */
/** A browser that runs, with these folders of fonts. */
interface Running {
  readonly fonts: string;
  readonly session: Promise<PrintSession>;
}

export function openShop(world: World, options: PressOptions, deadline: Deadline): Shop {
  let running: Running | null = null;
  const close = async (): Promise<void> => {
    const session = await running?.session.catch(() => null);
    running = null;
    await session?.close();
  };
  const start = (folders: readonly string[]): Promise<PrintSession> => {
    const { browserPath, sandbox, progress } = options;
    const session = openSession(world, { browserPath, sandbox, fontFolders: folders, deadline });
    return timed(world, progress, 'starting the browser', session);
  };
  return {
    world,
    deadline,
    session: async (theme) => {
      const folders = fontFolders(theme.faces);
      const fonts = folders.join('\n');
      if (running && (running.fonts !== fonts || (await isOver(running.session)))) await close();
      running ??= { fonts, session: start(folders) };
      return running.session;
    },
    close,
  };
}
