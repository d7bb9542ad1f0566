/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * What runs inside the page. Its own scripts are off; these come from outside, and see nothing but
 * the page.
 */

/** Sets every page number; returns how many changed. */
export function fillNumbers(rows: [id: string, label: string][]): number {
  const labels = new Map(rows);
  let changed = 0;
  for (const place of document.querySelectorAll<HTMLElement>('.pg[data-for]')) {
    const label = labels.get(place.dataset['for'] ?? '') ?? '';
    if (place.textContent === label) continue;
    place.textContent = label;
    changed++;
  }
  return changed;
}

/** One blank page before the sheets on which these elements stand, and nowhere else. */
export function insertBlanks(ids: string[]): void {
  for (const blank of document.querySelectorAll('.blank:not(.closing)')) blank.remove();
  for (const id of ids) {
    const target = document.getElementById(id);
    const sheet = target?.closest('.sheet') ?? target;
    const blank = document.createElement('div');
    blank.className = 'blank';
    blank.setAttribute('aria-hidden', 'true');
    sheet?.before(blank);
  }
}

/** Settles when every face of the page is loaded, whether a word needs it or not. */
export async function loadFaces(): Promise<void> {
  await Promise.all([...document.fonts].map((face) => face.load()));
}
