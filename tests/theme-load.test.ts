/**
 * Themes as folders: what falls back to classic, what tokens may say, and that colours can be read.
 */
import { describe, expect, test } from 'vitest';
import { TemplateError } from '../src/theme/problems.ts';
import { contrast } from '../src/theme/contrast.ts';
import { OutsideError } from '../src/world.ts';
import { memoryWorld, themeFrom, writer } from './support/theme.ts';
import { loadTheme } from '../src/theme/load.ts';

const classic = {
  'classic/theme.yaml':
    'title: Classic\ntype: { text: 10pt, leading: 14pt }\ncolors: { ink: "#222222" }\n',
  'classic/print/book.hbs': 'classic {{> mark}}',
  'classic/print/book.css': 'a{size:{{tokens.type.text}};}',
  'classic/print/zeal.css': 'z{}',
  'classic/web/page.hbs': 'web {{> mark}}',
  'classic/partials/mark.hbs': 'c',
  'classic/web/partials/mark.hbs': 'w',
};

describe('a theme falls back to classic', () => {
  test('file by file and token by token', async () => {
    const theme = await themeFrom(
      {
        ...classic,
        'memo/theme.yaml': 'type: { text: 12pt }\n',
        'memo/partials/mark.hbs': 'm',
        'memo/print/zeal.css': 'y{}',
      },
      'memo',
    );
    expect(theme.name).toBe('memo');
    expect(theme.render('print', 'book', {}, writer)).toBe('classic m');
    expect(theme.styles('print', {})).toBe('a{size:12pt;}\ny{}');
    expect(theme.tokens).toMatchObject({
      title: 'Classic',
      type: { text: '12pt', leading: '14pt' },
    });
    expect([theme.has('print', 'book'), theme.has('print', 'nothing')]).toEqual([true, false]);
  });

  test('a medium’s own partial goes before the one of all media', async () => {
    const theme = await themeFrom(classic);
    expect([
      theme.render('web', 'page', {}, writer),
      theme.render('print', 'book', {}, writer),
    ]).toEqual(['web w', 'classic c']);
  });

  test('every file that was used is listed with its hash', async () => {
    const theme = await themeFrom(
      { ...classic, 'memo/theme.yaml': '', 'memo/print/zeal.css': 'y{}' },
      'memo',
    );
    const paths = theme.files.map(({ path }) => path);
    expect(paths).toContain('memo/print/zeal.css');
    expect(paths).toContain('classic/theme.yaml');
    expect(paths).not.toContain('classic/print/zeal.css');
    expect(theme.files.every(({ sha256 }) => /^[0-9a-f]{64}$/u.test(sha256))).toBe(true);
  });

  test('a path names a folder anywhere', async () => {
    const files = Object.fromEntries(
      Object.entries(classic).map(([name, text]) => [`/press/templates/${name}`, text]),
    );
    const theme = await loadTheme(
      memoryWorld({ ...files, '/home/mine/partials/mark.hbs': 'own {{x}}' }),
      './mine',
      '/press',
    );
    expect(theme.render('print', 'book', { x: 1 }, writer)).toBe('classic own 1');
    expect(() => theme.render('print', 'book', {}, writer)).toThrow(
      './mine/partials/mark.hbs:1:7: “x” is not in the data',
    );
  });

  test('an unknown theme names the nearest', async () => {
    const error = await themeFrom(classic, 'clasic').catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(OutsideError);
    expect((error as OutsideError).hint).toBe('Did you mean “classic”?');
  });
});

describe('tokens', () => {
  const fault = async (yaml: string): Promise<string> => {
    const error = await themeFrom({ ...classic, 'memo/theme.yaml': yaml }, 'memo').catch(
      (caught: unknown) => caught,
    );
    return error instanceof TemplateError ? error.message : String(error);
  };
  test.each([
    [
      'typ: { text: 10pt }',
      'templates/memo/theme.yaml:1:1: there is no token “typ”; did you mean “type”?',
    ],
    [
      'title: x\ntype:\n  txt: 10pt',
      'templates/memo/theme.yaml:3:3: there is no token “type.txt”; did you mean “text”?',
    ],
    ['type: { text: 10 }', 'the token “type.text” wants a length such as 10.5pt'],
    ['type: { text: "1pt;} a{" }', 'the token “type.text” wants a length such as 10.5pt'],
    ['colors: { ink: red }', 'the token “colors.ink” wants a colour such as #1c1b1a'],
    ['fonts: { text: "a;b" }', 'the token “fonts.text” wants a list of font families'],
    ['faces: [{ family: X }]', 'the token “faces” wants a list of { family, weight, style, file }'],
    ['front: mine', 'the token “front” wants own or shared'],
    ['type: 3', 'the token “type” wants a table of tokens'],
    ['type: [', 'templates/memo/theme.yaml:1:'],
    ['- x', 'the tokens are a table of names and values'],
  ])('%s', async (yaml, message) => {
    expect(await fault(yaml)).toContain(message);
  });

  test('colours too close to be read are named as a pair, in their place', async () => {
    expect(await fault('colors:\n  paper: "#ffffff"\n  muted: "#999999"\n  tint: "#eeeeee"')).toBe(
      [
        'templates/memo/theme.yaml:3:3: colors.muted (#999999) on colors.paper (#ffffff) has a contrast of 2.85, less than 4.5',
        'templates/memo/theme.yaml:3:3: colors.muted (#999999) on colors.tint (#eeeeee) has a contrast of 2.46, less than 4.5',
      ].join('\n'),
    );
  });

  test('contrast agrees with the examples of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('#ffffff', '#767676')).toBeCloseTo(4.54, 2);
  });

  test('the first paper of a theme is its own, with the sizes that hold on it', async () => {
    const theme = await themeFrom(
      {
        'classic/print/t.css':
          'p{size:{{sheet.width}};font-size:{{sheet.text}};leading:{{sheet.leading}} }',
        'classic/theme.yaml':
          'type: { text: 10pt, leading: 12pt }\ngrid: { side: 0mm }\npaper: { a4: { width: 210mm }, letter: { width: 8.5in } }\n',
        'memo/theme.yaml': 'paper: { letter: { text: 9pt } }\n',
      },
      'memo',
    );
    expect(theme.styles('print', {})).toBe('p{size:8.5in;font-size:9pt;leading:12pt }');
    expect(theme.on('a4').styles('print', {})).toBe('p{size:210mm;font-size:10pt;leading:12pt }');
  });

  test('a font of the theme’s own lies in its folder', async () => {
    const world = memoryWorld({
      '/press/templates/classic/theme.yaml':
        'faces:\n  - { family: Own, weight: 400, style: normal, file: fonts/own.ttf }\n',
      '/press/templates/classic/fonts/own.ttf': 'x',
    });
    const { faces } = await loadTheme(world, 'classic', '/press');
    expect(faces).toMatchObject([
      {
        family: 'Own',
        weight: 400,
        style: 'normal',
        file: '/press/templates/classic/fonts/own.ttf',
      },
    ]);
  });
});
