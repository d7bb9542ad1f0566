/** Elements of raw HTML as they are read, before they are nodes of Markdown. */
import type { PhrasingContent, RootContent } from 'mdast';
import type { Position } from 'unist';
import { pointAt } from '../../rules/flag.ts';

/** An element with what it encloses. Offsets point into the file. */
export interface RawElement {
  readonly type: 'element';
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: RawItem[];
  readonly start: number;
  end: number;
  /** Its end is written. */
  isClosed: boolean;
}

/**
 * What siblings are while HTML is read: elements, their words, and nodes of Markdown between them.
 */
export type RawItem = RawElement | RootContent;

/** An element that Markdown has no sign for: `<sup>`, `<sub>`, `<abbr title>`, `<mark>`. */
export interface InlineElement {
  type: 'inlineElement';
  name: string;
  title: string | null;
  children: PhrasingContent[];
  position?: Position | undefined;
}

declare module 'mdast' {
  interface PhrasingContentMap {
    inlineElement: InlineElement;
  }
  interface RootContentMap {
    inlineElement: InlineElement;
  }
}

/** True for an element of HTML, false for a node of Markdown or its words. */
export const isElement = (item: RawItem): item is RawElement => item.type === 'element';

/** The place of an element. */
export const spotOf = (
  { start, end }: Pick<RawElement, 'start' | 'end'>,
  source: string,
): Position => ({
  start: pointAt(source, start),
  end: pointAt(source, Math.max(start, end)),
});

/** White space between elements. */
export const isBlankText = (item: RawItem): boolean =>
  item.type === 'text' && item.value.trim() === '';
