/** Numbers as people write them in tables. */

/**
 * `1,234.5`, `1.234,5`, `12 %`, `€ 3`, `−4`: the number that is written, or null. Where one comma or
 * stop alone could be either, the language says which.
 * @param lang BCP 47
 */
export function numberIn(cell: string, lang: string): number | null {
  const bare = cell.replaceAll(/[\s\u00a0\u202f%‰'’]|\p{Sc}/gu, '').replace(/^[−–]/u, '-');
  if (!/^[+-]?(?:\d[\d.,]*|\.\d+)$/u.test(bare)) return null;
  const signs = [...new Set(bare.match(/[.,]/gu))];
  const last =
    bare.at(-1) === ',' || bare.at(-1) === '.' ? null : (bare.match(/[.,]/gu)?.at(-1) ?? null);
  if (last === null && signs.length > 0) return null;
  const decimal =
    signs.length === 2 ? last : signs.length === 1 ? decimalSign(bare, signs[0]!, lang) : null;
  const [whole = '', fraction, ...more] = decimal === null ? [bare] : bare.split(decimal);
  if (more.length > 0) return null;
  const group = decimal === ',' ? '.' : decimal === '.' ? ',' : (signs[0] ?? ',');
  const groups = whole.split(group);
  if (groups.length > 1 && !groups.slice(1).every((digits) => /^\d{3}$/u.test(digits))) return null;
  const number = Number(`${groups.join('')}${fraction === undefined ? '' : `.${fraction}`}`);
  return Number.isFinite(number) ? number : null;
}

function decimalSign(bare: string, sign: string, lang: string): string | null {
  const parts = bare.replace(/^[+-]/u, '').split(sign);
  if (parts.length > 2) return null;
  const mayGroup = /^[1-9]\d{0,2}$/u.test(parts[0]!) && /^\d{3}$/u.test(parts[1]!);
  return mayGroup && sign !== decimalSignOf(lang) ? null : sign;
}

const decimalSignOf = (lang: string): string =>
  new Intl.NumberFormat(lang).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ??
  '.';
