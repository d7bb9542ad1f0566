/**
 * The shipped themes in the browser: text that would burst a page is broken, so that no page of the
 * book is shrunk.
 */
import { VFile } from 'vfile';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deadlineIn, openSession, type PrintSession } from '../src/browser/index.ts';
import { fontFolders } from '../src/fonts.ts';
import { openPdf } from '../src/pdf/parse.ts';
import { printDocument } from '../src/print/document.ts';
import { paginate } from '../src/print/paginate.ts';
import { scaleOf } from '../src/print/gates.ts';
import { loadTheme } from '../src/theme/load.ts';
import type { Edition } from '../src/types.ts';
import { diskWorld } from '../src/world/disk.ts';
import { editionOf } from './support/edition.ts';
import { root } from './support/theme.ts';

const LONG =
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(3);

const row = (cells: number, word: string): string =>
  `| ${Array.from({ length: cells }, () => word).join(' | ')} |`;

const table = (cells: number): string =>
  [row(cells, LONG), row(cells, '--'), row(cells, LONG)].join('\n');

const brief = `# ${LONG}

## ${LONG}

Ida Moen said: “We mean to run the ${LONG} tonight.” \`${LONG}\`

${table(3)}

${table(20)}

> Nobody shall ever close the ${LONG}.
>
> — ${LONG}

    ${LONG}

- [ ] ${LONG}
`;

const made = editionOf(brief);

const edition: Edition = {
  ...made,
  participants: [{ id: 'ida', name: LONG, role: LONG, aliases: [LONG], pronouns: null }],
  sources: [
    {
      id: 's',
      citation: LONG,
      url: `https://example.org/${LONG}`,
      archivedUrl: null,
      retrieved: LONG,
      rights: LONG,
      note: null,
      file: null,
      format: null,
      encoding: null,
      speakers: {},
    },
  ],
  meta: {
    ...made.meta,
    title: LONG,
    subtitle: LONG,
    authors: [LONG],
    publisher: LONG,
    classification: LONG,
    status: LONG,
    disclosure: LONG,
  },
  ledger: {
    ...made.ledger,
    transcripts: [{ source: 's', name: LONG, sha256: 'ab'.repeat(32), turns: 1 }],
  },
};

let session: PrintSession;

beforeAll(async () => {
  const { faces } = await loadTheme(diskWorld(), 'classic', root);
  const options = {
    browserPath: null,
    sandbox: false,
    fontFolders: fontFolders(faces),
    deadline: deadlineIn(3_600_000),
  };
  session = await openSession(diskWorld(), options);
});

afterAll(() => session.close());

const scaleIn = async (html: string): Promise<number> => {
  await session.load(html);
  return scaleOf(openPdf(await session.print({ tagged: false })));
};

// Chromium shrinks to two thirds at most; what is wider still is cut off.
test('a line wider than the page is seen', async () => {
  expect(
    await scaleIn(
      '<style>@page { size: A4; margin: 20mm } body { margin: 0 }</style><p>x</p><div style="width: 212.5mm">x</div>',
    ),
  ).toBeCloseTo(0.8, 2);
});

test.each(
  ['classic', 'memo', 'large-print'].flatMap((name) =>
    ['a4', 'a5'].map((paper) => [name, paper] as const),
  ),
)('%s on %s', async (name, paper) => {
  const theme = await loadTheme(diskWorld(), name, root);
  expect(await scaleIn(printDocument(edition, theme.on(paper), {}))).toBeCloseTo(1, 3);
});

test.each([
  ['memo', ['1', '2', '3']],
  ['classic', ['i', 'ii', 'iii']],
])('%s counts its pages as it prints them', async (name, labels) => {
  const file = new VFile();
  const theme = await loadTheme(diskWorld(), name, root);
  const long = {
    ...made,
    meta: {
      ...made.meta,
      disclosure: 'Made by hand, word for word, at a table by the window. '.repeat(120),
    },
  };
  const printed = await paginate(long, theme.on('letter'), session, { attachments: [] }, file);
  expect(printed!.pages.pages.slice(0, 3).map(({ label }) => label)).toEqual(labels);
  expect(file.messages.filter(({ ruleId }) => ruleId === 'print-folio')).toEqual([]);
});
