/**
 * Every condition finds what it names: a good file is broken in one place, and the condition
 * speaks.
 */
import { describe, expect, test } from 'vitest';
import { pdfAnnotationsOf, isLink, linkTarget } from '../src/pdf/links.ts';
import { layerOf, layersOf } from '../src/pdf/content.ts';
import { finishPdf } from '../src/pdf/finish.ts';
import { setPlain } from '../src/pdf/filters.ts';
import { allFonts, innerFont } from '../src/pdf/fonts.ts';
import { conditions, lintPdf } from '../src/pdf/lint.ts';
import {
  pdfString,
  catalogOf,
  dict,
  dictAt,
  isDict,
  needDict,
  ref,
  resolved,
  stream,
  type Dict,
  type PdfDraft,
  type Stream,
} from '../src/pdf/model.ts';
import { pdfPages } from '../src/pdf/pages.ts';
import { openDraft } from '../src/pdf/parse.ts';
import { structureAttributes, readStructure, type Element } from '../src/pdf/structure.ts';
import { textString } from '../src/pdf/strings.ts';
import { writePdf } from '../src/pdf/write.ts';
import { facts, fixture } from './support/pdf.ts';

const good = finishPdf(fixture('book'), facts);
const layered = finishPdf(fixture('forms'), facts);
const expected = {
  title: facts.title,
  lang: facts.lang,
  claims: facts.claims,
  margins: facts.margins,
};
const rulesOf = (bytes: Uint8Array): readonly string[] => [
  ...new Set(lintPdf(bytes, expected).map(({ rule }) => rule)),
];

// ---------------------------------------------------------------- ways to break a file

type Break = (bytes: Uint8Array) => Uint8Array;

/** Changes the objects and writes the file again. */
const change =
  (edit: (draft: PdfDraft) => void): Break =>
  (bytes) => {
    const draft = openDraft(bytes);
    edit(draft);
    return writePdf(draft);
  };

/** Changes the bytes of the file, one character per byte. */
const replace =
  (from: RegExp, to: string): Break =>
  (bytes) =>
    new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1').replace(from, to), 'latin1'));

const element = (
  draft: PdfDraft,
  type: string,
  which: (element: Element) => boolean = () => true,
): Element => readStructure(draft).find((each) => each.type === type && which(each))!;

/** Changes an element of a type. */
const retag = (type: string, edit: (holder: Dict, draft: PdfDraft) => void): Break =>
  change((draft) => edit(element(draft, type).dict, draft));

/** Changes the content of the first page. */
const paint = (edit: (content: string) => string): Break =>
  change((draft) => {
    const layer = layerOf(draft, pdfPages(draft)[0]!);
    setPlain(layer.stream!, Buffer.from(edit(layer.bytes.toString('latin1')), 'latin1'));
  });

const catalog = (edit: (catalog: Dict, draft: PdfDraft) => void): Break =>
  change((draft) => edit(catalogOf(draft), draft));
const packet = (from: string | RegExp, to: string): Break =>
  catalog((holder, draft) => {
    const found = resolved(draft, holder.get('Metadata')) as Stream;
    setPlain(
      found,
      Buffer.from(Buffer.from(found.data).toString('utf8').replace(from, to), 'utf8'),
    );
  });
const link = (edit: (holder: Dict, draft: PdfDraft) => void): Break =>
  change((draft) => edit(pdfAnnotationsOf(draft).find(isLink)!.dict, draft));
const font = (edit: (holder: Dict, draft: PdfDraft) => void): Break =>
  change((draft) =>
    edit(allFonts(draft).find(({ dict: each }) => each.get('Subtype') === 'Type0')!.dict, draft),
  );
const file = (edit: (holder: Dict, draft: PdfDraft) => void): Break =>
  change((draft) => {
    for (const id of draft.ids()) {
      const found = draft.get(id);
      if (isDict(found) && found.get('Type') === 'Filespec') return edit(found, draft);
    }
  });
const page = (edit: (holder: Dict, draft: PdfDraft) => void): Break =>
  change((draft) => edit(pdfPages(draft)[0]!.dict, draft));
const intent = (edit: (holder: Dict, draft: PdfDraft) => void): Break =>
  catalog((holder, draft) => edit((holder.get('OutputIntents') as Dict[])[0]!, draft));
const toUnicode = (map: string): Break =>
  font((holder, draft) =>
    setPlain(resolved(draft, holder.get('ToUnicode')) as Stream, Buffer.from(map)),
  );
