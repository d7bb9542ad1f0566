/**
 * Lines in the margin that were not printed: status, number and name of a copy, page numbers of a
 * production.
 */
import { PdfError, dictAt, stream, type Dict, type PdfDraft, type Ref } from '../../pdf/model.ts';
import { pdfPages, type PdfPage } from '../../pdf/pages.ts';
import { boxOf, paintBehind, pointsOfMm, type Box } from './steps.ts';
import { typesetter, type Typesetter } from './typesetter.ts';

type Edge = 'top' | 'bottom' | 'left' | 'right';

/** A line along an edge of the page. On the left it reads upwards, on the right downwards. */
export interface StampLine {
  readonly text: string;
  readonly edge: Edge;
  /** In the direction of reading. */
  readonly align: 'start' | 'center' | 'end';
}

/** The lines of a page, from 0. */
export type Lines = (page: number) => readonly StampLine[];

/** How stamped lines look. */
export interface StampStyle {
  /** TrueType files, in order of preference. */
  readonly faces: readonly Uint8Array[];
  /** Points; a line that is too long is set smaller. */
  readonly size: number;
  /**
   * Width of the free strip along each edge of a page (from 0), in points: nothing of the page
   * itself stands in it.
   */
  readonly room: (page: number) => Readonly<Record<Edge, number>>;
}

/**
 * A place on a page that lines can be drawn in: a form with a number and a name among the page's
 * resources.
 */
export interface Slot {
  readonly id: number;
  readonly name: string;
  readonly page: number;
  readonly draw: (lines: readonly StampLine[]) => Uint8Array;
}

/** Ends a line that was cut. */
const CUT = '...';

/**
 * Prepares every page for lines in its margins, which are artifacts in a form of their own, so that
 * copies differ in these forms only. `all` are the texts of all lines to come. PdfError for a
 * character that no face has.
 */
export function addSlots(
  draft: PdfDraft,
  style: StampStyle,
  all: Iterable<string>,
): readonly Slot[] {
  const setter = typesetter(draft, style.faces, [...all].join('') + CUT);
  return pdfPages(draft).map((page) => {
    const box = boxOf(page.dict, page.dict.has('TrimBox') ? 'TrimBox' : 'MediaBox');
    const { id, name } = overlayStamp(draft, page, setter, box);
    return {
      id,
      name,
      page: page.index,
      draw: (lines) =>
        drawing(lines, { setter, box, size: style.size, room: style.room(page.index) }),
    };
  });
}

/** An empty form over a page, shown as an artifact, for lines of this typesetter. */
export function overlayStamp(
  draft: PdfDraft,
  page: PdfPage,
  setter: Typesetter,
  box: Box,
): Pick<Slot, 'id' | 'name'> {
  const form = draft.add(
    stream(
      { Type: 'XObject', Subtype: 'Form', BBox: [...box], Resources: setter.resources },
      new Uint8Array(),
    ),
  );
  const name = unusedName(draft, page.dict);
  page.dict.set('Resources', withForm(draft, page.dict, name, form));
  paintBehind(draft, page, `/${name} Do`);
  return { id: form.id, name };
}

/**
 * The page's resources with a form under a name; they are the page's own, because pages may share
 * theirs.
 */
export function withForm(draft: PdfDraft, page: Dict, name: string, form: Ref): Dict {
  const resources = new Map(dictAt(draft, page, 'Resources') ?? []);
  return resources.set('XObject', new Map(formsOf(draft, page)).set(name, form));
}

const formsOf = (draft: PdfDraft, page: Dict): Dict =>
  dictAt(draft, dictAt(draft, page, 'Resources') ?? new Map(), 'XObject') ?? new Map();

/** A file that was stamped before keeps its stamps. */
function unusedName(draft: PdfDraft, page: Dict): string {
  const forms = formsOf(draft, page);
  let name = 'Stamp';
  for (let i = 2; forms.has(name); i++) name = `Stamp${i}`;
  return name;
}

interface StampPlace {
  readonly setter: Typesetter;
  readonly box: Box;
  readonly size: number;
  readonly room: Readonly<Record<Edge, number>>;
}

