/** Images: found only in the brief's folder, checked, freed of private data, sized. */
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ImageReading } from '../src/read/image/bytes.ts';
import { readGif } from '../src/read/image/gif.ts';
import { readJpeg } from '../src/read/image/jpeg.ts';
import { readPng } from '../src/read/image/png.ts';
import { readWebp } from '../src/read/image/webp.ts';
import { inFolder, read } from './read-help.ts';

const bytesOf = (
  ...parts: readonly (string | number | Uint8Array | readonly number[])[]
): Uint8Array =>
  Buffer.concat(
    parts.map((part) =>
      typeof part === 'string'
        ? Buffer.from(part, 'latin1')
        : typeof part === 'number'
          ? Buffer.from([part])
          : Buffer.from(part),
    ),
  );
const u32 = (value: number): Uint8Array =>
  Uint8Array.from([value >>> 24, value >>> 16, value >>> 8, value].map((byte) => byte & 255));
const u32le = (value: number): Uint8Array => u32(value).toReversed();

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = bytesOf(type, data);
  return bytesOf(u32(data.length), body, u32(crc32(body)));
}

/** A grey PNG with the given chunks before its pixels. */
const png = (width: number, height: number, ...more: readonly Uint8Array[]): Uint8Array =>
  bytesOf(
    '\u0089PNG\r\n\u001a\n',
    chunk('IHDR', bytesOf(u32(width), u32(height), [8, 0, 0, 0, 0])),
    ...more,
    chunk('IDAT', deflateSync(new Uint8Array(Math.min((width + 1) * height, 1e6)))),
    chunk('IEND', new Uint8Array()),
  );

/** 5 × 7 pixels. @param kind depth, colours, compression, filter, interlace */
const pngOf = (kind: readonly number[], pixels: Uint8Array): Uint8Array =>
  bytesOf(
    '\u0089PNG\r\n\u001a\n',
    chunk('IHDR', bytesOf(u32(5), u32(7), kind)),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', new Uint8Array()),
  );
/** Bytes of the seven passes of 5 × 7 grey pixels: each row with its filter. */
const INTERLACED = 2 + 2 + 3 + 2 * 2 + 2 * 4 + 4 * 3 + 3 * 6;

const segment = (marker: number, data: Uint8Array): Uint8Array =>
  bytesOf([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255], data);
const frame = (width: number, height: number): Uint8Array =>
  segment(
    0xc0,
    Uint8Array.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]),
  );
const scan = bytesOf(segment(0xda, Uint8Array.from([1, 1, 0, 0, 63, 0])), [1, 2, 3, 0xff, 0xd9]);
const exif = (turn: number): Uint8Array =>
  segment(
    0xe1,
    bytesOf('Exif\0\0II', [42, 0, 8, 0, 0, 0, 2, 0, 0x0f, 1, 2, 0, 4, 0, 0, 0], 'Ada\0', [
      0x12,
      1,
      3,
      0,
      1,
      0,
      0,
      0,
      turn,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
    ]),
  );
const jpeg = (...segments: readonly Uint8Array[]): Uint8Array =>
  bytesOf([0xff, 0xd8], ...segments, scan);

/**
 * 3 × 2 pixels of colour 0: thrice a clear code and two pixels, then the end, in codes of three
 * bits.
 */
const gifFrame = bytesOf([0x2c, 0, 0, 0, 0, 3, 0, 2, 0, 0, 2, 4, 0x04, 0x08, 0x10, 0x28, 0]);
const emptyFrame = bytesOf([0x2c, 0, 0, 0, 0, 3, 0, 2, 0, 0, 2, 1, 0x2c, 0]);
const gif = (...blocks: readonly Uint8Array[]): Uint8Array =>
  bytesOf('GIF89a', [3, 0, 2, 0, 0x80, 0, 0, 1, 2, 3, 4, 5, 6], ...blocks, 0x3b);

const riff = (type: string, data: Uint8Array): Uint8Array =>
  bytesOf(type, u32le(data.length), data, new Uint8Array(data.length % 2));
