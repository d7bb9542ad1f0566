/** Languages of which only little is known: their marks, their direction, a few words. Each can grow into a folder of its own. */
import { de } from './de/index.ts';
import { es } from './es/index.ts';
import type { Language, MarkStyle, SenseWords } from './language.ts';
import { listed, NONE } from './lists.ts';
import { nl } from './nl/index.ts';
import { pl } from './pl/index.ts';
import { ru } from './ru/index.ts';

const UNKNOWN = {
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

const style = (id: string, ...pairs: MarkStyle['pairs']): MarkStyle => ({ id, pairs });

const swiss = de.regions['de-CH'];
const czech = style('czech', ['„', '“'], ['‚', '‘'], ['»', '«']);
const norwegian = style('norwegian', ['«', '»'], ['‘', '’']);
const swedish = style('swedish', ['”', '”'], ['»', '»']);
const danish = style('danish', ['»', '«'], ['›', '‹'], ['“', '”']);

const denying = (negations: string): SenseWords => ({
  negations: listed(negations),
  denyingEnds: [],
  denyingStarts: [],
  light: NONE,
  turns: NONE,
  contractions: {},
  contractedEnds: {},
  numbers: [],
  tens: [],
});

const scandinavian = denying('ikke aldri aldrig intet ingen uten uden');

const marked = (tag: string, name: string, marks: MarkStyle): Language => ({ ...UNKNOWN, tag, name, marks });
const fromRight = (tag: string, name: string): Language => ({ ...UNKNOWN, tag, name, direction: 'rtl' });

/** Languages of which only marks or direction are known. */
export const others: readonly Language[] = [
  marked('ca', 'Catalan', es.marks),
  marked('gl', 'Galician', es.marks),
  marked('eu', 'Basque', es.marks),
  marked('rm', 'Romansh', swiss),
  marked('hu', 'Hungarian', pl.marks),
  marked('ro', 'Romanian', pl.marks),
  marked('be', 'Belarusian', ru.marks),
  marked('bg', 'Bulgarian', ru.marks),
  marked('cs', 'Czech', czech),
  marked('sk', 'Slovak', czech),
  marked('sl', 'Slovenian', czech),
  marked('hr', 'Croatian', czech),
  marked('sr', 'Serbian', czech),
  marked('tr', 'Turkish', nl.marks),
  { ...marked('da', 'Danish', danish), sense: scandinavian },
  { ...marked('no', 'Norwegian', norwegian), sense: scandinavian },
  { ...marked('nb', 'Norwegian Bokmål', norwegian), sense: scandinavian },
  { ...marked('nn', 'Norwegian Nynorsk', norwegian), sense: denying('ikkje aldri ingen inkje utan') },
  marked('el', 'Greek', norwegian),
  { ...marked('sv', 'Swedish', swedish), sense: denying('nej inte aldrig ingen inget utan') },
  marked('fi', 'Finnish', swedish),
  fromRight('ar', 'Arabic'),
  fromRight('dv', 'Dhivehi'),
  fromRight('fa', 'Persian'),
  fromRight('he', 'Hebrew'),
  fromRight('ps', 'Pashto'),
  fromRight('sd', 'Sindhi'),
  fromRight('ug', 'Uyghur'),
  fromRight('ur', 'Urdu'),
  fromRight('yi', 'Yiddish'),
];
