/**
 * Bold, italics and strike-through as a toggle on the syntax tree. With nothing selected and no word under the cursor the
 * format is held until the next letter, so that the cursor never stands between bare asterisks.
 */

import {
  EditorSelection,
  StateEffect,
  StateField,
  type ChangeSpec,
  type EditorState,
  type StateCommand,
} from "@codemirror/state";
import type { SyntaxNode } from "@lezer/common";
import { contentStart, INLINE, nodeAround, selectedLines, type InlineFormat } from "./syntax";

const holdFormats = StateEffect.define<readonly InlineFormat[]>();

/** The formats that the next typed text will carry; moving the cursor forgets them. */
export const heldFormats = StateField.define<readonly InlineFormat[]>({
  create: () => [],
  update(held, transaction) {
    for (const effect of transaction.effects) if (effect.is(holdFormats)) return effect.value;
    return transaction.docChanged || transaction.selection ? [] : held;
  },
});

/** The marks around text typed while these formats are held: ["**", "**"]. */
export function heldMarks(held: readonly InlineFormat[]): [string, string] {
  const marks = held.map((format) => INLINE[format].mark);
  return [marks.join(""), [...marks].reverse().join("")];
}

function inner(node: SyntaxNode, mark: string): { from: number; to: number } {
  return { from: node.from + mark.length, to: node.to - mark.length };
}

function unwrap(node: SyntaxNode, mark: string): ChangeSpec[] {
  const { from, to } = inner(node, mark);
  return [
    { from: node.from, to: from },
    { from: to, to: node.to },
  ];
}

const LETTER = /[\p{L}\p{N}\p{M}·'’-]/u;

function wordAround(state: EditorState, position: number): { from: number; to: number } | null {
  const line = state.doc.lineAt(position);
  const at = position - line.from;
  const before = /[\p{L}\p{N}\p{M}·'’-]*$/u.exec(line.text.slice(0, at))?.[0].length ?? 0;
  const after = /^[\p{L}\p{N}\p{M}·'’-]*/u.exec(line.text.slice(at))?.[0].length ?? 0;
  const isInside = before > 0 && after > 0 && LETTER.test(line.text);
  return isInside ? { from: position - before, to: position + after } : null;
}

/** "**fet |**": the cursor leaves the phrase, and a blank before the closing mark goes out with it. */
function stepOver(
  state: EditorState,
  position: number,
  mark: string,
): { changes: ChangeSpec[]; cursor: number } | null {
  const line = state.doc.lineAt(position);
  const at = position - line.from;
  if (!line.text.startsWith(mark, at)) return null;
  const before = line.text.slice(0, at);
  if (before.split(mark).length % 2 === 1) return null;
  const blank = /[ \t]*$/.exec(before)?.[0] ?? "";
  const end = position + mark.length;
  if (blank === "") return { changes: [], cursor: end };
  const changes = [
    { from: position - blank.length, to: position },
    { from: end, insert: blank },
  ];
  return { changes, cursor: end };
}

function toggleAtCursor(state: EditorState, format: InlineFormat): ReturnType<EditorState["update"]> {
  const { node: name, mark } = INLINE[format];
  const { head } = state.selection.main;
  const over = stepOver(state, head, mark);
  if (over)
    return state.update({
      changes: over.changes,
      selection: EditorSelection.cursor(over.cursor),
      scrollIntoView: true,
    });
  const node = nodeAround(state, head, name);
  if (node && head > node.from && head < node.to)
    return state.update({ changes: unwrap(node, mark), userEvent: "input.format" });
  const word = wordAround(state, head);
  if (word) return state.update({ changes: wrapped([word], mark), userEvent: "input.format" });
  const held = state.field(heldFormats, false) ?? [];
  const next = held.includes(format) ? held.filter((other) => other !== format) : [...held, format];
  return state.update({ effects: holdFormats.of(next) });
}

/** The selection without outer blanks, one piece per line and without list or heading markers: marks never span blocks. */
function pieces(state: EditorState): { from: number; to: number }[] {
  const { from, to } = state.selection.main;
  return selectedLines(state)
    .map((line) => {
      const start = Math.max(from, contentStart(line));
      const text = state.sliceDoc(start, Math.min(to, line.to));
      const blank = text.length - text.trimStart().length;
      return { from: start + blank, to: start + Math.max(blank, text.trimEnd().length) };
    })
    .filter((piece) => piece.to > piece.from);
}

function wrapped(ranges: readonly { from: number; to: number }[], mark: string): ChangeSpec[] {
  return ranges.flatMap(({ from, to }) => [
    { from, insert: mark },
    { from: to, insert: mark },
  ]);
}

/** Whether the whole piece already carries the format. */
function carrier(state: EditorState, piece: { from: number; to: number }, name: string): SyntaxNode | null {
  for (let node = nodeAround(state, piece.from + 1, name); node; node = node.parent)
    if (node.name === name && node.from <= piece.from && node.to >= piece.to) return node;
  return null;
}

/** Nodes of the format inside a piece lose their marks before the piece as a whole gets them. */
function innerMarks(
  state: EditorState,
  piece: { from: number; to: number },
  format: InlineFormat,
): ChangeSpec[] {
  const { node: name, mark } = INLINE[format];
  const changes: ChangeSpec[] = [];
  for (let at = piece.from; at < piece.to;) {
    const node = nodeAround(state, at + 1, name);
    if (!node || node.from < piece.from || node.to > piece.to) at++;
    else {
      changes.push(...unwrap(node, mark));
      at = node.to;
    }
  }
  return changes;
}

function toggleSelection(state: EditorState, format: InlineFormat): ReturnType<EditorState["update"]> {
  const { node: name, mark } = INLINE[format];
  const parts = pieces(state);
  const carriers = parts.map((piece) => carrier(state, piece, name));
  const isOn = parts.length > 0 && carriers.every((node) => node !== null);
  const off = [...new Set(carriers)].flatMap((node) => (node ? unwrap(node, mark) : []));
  const on = parts.filter((_, index) => !carriers[index]);
  const changes = state.changes(
    isOn ? off : [...on.flatMap((piece) => innerMarks(state, piece, format)), ...wrapped(on, mark)],
  );
  const first = parts[0];
  const last = parts.at(-1);
  if (!first || !last) return state.update({});
  const selection = EditorSelection.range(changes.mapPos(first.from, 1), changes.mapPos(last.to, -1));
  return state.update({ changes, selection, userEvent: "input.format" });
}

/** Ctrl+B, Ctrl+I and the toolbar. */
export function toggleInline(format: InlineFormat): StateCommand {
  return ({ state, dispatch }) => {
    const isCursor = state.selection.main.empty;
    dispatch(isCursor ? toggleAtCursor(state, format) : toggleSelection(state, format));
    return true;
  };
}
