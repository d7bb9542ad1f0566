/** Straight marks set by language: what is a quotation mark, an apostrophe, a prime, and what stays. */
import type { Element, Root } from 'hast';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasStraightMarksOnly, setMarks, smartText } from '../src/compose/typography.ts';

describe('marks are set', () => {
  test.each<[lang: string, straight: string, set: string]>([
    ['en', '"Two boats," she said.', '“Two boats,” she said.'],
    [
      'en',
      "She said: \"It's late. 'Not now,' he told me.\"",
      'She said: “It’s late. ‘Not now,’ he told me.”',
    ],
    ['en', "'Not now,' he said.", '‘Not now,’ he said.'],
    ['en-GB', '\'He said "no",\' she told us.', '‘He said “no”,’ she told us.'],
    ['en', "the '90s and the 1990s'", 'the ’90s and the 1990s’'],
    ['en', "rock 'n' roll", 'rock ’n’ roll'],
    ['en', "rock 'n roll", 'rock ’n roll'],
    ['en', "'Twas so, and 'tis still.", '’Twas so, and ’tis still.'],
    ['en', "Hans' car and the dogs' bowls", 'Hans’ car and the dogs’ bowls'],
    ['en', "'Hans' car is here,' she said.", '‘Hans’ car is here,’ she said.'],
    ['en', "don't, O'Brien, it's", 'don’t, O’Brien, it’s'],
    ['en', "He is 5'10\" tall, not 6'.", 'He is 5′10″ tall, not 6′.'],
    ['en', 'a 6" nail and "a nail of 6"', 'a 6″ nail and “a nail of 6”'],
    ['en', '("quoted") [\'so\'] -- "and"', '(“quoted”) [‘so’] -- “and”'],
    ['en', '"Is it?"--"No!"', '“Is it?”--“No!”'],
    ['en', '"One, "two" three."', '“One, ‘two’ three.”'],
    ['en', '"No end', '“No end'],
    ['en', 'a " b \' c', 'a " b \' c'],
    ['en', 'the word "yes".', 'the word “yes”.'],
    ['de', '"Zwei Boote", sagte sie.', '„Zwei Boote“, sagte sie.'],
    ['de', '"Er sagte \'nein\', und ging."', '„Er sagte ‚nein‘, und ging.“'],
    ['de', "Hans' Boot, wie geht's, so 'ne Sache", 'Hans’ Boot, wie geht’s, so ’ne Sache'],
    ['de-CH', '"Zwei Boote"', '«Zwei Boote»'],
    ['fr', '"L\'eau monte", dit-elle.', '«\u202fL’eau monte\u202f», dit-elle.'],
    ['fr-CH', '"L\'eau"', '«L’eau»'],
    ['fr', "d'un bateau, aujourd'hui, l'eau", 'd’un bateau, aujourd’hui, l’eau'],
    ['it', '"L\'acqua è alta", un po\' di più', '«L’acqua è alta», un po’ di più'],
    ['es', '"Dos barcos", dijo.', '«Dos barcos», dijo.'],
    ['pt-BR', '"Dois barcos", disse.', '“Dois barcos”, disse.'],
    ['nl', '"Twee boten", \'s avonds en \'t schip', '“Twee boten”, ’s avonds en ’t schip'],
    ['pl', '"Dwie łodzie"', '„Dwie łodzie”'],
    ['ru', '"Две лодки", сказала она.', '«Две лодки», сказала она.'],
    ['sv', '"Två båtar"', '”Två båtar”'],
    ['en', 'Dashes -- and ... stay - as they are', 'Dashes -- and ... stay - as they are'],
  ])('%s: %s', (lang, straight, set) => {
    expect(smartText(straight, lang)).toBe(set);
  });

  test('what has no marks, or has other marks, is left alone', () => {
    expect(hasStraightMarksOnly('She said "no".')).toBe(true);
    expect(hasStraightMarksOnly("She said “no”, and didn't.")).toBe(false);
    expect(hasStraightMarksOnly('She said no.')).toBe(false);
  });

  test('no letter changes, and none is lost', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z0-9 "'.,()-]{0,60}$/u),
        fc.constantFrom('en', 'de', 'fr', 'nl'),
        (text, lang) => {
          const bare = (words: string): string => words.replaceAll(/["'“”„‟«»‹›‘‚’′″\u202f]/gu, '');
          expect(bare(smartText(text, lang))).toBe(bare(text));
        },
      ),
    );
  });
});

const text = (value: string) => ({ type: 'text' as const, value });
const element = (tagName: string, ...children: Element['children']): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
});

test('a line is set as one, through its inner elements; code keeps its marks, and paragraphs do not share theirs', () => {
  const tree: Root = {
    type: 'root',
    children: [
      element(
        'p',
        text('"Two '),
        element('em', text('boats," she')),
        text(' said. '),
        element('code', text('"x"')),
        text(" it's"),
      ),
      element('blockquote', element('p', text('"No')), element('p', text('end"'))),
      element('pre', element('code', text("'y'"))),
      element('ul', element('li', text('"a"'), element('ul', element('li', text("'b'"))))),
    ],
  };
  expect(setMarks(tree, 'en')).toBe(true);
  const words = (node: Root | Element): string =>
    node.children
      .map((child) =>
        child.type === 'text' ? child.value : 'children' in child ? words(child) : '',
      )
      .join('|');
  expect(words(tree)).toBe('“Two |boats,” she| said. |"x"| it’s|“No|end”|\'y\'|“a”|‘b’');
  expect(setMarks(tree, 'en')).toBe(false);
});
