/** The helpers that a template may call: one row each. A template can call nothing else. */
import { fill } from '../languages/index.ts';
import type { Writer } from './theme.ts';

/** A helper that templates may call. */
export interface Helper {
  /** Fewest and most arguments. */
  readonly takes: readonly [number, number];
  /** True when the result is finished markup (or CSS) and must not be escaped again. */
  readonly finished: boolean;
  call(args: readonly unknown[], given: HelperCall): unknown;
}

/** What a helper is given besides its arguments. */
export interface HelperCall {
  /** Named arguments: `n=12`. */
  readonly hash: Readonly<Record<string, unknown>>;
  readonly writer: Writer;
}

const textHelper = (takes: Helper['takes'], call: Helper['call']): Helper => ({
  takes,
  finished: false,
  call,
});
const markupHelper = (takes: Helper['takes'], call: Helper['call']): Helper => ({
  takes,
  finished: true,
  call,
});

/** All helpers by name. */
export const helpers: Readonly<Record<string, Helper>> = {
  /** `href="{{href id}}"`: the link to an anchor. */
  href: textHelper([1, 1], ([id], { writer }) => writer.href(String(id))),
  /**
   * `{{page id}}`, `{{page id ", " labels.pageShort}}` or `{{page id "" "{page}" letter}}`: the
   * page an anchor stands on, in its words; the fourth, or nothing, where the medium has no pages.
   */
  page: markupHelper([1, 4], ([id, before, label, otherwise], { writer }) =>
    pageIn(writer.page(String(id)), {
      before: textOr(before, ''),
      label: textOr(label, '{page}'),
      otherwise: textOr(otherwise, ''),
    }),
  ),
  /**
   * `{{pageLink id ", " labels.pageShort}}`: the same as a link to the anchor, `before` outside it.
   */
  pageLink: markupHelper([1, 3], ([id, before, label], { writer }) => {
    const page = pageIn(writer.page(String(id)), {
      before: '',
      label: textOr(label, '{page}'),
      otherwise: '',
    });
    return page === ''
      ? ''
      : `${escapeHtml(textOr(before, ''))}<a href="${escapeHtml(writer.href(String(id)))}">${page}</a>`;
  }),
  /** `{{content id}}`: the body of a chapter. */
  content: markupHelper([1, 1], ([id], { writer }) => writer.content(String(id))),
  eq: textHelper([2, 2], ([a, b]) => a === b),
  /** True when the first is one of the rest. */
  in: textHelper([2, 9], ([a, ...rest]) => rest.includes(a)),
  or: textHelper([2, 9], (values) => values.find(isTrue) ?? values.at(-1)),
  and: textHelper([2, 9], (values) => values.find((value) => !isTrue(value)) ?? values.at(-1)),
  not: textHelper([1, 1], ([value]) => !isTrue(value)),
  /** `{{join list ", "}}` */
  join: textHelper([2, 2], ([list, between]) =>
    Array.isArray(list) ? list.join(String(between)) : '',
  ),
  /** `{{fill labels.entries n=12}}`: a label with its `{names}` filled in. */
  fill: textHelper([1, 1], ([label], { hash }) =>
    fill(String(label), hash as Readonly<Record<string, string | number>>),
  ),
  cssString: markupHelper([1, 1], ([text]) => cssString(String(text))),
  cssName: markupHelper([1, 2], ([text, prefix]) =>
    cssName(`${typeof prefix === 'string' ? prefix : ''}${String(text)}`),
  ),
};

/** Handlebars' own idea of true: empty lists are false, and so are 0, '' and null. */
export const isTrue = (value: unknown): boolean =>
  Boolean(value) && !(Array.isArray(value) && value.length === 0);

const textOr = (value: unknown, otherwise: string): string =>
  typeof value === 'string' ? value : otherwise;

function pageIn(
  markup: string,
  words: { readonly before: string; readonly label: string; readonly otherwise: string },
): string {
  if (markup === '') return escapeHtml(words.otherwise);
  const [head = '', tail = ''] = words.label
    .split('{page}')
    .map((part) => escapeHtml(part).replaceAll(' ', '\u00a0'));
  return `${escapeHtml(words.before)}${head}${markup}${tail}`;
}

const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"]/gu, (sign) => `&#${sign.codePointAt(0)};`);

/**
 * A quoted CSS string that says `text` and nothing else, whatever it holds (CSS Syntax 3, 4.3.5).
 * Everything that could end the string, the style element or a comment is written as an escape.
 */
export function cssString(text: string): string {
  const safe = text
    .toWellFormed()
    .replaceAll(
      /[\u0000-\u001f\u007f-\u009f\u2028\u2029"'\\<>&{}*/]/gu,
      (sign) => `\\${(sign.codePointAt(0)! || 0xfffd).toString(16)} `,
    );
  return `"${safe}"`;
}

/**
 * An identifier (a page name, a class) made of letters, digits and hyphens; other characters become
 * `_` and their number.
 */
export function cssName(text: string): string {
  const safe = text.replaceAll(
    /[^A-Za-z0-9-]/gu,
    (sign) => `_${sign.codePointAt(0)!.toString(16)}`,
  );
  return /^[A-Za-z]/u.test(safe) ? safe : `x${safe}`;
}
