/**
 * Every message that briefpress can print about a brief: its id, its level, the stage of the exit code, and the remedy.
 * Each id has a fixture of the same name under tests/fixtures/ or tests/cli/ whose output shows it.
 */
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { limits } from './limits.ts';
import { archiveRules } from './rules/archive.ts';
import type { Rule, Span } from './types.ts';

/** Rows are grouped by the stage that raises them. */
export const rules = {
  // read
  'encoding': { level: 'error', exit: 3, help: 'Save the file as UTF-8.' },
  'empty': { level: 'error', exit: 3, help: 'Write the brief into this file: a title, a few sections, and the words that were said.' },
  'input-missing': { level: 'error', exit: 3, help: 'Check the path: name a Markdown file, or a folder that holds a brief.md.' },
  'no-brief': { level: 'error', exit: 3, help: 'Name a Markdown file, or write a brief.md into the folder.' },
  'binary': { level: 'error', exit: 3, help: 'Save the brief as plain text or Markdown.' },
  'character': { level: 'error', exit: 3, help: 'Take the character out; it came in by copying and can’t be seen.' },
  'too-complex': { level: 'error', exit: 3, help: 'Break the line or the paragraph up, or take the nesting out.' },
  'front-matter-syntax': {
    level: 'error',
    exit: 3,
    help: 'Correct the YAML; a value with a colon, a # or a leading quote needs quotation marks around it.',
  },
  'front-matter-key': { level: 'error', exit: 3, help: 'Write the key as the message says.' },
  'front-matter-extra': { level: 'warning', exit: 3, help: 'Take the key out, or leave it to the other program that reads it.' },
  'front-matter-value': { level: 'error', exit: 3, help: 'Write a value of the kind that the message names.' },
  'heading-skip': { level: 'warning', exit: 3, help: 'Use the next lower level, so that readers of the outline miss nothing.' },
  'link-unsafe': { level: 'warning', exit: 3, help: 'Use an address that begins with https://, or #id of a section.' },
  'raw-html': { level: 'warning', exit: 3, help: 'Write it in Markdown; only q, cite, dfn and blockquote are understood.' },
  'image-missing': { level: 'error', exit: 3, help: 'Put the image into the brief’s folder, or take it out of the text.' },
  'image-unsafe': { level: 'error', exit: 3, help: 'Use a PNG, JPEG, GIF or WebP file from inside the brief’s folder.' },
  'image-alt': { level: 'warning', exit: 3, help: 'Describe the image between the brackets: ![a map of the quay](map.png).' },
  'source-unsafe': { level: 'error', exit: 3, help: 'Put the transcript into the brief’s folder, or name it with --transcript.' },
  'file-unsafe': {
    level: 'error',
    exit: 3,
    help: 'Put the file itself there: links, folders and devices are not followed where a file is looked for.',
  },
  'transcript-several': { level: 'warning', exit: 3, help: 'Name the right one in the front matter (transcript:) or with --transcript.' },
  'language-partial': {
    level: 'info',
    exit: 3,
    help: 'Read the speakers and the printed words with care; src/languages/README.md tells what is known of each language.',
  },
  'title-missing': { level: 'info', exit: 3, help: 'Write a title into the first line, or into the front matter.' },
  'transcript-missing': {
    level: 'error',
    exit: 3,
    help: 'Check the path of the transcript, or take it out of the front matter to build without a check.',
  },
  // compose
  'link-dangling': { level: 'warning', exit: 3, help: 'Point the link to the id of a section, or take it out.' },
  // quotes
  'quote-unclosed': { level: 'warning', exit: 4, help: 'Close the quotation mark, or write :term[…] if the words are not a quotation.' },
  'quote-override': { level: 'warning', exit: 4, help: 'Take the decision out, or copy the words anew from the brief.' },
  'quote-altered': { level: 'warning', exit: 4, help: 'Quote the source’s words, or show the change with […] or [brackets].' },
  'quote-misattributed': { level: 'warning', exit: 4, help: 'Name the speaker whom the source names, or correct the participants.' },
  'quote-not-found': {
    level: 'warning',
    exit: 4,
    help: 'Copy the words from the source, or name the source they come from with :quote[…]{src=…}.',
  },
  'quote-ambiguous': { level: 'warning', exit: 4, help: 'Name the speaker, or the time, with :quote[…]{by=… at=…}.' },
  'quote-contradiction': { level: 'warning', exit: 4, help: 'Decide who said the words, and name that person in both places.' },
  'quote-near-miss': { level: 'warning', exit: 4, help: 'Write the same words in both places, or show the change with […] or [brackets].' },
  'quote-unsettled': {
    level: 'error',
    exit: 3,
    help: 'Let the sidecar be one plain list, without “...” at its end, and split a brief that is very long.',
  },
  'speaker-differs': {
    level: 'warning',
    exit: 4,
    help: 'Name the speaker with a verb of speech, a colon or :quote[…]{by=…}, or correct who it is.',
  },
  'speaker-unchecked': {
    level: 'warning',
    exit: 4,
    help: 'Run briefpress transcript on the file to see how it was read; map its labels with speakers: in the front matter.',
  },
  'quote-remarked': { level: 'warning', exit: 4, help: 'Quote more of the sentence, or as the source has it.' },
  'draft-empty': { level: 'info', exit: 4, help: 'Check that the right file is named, and that its quotation marks are in pairs.' },
  'quote-unattributed': { level: 'info', exit: 4, help: 'Write who said it, or :quote[…]{by=…}.' },
  // transcripts
  'transcript-encoding': {
    level: 'error',
    exit: 3,
    help: 'Save the transcript as UTF-8, or name its encoding in the front matter, for example encoding: windows-1252.',
  },
  'transcript-binary': { level: 'error', exit: 3, help: 'Export the transcript as text, WebVTT, SRT, JSON or Markdown.' },
  'transcript-empty': { level: 'error', exit: 3, help: 'Check that the right file is named, and that it was saved.' },
  'transcript-format': { level: 'error', exit: 3, help: 'Correct the file, or name its format in the front matter (format:).' },
  'transcript-no-turns': { level: 'error', exit: 3, help: 'Check that the right file is named: it must hold the words that were said.' },
  'transcript-label': {
    level: 'warning',
    exit: 3,
    help: 'Add the speaker to the participants, or map the label with speakers: in the front matter; briefpress transcript shows all labels.',
  },
  // a folder of transcripts
  'corpus-folder': { level: 'error', exit: 3, help: 'Name a folder that holds the transcripts, and that can be read.' },
  'corpus-empty': { level: 'error', exit: 3, help: 'Put the transcripts into the folder, as text, WebVTT, SRT, JSON or Markdown.' },
  'corpus-file': { level: 'info', exit: 6, help: 'Nothing is looked for in it; take it out of the folder if it is no transcript.' },
  'corpus-large': { level: 'error', exit: 3, help: 'Split the text, and check its parts one after the other.' },
  // packets
  'packet-twice': { level: 'warning', exit: 3, help: 'Take one of the two lines out, unless the brief shall stand in the book twice.' },
  'packet-member': {
    level: 'error',
    exit: 3,
    help: 'Name a brief beside the packet or below the folder that you are in, and no link to one.',
  },
  'packet-brief': { level: 'error', exit: 3, help: 'Correct the brief first; its messages say what is wrong.' },
  // copies
  'copies-names': {
    level: 'error',
    exit: 3,
    help: 'Begin the file with a line of column names, one of them “name”; below it stands one row for each copy.',
  },
  'copies-twice': { level: 'warning', exit: 3, help: 'Take one of the two rows out, unless two copies are wanted.' },
  // print
  'glyph-missing': { level: 'error', exit: 3, help: 'Take the character out, or add a font family that has it to the theme.' },
  'theme-unknown': { level: 'error', exit: 2, help: 'Name a folder of templates/, or give the path of a theme’s folder with --theme.' },
  'theme-broken': {
    level: 'error',
    exit: 2,
    help: 'Correct the template or the tokens; templates/README.md lists what a template is given.',
  },
  'paper-unknown': { level: 'error', exit: 2, help: 'Name a paper of the theme, such as a4 or letter.' },
  'print-pages-none': { level: 'info', exit: 6, help: 'Run briefpress doctor to see what printing needs.' },
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
  'print-shrunk': { level: 'warning', exit: 5, help: 'Break up the long word or the wide table, or give it a width in the theme’s style.' },
  'print-blank': { level: 'warning', exit: 5, help: 'Look for a forced page break or a tall empty box in the theme’s style.' },
  'pdf-conformance': {
    level: 'warning',
    exit: 5,
    help: 'Mend what the message names in the brief or the theme; the PDF itself is sound and can be used.',
  },
  ...archiveRules,
  // catalogue
  'catalog-folder': { level: 'error', exit: 3, help: 'Name the folder that the outputs were built into.' },
  'catalog-empty': { level: 'error', exit: 3, help: 'Build a brief first: briefpress build.' },
  'catalog-book': { level: 'warning', exit: 3, help: 'Build the brief again, or take the file away.' },
  'catalog-undescribed': { level: 'info', exit: 3, help: 'Build the brief’s EPUB or its ledger too.' },
  'serve-address': { level: 'error', exit: 6, help: 'Choose another --port, or leave it out for one that is free.' },
  'serve-open': { level: 'info', exit: 6, help: 'Leave --host out to be reached from this machine only.' },
  // browser
  'browser-missing': { level: 'error', exit: 6, help: 'Run briefpress doctor: it lists every way to get a browser.' },
  'browser-start': { level: 'error', exit: 6, help: 'Run briefpress doctor to see what the browser lacks.' },
  'render-crash': { level: 'error', exit: 7, help: 'Try again; if it happens again, split the brief.' },
  'render-timeout': { level: 'error', exit: 7, help: 'Give the run more time with --timeout, or split the brief.' },
  'memory-limit': { level: 'error', exit: 7, help: 'Give the run more memory with --max-memory, or split the brief.' },
  'sandbox-needed': {
    level: 'error',
    exit: 6,
    help: 'Run as an ordinary user on a system that allows user namespaces, or leave --untrusted out if you trust the content.',
  },
  'untrusted': { level: 'error', exit: 3, help: 'Take it out of the content and give it on the command line, where it is yours.' },
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
  'epub-language': { level: 'warning', exit: 3, help: 'Write the language as a tag that readers know, for example lang: en-GB.' },
  'epub-gate': { level: 'error', exit: 5, help: 'Correct what the message names; the EPUB was not delivered.' },
} as const satisfies Readonly<Record<string, Rule>>;

