/** The beginning of a line that says who speaks, and when: `[00:01:02] MR. X: words`, `Name (00:12):`, `Speaker 1  0:05`. */
import { isTitle } from '../names/aliases.ts';
import { whoIs, type Names } from './labels.ts';

export interface Head {
  readonly label: string;
  readonly time: string | null;
  /** Offset of the first word after it. */
  readonly end: number;
}

const TIME = '[[(<]?(?<time>(?:\\d{1,3}:)?\\d{1,2}:\\d{2}(?:[.,]\\d{1,6})?)[\\])>]?';
const LEADING = new RegExp(`^\\s*(?:>>+\\s*)?(?:[-–—•]\\s+)?${TIME}\\s*[-–—|]?\\s*`, 'u');
const TRAILING = new RegExp(`\\s*[,–—-]?\\s*${TIME}\\s*$`, 'u');
const AFTER = new RegExp(`^\\s*(?=[[(])${TIME}\\s*`, 'u');
const ALONE = new RegExp(`^\\s*${TIME}\\s*(?:-->?\\s*[\\d:.,]+)?\\s*$`, 'u');
/** A label is short. */
const LONGEST = 120;

/** The time code that a line consists of, or null. */
export const timeAlone = (line: string): string | null => (line.length > 60 ? null : (ALONE.exec(line)?.groups?.['time'] ?? null));

/** Reads `[time] label [time]:` at the start of a line, or `label time` alone on it; null for any other line. */
export function headOf(line: string): Head | null {
  const leading = LEADING.exec(line.slice(0, LONGEST));
  const from = leading?.[0].length ?? /^\s*(?:>>+\s*)?/u.exec(line)![0].length;
  const colon = colonIn(line, from);
  const before = line.slice(from, colon < 0 ? from + LONGEST : colon);
  const trailing = TRAILING.exec(before);
  if (colon < 0 && (!trailing || line.trim().length > LONGEST)) return null;
  const label = cleaned(trailing ? before.slice(0, trailing.index) : before);
  const end = colon < 0 ? line.length : colon + 1;
  const after = AFTER.exec(line.slice(end, end + LONGEST));
  const time = [leading, trailing, after].find((found) => found)?.groups?.['time'] ?? null;
  return label === '' ? null : { label, time, end: end + (after ?? /^\s*/u.exec(line.slice(end))!)[0].length };
}

/** The first colon that does not stand inside a time. */
function colonIn(line: string, from: number): number {
  for (let i = from; i < Math.min(line.length, from + LONGEST); i++) {
    if (line[i] === '：' || (line[i] === ':' && !(/\d/u.test(line[i - 1] ?? '') && /\d/u.test(line[i + 1] ?? '')))) return i;
  }
  return -1;
}

/** Without remarks (“via phone”) and marks of emphasis. */
const cleaned = (label: string): string =>
  withoutOffice(label)
    .replaceAll(/\([^()]*\)|\[[^[\]]*\]/gu, ' ')
    .replaceAll(/[*_]+/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();

const PARTICLE = /^(?:von|van|de|del|della|di|da|der|den|du|la|le|bin|al|el|ibn|zu|zum|dos|das|af|of|the|and|und|et|y|e|&|и|та)$/u;
const NAME_WORD = /^(?:[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\p{N}.’'-]*|\p{N}{1,3}|#\p{N}{1,3}|[dl]['’]\p{Lu}[\p{L}’'-]*)$/u;
const CAPITALS = /^(?=.*\p{Lu}.*\p{Lu})[^\p{Ll}]+$/u;
const GENERIC =
  /^(?:speaker|sprecher(?:in)?|unknown|unidentified|interviewer|interviewee|moderator(?:in)?|host|guest|reporter|question|q|a|frage|antwort)(?:\s+\p{N}{1,3}|\s+\p{Lu})?$/iu;

/** Words that often begin a sentence with a colon and name nobody. */
const DISCOURSE =
  /^(?:key|legend|speakers|participants|present|attendees|note|notes|first|firstly|second|secondly|third|thirdly|finally|again|so|but|and|now|then|well|look|listen|remember|example|result|answer|question|however|therefore|also|ps|nb|source|date|time|place|title|subject|topic|summary|transcript|recorded|duration|page|warning|important|erstens|zweitens|drittens|also|aber|und|datum|ort|quelle|hinweis|beispiel|donc|mais|exemple|fecha|lugar)$/iu;

/** Words about the file, not in it: “Recorded Date: …”, “MEETING TITLE: …”. */
const ABOUT =
  /\b(?:date|time|recorded|recording|location|venue|title|subject|duration|file|transcript|transcribed|published|updated|url|copyright)\b/iu;

/** Words of a sentence, not of an office: “Mr. President, I say this:”. */
const SENTENCE =
  /(?<![\p{L}\p{N}])(?:i|we|you|he|she|they|it|this|that|let|is|are|was|ich|wir|sie|er|es|das|ist|sind|je|nous|vous|il|elle|est|ce)(?![\p{L}\p{N}])/iu;

/** “Dr. Käthe Holm, Bundesministerin für Verkehr” as the minutes of parliaments head a speech: the name, two words at least. */
function withoutOffice(label: string): string {
  const [, name, office] = /^([^,:]{3,60}),\s+(\p{L}[^:]{2,100})$/u.exec(label) ?? [];
  if (name === undefined || SENTENCE.test(office!)) return label;
  const words = name.split(/\s+/u).filter((word) => !isTitle(word.toLowerCase().replaceAll('.', '')));
  return words.length > 1 && words.every((word) => NAME_WORD.test(word) || PARTICLE.test(word)) ? name : label;
}

/** True for something that can be the name of a speaker. `times`: how often it heads a line of the file. */
export function isLabel({ label }: Head, names: Names, times: number): boolean {
  const words = label.split(' ');
  if (words.length > 7 || !words.every((word, i) => NAME_WORD.test(word) || (i > 0 && PARTICLE.test(word)))) return false;
  if (names.key.has(label)) return true;
  if (DISCOURSE.test(label) || ABOUT.test(label)) return false;
  if (GENERIC.test(label) || whoIs(names, label)) return true;
  return words.length > 1 || times > 1 || CAPITALS.test(label);
}
