/** The door to the parser of mails: MIME (RFC 2045–2049) as bytes → texts and attachments. */
import PostalMime, { type Address, type Email } from 'postal-mime';
import { ImportRefusal } from '../imported.ts';

/** A mail, decoded. */
export interface ParsedMail {
  readonly subject: string | null;
  /** Names as they are written; addresses where there is no name. */
  readonly from: readonly string[];
  /** `To: …` and the like, each on a line. */
  readonly to: readonly string[];
  /** As the sender’s own clock has it: ISO 8601, the day alone. */
  readonly date: string | null;
  readonly html: string | null;
  readonly text: string | null;
  readonly isEncrypted: boolean;
  readonly files: readonly MailFile[];
}

/** A file that came with a mail, or in it. */
export interface MailFile {
  readonly name: string | null;
  readonly type: string;
  /** Without its brackets; null where nothing refers to it. */
  readonly contentId: string | null;
  readonly bytes: Uint8Array;
}

/** Parses a whole mail. Refuses import-damaged. */
export async function parsedMail(bytes: Uint8Array): Promise<ParsedMail> {
  const mail = await PostalMime.parse(bytes, {
    attachmentEncoding: 'arraybuffer',
    forceRfc822Attachments: true,
    maxNestingDepth: 32,
  }).catch((error: unknown) => {
    throw new ImportRefusal(
      'import-damaged',
      `The mail can’t be read: ${(error as Error).message}`,
    );
  });
  return {
    subject: mail.subject?.trim() || null,
    from: addressNames(mail.from ? [mail.from] : []),
    to: recipientLines(mail),
    date: sentDay(mail),
    html: mail.html ?? null,
    text: mail.text ?? null,
    isEncrypted: /multipart\/encrypted|pkcs7-mime[^]*enveloped/iu.test(
      headerOf(mail, 'content-type'),
    ),
    files: mail.attachments.map(({ filename, mimeType, contentId, content }) => ({
      name: filename,
      type: mimeType,
      contentId: contentId?.replaceAll(/^<|>$/gu, '') ?? null,
      bytes: new Uint8Array(content as ArrayBuffer),
    })),
  };
}

const headerOf = (mail: Email, name: string): string =>
  mail.headers.find(({ key }) => key === name)?.value ?? '';

const addressNames = (all: readonly Address[]): string[] =>
  all.flatMap((one) =>
    one.group ? addressNames(one.group) : [one.name.trim() || (one.address ?? '')],
  );

const recipientLines = (mail: Email): readonly string[] =>
  (['to', 'cc', 'bcc'] as const).flatMap((key) => {
    const names = addressNames(mail[key] ?? []);
    return names.length > 0 ? [`${key}: ${names.join(', ')}`] : [];
  });

const MAIL_MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** RFC 5322, 3.3: the day as it is written, in whatever zone. */
function sentDay(mail: Email): string | null {
  const [, day, month, year] =
    /(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})/u.exec(headerOf(mail, 'date')) ?? [];
  const index = MAIL_MONTHS.indexOf(month?.toLowerCase() ?? '');
  return index < 0
    ? null
    : `${year}-${String(index + 1).padStart(2, '0')}-${day!.padStart(2, '0')}`;
}
