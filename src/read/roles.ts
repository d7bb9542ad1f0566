/** What a section is for, told by the words of its heading. */
import { LANGUAGES } from '../languages/index.ts';
import { anyOf, everyGrammar, everyLine } from '../languages/unions.ts';
import type { SectionRole } from '../types.ts';

const LONGEST_ROLE_HEADING = 60;
const NUMBERING = /^(?:\d{1,3}(?:\.\d{1,3}){0,3}[.):]?|[ivxlc]{1,6}\.|[a-z]\.|§ ?\d{1,3})\s+/u;
const ARTICLE = new RegExp(`^(?:${anyOf(everyLine.articles)})\\s+`, 'u');
const HEADING_JOINT = new RegExp(`\\s+(?:${anyOf(everyGrammar.and)})\\s+|\\s*[&/,:–—]\\s*`, 'u');

interface HeadingRole {
  readonly role: SectionRole;
  readonly langs: readonly string[];
}

const ROLES_BY_HEADING: ReadonlyMap<string, HeadingRole> = index();

function index(): Map<string, HeadingRole> {
  const known = new Map<string, HeadingRole>();
  for (const { tag: lang, headings } of LANGUAGES.values()) {
    for (const [role, phrases] of Object.entries(headings ?? {}) as [
      SectionRole,
      readonly string[],
    ][]) {
      for (const phrase of phrases) {
        const before = known.get(normal(phrase));
        known.set(
          normal(phrase),
          before ? { role: before.role, langs: [...before.langs, lang] } : { role, langs: [lang] },
        );
      }
    }
  }
  return known;
}

/** Heading words as the table has them. */
export function normal(heading: string): string {
  const words = heading
    .slice(0, LONGEST_ROLE_HEADING * 2)
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/['ʼ`]/gu, '’')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return words
    .replaceAll(/\p{Extended_Pictographic}|\uFE0F|\u200D|\u20E3/gu, ' ')
    .trim()
    .replace(NUMBERING, '')
    .replace(ARTICLE, '')
    .replace(/[.:?!…]+$/u, '')
    .trim();
}

/**
 * Role that a heading's words name, or null. “Analysis and Context” has the role of its first part
 * when both are known.
 */
export function headingRole(heading: string): SectionRole | null {
  const words = normal(heading);
  if (words === '' || words.length > LONGEST_ROLE_HEADING) return null;
  const whole = ROLES_BY_HEADING.get(words);
  if (whole) return whole.role;
  const parts = words.split(HEADING_JOINT).map((part) => ROLES_BY_HEADING.get(part)?.role);
  return parts.every((role) => role !== undefined) ? parts[0]! : null;
}

const READERS_HEADING = new RegExp(`^(?:${anyOf(everyLine.readersFor)})\\s\\S.{0,60}$`, 'u');

/**
 * True for “Context” and “Context for general readers” in any language of the table: what stands
 * before the colon of a note.
 */
export function isContextLabel(label: string): boolean {
  const words = normal(label);
  if (ROLES_BY_HEADING.get(words)?.role === 'context') return true;
  const gap = words.indexOf(' ');
  return (
    gap > 0 &&
    ROLES_BY_HEADING.get(words.slice(0, gap))?.role === 'context' &&
    READERS_HEADING.test(words.slice(gap + 1))
  );
}

/** The languages that have this heading, in the table's order. */
export const languagesOf = (heading: string): readonly string[] =>
  ROLES_BY_HEADING.get(normal(heading))?.langs ?? [];
