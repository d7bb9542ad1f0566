/** Evidence in so many words: markup, attribution lines, announcing words, colons. The sieves run in this order. */
import type { Cue } from '../model.ts';
import type { Cast } from '../../names/cast.ts';
import { languageOf, partOf } from '../../languages/index.ts';
import type { Token } from '../../names/tokens.ts';
import { answering } from '../cues/uses.ts';
import { gapBefore, indexAt, isUpper, nextQuoted, sentenceEnd, sentenceStart, within } from './ground.ts';
import type { Ground } from './ground.ts';
import { isNoun, isParticiple, listens } from './cue-form.ts';
import { byIncise } from './incise.ts';
import { byBracket, byLabel, byLine, byMarkup } from './labels.ts';
import { taggedAfter } from '../tag.ts';
import { byTopic } from './unspaced.ts';
import { agentOf, isCleft, subjectAfter, subjectBefore, subjects } from './subject.ts';
import type { Subject } from './subject.ts';
import type { View } from './view.ts';

export interface ExplicitSieve {
  readonly id: string;
  readonly strength: 'explicit' | 'weak';
  readonly confidence: number;
  readonly says: string;
  readonly find: (view: View, cast: Cast) => Subject | null;
}

export const explicitSieves: readonly ExplicitSieve[] = [
  { id: 'markup', strength: 'explicit', confidence: 1, says: 'The markup names the speaker.', find: byMarkup },
  { id: 'line', strength: 'explicit', confidence: 0.98, says: 'An attribution line names the speaker.', find: byLine },
  { id: 'label', strength: 'explicit', confidence: 0.97, says: 'A label before the words names the speaker.', find: byLabel },
  { id: 'bracket', strength: 'explicit', confidence: 0.95, says: 'Brackets after the words name the speaker.', find: byBracket },
  { id: 'after-cue', strength: 'explicit', confidence: 0.95, says: 'An announcing word follows the words.', find: byCueAfter },
  { id: 'beside', strength: 'explicit', confidence: 0.88, says: 'The person and a verb stand right behind the words.', find: byTag },
  { id: 'topic', strength: 'explicit', confidence: 0.9, says: 'The topic of the clause is announced after the words.', find: byTopic },
  { id: 'incise', strength: 'explicit', confidence: 0.9, says: 'An announcement is set inside the words.', find: byIncise },
  { id: 'owner', strength: 'explicit', confidence: 0.9, says: 'The words are called this person’s own.', find: byOwner },
  { id: 'before-cue', strength: 'explicit', confidence: 0.9, says: 'An announcing word stands before the words.', find: byCueBefore },
  { id: 'colon', strength: 'explicit', confidence: 0.85, says: 'The clause before the colon has this subject.', find: byColon },
  { id: 'display', strength: 'explicit', confidence: 0.85, says: 'The paragraph before ends in a colon.', find: byDisplay },
];

/** “…”, said Tom / Tom said / according to Tom: within the sentence that the quoted words began. */
function byCueAfter(view: View): Subject | null {
  const { ground, last, end, run, quotation } = view;
  if (run.style === 'block' || (!quotation && ground !== last) || languageOf(ground.block.lang)?.unspaced) return null;
  const to = tailEnd(last, end);
  const tail = last.text.slice(end, to);
  if (!goesOn(run.text, tail, last) || opensNext(view, tail) || answers(view, to)) return null;
  for (const cue of within(last.cues, end, to).slice(0, 3)) {
    const subject = listens(last, cue) || isNoun(last, cue) ? null : subjectAround(last, cue, end, to);
    if (subject) return { ...subject, cue };
  }
  return byVerbAtEnd(view, to);
}

