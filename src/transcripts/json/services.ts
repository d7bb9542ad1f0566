/** One row a service: where its JSON keeps words, speakers and times. Documentation of each as of 2025; see its row. */
import { JSON_AZURE } from './azure.ts';
import { JSON_EDITORS } from './editors.ts';
import type { JsonObject, JsonValue } from './scan.ts';
import { at, labelOf, milli, rowsIn, secondsOf, speakerAt, textIn, turnsIfAny, type JsonService, type Utterance } from './words.ts';

const aws: JsonService = {
  id: 'amazon-transcribe',
  read: (root, file) => {
    const segments = rowsIn(at(root, 'results', 'audio_segments'));
    if (segments.some((row) => row.has('transcript') && row.has('speaker_label'))) {
      const items = segments.map((row) => ({
        speaker: labelOf(row.get('speaker_label')),
        start: secondsOf(row.get('start_time')),
        text: textIn(row.get('transcript')),
      }));
      return turnsIfAny(items, file, false);
    }
    const items = rowsIn(at(root, 'results', 'items'));
    if (!items.some((row) => at(row, 'alternatives', 0, 'content') !== undefined && row.has('type'))) return null;
    const spans = rowsIn(at(root, 'results', 'speaker_labels', 'segments')).flatMap((segment) => {
      const inner = rowsIn(segment.get('items'));
      return (inner.length > 0 ? inner : [segment]).map((row) => ({
        start: secondsOf(row.get('start_time')) ?? 0,
        speaker: labelOf(row.get('speaker_label') ?? segment.get('speaker_label')),
      }));
    });
    const who = speakerAt(spans);
    return turnsIfAny(
      items.map((row) => {
        const start = secondsOf(row.get('start_time'));
        const isPunctuation = labelOf(row.get('type')) === 'punctuation';
        return {
          speaker: labelOf(row.get('speaker_label')) ?? (isPunctuation ? null : who(start)),
          start,
          text: textIn(at(row, 'alternatives', 0, 'content')),
          isPunctuation,
        };
      }),
      file,
      true,
    );
  },
};

const callAnalytics: JsonService = {
  id: 'amazon-call-analytics',
  read: (root, file) => {
    const list = rowsIn(at(root, 'Transcript'));
    if (!list.some((row) => row.has('Content') && row.has('ParticipantRole'))) return null;
    return turnsIfAny(
      list.map((row) => ({
        speaker: labelOf(row.get('ParticipantRole')),
        start: milli(row.get('BeginOffsetMillis')),
        text: textIn(row.get('Content')),
      })),
      file,
      false,
    );
  },
};

const deepgram: JsonService = {
  id: 'deepgram',
  read: (root, file) => {
    const utterances = rowsIn(at(root, 'results', 'utterances'));
    if (utterances.some((row) => row.has('transcript'))) {
      return turnsIfAny(
        utterances.map((row) => ({
          speaker: labelOf(row.get('speaker') ?? row.get('channel')),
          start: secondsOf(row.get('start')),
          text: textIn(row.get('transcript')),
        })),
        file,
        false,
      );
    }
    const channels = rowsIn(at(root, 'results', 'channels'));
    const best = channels.map((channel) => at(channel, 'alternatives', 0));
    if (!best.some((one) => at(one, 'words') !== undefined || at(one, 'transcript') !== undefined)) return null;
    const items = best.flatMap((one, i): readonly Utterance[] => {
      const list = rowsIn(at(one, 'words'));
      const channel = channels.length > 1 ? `Channel ${i}` : null;
      const spoken = textIn(at(one, 'transcript'));
      const own = list.map((row) => ({
        speaker: labelOf(row.get('speaker')) ?? channel,
        start: secondsOf(row.get('start')),
        text: textIn(row.get('punctuated_word') ?? row.get('word')),
      }));
      const length = own.reduce((sum, { text }) => sum + 1 + (text?.text.length ?? 0), 0);
      return spoken !== null && length < 0.8 * spoken.text.length ? [{ speaker: channel, start: 0, text: spoken }] : own;
    });
    return turnsIfAny(
      items.toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0)),
      file,
      true,
    );
  },
};

const google: JsonService = {
  id: 'google-speech',
  read: (root, file) => {
    const list = rowsIn(at(root, 'results') ?? at(root, 'response', 'results')).map((row) => at(row, 'alternatives', 0));
    if (!list.some((one) => at(one, 'transcript') !== undefined || rowsIn(at(one, 'words')).some((row) => row.has('word')))) return null;
    const item = (row: JsonObject): Utterance => ({
      speaker: labelOf(row.get('speakerLabel') ?? row.get('speakerTag') ?? row.get('speaker_tag')),
      start: secondsOf(row.get('startTime') ?? row.get('startOffset') ?? row.get('start_time')),
      text: textIn(row.get('word')),
    });
    const last = rowsIn(at(list.at(-1), 'words'));
    const tagged = last.some((row) => row.has('speakerTag') || row.has('speakerLabel') || row.has('speaker_tag'));
    if (tagged && list.length > 1 && at(list.at(-1), 'transcript') === undefined) return turnsIfAny(last.map(item), file, true);
    const all = list.flatMap((one) => rowsIn(at(one, 'words')));
    const isTagged = all.some((row) => labelOf(item(row).text) !== null && item(row).speaker !== null);
    if (isTagged) return turnsIfAny((tagged && last.length * 2 > all.length && list.length > 1 ? last : all).map(item), file, true);
    return turnsIfAny(
      list.map((one) => ({
        speaker: null,
        start: secondsOf(rowsIn(at(one, 'words'))[0]?.get('startTime')),
        text: textIn(at(one, 'transcript')),
      })),
      file,
      false,
    );
  },
};

