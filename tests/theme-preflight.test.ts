/** What a template may say, and how a theme's mistakes are told. */
import { describe, expect, test } from 'vitest';
import { TemplateError } from '../src/theme/problems.ts';
import { render, styles, themeFrom, writer } from './support/theme.ts';

const faultsOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return '';
  } catch (error) {
    if (error instanceof TemplateError) return error.message;
    throw error;
  }
};

const T = 'templates/classic/print/t.hbs';
const P = 'templates/classic/partials/row.hbs';

test('fields of a brief are looked up strictly', async () => {
  const data = { fields: { court: { name: 'A & B' }, seats: ['x'], none: null } };
  expect(await render('{{fields.court.name}}{{#each fields.seats}}{{this}}{{/each}}', data)).toBe(
    'A &amp; Bx',
  );
  expect(await faultsOf(render('{{fields.docket}}', data))).toContain(
    '“fields.docket” is not in the data',
  );
});

describe('what is there is rendered', () => {
  const data = {
    title: 'A & B',
    none: null,
    list: [
      { name: 'x', n: 1 },
      { name: 'y', n: 2 },
    ],
    one: { key: 'k' },
    empty: [],
  };
  test.each([
    ['{{title}}', 'A &amp; B'],
    ['[{{none}}]', '[]'],
    ['{{#each list}}{{name}}{{@index}}{{#unless @last}},{{/unless}}{{/each}}', 'x0,y1'],
    ['{{#each list as |row i|}}{{row.name}}{{i}}{{/each}}', 'x0y1'],
    ['{{#each list}}{{../title}}{{@root.one.key}}{{/each}}', 'A &amp; BkA &amp; Bk'],
    ['{{#with one}}{{key}}{{#if ../list}}{{../list.length}}{{/if}}{{/with}}', 'k2'],
    ['{{#each empty}}{{anything}}{{else}}none{{/each}}', 'none'],
    ['{{#if none}}{{none.key.deeper}}{{else}}no{{/if}}', 'no'],
    ['{{#with none}}{{key}}{{else}}no{{/with}}', 'no'],
    [
      '<a href="{{href title}}">{{page one.key}}</a>{{content one.key}}',
      '<a href="#A &amp; B"><i>k</i></a><p>k</p>',
    ],
    ['{{page one.key ", " "p. {page}"}}', ', p.\u00a0<i>k</i>'],
    [
      '{{#if (eq one.key "k")}}yes{{/if}}{{#if (in one.key "a" "b")}}no{{/if}}{{#if (and title (not none))}}!{{/if}}',
      'yes!',
    ],
    [
      '{{#if (not empty)}}none{{/if}}{{#if (and list empty)}}both{{/if}}{{#if (or empty none title)}}some{{/if}}',
      'nonesome',
    ],
    ['{{fill "{n} of {all}" n=list.length all="many"}}', '2 of many'],
  ])('%s', async (template, expected) => {
    expect(await render(template, data)).toBe(expected);
  });

  test('a partial gets its context and its parameters', async () => {
    expect(
      await render('{{#each list}}{{> row mark=../title}}{{/each}}', data, {
        row: '{{mark}}{{name}} ',
      }),
    ).toBe('A &amp; Bx A &amp; By ');
  });

  test('braces inside a value are text', async () => {
    expect(await render('{{title}}', { title: '{{secret}}', secret: 1 })).toBe('{{secret}}');
  });
});

