/** What formats and the print are given of one edition. */
import { isReady, type ReadyProof } from './fit.ts';
import type { Attachment } from '../pdf/facts.ts';
import { version } from '../version.ts';
import { createHash } from 'node:crypto';
import { ledgerRecord } from '../formats/ledger/record.ts';
import type { Printed } from '../print/paginate.ts';
import type { Job } from '../formats/format.ts';
import type { PressOptions } from '../proof.ts';
import { officeFor, officeRecord } from '../office/wishes.ts';
import type { Theme } from '../theme/theme.ts';
import type { World } from '../world.ts';

/**
 * What travels inside the PDF (ISO 19005-3, 6.8): the brief, the ledger, and what the two rest on.
 */
export function attachmentsOf(proof: ReadyProof): readonly Attachment[] {
  const { brief, edition, transcripts } = proof;
  const json = (value: object): Uint8Array =>
    new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`);
  const source = new TextEncoder().encode(brief.markdown());
  const manifest = {
    program: `briefpress ${version}`,
    identifier: edition.identifier,
    source: { name: 'brief.md', sha256: createHash('sha256').update(source).digest('hex') },
    transcripts: transcripts.map(({ sourceId, name, sha256 }) => ({
      source: sourceId,
      name,
      sha256,
    })),
  };
  return [
    {
      name: 'brief.md',
      mediaType: 'text/markdown',
      bytes: source,
      description: 'The brief as its author wrote it',
      relationship: 'Source',
    },
    {
      name: 'ledger.json',
      mediaType: 'application/json',
      bytes: json(ledgerRecord(documented(proof))),
      description: 'Every quotation with its speaker and verdict',
      relationship: 'Data',
    },
    {
      name: 'manifest.json',
      mediaType: 'application/json',
      bytes: json(manifest),
      description: 'What this file was made from',
      relationship: 'Data',
    },
  ];
}

/** What is archived of a proof: without its theme, and the briefs of a packet in the same way. */
export const documented = ({
  brief,
  edition,
  transcripts,
  parts,
}: ReadyProof): Job['parts'][number] => ({
  brief,
  edition,
  transcripts,
  parts: parts.filter(isReady).map(documented),
});

/** All that formats may use to make their files. */
export function jobFor(
  proof: ReadyProof,
  printed: Printed | null,
  facts: Job['facts'],
  { office }: PressOptions,
  uncut: Job['uncut'],
): Job {
  const { theme } = proof;
  const document = documented(proof);
  return {
    ...document,
    theme,
    pages: printed?.pages ?? null,
    pdf: printed?.pdf ?? null,
    office: officeFor(office, document.brief),
    uncut,
    made: [],
    facts,
  };
}

/**
 * Versions and hashes of what took part, and what the command line asked for; nothing about the
 * machine.
 */
export function printFacts(
  theme: Theme,
  browser: string | null,
  { paper, office, images }: PressOptions,
  { env }: World,
): Job['facts'] {
  const asked = officeRecord(office);
  return {
    program: `briefpress ${version}`,
    node: process.version,
    browser,
    paper,
    ...(asked && { office: asked }),
    ...(images && { images }),
    theme: { name: theme.name, files: theme.files.map(({ path, sha256 }) => ({ path, sha256 })) },
    fonts: facesRecorded(theme),
    sourceDateEpoch: env['SOURCE_DATE_EPOCH'] ?? null,
  };
}

const facesRecorded = ({ faces, spares }: Theme): Job['facts']['fonts'] =>
  [...faces, ...spares.map(({ face }) => face)].map(({ family, weight, style, sha256 }) => ({
    family,
    weight,
    style,
    sha256,
  }));
