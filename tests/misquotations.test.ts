/**
 * The corpus of misquotations: each gets the verdict that it was made with. `node
 * tests/eval/misquotations.ts` makes the file anew.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { asLines, CORPUS, misquotations, VOICES, type Misquotation } from './eval/misquotations.ts';
import type { ClaimSettlement } from '../src/verify/index.ts';
import { transcribed, verifierWith } from './verify-help.ts';

const corpus = misquotations();

function settled({ lang, transcript, quotation, speaker }: Misquotation): ClaimSettlement {
  const told = transcribed(JSON.stringify(transcript), VOICES, 'said.json');
  return verifierWith({ lang }, told)(quotation, { by: speaker });
}

/** Status, tick, and the weight of the difference where the corpus settles it. */
function verdict(one: Misquotation): Pick<Misquotation, 'status' | 'tick' | 'severity'> {
  const { evidence, tick } = settled(one);
  const remarks = 'remarks' in evidence ? evidence.remarks.map(({ severity }) => severity) : [];
  const severity =
    evidence.status === 'altered' ? evidence.severity : remarks.includes('major') ? 'major' : null;
  return {
    status: evidence.status,
    tick,
    severity: one.severity === null && !one.tick ? null : severity,
  };
}

describe('misquotations', () => {
  test('the file is what the script makes', () =>
    expect(readFileSync(CORPUS, 'utf8')).toBe(asLines(corpus)));

  test('there are a thousand and more, in seven languages, and none twice', () => {
    expect(corpus.length).toBeGreaterThan(1000);
    expect(corpus.filter(({ id }) => id.includes('trap')).length).toBeGreaterThan(200);
    expect(new Set(corpus.map(({ lang }) => lang)).size).toBe(7);
    const texts = corpus.map(({ transcript, quotation, speaker }) =>
      JSON.stringify([transcript, quotation, speaker]),
    );
    expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([]);
  });

  test.each(['de', 'en', 'es', 'fr', 'it', 'nl', 'pl'])('%s: every verdict is right', (lang) => {
    const own = corpus.filter((one) => one.lang === lang);
    const told = own.map((one) => ({ id: one.id, quotation: one.quotation, ...verdict(one) }));
    expect(told).toEqual(
      own.map(({ id, quotation, status, tick, severity }) => ({
        id,
        quotation,
        status,
        tick,
        severity,
      })),
    );
  });
});
