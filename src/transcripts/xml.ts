/**
 * XML that says who speaks: Akoma Ntoso, TEI (ParlaMint), TTML, and elements with a speaker among
 * their attributes.
 */
import {
  pieceOf,
  type TurnPiece,
  type ReadProblem,
  type ReadTurns,
  type TurnDraft,
} from './draft.ts';
import { voiceOf } from './layout/label.ts';
import type { Names } from './labels.ts';
import { textLines, ViewWriter } from './lines.ts';
import { parseMarkup } from '../markup.ts';
import { lastRowUpTo } from './pages.ts';
import { readTextTurns } from './text.ts';

interface OpenXmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly isTurn: boolean;
}

/** Elements that hold what one person says, and those inside them that are no speech. */
const TURN_ELEMENTS = new Set(
  'speech question answer speechGroup u sp turn p div utterance cue segment line q'.split(' '),
);
/** Elements that hold the speaker’s name beside the words. */
const SPOKEN = new Set('sp speech paragraphe intervention contribution'.split(' '));
const SPEAKER_ATTRIBUTES = new Set('from speaker name nom'.split(' '));
const ASIDES = new Set(
  'scene remark note desc kinesic vocal incident gap head heading num teiHeader meta references metadata title metadonnees uid id qualite'.split(
    ' ',
  ),
);
const PEOPLE = new Set('TLCPerson person agent'.split(' '));
const WHO = ['by', 'who', 'speaker', 'agent', 'ttm:agent', 'spk', 'name', 'speaker_name', 'as'];

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
const idOfReference = (ref: string): string =>
  ref
    .trim()
    .split(/\s+/u)[0]!
    .replace(/^[^#]*#/u, '');

/** Reads XML: Akoma Ntoso, TEI, TTML and what resembles them, by the names of its elements. */
export function readXmlTurns(text: string, names: Names): ReadTurns | ReadProblem {
  const people = xmlPeople(text);
  const turns: (TurnDraft & { readonly pieces: TurnPiece[] })[] = [];
  const stack: OpenXmlElement[] = [];
  const speakers: (string | null)[] = [];
  let [aside, label]: [number, string | null] = [0, null];
  let isNew = true;
  let root = '';
  const isWhole = parseMarkup(text, true, {
    open: (full, attributes) => {
      const name = local(full);
      root ||= name;
      const ref = WHO.map((key) => attributes[key]).find(
        (one) => one !== undefined && one.trim() !== '',
      );
      const isTurn = TURN_ELEMENTS.has(name) && ref !== undefined;
      stack.push({ name, attributes, isTurn });
      if (isTurn) speakers.push(people.get(idOfReference(ref)) ?? spelled(ref));
      else if (SPOKEN.has(name)) speakers.push(null);
      if (ASIDES.has(name)) aside++;
      if (SPEAKER_ATTRIBUTES.has(name) && speakers.length > 0) label = '';
      isNew = true;
    },
    close: (full) => {
      const element = stack.pop();
      if (!element) return;
      const name = local(full);
      if (ASIDES.has(name)) aside = Math.max(0, aside - 1);
      if (SPEAKER_ATTRIBUTES.has(name) && label !== null) {
        const known = speakers.at(-1);
        if (known === null && label.trim() !== '')
          speakers[speakers.length - 1] = label.replace(/[:.\s]+$/u, '').trim();
        label = null;
      }
      if (element.isTurn || SPOKEN.has(name)) speakers.pop();
      isNew = true;
    },
    text: (words, at) => {
      if (label !== null) label += words;
      if (label !== null || aside > 0 || words.trim() === '') return;
      const speaker = speakers.at(-1) ?? null;
      const last = turns.at(-1);
      const piece = pieceOf(
        { text: words, at },
        0,
        words.length,
        isNew ? '\n' : /^\s/u.test(words) ? ' ' : '',
      );
      const time = stack.findLast(
        ({ attributes }) => attributes['begin'] ?? attributes['start'],
      )?.attributes;
      if (last && last.speaker === speaker && (speaker !== null || !isNew)) last.pieces.push(piece);
      else
        turns.push({
          speaker,
          voice: voiceOf(speaker),
          doubt: speaker === null ? 'layout-unknown' : null,
          at: time?.['begin'] ?? time?.['start'] ?? null,
          pieces: [piece],
        });
      isNew = false;
    },
  });
  if (!isWhole) return { problem: 'its elements are nested too deep', place: undefined };
  if (turns.length === 0)
    return { problem: 'it has no words between its tags', place: { line: 1, column: 1 } };
  if (turns.some(({ speaker }) => speaker !== null)) return { turns, layout: `XML (${root})` };
  return labelled(turns, names, `XML (${root})`);
}

/** No element says who speaks: labels may stand before the words, as they do in text. */
function labelled(turns: readonly TurnDraft[], names: Names, called: string): ReadTurns {
  const writer = new ViewWriter();
  const times: { from: number; at: string }[] = [];
  for (const { pieces, at } of turns) {
    if (at !== null) times.push({ from: pieces[0]!.at, at });
    for (const [i, piece] of pieces.entries()) {
      if (i > 0) writer.add(piece.glue, piece.at);
      writer.add(piece.text, piece.at);
    }
    writer.add('\n', pieces.at(-1)!.at + pieces.at(-1)!.text.length);
  }
  const view = writer.view();
  const read = readTextTurns(view, textLines(view), () => 0, names);
  if (read.layout === 'unknown') return { turns, layout: `${called}, no speakers` };
  const timed = read.turns.map((turn) => ({
    ...turn,
    at: turn.at ?? (turn.pieces[0] ? (lastRowUpTo(times, turn.pieces[0].at)?.at ?? null) : null),
  }));
  return {
    ...read,
    turns: timed,
    times: [...times, ...(read.times ?? [])],
    layout: `${called}, ${read.layout}`,
  };
}

/** `#IdaMoen` as a name: capitals and underscores part words. */
function spelled(ref: string): string {
  if (!ref.startsWith('#') && /\s/u.test(ref.trim())) return ref.trim();
  return idOfReference(ref)
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})|[_.]+/gu, ' ')
    .trim();
}

/** Ids of people and their names, from lists of persons. */
function xmlPeople(text: string): ReadonlyMap<string, string> {
  const people = new Map<string, string>();
  if (!/<(?:[\w]+:)?(?:TLCPerson|person|agent)\b/u.test(text)) return people;
  let [id, name, depth]: [string | null, string, number] = [null, '', 0];
  let isDisplayed = false;
  parseMarkup(text, true, {
    open: (full, attributes) => {
      if (PEOPLE.has(local(full))) {
        id = attributes['eId'] ?? attributes['xml:id'] ?? attributes['id'] ?? null;
        name = attributes['showAs'] ?? '';
        isDisplayed = name !== '';
      }
      if (id !== null && /^(?:persName|name|forename|surname)$/u.test(local(full))) depth++;
    },
    text: (words) => {
      if (id !== null && depth > 0 && !isDisplayed) name += ` ${words}`;
    },
    close: (full) => {
      if (/^(?:persName|name|forename|surname)$/u.test(local(full))) depth = Math.max(0, depth - 1);
      if (!PEOPLE.has(local(full)) || id === null) return;
      const words = name.replaceAll(/\s+/gu, ' ').trim();
      if (words !== '') people.set(id, words);
      id = null;
    },
  });
  return people;
}
