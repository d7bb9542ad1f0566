/** Two answers about every quotation: its words, and its speaker. A tick needs both. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judgeBrief } from '../src/press.ts';
import { diskWorld } from '../src/world/disk.ts';

const PEOPLE = '- Astrid Vik – ferry manager\n- Tor Hagen – council member\n- Jon Hagen – pilot\n';

const WORDS = 'The last ferry leaves at nine, whatever the weather.';

/**
 * What is said of the first quotation of a text, against a transcript: status, check, tick,
 * speaker.
 */
async function answerTo(text: string, transcript: string, people = PEOPLE): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'speaker-'));
  writeFileSync(
    join(folder, 'brief.md'),
    `# Ferry\n\n## Participants\n\n${people}\n## Said\n\n${text}\n`,
  );
  writeFileSync(join(folder, 'transcript.txt'), transcript);
  const { ledger } = await judgeBrief(diskWorld(), { transcript: null }, join(folder, 'brief.md'));
  rmSync(folder, { recursive: true });
  const { evidence, speakerCheck, tick, speaker } = ledger!.entries[0]!;
  return `${evidence.status} ${speakerCheck} ${tick ? 'tick' : 'no tick'} ${speaker.name}`;
}

const SAID = `Astrid Vik: ${WORDS}\n\nTor Hagen: We asked for ten, and we still do.\n`;

describe('the speaker whom the brief names', () => {
  test.each([
    ['is the source’s', `Astrid Vik said: “${WORDS}”`, SAID, 'exact confirmed tick Astrid Vik'],
    [
      'is another',
      `Tor Hagen said: “${WORDS}”`,
      SAID,
      'misattributed contradicted no tick Tor Hagen',
    ],
    [
      'is not in the source',
      `Astrid Vik said: “${WORDS}”`,
      `${WORDS}\n`,
      'exact unnamed no tick Astrid Vik',
    ],
    [
      'fits a label that fits another, too',
      `Tor Hagen said: “${WORDS}”`,
      `HAGEN: ${WORDS}\n\nVIK: No.\n\nHAGEN: Why not?\n\nVIK: Because.\n`,
      'exact unmapped no tick Tor Hagen',
    ],
    [
      'has a label, and may be who asks in an examination',
      `Tor Hagen said: “Who paid for the crane?”`,
      'MR. HAGEN: We are on the record.\n\nQ. Who paid for the crane?\n\nA. The town did.\n\nQ. When?\n\nA. In May.\n',
      'exact unmapped no tick Tor Hagen',
    ],
    [
      'has a label, and does not ask in a briefing',
      `Astrid Vik said: “Who paid for the crane?”`,
      'MS. VIK: We are on the record.\n\nQ. Who paid for the crane?\n\nMS. VIK: The town did.\n\nQ. When?\n\nMS. VIK: In May.\n',
      'misattributed contradicted no tick Astrid Vik',
    ],
    [
      'is read from a sentence before',
      `Tor Hagen shrugged. “${WORDS}”`,
      SAID,
      'exact contradicted no tick Tor Hagen',
    ],
    [
      'is the subject of a subordinate clause only',
      `When Tor Hagen asked who agreed, the answer came at once: “${WORDS}”`,
      SAID,
      'exact unstated tick Astrid Vik',
    ],
    [
      'is a pronoun that can’t mean the source’s',
      `Tor Hagen came late. Later he said: “${WORDS}”`,
      SAID.replace('Astrid Vik', 'MS. VIK'),
      'exact contradicted no tick Tor Hagen',
    ],
  ])('%s', async (_, text, transcript, expected) => {
    expect(await answerTo(text, transcript)).toBe(expected);
  });
});

describe('a surname that two bear', () => {
  const hagen = (label: string): string => SAID.replace('Astrid Vik', label);
  test.each([
    [
      'is whoever was named last',
      'Jon Hagen came late. Hagen said',
      'Jon Hagen',
      'exact confirmed tick Jon Hagen',
    ],
    [
      'is not settled by a source that names the other',
      'Jon Hagen came late. Hagen said',
      'Tor Hagen',
      'exact unmapped no tick Jon Hagen',
    ],
    [
      'contradicts a third',
      'Jon Hagen came late. Hagen said',
      'Astrid Vik',
      'misattributed contradicted no tick Jon Hagen',
    ],
    [
      'is nobody where neither was named',
      'Hagen said',
      'Tor Hagen',
      'exact unmapped no tick Hagen',
    ],
  ])('%s', async (_, lead, label, expected) => {
    expect(await answerTo(`${lead}: “${WORDS}”`, hagen(label))).toBe(expected);
  });
});

