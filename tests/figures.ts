/** `npm run figures:house`: how the source reads, one figure a line. */
import {
  declaredIn,
  functionsIn,
  homonyms,
  longShare,
  quantile,
  sources,
} from './support/house.ts';
import { allImports, circles } from './support/module-imports.ts';

const declared = sources.flatMap((source) => declaredIn(source));
const exported = declared.filter((one) => one.exported);
const functions = sources.flatMap((source) => functionsIn(source));
const short = sources.filter(({ text }) => text.split('\n').length - 1 < 30);
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

const figures: readonly (readonly [string, string | number])[] = [
  [
    'top-level names that stand in more than one file',
    percent(homonyms(declared).length / declared.length),
  ],
  ['lines over 100 columns', percent(longShare(sources))],
  ['named functions', functions.length],
  ['  tokens of one, median', quantile(functions, 0.5)],
  ['  tokens of one, p90', quantile(functions, 0.9)],
  ['import circles, types counted', circles(allImports()).length],
  ['files', sources.length],
  ['  under 30 lines', short.length],
  [
    '  under 30 lines that are no door, format, command or part of a language',
    short.filter(({ path }) => !/(?:^|\/)index\.ts$|^(?:formats|commands|languages)\//u.test(path))
      .length,
  ],
  [
    'exports with a docstring',
    percent(exported.filter(({ documented }) => documented).length / exported.length),
  ],
];
const width = Math.max(...figures.map(([name]) => name.length));
for (const [name, figure] of figures) console.log(`${name.padEnd(width)}  ${figure}`);
