/**
 * Turns painted text, which runs from left to right, back into reading order (the reverse of
 * Unicode Standard Annex 9, for whole lines).
 */

const RTL = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LETTER_SIGN = /\p{L}/u;
const DIGIT_SIGN = /\p{Nd}/u;

type BidiClass = 'rtl' | 'ltr' | 'digit' | 'neutral';
const bidiClassOf = (sign: string): BidiClass =>
  RTL.test(sign)
    ? 'rtl'
    : DIGIT_SIGN.test(sign)
      ? 'digit'
      : LETTER_SIGN.test(sign)
        ? 'ltr'
        : 'neutral';

/**
 * What one glyph stands for, in painted order: letters of a right-to-left ligature are turned, as
 * their line will be.
 */
export const paintedOrder = (text: string): string =>
  text.length > 1 && RTL.test(text) ? Array.from(text).toReversed().join('') : text;

/**
 * Every line in reading order. A line is taken to run from right to left when most of its letters
 * do.
 */
export const inReadingOrder = (text: string): string =>
  RTL.test(text) ? text.split('\n').map(lineInOrder).join('\n') : text;

function lineInOrder(line: string): string {
  if (!RTL.test(line)) return line;
  const signs = Array.from(line, (sign) => ({ sign, kind: bidiClassOf(sign) }));
  const count = (kind: BidiClass): number => signs.filter((each) => each.kind === kind).length;
  const ordered =
    count('rtl') >= count('ltr') ? reordered(signs) : onStretches(signs, ['rtl'], 'ltr', reordered);
  return ordered.map(({ sign }) => sign).join('');
}

interface BidiSign {
  readonly sign: string;
  readonly kind: BidiClass;
}

/** Reads from the right, and other scripts and numbers within from the left. */
const reordered = (signs: readonly BidiSign[]): readonly BidiSign[] =>
  onStretches(signs.toReversed(), ['ltr', 'digit'], 'rtl', (stretch) => stretch.toReversed());

/**
 * Applies `order` to the longest stretches that begin and end with one of `kinds` and hold no
 * `barrier`.
 */
function onStretches(
  signs: readonly BidiSign[],
  kinds: readonly BidiClass[],
  barrier: BidiClass,
  order: (stretch: readonly BidiSign[]) => readonly BidiSign[],
): readonly BidiSign[] {
  const ordered: BidiSign[] = [];
  for (let at = 0; at < signs.length; ) {
    const end = kinds.includes(signs[at]!.kind) ? stretchEnd(signs, at, kinds, barrier) : at + 1;
    for (const sign of end === at + 1 ? signs.slice(at, end) : order(signs.slice(at, end)))
      ordered.push(sign);
    at = end;
  }
  return ordered;
}

function stretchEnd(
  signs: readonly BidiSign[],
  start: number,
  kinds: readonly BidiClass[],
  barrier: BidiClass,
): number {
  let end = start + 1;
  for (let i = end; i < signs.length && signs[i]!.kind !== barrier; i++)
    if (kinds.includes(signs[i]!.kind)) end = i + 1;
  return end;
}
