/** Who said it: sieves from sure to weak over every run; the first that finds someone settles it. */
import type { Attribution, Participant, Reason } from '../../types.ts';
import type { KindVerdict, Scene, SpeakerVerdict } from '../model.ts';
import { castOf } from '../../names/cast.ts';
import { matchLabel } from '../../names/match.ts';
import { mentions } from '../../names/mentions.ts';
import type { Cast } from '../../names/cast.ts';
import type { Memory } from '../../names/mentions.ts';
import { explicitSieves } from './explicit.ts';
import type { ExplicitSieve } from './explicit.ts';
import { meantBy, traitsOf } from './described.ts';
import { remarksOn } from './remarks.ts';
import { gendersOf } from './gender.ts';
import { groundsOf } from './ground.ts';
import type { Ground } from './ground.ts';
import { inferredSieves } from './inferred.ts';
import { meantSpeakers } from './may.ts';
import { newcomers } from './newcomers.ts';
import { peopleIn } from './people.ts';
import { isDialogue, quotationsByBlock } from './state.ts';
import type { Settled, State } from './state.ts';
import type { Subject } from './subject.ts';
import type { View } from './view.ts';
import { viewsOf } from './view.ts';
import { continuations } from './continues.ts';

export interface Evidence {
  readonly sieve: ExplicitSieve;
  readonly subject: Subject;
}

/**
 * One verdict per run, in order. Nobody outside Participants is named without an announcing word; such a name or description is
 * kept as it stands, with `participant` null. Runs nested in another get none.
 */
export function attribute(scene: Scene, kinds: readonly KindVerdict[]): readonly SpeakerVerdict[] {
  const listed = castOf(scene.participants);
  const bare = groundsOf(scene, kinds, listed);
  const possible = scene.participants.length > 0 ? listed : castOf(peopleIn(bare, listed));
  const first = possible === listed ? bare : renamed(bare, possible);
  const hopeful = viewsOf(scene, kinds, first, possible);
  const hints = evidenceOf(hopeful, possible);
  const byName = hints.map((found) => found?.subject ?? null);
  const subjects = possible === listed ? byName : [...byName, ...meantElsewhere(settle(hopeful, first, hints, possible, new Set()))];
  const met = newcomers(subjects, scene.participants, isDialogue(hopeful));
  const cast = met.length === 0 ? listed : castOf([...scene.participants, ...met]);
  const grounds = cast === possible ? first : renamed(first, cast);
  const views = viewsOf(scene, kinds, grounds, cast);
  const evidence = evidenceOf(views, cast);
  const state = settle(views, grounds, evidence, cast, new Set(scene.participants));
  const parts = continuations(views, state.settled);
  return views.map((view, i) => verdictOf(view, state, parts[i]!, remarksOn(view, evidence[i]!)));
}

/** Without Participants: people whom only a pronoun or the sentence before announces. */
function meantElsewhere({ settled }: State): readonly Subject[] {
  const announced = settled.filter((who) => who?.sieve === 'pronoun' || who?.sieve === 'report');
  return announced.map((who) => ({ sort: 'cast', who: who!.who, start: 0 }));
}

function renamed(grounds: readonly Ground[], cast: Cast): readonly Ground[] {
  const memory: Memory = new Map();
  return grounds.map((ground) => ({ ...ground, mentions: mentions(ground.text, cast, memory) }));
}

const evidenceOf = (views: readonly View[], cast: Cast): readonly (Evidence | null)[] =>
  views.map((view) => (view.run.parent === null ? explicitEvidence(view, cast) : null));

function explicitEvidence(view: View, cast: Cast): Evidence | null {
  for (const sieve of explicitSieves) {
    const subject = sieve.find(view, cast);
    if (subject) return { sieve, subject };
  }
  return null;
}

function settle(
  views: readonly View[],
  grounds: readonly Ground[],
  evidence: readonly (Evidence | null)[],
  cast: Cast,
  listed: ReadonlySet<Participant>,
): State {
  const state: State = {
    views,
    grounds,
    listed,
    settled: evidence.map((found) => settledBy(found, cast)),
    pronouns: evidence.map((found) => (found?.subject.sort === 'pronoun' ? found.subject : null)),
    genders: gendersOf(cast.participants, grounds),
    dialogue: isDialogue(views),
    byBlock: quotationsByBlock(views),
  };
  identify(state, evidence);
  for (const sieve of inferredSieves) {
    for (const view of views) {
      const { index, parent } = view.run;
      if (parent !== null || state.settled[index]) continue;
      const who = sieve.find(view, state);
      if (who && (sieve.strangers || listed.size === 0 || listed.has(who))) state.settled[index] = weak(who, sieve);
    }
  }
  return state;
}

const weak = (who: Participant, { id, says, confidence }: Pick<Settled, 'says' | 'confidence'> & { readonly id: string }): Settled => ({
  who,
  words: null,
  sieve: id,
  says,
  strength: 'weak',
  confidence,
});

const DESCRIPTION = { id: 'description', says: 'The text describes this person so.', confidence: 0.7 };

/** Descriptions of people whom the text names elsewhere become those people. */
function identify(state: State, evidence: readonly (Evidence | null)[]): void {
  const traits = traitsOf(state.grounds);
  for (const view of state.views) {
    const subject = evidence[view.run.index]?.subject;
    const who = subject?.sort === 'description' ? meantBy(subject, view, state, traits) : null;
    if (who) state.settled[view.run.index] = weak(who, DESCRIPTION);
  }
}

function settledBy(found: Evidence | null, cast: Cast): Settled | null {
  if (!found || found.subject.sort === 'pronoun') return null;
  const { sieve, subject } = found;
  const base = { sieve: sieve.id, says: sieve.says, strength: sieve.strength, confidence: sieve.confidence };
  if (subject.sort === 'cast') return { ...base, who: subject.who, words: null };
  return { ...base, who: matchLabel(subject.words, cast) ?? stranger(subject.words), words: subject.words };
}

const stranger = (name: string): Participant => ({ id: '', name, role: null, aliases: [name], pronouns: null });

function verdictOf(view: View, state: State, continues: number | null, remarks: readonly Reason[]): SpeakerVerdict {
  const { settled, listed } = state;
  const who = settled[view.run.index] ?? null;
  const attribution: Attribution = who
    ? {
        name: listed.has(who.who) ? who.who.name : (who.words ?? who.who.name),
        participant: listed.has(who.who) ? who.who.id : null,
        sieve: who.sieve,
        strength: who.strength,
        confidence: who.confidence,
        may: meantSpeakers(view, state, who),
        fromSource: false,
      }
    : { name: null, participant: null, sieve: 'none', strength: 'none', confidence: 0, may: null, fromSource: false };
  const reasons: readonly Reason[] = who ? [{ stage: 'speaker', rule: `speaker/${who.sieve}`, says: who.says, weight: 0 }] : [];
  return { attribution, continues, reasons: [...reasons, ...remarks] };
}
