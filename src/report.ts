/** Messages → text or JSON, and the exit code of a run. */
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { rules } from './rules.ts';
import type { Rule } from './types.ts';

/** How grave a message is. */
export type DiagnosticLevel = 'error' | 'warning' | 'info';

/** One problem as scripts read it: a line of the `--json` stream. */
export interface Diagnostic {
  readonly type: 'diagnostic';
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly severity: DiagnosticLevel;
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
}

const messageLevel = (message: VFileMessage): DiagnosticLevel =>
  message.fatal === true ? 'error' : message.fatal === false ? 'warning' : 'info';

/** The file's messages in order of place; those without a place come last. */
export function diagnostics(file: VFile): readonly Diagnostic[] {
  return file.messages
    .map(
      (message): Diagnostic => ({
        type: 'diagnostic',
        file: message.file ?? file.path ?? '-',
        line: message.line ?? null,
        column: message.column ?? null,
        severity: messageLevel(message),
        code: message.ruleId ?? 'internal',
        message: message.reason,
        hint: message.note ?? null,
      }),
    )
    .toSorted(
      (a, b) => (a.line ?? Infinity) - (b.line ?? Infinity) || (a.column ?? 0) - (b.column ?? 0),
    );
}

/**
 * `file:line:column: level: sentence [rule-id]`, the remedy indented below; controls made visible.
 */
export function asText(diagnostic: Diagnostic, paint: Paint = plainPaint): string {
  const { file, line, column, severity, message, code, hint } = diagnostic;
  const place = line === null ? file : `${file}:${line}:${column ?? 1}`;
  const head = `${visible(place)}: ${paint(severity, severity)}: ${visible(message)} [${code}]`;
  return hint ? `${head}\n${indentedHint(hint, paint)}` : head;
}

/** A remedy of one line or several, none of them cut: what is to be typed has to be whole. */
export const indentedHint = (hint: string, paint: Paint = plainPaint): string =>
  visibleLines(hint)
    .split('\n')
    .map((line) => `    ${paint('hint', line)}`)
    .join('\n');

/** How words look in a terminal. */
export type OutputStyle = DiagnosticLevel | 'hint' | 'good' | 'strong' | 'missing' | 'added';
/** Makes words look like that, or leaves them as they are. */
export type Paint = (style: OutputStyle, text: string) => string;

/** Leaves words as they are. */
export const plainPaint: Paint = (_style, text) => text;

/** Controls, marks of direction, and what ends a line for some programs. */
const STEERING = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;

const asEscape = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * What steers a terminal as \uXXXX, at most 400 characters: nothing that a brief says, and no name
 * of a file, can do so.
 */
export function visible(text: string, limit = 400): string {
  const shown = text.replaceAll(STEERING, asEscape);
  return shown.length > limit ? `${shown.slice(0, limit - 1)}…` : shown;
}

/** The same for a text of several lines, which stay lines. */
export const visibleLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => visible(line, Infinity))
    .join('\n');

/** A value as JSON for standard output, on one line without `indent`; nothing in it steers. */
export const jsonText = (value: unknown, indent = 0): string =>
  `${JSON.stringify(value, null, indent).replaceAll(STEERING, (sign) => (sign === '\n' ? sign : asEscape(sign)))}\n`;

/**
 * 0, or the highest exit code among the messages that fail: errors always, warnings under `strict`.
 */
export function exitCode(files: readonly VFile[], strict: boolean): number {
  let code = 0;
  for (const message of files.flatMap((file) => file.messages)) {
    const level = messageLevel(message);
    if (level === 'info' || (level === 'warning' && !strict)) continue;
    const rule: Rule | undefined = rules[message.ruleId as keyof typeof rules];
    code = Math.max(code, rule?.exit ?? 1);
  }
  return code;
}
