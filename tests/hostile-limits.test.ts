/**
 * Every row of `src/limits.ts` with an input that is too large: it is refused in words, and the
 * memory of the run stays bounded. The table of `.github/THREATS.md` is held against the rows.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { limits } from '../src/limits.ts';

const BIN = join(import.meta.dirname, '../src/bin.js');
const THREATS = join(import.meta.dirname, '../.github/THREATS.md');
const MIB = 1024 * 1024;

const root = mkdtempSync(join(tmpdir(), 'briefpress-limits-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

// ---------------------------------------------------------------- runs

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Largest resident memory of the program, in MiB. */
  readonly peak: number;
}

/** Says at its end how much memory the program ever had (kB). */
const METER =
  "data:text/javascript,process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS+'\\n'))";

function run(
  args: readonly string[],
  input: (stdin: NodeJS.WritableStream) => void = (stdin) => stdin.end(),
): Promise<Ran> {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], NO_COLOR: '1' };
  const child = spawn(process.execPath, ['--import', METER, BIN, ...args], { cwd: root, env });
  child.stdin.on('error', () => undefined);
  input(child.stdin);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (bytes: Buffer) => (stdout += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (stderr += bytes.toString()));
  return new Promise((done) => {
    child.once('close', (code) => {
      const peak = Number(/peak (\d+)/u.exec(stderr)?.[1] ?? NaN) / 1024;
      done({ code, stdout, stderr: stderr.replace(/peak \d+\n/u, ''), peak });
    });
  });
}

const put = (path: string, content: string | Uint8Array): string => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
  return path;
};

// ---------------------------------------------------------------- files that are larger than they
// look

interface Packed {
  readonly name: string;
  readonly packed: Uint8Array;
  readonly size: number;
  readonly crc?: number;
}

/**
 * A ZIP file with these members, deflated; sizes and checksums are what the test says, true or not.
 */
function zip(members: readonly Packed[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const { name, packed, size, crc = 0 } of members) {
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(0x21_0000, 6);
    common.writeUInt32LE(crc, 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), packed]);
    const central = Buffer.concat([
      Buffer.from('PK\u0001\u0002'),
      Buffer.from([20, 0]),
      common,
      Buffer.alloc(14),
      Buffer.from(name),
    ]);
    central.writeUInt32LE(at, 42);
    locals.push(local);
    centrals.push(central);
    at += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(members.length & 0xffff, 8);
  end.writeUInt16LE(members.length & 0xffff, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

const member = (name: string, content: string | Uint8Array): Packed => ({
  name,
  packed: deflateRawSync(content),
  size: Buffer.byteLength(content),
  crc: crc32(content),
});

const CONTAINER =
  '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="p.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';

const RELS =
  '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>';

const BAG = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** A PNG of this many pixels a side, with hardly any data. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(data.length);
    return Buffer.concat([size, body, Buffer.alloc(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync('')),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** What is told of a part of an archive that is not held in memory. */
const LARGE = 'archive-large';

const BRIEF = '# The pier\n\n“Some words that were said,” said Ida Moen.\n';

/** A server that never ends its answer; closed with the test. */
async function endless(use: (url: string) => Promise<Ran>): Promise<Ran> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/timestamp-reply' });
    const more = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(1 << 16))) continue;
    };
    response.on('drain', more);
    more();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

// ---------------------------------------------------------------- the walk

/** One input that is too large. */
interface Walk {
  readonly name: string;
  readonly run: () => Promise<Ran>;
  readonly code: number;
  readonly says: RegExp;
  /** MiB that the run may have at most. */
  readonly peak: number;
}

const walk = (
  name: string,
  go: () => Promise<Ran>,
  code: number,
  says: RegExp,
  peak = 400,
): Walk => ({ name, run: go, code, says, peak });

/** Rows that are walked where their server, or their reader, is tested: each says where. */
const ELSEWHERE: Partial<Record<keyof typeof limits, string>> = {
  request: 'serve.test.ts',
  pdf: 'pdf-read.test.ts',
};

