/** A mail in HTML → what of it is its own text; what mail programs put around it is named. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { bareSubject, isHeadLabel, isMailRule, isSenderLabel, isHandedOn } from '../mail/words.ts';
import type { Imported } from '../imported.ts';
import { countHtml } from './count.ts';
import { htmlTree } from './parse.ts';
import { pageTexts, prunedPage } from './prune.ts';
import { markdownTree } from './to-mdast.ts';

/** What a mail program wrote. */
type WrittenAround = 'quoted history' | 'signature' | 'head of a mail';

/** Reads the HTML of a mail. @param imageAt bytes of what an address in it names */
export function mailFrom(
  html: string,
  subject: string | null,
  imageAt: (address: string) => Uint8Array | null,
): Pick<Imported, 'tree' | 'images' | 'losses' | 'additions' | 'remarks' | 'counted'> {
  const tree = htmlTree(html);
  const around = aroundNodes(tree, subject);
  const { kept, ...rest } = prunedPage(tree, {
    isKept: (node) => !around.has(node),
    nameOf: (node) => around.get(node) ?? null,
    imageAt,
    title: new Set(),
    texts: pageTexts(tree),
  });
  return { ...rest, tree: markdownTree(kept), counted: countHtml(html) };
}

interface PlacedNode {
  readonly node: ElementContent;
  /** Empty for an image. */
  readonly words: string;
  readonly path: readonly Element[];
}

/** Texts and images, in their order. */
function nodesInOrder(tree: Root): readonly PlacedNode[] {
  const found: PlacedNode[] = [];
  const walk = (parent: Root | Element, path: readonly Element[]): void => {
    for (const node of parent.children as readonly (RootContent | ElementContent)[]) {
      if (node.type === 'text') found.push({ node, words: node.value.trim(), path });
      if (node.type !== 'element') continue;
      if (node.tagName === 'img') found.push({ node, words: '', path });
      else walk(node, [...path, node]);
    }
  };
  walk(tree, []);
  return found;
}

const HISTORY =
  /(?:^|[\s_])(?:gmail_quote|gmail_extra|yahoo_quoted|protonmail_quote|moz-cite-prefix|gmail_attr|OutlookMessageHeader|zmail_extra|tutanota_quote)(?:[\s_]|$)/iu;
const HISTORY_IDS =
  /^(?:x_)?(?:divRplyFwdMsg|appendonsend|mail-editor-reference-message-container|OLK_SRC_BODY_SECTION|isForwardContent|isReplyContent)$/iu;
const SIGNATURE =
  /(?:^|[\s_])(?:gmail_signature|moz-signature|elementToProof-signature|protonmail_signature_block)(?:[\s_]|$)/iu;

function writtenAround({ tagName, properties }: Element): WrittenAround | null {
  const name = [properties['className'] ?? []].flat().join(' ');
  const id = properties['id'] ?? '';
  if (SIGNATURE.test(name) || /^(?:x_)?Signature$/u.test(id)) return 'signature';
  if (tagName === 'blockquote' && properties['type'] === 'cite') return 'quoted history';
  return HISTORY.test(name) || HISTORY_IDS.test(id) ? 'quoted history' : null;
}

/** What is not the mail's own; where that would be nearly all, the mail that was handed on is it. */
function aroundNodes(
  tree: Root,
  subject: string | null,
): ReadonlyMap<ElementContent, WrittenAround> {
  const all = nodesInOrder(tree);
  const cut = all.findIndex((_, i) => isMailRule(all[i]!.words) || headEnd(all, i) !== null);
  const signed = all.findIndex(({ words }) => words === '--');
  const found = new Map<ElementContent, WrittenAround>();
  all.forEach(({ node, path }, i) => {
    const isCut =
      (cut >= 0 && i >= cut) || path.some((one) => HISTORY_IDS.test(one.properties['id'] ?? ''));
    const by = path.map(writtenAround).find((one) => one !== null) ?? null;
    const isSigned = signed >= 0 && i >= signed && (cut < 0 || i < cut);
    const what = by ?? (isCut ? 'quoted history' : isSigned ? 'signature' : null);
    if (what) found.set(node, what);
  });
  const own = all.reduce((sum, { node, words }) => (found.has(node) ? sum : sum + words.length), 0);
  const rule = all.find(({ words }) => isMailRule(words))?.words ?? null;
  const prefix = subject !== null && bareSubject(subject) !== subject.trim() ? subject : null;
  return cut >= 0 && isHandedOn(own, rule, prefix) ? handedOn(all, cut) : found;
}

function handedOn(
  all: readonly PlacedNode[],
  cut: number,
): ReadonlyMap<ElementContent, WrittenAround> {
  const head = all.findIndex((_, i) => i >= cut && headEnd(all, i) !== null);
  const end = head < 0 ? cut + 1 : headEnd(all, head)!;
  return new Map(
    all.slice(0, end).map(({ node }, i) => [node, i < cut ? 'quoted history' : 'head of a mail']),
  );
}

/** Labels of a head stand close together, the sender’s first. */
const FARTHEST_LABEL = 14;

/** Behind the head of a mail that begins at `from`; null where none does. */
function headEnd(all: readonly PlacedNode[], from: number): number | null {
  if (!isSenderLabel(all[from]!.words)) return null;
  let last = from;
  for (let i = from + 1; i < Math.min(all.length, last + FARTHEST_LABEL); i++)
    if (isHeadLabel(all[i]!.words)) last = i;
  if (last === from) return null;
  if (!/[:：]$/u.test(all[last]!.words)) return last + 1;
  // A label alone has its words in the next text.
  const next = all.findIndex(({ words }, i) => i > last && words !== '');
  return next < 0 ? all.length : next + 1;
}