/** No printer reaches the paper's edge. */
const UNPRINTABLE = pointsOfMm(4.2);
const STAMP_GAP = pointsOfMm(4);
const SMALLEST_STAMP = 4.5;

function drawing(lines: readonly StampLine[], place: StampPlace): Uint8Array {
  const shown = lines.filter(({ text }) => text !== '');
  if (shown.length === 0) return new Uint8Array();
  const texts = shown.map((line) =>
    lineOn(line, shown.filter(({ edge }) => edge === line.edge).length, place),
  );
  return Buffer.from(`0 g BT ${texts.join(' ')} ET`);
}

/** Text matrices that turn a line's own direction into the edge's. */
const DIRECTIONS: Readonly<Record<Edge, readonly [number, number, number, number]>> = {
  top: [1, 0, 0, 1],
  bottom: [1, 0, 0, 1],
  left: [0, 1, -1, 0],
  right: [0, -1, 1, 0],
};

/**
 * One line: its share of the edge, set smaller or cut where it is longer, in the middle of the
 * strip that a printer reaches.
 */
function lineOn(
  { text, edge, align }: StampLine,
  sharing: number,
  { setter, box, size: wanted, room }: StampPlace,
): string {
  const { from, length } = stretch(edge, box, room);
  const strip = room[edge] - UNPRINTABLE;
  const share = (length - (sharing - 1) * STAMP_GAP) / sharing;
  const size = sizeWithin({ wanted, strip, share, width: setter.widthOf(text) });
  if (size < SMALLEST_STAMP) throw new PdfError('no room in the margin', edge);
  const cut = shortenedStamp(text, setter, share / size);
  const along = from + ALIGNED[align] * (length - setter.widthOf(cut) * size);
  const place = origin(edge, box, along, UNPRINTABLE + strip / 2, size);
  const turned = [...DIRECTIONS[edge], ...place].map(stampNumber).join(' ');
  return `${turned} Tm ${setter.show(cut, stampNumber(size))}`;
}

/** Share of what is left free that stands before the words. */
const ALIGNED = { start: 0, center: 0.5, end: 1 } as const;

/**
 * Where lines along an edge may begin, and how long they may be; the corners belong to top and
 * bottom.
 */
function stretch(
  edge: Edge,
  [left, bottom, right, top]: Box,
  room: StampPlace['room'],
): { from: number; length: number } {
  const corner = UNPRINTABLE + STAMP_GAP;
  if (edge === 'top' || edge === 'bottom')
    return { from: corner, length: right - left - 2 * corner };
  const length = top - bottom - Math.max(room.top, corner) - Math.max(room.bottom, corner);
  return { from: Math.max(edge === 'left' ? room.bottom : room.top, corner), length };
}

/** Half the height of capital letters, in ems: what a line is centred by. */
const MIDDLE = 0.34;

function origin(
  edge: Edge,
  [left, bottom, right, top]: Box,
  along: number,
  across: number,
  size: number,
): readonly [number, number] {
  const drop = MIDDLE * size;
  if (edge === 'top') return [left + along, top - across - drop];
  if (edge === 'bottom') return [left + along, bottom + across - drop];
  return edge === 'left'
    ? [left + across + drop, bottom + along]
    : [right - across - drop, top - along];
}

/** The text, cut where it is wider than `width` at size 1. */
function shortenedStamp(text: string, setter: Typesetter, width: number): string {
  if (setter.widthOf(text) <= width + 1e-6) return text;
  const signs = Array.from(text);
  while (signs.length > 0 && setter.widthOf(signs.join('') + CUT) > width) signs.pop();
  return signs.join('').trimEnd() + CUT;
}

const stampNumber = (value: number): number => Math.round(value * 1e3) / 1e3;

/** Size of a line in points: what is wanted, or less where strip or share are too small for it. */
function sizeWithin({ wanted, strip, share, width }: Readonly<StampMeasure>): number {
  const fitting = Math.max(SMALLEST_STAMP, share / width);
  return Math.min(wanted, strip / 1.1, fitting);
}

/** In points; `width` is that of the line at size 1. */
type StampMeasure = { [measure in 'wanted' | 'strip' | 'share' | 'width']: number };
