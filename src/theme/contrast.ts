/** Every ink must stand out from every ground (WCAG 2.2, 1.4.3). */
import type { ThemeProblem } from './problems.ts';
import { tokenProblem, type Tokens } from './tokens.ts';

const SETS = ['colors', 'dark'];

const INKS = ['ink', 'muted', 'accent', 'good', 'bad'];

const GROUNDS = ['paper', 'tint'];

/** Least contrast for text, WCAG 2.2, success criterion 1.4.3. */
const LEAST_CONTRAST = 4.5;

/** Pairs of ink and ground that are too close to be read, with their ratio. */
export function checkContrast(tokens: Tokens, file: string): readonly ThemeProblem[] {
  const pairs = INKS.flatMap((ink) => GROUNDS.map((ground) => ({ ink, ground })));
  return SETS.flatMap((set) => {
    const colors = (tokens[set] ?? {}) as Readonly<Record<string, string | undefined>>;
    return pairs.flatMap(({ ink, ground }) => {
      const says = contrastFlaw([set, ink, colors[ink]], [set, ground, colors[ground]]);
      return says === null ? [] : [tokenProblem(file, `${set}.${ink}`, says)];
    });
  });
}

type NamedColor = readonly [set: string, name: string, color: string | undefined];

const contrastFlaw = (
  [set, ink, front]: NamedColor,
  [, ground, back]: NamedColor,
): string | null => {
  if (front === undefined || back === undefined) return null;
  const ratio = contrast(front, back);
  return ratio >= LEAST_CONTRAST
    ? null
    : `${set}.${ink} (${front}) on ${set}.${ground} (${back}) has a contrast of ${ratio.toFixed(2)}, less than ${LEAST_CONTRAST}`;
};

/** Contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, “contrast ratio”). */
export function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance (WCAG 2.2): linear light of sRGB (IEC 61966-2-1), weighted for the eye. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
