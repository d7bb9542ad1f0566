/** Trees written as HTML and as XML. */
import { assert, property, string } from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { ElementContent, Root } from 'hast';
import { escapeText, writeTree, type MarkupRules } from '../src/views/markup.ts';

const rules: MarkupRules = {
  xhtml: true,
  href: (id) => `file.xhtml#${id}`,
  src: (url) => `img/${url}`,
  quotation: ({ place, first, lang }, inner) =>
    `<span${first ? ` id="${place}"` : ''}${lang === null ? '' : ` lang="${lang}"`}>${inner}</span>`,
  noteref: ({ number, entry }) => `<a href="#${entry}">${number}</a>`,
};
const text = (value: string): ElementContent => ({ type: 'text', value });
const element = (
  tagName: string,
  properties: Record<string, unknown>,
  ...children: ElementContent[]
): ElementContent => ({
  type: 'element',
  tagName,
  properties: properties as never,
  children,
});
const write = (node: ElementContent, xhtml = true): string =>
  writeTree({ type: 'root', children: [node] } as Root, { ...rules, xhtml });
const quotation = element('quotation', { place: 'p', number: 3, first: true }, text('“a”'));
const noteref = element('noteref', { place: 'p', number: 3, entry: 'q' });

test.each([
  [
    'links inside the edition go through the medium',
    element('a', { href: '#x' }, text('l')),
    '<a href="file.xhtml#x">l</a>',
  ],
  [
    'links outside stay',
    element('a', { href: 'https://e.org/?a&b' }, text('l')),
    '<a href="https://e.org/?a&amp;b">l</a>',
  ],
  [
    'images go through the medium',
    element('img', { src: 'a.png', alt: '' }),
    '<img src="img/a.png" alt=""/>',
  ],
  [
    'quotations and numbers are the medium’s',
    element('p', {}, text('x '), quotation, noteref),
    '<p>x <span id="p">“a”</span><a href="#q">3</a></p>',
  ],
  [
    'a language is passed on',
    element('quotation', { place: 'p', number: 1, first: false, lang: 'de' }, text('a')),
    '<span lang="de">a</span>',
  ],
  [
    'a paragraph that is one quotation is set off',
    element('p', { id: 'b' }, quotation, text('.'), noteref),
    '<p id="b" class="display-quotation"><span id="p">“a”</span>.<a href="#q">3</a></p>',
  ],
  [
    'not so inside a block quotation',
    element('blockquote', {}, element('p', {}, quotation)),
    '<blockquote><p><span id="p">“a”</span></p></blockquote>',
  ],
  [
    'the name under a block quotation',
    element('blockquote', {}, element('p', { className: ['x'] }, text('— A'))),
    '<blockquote><p class="x attribution">— A</p></blockquote>',
  ],
  ['a dash elsewhere is only a dash', element('p', {}, text('— A')), '<p>— A</p>'],
  ['column heads have a scope', element('th', {}, text('h')), '<th scope="col">h</th>'],
  [
    'true and false',
    element('ol', { reversed: true, hidden: false, start: 3 }),
    '<ol reversed="reversed" start="3"></ol>',
  ],
  [
    'names of attributes',
    element('td', { className: ['a', 'b'], colSpan: 2, ariaLabel: 'x' }),
    '<td class="a b" colspan="2" aria-label="x"></td>',
  ],
] as const)('%s', (_name, node, expected) => {
  expect(write(node)).toBe(expected);
});

test('paged media keep short paragraphs whole, and what ends in a colon with what follows', () => {
  const print = (node: ElementContent): string =>
    writeTree({ type: 'root', children: [node] } as Root, { ...rules, keep: 8 });
  expect(print(element('p', {}, text('eight ch')))).toBe('<p class="kept">eight ch</p>');
  expect(print(element('p', {}, text('nine char')))).toBe('<p>nine char</p>');
  expect(print(element('li', {}, element('em', {}, text('She said: '))))).toBe(
    '<li class="leads"><em>She said: </em></li>',
  );
  expect(print(element('li', {}, text('a'), element('ul', {}, element('li', {}, text('b')))))).toBe(
    '<li>a<ul><li class="kept">b</li></ul></li>',
  );
  expect(print(element('p', {}, quotation, text(':')))).toContain(
    'class="kept leads display-quotation"',
  );
});

