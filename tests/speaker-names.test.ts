import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { castFrom, castOf } from '../src/names/cast.ts';
import { matchLabel } from '../src/names/match.ts';
import { mentions } from '../src/names/mentions.ts';
import type { Participant } from '../src/types.ts';

const chair: Participant = {
  id: 'roe',
  name: 'Jane Roe',
  role: 'Chair of the committee; Former envoy',
  aliases: ['Jane Roe', 'JR'],
  pronouns: 'she',
};
const cast = castOf([
  ...castFrom([
    'Steve Witkoff',
    'Yuri Ushakov',
    'Volodymyr Zelenskyy',
    'The Home Office',
    'Peter Smith',
    'Ursula von der Leyen',
    '田中太郎',
  ]),
  chair,
]);
const seen = (text: string, of = cast): readonly string[] =>
  mentions(text, of).map(
    ({ start, end, participant, form, possessive }) =>
      `${text.slice(start, end)}=${participant.name}:${form}${possessive ? ':possessive' : ''}`,
  );

describe('names', () => {
  test.each([
    ['Steve Witkoff spoke.', ['Steve Witkoff=Steve Witkoff:full']],
    [
      'Steve met Ushakov’s boss.',
      ['Steve=Steve Witkoff:given', 'Ushakov=Yuri Ushakov:surname:possessive'],
    ],
    ['President Zelenskiy left.', ['President Zelenskiy=Volodymyr Zelenskyy:surname']],
    [
      'Mr. Smith and von der Leyen',
      ['Mr. Smith=Peter Smith:surname', 'von der Leyen=Ursula von der Leyen:surname'],
    ],
    ['the chair rose, a chair fell', ['chair=Jane Roe:role']],
    ['the envoy rose', []],
    ['Steve Jones and John Smith', []],
    ['a home office, the Home Office', ['the Home Office=The Home Office:full']],
    ['smith and steve', []],
    ['田中太郎は言った', ['田中太郎=田中太郎:full']],
  ])('%s', (text, expected) => {
    expect(seen(text)).toEqual(expected);
  });

  test('a shared surname means whom a title or a description beside it tells', () => {
    const two = castOf([
      { ...castFrom(['Anna Berg'])[0]!, role: 'swimming coach', pronouns: 'she' },
      { ...castFrom(['Otto Berg'])[0]!, role: 'Governor' },
    ]);
    expect(seen('Mrs. Berg spoke.', two)).toEqual(['Mrs. Berg=Anna Berg:surname']);
    expect(seen('Mr. Berg spoke.', two)).toEqual(['Mr. Berg=Otto Berg:surname']);
    expect(seen('Governor Berg spoke.', two)).toEqual(['Governor Berg=Otto Berg:surname']);
    expect(seen('Berg, the coach, spoke.', two)).toContain('Berg=Anna Berg:surname');
  });

  test('a short title is spoken of in full, a chairwoman as the chair', () => {
    const staff = castOf(castFrom(['Sgt. Owen Bell', 'Chairwoman Nora Blythe']));
    expect(seen('The sergeant nodded at the chair.', staff)).toEqual([
      'sergeant=Sgt. Owen Bell:role',
      'chair=Chairwoman Nora Blythe:role',
    ]);
  });

  test('who else bears the name is said, and a text that names both in full settles nothing', () => {
    const two = castOf(castFrom(['Anna Berg', 'Otto Berg']));
    const memory = new Map();
    const [, alone] = mentions('Otto Berg came. Berg spoke.', two, memory);
    expect(alone!.rivals.map(({ name }) => name)).toEqual(['Anna Berg']);
    mentions('Anna Berg and Otto Berg were there.', two, memory);
    expect(mentions('Berg spoke.', two, memory)).toEqual([]);
  });

  test('a shared surname is the last one named in full, and no one before that', () => {
    const two = castOf(castFrom(['Anna Berg', 'Otto Berg']));
    expect(seen('Berg spoke.', two)).toEqual([]);
    expect(seen('Otto Berg came. Berg spoke. Anna Berg came. Berg spoke.', two)).toEqual([
      'Otto Berg=Otto Berg:full',
      'Berg=Otto Berg:surname',
      'Anna Berg=Anna Berg:full',
      'Berg=Anna Berg:surname',
    ]);
  });

  test.each([
    ['WITKOFF', 'Steve Witkoff'],
    ['S. Witkoff', 'Steve Witkoff'],
    ['SW', 'Steve Witkoff'],
    ['MR. WITKOFF', 'Steve Witkoff'],
    ['Yuri', 'Yuri Ushakov'],
    ['THE CHAIR', 'Jane Roe'],
    ['JR', 'Jane Roe'],
    ['Zelenskiy', 'Volodymyr Zelenskyy'],
    ['USHAKOV (by telephone)', 'Yuri Ushakov'],
    ['田中太郎', '田中太郎'],
    ['X', undefined],
    ['', undefined],
  ])('the label %s', (label, name) => {
    expect(matchLabel(label, cast)?.name).toBe(name);
  });

  test.each([
    ['ORTEGA-RUIZ', 'Luis Ortega-Ruiz'],
    ['M. D’AUBIGNY', 'Jean-Luc d’Aubigny'],
    ["M. D'AUBIGNY", 'Jean-Luc d’Aubigny'],
    ['Müller-Lüdenscheid', 'Dr. Käthe Müller-Lüdenscheid'],
    ['佐藤', '佐藤花子'],
    ['鈴木委員長', '鈴木健'],
  ])('the surname of several parts %s', (label, name) => {
    const several = castOf(
      castFrom([
        'Luis Ortega-Ruiz',
        'Jean-Luc d’Aubigny',
        'Dr. Käthe Müller-Lüdenscheid',
        '佐藤花子',
        '鈴木健',
        '田中一郎',
        '田中花子',
      ]),
    );
    expect(matchLabel(label, several)?.name).toBe(name);
    expect(matchLabel('田中', several)).toBeNull();
  });

  test('a label that fits two people is no one’s', () => {
    expect(matchLabel('BERG', castOf(castFrom(['Anna Berg', 'Otto Berg'])))).toBeNull();
  });

  test('ids are slugs, numbered where names repeat', () => {
    expect(castFrom(['Ann Lee', 'ann lee', '…']).map(({ id }) => id)).toEqual([
      'ann-lee',
      'ann-lee-2',
      'person',
    ]);
  });

  test('mentions cut the text at names, in order, whatever the text', () => {
    const piece = fc.constantFrom(
      'Steve',
      'Witkoff',
      'Smith',
      '’s',
      ' ',
      '.',
      'Mr',
      'von',
      'der',
      'Leyen',
      '\u0301',
      '𝒮',
      '-',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const found = mentions(pieces.join(''), cast);
        expect(
          found.every(
            ({ start, end }, i) => start < end && (i === 0 || found[i - 1]!.end <= start),
          ),
        ).toBe(true);
      }),
    );
  });
});
