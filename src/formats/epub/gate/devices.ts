/**
 * What two makers of e-readers ask for beyond the standard; from their publishing guides and from
 * what readers reported.
 */
import type { XmlElement } from '../xml.ts';
import { containerText, type Container, type EpubFinding } from './container.ts';

const MB = 1024 * 1024;

/** Primary languages that Kindle takes books in (Kindle Direct Publishing, supported languages). */
const KINDLE_LANGUAGES = new Set(
  'af ar ast br ca co cs cy da de en eo es eu fi fo fr frr fy ga gd gl gu gv he hi hu id is it ja jbo jv kw la lb lt lv ml mr ms mt nb nds nl nn no oc pl pt rm ro ru sc sco se sk sl sq sv sw ta tl tr uk vi wa yi zh'.split(
    ' ',
  ),
);

const languages = ({ package: { elements } }: Container): readonly string[] =>
  elements.filter(({ name }) => name === 'language').map(({ text }) => text.trim());

/** `rule` is given its profile in front. */
const finding = (rule: string, where: string, says: string, remedy: string): EpubFinding => ({
  rule,
  where,
  says,
  remedy,
});

/** What Kindle's publishing guidelines refuse. */
export function kindleFindings(container: Container): readonly EpubFinding[] {
  const { size, opf, items } = container;
  const unknown = languages(container).filter(
    (tag) => !KINDLE_LANGUAGES.has(tag.split('-')[0]!.toLowerCase()),
  );
  return [
    ...unknown.map((tag) =>
      finding(
        'kindle-language',
        opf,
        `Kindle takes no books in the language “${tag}”`,
        'Correct dc:language, or send the PDF.',
      ),
    ),
    ...(size > 40 * MB
      ? [
          finding(
            'kindle-size',
            '',
            `The file has ${Math.ceil(size / MB)} MB; Send to Kindle loses files above 40 MB`,
            'Make the images smaller.',
          ),
        ]
      : []),
    ...(items.some(({ mediaType }) => mediaType === 'application/x-dtbncx+xml')
      ? []
      : [
          finding(
            'kindle-ncx',
            opf,
            'There is no NCX, from which older Kindles take the table of contents',
            'Add a toc.ncx.',
          ),
        ]),
    ...items
      .filter(({ mediaType }) => mediaType === 'image/webp')
      .map(({ path }) =>
        finding('kindle-image', path ?? '', 'Kindle shows no WebP images', 'Use PNG or JPEG.'),
      ),
    ...encodingFindings(container),
    ...styleFindings(container),
    ...locatedElements(container).flatMap(kindleElement),
  ];
}

/** Without a declaration some Kindle converters read a document as Latin-1. */
const encodingFindings = ({ documents, files }: Container): readonly EpubFinding[] =>
  [...documents.keys()]
    .filter(
      (path) =>
        !/^\uFEFF?<\?xml[^>]+encoding=["']utf-8["']/iu.test(containerText(files.get(path)!)),
    )
    .map((path) =>
      finding(
        'kindle-encoding',
        path,
        'The document does not say that it is UTF-8',
        'Begin it with <?xml version="1.0" encoding="utf-8"?>.',
      ),
    );

const styleFindings = ({ items, files }: Container): readonly EpubFinding[] =>
  items
    .filter(
      ({ mediaType, path }) =>
        mediaType === 'text/css' &&
        path !== null &&
        /(?:^|[{;\s])--[\w-]+\s*:|\bvar\(/u.test(containerText(files.get(path) ?? '')),
    )
    .map(({ path }) =>
      finding(
        'kindle-css',
        path!,
        'The style sheet uses custom properties, which Kindle refuses',
        'Write the values out.',
      ),
    );

interface Located extends XmlElement {
  readonly path: string;
}

const locatedElements = ({ documents }: Container): readonly Located[] =>
  [...documents].flatMap(([path, { elements }]) =>
    elements.map((element) => ({ ...element, path })),
  );

function kindleElement({
  name,
  attributes,
  path,
  line,
  column,
  length,
}: Located): readonly EpubFinding[] {
  const where = `${path}:${line}:${column}`;
  if (name === 'img' && !attributes['src'])
    return [
      finding('kindle-image', where, 'An image has no file', 'Give it a src, or take it out.'),
    ];
  if (/display:\s*none/u.test(attributes['style'] ?? '') && length > 10_000)
    return [
      finding(
        'kindle-hidden',
        where,
        'More than 10,000 characters are hidden, which Kindle refuses',
        'Show the text, or take it out.',
      ),
    ];
  return [];
}

const KOBO_FONTS =
  /^(?:font\/(?:ttf|otf|sfnt|woff)|application\/(?:font-sfnt|font-woff|vnd\.ms-opentype|x-font-(?:ttf|otf|truetype|opentype)))$/u;

/** What Kobo's EPUB guidelines refuse. */
export function koboFindings(container: Container): readonly EpubFinding[] {
  const { items, files, opf } = container;
  const cover = items.find(({ properties }) => properties.includes('cover-image'));
  return [
    ...items.flatMap(({ path, mediaType }) => {
      const size = files.get(path ?? '')?.length ?? 0;
      if (mediaType === 'application/xhtml+xml' && size > 10 * MB)
        return [
          finding(
            'kobo-size',
            path ?? '',
            'The document has more than 10 MB',
            'Split it at its sections.',
          ),
        ];
      if (mediaType === 'font/woff2')
        return [
          finding(
            'kobo-font',
            path ?? '',
            'Kobo reads no WOFF2 fonts',
            'Use TTF, OTF or WOFF 1.0.',
          ),
        ];
      if (mediaType.includes('font') && !KOBO_FONTS.test(mediaType))
        return [
          finding(
            'kobo-font',
            path ?? '',
            `“${mediaType}” is no font type that Kobo reads`,
            'Use font/ttf, font/otf or font/woff.',
          ),
        ];
      if (mediaType === 'image/webp')
        return [finding('kobo-image', path ?? '', 'Kobo shows no WebP images', 'Use PNG or JPEG.')];
      return [];
    }),
    ...(cover && /^image\/(?:png|jpeg)$/u.test(cover.mediaType)
      ? []
      : [
          finding(
            'kobo-cover',
            opf,
            'There is no cover as PNG or JPEG',
            'Mark an image of the manifest with properties="cover-image".',
          ),
        ]),
    ...noteFindings(container),
  ];
}

/**
 * A note without `epub:type` pops up only when it has 9 to 5,000 characters; with it, long ones are
 * cut on some devices.
 */
function noteFindings(container: Container): readonly EpubFinding[] {
  return locatedElements(container)
    .filter(
      ({ attributes, length }) =>
        /\b(?:foot|end|rear)note\b/u.test(attributes['epub:type'] ?? '') && length > 5000,
    )
    .map(({ path, line, column, length }) =>
      finding(
        'kobo-note',
        `${path}:${line}:${column}`,
        `A note has ${length} characters; Kobo’s pop-up holds 5,000`,
        'Shorten the note, or put the rest below it.',
      ),
    );
}
