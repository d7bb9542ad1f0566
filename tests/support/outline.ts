/**
 * An edition as a text that people can read and compare: one line for its facts, one for each
 * chapter, one for each block. Words stand as they are. What is inline is `tag{words}`, with what
 * it carries; a part of a quotation is `{number place: words}`, `+` before the number where it goes
 * on; its noteref is `^number(place → entry)`.
 */
import { createHash } from 'node:crypto';
import type { Element, Nodes, Properties } from 'hast';
import type { Chapter, Edition } from '../../src/types.ts';

const BLOCKS = new Set(
  ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr'].concat([
    'table',
    'thead',
    'tbody',
    'tr',
    'td',
    'th',
    'section',
    'div',
    'aside',
    'figure',
    'figcaption',
  ]),
);

/** Characters of a block that are shown; of a longer one its beginning, its length and its hash. */
const SHOWN = 2000;

export function outlineOf(edition: Edition): string {
  const { slug, identifier, dir, modified, meta, sources, assets, chapters } = edition;
  const facts = [
    `edition ${slug} ${identifier} ${meta.lang} ${dir}${modified === null ? '' : ` ${modified}`}`,
    ...sources.map(({ id, file, format }) => `source ${id} ${file ?? '–'} ${format ?? '–'}`),
    ...assets.map(
      ({ name, mediaType, width, height }) => `asset ${name} ${mediaType} ${width}×${height}`,
    ),
  ];
  return (
    [...facts, ...chapters.flatMap((chapter) => ['', ...chapterLines(chapter)])].join('\n') + '\n'
  );
}

function chapterLines({
  id,
  kind,
  matter,
  role,
  title,
  opens,
  headings,
  tree,
}: Chapter): readonly string[] {
  const contents = headings.map((heading) => `${heading.depth} #${heading.id} ${heading.title}`);
  return [
    `${matter} ${kind}${role === null ? '' : ` (${role})`} #${id}${opens ? ' opens' : ''}: ${title}`,
    ...(contents.length > 0 ? [`  headings: ${contents.join(' · ')}`] : []),
    ...(tree?.children ?? []).flatMap((node) => nodeLines(node, '  ')),
  ];
}

function nodeLines(node: Nodes, indent: string): readonly string[] {
  if (node.type === 'text' && node.value.trim() === '') return [];
  if (node.type !== 'element' || !BLOCKS.has(node.tagName))
    return [`${indent}${cut(inline(node))}`];
  const head = `${indent}${node.tagName}${carried(node.properties)}`;
  if (node.children.some(isBlock))
    return [head, ...node.children.flatMap((child) => nodeLines(child, `${indent}  `))];
  const words = node.children.map(inline).join('');
  return [words === '' ? head : `${head}: ${cut(words)}`];
}

const isBlock = (node: Nodes): boolean => node.type === 'element' && BLOCKS.has(node.tagName);

function inline(node: Nodes): string {
  if (node.type === 'text') return JSON.stringify(node.value).slice(1, -1).replaceAll('\\"', '"');
  return node.type === 'element' ? element(node) : '';
}

function element({ tagName, properties, children }: Element): string {
  const words = children.map(inline).join('');
  const { place, number, first, entry, ...others } = properties;
  const [at, n] = [String(place), String(number)];
  if (tagName === 'quotation') return `{${first ? '' : '+'}${n} ${at}${carried(others)}: ${words}}`;
  if (tagName === 'noteref') return `^${n}(${at} → ${String(entry)})${carried(others)}`;
  return `${tagName}${carried(properties)}{${words}}`;
}

/** `#id.class[name=value]`; the bytes of an image are its length. */
function carried(properties: Properties): string {
  const { id, className, ...others } = properties;
  const classes = Array.isArray(className) ? className.map((name) => `.${name}`).join('') : '';
  const rest = Object.entries(others).filter(([, value]) => value !== undefined && value !== null);
  const shown = rest.map(([name, value]) => `[${name}=${shortened(String(value))}]`).sort();
  return `${id === undefined ? '' : `#${id}`}${classes}${shown.join('')}`;
}

const shortened = (value: string): string =>
  value.startsWith('data:') ? `data: ${value.length} characters` : value;

function cut(words: string): string {
  if (words.length <= SHOWN) return words;
  const hash = createHash('sha256').update(words).digest('hex').slice(0, 8);
  return `${words.slice(0, 80)} … ${words.length} characters, ${hash}`;
}
