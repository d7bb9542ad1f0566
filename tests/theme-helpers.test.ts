/** What a title can do to a style sheet: nothing. */
import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cssName, cssString, helpers } from '../src/theme/helpers.ts';

/**
 * A CSS string token read back, per CSS Syntax 3, 4.3.5 and 4.3.7; null when the token ends before
 * the text does.
 */
function readString(css: string): string | null {
  let out = '';
  for (let i = 1; i < css.length; i++) {
    const sign = css[i]!;
    if (sign === '"') return i === css.length - 1 ? out : null;
    if (sign === '\n' || sign === '\r' || sign === '\f') return null;
    if (sign !== '\\') {
      out += sign;
      continue;
    }
    const hex = /^[0-9a-f]{1,6}/iu.exec(css.slice(i + 1))?.[0] ?? '';
    if (hex === '') return null;
    out += String.fromCodePoint(Number.parseInt(hex, 16));
    i += hex.length + (css[i + 1 + hex.length] === ' ' ? 1 : 0);
  }
  return null;
}

describe('cssString', () => {
  test('says the same text and cannot be left', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 60 }), (text) => {
        const css = cssString(text);
        expect(readString(css)).toBe(text.toWellFormed().replaceAll('\0', '\ufffd'));
        expect(css).not.toMatch(/[<>{}\n\r\f]|\*\//u);
      }),
    );
  });
  test.each([
    ['a"b', String.raw`"a\22 b"`],
    ['</style><b>', String.raw`"\3c \2f style\3e \3c b\3e "`],
    ['line\nbreak', String.raw`"line\a break"`],
    ['back\\slash', String.raw`"back\5c slash"`],
    ['Ünï—“x”', '"Ünï—“x”"'],
  ])('%j', (text, css) => {
    expect(cssString(text)).toBe(css);
  });
});

test('cssName is always a name, and tells different ids apart', () => {
  assert(
    property(string({ unit: 'binary' }), string(), (text, prefix) => {
      expect(cssName(prefix + text)).toMatch(/^[A-Za-z][A-Za-z0-9_-]*$/u);
    }),
  );
  expect(new Set(['a b', 'a_b', 'a-b', 'ab'].map(cssName)).size).toBe(4);
});

test('the page helper escapes its label and keeps the page together with it', () => {
  const given = { hash: {}, writer: { href: String, page: () => '<b/>', content: String } };
  expect(helpers['page']!.call(['x', ' <', 'p. {page}.'], given)).toBe(' &#60;p.\u00a0<b/>.');
  expect(
    helpers['page']!.call(['x', ', ', 'p. {page}'], {
      ...given,
      writer: { ...given.writer, page: () => '' },
    }),
  ).toBe('');
  expect(
    helpers['page']!.call(['x', '', '{page}', '<a>'], {
      ...given,
      writer: { ...given.writer, page: () => '' },
    }),
  ).toBe('&#60;a&#62;');
  expect(helpers['page']!.call(['x', '', '{page}', 'a'], given)).toBe('<b/>');
});

test('a page link holds the page and its label, not what stands before; it is nothing where there are no pages', () => {
  const given = {
    hash: {},
    writer: { href: (id: string) => `#${id}&`, page: () => '<b/>', content: String },
  };
  expect(helpers['pageLink']!.call(['x', ' <', 'p. {page}'], given)).toBe(
    ' &#60;<a href="#x&#38;">p.\u00a0<b/></a>',
  );
  expect(
    helpers['pageLink']!.call(['x', ', '], {
      ...given,
      writer: { ...given.writer, page: () => '' },
    }),
  ).toBe('');
});
