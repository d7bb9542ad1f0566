/** The programmatic API, as far as it needs no browser: texts, transcripts, briefs, snapshots, errors. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as core from '../src/core.ts';
import * as api from '../src/index.ts';
import { diskWorld } from '../src/world/disk.ts';
import type { World } from '../src/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'briefpress-api-'));

const said: string[] = [];

/** This folder, and a program that must not print. */
const world: World = {
  ...diskWorld(),
  cwd: folder,
  stdout: (text) => void said.push(String(text)),
  stderr: (text) => void said.push(text),
};

const DRAFT = `# The ferry

Ines Brandt said: “The ferry sails at six.” Tom Okoro said: “We never signed the contract.” It is a “slow boat”.
`;
const CALL = `INES BRANDT: The ferry sails at six.
TOM OKORO: We have signed the contract.
`;

beforeAll(() => {
  mkdirSync(join(folder, 'ferry'));
  writeFileSync(join(folder, 'draft.md'), DRAFT);
  const people = '\n## Participants\n\n- Ines Brandt\n- Tom Okoro\n';
  writeFileSync(join(folder, 'ferry/brief.md'), `${DRAFT}${people}`);
  writeFileSync(join(folder, 'ferry/transcript.txt'), CALL);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('texts', () => {
  test('quotations are found with kind, speaker and place', async () => {
    const { quotations, problems } = await core.findQuotations(DRAFT);
    expect(problems).toEqual([]);
    expect(quotations.map(({ text, number, speaker }) => [text, number, speaker])).toEqual([
      ['The ferry sails at six.', 1, 'Ines Brandt'],
      ['We never signed the contract.', 2, 'Tom Okoro'],
      ['slow boat', null, null],
    ]);
    for (const { start, end, text, line, column } of quotations) {
      expect(DRAFT.slice(start, end)).toBe(text);
      expect(DRAFT.split('\n')[line - 1]!.slice(column - 1)).toMatch(new RegExp(`^${text}`, 'u'));
    }
    expect(Object.keys(quotations[0]!)).not.toContain('verdict');
  });

  test('a transcript is read into turns, from words or from bytes', () => {
    const { transcript } = core.readTranscript(CALL, { participants: ['Ines Brandt'] });
    expect(transcript.turns.map(({ speaker }) => speaker)).toEqual(['INES BRANDT', 'TOM OKORO']);
    const bytes = new TextEncoder().encode(CALL);
    expect(core.readTranscript({ content: bytes, name: 'call.txt' }).transcript.text).toBe(CALL);
  });

  test('each quotation gets its verdict; what the source contradicts is not ok', async () => {
    const { ok, confirmed, quotations, counts } = await core.verify(DRAFT, CALL);
    expect({ ok, confirmed }).toEqual({ ok: false, confirmed: false });
    expect(quotations.map(({ verdict, tick, refuted }) => [verdict, tick, refuted])).toEqual([
      ['exact', true, false],
      ['altered', false, true],
      [null, false, false],
    ]);
    expect(counts).toMatchObject({ exact: 1, altered: 1, unchecked: 0 });
    const [exact, altered] = quotations;
    expect(CALL.slice(exact!.place!.start, exact!.place!.end)).toBe('The ferry sails at six');
    expect(altered).toMatchObject({ place: null, rule: 'quote-altered' });
    expect(altered!.diff).toContainEqual({ op: 'added', words: 'never' });
    expect(altered!.says).toContain('“We never signed the contract.”');
  });

  test('several transcripts are searched, and what is compared with none is not ok', async () => {
    const [first, second] = CALL.split('\n') as [string, string];
    const sources = [
      { name: 'a.txt', content: first },
      { name: 'b.txt', content: second },
    ];
    const { quotations } = await core.verify(DRAFT, sources);
    expect(quotations[0]).toMatchObject({ verdict: 'exact', place: { source: 'source-1' } });
    const none = await core.verify(DRAFT, []);
    expect(none).toMatchObject({ ok: false, counts: { unchecked: 2 } });
  });

  test('what can’t be read is an error with rule, exit code and every problem', async () => {
    const binary = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]);
    const refused = await core.verify(binary, CALL).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(core.PressError);
    expect(refused).toMatchObject({ name: 'PressError', code: 'binary', exit: 3 });
    expect((refused as core.PressError).problems).toHaveLength(1);
    expect(() => core.readTranscript('')).toThrow(core.PressError);
    await expect(core.verify(DRAFT, binary)).rejects.toMatchObject({ code: 'transcript-binary' });
    await expect(core.findQuotations(undefined as never)).rejects.toBeInstanceOf(TypeError);
  });

  test('says of a draft what the command line says of it', async () => {
    const { openGate } = await import('../src/press.ts');
    const options = { transcript: join(folder, 'ferry/transcript.txt'), progress: null };
    const gate = await openGate(world, options).judge(join(folder, 'draft.md'));
    const { quotations } = await core.verify(DRAFT, { name: 'transcript.txt', content: CALL });
    expect(quotations.flatMap(({ says }) => says ?? [])).toEqual(
      [...gate.complaints.values()].map(({ sentence }) => sentence),
    );
  });
});

