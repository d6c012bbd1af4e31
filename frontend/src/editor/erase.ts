/**
 * Backspace and Delete: first the format, then the letters, never a hidden mark by itself. Paragraphs join whole; tables, rules
 * and notes go only when asked.
 */

import {
  EditorSelection,
  findClusterBreak,
  type ChangeSpec,
  type EditorState,
  type Line,
  type StateCommand,
  type TransactionSpec,
} from "@codemirror/state";
import { isList, lineParts, type LineParts } from "./lines";
import { countFrom, counted, outdentEntry } from "./lists";
import { noteAt, withoutNote } from "./notes";
import { contentOf } from "./phrases";
import { isBlank, isCode, lineAfter, lineBefore, nodeAround, PHRASES } from "./syntax";

const RULE = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const BREAK = /(\\|[ \t]+)$/;

function erased(from: number, to: number, insert = ""): TransactionSpec {
  return {
    changes: { from, to, insert },
    selection: EditorSelection.cursor(from + insert.length),
    scrollIntoView: true,
    userEvent: "delete.backward",
  };
}

const NOTHING: TransactionSpec = {};

/** What must happen behind an entry or a quoted line that becomes a paragraph, so that it is one. */
function behind(state: EditorState, line: Line, parts: LineParts): ChangeSpec[] {
  const after = lineAfter(state, line);
  if (parts.kind === "heading" || !after || isBlank(after)) return [];
  const next = lineParts(after.text);
  const gap = { from: line.to, insert: `\n${isList(parts) ? parts.quote.trimEnd() : ""}` };
  if (isList(parts)) {
    const rest = countFrom(state, line, parts, Number.parseInt(parts.marker, 10));
    return isList(next) ? [gap, ...rest] : rest;
  }
  if (next.quote === "") return [];
  return after.text.trim() === parts.quote.trim() ? [{ from: after.from, to: after.to }] : [gap];
}

/** The marker goes, and the paragraph that is left is set off from what stood before it. */
function eraseMarker(state: EditorState, line: Line, parts: LineParts): TransactionSpec {
  const before = lineBefore(state, line);
  const isQuote = parts.kind === "paragraph";
  const quote = isQuote ? "" : parts.quote;
  const isGap = isQuote && before !== null && before.text.trim() === parts.quote.trim();
  const outer = isGap ? lineBefore(state, before) : before;
  const isApart = parts.kind === "heading" || outer === null || isBlank(outer);
  const start = isGap ? before.from : line.from;
  const gap = isApart ? "" : `${quote.trimEnd()}\n`;
  const spec = erased(start, line.from + parts.prefix.length, gap + quote);
  return { ...spec, changes: [spec.changes ?? [], ...behind(state, line, parts)] };
}

/** The last line with words before this one. */
function lastWordsBefore(state: EditorState, line: Line): Line | null {
  let before = lineBefore(state, line);
  while (before && isBlank(before)) before = lineBefore(state, before);
  return before;
}

/** Blocks that the paragraph behind them does not run into. */
function isClosed(state: EditorState, line: Line): boolean {
  return nodeAround(state, line.from, "Table") !== null || noteAt(state, line.from) !== null;
}

function joinBackward(state: EditorState, line: Line): TransactionSpec | null {
  const before = lastWordsBefore(state, line);
  if (!before) return line.number > 1 ? erased(0, line.from) : null;
  if (isClosed(state, before))
    return isBlank(line) && line.to < state.doc.length ? erased(line.from, line.to + 1) : NOTHING;
  if (RULE.test(before.text)) return erased(before.from, line.from);
  const isBroken = before.number === line.number - 1 && !isBlank(line);
  const breaking = isBroken ? (BREAK.exec(before.text)?.[0].length ?? 0) : 0;
  return erased(before.to - breaking, line.from);
}

/** The cursor's way over hidden marks to the letter before it; null where there are none. */
function overMarks(state: EditorState, head: number): number | null {
  for (const name of PHRASES) {
    const node = nodeAround(state, head, name);
    if (!node) continue;
    const inner = contentOf(node);
    if (head > inner.to && head <= node.to) return overMarks(state, inner.to) ?? inner.to;
    if (head > node.from && head <= inner.from) return overMarks(state, node.from) ?? node.from;
  }
  return null;
}

