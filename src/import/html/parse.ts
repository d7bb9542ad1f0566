/** The door to the HTML parser: HTML as browsers understand it → a tree with places. */
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** Parses a whole page (HTML, 13.2); nothing is fetched and no script runs. */
export const htmlTree = (text: string): Root => fromHtml(text);
