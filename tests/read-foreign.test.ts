/** Markdown as other tools write it: what is read, what is left out, and that every word keeps its place. */
import * as fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { isoDateFrom } from '../src/read/foreign/dates.ts';
import { parseForeign } from '../src/read/foreign/index.ts';
import { maskedText } from '../src/read/foreign/masks.ts';
import { rawOffsets } from '../src/textmap.ts';
import { readText } from './read-help.ts';

/** A tree in brackets: `p(a, strong(b))`. */
function shape(node: Nodes): string {
  if (node.type === 'text') return node.value.replaceAll(/\s+/gu, ' ');
  if (node.type === 'break') return '↵';
  if (node.type === 'html' || node.type === 'inlineCode' || node.type === 'code')
    return `${node.type}:${node.value}`;
  if (node.type === 'image') return `image:${node.url}`;
  if (node.type === 'inlineElement' || node.type === 'containerDirective')
    return `${node.name}(${node.children.map(shape).join(', ')})`;
  return `${SHORT[node.type] ?? node.type}(${'children' in node ? node.children.map(shape).join(', ') : ''})`;
}
const SHORT: Readonly<Record<string, string>> = {
  paragraph: 'p',
  listItem: 'li',
  tableRow: 'tr',
  tableCell: 'td',
  thematicBreak: 'hr',
  emphasis: 'em',
};

const parsed = (
  text: string,
): { readonly shape: string; readonly said: readonly string[]; readonly tree: Root } => {
  const file = new VFile({ value: text });
  const { tree } = parseForeign(text, file);
  return {
    tree,
    shape: tree.children.map(shape).join(' '),
    said: file.messages.map(({ ruleId }) => ruleId!),
  };
};

describe('what is left out', () => {
  const cases: readonly (readonly [text: string, shape: string, said: readonly string[]])[] = [
    ['a {>>b<<}', 'p(a)', ['comment-omitted']],
    ['a\n\n[//]: # (b)', 'p(a) definition()', ['comment-omitted']],
    ['a\n\n[^1]: b', 'p(a) footnoteDefinition(p(b))', ['footnote-unused']],
    [
      '{{< q "words of it" >}} {{< r >}} {{< s >}}\n\ne',
      'p(e)',
      ['markup-foreign', 'markup-foreign'],
    ],
    ['# A {-}', 'heading(A)', ['markup-foreign']],
    ['--8<-- "a.md"\n\nb <% c %>', 'p(b)', ['markup-foreign', 'markup-foreign']],
    ['* TOC\n{:toc}\n\na', 'p(a)', ['markup-foreign']],
    ['export const A = () => (\n  <b>\n);\n\na', 'p(a)', ['markup-foreign']],
    ['<Tab>\n    a\n</Tab>', 'p(a)', ['markup-foreign']],
    ['a <!-- b --> c', 'p(a,  c)', ['comment-omitted']],
    ['a\n\n<!-- b\n\nc -->\n\nd', 'p(a) p(d)', ['comment-omitted']],
    ['<!-- b --> c', 'p(c)', ['comment-omitted']],
    ['a\n<!-- b -->\nc', 'p(a) p(c)', ['comment-omitted']],
    ['`<!-- a -->` b', 'p(inlineCode:<!-- a -->,  b)', []],
    ['```\n<!-- a -->\n```', 'code:<!-- a -->', []],
    ['    {{ a }} b', 'code:{{ a }} b', []],
    ['a %%b%% c, 5 %% of %% it', 'p(a,  c, 5 %% of %% it)', ['comment-omitted']],
    ['{% comment %}a{% endcomment %}b', 'p(b)', ['comment-omitted']],
    ['a {% if b %}c{% endif %} d', 'p(a , c,  d)', ['markup-foreign']],
    ['{{< figure src="a.png" >}}\n\nb', 'p(b)', ['markup-foreign']],
    ['a {{ page.title }} b', 'p(a,  b)', ['markup-foreign']],
    ['# A {#a .b}', 'heading(A)', ['markup-foreign']],
    ['a :quote[b]{by=c}', 'p(a , textDirective(b))', []],
    [':::quote{by=c}\na\n:::', 'quote(p(a))', []],
    ['a [[b|c]] [[d]] ![[e.png]]', 'p(a , c,  , d)', ['markup-foreign', 'markup-foreign']],
    ['a ==b== c == d', 'p(a , b,  c == d)', ['markup-foreign']],
    ['a. ^b-1\n\n2^3', 'p(a.) p(2^3)', ['markup-foreign']],
    [
      "import A from 'a';\n\n<A b={1} />\n\nc <Bee>d</Bee> <Name>",
      'p(c , d,  , html:<Name>)',
      ['markup-foreign', 'markup-foreign'],
    ],
    [
      'a【4:1†source】, b [cite: 3, 4]. c :contentReference[oaicite:0]{index=0}',
      'p(a, , b, . c)',
      ['markup-foreign'],
    ],
    ['**a**【1†L4-L9】 b [cite_start]c', 'p(strong(a),  b , c)', ['markup-foreign']],
    ['\\newpage\n\na', 'p(a)', ['markup-foreign']],
    ['[TOC]\n\na', 'p(a)', ['markup-foreign']],
    ['a <script>b</script> c', 'p(a ,  c)', ['markup-foreign']],
    ['<style>\nb\n</style>\n\nc', 'p(c)', ['markup-foreign']],
    ['<!-- a', '', ['comment-unclosed']],
    ['- <!-- a -->\n- b', 'list(li(p(b)))', ['comment-omitted']],
  ];
  test.each(cases)('%j', (text, expected, said) => {
    const { shape: found, said: told } = parsed(text);
    expect(found).toBe(expected);
    expect(told).toEqual(said);
  });

  test('comments are in no edition, Markdown included', async () => {
    const { brief } = await readText('# A\n\nb <!-- c --> d\n');
    expect(brief!.markdown()).toBe('# A\n\nb d\n');
    expect(brief!.text).toContain('<!-- c -->');
  });
});

