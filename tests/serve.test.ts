/**
 * The server over real sockets: what it offers, how it answers (RFC 9110), and what it never gives
 * away.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCatalogue } from '../src/catalog/index.ts';
import { bestOf, byteRanges } from '../src/catalog/serve/headers.ts';
import { openServer, type Serving } from '../src/catalog/serve/server.ts';
import { loadTheme } from '../src/theme/load.ts';
import { diskWorld } from '../src/world/disk.ts';
import type { World } from '../src/world.ts';
import { ask, exchange, replyIn } from './support/http.ts';
import { epub, folderOf, png, put, samples } from './support/shelf.ts';
import { root as project } from './support/theme.ts';

const disk = diskWorld();

const theme = await loadTheme(disk, 'classic', project);

const big = Buffer.from(Array.from({ length: 300_000 }, (_, i) => i % 251));

const secret = folderOf({ 'secret.pdf': 'SECRET', 'inner/inner.pdf': 'SECRET' });

/** Written to nothing: a server that wrote would fail here. */
const world: World = {
  ...disk,
  publish: () => {
    throw new Error('the server writes nothing');
  },
};

/**
 * Exchanges the folder `a`, and the file in it, for links that lead out, and puts them back, for as
 * long as it lives.
 */
const SWAPPER = `
  const { renameSync, symlinkSync, rmSync } = require('node:fs');
  const { workerData: { folder, outside } } = require('node:worker_threads');
  const swap = (name, target) => {
    renameSync(folder + name, folder + '/.kept');
    symlinkSync(target, folder + name);
    rmSync(folder + name);
    renameSync(folder + '/.kept', folder + name);
  };
  for (;;) { swap('/a', outside); swap('/a/a.pdf', outside + '/a.pdf'); }
`;

let root = '';

let serving: Serving;

const reports: string[] = [];

/** Programs that a test started, and may have left when it failed. */
const children: ChildProcess[] = [];

async function open(
  folder: string,
  more: Partial<Parameters<typeof openServer>[1]> = {},
): Promise<Serving> {
  const current = openCatalogue(world, folder, { shown: 'out', title: null, theme });
  return openServer(world, {
    root: folder,
    current,
    host: '127.0.0.1',
    port: 0,
    report: (line) => reports.push(line),
    ...more,
  });
}

beforeAll(async () => {
  root = folderOf({
    ...samples(),
    'harbour/harbour.pdf': big,
    'harbour/empty.pdf': '',
    'harbour/.hidden.pdf': 'SECRET',
    '.briefpress-abc/half.pdf': 'SECRET',
    'harbour/notes.txt': 'SECRET',
    'harbour/deep/deep.pdf': 'SECRET',
    'loose.pdf': 'SECRET',
    'catalog.xml': 'SECRET, and stale',
  });
  symlinkSync(join(secret, 'secret.pdf'), join(root, 'harbour/link.pdf'));
  symlinkSync(join(secret, 'inner'), join(root, 'linked'));
  serving = await open(root);
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await serving.close();
  for (const folder of [root, secret]) rmSync(folder, { recursive: true, force: true });
});

