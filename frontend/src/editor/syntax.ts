/** Questions to the syntax tree that commands, toolbar and preview share. */

import { ensureSyntaxTree, syntaxTree } from "@codemirror/language";
import type { EditorState, Line } from "@codemirror/state";
import type { SyntaxNode, Tree } from "@lezer/common";
import { lineParts } from "./lines";

export const INLINE = {
  bold: { node: "StrongEmphasis", mark: "**" },
  italic: { node: "Emphasis", mark: "*" },
  strike: { node: "Strikethrough", mark: "~~" },
} as const;

/** Phrases that stand between two hidden marks. */
export const PHRASES = ["StrongEmphasis", "Emphasis", "Strikethrough", "Link"] as const;

export type InlineFormat = keyof typeof INLINE;

/** The whole document's tree, parsed to the end where that takes little time. */
export function wholeTree(state: EditorState): Tree {
  return ensureSyntaxTree(state, state.doc.length, 100) ?? syntaxTree(state);
}

/** The innermost node of this name around a place; its two ends belong to it. */
export function nodeAround(state: EditorState, position: number, name: string): SyntaxNode | null {
  const tree = ensureSyntaxTree(state, position, 50) ?? syntaxTree(state);
  for (const side of [-1, 1] as const)
    for (let node: SyntaxNode | null = tree.resolveInner(position, side); node; node = node.parent)
      if (node.name === name) return node;
  return null;
}

/** Whether keys are to do nothing clever here. */
export function isCode(state: EditorState, position: number): boolean {
  return nodeAround(state, position, "FencedCode") !== null;
}

export function lineBefore(state: EditorState, line: Line): Line | null {
  return line.number > 1 ? state.doc.line(line.number - 1) : null;
}

export function lineAfter(state: EditorState, line: Line): Line | null {
  return line.number < state.doc.lines ? state.doc.line(line.number + 1) : null;
}

export function isBlank(line: Line | null): boolean {
  return line !== null && line.text.trim() === "";
}

/** The text of the line after its marker: where a cursor belongs in a list entry or quote. */
export function contentStart(line: Line): number {
  return line.from + lineParts(line.text).prefix.length;
}

/** The lines a selection touches. */
export function selectedLines(state: EditorState): Line[] {
  const { from, to } = state.selection.main;
  return linesOf(state, from, to);
}

/** The lines of a range; one that ends at a line's start does not touch that line. */
export function linesOf(state: EditorState, from: number, to: number): Line[] {
  const last = state.doc.lineAt(to);
  const end = to > from && to === last.from ? last.number - 1 : last.number;
  const lines: Line[] = [];
  for (let number = state.doc.lineAt(from).number; number <= end; number++)
    lines.push(state.doc.line(number));
  return lines;
}

export interface OutlineEntry {
  readonly level: number;
  readonly text: string;
  readonly from: number;
}

/** The headings in order, without their marks; where nothing is written yet, there is nothing to go to. */
export function outlineOf(state: EditorState): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  wholeTree(state).iterate({
    enter: (node) => {
      const level = Number(/^(?:ATX|Setext)Heading(\d)$/.exec(node.name)?.[1] ?? 0);
      if (level === 0) return node.name === "Document";
      const line = state.doc.lineAt(node.from);
      const raw = lineParts(line.text).content.replace(/\s+#+\s*$/, "");
      const text = raw.replace(/\*\*|__|\*|~~|\[\^[^\]]+\]/g, "").trim();
      if (text !== "") entries.push({ level, text, from: node.from });
      return false;
    },
  });
  return entries;
}
