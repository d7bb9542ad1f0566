/** A transcript and its verifier from a text, as the press makes them from a file. */
import { VFile } from 'vfile';
import { castFrom } from '../src/names/cast.ts';
import type { Attribution, Evidence, Participant, Transcript } from '../src/types.ts';
import { readTranscript } from '../src/transcripts/index.ts';
import { openVerifier, type Claim, type ClaimSettlement } from '../src/verify/index.ts';

export interface Told {
  readonly transcript: Transcript | null;
  readonly participants: readonly Participant[];
  readonly file: VFile;
  /** `line:column rule sentence` per message. */
  readonly messages: readonly string[];
}

export function transcribed(
  text: string | Uint8Array,
  names: readonly string[] = [],
  name = 'transcript.txt',
  format: string | null = null,
): Told {
  const file = new VFile();
  const participants = castFrom(names);
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const transcript = readTranscript(
    { sourceId: name, name, shown: name, format, bytes, participants },
    file,
  );
  const messages = file.messages.map(
    ({ line, column, ruleId, reason }) => `${line ?? '-'}:${column ?? '-'} ${ruleId} ${reason}`,
  );
  return { transcript, participants, file, messages };
}

/** Turns as `speaker|time|text`. */
export const turnsOf = ({ transcript }: Told): readonly string[] =>
  (transcript?.turns ?? []).map(({ speaker, at, text }) => `${speaker ?? ''}|${at ?? ''}|${text}`);

export interface Said extends Partial<Omit<Claim, 'speaker'>> {
  readonly by?: string;
  readonly strength?: Attribution['strength'];
}

function attributed(
  by: string | undefined,
  strength: Attribution['strength'],
  participants: readonly Participant[],
): Attribution {
  const participant = participants.find(({ name }) => name === by)?.id ?? null;
  return {
    name: by ?? null,
    participant,
    sieve: 'test',
    strength: by === undefined ? 'none' : strength,
    confidence: 1,
    may: strength === 'explicit' ? (participant === null ? [] : [participant]) : null,
    fromSource: false,
  };
}

type Settles = (text: string | readonly string[], said?: Said) => ClaimSettlement;

/** One verifier over the transcripts; settles texts in order. */
export const verifierOf = (...told: readonly Told[]): Settles => verifierWith({}, ...told);

export function verifierWith(
  terms: Parameters<typeof openVerifier>[2],
  ...told: readonly Told[]
): Settles {
  const participants = told[0]!.participants;
  const verifier = openVerifier(
    told.flatMap(({ transcript }) => transcript ?? []),
    participants,
    terms,
  );
  return (text, { by, strength = 'explicit', ...rest } = {}) =>
    verifier.settle({
      id: 'q',
      texts: typeof text === 'string' ? [text] : text,
      speaker: attributed(by, strength, participants),
      source: null,
      at: null,
      verify: true,
      ...rest,
    });
}

/** `same -missing- +added+` */
export const diffText = (evidence: Evidence): string =>
  'diff' in evidence
    ? evidence.diff
        .map(({ op, words }) =>
          op === 'same' ? words : op === 'missing' ? `-${words}-` : `+${words}+`,
        )
        .join(' ')
    : '';
