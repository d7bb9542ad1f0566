/** The font files that a theme’s tokens name. */
import type { FaceToken, SpareToken, Tokens } from './tokens.ts';
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

const faceOf = (face: Omit<Face, 'sha256'>): Face => ({ ...face, sha256: sha256Hex(face.bytes) });

/** The faces of `fallback`, read when they are first asked for: most briefs never do. */
export function readSpares(tokens: Tokens, fonts: Fonts): () => Promise<readonly Face[]> {
  const rows = (tokens['fallback'] ?? []) as readonly SpareToken[];
  let reading: Promise<readonly Face[]> | undefined;
  const filesOf = async ({ family, file }: SpareToken): Promise<readonly Face[]> =>
    (await fonts.read(file)).map((font) =>
      faceOf({ family, weight: 400, style: 'normal', ...font }),
    );
  return () => (reading ??= Promise.all(rows.map(filesOf)).then((faces) => faces.flat()));
}

/** The SHA-256 of bytes, in hex. */
export const sha256Hex = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');
