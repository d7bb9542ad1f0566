/** The whole quotation stage over plain paragraphs, one per line. */
import { VFile } from 'vfile';
import { quotationsIn } from '../../src/quotes/index.ts';
import { castFrom } from '../../src/names/cast.ts';
import { plainBlocks } from './plain-blocks.ts';
import type { Participant } from '../../src/types.ts';
import { options } from './markdown.ts';

/** People of an invented inquiry. */
export const people: readonly Participant[] = [
  ...castFrom(['Mary Stone', 'Omar Hale', 'Ruth Vane', 'Harbour Trust']),
  {
    id: 'chair',
    name: 'Ida Brook',
    role: 'Chair of the inquiry',
    aliases: ['Ida Brook'],
    pronouns: 'she',
  },
];

export function findingsIn(
  text: string,
  lang = 'en',
  participants = people,
): ReturnType<typeof quotationsIn> {
  return quotationsIn(
    { blocks: plainBlocks(text, lang), text, participants, overrides: [], lang, options },
    new VFile({ value: text }),
  );
}

export const speakersIn = (
  text: string,
  lang = 'en',
  participants = people,
): readonly (string | null)[] =>
  findingsIn(text, lang, participants).found.map(({ speaker }) => speaker.name);
