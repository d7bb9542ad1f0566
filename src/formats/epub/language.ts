/** Language tags (BCP 47) as books need them. */

/** Is it a language tag? Its form, not its registration (RFC 5646, 2.1). */
export function isEpubLanguage(tag: string): boolean {
  if (/^(?:x|i)-/iu.test(tag)) return /^[a-z]-[a-z0-9]{1,8}(?:-[a-z0-9]{1,8})*$/iu.test(tag);
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/**
 * Codes that mean something only among those who agreed on them (ISO 639-2, qaa to qtz), and
 * private tags.
 */
const PRIVATE = /^(?:q[a-t][a-z]|[xi])(?:-|$)/iu;

const LANGUAGE_NAMES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/**
 * The tag, or `und` (undetermined) where no reader can know the language: the tag is malformed or
 * private, or its two letters are not in ISO 639-1. Codes of three letters are taken on trust.
 */
export function epubLanguage(tag: string): string {
  if (!isEpubLanguage(tag) || PRIVATE.test(tag)) return 'und';
  const primary = tag.split('-')[0]!;
  return primary.length === 2 && LANGUAGE_NAMES.of(primary) === undefined ? 'und' : tag;
}
