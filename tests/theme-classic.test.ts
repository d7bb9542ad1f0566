/** The theme that is shipped, rendered with an edition in which everything occurs. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ElementContent } from 'hast';
import { bookView } from '../src/views/book.ts';
import { sheetsOf } from '../src/views/sheets.ts';
import { documentWriter } from '../src/views/writer.ts';
import { labelsFor } from '../src/languages/index.ts';
import { loadTheme } from '../src/theme/load.ts';
import type { Chapter, Edition, Entry, Evidence, Locator } from '../src/types.ts';
import { diskWorld } from '../src/world/disk.ts';
import { root } from './support/theme.ts';

const text = (value: string): ElementContent => ({ type: 'text', value });

const element = (
  tagName: string,
  properties: Record<string, string | number | boolean>,
  ...children: ElementContent[]
): ElementContent => ({ type: 'element', tagName, properties, children });

const locator: Locator = {
  start: 0,
  end: 4,
  source: 'call',
  turn: 2,
  speaker: 'MRS <B>',
  at: '00:01:02',
  line: 7,
  page: null,
  exact: 'x',
  prefix: '',
  suffix: '',
};

const evidences: readonly Evidence[] = [
  { status: 'exact', locator, folds: ['marks'], also: [locator], remarks: [] },
  {
    status: 'altered',
    locator,
    severity: 'major',
    similarity: 0.9,
    remarks: [],
    diff: [
      { op: 'same', words: 'a' },
      { op: 'missing', words: '<not>' },
      { op: 'added', words: 'b' },
    ],
  },
  { status: 'misattributed', locator, saidBy: 'Someone & Co', folds: [] },
  { status: 'not-found', nearest: locator, diff: [] },
  { status: 'ambiguous', locators: [locator, locator] },
  { status: 'unchecked', why: 'no-transcript' },
];

const entry = (evidence: Evidence, i: number): Entry => ({
  number: i + 1,
  id: `q-${i}`,
  kind: 'speech',
  text: i === 0 ? 'One.\n\n<Two>' : 'words',
  section: 'talk',
  cf: i === 1 ? [1] : [],
  evidence,
  speakerCheck: evidence.status.startsWith('exact') ? 'confirmed' : null,
  tick: evidence.status.startsWith('exact'),
  speaker: {
    name: i === 3 ? null : 'Ada',
    participant: i === 3 ? null : 'ada',
    sieve: 'cue',
    strength: 'explicit',
    confidence: 1,
    may: i === 3 ? null : ['ada'],
    fromSource: i === 4,
  },
  places: [
    { id: `q-${i}-1`, found: [], section: 'talk', role: 'full' },
    ...(i === 0 ? [{ id: 'q-0-2', found: [], section: 'more', role: 'fragment' as const }] : []),
  ],
});

const entries = evidences.map(entry);

const quoted = (i: number, n: number): ElementContent[] => [
  element(
    'quotation',
    { place: `q-${i}-${n}`, number: i + 1, first: true },
    text('“words & more”'),
  ),
  element('noteref', { place: `q-${i}-${n}`, number: i + 1, entry: `q-${i}` }),
];

const body: Chapter = {
  id: 'ch-talk',
  kind: 'section',
  matter: 'body',
  role: 'body',
  title: 'Talk',
  headings: [{ id: 'more', title: 'More <of it>', depth: 2 }],
  tree: {
    type: 'root',
    children: [
      element('h1', { id: 'talk' }, text('Talk')),
      element('p', { id: 'b1' }, text('She said '), ...quoted(0, 1), text('.')),
      element('p', { id: 'b2' }, ...quoted(1, 1)),
      element('h2', { id: 'more' }, text('More <of it>')),
      element(
        'blockquote',
        { id: 'b3' },
        element('p', { id: 'b4' }, ...quoted(2, 1)),
        element('p', { id: 'b5' }, text('— Ada')),
      ),
      element(
        'p',
        { id: 'b6' },
        text('a'),
        ...quoted(0, 2),
        ...quoted(3, 1),
        ...quoted(4, 1),
        ...quoted(5, 1),
        element('a', { href: '#more' }, text('see')),
      ),
      element('table', { id: 'b7' }, element('tr', {}, element('th', {}, text('h')))),
    ] as ElementContent[],
  },
};

const bare = (kind: Chapter['kind'], matter: Chapter['matter'], title: string): Chapter => ({
  id: kind,
  kind,
  matter,
  role: null,
  title,
  headings: [],
  tree: null,
});

const title = 'A "B" </style><script>{{x}} & C';

const edition: Edition = {
  slug: 's',
  identifier: 'urn:uuid:1',
  dir: 'ltr',
  modified: null,
  assets: [],
  labels: {},
  meta: {
    title,
    subtitle: 'Sub',
    date: '2025-01-02',
    lang: 'en',
    authors: ['X', 'Y'],
    publisher: 'P',
    identifier: null,
    status: 'draft',
    classification: 'Only "us"',
    disclosure: 'D',
    rights: 'R',
    description: 'About',
    keywords: [],
    series: { name: 'S', position: 2 },
    theme: null,
    paper: null,
    quotes: {
      style: 'auto',
      singles: 'auto',
      dashDialogue: false,
      unlisted: 'show',
      minWords: 1,
      disfluencies: 'keep',
    },
  },
  participants: [{ id: 'ada', name: 'Ada', role: 'Chair', aliases: ['Ada'], pronouns: null }],
  sources: [
    {
      id: 'call',
      citation: 'The call',
      url: 'https://example.org/?a=1&b=2',
      archivedUrl: null,
      retrieved: '2025-01-01',
      rights: 'R',
      note: null,
      file: null,
      format: null,
      encoding: null,
      speakers: {},
    },
  ],
  chapters: [
    bare('title-page', 'front', title),
    bare('contents', 'front', 'Contents'),
    bare('glance', 'front', 'Evidence at a glance'),
    body,
    bare('appendix', 'back', 'Quote appendix'),
    bare('speakers', 'back', 'Index of speakers'),
    bare('not-numbered', 'back', 'Not numbered'),
    bare('source-note', 'back', 'Source note'),
    bare('colophon', 'back', 'Colophon'),
  ],
  ledger: {
    entries,
    found: [],
    counts: {} as Edition['ledger']['counts'],
    transcripts: [{ source: 'call', name: 'call.txt', sha256: 'ab'.repeat(32), turns: 3 }],
    unnumbered: [
      { id: 'u-1', kind: 'term', text: 'term', section: 'more', found: 'f', reason: 'one word' },
    ],
    overrides: [
      {
        from: 'markup',
        key: 'k',
        why: 'because',
        status: 'accepted',
        acceptedBy: 'Ed',
        markup: { as: 'quote', by: 'Ada', id: null, src: null, at: null, of: null, verify: false },
      },
    ],
  },
};

const theme = await loadTheme(diskWorld(), 'classic', root);

const view = bookView(edition, { made: { program: 'press', fonts: ['Serif'], pages: '' } });

const print = theme.render(
  'print',
  'book',
  { ...view, bookCss: theme.styles('print', view), fontCss: '' },
  documentWriter(edition, 'print'),
);

const web = theme.render(
  'web',
  'page',
  { ...view, pageCss: theme.styles('web', view), fontCss: '' },
  documentWriter(edition, 'web'),
);

const all = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map((match) => match[1]!);

const plain = (html: string): string =>
  html
    .replaceAll(/<style>[\s\S]*?<\/style>/gu, '')
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll(/\s+/gu, ' ');

describe.each([
  ['print', print],
  ['web', web],
])('%s', (medium, html) => {
  test('every link inside it leads somewhere, and no id stands twice', () => {
    const ids = all(html, /\sid="([^"]+)"/gu);
    expect(new Set(ids).size).toBe(ids.length);
    expect(all(html, /href="#([^"]+)"/gu).filter((id) => !ids.includes(id))).toEqual([]);
  });
  test('the title stays text, in markup and in styles', () => {
    expect(html).toContain('<h1>A &quot;B&quot; &lt;/style&gt;&lt;script&gt;{{x}} &amp; C</h1>');
    expect(html).not.toContain('<script>');
    expect(all(html, /(<\/style>)/gu)).toHaveLength(all(html, /(<style>)/gu).length);
  });
  test('entries say words, speaker, role, section, verdict, locator and difference', () => {
    const words = plain(html);
    for (const part of [
      medium === 'print' ? '“One. “&lt;Two&gt;”' : 'One. &lt;Two&gt;',
      'Ada , Chair',
      'speaker not stated',
      '≠ altered',
      'turn 3, 00:01:02, line 7',
      '[−&#160; &lt;not&gt; &#160;−]',
      'In the source, Someone &amp; Co says this.',
      'Compare quotation 1',
      'accepted by Ed',
      'ab'.repeat(32),
    ]) {
      expect(words).toContain(part);
    }
  });
  test('nothing is fetched', () => {
    expect(html).toContain("default-src 'none'");
    expect(all(html, /\s(?:src|srcset|poster)="([^"]*)"/gu)).toEqual([]);
    expect(html).not.toMatch(/@import|url\(/u);
  });
});

test('print has a place for the page of everything that is cited by page', () => {
  const wanted = all(print, /class="pg" data-for="([^"]+)"/gu);
  for (const id of [
    'ch-talk',
    'more',
    'appendix',
    'colophon',
    ...entries.flatMap(({ places }) => places.map((place) => place.id)),
  ])
    expect(wanted).toContain(id);
  for (const id of wanted) expect(print).toContain(`href="#${id}"`);
  expect(web).not.toContain('class="pg"');
});

test('print uses only what keeps its tags in the PDF', () => {
  expect(print).not.toMatch(/role="doc-|<q[\s>]|<figure(?![^>]*role=)|headerTemplate/u);
  expect(theme.styles('print', view)).not.toMatch(
    /::?(?:before|after)|mask-image|filter:|hyphens:\s*auto/u,
  );
});

test('margin boxes hold head, foot and folios of each sheet', () => {
  const css = theme.styles('print', view);
  const heads =
    css.split(
      String.raw`content: "A \22 B\22  \3c \2f style\3e \3c script\3e \7b \7b x\7d \7d  \26  C"`,
    ).length - 1;
  expect(heads).toBe(view.sheets.length + 1);
  expect(all(css, /@page (sheet-\d+)/gu)).toEqual(view.sheets.map(({ name }) => name));
  expect(css).toContain('counter(front, lower-roman)');
  expect(theme.on('letter').styles('print', view)).toMatch(/size: .*8\.5in.* .*11in/u);
});

const feet = (...chapters: Chapter[]): string[] =>
  sheetsOf(chapters, 'Imprint').map(({ foot }) => foot);

test('a chapter opens a page where it and what stands before it are long; the foot names up to three', () => {
  const short: Chapter = { ...body, id: 'ch-short', title: 'Short' };
  const long: Chapter = {
    ...short,
    id: 'ch-long',
    title: 'Long',
    tree: { type: 'root', children: [text('x'.repeat(5000)) as never] },
  };
  expect(feet(short, long, short)).toEqual(['Short · Long · Short']);
  expect(feet(long, long, short, long)).toEqual(['Long', 'Long · Short', 'Long']);
  expect(feet(short, short, short, short)).toEqual(['Imprint']);
  expect(feet(short, ...edition.chapters.filter(({ matter }) => matter === 'back'))).toEqual([
    'Short · Quote appendix · Source note',
  ]);
  expect(
    sheetsOf([long, short, long], '').map(({ chapters }) => chapters.map(({ opens }) => opens)),
  ).toEqual([[true, false], [true]]);
});

test('places in one section share its title, each with a link of its own', () => {
  const [first] = bookView(
    {
      ...edition,
      ledger: {
        ...edition.ledger,
        entries: [
          {
            ...entries[0]!,
            places: [
              ...entries[0]!.places,
              { id: 'q-0-3', found: [], section: 'more', role: 'full' },
            ],
          },
        ],
      },
    },
    { made: { program: '', fonts: [], pages: '' } },
  ).appendix.entries;
  expect(
    first!.stands.map(({ section, one, places }) => [
      section.title,
      one?.id,
      places.map(({ id }) => id),
    ]),
  ).toEqual([
    ['Talk', 'q-0-1', ['q-0-1']],
    ['More <of it>', undefined, ['q-0-2', 'q-0-3']],
  ]);
  expect(print).toContain(
    '<a href="#q-0-2">More &lt;of it&gt; […], p.\u00a0<span class="pg" data-for="q-0-2"></span></a>',
  );
});

test('a page runs from the side on which its language begins', () => {
  const css = (dir: 'ltr' | 'rtl'): string =>
    theme.styles(
      'print',
      bookView({ ...edition, dir }, { made: { program: '', fonts: [], pages: '' } }),
    );
  expect(css('ltr')).toMatch(/@top-left\s*\{ content: "A/u);
  expect(css('rtl')).toMatch(/@top-right\s*\{ content: "A/u);
});

test('what would be said beside every entry is said once', () => {
  const { entries: rows } = bookView(
    {
      ...edition,
      participants: [
        {
          ...edition.participants[0]!,
          role: `Chair of the Board; ${'formerly something else, '.repeat(4)}`,
        },
      ],
      ledger: {
        ...edition.ledger,
        entries: entries.map((row) => ({
          ...row,
          evidence: { status: 'unchecked', why: 'no-transcript' },
        })),
      },
    },
    { made: { program: '', fonts: [], pages: '' } },
  ).appendix;
  expect(rows.map(({ role }) => role)).toEqual(
    entries.map(({ speaker }) => (speaker.participant === null ? null : 'Chair of the Board')),
  );
  expect(rows.flatMap(({ verdict }) => verdict.notes)).toEqual([]);
  expect(view.appendix.entries.at(-1)!.verdict.notes).toEqual(['there is no transcript']);
});

test('the title page says the date in the brief’s language', () => {
  const dateFor = (lang: string, date: string): string | null =>
    bookView(
      { ...edition, meta: { ...edition.meta, lang, date } },
      { made: { program: '', fonts: [], pages: '' } },
    ).titlePage.date;
  expect([
    dateFor('en', '2025-03-09'),
    dateFor('en-GB', '2025-03-09T23:30:00-08:00'),
    dateFor('de', '2025-03-09'),
  ]).toEqual(['March 9, 2025', '9 March 2025', '9. März 2025']);
  expect([dateFor('en', 'Lent 1666'), dateFor('x y', '2025-03-09')]).toEqual([
    'Lent 1666',
    'March 9, 2025',
  ]);
});

const unquoted = (source: string): string[] => source.match(/\s[\w:-]+=\{\{/gu) ?? [];

test('templates quote every attribute that they fill', () => {
  const folder = join(root, 'templates');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.hbs'),
  );
  expect(unquoted('<a href={{x}}>')).toHaveLength(1);
  expect(
    files.filter((name) => unquoted(readFileSync(join(folder, name), 'utf8')).length > 0),
  ).toEqual([]);
  expect(files.length).toBeGreaterThan(10);
});

test('a brief with nothing in it prints all the same', () => {
  const empty: Edition = {
    ...edition,
    participants: [],
    sources: [],
    ledger: { ...edition.ledger, entries: [], unnumbered: [], overrides: [], transcripts: [] },
    meta: {
      ...edition.meta,
      subtitle: null,
      date: null,
      authors: [],
      publisher: null,
      status: null,
      classification: null,
      disclosure: null,
      series: null,
      description: null,
    },
    chapters: edition.chapters.filter(({ kind }) => kind !== 'section' && kind !== 'not-numbered'),
    labels: labelsFor('en'),
  };
  const small = bookView(empty, { made: { program: 'press', fonts: [], pages: '' } });
  const html = theme.render(
    'print',
    'book',
    { ...small, bookCss: theme.styles('print', small), fontCss: '' },
    documentWriter(empty, 'print'),
  );
  expect(plain(html)).toContain('This brief has no numbered quotations.');
});
