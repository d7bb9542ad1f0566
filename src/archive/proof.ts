/**
 * One quotation, shown and proven without the rest of its brief: what it says, what it is from, and
 * the ways of both to the snapshot's root.
 */
import { limits } from '../limits.ts';
import { canonical } from './digest.ts';
import { leavesOf, type Annotation } from './annotations.ts';
import { digest } from './digest.ts';
import type { DocumentFacts } from './document.ts';
import { JsonError, parseJson } from './json.ts';
import { merklePath, rootFrom } from './merkle.ts';
import { isAnnotation, isDocument, type LedgerRecord } from './records.ts';

const PROOF_FORMAT = 'briefpress proof 2';
const ALGORITHM = 'RFC 6962, SHA-256';
const LEAF_DESCRIPTION = 'RFC 8785 JSON of the document, and of the annotation';

/**
 * Nothing in it is free: the document and the annotation are leaves of the tree, and all else is
 * fixed or led by them.
 */
export interface QuotationProof {
  readonly format: typeof PROOF_FORMAT;
  readonly about: typeof PROOF_NOTE;
  readonly document: DocumentFacts;
  readonly annotation: Annotation;
  readonly merkle: {
    readonly algorithm: typeof ALGORITHM;
    readonly leaf: typeof LEAF_DESCRIPTION;
    readonly size: number;
    /** Of the annotation, from 0; the document is leaf 0. */
    readonly index: number;
    /** From the annotation up. */
    readonly path: readonly string[];
    /** From the document up. */
    readonly documentPath: readonly string[];
    readonly root: string;
  };
}

const PROOF_NOTE =
  'Shows that this quotation, and the document that it is from, are those of the snapshot with this root. Hash 0x00 and the canonical JSON of ' +
  'the annotation with SHA-256, then 0x01 and each pair of neighbours upwards (RFC 6962, 2.1); do the same with the document, which is leaf 0. ' +
  'Both must lead to the root in data/ledger.json of the snapshot.';

/** Null where there is no such number. */
export function proofOf(ledger: LedgerRecord, number: number): QuotationProof | null {
  const at = ledger.annotations.findIndex((one) => one.number === number);
  const annotation = ledger.annotations[at];
  if (!annotation) return null;
  const leaves = leavesOf(ledger.brief, ledger.annotations);
  return {
    format: PROOF_FORMAT,
    about: PROOF_NOTE,
    document: ledger.brief,
    annotation,
    merkle: {
      algorithm: ALGORITHM,
      leaf: LEAF_DESCRIPTION,
      size: leaves.length,
      index: at + 1,
      path: merklePath(leaves, at + 1),
      documentPath: merklePath(leaves, 0),
      root: ledger.merkle.root,
    },
  };
}

/** A quotation of 200,000 characters with its places takes about 2 MB. */
export const PROOF_LIMITS = limits.proof;
/** Leaves; no path is longer than its logarithm. */
const MOST_LEAVES = 2 ** 32;

/** The proof in a file, or why it proves nothing: a sentence about the file. */
export function readProof(bytes: Uint8Array): QuotationProof | string {
  try {
    const value = parseJson(bytes, PROOF_LIMITS);
    return isProof(value)
      ? (flawOf(value) ?? value)
      : `The file is not a proof of the form “${PROOF_FORMAT}”`;
  } catch (error) {
    if (error instanceof JsonError) return `The file ${error.message}`;
    throw error;
  }
}

const hasKeys = (
  value: unknown,
  keys: readonly string[],
): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).toSorted().join() === keys.toSorted().join();

const isMerklePath = (value: unknown): value is readonly string[] =>
  Array.isArray(value) &&
  value.length <= 32 &&
  value.every((hash) => typeof hash === 'string' && /^[0-9a-f]{64}$/u.test(hash));

/**
 * The shape, and every field that is no part of a leaf: a reader might believe what is added there.
 */
function isProof(value: unknown): value is QuotationProof {
  if (!hasKeys(value, ['format', 'about', 'document', 'annotation', 'merkle'])) return false;
  const { format, about, document, annotation, merkle } = value;
  if (
    format !== PROOF_FORMAT ||
    about !== PROOF_NOTE ||
    !isDocument(document) ||
    !isAnnotation(annotation)
  )
    return false;
  if (!hasKeys(merkle, ['algorithm', 'leaf', 'size', 'index', 'path', 'documentPath', 'root']))
    return false;
  const { algorithm, leaf, size, index, path, documentPath, root } = merkle;
  return (
    algorithm === ALGORITHM &&
    leaf === LEAF_DESCRIPTION &&
    isMerklePath(path) &&
    isMerklePath(documentPath) &&
    isMerklePath([root]) &&
    [size, index].every(Number.isSafeInteger) &&
    Number(size) <= MOST_LEAVES &&
    Number(index) > 0
  );
}

/** Why the proof does not lead to the root that it names, or null. */
function flawOf({ document, annotation, merkle }: QuotationProof): string | null {
  const { value, sha256 } = annotation.body;
  const { size, index, path, documentPath, root } = merkle;
  if (digest('sha256', value) !== sha256)
    return 'The words of the quotation are not those of its checksum';
  if (size !== document.quotations + 1)
    return 'The document has another number of quotations than the tree of the proof';
  const tops = [
    rootFrom(canonical(annotation), index, size, path),
    rootFrom(canonical(document), 0, size, documentPath),
  ];
  if (tops.includes(null)) return 'The paths of the proof do not belong to a tree of its size';
  if (tops[0] !== root) return 'The quotation does not lead to the root that the proof names';
  return tops[1] === root ? null : 'The document does not lead to the root that the proof names';
}
