/**
 * The quotations of a book as EPUB Annotations (https://www.w3.org/TR/epub-anno-10/, a Working
 * Draft of 2026): reading systems that know them show number, speaker and verdict at the words.
 */
import { verdictOf } from '../../ledger.ts';
import type { Edition, Entry, QuotationPlace } from '../../types.ts';
import { version } from '../../version.ts';
import { labelsSaid } from '../../views/say.ts';
import type { PackedFile } from './package.ts';
import type { Anchors } from './plan.ts';

/** Where the draft keeps the annotations that a book brings along. */
export const ANNOTATIONS_PATH = 'META-INF/my.annotation';

/**
 * One annotation for each place at which a numbered quotation stands, in reading order.
 * @param made RFC 3339, for books and annotations alike
 */
export function annotationFile(edition: Edition, anchors: Anchors, made: string): PackedFile {
  const { identifier, meta, ledger } = edition;
  const annotate = annotating(edition, anchors, made);
  const set = {
    '@context': ['https://www.w3.org/ns/epub-anno.jsonld', { '@language': meta.lang }],
    'id': `${identifier}#annotations`,
    'type': 'AnnotationSet',
    'generator': { id: 'urn:briefpress', type: 'Software', name: `briefpress ${version}` },
    'generated': made,
    'title': meta.title,
    'about': aboutBook(edition),
    'items': ledger.entries.flatMap((entry) => entry.places.map((place) => annotate(entry, place))),
  };
  const text = `${JSON.stringify(set, null, 1)}\n`;
  return { path: ANNOTATIONS_PATH, bytes: new TextEncoder().encode(text), stored: false };
}

/** What the set belongs to, should it ever be taken out of its book. */
const aboutBook = ({ identifier, meta }: Edition): object => ({
  'dc:identifier': [identifier],
  'dc:format': 'application/epub+zip',
  'dc:title': meta.title,
  ...(meta.publisher !== null && { 'dc:publisher': meta.publisher }),
  ...(meta.authors.length > 0 && { 'dc:creator': meta.authors }),
  ...(meta.date !== null && { 'dc:date': meta.date.slice(0, 4) }),
});

function annotating(
  edition: Edition,
  anchors: Anchors,
  made: string,
): (entry: Entry, place: QuotationPlace) => object {
  const say = labelsSaid(edition);
  return (entry, { id }) => {
    const verdict = verdictOf(entry);
    const speaker = entry.speaker.name ?? say('speakerNotStated');
    const number = say('quotation', { number: entry.shown ?? String(entry.number) });
    return {
      id: `${edition.identifier}#${id}`,
      type: 'Annotation',
      motivation: 'commenting',
      created: made,
      target: {
        source: `OEBPS/${anchors.href(id, '').replace(/#.*$/u, '')}`,
        selector: [
          { type: 'CssSelector', value: `#${nameInSelector(id)}` },
          { type: 'FragmentSelector', value: id, conformsTo: HTML_FRAGMENTS },
        ],
      },
      body: {
        type: 'TextualBody',
        value: `${number} · ${speaker} · ${say(`verdict.${verdict}`)}`,
        format: 'text/plain',
        color: entry.tick ? 'green' : DOUBTED.has(verdict) ? 'pink' : 'yellow',
        tags: [verdict],
      },
    };
  };
}

/** The draft's name for fragments of HTML (2.3.2). */
const HTML_FRAGMENTS = 'http://tools.ietf.org/rfc/rfc3236';

/** Verdicts that a reader must not pass over. */
const DOUBTED: ReadonlySet<string> = new Set([
  'altered',
  'not-found',
  'misattributed',
  'speaker-differs',
  'remarked',
]);

/** An id as a selector writes it; ids of packets and of authors may hold a full stop. */
const nameInSelector = (id: string): string => id.replaceAll(/[^\w-]/gu, (sign) => `\\${sign}`);
