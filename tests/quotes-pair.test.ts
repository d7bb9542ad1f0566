import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flatten } from '../src/quotes/flat.ts';
import { fileSpan } from '../src/quotes/flat/place.ts';
import { LANGUAGES } from '../src/languages/index.ts';
import { markStyleOf } from '../src/quotes/marks.ts';
import { pairMarks } from '../src/quotes/pair.ts';
import { runsIn } from '../src/quotes/runs.ts';
import { plainBlocks } from './support/plain-blocks.ts';
import { briefOf, options } from './support/markdown.ts';

/** Marked words of one paragraph; nested ones in brackets, unclosed ones with a dagger. */
function words(lang: string, text: string): string[] {
  return pairMarks(text, markStyleOf(lang)).pairs.map(({ inner, parent, end }) => {
    const found = text.slice(inner.start, inner.end) + (end === 'mark' ? '' : '†');
    return parent === null ? found : `[${found}]`;
  });
}

describe('marks of each language', () => {
  test.each([
    ['en', '“a ‘b’ c”', ['a ‘b’ c', '[b]']],
    ['en', '"a \'b\' c"', ["a 'b' c", '[b]']],
    ['en', "``a b'' and ''c d''", ['a b', 'c d']],
    ['en-GB', '‘a “b” c’', ['a “b” c', '[b]']],
    ['fr', '« a “b” c »', ['a “b” c', '[b]']],
    ['fr', '«\u202fa\u202f»', ['a']],
    ['de', '„a ‚b‘ c“', ['a ‚b‘ c', '[b]']],
    ['de', '»a ›b‹ c«', ['a ›b‹ c', '[b]']],
    ['de', '„a” und „b" und "c"', ['a', 'b', 'c']],
    ['de-CH', '«a ‹b› c»', ['a ‹b› c', '[b]']],
    ['es', '«a “b ‘c’ d” e»', ['a “b ‘c’ d” e', '[b ‘c’ d]', '[c]']],
    ['it', '«a “b”»', ['a “b”', '[b]']],
    ['pl', '„a «b» c”', ['a «b» c', '[b]']],
    ['ru', '«a „b“ c»', ['a „b“ c', '[b]']],
    ['uk', '«a “b” c»', ['a “b” c', '[b]']],
    ['sv', '”a” och »b»', ['a', 'b']],
    ['da', '»a«', ['a']],
    ['ja', '「a『b』c」', ['a『b』c', '[b]']],
    ['zh', '他说“我要‘全部’的”。', ['我要‘全部’的', '[全部]']],
    ['zh', '我用‘iPhone’打电话', ['iPhone']],
    ['ko', '그는 “나는 ‘전부’를 원한다”고 말했다.', ['나는 ‘전부’를 원한다', '[전부]']],
    ['zh-TW', '「a『b』c」', ['a『b』c', '[b]']],
  ])('%s %s', (lang, text, expected) => expect(words(lang, text)).toEqual(expected));

  test('every pair of every language and region is found in its own language', () => {
    const marked = [...LANGUAGES.values()].flatMap(({ tag, marks, regions }) => [
      ...(marks ? [[tag, marks] as const] : []),
      ...Object.entries(regions),
    ]);
    for (const [tag, style] of [...marked, ['en', markStyleOf('typewriter')] as const]) {
      for (const [open, close] of style.pairs)
        expect(
          words(tag, `So ${open}these words${close}, then.`),
          `${tag} ${open}${close}`,
        ).toEqual(['these words']);
    }
  });
});

describe('not marks of a quotation', () => {
  test.each([
    ['apostrophes', "It’s Jones’ and the dogs’ and rock ’n’ roll, don't you", []],
    ['elisions', "'tis 'twas 'em in the '90s and ’90s, isn't it', he", []],
    ['inches and primes', 'It is 6′2″ or 5\' 8" tall, with a 4" pipe.', []],
    ['inches beside a quotation', 'The 4" pipe is "long" and 5" wide', ['long']],
    ['an empty pair', 'Nothing “” here', []],
    ['Irish names and elided vowels', "O'Brien and l'eau d'or", []],
  ])('%s', (_, text, expected) => expect(words('en', text)).toEqual(expected));
});