test('paged media keep short tables whole, and give many columns the width of the page', () => {
  const classOf = (rows: number, cells: number): string | undefined => {
    const row = element('tr', {}, ...Array.from({ length: cells }, () => element('td', {})));
    const table = element(
      'table',
      {},
      element('tbody', {}, ...Array.from({ length: rows }, () => row)),
    );
    return /<table(?: class="([^"]*)")?>/u.exec(
      writeTree({ type: 'root', children: [table] } as Root, { ...rules, keep: 8 }),
    )?.[1];
  };
  expect([classOf(12, 5), classOf(13, 5), classOf(12, 6), classOf(13, 6)]).toEqual([
    'kept',
    undefined,
    'kept wide',
    'wide',
  ]);
});

test('HTML leaves void elements open', () => {
  expect(write(element('br', {}), false)).toBe('<br>');
});

/** What an XML parser reads back: text and attribute values. */
const read = (xml: string): string => {
  let out = '';
  const parser = new SaxesParser();
  parser.on('text', (value) => {
    out += value;
  });
  parser.on('opentag', ({ attributes }) => {
    out += Object.values(attributes).join('');
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(`<r>${xml}</r>`).close();
  return out;
};

const lawful = (value: string): string =>
  value.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '');

describe('XML', () => {
  test('any text is well-formed and comes back, but for what XML cannot hold', () => {
    assert(
      property(
        string({ unit: 'binary' }).map((value) =>
          value.replaceAll(/[\r\n\t\u007f-\u009f\u2028\u2029]/gu, ' '),
        ),
        (value) => {
          expect(read(write(element('p', { title: value }, text(value))))).toBe(
            lawful(value).repeat(2),
          );
        },
      ),
    );
  });
  test('what a serialiser of HTML lets through', () => {
    expect(escapeText('a ]]> b')).toBe('a ]]&gt; b');
    expect(write(element('p', { title: 'a<b\u0001"' }))).toBe('<p title="a&lt;b&quot;"></p>');
  });
});

test('columns of a wide table get room for their longest word, together never more than the page', () => {
  const cells = (words: readonly string[]): ElementContent =>
    element('tr', {}, ...words.map((word) => element('td', {}, text(word))));
  const widthsOf = (...rows: (readonly string[])[]): number[] => {
    const table = element('table', {}, element('tbody', {}, ...rows.map(cells)));
    const html = writeTree({ type: 'root', children: [table] } as Root, { ...rules, keep: 8 });
    return [...html.matchAll(/class="w-(\d+)"/gu)].map((match) => Number(match[1]));
  };
  expect(widthsOf(['a', 'bb cc', 'four', 'x'.repeat(30), 'e', 'f'])).toEqual([3, 3, 5, 12, 3, 3]);
  expect(widthsOf(['a', 'b', 'c', 'd', 'e', 'f'], ['longer', 'b', 'c', 'd', 'e'])).toEqual([
    7, 3, 3, 3, 3, 3, 7, 3, 3, 3, 3,
  ]);
  expect(widthsOf(['a', 'b', 'c', 'd', 'e'])).toEqual([]);
  for (const columns of [6, 10, 25]) {
    const sum = widthsOf(Array.from({ length: columns }, () => 'x'.repeat(20))).reduce(
      (a, b) => a + b,
    );
    expect(sum).toBeLessThanOrEqual(75);
  }
});

test('paged media keep block quotations and notes whole up to a dozen lines, and let longer ones break', () => {
  const print = (node: ElementContent): string =>
    writeTree({ type: 'root', children: [node] } as Root, { ...rules, keep: 8 });
  const quote = (letters: number): ElementContent =>
    element('blockquote', {}, element('p', {}, text('x'.repeat(letters))));
  expect(print(quote(32))).toMatch(/^<blockquote class="kept">/u);
  expect(print(quote(33))).toMatch(/^<blockquote>/u);
  expect(print(element('div', { className: ['note'] }, text('x'.repeat(32))))).toMatch(
    /^<div class="note kept">/u,
  );
  expect(print(element('p', { className: ['context'] }, text('x'.repeat(32))))).toBe(
    `<p class="context kept">${'x'.repeat(32)}</p>`,
  );
  expect(print(element('p', { className: ['context'] }, text('x'.repeat(33))))).toBe(
    `<p class="context">${'x'.repeat(33)}</p>`,
  );
});
