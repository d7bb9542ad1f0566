/** What has to be undone when the program ends before it could do so itself: browsers ended, folders removed. */

const undone = new Set<() => void>();
let listening = false;

/** Registers an undoing for the end of the program; the returned function does it now, and only once. It must not throw. */
export function atEnd(undo: () => void): () => void {
  const once = (): void => {
    if (undone.delete(once)) undo();
  };
  undone.add(once);
  if (!listening) process.on('exit', () => undone.forEach((end) => end()));
  listening = true;
  return once;
}
