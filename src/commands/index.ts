/** The commands: one row each; the command line and its help derive from this table. */
import { formats } from '../formats/index.ts';
import type { World } from '../world.ts';

export type Options = Readonly<Record<string, string | boolean | undefined>>;

export interface CommandRow {
  /** Name and operands, as commander writes them. */
  readonly usage: string;
  readonly summary: string;
  readonly options: readonly (readonly [
    flags: string,
    text: string,
    extra?: { readonly default?: string; readonly choices?: () => readonly string[] },
  ])[];
  load(): Promise<{ run(world: World, inputs: readonly string[], options: Options): Promise<number> }>;
}

const reading = [
  ['--transcript <file>', 'check the quotations against this transcript'],
  ['--json', 'print diagnostics and a summary as one JSON value a line'],
  ['--quiet', 'print errors only'],
  ['--strict', 'let warnings fail the run'],
] as const;

const printing = [
  ['--browser-path <file>', 'the Chrome, Chromium or headless shell to print with'],
  ['--no-sandbox', 'print without the browser’s sandbox: only for content you trust'],
  ['--timeout <time>', 'give up after this time, e.g. 90s or 2m', { default: '5m' }],
] as const;

const cataloguing = [
  ['--title <words>', 'title of the catalogue'],
  ['--theme <name>', 'theme under templates/, or a folder'],
] as const;

export const commands: readonly CommandRow[] = [
  {
    usage: 'build [brief...]',
    summary: 'make the print PDF, the EPUB and the snapshot (without a brief: every brief under content/)',
    options: [
      ['--to <formats>', `comma list of ${Object.keys(formats).join(', ')}`, { default: 'pdf,epub,ledger,snapshot' }],
      ['-o, --out <folder>', 'where outputs go, in a folder per brief; - writes a single format to standard output', { default: 'out' }],
      ['--bind <title>', 'bind the briefs as one packet with this title'],
      ['--theme <name>', 'theme under templates/, or a folder'],
      ['--paper <size>', 'a4, letter or another paper of the theme'],
      ...reading,
      ...printing,
    ],
    load: () => import('./build.ts'),
  },
  {
    usage: 'check [brief...]',
    summary: 'read and check everything, print nothing',
    options: [...reading, ['--theme <name>', 'theme under templates/, or a folder']],
    load: () => import('./check.ts'),
  },
  {
    usage: 'quotes [brief]',
    summary: 'list every quotation: number, words, speaker and why, kind and why, verdict',
    options: [...reading, ['--explain <n>', 'show every rule that spoke for quotation n']],
    load: () => import('./quotes.ts'),
  },
  {
    usage: 'new <what> <name>',
    summary: 'begin something: “new brief NAME” under content/, “new theme NAME” under templates/, or at a path',
    options: [],
    load: () => import('./new.ts'),
  },
  {
    usage: 'catalog [folder]',
    summary: 'list what was built into a folder (out/): OPDS feeds for reading apps, a web page for people',
    options: [...cataloguing, ['--json', 'print diagnostics and a summary as one JSON value a line'], ['--quiet', 'print errors only'], ['--strict', 'let warnings fail the run']],
    load: () => import('./catalog.ts'),
  },
  {
    usage: 'serve [folder]',
    summary: 'offer a folder of outputs (out/) with its catalogue over HTTP, to this machine only',
    options: [
      ...cataloguing,
      ['--port <n>', 'listen on this port (without it: one that is free)'],
      ['--host <name>', 'listen on this address, e.g. 0.0.0.0 for everyone in the network', { default: '127.0.0.1' }],
      ['--json', 'print diagnostics and the address as one JSON value a line'],
    ],
    load: () => import('./serve.ts'),
  },
  {
    usage: 'doctor',
    summary: 'check this machine: Node, browser, sandbox, fonts',
    options: [['--json', 'print the checks as JSON'], ...printing],
    load: () => import('./doctor.ts'),
  },
  { usage: 'version', summary: 'print the version', options: [], load: () => import('./version.ts') },
];
