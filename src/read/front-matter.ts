/**
 * The front matter of a brief and the sidecar beside it: text → named fields, every problem with
 * its place.
 */
import type { Root } from 'mdast';
import { VFile } from 'vfile';
import { flag, type Detail } from '../rules/flag.ts';
import { writtenOffset } from '../textmap.ts';
import type { Override, Span, WrittenText } from '../types.ts';
import type { Adapted } from './foreign/keys.ts';
import { fieldsOf, lines, list, mapping, overrideOf, type FrontMatter } from './fields.ts';
import type { SchemaFinding } from './schema.ts';
import type { SchemaPart } from './validators.ts';
import { isFrontMatter } from './markdown.ts';
import { readYaml, type Value, type Yaml } from '../yaml.ts';

/**
 * Where the text being read stands: its offset in the brief, or the file that it is itself; `behind`
 * is the file that it was filled from.
 */
type Where =
  | { readonly offset: number }
  | { readonly path: string; readonly text: string; readonly behind?: WrittenText | undefined };

/**
 * What can be used of it; the rest is flagged, so that a slip in one key hides nothing of what
 * follows.
 * @param text the YAML or TOML alone; @param offset where it begins in the brief
 */
async function readFrontMatter(
  text: string,
  language: 'yaml' | 'toml',
  offset: number,
  file: VFile,
): Promise<FrontMatter> {
  const { sound } = await checkedFront(await readIn(text, language), 'brief', { offset }, file);
  return fieldsOf(mapping(sound));
}

/** The front matter of the tree's first node, or none; what can't be used of it is flagged. */
export async function frontOfTree(tree: Root, text: string, file: VFile): Promise<FrontMatter> {
  const first = tree.children[0];
  if (first && isFrontMatter(first))
    return readFrontMatter(
      first.value,
      first.type,
      text.indexOf('\n', first.position?.start.offset ?? 0) + 1,
      file,
    );
  const misfit =
    /^---[ \t]{0,9}(?:(\S{1,20})[ \t]{0,9}\r?\n|\r?\n[A-Za-z_]{1,40}:(?:[ \t]|\r?\n))/u.exec(text);
  if (!misfit || first?.type === 'table') return noFrontMatter();
  const says = misfit[1]
    ? `Front matter in “${misfit[1]}” is not read`
    : 'The front matter is not closed';
  flag(file, 'front-matter-syntax', says, {
    place: { line: 1, column: 1 },
    hint: 'Write YAML between two lines of three hyphens.',
  });
  return noFrontMatter();
}

/** The front matter of a tree as values under our keys, without what is nothing of ours. */
export async function frontValues(
  { children: [first] }: Root,
  text: string,
): Promise<{ readonly [key: string]: Value }> {
  if (!first || !isFrontMatter(first)) return {};
  const read = await readIn(first.value, first.type);
  const { sound } = await checkedFront(read, 'brief', { offset: 0 }, new VFile({ value: text }));
  const { isOurKey } = await import('./foreign/keys.ts');
  const known = Object.entries(mapping(sound)).filter(([key]) => isOurKey(key));
  return Object.fromEntries(known) as { readonly [key: string]: Value };
}

const readIn = async (
  text: string,
  language: 'yaml' | 'toml',
): Promise<ReturnType<typeof readYaml>> =>
  language === 'yaml' ? readYaml(text) : (await import('./foreign/toml.ts')).readToml(text);

/** A brief without front matter. */
export const noFrontMatter = (): FrontMatter => fieldsOf({});

/**
 * @param path of the sidecar as shown in messages. Its decisions, none after a problem (flagged).
 */
export async function readSidecar(
  text: string,
  path: string,
  file: VFile,
): Promise<readonly Override[]> {
  const { sound, isWhole } = await checkedFront(readYaml(text), 'overrides', { path, text }, file);
  return list(isWhole ? sound : null).map((entry) => overrideOf(mapping(entry), 'sidecar'));
}

/**
 * The same of a brief that is data: its values, and what they say as front matter. Values that do
 * not hold are flagged and left out.
 * @param text of the file, from which `read` was read
 */
export async function checkedDataFront(
  read: ReturnType<typeof readYaml>,
  text: string,
  file: VFile,
): Promise<{ readonly front: FrontMatter; readonly value: { readonly [key: string]: Value } }> {
  const { sound } = await checkedFront(
    read,
    'dataBrief',
    { path: file.path ?? '', text, behind: file.data.written },
    file,
  );
  const value = mapping(sound) as { readonly [key: string]: Value };
  return { front: fieldsOf(value), value };
}

/** What a packet's file says: front matter of the book, and the briefs in their order. */
export interface PacketFile {
  readonly front: FrontMatter;
  readonly briefs: readonly string[];
  readonly numbering: 'continuous' | 'per-brief';
}

/** Null after a problem (flagged). */
export async function readPacketFile(
  text: string,
  path: string,
  file: VFile,
): Promise<PacketFile | null> {
  const { sound, isWhole } = await checkedFront(readYaml(text), 'packet', { path, text }, file);
  if (!isWhole) return null;
  const map = mapping(sound);
  const numbering = map['numbering'] === 'per-brief' ? 'per-brief' : 'continuous';
  return { front: fieldsOf(map), briefs: lines(map['briefs']), numbering };
}

/** Values that hold, and whether that is all of them. */
interface CheckedFront {
  readonly sound: Value;
  readonly isWhole: boolean;
}

