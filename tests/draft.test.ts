/** The gate for drafts: what fails, what only warns, and the forms in which it is told. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { githubCommands } from '../src/commands/forms/github.ts';
import { findingsOf, remedyFor, type DraftFindings } from '../src/commands/draft/findings.ts';
import { asJson } from '../src/commands/draft/json.ts';
import { sarifLog } from '../src/commands/forms/sarif.ts';
import { openGate } from '../src/press.ts';
import { rules } from '../src/rules.ts';
import { diskWorld } from '../src/world/disk.ts';

const folder = mkdtempSync(join(tmpdir(), 'briefpress-draft-'));

afterAll(() => rmSync(folder, { recursive: true }));

const HEARING = `IDA MOEN: We will run the night ferry until the last passenger is home. Is that what we promised in the spring?

COLM HART: The council has not paid for a single crossing since March, and it does not intend to.

MIA HART: The harbour belongs to everybody who lives beside it, and to nobody else.

SPEAKER 3: Nobody told us about the closure of the old slipway.

IDA MOEN: We shall see about that in the autumn, when the tables are out.

COLM HART: We shall see about that in the autumn, when the tables are out.
`;

const sarifOf = ({ findings, exit }: DraftFindings): string => sarifLog(findings, exit, remedyFor);

async function found(draft: string, strict = false, name = 'draft.md'): Promise<DraftFindings> {
  writeFileSync(join(folder, 'hearing.txt'), HEARING);
  writeFileSync(join(folder, name), draft);
  const proof = await openGate(
    { ...diskWorld(), cwd: folder },
    { transcript: 'hearing.txt', progress: null },
  ).judge(name);
  return findingsOf([proof], { strict, failIfEmpty: false });
}

describe('the gate', () => {
  test.each([
    [
      'stands, and its speaker is named',
      '“We will run the night ferry until the last passenger is home,” said Ida Moen.',
      [],
      0,
      0,
    ],
    [
      'a surname that one voice has',
      '“We will run the night ferry until the last passenger is home,” Moen said.',
      [],
      0,
      0,
    ],
    [
      'a surname that two voices have',
      '“The harbour belongs to everybody who lives beside it,” Hart said.',
      ['speaker-unchecked'],
      0,
      4,
    ],
    [
      'one word left out',
      '“The council has paid for a single crossing since March,” said Colm Hart.',
      ['quote-altered'],
      4,
      4,
    ],
    [
      'invented',
      '“Not one of us believes a word of that report any more,” said Colm Hart.',
      ['quote-not-found'],
      4,
      4,
    ],
    [
      'somebody else says it',
      '“The harbour belongs to everybody who lives beside it,” said Ida Moen.',
      ['quote-misattributed'],
      4,
      4,
    ],
    [
      'a voice without a name',
      '“Nobody told us about the closure of the old slipway,” said Bo Lind.',
      ['speaker-unchecked'],
      0,
      4,
    ],
    [
      'a question made a statement',
      '“That is what we promised in the spring,” said Ida Moen.',
      ['quote-altered'],
      4,
      4,
    ],
    [
      'two voices, none named',
      'It was heard twice. “We shall see about that in the autumn, when the tables are out.”',
      ['quote-ambiguous'],
      0,
      4,
    ],
    [
      'a headline',
      '# Moen: “We will run the day ferry until the last passenger is home”',
      ['quote-altered'],
      4,
      4,
    ],
    [
      'markup asks for no check',
      ':quote[“Not one of us believes that report any more,”]{verify=no} said Colm Hart.',
      ['quote-not-found'],
      4,
      4,
    ],
    [
      'markup names a source that is not there',
      ':quote[“Nobody here believes that report any more,”]{src=x} said Colm Hart.',
      ['quote-not-found'],
      4,
      4,
    ],
    [
      'front matter that is no brief’s',
      '---\nlayout: [post\n---\n\n“We will run the day ferry until the last passenger is home,” said Ida Moen.',
      ['quote-altered'],
      4,
      4,
    ],
    ['no quotation', 'Nothing is quoted here.', ['draft-empty'], 0, 0],
  ])('%s', async (_, text, codes, exit, strictly) => {
    const mild = await found(text);
    expect(mild.findings.map(({ code }) => code)).toEqual(codes);
    expect(mild.exit).toBe(exit);
    expect((await found(text, true)).exit).toBe(strictly);
  });

  test('words near those of the source are never called verified', async () => {
    const words = HEARING.split('\n')[0]!.slice(10, 82).split(' ');
    await fc.assert(
      fc.asyncProperty(
        fc.nat(words.length - 2),
        fc.constantFrom('never', 'harbour', 'five'),
        async (at, other) => {
          const text = words
            .map((word, i) => (i === at && word !== other ? other : word))
            .join(' ');
          const { exit, drafts } = await found(`“${text}” said Ida Moen.`);
          expect(drafts[0]!.ledger!.entries.map(({ tick }) => tick)).toEqual([false]);
          expect(exit).toBe(4);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('forms', () => {
  const hostile = '“Rates rose 100%: twice,\nand ::error:: again, they say here,” said Ida Moen.';

  test('a workflow command is one line, whatever is quoted', async () => {
    const text = githubCommands((await found(hostile, false, 'a,b:c%.md')).findings);
    expect(text.trimEnd().split('\n')).toHaveLength(1);
    const [, properties, message] = /^::error ([^:]*)::(.*)\n$/u.exec(text)!;
    expect(properties).toBe(
      'file=a%2Cb%3Ac%25.md,line=1,endLine=2,col=1,title=briefpress%3A quote-not-found',
    );
    expect(message).toContain('100%25: twice, and ::error:: again');
    expect(message).not.toMatch(/%(?!25|0A|0D)/u);
  });

  test('JSON counts each entry once and names its place or the nearest words', async () => {
    const text =
      '“The council has paid for a single crossing since March,” said Colm Hart.\n\n“Nobody told us about the closure,” said Bo Lind.';
    const { quotations, counts } = JSON.parse(asJson(await found(text))) as {
      quotations: Record<string, { words: string; speaker: string; line: number }>[];
      counts: Record<string, number>;
    };
    expect(counts).toMatchObject({ 'altered': 1, 'speaker-unchecked': 1, 'tick': 0 });
    expect(quotations.map(({ line, column, passes }) => [line, column, passes])).toEqual([
      [1, 1, false],
      [3, 1, true],
    ]);
    expect(quotations[0]!['nearest']).toMatchObject({
      words: 'The council has not paid for a single crossing since March',
      line: 3,
    });
    expect(quotations[0]!['place']).toBeNull();
    expect(quotations[1]!['place']).toMatchObject({
      speaker: 'SPEAKER 3',
      line: 7,
      words: 'Nobody told us about the closure',
    });
  });

  test('SARIF has what version 2.1.0 requires, and its regions hold the words', async () => {
    const draft = `# A headline\r\n\r\n${hostile}\r\n\r\nHe asked. “Nobody told us about the closure,” said Bo Lind.`;
    const log = JSON.parse(sarifOf(await found(draft, false, 'of the day é.md'))) as Sarif;
    expect(log.version).toBe('2.1.0');
    expect(log.$schema).toMatch(/^https:.*sarif-2\.1\.0/u);
    const [run] = log.runs;
    const { name, rules: described } = run!.tool.driver;
    expect(name).toBe('briefpress');
    expect(run!.invocations).toEqual([{ executionSuccessful: true, exitCode: 4 }]);
    for (const one of described) {
      expect(Object.keys(rules)).toContain(one.id);
      for (const part of [one.shortDescription, one.fullDescription, one.help])
        expect(part.text).toMatch(/^\S.*\.$/su);
      expect(['none', 'note', 'warning', 'error']).toContain(one.defaultConfiguration.level);
    }
    expect(run!.results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['quote-not-found', 'error'],
      ['speaker-unchecked', 'warning'],
    ]);
    const lines = draft.split('\n');
    for (const { ruleId, ruleIndex, message, locations } of run!.results) {
      expect(described[ruleIndex]!.id).toBe(ruleId);
      expect(message.text).not.toBe('');
      const { artifactLocation, region } = locations[0]!.physicalLocation;
      expect(artifactLocation.uri).toBe('of%20the%20day%20%C3%A9.md');
      expect(lines[region.startLine - 1]!.charAt(region.startColumn - 1)).toBe('“');
      expect(lines[region.endLine - 1]!.charAt(region.endColumn - 2)).toBe('”');
    }
  });
});

interface Sarif {
  readonly version: string;
  readonly $schema: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly name: string;
        readonly rules: readonly (Record<
          'shortDescription' | 'fullDescription' | 'help',
          { readonly text: string }
        > & {
          readonly id: string;
          readonly defaultConfiguration: { readonly level: string };
        })[];
      };
    };
    readonly invocations: readonly object[];
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>;
        };
      }[];
    }[];
  }[];
}
