/** The sample brief, several times over: what the press does at 1, 10 and 50 times its size. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes `<folder>/brief.md` with the body of the sample repeated `times` times, and its
 * transcript. Words that make quotations alike are varied by the part's number, so that every part
 * has quotations of its own.
 */
export function writeBrief(sample: string, folder: string, times: number): string {
  mkdirSync(folder, { recursive: true });
  const text = readFileSync(join(sample, 'brief.md'), 'utf8');
  const transcript = readFileSync(join(sample, 'transcript.txt'), 'utf8');
  const end = text.indexOf('\n---\n', 4) + 5;
  const [head, body] = [text.slice(0, end), text.slice(end)];
  writeFileSync(
    join(folder, 'brief.md'),
    head + parts(times, (n) => (n === 1 ? body : numbered(body, n))),
  );
  writeFileSync(
    join(folder, 'transcript.txt'),
    parts(times, (n) => (n === 1 ? transcript : numbered(transcript, n))),
  );
  return folder;
}

const parts = (times: number, part: (n: number) => string): string =>
  Array.from({ length: times }, (_, i) => part(i + 1)).join('\n');

/** Other figures in every part: “fifty-five” becomes “fifty-five and 3”. */
const numbered = (text: string, n: number): string =>
  text
    .replaceAll(/^(# .+)$/gmu, `$1 (${n})`)
    .replaceAll(/\b(the|die|and|I) /gu, (word) => `${word}part-${n} `)
    .replaceAll(/^# (Source|Participants) \(\d+\)$/gmu, `# Notes on $1 (${n})`);

/** Writes the sample as somebody would paste it: headings and paragraphs, and no markup. */
export function pastedBrief(sample: string, folder: string): string {
  const text = readFileSync(join(sample, 'brief.md'), 'utf8');
  const body = text.slice(text.indexOf('\n---\n', 4) + 5);
  const path = join(folder, 'pasted.txt');
  writeFileSync(
    path,
    `Who Mends the North Quay?\n${body.replaceAll(/^#+ /gmu, '').replaceAll(/^:::?.*$/gmu, '')}`,
  );
  return path;
}
