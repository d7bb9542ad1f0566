/**
 * What the manifests list against what is there: missing, altered and added files, and what
 * probably happened to them.
 */
import { bytesIn } from '../tree.ts';
import { digest } from '../digest.ts';
import type { Measure } from './measure.ts';
import { isPayload, type Bag, type Manifest, type BagReport } from './read.ts';

type Measures = ReadonlyMap<string, Measure | null>;

/** A listed file whose content is another. */
interface Altered {
  readonly path: string;
  readonly measure: Measure;
  readonly wrong: readonly Manifest[];
  readonly right: number;
}

interface Listing {
  readonly missing: readonly string[];
  readonly altered: readonly Altered[];
}

/**
 * Compares the payload (RFC 8493, 3). @param sizes path → bytes as recorded by who wrote the bag,
 * for better words
 */
export async function comparePayload(
  bag: Bag,
  measures: Measures,
  sizes: ReadonlyMap<string, number>,
  report: BagReport,
): Promise<void> {
  const { missing, altered } = compareManifests(bag.payload, measures, report);
  const meant = new Set(renamedPaths(bag.payload, measures).values());
  const extra = [...measures.keys()].filter((path) => isPayload(path) && !meant.has(path));
  const renamed = renames(bag.payload, missing, extra, measures);
  for (const [from, to] of renamed)
    report('bag-renamed', `${from} is there under another name: ${to}`);
  const gone = new Set(renamed.flat());
  for (const path of missing) if (!gone.has(path)) report('bag-missing', `${path} is missing`);
  for (const path of extra)
    if (!gone.has(path)) report('bag-unlisted', `${path} is in no manifest`);
  await explainAltered(bag, altered, sizes, report);
  compareLists(bag, measures, report);
}

/**
 * Tag files are compared with the tag manifests; a manifest among them is told under its own rule.
 */
export function compareTags(bag: Bag, measures: Measures, report: BagReport): void {
  const { missing, altered } = compareManifests(bag.tags, measures, report);
  for (const path of missing) report('bag-tag-missing', `${path} is missing`);
  for (const { path, wrong } of altered) {
    const what = `${path} is not as ${wrong.map(({ name }) => name).join(' and ')} says`;
    report(/^(?:tag)?manifest-/iu.test(path) ? 'bag-manifest-altered' : 'bag-tag-altered', what);
  }
}

function compareManifests(
  manifests: readonly Manifest[],
  measures: Measures,
  report: BagReport,
): Listing {
  const missing: string[] = [];
  const altered: Altered[] = [];
  for (const [path, name] of renamedPaths(manifests, measures)) {
    if (name === null) missing.push(path);
    else if (name !== path)
      report('bag-path-odd', `${path} is listed in another Unicode form than the file’s name`);
    const measure = name === null ? null : measures.get(name);
    if (!measure) continue;
    const holding = manifests.filter(({ entries }) => entries.has(path));
    const wrong = holding.filter(
      ({ entries, algorithm }) => entries.get(path) !== measure.hex[algorithm],
    );
    if (wrong.length > 0)
      altered.push({ path, measure, wrong, right: holding.length - wrong.length });
    else if (measure.fault) report(measure.fault.rule, measure.fault.says);
  }
  return { missing, altered };
}

/** From version 1.0 on every payload file stands in every payload manifest. */
function compareLists(bag: Bag, measures: Measures, report: BagReport): void {
  if (!bag.version.strict || bag.payload.length < 2) return;
  const known = bag.payload.map((manifest) => ({
    name: manifest.name,
    files: new Set(renamedPaths([manifest], measures).values()),
  }));
  for (const path of measures.keys()) {
    const lacking = isPayload(path) ? known.filter(({ files }) => !files.has(path)) : [];
    if (lacking.length > 0 && lacking.length < known.length)
      report('bag-unlisted', `${path} is not in ${lacking.map(({ name }) => name).join(' and ')}`);
  }
}

// ---------------------------------------------------------------- names

/**
 * Listed path → name of the file that it means, or null. Some file systems change the Unicode form
 * of names, so a name in another form is taken where the path itself is not there.
 */
function renamedPaths(
  manifests: readonly Manifest[],
  measures: Measures,
): ReadonlyMap<string, string | null> {
  const byForm = new Map([...measures.keys()].map((name) => [name.normalize('NFC'), name]));
  const listed = new Set(manifests.flatMap(({ entries }) => [...entries.keys()]));
  return new Map(
    [...listed].map((path) => [
      path,
      measures.has(path) ? path : (byForm.get(path.normalize('NFC')) ?? null),
    ]),
  );
}

// ---------------------------------------------------------------- what happened

const key = (manifest: Manifest, hex: string | undefined): string => `${manifest.algorithm}:${hex}`;

function renames(
  manifests: readonly Manifest[],
  missing: readonly string[],
  extra: readonly string[],
  measures: Measures,
): readonly [string, string][] {
  const first = manifests[0];
  if (!first) return [];
  const free = new Map(
    extra.map((path) => [key(first, measures.get(path)?.hex[first.algorithm]), path]),
  );
  return missing.flatMap((path): [string, string][] => {
    const to = free.get(key(first, first.entries.get(path)));
    return to === undefined ? [] : [[path, to]];
  });
}

async function explainAltered(
  bag: Bag,
  altered: readonly Altered[],
  sizes: ReadonlyMap<string, number>,
  report: BagReport,
): Promise<void> {
  const first = bag.payload[0]!;
  const expected = new Map(altered.map(({ path }) => [key(first, first.entries.get(path)), path]));
  for (const file of altered) {
    const owner = expected.get(key(first, file.measure.hex[first.algorithm]));
    report(...(await alterationOf(bag, file, owner, sizes.get(file.path))));
  }
}

/**
 * Rule and sentence for a file that is not as it was: `owner` is the path whose content it has,
 * `was` its size in bytes.
 */
async function alterationOf(
  bag: Bag,
  { path, measure: { size }, wrong, right }: Altered,
  owner: string | undefined,
  was: number | undefined,
): Promise<Parameters<BagReport>> {
  if (right > 0) {
    const names = wrong.map(({ name }) => name).join(' and ');
    return [
      'bag-altered',
      `${path} is not as ${names} says, though another manifest agrees with it`,
    ];
  }
  if (owner !== undefined && owner !== path)
    return ['bag-swapped', `${path} has the content of ${owner}`];
  if (was !== undefined && size < was)
    return ['bag-truncated', `${path} is cut off: ${size} of ${was} bytes are there`];
  if (await lineEndings(bag, path, size))
    return ['bag-line-endings', `The line endings of ${path} were changed`];
  return ['bag-altered', `${path} is not as it was: its checksum is another`];
}

const TEXT_LIMIT = 16 * 1024 * 1024;

/** True when only the line endings differ from the listed content. */
async function lineEndings(bag: Bag, path: string, size: number): Promise<boolean> {
  const first = bag.payload[0]!;
  const bytes = size > TEXT_LIMIT ? null : await bytesIn(bag.tree, path).catch(() => null);
  if (!bytes?.includes(10)) return false;
  const text = Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n');
  return [text, text.replaceAll('\n', '\r\n')].some(
    (form) => digest(first.algorithm, Buffer.from(form, 'latin1')) === first.entries.get(path),
  );
}
