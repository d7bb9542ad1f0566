/**
 * Briefs in scripts whose letters are put together from parts: printed in fonts of their own, every
 * glyph with its text, and a sign that a font lacks never printed as a box.
 */
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { printed, squeezed } from './support/spoken.ts';
import { sharedPress } from './support/press.ts';
import { inFolder } from './support/snapshot.ts';
import { allFonts, toUnicodeOf } from '../src/pdf/fonts.ts';
import { nameAt } from '../src/pdf/model.ts';
import { openPdf } from '../src/pdf/parse.ts';
import { readTags } from '../src/pdf/tags.ts';
import { lintPdf } from '../src/pdf/lint.ts';
import { checkGlyphs } from '../src/print/unshown.ts';
import { finishPdf } from '../src/pdf/finish.ts';
import { facts, fixture } from './support/pdf.ts';

const press = sharedPress();

const print = async (text: string) =>
  inFolder({ 'brief.md': text }, async (folder) => {
    const proof = await press.proof(folder);
    const pdf = printed(await press.print(proof, ['pdf']), proof);
    return { pdf, rules: proof.file.messages.map(({ ruleId }) => ruleId) };
  });

/** Words, and a glyph of each font with what it must read as. */
const SCRIPTS: readonly (readonly [lang: string, words: string, font: string, reads: string])[] = [
  ['ar', 'وصلت السفينة عند الفجر، ثم بقيت في الميناء', 'Arabic', 'ل'],
  ['hi', 'नाव सुबह पहुँची और बन्दरगाह में रुकी, क्योंकि विद्युत् नहीं थी', 'Devanagari', 'द्य'],
  ['ta', 'படகு காலையில் துறைமுகத்தை வந்தடைந்தது, கோபுரம்', 'Tamil', 'கு'],
  ['th', 'เรือมาถึงท่าตอนเช้า น้ำลึก ผู้คนยังอยู่ที่นี่', 'Thai', 'า'],
];

test.each(SCRIPTS)('%s: %s', async (lang, words, font, reads) => {
  const { pdf, rules } = await print(
    `---\ntitle: ${words}\nlang: ${lang}\n---\n\n# ${words}\n\n${words}.\n`,
  );
  expect(rules).not.toContain('pdf-conformance');
  expect(lintPdf(pdf)).toEqual([]);
  const said = readTags(pdf).map(({ text }) => squeezed(text).normalize('NFKC'));
  expect(said.join()).toContain(squeezed(`${words}.`).normalize('NFKC'));
  const read = openPdf(pdf);
  const own = allFonts(read).filter(({ dict }) =>
    nameAt(read, dict, 'BaseFont')?.includes(`NotoSans${font}`),
  );
  const texts = own.flatMap(({ dict }) => [...toUnicodeOf(read, dict)!.text.values()]);
  expect(texts).not.toEqual([]);
  expect(texts).toContain(reads);
});

test('a box in print is an error at the sign that it stands for', () => {
  const file = new VFile({
    path: 'brief.md',
    value: 'A title\n\nA letter that no font here has: 文\n',
  });
  checkGlyphs(openPdf(finishPdf(fixture('missing'), facts)), file);
  expect(file.messages.map(String)).toEqual([
    'brief.md:3:33: The font has no glyph for the character 文 (U+6587), on page 1 of the PDF',
  ]);
});
