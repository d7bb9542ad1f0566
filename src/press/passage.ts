/**
 * Words that somebody asks about, without a brief around them: looked for in a folder of
 * transcripts, and judged as a quotation would be.
 */
import { VFile } from 'vfile';
import type { Corpus } from '../corpus/index.ts';
import { wordsId } from '../quotes/ids.ts';
import { participantsNamed } from '../transcripts/index.ts';
import type { Attribution, Participant, Transcript } from '../types.ts';
import { openVerifier, type Claim, type ClaimSettlement } from '../verify/index.ts';

/** What is asked. */
export interface PassageQuery {
  readonly words: string;
  /** Who is said to have spoken them; null where nobody is named. */
  readonly speaker: string | null;
  /** BCP 47; remarks are worded in it. */
  readonly lang: string;
}

/** What the folder says of the words. */
export interface PassageFound {
  readonly settlement: ClaimSettlement;
  /** Those that have the words, or come nearest. */
  readonly transcripts: readonly Transcript[];
}

/**
 * Looks the words up; problems with files of the folder go to `file`. Where nobody is said to have
 * spoken them, whoever the transcripts name there has: everyone whom they name is known then.
 */
export async function passageIn(
  corpus: Corpus,
  query: PassageQuery,
  file: VFile,
): Promise<PassageFound> {
  if (query.speaker !== null)
    return passageBy(corpus, query, participantsNamed([query.speaker]), file);
  const { transcripts } = await passageBy(corpus, query, [], new VFile());
  const labels = transcripts.flatMap((one) => one.labels).filter(({ why }) => why === 'nobody');
  const named = participantsNamed([...new Set(labels.map(({ label }) => label))]);
  return passageBy(corpus, query, named, file);
}

async function passageBy(
  corpus: Corpus,
  { words, speaker, lang }: PassageQuery,
  participants: readonly Participant[],
  file: VFile,
): Promise<PassageFound> {
  const claim: Claim = {
    id: wordsId(words),
    texts: [words],
    speaker: attributionTo(speaker === null ? null : participants[0]!),
    source: null,
    at: null,
    verify: true,
  };
  const terms = { lang, named: speaker === null ? [] : [speaker] };
  const transcripts = await corpus.transcriptsFor(
    [claim],
    { participants, terms },
    new Set(),
    file,
  );
  const apart = transcripts.map(({ sourceId }) => sourceId);
  const verifier = openVerifier(transcripts, participants, { ...terms, apart });
  return { settlement: verifier.settle(claim), transcripts };
}

/** Whoever asks says outright who spoke, or nothing. */
const attributionTo = (participant: Participant | null): Attribution => ({
  name: participant?.name ?? null,
  participant: participant?.id ?? null,
  sieve: participant ? 'markup' : 'none',
  strength: participant ? 'explicit' : 'none',
  confidence: participant ? 1 : 0,
  may: participant ? [participant.id] : null,
  fromSource: false,
});
