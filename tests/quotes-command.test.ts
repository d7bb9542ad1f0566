/**
 * `briefpress quotes` as people and scripts read it: table, JSON, explanation, and what --fix
 * writes.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { padEnd, setLines, styledUnits, columnsOf } from '../src/commands/quotes/lines.ts';
import { plainPaint } from '../src/report.ts';
import { editedList } from '../src/yaml.ts';
import { briefpress } from './support/commands.ts';
import { inFolder } from './support/snapshot.ts';

const BRIEF = `# The Night Ferry

“We will run it until the last passenger is home,” said Ida Moen. She spoke of “the last passenger” and of *“a new boat”* for the town.

Per Holt said: “The *gate* was [never](https://example.org) closed.” The word “sluice” means a gate.

> We left the ferry at the quay and walked home in the rain.
>
> — Ida Moen

# Participants

- Ida Moen – pilot
- Per Holt – lock keeper
`;
const TRANSCRIPT = `MOEN: We will run it until the last passenger is home.
HOLT: The gate was always closed.
MOEN: We left the ferry at the quay and walked home in the rain.
`;
const FILES = { 'brief.md': BRIEF, 'transcript.txt': TRANSCRIPT };

interface Json {
  readonly quotations: readonly {
    id: string;
    number: number | null;
    kind: string;
    start: number;
    end: number;
    text: string;
    speaker: string | null;
    of: string | null;
    status: string;
    turn: number | null;
    reasons: string[];
  }[];
  readonly entries: number;
}

const json = async (cwd: string, ...more: readonly string[]): Promise<Json> =>
  JSON.parse((await briefpress(cwd, ['quotes', 'brief.md', '--json', ...more])).stdout) as Json;

const shown = async (
  env: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = FILES,
): Promise<string> =>
  inFolder(files, async (cwd) => (await briefpress(cwd, ['quotes', 'brief.md'], { env })).stdout);

const fix = (cwd: string): ReturnType<typeof briefpress> =>
  briefpress(cwd, ['quotes', 'brief.md', '--fix']);
const sidecar = (cwd: string): string => readFileSync(join(cwd, 'quotes.yml'), 'utf8');

const set = (text: string, width: number, most?: number): readonly string[] =>
  setLines(styledUnits(text), width, plainPaint, most);

describe('--json', () => {
  test('every run, with offsets that cut the words out of the file', () =>
    inFolder(FILES, async (cwd) => {
      const { quotations, entries } = await json(cwd);
      expect(
        quotations.map(({ kind, number, speaker, status, turn }) => [
          kind,
          number,
          speaker,
          status,
          turn,
        ]),
      ).toEqual([
        ['speech', 1, 'Ida Moen', 'exact', 0],
        ['fragment-of', 1, 'Ida Moen', 'exact', 0],
        ['partial', 2, 'Ida Moen', 'not-found', null],
        ['speech', 3, 'Per Holt', 'altered', 1],
        ['term', null, null, 'unchecked', null],
        ['block', 4, 'Ida Moen', 'exact', 2],
      ]);
      expect(entries).toBe(4);
      expect(quotations[1]!.of).toBe(quotations[0]!.id);
      for (const { start, end, text } of quotations.filter((one) => !/gate was/u.test(one.text)))
        expect(BRIEF.slice(start, end)).toBe(text);
      expect(BRIEF.slice(quotations[3]!.start, quotations[3]!.end)).toBe(
        'The *gate* was [never](https://example.org) closed.',
      );
      expect(Object.keys(quotations[0]!)).toEqual([
        'id',
        'number',
        'kind',
        'start',
        'end',
        'text',
        'speaker',
        'of',
        'status',
        'turn',
        'speaker_check',
        'tick',
        'remarks',
        'reasons',
      ]);
      expect(quotations[0]!.reasons).toContain(
        'speaker/after-cue: An announcing word follows the words.',
      );
    }));

  test('a packet names the brief of each row', () =>
    inFolder(
      { 'a/brief.md': BRIEF, 'b/brief.md': BRIEF, 'book.yaml': 'title: Two\nbriefs: [a, b]\n' },
      async (cwd) => {
        const { stdout, code } = await briefpress(cwd, ['quotes', 'book.yaml', '--json']);
        const { quotations, entries } = JSON.parse(stdout) as {
          quotations: { file: string; number: number; start: number; end: number; text: string }[];
          entries: number;
        };
        expect({ code, entries }).toEqual({ code: 0, entries: 8 });
        expect(quotations.map(({ file }) => file)).toEqual([
          ...Array<string>(6).fill('a/brief.md'),
          ...Array<string>(6).fill('b/brief.md'),
        ]);
        const again = quotations[6]!;
        expect([again.number, BRIEF.slice(again.start, again.end)]).toEqual([5, again.text]);
      },
    ));
});

describe('the table', () => {
  test('keeps to the width of the terminal', async () => {
    for (const columns of [40, 60, 80, 132]) {
      const lines = (await shown({ COLUMNS: String(columns) })).split('\n').slice(0, -2);
      expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(columns);
      expect(Math.max(...lines.map(columnsOf))).toBeGreaterThan(Math.min(columns, 110) * 0.7);
    }
  });

  test('marks a changed word by signs, or by colours and strokes', async () => {
    expect(await shown({})).toContain('The gate was [-always-] {+never+} closed');
    const coloured = await shown({ FORCE_COLOR: '1' });
    expect(coloured).toContain(
      '\u001b[31m\u001b[9malways\u001b[29m\u001b[39m \u001b[32m\u001b[4mnever\u001b[24m\u001b[39m',
    );
    expect(coloured).not.toContain('[-');
    expect(await shown({ FORCE_COLOR: '1', NO_COLOR: '1' })).not.toContain('\u001b');
  });

  test('names the lines of a quotation that stands in several places, and counts at the end', async () => {
    const text = await shown({});
    expect(text).toMatch(/2 places +All in line 3\./u);
    expect(text.trimEnd().split('\n').at(-1)).toBe(
      '4 quotations: 2 exact, 1 altered, 1 not found; at 5 places; 1 marked word not numbered',
    );
  });

  test('columns hold with wide letters and emoji', async () => {
    const brief =
      '# 夜の渡し船\n\n佐藤花子は「最後の乗客が家に帰るまで船を出し続けます。誰も岸に残しません。」と述べた。\n\nIda Moen said: “We were 👩‍👩‍👧 three, and one 🚢 was late.”\n\n# Participants\n\n- 佐藤花子\n- Ida Moen\n';
    const lines = (await shown({ COLUMNS: '60' }, { 'brief.md': brief })).split('\n').slice(0, -2);
    expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(60);
    const starts = lines.flatMap((line) =>
      /^ {10}\S.* {2}(?=\S)/u.exec(line) ? [columnsOf(/^ {10}.* {2}(?=\S)/u.exec(line)![0])] : [],
    );
    expect(new Set(starts).size).toBe(1);
  });

  test('a brief with errors shows them, and still its quotations', () =>
    inFolder({ 'brief.md': `${BRIEF}\n![](../secret.png)\n` }, async (cwd) => {
      const { code, stdout, stderr } = await briefpress(cwd, ['quotes', 'brief.md']);
      expect(code).toBe(3);
      expect(stderr).toContain('[image-unsafe]');
      expect(stdout).toContain('4 quotations');
    }));
});

describe('lines', () => {
  test.each([
    ['abc', 3],
    ['日本', 4],
    ['e\u0301', 1],
    ['👩‍👩‍👧', 2],
    ['🇩🇪', 2],
    ['ﾊﾝ', 2],
    ['한국', 4],
  ])('%s is %i columns wide', (text, width) => {
    expect(columnsOf(text)).toBe(width);
    expect(columnsOf(padEnd(text, 9))).toBe(9);
  });

  test('break where the script breaks, cut what is too long, and end in an ellipsis', () => {
    expect(set('one two three', 7)).toEqual(['one two', 'three']);
    expect(set('「最後の乗客」。', 8)).toEqual(['「最後の', '乗客」。']);
    expect(set('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
    expect(set('one two three four', 7, 2)).toEqual(['one two', 'three…']);
    expect(set('a\u202eb', 20)).toEqual([String.raw`a\u202eb`]);
  });
});

describe('--explain', () => {
  test('sums the weights and lays the words beside the source', () =>
    inFolder(FILES, async (cwd) => {
      const { stdout } = await briefpress(cwd, ['quotes', 'brief.md', '--explain', '3']);
      expect(stdout).toContain(
        'altered, major: source, turn 2 (HOLT), line 2.\nThe gate was [-always-] {+never+} closed\n',
      );
      const weights = [...stdout.matchAll(/([+−])(\d\.\d) {2}(?!in all)/gu)].reduce(
        (sum, [, sign, n]) => sum + (sign === '+' ? 1 : -1) * Number(n),
        0,
      );
      expect(stdout).toContain(`+${weights.toFixed(1)}  in all; a quotation from above 0.4`);
      expect(stdout).toContain('  Named nearby: Ida Moen, Per Holt.\n');
      expect((await briefpress(cwd, ['quotes', 'brief.md', '--explain', '9'])).code).toBe(2);
    }));
});

describe('--fix', () => {
  test('writes every verdict; the ledger stays the same, and a second run changes nothing', () =>
    inFolder(FILES, async (cwd) => {
      const before = await json(cwd);
      const { code, stderr, stdout } = await fix(cwd);
      expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
      expect(stderr).toContain('quotes.yml: 6 settled\n');
      expect(sidecar(cwd)).toContain(
        '- quote: the last passenger\n  kind: quote\n  speaker: Ida Moen\n  of: q-3e1d7a71\n  settled: true\n',
      );
      expect(sidecar(cwd)).toContain('- quote: sluice\n  kind: term\n  settled: true\n');
      expect(await json(cwd)).toEqual(before);
      const written = sidecar(cwd);
      expect((await fix(cwd)).stderr).toContain(
        'quotes.yml: nothing to settle; everything in the brief is decided\n',
      );
      expect(sidecar(cwd)).toBe(written);
    }));

  test('what repeats detection is no decision of the author in the book', () =>
    inFolder(FILES, async (cwd) => {
      const note = async (): Promise<string> =>
        (await briefpress(cwd, ['build', 'brief.md', '--to', 'md', '-o', '-'])).stdout;
      const before = await note();
      await fix(cwd);
      expect(await note()).toBe(before);
    }));

  test('holds where detection comes to another verdict, and is a decision then', () =>
    inFolder(FILES, async (cwd) => {
      await fix(cwd);
      writeFileSync(
        join(cwd, 'brief.md'),
        BRIEF.replace(' said Ida Moen. She', ' said Per Holt. Ida Moen').replace(
          'Per Holt said: “The',
          'The words “The',
        ),
      );
      const [first, , , third] = (await json(cwd)).quotations;
      expect([first!.speaker, third!.kind, third!.speaker]).toEqual([
        'Ida Moen',
        'speech',
        'Per Holt',
      ]);
      expect(first!.reasons[0]).toBe(
        'override/sidecar: It was settled in the sidecar that this is a quotation by Ida Moen.',
      );
      expect((await fix(cwd)).stderr).toContain('nothing to settle');
    }));

  test('holds where one verdict put right moves another', () => {
    const settled = (words: string, who: string): string =>
      `- quote: ${words}\n  kind: quote\n  speaker: ${who}\n  settled: true\n`;
    const files = (speakers: readonly [string, string]): Readonly<Record<string, string>> => ({
      'brief.md': `# T

“We will build a wider lock for the town in May,” said Ida Moen.

The promise of “a wider lock for the town” is an old one.

“Nobody has asked us,” said Per Holt.

# Participants

- Ida Moen
- Per Holt
`,
      'quotes.yml': `${settled('We will build a wider lock for the town in May,', speakers[0])}${settled('a wider lock for the town', speakers[1])}${settled('"Nobody has asked us,"', 'Per Holt')}`,
    });
    const verdicts = (
      speakers: readonly [string, string],
    ): Promise<readonly (readonly [string | null, boolean])[]> =>
      inFolder(files(speakers), async (cwd) =>
        (await json(cwd)).quotations.map(
          ({ speaker, reasons }) => [speaker, reasons[0]!.startsWith('override/')] as const,
        ),
      );
    return Promise.all([
      expect(verdicts(['Ida Moen', 'Ida Moen'])).resolves.toEqual([
        ['Ida Moen', false],
        ['Ida Moen', false],
        ['Per Holt', false],
      ]),
      expect(verdicts(['Per Holt', 'Per Holt'])).resolves.toEqual([
        ['Per Holt', true],
        ['Per Holt', true],
        ['Per Holt', false],
      ]),
      // Put right, the sentence moves its fragment: now all that was settled is heard.
      expect(verdicts(['Per Holt', 'Ida Moen'])).resolves.toEqual([
        ['Per Holt', true],
        ['Ida Moen', true],
        ['Per Holt', true],
      ]),
    ]);
  });

  test('an edit of the words invalidates the entry, and settling anew takes it out', () =>
    inFolder(FILES, async (cwd) => {
      await fix(cwd);
      writeFileSync(join(cwd, 'brief.md'), BRIEF.replace('a new boat', 'a newer boat'));
      const { stderr } = await briefpress(cwd, ['check', 'brief.md']);
      expect(stderr).toContain(
        'There is a decision about “a new boat”, but these words are not in the brief [quote-override]\n    Run briefpress quotes --fix to settle the brief anew.',
      );
      expect((await briefpress(cwd, ['check', 'brief.md', '--strict'])).code).toBe(4);
      expect((await fix(cwd)).stderr).toContain(
        'quotes.yml: 1 settled; 1 taken out, their words are gone; 5 decided before and left alone\n',
      );
      expect(sidecar(cwd)).not.toContain('a new boat');
      expect((await briefpress(cwd, ['check', 'brief.md'])).stderr).not.toContain('quote-override');
    }));

  test('keeps what the author wrote, letter by letter', () =>
    inFolder(
      {
        ...FILES,
        'quotes.yml':
          '# Ours.\n-   quote:  "a new boat"   # not hers\n    kind: term\n\n# gone\n- quote: no such words\n  speaker: Per Holt',
      },
      async (cwd) => {
        const own = sidecar(cwd);
        const { stderr } = await fix(cwd);
        expect(stderr).toContain('quotes.yml: 5 settled; 1 decided before and left alone\n');
        expect(sidecar(cwd).startsWith(`${own}\n- quote: We will run it`)).toBe(true);
        expect((await json(cwd)).quotations[2]!.kind).toBe('term');
      },
    ));

  test('names words that occur again by id, and leaves a speaker taken from the source to the source', () =>
    inFolder(
      {
        'brief.md':
          '# T\n\n“It was late, and we went home.”\n\nThe words were “It was late, and we went home.”\n\n# Participants\n\n- Ida Moen\n- Per Holt\n',
        'transcript.txt': 'MOEN: It was late, and we went home.\n',
      },
      async (cwd) => {
        const before = await json(cwd);
        await fix(cwd);
        expect(sidecar(cwd)).toMatch(
          /^- quote: q-[0-9a-f]{8} {2}# It was late, and we went home\.\n {2}kind: quote\n {2}settled: true\n- quote: q-[0-9a-f]{8}-2/u,
        );
        expect(before.quotations[0]!.speaker).toBe('Ida Moen');
        expect(await json(cwd)).toEqual(before);
      },
    ));

  test('writes nothing about a brief with errors, a packet, or standard input', () =>
    inFolder(
      {
        'brief.md': BRIEF,
        'quotes.yml': '- quote: a\n  kind: nonsense\n',
        'book.yaml': 'title: T\nbriefs: [brief.md]\n',
      },
      async (cwd) => {
        expect((await fix(cwd)).code).toBe(3);
        expect(sidecar(cwd)).toBe('- quote: a\n  kind: nonsense\n');
        expect((await briefpress(cwd, ['quotes', 'book.yaml', '--fix'])).code).toBe(2);
      },
    ));

  test('among other briefs, the sidecar is named after its own', () =>
    inFolder({ 'brief.md': BRIEF, 'other.md': BRIEF }, async (cwd) => {
      expect((await fix(cwd)).stderr).toContain('brief.quotes.yml: 6 settled\n');
      expect(existsSync(join(cwd, 'quotes.yml'))).toBe(false);
      expect((await briefpress(cwd, ['quotes', 'other.md', '--fix'])).stderr).toContain(
        'other.quotes.yml: 6 settled\n',
      );
    }));
});

test('a decision may name the full quotation; one that names none is reported', () =>
  inFolder(
    {
      'brief.md': BRIEF.replace('*“a new boat”*', ':quote[“a boat”]{of=q-4f2f5af9}').replace(
        '“sluice”',
        ':quote[“sluice”]{of=q-00000000}',
      ),
    },
    async (cwd) => {
      const { quotations } = await json(cwd);
      expect(quotations.map(({ kind, number, of }) => [kind, number, of])).toContainEqual([
        'fragment-of',
        2,
        'q-4f2f5af9',
      ]);
      expect((await briefpress(cwd, ['check', 'brief.md'])).stderr).toContain(
        '“sluice” is said to be part of “q-00000000”, which is no full quotation of the brief [quote-override]',
      );
    },
  ));

const without = (text: string, ...gone: readonly number[]): string =>
  editedList(text, (i) => !gone.includes(i), '- z\n');

describe('a list edited', () => {
  test.each([
    ['', [], '- z\n'],
    ['# note\n', [], '# note\n- z\n'],
    ['- a\n# b’s\n- b # yes\n# tail\n', [0], '# b’s\n- b # yes\n# tail\n- z\n'],
    ['- a\n# b’s\n- b # yes\n# tail\n', [1], '- a\n# b’s\n# tail\n- z\n'],
    ['---\n  - a\n  - b', [0], '---\n  - b\n  - z\n'],
    ['[a, b]', [1], '- a\n- z\n'],
    ['[]\n', [], '- z\n'],
  ])('%j', (text, gone, expected) => expect(without(text, ...gone)).toBe(expected));
});
