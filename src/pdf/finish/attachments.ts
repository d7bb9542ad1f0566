/** Files that travel inside the PDF (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8). */
import { createHash } from 'node:crypto';
import type { Attachment, PdfFacts } from '../facts.ts';
import {
  PdfError,
  pdfString,
  catalogOf,
  dict,
  dictAt,
  stream,
  type PdfDraft,
  type PdfString,
  type Ref,
} from '../model.ts';
import { cleanText, textString } from '../strings.ts';
import { pdfDate } from './metadata.ts';

/**
 * Embeds the files, sorted by name, and associates them with the document. PdfError for a name with
 * a path, or two files of one name.
 */
export function addAttachments(draft: PdfDraft, { attachments, modified }: PdfFacts): void {
  if (attachments.length === 0) return;
  const catalog = catalogOf(draft);
  const date = modified === null ? undefined : pdfDate(modified);
  const files = byAttachmentName(attachments).map(({ name, file }) => ({
    name,
    file: embedFile(draft, file, name, date),
  }));
  const names = dictAt(draft, catalog, 'Names') ?? dict({});
  names.set('EmbeddedFiles', dict({ Names: files.flatMap(({ name, file }) => [name, file]) }));
  catalog.set('Names', names);
  catalog.set(
    'AF',
    files.map(({ file }) => file),
  );
}

/** Files with their names as the PDF has them, sorted by these. */
function byAttachmentName(
  attachments: PdfFacts['attachments'],
): readonly { readonly name: PdfString; readonly file: PdfFacts['attachments'][number] }[] {
  const rows = attachments
    .map((file) => ({ name: attachmentName(file), file }))
    .sort((a, b) => (a.name.bytes < b.name.bytes ? -1 : 1));
  const twice = rows.find((row, i) => row.name.bytes === rows[i + 1]?.name.bytes);
  if (twice) throw new PdfError('two attachments of one name', twice.file.name);
  return rows;
}

function attachmentName({ name }: Attachment): PdfString {
  if (name === '' || cleanText(name) !== name || /[/\\]/u.test(name))
    throw new PdfError('not a file name', JSON.stringify(name));
  return textString(name);
}

function embedFile(
  draft: PdfDraft,
  file: Attachment,
  name: PdfString,
  date: PdfString | undefined,
): Ref {
  const sum = pdfString(createHash('md5').update(file.bytes).digest().toString('latin1'));
  const content = draft.add(
    stream(
      {
        Type: 'EmbeddedFile',
        Subtype: file.mediaType,
        Params: dict({ Size: file.bytes.length, ModDate: date, CheckSum: sum }),
      },
      file.bytes,
    ),
  );
  return draft.add(
    dict({
      Type: 'Filespec',
      F: name,
      UF: name,
      Desc: textString(file.description),
      AFRelationship: file.relationship,
      EF: dict({ F: content, UF: content }),
    }),
  );
}