describe('raw HTML', () => {
  const cases: readonly (readonly [text: string, shape: string])[] = [
    ['a<sup>2</sup> <sub>b</sub>', 'p(a, sup(2),  , sub(b))'],
    ['a <b>b *c*</b> <i>d</i><br>e', 'p(a , strong(b , em(c)),  , em(d), ↵, e)'],
    ['<a href="b" title="“c”">d</a> <a name="e"></a>f', 'p(link(d),  , f)'],
    ['a <span style="b">c</span> <u>d</u>', 'p(a , c,  , d)'],
    ['a <q cite="b">c</q>', 'p(a , html:<q cite="b">, c, html:</q>)'],
    ['a <img src="b.png" alt="c">', 'p(a , image:b.png)'],
    ['<img src="b.png" alt="c">', 'p(image:b.png)'],
    ['<p align="center">\n  a <b>b</b>\n</p>', 'p(a , strong(b))'],
    ['<div>\n\n**a**\n\n- b\n\n</div>', 'p(strong(a)) list(li(p(b)))'],
    ['<details>\n<summary>a</summary>\n\nb\n\n</details>', 'p(strong(a)) p(b)'],
    ['<blockquote cite="s">\n\na\n\n</blockquote>\n\nb', 'quote(p(a)) p(b)'],
    [
      '<blockquote><p>a</p><footer>— <cite>B</cite></footer></blockquote>',
      'quote(p(a), p(— , html:<cite>, B, html:</cite>))',
    ],
    [
      '<table>\n  <tr><th>a</th><th>b</th></tr>\n  <tr><td>c<br>d</td></tr>\n</table>',
      'table(tr(td(a), td(b)), tr(td(c, ↵, d), td()))',
    ],
    ['<ul>\n  <li>a</li>\n  <li>b</li>\n</ul>', 'list(li(p(a)), li(p(b)))'],
    ['| a |\n|-|\n| <ul><li>b</li><li>c</li></ul> |', 'table(tr(td(a)), tr(td(b, ↵, c)))'],
    ['<h2 id="x">a &amp; b</h2>', 'heading(a , &,  b)'],
    ['<pre>a\n  b</pre>', 'code:a\n  b'],
    ['a <b>b', 'p(a , strong(b))'],
    ['a </b> b', 'p(a ,  b)'],
    ['a <foo x="“y”">b</foo>', 'p(a , html:<foo x="“y”">, b, html:</foo>)'],
  ];
  test.each(cases)('%j', (text, expected) => {
    expect(parsed(text).shape).toBe(expected);
  });
});

