/**
 * Markdown: our directives and no others, exact places, sections, titles, roles, people, sources,
 * references.
 */
import * as fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../src/read/markdown.ts';
import { personInLine } from '../src/read/person-line.ts';
import { isSafeLink } from '../src/read/review.ts';
import { isContextLabel, headingRole } from '../src/read/roles.ts';
import { idGiver, slugOf } from '../src/read/slug.ts';
import { isDisclosureLine } from '../src/read/title.ts';
import { toMarkdown } from '../src/read/to-markdown.ts';
import { wordsOfNode } from '../src/read/node-words.ts';
import type { Brief } from '../src/types.ts';
import { readText } from './read-help.ts';

function* nodesOf(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesOf(child);
}

const typesIn = (text: string): string =>
  [...nodesOf(parseMarkdown(text))]
    .slice(1)
    .map((node) => ('name' in node ? `${node.type}:${node.name}` : node.type))
    .join(' ');

describe('places', () => {
  test.each([
    'escaped http\\://a.example/b and “words,” she said',
    'mailto:desk@a.example, www.a.example',
    'a\\@b.example “x”',
    'https\\://x.example\n\n| a\\@b.c |\n|-|\n| www\\.b.c |',
  ])('every node of %s has one', (text) => {
    for (const node of nodesOf(parseMarkdown(text))) expect(node.position, node.type).toBeDefined();
  });
});

describe('directives', () => {
  const cases: readonly (readonly [text: string, types: string])[] = [
    ['At 10:30 he said :foo and a:b, x :c[d]{e}.', 'paragraph text'],
    ['他说:你好。', 'paragraph text'],
    [':quote without brackets, :quotes[x], ::quote[x]', 'paragraph text'],
    ['mail mailto:desk@a.example now', 'paragraph text link text text'],
    ['::leaf', 'paragraph text'],
    [':::aside\nWords.\n:::', 'paragraph text'],
    [
      'He :quote[“said *so*”]{by="Ada L" verify=off} then.',
      'paragraph text textDirective:quote text emphasis text text text',
    ],
    [
      ':term[x] :title[y] :scare[z] :noquote[w]',
      'paragraph textDirective:term text text textDirective:title text text textDirective:scare text text textDirective:noquote text',
    ],
    [':::quote{by=Ada}\nWords.\n:::', 'containerDirective:quote paragraph text'],
    [
      ':::context\nOne.\n\n- two\n:::\n\nAfter.',
      'containerDirective:context paragraph text list listItem paragraph text paragraph text',
    ],
    ['::: context\nOld.\n:::', 'containerDirective:context paragraph text'],
    ['::: {.note}\r\nOld.\r\n:::', 'containerDirective:note paragraph text'],
    [
      '::::context\n:::quote\nx\n:::\n::::',
      'containerDirective:context containerDirective:quote paragraph text',
    ],
    ['```\n::: context\n```', 'code'],
  ];
  test.each(cases)('%j', (text, types) => {
    expect(typesIn(text)).toBe(types);
  });

  test('what is no directive keeps its characters', () => {
    const text = 'At 10:30 :foo[bar]{x=1} ::y\n\n```\n::: context\n```\n';
    const [paragraph, code] = parseMarkdown(text).children;
    expect(wordsOfNode(paragraph!)).toBe('At 10:30 :foo[bar]{x=1} ::y');
    expect(code).toMatchObject({ type: 'code', value: '::: context' });
  });

  test('one tilde is a tilde', () => {
    expect(typesIn('about ~5 and ~6')).toBe('paragraph text');
    expect(typesIn('~~gone~~')).toBe('paragraph delete text');
  });
});

