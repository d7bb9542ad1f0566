/** The tools that the server offers, and what each answers. */
import { VFile } from 'vfile';
import { openCorpus } from '../../corpus/index.ts';
import { limits } from '../../limits.ts';
import { passageIn, type PassageFound } from '../../press/passage.ts';
import { diagnostics } from '../../report.ts';
import { failed } from '../../rules/flag.ts';
import type { Evidence, Locator, Transcript } from '../../types.ts';
import type { World } from '../../world.ts';

/** What a tool was asked, as its schema promises it. */
interface ToolAsked {
  readonly words: string;
  readonly speaker: string | null;
  readonly lang: string;
}

type ToolAnswer = (found: PassageFound, asked: ToolAsked) => object;

interface McpTool {
  readonly title: string;
  readonly description: string;
  /** Does it weigh who is said to have spoken? */
  readonly weighsSpeaker: boolean;
  readonly answer: ToolAnswer;
}

/** A new tool is one row. */
const TOOLS: Readonly<Record<string, McpTool>> = {
  find_passage: {
    title: 'Find a passage',
    description:
      'Find where words stand in the transcripts: every place with speaker, page, line and time, or the nearest words where they stand nowhere.',
    weighsSpeaker: false,
    answer: ({ settlement, transcripts }) => ({
      found: placesFound(settlement.evidence).length > 0,
      places: placesFound(settlement.evidence).map((at) => placeRow(at, transcripts)),
      nearest: nearestRow(settlement.evidence, transcripts),
    }),
  },
  verify_quotation: {
    title: 'Verify a quotation',
    description:
      'Check a quotation word by word, and its speaker. "tick" is true only where the words stand in a transcript exactly (with marked gaps and brackets) and it names that speaker.',
    weighsSpeaker: true,
    answer: ({ settlement, transcripts }) => {
      const { evidence, speaker, speakerCheck, tick } = settlement;
      return {
        tick,
        words: evidence.status,
        speaker_check: speakerCheck,
        speaker: speaker.name,
        said_by: namedThere(evidence),
        places: placesFound(evidence).map((at) => placeRow(at, transcripts)),
        nearest: nearestRow(evidence, transcripts),
        diff: 'diff' in evidence ? evidence.diff : [],
        remarks: 'remarks' in evidence ? evidence.remarks : [],
      };
    },
  },
  cite_quotation: {
    title: 'Cite a quotation',
    description:
      'Give the citation of a quotation that stands in the transcripts: speaker, file, and locator (page:line, line or time). Refuses where the quotation has no tick.',
    weighsSpeaker: true,
    answer: ({ settlement, transcripts }, { words }) => {
      const { evidence, speaker, tick } = settlement;
      const [at, ...others] = placesFound(evidence);
      if (!tick || at === undefined || others.length > 0)
        return {
          citation: null,
          why: tick
            ? 'the words stand at several places'
            : `the quotation has no tick: ${evidence.status}, speaker ${settlement.speakerCheck ?? 'unchecked'}`,
        };
      const place = placeRow(at, transcripts);
      const cited = [speaker.name ?? at.speaker, place.file, citedPlace(at)].filter(Boolean);
      return { citation: `“${words}” (${cited.join(', ')})`, locator: citedPlace(at), place };
    },
  },
};

const TOOL_WORDS = { type: 'string', minLength: 1, maxLength: 20_000 } as const;

const schemaOf = ({ weighsSpeaker }: McpTool) => ({
  type: 'object' as const,
  properties: {
    words: { ...TOOL_WORDS, description: 'The words, without quotation marks around them' },
    ...(weighsSpeaker && {
      speaker: { ...TOOL_WORDS, description: 'Full name of whoever is said to have spoken them' },
    }),
    lang: { ...TOOL_WORDS, description: 'Language of the words, such as en or de (default: en)' },
  },
  required: ['words'],
  additionalProperties: false,
});