const get = (target: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
  ask(serving.port, target, headers, method);

describe('what is offered', () => {
  test.each([
    ['/index.html', 'text/html; charset=utf-8'],
    ['/catalog.xml', 'application/atom+xml;profile=opds-catalog;kind=acquisition'],
    ['/series.xml', 'application/atom+xml;profile=opds-catalog;kind=navigation'],
    ['/series-harbour-papers.xml', 'application/atom+xml;profile=opds-catalog;kind=acquisition'],
    ['/catalog.json', 'application/opds+json'],
    ['/harbour/harbour.epub', 'application/epub+zip'],
    ['/harbour/harbour.pdf', 'application/pdf'],
    ['/harbour/harbour.html', 'text/html; charset=utf-8'],
    ['/harbour/harbour.snapshot.zip', 'application/zip'],
    ['/harbour/ledger.json', 'application/json'],
    ['/harbour/cover.png', 'image/png'],
    ['/ferry%20%26%20fog/ferry%20%26%20fog.epub', 'application/epub+zip'],
    ['/harbour/harbour.pdf?download=1', 'application/pdf'],
    ['http://localhost/catalog.json', 'application/opds+json'],
  ])('%s is %s', async (target, type) => {
    const { status, headers, body } = await get(target);
    expect([status, headers['content-type'], Number(headers['content-length'])]).toEqual([
      200,
      type,
      body.length,
    ]);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'accept-ranges': 'bytes',
    });
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'/u,
    );
    expect(headers['content-security-policy']).not.toContain('script-src');
    expect(headers['etag']).toMatch(/^"[\w-]+"$/u);
  });

  test('files come byte for byte, the feeds as they are now, the cover out of the EPUB', async () => {
    expect((await get('/harbour/harbour.pdf')).body.equals(big)).toBe(true);
    expect((await get('/catalog.xml')).body.toString()).toContain('Who Mends the North Quay?');
    expect((await get('/harbour/cover.png')).body.equals(png(50, 80, [124, 29, 40]))).toBe(true);
  });

  test('a book that is built while the server runs', async () => {
    expect((await get('/catalog.json')).body.toString()).not.toContain('Later');
    put(
      root,
      'later/later.epub',
      epub({ title: 'Later', identifier: 'urn:x:later', date: '2031-01-01' }),
    );
    const { body, headers } = await get('/catalog.json');
    expect(body.toString()).toContain('Later');
    put(
      root,
      'later/later.epub',
      epub({ title: 'Latest', identifier: 'urn:x:later', date: '2031-01-01' }),
    );
    const after = await get('/catalog.json', { 'If-None-Match': headers['etag']! });
    expect([after.status, after.body.toString().includes('Latest')]).toEqual([200, true]);
    rmSync(join(root, 'later'), { recursive: true });
  });
});

describe('what is at /', () => {
  test.each([
    [undefined, 'index.html'],
    ['*/*', 'index.html'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8', 'index.html'],
    ['application/opds+json', 'catalog.json'],
    ['application/opds+json, application/atom+xml;profile=opds-catalog, */*', 'catalog.json'],
    ['application/atom+xml;profile=opds-catalog;kind=navigation, */*;q=0.1', 'catalog.xml'],
    ['application/atom+xml, application/opds+json;q=0.5', 'catalog.xml'],
    ['text/html;q=0, */*', 'catalog.json'],
    ['image/png', 'index.html'],
    ['nonsense', 'index.html'],
  ])('Accept: %s → %s', async (accept, location) => {
    const { status, headers } = await get('/', accept === undefined ? {} : { Accept: accept });
    expect([status, headers['content-location'], headers['vary']]).toEqual([
      200,
      location,
      'Accept',
    ]);
  });

  test('the best of two is found whatever their order', () => {
    expect(bestOf('b/b;q=0.2, a/a;q=0.3', ['a/a', 'b/b'])).toBe(0);
    expect(bestOf('b/*;q=0.9, */*;q=0.1', ['a/a', 'b/b'])).toBe(1);
    expect(bestOf('', ['a/a', 'b/b'])).toBe(0);
  });
});

describe('methods', () => {
  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'MOVE'])(
    '%s is refused',
    async (method) => {
      const { status, headers } = await get(
        '/harbour/harbour.pdf',
        { 'Content-Length': '0' },
        method,
      );
      expect([status, headers['allow'], headers['connection']]).toEqual([
        405,
        'GET, HEAD',
        'close',
      ]);
    },
  );

  test('a body that nobody asked for is not taken for the next request', async () => {
    const smuggled = 'GET /harbour/harbour.html HTTP/1.1\r\nHost: localhost\r\n\r\n';
    const bytes = await exchange(
      serving.port,
      `POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${smuggled.length}\r\n\r\n${smuggled}`,
    );
    expect(bytes.toString().match(/HTTP\/1\.1 \d+/gu)).toEqual(['HTTP/1.1 405']);
  });

  test.each(['/', '/harbour/harbour.pdf', '/harbour/cover.png', '/nothing'])(
    'HEAD %s has the headers of GET and no body',
    async (target) => {
      const [head, full] = [await get(target, {}, 'HEAD'), await get(target)];
      const { date: _a, ...ofHead } = head.headers;
      const { date: _b, ...ofFull } = full.headers;
      expect([head.status, ofHead, head.body.length]).toEqual([full.status, ofFull, 0]);
    },
  );
});

