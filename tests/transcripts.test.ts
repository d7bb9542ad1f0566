/**
 * Layouts and formats of transcripts: a folder each, with the file, the participants, and how it
 * was read. Record with -u.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../src/transcripts/formats.ts';
import type { Transcript } from '../src/types.ts';
import { transcribed, type Told } from './verify-help.ts';

const CASES = join(import.meta.dirname, 'transcripts');

function read(kind: string): Told {
  const folder = join(CASES, kind);
  const name = readdirSync(folder).find((one) => one.startsWith('transcript.'))!;
  const people = readFileSync(join(folder, 'participants.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return transcribed(readFileSync(join(folder, name)), people, name);
}

/** One line a turn: line, time, who, what is known of it, words. */
function record({ transcript, messages }: Told): string {
  if (!transcript) return `${messages.join('\n')}\n`;
  const { layout, format, explained, turns, labels, unexplained } = transcript;
  const said = turns.map(
    ({ line, at, speaker, voice, doubt, text }) =>
      `${line} ${at ?? '-'} ${speaker ?? '–'} (${doubt ?? voice}) ${JSON.stringify(text)}`,
  );
  const named = labels.map(
    ({ label, turns: count, words, participant, why }) =>
      `${label}: ${count} turns, ${words} words, ${participant ?? '–'} (${why})`,
  );
  const open = unexplained.map(({ start, end }) => `${start}–${end}`).join(' ');
  return `${[`${format}: ${layout}; explained ${explained.toFixed(2)}${open === '' ? '' : `, open ${open}`}`, '', ...said, '', ...named].join('\n').trimEnd()}\n`;
}

/** Every character of a turn stands where its map says, where it is written as it is read. */
function misplaced({ text, turns }: Transcript): readonly string[] {
  return turns.flatMap((turn) =>
    turn.map.flatMap(({ from, at }, i) => {
      const words = turn.text.slice(from, turn.map[i + 1]?.from).trimEnd();
      const source = text.slice(at, at + words.length);
      return plain(source) === plain(words) || /^[&\\]/u.test(source)
        ? []
        : [`${words} ≠ ${source}`];
    }),
  );
}

/** White space of HTML is a space. */
const plain = (text: string): string => text.replaceAll(/\s/gu, ' ');

const kinds = readdirSync(CASES);

describe('transcripts', () => {
  test('every format has a case', () => {
    const seen = new Set(kinds.map((kind) => read(kind).transcript?.format));
    expect(FORMATS.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([]);
  });

  test.each(kinds)('%s', async (kind) => {
    const told = read(kind);
    await expect(record(told)).toMatchFileSnapshot(join(CASES, kind, 'read.txt'));
    expect(told.transcript ? misplaced(told.transcript) : []).toEqual([]);
  });

  test.each(kinds.filter((kind) => kind.startsWith('two-')))(
    '%s: both speakers are known',
    (kind) => {
      const { turns, speakers } = read(kind).transcript!;
      const who = turns
        .filter(({ text }) => /\p{L}{3}/u.test(text))
        .map(({ speaker }) => (speaker === null ? null : speakers[speaker]));
      expect(who).toEqual(['olga-vane', 'tomas-ree']);
    },
  );

  test.each(kinds.filter((kind) => kind.startsWith('no-speakers-')))(
    '%s: no participant speaks',
    (kind) => {
      const { turns, speakers } = read(kind).transcript!;
      expect(
        turns.filter(
          ({ speaker }) =>
            speaker !== null &&
            speakers[speaker] !== undefined &&
            kind !== 'no-speakers-screenplay',
        ),
      ).toEqual([]);
    },
  );
});

describe('any text', () => {
  const line = fc.oneof(
    fc.constantFrom(
      'VANE: We open.',
      '[00:12] REE: No.',
      'Q.  Who?',
      'A.  Me.',
      '**Vane:** Yes',
      '(Applause.)',
      '>> NO',
      '',
      '---',
      'Olga Vane',
      '0:12',
      '[[Page S1]]',
      '"Q  Well',
      '<b>VANE:</b> So',
      '&amp; so on',
      '1  THE COURT:  Order.',
    ),
    fc.string({ maxLength: 60, unit: 'grapheme' }),
  );
  test.each(['txt', 'md', 'html', 'srt', 'vtt', 'csv', 'json', 'xml', 'yaml'])(
    '%s: reading never throws, and words keep their places',
    (ending) => {
      fc.assert(
        fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
          const { transcript } = transcribed(
            lines.join('\n'),
            ['Olga Vane', 'Tomas Ree'],
            `t.${ending}`,
          );
          if (transcript) expect(misplaced(transcript)).toEqual([]);
        }),
        { numRuns: 150 },
      );
    },
  );

  test('in plain text, every word is in some turn, or is a label, a time or furniture', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'VANE: We open now.',
            'REE: Nobody told us.',
            'Bottom Line: it stays.',
            'and so it was.',
            'So be it.',
            '',
          ),
          { minLength: 1, maxLength: 12 },
        ),
        (lines) => {
          const { transcript } = transcribed(lines.join('\n'), ['Olga Vane', 'Tomas Ree']);
          const words = (text: string): number => text.match(/\p{L}+/gu)?.length ?? 0;
          const labels = lines.filter((one) => /^(?:VANE|REE):/u.test(one)).length;
          const all = (transcript?.turns ?? []).reduce((sum, turn) => sum + words(turn.text), 0);
          expect(all).toBeGreaterThanOrEqual(words(lines.join('\n')) - labels);
        },
      ),
    );
  });
});
