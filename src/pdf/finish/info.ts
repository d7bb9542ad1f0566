/** The document information dictionary (ISO 32000-1, 14.3.3): who made what, and nothing about the machine. */
import type { PdfFacts } from '../facts.ts';
import { PdfError, bytesOf, dict, type Draft, type PdfString } from '../model.ts';
import { clean, textString } from '../strings.ts';

/** Replaces the browser's own entries. */
export function writeInfo(draft: Draft, facts: PdfFacts): void {
  const date = facts.modified === null ? undefined : pdfDate(facts.modified);
  draft.trailer.set(
    'Info',
    draft.add(
      dict({
        Title: textString(facts.title),
        Author: optional(facts.authors.map(clean).join(', ')),
        Subject: optional(facts.subject),
        Keywords: optional(facts.keywords.map(clean).join(', ')),
        Creator: textString(facts.creator),
        Producer: textString(facts.producer),
        CreationDate: date,
        ModDate: date,
      }),
    ),
  );
}

const optional = (text: string | null): PdfString | undefined => (text ? textString(text) : undefined);

const DATE = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[-+]\d\d:\d\d)?)?$/u;

/** An ISO 8601 date as `YYYY-MM-DDThh:mm:ssZ`, in universal time. PdfError for any other text. */
export function utc(iso: string): string {
  const match = DATE.exec(iso);
  const time = match ? Date.parse(match[4] === undefined || match[7] !== undefined ? iso : `${iso}Z`) : Number.NaN;
  if (Number.isNaN(time)) throw new PdfError('not an ISO 8601 date', iso);
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** The same as a PDF date (7.9.4). */
export const pdfDate = (iso: string): PdfString => bytesOf(`D:${utc(iso).replaceAll(/[-:TZ]/gu, '')}Z`);
