/** Front matter: every field by its name, every problem with line and column. */
import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, nearest } from '../src/nearest.ts';
import { checkAgainst } from '../src/read/schema.ts';
import schema from '../src/schema/brief.schema.json' with { type: 'json' };
import { readYaml, writeYaml, type Value } from '../src/yaml.ts';
import { readText } from './read-help.ts';

const withFront = (yaml: string): string => `---\n${yaml}\n---\n\n# Heading\n\nText.\n`;

describe('fields', () => {
  test('all of them', async () => {
    const { brief, said } = await readText(
      withFront(
        [
          'title: The Third Boat',
          'subtitle: A call',
          'date: 2024-05-06',
          'lang: nb',
          'author: Desk',
          'publisher: Quay Press',
          'identifier: urn:x:1',
          'status: draft',
          'disclosure: With a machine.',
          'classification: For the board',
          'rights: ©',
          'description: >',
          '  Two',
          '  lines',
          'keywords: [ferries, fares]',
          'series: {name: Calls, position: 2}',
          'participants:',
          '  - {id: runa, name: Runa Halvorsen, aliases: [RH, the director], role: Director, pronouns: she}',
          '  - Petr Dvořák',
          'sources:',
          '  - {id: tape, citation: A tape., url: "https://a.example/t", archived_url: "https://b.example/t", retrieved: 2024-05-07, rights: theirs, note: Not verified., file: t.vtt, format: vtt}',
          'quotes: {style: de, singles: never, dash-dialogue: true, unlisted: hide, min_words: 3, disfluencies: fold}',
          'theme: classic',
          'paper: a4',
        ].join('\n'),
      ),
    );
    expect(said).toEqual(['1:1 language-partial']);
    expect(brief!.meta).toEqual({
      title: 'The Third Boat',
      subtitle: 'A call',
      date: '2024-05-06',
      lang: 'nb',
      authors: ['Desk'],
      publisher: 'Quay Press',
      identifier: 'urn:x:1',
      status: 'draft',
      disclosure: 'With a machine.',
      classification: 'For the board',
      rights: '©',
      description: 'Two lines',
      keywords: ['ferries', 'fares'],
      series: { name: 'Calls', position: 2 },
      quotes: {
        style: 'de',
        singles: 'never',
        dashDialogue: true,
        unlisted: 'hide',
        minWords: 3,
        disfluencies: 'fold',
      },
      theme: 'classic',
      paper: 'a4',
      print: {},
    });
    expect(brief!.participants).toEqual([
      {
        id: 'runa',
        name: 'Runa Halvorsen',
        role: 'Director',
        aliases: ['Runa Halvorsen', 'RH', 'the director'],
        pronouns: 'she',
      },
      {
        id: 'petr-dvorak',
        name: 'Petr Dvořák',
        role: null,
        aliases: ['Petr Dvořák'],
        pronouns: null,
      },
    ]);
    expect(brief!.sources).toEqual([
      {
        id: 'tape',
        citation: 'A tape.',
        url: 'https://a.example/t',
        archivedUrl: 'https://b.example/t',
        retrieved: '2024-05-07',
        rights: 'theirs',
        note: 'Not verified.',
        file: 't.vtt',
        format: 'vtt',
        encoding: null,
        speakers: {},
      },
    ]);
  });

  test('scalars stay the text that was written', async () => {
    for (const [yaml, title] of [
      ['title: 014', '014'],
      ['title: yes', 'yes'],
      ['title: 12:30:45', '12:30:45'],
      ['title: 2025-01-02', '2025-01-02'],
      ['title: "~"', '~'],
      ['title: 1.10', '1.10'],
      ['{"title": "J"}', 'J'],
    ] as const) {
      expect([yaml, (await readText(withFront(yaml))).brief?.meta.title]).toEqual([yaml, title]);
    }
  });

  test('dates and languages', async () => {
    for (const date of ['2024-02-29', '2024-05-06T10:00:00Z', '2024-05-06T10:00+02:00'])
      expect((await readText(withFront(`date: ${date}`))).brief?.meta.date).toBe(date);
    for (const [tag, lang] of [
      ['pt-br', 'pt-BR'],
      ['DE', 'de'],
      ['zh-hant', 'zh-Hant'],
    ] as const)
      expect((await readText(withFront(`lang: ${tag}`))).brief?.meta.lang).toBe(lang);
  });
});

