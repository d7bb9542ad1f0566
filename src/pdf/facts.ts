/** What the press tells about a print, so that the PDF can tell it too. */

/** A range of pages that are counted together (ISO 32000-1, 12.4.2). */
export interface LabelRange {
  /** First physical page of the range, from 0. */
  readonly index: number;
  /** Lower-case roman, decimal, or no number. */
  readonly style: 'r' | 'D' | 'none';
  readonly prefix?: string;
  /** Number of the first page of the range. */
  readonly start: number;
}

/** Distances from the sheet's edges to the page area, in points. */
interface Margins {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/** A file that travels inside the PDF (ISO 19005-3, 6.8). */
export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly description: string;
  readonly relationship: 'Source' | 'Data' | 'Alternative' | 'Supplement' | 'Unspecified';
}

/** What a finished PDF says about itself. */
export interface PdfFacts {
  readonly title: string;
  readonly authors: readonly string[];
  readonly subject: string | null;
  readonly keywords: readonly string[];
  /** BCP 47. */
  readonly lang: string;
  /** `briefpress <version>`. */
  readonly creator: string;
  readonly producer: string;
  /** ISO 8601 date or date-time; null = the file carries no dates at all. */
  readonly modified: string | null;
  /** Ascending by index, the first at 0. */
  readonly pageLabels: readonly LabelRange[];
  /** For all pages, or per physical page from 0. */
  readonly margins: Margins | ((page: number) => Margins);
  /** Says in the document's language where a link leads: `#id` for an anchor, otherwise the URI. */
  readonly linkContents: (target: string) => string;
  readonly attachments: readonly Attachment[];
  /** Standards that the metadata names. The steps are the same without. */
  readonly claims: { readonly pdfa: '3a' | null; readonly pdfua: boolean };
}
