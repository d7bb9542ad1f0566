/** Rows of a data file → a table, or a drawing that says its numbers to those who don't see it. */
import type { Element, ElementContent } from 'hast';
import type { ShownData } from '../types.ts';

declare module 'hast' {
  interface ElementData {
    /** The rows that a figure shows. */
    shown?: ShownData | undefined;
  }
}

/** Lengths are units of a drawing 600 wide. */
const WIDTH = 600;
const FONT = 11;
/** Mean width of a letter. */
const MEAN_LETTER = 5.6;
const BAR = 13;
const GROUP_GAP = 9;
const LEGEND = 18;
const PLOT = { top: 10, height: 180, left: 52, right: 14, bottom: 34 };

const SERIES_FILLS = ['currentColor', '#9a9a9a', '#d9d9d9', '#ffffff'] as const;
const SERIES_DASHES = ['none', '7 3', '2 3', '9 3 2 3'] as const;

const tenth = (value: number): string => String(Math.round(value * 10) / 10);

const make = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[] = [],
): Element => ({ type: 'element', tagName, properties, children });

const drawnText = (value: string): ElementContent => ({ type: 'text', value });

const label = (x: number, y: number, words: string, more: Element['properties'] = {}): Element =>
  make('text', { x: tenth(x), y: tenth(y), fill: 'currentColor', stroke: 'none', ...more }, [
    drawnText(words),
  ]);

/** @param caption finished content; none where there is no caption */
export function shownElement(shown: ShownData, caption: ElementContent[]): Element {
  const body =
    shown.kind === 'table' ? tableElement(shown) : drawingOf(shown, wordsOfContent(caption));
  const below = caption.length > 0 ? [make('figcaption', {}, caption)] : [];
  return {
    ...make('figure', { className: ['data', `data-${shown.kind}`] }, [body, ...below]),
    data: { shown } as NonNullable<Element['data']>,
  };
}

const wordsOfContent = (nodes: readonly ElementContent[]): string =>
  nodes
    .map((node) =>
      node.type === 'text'
        ? node.value
        : node.type === 'element'
          ? wordsOfContent(node.children)
          : '',
    )
    .join('');

