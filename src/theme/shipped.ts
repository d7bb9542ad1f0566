/**
 * Templates and tokens of the themes that are shipped, compiled and read when the program was
 * built: a build puts tables of them in the place of this module. The sources do so at first use.
 */

/** What was made of one template; good as long as the file has the same text. */
export interface ShippedTemplate {
  readonly text: string;
  /** Its syntax tree, as JSON. */
  readonly tree: string;
  /** What Handlebars makes of the tree: functions. */
  readonly spec: TemplateSpecification;
}

/** By the path that messages show. */
export const shippedTemplates: Readonly<Record<string, ShippedTemplate>> = {};

/** What a `theme.yaml` says; good as long as the file has the same text. */
export interface ShippedTokens {
  readonly text: string;
  readonly tokens: Readonly<Record<string, unknown>>;
}

/** By the path that messages show. */
export const shippedTokens: Readonly<Record<string, ShippedTokens>> = {};
