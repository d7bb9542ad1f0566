/** Pictures of a Word document. */
import { importedImage } from '../images.ts';
import { elementsBelow, type XmlNode } from '../xml.ts';
import type { ParagraphReading } from './state.ts';

/** Pictures of a drawing; what can't be shown is named. */
export function addPictures(node: XmlNode, paragraph: ParagraphReading): void {
  const { reading, relations } = paragraph.part;
  const shape = elementsBelow(node, 'wp:docPr')[0]?.attributes ?? {};
  const drawn = elementsBelow(node, 'v:shape')[0]?.attributes ?? {};
  const alt = (shape['descr'] || shape['title'] || drawn['alt'] || '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const ids = [
    ...elementsBelow(node, 'a:blip').map(
      ({ attributes }) => attributes['r:embed'] ?? attributes['r:link'],
    ),
    ...elementsBelow(node, 'v:imagedata').map(({ attributes }) => attributes['r:id']),
  ];
  for (const id of new Set(ids.filter((one) => one !== undefined))) {
    const relation = relations.get(id);
    const bytes = relation?.path ? reading.pictures.get(relation.path) : undefined;
    const image = bytes && importedImage(bytes, reading.images.length + 1);
    if (image) {
      reading.images.push(image);
      paragraph.pieces.push({ node: { type: 'image', url: `images/${image.name}`, alt } });
      continue;
    }
    const why = bytes
      ? `is of a kind that no edition shows (${relation!.target.split('.').at(-1)})`
      : relation?.path === null
        ? `lies elsewhere (${relation.target})`
        : 'is missing in the document';
    const said = alt === '' ? '' : ` “${alt}”`;
    reading.remarks.push({
      rule: 'import-image',
      says: `The image${said} in ${paragraph.place} is left out: it ${why}`,
    });
  }
}