describe('a missing path is named with its place and the nearest key', () => {
  const data = {
    title: 'T',
    none: null,
    list: [{ name: 'x' }, { name: 'y' }],
    one: { number: 1 },
    empty: [],
    some: 'x',
  };
  test.each([
    ['{{titel}}', `${T}:1:3: “titel” is not in the data; did you mean “title”?`],
    ['a\n  b {{one.numbr}}', `${T}:2:7: “one.numbr” is not in the data; did you mean “number”?`],
    ['{{#each list}}{{nam}}{{/each}}', `${T}:1:17: “nam” is not in the data; did you mean “name”?`],
    [
      '{{#with one}}{{nmber}}{{/with}}',
      `${T}:1:16: “nmber” is not in the data; did you mean “number”?`,
    ],
    ['{{#if none}}{{xyzzy}}{{/if}}', `${T}:1:15: “xyzzy” is not in the data`],
    [
      '{{#each empty}}{{anything}}{{../titl}}{{/each}}',
      `${T}:1:30: “../titl” is not in the data; did you mean “title”?`,
    ],
    [
      '{{none.key}}',
      `${T}:1:3: “none.key” asks for “key” of something that is empty here: put it inside #if or #with`,
    ],
    ['{{@index}}', `${T}:1:3: “@index” is only known inside #each`],
    ['{{@root.titel}}', `${T}:1:3: “@root.titel” is not in the data; did you mean “title”?`],
    ['{{../title}}', `${T}:1:3: “../title” climbs out of the template`],
    [
      '<a href="{{href one.numbr}}">',
      `${T}:1:17: “one.numbr” is not in the data; did you mean “number”?`,
    ],
    ['{{#if (eq some one.nope)}}{{/if}}', `${T}:1:16: “one.nope” is not in the data`],
    ['{{constructor}}', `${T}:1:3: “constructor” is not in the data`],
    ['{{one.__proto__}}', `${T}:1:3: “one.__proto__” is not in the data`],
    ['{{title.toString}}', `${T}:1:3: “title.toString” is not in the data`],
    ['{{{title}}}', `${T}:1:1: “title” is text: write it with two braces`],
    ['{{nohelper title}}', 'nohelper'],
    [
      '{{page}}',
      `${T}:1:1: the helper “page” takes 1 to 4, not 0 (a key of that name is “this.page”)`,
    ],
    [
      '{{#list}}{{/list}}',
      `${T}:1:1: “#list” with 0 parameters is no block here: write #if, #unless, #each or #with`,
    ],
    ['{{lookup one "number"}}', 'there is no helper “lookup”'],
    ['{{> rwo}}', `${T}:1:1: there is no partial “rwo”; did you mean “row”?`],
    ['{{> (eq 1 2)}}', `${T}:1:1: the name of a partial is written out, not computed`],
    ['{{#if title}', "can't be read"],
  ])('%s', async (template, message) => {
    expect(await faultsOf(render(template, data, { row: '' }))).toContain(message);
  });

  test('in a parameter of a partial, and inside the partial by its own file', async () => {
    const partials = { row: 'a\n{{nam}}' };
    expect(await faultsOf(render('{{> row list mark=titel}}', data, partials))).toBe(
      [
        `${T}:1:19: “titel” is not in the data; did you mean “title”?`,
        `${P}:2:3: “nam” is not in the data`,
      ].join('\n'),
    );
    expect(await faultsOf(render('{{#each list}}{{> row}}{{/each}}', data, partials))).toBe(
      `${P}:2:3: “nam” is not in the data; did you mean “name”?`,
    );
  });

  test('every element of a list is looked at, and each place is told once', async () => {
    expect(
      await faultsOf(
        render('{{#each list}}{{n}}{{/each}}', { list: [{ n: 1 }, { m: 1 }, { m: 2 }] }),
      ),
    ).toBe(`${T}:1:17: “n” is not in the data; did you mean “m”?`);
  });

  test('undefined is missing, null is not', async () => {
    expect(await faultsOf(render('{{a}}', { a: undefined }))).toContain('“a” is not in the data');
    expect(await render('{{a}}', { a: null })).toBe('');
  });

  test('all faults at once', async () => {
    const error = await render('{{a}}{{b}}', {}).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(TemplateError);
    expect(
      (error as TemplateError).problems.map(({ line, column, path }) => [line, column, path]),
    ).toEqual([
      [1, 3, 'a'],
      [1, 8, 'b'],
    ]);
  });

  test('a partial that calls itself without end is stopped', async () => {
    expect(await faultsOf(render('{{> row}}', data, { row: '{{> row}}' }))).toContain(
      'the partial “row” goes 60 deep',
    );
  });

  test('an unknown template names the nearest', async () => {
    const theme = await themeFrom({ 'classic/print/book.hbs': '' });
    expect(() => theme.render('print', 'bok', {}, writer)).toThrow(
      'templates/classic/print/bok.hbs:1:1: there is no such template; did you mean “book”?',
    );
  });
});

describe('style sheets', () => {
  test('text goes in as a string or a name, never bare', async () => {
    expect(await faultsOf(styles('a{content:{{title}} }', { title: 'x' }))).toContain(
      't.css:1:11: “title” is text: in a style sheet write {{cssString title}} or {{cssName title}}',
    );
    expect(
      await styles('a{content:{{cssString title}} }@page {{cssName id}} {}', {
        title: 'x',
        id: 's-1',
      }),
    ).toBe('a{content:"x" }@page s-1 {}');
  });

  test('tokens and the sheet that the theme is on go in as they are', async () => {
    const tokens =
      'fonts: { text: "\'A B\', serif" }\npaper:\n  a4: { width: 210mm }\n  letter: { width: 8.5in }\n';
    const css = '@page{size:{{sheet.width}};}p{font-family:{{tokens.fonts.text}};}';
    expect(await styles(css, {}, tokens, 'letter')).toBe(
      "@page{size:8.5in;}p{font-family:'A B', serif;}",
    );
    expect(await styles(css, {}, tokens)).toContain('size:210mm');
    expect(await faultsOf(styles(css, {}, tokens, 'a6'))).toContain(
      '“sheet.width” asks for “width” of something that is empty here',
    );
  });
});
