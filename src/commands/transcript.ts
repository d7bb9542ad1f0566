/** `briefpress transcript`: how a transcript was read, and the same in a clean form. */
import { jsonText } from '../report.ts';
import { resolve } from 'node:path';
import { VFile } from 'vfile';
import { openPress } from '../press.ts';
import { readSource } from '../press/documents.ts';
import { nearPathHint } from '../read/near-path.ts';
import { flag } from '../rules/flag.ts';
import {
  TRANSCRIPT_FORMS,
  participantsNamed,
  transcriptAs,
  type TranscriptForm,
} from '../transcripts/index.ts';
import type { Participant, Source, Transcript } from '../types.ts';
import { OutsideError, type World } from '../world.ts';
import { finishRun, pressOptions, tellFileMessages, usage, type Options } from './run.ts';

/** A transcript may be as large as a day’s sitting, in JSON. */
const LARGEST_TRANSCRIPT_FILE = 64 * 1024 * 1024;

/** `briefpress transcript`: how a transcript is read; resolves to the exit code. */
export async function runTranscript(
  world: World,
  named: readonly string[],
  options: Options,
): Promise<number> {
  const [name] = named;
  if (named.length !== 1 || name === undefined)
    return usage(
      world,
      'name the transcript that you want to see',
      'For example: briefpress transcript hearing.txt --brief brief.md',
    );
  const form = options['to'] === undefined ? null : String(options['to']);
  if (form !== null && !isForm(form))
    return usage(world, `there is no form “${form}”`, `Forms are ${TRANSCRIPT_FORMS.join(', ')}.`);
  const file = new VFile({ path: name });
  const { participants, source } = await namedPeople(world, name, options);
  const transcript = await readNamed(world, name, participants, source, file);
  const quiet = { ...options, json: false };
  tellFileMessages(world, file, quiet);
  if (transcript)
    world.stdout(
      form !== null
        ? transcriptAs(form, transcript, participants)
        : shownTranscript(transcript, participants, options),
    );
  return finishRun(world, [file], quiet, {});
}

const isForm = (form: string): form is TranscriptForm =>
  (TRANSCRIPT_FORMS as readonly string[]).includes(form);

interface NamedPeople {
  readonly participants: readonly Participant[];
  /** What the brief says of this file. */
  readonly source: Source | null;
}

/** Participants of `--brief`, and of `--participants "Ida Moen, Per Lund"`. */
async function namedPeople(world: World, name: string, options: Options): Promise<NamedPeople> {
  const asked = peopleAsked(options);
  if (typeof options['brief'] !== 'string')
    return { participants: participantsNamed(asked), source: null };
  const press = openPress(world, pressOptions({ ...options, transcript: name }, world));
  const { brief } = await press.proof(options['brief']);
  await press.close();
  const own = brief?.participants ?? [];
  const more = participantsNamed(asked.filter((one) => !own.some((who) => who.name === one)));
  return { participants: [...own, ...more], source: brief?.sources[0] ?? null };
}

const peopleAsked = ({ participants }: Options): readonly string[] =>
  typeof participants === 'string'
    ? participants.split(/\s*[,;]\s*/u).filter((one) => one !== '')
    : [];

async function readNamed(
  world: World,
  name: string,
  participants: readonly Participant[],
  source: Source | null,
  file: VFile,
): Promise<Transcript | null> {
  try {
    const bytes = await world.read(resolve(world.cwd, name), LARGEST_TRANSCRIPT_FILE);
    const base = name.split(/[\\/]/u).at(-1)!;
    const said = {
      format: source?.format ?? null,
      encoding: source?.encoding ?? null,
      speakers: source?.speakers ?? {},
    };
    const told = { sourceId: 'source', name: base, shown: name, bytes, participants };
    return await readSource({ ...told, ...said }, file, world.run);
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    const near = error.code === 'ENOENT' ? await nearPathHint(world, name) : null;
    flag(file, 'transcript-missing', `The transcript “${name}” ${error.message}`, {
      hint: near ?? error.hint,
    });
    return null;
  }
}

function shownTranscript(
  transcript: Transcript,
  participants: readonly Participant[],
  options: Options,
): string {
  if (options['json']) return transcriptJson(transcript);
  const { layout, format, explained, turns, labels, unexplained } = transcript;
  const rows = labels.map((row) => labelCells(row, participants));
  const lines = [
    `Layout: ${layout} (${format})`,
    `Explained: ${Math.floor(explained * 100)} % of the lines with words; ${turns.length} turns, ${labels.length} labels`,
    '',
    ...previewTable(
      [['Label', 'Turns', 'Words', 'Line', 'Means'], ...rows],
      labels.map(({ samples }) => samples),
    ),
    ...(unexplained.length === 0 ? [] : ['', `Words of nobody on lines ${spans(unexplained)}`]),
    ...warnings(transcript),
  ];
  return `${lines.join('\n')}\n`;
}

/** Columns as wide as their longest cell; the samples of a label stand below it. */
function labelCells(
  { label, turns, words, line, participant, because }: Transcript['labels'][number],
  participants: readonly Participant[],
): readonly string[] {
  const means = participants.find(({ id }) => id === participant)?.name ?? '–';
  return [label, String(turns), String(words), String(line), `${means} (${because})`];
}

function transcriptJson(transcript: Transcript): string {
  const { layout, format, explained, turns, unexplained } = transcript;
  const labels = transcript.labels.map(
    ({ label, turns: count, words, participant, why, because, line, samples }) => ({
      label,
      turns: count,
      words,
      participant,
      why,
      because,
      line,
      samples,
    }),
  );
  const document = { layout, format, explained, turns: turns.length, labels, unexplained };
  return jsonText(document, 2);
}

/** Cells set in columns: words to the left, the numbers in the middle to the right. */
function inColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  return rows.map((row) =>
    row
      .map((cell, i) => (i > 0 && i < 4 ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
      .join('  ')
      .trimEnd(),
  );
}

function previewTable(
  rows: readonly (readonly string[])[],
  samples: readonly (readonly string[])[],
): readonly string[] {
  if (rows.length < 2) return [];
  return inColumns(rows).flatMap((line, i) => [
    line,
    ...(i === 0 ? [] : samples[i - 1]!.map((words) => `    “${words}”`)),
  ]);
}

const MOST_TURNS_SHOWN = 20;

function spans(lines: Transcript['unexplained']): string {
  const all = lines
    .slice(0, MOST_TURNS_SHOWN)
    .map(({ start, end }) => (start === end ? String(start) : `${start}–${end}`));
  return `${all.join(', ')}${lines.length > MOST_TURNS_SHOWN ? ` and ${lines.length - MOST_TURNS_SHOWN} more` : ''}`;
}

function warnings({ turns, explained }: Transcript): readonly string[] {
  if (turns.every(({ speaker }) => speaker === null))
    return ['', 'No speaker was recognised: no quotation can be checked for who said it.'];
  return explained < 0.8
    ? ['', 'Less than 80 % of the lines are explained: look at the lines above.']
    : [];
}
