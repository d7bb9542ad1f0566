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

/** One blank page before each element. */
export function insertBlanks(ids: string[]): void {
  for (const id of ids) {
    const target = document.getElementById(id);
    if (!target || target.previousElementSibling?.classList.contains('blank')) continue;
    const blank = document.createElement('div');
    blank.className = 'blank';
    blank.setAttribute('aria-hidden', 'true');
    target.before(blank);
  }
}
