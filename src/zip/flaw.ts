/** What can be wrong with a ZIP file: rows of rules.ts, raised here and flagged by whoever asked. */

export type ZipRule =
  | 'zip-damaged'
  | 'zip-trailing'
  | 'zip-duplicate'
  | 'zip-path'
  | 'zip-link'
  | 'zip-bomb'
  | 'zip-mismatch'
  | 'zip-unsupported'
  | 'zip-checksum'
  | 'zip-form';

export interface Flaw {
  readonly rule: ZipRule;
  readonly says: string;
}

/** A flaw met while the content of a member is read. */
export class ZipError extends Error {
  readonly rule: ZipRule;
  constructor(rule: ZipRule, says: string) {
    super(says);
    this.rule = rule;
  }
}
