/** Problems as commands of GitHub’s workflows, which shows them beside the lines. */
import { visible, type DiagnosticLevel } from '../../report.ts';
import type { FormProblem } from './problem.ts';

const COMMANDS: Readonly<Record<DiagnosticLevel, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

/**
 * One command a line (docs.github.com, “Workflow commands”): what is escaped there is what its
 * runner unescapes.
 */
export const githubCommands = (problems: readonly FormProblem[]): string =>
  problems.map(commandOf).join('');

function commandOf({
  severity,
  file,
  line,
  column,
  region = null,
  code,
  message,
  hint,
}: FormProblem): string {
  const properties = {
    // Standard input is no file of the repository.
    ...(file !== 'stdin' && file !== '-' && { file: file.replaceAll('\\', '/') }),
    ...(line !== null && { line, ...(region && { endLine: region.endLine }) }),
    ...(column !== null && {
      col: column,
      ...(region && region.endLine === line && { endColumn: region.endColumn }),
    }),
    title: `briefpress: ${code}`,
  };
  const told = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapedProperty(String(value))}`,
  );
  const says = (hint === null ? message : `${message}\n${hint}`)
    .split('\n')
    .map((part) => visible(part, 2000));
  return `::${COMMANDS[severity]} ${told.join(',')}::${escaped(says.join('\n'))}\n`;
}

const escaped = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapedProperty = (text: string): string =>
  escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