describe('callouts', () => {
  const cases: readonly (readonly [text: string, shape: string])[] = [
    ['> [!NOTE]\n> a', 'note(p(a))'],
    ['> [!warning]- b\n> a\n>\n> c', 'note(p(strong(b)), p(a), p(c))'],
    ['> [!quote] A\n> “b”', 'p(strong(A)) blockquote(p(“b”))'],
    ['> **Note:** a', 'note(p(strong(Note:),  a))'],
    ['> **Hinweis:** a', 'note(p(strong(Hinweis:),  a))'],
    ['> **Ida Moen:** “a”', 'blockquote(p(strong(Ida Moen:),  “a”))'],
    [':::warning\na\n:::', 'note(p(a))'],
    ['::: {.callout-tip}\na\n:::', 'note(p(a))'],
    [':::{.callout-note collapse="true"}\na\n:::', 'note(p(a))'],
    ['::: tip b c\na\n:::', 'note(p(strong(b c)), p(a))'],
    [':::tip b c\na\n:::', 'note(p(strong(b c)), p(a))'],
    ['::: {.callout-note title="B c"}\na\n:::', 'note(p(strong(B c)), p(a))'],
    ['!!! note\n    a\n\n    b\n\nc', 'note(p(a), p(b)) p(c)'],
    ['??? tip "B"\n\n    “a”\n???+ note\n    c', 'note(p(strong(B)), p(“a”)) note(p(c))'],
    [
      '+ a\n\n!!! quote "B"\n    c\n\n    !!! note\n        d',
      'list(li(p(a))) p(strong(B)) blockquote(p(c), note(p(d)))',
    ],
    ['=== "A"\n\n    b\n\n=== "C"\n\n    d', 'p(strong(A)) p(b) p(strong(C)) p(d)'],
    ['```\n!!! note\n    a\n```', 'code:!!! note\n    a'],
    ['    !!! note', 'code:!!! note'],
    ['1. a\n\n    !!! note\n        b', 'list(li(p(a), note(p(b))))'],
    ['::::: {.columns}\n:::: {.column width="50%"}\na\n::::\n:::::', 'p(a)'],
    ['::: {.columns}\na', 'p(::: {.columns} a)'],
    [':::{note} B\na\n:::', 'note(p(strong(B)), p(a))'],
    ['```{warning}\na\n```\n\nb', 'note(p(a)) p(b)'],
    ['```{python}\na\n```', 'code:a'],
  ];
  test.each(cases)('%j', (text, expected) => {
    expect(parsed(text).shape).toBe(expected);
  });
});

