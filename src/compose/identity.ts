/**
 * What a book is called by machines, and when it was made: from the content, never from the clock.
 */
import { createHash } from 'node:crypto';
import type { Brief } from '../types.ts';

/** Namespace for names that are not URLs, derived once from the project's own name. */
const UUID_NAMESPACE = uuidBytes(createHash('sha1').update('briefpress editions').digest());

/**
 * The brief's own identifier as a URN or URL, else `urn:uuid:` version 5 (RFC 9562, 5.5) of slug
 * and title.
 */
export function identifierOf(brief: Pick<Brief, 'slug' | 'meta'>): string {
  const own = brief.meta.identifier;
  if (own && /^[a-z][a-z0-9+.-]*:\S+$/iu.test(own)) return own;
  return urnOf(own ?? `${brief.slug}\n${brief.meta.title}`);
}

/** The URN that a name always has: a UUID of version 5 in the project's own namespace. */
export const urnOf = (name: string): string =>
  `urn:uuid:${uuid(uuidBytes(createHash('sha1').update(UUID_NAMESPACE).update(name).digest()))}`;

function uuidBytes(hash: Buffer): Buffer {
  const bytes = Buffer.from(hash.subarray(0, 16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes;
}

function uuid(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}

/**
 * `YYYY-MM-DDThh:mm:ssZ` from SOURCE_DATE_EPOCH (seconds), else from the brief's date at midnight
 * UTC, else null.
 */
export function modifiedAt(
  date: string | null,
  env: Readonly<Record<string, string | undefined>>,
): string | null {
  const epoch = env['SOURCE_DATE_EPOCH'];
  if (epoch && /^\d{1,11}$/u.test(epoch)) return timestampOf(new Date(Number(epoch) * 1000));
  if (date === null) return null;
  const at = new Date(/T/u.test(date) ? date : `${date}T00:00:00Z`);
  return Number.isNaN(at.getTime()) ? null : timestampOf(at);
}

const timestampOf = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;
