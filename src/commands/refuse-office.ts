/** What is wrong with a command line for the office printer. */
import { batesOf } from '../office/bates.ts';
import type { Options } from './run.ts';

/** Options that make files of their own beside the PDF. */
const MORE_FILES = ['booklet', 'gray', 'cropMarks', 'copies'] as const;

/**
 * Options of the office printer that can't be read, or that ask for paper where nothing is printed.
 */
export function refuseOffice(to: readonly string[], options: Options): [string, string] | null {
  const { bates, status } = options;
  if (typeof bates === 'string' && batesOf(bates) === null)
    return [
      `--bates ${bates} is not a number of pages`,
      'Write a prefix and the first number with its zeros, e.g. HARBOUR-000001.',
    ];
  if (typeof status === 'string' && !/^[^\p{Cc}]{1,80}$/u.test(status.trim()))
    return ['--status takes one to 80 letters', 'Write a word or two, e.g. --status draft.'];
  const more = MORE_FILES.find((name) => options[name] !== undefined);
  if (more === undefined) return null;
  const option = `--${more === 'cropMarks' ? 'crop-marks' : more}`;
  if (!to.includes('pdf'))
    return [`${option} makes files from the PDF, and --to does not name it`, 'Add pdf to --to.'];
  if (options['out'] === '-')
    return [
      `${option} makes more files, and standard output takes a single one`,
      'Name a folder with --out.',
    ];
  return null;
}
