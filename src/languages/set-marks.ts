/** The marks in which a language sets quotations. */
import { languageOf } from './index.ts';

/** Marks that hold words by a shape of one stroke. */
const SINGLE_SHAPES = '‘‚‹’';

/** Inner spaces of guillemets: French sets them apart by a narrow space that does not break. */
const NARROW = '\u202f';

type SetPair = readonly [opens: string, closes: string];

/** The marks around a quotation, and around one within it. @param lang BCP 47 */
export function marksSetIn(lang: string): { readonly double: SetPair; readonly single: SetPair } {
  const language = languageOf(lang);
  const [tag = ''] = lang.toLowerCase().split('-');
  const own = language?.regions?.[lang]?.pairs ?? language?.marks?.pairs ?? [];
  const english: readonly (readonly [string, string])[] = [
    ['“', '”'],
    ['‘', '’'],
  ];
  const pairs = tag === 'pt' || own.length === 0 ? english : own;
  const isSingle = ([opens]: readonly [string, string]): boolean => SINGLE_SHAPES.includes(opens);
  const double = pairs.find((pair) => !isSingle(pair)) ?? english[0]!;
  const single = pairs.find(isSingle) ?? pairs.find((pair) => pair !== double) ?? english[1]!;
  const spaced = ([opens, closes]: readonly [string, string]): readonly [string, string] =>
    tag === 'fr' && !/-ch$/iu.test(lang) && '«‹'.includes(opens)
      ? [`${opens}${NARROW}`, `${NARROW}${closes}`]
      : [opens, closes];
  return { double: spaced(double), single: spaced(single) };
}
