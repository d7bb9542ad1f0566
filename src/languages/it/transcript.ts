/** Italian: labels of transcripts, and what only looks like one; the calendar. */
import type { CalendarWords, TranscriptWords } from '../language.ts';
import { listed, NONE } from '../lists.ts';

export const transcript: TranscriptWords = {
  roles: NONE,
  anonymous: NONE,
  questions: NONE,
  answers: NONE,
  salutations: NONE,
  documents: NONE,
  discourse: NONE,
  functionWords: NONE,
  stage: listed('risate applausi'),
  continued: NONE,
  pages: NONE,
};

export const calendar: CalendarWords = { months: NONE, weekdays: NONE };