const WALKS: Partial<Record<keyof typeof limits, readonly Walk[]>> = {
  brief: [
    walk(
      'a file',
      () => run(['check', put('long.md', Buffer.alloc(limits.brief.bytes + 1, 'a '))]),
      3,
      /larger than \d+ bytes.*too-complex/u,
    ),
    walk(
      'standard input without an end',
      () =>
        run(['check', '-'], (stdin) => {
          const piece = Buffer.alloc(1 << 20, 'words ');
          const more = (): void => {
            while (!stdin.writable || stdin.write(piece)) if (!stdin.writable) return;
          };
          stdin.on('drain', more);
          more();
        }),
      3,
      /stdin: error: .*larger than \d+ bytes.*too-complex/u,
    ),
    walk(
      'a line',
      () => run(['check', put('line.md', 'a'.repeat(limits.brief.line + 1))]),
      3,
      /too-complex/u,
    ),
    walk(
      'nesting',
      () => run(['check', put('deep.md', `${'> '.repeat(limits.brief.nesting + 1)}a`)]),
      3,
      /too-complex/u,
    ),
  ],
  transcript: [
    walk(
      'a file',
      () => {
        put('t/transcript.txt', Buffer.alloc(limits.transcript.bytes + 1, 'a '));
        return run(['check', put('t/brief.md', BRIEF)]);
      },
      3,
      /is larger than \d+ bytes/u,
    ),
    walk(
      'one string of 12 MB in JSON',
      () => {
        put('j/transcript.json', JSON.stringify({ segments: [{ text: 'x'.repeat(12 * MIB) }] }));
        return run(['check', put('j/brief.md', BRIEF)]);
      },
      3,
      /more than \d+ characters without a space \[transcript-format\]/u,
    ),
  ],
  shelf: [
    walk(
      'folders without a snapshot',
      () => {
        for (let at = 0; at <= limits.shelf.folders; at++) put(`disk/${at}/x.txt`, '');
        put('disk/zz/far.zip', '');
        return run(['verify', 'disk']);
      },
      3,
      /this is no snapshot/u,
    ),
  ],
  corpus: [
    walk(
      'files',
      () => {
        for (let at = 0; at <= limits.corpus.files; at++) put(`many/${at}.txt`, '');
        return run(['check', '--draft', put('m.md', BRIEF), '--transcripts', 'many']);
      },
      3,
      /has more than 20000 files \[corpus-folder\]/u,
    ),
    walk(
      'all that one text quotes from',
      () => {
        const words = [
          'The ferry runs all night',
          'A harbour pilot lives here',
          'Nobody paid for the buoys',
          'It rained all winter long',
        ];
        for (const [at, said] of words.entries())
          put(
            `large/${at}.txt`,
            `IDA MOEN: ${said}.\n${`${' '.repeat(127)}\n`.repeat(limits.corpus.together / 512)}`,
          );
        const draft = put('l.md', words.map((said) => `“${said},” said Ida Moen.`).join('\n\n'));
        return run(['check', '--draft', draft, '--transcripts', 'large']);
      },
      3,
      /more than \d+ bytes together \[corpus-large\]/u,
      700,
    ),
  ],
  yaml: [
    walk(
      'keys',
      () =>
        run([
          'check',
          put(
            'y.md',
            `---\n${Array.from({ length: 12_000 }, (_, i) => `k${i}: ${i}`).join('\n')}\n---\n\nA\n`,
          ),
        ]),
      3,
      /front-matter/u,
    ),
    walk(
      'characters',
      () => run(['check', put('c.md', `---\n${`a: ${'a'.repeat(1000)}\n`.repeat(263)}---\n\nA\n`)]),
      3,
      /front-matter-syntax/u,
    ),
    walk(
      'a packet',
      () => run(['check', put('p.yml', `briefs: ${'['.repeat(limits.yaml.depth * 3)}\n`)]),
      3,
      /front-matter-syntax/u,
    ),
    walk(
      'a theme',
      () => {
        put('yaml-theme/theme.yaml', `# ${'a'.repeat(limits.yaml.characters)}\n`);
        return run(['build', put('yt.md', BRIEF), '--theme', './yaml-theme', '--to', 'md']);
      },
      2,
      /The YAML has \d+ characters; it may have \d+ \[theme-broken\]/u,
    ),
  ],
  data: [
    walk(
      'values',
      () =>
        run([
          'check',
          put('l.json', `{"title":"A","sections":[${'{},'.repeat(limits.data.tokens / 2)}{}]}`),
        ]),
      3,
      /front-matter-syntax/u,
      900,
    ),
    walk(
      'levels',
      () =>
        run([
          'check',
          put('n.json', `{"title":"A","sections":${'['.repeat(limits.data.depth + 1)}`),
        ]),
      3,
      /front-matter-syntax/u,
    ),
  ],
  office: [
    walk(
      'a part of a document that unpacks to more',
      () => {
        const part = Buffer.alloc(limits.office.part + 1, ' ');
        return run([
          'import',
          put('p.docx', zip([member('word/document.xml', part), member('_rels/.rels', RELS)])),
        ]);
      },
      3,
      /import-large|zip-bomb/u,
      600,
    ),
    walk(
      'a page of the web',
      () => run(['import', put('w.html', Buffer.alloc(limits.office.html + 1, '<p>a '))]),
      3,
      /has \d+ bytes; \d+ are read \[import-large\]/u,
    ),
    walk(
      'a document',
      () => run(['import', put('d.docx', Buffer.alloc(limits.office.bytes + 1, 'PK'))]),
      3,
      /larger than \d+ bytes \[import-large\]/u,
    ),
  ],
  table: [
    walk(
      'a file',
      () => {
        put('large.csv', Buffer.alloc(limits.table.bytes + 1, 'a,'));
        return run(['check', put('lt.md', '---\ndata: {a: large.csv}\n---\n\nWords.\n')]);
      },
      3,
      /data-file/u,
    ),
    walk(
      'rows',
      () => {
        put('long.csv', 'a\n'.repeat(limits.table.rows + 2));
        return run(['check', put('lr.md', '---\ndata: {a: long.csv}\n---\n\nWords.\n')]);
      },
      3,
      /data-broken/u,
    ),
  ],
  packet: [
    walk(
      'a file',
      () => run(['check', put('large.yml', Buffer.alloc(limits.packet.bytes + 1, '# '))]),
      3,
      /The packet is larger than \d+ bytes/u,
    ),
  ],
  names: [
    walk(
      'a file',
      () =>
        run([
          'build',
          put('n.md', BRIEF),
          '--to',
          'pdf',
          '--copies',
          put('n.csv', `name\n${'a,'.repeat(limits.names.bytes / 2)}`),
        ]),
      3,
      /list of names is larger than \d+ bytes.*copies-names/u,
    ),
    walk(
      'rows',
      () =>
        run([
          'build',
          put('n.md', BRIEF),
          '--to',
          'pdf',
          '--copies',
          put('r.csv', `name\n${'Ada\n'.repeat(limits.names.rows + 1)}`),
        ]),
      3,
      /copies-names/u,
    ),
  ],
  image: [
    walk(
      'a file',
      () =>
        run([
          'check',
          (put('big.png', Buffer.alloc(limits.image.bytes + 1)),
          put('i.md', '# A\n\n![a](big.png)\n')),
        ]),
      3,
      /image-unsafe/u,
    ),
    walk(
      'a side',
      () =>
        run([
          'check',
          (put('wide.png', png(limits.image.side + 1, 1)), put('w.md', '# A\n\n![a](wide.png)\n')),
        ]),
      3,
      /image-unsafe/u,
    ),
    walk(
      'the area',
      () =>
        run(['check', (put('area.png', png(9000, 9000)), put('a.md', '# A\n\n![a](area.png)\n'))]),
      3,
      /image-unsafe/u,
    ),
  ],
  theme: [
    walk(
      'a file',
      () => {
        put('theme/theme.yaml', Buffer.alloc(limits.theme.bytes + 1, '# '));
        return run(['build', put('th.md', BRIEF), '--theme', './theme', '--to', 'md']);
      },
      2,
      /is larger than \d+ bytes/u,
    ),
  ],
  epub: [
    walk(
      'unpacked: 2 MB that become 2 GB',
      () => {
        const zeros = deflateRawSync(Buffer.alloc(220 * MIB));
        const many = Array.from({ length: 9 }, (_, i) => ({
          name: `${i}.bin`,
          packed: zeros,
          size: 220 * MIB,
        }));
        return run([
          'check',
          '--profile',
          'epub',
          put('bomb.epub', zip([member('mimetype', 'application/epub+zip'), ...many])),
        ]);
      },
      5,
      /unpacks to more than \d+ bytes/u,
      900,
    ),
    walk(
      'text',
      () => {
        const text = `<package>${' '.repeat(limits.epub.text)}</package>`;
        return run([
          'check',
          put(
            'text.epub',
            zip([member('META-INF/container.xml', CONTAINER), member('p.opf', text)]),
          ),
        ]);
      },
      5,
      /more than \d+ bytes/u,
    ),
    walk(
      'elements',
      () => {
        const text = `<package>${'<a b=""/>'.repeat(limits.epub.elements + 1)}</package>`;
        return run([
          'check',
          put(
            'elements.epub',
            zip([member('META-INF/container.xml', CONTAINER), member('p.opf', text)]),
          ),
        ]);
      },
      5,
      /more elements than are read/u,
      900,
    ),
  ],
  zip: [
    walk(
      'members',
      () => {
        const end = Buffer.from(zip([]));
        end.writeUInt32LE(limits.zip.directory + 1, 12);
        return run(['verify', put('members.zip', end)]);
      },
      3,
      /zip-/u,
    ),
  ],
  bag: [
    walk(
      'a manifest of 100 kB that becomes 100 MB',
      () => {
        const lines = Buffer.alloc(100 * MIB, 'no checksum\n');
        const bag = zip([
          member('b/bagit.txt', BAG),
          { ...member('b/manifest-sha256.txt', lines) },
        ]);
        return run(['verify', put('manifest.zip', bag)]);
      },
      3,
      new RegExp(`\\[(?:${LARGE}|zip-bomb)\\]`, 'u'),
      900,
    ),
    walk(
      'a manifest of lines that are none',
      () => {
        const lines = Buffer.alloc(limits.bag.tag - 1, 'no checksum\n');
        return run([
          'verify',
          (put('bag/bagit.txt', BAG),
          put('bag/data/a', 'a'),
          put('bag/manifest-sha256.txt', lines),
          'bag'),
        ]);
      },
      3,
      /and 2,796,\d+ more of this kind \[bag-manifest-line\]/u,
      900,
    ),
  ],
  proof: [
    walk(
      'a file',
      () =>
        run([
          'verify',
          put('p.json', Buffer.alloc(limits.proof.bytes + 1, '[')),
          '--root',
          '0'.repeat(64),
        ]),
      3,
      /proof-invalid/u,
    ),
    walk(
      'levels',
      () => run(['verify', put('d.json', '['.repeat(1_000_000)), '--root', '0'.repeat(64)]),
      3,
      /proof-invalid/u,
    ),
  ],
  keys: [
    walk(
      'a file of signers',
      () =>
        run([
          'verify',
          put('k.zip', 'PK'),
          '--signers',
          put('signers', Buffer.alloc(limits.keys.bytes + 1, 'a ')),
        ]),
      6,
      /is larger than \d+ bytes/u,
    ),
  ],
  stamp: [
    walk(
      'an answer without an end',
      () =>
        endless((url) =>
          run(['archive', put('s.md', BRIEF), '-o', 's.zip', '--tsa', url, '--timeout', '300s']),
        ),
      6,
      /answered with more than \d+ bytes/u,
      700,
    ),
  ],
  file: [
    walk(
      'a key',
      () => run(['check', put('f.md', BRIEF), '--transcript', '/proc/self/pagemap']),
      3,
      /transcript/u,
    ),
  ],
  messages: [
    walk(
      'of one rule',
      () =>
        run([
          'check',
          put(
            'm.md',
            `# A\n\n${Array.from({ length: 500 }, (_, i) => `![](lost-${i}.png)\n\n`).join('')}`,
          ),
        ]),
      3,
      /and 400 more of this kind \[image-missing\]/u,
    ),
    walk(
      'of one rule, as JSON',
      () =>
        run([
          'check',
          '--json',
          put(
            'j.md',
            `# A\n\n${Array.from({ length: 500 }, (_, i) => `![a](lost-${i}.png)\n\n`).join('')}`,
          ),
        ]),
      3,
      /"severity":"error","code":"image-missing","message":"and 400 more of this kind"/u,
    ),
  ],
};

