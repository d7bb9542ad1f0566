/** JSON as the large speech services write it. */
import {
  jsonAt,
  jsonLabel,
  jsonObjects,
  jsonSeconds,
  milli,
  speakerAt,
  textIn,
  turnsIfAny,
  type JsonService,
  type Utterance,
} from './fields.ts';
import type { JsonObject, JsonValue } from './scan.ts';

/** Amazon Transcribe. */
export const aws: JsonService = {
  id: 'amazon-transcribe',
  read: (root, file) => {
    const segments = jsonObjects(jsonAt(root, 'results', 'audio_segments'));
    if (segments.some((row) => row.has('transcript') && row.has('speaker_label'))) {
      const items = segments.map((row) => ({
        speaker: jsonLabel(row.get('speaker_label')),
        start: jsonSeconds(row.get('start_time')),
        text: textIn(row.get('transcript')),
      }));
      return turnsIfAny(items, file, false);
    }
    const items = jsonObjects(jsonAt(root, 'results', 'items'));
    if (
      !items.some(
        (row) => jsonAt(row, 'alternatives', 0, 'content') !== undefined && row.has('type'),
      )
    )
      return null;
    const spans = jsonObjects(jsonAt(root, 'results', 'speaker_labels', 'segments')).flatMap(
      (segment) => {
        const inner = jsonObjects(segment.get('items'));
        return (inner.length > 0 ? inner : [segment]).map((row) => ({
          start: jsonSeconds(row.get('start_time')) ?? 0,
          speaker: jsonLabel(row.get('speaker_label') ?? segment.get('speaker_label')),
        }));
      },
    );
    const who = speakerAt(spans);
    return turnsIfAny(
      items.map((row) => {
        const start = jsonSeconds(row.get('start_time'));
        const isPunctuation = jsonLabel(row.get('type')) === 'punctuation';
        return {
          speaker: jsonLabel(row.get('speaker_label')) ?? (isPunctuation ? null : who(start)),
          start,
          text: textIn(jsonAt(row, 'alternatives', 0, 'content')),
          isPunctuation,
        };
      }),
      file,
      true,
    );
  },
};

/** Amazon Transcribe Call Analytics. */
export const callAnalytics: JsonService = {
  id: 'amazon-call-analytics',
  read: (root, file) => {
    const list = jsonObjects(jsonAt(root, 'Transcript'));
    if (!list.some((row) => row.has('Content') && row.has('ParticipantRole'))) return null;
    return turnsIfAny(
      list.map((row) => ({
        speaker: jsonLabel(row.get('ParticipantRole')),
        start: milli(row.get('BeginOffsetMillis')),
        text: textIn(row.get('Content')),
      })),
      file,
      false,
    );
  },
};

/** Deepgram. */
export const deepgram: JsonService = {
  id: 'deepgram',
  read: (root, file) => {
    const utterances = jsonObjects(jsonAt(root, 'results', 'utterances'));
    if (utterances.some((row) => row.has('transcript'))) {
      return turnsIfAny(
        utterances.map((row) => ({
          speaker: jsonLabel(row.get('speaker') ?? row.get('channel')),
          start: jsonSeconds(row.get('start')),
          text: textIn(row.get('transcript')),
        })),
        file,
        false,
      );
    }
    const channels = jsonObjects(jsonAt(root, 'results', 'channels'));
    const best = channels.map((channel) => jsonAt(channel, 'alternatives', 0));
    if (
      !best.some(
        (one) => jsonAt(one, 'words') !== undefined || jsonAt(one, 'transcript') !== undefined,
      )
    )
      return null;
    const items = best.flatMap((one, i): readonly Utterance[] => {
      const list = jsonObjects(jsonAt(one, 'words'));
      const channel = channels.length > 1 ? `Channel ${i}` : null;
      const spoken = textIn(jsonAt(one, 'transcript'));
      const own = list.map((row) => ({
        speaker: jsonLabel(row.get('speaker')) ?? channel,
        start: jsonSeconds(row.get('start')),
        text: textIn(row.get('punctuated_word') ?? row.get('word')),
      }));
      const length = own.reduce((sum, { text }) => sum + 1 + (text?.text.length ?? 0), 0);
      return spoken !== null && length < 0.8 * spoken.text.length
        ? [{ speaker: channel, start: 0, text: spoken }]
        : own;
    });
    return turnsIfAny(
      items.toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0)),
      file,
      true,
    );
  },
};

/** Google Speech-to-Text. */
export const google: JsonService = {
  id: 'google-speech',
  read: (root, file) => {
    const list = jsonObjects(jsonAt(root, 'results') ?? jsonAt(root, 'response', 'results')).map(
      (row) => jsonAt(row, 'alternatives', 0),
    );
    if (
      !list.some(
        (one) =>
          jsonAt(one, 'transcript') !== undefined ||
          jsonObjects(jsonAt(one, 'words')).some((row) => row.has('word')),
      )
    )
      return null;
    const item = (row: JsonObject): Utterance => ({
      speaker: jsonLabel(
        row.get('speakerLabel') ?? row.get('speakerTag') ?? row.get('speaker_tag'),
      ),
      start: jsonSeconds(row.get('startTime') ?? row.get('startOffset') ?? row.get('start_time')),
      text: textIn(row.get('word')),
    });
    const last = jsonObjects(jsonAt(list.at(-1), 'words'));
    const tagged = last.some(
      (row) => row.has('speakerTag') || row.has('speakerLabel') || row.has('speaker_tag'),
    );
    if (tagged && list.length > 1 && jsonAt(list.at(-1), 'transcript') === undefined)
      return turnsIfAny(last.map(item), file, true);
    const all = list.flatMap((one) => jsonObjects(jsonAt(one, 'words')));
    const isTagged = all.some(
      (row) => jsonLabel(item(row).text) !== null && item(row).speaker !== null,
    );
    if (isTagged)
      return turnsIfAny(
        (tagged && last.length * 2 > all.length && list.length > 1 ? last : all).map(item),
        file,
        true,
      );
    return turnsIfAny(
      list.map((one) => ({
        speaker: null,
        start: jsonSeconds(jsonObjects(jsonAt(one, 'words'))[0]?.get('startTime')),
        text: textIn(jsonAt(one, 'transcript')),
      })),
      file,
      false,
    );
  },
};

/** IBM Watson Speech to Text. */
export const watson: JsonService = {
  id: 'ibm-watson',
  read: (root, file) => {
    const inner = jsonObjects(jsonAt(root, 'results'));
    const list = inner.flatMap((row) =>
      row.has('results') ? jsonObjects(row.get('results')) : [row],
    );
    const labels = [
      ...jsonObjects(jsonAt(root, 'speaker_labels')),
      ...inner.flatMap((row) => jsonObjects(row.get('speaker_labels'))),
    ];
    if (!list.some((row) => Array.isArray(jsonAt(row, 'alternatives', 0, 'timestamps'))))
      return null;
    const who = speakerAt(
      labels.map((row) => ({
        start: jsonSeconds(row.get('from')) ?? 0,
        speaker: jsonLabel(row.get('speaker')),
      })),
    );
    const stamps = list.flatMap(
      (row) =>
        (jsonAt(row, 'alternatives', 0, 'timestamps') as readonly JsonValue[] | undefined) ?? [],
    );
    return turnsIfAny(
      stamps.map((stamp) => {
        const start = jsonSeconds(jsonAt(stamp, 1));
        return {
          speaker: labels.length > 0 ? who(start) : null,
          start,
          text: textIn(jsonAt(stamp, 0)),
        };
      }),
      file,
      true,
    );
  },
};
