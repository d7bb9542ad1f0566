/** Rules of snapshots, which are stricter than bags, and of proofs. */
import type { Rule } from '../types.ts';

/** Rules of snapshots, seals and proofs. */
export const snapshotRules = {
  // snapshots: the strict profile
  'snapshot-algorithm': {
    level: 'error',
    exit: 3,
    help: 'Snapshots have sha256 and sha512, and no other manifests.',
  },
  'snapshot-fetch': {
    level: 'error',
    exit: 3,
    help: 'Do not fetch anything: a snapshot holds all of its files.',
  },
  'snapshot-manifest': {
    level: 'error',
    exit: 3,
    help: 'Do not trust the snapshot: somebody took one of its manifests out.',
  },
  'snapshot-tagmanifest': {
    level: 'error',
    exit: 3,
    help: 'Do not trust the snapshot: somebody took one of its tag manifests out.',
  },
  'snapshot-tag-unlisted': {
    level: 'error',
    exit: 3,
    help: 'Do not trust the file: it was added after the snapshot was written.',
  },
  'snapshot-collision': {
    level: 'error',
    exit: 3,
    help: 'Do not trust the snapshot: on some systems one file hides the other.',
  },
  'snapshot-version': {
    level: 'error',
    exit: 3,
    help: 'Snapshots are bags of version 1.0 in UTF-8.',
  },
  'snapshot-signatures': {
    level: 'error',
    exit: 3,
    help: 'Do not trust the file: in signatures/ lie one signature and one time stamp at most.',
  },
  'snapshot-record': {
    level: 'error',
    exit: 3,
    help: 'Verify the snapshot with the version of briefpress that wrote it.',
  },
  'snapshot-quotation': {
    level: 'error',
    exit: 4,
    help: 'Compare the quotation with the archived transcript yourself; the archived verdict does not hold.',
  },
  'snapshot-unjudged': {
    level: 'error',
    exit: 3,
    help: 'Verify the snapshot with the version that wrote it, or look at files and seals alone with --no-quotations.',
  },
  'snapshot-judgement': {
    level: 'warning',
    exit: 4,
    help: 'The rules have changed since the snapshot was written; its files have not.',
  },
  'snapshot-attachment': {
    level: 'error',
    exit: 3,
    help: 'Do not trust the snapshot: its print edition carries another file than the one beside it.',
  },
  'signature-missing': {
    level: 'error',
    exit: 3,
    help: 'Ask whoever gave you the snapshot for the signed one.',
  },
  'signature-invalid': {
    level: 'error',
    exit: 3,
    help: 'Do not trust the snapshot: it is not what was signed.',
  },
  'signature-foreign': {
    level: 'error',
    exit: 3,
    help: 'Do not trust the snapshot unless you know the key; add it to the file of signers if you do.',
  },
  'signers-line': {
    level: 'error',
    exit: 2,
    help: 'Write names, options and a public key as ssh-keygen(1) describes under ALLOWED SIGNERS, or take the line out.',
  },
  'authorities-file': {
    level: 'error',
    exit: 2,
    help: 'Name a file with one or more certificates in PEM.',
  },
  'timestamp-missing': {
    level: 'error',
    exit: 3,
    help: 'Ask whoever gave you the snapshot for the one with a time stamp.',
  },
  'timestamp-invalid': {
    level: 'error',
    exit: 3,
    help: 'Do not rely on the time: the stamp is not for this snapshot.',
  },
  'timestamp-foreign': {
    level: 'error',
    exit: 3,
    help: 'Do not rely on the time unless you trust the authority; add its certificate if you do.',
  },
  'snapshot-needed': { level: 'error', exit: 3, help: 'Name a snapshot, or leave the option out.' },
  'root-foreign': {
    level: 'error',
    exit: 3,
    help: 'Ask for the snapshot that this root was taken from.',
  },
  'rebuild-differs': {
    level: 'error',
    exit: 5,
    help: 'Compare the two files; the messages above name the parts that are not the same as then.',
  },
  'rebuild-alike': {
    level: 'warning',
    exit: 5,
    help: 'Use the program, the browser and the fonts that data/build.json names for the same bytes.',
  },
  'rebuild-pinned': {
    level: 'info',
    exit: 5,
    help: 'Install what data/build.json names for the same bytes.',
  },
  'proof-invalid': {
    level: 'error',
    exit: 3,
    help: 'Do not rely on the proof; ask for the snapshot itself.',
  },
  'proof-foreign': {
    level: 'error',
    exit: 3,
    help: 'Ask for the snapshot that the proof was taken from.',
  },
} as const satisfies Readonly<Record<string, Rule>>;
