/**
 * A theme is one folder under templates/, without code: what it leaves out comes from `classic`.
 */
import { dirname, join, resolve, sep } from 'node:path';
import { missingGlyphs } from '../fonts.ts';
import { awaitedPackages, sparesFor, type Spare, type SpareFamily } from '../fonts/spares.ts';
import { OutsideError, type World } from '../world.ts';
import { createEngine, parseTemplate, type Program, type Render, type Syntax } from './engine.ts';
import {
  TOKENS,
  openFonts,
  readTemplates,
  type Fonts,
  type ThemeFile,
  type ThemeFolder,
} from './files.ts';
import { MUTE } from './evaluate.ts';
import { preflight } from './preflight.ts';
import { TemplateError, nearestKey, type ThemeProblem } from './problems.ts';
import { papersIn, sheetOn } from './sheet.ts';
import type { Face, Medium, Theme, Writer } from './theme.ts';
import { checkContrast } from './contrast.ts';
import { checkTokens, mergeTokens, readTokens, type Tokens } from './tokens.ts';
import { readFaces, readSpares, sha256Hex } from './faces.ts';

const BASE = 'classic';

/**
 * Reads a theme and checks its tokens.
 * @param which name of a folder in `<root>/templates`, or a path (with a separator) from
 * `world.cwd`
 * @param root folder of the program that holds `templates/`
 * @throws TemplateError for wrong tokens, too little contrast, templates that can't be parsed;
 * OutsideError where there is no such folder
 */
export async function loadTheme(world: World, which: string, root: string): Promise<Theme> {
  const base: ThemeFolder = {
    at: join(root, 'templates', BASE),
    theme: BASE,
    shown: `templates/${BASE}`,
  };
  const at = await folderOf(world, which, root);
  const own: ThemeFolder = {
    at,
    theme: folderName(at),
    shown: isThemePath(which) ? which : `templates/${which}`,
  };
  const baseFiles = await readTemplates(world, base);
  const ownFiles = at === base.at ? [] : await readTemplates(world, own);
  if (at !== base.at && ownFiles.length === 0)
    throw new OutsideError(
      at,
      'ENOENT',
      'holds no file of a theme',
      'Name a folder as “briefpress new theme” makes it.',
    );
  const tokens = themeTokens(baseFiles, ownFiles);
  const replaced = new Set(ownFiles.map(({ name }) => name));
  const fontsFor = (key: 'faces' | 'fallback'): Promise<Fonts> =>
    openFonts(world, ownTokens(ownFiles, key) ? own : base, tokens[key]);
  const [faces, spares] = [await fontsFor('faces'), await fontsFor('fallback')];
  const fonts = new Map([...faces.own, ...spares.own].map((file) => [file.path, file]));
  const files = [
    ...ownFiles,
    ...baseFiles.filter(({ name }) => name === TOKENS || !replaced.has(name)),
    ...fonts.values(),
  ];
  const made = {
    name: own.theme,
    tokens,
    sheet: sheetOn(tokens, null),
    files,
    faces: await readFaces(tokens, faces),
    spares: [],
    awaited: new Map<string, string>(),
  };
  return themeOf(made, pressRoom(files), readSpares(tokens, spares));
}

const isThemePath = (which: string): boolean =>
  which.includes('/') || which.includes(sep) || which === '.';

const folderName = (folder: string): string => folder.split(sep).at(-1)!;

async function folderOf(world: World, which: string, root: string): Promise<string> {
  const folder = isThemePath(which) ? resolve(world.cwd, which) : join(root, 'templates', which);
  if ((await world.kind(folder)) === 'folder') return folder;
  const names = await world.list(join(root, 'templates')).catch(() => []);
  const near = nearestKey(which, names);
  throw new OutsideError(
    which,
    'ENOENT',
    'is no theme: there is no such folder',
    near === null
      ? `Name one of: ${names.filter((name) => !name.includes('.')).join(', ')}.`
      : `Did you mean “${near}”?`,
  );
}

// ---------------------------------------------------------------- tokens and fonts

function themeTokens(baseFiles: readonly ThemeFile[], ownFiles: readonly ThemeFile[]): Tokens {
  const layers = [...baseFiles, ...ownFiles]
    .filter(({ name }) => name === TOKENS)
    .map((file) => ({ file, ...readTokens(file.shown, themeFileText(file)) }));
  const tokens = layers.reduce<Tokens>((merged, layer) => mergeTokens(merged, layer.tokens), {});
  const top = layers.at(-1);
  refuseTheme(
    layers.flatMap(({ tokens: own, file, place }) => checkTokens(own, file.shown).map(place)),
  );
  if (top) refuseTheme(checkContrast(tokens, top.file.shown).map(top.place));
  return tokens;
}

function refuseTheme(problems: readonly ThemeProblem[]): void {
  if (problems.length > 0) throw new TemplateError(problems);
}

const ownTokens = (files: readonly ThemeFile[], key: string): boolean =>
  files.some(
    (file) => file.name === TOKENS && key in readTokens(file.shown, themeFileText(file)).tokens,
  );

// ---------------------------------------------------------------- templates

/** What is needed to run the templates of one syntax. */
interface TemplatePress {
  readonly syntax: Syntax;
  readonly partials: Readonly<Record<string, Program>>;
  readonly render: Render;
}

interface ThemeRoom {
  readonly templates: ReadonlyMap<string, Program>;
  readonly styles: readonly Program[];
  readonly html: TemplatePress;
  readonly css: TemplatePress;
}

