/**
 * Quotations in another language than the brief: marked where that is sure, in print, on screens
 * and in the EPUB; silent elsewhere.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { foreignLanguage } from '../src/languages/foreign.ts';
import { languagesByPlace } from '../src/views/say.ts';
import { compose } from '../src/compose/index.ts';
import { ledgerFor } from '../src/judge.ts';
import { findQuotations } from '../src/quotes/index.ts';
import { unpacked } from './support/archive.ts';
import { briefpress } from './support/commands.ts';
import { briefOf } from './support/markdown.ts';
import { inFolder } from './support/snapshot.ts';

describe('the language of quoted words', () => {
  test.each([
    ['Aber wir wollen die Rechnung sehen, jedes Jahr, und zwar öffentlich.', '„“', 'en', 'de'],
    ['Das ist nicht so einfach', '', 'en-GB', 'de'],
    ['We will run it until the last passenger is home', '', 'de', 'en'],
    ['Nous ne pouvons pas vivre avec cette taxe.', '«»', 'en', 'fr'],
    ['No podemos vivir con este peaje, y lo saben.', '«»', 'en', 'es'],
    ['Non possiamo vivere con questo pedaggio, e lo sanno.', '', 'en', 'it'],
    ['We kunnen niet leven met het tarief van de haven', '', 'de', 'nl'],
    ['Мы не можем жить с этим, и вы это знаете.', '«»', 'en', 'ru'],
    ['Ми не можемо жити з цим, і ви це знаєте.', '«»', 'en', 'uk'],
    ['最後の乗客が家に帰るまで', '「」', 'en', 'ja'],
    ['我们会一直开到最后一位乘客回家', '“”', 'fr', 'zh'],
    ['لن نعيش مع هذه الرسوم', '', 'en', 'ar'],
    ['We will run it until the last passenger is home', '', 'ja', 'en'],
  ])('%s', (text, marks, around, expected) =>
    expect(foreignLanguage(text, marks, around)).toBe(expected),
  );

  test.each([
    ['We will run it until the last passenger is home', '„“', 'en'],
    ['Le Monde', '«»', 'en'],
    ['Die Zeit', '„“', 'en'],
    ['Charges That Stayed', '', 'de'],
    ['die hard', '', 'en'],
    ['Wie geht es dir?', '', 'de-CH'],
    ['Det var en god dag, og vi var alle på havnen', '', 'da'],
    ['Това е', '', 'en'],
    ['42 %', '', 'en'],
    ['', '', 'en'],
  ])('not told: %s', (text, marks, around) =>
    expect(foreignLanguage(text, marks, around)).toBeNull(),
  );
});

test('each place of a quotation bears its language, fragments too', () => {
  const brief = briefOf(
    'Brandt said: „Aber wir wollen die Rechnung sehen, und zwar öffentlich.“ He said „die Rechnung sehen“ and “we will see it.”',
  );
  const file = new VFile();
  const edition = compose(brief, ledgerFor(brief, findQuotations(brief, file), []), {}, file);
  const [first, second] = edition.ledger.entries;
  expect([...languagesByPlace(edition)]).toEqual([
    [`${first!.id}-1`, 'de'],
    [`${first!.id}-2`, 'de'],
  ]);
  expect(second!.places).toHaveLength(1);
});

test('the web page and the EPUB say it, in the text and in the appendix', () =>
  inFolder(
    {
      'brief.md':
        '# T\n\nBrandt said: „Aber wir wollen die Rechnung sehen, und zwar öffentlich.“\n',
    },
    async (cwd) => {
      const env = { NO_COLOR: '1', BRIEFPRESS_BROWSER: '/nonexistent/chrome' };
      await briefpress(cwd, ['build', 'brief.md', '--to', 'html,epub', '-o', 'out'], { env });
      const [folder] = readdirSync(join(cwd, 'out'));
      const files = readdirSync(join(cwd, 'out', folder!));
      const read = (end: string): Buffer =>
        readFileSync(join(cwd, 'out', folder!, files.find((name) => name.endsWith(end))!));
      expect(
        read('.html')
          .toString()
          .match(/<mark[^>]* lang="de">/gu),
      ).toHaveLength(2);
      const book = Object.values(await unpacked(read('.epub'))).map((bytes) =>
        Buffer.from(bytes as Uint8Array).toString(),
      );
      expect(book.join('').match(/ lang="de" xml:lang="de"/gu)).toHaveLength(2);
    },
  ));
