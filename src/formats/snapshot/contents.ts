/**
 * Job → the payload of its snapshot: all that is needed to read, check and make the editions again.
 * Paths are below data/.
 */
import type { VFile } from 'vfile';
import { digest } from '../../archive/digest.ts';
import { once, sourceFiles, type Documented } from '../../archive/document.ts';
import { archivedPlaces, boundFolder, boundPath } from '../../archive/places.ts';
import type { BuiltBrief } from '../../archive/records.ts';
import { rules } from '../../rules.ts';
import type { ZipEntry } from '../../zip/write.ts';
import type { Job } from '../format.ts';
import { ledgerRecord } from '../ledger/record.ts';
import { crateOf } from './crate.ts';

const FOLDER_OF_MEDIA_TYPE: Readonly<Record<string, string>> = {
  'application/pdf': 'print',
  'application/epub+zip': 'ebook',
};

/** Sorted by path; the description of the crate comes last, because it lists the others. */
export function payloadOf(job: Job, file: VFile): readonly ZipEntry[] {
  const sources = sourceFiles(job);
  const outputs = job.made.map(outputEntry);
  const theme = once(job.theme.files.map(({ path, bytes }) => ({ path: `theme/${path}`, bytes })));
  const ledger = json('ledger.json', ledgerRecord(job));
  const report = json('verification.json', verificationOf(job, file));
  const results = [...outputs, ledger, report];
  const build = json('build.json', buildOf(job, sources, results));
  const files = [...sources, ...theme, ...results, build].toSorted((a, b) =>
    a.path < b.path ? -1 : 1,
  );
  return [...files, json('ro-crate-metadata.json', crateOf(job, files))];
}

const json = (path: string, value: object): ZipEntry => ({
  path,
  bytes: new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`),
});

/** How each quotation was judged, and what the press had to say. */
function verificationOf({ edition }: Job, file: VFile): object {
  const { counts, transcripts, entries, unnumbered } = edition.ledger;
  return {
    format: 'briefpress verification 1',
    counts,
    transcripts,
    quotations: entries.map(({ number, id, text, speaker, evidence }) => ({
      number,
      id,
      text,
      speaker: speaker.name,
      status: evidence.status,
    })),
    notNumbered: unnumbered.length,
    messages: file.messages.filter(isOfBrief).map(({ ruleId, reason, line, column }) => ({
      rule: ruleId ?? null,
      says: reason,
      line: line ?? null,
      column: column ?? null,
    })),
  };
}

/**
 * What this machine lacks, or keeps beside the brief, is no fact about it: the same brief makes the
 * same bytes elsewhere.
 */
const isOfBrief = ({ ruleId }: VFile['messages'][number]): boolean =>
  rules[ruleId as keyof typeof rules]?.exit !== 6;

/**
 * What took part in the build, so that it can be done again. Nothing about the machine or the
 * person.
 */
function buildOf(
  { brief, edition, transcripts, parts, facts, pages }: Job,
  sources: readonly ZipEntry[],
  results: readonly ZipEntry[],
): object {
  const own = builtBrief({ brief, transcripts });
  return {
    format: 'briefpress build 1',
    brief: own.brief,
    slug: edition.slug,
    ...(parts.length > 0 ? { transcript: null, parts: parts.map(builtPart) } : own),
    modified: edition.modified,
    passes: pages?.passes ?? null,
    ...facts,
    overrides: edition.ledger.overrides,
    sources: hashes(sources),
    results: hashes(results),
  };
}

const hashes = (entries: readonly ZipEntry[]): object =>
  Object.fromEntries(entries.map(({ path, bytes }) => [path, digest('sha256', bytes)]));

/** Where the brief lies, the transcript, and those that the press has found. */
function builtBrief({ brief, transcripts }: Pick<Job, 'brief' | 'transcripts'>): BuiltBrief {
  const places = archivedPlaces(brief, transcripts);
  const found = brief.sources.filter((source) => source.found && places.transcripts.has(source.id));
  const first = transcripts.find(({ sourceId }) => found.every(({ id }) => id !== sourceId));
  return {
    brief: places.brief,
    transcript: first ? places.transcripts.get(first.sourceId)! : null,
    ...(found.length > 0 && {
      found: found.map(({ id }) => ({ id, path: places.transcripts.get(id)! })),
    }),
  };
}

/** The same of a brief that a packet binds. */
function builtPart(part: Documented, index: number): BuiltBrief {
  const { brief, transcript, found } = builtBrief(part);
  const folder = boundFolder(index, part.edition.slug);
  return {
    brief: boundPath(folder, brief),
    transcript: transcript === null ? null : boundPath(folder, transcript),
    ...(found && { found: found.map(({ id, path }) => ({ id, path: boundPath(folder, path) })) }),
  };
}

const outputEntry = ({ name, mediaType, bytes }: Job['made'][number]): ZipEntry => ({
  path: `${FOLDER_OF_MEDIA_TYPE[mediaType] ?? 'output'}/${name}`,
  bytes,
});