const rev: JsonService = {
  id: 'rev',
  read: (root, file) => {
    const list = rowsIn(at(root, 'monologues'));
    if (!list.some((row) => row.has('elements'))) return null;
    const names = new Map(rowsIn(at(root, 'speakers')).map((row) => [row.get('id'), labelOf(row.get('name'))]));
    return turnsIfAny(
      list.flatMap((row) => {
        const speaker =
          labelOf(row.get('speaker_name')) ??
          labelOf(at(row, 'speaker_info', 'display_name')) ??
          names.get(row.get('speaker')) ??
          labelOf(row.get('speaker'));
        return rowsIn(row.get('elements')).map((one) => ({
          speaker,
          start: secondsOf(one.get('ts')),
          text: textIn(one.get('value')),
          isPunctuation: labelOf(one.get('type')) === 'punct',
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
    const list = rowsIn(at(root, 'results'));
    if (list.some((row) => at(row, 'alternatives', 0, 'content') !== undefined && row.has('start_time') && !row.has('transcript'))) {
      return turnsIfAny(
        list.map((row) => ({
          speaker: named(labelOf(at(row, 'alternatives', 0, 'speaker') ?? row.get('channel'))),
          start: secondsOf(row.get('start_time')),
          text: textIn(at(row, 'alternatives', 0, 'content')),
          isPunctuation: labelOf(row.get('type')) === 'punctuation',
        })),
        file,
        true,
      );
    }
    const old = rowsIn(at(root, 'words'));
    const spans = rowsIn(at(root, 'speakers')).map((row) => ({
      start: secondsOf(row.get('time')) ?? 0,
      speaker: labelOf(row.get('name')),
    }));
    if (spans.length === 0 || !old.some((row) => row.has('name') && row.has('time'))) return null;
    const who = speakerAt(spans);
    return turnsIfAny(
      old.map((row) => ({
        speaker: who(secondsOf(row.get('time'))),
        start: secondsOf(row.get('time')),
        text: textIn(row.get('name')),
        isPunctuation: /^[.,?!;:]$/u.test(textIn(row.get('name'))?.text ?? ''),
      })),
      file,
      true,
    );
  },
};

/** “UU” is Speechmatics’ word for an unknown speaker. */
const named = (label: string | null): string | null => (label === 'UU' ? null : label);

const watson: JsonService = {
  id: 'ibm-watson',
  read: (root, file) => {
    const inner = rowsIn(at(root, 'results'));
    const list = inner.flatMap((row) => (row.has('results') ? rowsIn(row.get('results')) : [row]));
    const labels = [...rowsIn(at(root, 'speaker_labels')), ...inner.flatMap((row) => rowsIn(row.get('speaker_labels')))];
    if (!list.some((row) => Array.isArray(at(row, 'alternatives', 0, 'timestamps')))) return null;
    const who = speakerAt(labels.map((row) => ({ start: secondsOf(row.get('from')) ?? 0, speaker: labelOf(row.get('speaker')) })));
    const stamps = list.flatMap((row) => (at(row, 'alternatives', 0, 'timestamps') as readonly JsonValue[] | undefined) ?? []);
    return turnsIfAny(
      stamps.map((stamp) => {
        const start = secondsOf(at(stamp, 1));
        return { speaker: labels.length > 0 ? who(start) : null, start, text: textIn(at(stamp, 0)) };
      }),
      file,
      true,
    );
  },
};

const gladia: JsonService = {
  id: 'gladia',
  read: (root, file) => {
    const list = rowsIn(at(root, 'result', 'transcription', 'utterances') ?? at(root, 'transcription', 'utterances'));
    if (!list.some((row) => row.has('text'))) return null;
    return turnsIfAny(
      list.map((row) => ({ speaker: labelOf(row.get('speaker')), start: secondsOf(row.get('start')), text: textIn(row.get('text')) })),
      file,
      false,
    );
  },
};

const amberscript: JsonService = {
  id: 'amberscript',
  read: (root, file) => {
    const list = rowsIn(at(root, 'segments'));
    if (!list.some((row) => rowsIn(row.get('words')).some((word) => word.has('text') && !row.has('text')))) return null;
    const people = new Map(rowsIn(at(root, 'speakers')).map((row) => [labelOf(row.get('spkid')), labelOf(row.get('name'))]));
    return turnsIfAny(
      list.flatMap((row) => {
        const label = labelOf(row.get('speaker'));
        return rowsIn(row.get('words')).map((word) => ({
          speaker: people.get(label) ?? label,
          start: secondsOf(word.get('start')),
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
    const list = rowsIn(at(root, 'segments'));
    if (!list.some((row) => rowsIn(row.get('words')).some((word) => word.has('word') && word.has('speaker')))) return null;
    return turnsIfAny(
      list.flatMap((row) => {
        const own = rowsIn(row.get('words'));
        const length = own.reduce((sum, word) => sum + (textIn(word.get('word'))?.text.length ?? 0), 0);
        const differs = new Set(own.map((word) => labelOf(word.get('speaker') ?? row.get('speaker')))).size > 1;
        if (!differs || length * 2 < (textIn(row.get('text'))?.text.length ?? 0)) {
          return [
            {
              speaker: labelOf(row.get('speaker') ?? own[0]?.get('speaker')),
              start: secondsOf(row.get('start')),
              text: textIn(row.get('text')),
            },
          ];
        }
        return own.map((word) => ({
          speaker: labelOf(word.get('speaker') ?? row.get('speaker')),
          start: secondsOf(word.get('start') ?? row.get('start')),
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
