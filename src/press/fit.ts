/** Can this be printed: the paper that a brief wishes, the letters that a theme’s fonts have. */
import type { Proof } from '../proof.ts';
import type { Brief, Edition } from '../types.ts';
import type { Theme } from '../theme/theme.ts';
import { flag } from '../rules/flag.ts';
import { missingGlyphs, type MissingGlyph } from '../fonts.ts';
import { counted } from '../languages/count.ts';
import { pinnedPeer } from '../version.ts';
import { VFile } from 'vfile';
import type { Nodes as HastNodes } from 'hast';

/** A proof that got as far as its edition, with its theme. */
export interface ReadyProof extends Proof {
  readonly brief: Brief;
  readonly edition: Edition;
  readonly theme: Theme;
}

/** Is everything there that printing needs? */
export const isReady = (proof: Proof): proof is ReadyProof =>
  proof.brief !== null && proof.edition !== null && proof.theme !== null;

/**
 * Flags what keeps a brief from being printed: an unknown paper, a character that no font of the
 * theme has.
 */
export function checkPrint(proof: Proof): void {
  if (!isReady(proof)) return;
  checkPaper(proof);
  flagGlyphs(proof, proof.file);
}

/**
 * A paper that the theme does not have is told whatever is made: whoever names one expects it to be
 * known.
 */
export function checkPaper({ theme, file }: ReadyProof): void {
  const { papers, sheet } = theme;
  if (sheet.sizes === null) {
    flag(file, 'paper-unknown', `The theme ${theme.name} has no paper “${sheet.paper}”`, {
      expected: papers,
      hint: `Write one of: ${papers.join(', ')}.`,
    });
  }
}

/** Characters that neither the theme's faces nor its spare ones have. */
export function lacking({ brief, edition, theme }: ReadyProof): readonly MissingGlyph[] {
  const spared = new Set(theme.spares.flatMap(({ characters }) => characters));
  return missingGlyphs(printedWords(brief, edition), theme.faces).filter(
    ({ character }) => !spared.has(character),
  );
}

const MOST_CHARACTERS_SHOWN = 8;

/**
 * Flags every character that no font of the theme can show, and once for each package the first
 * character whose font it has and the command that installs it.
 */
export function flagGlyphs(proof: ReadyProof, file: VFile): void {
  const { name, awaited } = proof.theme;
  const all = lacking(proof);
  const byPackage = Map.groupBy(all, ({ character }) => awaited.get(character));
  const missing = byPackage.get(undefined) ?? [];
  for (const [packageName, glyphs] of byPackage)
    if (packageName !== undefined) flagPackage(proof, file, packageName, glyphs);
  for (const glyph of missing.slice(0, MOST_CHARACTERS_SHOWN))
    flag(
      file,
      'glyph-missing',
      `The fonts of the theme ${name} lack the character ${nameOfGlyph(glyph)}`,
      { place: placeOfGlyph(proof, glyph) },
    );
  if (missing.length > MOST_CHARACTERS_SHOWN)
    flag(
      file,
      'glyph-missing',
      `${missing.length - MOST_CHARACTERS_SHOWN} more characters are lacking`,
    );
}

function flagPackage(
  proof: ReadyProof,
  file: VFile,
  packageName: string,
  [first, ...more]: readonly MissingGlyph[],
): void {
  const named = nameOfGlyph(first!);
  const all =
    more.length === 0
      ? `the character ${named}`
      : `${named} and ${counted(more.length, 'more characters')}`;
  flag(file, 'font-package', `The font for ${all} is not installed`, {
    place: placeOfGlyph(proof, first!),
    hint: `Install it: npm install ${pinnedPeer(packageName)}`,
  });
}

const nameOfGlyph = ({ character }: MissingGlyph): string =>
  `${character} (U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')})`;

/** Where a character stands in the brief; undefined for words that come from elsewhere. */
const placeOfGlyph = ({ brief }: ReadyProof, { character, index }: MissingGlyph) =>
  index < brief.text.length ? { start: index, end: index + character.length } : undefined;

/**
 * The theme as it prints this brief: with the faces that its words need, on the paper that the run
 * asks for, else the brief, else on its first.
 * @param paper that the run asks for
 */
export const fitted = async (
  theme: Theme,
  brief: Brief,
  edition: Edition,
  paper: string | null,
): Promise<Theme> =>
  (await theme.covering(printedWords(brief, edition))).on(paper ?? brief.meta.paper);

/**
 * All that may be printed: the brief, and behind it words that come from elsewhere (transcripts in
 * word diffs, labels, references to characters).
 */
function printedWords(brief: Brief, edition: Edition): string {
  const diffs = edition.ledger.entries.flatMap(({ evidence }) =>
    'diff' in evidence ? evidence.diff.map(({ words }) => words) : [],
  );
  const named = /&|^ {0,3}::(?:table|figures)[[{]/mu.test(brief.text)
    ? edition.chapters.flatMap(({ tree }) => (tree ? textsIn(tree) : []))
    : [];
  return [
    brief.text,
    edition.meta.status ?? '',
    ...diffs,
    ...Object.values(edition.labels),
    ...named,
  ].join('\n');
}

const textsIn = (node: HastNodes): readonly string[] =>
  node.type === 'text'
    ? [node.value]
    : 'children' in node
      ? node.children.flatMap((child) => textsIn(child as HastNodes))
      : [];
