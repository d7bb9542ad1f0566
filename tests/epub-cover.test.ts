/**
 * The cover: drawn from tokens and words, the same each time, and never with boxes for letters that
 * the faces don't have.
 */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { coverSvg, drawCover, type CoverText } from '../src/cover/index.ts';
import { fitLines, widthIn } from '../src/cover/lines.ts';
import { textWidth } from '../src/fonts/coverage.ts';
import { labelsFor } from '../src/languages/index.ts';
import { classic } from './support/epub.ts';

const cover: CoverText = {
  title: 'Who Mends <the> North Quay & "why"?',
  dir: 'ltr',
  labels: labelsFor('en'),
  titlePage: {
    subtitle: 'The hearing',
    authors: ['Ada Holm'],
    date: '17 March 2025',
    series: null,
    classification: 'For the Board',
  },
};
const words = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map((match) => match[1]!);
const hash = (text: CoverText): string =>
  createHash('sha256').update(drawCover(text, classic)).digest('hex');
const serif = classic.faces.filter(
  ({ family, weight, style }) =>
    family === 'Source Serif 4' && weight === 400 && style === 'normal',
);

describe('the drawing', () => {
  test('says what the title page says, in the theme’s colours', () => {
    const svg = coverSvg(cover, classic);
    expect(words(svg).join(' ')).toBe(
      '“ Evidence brief For the Board Who Mends &#60;the&#62; North Quay &#38; &#34;why&#34;? The hearing Ada Holm 17 March 2025',
    );
    const colors = classic.tokens['colors'] as Record<string, string>;
    for (const name of ['accent', 'paper', 'ink', 'muted']) expect(svg).toContain(colors[name]!);
  });

  test('is a PNG of 1200 by 1800 pixels, the same each time', () => {
    const png = drawCover(cover, classic);
    const view = new DataView(png.buffer, png.byteOffset);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([1200, 1800]);
    const first = hash(cover);
    expect(hash({ ...cover, title: 'Other' })).not.toBe(first);
    expect(hash({ ...cover })).toBe(first);
  });

  test('leaves out words that no face can show, and keeps the rest', () => {
    const svg = coverSvg({ ...cover, title: '証拠の概要' }, classic);
    expect(words(svg).join(' ')).not.toContain('証');
    expect(words(svg)).toContain('Ada Holm');
  });

  test('stands on the right where the writing begins there', () => {
    expect(coverSvg({ ...cover, dir: 'rtl' }, classic)).toContain('text-anchor="end"');
    expect(coverSvg(cover, classic)).not.toContain('text-anchor');
  });
});

describe('lines', () => {
  const room = { width: 980, most: 5, sizes: [132, 102, 78, 56] };

  test('no line is wider than its room, at any length', () => {
    for (const title of [
      'Short',
      'A title of some seven or eight words here',
      'word '.repeat(60),
      'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen',
      'x'.repeat(300),
    ]) {
      const set = fitLines(title, serif, room)!;
      expect(set.lines.length).toBeLessThanOrEqual(room.most);
      for (const line of set.lines)
        expect(widthIn(line, serif)! * set.size).toBeLessThanOrEqual(room.width + 40);
    }
  });

  test('lines are about as long as each other, and a longer title is set smaller', () => {
    const { lines, size } = fitLines('The mooring toll hearing of 14 March', serif, {
      ...room,
      sizes: [102],
    })!;
    expect(lines).toEqual(['The mooring toll', 'hearing of 14 March']);
    expect(fitLines('word '.repeat(30), serif, room)!.size).toBeLessThan(size);
  });

  test('what doesn’t fit ends with an ellipsis', () => {
    expect(fitLines('word '.repeat(200), serif, room)!.lines.at(-1)).toMatch(/…$/u);
  });

  test('a width is the sum of the font’s own advances, and unknown where a character is missing', () => {
    const [face] = serif;
    expect(textWidth('nn', face!)).toBeCloseTo(2 * textWidth('n', face!)!, 6);
    expect(textWidth('m', face!)! > textWidth('i', face!)!).toBe(true);
    expect(textWidth('証', face!)).toBeNull();
  });
});
