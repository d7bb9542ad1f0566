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

/** Parts of a Word document. */
export function docxOf(blocks: readonly AnyBlock[]): Record<string, string> {
  const styles = { p: '', h1: 'Heading1', h2: 'Heading2', quote: 'Quote', item: '' } as const;
  const runs = (all: readonly AnyPiece[]): string =>
    all
      .map(
        ({ text: words, bold, italic }) =>
          `<w:r><w:rPr>${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}</w:rPr><w:t xml:space="preserve">${escaped(words)}</w:t></w:r>`,
      )
      .join('');
  const paragraph = (style: string, inner: string): string =>
    `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${inner}</w:p>`;
  const body = blocks.map((block) =>
    block.type === 'table'
      ? `<w:tbl>${block.rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph('', runs(cell))}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
      : paragraph(styles[block.type], runs(block.pieces)),
  );
  const names = ['heading 1', 'heading 2', 'Quote'];
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships><Relationship Id="a" Type="${type}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships><Relationship Id="a" Type="${type}/styles" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles>${names.map((name) => `<w:style w:styleId="${name[0]!.toUpperCase()}${name.slice(1).replace(' ', '')}"><w:name w:val="${name}"/></w:style>`).join('')}</w:styles>`,
    'word/document.xml': `<w:document><w:body>${body.join('')}</w:body></w:document>`,
  };
}

/** Parts of an OpenDocument text. */
export function odtOf(blocks: readonly AnyBlock[]): Record<string, string> {
  const looks = ['', 'B', 'I', 'BI'];
  const spans = (all: readonly AnyPiece[]): string =>
    all
      .map(
        ({ text: words, bold, italic }) =>
          `<text:span text:style-name="${looks[(bold ? 1 : 0) + (italic ? 2 : 0)]}">${escaped(words)}</text:span>`,
      )
      .join('');
  const body = blocks.map((block) => {
    if (block.type === 'table')
      return `<table:table>${block.rows.map((row) => `<table:table-row>${row.map((cell) => `<table:table-cell><text:p>${spans(cell)}</text:p></table:table-cell>`).join('')}</table:table-row>`).join('')}</table:table>`;
    const inner = spans(block.pieces);
    if (block.type === 'h1' || block.type === 'h2')
      return `<text:h text:outline-level="${block.type[1]}">${inner}</text:h>`;
    const paragraph = `<text:p text:style-name="${block.type === 'quote' ? 'Quotations' : 'Standard'}">${inner}</text:p>`;
    return block.type === 'item'
      ? `<text:list><text:list-item>${paragraph}</text:list-item></text:list>`
      : paragraph;
  });
  const look = (name: string, is: string): string =>
    `<style:style style:name="${name}" style:family="text"><style:text-properties ${is}/></style:style>`;
  return {
    'mimetype': 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content><office:automatic-styles>${look('B', 'fo:font-weight="bold"')}${look('I', 'fo:font-style="italic"')}${look('BI', 'fo:font-weight="bold" fo:font-style="italic"')}<style:style style:name="Quotations" style:family="paragraph"/></office:automatic-styles><office:body><office:text>${body.join('')}</office:text></office:body></office:document-content>`,
  };
}
