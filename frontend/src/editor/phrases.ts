/** A phrase of Markdown stands between two marks: `**words**`, `[words](address)`. */

import type { SyntaxNode } from "@lezer/common";

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a phrase says, without its marks. */
export function contentOf(node: SyntaxNode): Span {
  const [opening = node.firstChild, closing = node.lastChild] = node.getChildren("LinkMark");
  return { from: opening?.to ?? node.from, to: closing?.from ?? node.to };
}

/** The mark before the words of a phrase, and everything behind them. */
export function marksOf(node: SyntaxNode): [Span, Span] {
  const { from, to } = contentOf(node);
  return [
    { from: node.from, to: from },
    { from: to, to: node.to },
  ];
}
