/** Stack traces of the built program, told by the lines of its sources. */
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';

/** The same lines; a place in a built file that has a map becomes one in a source. */
export function sourceStack(stack: string): string {
  return stack.replaceAll(
    /(file:\/\/[^\s()]+\.cjs):(\d+):(\d+)/gu,
    (built, url: string, line: string, column: string) => {
      const origin = sourceMapOf(url)?.findOrigin(Number(line), Number(column));
      return origin && 'fileName' in origin
        ? `${new URL(origin.fileName, url).href}:${origin.lineNumber}:${origin.columnNumber}`
        : built;
    },
  );
}

function sourceMapOf(url: string): SourceMap | null {
  try {
    return new SourceMap(JSON.parse(readFileSync(new URL(`${url}.map`), 'utf8')));
  } catch {
    return null;
  }
}
