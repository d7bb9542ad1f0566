/** Bytes of a transcript → turns with their places. */
export { readTranscript } from './read.ts';
export { printedPageAt, lastRowUpTo } from './pages.ts';
export { castFrom as participantsNamed } from '../names/cast.ts';
export { transcriptAs, TRANSCRIPT_FORMS, type TranscriptForm } from './forms.ts';
