/** An OpenDocument text (ISO/IEC 26300, ODF 1.3) → what an import gives. */
import { treeOf, wordsOfBlock, type Block } from '../blocks.ts';
import {
  ImportRefusal,
  NO_FRONT,
  type Imported,
  type ImportedFront,
  type ImportWish,
  type TrackedChange,
} from '../imported.ts';
import { openPackage, type OfficePackage } from '../package.ts';
import type { Tally } from '../tally.ts';
import { childOf, elementsBelow, elementsOf, textBelow, type XmlNode } from '../xml.ts';
import { readOdtBlocks } from './body.ts';
import { countOdfXml } from './count.ts';
import type { OdtReading } from './reading.ts';
import { odtStyles } from './styles.ts';

/** Reads a document; refuses what can't be read (ImportRefusal). */
export async function readOdt(bytes: Uint8Array, { changes }: ImportWish): Promise<Imported> {
  const office = await openPackage(bytes);
  const manifest = await office.text('META-INF/manifest.xml');
  if (manifest !== null && /<manifest:encryption-data\b/u.test(manifest))
    throw new ImportRefusal('import-encrypted', 'The document is encrypted');
  const content = await office.xml('content.xml');
  const body = content && childOf(childOf(content, 'office:body'), 'office:text');
  if (!content || !body || body.name === '')
    throw new ImportRefusal('import-damaged', 'The document has no text: content.xml is missing');
  const styles = await office.xml('styles.xml');
  const reading = await newOdtReading(
    office,
    styles ? [styles, content] : [content],
    changes,
    body,
  );
  const blocks = readOdtBlocks(body, reading);
  const { front, rest } = odtTitles(blocks);
  const notes = new Map(reading.notes);
  if (styles)
    for (const page of elementsBelow(styles, 'style:master-page'))
      readOdtBlocks(page, {
        ...reading,
        dropped: 'page header or footer',
        place: 'the page style',
      });
  return {
    kind: 'odt',
    tree: treeOf(rest, notes),
    front,
    images: reading.images,
    comments: reading.comments,
    changes: reading.tracked,
    losses: reading.losses,
    additions: reading.additions,
    remarks: [...reading.remarks, ...macroRemarks(office)],
    counted: await countedOdt(office),
    printed: null,
  };
}

const macroRemarks = ({ paths }: OfficePackage): Imported['remarks'] =>
  paths.some((path) => /^(?:Basic|Scripts)\/.+\.(?:xml|py|js|bsh)$/u.test(path))
    ? [{ rule: 'import-macros', says: 'The document has macros; they are left out' }]
    : [];

async function newOdtReading(
  office: OfficePackage,
  roots: readonly XmlNode[],
  changes: ImportWish['changes'],
  body: XmlNode,
): Promise<OdtReading> {
  const pictures = new Map<string, Uint8Array>();
  for (const image of elementsBelow(body, 'draw:image')) {
    const path = (image.attributes['xlink:href'] ?? '').replace(/^\.\//u, '');
    const bytes = path === '' ? null : await office.bytes(path);
    if (bytes) pictures.set(path, bytes);
  }
  return {
    ...odtStyles(roots),
    changes: changes ?? 'accept',
    regions: changedRegions(body),
    pictures,
    losses: [],
    additions: [],
    tracked: [],
    comments: [],
    images: [],
    remarks: [],
    notes: [],
    counter: { paragraphs: 0, footnotes: 0, endnotes: 0 },
    open: new Set(),
    dropped: null,
    place: null,
    readBlocks: (node, inner) => readOdtBlocks(node, inner),
  };
}

/** Changes by their ids: what was done, by whom, and what was taken out (ODF 1.3, 5.5). */
function changedRegions(body: XmlNode): OdtReading['regions'] {
  const regions = new Map<string, { kind: TrackedChange['kind']; by: string; was: XmlNode }>();
  for (const row of elementsBelow(body, 'text:changed-region')) {
    const [change] = elementsOf(row);
    if (!change || change.name === 'text:format-change') continue;
    const info = childOf(change, 'office:change-info');
    regions.set(row.attributes['text:id'] ?? row.attributes['xml:id'] ?? '', {
      kind: change.name === 'text:deletion' ? 'deleted' : 'inserted',
      by: textBelow(childOf(info, 'dc:creator')) || 'somebody',
      was: change,
    });
  }
  return regions;
}

async function countedOdt(office: OfficePackage): Promise<Tally> {
  const tally: Tally = new Map();
  for (const path of ['content.xml', 'styles.xml']) {
    const text = await office.text(path);
    if (text !== null) countOdfXml(text, tally);
  }
  return tally;
}

/** A title and subtitle at the beginning go into the front matter. */
function odtTitles(blocks: readonly Block[]): {
  readonly front: ImportedFront;
  readonly rest: readonly Block[];
} {
  const line = (at: number, depth: number): string | null => {
    const block = blocks[at];
    if (block?.type !== 'heading' || block.depth !== depth) return null;
    const words = wordsOfBlock(block).replaceAll(/\s+/gu, ' ').trim();
    const isText = block.pieces.every((piece) => 'text' in piece);
    return isText && words.length > 0 && words.length <= 300 ? words : null;
  };
  const title = line(0, 0);
  const subtitle = title === null ? null : line(1, -1);
  const used = title === null ? 0 : subtitle === null ? 1 : 2;
  const rest = blocks.slice(used).map((block): Block => {
    if (block.type !== 'heading' || block.depth > 0) return block;
    if (block.depth === 0) return { ...block, depth: 1 };
    return { type: 'paragraph', pieces: block.pieces, list: null, isQuote: false };
  });
  return { front: { ...NO_FRONT, title, subtitle }, rest };
}
