/**
 * What happens to typed and pasted text on its way in, and where the cursor may not rest.
 * Text becomes NFC, carries the held formats, and on the blank line between two paragraphs becomes a paragraph of its own.
 */

import {
  EditorSelection,
  EditorState,
  type Extension,
  type Transaction,
  type TransactionSpec,
} from "@codemirror/state";
import type { Command, EditorView } from "@codemirror/view";
import { balance } from "./balance";
import { editOf, eventOf, type Edit } from "./edits";
import { FORMATS, marksFor } from "./held";
import { heldFormats, holdFormats } from "./inline";
import { lineParts } from "./lines";
import { noteAt } from "./notes";
import { contentOf } from "./phrases";
import {
  contentStart,
  INLINE,
  isBlank,
  isCode,
  lineAfter,
  lineBefore,
  nodeAround,
  PHRASES,
  type InlineFormat,
} from "./syntax";

/** Line ends that keep new words on a blank line, or at a table's edge, apart from the blocks around them. */
export function gaps(state: EditorState, { from, to, text }: Edit): [string, string] {
  const table = from === to ? nodeAround(state, from, "Table") : null;
  if (table && text.trim() !== "")
    return from === table.from ? ["", "\n\n"] : from === table.to ? ["\n\n", ""] : ["", ""];
  const line = state.doc.lineAt(from);
  if (text.startsWith("\n") || !isBlank(line) || to > line.to || isCode(state, from)) return ["", ""];
  const before = lineBefore(state, line);
  const after = lineAfter(state, line);
  return [before && !isBlank(before) ? "\n" : "", after && !isBlank(after) ? "\n" : ""];
}

/** Words do not go before a heading's, an entry's or a note's own mark. */
function behindMarker(state: EditorState, { from, to }: Edit): number {
  if (from !== to || isCode(state, from)) return from;
  const note = noteAt(state, from);
  const start = note?.kind === "note" ? note.content : contentStart(state.doc.lineAt(from));
  return Math.max(from, start);
}

/** A blank at either end of a phrase goes out of it, where Markdown needs it; the format is held for what comes next. */
function blankOutside(state: EditorState, position: number): TransactionSpec & { at: number } {
  const held: InlineFormat[] = [];
  let at = position;
  for (let moved = true; moved;) {
    moved = false;
    for (const name of PHRASES) {
      const node = nodeAround(state, at, name);
      if (!node) continue;
      const inner = contentOf(node);
      const isEnd = at === inner.to && at < node.to;
      if (!isEnd && !(at === inner.from && at > node.from)) continue;
      const format = FORMATS.find((one) => INLINE[one].node === name);
      if (isEnd && format) held.push(format);
      at = isEnd ? node.to : node.from;
      moved = true;
    }
  }
  return held.length > 0 ? { at, effects: holdFormats.of(held) } : { at };
}

/** `cursor` is where in the text it is to stand, if not behind it. */
function written(state: EditorState, change: Edit, isTyping: boolean, cursor?: number): TransactionSpec {
  const text = change.text.normalize("NFC");
  const isBlankTyped = isTyping && change.from === change.to && /^[ \t]+$/.test(text);
  const outside = isBlankTyped ? blankOutside(state, change.from) : null;
  const from = outside?.at ?? behindMarker(state, change);
  const to = change.from === change.to ? from : change.to;
  const isCarrying = isTyping && text.trim() !== "";
  const marks = marksFor(state, from, isCarrying ? (state.field(heldFormats, false) ?? []) : []);
  const [before, after] = gaps(state, { from, to, text });
  const gone = marks.gone ? marks.gone.to - marks.gone.from : 0;
  const start = before + marks.opening;
  return {
    changes: [
      ...(marks.gone ? [marks.gone] : []),
      { from, to, insert: start + text + marks.closing + after },
    ],
    selection: EditorSelection.cursor(from - gone + start.length + (cursor ?? text.length)),
    ...(outside?.effects ? { effects: outside.effects } : {}),
  };
}

const incoming = EditorState.transactionFilter.of((transaction): Transaction | TransactionSpec => {
  const change = transaction.isUserEvent("input") ? editOf(transaction) : null;
  if (!change || change.text === "") return transaction;
  const isTyping = transaction.isUserEvent("input.type");
  const { head } = transaction.newSelection.main;
  const isPasted = transaction.isUserEvent("input.paste");
  if (!isTyping && !isPasted && change.text === change.text.normalize("NFC")) return transaction;
  return {
    ...written(transaction.startState, change, isTyping, isPasted ? head - change.from : undefined),
    scrollIntoView: true,
    annotations: eventOf(transaction),
  };
});

/** A blank line that only sets two blocks of text apart; the cursor passes over it. */
function isSeparator(state: EditorState, position: number): boolean {
  const line = state.doc.lineAt(position);
  const before = lineBefore(state, line);
  const after = lineAfter(state, line);
  if (!isBlank(line) || !before || !after || isBlank(before) || isBlank(after) || isCode(state, position))
    return false;
  return !nodeAround(state, before.from, "Table") && !nodeAround(state, after.from, "Table");
}

/** The nearest place to `position` where a cursor that comes from `old` may rest. */
export function resting(state: EditorState, position: number, old: number): number {
  const line = state.doc.lineAt(position);
  if (isSeparator(state, position)) {
    const next = position >= old ? lineAfter(state, line) : lineBefore(state, line);
    if (next) return position >= old ? Math.max(next.from, resting(state, next.from, old)) : next.to;
  }
  const parts = lineParts(line.text);
  const start = contentStart(line);
  if (position >= start || parts.prefix === "" || isCode(state, position)) return position;
  const cameFromStart = old === start && position === start - 1 && line.number > 1;
  return cameFromStart ? resting(state, line.from - 1, old) : start;
}

const snapping = EditorState.transactionFilter.of((transaction): Transaction | readonly TransactionSpec[] => {
  if (!transaction.selection || transaction.docChanged || !transaction.isUserEvent("select"))
    return transaction;
  const { anchor, head } = transaction.newSelection.main;
  const old = transaction.startState.selection.main.head;
  const rested = resting(transaction.startState, head, old);
  if (rested === head) return [transaction];
  const start = anchor === head ? rested : anchor;
  return [transaction, { selection: EditorSelection.range(start, rested), sequential: true }];
});

function vertical(forward: boolean, extends_: boolean): Command {
  return (view: EditorView) => {
    const { main } = view.state.selection;
    let range = view.moveVertically(main, forward);
    if (range.head === main.head) return false;
    if (isSeparator(view.state, range.head)) range = view.moveVertically(range, forward);
    const selection = extends_
      ? EditorSelection.range(main.anchor, range.head, range.goalColumn)
      : EditorSelection.cursor(range.head, range.assoc, undefined, range.goalColumn);
    view.dispatch({ selection, scrollIntoView: true, userEvent: "select" });
    return true;
  };
}

/** Up and down keep their column across the blank line between paragraphs. */
export const moveUp = vertical(false, false);
export const moveDown = vertical(true, false);
export const selectUp = vertical(false, true);
export const selectDown = vertical(true, true);

/** Home goes to the first word of an entry, not before its bullet. */
export const moveHome: Command = (view) => {
  const { head } = view.state.selection.main;
  const line = view.state.doc.lineAt(head);
  const visual = view.moveToLineBoundary(view.state.selection.main, false).head;
  if (visual > line.from) return false;
  view.dispatch({ selection: { anchor: contentStart(line) }, scrollIntoView: true, userEvent: "select" });
  return true;
};

export const typing: Extension = [heldFormats, incoming, balance, snapping];
