/**
 * Who said it: sieves from sure to weak over every run; the first that finds someone settles it.
 */
import type { Attribution, Participant, Reason } from '../../types.ts';
import type { KindVerdict, Scene, SpeakerVerdict } from '../model.ts';
import { castOf, type Cast } from '../../names/cast.ts';
import { matchLabel } from '../../names/match.ts';
import { mentions, type Memory } from '../../names/mentions.ts';
import { explicitSieves, type SpeakerEvidence } from './explicit.ts';
import { meantBy, traitsOf } from './described.ts';
import { remarksOn } from './remarks.ts';
import { gendersOf } from './gender.ts';
import { holderOf } from './holders.ts';
import { groundsOf, type Ground, type Subject } from './ground.ts';
import { inferredSieves } from './inferred.ts';
import { meantSpeakers } from './may.ts';
import { newcomers } from './newcomers.ts';
import { peopleInText } from './people.ts';
import { isDialogue, quotationsByBlock, type SettledSpeaker, type SpeakerState } from './state.ts';
import { speakerViews, type SpeakerView } from './speaker-view.ts';
import { chooseSpeakers, type ChosenSpeaker } from './choose.ts';
import { continuations } from './continues.ts';

/**
 * One verdict per run, in order. Nobody outside Participants is named without an announcing word;
 * such a name or description is kept as it stands, with `participant` null. Runs nested in another
 * get none.
 */
export function attributeRuns(
  scene: Scene,
  kinds: readonly KindVerdict[],
): readonly SpeakerVerdict[] {
  const { state, evidence } = siftSpeakers(scene, kinds);
  const choices = scene.participants.length > 0 ? chooseSpeakers(state) : [];
  for (const { index, settled } of choices) state.settled[index] = settled;
  const chosen = new Map(choices.map((one) => [one.index, one]));
  const parts = continuations(state.views, state.settled);
  return state.views.map((view, i) => {
    const verdict = speakerVerdict(view, state, parts[i]!, chosen.get(i) ?? null);
    return { ...verdict, reasons: [...verdict.reasons, ...remarksOn(view, evidence[i]!)] };
  });
}

/** What the sieves find, before candidates are weighed. */
export function siftSpeakers(
  scene: Scene,
  kinds: readonly KindVerdict[],
): {
  readonly state: SpeakerState;
  readonly evidence: readonly (SpeakerEvidence | null)[];
} {
  const listed = castOf(scene.participants);
  const bare = groundsOf(scene, kinds, listed);
  const possible = scene.participants.length > 0 ? listed : castOf(peopleInText(bare, listed));
  const first = possible === listed ? bare : remembered(bare, possible);
  const hopeful = speakerViews(scene, kinds, first, possible);
  const hints = speakerEvidence(hopeful, possible);
  const byName = hints.map((found) => found?.subject ?? null);
  const subjects =
    possible === listed
      ? byName
      : [...byName, ...meantElsewhere(settleSpeaker(hopeful, first, hints, possible, new Set()))];
  const met = newcomers(subjects, scene.participants, isDialogue(hopeful), first);
  const cast = met.length === 0 ? listed : castOf([...scene.participants, ...met]);
  const grounds = cast === possible ? first : remembered(first, cast);
  const views = speakerViews(scene, kinds, grounds, cast);
  const evidence = speakerEvidence(views, cast);
  const state = settleSpeaker(views, grounds, evidence, cast, new Set(scene.participants));
  return { state, evidence };
}

/** Without Participants: people whom only a pronoun or the sentence before announces. */
function meantElsewhere({ settled }: SpeakerState): readonly Subject[] {
  const announced = settled.filter((who) => who?.sieve === 'pronoun' || who?.sieve === 'report');
  return announced.map((who) => ({ sort: 'cast', who: who!.who, start: 0 }));
}

function remembered(grounds: readonly Ground[], cast: Cast): readonly Ground[] {
  const memory: Memory = new Map();
  const of = ({ block }: Ground): Memory => (block.role === 'participants' ? new Map() : memory);
  return grounds.map((ground) => ({
    ...ground,
    mentions: mentions(ground.text, cast, of(ground), ground.grammar.definite, ground.tokens),
  }));
}

const speakerEvidence = (
  views: readonly SpeakerView[],
  cast: Cast,
): readonly (SpeakerEvidence | null)[] =>
  views.map((view) => (view.run.parent === null ? explicitEvidence(view, cast) : null));