/** The schema's compiler is loaded only when there is something to check. */
async function checkedFront(
  { yaml, problems }: ReturnType<typeof readYaml>,
  part: SchemaPart,
  where: Where,
  file: VFile,
): Promise<CheckedFront> {
  for (const { says, at } of problems)
    flag(file, 'front-matter-syntax', says, detailAt(at.start, where));
  if (!yaml) return { sound: null, isWhole: false };
  if (yaml.value === null) return { sound: part === 'overrides' ? [] : {}, isWhole: true };
  const { checkAgainst, soundPart } = await import('./schema.ts');
  const { value, from, passed } =
    part === 'overrides' ? asWritten(yaml.value) : await adaptedOf(yaml.value);
  const findings = [...empties(value, '', part !== 'overrides'), ...checkAgainst(part, value)];
  const foreign = findings.filter(
    ({ pointer, rule }) => rule === 'front-matter-extra' && /^\/[^/]+#$/u.test(pointer),
  );
  for (const finding of together(findings, foreign, passed))
    reportFinding(finding, yaml, from, where, file);
  const faults = findings.filter(({ rule }) => rule !== 'front-matter-extra');
  return {
    sound: faults.length === 0 ? value : soundPart(part, value, faults),
    isWhole: faults.length === 0,
  };
}

type Adaptation = Pick<Adapted, 'from' | 'passed'> & { readonly value: Value };

const asWritten = (value: Value): Adaptation => ({ value, from: new Map(), passed: [] });

const adaptedOf = async (value: Value): Promise<Adaptation> =>
  value === null || typeof value === 'string' || Array.isArray(value)
    ? asWritten(value)
    : (await import('./foreign/keys.ts')).adapted(value);

/** Keys of other tools are told in one line, where the first of them stands. */
function together(
  findings: readonly SchemaFinding[],
  foreign: readonly SchemaFinding[],
  passed: readonly string[],
): readonly SchemaFinding[] {
  const pointers = [...foreign.map(({ pointer }) => pointer), ...passed.map((key) => `/${key}#`)];
  if (pointers.length < 2 && passed.length === 0) return findings;
  const names = pointers.map((pointer) => keyIn(pointer));
  const says =
    names.length === 1
      ? `The value of “${names[0]!}” has a form of another tool and is passed over`
      : `Keys of other tools are passed over: ${names.slice(0, MOST_NAMED).join(', ')}${
          names.length > MOST_NAMED ? `, and ${names.length - MOST_NAMED} more` : ''
        }`;
  const one: SchemaFinding = {
    rule: 'front-matter-extra',
    pointer: pointers[0]!,
    says,
    hint: foreign[0]?.hint ?? null,
  };
  const rest = findings.filter((finding) => !foreign.includes(finding));
  return [one, ...rest];
}

const MOST_NAMED = 40;

/** `/a~1b#` → `a/b` */
const keyIn = (pointer: string): string =>
  pointer.slice(1, -1).replaceAll('~1', '/').replaceAll('~0', '~');

function reportFinding(
  finding: SchemaFinding,
  yaml: Yaml,
  from: ReadonlyMap<string, string>,
  where: Where,
  file: VFile,
): void {
  const at = placeOfValue(pointerWritten(finding.pointer, from), yaml);
  flag(file, finding.rule, finding.says, {
    ...detailAt(at?.start ?? 0, where),
    ...(finding.hint ? { hint: finding.hint } : {}),
  });
}

/** The pointer as the file has it. */
function pointerWritten(pointer: string, from: ReadonlyMap<string, string>): string {
  const [, key = '', rest = ''] = /^\/([^/#]*)(.*)$/u.exec(pointer) ?? [];
  return from.has(key) ? `/${from.get(key)!}${rest}` : pointer;
}

/** The place of a value, or of the nearest that it lies in. */
function placeOfValue(pointer: string, { places }: Yaml): Span | undefined {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = places.get(at) ?? (at.endsWith('#') ? places.get(at.slice(0, -1)) : undefined);
    if (place) return place;
  }
  return places.get('');
}

function detailAt(at: number, where: Where): Detail {
  if ('offset' in where) return { place: { start: where.offset + at, end: where.offset + at } };
  const { text, at: from } = where.behind
    ? { text: where.behind.text, at: writtenOffset(where.behind, at) }
    : { text: where.text, at };
  const before = text.slice(0, from);
  return {
    path: where.path,
    place: { line: before.split('\n').length, column: from - before.lastIndexOf('\n') },
  };
}

/** A label that is nobody by name is `null` there. */
const MAP_OF_LABELS = '/speakers';

/** What an author gives to themes may be nothing. */
const FIELDS_OF_THEMES = /^\/fields(?:\/|$)/u;

/**
 * Keys with nothing behind them are taken out, so that the schema says nothing more of them. In a
 * brief they are left over from a form that was not filled in; elsewhere they are a slip.
 */
function empties(value: Value, pointer: string, isForm: boolean): SchemaFinding[] {
  if (value === null || typeof value === 'string') return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = `${pointer}/${key}`;
    if (inner !== null) return empties(inner, at, isForm);
    if (pointer.endsWith(MAP_OF_LABELS) || FIELDS_OF_THEMES.test(pointer)) return [];
    if (!Array.isArray(value)) delete value[key];
    const isOver = isForm && pointer === '';
    return [
      {
        rule: isOver ? 'front-matter-extra' : 'front-matter-value',
        pointer: at,
        says: `“${at.slice(1).replaceAll('/', '.')}” has no value${isOver ? '; it is passed over' : ''}`,
        hint: 'Write a value, or take the key out.',
      },
    ];
  });
}
