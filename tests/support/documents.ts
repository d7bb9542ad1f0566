/** Documents of any shape, for properties: one tree, written as HTML, OOXML or ODF. */
import fc from 'fast-check';

/** A piece of a paragraph. */
export interface AnyPiece {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** A block of a document. */
export type AnyBlock =
  | { readonly type: 'p' | 'h1' | 'h2' | 'quote' | 'item'; readonly pieces: readonly AnyPiece[] }
  | { readonly type: 'table'; readonly rows: readonly (readonly (readonly AnyPiece[])[])[] };

/** Letters, and everything that Markdown, HTML or XML could take for its own. */
const text = fc
  .array(
    fc.constantFrom(
      ...Array.from('abcXYZ éßø日本𝔸“”‘’«»—–…·¹½'),
      ...Array.from(' *_`#>-+.!|[](){}<>&"\'\\/:;=~^$%@0123456789'),
      ' word ',
      'said ',
      '\u00a0',
      '\u00ad',
      'https://example.org/a_b',
      '&amp;',
      '<b>',
      '1. ',
      '- ',
      '# ',
      ':::',
      '![',
      '[^1]',
      '**',
      '``',
    ),
    { minLength: 1, maxLength: 30 },
  )
  .map((parts) => parts.join(''));

const piece: fc.Arbitrary<AnyPiece> = fc.record({
  text,
  bold: fc.boolean(),
  italic: fc.boolean(),
});
const pieces = fc.array(piece, { minLength: 1, maxLength: 5 });

/** A document. */
export const page: fc.Arbitrary<readonly AnyBlock[]> = fc.array(
  fc.oneof(
    fc.record({
      type: fc.constantFrom(
        'p' as const,
        'h1' as const,
        'h2' as const,
        'quote' as const,
        'item' as const,
      ),
      pieces,
    }),
    fc.record({
      type: fc.constant('table' as const),
      rows: fc.array(fc.array(pieces, { minLength: 1, maxLength: 3 }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
  ),
  { minLength: 1, maxLength: 8 },
);

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** As a web page. */
export function htmlOf(blocks: readonly AnyBlock[]): string {
  const inline = (all: readonly AnyPiece[]): string =>
    all
      .map(({ text: words, bold, italic }) => {
        const inner = italic ? `<i>${escaped(words)}</i>` : escaped(words);
        return bold ? `<b>${inner}</b>` : inner;
      })
      .join('');
  const tags = { p: 'p', h1: 'h1', h2: 'h2', quote: 'blockquote', item: 'li' } as const;
  const body = blocks.map((block) =>
    block.type === 'table'
      ? `<table>${block.rows.map((row) => `<tr>${row.map((cell) => `<td>${inline(cell)}</td>`).join('')}</tr>`).join('')}</table>`
      : `<${tags[block.type]}>${inline(block.pieces)}</${tags[block.type]}>`,
  );
  return `<!doctype html><html><body>${body.join('\n')}</body></html>`;
}
