/** Captions: WebVTT (https://www.w3.org/TR/webvtt1/) and SubRip. Consecutive cues of one speaker are one turn. */
import type { Draft, Line, Piece, Read, Reader } from './draft.ts';
import { linesOf } from './draft.ts';
import { headOf, isLabel } from './head.ts';
import type { Names } from './labels.ts';

export const webvtt: Reader = {
  id: 'webvtt',
  endings: ['vtt', 'webvtt'],
  sniff: (text) => /^\s*WEBVTT(?:[ \t\r\n]|$)/u.test(text),
  read: (text, names) =>
    /^\s*WEBVTT(?:[ \t\r\n]|$)/u.test(text)
      ? read(text, names)
      : { problem: 'its first line is not WEBVTT', place: { line: 1, column: 1 } },
};

export const srt: Reader = {
  id: 'srt',
  endings: ['srt'],
  sniff: (text) => /^\s*\d+[ \t]*\r?\n\d{1,3}:\d{2}:\d{2}[,.]\d{1,3}[ \t]*-->/u.test(text),
  read,
};

const TIMING = /^\s*((?:\d{1,4}:)?\d{1,2}:\d{2}[.,]\d{1,3})\s*-->\s*(?:\d{1,4}:)?\d{1,2}:\d{2}[.,]\d{1,3}/u;

interface Cue {
  readonly at: string;
  readonly lines: readonly Line[];
}

function read(text: string, names: Names): Read {
  const cues = cuesIn(linesOf(text));
  if (cues.length === 0 && text.includes('-->')) return { problem: 'no cue has a time that can be read', place: undefined };
  const turns: { speaker: string | null; at: string; pieces: Piece[] }[] = [];
  const voiced = cues.some(({ lines }) => lines.some((line) => /<v[.\s]/u.test(line.text)));
  for (const { at, lines } of cues) {
    let speaker = voiced ? null : (turns.at(-1)?.speaker ?? null);
    for (const line of lines) {
      for (const part of partsOf(line, names)) {
        if (part.speaker !== undefined) speaker = part.speaker;
        const last = turns.at(-1);
        const open = last && last.speaker === speaker ? last : { speaker, at, pieces: [] };
        if (open !== last) turns.push(open);
        open.pieces.push(...part.pieces);
      }
    }
  }
  const times = cues.flatMap(({ at, lines }) => lines.slice(0, 1).map((line) => ({ from: line.at, at })));
  return { turns: turns satisfies Draft[], times };
}

/** Payload lines after each timing line, up to the next blank line; NOTE, STYLE and REGION blocks have no timing. */
function cuesIn(lines: readonly Line[]): readonly Cue[] {
  const cues: { at: string; lines: Line[] }[] = [];
  let open: { at: string; lines: Line[] } | null = null;
  for (const line of lines) {
    const timing = TIMING.exec(line.text);
    if (timing) cues.push((open = { at: timing[1]!, lines: [] }));
    else if (line.text.trim() === '') open = null;
    else open?.lines.push(line);
  }
  return cues;
}

interface Part {
  /** Undefined: whoever spoke before. */
  readonly speaker: string | undefined;
  readonly pieces: readonly Piece[];
}

const VOICE = /<v(?:\.[^\s<>]{0,80})?\s{1,8}([^<>]{1,200})>/gu;

/** Words of one payload line by voice: `<v Name>`, else `NAME:` at its start. */
function partsOf(line: Line, names: Names): readonly Part[] {
  const voices = [...line.text.matchAll(VOICE)];
  if (voices.length === 0) {
    const head = headOf(line.text.replace(/^\s*(?:<[^>]*>)*/u, (tags) => ' '.repeat(tags.length)));
    const named = head && isLabel(head, names, 1) ? head : null;
    return [{ speaker: named?.label, pieces: wordsOf(line, named?.end ?? 0, line.text.length) }];
  }
  const first = voices[0]!.index;
  const before: readonly Part[] = line.text.slice(0, first).trim() === '' ? [] : [{ speaker: undefined, pieces: wordsOf(line, 0, first) }];
  return [
    ...before,
    ...voices.map((voice, i) => ({
      speaker: decoded(voice[1]!).trim(),
      pieces: wordsOf(line, voice.index + voice[0].length, voices[i + 1]?.index ?? line.text.length),
    })),
  ];
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': '\u00a0',
  '&lrm;': '\u200e',
  '&rlm;': '\u200f',
};

const decoded = (text: string): string => text.replaceAll(/&[a-z]+;/gu, (entity) => ENTITIES[entity] ?? entity);

/** Runs between tags and character references, each with its place. */
function wordsOf(line: Line, from: number, to: number): readonly Piece[] {
  const text = line.text.slice(from, to);
  const pieces: Piece[] = [];
  let at = 0;
  const add = (words: string, offset: number): void => {
    if (words !== '') pieces.push({ text: words, at: line.at + from + offset, glue: pieces.length === 0 ? '\n' : '' });
  };
  for (const { 0: mark, index } of text.matchAll(/<[^<>]{0,200}>|\{\\[^{}]{0,40}\}|&[a-z]{2,4};/gu)) {
    add(text.slice(at, index), at);
    if (mark.startsWith('&')) add(decoded(mark), index);
    at = index + mark.length;
  }
  add(text.slice(at), at);
  return pieces;
}
