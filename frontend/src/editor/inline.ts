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
  type TransactionSpec,
} from "@codemirror/state";
import { reformat } from "./formats";
import { contentOf, type Span } from "./phrases";
import { contentStart, INLINE, nodeAround, type InlineFormat } from "./syntax";

export const holdFormats = StateEffect.define<readonly InlineFormat[]>();

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

const LETTER = /[\p{L}\p{N}\p{M}·'’-]/u;

function wordAround(state: EditorState, position: number): Span | null {
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

/** At either end of a phrase the cursor steps over its mark: what is typed next is in it, or no longer. */
function acrossMark(state: EditorState, head: number, name: string): number | null {
  const node = nodeAround(state, head, name);
  if (!node) return null;
  const { from, to } = contentOf(node);
  if (head === node.to) return to;
  if (head === node.from) return from;
  return head === from ? node.from : null;
}

function toggleAtCursor(state: EditorState, format: InlineFormat): TransactionSpec {
  const { node: name, mark } = INLINE[format];
  const { head } = state.selection.main;
  const over = stepOver(state, head, mark);
  if (over)
    return { changes: over.changes, selection: EditorSelection.cursor(over.cursor), scrollIntoView: true };
  const across = acrossMark(state, head, name);
  if (across !== null) return { selection: EditorSelection.cursor(across) };
  const word = wordAround(state, head);
  const node = nodeAround(state, head, name);
  const range = word ?? (node ? contentOf(node) : null);
  if (range) return { changes: reformat(state, format, range), userEvent: "input.format" };
  const held = state.field(heldFormats, false) ?? [];
  const next = held.includes(format) ? held.filter((other) => other !== format) : [...held, format];
  return { effects: holdFormats.of(next) };
}

/** What was selected stays selected, its words only. */
function toggleSelection(state: EditorState, format: InlineFormat): TransactionSpec {
  const { from, to } = state.selection.main;
  const words = state.sliceDoc(from, to);
  const start = Math.max(
    to - words.trimStart().length,
    Math.min(to, contentStart(state.doc.lineAt(to - words.trimStart().length))),
  );
  const end = from + words.trimEnd().length;
  if (end <= start) return {};
  const changes = state.changes(reformat(state, format, { from: start, to: end }));
  return {
    changes,
    selection: EditorSelection.range(changes.mapPos(start, 1), changes.mapPos(end, -1)),
    userEvent: "input.format",
  };
}

/** Ctrl+B, Ctrl+I and the toolbar. */
export function toggleInline(format: InlineFormat): StateCommand {
  return ({ state, dispatch }) => {
    const isCursor = state.selection.main.empty;
    dispatch(state.update(isCursor ? toggleAtCursor(state, format) : toggleSelection(state, format)));
    return true;
  };
}
