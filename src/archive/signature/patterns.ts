/**
 * Lists of patterns as OpenSSH matches them (ssh_config(5), PATTERNS): case counts, `*` is any run
 * of characters, `?` any one.
 */

/** True where a pattern fits and none that begins with `!` does. */
export function matchesPatterns(patterns: readonly string[], name: string): boolean {
  const refused = patterns.some(
    (pattern) => pattern.startsWith('!') && matchesPattern(pattern.slice(1), name),
  );
  return (
    !refused &&
    patterns.some((pattern) => !pattern.startsWith('!') && matchesPattern(pattern, name))
  );
}

/** Linear but for the last star, so that no pattern takes long. */
function matchesPattern(pattern: string, name: string): boolean {
  let [p, n] = [0, 0];
  let star: { readonly p: number; n: number } | null = null;
  while (n < name.length) {
    if (pattern[p] === '*') star = { p: ++p, n };
    else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === name[n]))
      [p, n] = [p + 1, n + 1];
    else if (star) [p, n] = [star.p, ++star.n];
    else return false;
  }
  return /^\**$/u.test(pattern.slice(p));
}
