/**
 * Is this label the same person? One table per list of participants: `label = name`, `label ? name,
 * name`, `label - sort`.
 */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { castFrom, castOf, type Cast } from '../src/names/cast.ts';
import { compareNames } from '../src/names/compare.ts';
import { nameKey } from '../src/names/fold.ts';
import { identify, matchLabel, type Identity } from '../src/names/match.ts';
import { identifyAll } from '../src/names/namesakes.ts';
import { personName } from '../src/names/person.ts';

/** `Name | role | pronouns | alias, alias` per line. */
function listed(text: string): Cast {
  const rows = text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const people = castFrom(rows.map(([name]) => name!));
  return castOf(
    people.map((who, i) => {
      const [, role, pronouns, aliases] = rows[i]!;
      return {
        ...who,
        role: role || null,
        pronouns: (pronouns || null) as 'he' | 'she' | null,
        aliases: [who.name, ...(aliases ? aliases.split(/,\s*/u) : [])],
      };
    }),
  );
}

const said = (identity: Identity): string =>
  'who' in identity
    ? `= ${identity.who.name}`
    : 'rivals' in identity
      ? `? ${identity.rivals
          .map(({ name }) => name)
          .sort()
          .join(', ')}`
      : `- ${identity.nobody}`;

const TABLES: readonly (readonly [string, string, string])[] = [
  [
    'initials, middle names, titles, what stands behind a name',
    `
    Dale Tolland
    Ida Moen | harbour pilot | she
    Per Lund | Secretary of State for Ports
    Ann Lee
    Bob Lee
    J. R. Hale
    Mary Ann Stone
    Sean O’Brien
    Jack McDonald
    Martin King
    `,
    `
    DALE R. TOLLAND = Dale Tolland
    Dale Robert Tolland = Dale Tolland
    D. Tolland = Dale Tolland
    D. R. TOLLAND = Dale Tolland
    TOLLAND = Dale Tolland
    MR. TOLLAND = Dale Tolland
    Tolland, Dale = Dale Tolland
    TOLLAND, DALE R. = Dale Tolland
    Tolland, D. = Dale Tolland
    Tolland, Dale (Quay East) = Dale Tolland
    Tolland, Mr Dale = Dale Tolland
    MR. TOLLAND (via video) = Dale Tolland
    MR. TOLLAND (Continuing) = Dale Tolland
    Mr. Tolland (by telephone) = Dale Tolland
    TOLLAND (Continued) = Dale Tolland
    Tolland, continued = Dale Tolland
    TOLLAND [inaudible] = Dale Tolland
    DALE TOLLAND, ESQ. = Dale Tolland
    Dale Tolland, Ph.D. = Dale Tolland
    Dale Tolland, M.D. = Dale Tolland
    Dale Tolland PhD = Dale Tolland
    Dale Tolland MP = Dale Tolland
    Dr. Dale Tolland KC MP = Dale Tolland
    Tolland, Dale, PhD = Dale Tolland
    Mary Tolland - person
    M. R. TOLLAND - person
    MR. DALE ? Dale Tolland
    Dale = Dale Tolland
    DT = Dale Tolland
    LEE ? Ann Lee, Bob Lee
    ANN LEE = Ann Lee
    Bob Lee = Bob Lee
    B. LEE = Bob Lee
    A. Lee = Ann Lee
    C. Lee - person
    Carl Lee - person
    MR. LEE = Bob Lee
    MS. LEE = Ann Lee
    DR. LEE ? Ann Lee, Bob Lee
    Lee (via video) ? Ann Lee, Bob Lee
    Lee, Ann = Ann Lee
    LEE, B. = Bob Lee
    J.R. HALE = J. R. Hale
    J. R. HALE = J. R. Hale
    JR Hale = J. R. Hale
    John Hale = J. R. Hale
    John Robert Hale = J. R. Hale
    John M. Hale - person
    Peter Hale - person
    HALE = J. R. Hale
    Mary Stone = Mary Ann Stone
    Mary A. Stone = Mary Ann Stone
    M. A. Stone = Mary Ann Stone
    Mary B. Stone - person
    Ann Stone ? Mary Ann Stone
    Stone, Mary Ann = Mary Ann Stone
    OBRIEN = Sean O’Brien
    O BRIEN = Sean O’Brien
    MR. O'BRIEN = Sean O’Brien
    S. O’Brien = Sean O’Brien
    MCDONALD = Jack McDonald
    MC DONALD = Jack McDonald
    Jack Mc Donald = Jack McDonald
    MacDonald - person
    MR. KING = Martin King
    KING = Martin King
    Martin King, Jr. = Martin King
    1. Ida Moen (Harbour North) (Ind) = Ida Moen
    IDA MOEN = Ida Moen
    MS. MOEN = Ida Moen
    MR. MOEN - person
    Captain Moen = Ida Moen
    Ida = Ida Moen
    MOEN, IDA = Ida Moen
    Ida Moen -- Chief Executive Officer = Ida Moen
    Ida Moen — Pilot = Ida Moen
    IDA MOEN - Quay East = Ida Moen
    The Secretary of State for Ports (Mr Per Lund) = Per Lund
    The Secretary of State for Ports = Per Lund
    Secretary of State = Per Lund
    Secretary of State for Fisheries - office
    The Secretary of State for Fisheries (Mr Per Lund) = Per Lund
    The Secretary of State for Ports (Ms Ada Vik) - person
    Minister for Ports Per Lund = Per Lund
    Mr Per Lund (Quay East) (Con) = Per Lund
    Per Lund (Quay East, Lab) = Per Lund
    Rt Hon Per Lund MP = Per Lund
    Hon. Per Lund = Per Lund
    Sir Per Lund = Per Lund
    Prime Minister Lund = Per Lund
    Ada Lund - person
    PILOT = Ida Moen
    HARBOUR PILOT = Ida Moen
    `,
  ],
  [
    'offices and voices',
    `
    Jane Roe | Chair of the committee; former envoy
    Marit Vane | Deputy chair
    Ole Bakke | harbour master
    `,
    `
    THE CHAIR = Jane Roe
    CHAIR = Jane Roe
    Chair = Jane Roe
    DEPUTY CHAIR = Marit Vane
    HARBOUR MASTER = Ole Bakke
    The Harbour Master = Ole Bakke
    THE ENVOY - office
    CHAIR (Ms Roe) = Jane Roe
    THE COURT - office
    THE WITNESS - office
    Moderator - office
    The Clerk - office
    Der Vorsitzende - office
    La Présidente - office
    Il Presidente - office
    El señor presidente - office
    Voorzitter - office
    Prime Minister - office
    Q - voice
    A - voice
    Q. - voice
    >> - voice
    Speaker 1 - voice
    Speaker 12 - voice
    SPEAKER_00 - voice
    S1 - voice
    Interviewer - voice
    Unidentified - voice
    Unidentified Male - voice
    Unknown Speaker - voice
    Audience member - voice
    Several voices - voice
    Frage - voice
    Sprecher 2 - voice
    Stimme - voice
    Pregunta - voice
    Domanda - voice
    Bottom Line - words
    Prepared Remarks - words
    Zur Frage - words
    Abmilderung der Gebühr - words
    Agenda - words
    `,
  ],
  [
    'accents, particles, double surnames, German and French and Spanish',
    `
    Käthe Müller
    Łukasz Nowak
    Jørgen Søndergård
    Karl Weiß
    Götz Öhler
    Ursula von der Leyen
    Anna de Wit
    Rosa de la Cruz
    Omar al-Haddad
    Luis Ortega Ruiz
    Ana García López
    Eva Müller-Lüdenscheid
    Jean-Luc d’Aubigny
    Michael Brandt
    Petra Vane
    Zoë Åkesson
    `,
    `
    Kaethe Mueller = Käthe Müller
    KATHE MULLER = Käthe Müller
    K. Müller = Käthe Müller
    Frau Müller = Käthe Müller
    MUELLER = Käthe Müller
    Lukasz Nowak = Łukasz Nowak
    NOWAK = Łukasz Nowak
    Pan Nowak = Łukasz Nowak
    Jorgen Sondergard = Jørgen Søndergård
    WEISS = Karl Weiß
    Herr Weiss = Karl Weiß
    Goetz Oehler = Götz Öhler
    VON DER LEYEN = Ursula von der Leyen
    Leyen = Ursula von der Leyen
    U. von der Leyen = Ursula von der Leyen
    von der Leyen, Ursula = Ursula von der Leyen
    Mevrouw De Wit = Anna de Wit
    De Wit = Anna de Wit
    WIT = Anna de Wit
    Van Wit ? Anna de Wit
    CRUZ = Rosa de la Cruz
    DE LA CRUZ = Rosa de la Cruz
    AL-HADDAD = Omar al-Haddad
    HADDAD = Omar al-Haddad
    SR. ORTEGA = Luis Ortega Ruiz
    El señor ORTEGA RUIZ = Luis Ortega Ruiz
    Ortega Ruiz = Luis Ortega Ruiz
    Luis Ortega = Luis Ortega Ruiz
    Juan Ortega - person
    SRA. GARCÍA = Ana García López
    Sra. García López = Ana García López
    La señora presidenta (Ana García) = Ana García López
    MÜLLER-LÜDENSCHEID = Eva Müller-Lüdenscheid
    Eva Mueller-Luedenscheid = Eva Müller-Lüdenscheid
    D'AUBIGNY = Jean-Luc d’Aubigny
    Jean-Luc d'Aubigny = Jean-Luc d’Aubigny
    M. d’Aubigny = Jean-Luc d’Aubigny
    J.-L. d’Aubigny = Jean-Luc d’Aubigny
    Michal Brandt ? Michael Brandt
    Herr Brandt = Michael Brandt
    Vizepräsidentin Petra Vane = Petra Vane
    Petra Vane, Ministerin für Häfen = Petra Vane
    PRESIDENTA DE LA COMISIÓN, PETRA VANE = Petra Vane
    Dr. Petra Vane (SPD) = Petra Vane
    Abg. Petra Vane [CDU/CSU] = Petra Vane
    Bundesministerin Petra Vane = Petra Vane
    VANE Petra = Petra Vane
    Petra VANE = Petra Vane
    Otto Vane - person
    Zoe Akesson = Zoë Åkesson
    `,
  ],
  [
    'generations, order, other scripts, declared names',
    `
    John Hale
    John Hale Jr.
    Xi Jinping
    Volodymyr Zelenskyy
    Ida Petersen
    田中太郎
    田中花子
    王小明
    Иван Иванов
    The Home Office
    Robert Vane | | he | Bob, RV
    `,
    `
    JOHN HALE = John Hale
    JOHN HALE JR. = John Hale Jr.
    John Hale, Jr. = John Hale Jr.
    Hale, John, Jr. = John Hale Jr.
    John Hale Sr. = John Hale
    HALE ? John Hale, John Hale Jr.
    MR. HALE ? John Hale, John Hale Jr.
    J. Hale ? John Hale, John Hale Jr.
    MR. XI = Xi Jinping
    President Xi = Xi Jinping
    Jinping Xi = Xi Jinping
    XI JINPING = Xi Jinping
    Zelenskiy = Volodymyr Zelenskyy
    ZELENSKY = Volodymyr Zelenskyy
    PETERSEN = Ida Petersen
    PETERSON ? Ida Petersen
    Ida Peterson ? Ida Petersen
    Ann Peterson - person
    田中太郎 = 田中太郎
    田中 太郎 = 田中太郎
    田中花子君 = 田中花子
    田中次郎 - person
    田中 - person
    王小明局长 = 王小明
    ИВАНОВ = Иван Иванов
    Иван Иванов = Иван Иванов
    Иванова ? Иван Иванов
    Пётр Иванов - person
    HOME OFFICE = The Home Office
    The Home Office = The Home Office
    Bob Vane = Robert Vane
    BOB = Robert Vane
    RV = Robert Vane
    Bill Vane - person
    MS. VANE - person
    `,
  ],
];

