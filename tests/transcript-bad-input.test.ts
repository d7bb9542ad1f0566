/**
 * Transcripts that are damaged, strange or far too large: what is said of each, with its line, and
 * that nobody's words are ticked for anybody else.
 */
import { describe, expect, test } from 'vitest';
import { transcribed, verifierOf, type Told } from './verify-help.ts';

const IDA = 'Ida Moen';
const PER = 'Per Lund';
const OPEN = 'The harbour is open all winter.';
const SHUT = 'It is shut, and nobody pays for it.';

const text = (source: string): Uint8Array => new TextEncoder().encode(source);
const cues = (...rows: readonly (readonly [from: string, to: string, words: string])[]): string =>
  `WEBVTT\n\n${rows.map(([from, to, words]) => `00:00:${from}.000 --> 00:00:${to}.000\n${words}\n`).join('\n')}`;

/** Whose tick the words would have: of both people, said of both. */
function ticks(told: Told): readonly string[] {
  if (!told.transcript) return [];
  const settle = verifierOf(told);
  return [OPEN, SHUT].flatMap((words) =>
    told.participants
      .map(({ name }) => name)
      .filter((by) => settle(words, { by }).tick)
      .map((by) => `${by}: ${words}`),
  );
}

interface BadCase {
  readonly kind: string;
  readonly file: Uint8Array | string;
  readonly name?: string;
  readonly people?: readonly string[];
  readonly messages: readonly string[];
  /** Absent: nobody's. */
  readonly ticked?: readonly string[];
}

const both = [`${IDA}: ${OPEN}`, `${PER}: ${SHUT}`];
const named = (label: string, line: number): string =>
  `${line}:1 transcript-label The label “${label}” of the transcript is no participant of the brief`;

const CASES: readonly BadCase[] = [
  { kind: 'empty', file: '', messages: ['-:- transcript-empty The transcript has no text'] },
  {
    kind: 'white space',
    file: ' \n\t\n',
    messages: ['-:- transcript-empty The transcript has no text'],
  },
  {
    kind: 'binary',
    file: Uint8Array.from({ length: 4000 }, (_, i) => (i * 37) % 256),
    messages: ['-:- transcript-binary The transcript is not a text file'],
  },
  {
    kind: 'a PDF of pictures',
    file: '%PDF-1.7\n1 0 obj\n<< /Type /XObject /Subtype /Image >>\nendobj\n%%EOF\n',
    name: 'scan.pdf',
    messages: ['-:- transcript-binary The transcript is not a text file'],
  },
  {
    kind: 'another encoding',
    file: Uint8Array.from([...text(`${IDA}: caf`), 0xe9, 10]),
    messages: ['1:1 transcript-encoding Line 1 of the transcript is not UTF-8 (byte 0xE9)'],
  },
  { kind: 'one line of five megabytes', file: `${OPEN} `.repeat(165_000), messages: [] },
  {
    kind: 'one line of five megabytes behind a label',
    file: `${IDA}: ${OPEN}\n${PER}: ${'We will see. '.repeat(385_000)}${SHUT}`,
    messages: [],
    ticked: [`${IDA}: ${OPEN}`],
  },
  {
    kind: 'two languages',
    file: `${IDA}: ${OPEN}\n\n${PER}: ${SHUT}\n\n${IDA}: Der Hafen ist offen, und niemand zahlt dafür.\n\n${PER}: Wir werden es sehen.\n`,
    messages: [],
    ticked: both,
  },
  {
    kind: 'two people of one label',
    file: `MOEN: ${OPEN}\n\nLUND: ${SHUT}\n\nMOEN: We will see.\n`,
    people: [IDA, 'Ola Moen', PER],
    messages: [
      '1:1 transcript-label The label “MOEN” of the transcript may mean Ida Moen or Ola Moen',
    ],
    ticked: [`${PER}: ${SHUT}`],
  },
  {
    kind: 'labels only',
    file: `${IDA}:\n\n${PER}:\n\n${IDA}:\n`,
    messages: ['-:- transcript-no-turns The transcript has no spoken words'],
  },
  {
    kind: 'cues that overlap',
    file: cues(['01', '09', `<v ${IDA}>${OPEN}</v>`], ['03', '05', `<v ${PER}>${SHUT}</v>`]),
    name: 'call.vtt',
    messages: ['6:1 transcript-times A caption begins before the one above it has ended'],
    ticked: both,
  },
  {
    kind: 'times that run backwards',
    file: cues(['09', '10', `<v ${IDA}>${OPEN}</v>`], ['03', '05', `<v ${PER}>${SHUT}</v>`]),
    name: 'call.vtt',
    messages: ['6:1 transcript-times A caption begins before the one above it'],
    ticked: both,
  },
  {
    kind: 'a cue that ends before it begins',
    file: cues(['09', '03', `<v ${IDA}>${OPEN}</v>`]),
    name: 'call.vtt',
    messages: ['3:1 transcript-times A caption ends before it begins'],
    ticked: [`${IDA}: ${OPEN}`],
  },
  {
    kind: 'JSON nested ten thousand deep',
    file: `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
    name: 'call.json',
    messages: [
      '1:201 transcript-format The transcript can’t be read as json: it is nested deeper than 200 levels',
    ],
  },
  {
    kind: 'JSON that ends too early',
    file: '{"segments":[{"text":"a"',
    name: 'call.json',
    messages: ['1:25 transcript-format The transcript can’t be read as json: it ends too early'],
  },
  {
    kind: 'names of what every object has',
    file: `{"__proto__":{"speaker":"${IDA}"},"segments":[{"__proto__":{"speaker":"${IDA}"},"text":"${OPEN}"},{"speaker":"__proto__","text":"${SHUT}"},{"speaker":"constructor","text":"Never."}]}`,
    name: 'call.json',
    messages: [named('__proto__', 1), named('constructor', 1)],
  },
];

describe('bad input', () => {
  test.each(CASES)('$kind', ({ file, name, people = [IDA, PER], messages, ticked = [] }) => {
    const told = transcribed(file, people, name);
    expect(told.messages).toEqual(messages);
    expect(ticks(told)).toEqual(ticked);
  });
});