describe('single marks', () => {
  test.each([
    ["'The dogs' bowls are empty,' he said.", ["The dogs' bowls are empty,"]],
    ["the verb 'to sell' or 'to buy'", ['to sell', 'to buy']],
    ["'I'm goin' home,' he said, 'now.'", ["I'm goin' home,", 'now.']],
    ['‘Don’t,’ she said. ‘It’s the boys’ boat.’', ['Don’t,', 'It’s the boys’ boat.']],
    ['a ‘word and no end', []],
    ['"\'Tis said," he said', ["'Tis said,"]],
    ["I said 'Good night,' and you made reply", ['Good night,']],
  ])('%s', (text, expected) => expect(words('en', text)).toEqual(expected));
});

describe('careless marks', () => {
  test.each([
    ['closers in a row', '“I’m ‘here,’” she said.', ['I’m ‘here,’', '[here,]']],
    ['straight closers in a row', '"Say \'yes\'", he said', ["Say 'yes'", '[yes]']],
    [
      'stop, question and exclamation inside, comma outside',
      '“A.” “B?” “C!” “D”, “E,” he',
      ['A.', 'B?', 'C!', 'D', 'E,'],
    ],
    ['both marks the wrong way', '”wrong” way “right“ ok', ['wrong', 'right']],
    ['a straight mark closed by a curly one', 'entitled "Copyright” 2', ['Copyright']],
    ['never closed', 'He said “go on', ['go on†']],
    ['an odd number', '"One" and "two', ['One', 'two†']],
    ['opened twice', '“First “second” end', ['First†', 'second']],
    ['the same marks within', '“a “b” c” d', ['a “b” c', '[b]']],
    [
      'a space on the wrong side',
      'it says "waive or modify, "no matter what',
      ['waive or modify,'],
    ],
    ['a space after the opener', '(who" was the first") he', ['was the first']],
    ['a closer alone', 'We need to go..." he said. "Now."', ['Now.']],
  ])('%s', (_, text, expected) => expect(words('en', text)).toEqual(expected));
});

const runTexts = (markdown: string, lang = 'en'): string[] =>
  runsIn(flatten(briefOf(markdown, { lang })), options).runs.map(
    ({ text, parent, closed }) => (parent === null ? '' : '> ') + text + (closed ? '' : '†'),
  );

