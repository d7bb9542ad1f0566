/** The print shop of a run: one browser, started when it is first needed, with the fonts of the theme it prints. */
import { openSession, type Deadline, type PrintSession } from '../browser/index.ts';
import { fontFolders } from '../fonts.ts';
import type { Theme } from '../theme/theme.ts';
import type { World } from '../world.ts';
import type { PressOptions } from '../proof.ts';
import { timed } from './progress.ts';

export interface Shop {
  readonly deadline: Deadline;
  /** The session; started anew when another theme's fonts are asked for. */
  session(theme: Theme): Promise<PrintSession>;
  close(): Promise<void>;
}

export function openShop(world: World, options: PressOptions, deadline: Deadline): Shop {
  let running: { readonly fonts: string; readonly session: Promise<PrintSession> } | null = null;
  const close = async (): Promise<void> => {
    const session = await running?.session.catch(() => null);
    running = null;
    await session?.close();
  };
  return {
    deadline,
    session: async (theme) => {
      const folders = fontFolders(theme.faces);
      const fonts = folders.join('\n');
      if (running && running.fonts !== fonts) await close();
      const { browserPath, sandbox } = options;
      running ??= {
        fonts,
        session: timed(
          options.progress,
          'starting the browser',
          openSession(world, { browserPath, sandbox, fontFolders: folders, deadline }),
        ),
      };
      return running.session;
    },
    close,
  };
}
