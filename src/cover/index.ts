/**
 * The cover: drawn from the theme's colours, families and faces, and from nothing else. The door to
 * the SVG renderer is here: it is given font files and never looks for the system's own, so that a
 * cover looks the same everywhere.
 */
import { Resvg } from '@resvg/resvg-js';
import type { Face, Theme } from '../theme/theme.ts';
import { fitLines, widthIn } from './lines.ts';

/** What a cover says; every text is printed as it is. */
export interface CoverText {
  readonly title: string;
  readonly dir: 'ltr' | 'rtl';
  readonly labels: Readonly<Record<string, string>>;
  readonly titlePage: {
    readonly subtitle: string | null;
    readonly authors: readonly string[];
    readonly date: string | null;
    readonly series: string | null;
    readonly classification: string | null;
  };
}

/**
 * Units of the drawing, and pixels of the image: the 2:3 of a book, large enough for every
 * e-reader's shelf.
 */
const COVER_WIDTH = 1200;
const HEIGHT = 1800;
const SIDE = 110;

/** PNG of the cover; the same text and theme give the same bytes. */
export const drawCover = (text: CoverText, theme: Theme): Uint8Array =>
  rasterize(
    coverSvg(text, theme),
    theme.faces.map(({ file }) => file),
    COVER_WIDTH,
  );

interface CoverStyle {
  readonly families: string;
  readonly weight: number;
  readonly style: Face['style'];
  readonly color: string;
}

/** A block of lines: where its first baseline stands, and how the lines follow. */
interface CoverBlock extends CoverStyle {
  readonly y: number;
  readonly size: number;
  readonly lines: readonly string[];
  readonly leading: number;
}

/** The styles of a theme's covers. */
interface CoverStyles {
  readonly serif: Omit<CoverStyle, 'color'>;
  readonly label: Omit<CoverStyle, 'color'>;
  readonly colors: Readonly<Record<string, string>>;
}

function coverStyles({ tokens }: Theme): CoverStyles {
  const fonts = tokens['fonts'] as Readonly<Record<string, string>>;
  return {
    serif: { families: fonts['display']!, weight: 400, style: 'normal' },
    label: { families: fonts['label']!, weight: 600, style: 'normal' },
    colors: tokens['colors'] as Readonly<Record<string, string>>,
  };
}

/**
 * The drawing as SVG. A text that the theme's faces can't show is left out: the image's alternative
 * says it anyway.
 */
export function coverSvg(text: CoverText, theme: Theme): string {
  const styles = coverStyles(theme);
  const { serif } = styles;
  const { paper = '', accent = '' } = styles.colors;
  const ruleAt = text.dir === 'rtl' ? COVER_WIDTH - SIDE - 150 : SIDE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${COVER_WIDTH}" height="${HEIGHT}" viewBox="0 0 ${COVER_WIDTH} ${HEIGHT}">`,
    svgRect(0, 0, COVER_WIDTH, HEIGHT, paper),
    svgRect(0, 0, COVER_WIDTH, BAND_TOP, accent),
    quotationMark(theme.faces, { ...serif, color: paper }, text.dir),
    svgRect(ruleAt, 1528, 150, 6, accent),
    ...coverBlocks(text, styles, theme).map((block) => blockSvg(block, text.dir)),
    '</svg>',
  ].join('\n');
}

function svgRect(x: number, y: number, width: number, height: number, fill: string): string {
  const place = x === 0 && y === 0 ? '' : `x="${x}" y="${y}" `;
  return `<rect ${place}width="${width}" height="${height}" fill="${fill}"/>`;
}

function coverBlocks(text: CoverText, styles: CoverStyles, theme: Theme): readonly CoverBlock[] {
  const set: SetBlock = (words, style, room) => setBlock(words, style, room, theme.faces);
  return [
    ...bandBlocks(text, styles, set),
    ...titleBlocks(text, styles, set),
    ...footBlocks(text, styles, set),
  ].filter((block) => block !== null);
}

type SetBlock = (words: string | null, style: CoverStyle, room: CoverRoom) => CoverBlock | null;

/** Series, else what kind of thing it is; classification. */
const bandBlocks = (
  { titlePage, labels }: CoverText,
  { label, colors }: CoverStyles,
  set: SetBlock,
): readonly (CoverBlock | null)[] => [
  set(
    titlePage.series ?? labels['brief']!,
    { ...label, color: colors['paper']! },
    { y: 150, most: 1, sizes: [40] },
  ),
  set(
    titlePage.classification,
    { ...label, weight: 400, color: colors['paper']! },
    { y: 206, most: 2, sizes: [34] },
  ),
];