describe('briefs', () => {
  test('a brief is checked without a browser, and without a word', async () => {
    expect(await api.check('ferry', { world })).toMatchObject({ ok: true, exit: 0 });
    const checked = await api.check('ferry', { world, strict: true });
    expect(checked).toMatchObject({ ok: false, exit: 4, title: 'The ferry', slug: 'ferry' });
    expect(checked.quotations.map(({ verdict }) => verdict)).toEqual(['exact', 'altered', null]);
    expect(checked.problems.map(({ code, line }) => [code, line])).toContainEqual([
      'quote-altered',
      3,
    ]);
  });

  test('every option has its default, and undefined is one that was not given', async () => {
    const press = api.openPress(world, { theme: undefined, timeout: undefined });
    const proof = await press.proof('ferry');
    expect(proof.theme?.name).toBe('classic');
    await press.close();
    await api.openPress().close();
    await api.openPress(world, {}).close();
  });

  test('what is not there is told, not thrown', async () => {
    expect(await api.check('nowhere.md', { world })).toMatchObject({
      ok: false,
      exit: 3,
      title: null,
      counts: null,
      quotations: [],
    });
    await expect(api.build('ferry', { world, to: ['pfd'] })).rejects.toBeInstanceOf(RangeError);
  });

  test('steps are told as they begin', async () => {
    const steps: string[] = [];
    await api.check('ferry', { world, onStep: (step) => void steps.push(step) });
    expect(steps[0]).toBe('Reading ferry');
    expect(steps.length).toBeGreaterThan(2);
  });

  test('a signal that was given ends a run before it begins', async () => {
    const given = AbortSignal.abort(new Error('not any more'));
    await expect(api.check('ferry', { world, signal: given })).rejects.toThrow('not any more');
  });

  test('Markdown is built into memory, and into a folder where one is named', async () => {
    writeFileSync(join(folder, 'plain.md'), '# A pier\n\nThe pier is old.\n');
    const built = await api.build('plain.md', { world, to: ['md'] });
    expect(built).toMatchObject({ ok: true, exit: 0, written: [] });
    expect(new TextDecoder().decode(built.artifacts[0]!.bytes)).toContain('The pier is old.');
    const { written } = await api.build('plain.md', { world, to: ['md'], out: 'outputs' });
    expect(written).toEqual([join(folder, 'outputs/plain', built.artifacts[0]!.name)]);
    expect(readFileSync(written[0]!, 'utf8')).toContain('The pier is old.');
    const refused = await api.build('nowhere.md', { world, to: ['md'], out: 'outputs' });
    expect(refused).toMatchObject({ ok: false, written: [], artifacts: [] });
    const strict = await api.build('ferry', { world, to: ['md'], strict: true });
    expect(strict).toMatchObject({ ok: false, exit: 4 });
    expect(strict.artifacts).toHaveLength(1);
  });

  test('a file that is no snapshot, and keys that are none, are told', async () => {
    writeFileSync(join(folder, 'no.zip'), 'no archive');
    const found = await api.verifySnapshot('no.zip', { world });
    expect(found).toMatchObject({ ok: false, kind: null, title: null });
    expect(found.problems.length).toBeGreaterThan(0);
    writeFileSync(join(folder, 'keys'), 'no key at all\n');
    await expect(api.verifySnapshot('no.zip', { world, signers: 'keys' })).rejects.toBeInstanceOf(
      core.PressError,
    );
  });

  test('nothing was printed by any of it', () => expect(said).toEqual([]));
});
