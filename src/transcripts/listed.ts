/**
 * Who is present, by a list in the transcript itself: “Appearances:”, “Present:”, “Teilnehmer:”.
 */
import { foldWord, LIST_HEADINGS } from '../languages/speech.ts';
import { isParticle } from '../languages/unions.ts';
import { labelPhrases, sortOf } from '../names/label.ts';
import { isHonor, nameWords } from '../names/person.ts';

/** Characters of a file in which a list is looked for. */
const FRONT = 60_000;
/** Lines that a list may have, and names that are taken from all lists. */
const LINES = 80;
const MOST_LISTED_LINES = 300;

/**
 * Full names of those whom a list in the transcript names, given name and surname at least; empty
 * where there is none.
 */
export function peopleListed(text: string): readonly string[] {
  const names = new Set<string>();
  const lines = text.slice(0, FRONT).split(/\r\n?|\n/u);
  for (let i = 0; i < lines.length && names.size < MOST_LISTED_LINES; i++) {
    const [, heading, rest] =
      /^[\s#*_>•-]*([^:：*#_]{3,60}?)[\s*_]*(?:[:：][\s*_]*(.*))?$/u.exec(lines[i]!) ?? [];
    if (heading === undefined || !isHeading(heading)) continue;
    const own = rest === undefined || rest.trim() === '' ? linesBelow(lines, i + 1) : [rest];
    for (const line of own) for (const name of namesOn(line)) names.add(name);
  }
  return [...names];
}

const isHeading = (text: string): boolean =>
  LIST_HEADINGS.has(text.trim().split(/\s+/u).map(foldWord).join(' '));

/** Up to the second blank line in a row, or the first long line. */
function linesBelow(lines: readonly string[], from: number): readonly string[] {
  const below: string[] = [];
  for (let i = from; i < Math.min(lines.length, from + LINES); i++) {
    const line = lines[i]!.trim();
    if (line.length > 160 || (line === '' && lines[i + 1]?.trim() === '')) break;
    if (line !== '') below.push(line);
  }
  return below;
}

/** “Ida Moen (chair), Per Lund”, “- Ida Moen – pilot”, “MS. ANA ORTEGA, ESQ., for the harbour”. */
function namesOn(line: string): readonly string[] {
  const bare = line.replace(/^[\s*•#>\d.)-]+/u, '').replaceAll(/[*_]+/gu, '');
  return bare
    .split(/\s+[-–—]{1,2}\s+|[,;:]|\.\s*$|\s(?:and|und|et|y|e|en|i)\s/u)
    .map((part) => part.replaceAll(/\([^)]*\)|\[[^\]]*\]/gu, ' ').trim())
    .filter(isFullNameLine);
}

function isFullNameLine(text: string): boolean {
  const words = nameWords(text).filter((word) => !isHonor(word));
  const phrases = labelPhrases(text);
  return (
    words.length > 1 &&
    words.length < 6 &&
    words.every((word) => /^[\p{Lu}\p{Lo}]/u.test(word) || isParticle(foldWord(word))) &&
    phrases.offices.length === 0 &&
    sortOf(text, phrases) === 'person'
  );
}
