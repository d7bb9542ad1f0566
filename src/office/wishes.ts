/**
 * What is asked of the office printer: by the brief, by the command line, or by the record of an
 * earlier build.
 */
import type { Brief } from '../types.ts';
import { batesOf, batesOn } from './bates.ts';
import type { Office } from '../proof.ts';

/**
 * What the brief wishes, and what the command line asks for. A booklet is printed on both sides.
 */
export function officeFor(asked: Office = {}, { meta }: Pick<Brief, 'meta'>): Office {
  const given = Object.entries(asked).filter(([, value]) => value !== false && value !== null);
  const office: Office = { ...meta.print, ...Object.fromEntries(given) };
  return office.booklet ? { ...office, duplex: true } : office;
}

/** What is asked of the next brief of a run, after so many pages. */
export const continued = (office: Office = {}, pages: number): Office =>
  office.bates
    ? { ...office, bates: { ...office.bates, next: office.bates.next + pages } }
    : office;

/**
 * What the editions themselves depend on, for the record of a build; null where nothing was asked
 * for.
 */
export function officeRecord({ duplex, booklet, lineNumbers, status, bates }: Office = {}):
  | object
  | null {
  const record = {
    ...((duplex || booklet) && { duplex: true }),
    ...(lineNumbers && { lineNumbers }),
    ...(status && { status }),
    ...(bates && { bates: batesOn(bates, 0) }),
  };
  return Object.keys(record).length > 0 ? record : null;
}

/** The same, read back from a record that anyone may have written. */
export function officeFrom(record: unknown): Office {
  const { duplex, lineNumbers, status, bates } = (record ?? {}) as Readonly<
    Record<string, unknown>
  >;
  return {
    ...(duplex === true && { duplex: true }),
    ...(lineNumbers === true && { lineNumbers: true }),
    ...(typeof status === 'string' && { status: status.slice(0, 80) }),
    ...(typeof bates === 'string' && { bates: batesOf(bates) }),
  };
}
