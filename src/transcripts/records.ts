/**
 * Records of `key: value` lines, as YAML and forms write them: a key for the speaker, a key for the
 * words.
 */
import { pieceOf, type TurnPiece, type ReadTurns, type TurnDraft } from './draft.ts';
import { voiceOf } from './layout/label.ts';
import { textLines, plainView } from './lines.ts';

const RECORD_KEY =
  /^(\s*(?:-\s+)?)"?(speaker|speaker_name|name|who|from|author|text|words|content|speech|message|transcript|utterance|start|time|at|timestamp|end)"?\s*[:=]\s*(.*)$/iu;
const SPEAKER_KEY = /^(?:speaker|speaker_name|name|who|from|author)$/iu;
const TEXT_KEY = /^(?:text|words|content|speech|message|transcript|utterance)$/iu;

/** Speaker and words in turn, in nearly all lines. */
export function isRecords(text: string): boolean {
  const keys = text
    .slice(0, 20_000)
    .split(/\r?\n/u)
    .flatMap((line) => RECORD_KEY.exec(line.slice(0, 60))?.[2] ?? []);
  const [speakers, words] = [
    keys.filter((key) => SPEAKER_KEY.test(key)).length,
    keys.filter((key) => TEXT_KEY.test(key)).length,
  ];
  return speakers > 1 && Math.abs(speakers - words) <= 1;
}

/** Reads records of lines such as `speaker:` and `text:`. */
export function readRecordLines(text: string): ReadTurns {
  const turns: TurnDraft[] = [];
  let [speaker, at]: [string | null, string | null] = [null, null];
  let open: TurnPiece[] | null = null;
  for (const line of textLines(plainView(text))) {
    const found = RECORD_KEY.exec(line.text.slice(0, 2000));
    if (line.text.trim() === '' || /^\s*[-{}[\]]+,?\s*$/u.test(line.text)) continue;
    if (!found) {
      open?.push(pieceOf(line));
      continue;
    }
    const [, , key, value] = found;
    const bare = value!
      .replace(/,\s*$/u, '')
      .replaceAll(/^["'|>]+-?|["']$/gu, '')
      .trim();
    open = null;
    if (SPEAKER_KEY.test(key!)) speaker = bare || null;
    else if (!TEXT_KEY.test(key!)) at = /^end$/iu.test(key!) ? at : bare || null;
    else {
      const from =
        line.text.length -
        line.text
          .slice(line.text.search(/[:=]/u) + 1)
          .trimStart()
          .replace(/^["']/u, '').length;
      const end = /["'],?\s*$/u.test(line.text)
        ? line.text.search(/["'],?\s*$/u)
        : line.text.length;
      const first = pieceOf(line, Math.min(from, end), end);
      open = /^[|>]-?$/u.test(first.text) || first.text === '' ? [] : [first];
      turns.push({ speaker, voice: voiceOf(speaker), at, pieces: open });
      [speaker, at] = [null, null];
    }
  }
  return {
    turns: turns.filter(({ pieces }) => pieces.length > 0),
    layout: 'records of speaker and words',
  };
}
