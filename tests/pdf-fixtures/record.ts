/**
 * Prints the pages of this folder anew, with the browser named by BRIEFPRESS_BROWSER: `node
 * tests/pdf-fixtures/record.ts`. `rtl.html` asks for DejaVu Sans, which has the scripts that the
 * bundled fonts lack. Each becomes `<name>.pdf` as the browser writes it; `book.html` is also
 * printed without tags, as in a first pass.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, type Browser } from 'puppeteer';

const FOLDER = import.meta.dirname;
const FONTS = join(FOLDER, '../../node_modules/@expo-google-fonts/source-serif-4');

const font = `data:font/ttf;base64,${readFileSync(join(FONTS, '400Regular/SourceSerif4_400Regular.ttf')).toString('base64')}`;

async function print(browser: Browser, name: string, tagged: boolean): Promise<Uint8Array> {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setContent(
    readFileSync(join(FOLDER, `${name}.html`), 'utf8').replaceAll('font:serif', font),
  );
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged,
    outline: tagged,
  });
  await page.close();
  return pdf;
}

const executablePath = process.env['BRIEFPRESS_BROWSER'] ?? '/usr/bin/chromium-headless-shell';
const browser = await launch({
  executablePath,
  headless: 'shell',
  pipe: true,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  defaultViewport: { width: 800, height: 600, deviceScaleFactor: 1 },
});
try {
  for (const file of readdirSync(FOLDER).filter((each) => each.endsWith('.html'))) {
    const name = file.slice(0, -'.html'.length);
    writeFileSync(join(FOLDER, `${name}.pdf`), await print(browser, name, true));
  }
  writeFileSync(join(FOLDER, 'book-untagged.pdf'), await print(browser, 'book', false));
} finally {
  await browser.close();
}