/** Id of a rule, as messages name it. */
export type RuleId = keyof typeof rules;

/** Extra facts of a message; `place` is a span of file offsets or a 1-based line and column. */
export interface Detail {
  readonly place?: Span | { readonly line: number; readonly column: number } | undefined;
  readonly actual?: string;
  readonly expected?: readonly string[];
  /** Replaces the rule's own remedy where a more exact one is known. */
  readonly hint?: string;
  /** Path in front of the position, where the problem lies in another file than the brief (a transcript, a template). */
  readonly path?: string;
}

/**
 * Reports a problem on the brief's file; nothing is thrown, and all problems of a run are shown together. Beyond the first hundred of
 * one rule they are counted: one more message says how many there are.
 */
export function flag(file: VFile, id: RuleId, reason: string, detail: Detail = {}): void {
  const tally = tallyOf(file, id);
  if (++tally.count > limits.messages.perRule) return countedOn(file, id, tally);
  const message = messageOf(file, id, cut(reason), detail.place ? pointOf(file, detail.place) : null);
  if (detail.hint !== undefined) message.note = cut(detail.hint);
  if (detail.actual !== undefined) message.actual = cut(detail.actual);
  if (detail.expected) message.expected = [...detail.expected];
  if (detail.path) message.file = detail.path;
}

