/** A long book is printed in parts, each a document of its own: a browser's time and memory grow faster than the pages of one document. */

/** What is printed at once. */
export interface Part {
  readonly html: string;
  /** Anchors that stand in it. */
  readonly ids: ReadonlySet<string>;
}

/** Where the sheets of a book begin in its markup; words of a brief can't look like this, since their < is written &lt;. */
const SHEET = /(?=<div class="sheet )/u;

/** Pages up to which a book is printed at once, and pages of a part of a longer one; both by estimate. */
const AT_ONCE = 120;
const PAGES = 55;

/**
 * Cuts a book where a sheet begins, into parts of as many pages as a browser prints well; a short book stays whole.
 * @param letters on a full page, about
 */
export function partsOf(html: string, letters: number): readonly Part[] {
  const pieces = html.split(SHEET);
  const sizes = pieces.map((piece) => lettersIn(piece) / letters);
  if (sum(sizes) <= AT_ONCE) return [partOf(html)];
  const [opening] = /^[\s\S]*?<body[^>]*>/u.exec(html) ?? [''];
  const closing = html.slice(html.lastIndexOf('</body>'));
  const groups: { text: string; pages: number }[] = [{ text: '', pages: 0 }];
  for (const [i, piece] of pieces.entries()) {
    const last = groups.at(-1)!;
    if (i > 0 && last.pages + sizes[i]! > PAGES) groups.push({ text: piece, pages: sizes[i]! });
    else groups[groups.length - 1] = { text: last.text + piece, pages: last.pages + sizes[i]! };
  }
  const bodies = groups.map(({ text }) => text.replace(opening, '').replace(closing, ''));
  return linked(bodies).map((body) => partOf(`${opening}${body}${closing}`));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Letters of a document, tags and pictures left out. */
const lettersIn = (html: string): number => html.slice(Math.max(0, html.indexOf('<body'))).replaceAll(/<[^>]*>/gu, '').length;

const partOf = (html: string): Part => ({ html, ids: new Set(idsIn(html)) });

const idsIn = (html: string): readonly string[] => Array.from(html.matchAll(/<[a-z][^>]* id="([^"]+)"/gu), ([, id]) => id!);

/** A link to an anchor of the same document. */
const LINK = /(<a [^>]*href=")#([^"]+)"/gu;

/**
 * Links from part to part as `mergePrints` wants them: `part:` before the anchor, and in the part that has it a link that is not shown,
 * because a browser writes down only anchors that a link of the same document leads to.
 */
function linked(bodies: readonly string[]): readonly string[] {
  const owners = new Map(bodies.flatMap((body, i) => idsIn(body).map((id) => [id, i] as const)));
  const wanted = bodies.map(() => new Set<string>());
  const written = bodies.map((body, i) =>
    body.replaceAll(LINK, (link, before: string, id: string) => {
      const owner = owners.get(id);
      if (owner === undefined || owner === i) return link;
      wanted[owner]!.add(id);
      return `${before}part:${id}"`;
    }),
  );
  return written.map((body, i) => `${body}${[...wanted[i]!].map((id) => `<div hidden><a href="#${id}"></a></div>`).join('')}`);
}
