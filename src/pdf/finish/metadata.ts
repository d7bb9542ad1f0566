/**
 * What the file says of itself: information dictionary, catalog (ISO 32000-1, 14.3.3, 7.7.2 and
 * 12.4.2), and XMP (ISO 16684-1; ISO 19005-3, 6.6; ISO 14289-1, 5) with the same facts, for
 * archives. Who made what, and nothing about the machine.
 */
import type { PdfFacts, LabelRange } from '../facts.ts';
import {
  PdfError,
  pdfString,
  dict,
  type PdfDraft,
  type PdfString,
  catalogOf,
  dictAt,
  type Dict,
  stream,
} from '../model.ts';
import { cleanText, textString } from '../strings.ts';

/** Replaces the browser's own entries. */
export function writeInfo(draft: PdfDraft, facts: PdfFacts): void {
  const date = facts.modified === null ? undefined : pdfDate(facts.modified);
  draft.trailer.set(
    'Info',
    draft.add(
      dict({
        Title: textString(facts.title),
        Author: optional(facts.authors.map(cleanText).join(', ')),
        Subject: optional(facts.subject),
        Keywords: optional(facts.keywords.map(cleanText).join(', ')),
        Creator: textString(facts.creator),
        Producer: textString(facts.producer),
        CreationDate: date,
        ModDate: date,
      }),
    ),
  );
}

const optional = (text: string | null): PdfString | undefined =>
  text ? textString(text) : undefined;

const DATE = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[-+]\d\d:\d\d)?)?$/u;

/** An ISO 8601 date as `YYYY-MM-DDThh:mm:ssZ`, in universal time. PdfError for any other text. */
export function utc(iso: string): string {
  const match = DATE.exec(iso);
  const time = match
    ? Date.parse(match[4] === undefined || match[7] !== undefined ? iso : `${iso}Z`)
    : Number.NaN;
  if (Number.isNaN(time)) throw new PdfError('not an ISO 8601 date', iso);
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** The same as a PDF date (7.9.4). */
export const pdfDate = (iso: string): PdfString =>
  pdfString(`D:${utc(iso).replaceAll(/[-:TZ]/gu, '')}Z`);

/** The catalog: language, title in the window, and page labels. */
export function describeCatalog(draft: PdfDraft, facts: PdfFacts): void {
  const catalog = catalogOf(draft);
  catalog.delete('Version');
  catalog.set('Lang', textString(facts.lang));
  const preferences = dictAt(draft, catalog, 'ViewerPreferences') ?? dict({});
  catalog.set('ViewerPreferences', preferences.set('DisplayDocTitle', true));
  catalog.delete('PageLabels');
  if (facts.pageLabels.length > 0)
    catalog.set(
      'PageLabels',
      dict({ Nums: facts.pageLabels.flatMap((range) => [range.index, labelDict(range)]) }),
    );
}

const labelDict = ({ style, prefix, start }: LabelRange): Dict =>
  dict({
    S: style === 'none' ? undefined : style,
    P: prefix === undefined ? undefined : textString(prefix),
    St: start === 1 ? undefined : start,
  });

/** Adds the XMP packet (ISO 16684-1) with the same facts as the info dictionary. */
export function addMetadata(draft: PdfDraft, facts: PdfFacts): void {
  catalogOf(draft).set(
    'Metadata',
    draft.add(stream({ Type: 'Metadata', Subtype: 'XML' }, Buffer.from(xmpOf(facts), 'utf8'))),
  );
}

const ENTITY_OF_SIGN: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as XML character data, without controls. */
const escapedXmp = (text: string): string =>
  cleanText(text).replaceAll(/[&<>"']/gu, (sign) => ENTITY_OF_SIGN[sign]!);

const simple = (name: string, text: string): string => `<${name}>${escapedXmp(text)}</${name}>`;
const xmpList = (name: string, kind: 'Seq' | 'Bag', texts: readonly string[]): string =>
  texts.length === 0
    ? ''
    : `<${name}><rdf:${kind}>${texts.map((text) => `<rdf:li>${escapedXmp(text)}</rdf:li>`).join('')}</rdf:${kind}></${name}>`;
const defaulted = (name: string, text: string): string =>
  `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapedXmp(text)}</rdf:li></rdf:Alt></${name}>`;

/** The properties. Dates and standards are named only where the facts name them. */
const xmpProperties = (facts: PdfFacts): readonly string[] =>
  [
    simple('dc:format', 'application/pdf'),
    defaulted('dc:title', facts.title),
    xmpList('dc:creator', 'Seq', facts.authors),
    facts.subject ? defaulted('dc:description', facts.subject) : '',
    xmpList('dc:subject', 'Bag', facts.keywords),
    xmpList('dc:language', 'Bag', [facts.lang]),
    simple('xmp:CreatorTool', facts.creator),
    ...dates(facts.modified),
    simple('pdf:Producer', facts.producer),
    facts.keywords.length > 0
      ? simple('pdf:Keywords', facts.keywords.map(cleanText).join(', '))
      : '',
    ...conformanceClaims(facts.claims),
  ].filter((row) => row !== '');

/** The packet. */
function xmpOf(facts: PdfFacts): string {
  return `<?xpacket begin="\u{feff}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" ${XMP_NAMESPACES}>
${xmpProperties(facts).join('\n')}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

const XMP_NAMESPACES = Object.entries({
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
  pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
  pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#',
})
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

const dates = (modified: string | null): readonly string[] =>
  modified === null
    ? []
    : ['xmp:CreateDate', 'xmp:ModifyDate', 'xmp:MetadataDate'].map((name) =>
        simple(name, utc(modified)),
      );

function conformanceClaims({ pdfa, pdfua }: PdfFacts['claims']): readonly string[] {
  return [
    ...(pdfa === '3a' ? [simple('pdfaid:part', '3'), simple('pdfaid:conformance', 'A')] : []),
    ...(pdfua ? [simple('pdfuaid:part', '1'), PDFUA_SCHEMA] : []),
  ];
}

/** PDF/A wants every schema that it does not know described (ISO 19005-3, 6.6.2.3.2). */
const PDFUA_SCHEMA = `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>`;
