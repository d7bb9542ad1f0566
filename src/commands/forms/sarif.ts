/** Problems as a SARIF 2.1.0 log (OASIS), as code scanning services and editors read it. */
import { isAbsolute, sep } from 'node:path';
import { jsonText, type DiagnosticLevel } from '../../report.ts';
import { rules, type RuleId } from '../../rules.ts';
import type { Evidence, Locator } from '../../types.ts';
import { version } from '../../version.ts';
import type { FormProblem } from './problem.ts';

const LEVELS: Readonly<Record<DiagnosticLevel, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/**
 * What each rule of the gate says; others, about files that could not be read, are described by
 * their help alone.
 */
const SARIF_SUMMARIES: Readonly<Partial<Record<RuleId, string>>> = {
  'quote-not-found': 'The words stand in no transcript.',
  'quote-altered': 'The transcript has other words.',
  'quote-misattributed': 'Somebody else says these words in the transcript.',
  'speaker-differs': 'The transcript names another speaker than the text hints at.',
  'quote-ambiguous': 'These words stand at several places.',
  'speaker-unchecked': 'The words stand in the transcript, which does not tell who says them.',
  'quote-remarked':
    'The words stand in the transcript, but what is around them changes what they say.',
  'draft-empty': 'The draft has no quotation.',
};

/**
 * Problems as SARIF 2.1.0, for code-review tools.
 * @param remedy of a rule, where it is not the rule's own help
 */
export function sarifLog(
  problems: readonly FormProblem[],
  exit: number,
  remedy: (rule: RuleId) => string = (rule) => rules[rule].help,
): string {
  const ids = [...new Set(problems.map(({ code }) => code))].toSorted() as RuleId[];
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'briefpress',
            version,
            semanticVersion: version,
            rules: ids.map((id) => ruleOf(id, remedy(id))),
          },
        },
        // Exit codes 3 to 5 are verdicts on what was read; the run itself has done its work.
        invocations: [{ executionSuccessful: exit < 6 && exit !== 1, exitCode: exit }],
        columnKind: 'utf16CodeUnits',
        results: problems.map((problem) => resultOf(problem, ids)),
      },
    ],
  };
  return jsonText(log, 2);
}

function ruleOf(id: RuleId, help: string): object {
  const { level } = rules[id];
  return {
    id,
    shortDescription: { text: SARIF_SUMMARIES[id] ?? help },
    fullDescription: { text: `${SARIF_SUMMARIES[id] ?? ''} ${help}`.trim() },
    help: { text: help },
    defaultConfiguration: { level: LEVELS[level] },
  };
}

function resultOf(
  { code, severity, message, file, line, column, region = null, entry, transcripts }: FormProblem,
  ids: readonly string[],
): object {
  const place = sarifRegion({ region, line, column });
  const artifactLocation = { uri: uriOf(file) };
  const related = entry
    ? sarifLocators(entry.evidence).map((one) => relatedOf(one, transcripts ?? []))
    : [];
  return {
    ruleId: code,
    ruleIndex: ids.indexOf(code),
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, ...(place && { region: place }) } }],
    ...(related.length > 0 && { relatedLocations: related }),
    ...(entry && { partialFingerprints: { 'quotation/v1': entry.id } }),
  };
}

function sarifLocators(evidence: Evidence): readonly Locator[] {
  if ('locator' in evidence) return [evidence.locator];
  if (evidence.status === 'not-found') return evidence.nearest ? [evidence.nearest] : [];
  return 'locators' in evidence ? evidence.locators : [];
}

/**
 * The transcript’s place, as UTF-16 offsets into its text: lines as people cite them may be printed
 * ones.
 */
function relatedOf(
  { source, start, end, speaker }: Locator,
  transcripts: NonNullable<FormProblem['transcripts']>,
): object {
  const name = transcripts.find(({ sourceId }) => sourceId === source)?.name ?? source;
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(name) },
      region: { charOffset: start, charLength: end - start },
    },
    message: {
      text: speaker === null ? 'In the transcript.' : `In the transcript, said by ${speaker}.`,
    },
  };
}

/** Relative to where the program was called; an absolute path becomes a file address (RFC 8089). */
function uriOf(path: string): string {
  const steps = path.split(sep === '\\' ? /[\\/]/u : '/').map(encodeURIComponent);
  return isAbsolute(path) ? `file://${steps.join('/')}` : steps.join('/');
}

/** The region of a finding (SARIF 2.1.0, 3.30), or false where only the file is known. */
const sarifRegion = ({ region, line, column }: Pick<FormProblem, 'region' | 'line' | 'column'>) =>
  region
    ? {
        startLine: region.line,
        startColumn: region.column,
        endLine: region.endLine,
        endColumn: region.endColumn,
      }
    : line !== null && { startLine: line, ...(column !== null && { startColumn: column }) };
