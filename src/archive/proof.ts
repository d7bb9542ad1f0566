/** One quotation, shown and proven without the rest of its brief: a small file with its annotation and the way to the snapshot's root. */
import { canonical, digest } from './digest.ts';
import { leavesOf, type Annotation } from './annotations.ts';
import { merklePath, rootFrom } from './merkle.ts';
import type { LedgerRecord } from './records.ts';

const PROOF_FORMAT = 'briefpress proof 1';

export interface QuotationProof {
  readonly format: typeof PROOF_FORMAT;
  readonly about: string;
  readonly brief: { readonly identifier: string; readonly title: string; readonly date: string | null };
  readonly annotation: Annotation;
  /** Path below data/ → sha256, for the files that the annotation points into. */
  readonly sources: Readonly<Record<string, string>>;
  readonly merkle: {
    readonly algorithm: 'RFC 6962, SHA-256';
    readonly leaf: 'RFC 8785 JSON of the annotation';
    /** From 0. */
    readonly index: number;
    readonly size: number;
    /** From the leaf up. */
    readonly path: readonly string[];
    readonly root: string;
  };
}

const ABOUT =
  'Shows that this quotation is one of those in the snapshot with this root. Hash 0x00 and the canonical JSON of the annotation with SHA-256, ' +
  'then 0x01 and each pair of neighbours upwards (RFC 6962, 2.1), and compare the result with the root in data/ledger.json of the snapshot.';

/** Null where there is no such number. @param sources path below data/ → sha256 of every archived source */
export function proofOf(ledger: LedgerRecord, number: number, sources: Readonly<Record<string, string>>): QuotationProof | null {
  const index = ledger.annotations.findIndex((one) => one.number === number);
  const annotation = ledger.annotations[index];
  if (!annotation) return null;
  const { identifier, title, date } = ledger.brief;
  const named = new Set(annotation.target.map(({ source }) => source));
  return {
    format: PROOF_FORMAT,
    about: ABOUT,
    brief: { identifier, title, date },
    annotation,
    sources: Object.fromEntries(Object.entries(sources).filter(([path]) => named.has(path))),
    merkle: {
      algorithm: 'RFC 6962, SHA-256',
      leaf: 'RFC 8785 JSON of the annotation',
      index,
      size: ledger.annotations.length,
      path: merklePath(leavesOf(ledger.annotations), index),
      root: ledger.merkle.root,
    },
  };
}

/** The proof in a file's text, or null where it is none. */
export function readProof(text: string): QuotationProof | null {
  try {
    const proof = JSON.parse(text) as QuotationProof;
    const { format, annotation, merkle } = proof;
    const fits = format === PROOF_FORMAT && typeof annotation.body.value === 'string' && Array.isArray(annotation.target);
    return fits && Array.isArray(merkle.path) && typeof merkle.root === 'string' ? proof : null;
  } catch {
    return null;
  }
}

/** Why the proof does not lead to the root that it names, or null. */
export function flawOf({ annotation, merkle }: QuotationProof): string | null {
  const { value, sha256 } = annotation.body;
  if (digest('sha256', value) !== sha256) return 'The words of the quotation are not those of its checksum';
  const root = rootFrom(canonical(annotation), merkle.index, merkle.size, merkle.path);
  if (root === null) return 'The path of the proof does not belong to a tree of its size';
  return root === merkle.root ? null : 'The quotation does not lead to the root that the proof names';
}
