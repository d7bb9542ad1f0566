/** The font files that a theme’s tokens name. */
import type { SpareFamily } from '../fonts/spares.ts';
import { scriptOf, type FaceToken, type SpareToken, type Tokens } from './tokens.ts';
import type { Fonts } from './files.ts';
import type { Face } from './theme.ts';
import { createHash } from 'node:crypto';

/** The faces that `faces` names, with their bytes. */
export async function readFaces(tokens: Tokens, fonts: Fonts): Promise<readonly Face[]> {
  const rows = (tokens['faces'] ?? []) as readonly FaceToken[];
  const faces = rows.map(async ({ family, weight, style, file }) =>
    (await fonts.read(file)).map((font) =>
      faceOf({ family, weight: Number(weight), style, ...font }),
    ),
  );
  return (await Promise.all(faces)).flat();
}

/** Hashed when somebody asks. */
const faceOf = (face: Omit<Face, 'sha256'>): Face => ({
  ...face,
  get sha256() {
    return sha256Hex(face.bytes);
  },
});

/** The families of `fallback`, read when they are first asked for: most briefs never do. */
export function readSpares(
  tokens: Tokens,
  fonts: Fonts,
): () => Promise<readonly SpareFamily<Face>[]> {
  const rows = (tokens['fallback'] ?? []) as readonly SpareToken[];
  let reading: Promise<readonly SpareFamily<Face>[]> | undefined;
  return () => (reading ??= Promise.all(rows.map((row) => readSpare(row, fonts))));
}

async function readSpare(
  { family, file, scripts = [] }: SpareToken,
  fonts: Fonts,
): Promise<SpareFamily<Face>> {
  const lacked = scripts.length > 0 ? fonts.lacks(file) : null;
  const files = lacked === null ? await fonts.read(file) : [];
  return {
    faces: files.map((font) => faceOf({ family, weight: 400, style: 'normal', ...font })),
    scripts: scripts.flatMap((name) => scriptOf(name) ?? []),
    lacked,
  };
}

/** The SHA-256 of bytes, in hex. */
export const sha256Hex = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');
