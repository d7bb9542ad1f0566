/**
 * What the book says of its own accessibility (https://www.w3.org/TR/epub-a11y-11/): read off the
 * book, never promised.
 */
import type { Edition } from '../../types.ts';
import type { SayLabel } from '../../views/say.ts';

/** Accessibility metadata (EPUB Accessibility 1.1, 2; schema.org's vocabulary). */
export interface BookAccess {
  readonly modes: readonly string[];
  /** Modes that are enough alone. */
  readonly sufficient: readonly string[];
  readonly features: readonly string[];
  readonly hazards: readonly string[];
  readonly summary: string;
}

/** The cover is an image and has an alternative; the brief's own images may lack theirs. */
export function accessOf(edition: Edition, paged: boolean, say: SayLabel): BookAccess {
  const images = edition.chapters.flatMap(({ tree }) => (tree ? imagesIn(tree) : []));
  const described = images.every(Boolean);
  const moving = edition.assets.some(
    ({ mediaType }) => mediaType === 'image/gif' || mediaType === 'image/webp',
  );
  return {
    modes: ['textual', 'visual'],
    sufficient: described ? ['textual'] : ['textual,visual'],
    features: [
      'tableOfContents',
      'readingOrder',
      'structuralNavigation',
      'displayTransformability',
      'ARIA',
      ...(described ? ['alternativeText'] : []),
      ...(paged ? ['pageBreakMarkers', 'pageNavigation'] : []),
    ],
    hazards: moving ? ['unknown'] : ['none'],
    summary: [
      say('a11ySummary'),
      ...(paged ? [say('a11yPages')] : []),
      ...(described && images.length > 0 ? [say('a11yImages')] : []),
      say('a11yNone'),
    ].join(' '),
  };
}

type ChapterTree = NonNullable<Edition['chapters'][number]['tree']>;

/** For each image, whether it has a text alternative. */
function imagesIn(node: ChapterTree | ChapterTree['children'][number]): readonly boolean[] {
  if (node.type !== 'element' && node.type !== 'root') return [];
  if (node.type === 'element' && node.tagName === 'img')
    return [typeof node.properties['alt'] === 'string' && node.properties['alt'].trim() !== ''];
  return node.children.flatMap((child) => imagesIn(child));
}
