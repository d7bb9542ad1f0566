/**
 * The table of languages: its own soundness, and the documentation that is made from it. `-u`
 * writes the README anew.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { counted } from '../src/languages/count.ts';
import { fill, LANGUAGES, languageOf, partOf } from '../src/languages/index.ts';
import { others } from '../src/languages/others.ts';
import { missingParts, LANGUAGE_PARTS } from '../src/languages/partial.ts';

const README = join(import.meta.dirname, '../src/languages/README.md');
const languages = [...LANGUAGES.values()];

const cell = (tag: string, name: string): string => (missingParts(tag).includes(name) ? '–' : '✓');
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const readme = (): string =>
  [
    '# Languages',
    '',
    'One value per language holds all that the press knows about it (`language.ts` has the type, `index.ts` the table). A language with a folder has',
    '`index.ts` (marks, grammar, headings …), `cues.ts` (announcing words), `people.ts` (words of persons and around names), `transcript.ts` (labels of',
    'transcripts, the calendar), `context.ts` (words around a quotation) and `printed.ts` (words that editions print); the others stand in `others.ts`. `null` says that a part is not known:',
    'English stands in for it, and the rule `language-partial` says so to the author. `tests/languages.test.ts` makes this page from the values.',
    '',
    'To add a language: copy the folder of the nearest one, write its words, add its row to `index.ts`, take the one that it may have out of `others.ts`,',
    'and write a fixture. The type checker names what is missing; `npm test -- tests/languages.test.ts -u` writes this page anew.',
    '',
    row(['language', ...LANGUAGE_PARTS.map(({ name }) => name)]),
    row(['---', ...LANGUAGE_PARTS.map(() => ':-:')]),
    ...languages.map(({ tag, name }) =>
      row([`${name} (\`${tag}\`)`, ...LANGUAGE_PARTS.map((part) => cell(tag, part.name))]),
    ),
    '',
  ].join('\n');

describe('languages', () => {
  test('the documentation shows the values', () => expect(readme()).toMatchFileSnapshot(README));

  test('one with a folder has a row in index.ts, and none in others.ts', () => {
    const folders = readdirSync(join(README, '..'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(folders.filter((tag) => !LANGUAGES.has(tag))).toEqual([]);
    expect(others.map(({ tag }) => tag).filter((tag) => folders.includes(tag))).toEqual([]);
  });

  test('each stands under a tag of its own, in canonical form', () => {
    for (const [tag, language] of LANGUAGES) {
      expect(language.tag).toBe(tag);
      expect(Intl.getCanonicalLocales(tag)[0] === tag || tag === 'no').toBe(true);
      for (const region of Object.keys(language.regions))
        expect(region.startsWith(`${tag}-`)).toBe(true);
    }
  });

  test('English has every part, for it stands in for the others', () =>
    expect(missingParts('en')).toEqual([]));

  test('a tag is looked up by its language, whatever its case and region', () => {
    expect(languageOf('DE-at')?.name).toBe('German');
    expect(languageOf('xx')).toBeNull();
    expect(partOf('xx', 'printed')).toBe(partOf('en', 'printed'));
    expect(missingParts('xx')).toHaveLength(LANGUAGE_PARTS.length);
    expect(missingParts('sv')).toContain('printed words');
  });

  test('printed words keep the places of their values', () => {
    const places = (words: string): readonly string[] =>
      [
        ...words
          .replaceAll(/\{([a-z]+), plural,(?:\s*[a-z]+ \{[^{}]*\})+\}/gu, '{$1}')
          .matchAll(/\{[a-z]+\}/gu),
      ]
        .map(([place]) => place)
        .toSorted();
    for (const { tag, printed } of languages) {
      for (const [label, words] of Object.entries(printed ?? {}))
        expect(places(words), `${tag} ${label}`).toEqual(
          places(partOf('en', 'printed')[label as keyof typeof printed]),
        );
    }
  });

  test.each([
    ['ru', 21, 'в одном месте пропущено 21 слово'],
    ['ru', 22, 'в одном месте пропущены 22 слова'],
    ['ru', 25, 'в одном месте пропущено 25 слов'],
    ['uk', 33, 'в одному місці пропущено 33 слова'],
    ['pl', 22, 'w jednym miejscu opuszczono 22 słowa'],
    ['pl', 25, 'w jednym miejscu opuszczono 25 słów'],
    ['en', 1, '1 word is left out in one place'],
    ['nl', 30, 'op één plaats zijn 30 woorden weggelaten'],
  ])('%s: %i agrees with its words', (tag, count, says) =>
    expect(fill(partOf(tag, 'printed')['remark.gapLong'], { count }, tag)).toBe(says),
  );

  test('a message agrees with its number', () => {
    expect([
      counted(1, 'quotations'),
      counted(1, 'copies'),
      counted(0, 'files'),
      counted(2, 'entries'),
    ]).toEqual(['1 quotation', '1 copy', '0 files', '2 entries']);
  });

  test('words of lists are written as they are compared: in lower case, those of names without accents', () => {
    const small = (words: Iterable<string>): readonly string[] =>
      [...words].filter((word) => word !== word.toLowerCase());
    for (const { tag, grammar, sense, transcript, headings } of languages) {
      const sets = [grammar, sense, transcript].flatMap((part) =>
        Object.values(part ?? {}).filter((value) => value instanceof Set),
      );
      expect(
        sets.flatMap((set) => small(set as Set<string>)),
        tag,
      ).toEqual([]);
      expect(
        Object.values(headings ?? {}).flatMap((list) => small(list)),
        tag,
      ).toEqual([]);
    }
  });
});