const webp = (...chunks: readonly Uint8Array[]): Uint8Array => {
  const body = bytesOf('WEBP', ...chunks);
  return bytesOf('RIFF', u32le(body.length), body);
};
const vp8x = (flags: number): Uint8Array =>
  riff('VP8X', Uint8Array.from([flags, 0, 0, 0, 4, 0, 0, 6, 0, 0]));

const lossless = riff('VP8L', Uint8Array.from([0x2f, 4, 0x80, 1, 0, 0, 0, 0, 0, 0]));
/** 9 × 8 pixels: a header, a first partition of one byte, a second one. */
const lossy = riff('VP8 ', Uint8Array.from([0x30, 0, 0, 0x9d, 1, 0x2a, 9, 0, 8, 0, 1, 1]));

const NO_PICTURE = 'has no picture in it, or only its beginning';
const has = (reading: ImageReading, words: string): boolean =>
  typeof reading !== 'string' && Buffer.from(reading.bytes).includes(words);
const sizeOf = (reading: ImageReading): unknown =>
  typeof reading === 'string' ? reading : [reading.width, reading.height];

describe('pictures', () => {
  const cases: readonly (readonly [name: string, reading: ImageReading, expected: unknown])[] = [
    ['PNG', readPng(png(5, 7)), [5, 7]],
    [
      'PNG with a wrong checksum',
      readPng(png(5, 7).with(20, 9)),
      'is damaged (a checksum does not fit)',
    ],
    ['PNG cut off', readPng(png(5, 7).slice(0, -6)), 'is cut off'],
    [
      'PNG without all pixels',
      readPng(pngOf([8, 0, 0, 0, 0], new Uint8Array(10))),
      'is damaged (pixels are missing)',
    ],
    [
      'PNG that unpacks to more',
      readPng(pngOf([8, 0, 0, 0, 0], new Uint8Array(1e6))),
      'is damaged (its pixels can’t be unpacked)',
    ],
    ['PNG, interlaced', readPng(pngOf([8, 0, 0, 0, 1], new Uint8Array(INTERLACED))), [5, 7]],
    [
      'PNG, interlaced, without its last row',
      readPng(pngOf([8, 0, 0, 0, 1], new Uint8Array(INTERLACED - 6))),
      'is damaged (pixels are missing)',
    ],
    [
      'PNG without the palette of its colours',
      readPng(pngOf([8, 3, 0, 0, 0], new Uint8Array(6 * 7))),
      'has no PNG palette',
    ],
    ['PNG too wide', readPng(png(10_001, 1)), 'is 10001 × 1 pixels; a side may have 10000'],
    [
      'PNG too large',
      readPng(png(9000, 9000)),
      'is 9000 × 9000 pixels; together they may be 40000000',
    ],
    ['PNG without width', readPng(png(0, 1)), 'has no width or no height'],
    ['JPEG', readJpeg(jpeg(frame(30, 20))), [30, 20]],
    ['JPEG that stands on its side', readJpeg(jpeg(exif(6), frame(30, 20))), [20, 30]],
    ['JPEG without frame', readJpeg(jpeg()), 'has no JPEG frame'],
    ['JPEG cut off', readJpeg(bytesOf([0xff, 0xd8], frame(3, 2))), 'is cut off or damaged'],
    [
      'JPEG without picture data',
      readJpeg(bytesOf([0xff, 0xd8], frame(30, 20), [0xff, 0xd9])),
      NO_PICTURE,
    ],
    ['JPEG with the beginning of its data', readJpeg(jpeg(frame(80, 80))), NO_PICTURE],
    ['JPEG without its end', readJpeg(jpeg(frame(30, 20)).slice(0, -2)), 'is cut off or damaged'],
    [
      'JPEG without loss',
      readJpeg(jpeg(frame(30, 20).with(1, 0xc3))),
      'is a kind of JPEG that few programs show; save it anew',
    ],
    ['JPEG of two frames', readJpeg(jpeg(frame(30, 20), frame(30, 20))), 'has several JPEG frames'],
    ['GIF', readGif(gif(gifFrame)), [3, 2]],
    [
      'GIF with too many frames',
      readGif(gif(...Array.from({ length: 201 }, () => gifFrame))),
      'has more than 200 frames',
    ],
    ['GIF without pixels', readGif(gif(emptyFrame)), 'has a frame without its pixels'],
    [
      'GIF whose second frame has no pixels',
      readGif(gif(gifFrame, emptyFrame)),
      'has a frame without its pixels',
    ],
    ['GIF without frame', readGif(gif()), 'has no picture in it'],
    ['GIF cut off', readGif(gif(gifFrame).slice(0, -4)), 'is cut off or damaged'],
    ['WebP, extended', readWebp(webp(vp8x(0), lossless)), [5, 7]],
    ['WebP, simple', readWebp(webp(lossy)), [9, 8]],
    ['WebP, lossless', readWebp(webp(lossless)), [5, 7]],
    [
      'WebP of another size than its container says',
      readWebp(webp(vp8x(0), lossy)),
      'has no picture in it',
    ],
    [
      'WebP, header only',
      readWebp(webp(riff('VP8 ', Uint8Array.from([0x30, 0, 0, 0x9d, 1, 0x2a, 9, 0, 8, 0])))),
      'has no picture in it',
    ],
    [
      'WebP, lossless, header only',
      readWebp(webp(riff('VP8L', Uint8Array.from([0x2f, 4, 0x80, 1, 0])))),
      'has no picture in it',
    ],
    ['WebP, container only', readWebp(webp(vp8x(0))), 'has no picture in it'],
    ['WebP that moves', readWebp(webp(vp8x(2), riff('ANIM', new Uint8Array(6)))), 'is animated'],
  ];
  test.each(cases)('%s', (_, reading, expected) => {
    expect(sizeOf(reading)).toEqual(expected);
  });

  test('private data is left out, what is seen stays', () => {
    const dressed = readPng(
      png(
        5,
        7,
        chunk('tEXt', bytesOf('Author\0Ada')),
        chunk('eXIf', bytesOf('secret')),
        chunk('gAMA', u32(45_455)),
      ),
    );
    expect([has(dressed, 'Ada'), has(dressed, 'secret'), has(dressed, 'gAMA')]).toEqual([
      false,
      false,
      true,
    ]);
    const photo = readJpeg(
      jpeg(
        segment(0xe0, bytesOf('JFIF\0')),
        exif(8),
        segment(0xfe, bytesOf('a comment')),
        segment(0xe1, bytesOf('http://ns.adobe.com/xap/1.0/\0x')),
        segment(0xe2, bytesOf('ICC_PROFILE\0x')),
        segment(0xed, bytesOf('Photoshop')),
        frame(30, 20),
      ),
    );
    expect(
      ['Ada', 'a comment', 'adobe', 'Photoshop', 'JFIF', 'ICC_PROFILE'].map((words) =>
        has(photo, words),
      ),
    ).toEqual([false, false, false, false, true, true]);
    expect(sizeOf(readJpeg((photo as Exclude<ImageReading, string>).bytes))).toEqual([20, 30]);
    const moving = readGif(
      gif(
        bytesOf([0x21, 0xfe, 3], 'Ada', 0),
        bytesOf([0x21, 0xff, 11], 'NETSCAPE2.0', [3, 1, 0, 0, 0]),
        bytesOf([0x21, 0xff, 11], 'XMP DataXMP', [1, 0x58, 0]),
        gifFrame,
      ),
    );
    expect(['Ada', 'NETSCAPE', 'XMP'].map((words) => has(moving, words))).toEqual([
      false,
      true,
      false,
    ]);
    const web = readWebp(webp(vp8x(0x0c), lossless, riff('EXIF', bytesOf('Ada!'))));
    expect([has(web, 'Ada'), (web as Exclude<ImageReading, string>).bytes[20]]).toEqual([false, 0]);
  });

  test('clean pictures come through byte for byte', () => {
    for (const [reader, bytes] of [
      [readPng, png(5, 7)],
      [readJpeg, jpeg(frame(3, 2))],
      [readGif, gif(gifFrame)],
      [readWebp, webp(lossy)],
    ] as const) {
      const reading = reader(bytes);
      expect(typeof reading === 'string' ? reading : Buffer.from(reading.bytes).equals(bytes)).toBe(
        true,
      );
    }
  });

  test('no bytes make a reader throw or give a picture beyond the limits', () => {
    const seeds = [png(5, 7), jpeg(exif(6), frame(30, 20)), gif(gifFrame), webp(vp8x(0), lossless)];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3 }),
        fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }),
        fc.nat(400),
        (which, edits, cut) => {
          const bytes = Uint8Array.from(seeds[which]!);
          for (const [at, value] of edits) if (at < bytes.length) bytes[at] = value;
          for (const reader of [readPng, readJpeg, readGif, readWebp]) {
            const reading = reader(bytes.subarray(0, bytes.length - (cut % bytes.length)));
            expect(
              typeof reading === 'string' || reading.width * reading.height <= 40_000_000,
            ).toBe(true);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('images of a brief', () => {
  test('read once each, named once each, in order', async () => {
    await inFolder(
      {
        'brief.md':
          '# T\n\n![a](map.png) ![b](pics/map.png) ![c](map.png) ![d](a%20b.jpg)\n\n![e][r]\n\n[r]: map.gif\n',
        'map.png': png(5, 7),
        'pics/map.png': png(4, 4),
        'a b.jpg': jpeg(frame(3, 2)),
        'map.gif': gif(gifFrame),
      },
      async (cwd) => {
        const { brief, said } = await read({ path: 'brief.md' }, cwd);
        expect(said).toEqual([]);
        expect(
          brief!.assets.map(({ url, name, mediaType, width }) => [url, name, mediaType, width]),
        ).toEqual([
          ['map.png', 'map.png', 'image/png', 5],
          ['pics/map.png', 'map-2.png', 'image/png', 4],
          ['a%20b.jpg', 'a-b.jpg', 'image/jpeg', 3],
          ['map.gif', 'map-3.gif', 'image/gif', 3],
        ]);
      },
    );
  });

  const refused: readonly (readonly [url: string, rule: string, why: string])[] = [
    ['none.png', 'image-missing', 'is not there'],
    ['https://a.example/x.png', 'image-unsafe', 'is not a file of the brief’s folder'],
    ['//a.example/x.png', 'image-unsafe', 'is not a file of the brief’s folder'],
    ['/etc/hostname', 'image-unsafe', 'is not a file of the brief’s folder'],
    ['file:///etc/hostname', 'image-unsafe', 'is not a file of the brief’s folder'],
    ['../out.png', 'image-unsafe', 'is not a file of the brief’s folder'],
    ['pics/..%2F..%2Fout.png', 'image-unsafe', 'is not a file of the brief’s folder'],
    ['link.png', 'image-unsafe', 'is a link, or lies behind one; links are not followed'],
    ['data:image/png;base64,AA', 'image-unsafe', 'is not a file of the brief’s folder'],
    ['draw.svg', 'image-unsafe', 'is an SVG drawing, which may hold scripts; save it as PNG'],
    ['text.png', 'image-unsafe', 'is not a PNG, JPEG, GIF or WebP picture'],
    ['pics', 'image-unsafe', 'is a folder, not a file'],
    ['%ff.png', 'image-missing', 'is not there'],
  ];
  test('refused, each with its reason and place', async () => {
    const files = {
      'out.png': png(2, 2),
      'in/pics/map.png': png(2, 2),
      'in/draw.svg': '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
      'in/text.png': 'hello',
    };
    await inFolder(
      { ...files, 'in/brief.md': refused.map(([url]) => `![x](${url})`).join('\n\n') },
      async (cwd) => {
        await symlink(join(cwd, 'out.png'), join(cwd, 'in/link.png'));
        const { brief, file } = await read({ path: 'in' }, cwd);
        const messages = file.messages.filter(({ ruleId }) => ruleId!.startsWith('image'));
        expect(messages.map(({ ruleId, reason, line }) => [line, ruleId, reason])).toEqual(
          refused.map(([url, rule, why], i) => [i * 2 + 1, rule, `The image “${url}” ${why}`]),
        );
        expect(brief!.assets).toEqual([]);
      },
    );
  });

  test('an image without description is flagged', async () => {
    await inFolder({ 'brief.md': '# T\n\n![](map.png)\n', 'map.png': png(5, 7) }, async (cwd) => {
      expect((await read({ path: 'brief.md' }, cwd)).said).toEqual(['3:1 image-alt']);
    });
  });
});
