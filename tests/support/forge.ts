/**
 * A forger who knows the format: files of a snapshot are changed, and every record, root and
 * checksum is made anew to fit.
 */
import { leavesOf } from '../../src/archive/annotations.ts';
import { makeBag } from '../../src/archive/bag/write.ts';
import { merkleRoot } from '../../src/archive/merkle.ts';
import type { BuildRecord, LedgerRecord } from '../../src/archive/records.ts';
import { writeZip } from '../../src/zip/write.ts';
import { hash, infoIn, unpacked } from './archive.ts';

type Deep<T> = T extends readonly (infer U)[]
  ? Deep<U>[]
  : T extends object
    ? { -readonly [K in keyof T]: Deep<T[K]> }
    : T;
export type LedgerDraft = Deep<LedgerRecord>;
export type BuildDraft = Deep<BuildRecord>;

export interface Forgery {
  /** Path below data/ → new content; null takes the file out. */
  readonly files?: Readonly<Record<string, string | Uint8Array | null>>;
  /** Path of a tag file → new content. */
  readonly tags?: Readonly<Record<string, string>>;
  readonly ledger?: (ledger: LedgerDraft) => void;
  readonly build?: (build: BuildDraft) => void;
  /** Text of the whole record, as the forger writes it. */
  readonly spelling?: (ledger: string) => string;
}

const written = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
const parsed = (bytes: Uint8Array | undefined): unknown =>
  JSON.parse(Buffer.from(bytes!).toString());

/**
 * The forged snapshot: sound as a bag, with records that agree with each other and with the files.
 */
export async function forged(zip: Uint8Array, forgery: Forgery): Promise<Uint8Array> {
  const all = await unpacked(zip);
  const files = new Map<string, Uint8Array>();
  const tags = new Map<string, Uint8Array>();
  for (const [path, content] of Object.entries(all)) {
    const [, inside, tag] = /^bag\/(?:data\/(.+)|(README\.html|bag-info\.txt))$/u.exec(path) ?? [];
    if (inside !== undefined) files.set(inside, Buffer.from(content as Uint8Array));
    if (tag !== undefined) tags.set(tag, Buffer.from(content as Uint8Array));
  }
  for (const [path, content] of Object.entries(forgery.files ?? {})) {
    if (content === null) files.delete(path);
    else files.set(path, Buffer.from(content as Uint8Array));
  }
  const sum = (path: string): string => hash('sha256', files.get(path)!);
  /** In the order that was there before. */
  const sums = (paths: readonly string[], before: object): Record<string, string> => {
    const kept = Object.keys(before).filter((path) => paths.includes(path));
    return Object.fromEntries([...new Set([...kept, ...paths])].map((path) => [path, sum(path)]));
  };
  const names = [...files.keys()].sort();
  const sources = names.filter((path) => path.startsWith('source/'));

  const ledger = parsed(files.get('ledger.json')) as LedgerDraft;
  ledger.brief.sources = sums(sources, ledger.brief.sources);
  forgery.ledger?.(ledger);
  ledger.merkle.size = ledger.annotations.length + 1;
  ledger.merkle.root = merkleRoot(leavesOf(ledger.brief, ledger.annotations));
  files.set(
    'ledger.json',
    forgery.spelling ? Buffer.from(forgery.spelling(written(ledger).toString())) : written(ledger),
  );

  const build = parsed(files.get('build.json')) as BuildDraft;
  build.sources = sums(sources, build.sources);
  const results = names.filter((path) =>
    /^(?:print|ebook|output)\/|^ledger\.json$|^verification\.json$/u.test(path),
  );
  build.results = sums(results, build.results);
  for (const row of build.theme?.files ?? [])
    if (files.has(`theme/${row.path}`)) row.sha256 = sum(`theme/${row.path}`);
  forgery.build?.(build);
  files.set('build.json', written(build));
  return packed(
    files,
    new Map([
      ...tags,
      ...Object.entries(forgery.tags ?? {}).map(
        ([path, text]) => [path, Buffer.from(text)] as const,
      ),
    ]),
  );
}

function packed(
  files: ReadonlyMap<string, Uint8Array>,
  tags: ReadonlyMap<string, Uint8Array>,
): Uint8Array {
  const info = infoIn({ 'bag/bag-info.txt': tags.get('bag-info.txt')! });
  const payload = [...files].map(([path, bytes]) => ({ path, bytes }));
  const others = [...tags].flatMap(([path, bytes]) =>
    path === 'bag-info.txt' ? [] : [{ path, bytes }],
  );
  const bag = makeBag(payload, others, info);
  return writeZip(
    bag.map(({ path, bytes }) => ({ path: `x/${path}`, bytes })),
    null,
  );
}
