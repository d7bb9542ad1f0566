/** HTML elements in Markdown, and what each is read as: one table. */

/** How an element is read. What is not in the table is printed as it is written. */
export type ElementReading =
  | 'strong'
  | 'emphasis'
  | 'delete'
  | 'code'
  | 'link'
  | 'image'
  | 'break'
  /** Kept as itself. */
  | 'own'
  /** Says what the words are: heard where quotations are found. */
  | 'markup'
  /** Only its words count. */
  | 'words'
  | 'paragraph'
  | 'heading'
  | 'rule'
  | 'pre'
  | 'quotation'
  | 'list'
  | 'item'
  | 'term'
  | 'table'
  /** Holds blocks, and is nothing by itself. */
  | 'blocks'
  /** Left out with all that is in it, and named. */
  | 'out';

const NAMES: Readonly<Record<ElementReading, string>> = {
  strong: 'b strong',
  emphasis: 'i em var',
  delete: 'del s strike',
  code: 'code kbd samp tt',
  link: 'a',
  image: 'img',
  break: 'br',
  own: 'sup sub abbr mark',
  markup: 'q cite dfn',
  words:
    'span font u ins small big time data bdi bdo wbr nobr ruby rb rt rp rtc label button output acronym picture',
  paragraph: 'p figcaption caption address legend dd footer',
  heading: 'h1 h2 h3 h4 h5 h6',
  rule: 'hr',
  pre: 'pre',
  quotation: 'blockquote',
  list: 'ul ol menu',
  item: 'li',
  term: 'summary dt',
  table: 'table',
  blocks:
    'div section article header main aside nav center figure details dl form fieldset hgroup html body search thead tbody tfoot tr td th colgroup col',
  out: 'script style template iframe object embed video audio canvas svg math input select textarea noscript head title link meta base source track param area map dialog',
};

/** Element → how it is read. */
export const READINGS: ReadonlyMap<string, ElementReading> = new Map(
  (Object.entries(NAMES) as [ElementReading, string][]).flatMap(([reading, names]) =>
    names.split(' ').map((name) => [name, reading] as const),
  ),
);

const INLINE: ReadonlySet<ElementReading> = new Set([
  'strong',
  'emphasis',
  'delete',
  'code',
  'link',
  'image',
  'break',
  'own',
  'markup',
  'words',
]);

/** True for elements that stand in a line of text. */
export const isInline = (name: string): boolean => INLINE.has(READINGS.get(name) ?? 'words');