describe('every input has its limit', () => {
  test('every row is walked, here or where it says', () => {
    const walked = Object.keys(limits).filter((name) => name in WALKS || name in ELSEWHERE);
    expect(walked).toEqual(Object.keys(limits));
  });

  test.each(
    Object.entries(WALKS).flatMap(([row, walks]) =>
      walks.map((one) => [`${row}: ${one.name}`, one] as const),
    ),
  )(
    '%s',
    async (_name, { run: go, code, says, peak }) => {
      const ran = await go();
      expect(`${ran.stderr}${ran.stdout}`.slice(0, 100_000)).toMatch(says);
      expect(ran.code).toBe(code);
      expect(ran.stderr.length + ran.stdout.length).toBeLessThan(400_000);
      expect(ran.peak).toBeLessThan(peak);
    },
    300_000,
  );

  test('the table of THREATS.md says what the code says', () => {
    const words = (value: number): string =>
      value % MIB === 0
        ? `${value / MIB} MiB`
        : value % 1024 === 0
          ? `${value / 1024} KiB`
          : value.toLocaleString('en');
    const rows = Object.entries(limits).map(
      ([name, row]) =>
        `| ${name} | ${Object.entries(row)
          .map(([what, value]: [string, number]) => `${what} ${words(value)}`)
          .join(' · ')} |`,
    );
    const table = readFileSync(THREATS, 'utf8')
      .split('\n')
      .filter((line) => rows.some((row) => line.startsWith(row.slice(0, row.indexOf('|', 2) + 1))));
    expect(table.map((line) => line.split('|').slice(0, 3).join('|').trimEnd() + ' |')).toEqual(
      rows,
    );
  });
});
