/**
 * README.html of a snapshot as its template sees it: what this is, and how to check it with the
 * tools of any system.
 */
import { verdictOf } from '../../ledger.ts';
import { digest } from '../../archive/digest.ts';
import type { ZipEntry } from '../../zip/write.ts';
import { programOf, type Job } from '../format.ts';
import { labelsSaid } from '../../views/say.ts';
import { legendView, type LegendView } from '../../views/verdicts.ts';

/** What the page that explains a snapshot to people is given. */
export interface SnapshotView {
  readonly lang: string;
  readonly dir: string;
  readonly title: string;
  readonly subtitle: string | null;
  readonly identifier: string;
  readonly date: string | null;
  readonly program: string;
  readonly root: string;
  /** How many files of the theme there are; they are not listed. */
  readonly themeFiles: number;
  readonly files: readonly {
    readonly path: string;
    readonly href: string;
    readonly size: number;
    readonly sha256: string;
    readonly what: string;
  }[];
  readonly quotations: readonly {
    readonly number: number;
    readonly text: string;
    readonly speaker: string;
    readonly verdict: string;
    readonly status: string;
  }[];
  /** What the verdicts that occur mean. */
  readonly legend: LegendView;
}

/** What a person wants to know of a file; the first row that fits. */
const WHAT: readonly (readonly [path: RegExp, what: string])[] = [
  [/^print\//u, 'the print edition'],
  [/^ebook\//u, 'the e-reader edition'],
  [/^source\/transcripts\//u, 'what the quotations were compared with'],
  [/^source\//u, 'what the editions were made from'],
  [/^ledger\.json$/u, 'every quotation with its place and verdict'],
  [/^verification\.json$/u, 'the report of the check'],
  [/^build\.json$/u, 'what took part in the build'],
  [/^/u, 'what the files are, for machines'],
];

/** @param payload paths below data/. @param root Merkle root of the ledger */
export function snapshotView(
  { edition, facts }: Job,
  payload: readonly ZipEntry[],
  root: string,
): SnapshotView {
  const say = labelsSaid(edition);
  return {
    lang: edition.meta.lang,
    dir: edition.dir,
    title: edition.meta.title,
    subtitle: edition.meta.subtitle,
    identifier: edition.identifier,
    date: edition.modified,
    program: programOf(facts),
    root,
    themeFiles: payload.filter(isTheme).length,
    files: payload
      .filter((entry) => !isTheme(entry))
      .map(({ path, bytes }) => ({
        path: `data/${path}`,
        href: `data/${path.split('/').map(encodeURIComponent).join('/')}`,
        size: bytes.length,
        sha256: digest('sha256', bytes),
        what: WHAT.find(([pattern]) => pattern.test(path))![1],
      })),
    quotations: edition.ledger.entries.map((entry) => ({
      number: entry.number,
      text: entry.text,
      speaker: entry.speaker.name ?? say('speakerNotStated'),
      verdict: say(`verdict.${verdictOf(entry)}`),
      status: verdictOf(entry),
    })),
    legend: legendView(edition, say),
  };
}

const isTheme = ({ path }: ZipEntry): boolean => path.startsWith('theme/');