const structure = (edit: (root: Dict, draft: PdfDraft) => void): Break =>
  catalog((holder, draft) => edit(needDict(draft, holder, 'StructTreeRoot', ''), draft));

/** Gives an element another list of kids. */
const kids = (
  draft: PdfDraft,
  holder: Dict,
  edit: (kids: readonly unknown[]) => readonly unknown[],
): void => {
  const found = resolved(draft, holder.get('K'));
  holder.set('K', edit(Array.isArray(found) ? found : [holder.get('K')]) as never);
};
const adopt = (
  draft: PdfDraft,
  parent: Element,
  type: string,
  more: Readonly<Record<string, string>> = {},
): void => {
  const child = draft.add(dict({ Type: 'StructElem', S: type, P: ref(parent.id), ...more }));
  kids(draft, parent.dict, (list) => [...list, child]);
};
const grow = (parent: string, child: string): Break =>
  change((draft) => adopt(draft, element(draft, parent), child));

// ---------------------------------------------------------------- rule → breaks

const mutations: Readonly<Record<string, readonly (readonly [string, Break])[]>> = {
  'header': [
    ['PDF 2.0', replace(/%PDF-1\.7/u, '%PDF-2.0')],
    ['a comment in ASCII', replace(/\n%[\x80-\xff]{4}/u, '\n%abcd')],
  ],
  'end': [['bytes behind', (bytes) => new Uint8Array([...bytes, 97, 97])]],
  'identifier': [
    ['no identifier', replace(/\/ID\[/u, '/IX[')],
    ['one part only', replace(/\/ID\[<[0-9a-f]+>/u, '/ID[')],
  ],
  'streams': [
    [
      'LZW',
      change((draft) =>
        draft.trailer.set('Info', draft.add(stream({ Filter: 'LZWDecode' }, new Uint8Array(3)))),
      ),
    ],
    [
      'external',
      change((draft) =>
        draft.trailer.set(
          'Info',
          draft.add(stream({ F: pdfString('other.bin') }, new Uint8Array(3))),
        ),
      ),
    ],
  ],
  'limits': [
    ['a long string', catalog((holder) => holder.set('Extra', pdfString('x'.repeat(32_768))))],
    ['a long name', catalog((holder) => holder.set('n'.repeat(128), 1))],
    ['a large number', catalog((holder) => holder.set('Extra', 2_147_483_648))],
    ['deep states', paint((content) => `${'q '.repeat(29)}${'Q '.repeat(29)}${content}`)],
  ],
  'language': [
    ['no tag', catalog((holder) => holder.set('Lang', pdfString('not a language')))],
    ['another', catalog((holder) => holder.set('Lang', pdfString('de')))],
    ['inside', retag('Em', (holder) => holder.set('Lang', pdfString('?')))],
  ],
  'metadata': [
    ['no packet', catalog((holder) => holder.delete('Metadata'))],
    ['broken XML', packet('</dc:title>', '</dc:titel>')],
    ['a broken entity', packet('briefpress 1.2.3', '&broken; 1.2.3')],
    ['another author', packet('Ada Holm', 'Eve Holm')],
    ['another date', packet('2026-11-24', '2026-11-25')],
    [
      'another producer',
      change((draft) =>
        dictAt(draft, draft.trailer, 'Info')!.set('Producer', pdfString('someone else')),
      ),
    ],
  ],
  'identification': [
    ['part 2', packet('<pdfaid:part>3', '<pdfaid:part>2')],
    ['level B', packet('conformance>A', 'conformance>B')],
    ['no claim', packet(/<pdfuaid:part>1<\/pdfuaid:part>/u, '')],
    ['no schema', packet('<pdfaSchema:prefix>pdfuaid', '<pdfaSchema:prefix>other')],
  ],
  'title': [
    ['empty', packet('The ferry that was always late', ' ')],
    ['of a blank page', packet('The ferry that was always late', 'about:blank')],
  ],
  'machine': [
    [
      'user agent',
      change((draft) =>
        dictAt(draft, draft.trailer, 'Info')!.set(
          'Creator',
          pdfString('Mozilla/5.0 HeadlessChrome/156'),
        ),
      ),
    ],
  ],
  'output-intent': [
    ['none', catalog((holder) => holder.delete('OutputIntents'))],
    ['no profile', intent((holder) => holder.delete('DestOutputProfile'))],
    [
      'four components',
      intent((holder, draft) =>
        (resolved(draft, holder.get('DestOutputProfile')) as Stream).dict.set('N', 4),
      ),
    ],
    [
      'cut off',
      intent((holder) => holder.set('DestOutputProfile', stream({ N: 3 }, Buffer.alloc(200)))),
    ],
  ],
  'tagged': [
    [
      'not marked',
      catalog((holder, draft) => needDict(draft, holder, 'MarkInfo', '').set('Marked', false)),
    ],
    [
      'suspects',
      catalog((holder, draft) => needDict(draft, holder, 'MarkInfo', '').set('Suspects', true)),
    ],
    ['file name as title', catalog((holder) => holder.delete('ViewerPreferences'))],
  ],
  'painted': [
    ['untagged words', paint((content) => `${content}\nBT /F4 9 Tf <0012> Tj ET`)],
    ['an untagged line', paint((content) => `${content}\n0 0 m 9 9 l S`)],
    ['an artifact unmarked', paint((content) => content.replace('/Artifact BMC', '/Span BMC'))],
  ],
  'nesting': [
    [
      'an artifact inside',
      paint((content) => content.replace(/(MCID 0\s*>>\s*BDC)/u, '$1 /Artifact BMC EMC')),
    ],
    [
      'an element inside',
      paint((content) => content.replace(/(MCID 0\s*>>\s*BDC)/u, '$1 /Span <</MCID 0>> BDC EMC')),
    ],
    ['left open', paint((content) => `${content} /Span BMC`)],
  ],
  'marked-content': [
    ['belongs to nothing', paint((content) => `${content} /P <</MCID 999>> BDC EMC`)],
    ['stands twice', paint((content) => `${content} /P <</MCID 0>> BDC EMC`)],
    [
      'belongs to two',
      retag('P', (holder, draft) => holder.set('Pg', ref(pdfPages(draft)[0]!.id)).set('K', 0)),
    ],
    [
      'is not there',
      change((draft) => {
        const holder = element(draft, 'NonStruct', (each) =>
          each.kids.some((kid) => 'mcid' in kid),
        ).dict;
        kids(draft, holder, (list) => [...list, 888]);
      }),
    ],
  ],
  'parent-tree': [
    ['no tree', structure((root) => root.delete('ParentTree'))],
    [
      'another element',
      structure((root, draft) => {
        const nums = dictAt(draft, root, 'ParentTree')!.get('Nums') as unknown[];
        (nums[1] as unknown[])[0] = (nums[1] as unknown[])[1];
      }),
    ],
    ['no parent', retag('H1', (holder) => holder.delete('P'))],
    [
      'another parent',
      retag('Lbl', (holder, draft) => holder.set('P', ref(element(draft, 'H1').id))),
    ],
  ],
  'forms': [
    [
      'shown twice',
      () =>
        change((draft) => {
          const layer = layerOf(draft, pdfPages(draft)[0]!);
          setPlain(
            layer.stream!,
            Buffer.from(layer.bytes.toString('latin1').replace(/\/X\d+ Do/u, '$& $&'), 'latin1'),
          );
        })(layered),
    ],
    [
      'another file’s page',
      () =>
        change((draft) => layersOf(draft, pdfPages(draft)[0]!)[1]!.dict.set('Ref', dict({})))(
          layered,
        ),
    ],
  ],
  'types': [
    ['unknown', retag('H1', (holder) => holder.set('S', 'Headline'))],
    ['a circle', structure((root) => root.set('RoleMap', dict({ Em: 'Strong', Strong: 'Em' })))],
    [
      'a standard type mapped',
      structure((root) => root.set('RoleMap', dict({ Em: 'Span', Strong: 'Span', P: 'Span' }))),
    ],
  ],
  'lists': [
    ['a paragraph in a list', grow('L', 'P')],
    ['a paragraph in an item', grow('LI', 'P')],
    ['an item in a paragraph', grow('P', 'LI')],
    ['a caption at the end', grow('L', 'Caption')],
    ['a body in a paragraph', grow('P', 'LBody')],
    ['a label in a paragraph', grow('P', 'Lbl')],
    ['an entry of the contents in a paragraph', grow('P', 'TOCI')],
  ],
  'tables': [
    ['a cell in a table', grow('Table', 'TD')],
    ['a paragraph in a row', grow('TR', 'P')],
    ['a row in a paragraph', grow('P', 'TR')],
    ['two captions', grow('Table', 'Caption')],
    [
      'words in a row',
      retag('TR', (holder, draft) => {
        holder.set('Pg', ref(pdfPages(draft)[0]!.id));
        kids(draft, holder, (list) => [...list, 777]);
      }),
    ],
  ],
  'alternatives': [
    ['none', retag('Figure', (holder) => holder.delete('Alt'))],
    ['empty', retag('Figure', (holder) => holder.set('Alt', textString('')))],
  ],
  'headings': [
    ['H2 first', retag('H1', (holder) => holder.set('S', 'H2'))],
    ['a level skipped', retag('H2', (holder) => holder.set('S', 'H3'))],
    ['no level', retag('H2', (holder) => holder.set('S', 'H'))],
  ],
  'notes': [
    ['no id', grow('Document', 'Note')],
    [
      'one id twice',
      change((draft) => {
        for (let i = 0; i < 2; i++) {
          adopt(draft, element(draft, 'Document'), 'Note');
          const holder = readStructure(draft).findLast(({ type }) => type === 'Note')!.dict;
          holder.set('ID', pdfString('note'));
        }
      }),
    ],
  ],
  'table-rows': [
    ['a cell more', grow('TR', 'TD')],
    [
      'a cell that spans',
      retag('TD', (holder) => holder.set('A', dict({ O: 'Table', ColSpan: 2 }))),
    ],
  ],
  'table-headings': [
    [
      'no scope, no headers',
      change((draft) => {
        for (const { dict: holder, type } of readStructure(draft))
          if (type === 'TH' || type === 'TD') holder.delete('A');
      }),
    ],
    [
      'a heading that is not there',
      change((draft) => {
        const holder = readStructure(draft).find(
          ({ type, dict: each }) =>
            type === 'TD' &&
            structureAttributes(draft, each).some((attributes) => attributes.has('Headers')),
        )!.dict;
        structureAttributes(draft, holder)
          .find((attributes) => attributes.has('Headers'))!
          .set('Headers', [pdfString('lost')]);
      }),
    ],
  ],
  'link-tags': [
    ['no key', link((holder) => holder.delete('StructParent'))],
    ['not a link', retag('Link', (holder) => holder.set('S', 'Span'))],
  ],
  'pagination': [
    [
      'a bare artifact',
      paint((content) => content.replace(/<<\/Type \/Pagination[^>]*>> BDC/u, 'BMC')),
    ],
  ],
  'roles': [
    ['a reference without a link', grow('P', 'Reference')],
    ['a role left over', retag('P', (holder) => holder.set('Lang', pdfString('en-x-press-note')))],
  ],
  'link-contents': [
    [
      'an anchor',
      change((draft) => {
        const inner = pdfAnnotationsOf(draft).find(({ dict: each }) => each.has('Dest'))!.dict;
        inner.set('Contents', pdfString(linkTarget(draft, inner)!));
      }),
    ],
    ['none', link((holder) => holder.delete('Contents'))],
    ['blank', link((holder) => holder.set('Contents', pdfString(' ')))],
  ],
  'link-anchors': [['nowhere', link((holder) => holder.set('Dest', 'nowhere'))]],
  'annotation-flags': [
    ['hidden', link((holder) => holder.set('F', 6))],
    ['not printed', link((holder) => holder.delete('F'))],
  ],
  'tab-order': [['by rows', page((holder) => holder.set('Tabs', 'R'))]],
  'actions': [
    ['launch', link((holder) => holder.set('A', dict({ S: 'Launch', F: pdfString('x') })))],
    ['script', catalog((holder) => holder.set('Names', dict({ JavaScript: dict({}) })))],
    ['on opening', catalog((holder) => holder.set('OpenAction', dict({ S: 'GoTo', D: 'top' })))],
    ['on a page', page((holder) => holder.set('AA', dict({})))],
  ],
  'uri-schemes': [
    [
      'script',
      link((holder) => holder.set('A', dict({ S: 'URI', URI: pdfString('javascript:alert(1)') }))),
    ],
    [
      'a file',
      link((holder) => holder.set('A', dict({ S: 'URI', URI: pdfString('file:///etc/hosts') }))),
    ],
  ],
  'fonts': [
    [
      'not embedded',
      font((holder, draft) =>
        needDict(draft, innerFont(draft, holder), 'FontDescriptor', '').delete('FontFile2'),
      ),
    ],
    ['no glyph map', font((holder, draft) => innerFont(draft, holder).delete('CIDToGIDMap'))],
    ['no text', font((holder) => holder.delete('ToUnicode'))],
  ],
  'to-unicode': [
    ['a ligature sign', toUnicode('1 beginbfchar <0001> <FB01> endbfchar')],
    ['a private sign', toUnicode('1 beginbfchar <0001> <E001> endbfchar')],
    ['zero', toUnicode('1 beginbfchar <0001> <0000> endbfchar')],
  ],
  'glyphs': [
    ['missing', paint((content) => content.replace(/<[0-9a-f]{4}> Tj/iu, '<0000> Tj'))],
    ['mute', toUnicode('1 beginbfchar <0001> <0020> endbfchar')],
  ],
  'attachments': [
    ['no relationship', file((holder) => holder.delete('AFRelationship'))],
    ['no Unicode name', file((holder) => holder.delete('UF'))],
    ['not associated', catalog((holder) => holder.delete('AF'))],
    ['no content', file((holder) => holder.set('EF', dict({})))],
    [
      'not among the names',
      catalog((holder, draft) =>
        needDict(draft, holder, 'Names', '').set('EmbeddedFiles', dict({ Names: [] })),
      ),
    ],
    [
      'no media type',
      file((holder, draft) =>
        (resolved(draft, dictAt(draft, holder, 'EF')!.get('F')) as Stream).dict.delete('Subtype'),
      ),
    ],
  ],
  'graphics': [
    [
      'a transfer function',
      page((holder, draft) =>
        needDict(draft, needDict(draft, holder, 'Resources', ''), 'ExtGState', '').set(
          'Gx',
          dict({ Type: 'ExtGState', TR: 'Identity' }),
        ),
      ),
    ],
    [
      'smoothed',
      page((holder, draft) =>
        holder.set(
          'Thumb',
          draft.add(
            stream({ Type: 'XObject', Subtype: 'Image', Interpolate: true }, new Uint8Array(3)),
          ),
        ),
      ),
    ],
  ],
  'form': [['a form', catalog((holder) => holder.set('AcroForm', dict({ Fields: [] })))]],
  'page-labels': [
    ['none', catalog((holder) => holder.delete('PageLabels'))],
    [
      'beyond the end',
      catalog((holder) =>
        holder.set('PageLabels', dict({ Nums: [0, dict({ S: 'D' }), 99, dict({ S: 'r' })] })),
      ),
    ],
  ],
};

describe('lint', () => {
  test('a finished print has no findings', () => {
    expect(lintPdf(good, expected)).toEqual([]);
    expect(lintPdf(layered, expected).map(({ rule }) => rule)).toEqual(['page-labels']);
  });

  test('writing a file again changes nothing that the conditions see', () => {
    expect(lintPdf(change(() => undefined)(good), expected)).toEqual([]);
  });

  test('every condition has a mutation', () => {
    expect(Object.keys(mutations).sort()).toEqual(conditions.map(({ rule }) => rule).sort());
  });

  const rows = Object.entries(mutations).flatMap(([rule, breaks]) =>
    breaks.map(([name, edit]) => ({ rule, name, edit })),
  );
  test.each(rows)('$rule: $name', ({ rule, edit }) => {
    expect(rulesOf(edit(good))).toContain(rule);
  });

  test('the browser’s own print has the faults that finishing cures', () => {
    const found = rulesOf(fixture('book'));
    expect(found).toEqual(
      expect.arrayContaining([
        'identifier',
        'metadata',
        'machine',
        'output-intent',
        'painted',
        'types',
        'lists',
        'link-contents',
        'to-unicode',
        'page-labels',
      ]),
    );
  });

  test('finishing does not hide what only the author can cure', () => {
    const found = rulesOf(
      finishPdf(fixture('missing'), { ...facts, pageLabels: [{ index: 0, style: 'D', start: 1 }] }),
    );
    expect(found).toEqual(['alternatives', 'headings', 'uri-schemes', 'glyphs']);
  });

  test('a file that cannot be read is a finding, not an exception', () => {
    for (const bytes of [
      new Uint8Array(),
      Buffer.from('%PDF-1.7\n'),
      good.subarray(0, good.length / 2),
      replace(/startxref\n\d+/u, 'startxref\n5')(good),
      toUnicode('1 beginbfchar <0001> /x endbfchar')(good),
    ]) {
      expect(lintPdf(bytes).map(({ rule }) => rule)).toEqual(['readable']);
    }
  });
});
