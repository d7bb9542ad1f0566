/** The bundled faces: what they can show, and how they get into a page. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fontFaceCss, fontFile, fontFolders, lackedPackage, missingGlyphs } from '../src/fonts.ts';
import { readCoverage } from '../src/fonts/coverage.ts';
import { awaitedPackages } from '../src/fonts/spares.ts';
import { loadTheme } from '../src/theme/load.ts';
import { diskWorld } from '../src/world/disk.ts';
import { root } from './support/theme.ts';

const { faces } = await loadTheme(diskWorld(), 'classic', root);

const missing = (text: string): string[] =>
  missingGlyphs(text, faces).map(({ character }) => character);

describe('missing glyphs', () => {
  test('Latin, Cyrillic, Greek and the signs the editions print are there', () => {
    expect(missing('Aé ß œ Ðž — “„»‹ … № € § † → ✓ ≠ ◊ × – [ ] Жукїґ Ωμεάΰ 0123½')).toEqual([]);
  });
  test('others are named once each, where they first stand', () => {
    expect(missingGlyphs('a漢b😀漢', faces)).toEqual([
      { character: '漢', index: 1 },
      { character: '😀', index: 3 },
    ]);
    expect(missing('שלום ☃')).toEqual(['ש', 'ל', 'ו', 'ם', '☃']);
  });
  test('what has no shape is not missed', () => {
    expect(missing('a\u00ad\u200b\u2060\ufeff\ufe0f\u00a0\u2009\n\tb\u0001')).toEqual([]);
  });
  test('a character that only the italic lacks is missed', () => {
    const upright = faces.filter(
      ({ family, style }) => family === 'Source Sans 3' && style === 'normal',
    );
    const italic = faces.filter(
      ({ family, style }) => family === 'Source Serif 4' && style === 'italic',
    );
    expect(missingGlyphs('✗', upright)).toEqual([]);
    expect(missingGlyphs('✗', [...upright, ...italic])).toEqual([{ character: '✗', index: 0 }]);
  });
});

/** A font file with nothing but a cmap table of one subtable. */
function fontWith(subtable: readonly number[]): Uint8Array {
  const cmap = [0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, ...subtable];
  return Uint8Array.from([
    0,
    1,
    0,
    0,
    0,
    1,
    0,
    0,
    0,
    0,
    0,
    0,
    ...Buffer.from('cmap'),
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    28,
    0,
    0,
    0,
    cmap.length,
    ...cmap,
  ]);
}

const u16 = (...values: number[]): number[] =>
  values.flatMap((value) => [(value >> 8) & 255, value & 255]);

const u32 = (...values: number[]): number[] =>
  values.flatMap((value) => [...u16(value >>> 16), ...u16(value & 0xffff)]);

const points = (bytes: Uint8Array): number[] =>
  [...readCoverage(bytes, 'x.ttf').entries()].flatMap(([i, byte]) =>
    [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => byte & (1 << bit)).map((bit) => i * 8 + bit),
  );

describe('cmap tables', () => {
  test('format 12: groups, without glyph 0', () => {
    expect(
      points(
        fontWith([
          ...u16(12, 0),
          ...u32(40, 0, 2),
          ...u32(0x41, 0x43, 0),
          ...u32(0x1f600, 0x1f601, 9),
        ]),
      ),
    ).toEqual([0x42, 0x43, 0x1f600, 0x1f601]);
  });
  test('format 4: deltas, an indirect segment with a hole, the last segment', () => {
    const segments = [
      ...u16(0x42, 0x52, 0xffff),
      ...u16(0),
      ...u16(0x41, 0x50, 0xffff),
      ...u16(0xffff & -0x40, 5, 1),
      ...u16(0, 4, 0),
      ...u16(7, 0, 8),
    ];
    expect(points(fontWith([...u16(4, 38, 0, 6, 0, 0, 0), ...segments]))).toEqual([
      0x41, 0x42, 0x50, 0x52,
    ]);
  });
  test('a file that is no font is refused by name', () => {
    expect(() => readCoverage(new Uint8Array(40), 'x.ttf')).toThrow(
      'x.ttf is not a font that can be read',
    );
    expect(() => readCoverage(new Uint8Array(0), 'x.ttf')).toThrow('x.ttf');
    expect(() => readCoverage(fontWith(u16(4, 38, 0, 600)), 'x.ttf')).toThrow('x.ttf');
  });
});

