/** Rules of what is made: prints, catalogues, EPUB files, and the browser that prints. */
import type { Rule } from '../types.ts';

/** Rules of the stages that make files, grouped by the stage that raises them. */
export const outputRules = {
  // print
  'glyph-missing': {
    level: 'error',
    exit: 3,
    help: 'Take the character out, or add a font family that has it to the theme.',
  },
  'font-package': {
    level: 'error',
    exit: 6,
    help: 'Install the package with the font, or take the character out.',
  },
  'theme-unknown': {
    level: 'error',
    exit: 2,
    help: 'Name a folder of templates/, or give the path of a theme’s folder with --theme.',
  },
  'theme-foreign': {
    level: 'warning',
    exit: 2,
    help: 'Take the key out, or name a folder of templates/; classic is used instead.',
  },
  'theme-broken': {
    level: 'error',
    exit: 2,
    help: 'Correct the template or the tokens; templates/README.md lists what a template is given.',
  },
  'paper-unknown': {
    level: 'error',
    exit: 2,
    help: 'Name a paper of the theme, such as a4 or letter.',
  },
  'print-pages-none': {
    level: 'info',
    exit: 6,
    help: 'Run briefpress doctor to see what printing needs.',
  },
  'page-refs-unsettled': {
    level: 'error',
    exit: 5,
    help: 'Give .pg a fixed width in the theme’s style, so that filling a number in moves nothing.',
  },
  'print-text-lost': {
    level: 'error',
    exit: 5,
    help: 'The theme’s style hides or reorders these words; try --theme classic, and report it if that does not help.',
  },
  'print-folio': {
    level: 'error',
    exit: 5,
    help: 'The theme’s page counters must count as the classic theme’s do: the front in roman, the rest from 1.',
  },
  'print-shrunk': {
    level: 'warning',
    exit: 5,
    help: 'Break up the long word or the wide table, or give it a width in the theme’s style.',
  },
  'print-blank': {
    level: 'warning',
    exit: 5,
    help: 'Look for a forced page break or a tall empty box in the theme’s style.',
  },
  'page-unplaced': {
    level: 'info',
    exit: 5,
    help: 'Nothing needs to be done: every other page is marked where it begins.',
  },
  'pdf-conformance': {
    level: 'warning',
    exit: 5,
    help: 'Mend what the message names in the brief or the theme; the PDF itself is sound and can be used.',
  },
  // copies
  'copies-names': {
    level: 'error',
    exit: 3,
    help: 'Begin the file with a line of column names, one of them “name”; below it stands one row for each copy.',
  },
  'copies-twice': {
    level: 'warning',
    exit: 3,
    help: 'Take one of the two rows out, unless two copies are wanted.',
  },
  // catalogue
  'catalog-folder': {
    level: 'error',
    exit: 3,
    help: 'Name the folder that the outputs were built into.',
  },
  'catalog-empty': { level: 'error', exit: 3, help: 'Build a brief first: briefpress build.' },
  'catalog-book': {
    level: 'warning',
    exit: 3,
    help: 'Build the brief again, or take the file away.',
  },
  'catalog-undescribed': {
    level: 'info',
    exit: 3,
    help: 'Build the brief’s EPUB or its ledger too.',
  },
  'serve-address': {
    level: 'error',
    exit: 6,
    help: 'Choose another --port, or leave it out for one that is free.',
  },
  'serve-open': {
    level: 'info',
    exit: 6,
    help: 'Leave --host out to be reached from this machine only.',
  },
  // browser
  'browser-missing': {
    level: 'error',
    exit: 6,
    help: 'Run briefpress doctor: it lists every way to get a browser.',
  },
  'browser-start': {
    level: 'error',
    exit: 6,
    help: 'Run briefpress doctor to see what the browser lacks.',
  },
  'render-crash': {
    level: 'error',
    exit: 7,
    help: 'Try again; if it happens again, split the brief.',
  },
  'render-timeout': {
    level: 'error',
    exit: 7,
    help: 'Give the run more time with --timeout, or split the brief.',
  },
  'memory-limit': {
    level: 'error',
    exit: 7,
    help: 'Give the run more memory with --max-memory, or split the brief.',
  },
  'sandbox-needed': {
    level: 'error',
    exit: 6,
    help: 'Run as an ordinary user on a system that allows user namespaces, or leave --untrusted out if you trust the content.',
  },
  'untrusted': {
    level: 'error',
    exit: 3,
    help: 'Take it out of the content and give it on the command line, where it is yours.',
  },
  'sandbox-off': {
    level: 'warning',
    exit: 6,
    help: 'Print only content you trust, or run as an ordinary user on a system that allows user namespaces.',
  },
  // delivery
  'out-taken': { level: 'error', exit: 2, help: 'Choose another folder with --out.' },
  'out-unwritable': { level: 'error', exit: 6, help: 'Choose another folder with --out.' },
  'out-single': { level: 'warning', exit: 5, help: 'Name a folder with --out to get every file.' },
  // epub
  'epub-language': {
    level: 'warning',
    exit: 3,
    help: 'Write the language as a tag that readers know, for example lang: en-GB.',
  },
  'epub-gate': {
    level: 'error',
    exit: 5,
    help: 'Correct what the message names; the EPUB was not delivered.',
  },
  'docx-image': {
    level: 'warning',
    exit: 5,
    help: 'Save the image as PNG or JPEG.',
  },
} as const satisfies Readonly<Record<string, Rule>>;
