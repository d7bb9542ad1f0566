/**
 * A name set beside the words: markup, an attribution line, a label before them, brackets after
 * them.
 */
import type { Cast } from '../../names/cast.ts';
import { matchLabel } from '../../names/match.ts';
import { isSignature } from '../runs/blocks.ts';
import type { Subject } from './ground.ts';
import type { SpeakerView } from './speaker-view.ts';

/** The markup names the speaker. */
export function byMarkup({ run }: SpeakerView, cast: Cast): Subject | null {
  const by = run.markup?.by?.trim();
  return by ? labelledSubject(by, cast) : null;
}

/** A label as a subject: a participant, by id or by name, or the words as they stand. */
function labelledSubject(label: string, cast: Cast): Subject {
  const who = cast.participants.find(({ id }) => id === label) ?? matchLabel(label, cast);
  return who ? { sort: 'cast', who, start: 0 } : { sort: 'name', words: label, start: 0 };
}

/** Longest attribution line, in characters. */
const LINE = 140;

const DASHED_CREDIT = /^\s*(?:[—–―]{1,2}|--?)\s*(\p{L}(?:[^“”„"«»:;!?—]|:(?=\d)){1,100}?)[\s.]*$/u;

/** “— Name” at the end of the block, or as the line after it. */
export function byLine({ last, end, run, below }: SpeakerView, cast: Cast): Subject | null {
  const isBlock = run.style === 'block';
  const rest = last.text.slice(end, end + LINE);
  const cited = isBlock && isSignature(rest) ? rest.trim() : undefined;
  const line = DASHED_CREDIT.exec(rest)?.[1] ?? cited;
  if (line && rest.length < LINE) return dashedName(line, cast, isBlock);
  if (/[\p{L}\p{N}]/u.test(rest) || !below || below.block.text.length > LINE) return null;
  const sure = isBlock && below.block.group !== null && below.block.group === last.block.group;
  const under =
    DASHED_CREDIT.exec(below.block.text)?.[1] ??
    (sure && isSignature(below.block.text) ? below.block.text : undefined);
  const subject = under ? dashedName(under, cast, sure) : null;
  return sure || subject?.sort === 'cast' ? subject : null;
}

function dashedName(line: string, cast: Cast, sure: boolean): Subject | null {
  const who = matchLabel(line, cast) ?? matchLabel(line.split(/[,(]/u)[0]!, cast);
  if (who) return { sort: 'cast', who, start: 0 };
  const name = line.split(/[,(]/u)[0]!.trim();
  return sure || name.split(' ').every((word) => /^\p{Lu}/u.test(word))
    ? { sort: 'name', words: name, start: 0 }
    : null;
}

/** “THE COURT”, “MR. JONES”: how transcripts label. */
const CAPITALS = /^\s*\p{Lu}+\.?(?:\s\p{Lu}[\p{Lu}.’'-]*)+\s*$/u;

/** “Name: “…”” as a list item, a cell, or a line of its own; the cell before may hold the name. */
export function byLabel({ ground, start, opens, above }: SpeakerView, cast: Cast): Subject | null {
  const label = /^[\s*•–-]*([^:.!?\n]{1,60})[:：]\s*$/u.exec(
    start <= 70 ? ground.text.slice(0, start) : '',
  )?.[1];
  const who = label === undefined ? null : matchLabel(label, cast);
  if (who) return { sort: 'cast', who, start: 0 };
  if (label && CAPITALS.test(label)) return { sort: 'name', words: label.trim(), start: 0 };
  const cell =
    ground.block.type === 'cell' && opens && above?.block.type === 'cell'
      ? matchLabel(above.text, cast)
      : null;
  return cell ? { sort: 'cast', who: cell, start: 0 } : null;
}

/** Brackets after the closing mark name the speaker. */
export function byBracket({ last, end }: SpeakerView, cast: Cast): Subject | null {
  const inside = /^\s*[.,;]?\s*[([]([^()[\]]{2,60})[)\]]/u.exec(
    last.text.slice(end, end + 80),
  )?.[1];
  const who =
    inside === undefined
      ? null
      : (matchLabel(inside, cast) ?? matchLabel(inside.split(',')[0]!, cast));
  return who ? { sort: 'cast', who, start: end } : null;
}
