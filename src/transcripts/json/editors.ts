/** Archives and editors: one row each. */
import {
  jsonAt,
  jsonLabel,
  milli,
  jsonObjects,
  jsonSeconds,
  speakerAt,
  textIn,
  turnsIfAny,
  type JsonService,
} from './fields.ts';

const oyez: JsonService = {
  id: 'oyez',
  read: (root, file) => {
    const sections = jsonObjects(
      jsonAt(root, 'transcript', 'sections') ?? jsonAt(root, 'sections'),
    );
    if (
      !sections.some((row) => jsonObjects(row.get('turns')).some((turn) => turn.has('text_blocks')))
    )
      return null;
    return turnsIfAny(
      sections.flatMap((section) =>
        jsonObjects(section.get('turns')).flatMap((turn) =>
          jsonObjects(turn.get('text_blocks')).map((block) => ({
            speaker: jsonLabel(turn.get('speaker')),
            start: jsonSeconds(block.get('start') ?? turn.get('start')),
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
    const base = jsonAt(root, 'retval') ?? root;
    const list = jsonObjects(jsonAt(base, 'words'));
    const spans = jsonObjects(jsonAt(base, 'segmentation', 'segments')).map((row) => ({
      start: jsonSeconds(row.get('start')) ?? 0,
      speaker: jsonLabel(row.get('speaker')),
    }));
    if (spans.length === 0 || !list.some((row) => row.has('punct') || row.has('word'))) return null;
    const who = speakerAt(spans);
    return turnsIfAny(
      list.map((row) => ({
        speaker: who(jsonSeconds(row.get('start'))),
        start: jsonSeconds(row.get('start')),
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
    const list = jsonObjects(jsonAt(root, 'text'));
    if (!list.some((row) => row.has('paragraph'))) return null;
    return turnsIfAny(
      list.flatMap((row) =>
        jsonObjects(row.get('paragraph')).flatMap((one) =>
          jsonObjects(one.get('line')).map((word) => ({
            speaker: jsonLabel(row.get('speaker')),
            start: jsonSeconds(word.get('startTime')),
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
    const [list, paragraphs] = [
      jsonObjects(jsonAt(root, 'words')),
      jsonObjects(jsonAt(root, 'paragraphs')),
    ];
    if (
      paragraphs.length === 0 ||
      !list.some((row) => row.has('text') && row.has('start')) ||
      !paragraphs.some((row) => row.has('start'))
    )
      return null;
    const who = speakerAt(
      paragraphs.map((row) => ({
        start: jsonSeconds(row.get('start')) ?? 0,
        speaker: jsonLabel(row.get('speaker')),
      })),
    );
    return turnsIfAny(
      list.map((row) => ({
        speaker: who(jsonSeconds(row.get('start'))),
        start: jsonSeconds(row.get('start')),
        text: textIn(row.get('text')),
      })),
      file,
      true,
    );
  },
};

const draftJs: JsonService = {
  id: 'draft-js',
  read: (root, file) => {
    const list = jsonObjects(jsonAt(root, 'blocks'));
    if (!list.some((row) => jsonAt(row, 'data', 'speaker') !== undefined)) return null;
    return turnsIfAny(
      list.map((row) => ({
        speaker: jsonLabel(jsonAt(row, 'data', 'speaker')),
        start: jsonSeconds(jsonAt(row, 'data', 'start')),
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
    const list = jsonObjects(jsonAt(root, 'events'));
    if (!list.some((row) => jsonObjects(row.get('segs')).some((one) => one.has('utf8'))))
      return null;
    return turnsIfAny(
      list.flatMap((row) =>
        jsonObjects(row.get('segs')).map((one) => ({
          speaker: null,
          start: milli(row.get('tStartMs')),
          text: textIn(one.get('utf8')),
        })),
      ),
      file,
      true,
    );
  },
};

const gong: JsonService = {
  id: 'gong',
  read: (root, file) => {
    const list = jsonObjects(
      jsonAt(root, 'callTranscripts', 0, 'transcript') ?? jsonAt(root, 'transcript'),
    );
    if (!list.some((row) => row.has('speakerId') && row.has('sentences'))) return null;
    const people = new Map(
      jsonObjects(jsonAt(root, 'parties')).map((row) => [
        jsonLabel(row.get('speakerId')),
        jsonLabel(row.get('name')),
      ]),
    );
    return turnsIfAny(
      list.flatMap((row) =>
        jsonObjects(row.get('sentences')).map((one) => ({
          speaker: people.get(jsonLabel(row.get('speakerId'))) ?? jsonLabel(row.get('speakerId')),
          start: milli(one.get('start')),
          text: textIn(one.get('text')),
        })),
      ),
      file,
      false,
    );
  },
};

/** Files of editors and of services that keep an editor's form. */
export const JSON_EDITORS: readonly JsonService[] = [
  oyez,
  kaldi,
  autoEdit,
  paperEdit,
  draftJs,
  youtube,
  gong,
];