function explicitEvidence(view: SpeakerView, cast: Cast): SpeakerEvidence | null {
  for (const sieve of explicitSieves) {
    const subject = sieve.find(view, cast);
    if (subject) return { sieve, subject };
  }
  return null;
}

function settleSpeaker(
  views: readonly SpeakerView[],
  grounds: readonly Ground[],
  evidence: readonly (SpeakerEvidence | null)[],
  cast: Cast,
  listed: ReadonlySet<Participant>,
): SpeakerState {
  const state: SpeakerState = {
    views,
    grounds,
    listed,
    settled: evidence.map((found) => settledBy(found, cast)),
    pronouns: evidence.map((found) => (found?.subject.sort === 'pronoun' ? found.subject : null)),
    genders: gendersOf(cast.participants, grounds),
    dialogue: isDialogue(views),
    byBlock: quotationsByBlock(views),
  };
  identifySpeakers(state, evidence);
  for (const sieve of inferredSieves) {
    for (const view of views) {
      const { index, parent } = view.run;
      if (parent !== null || state.settled[index]) continue;
      const who = sieve.find(view, state);
      if (who && (sieve.strangers || listed.size === 0 || listed.has(who)))
        state.settled[index] = weak(who, sieve);
    }
  }
  return state;
}

const weak = (
  who: Participant,
  { id, says, confidence }: Pick<SettledSpeaker, 'says' | 'confidence'> & { readonly id: string },
): SettledSpeaker => ({
  who,
  rivals: [],
  words: null,
  sieve: id,
  says,
  strength: 'weak',
  confidence,
});

const DESCRIPTION = {
  id: 'description',
  says: 'The text describes this person so.',
  confidence: 0.7,
};

/** Descriptions of people whom the text names elsewhere become those people. */
function identifySpeakers(
  state: SpeakerState,
  evidence: readonly (SpeakerEvidence | null)[],
): void {
  const traits = traitsOf(state.grounds);
  for (const view of state.views) {
    const subject = evidence[view.run.index]?.subject;
    if (subject?.sort !== 'description' && subject?.sort !== 'name') continue;
    const holder = holderOf(subject, view, state);
    const isDescribed = subject.sort === 'description';
    const who = holder?.who ?? (isDescribed ? meantBy(subject, view, state, traits) : null);
    if (who)
      state.settled[view.run.index] = { ...weak(who, DESCRIPTION), rivals: holder?.others ?? [] };
  }
}

function settledBy(found: SpeakerEvidence | null, cast: Cast): SettledSpeaker | null {
  if (!found || found.subject.sort === 'pronoun') return null;
  const { sieve, subject } = found;
  const base = {
    sieve: sieve.id,
    says: sieve.says,
    strength: sieve.strength,
    confidence: sieve.confidence,
  };
  if (subject.sort === 'cast')
    return { ...base, who: subject.who, rivals: subject.rivals ?? [], words: null };
  return {
    ...base,
    rivals: [],
    who: matchLabel(subject.words, cast) ?? stranger(subject.words),
    words: subject.words,
  };
}

const stranger = (name: string): Participant => ({
  id: '',
  name,
  role: null,
  aliases: [name],
  pronouns: null,
});

function speakerVerdict(
  view: SpeakerView,
  state: SpeakerState,
  continues: number | null,
  choice: ChosenSpeaker | null,
): SpeakerVerdict {
  const { settled, listed } = state;
  const who = settled[view.run.index] ?? null;
  const attribution: Attribution = who
    ? {
        name: listed.has(who.who) ? who.who.name : (who.words ?? who.who.name),
        participant: listed.has(who.who) ? who.who.id : null,
        sieve: who.sieve,
        strength: who.strength,
        confidence: who.confidence,
        may: choice ? choice.may : meantSpeakers(view, state, who),
        fromSource: false,
      }
    : {
        name: null,
        participant: null,
        sieve: 'none',
        strength: 'none',
        confidence: 0,
        may: null,
        fromSource: false,
      };
  const reasons: readonly Reason[] = who
    ? [{ stage: 'speaker', rule: `speaker/${who.sieve}`, says: who.says, weight: 0 }]
    : [];
  return { attribution, continues, reasons: [...reasons, ...(choice?.reasons ?? [])] };
}
