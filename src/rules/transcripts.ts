/** Messages about transcripts, and about folders of them. */
import type { Rule } from '../types.ts';

/** Rows of `rules` for what is read to check quotations against. */
export const transcriptRules = {
  'transcript-encoding': {
    level: 'error',
    exit: 3,
    help: 'Save the transcript as UTF-8, or name its encoding in the front matter, for example encoding: windows-1252.',
  },
  'transcript-binary': {
    level: 'error',
    exit: 3,
    help: 'Export the transcript as text, WebVTT, SRT, JSON or Markdown.',
  },
  'transcript-empty': {
    level: 'error',
    exit: 3,
    help: 'Check that the right file is named, and that it was saved.',
  },
  'transcript-format': {
    level: 'error',
    exit: 3,
    help: 'Correct the file, or name its format in the front matter (format:).',
  },
  'transcript-no-turns': {
    level: 'error',
    exit: 3,
    help: 'Check that the right file is named: it must hold the words that were said.',
  },
  'transcript-label': {
    level: 'warning',
    exit: 3,
    help: 'Add the speaker to the participants, or map the label with speakers: in the front matter; briefpress transcript shows all labels.',
  },
  'transcript-times': {
    level: 'info',
    exit: 3,
    help: 'Its words and speakers are read all the same; check the times that editions print.',
  },
  // a folder of transcripts
  'corpus-folder': {
    level: 'error',
    exit: 3,
    help: 'Name a folder that holds the transcripts, and that can be read.',
  },
  'corpus-empty': {
    level: 'error',
    exit: 3,
    help: 'Put the transcripts into the folder, as text, WebVTT, SRT, JSON or Markdown.',
  },
  'corpus-file': {
    level: 'info',
    exit: 6,
    help: 'Nothing is looked for in it; take it out of the folder if it is no transcript.',
  },
  'corpus-large': {
    level: 'error',
    exit: 3,
    help: 'Split the text, and check its parts one after the other.',
  },
} as const satisfies Readonly<Record<string, Rule>>;
