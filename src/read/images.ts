/** The images of a brief: found beside it, checked, and freed of private data. */
import { limits } from '../limits.ts';
import { basename, extname } from 'node:path';
import type { Image } from 'mdast';
import type { VFile } from 'vfile';
import { flag } from '../rules/flag.ts';
import type { Asset } from '../types.ts';
import { OutsideError, type World } from '../world.ts';
import { ascii, type ImageReading } from './image/bytes.ts';
import { readGif } from './image/gif.ts';
import { readJpeg } from './image/jpeg.ts';
import { readPng } from './image/png.ts';
import { readWebp } from './image/webp.ts';
import { fileInside } from '../inside.ts';
import { isBlank } from './node-words.ts';
import { nodeSpan } from './review.ts';
import { idGiver } from './slug.ts';

interface ImageType {
  readonly mediaType: string;
  readonly extension: string;
  /** Told by the first bytes, never by the name. */
  readonly is: (bytes: Uint8Array) => boolean;
  readonly read: (bytes: Uint8Array) => ImageReading;
}

/**
 * The core media types of EPUB 3.3 (3.2) without SVG, which can hold scripts and links. A kind is
 * one row.
 */
const IMAGE_TYPES: readonly ImageType[] = [
  {
    mediaType: 'image/png',
    extension: '.png',
    is: (bytes) => ascii(bytes, 0, 8) === '\u0089PNG\r\n\u001a\n',
    read: readPng,
  },
  {
    mediaType: 'image/jpeg',
    extension: '.jpg',
    is: (bytes) => ascii(bytes, 0, 3) === '\u00ff\u00d8\u00ff',
    read: readJpeg,
  },
  {
    mediaType: 'image/gif',
    extension: '.gif',
    is: (bytes) => /^GIF8[79]a/u.test(ascii(bytes, 0, 6)),
    read: readGif,
  },
  {
    mediaType: 'image/webp',
    extension: '.webp',
    is: (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP',
    read: readWebp,
  },
];

/**
 * Reads every image once. What can't be taken is flagged at its place (image-missing, image-unsafe,
 * image-alt) and left out.
 */
export async function readImages(
  world: World,
  images: readonly Image[],
  { root, own, lost }: ImageSupply,
  file: VFile,
): Promise<readonly Asset[]> {
  const assets: Asset[] = [];
  const nameOf = idGiver('image');
  const seen = new Set<string>();
  let total = 0;
  for (const image of images) {
    if (isBlank(image.alt ?? '')) {
      // A description of spaces would be read out as one.
      image.alt = '';
      flag(file, 'image-alt', `The image “${shownUrl(image.url)}” has no description`, {
        place: nodeSpan(image),
      });
    }
    if (seen.has(image.url)) continue;
    seen.add(image.url);
    const asset = await readImage(world, image, { root, own, nameOf, lost, file });
    total += asset?.bytes.length ?? 0;
    if (asset && total <= limits.image.together) assets.push(asset);
    else if (asset)
      flag(
        file,
        'image-unsafe',
        `The images together have more than ${limits.image.together} bytes`,
        { place: nodeSpan(image) },
      );
  }
  return assets;
}

const shownUrl = (url: string): string => (url.length > 80 ? `${url.slice(0, 80)}…` : url);

/** Where images come from. */
interface ImageSupply {
  /** Absolute path of the brief's folder; no image may lie outside it. */
  readonly root: string;
  /** Images that the document itself holds, by address. */
  readonly own: ReadonlyMap<string, Uint8Array> | undefined;
  /**
   * `omit`: an image that can't be taken is named and left out, and stops nothing (image-omitted).
   */
  readonly lost: 'omit' | null;
}

interface ImageWalk extends ImageSupply {
  readonly nameOf: (text: string) => string;
  readonly file: VFile;
}

async function readImage(
  world: World,
  image: Image,
  { root, own, nameOf, lost, file }: ImageWalk,
): Promise<Asset | null> {
  const refuse = (id: 'image-missing' | 'image-unsafe', why: string): null => {
    const words = image.alt ? `. It was described as “${image.alt}”` : '';
    const omitted = `The image “${shownUrl(image.url)}” is left out: it ${why}${words}`;
    if (lost === 'omit') flag(file, 'image-omitted', omitted, { place: nodeSpan(image) });
    else flag(file, id, `The image “${shownUrl(image.url)}” ${why}`, { place: nodeSpan(image) });
    return null;
  };
  const path = decodedUrl(image.url);
  const found = own?.has(image.url) ? { path } : await fileInside(world, root, path);
  if ('refused' in found) return refuse(`image-${found.refused}`, found.says);
  const bytes =
    own?.get(image.url) ??
    (await world
      .read(found.path, limits.image.bytes)
      .catch((error: unknown) => (error instanceof OutsideError ? error.message : String(error))));
  if (typeof bytes === 'string') return refuse('image-unsafe', bytes);
  const kind = IMAGE_TYPES.find(({ is }) => is(bytes));
  if (!kind)
    return refuse(
      'image-unsafe',
      isSvg(bytes)
        ? 'is an SVG drawing, which may hold scripts; save it as PNG'
        : 'is not a PNG, JPEG, GIF or WebP picture',
    );
  const picture = kind.read(bytes);
  if (typeof picture === 'string') return refuse('image-unsafe', picture);
  const name = `${nameOf(basename(path, extname(path)))}${kind.extension}`;
  return {
    url: image.url,
    name,
    mediaType: kind.mediaType,
    bytes: picture.bytes,
    width: picture.width,
    height: picture.height,
  };
}

const isSvg = (bytes: Uint8Array): boolean =>
  /<svg[\s>]/iu.test(new TextDecoder().decode(bytes.subarray(0, 2000)));

function decodedUrl(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