/** What clients are told of the tools. */
export const MCP_TOOLS = Object.entries(TOOLS).map(([name, tool]) => ({
  name,
  title: tool.title,
  description: tool.description,
  inputSchema: schemaOf(tool),
  annotations: { readOnlyHint: true, openWorldHint: false, idempotentHint: true },
}));

/** What a tool answers, as JSON in words; what it can't answer is an error that says why. */
export interface ToolResult {
  [key: string]: unknown;
  content: { type: 'text'; text: string }[];
  structuredContent?: { [key: string]: unknown };
  isError?: boolean;
}

/** Calls a tool by its name. @param folder of transcripts, as the user wrote it */
export async function answerTool(
  world: World,
  folder: string,
  name: string,
  given: Readonly<Record<string, unknown>>,
): Promise<ToolResult> {
  const tool = Object.hasOwn(TOOLS, name) ? TOOLS[name]! : null;
  if (!tool) return toolError(`there is no tool “${name}”`);
  const asked = askedOfTool(given, tool);
  if (typeof asked === 'string') return toolError(asked);
  const file = new VFile({ path: folder });
  const corpus = await openCorpus(world, folder, file, null);
  const found = corpus && (await passageIn(corpus, asked, file));
  if (!found || failed(file))
    return toolError(
      diagnostics(file)
        .map(({ message }) => message)
        .join('\n'),
    );
  const answer = { ...tool.answer(found, asked) };
  return { content: [{ type: 'text', text: JSON.stringify(answer) }], structuredContent: answer };
}

const toolError = (says: string): ToolResult => ({
  content: [{ type: 'text', text: says }],
  isError: true,
});

/** The arguments, or what is wrong with them. */
function askedOfTool(given: Readonly<Record<string, unknown>>, tool: McpTool): ToolAsked | string {
  const { properties } = schemaOf(tool);
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(properties, name)) return `there is no argument “${name}”`;
    if (typeof value !== 'string' || value.trim() === '' || value.length > TOOL_WORDS.maxLength)
      return `“${name}” has to be 1 to ${TOOL_WORDS.maxLength} letters`;
  }
  const { words, speaker = null, lang = 'en' } = given as Partial<ToolAsked>;
  return words === undefined ? '“words” are missing' : { words: words.trim(), speaker, lang };
}

/** Whom the transcripts name where the words stand; null where they name nobody, or several. */
function namedThere(evidence: Evidence): string | null {
  if (evidence.status === 'misattributed') return evidence.saidBy;
  const names = new Set(placesFound(evidence).map(({ speaker }) => speaker));
  return names.size === 1 ? [...names][0]! : null;
}

function placesFound(evidence: Evidence): readonly Locator[] {
  if (evidence.status === 'ambiguous') return evidence.locators;
  if (evidence.status === 'misattributed') return [evidence.locator];
  return 'also' in evidence ? [evidence.locator, ...evidence.also] : [];
}

function nearestRow(evidence: Evidence, transcripts: readonly Transcript[]): object | null {
  const at =
    evidence.status === 'altered'
      ? evidence.locator
      : evidence.status === 'not-found'
        ? evidence.nearest
        : null;
  return at && placeRow(at, transcripts);
}

function placeRow(at: Locator, transcripts: readonly Transcript[]) {
  const transcript = transcripts.find(({ sourceId }) => sourceId === at.source);
  return {
    file: at.source,
    name: transcript?.name ?? at.source,
    speaker: at.speaker,
    page: at.page,
    line: at.line,
    time: at.at,
    words: at.exact.slice(0, limits.messages.characters),
    before: at.prefix,
    after: at.suffix,
  };
}

/** As people cite it: page and line, else the time, else the line. */
function citedPlace({ page, line, to, at }: Locator): string {
  const ends = to && (to.page === page ? `–${to.line}` : `–${to.page}:${to.line}`);
  if (page !== null) return `${page}:${line}${ends ?? ''}`;
  return at ?? `line ${line}`;
}
