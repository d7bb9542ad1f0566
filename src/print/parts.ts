/**
 * A long book is printed in parts, each a document of its own: a browser's time and memory grow
 * faster than the pages of one document.
 */

/** What is printed at once. */
export interface PrintedPart {
  readonly html: string;
  /** Anchors that stand in it, in their order. */
  readonly ids: ReadonlySet<string>;
  /** Anchors whose pages it names. */
  readonly places: readonly string[];
  /** About how many pages it fills. */
  readonly pages: number;
}

/**
 * Where the sheets of a book begin in its markup; words of a brief can't look like this, since
 * their < is written &lt;.
 */
const SHEET = /(?=<div class="sheet )/u;

/**
 * Pages up to which a book is printed at once, and pages of a part of a longer one; both by
 * estimate.
 */
const AT_ONCE = 120;
const PAGES = 45;

/**
 * Cuts a book where a sheet begins, into parts of as many pages as a browser prints well; a short
 * book stays whole.
 * @param letters on a full page, about
 * @param frontApart whether the text begins a page of its own
 */
export function printedParts(
  html: string,
  letters: number,
  frontApart: boolean,
): readonly PrintedPart[] {
  const pieces = printedPieces(html, letters);
  const pages = sum(pieces.map((piece) => piece.pages));
  if (pages <= AT_ONCE) return [printedPart(html, pages)];
  const opening = openingOf(html);
  const closing = html.slice(html.lastIndexOf('</body>'));
  const drafts = partDrafts(pieces, frontApart);
  const bodies = drafts.map(({ text }) => text.replace(opening, '').replace(closing, ''));
  return linkedParts(bodies).map((body, i) =>
    printedPart(`${opening}${body}${closing}`, drafts[i]!.pages),
  );
}

interface PartDraft {
  readonly text: string;
  /** About. */
  readonly pages: number;
}

/** Pieces put together as long as they fill no more pages than a part has. */
function partDrafts(pieces: readonly PartDraft[], frontApart: boolean): readonly PartDraft[] {
  const drafts: PartDraft[] = [{ text: '', pages: 0 }];
  for (const [i, piece] of pieces.entries()) {
    const last = drafts.at(-1)!;
    if ((i === 1 && frontApart) || (i > 0 && last.pages + piece.pages > PAGES)) drafts.push(piece);
    else
      drafts[drafts.length - 1] = {
        text: last.text + piece.text,
        pages: last.pages + piece.pages,
      };
  }
  return drafts;
}

/** An entry of the quote appendix, which may begin a page. */
const ENTRY = /(?=<li id="[^"]*" class="entry)/u;

/**
 * A sheet that is too long for a part, cut between the entries of the appendix: what is open is
 * closed, and opened again.
 */
function sheetPieces(sheet: string, letters: number): readonly string[] {
  if (letterCount(sheet) / letters <= PAGES) return [sheet];
  const cut: string[] = [''];
  let pages = 0;
  for (const entry of sheet.split(ENTRY)) {
    const more = letterCount(entry) / letters;
    if (pages > 0 && pages + more > PAGES) {
      const { closing, opening } = tagsAcross(cut.at(-1)!);
      cut[cut.length - 1] += closing;
      cut.push(opening);
      pages = 0;
    }
    cut[cut.length - 1] += entry;
    pages += more;
  }
  return cut;
}

/** Elements that have no end. */
const VOID_TAGS = new Set(['br', 'col', 'hr', 'img', 'input', 'wbr']);

const tagNameOf = (tag: string): string => /^<([a-z][a-z0-9]*)/u.exec(tag)![1]!;

/** Start tags that are not yet closed at the end of a piece of markup, outermost first. */
function openIn(html: string): readonly string[] {
  const open: string[] = [];
  for (const [tag] of html.matchAll(/<\/?[a-z][^>]*>/gu)) {
    if (tag.startsWith('</')) open.pop();
    else if (!tag.endsWith('/>') && !VOID_TAGS.has(tagNameOf(tag))) open.push(tag);
  }
  return open;
}

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0);

/** Letters of a document, tags and pictures left out. */
const letterCount = (html: string): number =>
  html.slice(Math.max(0, html.indexOf('<body'))).replaceAll(/<[^>]*>/gu, '').length;

const printedPart = (html: string, pages: number): PrintedPart => ({
  html,
  ids: new Set(idsInMarkup(html)),
  places: [...new Set(Array.from(html.matchAll(/ data-for="([^"]+)"/gu), ([, id]) => id!))],
  pages,
});

const idsInMarkup = (html: string): readonly string[] =>
  Array.from(html.matchAll(/<[a-z][^>]* id="([^"]+)"/gu), ([, id]) => id!);

/** A link to an anchor of the same document. */
const ANCHOR_HREF = /(<a [^>]*href=")#([^"]+)"/gu;

/**
 * Links from part to part as `mergePrints` wants them: `part:` before the anchor, and in the part
 * that has it a link that is not shown, because a browser writes down only anchors that a link of
 * the same document leads to.
 */
function linkedParts(bodies: readonly string[]): readonly string[] {
  const owners = new Map(bodies.flatMap((body, i) => idsInMarkup(body).map((id) => [id, i])));
  const wanted = bodies.map(() => new Set<string>());
  const linked = (from: number, link: string, before: string, id: string): string => {
    const owner = owners.get(id);
    if (owner === undefined || owner === from) return link;
    wanted[owner]!.add(id);
    return `${before}part:${id}"`;
  };
  const written = bodies.map((body, i) =>
    body.replaceAll(ANCHOR_HREF, (link, before: string, id: string) => linked(i, link, before, id)),
  );
  return written.map((body, i) => `${body}${[...wanted[i]!].map(hiddenLink).join('')}`);
}

const hiddenLink = (id: string): string => `<div hidden><a href="#${id}"></a></div>`;

const printedPieces = (html: string, letters: number): readonly PartDraft[] =>
  html
    .split(SHEET)
    .flatMap((piece) => sheetPieces(piece, letters))
    .map((text) => ({ text, pages: letterCount(text) / letters }));

/** A document up to its body. */
const openingOf = (html: string): string => (/^[\s\S]*?<body[^>]*>/u.exec(html) ?? [''])[0];

/** Tags that close what a piece leaves open, and those that open it again, without their ids. */
function tagsAcross(piece: string): { readonly closing: string; readonly opening: string } {
  const open = openIn(piece);
  const closing = open.map((tag) => `</${tagNameOf(tag)}>`).toReversed();
  const opening = open.map((tag) => tag.replace(/ id="[^"]*"/u, ''));
  return { closing: closing.join(''), opening: opening.join('') };
}
