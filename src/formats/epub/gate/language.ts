/** Is it a language tag? Its form, not its registration (BCP 47, RFC 5646, 2.1). */
export function isLanguageTag(tag: string): boolean {
  if (/^(?:x|i)-/iu.test(tag)) return /^[a-z]-[a-z0-9]{1,8}(?:-[a-z0-9]{1,8})*$/iu.test(tag);
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
