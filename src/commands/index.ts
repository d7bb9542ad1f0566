/** The commands: one row each; the command line and its help derive from this table. */
import { formats } from '../formats/index.ts';
import {
  CATALOGUE_OPTIONS,
  FORM_OPTIONS,
  LIMIT_OPTIONS,
  OFFICE_OPTIONS,
  PRINT_OPTIONS,
  READING_OPTIONS,
  STRANGER_OPTIONS,
} from './offers.ts';
import type { CommandRow } from './row.ts';

/** All commands, in the order of the help. */
export const commands: readonly CommandRow[] = [
  {
    usage: 'build [brief...]',
    summary:
      'make the print PDF, the EPUB and the snapshot (without a brief: every brief under content/)',
    options: [
      [
        '--to <formats>',
        `comma list of ${Object.keys(formats).join(', ')} (default: pdf,epub,ledger,snapshot)`,
      ],
      [
        '-o, --out <folder>',
        'where outputs go, in a folder per brief, called after its file (a brief.md: after the folder that it lies in); - writes a single format to standard output',
        { default: 'out' },
      ],
      ['--bind <title>', 'bind the briefs as one packet with this title'],
      [
        '--each <file>',
        'build one brief for each row of this CSV file, which fills {{name}} in it',
      ],
      ['--theme <name>', 'theme under templates/, or a folder'],
      ['--paper <size>', 'a4, letter, legal, a5 or another paper of the theme'],
      ...OFFICE_OPTIONS,
      ...READING_OPTIONS,
      ...FORM_OPTIONS,
      ...PRINT_OPTIONS,
      ...STRANGER_OPTIONS,
    ],
    load: async () => (await import('./build.ts')).runBuild,
  },
  {
    usage: 'check [brief...]',
    summary: 'read and check everything, print nothing',
    options: [
      ...READING_OPTIONS,
      ['--theme <name>', 'theme under templates/, or a folder'],
      [
        '--draft',
        'check any Markdown or text instead: exit 4 when a quotation does not stand in the transcript (--strict: or is not confirmed)',
      ],
      ...FORM_OPTIONS,
      ['--fail-if-empty', 'let a draft without quotations fail, too'],
      ['--profile <name>', 'check EPUB files instead, as readers want them: epub, kindle or kobo'],
      ...LIMIT_OPTIONS,
      ...STRANGER_OPTIONS,
    ],
    load: async () => (await import('./check.ts')).runCheck,
  },
  {
    usage: 'import [file]',
    summary:
      'make the folder of a brief from a document of another program (- reads standard input), with an account of every character',
    options: [
      [
        '--as <what>',
        'brief, or transcript: the text with its pages and lines',
        { choices: () => ['brief', 'transcript'] },
      ],
      ['-o, --out <folder>', 'where the files go (default: content/ and the name of the document)'],
      [
        '--changes <what>',
        'tracked changes: accept them, or reject them; without it they stop the import',
        { choices: () => ['accept', 'reject'] },
      ],
      ['--report', 'list everything that was left out or added, with its place'],
      ['--json', 'print diagnostics and the account as one JSON value a line'],
      ['--quiet', 'print only what makes the run fail'],
      ['--strict', 'let warnings fail the run'],
      ...LIMIT_OPTIONS,
    ],
    load: async () => (await import('./import.ts')).runImport,
  },
  {
    usage: 'quotes [brief]',
    summary: 'list every quotation: number, words, speaker and why, kind and why, verdict',
    options: [
      ...READING_OPTIONS,
      ['--explain <n>', 'show every rule that spoke for quotation n'],
      ['--fix', 'write what was settled into quotes.yml beside the brief'],
      ...LIMIT_OPTIONS,
    ],
    load: async () => (await import('./quotes.ts')).runQuotes,
  },
  {
    usage: 'transcript [file]',
    summary:
      'show how a transcript is read: layout, labels and whom they mean, lines that nobody explains',
    options: [
      ['--brief <file>', 'take participants, format and map of labels from this brief'],
      ['--participants <names>', 'who may speak, separated by commas'],
      ['--to <form>', 'write it cleanly: txt, vtt or json'],
      ['--json', 'print the table as JSON'],
      ['--strict', 'let warnings fail the run'],
      ...LIMIT_OPTIONS,
    ],
    load: async () => (await import('./transcript.ts')).runTranscript,
  },
  {
    usage: 'new <what> <name>',
    summary:
      'begin something: “new brief NAME” under content/, “new theme NAME” under templates/, or at a path',
    options: [],
    words: ['brief', 'theme'],
    load: async () => (await import('./new.ts')).runNew,
  },
  {
    usage: 'catalog [folder]',
    summary:
      'list what was built into a folder (out/): OPDS feeds for reading apps, a web page for people',
    options: [
      ...CATALOGUE_OPTIONS,
      ['--json', 'print diagnostics and a summary as one JSON value a line'],
      ['--quiet', 'print only what makes the run fail'],
      ['--strict', 'let warnings fail the run'],
    ],
    load: async () => (await import('./catalog.ts')).runCatalog,
  },
  {
    usage: 'serve [folder]',
    summary: 'offer a folder of outputs (out/) with its catalogue over HTTP, to this machine only',
    options: [
      ...CATALOGUE_OPTIONS,
      ['--port <n>', 'listen on this port (without it: one that is free)'],
      [
        '--host <name>',
        'listen on this address, e.g. 0.0.0.0 for everyone in the network',
        { default: '127.0.0.1' },
      ],
      ['--json', 'print diagnostics and the address as one JSON value a line'],
    ],
    load: async () => (await import('./serve.ts')).runServe,
  },
  {
    usage: 'archive [brief...]',
    summary:
      'make one ZIP file that can be verified in ten years: sources, editions, ledger, checksums',
    options: [
      [
        '-o, --out <file>',
        'where the snapshot goes (default: out/<brief>/<brief>.snapshot.zip); - writes it to standard output',
      ],
      [
        '--all <folder>',
        'keep a shelf of dated snapshots there; what has not changed is left out, nothing is written over',
      ],
      ['--sign <key>', 'sign with this SSH key'],
      ['--tsa <url>', 'have the time stamped by this authority (RFC 3161); needs the network'],
      ['--theme <name>', 'theme under templates/, or a folder'],
      ['--paper <size>', 'a4 or letter'],
      ...READING_OPTIONS,
      ...PRINT_OPTIONS,
      ...STRANGER_OPTIONS,
    ],
    load: async () => (await import('./archive.ts')).runArchive,
  },
  {
    usage: 'verify [file]',
    summary:
      'verify a snapshot, any BagIt bag, a shelf of snapshots, or a proof; no network, no browser',
    options: [
      [
        '--signers <file>',
        'require a signature by one of these keys (allowed_signers or public keys)',
      ],
      ['--identity <name>', 'require that the signer is this one of them'],
      [
        '--tsa-certs <file>',
        'require a time stamp by an authority that these certificates vouch for (PEM)',
      ],
      ['--rebuild', 'make the editions again and compare every byte (this needs the browser)'],
      ['--no-quotations', 'check files and seals only'],
      ['--snapshot <file>', 'for a proof: the snapshot it is from'],
      ['--root <hash>', 'for a proof: the root that it must lead to'],
      ...FORM_OPTIONS,
      ...READING_OPTIONS.filter(([flags]) => !/^--(?:transcript|images)/u.test(flags)),
      ...PRINT_OPTIONS.filter(([flags]) => !flags.startsWith('--timeout')),
      [
        '--timeout <time>',
        'give up after this time, e.g. 90s or 2m: a long shelf takes hours',
        { default: '1440m' },
      ],
    ],
    load: async () => (await import('./verify.ts')).runVerify,
  },
  {
    usage: 'prove [snapshot] [n]',
    summary:
      'write quotation n of a snapshot with its proof, to be cited and checked without the rest',
    options: [
      ['-o, --out <file>', 'where the proof goes', { default: '-' }],
      ['--quiet', 'print only what makes the run fail'],
    ],
    load: async () => (await import('./prove.ts')).runProve,
  },
  {
    usage: 'diff [old] [new]',
    summary:
      'tell what changed between two snapshots or briefs: quotations, speakers, verdicts, text by section',
    options: [
      ['--json', 'print the changes as JSON'],
      ['--notice', 'print the changes as corrections: for the front matter'],
      ['--transcript <file>', 'check the quotations of briefs against this transcript'],
      ...LIMIT_OPTIONS,
    ],
    load: async () => (await import('./diff.ts')).runDiff,
  },
  {
    usage: 'doctor',
    summary: 'check this machine: Node, browser, sandbox, fonts',
    options: [['--json', 'print the checks as JSON'], ...PRINT_OPTIONS],
    load: async () => (await import('./doctor.ts')).runDoctor,
  },
  {
    usage: 'browser <what>',
    summary: 'the browser that prints: install one for this user, list what there is, or its path',
    options: [
      ['--json', 'print what is found as JSON'],
      ['--quiet', 'do not tell what is fetched'],
    ],
    words: ['install', 'list', 'path'],
    load: async () => (await import('./browser.ts')).runBrowser,
  },
  {
    usage: 'schema',
    summary: 'print the JSON Schema of front matter and of briefs that are data, for editors',
    options: [['--path', 'print where it lies instead']],
    load: async () => (await import('./schema.ts')).runSchema,
  },
  {
    usage: 'completion <shell>',
    summary: 'print a script that completes command lines in bash, zsh, fish or pwsh',
    options: [],
    words: ['bash', 'zsh', 'fish', 'pwsh'],
    load: async (all) => {
      const { runCompletion } = await import('./completion.ts');
      return (world, named) => runCompletion(world, named, all);
    },
  },
  {
    usage: 'mcp [folder]',
    summary:
      'serve the transcripts of a folder to programs that write drafts (Model Context Protocol): find, verify, cite; it only reads',
    options: [],
    load: async () => (await import('./mcp.ts')).runMcp,
  },
  {
    usage: 'version',
    summary: 'print the version',
    options: [],
    load: async () => (await import('./version.ts')).runVersion,
  },
];
