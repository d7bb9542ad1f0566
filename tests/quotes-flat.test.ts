import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flatten } from '../src/quotes/flat.ts';
import { fileSpan, fileStart } from '../src/quotes/flat/place.ts';
import { briefOf } from './support/markdown.ts';

const texts = (markdown: string): string[] => flatten(briefOf(markdown)).map(({ text }) => text);

/** What the file has where the flat text has `words`. */
function cut(markdown: string, words: string): string {
  const brief = briefOf(markdown);
  for (const block of flatten(brief)) {
    const start = block.text.indexOf(words);
    if (start < 0) continue;
    const span = fileSpan(block, brief.text, { start, end: start + words.length });
    return brief.text.slice(span.start, span.end);
  }
  throw new Error(`“${words}” is not in the flat text`);
}

describe('what is text', () => {
  test.each([
    [
      'emphasis and links are transparent',
      'He *said* “**yes** [and](http://x.y) no”.',
      ['He said “yes and no”.'],
    ],
    [
      'code, images and bare addresses are one object each',
      'a `b` c ![d](e.png) f https://g.h/i',
      ['a \ufffc c \ufffc f \ufffc'],
    ],
    ['a soft line break is a space', 'one\n  two\nthree', ['one two three']],
    ['a hard line break stays', 'one\\\ntwo  \nthree', ['one\ntwo\nthree']],
    ['CRLF is one line break', 'one\r\ntwo\r\n\r\nthree', ['one two', 'three']],
    [
      'escapes and character references are read',
      '\\*a\\* &amp; &lt;b&gt; &nbsp;c',
      ['*a* & <b> \u00a0c'],
    ],
    [
      'code blocks and raw HTML blocks have no text',
      '```\n“no”\n```\n\n<div title="“no”">\n\nyes',
      ['yes'],
    ],
    [
      'a colon between words is no directive',
      'At 10:30 a:b said :word and ::x here',
      ['At 10:30 a:b said :word and ::x here'],
    ],
    ['a foreign directive keeps its signs', 'x :note[*a*]{b=c} y', ['x :note[a]{b=c} y']],
    ['our directives keep their words only', 'x :quote[“a”]{by=b} :term[c] y', ['x “a” c y']],
    [
      'tags of inline HTML are no text',
      'a <b>c</b> <q cite="s">d</q><br>e <code>f</code>',
      ['a c d\ne \ufffc'],
    ],
    ['footnote marks are no text, footnotes are', 'a[^1] b\n\n[^1]: “c”', ['a b', '“c”']],
    [
      'table cells and list items stand alone',
      '| a | b |\n|---|---|\n| “c | d” |\n\n- e\n- f',
      ['a', 'b', '“c', 'd”', 'e', 'f'],
    ],
  ])('%s', (_, markdown, expected) => expect(texts(markdown)).toEqual(expected));
});

const typesOf = (markdown: string): string[] =>
  flatten(briefOf(markdown)).map(({ type, group }) => (group === null ? type : `${type}/${group}`));

describe('blocks', () => {
  test.each([
    ['> a\n>\n> b\n\nc\n\n> d', ['blockquote/0', 'blockquote/0', 'paragraph', 'blockquote/1']],
    ['> a\n>\n> > b', ['blockquote/0', 'blockquote/0']],
    ['> - a\n> - b', ['item/0', 'item/0']],
    [':::quote{by=x}\na\n\nb\n:::\n\nc', ['blockquote/0', 'blockquote/0', 'paragraph']],
    ['<blockquote cite="s">\n\na\n\n</blockquote>\n\nb', ['blockquote/0', 'paragraph']],
    ['<blockquote cite="s"><p>a</p></blockquote>\n\nb', ['blockquote/0', 'paragraph']],
    [
      '# a\n\n- b\n\n| c |\n|---|\n\nd[^1]\n\n[^1]: e',
      ['heading', 'item', 'cell', 'paragraph', 'footnote'],
    ],
  ])('%j', (markdown, expected) => expect(typesOf(markdown)).toEqual(expected));

  test('orders to a site’s generator hold no words', () =>
    expect(
      texts('a {% include x.html says="b" %} c {{< y z="d" >}} e')[0]!.replaceAll('\ufffc', ''),
    ).toBe('a  c  e'));

  test('an attribution line keeps its line break', () =>
    expect(texts('> words\n> — Name')).toEqual(['words\n— Name']));
  test('the source of a raw block quotation is kept', () => {
    expect(
      flatten(briefOf('<blockquote cite="s">\n\na\n\n</blockquote>'))[0]!.groupMarkup,
    ).toMatchObject({ as: 'quote', src: 's' });
  });
});

describe('places in the file', () => {
  test.each([
    ['inside emphasis', 'x “*a* b” y', 'a* b', 'a b'],
    ['up to emphasis', 'x “a *b*” y', 'a *b', 'a b'],
    ['over a line break in a block quotation', '> one\n> two', 'one\n> two', 'one two'],
    ['at a character reference', 'a “b &amp; c&lt;” d', 'b &amp; c&lt;', 'b & c<'],
    ['at an escape', 'a “\\*b\\*” c', '*b\\*', '*b*'],
    ['ending in code', 'a “b `c`” d', 'b `c`', 'b \ufffc'],
    ['after an astral character', '😀 “a𝒳b” c', 'a𝒳b', 'a𝒳b'],
    ['in a foreign directive', 'x a:b “c:d” y', 'c:d', 'c:d'],
    ['after CRLF', 'a\r\n“b”\r\nc', '“b”', '“b”'],
  ])('%s', (_, markdown, expected, words) => expect(cut(markdown, words)).toBe(expected));

  test('every plain character of every block stands where the map says', () => {
    const piece = fc.constantFrom(
      'word ',
      '“',
      '”',
      '*',
      '_',
      '`',
      '&amp;',
      '\\*',
      '\n',
      '\r\n',
      '> ',
      '- ',
      '[a](b)',
      ':x',
      ':quote[y]',
      '<b>',
      '</b>',
      '<q>',
      '</q>',
      '😀',
      '\u00a0',
      '|',
      '#',
      '~~',
      '![i](j)',
      '&',
      ';',
      '\n\n',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
        (markdown) => {
          for (const block of flatten(briefOf(markdown))) {
            for (let i = 0; i < block.text.length; i++) {
              const unit = block.text[i]!;
              const at = fileStart(block, i);
              if (/[\p{L}“”\ud83d\ude00\u00a0]/u.test(unit) && markdown[at] !== '&')
                expect(markdown[at]).toBe(unit);
              expect(at).toBeGreaterThanOrEqual(i === 0 ? 0 : fileStart(block, i - 1));
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
