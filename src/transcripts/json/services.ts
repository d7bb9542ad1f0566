/**
 * One row a service: where its JSON keeps words, speakers and times. Documentation of each as of
 * 2025; see its row.
 */
import { JSON_AZURE } from './azure.ts';
import { JSON_EDITORS } from './editors.ts';
import {
  jsonAt,
  jsonLabel,
  jsonObjects,
  jsonSeconds,
  speakerAt,
  textIn,
  turnsIfAny,
  type JsonService,
} from './fields.ts';
import { aws, callAnalytics, deepgram, google, watson } from './cloud.ts';

const rev: JsonService = {
  id: 'rev',
  read: (root, file) => {
    const list = jsonObjects(jsonAt(root, 'monologues'));
    if (!list.some((row) => row.has('elements'))) return null;
    const names = new Map(
      jsonObjects(jsonAt(root, 'speakers')).map((row) => [
        row.get('id'),
        jsonLabel(row.get('name')),
      ]),
    );
    return turnsIfAny(
      list.flatMap((row) => {
        const speaker =
          jsonLabel(row.get('speaker_name')) ??
          jsonLabel(jsonAt(row, 'speaker_info', 'display_name')) ??
          names.get(row.get('speaker')) ??
          jsonLabel(row.get('speaker'));
        return jsonObjects(row.get('elements')).map((one) => ({
          speaker,
          start: jsonSeconds(one.get('ts')),
          text: textIn(one.get('value')),
          isPunctuation: jsonLabel(one.get('type')) === 'punct',
        }));
      }),
      file,
      true,
    );
  },
};

const speechmatics: JsonService = {
  id: 'speechmatics',
  read: (root, file) => {
    const list = jsonObjects(jsonAt(root, 'results'));
    if (
      list.some(
        (row) =>
          jsonAt(row, 'alternatives', 0, 'content') !== undefined &&
          row.has('start_time') &&
          !row.has('transcript'),
      )
    ) {
      return turnsIfAny(
        list.map((row) => ({
          speaker: namedChannel(
            jsonLabel(jsonAt(row, 'alternatives', 0, 'speaker') ?? row.get('channel')),
          ),
          start: jsonSeconds(row.get('start_time')),
          text: textIn(jsonAt(row, 'alternatives', 0, 'content')),
          isPunctuation: jsonLabel(row.get('type')) === 'punctuation',
        })),
        file,
        true,
      );
    }
    const old = jsonObjects(jsonAt(root, 'words'));
    const spans = jsonObjects(jsonAt(root, 'speakers')).map((row) => ({
      start: jsonSeconds(row.get('time')) ?? 0,
      speaker: jsonLabel(row.get('name')),
    }));
    if (spans.length === 0 || !old.some((row) => row.has('name') && row.has('time'))) return null;
    const who = speakerAt(spans);
    return turnsIfAny(
      old.map((row) => ({
        speaker: who(jsonSeconds(row.get('time'))),
        start: jsonSeconds(row.get('time')),
        text: textIn(row.get('name')),
        isPunctuation: /^[.,?!;:]$/u.test(textIn(row.get('name'))?.text ?? ''),
      })),
      file,
      true,
    );
  },
};

/** “UU” is Speechmatics’ word for an unknown speaker. */
const namedChannel = (label: string | null): string | null => (label === 'UU' ? null : label);

const gladia: JsonService = {
  id: 'gladia',
  read: (root, file) => {
    const list = jsonObjects(
      jsonAt(root, 'result', 'transcription', 'utterances') ??
        jsonAt(root, 'transcription', 'utterances'),
    );
    if (!list.some((row) => row.has('text'))) return null;
    return turnsIfAny(
      list.map((row) => ({
        speaker: jsonLabel(row.get('speaker')),
        start: jsonSeconds(row.get('start')),
        text: textIn(row.get('text')),
      })),
      file,
      false,
    );
  },
};

const amberscript: JsonService = {
  id: 'amberscript',
  read: (root, file) => {
    const list = jsonObjects(jsonAt(root, 'segments'));
    if (
      !list.some((row) =>
        jsonObjects(row.get('words')).some((word) => word.has('text') && !row.has('text')),
      )
    )
      return null;
    const people = new Map(
      jsonObjects(jsonAt(root, 'speakers')).map((row) => [
        jsonLabel(row.get('spkid')),
        jsonLabel(row.get('name')),
      ]),
    );
    return turnsIfAny(
      list.flatMap((row) => {
        const label = jsonLabel(row.get('speaker'));
        return jsonObjects(row.get('words')).map((word) => ({
          speaker: people.get(label) ?? label,
          start: jsonSeconds(word.get('start')),
          text: textIn(word.get('text')),
          isPunctuation: /^[.,?!;:]$/u.test(textIn(word.get('text'))?.text ?? ''),
        }));
      }),
      file,
      true,
    );
  },
};

/** WhisperX may give speakers to words only. */
const whisperx: JsonService = {
  id: 'whisperx',
  read: (root, file) => {
    const list = jsonObjects(jsonAt(root, 'segments'));
    if (
      !list.some((row) =>
        jsonObjects(row.get('words')).some((word) => word.has('word') && word.has('speaker')),
      )
    )
      return null;
    return turnsIfAny(
      list.flatMap((row) => {
        const own = jsonObjects(row.get('words'));
        const length = own.reduce(
          (sum, word) => sum + (textIn(word.get('word'))?.text.length ?? 0),
          0,
        );
        const differs =
          new Set(own.map((word) => jsonLabel(word.get('speaker') ?? row.get('speaker')))).size > 1;
        if (!differs || length * 2 < (textIn(row.get('text'))?.text.length ?? 0)) {
          return [
            {
              speaker: jsonLabel(row.get('speaker') ?? own[0]?.get('speaker')),
              start: jsonSeconds(row.get('start')),
              text: textIn(row.get('text')),
            },
          ];
        }
        return own.map((word) => ({
          speaker: jsonLabel(word.get('speaker') ?? row.get('speaker')),
          start: jsonSeconds(word.get('start') ?? row.get('start')),
          text: textIn(word.get('word')),
        }));
      }),
      file,
      true,
    );
  },
};

/** In the order in which they are tried: those with a form of their own first. */
export const JSON_SERVICES: readonly JsonService[] = [
  aws,
  callAnalytics,
  deepgram,
  ...JSON_AZURE,
  rev,
  watson,
  speechmatics,
  google,
  ...JSON_EDITORS,
  gladia,
  whisperx,
  amberscript,
];
