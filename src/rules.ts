/**
 * Every message that briefpress can print about a brief: its id, its level, the stage of the exit
 * code, and the remedy. Each id has a fixture of the same name under tests/fixtures/ or tests/cli/
 * whose output shows it.
 */
import { archiveRules } from './rules/archive.ts';
import { dataRules } from './rules/data.ts';
import { importRules } from './rules/imports.ts';
import { outputRules } from './rules/outputs.ts';
import { transcriptRules } from './rules/transcripts.ts';
import type { Rule } from './types.ts';

/** Rows are grouped by the stage that raises them. */
export const rules = {
  // read
  'encoding': { level: 'error', exit: 3, help: 'Save the file as UTF-8.' },
  'empty': {
    level: 'error',
    exit: 3,
    help: 'Write the brief into this file: a title, a few sections, and the words that were said.',
  },
  'input-missing': {
    level: 'error',
    exit: 3,
    help: 'Check the path: name a Markdown file, or a folder that holds a brief.md.',
  },
  'no-brief': {
    level: 'error',
    exit: 3,
    help: 'Name a Markdown file, or write a brief.md into the folder.',
  },
  'binary': { level: 'error', exit: 3, help: 'Save the brief as plain text or Markdown.' },
  'character': {
    level: 'error',
    exit: 3,
    help: 'Take the character out; it came in by copying and can’t be seen.',
  },
  'too-complex': {
    level: 'error',
    exit: 3,
    help: 'Break the line or the paragraph up, or take the nesting out.',
  },
  'front-matter-syntax': {
    level: 'error',
    exit: 3,
    help: 'Correct the YAML; a value with a colon, a # or a leading quote needs quotation marks around it.',
  },
  'front-matter-key': { level: 'error', exit: 3, help: 'Write the key as the message says.' },
  'front-matter-extra': {
    level: 'warning',
    exit: 3,
    help: 'Take the key out, or leave it to the other program that reads it.',
  },
  'front-matter-value': {
    level: 'error',
    exit: 3,
    help: 'Write a value of the kind that the message names.',
  },
  'heading-skip': {
    level: 'warning',
    exit: 3,
    help: 'Use the next lower level, so that readers of the outline miss nothing.',
  },
  'link-unsafe': {
    level: 'warning',
    exit: 3,
    help: 'Use an address that begins with https://, or #id of a section.',
  },
  'raw-html': {
    level: 'warning',
    exit: 3,
    help: 'Write it in Markdown; this element is not understood.',
  },
  'markup-foreign': {
    level: 'info',
    exit: 3,
    help: 'It is for another program; write in Markdown what readers shall see.',
  },
  'comment-omitted': {
    level: 'warning',
    exit: 3,
    help: 'Take out what nobody else may read before you give a snapshot away.',
  },
  'footnote-unused': {
    level: 'warning',
    exit: 3,
    help: 'Write its mark, such as [^1], where it belongs, or take the note out.',
  },
  'comment-unclosed': { level: 'error', exit: 3, help: 'Write --> where the comment ends.' },
  'image-missing': {
    level: 'error',
    exit: 3,
    help: 'Put the image into the brief’s folder, take it out of the text, or build without it: --images omit.',
  },
  'image-unsafe': {
    level: 'error',
    exit: 3,
    help: 'Use a PNG, JPEG, GIF or WebP file from inside the brief’s folder.',
  },
  'image-omitted': {
    level: 'warning',
    exit: 3,
    help: 'Put the image into the brief’s folder, or leave --images out to be stopped by it.',
  },
  'table-cells': {
    level: 'warning',
    exit: 3,
    help: 'Give the header as many cells as the longest row; the row is printed whole, under an empty heading.',
  },
  'image-alt': {
    level: 'warning',
    exit: 3,
    help: 'Describe the image between the brackets: ![a map of the quay](map.png).',
  },
  'source-unsafe': {
    level: 'error',
    exit: 3,
    help: 'Put the transcript into the brief’s folder, or name it with --transcript.',
  },
  'file-unsafe': {
    level: 'error',
    exit: 3,
    help: 'Put the file itself there: links, folders and devices are not followed where a file is looked for.',
  },
  'transcript-several': {
    level: 'warning',
    exit: 3,
    help: 'Name the right one in the front matter (transcript:) or with --transcript.',
  },
  'language-partial': {
    level: 'info',
    exit: 3,
    help: 'Read the speakers and the printed words with care; src/languages/README.md tells what is known of each language.',
  },
  'title-missing': {
    level: 'info',
    exit: 3,
    help: 'Write a title into the first line, or into the front matter.',
  },
  'transcript-missing': {
    level: 'error',
    exit: 3,
    help: 'Check the path of the transcript, or take it out of the front matter to build without a check.',
  },
  ...dataRules,
  // compose
  'link-dangling': {
    level: 'warning',
    exit: 3,
    help: 'Point the link to the id of a section, or take it out.',
  },
  // quotes
  'quote-unclosed': {
    level: 'warning',
    exit: 4,
    help: 'Close the quotation mark, or write :term[…] if the words are not a quotation.',
  },
  'quote-override': {
    level: 'warning',
    exit: 4,
    help: 'Take the decision out, or copy the words anew from the brief.',
  },
  'quote-altered': {
    level: 'warning',
    exit: 4,
    help: 'Quote the source’s words, or show the change with […] or [brackets].',
  },
  'quote-misattributed': {
    level: 'warning',
    exit: 4,
    help: 'Name the speaker whom the source names, or correct the participants.',
  },
  'quote-not-found': {
    level: 'warning',
    exit: 4,
    help: 'Copy the words from the source, or name the source they come from with :quote[…]{src=…}.',
  },
  'quote-ambiguous': {
    level: 'warning',
    exit: 4,
    help: 'Name the speaker, or the time, with :quote[…]{by=… at=…}.',
  },
  'quote-contradiction': {
    level: 'warning',
    exit: 4,
    help: 'Decide who said the words, and name that person in both places.',
  },
  'quote-near-miss': {
    level: 'warning',
    exit: 4,
    help: 'Write the same words in both places, or show the change with […] or [brackets].',
  },
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
  'quote-remarked': {
    level: 'warning',
    exit: 4,
    help: 'Quote more of the sentence, or as the source has it.',
  },
  'draft-empty': {
    level: 'info',
    exit: 4,
    help: 'Check that the right file is named, and that its quotation marks are in pairs.',
  },
  'quote-unattributed': { level: 'info', exit: 4, help: 'Write who said it, or :quote[…]{by=…}.' },
  // packets
  'packet-twice': {
    level: 'warning',
    exit: 3,
    help: 'Take one of the two lines out, unless the brief shall stand in the book twice.',
  },
  'packet-member': {
    level: 'error',
    exit: 3,
    help: 'Name a brief beside the packet or below the folder that you are in, and no link to one.',
  },
  'packet-brief': {
    level: 'error',
    exit: 3,
    help: 'Correct the brief first; its messages say what is wrong.',
  },
  ...transcriptRules,
  ...archiveRules,
  ...importRules,
  ...outputRules,
} as const satisfies Readonly<Record<string, Rule>>;

/** Id of a rule, as messages name it. */
export type RuleId = keyof typeof rules;
