/** Design tokens: what theme.yaml may say, and that its colours can be read. */
import { pointAt } from '../rules/flag.ts';
import { readYaml } from '../yaml.ts';
import { shippedTokens } from './shipped.ts';
import { TemplateError, nearestKey, type ThemeProblem } from './problems.ts';

type TokenType = 'text' | 'front' | 'length' | 'color' | 'families' | 'faces' | 'spares';

type TokenShape =
  | TokenType
  | { readonly [key: string]: TokenShape }
  | { readonly each: TokenShape };

const COLORS: TokenShape = {
  ink: 'color',
  muted: 'color',
  accent: 'color',
  good: 'color',
  bad: 'color',
  rule: 'color',
  paper: 'color',
  tint: 'color',
};

const TYPE = {
  text: 'length',
  leading: 'length',
  small: 'length',
  smallLeading: 'length',
  label: 'length',
  h1: 'length',
  h2: 'length',
  h3: 'length',
  title: 'length',
  subtitle: 'length',
} as const satisfies TokenShape;

const GRID = { measure: 'length', side: 'length', column: 'length' } as const satisfies TokenShape;

/**
 * The schema: a token that isn't here is a mistake, except under `extra`, which is the theme's own.
 */
const SCHEMA = {
  title: 'text',
  description: 'text',
  front: 'front',
  faces: 'faces',
  fallback: 'spares',
  fonts: { text: 'families', display: 'families', label: 'families' },
  type: TYPE,
  grid: GRID,
  colors: COLORS,
  dark: COLORS,
  // A paper may set any size of type and grid anew.
  paper: {
    each: {
      width: 'length',
      height: 'length',
      top: 'length',
      bottom: 'length',
      left: 'length',
      right: 'length',
      ...TYPE,
      ...GRID,
    },
  },
  extra: { each: 'text' },
} as const satisfies TokenShape;

const LENGTH = /^\d+(?:\.\d+)?(?:mm|cm|in|pt|px|em|rem|ch|%)$/u;

const TOKEN_TYPES: Readonly<
  Record<TokenType, { readonly wants: string; fits(value: unknown): boolean }>
