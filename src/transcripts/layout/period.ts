/** Heads that end with a full stop: `Mr. VANE. words`, `The PRESIDING OFFICER. words`. */
import { isOfMany } from '../../languages/crowds.ts';
import { HONORIFICS, SPEECH_ROLES, VOICES, foldWord } from '../../languages/speech.ts';
import type { Make, TurnHead } from './turn-head.ts';

/**
 * An office with all its fields: “M. le ministre de l’éducation nationale, de la jeunesse et des
 * sports.”
 */
const FAR = 240;

const PERIOD_REACH = 80;

/** `MARIO ROSSI, Relatore. words`: capitals, a comma, an office. */
const OFFICE_AFTER_CAPITALS =
  /^[\p{Lu}][\p{Lu}\s.'’-]{2,60}(?:\s\([^()]{1,30}\))?,\s\p{L}[^.:;?!]{2,170}$/u;

/**
 * `ЛУНД П. І. words`, `Лунд П. И., фракция. words`: initials behind the name, with points of their
 * own.
 */
const INITIALS_BEHIND =
  /^(?:(?=\p{sc=Cyrillic})\p{Lu}[\p{L}’'-]{1,30} \p{Lu}\.\s?\p{Lu}\.|\p{Lu}{3}[\p{Lu}’'-]{0,30} \p{Lu}\.(?:\s?\p{Lu}\.)?)(?:,\s[^.:;?!]{3,60}\.)?(?=\s+[\p{Lu}«“"–—…])/u;

/** Anything else with a full stop is a sentence. */
export function periodHeads(text: string, from: number, head: Make): readonly TurnHead[] {
  const stop = text.indexOf('.', from);
  if (stop < 0 || stop - from > FAR || !/^\p{L}/u.test(text.slice(from, from + 2))) return [];
  const initials = INITIALS_BEHIND.exec(text.slice(from, from + FAR));
  if (initials) return periodHead(text, initials[0], from + initials[0].length, head, 'n.');
  const first = /^\S{0,20}/u.exec(text.slice(from, from + 20))![0];
  const isFar = HONORIFICS.has(foldWord(first)) || /^\p{Lu}{2}[\p{Lu}’'-]*$/u.test(first);
  const piece = text.slice(from, from + (isFar ? FAR : PERIOD_REACH));
  const isDashed = /^[^.?!:]{2,20}(?:\.[^.?!:]{1,20}){0,3}\.[-–—]/u.test(piece);
  for (const { index } of piece.matchAll(/\.(?=\s|[-–—])/gu)) {
    if (isDashed && !/[-–—]/u.test(piece[index + 1] ?? '')) continue;
    const before = piece.slice(0, index);
    if (before.lastIndexOf('(') > before.lastIndexOf(')')) continue;
    const last = foldWord(/[^\s.]*$/u.exec(before)![0]);
    if (last.length < 2 || (last.length < 5 && HONORIFICS.has(last))) continue;
    if (!isPeriodLabel(before)) return [];
    const dash = /^\.\s?[-–—]{1,2}\s?/u.exec(piece.slice(index));
    const end = from + index + (dash?.[0].length ?? 1);
    return periodHead(text, before, end, head, dash ? '.-' : '.');
  }
  return [];
}

const periodHead = (
  text: string,
  label: string,
  end: number,
  head: Make,
  frame: string,
): readonly TurnHead[] => (text.slice(end).trim() === '' ? [] : head('period', label, end, frame));

/** Whether a beginning up to a full stop can be a label at all. */
function isPeriodLabel(before: string): boolean {
  const words = before.split(/\s+/u);
  const folded = words.map(foldWord);
  const [first = '', second = ''] = folded;
  const isAddress =
    words.length === 2 &&
    /^(?:mr|madam|dear|herr|frau|mister)$/u.test(first) &&
    SPEECH_ROLES.has(second) &&
    /\p{Ll}$/u.test(words[1]!);
  if (isAddress) return false;
  const isTitled =
    words.length > 1 &&
    (HONORIFICS.has(first) ||
      (/^(?:the|el|la|le|der|die|o|a|il)$/u.test(first) &&
        (SPEECH_ROLES.has(second) || HONORIFICS.has(second) || /^\p{Lu}{3,}/u.test(words[1]!))));
  const isOffice =
    words.length > 1 &&
    words.length < 5 &&
    SPEECH_ROLES.has(first) &&
    words.slice(1).every((word) => /^\p{Lu}/u.test(word));
  const isUpper = /^[\p{Lu}\s.'’-]{3,}(?:\s\([^()]{1,30}\))?$/u.test(before);
  const isVoices =
    /^\p{Lu}/u.test(before) &&
    (isOfMany(folded) || (words.length === 1 && VOICES.has(first) && /^\p{L}{4,}$/u.test(before)));
  return isTitled || isOffice || isUpper || isVoices || OFFICE_AFTER_CAPITALS.test(before);
}
