/** Characters of an OpenDocument text, counted over its XML by the scanner of `docx/count.ts`. */
import { scannedXml } from '../docx/count.ts';
import { tallied, type Tally } from '../tally.ts';

/** Elements whose text describes, and is not set. */
const DESCRIBING = new Set([
  'svg:title',
  'svg:desc',
  'dc:creator',
  'dc:date',
  'dc:title',
  'dc:description',
  'meta:date-string',
  'meta:creator-initials',
  'office:binary-data',
  'office:scripts',
  'office:forms',
]);

/** Text stands in these; the rest of the file is settings. */
const ROOTS = new Set(['office:text', 'style:master-page']);

/** Counts one part of ODF into `into`. */
export function countOdfXml(xml: string, into: Tally): void {
  let roots = 0;
  let about = 0;
  for (const { name, isClosing, isEmpty, text } of scannedXml(xml)) {
    if (roots > 0 && about === 0) tallied(text, into);
    if (isEmpty) continue;
    const step = isClosing ? -1 : 1;
    if (ROOTS.has(name)) roots += step;
    if (DESCRIBING.has(name)) about += step;
  }
}