/** “When Vane asked, “Is it safe?” Hale replied, “It is.””: the tail is a sentence of its own, for these words are announced before. */
function opensNext({ ground, start, run, after }: View, tail: string): boolean {
  if (!/[?!.…]["'’”»)]*$/u.test(run.text) || !/^["'’”»)\s]*\p{Lu}/u.test(tail)) return false;
  if (afterColon(ground, start)) return true;
  return after !== null && /[,:]\s*$/u.test(tail) && announcer(ground, sentenceStart(ground, start), start) !== null;
}

/** “Were you told?” Pruitt answered “Yes.”: nobody answers with a question when an answer follows. */
function answers({ last, end, run, after }: View, to: number): boolean {
  if (after === null || !/[?？]["'’”»)]*$/u.test(run.text) || !/[\uFFFB\uFFFC]/u.test(last.text[to] ?? '')) return false;
  return within(last.cues, end, to).some(({ lemma }) => answering.has(lemma));
}

const afterColon = ({ text }: Ground, at: number): boolean => /[:：]\s*$/u.test(text.slice(Math.max(0, at - 3), at));

/** “hatte Merkel den Plan als „…“ bezeichnet”: the verb closes the clause that its subject opened before the words. */
function byVerbAtEnd({ ground, start, last, end }: View, to: number): Subject | null {
  const cue = within(last.cues, end, to)[0];
  if (ground !== last || !cue || !ground.grammar.nounCapitals || last.text.slice(end, cue.start).trim() !== '') return null;
  const subject = clauseSubject(ground, sentenceStart(ground, start), start);
  return subject ? { ...subject, cue } : null;
}

/** “…”, tranche Ida Moen: the words open the sentence, and a verb that no list has to know stands beside the name. */
function byTag({ ground, start, last, end, run }: View): Subject | null {
  if (run.style === 'block' || /[\p{L}\p{N}]/u.test(ground.text.slice(sentenceStart(ground, start), start))) return null;
  const mention = taggedAfter(last, end, run.text);
  return mention ? { sort: 'cast', who: mention.participant, start: mention.start } : null;
}

function subjectAround(ground: Ground, cue: Cue, from: number, to: number): Subject | null {
  const lead = ground.text.slice(from, cue.start);
  const words = within(ground.tokens, from, cue.start);
  if (words.length > 24) return null;
  if (cue.type === 'source') return sourceSubject(ground, cue, from, to);
  const inverted = words.every(({ word }) => ground.grammar.fillers.has(word)) && !/[.;:]/u.test(lead);
  const agent = agentOf(ground, cue, to);
  if (agent) return agent;
  if (inverted) return isParticiple(ground, cue) ? null : subjectAfter(ground, cue, to);
  if (cue.type === 'weak' && (words.length > 6 || subjectBefore(ground, cue, from)?.sort === 'description')) return null;
  return subjectBefore(ground, cue, from) ?? (ground.grammar.verbSecond ? subjectAfter(ground, cue, to) : null);
}

/** “laut Merkel”, “nach Angaben von Stone”, “Angaben des Ministeriums zufolge”: whoever stands right beside the words. */
function sourceSubject(ground: Ground, cue: Cue, from: number, to: number): Subject | null {
  const mention = within(ground.mentions, cue.end, to)[0];
  if (mention && !mention.possessive && isBeside(ground, cue.end, mention.start))
    return { sort: 'cast', who: mention.participant, start: mention.start };
  if (/^(?:zufolge|zitiert)$/u.test(cue.lemma)) return subjectBefore(ground, cue, from) ?? subjectAfter(ground, cue, to);
  const after = subjectAfter(ground, cue, to);
  return after?.sort === 'cast' ? null : after;
}

/** Nothing but articles, prepositions and nouns stand between: “so der Chef des Amtes Omar Hale”. */
function isBeside(ground: Ground, from: number, to: number): boolean {
  const { grammar, text } = ground;
  const words = within(ground.tokens, from, to);
  const noun = (word: Token): boolean => (grammar.verbSecond ? isUpper(ground, word) : !grammar.fillers.has(word.word));
  const small = ({ word }: Token): boolean => [grammar.determiners, grammar.oblique, grammar.prepositions].some((set) => set.has(word));
  return words.length <= 5 && !/[^\s\p{L}.’'-]/u.test(text.slice(from, to)) && words.every((word) => small(word) || noun(word));
}

/** The tail runs to a semicolon, the end of the sentence or the next quoted words. */
function tailEnd(ground: Ground, end: number): number {
  const first = /[\p{L}\p{N}]/u.exec(ground.text.slice(end, end + 40));
  const to = Math.min(nextQuoted(ground, end, 300), sentenceEnd(ground, first ? end + first.index : end));
  const semicolon = ground.text.slice(end, to).indexOf(';');
  return nextClause(ground, end, semicolon < 0 ? to : end + semicolon);
}

/** “… less often, while Okafor warned that”: where a clause with a subject of its own begins after words of this one, else `to`. */
function nextClause(ground: Ground, from: number, to: number): number {
  const { grammar, text, tokens } = ground;
  for (let i = indexAt(ground, from) + 1; i < tokens.length - 1 && tokens[i]!.end < to; i++) {
    const { word, start, end } = tokens[i]!;
    if (grammar.pronominal.has(word) || !(grammar.conjunctions.has(word) || grammar.relatives.has(word))) continue;
    if (!/,\s*$/u.test(gapBefore(ground, i)) || within(ground.cues, from, start).length > 0) continue;
    const cue = within(ground.cues, end, to)[0];
    if (cue && (subjects(ground, end, cue.start, end).length > 0 || opensWithPronoun(ground, i + 1))) return start;
    if (/[:;]/u.test(text.slice(from, start))) return to;
  }
  return to;
}

const opensWithPronoun = ({ grammar, tokens }: Ground, i: number): boolean => grammar.pronouns.has(tokens[i]!.word);

/** Does the author's sentence go on after the closing mark? */
function goesOn(words: string, tail: string, ground: Ground): boolean {
  const head = /^[\s”“"'’»)\]]*([\s,–—-]*)(\p{L}+)/u.exec(tail);
  if (!head) return false;
  if (ground.grammar.conjunctions.has(head[2]!.toLowerCase())) return false;
  if (/[.…]["'’”»)]*$/u.test(words) && !/[,–—-]/u.test(head[1]!) && /^\p{Lu}/u.test(head[2]!)) return shortTag(tail, ground);
  return true;
}

/** “….” Ben said. */
const shortTag = (tail: string, ground: Ground): boolean => {
  const words = tail.trim().split(/\s+/u);
  return words.length <= 4 && /^\s*\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?\s\p{Ll}+(?:\s\p{Ll}+)?\.\s*$/u.test(tail) && ground.cues.length > 0;
};

/** “Hale’s line “…””, “a phrase of Hale’s”, “el lema de Hale: «…»”: a noun for words, and whose they are, right before the marks. */
function byOwner({ ground, start, run }: View): Subject | null {
  const mention = within(ground.mentions, Math.max(0, start - 60), start).at(-1);
  if (!mention || run.style === 'block') return null;
  const behind = /^(?:['’]?s?)?((?:\s\p{L}+){0,3})\s*[,:]?\s*$/u.exec(ground.text.slice(mention.end, start));
  const noun = mention.possessive ? behind?.[1]?.trim().split(/\s/u).at(-1) : nounOf(ground, mention.start, behind?.[1] ?? ' ');
  if (!noun || !isUtterance(ground, noun.toLowerCase())) return null;
  return { sort: 'cast', who: mention.participant, start: mention.start };
}

/** The noun that a preposition joins to the name: “el lema de Hale”. */
function nounOf({ grammar, text }: Ground, at: number, behind: string): string | null {
  const before = /(\p{L}+)\s+(\p{L}+)[\s’']+$/u.exec(text.slice(Math.max(0, at - 40), at));
  return behind === '' && before && grammar.complements.has(before[2]!.toLowerCase()) ? before[1]! : null;
}

const isUtterance = ({ block, grammar }: Ground, noun: string): boolean =>
  grammar.writings.has(noun) || partOf(block.lang, 'kind').sayings.has(noun);

/** “Tom said: “…””: the subject of the last announcing word of the sentence. */
function byCueBefore({ ground, start, run }: View): Subject | null {
  if (run.style === 'block') return null;
  return announcer(ground, sentenceStart(ground, start), start);
}

/** Subject of the last announcing word in [from, to). */
export function announcer(ground: Ground, from: number, to: number): Subject | null {
  const all = within(ground.cues, from, to).filter((cue) => !listens(ground, cue) && !leftBehind(ground, cue, from, to));
  for (const cue of all.toReversed()) {
    const claimant = isNoun(ground, cue) ? claimantOf(ground, cue, from, to) : null;
    if (claimant) return { ...claimant, cue };
    if (!isNoun(ground, cue)) break;
  }
  const cues = all.filter((cue) => !isNoun(ground, cue));
  const colon = /[:：,]\s*$/u.test(ground.text.slice(Math.max(from, to - 3), to));
  for (const cue of cues.toReversed().slice(0, 3)) {
    if (cue.type === 'weak' && !colon && within(ground.tokens, cue.end, to).length > 6) continue;
    const subject = cueSubject(ground, cue, from, to);
    if (subject && (cue.type !== 'weak' || subject.sort === 'cast' || subject.sort === 'pronoun')) return { ...subject, cue };
  }
  return null;
}

/** “When Vane asked about it, the answer was the same: …”: the verb of a clause that another clause follows. */
function leftBehind(ground: Ground, cue: Cue, from: number, to: number): boolean {
  const { text, tokens, grammar } = ground;
  const comma = text.slice(cue.end, to).indexOf(',');
  if (comma < 0 || within(tokens, cue.end + comma, to).length < 3) return false;
  const clause = Math.max(from, text.slice(from, cue.start).search(/[^,;:]*$/u) + from);
  return grammar.relatives.has(within(tokens, clause, cue.start)[0]?.word ?? '');
}

/** “Hale’s claim that …”, “Hale’s last request: …”, “the claim by Hale that …”: whose claim it is. */
function claimantOf(ground: Ground, cue: Cue, from: number, to: number): Subject | null {
  if (!holdsClause(ground, cue.end, to) && !afterColon(ground, to)) return null;
  const owner = within(ground.mentions, from, cue.start).at(-1);
  if (owner?.possessive && /^['’]?s?\s(?:\p{L}+\s)?$/u.test(ground.text.slice(owner.end, cue.start)))
    return { sort: 'cast', who: owner.participant, start: owner.start };
  return agentOf(ground, cue, to);
}

/** A word for “that” follows before the clause ends. */
function holdsClause(ground: Ground, from: number, to: number): boolean {
  const clause = /^[^,;:.]{0,64}/u.exec(ground.text.slice(from, to))![0];
  return within(ground.tokens, from, from + clause.length).some(({ word }) => ground.grammar.complementizers.has(word));
}

function cueSubject(ground: Ground, cue: Cue, from: number, to: number): Subject | null {
  if (cue.type === 'source') return sourceSubject(ground, cue, from, to);
  const agent = agentOf(ground, cue, to);
  if (agent) return agent;
  const before = subjectBefore(ground, cue, from);
  if (before?.sort === 'cast' || isParticiple(ground, cue) || (before && !ground.grammar.verbSecond)) return before;
  const after = ground.grammar.verbSecond || before === null ? subjectAfter(ground, cue, to) : null;
  return after && after.sort !== 'description' ? after : (before ?? after);
}

/** “Tom pointed to the door: “…””, without an announcing word. */
function byColon({ ground, start, run, opens }: View): Subject | null {
  if (run.style === 'block' || opens || !afterColon(ground, start)) return null;
  return giver(ground, start) ?? clauseSubject(ground, sentenceStart(ground, Math.max(0, start - 1)), start, true);
}

/** “Another line came from Hale: …”: someone named right before the colon, after a word for “from” or “by”. */
function giver(ground: Ground, to: number): Subject | null {
  const mention = within(ground.mentions, Math.max(0, to - 60), to).at(-1);
  if (!mention || mention.possessive || !/^\s*[:：]\s*$/u.test(ground.text.slice(mention.end, to))) return null;
  const before = /(\p{L}+)\s+$/u.exec(ground.text.slice(Math.max(0, mention.start - 20), mention.start))?.[1]?.toLowerCase() ?? '';
  return ground.grammar.givers.has(before) || ground.grammar.agent.has(before)
    ? { sort: 'cast', who: mention.participant, start: mention.start }
    : null;
}

/** First participant that can be a subject in [from, to): the main clause's; if that has none, unless `strict`, a subordinate one's. */
export function clauseSubject(ground: Ground, from: number, to: number, strict = false): Subject | null {
  const all = subjects(ground, from, to);
  const first = all.find((mention) => !subordinate(ground, from, mention.start)) ?? (strict ? undefined : all[0]);
  const pronoun = within(ground.tokens, from, to).find(({ word }) => ground.grammar.pronouns.has(word));
  const cleft = first !== undefined && pronoun !== undefined && isCleft(ground, pronoun, first.start);
  if (pronoun && !cleft && (!first || pronoun.start < first.start))
    return { sort: 'pronoun', gender: ground.grammar.pronouns.get(pronoun.word)!, start: pronoun.start, ground };
  return first ? { sort: 'cast', who: first.participant, start: first.start } : null;
}

/** “When Ushakov asked, Witkoff …”: the clause of this place opens with a subordinating word. */
function subordinate(ground: Ground, from: number, at: number): boolean {
  const words = within(ground.tokens, from + ground.text.slice(from, at).lastIndexOf(',') + 1, at);
  return words.length > 0 && ground.grammar.relatives.has(words[0]!.word);
}

/** The paragraph before ends in a colon: its announcing word's subject, or the subject of its last sentence. */
function byDisplay({ above, opens, run, ground }: View): Subject | null {
  if (!above || !(opens || run.style === 'block') || ground.block.type === 'cell') return null;
  const to = above.text.trimEnd().length;
  if (!/[:：]$/u.test(above.text.slice(Math.max(0, to - 1), to))) return null;
  const from = sentenceStart(above, to - 1);
  return announcer(above, from, to) ?? giver(above, to) ?? clauseSubject(above, from, to, true);
}