describe('marks of others', () => {
  const cases: readonly (readonly [text: string, shape: string])[] = [
    ['H~2~O, m^2^, 2^3, a ~5 b ~c', 'p(H, sub(2), O, m, sup(2), , 2^3, a ~5 b ~c)'],
    ['a^[b *c* d] e', 'p(a, footnoteReference(),  e) footnoteDefinition(p(b , em(c),  d))'],
    ['a ^[b', 'p(a ^[b)'],
    ['A\n: b\n: c', 'p(strong(A)) p(b) p(c)'],
    ['A\n\n:   b *c*', 'p(strong(A)) p(b , em(c))'],
    ['Said:\n: b', 'p(strong(Said:)) p(b)'],
    ['a: b\nc: d', 'p(a: b c: d)'],
    ['% A *b*\n% C\n% D\n\ne', 'heading(A , em(b)) p(C, ↵, D) p(e)'],
    ['% a of it\nb', 'p(% a of it b)'],
    ['a $b_1 * c_2 * d$ e', 'p(a , inlineCode:$b_1 * c_2 * d$,  e)'],
    ['$$\n\\frac{a}{b}\n$$', 'p(inlineCode:$$ \\frac{a}{b} $$)'],
    ['$5 a_b and $6, US$7/US$8', 'p($5 a_b and $6, US$7/US$8)'],
    ['a {++b++} {--c--} {~~d~>e~~} {>>f<<} g', 'p(a , b,  , e,  g)'],
    ['a [b]{.mark} :quote[c]{by=d} [e](f){.g}', 'p(a , b,  , textDirective(c),  , link(e))'],
  ];
  test.each(cases)('%j', (text, expected) => {
    expect(parsed(text).shape).toBe(expected);
  });
});

describe('front matter of others', () => {
  const of = async (front: string): Promise<Awaited<ReturnType<typeof readText>>> =>
    readText(`${front}\n# E\n\nText.\n`);
  const yaml = (lines: string): string => `---\n${lines}\n---\n`;

  type Row = readonly [
    yaml: string,
    meta: Readonly<Record<string, unknown>>,
    said?: readonly string[],
  ];
  const cases: readonly Row[] = [
    ['date: 2013-02-18 11:00:00 +0100', { date: '2013-02-18T11:00:00+01:00' }],
    ['date: March 17, 2025', { date: '2025-03-17' }],
    ['date: today', { date: null }, ['2:1 front-matter-extra']],
    ['publishDate: 2025-03-17', { date: '2025-03-17' }],
    ['lang: en_US', { lang: 'en-US' }],
    ['language: Deutsch', { lang: 'de' }],
    ['authors:\n  - name: A. Writer\n    url: https://a.example', { authors: ['A. Writer'] }],
    [
      'author:\n  - name: {given: Ada, family: Moen}\n  - Per Lund',
      { authors: ['Ada Moen', 'Per Lund'] },
    ],
    ['author: {name: Ada Moen, email: a@b.c}', { authors: ['Ada Moen'] }],
    ['tags: [a, "#b"]\ncategories: c', { keywords: ['a', 'b', 'c'] }],
    ['summary: S', { description: 'S' }],
    ['abstract: A\ndescription: B', { description: 'B' }],
    ['license: CC BY 4.0', { rights: 'CC BY 4.0' }],
    ['papersize: a4paper', { paper: 'a4' }],
    ['series: [A]', { series: { name: 'A', position: null } }],
    ['series: [A, B]', { series: null }, ['2:1 front-matter-extra']],
    ['Title: T', { title: 'T' }],
    ['stats: false\nquote: "x"', {}, ['2:1 front-matter-extra']],
    ['print: true\nroles: [a]\ntheme: {light: x}', {}, ['3:1 front-matter-extra']],
    ['date:\ntitle: ~', { date: null }, ['2:6 front-matter-extra', '3:8 front-matter-extra']],
    ['titel: Words', { title: 'E' }, ['2:1 front-matter-key']],
  ];
  const rows = cases.map(([lines, meta, said]) => ({ lines, meta, expected: said ?? [] }));
  test.each(rows)('$lines', async ({ lines, meta, expected }) => {
    const { brief, said } = await of(yaml(lines));
    expect(brief!.meta).toMatchObject(meta);
    expect(said).toEqual(expected);
  });

  test('sources as addresses and words', async () => {
    const { brief } = await of(yaml('sources:\n  - https://a.example/x\n  - Hearing of 2025'));
    expect(brief!.sources.map(({ url, citation }) => url ?? citation)).toEqual([
      'https://a.example/x',
      'Hearing of 2025',
    ]);
  });

  test('TOML of Hugo and Zola', async () => {
    const toml =
      '+++\ntitle = "The Night Ferry"\ndate = 2025-03-17T08:00:00Z\n[taxonomies]\ntags = ["a"]\n[extra]\nauthor = "A"\n+++\n';
    const { brief, said } = await of(toml);
    expect(brief!.meta).toMatchObject({
      title: 'The Night Ferry',
      date: '2025-03-17T08:00:00.000Z',
      keywords: ['a'],
    });
    expect(said).toEqual(['4:1 front-matter-extra']);
    expect((await of('+++\ntitle = \n+++\n')).said).toEqual(['2:9 front-matter-syntax']);
    expect((await of('+++\ndate = "2025-02-30"\n+++\n')).said).toEqual(['2:8 front-matter-value']);
  });

  test('Pandoc’s end of front matter', async () => {
    expect((await of('---\ntitle: T\n...\n')).brief!.meta.title).toBe('T');
  });
});

