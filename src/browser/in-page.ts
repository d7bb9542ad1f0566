/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** What runs inside the page. Its own scripts are off; these come from outside, and see nothing but the page. */

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
  for (const blank of document.querySelectorAll('.blank')) blank.remove();
  for (const id of ids) {
    const target = document.getElementById(id);
    const sheet = target?.closest('.sheet') ?? target;
    const blank = document.createElement('div');
    blank.className = 'blank';
    blank.setAttribute('aria-hidden', 'true');
    sheet?.before(blank);
  }
}

/**
 * Settles when every face that the page carries is there, and everything is laid out with them: words that were shaped before a face was
 * there may stay boxes otherwise.
 */
export async function settleFonts(): Promise<void> {
  if (document.fonts.size === 0) return;
  await document.fonts.ready;
  const { style } = document.body;
  for (const display of ['none', '']) {
    style.display = display;
    document.body.getBoundingClientRect();
  }
}
