/**
 * Quotations of a text that was read, laid beside transcripts that were read: needs nothing but the
 * two.
 */
import { VFile } from 'vfile';
import { complaintAbout, type Complaint, type EntryContext } from './checks/complaint.ts';
import { groupFound, openLedger, type Group } from './ledger.ts';
import { findQuotations, type Findings } from './quotes/index.ts';
import { participantsNamed } from './transcripts/index.ts';
import type { Brief, Ledger, Participant, Transcript } from './types.ts';
import { openVerifier, type Claim, type Terms } from './verify/index.ts';

/** Numbers what was found and lays every utterance beside the transcripts. */
export function ledgerFor(
  brief: Brief,
  findings: Findings,
  transcripts: readonly Transcript[],
): Ledger {
  const verifier = openVerifier(transcripts, brief.participants, termsOf(brief, findings));
  const settled = groupFound(findings.found).map((group) => verifier.settle(claimOf(group)));
  return openLedger(findings.found, settled, {
    cf: comparisons(findings),
    overrides: overridesOf(brief, findings),
    transcripts,
    sections: brief.sections.map(({ id }) => id),
  });
}

/**
 * How the brief’s words are compared; `named` are those that the author’s own words give to
 * speakers.
 */
export const termsOf = ({ meta, sources }: Brief, { found }: Findings): Terms => ({
  lang: meta.lang,
  disfluencies: meta.quotes.disfluencies,
  apart: sources.flatMap(({ id, found: isFound }) => (isFound ? [id] : [])),
  named: found.flatMap(({ speaker }) =>
    speaker.name !== null && speaker.may !== null ? [speaker.name] : [],
  ),
});

/** What the verifier is asked about an utterance. */
export function claimOf({ head, parts, speaker }: Group): Claim {
  const { id, source, verify } = head;
  return {
    id,
    texts: parts.map(({ text }) => text),
    speaker,
    source,
    at: head.override?.markup.at ?? null,
    verify,
  };
}

/** Entry id → ids of entries with the same words in another utterance. */
function comparisons({ cf }: Findings): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, readonly string[]>();
  for (const { found, other } of cf) map.set(found, [...(map.get(found) ?? []), other]);
  return map;
}

/** Every decision of the author that took effect, in reading order. */
const overridesOf = (brief: Brief, { found }: Findings): Ledger['overrides'] => {
  const used = found.flatMap(({ override }) => (override ? [override] : []));
  return [
    ...used,
    ...brief.overrides.filter(
      (override) => override.status === 'accepted' && !used.includes(override),
    ),
  ];
};

/** A draft with whoever may speak in it, and its quotations, of which none is exempt. */
export function heardDraft(
  read: Brief,
  file: VFile,
): { readonly brief: Brief; readonly findings: Findings } {
  const brief = { ...read, participants: speakersOf(read) };
  return { brief, findings: unsilenced(findQuotations(brief, file)) };
}

/** Entry id → what is wrong with it, or not confirmed. */
export const complaintsIn = (context: EntryContext): ReadonlyMap<string, Complaint> =>
  new Map(
    context.ledger.entries.flatMap((entry) => {
      const complaint = complaintAbout(entry, context);
      return complaint ? [[entry.id, complaint] as const] : [];
    }),
  );

/** Every quotation is looked for, and in every transcript. */
const unsilenced = (findings: Findings): Findings => ({
  ...findings,
  found: findings.found.map((run) => ({ ...run, source: null, verify: true })),
});

/**
 * The participants whom the draft lists, else those whom its own words announce as speakers by
 * name.
 */
function speakersOf(brief: Brief): readonly Participant[] {
  if (brief.participants.length > 0) return brief.participants;
  const { found } = findQuotations(brief, new VFile({ value: brief.text }));
  const names = new Set(
    found.flatMap(({ speaker }) =>
      speaker.name !== null && speaker.strength === 'explicit' ? [speaker.name] : [],
    ),
  );
  return participantsNamed([...names].filter((name) => /^\p{Lu}/u.test(name)));
}
