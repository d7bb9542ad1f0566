/** What a theme gives to the formats. */
import type { Spare } from '../fonts/spares.ts';
import type { Sheet } from './sheet.ts';

/** What a template is for. */
export type Medium = 'print' | 'epub' | 'web' | 'catalog';

/** One bundled font file; `family`, `weight` and `style` are CSS values. */
export interface Face {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** How a medium writes what differs between media: links, page numbers, rich content. */
export interface Writer {
  /** Value of an href for an anchor of the edition. */
  href(id: string): string;
  /** Markup that shows the page on which an anchor stands; empty where the medium has no pages. */
  page(id: string): string;
  /** Markup of a chapter's body. */
  content(chapterId: string): string;
}

/** A theme, checked and ready to render. */
export interface Theme {
  readonly name: string;
  readonly tokens: Readonly<Record<string, unknown>>;
  readonly faces: readonly Face[];
  /**
   * Faces of the theme's `fallback` that this text needed, each with the characters it shows; for
   * paper and the web.
   */
  readonly spares: readonly Spare<Face>[];
  /** Characters of this text whose font is not installed, each with the package that has it. */
  readonly awaited: ReadonlyMap<string, string>;
  /** What its books are laid out on; style sheets read its sizes as `sheet`. */
  readonly sheet: Sheet;
  /** Names of the papers that it knows, its own first. */
  readonly papers: readonly string[];
  /** Every file of the theme with its hash, for the snapshot. */
  readonly files: readonly {
    readonly path: string;
    readonly sha256: string;
    readonly bytes: Uint8Array;
  }[];
  /** True when this theme (or classic behind it) has the template. */
  has(medium: Medium, template: string): boolean;
  /**
   * Renders `templates/<theme>/<medium>/<template>.hbs`; every path is checked against `data`
   * first. Throws TemplateError.
   */
  render(medium: Medium, template: string, data: object, writer: Writer): string;
  /** The medium's style sheet with tokens and `data` filled in. */
  styles(medium: Medium, data: object): string;
  /**
   * The same theme on the paper of this name; null = on its first. An unknown one has a sheet
   * without sizes.
   */
  on(paper: string | null): Theme;
  /**
   * The same theme with the spare faces that a text needs; itself where its own faces show
   * everything.
   */
  covering(text: string): Promise<Theme>;
}
