/** What the file says of itself (ISO 19005-3, 6.2.3 and 6.6; ISO 14289-1, 5 and 7.1). */
import { bufferOf } from '../lexer.ts';
import { decodeStream } from '../filters.ts';
import {
  arrayAt,
  dictAt,
  valueAt,
  isDict,
  isStream,
  numberAt,
  resolved,
  stringAt,
  type Pdf,
} from '../model.ts';
import { cleanText, fromTextString } from '../strings.ts';
import type { Condition, Fault, LintView } from './lint-view.ts';
import { readXmpPacket, type Values } from './xml.ts';

const says = (...sentences: readonly (string | false)[]): readonly Fault[] =>
  sentences.flatMap((sentence) => (sentence === false ? [] : [{ says: sentence }]));

const XMP_ROOT = 'x:xmpmeta rdf:RDF rdf:Description';
const TITLE_PATH = 'dc:title rdf:Alt rdf:li';

/**
 * The packet's values by their path below the description; null where there is no packet or it is
 * no XML.
 */
function packet(
  pdf: Pdf,
  catalog: LintView['catalog'],
): ((path: string) => readonly string[]) | null {
  const found = valueAt(pdf, catalog, 'Metadata');
  const values: Values | null =
    isStream(found) && !found.dict.has('Filter')
      ? readXmpPacket(decodedXmp(decodeStream(pdf, found)) ?? '<')
      : null;
  return values && ((path) => values.get(`${XMP_ROOT} ${path}`) ?? []);
}

function decodedXmp(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function metadata({ pdf, catalog }: LintView): readonly Fault[] {
  const read = packet(pdf, catalog);
  if (!read)
    return says('there is no metadata packet, or it is not plain well-formed XML in UTF-8');
  const info = dictAt(pdf, pdf.trailer, 'Info') ?? new Map();
  return says(
    ...Object.entries(XMP_OF_INFO).map(([key, path]) => {
      const text = fromTextString(stringAt(pdf, info, key) ?? '');
      const value = key.endsWith('Date') ? isoDate(text) : text;
      return read(path).join(', ') !== value && `${key} and the metadata packet differ`;
    }),
  );
}

/** Keys of the document information, and the property that says the same (ISO 19005-3, 6.6.3). */
const XMP_OF_INFO: Readonly<Record<string, string>> = {
  Title: TITLE_PATH,
  Author: 'dc:creator rdf:Seq rdf:li',
  Subject: 'dc:description rdf:Alt rdf:li',
  Keywords: 'pdf:Keywords',
  Creator: 'xmp:CreatorTool',
  Producer: 'pdf:Producer',
  CreationDate: 'xmp:CreateDate',
  ModDate: 'xmp:ModifyDate',
};

const isoDate = (date: string): string =>
  date.replace(/^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/u, '$1-$2-$3T$4:$5:$6Z');

const EXTENSION_SCHEMAS = 'pdfaExtension:schemas rdf:Bag rdf:li pdfaSchema:prefix';

/** Identification: what is claimed must be claimed in full, and as expected. */
function identification({ pdf, catalog, expected }: LintView): readonly Fault[] {
  const read = packet(pdf, catalog) ?? (() => []);
  const pdfa = `${read('pdfaid:part').join()}${read('pdfaid:conformance').join()}`;
  const pdfua = read('pdfuaid:part').join();
  const { claims } = expected;
  return says(
    pdfa !== '' && pdfa !== '3A' && `the file calls itself PDF/A “${pdfa}”, not 3A`,
    pdfua !== '' && pdfua !== '1' && `the file calls itself PDF/UA “${pdfua}”, not 1`,
    pdfua !== '' &&
      !read(EXTENSION_SCHEMAS).includes('pdfuaid') &&
      'the schema of the PDF/UA identification is not described',
    claims !== undefined &&
      (claims.pdfa !== null) !== (pdfa !== '') &&
      'the PDF/A identification is not as intended',
    claims !== undefined &&
      claims.pdfua !== (pdfua !== '') &&
      'the PDF/UA identification is not as intended',
  );
}

function title({ pdf, catalog, expected }: LintView): readonly Fault[] {
  const found = packet(pdf, catalog)?.(TITLE_PATH)[0] ?? '';
  return says(
    (found.trim() === '' || found === 'about:blank') && 'the document has no title',
    expected.title !== undefined &&
      plainText(expected.title) !== plainText(found) &&
      `the document’s title is “${found}”`,
  );
}

const plainText = (text: string): string => cleanText(text).replaceAll(/\s+/gu, ' ').trim();

/** Nothing about the machine or the browser that printed it. */
function machine({ pdf }: LintView): readonly Fault[] {
  const info = dictAt(pdf, pdf.trailer, 'Info') ?? new Map();
  const tool = ['Creator', 'Producer']
    .map((key) => stringAt(pdf, info, key) ?? '')
    .find((text) => /Mozilla|Chrom|Skia|AppleWebKit/u.test(text));
  return says(tool !== undefined && `the file names the browser: “${tool}”`);
}

function outputIntent({ pdf, catalog }: LintView): readonly Fault[] {
  const intents = (arrayAt(pdf, catalog, 'OutputIntents') ?? [])
    .map((value) => resolved(pdf, value))
    .filter((value) => isDict(value));
  const intent = intents.find((each) => each.get('S') === 'GTS_PDFA1');
  if (!intent) return says('there is no output intent, so device colours have no meaning');
  const profile = valueAt(pdf, intent, 'DestOutputProfile');
  if (!isStream(profile)) return says('the output intent has no profile');
  return [
    ...says(
      numberAt(pdf, profile.dict, 'N') !== 3 && 'the profile is not said to have three components',
    ),
    ...profileFaults(bufferOf(decodeStream(pdf, profile))),
  ];
}

/** The header of an ICC profile (ICC.1:2010, 7.2). */
function profileFaults(bytes: Buffer): readonly Fault[] {
  const field = (at: number): string => bytes.toString('latin1', at, at + 4);
  return says(
    (!['mntr', 'prtr'].includes(field(12)) || field(16) !== 'RGB ' || field(36) !== 'acsp') &&
      'the profile is not one of an RGB device',
    bytes.length < 128 || bytes.readUInt32BE(0) !== bytes.length ? 'the profile is cut off' : false,
  );
}

function taggedFaults({ pdf, catalog, elements }: LintView): readonly Fault[] {
  const mark = dictAt(pdf, catalog, 'MarkInfo');
  return says(
    mark?.get('Marked') !== true && 'the file is not marked as tagged',
    mark?.get('Suspects') === true && 'the tags are said to be doubtful',
    dictAt(pdf, catalog, 'ViewerPreferences')?.get('DisplayDocTitle') !== true &&
      'viewers are not asked to show the title',
    elements.length === 0 && 'there is no structure tree',
  );
}

/** Conditions on the metadata. */
export const metadataConditions: readonly Condition[] = [
  { rule: 'metadata', clause: 'PDF/A 6.6.2', check: metadata },
  { rule: 'identification', clause: 'PDF/A 6.6.4, PDF/UA 5', check: identification },
  { rule: 'title', clause: 'PDF/UA 7.1', check: title },
  { rule: 'machine', clause: 'own', check: machine },
  { rule: 'output-intent', clause: 'PDF/A 6.2.3', check: outputIntent },
  { rule: 'tagged', clause: 'PDF/UA 6.2', check: taggedFaults },
];
