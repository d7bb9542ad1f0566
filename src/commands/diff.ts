/** `briefpress diff OLD NEW`: what changed between two snapshots, briefs or folders. */
import { verdictOf } from '../ledger.ts';
import { resolve } from 'node:path';
import {
  difference,
  type Change,
  type Difference,
  type EditionState,
  type SectionChange,
} from '../archive/diff.ts';
import { overlayWorld } from '../archive/overlay.ts';
import { readSnapshotRecords, type LedgerRecord } from '../archive/records.ts';
import { openTree } from '../archive/tree.ts';
import { bindsBriefs, judgeBrief, openPress } from '../press.ts';
import type { PressOptions, Proof } from '../proof.ts';
import { visible, type Paint, jsonText } from '../report.ts';
import { failed, flag } from '../rules/flag.ts';
import type { DiffPart, Section } from '../types.ts';
import type { World } from '../world.ts';
import { VFile } from 'vfile';
import { finishRun, painter, pressOptions, tellFileMessages, usage, type Options } from './run.ts';
import { judgedAlone, verifySnapshot } from './verify/snapshot.ts';

/** A state, and the file that its problems stand on. */
interface Read {
  readonly file: VFile;
  readonly state: EditionState | null;
}

/** `briefpress diff`: what changed between two editions; resolves to the exit code. */
export async function runDiff(
  world: World,
  named: readonly string[],
  options: Options,
): Promise<number> {
  const [old, now, ...more] = named;
  if (old === undefined || now === undefined || more.length > 0)
    return usage(
      world,
      'name two snapshots, briefs or folders',
      'For example: briefpress diff march.snapshot.zip content/harbor-tolls',
    );
  const how = pressOptions(options, world);
  const before = await readEdition(world, old, how);
  const after = await readEdition(world, now, how);
  if (!before.state || !after.state) return tellUnread(world, [before, after], options);
  const found = difference(before.state, after.state);
  world.stdout(differenceTold(found, after.state.date, world, options));
  return 0;
}

/** What is wrong with those that could not be read; resolves to the exit code. */
function tellUnread(world: World, read: readonly Read[], options: Options): number {
  const files = read.filter(({ state }) => state === null).map(({ file }) => file);
  for (const file of files) tellFileMessages(world, file, options);
  return finishRun(world, files, { ...options, json: false }, {});
}

function differenceTold(
  found: Difference,
  date: string | null,
  world: World,
  options: Options,
): string {
  if (options['json']) return jsonText(found, 1);
  return options['notice'] ? notice(found, date) : accountOfDiff(found, painter(world));
}

async function readEdition(world: World, named: string, how: PressOptions): Promise<Read> {
  const path = resolve(world.cwd, named);
  const isBag = (await world.kind(resolve(path, 'bagit.txt'))) === 'file';
  const isZip = (await world.kind(path)) === 'file' && /\.zip$/iu.test(path);
  return isBag || isZip ? readSnapshot(world, named, how) : readJudged(world, named, how);
}

async function readJudged(world: World, named: string, how: PressOptions): Promise<Read> {
  if (await bindsBriefs(world, named)) {
    const proof = await openPress(world, how).proof(named);
    return { file: firstFailed(proof), state: proof.ledger ? stateOf(proof) : null };
  }
  const judged = await judgeBrief(world, how, named);
  return { file: judged.file, state: judged.ledger ? stateOf(judged) : null };
}

/**
 * Words and verdicts are the archived ones, once everything that `verify` looks at has held; the
 * text of the sections is read from the archived source. What was forged is refused with the words
 * of `verify`.
 */
async function readSnapshot(world: World, named: string, press: PressOptions): Promise<Read> {
  const { file, ledger } = await verifySnapshot(world, named, judgedAlone(press));
  if (!ledger && !failed(file))
    flag(file, 'snapshot-needed', 'A bag that is no snapshot has no quotations to compare');
  if (!ledger || failed(file)) return { file, state: null };
  const tree = await openTree(world, resolve(world.cwd, named));
  try {
    const records = await readSnapshotRecords(tree, (rule, says) => flag(file, rule, says));
    if (!records) return { file, state: null };
    const { world: inside, parts, ...own } = await overlayWorld(world, tree, records.build);
    const briefs = parts.length > 0 ? parts : [own];
    const judged = await Array.fromAsync(briefs, (laid) =>
      judgeBrief(inside, { ...press, ...laid }, laid.brief),
    );
    const { title, date } = ledger.brief;
    return {
      file,
      state: { title, date, sections: judged.flatMap(sectionsOf), ...archived(ledger) },
    };
  } finally {
    await tree.close();
  }
}

const quotedState = (
  entry: LedgerRecord['entries'][number],
): EditionState['quotations'][number] => ({
  id: entry.id,
  number: entry.number,
  text: entry.text,
  speaker: entry.speaker.name,
  verdict: verdictOf(entry),
});

const archived = ({ entries }: LedgerRecord): Pick<EditionState, 'quotations'> => ({
  quotations: entries.map(quotedState),
});

const stateOf = ({
  brief,
  ledger,
  parts = [],
}: Pick<Proof, 'brief' | 'ledger'> & Partial<Pick<Proof, 'parts'>>): EditionState => ({
  title: brief!.meta.title,
  date: brief!.meta.date,
  quotations: ledger!.entries.map(quotedState),
  sections: parts.length > 0 ? parts.flatMap(sectionsOf) : sectionsOf({ brief }),
});