const holdsNumbers = (cells: readonly string[]): boolean =>
  cells.some((cell) => cell !== '') &&
  cells.every((cell) => /^[\s+\-−–\d.,%‰'’\u00a0\u202f\p{Sc}]*$/u.test(cell));

function tableElement({ columns, rows }: ShownData): Element {
  const right = columns.map((_, i) => holdsNumbers(rows.map((row) => row[i]!)));
  const cell = (tag: string, words: string, i: number): Element =>
    make(tag, right[i] ? { align: 'right' } : {}, [drawnText(words)]);
  const line = (tag: string, cells: readonly string[]): Element =>
    make(
      'tr',
      {},
      cells.map((words, i) => cell(tag, words, i)),
    );
  return make('table', {}, [
    make('thead', {}, [line('th', columns)]),
    make(
      'tbody',
      {},
      rows.map((row) => line('td', row)),
    ),
  ]);
}

/** Every number by its column and row: what the drawing says. */
const spokenData = ({ columns, rows }: ShownData, caption: string): string =>
  [
    ...(caption === '' ? [] : [caption]),
    ...columns
      .slice(1)
      .map((name, i) => `${name}: ${rows.map((row) => `${row[0]!} ${row[i + 1]!}`).join(', ')}`),
  ].join('. ');

type Drawn = ShownData & { readonly kind: 'bar' | 'line' };

function drawingOf(shown: Drawn, caption: string): Element {
  const legend = shown.columns.length > 2 ? legendOf(shown) : [];
  const top = legend.length > 0 ? LEGEND : 0;
  const { height, marks } = shown.kind === 'bar' ? barMarks(shown, top) : lineMarks(shown, top);
  return make(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${tenth(height)}`,
      width: String(WIDTH),
      height: tenth(height),
      role: 'img',
      ariaLabel: spokenData(shown, caption),
      direction: 'ltr',
      fontSize: String(FONT),
      fill: 'none',
      stroke: 'currentColor',
      strokeWidth: '1',
      style: 'max-width:100%;height:auto',
    },
    [...legend, ...marks],
  );
}

function legendOf({ columns, kind }: Drawn): Element[] {
  let x = 2;
  return columns.slice(1).flatMap((name, i) => {
    const from = x;
    x += 24 + name.length * MEAN_LETTER + 16;
    return [
      kind === 'bar' ? barAt(from, 2, 14, 9, i) : lineOf(`M${tenth(from)} 7h16`, i),
      label(from + 20, 11, name),
    ];
  });
}

const barAt = (x: number, y: number, width: number, height: number, series: number): Element =>
  make('rect', {
    x: tenth(x),
    y: tenth(y),
    width: tenth(width),
    height: tenth(height),
    fill: SERIES_FILLS[series % SERIES_FILLS.length]!,
    strokeWidth: '0.6',
  });

const lineOf = (d: string, series: number): Element =>
  make('path', {
    d,
    strokeWidth: '1.6',
    strokeDasharray: SERIES_DASHES[series % SERIES_DASHES.length]!,
  });

interface Marks {
  readonly height: number;
  readonly marks: Element[];
}

/** From zero, or from what lies below it, to the largest. */
const valueRange = ({ values }: Drawn): { readonly low: number; readonly high: number } => {
  const all = values.flat();
  const [low, high] = [Math.min(0, ...all), Math.max(0, ...all)];
  return low === high ? { low, high: low + 1 } : { low, high };
};

/** One group of lying bars for each row, the number behind each. */
function barMarks(shown: Drawn, top: number): Marks {
  const { rows, values } = shown;
  const { low, high } = valueRange(shown);
  const longest = (words: readonly string[]): number =>
    Math.max(...words.map((word) => word.length));
  const left = Math.min(200, longest(rows.map(([name]) => name!)) * MEAN_LETTER + 10);
  const right = Math.min(100, longest(rows.flatMap((row) => row.slice(1))) * MEAN_LETTER + 10);
  const along = (value: number): number =>
    left + ((value - low) / (high - low)) * (WIDTH - left - right);
  let y = top + 4;
  const marks = rows.flatMap((row, i) => {
    const from = y;
    y += values[i]!.length * BAR + GROUP_GAP;
    const middle = from + (values[i]!.length * BAR) / 2 + 4;
    return [
      label(left - 8, middle, roomed(row[0]!, left - 8), { textAnchor: 'end' }),
      ...values[i]!.flatMap((value, series) => {
        const [start, end] = [along(Math.min(0, value)), along(Math.max(0, value))];
        return [
          barAt(start, from + series * BAR, end - start, BAR - 3, series),
          label(end + 5, from + series * BAR + 9, row[series + 1]!),
        ];
      }),
    ];
  });
  const zero = tenth(along(0));
  return { height: y, marks: [...marks, make('path', { d: `M${zero} ${top}V${tenth(y - 4)}` })] };
}

/** Words that have room in a width, cut where they have none. */
const roomed = (words: string, width: number): string => {
  const most = Math.floor(width / MEAN_LETTER);
  return words.length > most ? `${words.slice(0, most - 1)}…` : words;
};

/** Steps of 1, 2 or 5 times a power of ten, about four of them. */
function ticksIn(low: number, high: number): readonly number[] {
  const raw = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= raw)!;
  const [from, to] = [Math.floor(low / step), Math.ceil(high / step)];
  return Array.from({ length: to - from + 1 }, (_, i) =>
    Number(((from + i) * step).toPrecision(12)),
  );
}

function lineMarks(shown: Drawn, top: number): Marks {
  const { rows, values, columns } = shown;
  const { low, high } = valueRange(shown);
  const ticks = ticksIn(low, high);
  const [least, most] = [ticks[0]!, ticks.at(-1)!];
  const [above, width] = [top + PLOT.top, WIDTH - PLOT.left - PLOT.right];
  const x = (i: number): number =>
    PLOT.left + (rows.length === 1 ? width / 2 : (i / (rows.length - 1)) * width);
  const y = (value: number): number =>
    above + PLOT.height - ((value - least) / (most - least)) * PLOT.height;
  const every = Math.ceil(
    (rows.length * (Math.max(...rows.map(([name]) => name!.length)) * MEAN_LETTER + 12)) / width,
  );
  const scale = ticks.flatMap((tick) => [
    make('path', {
      d: `M${PLOT.left} ${tenth(y(tick))}h${width}`,
      strokeWidth: tick === 0 ? '1' : '0.3',
    }),
    label(PLOT.left - 6, y(tick) + 4, String(tick), { textAnchor: 'end' }),
  ]);
  const names = rows.flatMap(([name], i) =>
    i % every === 0
      ? [
          label(x(i), above + PLOT.height + 18, roomed(name!, width), {
            textAnchor:
              i === 0 && rows.length > 1
                ? 'start'
                : i === rows.length - 1 && rows.length > 1
                  ? 'end'
                  : 'middle',
          }),
        ]
      : [],
  );
  const paths = columns
    .slice(1)
    .map((_, series) =>
      lineOf(
        values
          .map((row, i) => `${i === 0 ? 'M' : 'L'}${tenth(x(i))} ${tenth(y(row[series]!))}`)
          .join(''),
        series,
      ),
    );
  return { height: above + PLOT.height + PLOT.bottom, marks: [...scale, ...paths, ...names] };
}