/** The letter before the cursor, wherever marks stand; with an escape goes its backslash, with a note's mark the note. */
function eraseLetter(state: EditorState, head: number): TransactionSpec | null {
  const note = noteAt(state, head);
  if (note?.kind === "mark" && note.to === head) return withoutNote(state, note);
  const escape = nodeAround(state, head, "Escape");
  if (escape?.to === head) return erased(escape.from, head);
  const over = overMarks(state, head);
  if (over === null) return null;
  const line = state.doc.lineAt(over);
  const start = line.from + findClusterBreak(line.text, over - line.from, false);
  const isAtStart = over === line.from + lineParts(line.text).prefix.length;
  return isAtStart ? (backward(state, over) ?? NOTHING) : (eraseLetter(state, over) ?? erased(start, over));
}

function backward(state: EditorState, head: number): TransactionSpec | null {
  const line = state.doc.lineAt(head);
  const parts = lineParts(line.text);
  const at = head - line.from;
  const table = nodeAround(state, head, "Table");
  if (table && head > table.from) return NOTHING;
  if (parts.prefix !== "" && at <= parts.prefix.length) return eraseMarker(state, line, parts);
  const note = noteAt(state, head);
  if (note?.kind === "note" && head <= note.content) return note.isEmpty ? withoutNote(state, note) : NOTHING;
  return at === 0 ? joinBackward(state, line) : eraseLetter(state, head);
}

/** Backspace; false where the ordinary one does. */
export const eraseBackward: StateCommand = ({ state, dispatch }) => {
  const { main } = state.selection;
  if (!main.empty || isCode(state, main.head)) return false;
  const parts = lineParts(state.doc.lineAt(main.head).text);
  const isAtMarker = main.head - state.doc.lineAt(main.head).from <= parts.prefix.length;
  if (isList(parts) && parts.indent !== "" && isAtMarker) return outdentEntry({ state, dispatch });
  const spec = backward(state, main.head);
  if (spec) dispatch(counted(state, spec));
  return spec !== null;
};

/** Delete before a hidden mark takes the letter behind it. */
function forward(state: EditorState, head: number): TransactionSpec | null {
  const note = noteAt(state, head);
  if (note?.kind === "mark" && note.from === head) return withoutNote(state, note);
  const broken = nodeAround(state, head, "HardBreak");
  if (broken?.from === head) return { changes: { from: head, to: broken.to }, userEvent: "delete.forward" };
  for (const name of PHRASES) {
    const node = nodeAround(state, head, name);
    if (!node) continue;
    const inner = contentOf(node);
    const to = head >= inner.to && head < node.to ? node.to : head < inner.from ? inner.from : head;
    if (to === head) continue;
    const line = state.doc.lineAt(to);
    const end = line.from + findClusterBreak(line.text, to - line.from, true);
    if (to === line.to) return joinForward(state, line);
    const spec = forward(state, to) ?? { changes: { from: to, to: end }, userEvent: "delete.forward" };
    return spec;
  }
  return null;
}

/** The next paragraph is drawn up, without its marker. */
function joinForward(state: EditorState, line: Line): TransactionSpec | null {
  let next = lineAfter(state, line);
  while (next && isBlank(next)) next = lineAfter(state, next);
  if (!next) return null;
  if (isClosed(state, next) || (isClosed(state, line) && !isBlank(line))) return NOTHING;
  const breaking = next.number === line.number + 1 ? (BREAK.exec(line.text)?.[0].length ?? 0) : 0;
  const from = isBlank(line) ? line.from : line.to - breaking;
  const to = isBlank(line) ? next.from : next.from + lineParts(next.text).prefix.length;
  return {
    changes: { from, to: RULE.test(next.text) ? next.to : to },
    selection: EditorSelection.cursor(from),
    userEvent: "delete.forward",
  };
}

/** Delete; false where the ordinary one does. */
export const eraseForward: StateCommand = ({ state, dispatch }) => {
  const { main } = state.selection;
  if (!main.empty || isCode(state, main.head)) return false;
  const line = state.doc.lineAt(main.head);
  const table = nodeAround(state, main.head, "Table");
  const isBefore = table !== null && main.head < table.to;
  const spec = isBefore
    ? NOTHING
    : main.head === line.to
      ? joinForward(state, line)
      : forward(state, main.head);
  if (spec) dispatch(counted(state, spec));
  return spec !== null;
};
