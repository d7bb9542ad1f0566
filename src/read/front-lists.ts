/** Lists of the front matter: participants and sources. */
import type { Participant, Source } from '../types.ts';
import { idFrom } from './slug.ts';

/** The values of a mapping, by key. */
export type FrontFields = Readonly<Record<string, unknown>>;

/** The value as a mapping; empty where it is none. */
export const mapping = (value: unknown): FrontFields =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as FrontFields)
    : {};

/** The value as one line of text, or null. */
export const line = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.replaceAll(/\s+/gu, ' ').trim() : null;

/** The value, or its items, as lines. */
export const lines = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).map(line).filter((text) => text !== null);

const PRONOUNS = ['he', 'she', 'they', 'it'] as const;

/** A participant may be a name alone. */
export function participantOf(value: unknown): Participant {
  const map = typeof value === 'string' ? { name: value } : mapping(value);
  const name = line(map['name']) ?? '';
  return {
    id: line(map['id']) ?? idFrom(name, 'participant'),
    name,
    role: line(map['role']),
    aliases: [...new Set([name, ...lines(map['aliases'])])],
    pronouns: PRONOUNS.find((word) => word === map['pronouns']) ?? null,
  };
}

/** Participants with ids that occur once. */
export function uniqueIds(participants: readonly Participant[]): readonly Participant[] {
  const taken = new Map<string, number>();
  return participants.map((participant) => {
    const count = (taken.get(participant.id) ?? 0) + 1;
    taken.set(participant.id, count);
    return count === 1 ? participant : { ...participant, id: `${participant.id}-${count}` };
  });
}

/** A source as the front matter gives it. */
export const frontSource = (map: FrontFields, index: number): Source => ({
  id: line(map['id']) ?? (index === 0 ? 'source' : `source-${index + 1}`),
  citation: line(map['citation']),
  url: line(map['url']),
  archivedUrl: line(map['archived_url']),
  retrieved: line(map['retrieved']),
  rights: line(map['rights']),
  file: line(map['file']),
  format: line(map['format']),
  encoding: line(map['encoding']),
  speakers: Object.fromEntries(
    Object.entries(mapping(map['speakers'] ?? {})).map(([label, name]) => [label, line(name)]),
  ),
});
