/** The real browser behind its walls: what it must do, and what it must never do. */
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { BrowserError, deadlineIn, findBrowser, openSession } from '../src/browser/index.ts';
import type { BrowserOptions } from '../src/browser/session.ts';
import { installedFaces, isInstalled } from '../src/browser/faces.ts';
import { fontFaceCss, fontFile } from '../src/fonts.ts';
import { readDestinations } from '../src/pdf/links.ts';
import { inspectPdf } from '../src/pdf/inspect.ts';
import { readPdfText } from '../src/pdf/text.ts';
import { openPress } from '../src/press.ts';
import { diskWorld } from '../src/world/disk.ts';
import type { World } from '../src/world.ts';
import type { PressOptions } from '../src/proof.ts';

const world = diskWorld();

const fontFolders = [
  dirname(fontFile('@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf')),
];

const options = (more: Partial<BrowserOptions> = {}): BrowserOptions => ({
  browserPath: null,
  sandbox: true,
  fontFolders,
  deadline: deadlineIn(3_600_000),
  ...more,
});

const page = (body: string): string =>
  `<!DOCTYPE html><html lang="en"><head><title>T</title></head><body>${body}</body></html>`;

const textOf = (pdf: Uint8Array): string =>
  readPdfText(pdf)
    .map(({ text }) => text)
    .join(' ');

describe('a session', async () => {
  const session = await openSession(world, options());
  afterAll(() => session.close());

  test('prints, tagged with an outline or plain', async () => {
    await session.load(page('<h1>One</h1><p>Words.</p>'));
    const tagged = inspectPdf(await session.print({ tagged: true }));
    const plain = inspectPdf(await session.print({ tagged: false }));
    expect([tagged.tagged, tagged.outline, plain.tagged, plain.outline]).toEqual([
      true,
      1,
      false,
      0,
    ]);
    expect(tagged.fonts.every(({ embedded }) => embedded)).toBe(true);
  });

  test('fills in page numbers and says how many changed', async () => {
    await session.load(
      page(
        '<p><a href="#a">A</a>, p. <b class="pg" data-for="a"></b><b class="pg" data-for="b"></b></p><h1 id="a">A</h1>',
      ),
    );
    expect(await session.fill(new Map([['a', '17']]))).toBe(1);
    expect(await session.fill(new Map([['a', '17']]))).toBe(0);
    expect(textOf(await session.print({ tagged: true }))).toContain('p. 17');
  });

  test('puts one blank page before what shall stand on the right', async () => {
    await session.load(
      page(
        '<style>.blank,#b{break-before:page}.blank{height:1px}</style><p>A</p><a href="#b">x</a><h1 id="b">B</h1>',
      ),
    );
    const pageOfB = async (): Promise<number | undefined> =>
      readDestinations(await session.print({ tagged: false })).destinations.get('b');
    expect(await pageOfB()).toBe(1);
    await session.blank(['b']);
    await session.blank(['b']);
    expect(await pageOfB()).toBe(2);
  });

  test('prints the same bytes for the same page, but for the dates', async () => {
    const dateless = (pdf: Uint8Array): string =>
      Buffer.from(pdf)
        .toString('latin1')
        .replaceAll(/\(D:\d{14}[^)]*\)/gu, '()');
    await session.load(
      page('<h1>One</h1><ul><li>A</li></ul><p><a href="#x">1</a></p><h2 id="x">X</h2>'),
    );
    const first = dateless(await session.print({ tagged: true }));
    await session.load(page('<h1>Two</h1>'));
    await session.load(
      page('<h1>One</h1><ul><li>A</li></ul><p><a href="#x">1</a></p><h2 id="x">X</h2>'),
    );
    expect(dateless(await session.print({ tagged: true }))).toBe(first);
  });

  test('runs no script of the page', async () => {
    await session.load(
      page(
        '<p id="p">before</p><script>document.getElementById("p").textContent="after"</script><img src="data:," onerror="document.title=1">',
      ),
    );
    expect(textOf(await session.print({ tagged: true }))).toBe('before');
  });

  test('reaches nobody: no request, no connection, no look-up on the loopback', async () => {
    let contacts = 0;
    const server = createServer((socket) => (contacts++, socket.destroy()));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
    const vectors = [
      `<img src="${url}/1">`,
      `<link rel="stylesheet" href="${url}/2"><link rel="preconnect" href="${url}"><link rel="prefetch" href="${url}/3"><link rel="dns-prefetch" href="${url}">`,
      `<style>@import "${url}/4";p{background:url(${url}/5)}@page{@top-left{content:url(${url}/6)}}@font-face{font-family:x;src:url(${url}/7)}p{font-family:x}</style>`,
      `<iframe src="${url}/8"></iframe><object data="${url}/9"></object><embed src="${url}/10">`,
      `<svg><image href="${url}/11"/><use href="${url}/12#a"/></svg><video src="${url}/13" poster="${url}/14"></video><audio src="${url}/15"></audio>`,
      `<meta http-equiv="refresh" content="0;url=${url}/16">`,
      `<form action="${url}/17"><input autofocus></form><base href="${url}/"><img src="18" srcset="${url}/19 2x">`,
    ];
    for (const vector of vectors) {
      const other = await openSession(world, options());
      await other.load(page(`<p>x</p>${vector}`)).catch(() => {});
      await other.print({ tagged: false }).catch(() => {});
      await pause(100);
      await other.close();
    }
    server.close();
    expect(contacts).toBe(0);
  });

  test('reads no file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'secret-'));
    writeFileSync(join(folder, 'secret.txt'), 'THE SECRET');
    await session.load(
      page(
        `<p>x</p><iframe src="file://${folder}/secret.txt"></iframe><object data="file://${folder}/secret.txt"></object>`,
      ),
    );
    expect(textOf(await session.print({ tagged: true }))).not.toContain('SECRET');
    rmSync(folder, { recursive: true });
  });
});

