/** PDF files with text at given places, without a browser: pages of depositions, of columns. */

/** A piece of text on a page; points from the lower left corner. */
export interface Typeset {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

/** A PDF that asks for a password (ISO 32000-1, 7.6). */
export function lockedPdf(): Uint8Array {
  const plain = Buffer.from(typesetPdf([[{ text: 'Secret.', x: 72, y: 700 }]])).toString('latin1');
  const key = 'ab'.repeat(32);
  const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >> /ID [<00> <00>]`;
  return Uint8Array.from(Buffer.from(plain.replace('/Root', `${lock} /Root`), 'latin1'));
}

const WIDTH = 612;
const HEIGHT = 792;

/** A PDF 1.4 (ISO 32000-1) in Courier; letters are those of WinAnsiEncoding. */
export function typesetPdf(pages: readonly (readonly Typeset[])[]): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
  ];
  for (const [i, page] of pages.entries()) {
    const content = page
      .map(
        ({ text, x, y, size = 10 }) => `BT /F ${size} Tf ${x} ${y} Td (${escapedText(text)}) Tj ET`,
      )
      .join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << /F 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(file, 'latin1'));
}

const ANSI: Readonly<Record<string, string>> = {
  '“': '\\223',
  '”': '\\224',
  '’': '\\222',
  '—': '\\227',
};

const escapedText = (text: string): string =>
  text.replaceAll(/[\\()]/gu, '\\$&').replaceAll(/[“”’—]/gu, (char) => ANSI[char]!);

/** Pages of a deposition: a head, a page number, 25 numbered lines each. */
export const depositionPages = (
  lines: readonly string[],
  first: number,
): readonly (readonly Typeset[])[] =>
  Array.from({ length: Math.ceil(lines.length / 25) }, (_, page) => [
    { text: 'Ida Moen - March 14, 2025', x: 72, y: 750 },
    { text: `Page ${first + page}`, x: 480, y: 750 },
    ...lines
      .slice(25 * page, 25 * page + 25)
      .flatMap((text, i): Typeset[] => [
        { text: String(i + 1), x: i < 9 ? 60 : 54, y: 715 - 26 * i },
        ...(text === '' ? [] : [{ text, x: 96, y: 715 - 26 * i }]),
      ]),
    { text: 'Harbour Reporting Service  555-0100', x: 180, y: 40 },
  ]);
