/** Azure: batch transcription, fast transcription, and the two files of Video Indexer. */
import type { JsonObject, JsonValue } from './scan.ts';
import {
  jsonAt,
  jsonLabel,
  milli,
  jsonObjects,
  jsonSeconds,
  textIn,
  turnsIfAny,
  type JsonService,
} from './fields.ts';

const azure: JsonService = {
  id: 'azure',
  read: (root, file) => {
    const list = jsonObjects(
      jsonAt(root, 'recognizedPhrases') ?? jsonAt(root, 'RecognizedPhrases'),
    );
    const best = (row: JsonObject): JsonValue | undefined =>
      jsonAt(row, 'nBest', 0, 'display') ?? jsonAt(row, 'NBest', 0, 'Display');
    const ticks = (row: JsonObject): number | null => {
      const value = row.get('offsetInTicks') ?? row.get('OffsetInTicks');
      return typeof value === 'number'
        ? value / 1e7
        : jsonSeconds(row.get('offset') ?? row.get('Offset'));
    };
    if (list.some((row) => best(row) !== undefined)) {
      const items = list.map((row) => ({
        speaker: jsonLabel(row.get('speaker') ?? row.get('Speaker')) ?? channel(row),
        start: ticks(row),
        text: textIn(best(row)),
      }));
      return turnsIfAny(
        items.toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0)),
        file,
        false,
      );
    }
    const phrases = jsonObjects(jsonAt(root, 'phrases'));
    if (!phrases.some((row) => row.has('offsetMilliseconds'))) return null;
    return turnsIfAny(
      phrases.map((row) => ({
        speaker: jsonLabel(row.get('speaker')) ?? channel(row),
        start: milli(row.get('offsetMilliseconds')),
        text: textIn(row.get('text')),
      })),
      file,
      false,
    );
  },
};

const channel = (row: JsonObject): string | null => {
  const value = row.get('channel');
  return typeof value === 'number' ? `Channel ${value}` : null;
};

const indexer: JsonService = {
  id: 'azure-video-indexer',
  read: (root, file) => {
    const list = jsonObjects(
      jsonAt(root, 'videos', 0, 'insights', 'transcript') ?? jsonAt(root, 'insights', 'transcript'),
    );
    if (!list.some((row) => row.has('speakerId'))) return null;
    const people = new Map(
      jsonObjects(
        jsonAt(root, 'videos', 0, 'insights', 'speakers') ?? jsonAt(root, 'insights', 'speakers'),
      ).map((row) => [row.get('id'), jsonLabel(row.get('name'))]),
    );
    return turnsIfAny(
      list.map((row) => ({
        speaker: people.get(row.get('speakerId')) ?? jsonLabel(row.get('speakerId')),
        start: null,
        text: textIn(row.get('text')),
      })),
      file,
      false,
    );
  },
};

/** Files of Azure's speech services and of Video Indexer. */
export const JSON_AZURE: readonly JsonService[] = [azure, indexer];
