/** A bare browser with one page. */
import puppeteer from 'puppeteer';

export interface Floor {
  print(html: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** `executablePath`: the browser that the press would use. */
export async function openFloor(executablePath: string): Promise<Floor> {
  const shell = /headless[-_]shell|chromium-[^/]*$/u.test(executablePath);
  const browser = await puppeteer.launch({
    executablePath,
    headless: shell ? 'shell' : true,
    pipe: true,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    protocolTimeout: 600_000,
  });
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  return {
    print: async (html) => {
      await page.setContent(html, { waitUntil: 'load', timeout: 0 });
      return page.pdf({
        preferCSSPageSize: true,
        printBackground: true,
        tagged: true,
        outline: true,
        timeout: 0,
      });
    },
    close: () => browser.close(),
  };
}
