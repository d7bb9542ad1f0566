/** Addresses without the parameters by which assistants and newsletters tell where a reader comes from. */
import type { Link, Nodes, Root } from 'mdast';
import type { Span } from '../../types.ts';

const TRACKING = /(?<=[?&])(?:utm_[a-z]{1,20}|gclid|fbclid|mc_[ce]id)=[^&#]*&?/giu;

/** Takes the parameters out of every link, in place. @returns the links that had some */
export function untracked(tree: Root): readonly Span[] {
  const found: Span[] = [];
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('children' in node) stack.push(...(node.children as Nodes[]).toReversed());
    if (
      (node.type !== 'link' && node.type !== 'definition') ||
      !/[?&](?:utm_|gclid|fbclid|mc_)/iu.test(node.url)
    )
      continue;
    const url = bareAddress(node.url);
    if (url === node.url) continue;
    if (node.type === 'link') shortenText(node, url);
    node.url = url;
    found.push({ start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 });
  }
  return found.toSorted((a, b) => a.start - b.start);
}

const bareAddress = (url: string): string =>
  url.replaceAll(TRACKING, '').replace(/[?&](?=#|$)/u, '');

/** An address that is its own text stays so. */
function shortenText(link: Link, url: string): void {
  const [only, more] = link.children;
  if (only?.type === 'text' && !more && only.value === link.url) only.value = url;
}
