/**
 * Material from strangers goes through the whole press. Whatever it is, nothing outside its folder
 * is read or reached, nothing active comes out, and it is either printed to its last word or
 * refused by name. `HOSTILE=all` runs the large cases too.
 */
import { createServer, type Server } from 'node:http';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPdf } from '../src/pdf/parse.ts';
import { readTexts } from '../src/pdf/text.ts';
import { openPress, type Press } from '../src/press.ts';
import { rules } from '../src/rules.ts';
import { diskWorld } from '../src/world/disk.ts';
import { plain } from './support/press.ts';
import { CANARY, CASES, SECRET, TAIL, png, type Case } from './hostile/cases.ts';
import { faultsOfEpub, faultsOfPdf, pdfSource, unzipped } from './hostile/inspect.ts';
import type { Proof } from '../src/proof.ts';

const WHOLE = process.env['HOSTILE'] === 'all';

const SECRET_WORDS = 'THESEWORDSARESECRET';

const root = mkdtempSync(join(tmpdir(), 'briefpress-hostile-'));

const secret = join(root, 'secret');

const contacts: string[] = [];

let canary: Server;

let address: string;

let press: Press;

beforeAll(async () => {
  canary = createServer((request, response) => {
    contacts.push(request.url ?? '');
    response.end();
  });
  canary.on('connection', () => contacts.push('a connection'));
  await new Promise<void>((done) => canary.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`;
  mkdirSync(secret);
  writeFileSync(join(secret, 'words.txt'), SECRET_WORDS);
  writeFileSync(join(secret, 'picture.png'), png(41, 37));
  writeFileSync(join(root, 'secret.png'), png(41, 37));
  press = openPress(diskWorld(), plain);
});

afterAll(async () => {
  await press.close();
  canary.close();
  rmSync(root, { recursive: true, force: true });
});

/** The file of a case in a folder of its own, with its last words. */
function written({ brief, files = {} }: Case, folder: string): string {
  const real = (text: string): string =>
    text
      .replaceAll(CANARY, address)
      .replaceAll('//canary.invalid', address.slice(5))
      .replaceAll(SECRET, secret);
  const given = typeof brief === 'function' ? brief() : brief;
  const body =
    typeof given !== 'string'
      ? Buffer.concat([given, Buffer.from(`\n\n${TAIL}\n`)])
      : given.trim() === ''
        ? given
        : `${real(given)}\n\n${TAIL}\n`;
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    if (typeof content === 'string' && content.startsWith('->'))
      symlinkSync(real(content.slice(2)), join(folder, name));
    else writeFileSync(join(folder, name), content);
  }
  const path = join(folder, 'brief.md');
  writeFileSync(path, body);
  return path;
}

const errorsOf = ({ file }: Proof): readonly string[] =>
  file.messages.filter(({ fatal }) => fatal).map(({ ruleId }) => ruleId!);

/** Nothing active, nothing secret, nothing lost. */
function inspect(
  brief: string,
  pdf: Uint8Array,
  epub: Uint8Array,
  prints: readonly string[],
): void {
  expect([...faultsOfPdf(pdf), ...faultsOfEpub(epub)]).toEqual([]);
  const squeezed = (text: string): string => text.replaceAll(/[\s\u00ad\u200b]+/gu, '');
  const paper = squeezed(
    readTexts(openPdf(pdf))
      .text.map(({ text }) => text)
      .join(''),
  );
  const book = [...unzipped(epub)]
    .filter(([path]) => path.endsWith('.xhtml'))
    .map(([, bytes]) => bytes.toString('utf8'))
    .join('');
  expect(`${pdfSource(pdf)}${paper}${book}`).not.toContain(SECRET_WORDS);
  if (!brief.includes(root)) expect(`${pdfSource(pdf)}${book}`).not.toContain(root);
  for (const words of [TAIL, ...prints]) {
    expect(paper).toContain(squeezed(words));
    expect(squeezed(book)).toContain(squeezed(words));
  }
}

const chosen = CASES.filter(({ quick }) => WHOLE || quick !== false);

describe('material from strangers', () => {
  test.each(chosen.map((one) => [one.name, one] as const))('%s', async (name, one) => {
    const folder = join(root, 'content', name.replaceAll(' ', '-'), 'brief');
    const proof = await press.proof(written(one, folder));
    const before = readdirSync(folder);
    const artifacts = await press.print(proof, ['pdf', 'epub']);
    const errors = errorsOf(proof);
    expect(contacts).toEqual([]);
    expect(readdirSync(folder)).toEqual(before);
    if (one.expect in rules) expect(errors).toContain(one.expect);
    if (one.expect === 'prints') expect(errors).toEqual([]);
    for (const rule of one.tells ?? [])
      expect(proof.file.messages.map(({ ruleId }) => ruleId)).toContain(rule);
    expect(artifacts).toHaveLength(errors.length === 0 ? 2 : 0);
    if (artifacts.length === 2)
      inspect(proof.brief!.text, artifacts[0]!.bytes, artifacts[1]!.bytes, one.prints ?? []);
  });

  test('no object of this process was changed on the way', () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect('polluted' in {}).toBe(false);
  });
});
