/** What the package.json of this program says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { INSTALL_ROOT } from './install.ts';

const packageFile = JSON.parse(readFileSync(join(INSTALL_ROOT, 'package.json'), 'utf8')) as {
  readonly version: string;
  readonly peerDependencies: Readonly<Record<string, string>>;
};

/** Version of this press. */
export const { version } = packageFile;

/** A package as npm is asked for it: in the version that this press is made for, if it names one. */
export const pinnedPeer = (name: string): string =>
  Object.hasOwn(packageFile.peerDependencies, name)
    ? `${name}@${packageFile.peerDependencies[name]}`
    : name;