const error = (work: Promise<unknown>): Promise<BrowserError> =>
  work.then(
    () => expect.fail('nothing was refused'),
    (cause: unknown) => cause as BrowserError,
  );

describe('faces', () => {
  const file = fontFile('@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf');

  test('words in a face that the page carries are there, wherever they stand', async () => {
    const session = await openSession(world, options());
    const spare = readFileSync(
      fontFile('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
    ).toString('base64');
    const css = `@font-face{font-family:"Spare";src:url(data:font/ttf;base64,${spare});unicode-range:U+400-4ff}*{font-family:'Source Serif 4','Spare'}`;
    const words = 'Слова печатаются';
    await session.load(
      page(
        `<style>${css}p{text-wrap:pretty}</style><table><tr><td>${words}</td><td>one</td></tr></table><p>“${words}”, she said.</p><ul><li>${words}</li></ul>`,
      ),
    );
    const text = textOf(await session.print({ tagged: true }));
    expect(text.split(words).length).toBe(4);
    await session.close();
  });

  test('a face is known by the name that its file gives it', () => {
    const installed = installedFaces([file], 'linux');
    expect(isInstalled({ family: 'Source Serif 4', weight: 400, style: 'normal' }, installed)).toBe(
      true,
    );
    expect(isInstalled({ family: 'Source Serif 4', weight: 600, style: 'normal' }, installed)).toBe(
      false,
    );
    expect(isInstalled({ family: 'Renamed', weight: 400, style: 'normal' }, installed)).toBe(false);
  });

  test('where browsers take their fonts from elsewhere, a page carries all of them', () => {
    expect(installedFaces([file], 'darwin').size).toBe(0);
  });

  test('the page is the same, whether it carries the face or not', async () => {
    const session = await openSession(world, options());
    const body = `<p style="font-family:'Source Serif 4'">Office affairs, fifty-five 0123</p>`;
    const carried = `<style>${fontFaceCss([{ family: 'Carried', weight: 400, style: 'normal', file, bytes: new Uint8Array(readFileSync(file)) }])}</style>`;
    await session.load(page(body));
    const lean = inspectPdf(await session.print({ tagged: true }));
    await session.load(page(carried + body.replace('Source Serif 4', 'Carried')));
    const full = inspectPdf(await session.print({ tagged: true }));
    expect(lean.fonts).toEqual(full.fonts);
    await session.close();
  });
});

describe('supply', () => {
  test('a named browser that does not exist is an error, never a reason to look further', async () => {
    expect(await error(findBrowser(world, '/nowhere/chrome'))).toMatchObject({ code: 'not-found' });
    const named: World = { ...world, env: { ...world.env, CHROME_PATH: '/nowhere/chrome' } };
    expect((await error(findBrowser(named, null))).message).toContain('CHROME_PATH');
  });

  test('the shell of the package goes before whatever the system has', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'path-'));
    for (const name of ['chrome-headless-shell', 'chromium']) writeFileSync(join(folder, name), '');
    const env = { ...world.env, HOME: folder, PATH: folder };
    expect(await findBrowser({ ...world, platform: 'linux', env }, null)).toMatchObject({
      from: 'npm @sparticuz/chromium',
      shell: true,
    });
    rmSync(folder, { recursive: true });
  });

  test('a headless shell on the PATH goes before a full browser, a snap is passed over', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'path-'));
    const paths = {
      chromium: join(folder, 'b/chromium'),
      shell: join(folder, 'b/chrome-headless-shell'),
    };
    mkdirSync(join(folder, 'b'));
    for (const path of Object.values(paths)) writeFileSync(path, '');
    const bare = { HOME: folder, PATH: join(folder, 'b') };
    // The package has no build for it.
    const system: World = { ...world, platform: 'freebsd', env: bare };
    expect(await findBrowser(system, null)).toMatchObject({
      path: paths.shell,
      shell: true,
    });
    rmSync(paths.shell);
    expect(await findBrowser(system, null)).toMatchObject({
      path: paths.chromium,
      shell: false,
    });
    const snapped: World = {
      ...system,
      realpath: async () => '/snap/chromium/current/chromium',
    };
    expect((await error(findBrowser(snapped, null))).hint).toContain('a snap package');
    rmSync(folder, { recursive: true });
  });

  test('where there is none, everything that was looked at is told', async () => {
    const nowhere: World = {
      ...world,
      platform: 'freebsd',
      env: { HOME: '/nowhere', PATH: '/nowhere' },
    };
    const { code, hint } = await error(findBrowser(nowhere, null));
    expect(code).toBe('not-found');
    for (const words of [
      'puppeteer cache',
      'headless-shell',
      'google-chrome',
      '@sparticuz/chromium',
      'BRIEFPRESS_BROWSER=',
    ])
      expect(hint).toContain(words);
  });

  test('two runs that unpack at once both get a whole browser', async () => {
    const cache = mkdtempSync(join(tmpdir(), 'cache-'));
    const fresh: World = {
      ...world,
      env: { PATH: '/nowhere', HOME: cache, XDG_CACHE_HOME: cache },
    };
    const found = await Promise.all([findBrowser(fresh, null), findBrowser(fresh, null)]);
    expect(new Set(found.map(({ path }) => path)).size).toBe(1);
    expect(readdirSync(join(cache, 'briefpress')).length).toBe(1);
    expect(readFileSync(found[0].path).subarray(1, 4).toString()).toBe('ELF');
    rmSync(cache, { recursive: true });
  });
});

