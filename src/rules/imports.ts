/** Rules of what comes from other programs: Word, web pages, PDF, mail. */
import type { Rule } from '../types.ts';

/** Rules of documents that are imported; tests/import*.test.ts show each. */
export const importRules = {
  'import-unknown': {
    level: 'error',
    exit: 3,
    help: 'Save it as .docx, .odt, .html, .pdf with text, .eml, .epub, Markdown or plain text.',
  },
  'import-damaged': {
    level: 'error',
    exit: 3,
    help: 'Open it in the program that wrote it, save it again, and import that.',
  },
  'import-encrypted': {
    level: 'error',
    exit: 3,
    help: 'Open it with its password, save a copy without one, and import that.',
  },
  'import-entities': {
    level: 'error',
    exit: 3,
    help: 'No office program writes that: do not trust the file. Nothing of it was read.',
  },
  'import-large': {
    level: 'error',
    exit: 3,
    help: 'Split the document; .github/THREATS.md lists what is read.',
  },
  'import-no-text': {
    level: 'error',
    exit: 3,
    help: 'Its pages are pictures: run text recognition (OCR) over it first, or import another copy.',
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
  'import-macros': {
    level: 'warning',
    exit: 3,
    help: 'Nothing of them was run or taken; keep that in mind if you give the original away.',
  },
  'import-part': {
    level: 'warning',
    exit: 3,
    help: 'Open the document in the program that wrote it and look whether something is missing.',
  },
  'import-image': {
    level: 'warning',
    exit: 3,
    help: 'Save the picture as PNG or JPEG into the brief’s folder, and name it in the text.',
  },
  'import-attached': {
    level: 'info',
    exit: 3,
    help: 'Save the file from the mail; if quotations are from it, name it as the transcript.',
  },
  'import-converted': {
    level: 'info',
    exit: 3,
    help: 'The account begins with what LibreOffice gave: compare the text with the document.',
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
