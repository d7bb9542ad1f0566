/**
 * ro-crate-metadata.json: what the files are and how they came about, for machines
 * (https://w3id.org/ro/crate/1.2).
 */
import type { ZipEntry } from '../../zip/write.ts';
import { programOf, type Job } from '../format.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  md: 'text/markdown',
  txt: 'text/plain',
  vtt: 'text/vtt',
  srt: 'application/x-subrip',
  html: 'text/html',
  json: 'application/json',
  yml: 'application/yaml',
  yaml: 'application/yaml',
  pdf: 'application/pdf',
  epub: 'application/epub+zip',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  css: 'text/css',
  hbs: 'text/x-handlebars-template',
  ttf: 'font/ttf',
};

const mediaTypeOfPath = (path: string): string =>
  MEDIA_TYPES[/\.([^./]+)$/u.exec(path)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream';

const crateId = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
const refs = (paths: readonly string[]): readonly object[] =>
  paths.map((path) => ({ '@id': crateId(path) }));

/** `ro-crate-metadata.json` for the files of a snapshot (RO-Crate 1.1). */
export function crateOf({ edition, facts }: Job, files: readonly ZipEntry[]): object {
  const { meta, identifier, modified } = edition;
  const paths = files.map(({ path }) => path);
  const outputs = paths.filter(
    (path) =>
      /^(?:print|ebook)\//u.test(path) || path === 'ledger.json' || path === 'verification.json',
  );
  const program = programOf(facts);
  return {
    '@context': 'https://w3id.org/ro/crate/1.2/context',
    '@graph': [
      {
        '@id': 'ro-crate-metadata.json',
        '@type': 'CreativeWork',
        'about': { '@id': './' },
        'conformsTo': { '@id': 'https://w3id.org/ro/crate/1.2' },
      },
      {
        '@id': './',
        '@type': 'Dataset',
        'name': meta.title,
        'description':
          meta.description ?? meta.subtitle ?? `Snapshot of the evidence brief “${meta.title}”`,
        ...(modified ? { datePublished: modified } : {}),
        'license': meta.rights ?? 'No licence is stated.',
        'identifier': identifier,
        'inLanguage': meta.lang,
        'author': meta.authors.map((_, i) => ({ '@id': `#author-${i + 1}` })),
        'hasPart': refs(paths),
        'mentions': { '@id': '#build' },
      },
      ...meta.authors.map((name, i) => ({ '@id': `#author-${i + 1}`, '@type': 'Person', name })),
      ...files.map(({ path, bytes }) => fileEntity(path, bytes.length)),
      {
        '@id': '#build',
        '@type': 'CreateAction',
        'name': 'Build of the editions',
        'instrument': { '@id': '#program' },
        'object': refs(paths.filter((path) => /^(?:source|theme)\//u.test(path))),
        'result': refs(outputs),
        ...(modified ? { endTime: modified } : {}),
      },
      {
        '@id': '#program',
        '@type': 'SoftwareApplication',
        'name': program,
        'softwareVersion': program.split(' ').at(-1),
      },
    ],
  };
}

const fileEntity = (path: string, size: number): object => ({
  '@id': crateId(path),
  '@type': 'File',
  'name': path,
  'contentSize': String(size),
  'encodingFormat': mediaTypeOfPath(path),
});
