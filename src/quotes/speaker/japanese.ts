/** Japanese names the speaker before the words, marked by は or が, and announces after them: 首相は「…」と述べた。 */
import type { View } from './view.ts';
import { within } from './ground.ts';
import type { Subject } from './subject.ts';

/** Characters before the words that are looked over. */
const REACH = 120;

const TOPIC = /([^、。，．「」『』（）\s\uFFFB\uFFFC]{1,20}?)(?:氏|さん|様)?(?:は|が|も)(?=[^はがも]*$)/u;

/** The last name, else the last word, that carries は, が or も in the sentence of the quoted words. */
export function byTopic({ ground, start, last, end }: View): Subject | null {
  if (!/^ja\b/u.test(ground.block.lang)) return null;
  const cue = within(last.cues, end, Math.min(last.text.length, end + 30))[0];
  if (!cue) return null;
  const from = Math.max(0, start - REACH);
  const lead = ground.text.slice(from, start);
  const clause = from + lead.lastIndexOf('。') + 1;
  const named = within(ground.mentions, clause, start).filter((mention) =>
    /^(?:氏|さん|様|[\p{sc=Han}]{1,6})?(?:は|が|も)/u.test(ground.text.slice(mention.end, mention.end + 8)),
  );
  const who = named.at(-1);
  if (who) return { sort: 'cast', who: who.participant, start: who.start, cue };
  const topic = TOPIC.exec(ground.text.slice(clause, start))?.[1];
  return topic ? { sort: 'description', words: topic, start: clause, cue } : null;
}
