/**
 * The files of a new brief and of a new theme. Both build as they are, so that the first change
 * starts from something that works.
 */

/** Files by path below the new folder. */
export type Scaffold = readonly { readonly path: string; readonly text: string }[];

/** `night-ferry` → `Night ferry`. */
const titleOf = (name: string): string => {
  const words = name.replaceAll(/[-_]+/gu, ' ').trim();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

/** The files of a new brief: one that builds as it stands. */
export const briefFiles = (name: string): Scaffold => [
  {
    path: 'brief.md',
    text: `---
title: ${JSON.stringify(titleOf(name))}
# subtitle: What was said, and by whom
# date: 2025-03-17
# authors: [Your Desk]
# classification: For the members of the Board
lang: en
participants:
  - name: Ida Moen
    role: Harbour pilot
sources:
  - id: interview
    citation: Interview with Ida Moen.
    file: transcript.txt
---

# Executive Summary

The pilots mean to keep the night ferry running. Ida Moen says so without a condition.

# What Was Said

Asked about the winter, Moen answered: “We will run it until the last passenger is home.” Then she gave her reason:

> A ferry that stops at eight is not a ferry. It is a rumour.
>
> — Ida Moen

# Questions Raised

- Who pays for the crossings after midnight?
`,
  },
  {
    path: 'transcript.txt',
    text: `[00:00:04] MOEN: You ask about the winter. We will run it until the last passenger is home.
[00:00:09] MOEN: A ferry that stops at eight is not a ferry. It is a rumour.
`,
  },
];

/**
 * A theme that says nothing yet: every token of \`classic\` stands in it behind a #, ready to be
 * taken up.
 * @param classic text of classic's theme.yaml
 */
export const themeFiles = (name: string, classic: string): Scaffold => [
  {
    path: 'theme.yaml',
    text: `# A theme says what differs; everything else comes from classic. Below stand all the tokens of classic, each line behind a #: take the # off
# a line and off the name above it (colors: and the like), and change the value. “briefpress check --theme” says what is wrong, contrast included.
title: ${JSON.stringify(titleOf(name))}
description: ${JSON.stringify('One line about what the theme is for.')}

${classic.slice(classic.indexOf('\n\n', classic.indexOf('description:')) + 2).replaceAll(/^(?=[^#\n])/gmu, '#')}`,
  },
  {
    path: 'print/own.css',
    text: `/* Rules for the print edition, after those of classic. Tokens are filled in: */
h2 { color: {{tokens.colors.accent}}; }
`,
  },
];
