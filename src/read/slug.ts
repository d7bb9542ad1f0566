/** Names that machines use: [a-z][a-z0-9-]*, made from the words that people use. */

/** Letters that Unicode does not decompose, and Cyrillic and Greek in common transliterations. */
const ASCII_OF_LETTER: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  å: 'a',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ŋ: 'ng',
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
  є: 'ye',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'yi',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ў: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'y',
  φ: 'f',
  χ: 'ch',
  ψ: 'ps',
  ω: 'o',
};

const MAX = 60;

/**
 * ASCII words joined by hyphens, at most 60 characters, whole words where possible; empty when
 * nothing is left.
 */
export function slugOf(text: string): string {
  const letters = Array.from(text.slice(0, 400).normalize('NFC').toLowerCase(), asciiOf)
    .join('')
    .normalize('NFKD');
  const words = letters
    .replaceAll(/[\u0300-\u036f'’ʼ]/gu, '')
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== '');
  let slug = words[0]?.slice(0, MAX) ?? '';
  for (const word of words.slice(1)) {
    if (slug.length + word.length + 1 > MAX) break;
    slug += `-${word}`;
  }
  return slug;
}

function asciiOf(char: string): string {
  if (Object.hasOwn(ASCII_OF_LETTER, char)) return ASCII_OF_LETTER[char]!;
  const base = char.normalize('NFD')[0]!;
  return Object.hasOwn(ASCII_OF_LETTER, base) ? ASCII_OF_LETTER[base]! : char;
}

/**
 * Names that Windows keeps for devices, whatever ending follows them (Naming Files, Paths, and
 * Namespaces).
 */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u;

/**
 * The slug of an output's name: one that every system can store. `what` stands in where the words
 * give none, and behind a device's name.
 */
export function fileSlug(text: string, what: string): string {
  const slug = slugOf(text);
  return slug === '' ? what : DEVICE.test(slug) ? `${slug}-${what}` : slug;
}

/** A slug that begins with a letter; `fallback` alone or in front where the words give none. */
export function idFrom(text: string, fallback: string): string {
  const slug = slugOf(text);
  return DEVICE.test(slug)
    ? `${fallback}-${slug}`
    : /^[a-z]/u.test(slug)
      ? slug
      : slug === ''
        ? fallback
        : `${fallback}-${slug}`;
}

/**
 * Gives each id once, and none that is `kept`: the second `bill` is `bill-2`; a text without Latin
 * letters is numbered.
 */
export function idGiver(fallback: string, kept: readonly string[] = []): (text: string) => string {
  const given = new Map(kept.map((id) => [id, 1]));
  let count = 0;
  return (text) => {
    count++;
    const id = idFrom(text, slugOf(text) === '' ? `${fallback}-${count}` : fallback);
    let times = (given.get(id) ?? 0) + 1;
    while (times > 1 && given.has(`${id}-${times}`)) times++;
    given.set(id, times);
    const name = times === 1 ? id : `${id}-${times}`;
    if (times > 1) given.set(name, 1);
    return name;
  };
}