describe('faults', () => {
  const brief = join(import.meta.dirname, '../content/harbour-hearing');
  const pressOptions = (more: Partial<PressOptions> = {}): PressOptions => ({
    theme: null,
    paper: null,
    transcript: null,
    browserPath: null,
    sandbox: true,
    timeout: 120_000,
    progress: null,
    ...more,
  });
  const press = (more: Partial<PressOptions>) => openPress(world, pressOptions(more));
  const saidBy = async (
    opened: ReturnType<typeof openPress>,
  ): Promise<readonly (string | undefined)[]> => {
    const proof = await opened.proof(brief);
    expect(await opened.print(proof, ['pdf'])).toEqual([]);
    await opened.close();
    return proof.file.messages.filter(({ fatal }) => fatal).map(({ ruleId }) => ruleId);
  };

  test('a program that is no browser', async () =>
    expect(await saidBy(press({ browserPath: '/bin/false' }))).toEqual(['browser-start']));

  test('a deadline that passes names the step and leaves nothing running', async () => {
    expect(await saidBy(press({ timeout: 1 }))).toEqual(['render-timeout']);
  });

  test('a browser that is killed in the middle is replaced by a fresh one', async () => {
    const opened = press({});
    const proof = await opened.proof(brief);
    await opened.print(proof, ['pdf']);
    killBrowsers(process.pid);
    expect((await opened.print(proof, ['pdf'])).length).toBe(1);
    await opened.close();
  });

  test('one that is killed again and again is told', async () => {
    const killer = setInterval(() => killBrowsers(process.pid), 20);
    const [rule] = await saidBy(press({}));
    clearInterval(killer);
    expect(['render-crash', 'browser-start']).toContain(rule);
  });

  test('without a sandbox it says so', async () => {
    const session = await openSession(world, options({ sandbox: false }));
    expect(session.facts.sandbox).toBe(false);
    await session.close();
  });

  test.runIf(process.getuid?.() === 0)(
    'root without a way to become somebody else prints without a sandbox, and is told',
    async () => {
      const opened = openPress({ ...world, run: async () => null }, pressOptions());
      const proof = await opened.proof(brief);
      expect((await opened.print(proof, ['pdf'])).length).toBe(1);
      await opened.close();
      expect(proof.file.messages.map(({ ruleId }) => ruleId)).toContain('sandbox-off');
    },
  );

  test.runIf(process.getuid?.() === 0)(
    'content that nobody trusts is not printed without one',
    async () => {
      const opened = openPress(
        { ...world, run: async () => null },
        pressOptions({ untrusted: true }),
      );
      const proof = await opened.proof(brief);
      expect(await opened.print(proof, ['pdf'])).toEqual([]);
      await opened.close();
      expect(proof.file.messages.filter(({ fatal }) => fatal).map(({ ruleId }) => ruleId)).toEqual([
        'sandbox-needed',
      ]);
    },
  );

  test('when we are killed, the browser ends too, and the next run sweeps what it left', async () => {
    const script = `import { openSession, deadlineIn } from ${JSON.stringify(join(import.meta.dirname, '../src/browser/index.ts'))};
      import { diskWorld } from ${JSON.stringify(join(import.meta.dirname, '../src/world/disk.ts'))};
      await openSession(diskWorld(), { browserPath: null, sandbox: true, fontFolders: ${JSON.stringify(fontFolders)}, deadline: deadlineIn(60000) });
      console.log('ready'); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((done) => child.stdout.once('data', done));
    const folder = readdirSync(tmpdir()).find((name) =>
      name.startsWith(`briefpress-run-${child.pid}-`),
    );
    expect(folder).toBeDefined();
    child.kill('SIGKILL');
    for (let i = 0; i < 50 && browsersOf(folder!).length > 0; i++) await pause(100);
    expect(browsersOf(folder!)).toEqual([]);
    await (await openSession(world, options())).close();
    expect(existsSync(join(tmpdir(), folder!))).toBe(false);
  });
});

/** Processes whose command line names a run's folder. */
function browsersOf(folder: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
      } catch {
        return false;
      }
    })
    .map(Number);
}

function killBrowsers(parent: number): void {
  const folder = `briefpress-run-${parent}-`;
  for (const pid of browsersOf(folder)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Gone with its parent.
    }
  }
}
