/**
 * What may stand in no output, looked for in the bytes: independent of the readers that the press
 * itself uses.
 */
import { inflateRawSync, inflateSync } from 'node:zlib';

/** Every object of a PDF as text: what stands open, and what its streams hold. */
export function pdfSource(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n/gu)].flatMap(({ index, 0: word }) => {
    try {
      return inflateSync(pdf.subarray(index + word.length), { finishFlush: 2 }).toString('latin1');
    } catch {
      return [];
    }
  });
  return [
    text.replaceAll(/stream\r?\n[\s\S]*?endstream/gu, ''),
    ...streams.filter((stream) => stream.includes(' obj') || /^[\d\s]+<</u.test(stream)),
  ].join('\n');
}

/** Sentences about active content and unsafe links in a PDF. */
export function faultsOfPdf(pdf: Uint8Array): readonly string[] {
  const source = pdfSource(pdf);
  const plain = source.replaceAll(/\((?:\\[\s\S]|[^\\()])*\)/gu, '()');
  const active = [
    'JavaScript',
    'JS',
    'Launch',
    'OpenAction',
    'AA',
    'SubmitForm',
    'RichMedia',
  ].filter((name) => new RegExp(`/${name}\\b`, 'u').test(plain));
  const links = [...source.matchAll(/\/URI\s*\(((?:\\[\s\S]|[^\\()])*)\)/gu)].map(
    ([, target = '']) => target,
  );
  return [
    ...active.map((name) => `the PDF has /${name}`),
    ...links
      .filter((target) => !/^(?:https?:|mailto:)/iu.test(target))
      .map((target) => `the PDF links to ${target.slice(0, 60)}`),
  ];
}

/** Files of a ZIP container by name; its directory is read, nothing else. */
export function unzipped(zip: Uint8Array): ReadonlyMap<string, Buffer> {
  const bytes = Buffer.from(zip);
  const files = new Map<string, Buffer>();
  const end = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
    ];
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(from, from + bytes.readUInt32LE(at + 20));
    files.set(
      bytes.toString('utf8', at + 46, at + 46 + name),
      bytes.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data),
    );
    at += 46 + name + extra + comment;
  }
  return files;
}

/** Attributes of every tag in a piece of markup, names in lower case. */
function tagsIn(markup: string): readonly {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
}[] {
  const tags = markup
    .replaceAll(/<!--[\s\S]*?-->/gu, '')
    .matchAll(/<([a-z][\w:-]*)((?:\s+[\w:-]+="[^"]*")*)\s*\/?>/giu);
  return [...tags].map(([, name = '', inner = '']) => ({
    name: name.toLowerCase(),
    attributes: [...inner.matchAll(/([\w:-]+)="([^"]*)"/gu)].map(
      ([, key = '', value = '']) => [key.toLowerCase(), value] as const,
    ),
  }));
}

const ACTIVE = new Set(['script', 'iframe', 'object', 'embed', 'form', 'applet', 'frame', 'base']);
const FETCHED = new Set(['src', 'srcset', 'data', 'poster', 'action', 'formaction', 'background']);

/** Sentences about active content, unsafe links and anything that would be fetched in an EPUB. */
export function faultsOfEpub(epub: Uint8Array): readonly string[] {
  return [...unzipped(epub)].flatMap(([path, bytes]) => {
    if (/(?:^|\/)\.\.(?:\/|$)|^\/|\\/u.test(path)) return [`the EPUB holds ${path}`];
    if (path.endsWith('.css'))
      return /@import|url\(\s*["']?(?:[a-z]+:|\/)/iu.test(bytes.toString('utf8'))
        ? [`${path} fetches something`]
        : [];
    return /\.(?:xhtml|opf|ncx|svg)$/u.test(path)
      ? tagsIn(bytes.toString('utf8')).flatMap((tag) => faultsOfTag(path, tag))
      : [];
  });
}

function faultsOfTag(
  path: string,
  { name, attributes }: ReturnType<typeof tagsIn>[number],
): readonly string[] {
  if (ACTIVE.has(name)) return [`${path} has a ${name} element`];
  return attributes.flatMap(([key, value]) => {
    if (key.startsWith('on')) return [`${path} has the handler ${key}`];
    if (FETCHED.has(key) && /^(?:[a-z][a-z0-9+.-]*:|\/)/iu.test(value))
      return [`${path} fetches ${value.slice(0, 60)}`];
    return key === 'href' && /^\s*(?:javascript|vbscript|data|file):/iu.test(value)
      ? [`${path} links to ${value.slice(0, 60)}`]
      : [];
  });
}