describe('runs over blocks', () => {
  test.each([
    [
      'a quotation of three paragraphs',
      '“One.\n\n“Two.\n\n“Three,” he said.',
      ['One.\n\nTwo.\n\nThree,'],
    ],
    [
      'one in single marks that begins within its paragraph',
      '‘One,’ said Hale. ‘Two.\n\n‘Three,’ he said.',
      ['One,', 'Two.\n\nThree,'],
    ],
    [
      'an unclosed one does not swallow the next paragraph',
      '“One.\n\nTwo “three”.',
      ['One.†', 'three'],
    ],
    ['marks across emphasis and links', 'He said “*a* [b](c)” and *“d*”.', ['a b', 'd']],
    [
      'table, list, heading, footnote, brackets',
      '# “A”\n\n- “b”\n\n| “c” |\n|---|\n\nd[^1] (“e”)\n\n[^1]: “f”',
      ['A', 'b', 'c', 'e', 'f'],
    ],
    ['code and HTML hold none', '`“a”` <b title="“b”">c</b>\n\n    “d”', []],
    ['a block quotation is one run', '> a “b” c\n>\n> d', ['a “b” c\n\nd', '> b']],
    ['its attribution line is no word of it', '> a b\n> — Name', ['a b']],
    ['nor an attribution paragraph', '> a b\n>\n> — Name, *Work*', ['a b']],
    ['marks around the whole of it are its dress', '> “a b.”', ['a b.']],
    ['a block of code is none', '> ```\n> a\n> ```', []],
    ['a list in a block quotation is none', '> - a “b”\n> - c', ['b']],
    ['a directive without marks', 'So :quote[these words]{by=x} are.', ['these words']],
    ['a directive around or within marks', ':quote[“a”] “:quote[b]”', ['a', 'b']],
    [
      'what lies in a directive is nested, though a mark across its edge is none',
      ':quote[x: 「“a b” c] d',
      ['x: 「“a b” c', '> a b'],
    ],
    [
      'within marks, the directive holds what it covers',
      '“x :quote[y ‘z’ w] v”',
      ['x y ‘z’ w v', '> y ‘z’ w', '> z'],
    ],
  ])('%s', (_, markdown, expected) => expect(runTexts(markdown)).toEqual(expected));

  test('French paragraphs of one quotation begin with a guillemet either way', () => {
    expect(runTexts('« Un.\n\n» Deux.\n\n« Trois. »', 'fr')).toEqual(['Un.\n\nDeux.\n\nTrois.']);
  });
  test('markup is kept on its run', () => {
    const { runs: found } = runsIn(
      flatten(briefOf('“a” and :quote[“b”]{by=x id=y} and <cite>“c”</cite> and :noquote[“d” “e”]')),
      options,
    );
    expect(found.map(({ markup }) => markup && [markup.as, markup.by, markup.id])).toEqual([
      null,
      ['quote', 'x', 'y'],
      ['title', null, null],
      ['none', null, null],
      ['none', null, null],
    ]);
  });
  test('single marks can be switched off', () => {
    expect(
      runsIn(plainBlocks("'a' “b ‘c’”", 'en'), { ...options, singles: 'never' }).runs.map(
        ({ text }) => text,
      ),
    ).toEqual(['b ‘c’']);
  });
  test('dialogue in dashes is read only where it is asked for', () => {
    const blocks = plainBlocks('— Oui, dit-il, je viens.\nIl vint.\n— Non !', 'fr');
    expect(runsIn(blocks, options).runs).toEqual([]);
    expect(runsIn(blocks, { ...options, dashDialogue: true }).runs.map(({ text }) => text)).toEqual(
      ['Oui, je viens.', 'Non !'],
    );
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    'word',
    ' ',
    ' ',
    '“',
    '”',
    '"',
    "'",
    '’',
    '‘',
    '«',
    '»',
    '„',
    '‚',
    '``',
    "''",
    '.',
    ',',
    '3',
    '\n\n',
    '> ',
    '—',
    '\u00a0',
    '\u202f',
    '\u00ad',
    '\u200b',
    'e\u0301',
    '😀',
    'שלום',
    '[',
    ']',
    '*',
    '\r\n',
    '「',
    '」',
  );
  const text = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(''));
  test('is paired without error, in order, properly nested, and cut exactly', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('en', 'de', 'fr', 'sv', 'ja', 'xx'), (markdown, lang) => {
        const brief = briefOf(markdown, { lang });
        const blocks = flatten(brief);
        const { runs } = runsIn(blocks, { ...options, dashDialogue: true });
        for (const run of runs) {
          expect(run.parent === null || run.parent < run.index).toBe(true);
          for (const { block, at, outer } of run.pieces) {
            expect(outer.start <= at.start && at.start < at.end && at.end <= outer.end).toBe(true);
            const span = fileSpan(blocks[block]!, brief.text, at);
            const flat = blocks[block]!.text.slice(at.start, at.end);
            if (brief.text.slice(span.start, span.end).length === flat.length)
              expect(brief.text.slice(span.start, span.end)).toBe(flat);
            expect(span.end).toBeGreaterThan(span.start);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
  test.each(['“', '"', "'", '‘', '„', '«', '``', '“”', '“‘', '"\'', '" "', "s' a", '(“', '“a” '])(
    '100,000 times %s is paired',
    (unit) => {
      const { pairs } = pairMarks(unit.repeat(100_000), markStyleOf('en'));
      expect(pairs.every(({ inner }) => inner.end > inner.start)).toBe(true);
    },
  );
});
