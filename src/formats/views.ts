/** Plain view objects for the templates of every medium: what print, web and EPUB say in the same words. */
export { appendixView, locatorView, notNumberedView, verdictMarks } from './views/appendix.ts';
export type {
  AppendixView,
  DiffView,
  EntryView,
  LegendView,
  LocatorView,
  NotNumberedView,
  PlaceView,
  VerdictView,
} from './views/appendix.ts';
export { glanceView } from './views/glance.ts';
export type { BarView, GlanceView } from './views/glance.ts';
export { speakersView } from './views/people.ts';
export type { SpeakersView } from './views/people.ts';
export { colophonView, contentsView, sourceNoteView, titlePageView } from './views/notes.ts';
export type { ColophonView, ContentsView, Made, Row, SourceNoteView, TitlePageView } from './views/notes.ts';
export { letterOf, numberOf, sayIn, sectionsOf } from './views/words.ts';
export type { Say, SectionView } from './views/words.ts';