describe('ranges (RFC 9110, 14)', () => {
  const file = '/harbour/harbour.pdf';

  test.each([
    ['bytes=0-0', 0, 1],
    ['bytes=0-99', 0, 100],
    ['bytes=100000-', 100_000, 300_000],
    ['bytes=-5', 299_995, 300_000],
    ['bytes=-999999', 0, 300_000],
    ['bytes=299999-400000', 299_999, 300_000],
    ['Bytes=65535-65537', 65_535, 65_538],
  ])('%s', async (range, start, end) => {
    const { status, headers, body } = await get(file, { Range: range });
    expect([status, headers['content-range'], headers['content-length']]).toEqual([
      206,
      `bytes ${start}-${end - 1}/300000`,
      String(end - start),
    ]);
    expect(body.equals(big.subarray(start, end))).toBe(true);
  });

  test.each(['bytes=300000-', 'bytes=-0', 'bytes=400000-500000'])(
    '%s can’t be satisfied',
    async (range) => {
      const { status, headers, body } = await get(file, { Range: range });
      expect([status, headers['content-range'], body.length]).toEqual([416, 'bytes */300000', 0]);
    },
  );

  test.each([
    'bytes=5-2',
    'bytes=a-b',
    'bytes=',
    'lines=1-2',
    'bytes=1-2-3',
    'bytes=0-10,5-20',
    `bytes=${Array.from({ length: 17 }, (_, i) => `${i * 9}-${i * 9}`).join()}`,
  ])('%s is passed over', async (range) => {
    const { status, body } = await get(file, { Range: range });
    expect([status, body.length]).toEqual([200, 300_000]);
  });

  test('several ranges are parts of one body, in the order they were asked for', async () => {
    const { status, headers, body } = await get(file, {
      Range: 'bytes=200000-200003, 0-2 ,999999-',
    });
    const [, boundary] = /^multipart\/byteranges; boundary=([\w-]+)$/u.exec(
      headers['content-type']!,
    )!;
    expect([status, headers['content-range'], Number(headers['content-length'])]).toEqual([
      206,
      undefined,
      body.length,
    ]);
    const part = (start: number, end: number): string =>
      `\r\n--${boundary}\r\nContent-Type: application/pdf\r\nContent-Range: bytes ${start}-${end - 1}/300000\r\n\r\n${big.toString('latin1', start, end)}`;
    expect(body.toString('latin1')).toBe(
      `${part(200_000, 200_004)}${part(0, 3)}\r\n--${boundary}--\r\n`,
    );
  });

  test('an empty file has none', async () => {
    expect(byteRanges('bytes=0-', 0)).toEqual([]);
    expect((await get('/harbour/empty.pdf', { Range: 'bytes=0-' })).status).toBe(416);
    expect((await get('/harbour/empty.pdf')).status).toBe(200);
  });

  test('HEAD has no range; pages and covers have', async () => {
    expect((await get(file, { Range: 'bytes=0-1' }, 'HEAD')).headers['content-length']).toBe(
      '300000',
    );
    expect((await get('/catalog.xml', { Range: 'bytes=0-4' })).body.toString()).toBe('<?xml');
    expect((await get('/harbour/cover.png', { Range: 'bytes=1-3' })).body.toString()).toBe('PNG');
  });
});

