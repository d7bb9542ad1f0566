/**
 * Only the directives of briefpress are directives; `10:30`, `a:b` or `::foo` stay the text that
 * they are.
 */
import type {
  Code,
  Construct,
  Effects,
  Extension,
  State,
  TokenizeContext,
} from 'micromark-util-types';

/** Around words, with a label: `:quote[…]{by=…}`. */
export const INLINE_NAMES = new Set(['quote', 'term', 'title', 'scare', 'noquote']);

/** Around blocks: `:::context` … `:::`. */
const BLOCK_NAMES = new Set(['quote', 'context', 'note', 'figure']);

/** Alone on their line, with attributes: `::table{data=figures}`. */
const LEAF_NAMES = new Set(['table', 'figures']);

/** What Docusaurus, VuePress, Quarto and MkDocs call notes. */
export const NOTE_NAMES: ReadonlySet<string> = new Set([
  'note',
  'tip',
  'info',
  'hint',
  'warning',
  'caution',
  'danger',
  'important',
  'attention',
  'success',
  'question',
  'example',
  'abstract',
  'summary',
  'todo',
  'error',
  'failure',
  'bug',
  'callout',
  'admonition',
  'seealso',
  'details',
  'spoiler',
]);

/** All names that stand around blocks. */
export const CONTAINERS: ReadonlySet<string> = new Set([...BLOCK_NAMES, ...NOTE_NAMES]);

const COLON = 58;
const DIRECTIVE_LABEL_OPEN = 91;
const ATTRIBUTES_OPEN = 123;
const isLetter = (code: Code): code is number => code !== null && code >= 97 && code <= 122;

/**
 * The directive syntax, asked only where one of our names stands; a probe reads ahead and leaves no
 * trace.
 */
export function onlyOurs(extension: Extension): Extension {
  const inline = [extension.text?.[COLON] ?? []]
    .flat()
    .map((construct) =>
      probed(construct, 1, INLINE_NAMES, (code) => code === DIRECTIVE_LABEL_OPEN),
    );
  const container = [extension.flow?.[COLON] ?? []]
    .flat()
    .slice(0, 1)
    .map((construct) => probed(construct, 3, CONTAINERS, (code) => !isLetter(code)));
  const leaf = [extension.flow?.[COLON] ?? []]
    .flat()
    .slice(1, 2)
    .map((construct) =>
      probed(
        construct,
        2,
        LEAF_NAMES,
        (code) => code === DIRECTIVE_LABEL_OPEN || code === ATTRIBUTES_OPEN,
      ),
    );
  return { text: { [COLON]: inline }, flow: { [COLON]: [...container, ...leaf] } };
}

function probed(
  construct: Construct,
  colons: number,
  names: ReadonlySet<string>,
  ends: (code: Code) => boolean,
): Construct {
  const probe: Construct = {
    tokenize: (effects, ok, nok) => probeStates(effects, ok, nok, colons, names, ends),
    partial: true,
  };
  return {
    ...construct,
    tokenize(this: TokenizeContext, effects, ok, nok) {
      return effects.check(probe, construct.tokenize.call(this, effects, ok, nok), nok);
    },
  };
}

function probeStates(
  effects: Effects,
  ok: State,
  nok: State,
  colons: number,
  names: ReadonlySet<string>,
  ends: (code: Code) => boolean,
): State {
  let seen = 0;
  let name = '';
  const start: State = (code) => {
    effects.enter('data');
    return colon(code);
  };
  const colon: State = (code) => {
    if (code === COLON) {
      seen++;
      effects.consume(code);
      return colon;
    }
    return seen === colons || (colons > 2 && seen > colons) ? letter(code) : refuse(code);
  };
  const letter: State = (code) => {
    if (isLetter(code) && name.length < 10) {
      name += String.fromCharCode(code);
      effects.consume(code);
      return letter;
    }
    if (!names.has(name) || !ends(code)) return refuse(code);
    effects.exit('data');
    return ok(code);
  };
  const refuse: State = (code) => {
    effects.exit('data');
    return nok(code);
  };
  return start;
}

const LOOSE =
  /^( {0,3}:{3,})(?: +([a-z]{1,10})| *\{ {0,3}\.(?:callout-)?([a-z]{1,10})(?: [^{}]*)?\}) *$/u;

/** VuePress writes a title behind the name; with a gap before the name it is as long as a label. */
const TITLED = /^( {0,3}:{3,}) ([a-z]{1,10}) ([^[\]{}]{1,100})$/u;

/**
 * `::: context` and `::: {.context}` as the syntax knows them, `:::context`, with the spaces moved
 * behind: no offset changes. Fenced code is left as it is.
 */
export function tightened(text: string): string {
  if (!/:::[ {]/u.test(text)) return text;
  let fence = '';
  return text
    .split('\n')
    .map((line) => {
      const mark = /^ {0,3}(`{3,}|~{3,})/u.exec(line)?.[1];
      if (mark && (fence === '' || mark.startsWith(fence))) fence = fence === '' ? mark : '';
      return fence === '' && line.length < 200 ? tight(line) : line;
    })
    .join('\n');
}

function tight(line: string): string {
  const body = line.endsWith('\r') ? line.slice(0, -1) : line;
  const [, fence, known, title] = TITLED.exec(body) ?? [];
  if (title && CONTAINERS.has(known!))
    return `${fence}${known}[${title}]${line.slice(body.length)}`;
  const [, colons, bare, classed] = LOOSE.exec(body) ?? [];
  const name = bare ?? classed;
  return name && CONTAINERS.has(name)
    ? `${colons}${name}`.padEnd(body.length) + line.slice(body.length)
    : line;
}