/** What a theme is made of; `spares` grow with the text that is printed. */
type ThemeParts = Pick<Theme, 'name' | 'tokens' | 'sheet' | 'faces' | 'spares' | 'awaited'> & {
  readonly files: readonly ThemeFile[];
};

/** The rooms of a theme, each opened when it is first needed. */
function pressRoom(files: readonly ThemeFile[]): (medium: Medium) => ThemeRoom {
  const rooms = new Map<Medium, ThemeRoom>();
  return (medium) => {
    if (!rooms.has(medium)) rooms.set(medium, openRoom(medium, files));
    return rooms.get(medium)!;
  };
}

function themeOf(
  made: ThemeParts,
  roomOf: (medium: Medium) => ThemeRoom,
  spareFamilies: () => Promise<readonly SpareFamily<Face>[]>,
): Theme {
  const { name, tokens, files, faces } = made;
  const given = (medium: Medium, data: object): object => ({
    ...data,
    tokens: HAS_SPARES.has(medium) ? withFamilies(made) : tokens,
    sheet: made.sheet.sizes,
  });
  return {
    ...made,
    papers: papersIn(tokens),
    files: files.map(hashedFile),
    has: (medium, template) => files.some((file) => file.name === `${medium}/${template}.hbs`),
    render: (medium, template, data, writer) => {
      const room = roomOf(medium);
      const program = room.templates.get(template);
      if (!program) throw new TemplateError([missingTemplate(name, medium, template, room)]);
      return runTemplate(program, room.html, given(medium, data), writer);
    },
    styles: (medium, data) => {
      const { styles, css } = roomOf(medium);
      return styles
        .map((program) => runTemplate(program, css, given(medium, data), MUTE))
        .join('\n');
    },
    on: (paper) => themeOf({ ...made, sheet: sheetOn(tokens, paper) }, roomOf, spareFamilies),
    covering: async (text) => {
      const missing = missingGlyphs(text, faces);
      const families = missing.length === 0 ? [] : await spareFamilies();
      const awaited = awaitedPackages(missing, families);
      const here = missing.filter(({ character }) => !awaited.has(character));
      const spares = sparesFor(
        here,
        families.flatMap((family) => family.faces),
        text,
      );
      return themeOf({ ...made, spares, awaited }, roomOf, spareFamilies);
    },
  };
}

/** Reading apps bring fonts of their own for what a book's faces lack. */
const HAS_SPARES: ReadonlySet<Medium> = new Set<Medium>(['print', 'web']);

/** The tokens with the spare families at the end of every stack. */
function withFamilies({ tokens, spares }: Pick<ThemeParts, 'tokens' | 'spares'>): Tokens {
  const families = [...new Set(spares.map(({ face }: Spare<Face>) => `'${face.family}'`))];
  const stacks = Object.entries((tokens['fonts'] ?? {}) as Readonly<Record<string, string>>);
  return {
    ...tokens,
    fonts: Object.fromEntries(stacks.map(([use, stack]) => [use, [stack, ...families].join(', ')])),
  };
}

/** Hashed when somebody asks: whoever only checks a brief never does. */
const hashedFile = ({ path, bytes }: ThemeFile): Theme['files'][number] => ({
  path,
  bytes,
  get sha256() {
    return sha256Hex(bytes);
  },
});

function runTemplate(
  program: Program,
  { partials, syntax, render }: TemplatePress,
  data: object,
  writer: Writer,
): string {
  refuseTheme(preflight(program, partials, data, syntax));
  return render(program, data, writer);
}

function missingTemplate(
  theme: string,
  medium: Medium,
  template: string,
  room: ThemeRoom,
): ThemeProblem {
  const file = `templates/${theme}/${medium}/${template}.hbs`;
  return {
    file,
    line: 1,
    column: 1,
    says: 'there is no such template',
    path: null,
    nearest: nearestKey(template, [...room.templates.keys()]),
  };
}

/**
 * Parses what a medium needs: its templates, its styles in order of file name, and the partials of
 * the medium and of all media.
 */
function openRoom(medium: Medium, files: readonly ThemeFile[]): ThemeRoom {
  const styles = programsIn(files, medium, '.css');
  const pressFor = (extension: string, syntax: Syntax): TemplatePress => {
    const partials = {
      ...programsIn(files, 'partials', extension),
      ...programsIn(files, `${medium}/partials`, extension),
    };
    return { syntax, partials, render: createEngine(partials, syntax) };
  };
  return {
    templates: new Map(Object.entries(programsIn(files, medium, '.hbs'))),
    styles: Object.keys(styles)
      .sort()
      .map((name) => styles[name]!),
    html: pressFor('.hbs', 'html'),
    css: pressFor('.css', 'css'),
  };
}

function programsIn(
  files: readonly ThemeFile[],
  folder: string,
  extension: string,
): Readonly<Record<string, Program>> {
  const found = files.filter(({ name }) => dirname(name) === folder && name.endsWith(extension));
  return Object.fromEntries(
    found.map((file) => [
      file.name.slice(folder.length + 1, -extension.length),
      parsedProgram(file),
    ]),
  );
}

const programs = new WeakMap<ThemeFile, Program>();

/** Media share partials: each file is parsed once. */
function parsedProgram(file: ThemeFile): Program {
  if (!programs.has(file)) programs.set(file, parseTemplate(file.shown, themeFileText(file)));
  return programs.get(file)!;
}

const themeFileText = ({ bytes }: ThemeFile): string => new TextDecoder().decode(bytes);
