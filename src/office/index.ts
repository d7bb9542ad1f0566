/**
 * At the office printer: files made for paper from a print edition, which itself stays the tagged,
 * archived one.
 */
import type { VFile } from 'vfile';
import { missingGlyphs } from '../fonts.ts';
import { TRIMMING } from '../print/sheet.ts';
import { slugOf } from '../read/slug.ts';
import { flag } from '../rules/flag.ts';
import type { Sheet } from '../theme/sheet.ts';
import type { Theme } from '../theme/theme.ts';
import type { Artifact, Edition, PageMap } from '../types.ts';
import { booklet, type Folding } from './pdf/booklet.ts';
import { joinCopies, stampCopies } from './pdf/copies.ts';
import { cropMarks } from './pdf/crop.ts';
import { gray } from './pdf/gray.ts';
import { pressed, type PressStep } from './pdf/steps.ts';
import { copiesFor, styleFor } from './stamps.ts';
import type { Office, Recipient } from '../proof.ts';

/** A print edition, and what is known of it. */
interface Pressroom {
  readonly edition: Edition;
  readonly theme: Theme;
  readonly office: Office;
  readonly pages: PageMap;
  readonly pdf: Uint8Array;
  /** The same book on larger paper with crop marks, where they are asked for. */
  readonly uncut: Uint8Array | null;
}

interface Derivative {
  readonly asked: (office: Office) => boolean;
  readonly make: (room: Pressroom, named: (what: string) => string) => Iterable<Artifact>;
}

/** One row for each kind of file; the name goes behind the slug. */
const derivatives: readonly Derivative[] = [
  {
    asked: ({ gray: wanted }) => wanted === true,
    make: (room, named) => [sheetFile(room, named('gray'), room.pdf)],
  },
  {
    asked: ({ booklet: wanted }) => wanted === true,
    make: (room, named) => [bookletFile(room, named('booklet'))],
  },
  {
    asked: ({ cropMarks: wanted }) => wanted === true,
    make: (room, named) => (room.uncut ? [sheetFile(room, named('press'), room.uncut)] : []),
  },
  { asked: ({ copies }) => copies !== undefined && copies.length > 0, make: copyFiles },
];

/** The files that were asked for, in the order of the table. */
export function derive(room: Pressroom): readonly Artifact[] {
  const named = (what: string): string => `${room.edition.slug}-${what}.pdf`;
  return derivatives
    .filter(({ asked }) => asked(room.office))
    .flatMap(({ make }) => [...make(room, named)]);
}

const artifact = (name: string, bytes: Uint8Array, facts: Artifact['facts']): Artifact => ({
  name,
  mediaType: 'application/pdf',
  bytes,
  facts,
});

/** Everything that is made for paper is grey where grey is asked for. */
const officeSteps = (
  { office }: Pressroom,
  more: readonly PressStep[] = [],
): readonly PressStep[] => [...(office.gray ? [gray] : []), ...more];

const pageCount = ({ pages }: Pressroom): number => pages.pages.length;

/** Sheets of paper that a print of so many pages takes. */
const sheetsFor = (room: Pressroom, copies = 1, folded = false): number =>
  sheetsToLoad(pageCount(room), { duplex: room.office.duplex === true, booklet: folded, copies });

function sheetFile(room: Pressroom, name: string, pdf: Uint8Array): Artifact {
  return artifact(name, pressed(pdf, officeSteps(room)), {
    'pages': pageCount(room),
    'sheets to load': sheetsFor(room),
  });
}

/**
 * Two pages side by side on the sheet of the next larger size: a booklet of A4 pages is printed on
 * A4, folded to A5.
 */
function foldingOf({ theme, edition }: Pressroom): Folding {
  const { width, height } = theme.sheet;
  const [long, short] = [Math.max(width, height), Math.min(width, height)].map(
    (points) => (points * 25.4) / 72,
  ) as [number, number];
  const small = long < SMALL_PAGE;
  return {
    sheet: small ? { width: 2 * short, height: long } : { width: long, height: short },
    binding: edition.dir === 'rtl' ? 'right' : 'left',
  };
}

/** Millimetres: pages up to A5 are printed in their own size, two on a sheet. */
const SMALL_PAGE = 220;

function bookletFile(room: Pressroom, name: string): Artifact {
  const bytes = pressed(room.pdf, officeSteps(room, [booklet(foldingOf(room))]));
  return artifact(name, bytes, {
    'pages': pageCount(room),
    'sheets to load': sheetsFor(room, 1, true),
  });
}

/** A book that was printed on larger paper, with its boxes and crop marks. */
export function withCropMarks(pdf: Uint8Array, { width, height }: Sheet): Uint8Array {
  const trim = { width: (width * 25.4) / 72, height: (height * 25.4) / 72 };
  return pressed(pdf, [cropMarks({ ...TRIMMING, trim: () => trim })]);
}

/** One file for everybody, and one with all of them for the printer. */
function* copyFiles(room: Pressroom, named: (what: string) => string): Generator<Artifact> {
  const { edition, office } = room;
  const recipients = office.copies ?? [];
  const copies = copiesFor(recipients, edition);
  const style = styleFor(room, { duplex: office.duplex === true });
  const book = office.gray ? pressed(room.pdf, [gray]) : room.pdf;
  const layout = office.booklet
    ? foldingOf(room)
    : { sides: office.duplex ? (2 as const) : (1 as const) };
  const facts = {
    'copies': copies.length,
    'sheets to load': sheetsFor(room, copies.length, office.booklet === true),
  };
  yield artifact(named('copies'), joinCopies(book, copies, style, layout), facts);
  const digits = String(copies.length).length;
  let i = 0;
  for (const bytes of stampCopies(book, copies, style)) {
    const number = String(i + 1).padStart(digits, '0');
    const name = slugOf(recipients[i]!.name).slice(0, 60);
    yield artifact(named(`copy-${number}${name === '' ? '' : `-${name}`}`), bytes, {
      'pages': pageCount(room),
      'sheets to load': sheetsFor(room),
    });
    i++;
  }
}

/** Flags names that the fonts of the theme can't print, on the list that they come from. */
export function checkRecipientNames(
  recipients: readonly Recipient[],
  theme: Theme,
  file: VFile,
): void {
  for (const { name, more, path, line } of recipients) {
    for (const { character } of missingGlyphs(
      [name, ...more].join(' '),
      theme.faces.filter(({ style }) => style === 'normal'),
    ))
      flag(
        file,
        'glyph-missing',
        `The fonts of the theme ${theme.name} lack the character ${character} in “${name}”`,
        {
          path,
          place: { line, column: 1 },
        },
      );
  }
}

interface Sheets {
  /** Both sides of a sheet are printed. */
  readonly duplex: boolean;
  /** Two pages to a side, folded; always on both sides. */
  readonly booklet: boolean;
  readonly copies: number;
}

/** Sheets to load into the printer. Every copy begins on a sheet of its own. */
export const sheetsToLoad = (pages: number, { duplex, booklet: folded, copies }: Sheets): number =>
  Math.ceil(pages / (folded ? 4 : duplex ? 2 : 1)) * copies;
