/** Options that several commands offer. */

/** Of every command that reads briefs. */
export const READING_OPTIONS = [
  ['--transcript <file>', 'check the quotations against this transcript'],
  [
    '--transcripts <folder>',
    'look the quotations up in all transcripts of this folder, where a brief has none of its own',
  ],
  [
    '--images <what>',
    'omit: leave out images that are not there or elsewhere, and name each',
    { choices: () => ['omit'] },
  ],
  ['--json', 'print diagnostics and a summary as one JSON value a line'],
  ['--quiet', 'print only what makes the run fail'],
  ['--strict', 'let warnings fail the run'],
] as const;

/** Of commands whose findings other programs read. */
export const FORM_OPTIONS = [
  [
    '--format <form>',
    'how findings are told: text, json (as --json; for drafts one document), github or sarif',
    { choices: () => ['text', 'json', 'github', 'sarif'] },
  ],
] as const;

/** A command with these is watched: it ends, whatever it is given. */
export const LIMIT_OPTIONS = [
  [
    '--timeout <time>',
    'give up after this time, e.g. 90s or 2m (default: 80s of work, 20s more for each further brief, 5m for a packet, 1h for a folder of transcripts)',
  ],
  [
    '--max-memory <size>',
    'give up above this size, the browser counted in, e.g. 800m or 4g',
    { default: '2500m' },
  ],
] as const;

/** Of every command that prints. */
export const PRINT_OPTIONS = [
  ['--browser-path <file>', 'the Chrome, Chromium or headless shell to print with'],
  ['--no-sandbox', 'print without the browser’s sandbox: only for content you trust'],
  ...LIMIT_OPTIONS,
] as const;

/** Of commands that may be given what a stranger wrote. */
export const STRANGER_OPTIONS = [
  ['--untrusted', 'for content from strangers: take no theme from it, print only in a sandbox'],
] as const;

/** Of what is made for paper. */
export const OFFICE_OPTIONS = [
  [
    '--duplex',
    'lay out for both sides of the paper; body, briefs and appendix begin on a right-hand page',
  ],
  ['--booklet', 'also make a booklet, two pages on each side of a sheet (implies --duplex)'],
  ['--gray', 'also make a file in grey; booklet, copies and crop-mark files are grey too'],
  ['--crop-marks', 'also make a file for a printer that trims: 3 mm bleed, crop marks'],
  [
    '--copies <file>',
    'also make one numbered, named copy for each row of this CSV file, and one file of them all',
  ],
  [
    '--status <words>',
    'draft, confidential, …: in the margin and on the title page, whatever the brief says',
  ],
  [
    '--bates <number>',
    'number every page of the run, beginning with this number, e.g. HARBOUR-000001',
  ],
  ['--line-numbers', 'number the lines of the text in the margin'],
] as const;

/** Of catalogues. */
export const CATALOGUE_OPTIONS = [
  ['--title <words>', 'title of the catalogue'],
  ['--theme <name>', 'theme under templates/, or a folder'],
] as const;
