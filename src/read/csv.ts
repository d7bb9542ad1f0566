/**
 * Comma-separated values (RFC 4180) as spreadsheets write them: with commas, semicolons or tabs.
 */

export interface CsvRecord {
  /** 1-based line on which it begins. */
  readonly line: number;
  readonly fields: readonly string[];
}

/** The records of a CSV file (RFC 4180). */
export interface CsvTable {
  /** Lines without any text are left out. */
  readonly records: readonly CsvRecord[];
  /** Set where the text breaks off inside quotation marks. */
  readonly unclosed: { readonly line: number } | null;
}

/**
 * A field in quotation marks, or a plain one; then what ends it. One way to match, so that it is
 * linear.
 */
const fieldIn = (separator: string): RegExp =>
  new RegExp(
    `(?:"([^"]*(?:""[^"]*)*)"(?!")([^${separator}\\r\\n]*)|([^${separator}\\r\\n]*))(${separator}|\\r\\n|\\n|\\r|$)`,
    'uy',
  );

/**
 * Quoted fields may hold separators, line ends and doubled quotation marks; text behind a closing
 * mark belongs to the field.
 */
export function readCsv(text: string): CsvTable {
  const field = fieldIn(separatorOf(text));
  const records: CsvRecord[] = [];
  let fields: string[] = [];
  let [begins, line] = [1, 1];
  while (field.lastIndex < text.length || fields.length > 0) {
    const [whole, quoted, rest, plain, end] = field.exec(text)!;
    if (quoted === undefined && plain!.startsWith('"')) return { records, unclosed: { line } };
    fields.push(valueOfField(quoted, rest!, plain!));
    line += whole.match(/\r\n|\n|\r/gu)?.length ?? 0;
    if (end !== '' && !/[\r\n]/u.test(end!)) continue;
    if (fields.some((value) => value !== '')) records.push({ line: begins, fields });
    [fields, begins] = [[], line];
  }
  return { records, unclosed: null };
}

const CSV_SEPARATORS = [',', ';', '\t'];

/** The separator that stands most often in the first line. */
function separatorOf(text: string): string {
  const [first = ''] = text.split(/[\r\n]/u, 1);
  const count = (sign: string): number => first.split(sign).length;
  return CSV_SEPARATORS.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

const valueOfField = (quoted: string | undefined, rest: string, plain: string): string =>
  (quoted === undefined ? plain : quoted.replaceAll('""', '"') + rest).trim();
