/**
 * Templates of the themes that are shipped, compiled when the program was built: a build puts a
 * table of them in the place of this module. The sources compile each at its first use.
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
