/**
 * Transcripts that nobody held, the same every time: words of made-up syllables, as unevenly used
 * as those of a language (Zipf 1949).
 */

const ONSETS = [
  'b',
  'br',
  'd',
  'dr',
  'f',
  'g',
  'gl',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pl',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'w',
];
const NUCLEI = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou'];
const CODAS = ['', 'n', 'r', 's', 'l', 't', 'nd', 'rk'];
const COMMON =
  'the of and to in that we is it for you not are with as this have on be at they but from by or an was'.split(
    ' ',
  );

/** Mulberry32: a number from 0 to 1 for each call. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

const pick = <T>(next: () => number, list: readonly T[]): T =>
  list[Math.floor(next() * list.length)]!;

function vocabulary(size: number): readonly string[] {
  const next = chance(7);
  const words = new Set(COMMON);
  while (words.size < size) {
    const syllables = 1 + Math.floor(next() * 3);
    words.add(
      Array.from(
        { length: syllables },
        () => pick(next, ONSETS) + pick(next, NUCLEI) + pick(next, CODAS),
      ).join(''),
    );
  }
  return [...words];
}

const WORDS = vocabulary(30_000);
const SPEAKERS = [
  'IDA MOEN',
  'COLM HART',
  'BO LIND',
  'TESS OKAFOR',
  'JAN REUTER',
  'MIRA SOLBERG',
  'PETER ADE',
  'ANNA KOVAC',
];

/** @param at number of the transcript. @param size about this many characters */
export function transcriptText(at: number, size: number): string {
  const next = chance(1000 + at);
  const cast = Array.from({ length: 3 }, (_, i) => SPEAKERS[(at + i * 3) % SPEAKERS.length]!);
  const turns: string[] = [];
  for (let length = 0; length < size; length += turns.at(-1)!.length + 2) {
    const sentences = Array.from({ length: 1 + Math.floor(next() * 6) }, () => sentence(next));
    turns.push(`${cast[turns.length % 3]}: ${sentences.join(' ')}`);
  }
  return `${turns.join('\n\n')}\n`;
}

function sentence(next: () => number): string {
  const words = Array.from(
    { length: 5 + Math.floor(next() * 16) },
    () => WORDS[Math.floor(Math.exp(next() * Math.log(WORDS.length)) - 1)]!,
  );
  const text = words
    .map((word, i) => (i > 2 && i < words.length - 2 && next() < 0.06 ? `${word},` : word))
    .join(' ');
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

/** Path below a folder. */
export const transcriptPath = (at: number): string =>
  `${String(Math.floor(at / 100)).padStart(3, '0')}/hearing-${String(at).padStart(5, '0')}.txt`;
