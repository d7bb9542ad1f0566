/** The protocol server, asked by the SDK's own client over standard input and output. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { briefpress } from './support/commands.ts';

const folder = mkdtempSync(join(tmpdir(), 'briefpress-mcp-'));
const client = new Client({ name: 'a writer of drafts', version: '1.0.0' });
let errors = '';

beforeAll(async () => {
  mkdirSync(join(folder, 'transcripts'));
  writeFileSync(
    join(folder, 'transcripts/board.txt'),
    'SANA REYES: The lease ends in March, and we will not renew it.\n\nPER DAHL: Nobody asked the tenants.\n\nSANA REYES: Thank you.\n',
  );
  writeFileSync(
    join(folder, 'transcripts/radio.vtt'),
    'WEBVTT\n\n00:00:05.000 --> 00:00:09.000\n<v Per Dahl>The roof is older than the house.\n\n00:00:10.000 --> 00:00:12.000\n<v Sana Reyes>Thank you.\n',
  );
  writeFileSync(join(folder, 'outside.txt'), 'SANA REYES: This lies outside of it.\n');
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [join(import.meta.dirname, '../src/bin.js'), 'mcp', 'transcripts'],
    cwd: folder,
    env: {
      PATH: process.env['PATH']!,
      BRIEFPRESS_SOURCES: '1',
      XDG_CACHE_HOME: join(folder, 'cache'),
    },
    stderr: 'pipe',
  });
  transport.stderr?.on('data', (piece) => (errors += String(piece)));
  await client.connect(transport);
}, 120_000);

afterAll(async () => {
  await client.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What a tool answers, and whether it is an error. */
async function ask(name: string, args: Readonly<Record<string, unknown>>) {
  const { structuredContent, isError, content } = await client.callTool({ name, arguments: args });
  const answer = structuredContent as Readonly<Record<string, unknown>> | undefined;
  return { answer, isError: isError === true, content };
}

test('three tools, all of them for reading', async () => {
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual([
    'find_passage',
    'verify_quotation',
    'cite_quotation',
  ]);
  for (const { annotations, inputSchema } of tools) {
    expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
    expect(inputSchema.required).toEqual(['words']);
  }
});

test('a passage is found with its place, and the nearest where it stands nowhere', async () => {
  const { answer } = await ask('find_passage', { words: 'older than the house' });
  expect(answer).toMatchObject({
    found: true,
    places: [{ file: 'radio.vtt', speaker: 'Per Dahl', time: '00:00:05.000' }],
    nearest: null,
  });
  const none = await ask('find_passage', {
    words: 'The lease ends in April, and we will renew it.',
  });
  expect(none.answer).toMatchObject({ found: false, places: [], nearest: { file: 'board.txt' } });
  const both = await ask('find_passage', { words: 'Thank you.' });
  expect((both.answer!['places'] as unknown[]).length).toBe(2);
});

test('a quotation gets a tick for its words and its speaker, and for nothing less', async () => {
  const words = 'Nobody asked the tenants.';
  expect((await ask('verify_quotation', { words, speaker: 'Per Dahl' })).answer).toMatchObject({
    tick: true,
    words: 'exact',
    speaker_check: 'confirmed',
  });
  expect((await ask('verify_quotation', { words, speaker: 'Sana Reyes' })).answer).toMatchObject({
    tick: false,
    words: 'exact',
    speaker_check: 'unmapped',
    said_by: 'PER DAHL',
  });
  expect((await ask('verify_quotation', { words })).answer).toMatchObject({
    tick: true,
    speaker_check: 'unstated',
    speaker: 'PER DAHL',
  });
  const altered = await ask('verify_quotation', {
    words: 'The lease ends in March, and we will renew it.',
    speaker: 'Sana Reyes',
  });
  expect(altered.answer).toMatchObject({ tick: false, words: 'altered' });
  expect(altered.answer!['diff']).toContainEqual({ op: 'missing', words: 'not' });
});

test('a citation names speaker, file and locator, and is refused without a tick', async () => {
  const words = 'The roof is older than the house.';
  expect((await ask('cite_quotation', { words, speaker: 'Per Dahl' })).answer).toMatchObject({
    citation: `“${words}” (Per Dahl, radio.vtt, 00:00:05.000)`,
    locator: '00:00:05.000',
  });
  const line = await ask('cite_quotation', { words: 'Nobody asked the tenants.' });
  expect(line.answer).toMatchObject({ locator: 'line 3' });
  const refused = await ask('cite_quotation', { words: 'The roof is younger than the house.' });
  expect(refused.answer).toMatchObject({ citation: null });
  expect(refused.answer!['why']).toMatch(/no tick/u);
});

test('what can’t be answered is an error in words, and the server goes on', async () => {
  expect(await ask('write_file', { words: 'x' })).toMatchObject({ isError: true });
  expect(await ask('find_passage', {})).toMatchObject({ isError: true });
  expect(await ask('find_passage', { words: 7 })).toMatchObject({ isError: true });
  expect(await ask('find_passage', { words: 'x', folder: '..' })).toMatchObject({ isError: true });
  const outside = await ask('find_passage', { words: 'This lies outside of it.' });
  expect(outside.answer).toMatchObject({ found: false });
  expect(errors).toBe('');
});

test('it writes nothing into the folder', () => {
  expect(readdirSync(join(folder, 'transcripts'))).toEqual(['board.txt', 'radio.vtt']);
  expect(statSync(join(folder, 'outside.txt')).isFile()).toBe(true);
});

test('a folder that is none is a wrong command line', async () => {
  expect(await briefpress(folder, ['mcp', 'nowhere'])).toMatchObject({ code: 2, stdout: '' });
});
