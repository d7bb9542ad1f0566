/**
 * What the book says of itself: of its accessibility (https://www.w3.org/TR/epub-a11y-11/), read
 * off the book and never promised, and of its language.
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

/** What every book has. */
const STANDING_FEATURES = [
  'tableOfContents',
  'readingOrder',
  'structuralNavigation',
  'displayTransformability',
  'ARIA',
];

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
      ...STANDING_FEATURES,
      ...(described ? ['alternativeText'] : []),
      ...(paged ? ['pageBreakMarkers', 'pageNavigation'] : []),
    ],
    hazards: moving ? ['unknown'] : ['none'],
    summary: accessSummary({ paged, images: described && images.length > 0 }, say),
  };
}

const accessSummary = (
  { paged, images }: { readonly paged: boolean; readonly images: boolean },
  say: SayLabel,
): string =>
  [
    say('a11ySummary'),
    ...(paged ? [say('a11yPages')] : []),
    ...(images ? [say('a11yImages')] : []),
    say('a11yNone'),
  ].join(' ');

type ChapterTree = NonNullable<Edition['chapters'][number]['tree']>;

/** For each image, whether it has a text alternative. */
function imagesIn(node: ChapterTree | ChapterTree['children'][number]): readonly boolean[] {
  if (node.type !== 'element' && node.type !== 'root') return [];
  if (node.type === 'element' && node.tagName === 'img')
    return [typeof node.properties['alt'] === 'string' && node.properties['alt'].trim() !== ''];
  return node.children.flatMap((child) => imagesIn(child));
}

// ---------------------------------------------------------------- language tags (BCP 47)

/** Is it a language tag? Its form, not its registration (RFC 5646, 2.1). */
export function isEpubLanguage(tag: string): boolean {
  if (/^(?:x|i)-/iu.test(tag)) return /^[a-z]-[a-z0-9]{1,8}(?:-[a-z0-9]{1,8})*$/iu.test(tag);
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/**
 * Codes that mean something only among those who agreed on them (ISO 639-2, qaa to qtz), and
 * private tags.
 */
const PRIVATE_TAG = /^(?:q[a-t][a-z]|[xi])(?:-|$)/iu;

const LANGUAGE_NAMES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/**
 * The tag, or `und` (undetermined) where no reader can know the language: the tag is malformed or
 * private, or its two letters are not in ISO 639-1. Codes of three letters are taken on trust.
 */
export function epubLanguage(tag: string): string {
  if (!isEpubLanguage(tag) || PRIVATE_TAG.test(tag)) return 'und';
  const primary = tag.split('-')[0]!;
  return primary.length === 2 && LANGUAGE_NAMES.of(primary) === undefined ? 'und' : tag;
}
