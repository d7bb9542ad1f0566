/** What other tools write between the words, and what becomes of it: one row each. */

/** A shape of another tool's markup in a text. */
export interface Foreign {
  /** How a message calls it. */
  readonly name: string;
  /** The character it begins with. */
  readonly first: string;
  /**
   * Sticky; must not match across its own first character, so that a walk over a text stays linear.
   */
  readonly form: RegExp;
  /** A comment is never told word for word, and is left out of every edition. */
  readonly isComment?: true;
  /** True where it stands at the start of a line only. */
  readonly atLine?: true;
  /**
   * `words`: groups of `form` that hold words stay, the rest is left out; `source`: it is printed
   * letter for letter, as code is. Without it all is left out.
   */
  readonly keeps?: 'words' | 'source';
  /** The name has small letters too: HTML in capitals is no component. */
  readonly isMixed?: true;
  /** Only where the same name is closed somewhere: `<Name>` alone may be words. */
  readonly isClosed?: true;
  /**
   * Behind white space it takes that with it: a mark of reference, which leans on the word before.
   */
  readonly leans?: true;
}

/**
 * In the order in which they are tried; the patterns are tried where `first` stands and nowhere
 * else.
 */
export const FOREIGN_MARKUP: readonly Foreign[] = [
  // Liquid (Jekyll, Eleventy), Jinja, Hugo, Quarto, MDX
  {
    name: 'comment',
    first: '{',
    form: /\{%-?\s{0,9}comment\b[^{}]{0,200}%\}[^]{0,20000}?\{%-?\s{0,9}endcomment\s{0,9}-?%\}/uy,
    isComment: true,
  },
  {
    name: 'comment',
    first: '{',
    form: /\{#[^#{}]{1,4000}#\}|\{\/\*[^*{}]{0,4000}\*\/\}/uy,
    isComment: true,
  },
  // formulas, in the language of TeX: the signs in it are no Markdown
  { name: 'formula', first: '$', form: /\$\$[^$]{1,4000}\$\$/uy, keeps: 'source' },
  {
    name: 'formula',
    first: '$',
    form: /\$(?![\s\d])(?=[A-Za-z]\$|[^$\n]{0,400}[\\^_={}])[^$\n]{1,400}(?<=\S)\$(?!\d)/uy,
    keeps: 'source',
  },
  // CriticMarkup, of MultiMarkdown and others
  { name: 'comment', first: '{', form: /\{>>[^{}]{0,4000}?<<\}/uy, isComment: true },
  {
    name: 'comment',
    first: '{',
    form: /\{::comment\b[^{}]{0,100}\}[^]{0,20000}?\{:\/(?:comment)?\}/uy,
    isComment: true,
  },
  { name: 'extension tag', first: '{', form: /\{::[a-z][^{}\n]{0,200}\}|\{:\/[a-z]{0,30}\}/uy },
  { name: 'deletion', first: '{', form: /\{--[^{}]{1,4000}?--\}/uy },
  { name: 'insertion', first: '{', form: /\{\+\+([^{}]{1,4000}?)\+\+\}/uy, keeps: 'words' },
  {
    name: 'substitution',
    first: '{',
    form: /\{~~[^{}~]{0,2000}~>([^{}~]{1,2000})~~\}/uy,
    keeps: 'words',
  },
  { name: 'highlight mark', first: '{', form: /\{==([^{}=]{1,2000})==\}/uy, keeps: 'words' },
  { name: 'template tag', first: '{', form: /\{%[^{}]{0,2000}%\}/uy },
  { name: 'shortcode', first: '{', form: /\{\{[<%][^{}]{0,2000}[>%]\}\}/uy },
  {
    name: 'template expression',
    first: '{',
    form: /\{\{(?:\{[^{}]{0,2000}\}|[^{}]{0,2000})\}\}/uy,
  },
  { name: 'attribute list', first: '{', form: /\{-\}(?=[ \t]*(?:\r?\n|$))/uy, leans: true },
  { name: 'attribute list', first: '{', form: /\{:[^{}\n]{0,300}\}/uy, leans: true },
  {
    name: 'attribute list',
    first: '{',
    form: /(?<!:(?:quote|term|title|scare|noquote|table|figures)\[[^[\]\n]{0,500}\]|::(?:table|figures)|^:{3,}[^\n]{0,200})\{[ :]?[ ]?(?:[#.][\w:.-]{1,100}|[\w-]{1,60}=(?:"[^"\n]{0,200}"|[^\s"{}]{1,200}))(?:\s{1,9}(?:[#.][\w:.-]{1,100}|[\w-]{1,60}=(?:"[^"{}\n]{0,200}"|[^\s"{}]{1,200}))){0,20}\s{0,9}\}/muy,
    leans: true,
  },
  // Pandoc, Quarto: words with attributes
  {
    name: 'span with attributes',
    first: '[',
    form: /(?<!:(?:quote|term|title|scare|noquote|table|figures))\[(?![\^!])([^[\]\n]{1,500})\]\{(?=[#. ])[^{}\n]{1,200}\}/uy,
    keeps: 'words',
  },
  // Obsidian
  {
    name: 'comment',
    first: '%',
    form: /%%(?![\s%])[^%\n]{0,2000}[^%\s]%%|%%\n[^%]{0,20000}\n%%(?=\n|$)/uy,
    isComment: true,
  },
  { name: 'embedded file', first: '!', form: /!\[\[[^[\]\n]{1,300}\]\]/uy },
  {
    name: 'wiki link',
    first: '[',
    form: /\[\[(?:[^[\]|\n]{1,300}\|)?([^[\]|\n]{1,300})\]\]/uy,
    keeps: 'words',
  },
  {
    name: 'block id',
    first: '^',
    form: /(?<=\s)\^[A-Za-z0-9-]{3,40}(?=[ \t]*(?:\r?\n|$))/uy,
    leans: true,
  },
  {
    name: 'highlight mark',
    first: '=',
    form: /==(?![\s=])([^=\n]{0,2000}[^=\s])==(?!=)/uy,
    keeps: 'words',
  },
  // snippets of MkDocs; scripts of Templater, EJS, ERB
  {
    name: 'snippet',
    first: '-',
    form: /-{1,3}8<-{1,3}(?:[ \t][^\n]{0,300})?(?=\r?\n|$)/uy,
    atLine: true,
  },
  { name: 'template tag', first: '<', form: /<%[^<>]{0,2000}?%>/uy },
  // contents lists of several tools, page breaks of Pandoc
  {
    name: 'table of contents',
    first: '*',
    form: /\*[ \t]+[^\n]{1,40}\n[ \t]*\{:[ \t]?toc\b[^{}\n]{0,100}\}/uy,
    atLine: true,
  },
  {
    name: 'table of contents',
    first: '[',
    form: /\[(?:TOC|\[_?TOC_?\])\](?=[ \t]*(?:\r?\n|$))/iuy,
    atLine: true,
  },
  {
    name: 'page break',
    first: '\\',
    form: /\\(?:newpage|pagebreak|clearpage|tableofcontents|maketitle)(?=[ \t]*(?:\r?\n|$))/uy,
    atLine: true,
  },
  // MDX
  {
    name: 'import',
    first: 'i',
    form: /import\s[^]{0,300}?\bfrom\s{1,9}['"][^'"\n]{1,300}['"];?(?=[ \t]*(?:\r?\n|$))/uy,
    atLine: true,
  },
  {
    name: 'import',
    first: 'i',
    form: /import\s{1,9}['"][^'"\n]{1,300}['"];?(?=[ \t]*(?:\r?\n|$))/uy,
    atLine: true,
  },
  {
    name: 'export',
    first: 'e',
    form: /export\s{1,9}(?:const|default|let|function)\b[^]{0,4000}?(?=\n[ \t]*(?:\r?\n|$)|$)/uy,
    atLine: true,
  },
  {
    name: 'component',
    first: '<',
    form: /<[A-Z][A-Za-z0-9.]{0,60}(?:\s[^<>]{0,2000})?\/>|<\/[A-Z][A-Za-z0-9.]{0,60}>/uy,
    isMixed: true,
  },
  {
    name: 'component',
    first: '<',
    form: /<[A-Z][A-Za-z0-9.]{0,60}(?:\s[^<>]{0,2000})?>/uy,
    isMixed: true,
    isClosed: true,
  },
  // assistants
  { name: 'citation mark', first: '【', form: /【[^【】\n]{1,120}】/uy, leans: true },
  {
    name: 'citation mark',
    first: '[',
    form: /\[(?:cite(?:_start|_end)?(?::[^[\]\n]{0,80})?|\d{1,3}†[^[\]\n]{0,60}|oai_citation[^[\]\n]{0,120})\](?:\([^()\s]{0,500}\))?/uy,
    leans: true,
  },
  {
    name: 'citation mark',
    first: ':',
    form: /:contentReference\[[^[\]\n]{0,80}\](?:\{[^{}\n]{0,80}\})?/uy,
    leans: true,
  },
  {
    name: 'citation mark',
    first: '\ue200',
    form: /\ue200[^\ue200\n]{1,200}?\ue201/uy,
    leans: true,
  },
  {
    name: 'citation mark',
    first: 'c',
    form: /cite(?:turn\d{1,3}(?:search|view|news|file|fetch|academia|image)\d{1,3}){1,9}/uy,
    leans: true,
  },
];
