/** A file, a folder or standard input → Brief. */
import { basename, extname, relative, resolve } from 'node:path';
import type { VFile } from 'vfile';
import { flag } from '../rules/flag.ts';
import type { Brief, Span } from '../types.ts';
import type { World } from '../world.ts';
import { assembleBrief } from './brief.ts';
import { frontOfTree } from './front-matter.ts';
import { readImages } from './images.ts';
import { fileInside } from '../inside.ts';
import { placeOfFile } from './sources.ts';
import { draftFrom } from './draft-brief.ts';
import { parseBriefText, type BriefText } from './parse.ts';
import { givenBy, type GivenBrief, type Input } from './input.ts';
import { isFrontMatter } from './markdown.ts';
import { review } from './review.ts';
import { readDataFiles } from './tables.ts';
import { placeTables } from './directive-tables.ts';
import { decisions, sidecars, type BriefInput } from './sidecars.ts';

export type { Input } from './input.ts';

/**
 * Reads one brief. Problems go to `file`, whose path and value are set here; null when there is
 * nothing to go on with. A brief with errors may still be returned: ask `failed(file)`.
 */
export async function readBrief(world: World, input: Input, file: VFile): Promise<Brief | null> {
  const given = await givenBy(world, input, file);
  const read = given && parseBriefText(textOfBrief(given), file);
  const reviewed = read && review(read.tree, file);
  if (!given || !read || !reviewed) return null;
  const { tree, readings, comments } = read;
  const { data } = given;
  const front = data?.front ?? (await frontOfTree(tree, given.text, file));
  const walk = { root: given.root, own: given.imported?.images, lost: input.images ?? null };
  const assets = await readImages(world, reviewed.images, walk, file);
  if (tree.children.every(isFrontMatter)) {
    flag(file, 'empty', 'The file has no text below its front matter');
    return null;
  }
  const beside = 'path' in input ? await sidecars(world, given, file) : [];
  const tables = await readDataFiles(world, given.root, front.data, file);
  const brief = assembleBrief(
    {
      slug: given.slug,
      path: given.shown,
      text: given.text,
      markdown: () =>
        `${data ? `---\n${data.yaml}---\n\n` : ''}${withoutComments(given.text, comments)}`,
      tree,
      front,
      assets,
      sidecar: await decisions(beside, file),
      originals: [
        { path: basename(given.file), bytes: given.bytes },
        ...[...beside, ...tables.values()].map(({ path, bytes }) => ({ path, bytes })),
      ],
      transcript: await transcriptSource(world, given, input, file),
    },
    file,
  );
  placeTables(
    tree,
    front.data.map(([name]) => [name, tables.get(name)?.table ?? null]),
    brief.meta.lang,
    file,
  );
  await checkSources(world, given.root, brief, askedFrom(world, given, input), file);
  const written = data?.written;
  if (!readings) return written ? { ...brief, written } : brief;
  const { toMarkdown } = await import('./to-markdown.ts');
  return { ...brief, markdown: () => toMarkdown(brief), readings };
}

/** As `draftFrom`, of a file. */
export async function readDraft(world: World, input: Input, file: VFile): Promise<Brief | null> {
  const given = await givenBy(world, input, file);
  if (!given) return null;
  const { slug, bytes } = given;
  return draftFrom({ ...textOfBrief(given), slug, bytes, name: basename(given.file) }, file);
}

const textOfBrief = ({ text, shown, imported, data }: GivenBrief): BriefText => ({
  text,
  shown,
  extension: imported?.extension ?? extname(shown),
  data,
});

/** The text without comments that are for nobody else. */
function withoutComments(text: string, comments: readonly Span[]): string {
  let [left, at] = ['', 0];
  for (const { start, end } of comments) {
    left += text.slice(at, start);
    at = end;
  }
  return left + text.slice(at);
}

/**
 * A transcript that is named by the brief or found beside it lies in its folder; what the command
 * line names is the user's own choice.
 */
async function checkSources(
  world: World,
  root: string,
  { sources }: Brief,
  asked: string | null,
  file: VFile,
): Promise<void> {
  for (const { file: name } of sources) {
    if (name === null || name === asked) continue;
    const found = await fileInside(world, root, name);
    if ('path' in found || found.refused === 'missing') continue;
    flag(file, 'source-unsafe', `The transcript “${name}” ${found.says}`, {
      place: placeOfFile(file, name),
    });
  }
}

const askedFrom = (
  world: World,
  { root }: BriefInput,
  { transcript: named }: Input,
): string | null => (named ? relative(root, resolve(world.cwd, named)) || '.' : null);

/**
 * The transcript asked for on the command line, and the one that lies beside the brief; both
 * relative to the brief's folder.
 */
async function transcriptSource(
  world: World,
  given: BriefInput,
  input: Input,
  file: VFile,
): Promise<{ asked: string | null; beside: string | null }> {
  const { root } = given;
  const asked = askedFrom(world, given, input);
  if (asked !== null) return { asked, beside: null };
  if (!('path' in input)) return { asked: null, beside: null };
  const found = (await world.list(root)).filter((name) =>
    /^transcript\.[a-z0-9]{1,8}$/iu.test(name),
  );
  if (found.length > 1)
    flag(
      file,
      'transcript-several',
      `There are several transcripts: ${found.join(', ')}; the first is used`,
    );
  return { asked: null, beside: found[0] ?? null };
}
