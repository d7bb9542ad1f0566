/** A document as the text of a transcript: lines as they are printed, or one for each paragraph. */
import type { Nodes, Root } from 'mdast';
import type { Imported, Loss } from './imported.ts';
import { balancedAccount, tallied, type Account } from './tally.ts';

/** Text of a transcript, with the account of it. */
export interface TranscriptText {
  readonly text: string;
  readonly account: Account;
  readonly losses: readonly Loss[];
}

/**
 * Words as they are, one line for each paragraph, cells of a row with a tab between them; bold at
 * the beginning of a line keeps its marks, because it is how names are set off. Notes are no part
 * of what was said.
 */
export function transcriptText(imported: Imported): TranscriptText {
  const { printed, tree, front, counted } = imported;
  if (printed !== null) {
    const { text, losses, additions } = printed;
    return { text, account: balancedAccount(counted, tallied(text), losses, additions), losses };
  }
  const losses = [...imported.losses];
  const lines: string[] = front.title === null ? [] : [front.title];
  if (front.subtitle !== null) lines.push(front.subtitle);
  let marks = 0;
  const write = (nodes: Root['children']): void => {
    for (const node of nodes) {
      if (node.type === 'footnoteDefinition') {
        losses.push({
          what: 'note',
          words: wordsWithoutMarks(node),
          place: `note ${node.identifier}`,
        });
        continue;
      }
      if (node.type === 'table')
        for (const row of node.children) lines.push(row.children.map(cellText).join('\t'));
      else if (node.type === 'code') lines.push(node.value);
      else if (node.type === 'paragraph' || node.type === 'heading') {
        const line = labelledLine(node);
        if (line.startsWith('**')) marks += 4;
        lines.push(line);
      } else if ('children' in node) write(node.children as Root['children']);
    }
  };
  write(tree.children);
  const text = `${lines.join('\n\n').replaceAll('\t\n\n', '\t\n')}\n`;
  const additions = [...imported.additions, '*'.repeat(marks)];
  return { text, account: balancedAccount(counted, tallied(text), losses, additions), losses };
}

/** `**Name** words`, where a bold beginning stands before other words. */
function labelledLine(node: Extract<Nodes, { type: 'paragraph' | 'heading' }>): string {
  const [first, ...rest] = node.children;
  const words = rest.map(wordsWithoutMarks).join('');
  return first?.type === 'strong' && words.trim() !== ''
    ? `**${wordsWithoutMarks(first)}**${words}`
    : node.children.map(wordsWithoutMarks).join('');
}

const cellText = (cell: Nodes): string => wordsWithoutMarks(cell).replaceAll(/\s+/gu, ' ').trim();

/** Text of a node without any marks. */
function wordsWithoutMarks(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  if (node.type === 'break') return '\n';
  if (node.type === 'html') return /^<br/iu.test(node.value) ? ' ' : '';
  return 'children' in node ? node.children.map(wordsWithoutMarks).join('') : '';
}
