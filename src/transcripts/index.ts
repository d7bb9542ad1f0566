/** Bytes of a transcript → turns with their places. */
export { readTranscript } from './read.ts';
export { pageAt, rowAt } from './pages.ts';
