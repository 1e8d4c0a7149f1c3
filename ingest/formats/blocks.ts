/** A tree of HTML as plain text: one block a paragraph, blank lines between, so that sentences come out as they stand. */

import { parseHTML } from 'linkedom';

/** The body of a page made of the given elements. */
export function bodyOf(elements: string): HTMLElement {
  return parseHTML(`<html><body>${elements}</body></html>`).document.body;
}

/** Elements that begin and end a block of their own. */
const BLOCK = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** Elements whose text nobody reads. */
const SILENT = new Set(
  'script style noscript template head title svg math iframe object audio video canvas select textarea button input'.split(
    ' ',
  ),
);
/** Deepest nesting that is read; browsers stop at 512. */
export const DEEPEST = 1000;

/** The tree is nested deeper than {@link DEEPEST}. */
export class TooDeepError extends Error {
  override readonly name = 'TooDeepError';
}

/** Nesting of a tree, without recursion: what is too deep must not end the stack. @throws TooDeepError */
export function checkDepth(root: Node): void {
  let depth = 0;
  for (let node: Node | null = root; node; ) {
    if (depth > DEEPEST) throw new TooDeepError();
    if (node.firstChild) {
      node = node.firstChild;
      depth += 1;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      depth -= 1;
    }
    if (!node || node === root) return;
    node = node.nextSibling;
  }
}

const ELEMENT = 1;
const TEXT = 3;

/** A cell of a table of data stays on its row's line; tables that lay out a page hold paragraphs. */
const isShort = (cell: Node) => (cell.textContent ?? '').trim().length <= 100;

/** Text of a tree: paragraphs and headings as blocks, list items with a dash, rows of a table on a line each. */
export function blocksOf(root: Node): string {
  const blocks: string[] = [];
  let line = '';
  let mark = '';
  const flush = () => {
    const text = line
      .split('\n')
      .map((part) => part.replace(/[^\S\n]+/g, ' ').trim())
      .filter((part) => part !== '')
      .join('\n');
    if (text !== '') {
      blocks.push(mark + text);
      mark = '';
    }
    line = '';
  };
  const visit = (node: Node) => {
    if (node.nodeType === TEXT) {
      line += (node.textContent ?? '').replace(/\s+/g, ' ');
      return;
    }
    if (node.nodeType !== ELEMENT) return;
    const name = node.nodeName.toLowerCase();
    if (SILENT.has(name)) return;
    if (name === 'br') line += '\n';
    else if ((name === 'td' || name === 'th') && isShort(node)) {
      line += ` ${node.textContent?.replace(/\s+/g, ' ')} `;
    } else if (name === 'pre') {
      // Its lines are its own.
      flush();
      blocks.push((node.textContent ?? '').trim());
    } else if (BLOCK.has(name)) {
      flush();
      if (name === 'li') mark = '- ';
      node.childNodes.forEach(visit);
      flush();
      if (name === 'li') mark = '';
    } else node.childNodes.forEach(visit);
  };
  visit(root);
  flush();
  return blocks.filter((block) => block !== '').join('\n\n');
}
