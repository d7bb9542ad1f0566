/** “the council officer said”: which participants hold a role, by the words of the list. */
import type { Participant } from '../../types.ts';
import { fold } from '../../languages/lists.ts';
import { everyGrammar, everyPerson, isParticle } from '../../languages/unions.ts';
import { isOffice, officeOf, officesOf } from '../../names/office.ts';
import type { Ground, Subject } from './ground.ts';
import { candidatesBefore, genderAgrees } from './pronoun.ts';
import type { SpeakerView } from './speaker-view.ts';
import type { SpeakerState } from './state.ts';

/** Whom a role phrase means, and who else holds that role. */
export interface RoleHolder {
  readonly who: Participant;
  readonly others: readonly Participant[];
}

/**
 * The participant who holds the role that a phrase with a definite article, or a bare noun, names: the only one of
 * its gender, else the one spoken of last. Null where nobody holds it, or none of several was named.
 */
export function holderOf(
  { words, start }: Extract<Subject, { readonly words: string }>,
  view: SpeakerView,
  state: SpeakerState,
): RoleHolder | null {
  const { grammar } = view.ground;
  const first = /^(\p{L}+)[\s’']/u.exec(words)?.[1]!.toLowerCase() ?? '';
  const article = grammar.definite.has(first) ? first : '';
  if (article === '' && /\s/u.test(words.trim()) && grammar.definite.size > 0) return null;
  const gender = grammar.definiteGender.get(article) ?? null;
  const role = article === '' ? words : words.slice(article.length + 1);
  const holders = [...state.listed].filter(
    (who) => holdsRole(role, who.role) && genderAgrees(state, who, gender),
  );
  const ground: Ground = view.ground;
  const at = Math.min(start, view.start);
  const who =
    holders.length === 1
      ? holders[0]
      : candidatesBefore(state, view, { ground, start: at, gender: null }).find((one) =>
          holders.includes(one),
        );
  return who ? { who, others: holders.filter((one) => one !== who) } : null;
}

/** The phrase is the office, or some of its words with its head: “council officer”, “Kämmerer”. */
export function holdsRole(phrase: string, role: string | null): boolean {
  if (role === null) return false;
  const office = officeOf(phrase);
  if (office && officesOf(role).some((own) => isOffice(office, own))) return true;
  const words = contentWords(phrase);
  return words.length > 0 && role.split(/[;/,()]/u).some((part) => isPartOf(words, part));
}

function isPartOf(words: readonly string[], part: string): boolean {
  const own = contentWords(part);
  const isOver = everyPerson.roleOver.has(own[0] ?? '');
  if (isOver && !words.includes(own[0]!)) return false;
  const last = words.at(-1)!;
  const isTail = (head: string): boolean =>
    words.length === 1 && last.length > 4 && head.endsWith(last);
  return (
    roleHeads(part).some((head) => last === head || isTail(head)) &&
    words.slice(0, -1).every((word) => own.includes(word))
  );
}

/** Of “Special envoy to the East” the envoy: the word before the first small one, and the first. */
function roleHeads(part: string): readonly string[] {
  const all = fold(part)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !isArticle(word));
  const end = all.findIndex(
    (word, i) => i > 0 && (word.length < 4 || isParticle(word) || everyPerson.roleEnds.has(word)),
  );
  const first = end < 0 ? [] : all.slice(0, 1);
  return [...(end < 0 ? all : all.slice(0, end)).slice(-1), ...first];
}

const isArticle = (word: string): boolean =>
  everyGrammar.definite.has(word) || everyPerson.articles.has(word);

const contentWords = (text: string): readonly string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(
      (word) =>
        word.length > 1 && !isArticle(word) && !everyPerson.roleEnds.has(word) && !isParticle(word),
    );
