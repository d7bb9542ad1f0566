/**
 * Faces that the browser has already, by fontconfig: a page need not carry them, which is most of
 * the cost of loading a short one.
 */
import { readFileSync } from 'node:fs';
import { fontTable } from '../fonts/tables.ts';

/** `family/weight/style`, as a style sheet names a face. */
type FaceName = string;

/** True when a page need not carry this face. */
export const isInstalled = (
  {
    family,
    weight,
    style,
  }: { readonly family: string; readonly weight: number; readonly style: string },
  installed: ReadonlySet<FaceName>,
): boolean => installed.has(`${family}/${weight}/${style}`);

/**
 * What fontconfig will call these font files. A file that names itself otherwise than a style sheet
 * would is left out: its page must carry it. Nothing where the platform's browsers take their fonts
 * from elsewhere.
 */
export function installedFaces(files: readonly string[], platform: string): ReadonlySet<FaceName> {
  return new Set(
    platform === 'linux' ? files.flatMap((file) => faceNameOf(readFileSync(file)) ?? []) : [],
  );
}

/**
 * OpenType 1.9.1, “name”: 16 is the typographic family, 1 the family where there is no 16. “OS/2”:
 * weight class, and italic as bit 0 of fsSelection.
 */
function faceNameOf(bytes: Uint8Array): FaceName | null {
  try {
    const os2 = fontTable(bytes, 'OS/2');
    const names = nameRecords(fontTable(bytes, 'name'));
    const family = names.get(16) ?? names.get(1);
    return family === undefined
      ? null
      : `${family}/${os2.getUint16(4)}/${(os2.getUint16(62) & 1) === 1 ? 'italic' : 'normal'}`;
  } catch {
    return null;
  }
}

/** Names for Windows (platform 3) in US English, which every font has. */
function nameRecords(table: DataView): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const storage = table.getUint16(4);
  for (let i = 0; i < table.getUint16(2); i++) {
    const record = 6 + i * 12;
    if (table.getUint16(record) !== 3 || table.getUint16(record + 4) !== 0x409) continue;
    const start = storage + table.getUint16(record + 10);
    const units = Array.from({ length: table.getUint16(record + 8) / 2 }, (_, k) =>
      table.getUint16(start + k * 2),
    );
    names.set(table.getUint16(record + 6), String.fromCharCode(...units));
  }
  return names;
}

/** The rules of a page that carry a face. */
export const facesIn = (html: string): string => (html.match(CARRIED) ?? []).join('');

const CARRIED = /@font-face\{[^}]*src:url\(data:[^)]*\)[^}]*\}/gu;
