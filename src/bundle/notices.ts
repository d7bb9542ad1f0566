/** The licences of what a build holds of others, which have to go along with their code. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A package that is in a build. */
interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** Its licence and notices as it states them; empty where it has no such file. */
  readonly texts: readonly string[];
}

const BUNDLED_FROM = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/u;

/**
 * Name, version, licence and notices of every package that these modules are from, by name: the
 * text that a build carries.
 * @param modules absolute paths; those of ours are passed over
 */
export function noticesOf(modules: readonly string[]): string {
  const folders = new Set(modules.flatMap((path) => BUNDLED_FROM.exec(path)?.[0] ?? []));
  const notices = new Set([...folders].map((folder) => noticeOf(bundledAt(folder))));
  return `${NOTICES_HEAD}${[...notices].toSorted().join('')}`;
}

const NOTICES_HEAD =
  'This build of briefpress holds code of these packages, each under its own licence.\n';

const noticeOf = ({ name, version, license, texts }: BundledPackage): string =>
  `\n${'-'.repeat(80)}\n${name}@${version} (${license})\n\n${texts.map((text) => `${text.trim()}\n`).join('\n')}`;

const NOTICE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/iu;

function bundledAt(folder: string): BundledPackage {
  const { name, version, license } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as Record<string, string>;
  const texts = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && NOTICE_FILE.test(entry.name))
    .map((entry) => readFileSync(join(folder, entry.name), 'utf8'));
  return { name: name!, version: version!, license: license ?? 'see its files', texts };
}