const sectionsOf = ({ brief }: Pick<Proof, 'brief'>): EditionState['sections'] =>
  (brief?.sections ?? []).map((section) => ({
    title: section.title,
    text: sectionText(section, brief!.text),
  }));

/** The packet's own file, or that of the brief which keeps it from being read. */
const firstFailed = ({ file, parts }: Proof): VFile =>
  parts.find((part) => failed(part.file))?.file ?? file;

/** Source text of a section, its heading left out; for pasted text, what its nodes cover. */
function sectionText({ nodes }: Section, text: string): string {
  const [first, last] = [nodes[0]?.position?.start.offset, nodes.at(-1)?.position?.end.offset];
  return first === undefined || last === undefined ? '' : text.slice(first, last);
}

// ---------------------------------------------------------------- words

const CHANGE_WORDS: Readonly<Record<Change['kind'], string>> = {
  added: 'added',
  withdrawn: 'withdrawn',
  changed: 'changed',
  reattributed: 're-attributed',
  verdict: 'verdict changed',
};

function accountOfDiff({ changes, sections }: Difference, paint: Paint): string {
  if (changes.length === 0 && sections.length === 0) return 'nothing changed\n';
  const lines = changes.map(
    (change) =>
      `${paint('strong', changeNumber(change))}  ${CHANGE_WORDS[change.kind]}: ${detail(change, paint)}\n`,
  );
  return [...lines, ...sections.map((section) => sectionLine(section, paint))].join('');
}

const changeNumber = (change: Change): string =>
  String('now' in change ? change.now.number : change.was.number).padStart(3);

function detail(change: Change, paint: Paint): string {
  if (change.kind === 'added')
    return `“${visible(change.now.text)}” (${visible(change.now.speaker ?? 'speaker not stated')}, ${change.now.verdict})`;
  if (change.kind === 'withdrawn')
    return `“${visible(change.was.text)}” (${visible(change.was.speaker ?? 'speaker not stated')})`;
  if (change.kind === 'changed') return diffLine(change.words, paint);
  const [was, is] =
    change.kind === 'verdict'
      ? [change.was.verdict, change.now.verdict]
      : [change.was.speaker, change.now.speaker];
  return `“${visible(change.now.text, 72)}”: ${visible(was ?? 'speaker not stated')} → ${visible(is ?? 'speaker not stated')}`;
}

const SECTIONS = {
  added: 'section added',
  removed: 'section removed',
  changed: 'section changed',
} as const;

function sectionLine({ title, kind, words }: SectionChange, paint: Paint): string {
  const head = `  §  ${SECTIONS[kind]}: ${paint('strong', visible(title))}\n`;
  return kind === 'changed' ? `${head}       ${diffLine(nearby(words), paint)}\n` : head;
}

/** Words around a difference; the rest of what stayed is left out. */
const CONTEXT_WORDS = 6;

const nearby = (parts: readonly DiffPart[]): readonly DiffPart[] =>
  parts.map((part, i) => {
    const words = part.op === 'same' ? part.words.split(' ') : [];
    if (words.length <= 2 * CONTEXT_WORDS) return part;
    const kept = [
      ...(i === 0 ? [] : words.slice(0, CONTEXT_WORDS)),
      '…',
      ...(i === parts.length - 1 ? [] : words.slice(-CONTEXT_WORDS)),
    ];
    return { op: 'same', words: kept.join(' ') };
  });

/** `[-missing-]` words stand only in the old text, `{+added+}` only in the new. */
const diffLine = (parts: readonly DiffPart[], paint: Paint): string =>
  parts
    .map(({ op, words }) =>
      op === 'same'
        ? visible(words, 2000)
        : op === 'missing'
          ? paint('error', `[-${visible(words, 2000)}-]`)
          : paint('good', `{+${visible(words, 2000)}+}`),
    )
    .join(' ');

// ---------------------------------------------------------------- correction notice

/**
 * The changes to quotations as `corrections:` for the front matter of the next build; JSON strings
 * are YAML.
 */
function notice({ changes }: Difference, date: string | null): string {
  const rows = changes.flatMap((change) => changeRows(change).map((row) => ({ ...row, date })));
  if (rows.length === 0) return '# no quotation changed\n';
  const lines = rows.map((row) => {
    const fields = Object.entries(row).filter(([, value]) => value !== null);
    return fields
      .map(
        ([name, value], i) =>
          `  ${i === 0 ? '- ' : '  '}${name}: ${typeof value === 'number' ? value : jsonText(value).trim()}\n`,
      )
      .join('');
  });
  return `corrections:\n${lines.join('')}`;
}

function changeRows(change: Change): readonly Readonly<Record<string, string | number | null>>[] {
  if (change.kind === 'verdict') return [];
  if (change.kind === 'added')
    return [{ kind: 'added', quotation: change.now.number, now: change.now.text }];
  if (change.kind === 'withdrawn') return [{ kind: 'withdrawn', was: change.was.text }];
  if (change.kind === 'changed')
    return [
      { kind: 'changed', quotation: change.now.number, was: change.was.text, now: change.now.text },
    ];
  return [
    {
      kind: 'reattributed',
      quotation: change.now.number,
      was: change.was.speaker,
      now: change.now.speaker,
    },
  ];
}