describe('dates', () => {
  const cases: readonly (readonly [text: string, iso: string | null])[] = [
    ['2025-03-17', '2025-03-17'],
    ['2025-3-7', '2025-03-07'],
    ['2025/03/17', '2025-03-17'],
    ['17.03.2025', '2025-03-17'],
    ['3/17/2025', '2025-03-17'],
    ['17/3/2025', '2025-03-17'],
    ['3/4/2025', null],
    ['17. März 2025', '2025-03-17'],
    ['17 de marzo de 2025', '2025-03-17'],
    ['le 1er août 2025', '2025-08-01'],
    ['Mon, 17 Mar 2025', '2025-03-17'],
    ['17th of March 2025', '2025-03-17'],
    ['2025-03-17 9:05', '2025-03-17T09:05'],
    ['2025-03-17T09:05:00Z', '2025-03-17T09:05:00Z'],
    ['2025-03-17 09:05:00 UTC', '2025-03-17T09:05:00Z'],
    ['spring 2025', null],
    ['yesterday', null],
  ];
  test.each(cases)('%s', (text, iso) => {
    expect(isoDateFrom(text)).toBe(iso);
  });
});

describe('places', () => {
  const PARTS = [
    'a “b” ',
    '<b>',
    '</b>',
    '<!-- x -->',
    '{{ y }}',
    '[[z|w]]',
    '\n\n',
    '\n',
    '> ',
    '- ',
    '`c` ',
    '&amp;',
    '\\*',
    '*',
    '<p>',
    '</p>',
    '| ',
    '【1†s】',
    '<table><tr><td>',
    '%%q%%',
    ' ',
  ];
  test('every word of the tree is what the file has at its place', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PARTS), { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const { tree } = parsed(text);
        const { mask } = maskedText(text, 0);
        const nodes: Nodes[] = [tree];
        for (let node = nodes.pop(); node; node = nodes.pop()) {
          if ('children' in node) nodes.push(...node.children);
          if (node.type !== 'text') continue;
          expect(mask !== null && node.value.includes(mask)).toBe(false);
          const raw = text.slice(node.position!.start.offset, node.position!.end.offset);
          const offsets = rawOffsets(node.value, raw);
          for (let i = 0; i < node.value.length; i++) {
            const there = raw[offsets ? offsets[i]! : i];
            if (/[a-z“”]/u.test(node.value[i]!))
              expect([text, there]).toEqual([text, node.value[i]]);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test.each(['{{', '<!--', '[[a', '%%', '<A ', '【', '`', '``a', '==', '{% a', '~~~\n', ':::a\n'])(
    'a long run of %j',
    (part) => {
      expect(parsed(part.repeat(20_000)).tree.type).toBe('root');
    },
  );
});