describe.each(TABLES)('%s', (_, people, rows) => {
  const cast = listed(people);
  const pairs = rows
    .trim()
    .split('\n')
    .map((row) => /^\s*(.+) ([=?-] .+)$/u.exec(row)!.slice(1) as [string, string]);
  test.each(pairs)('%s %s', (label, expected) => {
    expect(said(identify(label, cast))).toBe(expected);
  });
});

test('the table has two hundred rows', () => {
  expect(TABLES.flatMap(([, , rows]) => rows.trim().split('\n')).length).toBeGreaterThanOrEqual(
    200,
  );
});

describe('labels of one transcript beside each other', () => {
  const all = (
    labels: readonly string[],
    people: string,
    present: readonly string[] = [],
  ): readonly string[] =>
    [...identifyAll(labels, listed(people), present)].map(
      ([label, identity]) => `${label} ${said(identity)}`,
    );

  test.each<[string, readonly string[], string, readonly string[], readonly string[]]>([
    [
      'two in full',
      ['LEE', 'BOB LEE', 'ANN LEE'],
      'Ann Lee',
      [],
      ['LEE ? Ann Lee', 'BOB LEE - person', 'ANN LEE = Ann Lee'],
    ],
    [
      'another in full',
      ['MR. LEE', 'BOB LEE'],
      'Rey Lee',
      [],
      ['MR. LEE - person', 'BOB LEE - person'],
    ],
    [
      'the list of those present',
      ['LEE', 'MOEN'],
      'Ann Lee\nBob Lee',
      ['Bob Lee', 'Ida Moen'],
      ['LEE = Bob Lee', 'MOEN - person'],
    ],
    ['a list with both', ['LEE'], 'Ann Lee', ['Bob Lee', 'Ann Lee'], ['LEE ? Ann Lee']],
    [
      'middle initials',
      ['DALE R. HALE', 'DALE M. HALE'],
      'Dale Hale',
      [],
      ['DALE R. HALE ? Dale Hale', 'DALE M. HALE ? Dale Hale'],
    ],
    [
      'an initial that may be Monsieur, beside another initial',
      ['S. LUND', 'M. LUND'],
      'Sol Lund\nMarit Lund',
      [],
      ['S. LUND = Sol Lund', 'M. LUND = Marit Lund'],
    ],
    [
      'Monsieur or an initial, alone',
      ['M. LUND', 'MOEN'],
      'Martin Lund\nPaul Lund',
      [],
      ['M. LUND ? Martin Lund, Paul Lund', 'MOEN - person'],
    ],
    [
      'senior and junior',
      ['JOHN HALE', 'JOHN HALE JR.', 'JOHN HALE SR.'],
      'John Hale',
      [],
      ['JOHN HALE = John Hale', 'JOHN HALE JR. ? John Hale', 'JOHN HALE SR. ? John Hale'],
    ],
    [
      'Mr. and Ms.',
      ['MR. RAY', 'MS. RAY'],
      'Robin Ray',
      [],
      ['MR. RAY ? Robin Ray', 'MS. RAY ? Robin Ray'],
    ],
    [
      'one person twice',
      ['MR. HALE', 'DALE R. HALE'],
      'Dale Hale',
      [],
      ['MR. HALE = Dale Hale', 'DALE R. HALE = Dale Hale'],
    ],
  ])('%s', (_, labels, people, present, expected) => {
    expect(all(labels, people, present)).toEqual(expected);
  });
});

