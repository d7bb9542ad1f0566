/**
 * What a screen reader is to call the parts of a book that HTML has no word for, or whose word the
 * browser drops (`doc-footnote`, `dt`). A language tag is all that it takes over into the tags of a
 * print, so the role travels in its private part (RFC 5646, 2.2.7) until `pdf/finish/roles.ts`
 * gives the tag its name.
 */
export const TAG_ROLES: readonly (readonly [selector: string, role: string])[] = [
  ['.contents ol', 'toc'],
  ['.contents li', 'toci'],
  ['.contents a, a.noteref', 'ref'],
  ['.footnotes > ol', 'notes'],
  ['.footnotes > ol > li', 'note'],
  ['sup:has(> a)', 'sup'],
  ['.entries', 'numbered'],
  ['.entry .number', 'lbl'],
  ['dl', 'terms'],
  ['dt', 'lbl'],
  ['dd', 'lbody'],
];
