/**
 * Messages about snapshots, bags and ZIP files. Each speaks in a recorded test below
 * tests/archive/.
 */
import type { Rule } from '../types.ts';
import { snapshotRules } from './snapshot.ts';

/** Rules of snapshots, bags and seals. */
export const archiveRules = {
  // zip files from elsewhere
  'zip-damaged': {
    level: 'error',
    exit: 3,
    help: 'Fetch the file again, or take it from another copy.',
  },
  'zip-trailing': {
    level: 'error',
    exit: 3,
    help: 'Do not trust the file: something was added to it that no unpacking shows.',
  },
  'zip-duplicate': {
    level: 'error',
    exit: 3,
    help: 'Do not trust the file: programs will disagree about which of the two is the right one.',
  },
  'zip-path': {
    level: 'error',
    exit: 3,
    help: 'Do not unpack the file: this name could overwrite files outside of its folder.',
  },
  'zip-link': {
    level: 'error',
    exit: 3,
    help: 'Do not unpack the file; snapshots hold plain files only.',
  },
  'zip-bomb': {
    level: 'error',
    exit: 3,
    help: 'Do not unpack the file: it is made to fill the disk.',
  },
  'zip-mismatch': {
    level: 'error',
    exit: 3,
    help: 'Do not trust the file: programs will disagree about what it holds.',
  },
  'zip-unsupported': {
    level: 'error',
    exit: 3,
    help: 'Pack the folder again as a plain ZIP file, or name the unpacked folder.',
  },
  'zip-checksum': {
    level: 'error',
    exit: 3,
    help: 'Fetch the file again, or take it from another copy.',
  },
  'zip-form': {
    level: 'error',
    exit: 3,
    help: 'Take the snapshot as briefpress wrote it; it was packed again or changed.',
  },
  'archive-large': {
    level: 'error',
    exit: 3,
    help: 'Verify the archive with a program that reads more; .github/THREATS.md lists what is read here.',
  },
  // bags (RFC 8493)
  'archive-unknown': {
    level: 'error',
    exit: 3,
    help: 'Name a snapshot, the folder of an unpacked one, a shelf of snapshots, or a proof.',
  },
  'bag-declaration': {
    level: 'error',
    exit: 3,
    help: 'A bag begins with a bagit.txt of two lines, as in RFC 8493, 2.1.1.',
  },
  'bag-version': {
    level: 'error',
    exit: 3,
    help: 'Verify the bag with a program that knows this version of BagIt.',
  },
  'bag-encoding': {
    level: 'error',
    exit: 3,
    help: 'Tag files are in the encoding that bagit.txt names.',
  },
  'bag-payload': {
    level: 'error',
    exit: 3,
    help: 'Take the bag from another copy: its folder data/ is missing.',
  },
  'bag-manifest-missing': {
    level: 'error',
    exit: 3,
    help: 'Take the bag from another copy: without its manifests nothing can be checked.',
  },
  'bag-algorithm': {
    level: 'error',
    exit: 3,
    help: 'Verify the bag with a program that knows the algorithm; sha256 and sha512 are usual.',
  },
  'bag-manifest-line': {
    level: 'error',
    exit: 3,
    help: 'A line is a checksum, white space and a path.',
  },
  'bag-manifest-star': {
    level: 'warning',
    exit: 3,
    help: 'Leave out the asterisk, a habit of md5sum that BagIt does not have.',
  },
  'bag-path-unsafe': {
    level: 'error',
    exit: 3,
    help: 'Do not trust the bag: the path leads out of it, or means something else on other systems.',
  },
  'bag-path-odd': {
    level: 'warning',
    exit: 3,
    help: 'Write the path without ./ and without empty parts.',
  },
  'bag-path-twice': { level: 'error', exit: 3, help: 'Each file is listed once in a manifest.' },
  'bag-path-twice-alike': {
    level: 'warning',
    exit: 3,
    help: 'Each file is listed once in a manifest; here both lines say the same.',
  },
  'bag-path-place': {
    level: 'error',
    exit: 3,
    help: 'Payload manifests list what lies in data/, tag manifests what lies outside.',
  },
  'bag-missing': { level: 'error', exit: 3, help: 'Take the file from another copy.' },
  'bag-altered': {
    level: 'error',
    exit: 3,
    help: 'Take the file from another copy; this one has changed since the manifests were written.',
  },
  'bag-truncated': {
    level: 'error',
    exit: 3,
    help: 'Take the file from another copy; this one was cut off.',
  },
  'bag-line-endings': {
    level: 'error',
    exit: 3,
    help: 'Turn off the conversion of line endings (git: core.autocrlf, FTP: text mode) and copy again.',
  },
  'bag-renamed': { level: 'error', exit: 3, help: 'Give the file its old name again.' },
  'bag-swapped': { level: 'error', exit: 3, help: 'Exchange the two files.' },
  'bag-unlisted': {
    level: 'error',
    exit: 3,
    help: 'Do not trust the file: it was added after the manifests were written.',
  },
  'bag-tag-missing': { level: 'error', exit: 3, help: 'Take the file from another copy.' },
  'bag-tag-altered': {
    level: 'error',
    exit: 3,
    help: 'Take the file from another copy; this one has changed since the tag manifests were written.',
  },
  'bag-manifest-altered': {
    level: 'error',
    exit: 3,
    help: 'Do not trust the bag: somebody changed the list that the files are compared with.',
  },
  'bag-oxum': { level: 'error', exit: 3, help: 'Compare the list of files with another copy.' },
  'bag-link': {
    level: 'error',
    exit: 3,
    help: 'A bag holds plain files and folders; put the file itself there.',
  },
  'bag-fetch': {
    level: 'error',
    exit: 3,
    help: 'A line of fetch.txt is an address, a length or -, and a path in data/.',
  },
  'bag-collision': {
    level: 'warning',
    exit: 3,
    help: 'Rename one of the two: some systems take them for the same file.',
  },
  'bag-system-file': { level: 'warning', exit: 3, help: 'Leave out the file: the system made it.' },
  ...snapshotRules,
} as const satisfies Readonly<Record<string, Rule>>;
