/**
 * The gates of an EPUB, in pure JavaScript: what every book of ours must pass before it is
 * delivered, and what anyone can ask about any EPUB. They are fewer than EPUBCheck's and never a
 * claim of conformance; each finding says what to do.
 */
import {
  containerFindings,
  openContainer,
  type Container,
  type EpubFinding,
} from './gate/container.ts';
import { documentFindings } from './gate/documents.ts';
import { koboFindings, kindleFindings } from './gate/devices.ts';
import { packageFindings } from './gate/package.ts';
import { limits } from '../../limits.ts';
import { unpackEpub } from './package.ts';

export type { EpubFinding } from './gate/container.ts';

/** `epub` is what every reader wants; `kindle` and `kobo` add what their makers ask for. */
export type Profile = 'epub' | 'kindle' | 'kobo';

/** Whose demands an EPUB is held against: the standard's, or also those of a shop. */
export const profiles: readonly Profile[] = ['epub', 'kindle', 'kobo'];

const DEVICES: Readonly<Record<Profile, (container: Container) => readonly EpubFinding[]>> = {
  epub: () => [],
  kindle: kindleFindings,
  kobo: koboFindings,
};

/**
 * What is wrong with any EPUB; empty when nothing was found. Nothing in it is run, fetched or
 * written.
 */
export async function checkEpub(
  bytes: Uint8Array,
  profile: Profile,
): Promise<readonly EpubFinding[]> {
  const outside = containerFindings(bytes);
  const refuse = (says: string, remedy: string): readonly EpubFinding[] => [
    { rule: 'container', where: '', says, remedy },
  ];
  const files = await unpackEpub(bytes).catch((error: unknown) => {
    if (error instanceof RangeError) return 'too large' as const;
    throw error;
  });
  if (files === null)
    return refuse(
      'This is not a ZIP file that can be read, so it is no EPUB',
      'Name an EPUB file; if it is one, it was damaged on its way: copy it anew.',
    );
  if (files === 'too large')
    return refuse(
      `It unpacks to more than ${limits.epub.unpacked} bytes, and is not read`,
      'Take out what no reader needs, or make several books.',
    );
  return [...outside, ...insideFindings({ files, size: bytes.length }, profile)];
}

/**
 * The same gates for a book of ours: over the files as they were packed, and the first bytes of the
 * container.
 */
export function checkBook(files: Container['files'], bytes: Uint8Array): readonly EpubFinding[] {
  return [...containerFindings(bytes), ...insideFindings({ files, size: bytes.length }, 'epub')];
}

function insideFindings(
  given: Pick<Container, 'files' | 'size'>,
  profile: Profile,
): readonly EpubFinding[] {
  const { container, findings } = openContainer(given);
  if (!container) return findings;
  return [
    ...findings,
    ...packageFindings(container),
    ...documentFindings(container),
    ...DEVICES[profile](container),
  ];
}