describe('places', () => {
  const piece = fc.constantFrom(
    '# A',
    '**b**',
    '“quoted”',
    '\n\n',
    '\n',
    '- ',
    '> ',
    ':quote[x]',
    '::: context\n',
    ':::\n',
    '`c`',
    '10:30',
    '[l](u)',
    '&amp;',
    '\\*',
    '| a |',
    '\t',
    'é',
    '𝒳',
    '\r\n',
    '---\n',
    '1. ',
    '[^1]',
    '<q>',
    '~',
  );
  const text = fc
    .array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 20 })
    .map((parts) => parts.join(''));

  test('every node lies inside its parent, in order, inside the file', () => {
    fc.assert(
      fc.property(text, (source) => {
        const inspect = (node: Nodes): void => {
          if (!('children' in node)) return;
          let at = node.position!.start.offset!;
          for (const child of node.children) {
            expect(child.position!.start.offset).toBeGreaterThanOrEqual(at);
            expect(child.position!.end.offset).toBeLessThanOrEqual(
              Math.max(node.position!.end.offset!, source.length),
            );
            at = child.position!.end.offset!;
            inspect(child as Nodes);
          }
        };
        inspect(parseMarkdown(source));
      }),
      { numRuns: 500 },
    );
  });

  test('reading never throws', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (source) => {
        const { brief, file } = await readText(source);
        if (brief)
          expect(new Set(brief.sections.map(({ id }) => id)).size).toBe(brief.sections.length);
        else expect(file.messages.some((message) => message.fatal)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

const disclosureOf = async (text: string): Promise<string | null> =>
  (await readText(text)).brief!.meta.disclosure;
const langOf = async (text: string): Promise<string> => (await readText(text)).brief!.meta.lang;
const namesOf = async (body: string, front = ''): Promise<readonly string[]> =>
  (
    await readText(`---\ntitle: T\n${front}---\n\n# Participants\n\n${body}\n\n# Other\n\nx`)
  ).brief!.participants.map(({ id, name, role }) => `${id}|${name}|${role}`);
const sourcesOf = async (body: string, front = ''): Promise<readonly unknown[]> =>
  (await readText(`---\ntitle: T\n${front}---\n\n# Source\n\n${body}`)).brief!.sources.map(
    ({ id, citation, url }) => [id, citation, url],
  );

const outline = ({ sections }: Brief): string =>
  sections.map(({ depth, id, role }) => `${depth} ${id} ${role}`).join(', ');

describe('title and sections', () => {
  const cases: readonly (readonly [name: string, text: string, title: string, outline: string])[] =
    [
      [
        'the only heading of level 1',
        '# The Call\n\n## Summary\n\nx\n\n## Source\n\ny',
        'The Call',
        '1 summary summary, 1 source source',
      ],
      [
        'a first heading without a role',
        '# The Call\n\nx\n\n# Summary\n\ny',
        'The Call',
        '1 opening body, 1 summary summary',
      ],
      [
        'sections alone',
        '# Summary\n\nx\n\n# Source\n\ny',
        'x',
        '1 summary summary, 1 source source',
      ],
      ['one section alone', '# Summary\n\nx', 'x', '1 summary summary'],
      ['front matter', '---\ntitle: T\n---\n# The Call\n\nx', 'T', '1 the-call body'],
      [
        'front matter that says the same',
        '---\ntitle: The Call\n---\n# The call\n\n## Summary\n\nx',
        'The Call',
        '1 summary summary',
      ],
      [
        'text before the first heading',
        'Intro.\n\n## Analysis\n\nx',
        'Intro',
        '1 opening body, 1 analysis analysis',
      ],
      [
        'levels that begin low and skip',
        '## A\n\n#### B\n\n### C\n\n## D',
        'A',
        '1 a body, 2 b body, 2 c body, 1 d body',
      ],
      [
        'a role goes down',
        '# T\n\n## Analysis\n\n### One\n\n### Context\n\n### Two\n\n## Other',
        'T',
        '1 analysis analysis, 2 one analysis, 2 context context, 2 two analysis, 1 other body',
      ],
      [
        'the same heading twice',
        '# T\n\n## A\n\n## A\n\n## A 2\n\n## A',
        'T',
        '1 a body, 1 a-2 body, 1 a-2-2 body, 1 a-3 body',
      ],
      [
        'headings without Latin letters',
        '# T\n\n## 通话\n\n## 记录\n\n## Итог дня\n\n## 20 points',
        'T',
        '1 section-1 body, 1 section-2 body, 1 itog-dnya body, 1 section-20-points body',
      ],
      [
        'roles from front matter',
        '---\ntitle: T\nroles: {analysis: [What now], questions: Later}\n---\n# What Now?\n\n# Later',
        'T',
        '1 what-now analysis, 1 later questions',
      ],
    ];
  test.each(cases)('%s', async (_, text, title, expected) => {
    const { brief } = await readText(text);
    expect([brief!.meta.title, outline(brief!)]).toEqual([title, expected]);
  });

  test('a skipped level is flagged, headings are changed to match', async () => {
    const { brief, said } = await readText('# T\n\n## A\n\n#### B\n');
    expect(said).toEqual(['5:1 heading-skip']);
    expect(
      brief!.sections.map(({ heading }) => heading?.type === 'heading' && heading.depth),
    ).toEqual([1, 2]);
  });

  test('disclosure: a line above, a section, front matter', async () => {
    expect(await disclosureOf('Assistance from Claude AI.\n\n# T\n\nx')).toBe(
      'Assistance from Claude AI.',
    );
    expect(await disclosureOf('# T\n\nDisclosure: written with help.\n\nx')).toBe(
      'written with help.',
    );
    expect(await disclosureOf('# T\n\nx\n\n# Disclosure\n\nMade by a machine.')).toBe(
      'Made by a machine.',
    );
    expect(await disclosureOf('---\ndisclosure: F\n---\n# T\n\nAssistance from nobody.\n\nx')).toBe(
      'F',
    );
    expect(await disclosureOf('# T\n\nx said: Assistance from Claude AI.')).toBeNull();
    const { brief } = await readText('Assistance from Claude AI.\n\n# T\n\nx');
    expect(brief!.sections.flatMap(({ nodes }) => nodes).map(wordsOfNode)).toEqual(['x']);
  });

  test('the language is told by headings, else by words', async () => {
    expect(await langOf('# T\n\n## Zusammenfassung\n\n## Quellen')).toBe('de');
    expect(await langOf('# T\n\nОн сказал, что это не так, и она как будто из города.')).toBe('ru');
    expect(await langOf('# T\n\nВін сказав, що це не так, і вона була з міста.')).toBe('uk');
    expect(
      await langOf(
        '# T\n\nElle dit que le bateau est dans le port et que les gens ne sont pas là.',
      ),
    ).toBe('fr');
    expect(await langOf('# T\n\nxyz')).toBe('en');
  });
});

test('lines that tell of help', () => {
  for (const line of [
    'Assistance from Claude AI.',
    'This brief was written with the help of a model.',
    'Drafted by use of a machine',
    'AI-assisted',
    'Disclosure : by hand',
    'Mit Unterstützung von X erstellt.',
    "Rédigé avec l'aide de X",
    'Подготовлено с помощью X',
  ]) {
    expect([line, isDisclosureLine(line)]).toEqual([line, true]);
  }
  for (const line of [
    'Written by Ada Lovelace',
    'The assistance from the town was small.',
    'Made with care',
    '',
    'Assistance from '.repeat(30),
  ]) {
    expect([line, isDisclosureLine(line)]).toEqual([line, false]);
  }
});

describe('roles', () => {
  const cases: readonly (readonly [heading: string, role: string | null])[] = [
    ['Executive Summary', 'summary'],
    ['1. The Summary:', 'summary'],
    ['Analysis and Context', 'analysis'],
    ['Background & Context', 'context'],
    ['Questions Raised', 'questions'],
    ['Who’s Who', 'participants'],
    ["Who's who", 'participants'],
    ['Sources and references', 'source'],
    ['Teilnehmerinnen und Teilnehmer', 'participants'],
    ['Quellen', 'source'],
    ['Résumé', 'summary'],
    ['Questions en suspens', 'questions'],
    ['Análisis', 'analysis'],
    ['Fuentes', 'source'],
    ['Краткое содержание', 'summary'],
    ['Участники', 'participants'],
    ['Стислий виклад', 'summary'],
    ['Джерела', 'source'],
    ['The Analysis of Ice', null],
    ['Source of the Nile', null],
    ['', null],
    ['Summary '.repeat(50), null],
  ];
  test.each(cases)('%s', (heading, role) => {
    expect(headingRole(heading)).toBe(role);
  });

  test('what stands before the colon of a context note', () => {
    for (const label of [
      'Context',
      'Context for general readers',
      'Background',
      'Hintergrund',
      'Kontext für Leser',
      'Contexte pour le lecteur',
      'Справка',
    ])
      expect([label, isContextLabel(label)]).toEqual([label, true]);
    for (const label of ['He said', 'In this context', 'Context matters', 'Note'])
      expect([label, isContextLabel(label)]).toEqual([label, false]);
  });
});

describe('people', () => {
  const cases: readonly (readonly [line: string, name: string | null, role: string | null])[] = [
    ['Ada Lovelace – analyst; mathematician', 'Ada Lovelace', 'analyst; mathematician'],
    ['Ada Lovelace — analyst', 'Ada Lovelace', 'analyst'],
    ['Ada Lovelace - analyst', 'Ada Lovelace', 'analyst'],
    ['Ada Lovelace: analyst', 'Ada Lovelace', 'analyst'],
    ['Ada Lovelace (analyst)', 'Ada Lovelace', 'analyst'],
    ['Ada Lovelace, analyst', 'Ada Lovelace', 'analyst'],
    ['Ada Lovelace (AL) – analyst', 'Ada Lovelace', 'analyst'],
    ['Jean-Luc de la Tour – maire', 'Jean-Luc de la Tour', 'maire'],
    ['Ursula von der Leyen – President', 'Ursula von der Leyen', 'President'],
    ['Руна Халворсен — директор', 'Руна Халворсен', 'директор'],
    ['王小明 – 主席', '王小明', '主席'],
    ['Martin Luther King Jr. – minister', 'Martin Luther King Jr.', 'minister'],
    ['Two people spoke: one of them knew.', null, null],
    ['He said, and left.', null, null],
    ['The boat was late – as ever', null, null],
    ['Ada Lovelace', null, null],
    ['', null, null],
  ];
  test.each(cases)('%s', (line, name, role) => {
    const person = personInLine(line);
    expect([person?.name ?? null, person?.role ?? null]).toEqual([name, role]);
  });

  test('a parenthesis before the role is another name', () => {
    expect(personInLine('Ada Lovelace (“AL”) – analyst')!.aliases).toEqual(['Ada Lovelace', 'AL']);
  });

  test.each([
    [
      'Participants: Ann Lee (chair, Left), Bob Ray (engineer)',
      ['Ann Lee – chair, Left', 'Bob Ray – engineer'],
    ],
    [
      '**Present:** press officer Ann Lee; Bob Ray, head of works; reporters, not named.',
      ['Ann Lee – press officer', 'Bob Ray – head of works'],
    ],
    ['**Intervenants :** Anne Lis (maire), Luc Roy', ['Anne Lis – maire', 'Luc Roy – ']],
    ['| Person | Capacity |\n|---|---|\n| Ann Lee | witness |', ['Ann Lee – witness']],
    ['**Participants**\n\n- Ann Lee (chair, she/her)', ['Ann Lee – chair, she']],
    [
      '- Anwesend: Ann Lee (Leiterin) und Bob Ray (Ingenieur)',
      ['Ann Lee – Leiterin', 'Bob Ray – Ingenieur'],
    ],
    ['People: they come and go.', []],
    ['| Person | Age |\n|---|---|\n| nobody at all | 3 |', []],
  ])('outside a section of participants: %s', async (text, expected) => {
    const brief = (await readText(`# T\n\nOpening words.\n\n${text}\n`)).brief!;
    const shown = brief.participants.map(
      ({ name, role, pronouns }) => `${name} – ${role ?? ''}${pronouns ? `, ${pronouns}` : ''}`,
    );
    expect(shown).toEqual(expected);
  });

  test('from lists, tables, paragraphs, bare names; joined with front matter', async () => {
    expect(await namesOf('Two spoke:\n\n- **Ada Lovelace** – analyst\n- Bob Stone')).toEqual([
      'ada-lovelace|Ada Lovelace|analyst',
      'bob-stone|Bob Stone|null',
    ]);
    expect(
      await namesOf('| Who | What |\n|--|--|\n| Ada Lovelace | analyst |\n| Bob Stone | |'),
    ).toEqual(['ada-lovelace|Ada Lovelace|analyst', 'bob-stone|Bob Stone|null']);
    expect(await namesOf('Ada Lovelace – analyst\nBob Stone – clerk')).toEqual([
      'ada-lovelace|Ada Lovelace|analyst',
      'bob-stone|Bob Stone|clerk',
    ]);
    expect(await namesOf('Ada Lovelace\nBob Stone')).toEqual([
      'ada-lovelace|Ada Lovelace|null',
      'bob-stone|Bob Stone|null',
    ]);
    expect(await namesOf('The two of them met on Friday.')).toEqual([]);
    expect(
      await namesOf(
        '- Ada Lovelace – analyst\n- Bob Stone – clerk',
        'participants: [{id: al, name: A. Lovelace, aliases: [Ada Lovelace]}]\n',
      ),
    ).toEqual(['al|A. Lovelace|analyst', 'bob-stone|Bob Stone|clerk']);
  });
});

describe('sources', () => {
  test('a paragraph, a list, notes left out, joined with front matter', async () => {
    expect(await sourcesOf('A tape, <https://a.example/t>.\n\nNote: cut.')).toEqual([
      ['source', 'A tape, https://a.example/t.', 'https://a.example/t'],
    ]);
    expect(await sourcesOf('Note: cut.\n\nA tape.')).toEqual([['source', 'A tape.', null]]);
    expect(await sourcesOf('We used:\n\n- A tape.\n- A [letter](https://b.example).')).toEqual([
      ['source', 'A tape.', null],
      ['source-2', 'A letter.', 'https://b.example'],
    ]);
    const noted = await readText('# Source\n\n- A tape.\n- A letter.\n\nNote: not verified.\n');
    expect(noted.brief!.sources.map(({ note }) => note)).toEqual([null, 'Note: not verified.']);
    const last = await readText(
      '# Summary\n\nIt was agreed.\n\nSource: A tape.\n\n<https://a.example/t>\n',
    );
    expect(last.brief!.sources).toMatchObject([
      { id: 'source', citation: 'A tape.', url: 'https://a.example/t' },
    ]);
    expect(await sourcesOf('A tape.', 'sources: [{id: t}]\n')).toEqual([['t', 'A tape.', null]]);
    expect(await sourcesOf('A tape.', 'sources: [{id: t, citation: The tape}]\n')).toEqual([
      ['t', 'The tape', null],
    ]);
  });
});

describe('what is looked at', () => {
  test('unsafe links, raw HTML, images without words', async () => {
    const { said } = await readText(
      '# T\n\n[a](javascript:x) [b](https://ok.example) [c](#t) [d](mailto:a@b.example) [e](java\tscript:x) [f](&#106;avascript:x) [g](//h.example)\n\n<blink>x</blink> <q>y</q>\n\n<div>\n',
    );
    expect(said.map((line) => line.split(' ')[1])).toEqual([
      'link-unsafe',
      'link-unsafe',
      'link-unsafe',
      'raw-html',
      'raw-html',
    ]);
  });

  test('an address as a browser reads it', () => {
    for (const url of [
      'https://a.example/a b',
      'ht\u0002tps://a.example',
      ' mailto:a@b.example',
      '#id',
      'HTTP://a.example',
    ]) {
      expect([url, isSafeLink(url)]).toEqual([url, true]);
    }
    for (const url of [
      'java\tscript:x',
      '\u0001javascript:x',
      'data:text/html,x',
      'file:///etc/passwd',
      '/a',
      'a.md',
      '//a.example',
      '',
      'https:',
    ]) {
      expect([url, isSafeLink(url)]).toEqual([url, false]);
    }
  });

  test('many of a kind are counted', async () => {
    const { file } = await readText(`# T\n\n${'[a](x:y)\n\n'.repeat(40)}`);
    expect(file.messages).toHaveLength(6);
    expect(file.messages.at(-1)!.reason).toBe('The same is true of 35 more places');
  });

  test('references become links, wherever their definition stands', async () => {
    const { brief } = await readText(
      '# T\n\n## A\n\n[one][x] and [two] and [none][y]\n\n## B\n\n> [x]: https://a.example "t"\n\n[Two]: https://b.example\n',
    );
    const links = [...nodesOf(brief!.tree)]
      .filter((node) => node.type === 'link')
      .map((node) => [node.url, node.title, wordsOfNode(node)]);
    expect(links).toEqual([
      ['https://a.example', 't', 'one'],
      ['https://b.example', null, 'two'],
    ]);
    expect(wordsOfNode(brief!.tree)).toContain('[none][y]');
    expect([...nodesOf(brief!.tree)].some((node) => node.type === 'definition')).toBe(false);
  });
});

test('ids', () => {
  expect(
    [
      'Zelenskyy’s Visit',
      'Ångström & Œuvre',
      'Straße',
      'Що далі?',
      '  ',
      '20-Point “Plan”',
      'x'.repeat(100),
    ].map(slugOf),
  ).toEqual([
    'zelenskyys-visit',
    'angstroem-oeuvre',
    'strasse',
    'shcho-dali',
    '',
    '20-point-plan',
    'x'.repeat(60),
  ]);
  expect(['A 2', 'A', 'A', 'A 2'].map(idGiver('section'))).toEqual(['a-2', 'a', 'a-3', 'a-2-2']);
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 8 })), (headings) => {
      const ids = headings.map(idGiver('section'));
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9-]*$/u);
    }),
    { numRuns: 500 },
  );
});

test('Markdown written from a Markdown brief reads the same', async () => {
  const text =
    '---\ntitle: T\n---\n\n# Participants\n\n- **Ada Lovelace** – analyst\n\n# Talk\n\n“Nine,” said :quote[“ten”]{by=Ada} at 10:30.\n\n:::context\nOld.\n:::\n\n> Words.\n> — Ada\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\nA note.[^1]\n\n[^1]: Foot.\n';
  const first = (await readText(text)).brief!;
  const again = (await readText(toMarkdown(first))).brief!;
  expect(
    again.sections.map(({ title, nodes }) => [
      title,
      nodes.map((node) => [node.type, wordsOfNode(node)]),
    ]),
  ).toEqual(
    first.sections.map(({ title, nodes }) => [
      title,
      nodes.map((node) => [node.type, wordsOfNode(node)]),
    ]),
  );
  expect(toMarkdown(first)).toContain('said :quote[“ten”]{by="Ada"} at 10:30.');
});
