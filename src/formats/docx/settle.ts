/** The same parts each time: what comes from the clock, from chance, or from the order of work is set anew. */
import { memberContent } from '../../zip/content.ts';
import { memorySource, readZip } from '../../zip/read.ts';

/** The files of a ZIP file of our own making, by their paths. */
export async function unpackedParts(bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const source = memorySource(bytes);
  const { members } = await readZip(source);
  const parts = new Map<string, Uint8Array>();
  for (const member of members.filter(({ kind }) => kind === 'file')) {
    const pieces: Uint8Array[] = [];
    for await (const piece of memberContent(source, member)) pieces.push(Uint8Array.from(piece));
    parts.set(member.path, Buffer.concat(pieces));
  }
  return parts;
}

const FIRST_PART = '[Content_Types].xml';

/** Parts in a fixed order; dates, and ids that were drawn by lot, are set. */
export function settledParts(
  parts: ReadonlyMap<string, Uint8Array>,
  modified: string,
  marks: ReadonlyMap<number, string>,
): readonly (readonly [path: string, bytes: Uint8Array])[] {
  const links = new Map<string, string>();
  return [...parts]
    .toSorted(([a], [b]) => Number(b === FIRST_PART) - Number(a === FIRST_PART) || (a < b ? -1 : 1))
    .map(([path, bytes]) => {
      if (!/\.(?:xml|rels)$/u.test(path)) return [path, bytes] as const;
      const text = new TextDecoder().decode(bytes);
      const fixed = settledLinks(settledCounts(settledXml(text, modified)), links);
      return [
        path,
        new TextEncoder().encode(path === 'word/document.xml' ? markedNotes(fixed, marks) : fixed),
      ] as const;
    });
}

const settledXml = (xml: string, modified: string): string =>
  xml
    .replaceAll(
      /(<dcterms:(?:created|modified)[^>]*>)[^<]*(?=<)/gu,
      (_, open: string) => `${open}${modified}`,
    )
    // Word reads no parts of a second (xsd:dateTime is wider than what it writes).
    .replaceAll(/( w:date="[^"]*)\.\d+Z"/gu, '$1Z"');

/** The package counts bookmarks and images of all books of a run; each book counts its own. */
function settledCounts(xml: string): string {
  const ids = new Map<string, number>();
  let images = 0;
  return xml
    .replaceAll(/(<wp:docPr id=")\d+(?=")/gu, (_, open: string) => `${open}${++images}`)
    .replaceAll(
      /(<w:bookmark(?:Start|End) [^>]*w:id=")(\d+)(?=")/gu,
      (_, open: string, id: string) => {
        if (!ids.has(id)) ids.set(id, ids.size + 1);
        return `${open}${ids.get(id)!}`;
      },
    );
}

/** Ids of links are counted in the order in which they are met. */
const settledLinks = (xml: string, links: Map<string, string>): string =>
  xml.replaceAll(
    /(\b(?:r:id|Id)=")(rId[A-Za-z0-9_-]{8,})(?=")/gu,
    (_, open: string, id: string) => {
      if (!links.has(id)) links.set(id, `rIdLink${links.size + 1}`);
      return `${open}${links.get(id)!}`;
    },
  );

/** Numbers that are not those that word processors would count are written (ECMA-376, 17.11.7). */
const markedNotes = (xml: string, marks: ReadonlyMap<number, string>): string =>
  xml.replaceAll(/<w:endnoteReference w:id="(\d+)"\/>/gu, (whole, id: string) => {
    const mark = marks.get(Number(id));
    return mark === undefined
      ? whole
      : `<w:endnoteReference w:customMarkFollows="1" w:id="${id}"/><w:t>${mark}</w:t>`;
  });
