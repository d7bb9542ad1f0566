/**
 * Briefs that are hard on an EPUB: signs that XML can't hold, scripts, sizes, everything that
 * Markdown can say.
 */
import type { Brief, Edition } from '../../src/types.ts';
import { editionFrom, image } from './epub.ts';

type Case = readonly [text: string, change?: (brief: Brief) => Brief];

const meta =
  (more: Partial<Brief['meta']>) =>
  (brief: Brief): Brief => ({ ...brief, meta: { ...brief.meta, ...more } });

const WORDS = 'the quay will be mended before the winter and the toll will pay for it ';
const said = (i: number): string => `“Sentence ${i} about ${WORDS.trim()},” said Ida Moen.`;
const many = <T>(n: number, make: (i: number) => T): T[] =>
  Array.from({ length: n }, (_, i) => make(i + 1));

export const hardBriefs: Readonly<Record<string, Case>> = {
  'signs': [
    `# Signs\n\n“We said a < b & c > d,” said Ida Moen.\n\n## A <b> & "B"\n\n${said(1)} See [elsewhere](https://example.org/?a=1&b="2").\n\n# Participants\n\n- Ida Moen – pilot & <chair>\n`,
    meta({
      title: 'A <i>title</i> & "more" \'signs\' ]]> \u0001\ufffe {{x}}',
      subtitle: 'Sub & title',
      authors: many(50, (i) => `Author <${i}> & Co`),
      publisher: 'Press & <Sons>',
      rights: 'All & some "rights"',
      description: 'About <this>',
      keywords: ['a & b', 'c'],
      series: { name: 'Series & more', position: 2.5 },
      classification: 'For "us"',
      disclosure: 'None & all',
      status: 'draft',
      date: '2025-03-17T10:00:00Z',
      identifier: 'https://example.org/brief?a=1&b=2',
    }),
  ],
  'long-title': [
    `# T\n\n${said(1)}\n`,
    meta({ title: `${WORDS.repeat(5).slice(0, 299)}!`, subtitle: WORDS.repeat(6) }),
  ],
  'undated': ['Only words, no heading and no quotation.\n', meta({ lang: 'qqq', date: null })],
  'same-sections': [
    `# One\n\n${said(1)}\n\n# One\n\n${said(1)}\n\n## *One*\n\n${said(2)}\n\n# \n\nEmpty heading.\n\n##### Deep\n\n${said(3)}\n`,
  ],
  'arabic': [
    '---\nlang: ar\ntitle: ملخص الأدلة\n---\n\n# الملخص\n\nقالت ليلى حداد: «سنصلح الرصيف قبل الشتاء، ولن ننتظر المال.»\n\n# المشاركون\n\n- ليلى حداد – رئيسة المرفأ\n',
  ],
  'hebrew-memo': [
    '---\nlang: he\ntitle: תקציר\n---\n\n# תקציר\n\n”נתקן את הרציף לפני החורף“ אמרה רות לוי.\n',
  ],
  'japanese': [
    '---\nlang: ja\ntitle: 証拠の概要\n---\n\n# 要約\n\n田中さんは「冬が来る前に岸壁を直します。お金は待ちません。」と述べた。\n\n# 参加者\n\n- 田中 – 港長\n',
  ],
  'everything': [
    [
      '# Everything',
      '',
      `${said(1)} With a note.[^1] And again.[^1] Another.[^two]`,
      '',
      '| Left | Right | Mid |',
      '|:-----|------:|:---:|',
      '| “We will mend it all,” she said | 2 | 3 |',
      '| a |  | <b>c</b> |',
      '',
      '1. one',
      '   - nested `code & <tag>`',
      '   - [x] done',
      '7. two  \n   broken',
      '',
      '> Block words that were said by someone at the quay.',
      '>',
      '> — Ida Moen',
      '',
      '![A map of the quay](map.png) and ![](blank.gif "a title")',
      '',
      '```js',
      'if (a < b && c) { /* ]]> */ }',
      '```',
      '',
      '<script>alert(1)</script> ~~gone~~ **strong *both*** <https://example.org>',
      '',
      '---',
      '',
      '::: context',
      'A note on words.',
      ':::',
      '',
      '[^1]: The first note, “with words”.',
      '[^two]: The second.',
      '',
      '    And its paragraph.',
      '',
      '# Participants',
      '',
      '- Ida Moen – pilot',
    ].join('\n'),
    (brief) => ({
      ...brief,
      assets: [image('map.png', 'image/png'), image('blank.gif', 'image/gif')],
    }),
  ],
  'long': [
    [
      '# Long',
      '',
      many(1500, (i) => `- item ${i} ${WORDS}`).join('\n'),
      '',
      '| A | B |\n|---|---|',
      many(1200, (i) => `| ${i} | ${WORDS} |`).join('\n'),
      '',
      '# Long paragraphs',
      '',
      many(900, (i) => `Paragraph ${i}: ${WORDS.repeat(2)}`).join('\n\n'),
      '',
      '# A long quotation',
      '',
      `“${many(140, (i) => `Sentence ${i}: ${WORDS.trim()}.`).join(' ')}” said Ida Moen.`,
    ].join('\n'),
  ],
  'many-notes': [
    many(100, (i) => `# Section ${i}\n\n${many(50, (j) => said(i * 100 + j)).join('\n\n')}`).join(
      '\n\n',
    ),
  ],
};

const made = new Map<string, Promise<Edition>>();

/** The edition of a hard brief; each is made once. */
export function hardEdition(name: string): Promise<Edition> {
  const edition = made.get(name) ?? editionFrom(...hardBriefs[name]!);
  made.set(name, edition);
  return edition;
}
