/** Which of those who share a surname a text means, by the words beside it. */
import type { Participant } from '../types.ts';
import { fold } from '../languages/lists.ts';
import { everyGrammar, everyPerson } from '../languages/unions.ts';
import { rolesIn } from './aliases.ts';
import { genderOf } from './people.ts';
import type { Token } from './tokens.ts';

/**
 * Those of one surname to whom the title before it, or the description behind it, can belong: all,
 * where neither says anything.
 */
export function besideName(
  { text, tokens }: { readonly text: string; readonly tokens: readonly Token[] },
  first: number,
  end: number,
  bearers: readonly Participant[],
): readonly Participant[] {
  const token = tokens[first - 1];
  const title =
    token && /^\.?\s+$/u.test(text.slice(token.end, tokens[first]!.start)) ? token.folded : '';
  const titled = titledSo(title, bearers);
  const some = titled.length > 0 ? titled : bearers;
  const nouns = describedBehind(text, tokens, end);
  const described = some.filter(({ role }) =>
    wordsInName(role ?? '').some((own) => nouns.some((noun) => own === noun || own.endsWith(noun))),
  );
  return described.length > 0 ? described : some;
}

/**
 * “Mrs Vance”, “Governor Vance”: whose title it is by name or role; else those of its gender, else
 * those whose gender is not known.
 */
function titledSo(title: string, bearers: readonly Participant[]): readonly Participant[] {
  const isOwn = (word: string): boolean =>
    word === title ||
    (title.length > 3 && word.startsWith(title) && word.length - title.length < 3);
  const own = bearers.filter(({ name, role }) =>
    [...wordsInName(name).slice(0, -1), ...rolesIn(role)].some(isOwn),
  );
  if (own.length > 0) return own;
  const gender = everyPerson.titlesHe.has(title)
    ? 'he'
    : everyPerson.titlesShe.has(title)
      ? 'she'
      : null;
  if (gender === null) return [];
  const known = bearers.filter((who) => genderOf(who) === gender);
  return known.length > 0 ? known : bearers.filter((who) => genderOf(who) === null);
}

const wordsInName = (name: string): readonly string[] => fold(name).split(/[^\p{L}]+/u);

/** “Oehme, the swimmer, …”: the words of an apposition behind a name, at most three. */
function describedBehind(text: string, tokens: readonly Token[], at: number): readonly string[] {
  const article = tokens[at];
  if (!article || !everyGrammar.definite.has(article.word)) return [];
  if (text.slice(tokens[at - 1]!.end, article.start) !== ', ') return [];
  const words: string[] = [];
  for (let i = at + 1; i < tokens.length && i - at < 4; i++) {
    if (text.slice(tokens[i - 1]!.end, tokens[i]!.start) !== ' ') break;
    words.push(tokens[i]!.folded);
  }
  return words.filter((word) => word.length > 3);
}