describe('problems', () => {
  const cases: readonly (readonly [yaml: string, said: string, says: string])[] = [
    ['titel: x', '2:1 front-matter-key', 'There is no key “titel”; the nearest is “title”'],
    [
      'title: T\nparticipants:\n  - name: Ada\n    rol: x',
      '5:5 front-matter-key',
      'There is no key “rol”; the nearest is “role”',
    ],
    [
      'sources:\n  - id: a\n  - archived-ulr: https://a.example',
      '4:5 front-matter-key',
      'There is no key “archived_ulr”; the nearest is “archived_url”',
    ],
    ['title: {a: 1}', '2:8 front-matter-value', '“title” must be text'],
    ['title: [a]', '2:8 front-matter-value', '“title” must be text'],
    ['date: 2025-02-30', '2:7 front-matter-value', '“date” must be a date such as 2025-11-26'],
    [
      'date: 2025-01-01T25:00',
      '2:7 front-matter-value',
      '“date” must be a date such as 2025-11-26',
    ],
    [
      'lang: english language',
      '2:7 front-matter-value',
      '“lang” must be a language tag such as en, de or pt-BR',
    ],
    [
      'title: "a\\u0007b"',
      '2:8 front-matter-value',
      '“title” must be text without control characters',
    ],
    [
      'title: "a\\uD800b"',
      '2:8 front-matter-value',
      '“title” must be text without control characters',
    ],
    [
      'sources: [{url: "javascript:x"}]',
      '2:17 front-matter-value',
      '“sources.0.url” must be an address that begins with http:// or https://',
    ],
    [
      'participants: [{role: x}]',
      '2:16 front-matter-value',
      '“participants.0” needs the key “name”',
    ],
    [
      'participants: [{name: A, pronouns: ze}]',
      '2:36 front-matter-value',
      '“participants.0.pronouns” must be one of he, she, they, it',
    ],
    [
      'quotes: {min_words: many}',
      '2:21 front-matter-value',
      '“quotes.min_words” must be a whole number',
    ],
    [
      'quotes: {dash_dialogue: maybe}',
      '2:25 front-matter-value',
      '“quotes.dash_dialogue” must be true or false',
    ],
    ['- a', '2:1 front-matter-value', 'Front matter must be a set of keys and values'],
    ['a: b: c', '2:4 front-matter-syntax', 'Nested mappings are not allowed in compact mappings'],
    ['title: a\ntitle: b', '3:1 front-matter-syntax', 'Map keys must be unique'],
    ['title: &t a\nsubtitle: *t', '3:11 front-matter-syntax', 'Aliases (*) are not read'],
    [
      'title: !!js/function x',
      '2:8 front-matter-syntax',
      'Unresolved tag: tag:yaml.org,2002:js/function',
    ],
    ['title: !x y', '2:8 front-matter-syntax', 'Unresolved tag: !x'],
    ['? [a]\n: b', '2:3 front-matter-syntax', 'A key must be a word'],
    [
      `x: ${'['.repeat(150)}`,
      '2:1 front-matter-syntax',
      'The YAML is nested more than 100 levels deep',
    ],
  ];
  test.each(cases)('%j', async (yaml, where, says) => {
    const { brief, said, file } = await readText(withFront(yaml));
    expect(brief!.meta.title, 'what follows is read all the same').not.toBe('');
    expect(said).toEqual([where]);
    expect(file.messages[0]!.reason).toBe(says);
    expect(file.messages[0]!.fatal).toBe(true);
  });

  test('keys of other programs are passed over with a warning', async () => {
    const { brief, said } = await readText(
      withFront('title: T\nlayout: post\n__proto__: {x: 1}\nconstructor: y'),
    );
    expect(brief!.meta.title).toBe('T');
    expect(said).toEqual(['3:1 front-matter-extra']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  test('all problems at once, in one run', async () => {
    expect((await readText(withFront('titel: x\ndate: never\nlang: "?"'))).said.toSorted()).toEqual(
      ['2:1 front-matter-key', '3:7 front-matter-value', '4:7 front-matter-value'],
    );
  });

  test('front matter and nothing else', async () => {
    expect((await readText('---\ntitle: T\n---\n\n')).said).toEqual(['-:- empty']);
    expect((await readText('---\n---\n\nText.')).said).toEqual(['1:1 title-missing']);
  });

  test('front matter in another notation, or never closed', async () => {
    expect((await readText('---js\n{}\n---\n# A')).said).toContain('1:1 front-matter-syntax');
    expect((await readText('---\ntitle: A\n\n# A\n')).said).toContain('1:1 front-matter-syntax');
    expect((await readText('---\n\n# A\n\nA rule above.')).said).toEqual(['1:1 title-missing']);
  });
});

describe('the schema', () => {
  type Node = Readonly<Record<string, unknown>>;
  const nodesIn = (node: unknown): readonly Node[] =>
    node !== null && typeof node === 'object'
      ? [node as Node, ...Object.values(node).flatMap(nodesIn)]
      : [];

  test('is a schema of draft-07, closed, and tells an editor what each key is for', () => {
    expect(new Ajv({ strict: false, logger: false }).validateSchema(schema)).toBe(true);
    for (const node of nodesIn(schema))
      if (node['type'] === 'object') expect(node['additionalProperties'] ?? true).not.toBe(true);
    for (const [key, node] of Object.entries<Node>(schema.properties))
      expect([key, typeof node['description']]).toEqual([key, 'string']);
  });

  test('its examples are right', () => {
    for (const [key, node] of Object.entries<Node>(schema.properties)) {
      for (const example of (node['examples'] as readonly Value[] | undefined) ?? [])
        expect([key, checkAgainst('brief', { [key]: structuredClone(example) })]).toEqual([
          key,
          [],
        ]);
    }
  });
});

describe('yaml', () => {
  const value = fc.letrec<{ value: unknown; map: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.string(),
      tie('map'),
      fc.array(tie('value'), { maxLength: 3 }),
    ),
    map: fc.dictionary(fc.stringMatching(/^[a-z_]{1,8}$/u), tie('value'), { maxKeys: 4 }),
  }));

  test('what is written is read as the same text', () => {
    fc.assert(
      fc.property(value.map, (map) => {
        expect(JSON.stringify(readYaml(writeYaml(map as object)).yaml?.value)).toBe(
          JSON.stringify(map),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('any text is read without a throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 80 }),
          fc.string({
            unit: fc.constantFrom(...Array.from('a:-?[]{},&*!|>\'"%@#\n\t ')),
            maxLength: 40,
          }),
        ),
        (text) => {
          const { yaml, problems } = readYaml(text);
          expect(yaml === null).toBe(problems.length > 0);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('bombs end at once', () => {
    const laughs = [
      'a: &a [x,x]',
      ...Array.from(
        { length: 30 },
        (_, i) => `b${i}: &b${i} [*${i === 0 ? 'a' : `b${i - 1}`},*${i === 0 ? 'a' : `b${i - 1}`}]`,
      ),
    ].join('\n');
    for (const text of [
      laughs,
      '['.repeat(100_000),
      '- '.repeat(100_000),
      `{${'a: {'.repeat(5000)}`,
      Array.from({ length: 700 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
      'k: v\n'.repeat(50_000),
    ]) {
      expect([text.slice(0, 20), readYaml(text).yaml]).toEqual([text.slice(0, 20), null]);
    }
  });
});

test('the nearest word', () => {
  expect(editDistance('titel', 'title')).toBe(1);
  expect(editDistance('', 'abc')).toBe(3);
  expect(nearest('autor', ['authors', 'author'])).toEqual({ word: 'author', distance: 1 });
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      expect(editDistance(a, b) === 0).toBe(a === b);
    }),
  );
});
