/**
 * Languages of which only little is known: their marks, their direction, a few words. Each can grow
 * into a folder of its own.
 */
import { de } from './de/index.ts';
import { es } from './es/index.ts';
import type { Language, MarkStyle, SenseWords } from './language.ts';
import { wordSet, NO_WORDS } from './lists.ts';
import { nl } from './nl/index.ts';
import { pl } from './pl/index.ts';
import { ru } from './ru/index.ts';

const UNKNOWN_LANGUAGE = {
  direction: 'ltr',
  marks: null,
  regions: {},
  noteBeforePunctuation: false,
  incise: null,
  cues: null,
  cueUses: null,
  grammar: null,
  unspaced: null,
  kind: null,
  people: null,
  sense: null,
  context: null,
  abbreviations: null,
  headings: null,
  lines: null,
  frequent: null,
  printed: null,
  transcript: null,
  calendar: null,
} as const satisfies Omit<Language, 'tag' | 'name'>;

const markStyle = (id: string, ...pairs: MarkStyle['pairs']): MarkStyle => ({ id, pairs });

const swiss = de.regions['de-CH'];
const czech = markStyle('czech', ['„', '“'], ['‚', '‘'], ['»', '«']);
const norwegian = markStyle('norwegian', ['«', '»'], ['‘', '’']);
const swedish = markStyle('swedish', ['”', '”'], ['»', '»']);
const danish = markStyle('danish', ['»', '«'], ['›', '‹'], ['“', '”']);

const denying = (negations: string): SenseWords => ({
  negations: wordSet(negations),
  denyingEnds: [],
  denyingStarts: [],
  light: NO_WORDS,
  turns: NO_WORDS,
  contractions: {},
  contractedEnds: {},
  numbers: [],
  tens: [],
});

const scandinavian = denying('ikke aldri aldrig intet ingen uten uden');

const withMarks = (tag: string, name: string, marks: MarkStyle): Language => ({
  ...UNKNOWN_LANGUAGE,
  tag,
  name,
  marks,
});
const rightToLeft = (tag: string, name: string): Language => ({
  ...UNKNOWN_LANGUAGE,
  tag,
  name,
  direction: 'rtl',
});

/** Languages of which only marks or direction are known. */
export const others: readonly Language[] = [
  withMarks('ca', 'Catalan', es.marks),
  withMarks('gl', 'Galician', es.marks),
  withMarks('eu', 'Basque', es.marks),
  withMarks('rm', 'Romansh', swiss),
  withMarks('hu', 'Hungarian', pl.marks),
  withMarks('ro', 'Romanian', pl.marks),
  withMarks('be', 'Belarusian', ru.marks),
  withMarks('bg', 'Bulgarian', ru.marks),
  withMarks('cs', 'Czech', czech),
  withMarks('sk', 'Slovak', czech),
  withMarks('sl', 'Slovenian', czech),
  withMarks('hr', 'Croatian', czech),
  withMarks('sr', 'Serbian', czech),
  withMarks('tr', 'Turkish', nl.marks),
  { ...withMarks('da', 'Danish', danish), sense: scandinavian },
  { ...withMarks('no', 'Norwegian', norwegian), sense: scandinavian },
  { ...withMarks('nb', 'Norwegian Bokmål', norwegian), sense: scandinavian },
  {
    ...withMarks('nn', 'Norwegian Nynorsk', norwegian),
    sense: denying('ikkje aldri ingen inkje utan'),
  },
  withMarks('el', 'Greek', norwegian),
  { ...withMarks('sv', 'Swedish', swedish), sense: denying('nej inte aldrig ingen inget utan') },
  withMarks('fi', 'Finnish', swedish),
  rightToLeft('ar', 'Arabic'),
  rightToLeft('dv', 'Dhivehi'),
  rightToLeft('fa', 'Persian'),
  rightToLeft('he', 'Hebrew'),
  rightToLeft('ps', 'Pashto'),
  rightToLeft('sd', 'Sindhi'),
  rightToLeft('ug', 'Uyghur'),
  rightToLeft('ur', 'Urdu'),
  rightToLeft('yi', 'Yiddish'),
];
