/** Where systems keep browsers: names of programs, and the places that installers use. */
import type { World } from '../world.ts';
import { userHome } from '../world/folders.ts';

/** Headless shells as distributions call them. */
export const SYSTEM_SHELLS = [
  'chrome-headless-shell',
  'chromium-headless-shell',
  'headless-shell',
  'headless_shell',
] as const;

/** Whole browsers as they are called on PATH. */
export const SYSTEM_BROWSERS = [
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
] as const;

const MAC_BROWSERS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const WINDOWS_BROWSERS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** Paths at which an installer leaves a browser on this platform, for everyone or for this user. */
export function installedPlaces({
  platform,
  env,
}: Pick<World, 'platform' | 'env'>): readonly string[] {
  if (platform === 'linux')
    return [
      '/opt/google/chrome/chrome',
      '/opt/microsoft/msedge/msedge',
      '/usr/lib/chromium/chromium',
    ];
  if (platform === 'darwin')
    return ['', userHome(env)].flatMap((home) =>
      MAC_BROWSERS.map((name) => `${home}/Applications/${name}`),
    );
  return platform === 'win32'
    ? windowsFolders(env).flatMap((folder) => WINDOWS_BROWSERS.map((name) => `${folder}\\${name}`))
    : [];
}

/** Programs of 64 bits, of 32, and of this user alone. */
const windowsFolders = (env: World['env']): readonly string[] => [
  ...new Set([
    env['ProgramW6432'] ?? env['ProgramFiles'] ?? 'C:\\Program Files',
    env['ProgramFiles(x86)'] ?? 'C:\\Program Files (x86)',
    ...(env['LOCALAPPDATA'] ? [env['LOCALAPPDATA']] : []),
  ]),
];
