/**
 * Page labels of the EPUB beside the print: behind every mark stand the words with which that page
 * begins, in generated matter too, and a page without a mark is named.
 */
import { join } from 'node:path';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { sharedPress } from './support/press.ts';
import { inFolder } from './support/snapshot.ts';
import { readTexts } from '../src/pdf/text.ts';
import { comparedLetters } from '../src/print/flow.ts';

const many = (n: number, make: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => make(i + 1)).join('\n');
const prose = (i: number): string =>
  `In winter ${i} the ferry left the northern quay before dawn and came back after dark, as the harbour book says; nobody counted the passengers, and the fog lay on the water until spring of that year.\n`;
const said = (i: number): string =>
  `“We counted ${i} passengers on the quay that morning and none at night,” said Ida Moen.\n`;
const head = (more = ''): string =>
  `---\ntitle: The Night Ferry\nlang: en\nparticipants: [Ida Moen]\n${more}---\n\n# What Was Said\n\n`;

const BRIEFS: Readonly<Record<string, string>> = {
  'prose': head() + many(60, prose),
  'headings': head() + many(30, (i) => `## Winter ${i}\n\n${prose(i)}`),
  'a table over pages': `${head()}| Vessel | Place |\n|---|---|\n${many(120, (i) => `| boat ${i} | berth ${i * 7} |`)}\n\n${said(1)}`,
  'a wide table': `${head()}${prose(1)}\n| A | B | C | D | E | F | G |\n|---|---|---|---|---|---|---|\n${many(60, (i) => `| ${i} | two words | three words of it | ${i * 3} | five | six | ${i * 7} |`)}\n`,
  'quotations': head() + many(90, said),
  'terms':
    head() +
    many(110, (i) => `The word “crossing ${i}” was used in the book of that year as a term.\n`),
  'lists and footnotes': `${head()}${many(70, (i) => `- berth ${i}, where the boat of that year lay for ${i} weeks[^${i}]`)}\n\n${many(70, (i) => `[^${i}]: As the harbour book says on leaf ${i}, in the hand of its clerk.\n`)}`,
  'a long source note': `${head(`sources:\n${many(60, (i) => `  - citation: Harbour book, volume ${i}, kept by the clerk of the northern quay`)}\n`)}${said(1)}`,
  'code': `${head()}\`\`\`\n${many(150, (i) => `line ${i} of the log`)}\n\`\`\`\n\n${said(1)}`,
  'Japanese': `---\ntitle: 夜のフェリー\nlang: ja\n---\n\n# 報告\n\n${many(40, (i) => `第${i}の冬、フェリーは夜明け前に北の岸壁を出て、暗くなってから戻った。乗客を数えた者はなく、春まで霧が水の上にあった。\n`)}`,
};
const SAMPLES = ['harbour-hearing', 'ushakov-call'];

interface Label {
  readonly label: string;
  /** Letters behind its mark in the EPUB, and letters with which the page begins in print. */
  readonly marked: string;
  readonly printed: string;
}

const ENOUGH = 16;

/** Letters that readers see in markup. */
const lettersOf = (markup: string): string =>
  comparedLetters(
    markup
      // In print the verdict stands behind the words.
      .replaceAll(/<span class="verdict"><span[^>]*>[^<]*<\/span>[^<]*<\/span>/gu, '')
      .replaceAll(/<[^>]*>/gu, '')
      .replaceAll(/&#x?[0-9a-f]+;|&nbsp;/giu, ' ')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
      .replaceAll(/[“”]/gu, ''),
  );

async function labelsOf(
  folder: string,
  theme: string,
): Promise<{ readonly labels: readonly Label[]; readonly told: string; readonly pages: number }> {
  const press = sharedPress(theme);
  const proof = await press.proof(folder);
  const [pdf, epub] = await press.print(proof, ['pdf', 'epub']);
  const zip = await JSZip.loadAsync(epub!.bytes);
  const read = (name: string): Promise<string> => zip.file(`OEBPS/${name}`)!.async('string');
  const files = [...(await read('toc.xhtml')).matchAll(/href="([^"#]+)#page\.([^"]+)"/gu)];
  const pages = readTexts(pdf!.bytes).text.map(({ text }) =>
    comparedLetters(text.replaceAll(/[“”]/gu, '')),
  );
  // The front is counted in roman, and all of it is marked.
  const roman = files.filter(([, , label]) => /^[ivx]+$/u.test(label!)).length;
  const labels = files.map(async ([, file, label]): Promise<Label> => {
    const markup = await read(file!);
    const at = markup.indexOf('>', markup.indexOf(`id="page.${label}"`)) + 1;
    const page = /^\d+$/u.test(label!) ? roman + Number(label) - 1 : ROMAN.indexOf(label!);
    return {
      label: label!,
      marked: lettersOf(markup.slice(at)).slice(0, ENOUGH),
      printed: pages[page]?.slice(0, ENOUGH) ?? '',
    };
  });
  return {
    labels: await Promise.all(labels),
    told: proof.file.messages.map(String).join('\n'),
    pages: pages.length,
  };
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi'];

/** What is wrong with the labels of a book; the book itself begins with its title page. */
function faultsOf({
  labels,
  told,
  pages,
}: Awaited<ReturnType<typeof labelsOf>>): readonly unknown[] {
  const wrong = labels
    .slice(1)
    .filter(({ marked, printed }) => !marked.startsWith(printed.slice(0, 8)));
  return [
    ...wrong,
    ...(labels.length >= pages * 0.6 ? [] : [`only ${labels.length} of ${pages}`]),
    ...(told.includes('of the print begin') === labels.length < pages ? [] : [told]),
  ];
}

test.each(Object.keys(BRIEFS))('%s', (name) =>
  inFolder({ 'brief.md': BRIEFS[name]! }, async (cwd) => {
    expect(faultsOf(await labelsOf(join(cwd, 'brief.md'), 'classic'))).toEqual([]);
  }),
);

test.each(SAMPLES)('%s', async (name) => {
  const folder = join(import.meta.dirname, '../content', name);
  for (const theme of ['classic', 'memo'])
    expect(faultsOf(await labelsOf(folder, theme))).toEqual([]);
});
