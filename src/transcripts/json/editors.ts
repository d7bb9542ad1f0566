/** Archives and editors: one row each. */
import { at, labelOf, milli, rowsIn, secondsOf, speakerAt, textIn, turnsIfAny, type JsonService } from './words.ts';

const oyez: JsonService = {
  id: 'oyez',
  read: (root, file) => {
    const sections = rowsIn(at(root, 'transcript', 'sections') ?? at(root, 'sections'));
    if (!sections.some((row) => rowsIn(row.get('turns')).some((turn) => turn.has('text_blocks')))) return null;
    return turnsIfAny(
      sections.flatMap((section) =>
        rowsIn(section.get('turns')).flatMap((turn) =>
          rowsIn(turn.get('text_blocks')).map((block) => ({
            speaker: labelOf(turn.get('speaker')),
            start: secondsOf(block.get('start') ?? turn.get('start')),
            text: textIn(block.get('text')),
          })),
        ),
      ),
      file,
      false,
    );
  },
};

const kaldi: JsonService = {
  id: 'kaldi',
  read: (root, file) => {
    const base = at(root, 'retval') ?? root;
    const list = rowsIn(at(base, 'words'));
    const spans = rowsIn(at(base, 'segmentation', 'segments')).map((row) => ({
      start: secondsOf(row.get('start')) ?? 0,
      speaker: labelOf(row.get('speaker')),
    }));
    if (spans.length === 0 || !list.some((row) => row.has('punct') || row.has('word'))) return null;
    const who = speakerAt(spans);
    return turnsIfAny(
      list.map((row) => ({
        speaker: who(secondsOf(row.get('start'))),
        start: secondsOf(row.get('start')),
        text: textIn(row.get('punct') ?? row.get('word')),
      })),
      file,
      true,
    );
  },
};

const autoEdit: JsonService = {
  id: 'autoedit',
  read: (root, file) => {
    const list = rowsIn(at(root, 'text'));
    if (!list.some((row) => row.has('paragraph'))) return null;
    return turnsIfAny(
      list.flatMap((row) =>
        rowsIn(row.get('paragraph')).flatMap((one) =>
          rowsIn(one.get('line')).map((word) => ({
            speaker: labelOf(row.get('speaker')),
            start: secondsOf(word.get('startTime')),
            text: textIn(word.get('text')),
          })),
        ),
      ),
      file,
      true,
    );
  },
};

const paperEdit: JsonService = {
  id: 'digital-paper-edit',
  read: (root, file) => {
    const [list, paragraphs] = [rowsIn(at(root, 'words')), rowsIn(at(root, 'paragraphs'))];
    if (paragraphs.length === 0 || !list.some((row) => row.has('text') && row.has('start')) || !paragraphs.some((row) => row.has('start')))
      return null;
    const who = speakerAt(paragraphs.map((row) => ({ start: secondsOf(row.get('start')) ?? 0, speaker: labelOf(row.get('speaker')) })));
    return turnsIfAny(
      list.map((row) => ({ speaker: who(secondsOf(row.get('start'))), start: secondsOf(row.get('start')), text: textIn(row.get('text')) })),
      file,
      true,
    );
  },
};

const draftJs: JsonService = {
  id: 'draft-js',
  read: (root, file) => {
    const list = rowsIn(at(root, 'blocks'));
    if (!list.some((row) => at(row, 'data', 'speaker') !== undefined)) return null;
    return turnsIfAny(
      list.map((row) => ({
        speaker: labelOf(at(row, 'data', 'speaker')),
        start: secondsOf(at(row, 'data', 'start')),
        text: textIn(row.get('text')),
      })),
      file,
      false,
    );
  },
};

const youtube: JsonService = {
  id: 'youtube',
  read: (root, file) => {
    const list = rowsIn(at(root, 'events'));
    if (!list.some((row) => rowsIn(row.get('segs')).some((one) => one.has('utf8')))) return null;
    return turnsIfAny(
      list.flatMap((row) =>
        rowsIn(row.get('segs')).map((one) => ({ speaker: null, start: milli(row.get('tStartMs')), text: textIn(one.get('utf8')) })),
      ),
      file,
      true,
    );
  },
};

const gong: JsonService = {
  id: 'gong',
  read: (root, file) => {
    const list = rowsIn(at(root, 'callTranscripts', 0, 'transcript') ?? at(root, 'transcript'));
    if (!list.some((row) => row.has('speakerId') && row.has('sentences'))) return null;
    const people = new Map(rowsIn(at(root, 'parties')).map((row) => [labelOf(row.get('speakerId')), labelOf(row.get('name'))]));
    return turnsIfAny(
      list.flatMap((row) =>
        rowsIn(row.get('sentences')).map((one) => ({
          speaker: people.get(labelOf(row.get('speakerId'))) ?? labelOf(row.get('speakerId')),
          start: milli(one.get('start')),
          text: textIn(one.get('text')),
        })),
      ),
      file,
      false,
    );
  },
};

export const JSON_EDITORS: readonly JsonService[] = [oyez, kaldi, autoEdit, paperEdit, draftJs, youtube, gong];