describe('conditions (RFC 9110, 13)', () => {
  const file = '/harbour/harbour.pdf';
  const past = 'Thu, 01 Jan 1998 00:00:00 GMT';
  const future = 'Thu, 01 Jan 2099 00:00:00 GMT';

  test('what has not changed is not sent again', async () => {
    const { etag, 'last-modified': modified } = (await get(file)).headers;
    const statuses = async (
      rows: readonly Readonly<Record<string, string>>[],
    ): Promise<readonly number[]> =>
      Promise.all(rows.map(async (headers) => (await get(file, headers)).status));
    expect(
      await statuses([
        { 'If-None-Match': etag! },
        { 'If-None-Match': `W/${etag}` },
        { 'If-None-Match': `"other", ${etag}` },
        { 'If-None-Match': '*' },
        { 'If-Modified-Since': modified! },
        { 'If-Modified-Since': future },
      ]),
    ).toEqual([304, 304, 304, 304, 304, 304]);
    expect(
      await statuses([
        { 'If-None-Match': '"other"' },
        { 'If-Modified-Since': past },
        { 'If-Modified-Since': 'yesterday' },
        { 'If-None-Match': '"other"', 'If-Modified-Since': future },
        { 'If-Match': etag! },
        { 'If-Match': '*' },
        { 'If-Unmodified-Since': future },
      ]),
    ).toEqual([200, 200, 200, 200, 200, 200, 200]);
    expect(
      await statuses([
        { 'If-Match': '"other"' },
        { 'If-Match': `W/${etag}` },
        { 'If-Unmodified-Since': past },
      ]),
    ).toEqual([412, 412, 412]);
  });

  test('a 304 has the validators and no body', async () => {
    const { etag } = (await get('/catalog.json')).headers;
    const { status, headers, body } = await get('/catalog.json', { 'If-None-Match': etag! });
    expect([status, headers['etag'], headers['content-length'], body.length]).toEqual([
      304,
      etag,
      undefined,
      0,
    ]);
  });

  test('a range of something else is the whole of it', async () => {
    const { etag, 'last-modified': modified } = (await get(file)).headers;
    const status = async (ifRange: string): Promise<number> =>
      (await get(file, { 'Range': 'bytes=0-1', 'If-Range': ifRange })).status;
    expect(await Promise.all([etag!, modified!, '"other"', `W/${etag}`, past].map(status))).toEqual(
      [206, 206, 200, 200, 200],
    );
  });

  test('another file under the same name has another tag', async () => {
    const before = (await get('/printed/printed.pdf')).headers['etag']!;
    writeFileSync(join(root, 'printed/printed.pdf'), '%PDF-1.7\n%%EOF!\n');
    const after = await get('/printed/printed.pdf', { 'If-None-Match': before });
    expect([after.status, after.headers['etag'] === before]).toEqual([200, false]);
  });
});

