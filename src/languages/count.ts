/** Numbers and the words that agree with them. */

/**
 * The forms of a label: `{count, plural, one {# word} other {# words}}` (ICU MessageFormat, of
 * which only this is read).
 */
const PLURAL = /\{([a-z]+), plural,((?:\s*(?:zero|one|two|few|many|other) \{[^{}]*\})+)\s*\}/gu;
const FORM = /(zero|one|two|few|many|other) \{([^{}]*)\}/gu;

/**
 * A label with the form that its number asks for, by the plural rules of the CLDR.
 * @param tag BCP 47, the language of the label
 * @param values a number that is not given leaves its place as it is
 */
export const agreeing = (
  label: string,
  values: Readonly<Record<string, string | number>>,
  tag: string,
): string =>
  label.replaceAll(PLURAL, (whole, name: string, forms: string) => {
    const count = Object.hasOwn(values, name) ? Number(values[name]) : Number.NaN;
    if (Number.isNaN(count)) return whole;
    const byRule = new Map([...forms.matchAll(FORM)].map(([, rule, words]) => [rule!, words!]));
    const words =
      byRule.get(new Intl.PluralRules(tag).select(count)) ?? byRule.get('other') ?? whole;
    return words.replaceAll('#', String(count));
  });

/**
 * “1 file”, “2 files” of a message of the press, which are English. @param plural a regular one:
 * files, copies
 */
export function counted(count: number, plural: string): string {
  return `${count} ${count === 1 ? plural.replace(/ies$/u, 'y').replace(/s$/u, '') : plural}`;
}