test('font-face rules carry the file’s bytes', () => {
  const [face] = faces;
  const css = fontFaceCss([face!]);
  expect(css).toMatch(
    /^@font-face\{font-family:"Source Serif 4";font-weight:400;font-style:normal;src:url\(data:font\/ttf;base64,/u,
  );
  const data = /base64,([^)]*)\)/u.exec(css)![1]!;
  expect(Buffer.from(data, 'base64').equals(readFileSync(face!.file))).toBe(true);
});

test('every face has a folder of its own and the Open Font License beside its package', () => {
  expect(fontFolders(faces)).toHaveLength(faces.length);
  for (const { file } of faces)
    expect(existsSync(join(dirname(file), '../LICENSE_FONT'))).toBe(true);
  expect(() => fontFile('@expo-google-fonts/source-serif-4/no-such.ttf')).toThrow('no-such.ttf');
});

describe('fonts that are not installed', () => {
  const latin = missingGlyphs('漢字かなе', faces);
  const family = (name: string, scripts: readonly RegExp[]) => ({
    faces: [],
    scripts,
    lacked: name,
  });
  const families = [
    family('han', [/^\p{Script_Extensions=Han}/u]),
    family('kana', [/^\p{Script_Extensions=Han}/u, /^\p{Script_Extensions=Hiragana}/u]),
  ];

  test('one package is asked for where one has all', () => {
    expect([...new Set(awaitedPackages(latin, families).values())]).toEqual(['kana']);
    expect([...awaitedPackages(missingGlyphs('漢字', faces), families).values()]).toEqual([
      'han',
      'han',
    ]);
  });
  test('nothing is asked for where an installed one has the character, or for other scripts', () => {
    const here = { faces, scripts: [/^\p{Script_Extensions=Cyrillic}/u], lacked: null };
    const away = family('cyrillic', here.scripts);
    expect(awaitedPackages([{ character: 'Ж', index: 0 }], [here, away]).size).toBe(0);
    expect(awaitedPackages([{ character: '☃', index: 0 }], families).size).toBe(0);
  });
  test('those of scripts are optional, and a checkout has those that its tests print with', async () => {
    const { fallback } = (await loadTheme(diskWorld(), 'classic', root)).tokens as {
      fallback: readonly { file: string; scripts?: readonly string[] }[];
    };
    const packages = fallback.map(({ file }) => /^@[^/]+\/[^/]+/u.exec(file)![0]);
    const optional = packages.filter((_, i) => fallback[i]!.scripts !== undefined).toSorted();
    const { dependencies, devDependencies, peerDependencies, peerDependenciesMeta } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    ) as Record<string, Record<string, unknown>>;
    expect(optional).toHaveLength(21);
    const fonts = Object.keys(peerDependencies!).filter((name) => name.includes('font'));
    expect(fonts.toSorted()).toEqual(optional);
    for (const name of optional) {
      const inCheckout = Object.hasOwn(devDependencies!, name);
      if (inCheckout) expect(devDependencies![name]).toBe(peerDependencies![name]);
      expect(peerDependenciesMeta![name]).toEqual({ optional: true });
      expect(lackedPackage(`${name}/files/`), name).toBe(inCheckout ? null : name);
    }
    expect(packages.filter((name) => !optional.includes(name))).toEqual(
      packages.filter((name) => Object.hasOwn(dependencies!, name)),
    );
    expect(lackedPackage('@fontsource/noto-sans-nowhere/files/')).toBe(
      '@fontsource/noto-sans-nowhere',
    );
  });
});