function messageOf(file: VFile, id: RuleId, reason: string, place: ReturnType<typeof pointOf> | null): VFileMessage {
  const rule: Rule = rules[id];
  const message = file.message(reason, { ruleId: id, source: 'briefpress', ...(place && { place }) });
  message.fatal = rule.level === 'error' ? true : rule.level === 'warning' ? false : undefined;
  message.note = rule.help;
  return message;
}

const cut = (text: string): string =>
  text.length > limits.messages.characters ? `${text.slice(0, limits.messages.characters - 1)}…` : text;

/** Messages of one rule about one file, and the one that says how many are not shown. */
interface Tally {
  count: number;
  rest: VFileMessage | null;
}

/** Beside the file, so that telling a million problems costs a million steps and a hundred messages. */
const tallies = new WeakMap<VFile, Map<RuleId, Tally>>();

function tallyOf(file: VFile, id: RuleId): Tally {
  const ofFile = tallies.get(file) ?? new Map<RuleId, Tally>();
  const tally = ofFile.get(id) ?? { count: 0, rest: null };
  tallies.set(file, ofFile.set(id, tally));
  return tally;
}

const GROUPED = new Intl.NumberFormat('en');

function countedOn(file: VFile, id: RuleId, tally: Tally): void {
  tally.rest ??= messageOf(file, id, '', null);
  tally.rest.reason = `and ${GROUPED.format(tally.count - limits.messages.perRule)} more of this kind`;
}

/** True when a message at error level stands on the file: later stages must not print. */
export const failed = (file: VFile): boolean => file.messages.some((message) => message.fatal === true);

function pointOf(file: VFile, place: NonNullable<Detail['place']>): { line: number; column: number; offset?: number } {
  if ('line' in place) return place;
  return pointAt(String(file.value), place.start);
}

let last: { text: string; lines: number[] } | undefined;

/** 1-based line and column of a UTF-16 offset; the line table of the last text is kept. */
export function pointAt(text: string, offset: number): { line: number; column: number; offset: number } {
  if (last?.text !== text) last = { text, lines: lineStarts(text) };
  const lines = last.lines;
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - lines[low]! + 1, offset };
}

function lineStarts(text: string): number[] {
  const lines = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) lines.push(i + 1);
  return lines;
}