describe('a role', () => {
  const people =
    '- Astrid Vik – chairwoman\n- Tor Hagen – member (Left)\n- Jon Hagen – member (Right)\n';
  test.each([
    ['is whoever holds it', 'The chair said', 'Astrid Vik', 'exact confirmed tick Astrid Vik'],
    [
      'of nobody listed accuses nobody',
      'The harbour master said',
      'Astrid Vik',
      'exact unmapped no tick The harbour master',
    ],
    [
      'in the list may hold a party in brackets',
      'The member said',
      'Tor Hagen',
      'exact unmapped no tick The member',
    ],
    [
      'of two means whoever was named last',
      'Jon Hagen came late. The member said',
      'Jon Hagen',
      'exact confirmed tick Jon Hagen',
    ],
    [
      'of two is not settled by a source that names the other',
      'Jon Hagen came late. The member said',
      'Tor Hagen',
      'exact unmapped no tick Tor Hagen',
    ],
  ])('%s', async (_, lead, label, expected) => {
    expect(await answerTo(`${lead}: “${WORDS}”`, SAID.replace('Astrid Vik', label), people)).toBe(
      expected,
    );
  });
});

describe('a brief without a list', () => {
  const lead = 'It was Ingrid Lund who met the ferry manager. Lund said: “A word.”\n\n';
  test.each([
    ['and the label is hers', 'INGRID LUND', 'exact confirmed tick'],
    ['and the label is somebody else’s', 'ASTRID VIK', 'exact unmapped no tick'],
  ])('takes a pronoun for a person met in the text, %s', async (_, label, expected) => {
    const words = 'We asked for ten, and we never got it.';
    const text = `${lead.replace('“A word.”', `“${WORDS}”`)}She added: “${words}”`;
    const rest = 'INGRID LUND: Why not?\n\nASTRID VIK: Because.\n';
    const transcript = `INGRID LUND: ${WORDS}\n\nASTRID VIK: No.\n\n${label}: ${words}\n\n${rest}`;
    const folder = mkdtempSync(join(tmpdir(), 'speaker-'));
    writeFileSync(join(folder, 'brief.md'), `# Ferry\n\n## Said\n\n${text}\n`);
    writeFileSync(join(folder, 'transcript.txt'), transcript);
    const options = { transcript: null };
    const { ledger } = await judgeBrief(diskWorld(), options, join(folder, 'brief.md'));
    rmSync(folder, { recursive: true });
    const { evidence, speakerCheck, tick } = ledger!.entries[1]!;
    expect(`${evidence.status} ${speakerCheck} ${tick ? 'tick' : 'no tick'}`).toBe(expected);
  });
});

describe('a brief that names nobody', () => {
  test('takes the speaker from the source', async () => {
    expect(await answerTo(`> ${WORDS}`, SAID)).toBe('exact unstated tick Astrid Vik');
  });

  test('gets no tick where the source names nobody', async () => {
    expect(await answerTo(`> ${WORDS}`, `${WORDS}\n`)).toBe('exact unnamed no tick null');
  });

  test('gets no name from a label that stands for nobody', async () => {
    const machine = `Speaker 1: ${WORDS}\n\nSpeaker 2: We asked for ten.\n\nSpeaker 1: No.\n`;
    expect(await answerTo(`> ${WORDS}`, machine)).toBe('exact unmapped no tick null');
  });
});

test('a speaker announced at one place is the speaker at every place of the words', async () => {
  const text = `Tor Hagen shrugged. “${WORDS}”\n\nTor Hagen said: “${WORDS}”`;
  expect(await answerTo(text, SAID)).toBe('misattributed contradicted no tick Tor Hagen');
});

test('a remark that turns the sense withdraws the tick', async () => {
  const text = 'Astrid Vik said: “The last ferry leaves … whatever the weather.”';
  const denied = SAID.replace('leaves at nine', 'leaves not at nine');
  expect(await answerTo(text, denied)).toBe('exact-with-ellipsis confirmed no tick Astrid Vik');
});

describe('a brief without a list of participants', () => {
  const both = `Ann Lee said: “${WORDS}”\n\nBob Lee said: “We asked for ten, and we still do.”`;
  const heard = (first: string, second: string): string =>
    `${first}: ${WORDS}\n\n${second}: We asked for ten, and we still do.\n\n${first}: No.\n`;

  test.each([
    ['two whom a label fits are neither', heard('LEE', 'VIK'), 'exact unmapped no tick Ann Lee'],
    [
      'the given name tells them apart',
      heard('ANN LEE', 'BOB LEE'),
      'exact confirmed tick Ann Lee',
    ],
    [
      'another given name contradicts',
      heard('CARL LEE', 'BOB LEE'),
      'misattributed contradicted no tick Ann Lee',
    ],
    [
      'the other of them contradicts',
      heard('BOB LEE', 'ANN LEE'),
      'misattributed contradicted no tick Ann Lee',
    ],
  ])('%s', async (_, transcript, expected) => {
    expect(await answerTo(both, transcript, '')).toBe(expected);
  });
});
