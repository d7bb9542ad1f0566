/**
 * What detection decided about a brief, written into the sidecar beside it, so that it holds
 * whatever changes around the words.
 */
import { basename, dirname, extname, resolve } from 'node:path';
import { VFile } from 'vfile';
import { keyOfId, normalWords } from '../quotes/ids.ts';
import { meaningOf } from '../quotes/settled.ts';
import { readSidecar } from '../read/front-matter.ts';
import type { Brief, Found, Ledger, Override, Participant } from '../types.ts';
import type { World } from '../world.ts';
import { editedList, writeYaml } from '../yaml.ts';

/** A sidecar as it shall be, and what is new in it. */
export interface SidecarSettlement {
  /** Absolute path. */
  readonly path: string;
  /** Null where nothing has to be written. */
  readonly text: string | null;
  /** Quotations and marked words that were settled now. */
  readonly added: number;
  /** Entries settled before, taken out because their words are not in the brief any more. */
  readonly removed: number;
  /** Runs about which the sidecar, the front matter or markup said something already. */
  readonly kept: number;
}

/**
 * The sidecar with every verdict that is not in it yet; null where the file could not be read back
 * as it would be written.
 */
export async function settlement(
  world: World,
  { brief, ledger }: { readonly brief: Brief; readonly ledger: Ledger },
): Promise<SidecarSettlement | null> {
  const { path, text } = await sidecarOf(world, brief);
  const file = new VFile();
  const present = await readSidecar(text, path, file);
  const isStale = staleIn(ledger.found);
  const open = unsettledRuns(brief, ledger);
  const removed = present.filter(isStale).length;
  const done = { path, added: open.length, removed, kept: ledger.found.length - open.length };
  if (open.length + removed === 0) return { ...done, text: null };
  const known = knownOf(ledger, brief.participants);
  const lines = open.map((run) => sidecarEntry(run, known)).join('');
  const next = editedList(text, (i) => !isStale(present[i]!), lines);
  const back = await readSidecar(next, path, file);
  return file.messages.length > 0 || back.length !== present.length - removed + open.length
    ? null
    : { ...done, text: next };
}

/**
 * Sidecar of this brief alone: `quotes.yml`, or `<name>.quotes.yml` where other briefs lie in its
 * folder.
 */
async function sidecarOf(
  world: World,
  { path, originals }: Brief,
): Promise<{ readonly path: string; readonly text: string }> {
  const file = resolve(world.cwd, path);
  const own = basename(file, extname(file));
  const isAlone = (await world.list(dirname(file))).every(
    (name) => name === basename(file) || !isBrief(name),
  );
  const there = originals
    .slice(1)
    .filter(({ path: beside }) => /quotes\.ya?ml$/u.test(beside))
    .find((beside) => isAlone || beside.path.includes('.quotes.'));
  const name = there?.path ?? (isAlone ? 'quotes.yml' : `${own}.quotes.yml`);
  return {
    path: resolve(dirname(file), name),
    text: there ? new TextDecoder().decode(there.bytes) : '',
  };
}

const isBrief = (name: string): boolean =>
  /\.(?:md|markdown)$/iu.test(name) && !/^readme\./iu.test(name);

/** Settled entries whose words are gone; an author’s decision is never taken out. */
function staleIn(found: readonly Found[]): (override: Override) => boolean {
  const keys = new Set(found.flatMap(({ id, text }) => [id, normalWords(text)]));
  return ({ key, settled }) => settled === true && !keys.has(keyOfId(key));
}

/**
 * Longest words that are a key themselves; longer ones, and words that occur again, are named by
 * id.
 */
const READABLE = 300;

/** One entry, as YAML. A speaker who was taken from the source is left to the source. */
function sidecarEntry(run: Found, { times, sourced, participants }: SidecarContext): string {
  const words = run.text.replaceAll(/\s+/gu, ' ').trim();
  const isKey = isReadableKey(words) && times.get(normalWords(run.text)) === 1;
  const speaker =
    sourced.has(run.id) || meaningOf(run) !== 'quote' ? null : speakerLabel(run, participants);
  const yaml = writeYaml([
    {
      quote: isKey ? words : run.id,
      kind: meaningOf(run),
      ...(speaker !== null && { speaker }),
      ...(run.of !== null && { of: run.of }),
      settled: true,
    },
  ]);
  return isKey ? yaml : yaml.replace('\n', `  # ${shortened(words)}\n`);
}

const isReadableKey = (words: string): boolean => words.length <= READABLE && keyOfId(words) !== '';

const shortened = (words: string): string => (words.length > 60 ? `${words.slice(0, 59)}…` : words);

/** What has to be known of all runs to write one. */
interface SidecarContext {
  /** How often the same words occur. */
  readonly times: ReadonlyMap<string, number>;
  /** Runs whose speaker was taken from the source. */
  readonly sourced: ReadonlySet<string>;
  readonly participants: readonly Participant[];
}

function knownOf({ found, entries }: Ledger, participants: readonly Participant[]): SidecarContext {
  const times = new Map<string, number>();
  for (const words of found.map(({ text }) => normalWords(text)))
    times.set(words, (times.get(words) ?? 0) + 1);
  const taken = entries.filter(({ speaker }) => speaker.fromSource);
  return {
    times,
    sourced: new Set(taken.flatMap(({ places }) => places.flatMap((place) => place.found))),
    participants,
  };
}

/** A participant’s name, or the id where two have the same name. */
function speakerLabel(
  { speaker: { name, participant } }: Found,
  participants: readonly Participant[],
): string | null {
  return participants.filter((one) => one.name === name).length > 1 ? participant : name;
}

/** Runs of which nobody has settled anything yet, neither by id nor by words. */
function unsettledRuns({ overrides }: Brief, { found }: Ledger): readonly Found[] {
  const keys = new Set(overrides.map(({ key }) => keyOfId(key)));
  return found.filter(
    ({ id, text, override }) => !override && !keys.has(id) && !keys.has(normalWords(text)),
  );
}
