/**
 * Names in scripts that set no spaces: in full, as declared, and by the surname that goes before an
 * office (田中局長).
 */
import type { Participant } from '../types.ts';

const UNSPACED_NAME = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|^\p{sc=Hangul}{3,4}$/u;
const HAN_NAME = /^(\p{sc=Han}{2})\p{sc=Han}{1,3}$/u;

/** Names → participants; a surname that two share is left out. */
export function unspacedNames(
  participants: readonly Participant[],
): ReadonlyMap<string, Participant> {
  const written = participants.flatMap((who) =>
    [who.name, ...who.aliases]
      .filter((name) => UNSPACED_NAME.test(name))
      .flatMap((name) => [[name, who] as const, [squeezed(name), who] as const]),
  );
  const surnames = Map.groupBy(participants, surnameOf);
  const single = [...surnames].flatMap(([name, [who, ...rivals]]) =>
    name !== null && rivals.length === 0 ? [[name, who!] as const] : [],
  );
  return new Map([...single, ...written]);
}

/**
 * What stands before the space, else the first two characters of three or more, as in most Japanese
 * names.
 */
function surnameOf({ name }: Participant): string | null {
  const spaced = /^(\p{sc=Han}{1,3})[ \u3000・]\S/u.exec(name)?.[1];
  return spaced ?? HAN_NAME.exec(name)?.[1] ?? null;
}

/** Without spaces and dots between the characters of a name that needs none: 田中 太郎. */
export const squeezed = (name: string): string =>
  name
    .replaceAll(
      /(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\s\u3000・·]+(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/gu,
      '',
    )
    .trim();
