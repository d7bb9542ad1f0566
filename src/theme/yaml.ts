/** theme.yaml as tokens, with the line and column of each. */
import { readYaml } from '../yaml.ts';
import { pointAt } from '../rules.ts';
import { TemplateError, type Problem } from './problems.ts';
import type { Tokens } from './tokens.ts';

export interface TokenFile {
  readonly tokens: Tokens;
  /** A problem about a token, at the place where the file sets it; unchanged where the file doesn't. */
  place(problem: Problem): Problem;
}

/** Throws TemplateError where the file is no YAML table. Every value is text. */
export function readTokens(file: string, text: string): TokenFile {
  const { yaml, problems } = readYaml(text);
  if (!yaml)
    throw new TemplateError(problems.map(({ says, at }) => ({ file, ...pointAt(text, at.start), says, path: null, nearest: null })));
  const { value, places } = yaml;
  if (value !== null && (typeof value !== 'object' || Array.isArray(value))) {
    throw new TemplateError([{ file, line: 1, column: 1, says: 'the tokens are a table of names and values', path: null, nearest: null }]);
  }
  return {
    tokens: value ?? {},
    place: (problem) => {
      const span = problem.path === null ? undefined : places.get(`/${problem.path.replaceAll('.', '/')}#`);
      return span ? { ...problem, ...pointAt(text, span.start) } : problem;
    },
  };
}
