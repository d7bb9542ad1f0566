/** Rules of what comes from other programs: Word, web pages, PDF, mail. */
import type { Rule } from '../types.ts';

/** Rules of documents that are imported; tests/import*.test.ts show each. */
export const importRules = {
  'import-unknown': {
    level: 'error',
    exit: 3,
    help: 'Save it as .docx, .odt, .html, .pdf with text, .eml, .epub, Markdown or plain text.',
  },
  'import-large': {
    level: 'error',
    exit: 3,
    help: 'Split the document; .github/THREATS.md lists what is read.',
  },
  'import-no-article': {
    level: 'error',
    exit: 3,
    help: 'Save the page of the article itself, or copy its text into a .txt file.',
  },
  'import-changes': {
    level: 'error',
    exit: 3,
    help: 'Say what holds: briefpress import FILE --changes accept, or --changes reject.',
  },
  'import-changed-quotation': {
    level: 'warning',
    exit: 4,
    help: 'Compare the quotation with its source: somebody changed words inside it.',
  },
  'import-unexplained': {
    level: 'error',
    exit: 5,
    help: 'This is a fault of briefpress: nothing was written. Please report it with the document.',
  },
  'import-image': {
    level: 'warning',
    exit: 3,
    help: 'Save the picture as PNG or JPEG into the brief’s folder, and name it in the text.',
  },
  'import-left-out': {
    level: 'info',
    exit: 3,
    help: 'briefpress import FILE --report lists every piece with its place.',
  },
  'import-kind': {
    level: 'info',
    exit: 3,
    help: 'It is read as what it is; give it the right ending so that other programs do so, too.',
  },
} as const satisfies Readonly<Record<string, Rule>>;