const given = fc.constantFrom(
  'Ann',
  'Bob',
  'Ida',
  'Per',
  'Olga',
  'Tomas',
  'Jörg',
  'Jean-Luc',
  'Łucja',
);
const surname = fc.constantFrom(
  'Lee',
  'Moen',
  'von der Aa',
  'O’Brien',
  'Müller',
  'Ortega Ruiz',
  'McVane',
  'Søndergård',
  'de Wit',
);
const full = fc.tuple(given, surname).map((words) => words.join(' '));

describe('any names', () => {
  test('folding twice is folding once, and does not see case', () => {
    fc.assert(
      fc.property(fc.oneof(given, surname, fc.string({ unit: 'grapheme' })), (word) => {
        expect(nameKey(nameKey(word))).toBe(nameKey(word));
      }),
    );
    expect(nameKey('MÜLLER')).toBe(nameKey('mueller'));
  });

  test('a name in full means its bearer, in capitals, turned, and with a title', () => {
    fc.assert(
      fc.property(given, surname, (first, last) => {
        const name = `${first} ${last}`;
        const cast = castOf(castFrom([name, 'Nils Holm']));
        for (const label of [
          name,
          name.toUpperCase(),
          `${last}, ${first}`,
          `Dr. ${name}`,
          `${name}, PhD`,
          `${name} (via video)`,
        ])
          expect(matchLabel(label, cast)?.name, label).toBe(name);
      }),
    );
  });

  test('different given names are never one person, and a bare surname of two is nobody’s', () => {
    fc.assert(
      fc.property(given, given, surname, (one, other, last) => {
        fc.pre(one !== other);
        expect(matchLabel(`${one} ${last}`, castOf(castFrom([`${other} ${last}`])))).toBeNull();
        const both = castOf(castFrom([`${one} ${last}`, `${other} ${last}`]));
        expect('rivals' in identify(last, both)).toBe(true);
      }),
    );
  });

  test('two whole names are as like one way as the other', () => {
    fc.assert(
      fc.property(full, full, (a, b) => {
        const [x, y] = [personName(a), personName(b)];
        expect(compareNames(x, y).like === 'no').toBe(compareNames(y, x).like === 'no');
      }),
    );
  });

  test('no text breaks it', () => {
    const cast = listed(TABLES[0]![1]);
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        (label) => void identify(label, cast),
      ),
    );
  });

  test('the work does not grow with the list: ten thousand people, ten thousand labels', () => {
    const names = Array.from({ length: 10_000 }, (_, i) => `Given${i} Family${i}`);
    const cast = castOf(castFrom(names));
    expect(names.every((name, i) => matchLabel(`G. FAMILY${i}`, cast)?.name === name)).toBe(true);
  });
});