function titleBlocks(
  { title, titlePage }: CoverText,
  { serif, colors }: CoverStyles,
  set: SetBlock,
): readonly (CoverBlock | null)[] {
  const block = set(
    title,
    { ...serif, color: colors['ink']! },
    { y: 800, most: 5, sizes: [132, 116, 102, 90, 78, 66, 56], leading: 1.1 },
  );
  const subtitle = set(
    titlePage.subtitle,
    { ...serif, style: 'italic', color: colors['muted']! },
    { y: block ? bottomOf(block) + 112 : 800, most: 3, sizes: [52, 46], leading: 1.3 },
  );
  return [block, subtitle];
}

/** Authors and date. */
function footBlocks(
  { titlePage }: CoverText,
  { serif, colors }: CoverStyles,
  set: SetBlock,
): readonly (CoverBlock | null)[] {
  const who = set(
    titlePage.authors.join(', '),
    { ...serif, color: colors['ink']! },
    { y: 1622, most: 1, sizes: [46, 40, 34] },
  );
  const when = set(
    titlePage.date,
    { ...serif, color: colors['muted']! },
    { y: who ? 1690 : 1660, most: 1, sizes: [42] },
  );
  return [who, when];
}

/** Height of the coloured band, a golden section of the upper half. */
const BAND_TOP = 620;

interface CoverRoom {
  readonly y: number;
  readonly most: number;
  readonly sizes: readonly number[];
  readonly leading?: number;
}

function setBlock(
  words: string | null,
  style: CoverStyle,
  room: CoverRoom,
  faces: readonly Face[],
): CoverBlock | null {
  if (words === null || words.trim() === '') return null;
  const set = fitLines(words, facesFor(style, faces), {
    width: COVER_WIDTH - 2 * SIDE,
    most: room.most,
    sizes: room.sizes,
  });
  return (
    set && { ...style, y: room.y, size: set.size, lines: set.lines, leading: room.leading ?? 1.25 }
  );
}

/** Faces in the order of the families, of the nearest weight and style. */
function facesFor(
  { families, weight, style }: CoverStyle,
  faces: readonly Face[],
): readonly Face[] {
  const names = families.split(',').map((name) => name.trim().replaceAll(/^['"]|['"]$/gu, ''));
  const distance = (face: Face): number =>
    Math.abs(face.weight - weight) + (face.style === style ? 0 : 1000);
  return names.flatMap((name) =>
    faces
      .filter(({ family }) => family === name)
      .toSorted((a, b) => distance(a) - distance(b))
      .slice(0, 1),
  );
}

const bottomOf = ({ y, lines, size, leading }: CoverBlock): number =>
  y + (lines.length - 1) * size * leading;

function blockSvg(block: CoverBlock, dir: CoverText['dir']): string {
  const { y, size, leading, lines, families, weight, style, color } = block;
  const place = dir === 'rtl' ? `x="${COVER_WIDTH - SIDE}" text-anchor="end"` : `x="${SIDE}"`;
  const dress = `font-family="${escape(families)}" font-size="${size}" font-weight="${weight}" font-style="${style}" fill="${color}"`;
  return lines
    .map(
      (line, i) =>
        `<text ${place} y="${Math.round(y + i * size * leading)}" ${dress}>${escape(line)}</text>`,
    )
    .join('\n');
}

/** The sign of the house: an opening quotation mark that stands on the edge of the band. */
function quotationMark(faces: readonly Face[], style: CoverStyle, dir: CoverText['dir']): string {
  if (widthIn('“', facesFor(style, faces)) === null) return '';
  const mark: CoverBlock = { ...style, y: 905, size: 760, lines: ['“'], leading: 1 };
  return `<g opacity="0.92">${blockSvg(mark, dir)}</g>`;
}

const escape = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/gu, ' ')
    .replaceAll(/[&<>"]/gu, (sign) => `&#${sign.codePointAt(0)};`);

/**
 * PNG of an SVG drawing, `width` pixels wide; what a run of text needs and the fonts don't have
 * stays empty.
 */
function rasterize(svg: string, fontFiles: readonly string[], width: number): Uint8Array {
  const drawing = new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles: [...fontFiles] },
    fitTo: { mode: 'width', value: width },
  });
  return drawing.render().asPng();
}
