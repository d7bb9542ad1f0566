/** Rules about briefs that are data, and about the data that briefs show. */
import type { Rule } from '../types.ts';

/** What `rules.ts` spreads into its table. */
export const dataRules = {
  'section-open': {
    level: 'error',
    exit: 3,
    help: 'Close the fence, the comment or the directive in the text of the section before.',
  },
  'data-file': {
    level: 'error',
    exit: 3,
    help: 'Put the file itself into the brief’s folder, and write its name under data: in the front matter.',
  },
  'data-broken': {
    level: 'error',
    exit: 3,
    help: 'Write a row of column names and rows below it: CSV, TSV, or a list of objects in JSON or YAML.',
  },
  'data-name': {
    level: 'error',
    exit: 3,
    help: 'Write ::table{data=name columns="first,second"} with a name of data: in the front matter.',
  },
  'each-rows': {
    level: 'error',
    exit: 3,
    help: 'Write the names of the columns into the first line, and a line for each brief below it.',
  },
  'each-name': {
    level: 'error',
    exit: 3,
    help: 'Write the name of a column between the braces.',
  },
  'data-number': {
    level: 'error',
    exit: 3,
    help: 'Name columns of numbers, or show the rows with ::table.',
  },
} as const satisfies Readonly<Record<string, Rule>>;
