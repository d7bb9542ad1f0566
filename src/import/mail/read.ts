/** A mail → what an import gives: its own words, its subject as the title, its files as sources. */
import { createHash } from 'node:crypto';
import type { Root } from 'mdast';
import {
  ImportRefusal,
  NO_FRONT,
  type Imported,
  type ImportedFront,
  type ImportRemark,
  type Loss,
} from '../imported.ts';
import { mailFrom } from '../html/mail.ts';
import { tallied } from '../tally.ts';
import { parsedMail, type MailFile, type ParsedMail } from './parse.ts';
import { bareSubject, mailWords } from './words.ts';

/** Reads a mail (RFC 5322). Refuses import-damaged, import-encrypted, import-no-text. */
export async function readMail(bytes: Uint8Array): Promise<Imported> {
  const mail = await parsedMail(bytes);
  if (mail.isEncrypted) throw new ImportRefusal('import-encrypted', 'The mail is encrypted');
  const hasHtml = mail.html !== null && mail.html.trim() !== '';
  if (!hasHtml && (mail.text === null || mail.text.trim() === ''))
    throw new ImportRefusal(
      'import-no-text',
      'The mail has no text',
      'Import what is attached to it: save the attachment, and name that file.',
    );
  const read = hasHtml ? fromHtml(mail) : fromText(mail.text!, mail.subject);
  const title = read.title ?? (mail.subject === null ? null : bareSubject(mail.subject));
  const recipients = mail.to.map(
    (words): Loss => ({
      what: 'recipients',
      words,
      place: 'the head of the mail',
    }),
  );
  const counted = read.counted;
  for (const { words } of recipients) tallied(words, counted);
  if (read.title === null) tallied(title ?? '', counted);
  return {
    kind: 'eml',
    tree: read.tree,
    front: mailFront(mail, title),
    images: read.images,
    comments: [],
    changes: [],
    losses: [...recipients, ...read.losses],
    additions: read.additions,
    remarks: [...read.remarks, ...attachedRemarks(mail.files, read.shown)],
    counted,
    printed: null,
  };
}

type MailBody = Pick<Imported, 'tree' | 'images' | 'losses' | 'additions' | 'counted'> & {
  /** Where an inner mail has a subject of its own. */
  readonly title: string | null;
  readonly remarks: readonly ImportRemark[];
  /** Files that stand in the text. */
  readonly shown: ReadonlySet<MailFile>;
};

const mailFront = ({ from, date, files }: ParsedMail, title: string | null): ImportedFront => ({
  ...NO_FRONT,
  title,
  authors: from.filter((name) => !name.includes('@')),
  date,
  sources: files
    .filter(({ name }) => name !== null)
    .map(({ name, bytes }) => {
      const digest = createHash('sha256').update(bytes).digest('hex');
      return `${name}, attached to the mail (SHA-256 ${digest})`;
    }),
});

const attachedRemarks = (
  files: readonly MailFile[],
  shown: ReadonlySet<MailFile>,
): readonly ImportRemark[] =>
  files
    .filter((file) => !shown.has(file))
    .map(({ name, type, bytes }) => ({
      rule: 'import-attached',
      says: `Attached: ${name ?? `a file without a name (${type})`}, ${bytes.length} bytes, is a source of the brief and no part of its text`,
    }));

function fromHtml(mail: ParsedMail): MailBody {
  const shown = new Set<MailFile>();
  const read = mailFrom(mail.html!, mail.subject, (address) => {
    const id = /^cid:(.+)$/iu.exec(address)?.[1];
    const file = mail.files.find(
      ({ contentId }) => id !== undefined && contentId === decodedContentId(id),
    );
    if (file) shown.add(file);
    return file?.bytes ?? null;
  });
  return { ...read, title: null, shown };
}

const decodedContentId = (id: string): string => {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
};

/** Paragraphs are set off by blank lines; a line that ends with a space goes on (RFC 3676). */
function fromText(source: string, outer: string | null): MailBody {
  const text = source.replaceAll('\r\n', '\n').replaceAll(/(?<!^|\n|-- ) \n(?!>|\n)/gu, ' ');
  const { subject, parts } = mailWords(text, true, outer);
  let [own, at] = ['', 0];
  for (const { start, end } of parts) {
    own += text.slice(at, start);
    at = end;
  }
  own += text.slice(at);
  const title = subject ? text.slice(subject.start, subject.end) : null;
  const losses = parts.map(({ what, start, end }): Loss => {
    const isTitled = subject && subject.start >= start && subject.end <= end;
    return {
      what,
      words: isTitled
        ? `${text.slice(start, subject.start)}${text.slice(subject.end, end)}`
        : text.slice(start, end),
      place: `line ${text.slice(0, start).split('\n').length}`,
    };
  });
  const tree: Root = {
    type: 'root',
    children: own
      .split(/\n[ \t]*\n\s*/u)
      .map((paragraph) => paragraph.trim())
      .filter((paragraph) => paragraph !== '')
      .map((paragraph) => ({
        type: 'paragraph',
        children: paragraph
          .split('\n')
          .flatMap((line, i) => [
            ...(i > 0 ? [{ type: 'break' as const }] : []),
            { type: 'text' as const, value: line.trim() },
          ]),
      })),
  };
  return {
    tree,
    title,
    images: [],
    losses: losses.filter(({ words }) => words.trim() !== ''),
    additions: [],
    remarks: [],
    shown: new Set(),
    counted: tallied(text),
  };
}
