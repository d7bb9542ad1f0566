/** Tokens of TypeScript, counted as its scanner cuts them; comments and white space are none. */

const BLANK = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/uy;
const STRING = /'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*"/uy;
const WORD = /#?[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/uy;
const NUMBER = /0[xbo][\da-f_]+n?|\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?n?/iuy;
/** A `>` ends a type argument by itself. */
const SIGN =
  /\.\.\.|[=!]==?|\*\*=?|<<=?|&&=?|\|\|=?|\?\?=?|\?\.(?!\d)|=>|[<>]=|\+\+|--|[-+*/%&|^]=|[^]/uy;
/** Up to the end of a template, or to words in it that are calculated. */
const TEMPLATE = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{)/uy;

/**
 * Tokens between two offsets of a text. @param expressions start of each regular expression in it,
 * with its end
 */
export function tokenCount(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  expressions: ReadonlyMap<number, number>,
): number {
  let count = 0;
  /** Braces that are open inside each template that is open. */
  const templates: number[] = [];
  for (let at = start; at < end; ) {
    const past = pastBlank(text, at);
    if (past > at) {
      at = past;
      continue;
    }
    count++;
    const sign = text[at]!;
    if (sign === '{' && templates.length > 0) templates[templates.length - 1]!++;
    const closes = sign === '}' && templates.length > 0 && templates.at(-1) === 0;
    if (sign === '}' && !closes && templates.length > 0) templates[templates.length - 1]!--;
    if (closes) templates.pop();
    if (sign !== '`' && !closes) at = expressions.get(at) ?? pastToken(text, at);
    else {
      at = matched(TEMPLATE, text, at + 1) ?? end;
      if (text[at - 1] === '{') templates.push(0);
    }
  }
  return count;
}

const pastBlank = (text: string, at: number): number => matched(BLANK, text, at) ?? at;

const pastToken = (text: string, at: number): number =>
  [STRING, WORD, NUMBER, SIGN].map((form) => matched(form, text, at)).find((end) => end !== null)!;

/** Where a form ends that begins at `at`; null where it does not. */
function matched(form: RegExp, text: string, at: number): number | null {
  form.lastIndex = at;
  return form.test(text) ? form.lastIndex : null;
}
