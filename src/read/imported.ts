/**
 * An imported document → the text of a brief, and the proof that no character was lost on the way:
 * the text is read again and counted.
 */
import type { Nodes, Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import {
  balancedAccount,
  tallied,
  type Account,
  type Imported,
  type ImportedFront,
  type Tally,
} from '../import/index.ts';
import { flag } from '../rules/flag.ts';
import { writeYaml } from '../yaml.ts';
import { isFrontMatter, parseMarkdown } from './markdown.ts';
import { isPlainBrief, readPlainBrief } from './plain.ts';
import { serialised } from './to-markdown.ts';

/** A brief as text. */
export interface ImportedBrief {
  readonly text: string;
  /** How the text is read: Markdown, or a text whose headings are told by their shape. */
  readonly extension: '.md' | '.txt';
  readonly account: Account;
}

/** Null where characters are neither in the text nor named as left out (import-unexplained). */
export function importedBrief(imported: Imported, file: VFile): ImportedBrief | null {
  const made = shapedText(imported) ?? markdownText(imported);
  const account = balancedAccount(imported.counted, made.kept, imported.losses, imported.additions);
  if (!isBalanced(account, file)) return null;
  return { text: made.text, extension: made.extension, account };
}

/** Flags what the account can't explain; true where there is nothing. */
export function isBalanced({ unexplained, read }: Account, file: VFile): boolean {
  if (unexplained.length === 0) return true;
  const shown = unexplained
    .slice(0, 5)
    .map(({ char, count }) => `${count > 0 ? 'lost' : 'too often'} ${Math.abs(count)} × “${char}”`);
  flag(
    file,
    'import-unexplained',
    `Of ${read} characters not all can be accounted for: ${shown.join(', ')}`,
  );
  return false;
}

interface MadeText {
  readonly text: string;
  readonly extension: '.md' | '.txt';
  readonly kept: Tally;
}

/** Paragraphs and nothing else are a text whose shape must be judged; null for anything more. */
function shapedText(imported: Imported): MadeText | null {
  const { tree, front, images } = imported;
  if (images.length > 0 || (front.title !== null && imported.kind !== 'eml')) return null;
  const isPlain = tree.children.every(
    (node) =>
      node.type === 'paragraph' &&
      node.children.every(({ type }) => type === 'text' || type === 'break'),
  );
  const text = `${tree.children.map(wordsWritten).join('\n\n')}\n`;
  if (!isPlain || !isPlainBrief(text, '.txt')) return null;
  return front.title === null
    ? { text, extension: '.txt', kept: tallied(text) }
    : shapedMail(text, imported);
}

/** The text of a mail is shaped as pasted text is; its subject is the title. */
function shapedMail(text: string, { front }: Imported): MadeText {
  const subject = front.title!;
  const { tree } = readPlainBrief(`${subject}\n\n${text}`);
  const [first, ...rest] = tree.children;
  const isTitle = first?.type === 'heading' && wordsWritten(first) === subject;
  const children = isTitle ? rest : tree.children.filter((node) => wordsWritten(node) !== subject);
  const made = markdownOf({ type: 'root', children }, front);
  return { text: made, extension: '.md', kept: tallied(text, tallied(subject)) };
}

function markdownText({ tree, front }: Imported): MadeText {
  const text = markdownOf(tree, front);
  const kept = tallied(front.title ?? '');
  tallied(front.subtitle ?? '', kept);
  for (const node of parseMarkdown(text).children)
    if (!isFrontMatter(node)) tallied(wordsWritten(node), kept);
  return { text, extension: '.md', kept };
}

/** Front matter, and the tree as Markdown. */
function markdownOf(tree: Root, front: ImportedFront): string {
  const { title, subtitle, lang, date, authors, description, sources = [] } = front;
  const values = Object.entries({ title, subtitle, lang, date, description }).filter(
    ([, value]) => value !== null,
  );
  const fields = Object.fromEntries([
    ...values,
    ...(authors.length > 0 ? [['authors', authors]] : []),
    ...(sources.length > 0 ? [['sources', sources.map((citation) => ({ citation }))]] : []),
  ]);
  const head: Root['children'] =
    Object.keys(fields).length > 0 ? [{ type: 'yaml', value: writeYaml(fields).trimEnd() }] : [];
  const body = tree.children.map(faithful);
  return serialised({ type: 'root', children: [...head, ...body] });
}

/**
 * A block as it is, where Markdown reads it again with the same words; else without its emphasis,
 * whose marks stand too close to other signs.
 */
function faithful(block: RootContent): RootContent {
  const words = (node: Nodes): string => wordsWritten(node).replaceAll(/\s+/gu, '');
  const again = parseMarkdown(serialised({ type: 'root', children: [block] }));
  return words(again) === words(block) ? block : (unemphasised(block) as RootContent);
}

const EMPHASIS = new Set(['emphasis', 'strong', 'delete']);

function unemphasised(node: Nodes): Nodes {
  if (!('children' in node)) return node;
  const children = (node.children as Nodes[]).flatMap((child): Nodes[] => {
    const inner = unemphasised(child);
    return EMPHASIS.has(inner.type) && 'children' in inner ? (inner.children as Nodes[]) : [inner];
  });
  return { ...node, children: joinedTexts(children) } as Nodes;
}

function joinedTexts(nodes: readonly Nodes[]): Nodes[] {
  const joined: Nodes[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last?.type === 'text' && node.type === 'text')
      joined[joined.length - 1] = { ...last, value: last.value + node.value };
    else joined.push(node);
  }
  return joined;
}

/** The words of a tree; marks, addresses and descriptions of images are none. */
function wordsWritten(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  if (node.type === 'break') return '\n';
  return 'children' in node ? node.children.map(wordsWritten).join('') : '';
}