> = {
  text: {
    wants: 'a line of text',
    fits: (value) => typeof value === 'string' && !/[<>{}]/u.test(value),
  },
  front: { wants: 'own or shared', fits: (value) => value === 'own' || value === 'shared' },
  length: {
    wants: 'a length such as 10.5pt',
    fits: (value) => typeof value === 'string' && LENGTH.test(value),
  },
  color: {
    wants: 'a colour such as #1c1b1a',
    fits: (value) => typeof value === 'string' && /^#[0-9a-f]{6}$/iu.test(value),
  },
  families: {
    wants: 'a list of font families',
    fits: (value) => typeof value === 'string' && /^[\p{L}\p{N}\s,'"-]+$/u.test(value),
  },
  faces: {
    wants: 'a list of { family, weight, style, file }',
    fits: (value) =>
      Array.isArray(value) && value.length > 0 && value.every((face) => isFace(face)),
  },
  spares: {
    wants: 'a list of { family, file }, or of { family, file, scripts } with names of scripts',
    fits: (value) => Array.isArray(value) && value.every((row) => isSpare(row)),
  },
};

/** A row of `faces` before its file is read. */
export interface FaceToken {
  readonly family: string;
  /** 1 to 1000, as text. */
  readonly weight: string;
  readonly style: 'normal' | 'italic';
  readonly file: string;
}

/** A row of `fallback`: one file, or a folder (ending in /) of files that make one font. */
export interface SpareToken extends Pick<FaceToken, 'family' | 'file'> {
  /**
   * Scripts that it is there for, by their names in Unicode (UAX #24). A package with a font of
   * such a row need not be installed until a brief is written in one of them.
   */
  readonly scripts?: readonly string[];
}

const isFamily = (value: unknown): boolean =>
  typeof value === 'string' && /^[\p{L}\p{N} -]+$/u.test(value);

function isSpare(value: unknown): value is SpareToken {
  const { family, file, scripts = [] } = (value ?? {}) as Record<string, unknown>;
  const named = isFamily(family) && typeof file === 'string';
  return named && Array.isArray(scripts) && scripts.every((name) => scriptOf(name) !== null);
}

/** Matches what is written in a script; null where Unicode knows none of that name. */
export function scriptOf(name: unknown): RegExp | null {
  try {
    return new RegExp(`^\\p{Script_Extensions=${String(name)}}`, 'u');
  } catch {
    return null;
  }
}

function isFace(value: unknown): value is FaceToken {
  if (value === null || typeof value !== 'object') return false;
  const { family, weight, style, file } = value as Record<string, unknown>;
  const named = isFamily(family) && typeof file === 'string';
  return (
    named &&
    typeof weight === 'string' &&
    /^[1-9]\d{0,2}$/u.test(weight) &&
    (style === 'normal' || style === 'italic')
  );
}

/** Design tokens by name, checked. */
export type Tokens = Readonly<Record<string, unknown>>;

/**
 * Sentences about tokens that are unknown or of the wrong kind; `path` is the token's dotted name.
 */
export function checkTokens(tokens: unknown, file: string): readonly ThemeProblem[] {
  return checkShape(tokens, SCHEMA, '', file);
}

function checkShape(
  value: unknown,
  shape: TokenShape,
  path: string,
  file: string,
): readonly ThemeProblem[] {
  if (typeof shape === 'string')
    return TOKEN_TYPES[shape].fits(value)
      ? []
      : [tokenProblem(file, path, `the token “${path}” wants ${TOKEN_TYPES[shape].wants}`)];
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return [tokenProblem(file, path, `the token “${path}” wants a table of tokens`)];
  const { each } = shape as { readonly each?: TokenShape };
  return Object.entries(value).flatMap(([key, inner]) => {
    const expected =
      each ??
      (Object.hasOwn(shape, key)
        ? (shape as Readonly<Record<string, TokenShape>>)[key]
        : undefined);
    const name = path === '' ? key : `${path}.${key}`;
    return expected === undefined
      ? [
          tokenProblem(
            file,
            name,
            `there is no token “${name}”`,
            nearestKey(key, Object.keys(shape)),
          ),
        ]
      : checkShape(inner, expected, name, file);
  });
}

const isTable = (value: unknown): value is Tokens =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/**
 * Tables are merged key by key, lists and values replaced: `own` over `base`, and before it: the
 * first paper of a theme is its own.
 */
export function mergeTokens(base: Tokens, own: Tokens): Tokens {
  const merged = Object.entries(own).map(
    ([key, value]) =>
      [key, isTable(value) && isTable(base[key]) ? mergeTokens(base[key], value) : value] as const,
  );
  const rest = Object.entries(base).filter(([key]) => !Object.hasOwn(own, key));
  return Object.fromEntries([...merged, ...rest]);
}

/** A problem of one token. */
export const tokenProblem = (
  file: string,
  path: string,
  says: string,
  nearest: string | null = null,
): ThemeProblem => ({
  file,
  line: 1,
  column: 1,
  says,
  path,
  nearest,
});

interface TokenFile {
  readonly tokens: Tokens;
  /**
   * A problem about a token, at the place where the file sets it; unchanged where the file doesn't.
   */
  place(problem: ThemeProblem): ThemeProblem;
}

/**
 * theme.yaml as tokens, with the line and column of each. Throws TemplateError where the file is no
 * YAML table. Every value is text.
 */
export function readTokens(file: string, text: string): TokenFile {
  const shipped = shippedTokens[file];
  return shipped?.text === text
    ? { tokens: shipped.tokens, place: (found) => parsedTokens(file, text).place(found) }
    : parsedTokens(file, text);
}

function parsedTokens(file: string, text: string): TokenFile {
  const { yaml, problems } = readYaml(text);
  const refused = (says: string, start: number): ThemeProblem => ({
    file,
    ...pointAt(text, start),
    says,
    path: null,
    nearest: null,
  });
  if (!yaml) throw new TemplateError(problems.map(({ says, at }) => refused(says, at.start)));
  const { value, places } = yaml;
  if (value !== null && (typeof value !== 'object' || Array.isArray(value)))
    throw new TemplateError([refused('the tokens are a table of names and values', 0)]);
  const place = (found: ThemeProblem): ThemeProblem => {
    const span = places.get(`/${found.path?.replaceAll('.', '/')}#`);
    return span && found.path !== null ? { ...found, ...pointAt(text, span.start) } : found;
  };
  return { tokens: value ?? {}, place };
}
