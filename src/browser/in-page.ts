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

/**
 * Lets the space at the end of a line be painted: a browser drops it, and whoever takes the text out
 * of the print would run the words together. White space is collapsed first, as CSS would do it
 * (CSS Text 3, 4.1), so that nothing on the page moves.
 */
export function keepSpaces(): void {
  const styled = (element: Element): CSSStyleDeclaration => getComputedStyle(element);
  const isInline = (element: Element): boolean => /^(?:inline|none)/u.test(styled(element).display);
  const flows = [...document.body.querySelectorAll<HTMLElement>('*')].filter(
    (element) =>
      /^(?:block|list-item|table-cell|table-caption|inline-block)$/u.test(
        styled(element).display,
      ) &&
      styled(element).whiteSpace === 'normal' &&
      /\S/u.test(element.textContent) &&
      [...element.querySelectorAll('*')].every(isInline),
  );
  for (const flow of flows) {
    let last: Text | null = null;
    let isOpen = false;
    const close = (): void => {
      if (last?.data.endsWith(' ')) last.data = last.data.slice(0, -1);
      last = null;
      isOpen = false;
    };
    const walk = (node: Node): void => {
      if (node instanceof Element && node !== flow) {
        if (node.localName === 'br') return close();
        const { display, whiteSpace } = styled(node);
        if (display !== 'inline' || whiteSpace.startsWith('pre') || node.childNodes.length === 0) {
          last = null;
          isOpen = display !== 'none' || isOpen;
          return;
        }
      }
      for (const child of node.childNodes) walk(child);
      if (!(node instanceof Text)) return;
      const words = node.data
        .replaceAll(
          /(?<=[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}])[ \t\f\r]*\n[ \t\f\r\n]*(?=[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}])/gu,
          '',
        )
        .replaceAll(/[ \t\n\f\r]+/gu, ' ');
      node.data = isOpen ? words : words.replace(/^ /u, '');
      if (node.data === '') return;
      last = node;
      isOpen = !node.data.endsWith(' ');
    };
    walk(flow);
    close();
    flow.style.whiteSpace = 'pre-wrap';
  }
}

/** Writes the role of each element behind its language: `en` becomes `en-x-press-note`. */
export function markRoles(rows: [selector: string, role: string][]): void {
  const found = rows.flatMap(([selector, role]) =>
    [...document.querySelectorAll(selector)].map((element) => ({
      element,
      role,
      lang: element.closest('[lang]')?.getAttribute('lang') ?? 'und',
    })),
  );
  for (const { element, role, lang } of found)
    element.setAttribute('lang', `${lang}${lang.includes('-x-') ? '' : '-x'}-press-${role}`);
}
