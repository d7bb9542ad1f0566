/** What the conditions want to know of a layer's content, gathered in one walk. */
import { nameOperand, observe, owns, type Layer, type Observer } from '../content.ts';
import type { Font, FontFinder } from '../fonts.ts';
import type { Pdf } from '../model.ts';
import { eachCode } from '../runs.ts';
import { unownedObserver, type ContentStretch } from '../unowned.ts';

/** What was seen in one page or form while its content was read once. */
export interface PageSurvey {
  readonly layer: Layer;
  /** Number of painted things that belong to nothing. */
  readonly unowned: number;
  /** An artifact and tagged content contain each other. */
  readonly mixed: boolean;
  /** Marks that are not closed. */
  readonly open: number;
  /** Numbers of the marked content, as they come. */
  readonly mcids: readonly number[];
  /** Artifacts that do not say of what kind they are. */
  readonly artifacts: readonly ContentStretch[];
  /** Deepest nesting of saved graphics states. */
  readonly saved: number;
  /** Glyph 0 of a composite font is shown. */
  readonly missing: boolean;
  /** A code without text is shown, and no ActualText speaks for it. */
  readonly mute: boolean;
  /** Names of XObjects shown, as they come. */
  readonly shown: readonly string[];
}

/** Reads the content of a page or form for all conditions at once. */
export function surveyLayer(
  pdf: Pdf,
  layer: Layer,
  findFont: FontFinder,
  isMarked: (form: Layer) => boolean,
): PageSurvey {
  const paint = unownedObserver(pdf, layer, isMarked);
  const marks = markObserver();
  const text = textObserver(layer, findFont);
  const state = stateObserver(layer);
  observe(layer, [paint.observer, marks.observer, text.observer, state.observer]);
  return {
    layer,
    unowned: paint.stretches.length,
    ...marks.result(),
    ...text.result(),
    ...state.result(),
  };
}

interface SurveyPart<K extends keyof PageSurvey> {
  readonly observer: Observer;
  readonly result: () => Pick<PageSurvey, K>;
}

function markObserver(): SurveyPart<'mixed' | 'open' | 'mcids' | 'artifacts'> {
  const artifacts: ContentStretch[] = [];
  let kindless = -1;
  const mcids: number[] = [];
  const marks: ('artifact' | 'element' | 'none')[] = [];
  const held: ('artifact' | 'element')[] = [];
  let mixed = false;
  const observer: Observer = (operator, start, end, mark) => {
    if (mark) {
      if (mark.tag === 'Artifact' && mark.subtype === null) kindless = start;
      const owner = mark.mcid === null ? 'artifact' : 'element';
      marks.push(owns(mark) ? owner : 'none');
      if (mark.mcid !== null) mcids.push(mark.mcid);
      if (!owns(mark)) return;
      mixed ||= held.length > 0 && (owner === 'element' || held.at(-1) === 'element');
      held.push(owner);
    } else if (operator === 'EMC' && marks.pop() !== 'none') {
      if (held.pop() === 'artifact' && kindless >= 0) artifacts.push({ start: kindless, end });
      kindless = -1;
    }
  };
  return { observer, result: () => ({ mixed, open: marks.length, mcids, artifacts }) };
}

const TEXT_SHOWING = new Set(['Tj', 'TJ', "'", '"']);
const NO_FONT: Pick<Font, 'width' | 'text'> = { width: 1, text: new Map() };

function textObserver(layer: Layer, findFont: FontFinder): SurveyPart<'missing' | 'mute'> {
  const spoken: boolean[] = [];
  let silent = 0;
  let font: Pick<Font, 'width' | 'text'> = NO_FONT;
  let missing = false;
  let mute = false;
  const observer: Observer = (operator, start, end, mark) => {
    if (mark) silent += Number(spoken[spoken.push(mark.actualText !== null) - 1]);
    else if (operator === 'EMC') silent -= Number(spoken.pop() ?? false);
    else if (operator === 'Tf')
      font = findFont(layer, nameOperand(layer, start, end - 2)) ?? NO_FONT;
    else if (TEXT_SHOWING.has(operator)) {
      eachCode(layer.bytes, start, end, font.width, (code) => {
        missing ||= code === 0 && font.width === 2;
        mute ||= silent === 0 && !font.text.has(code);
      });
    }
  };
  return { observer, result: () => ({ missing, mute }) };
}

function stateObserver(layer: Layer): SurveyPart<'saved' | 'shown'> {
  const shown: string[] = [];
  let depth = 0;
  let saved = 0;
  const observer: Observer = (operator, start, end) => {
    if (operator === 'q') saved = Math.max(saved, ++depth);
    else if (operator === 'Q') depth--;
    else if (operator === 'Do') shown.push(nameOperand(layer, start, end - 2));
  };
  return { observer, result: () => ({ saved, shown }) };
}
