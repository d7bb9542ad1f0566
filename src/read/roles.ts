/** What a section is for, told by the words of its heading. */
import { LANGUAGES } from '../languages/index.ts';
import { anyOf, everyGrammar, everyLine } from '../languages/unions.ts';
import type { SectionRole } from '../types.ts';

const LONGEST = 60;
const NUMBERING = /^(?:\d{1,3}(?:\.\d{1,3}){0,3}\.?|[ivxlc]{1,6}\.|[a-z]\.|§ ?\d{1,3})\s+/u;
const ARTICLE = new RegExp(`^(?:${anyOf(everyLine.articles)})\\s+`, 'u');
const JOINT = new RegExp(`\\s+(?:${anyOf(everyGrammar.and)})\\s+|\\s*[&/,:–—]\\s*`, 'u');

interface Known {
  readonly role: SectionRole;
  readonly langs: readonly string[];
}

const KNOWN: ReadonlyMap<string, Known> = index();

function index(): Map<string, Known> {
  const known = new Map<string, Known>();
  for (const { tag: lang, headings } of LANGUAGES.values()) {
    for (const [role, phrases] of Object.entries(headings ?? {}) as [SectionRole, readonly string[]][]) {
      for (const phrase of phrases) {
        const before = known.get(normal(phrase));
        known.set(normal(phrase), before ? { role: before.role, langs: [...before.langs, lang] } : { role, langs: [lang] });
      }
    }
  }
  return known;
}

/** Heading words as the table has them. */
export function normal(heading: string): string {
  const words = heading
    .slice(0, LONGEST * 2)
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/['ʼ`]/gu, '’')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return words
    .replace(NUMBERING, '')
    .replace(ARTICLE, '')
    .replace(/[.:?!…]+$/u, '')
    .trim();
}

/** Role that a heading's words name, or null. “Analysis and Context” has the role of its first part when both are known. */
export function roleOf(heading: string): SectionRole | null {
  const words = normal(heading);
  if (words === '' || words.length > LONGEST) return null;
  const whole = KNOWN.get(words);
  if (whole) return whole.role;
  const parts = words.split(JOINT).map((part) => KNOWN.get(part)?.role);
  return parts.every((role) => role !== undefined) ? parts[0]! : null;
}

const READERS = new RegExp(`^(?:${anyOf(everyLine.readersFor)})\\s\\S.{0,60}$`, 'u');

/** True for “Context” and “Context for general readers” in any language of the table: what stands before the colon of a note. */
export function isContextLabel(label: string): boolean {
  const words = normal(label);
  if (KNOWN.get(words)?.role === 'context') return true;
  const gap = words.indexOf(' ');
  return gap > 0 && KNOWN.get(words.slice(0, gap))?.role === 'context' && READERS.test(words.slice(gap + 1));
}

/** The languages that have this heading, in the table's order. */
export const languagesOf = (heading: string): readonly string[] => KNOWN.get(normal(heading))?.langs ?? [];
