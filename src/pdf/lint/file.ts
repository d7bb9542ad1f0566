/** The file as such (ISO 19005-3, 6.1). */
import { bufferOf } from '../lexer.ts';
import { filtersOf } from '../filters.ts';
import { arrayAt, isDict, isStream, isString, stringAt, type Obj } from '../model.ts';
import { eachValue, type Condition, type Fault, type LintView } from './lint-view.ts';

const fault = (says: string, object?: number): Fault =>
  object === undefined ? { says } : { says, object };

function headerFaults({ pdf }: LintView): readonly Fault[] {
  const bytes = bufferOf(pdf.bytes);
  const first = /^%PDF-1\.[0-7](?:\r\n?|\n)%/u.exec(bytes.toString('latin1', 0, 12));
  if (!first) return [fault('the file does not begin with a version and a comment')];
  const comment = bytes.subarray(first[0].length, first[0].length + 4);
  return comment.length === 4 && comment.every((byte) => byte > 127)
    ? []
    : [fault('the comment after the version does not say that the file is binary')];
}

function end({ pdf }: LintView): readonly Fault[] {
  return /%%EOF(?:\r\n|\r|\n)?$/u.test(bufferOf(pdf.bytes).toString('latin1', pdf.bytes.length - 8))
    ? []
    : [fault('data stands behind the end mark')];
}

function identifier({ pdf }: LintView): readonly Fault[] {
  const parts = arrayAt(pdf, pdf.trailer, 'ID') ?? [];
  const fit = parts.length === 2 && parts.every((part) => isString(part) && part.bytes.length > 0);
  return [
    ...(fit ? [] : [fault('the trailer has no file identifier')]),
    ...(pdf.trailer.has('Encrypt') ? [fault('the file is encrypted')] : []),
  ];
}

/**
 * The length itself is proved by reading: a stream that is not as long as it says cannot be opened.
 */
function streams({ pdf }: LintView): readonly Fault[] {
  return pdf.ids().flatMap((id) => {
    const found = pdf.get(id);
    if (!isStream(found)) return [];
    return [
      ...(filtersOf(pdf, found.dict).some((filter) => filter === 'LZWDecode' || filter === 'Crypt')
        ? [fault('a stream uses a forbidden filter', id)]
        : []),
      ...(found.dict.has('F') || found.dict.has('FFilter') || found.dict.has('FDecodeParms')
        ? [fault('a stream’s data lies in another file', id)]
        : []),
    ];
  });
}

const MAX_STRING = 32_767;
const MAX_NAME = 127;
const MAX_SAVED = 28;
const LARGEST_INTEGER = 2_147_483_647;

function limitFaults({ pdf, surveys }: LintView): readonly Fault[] {
  const faults: Fault[] = [];
  eachValue(pdf, (value, id) => {
    for (const says of limitsPassed(value)) faults.push(fault(says, id));
  });
  for (const { layer, saved } of surveys)
    if (saved > MAX_SAVED)
      faults.push(fault(`graphics states are nested deeper than ${MAX_SAVED}`, layer.id));
  return faults;
}

function languageFaults(view: LintView): readonly Fault[] {
  const lang = stringAt(view.pdf, view.catalog, 'Lang') ?? '';
  const faults = LANGUAGE.test(lang) ? [] : [fault(`“${lang}” is not a language tag`)];
  if (view.expected.lang !== undefined && view.expected.lang !== lang)
    faults.push(fault(`the document’s language is “${lang}”, not “${view.expected.lang}”`));
  for (const { dict, id } of view.elements) {
    const own = stringAt(view.pdf, dict, 'Lang');
    if (own !== null && own !== '' && !LANGUAGE.test(own))
      faults.push(fault(`“${own}” is not a language tag`, id));
  }
  return faults;
}

/** BCP 47 (RFC 5646, 2.1): a language or a private tag, then subtags. */
const LANGUAGE = /^(?:[a-z]{2,8}|x|i)(?:-[a-z0-9]{1,8})*$/iu;

/** Conditions on the file as a whole. */
export const fileConditions: readonly Condition[] = [
  { rule: 'header', clause: 'PDF/A 6.1.2', check: headerFaults },
  { rule: 'end', clause: 'PDF/A 6.1.3', check: end },
  { rule: 'identifier', clause: 'PDF/A 6.1.3', check: identifier },
  { rule: 'streams', clause: 'PDF/A 6.1.7', check: streams },
  { rule: 'limits', clause: 'PDF/A 6.1.13', check: limitFaults },
  { rule: 'language', clause: 'PDF/UA 7.2', check: languageFaults },
];

/** Limits of an implementation that one value goes beyond (ISO 19005-1, 6.1.12). */
function limitsPassed(value: Obj): readonly string[] {
  const names = isDict(value) ? [...value.keys()] : typeof value === 'string' ? [value] : [];
  const isLong = isString(value) && value.bytes.length > MAX_STRING;
  const isLarge = typeof value === 'number' && Math.abs(value) > LARGEST_INTEGER;
  return [
    ...(names.some(({ length }) => length > MAX_NAME)
      ? [`a name is longer than ${MAX_NAME} bytes`]
      : []),
    ...(isLong ? [`a string is longer than ${MAX_STRING} bytes`] : []),
    ...(isLarge ? ['a number is out of range'] : []),
  ];
}
