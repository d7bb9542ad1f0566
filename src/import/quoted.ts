/** Whether a place in a paragraph lies between quotation marks. */

const CLOSING_MARKS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '「': '」',
  '"': '"',
};

/** True where a quotation was opened before `at` and not closed. Offsets are UTF-16 code units. */
export function isBetweenMarks(text: string, at: number): boolean {
  const open: string[] = [];
  for (const char of text.slice(0, at)) {
    if (open.length > 0 && CLOSING_MARKS[open.at(-1)!]!.includes(char)) open.pop();
    else if (CLOSING_MARKS[char] !== undefined) open.push(char);
  }
  return open.length > 0;
}

/** True where words hold a quotation mark themselves. */
export const holdsMark = (words: string): boolean => /[“”„«»「」"]/u.test(words);