describe('what is never given away', () => {
  const attacks = [
    '/../secret.pdf',
    '/..',
    '/harbour/../../etc/passwd',
    '/harbour/..%2f..%2fetc%2fpasswd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    '/harbour/%2e%2e/loose.pdf',
    '/%252e%252e/etc/passwd',
    '/..%c0%af..%c0%afetc/passwd',
    '/harbour/..\\..\\etc\\passwd',
    '/harbour\\harbour.pdf',
    '/harbour/%5c..%5charbour.pdf',
    '/harbour/harbour.pdf%00.html',
    '/harbour/harbour.pdf%00',
    '/harbour%2fharbour.pdf',
    '//etc/passwd',
    '/%2fetc%2fpasswd',
    '/C:/Windows/win.ini',
    '/harbour/harbour.pdf::$DATA',
    'file:///etc/passwd',
    'http://localhost/../etc/passwd',
    'http://localhost//etc/passwd',
    '*',
    'etc/passwd',
    '/harbour/.hidden.pdf',
    '/harbour/%2ehidden.pdf',
    '/.briefpress-abc/half.pdf',
    '/harbour/link.pdf',
    '/linked/inner.pdf',
    '/harbour/notes.txt',
    '/harbour/deep/deep.pdf',
    '/harbour/deep',
    '/harbour',
    '/harbour/',
    '/harbour//harbour.pdf',
    '/./harbour/harbour.pdf',
    '/harbour/./harbour.pdf',
    '/loose.pdf',
    '/notes.txt',
    '/%',
    '/harbour/%zz.pdf',
    '/harbour/%ff.pdf',
    `/harbour/${'a'.repeat(3000)}.pdf`,
    '/harbour/harbour.pdf/',
    '/harbour/harbour.epub/mimetype',
    '/__proto__/constructor.pdf',
    '/constructor',
  ];
  test.each(attacks)('%s', async (target) => {
    const { status, body } = await get(target);
    expect([400, 404]).toContain(status);
    expect(body.toString()).not.toMatch(/SECRET|root:|%PDF|<html/u);
  });

  test('what is opened is looked at, not its name once more', async () => {
    const real = realpathSync(root);
    const paths = [
      'harbour/harbour.pdf',
      'harbour/link.pdf',
      'linked/inner.pdf',
      'harbour',
      'harbour/none.pdf',
      '../../etc/passwd',
    ];
    const opened = await Promise.all(paths.map((path) => disk.openBelow(real, path)));
    expect(opened.map((file) => file?.size ?? null)).toEqual([
      300_000,
      null,
      null,
      null,
      null,
      null,
    ]);
    for (const file of opened) await file?.close();
  });

  test('links that come and go while files are served: a file, and the folder that it lies in', async () => {
    const folder = realpathSync(
      folderOf({ 'a/a.pdf': 'PUBLIC', 'a/a.epub': epub({ title: 'A', identifier: 'urn:x:a' }) }),
    );
    const outside = folderOf({ 'a.pdf': 'SECRET', 'a.epub': 'SECRET' });
    const racing = await open(folder, { report: () => undefined });
    const swapper = new Worker(SWAPPER, { eval: true, workerData: { folder, outside } });
    try {
      const seen = new Set<string>();
      for (let i = 0; i < 60; i++) {
        const replies = await Promise.all(
          Array.from({ length: 20 }, () => ask(racing.port, '/a/a.pdf').catch(() => null)),
        );
        for (const reply of replies)
          seen.add(reply?.status === 200 ? reply.body.toString() : 'refused');
      }
      expect(seen).not.toContain('SECRET');
      expect(seen).toContain('PUBLIC');
    } finally {
      await swapper.terminate();
      await racing.close();
      for (const one of [folder, outside]) rmSync(one, { recursive: true, force: true });
    }
  });

  test('a stale page on the disk', async () => {
    expect((await get('/catalog.xml')).body.toString()).not.toContain('SECRET');
  });

  test('paths on the wire: bytes that no URL has', async () => {
    for (const target of [
      '/harbour/\u00fc.pdf',
      '/harbour/a b.pdf',
      '/\u0001',
      '/harbour/\r\nX: y.pdf',
    ]) {
      const bytes = await exchange(
        serving.port,
        Buffer.from(
          `GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
          'latin1',
        ),
      );
      expect([400, 404]).toContain(replyIn(bytes).status);
    }
  });
});

describe('whose requests are answered', () => {
  test.each([
    ['localhost', 200],
    ['LOCALHOST:9000', 200],
    ['127.0.0.1', 200],
    ['127.0.0.1:1', 200],
    ['[::1]:80', 200],
    ['press.localhost', 200],
    ['evil.example', 421],
    ['evil.example:80', 421],
    ['localhost.evil.example', 421],
    ['127.0.0.1.evil.example', 421],
    ['192.168.0.1', 421],
    ['', 421],
  ])('Host: %s → %i', async (host, status) => {
    expect((await get('/catalog.json', { Host: host })).status).toBe(status);
  });

  test('the host of an absolute target counts, not that of the header', async () => {
    expect((await get('http://evil.example/catalog.json')).status).toBe(421);
  });

  test('a request without a host is none (RFC 9112, 3.2)', async () => {
    expect(
      replyIn(await exchange(serving.port, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).status,
    ).toBe(400);
  });

  test.each([
    'Host: localhost\r\nHost: localhost',
    'Host: localhost\r\nHost: evil.example',
    'Host: evil.example\r\nhost: localhost',
    'Host: localhost\r\nX: y\r\nHOST:',
  ])('two hosts are refused: %j', async (hosts) => {
    for (const target of ['/catalog.json', 'http://localhost/catalog.json']) {
      const { status, headers } = replyIn(
        await exchange(serving.port, `GET ${target} HTTP/1.1\r\n${hosts}\r\n\r\n`),
      );
      expect([status, headers['connection']]).toEqual([400, 'close']);
    }
  });

  test('a server for everyone does not ask', async () => {
    const everywhere = await open(root, { host: '0.0.0.0' });
    expect((await ask(everywhere.port, '/catalog.json', { Host: 'press.example' })).status).toBe(
      200,
    );
    await everywhere.close();
  });
});

describe('bounds', () => {
  test('a head that never ends is cut off', async () => {
    const patient = await open(root, { limits: { connections: 9, head: 100, silence: 5000 } });
    const bytes = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(patient.port, '127.0.0.1', () =>
        socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: '),
      );
      socket.on('data', (piece) => (text += piece.toString()));
      socket.on('close', () => resolve(text));
    });
    expect(bytes).toMatch(/^HTTP\/1\.1 408/u);
    await patient.close();
  });

  test('a head that is too long is refused', async () => {
    expect((await get('/', { 'X-Long': 'x'.repeat(9000) })).status).toBe(431);
  });

  test('a reader that stops reading is let go', async () => {
    const folder = folderOf({ 'a/a.pdf': Buffer.alloc(20_000_000) });
    const brief = await open(folder, { limits: { connections: 9, head: 1000, silence: 200 } });
    const socket = connect(brief.port, '127.0.0.1', () =>
      socket.write('GET /a/a.pdf HTTP/1.1\r\nHost: localhost\r\n\r\n'),
    );
    socket.pause();
    const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    setTimeout(() => socket.resume(), 1000);
    await gone;
    expect(socket.bytesRead).toBeLessThan(20_000_000);
    await brief.close();
    rmSync(folder, { recursive: true });
  });

  test('connections are counted', async () => {
    const narrow = await open(root, { limits: { connections: 2, head: 5000, silence: 5000 } });
    const held = await Promise.all(
      [1, 2].map(
        () =>
          new Promise<ReturnType<typeof connect>>((resolve) => {
            const socket = connect(narrow.port, '127.0.0.1', () =>
              socket.write('GET /catalog.json HTTP/1.1\r\nHost: localhost\r\n\r\n'),
            );
            socket.once('data', () => resolve(socket));
          }),
      ),
    );
    const request = `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(6000)}\r\n\r\n`;
    for (const reply of await Promise.all(
      Array.from({ length: 20 }, async () => replyIn(await exchange(narrow.port, request))),
    ))
      expect([reply.status, reply.headers['retry-after'], reply.body.toString()]).toEqual([
        503,
        '1',
        'Too many are reading at the moment\n',
      ]);
    held.forEach((socket) => socket.destroy());
    const status = async (): Promise<number> => (await ask(narrow.port, '/catalog.json')).status;
    await expect.poll(status).toBe(200);
    await narrow.close();
  });

  test('a folder that goes away is said to be unreadable, and the server lives on', async () => {
    const folder = folderOf(samples());
    const told: string[] = [];
    const lost = await open(folder, { report: (line) => told.push(line) });
    rmSync(folder, { recursive: true });
    const { status, headers } = await ask(lost.port, '/catalog.json');
    expect([status, headers['retry-after']]).toEqual([503, '5']);
    expect(told).toEqual([expect.stringContaining('does not exist')]);
    mkdirSync(folder);
    expect((await ask(lost.port, '/catalog.json')).status).toBe(200);
    await lost.close();
    rmSync(folder, { recursive: true });
  });
});

/** Starts the program; gives its first line on standard output, and ends it with a signal. */
const run = (args: readonly string[]) => {
  const child = spawn(process.execPath, [join(project, 'src/bin.js'), 'serve', ...args], {
    env: { PATH: process.env['PATH'] },
  });
  children.push(child);
  const line = new Promise<string>((resolve) =>
    child.stdout.once('data', (bytes: Buffer) => resolve(bytes.toString())),
  );
  const ended = new Promise<readonly [number | null, string | null]>((resolve) =>
    child.once('exit', (code, signal) => resolve([code, signal])),
  );
  return { child, line, ended };
};

describe('the command', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 0],
  ] as const)('%s ends it at once with %i, a download under way or not', async (signal, code) => {
    const { child, line, ended } = run([root]);
    const url = new URL((await line).trim());
    const socket = connect(Number(url.port), '127.0.0.1', () =>
      socket.write('GET /harbour/harbour.pdf HTTP/1.1\r\nHost: localhost\r\n\r\n'),
    );
    await new Promise((resolve) => socket.once('data', resolve));
    socket.pause();
    child.kill(signal);
    expect(await ended).toEqual([code, null]);
    socket.destroy();
  });

  test('--json tells the address as a value; a port that is taken is told', async () => {
    const first = run([root, '--json']);
    const told = JSON.parse(await first.line) as { url: string; port: number };
    expect(told).toMatchObject({
      type: 'serving',
      url: `http://127.0.0.1:${told.port}/`,
      books: 3,
    });
    const second = run([root, '--port', String(told.port)]);
    let words = '';
    second.child.stderr.on('data', (bytes: Buffer) => (words += bytes.toString()));
    expect(await second.ended).toEqual([6, null]);
    expect(words).toContain(
      `127.0.0.1:${told.port} is taken: another program listens there [serve-address]`,
    );
    first.child.kill('SIGTERM');
    await first.ended;
  });

  test('nothing was written by all this, and nothing broke', () => {
    expect(reports).toEqual([]);
    expect(readFileSync(join(root, 'catalog.xml'), 'utf8')).toBe('SECRET, and stale');
  });
});
