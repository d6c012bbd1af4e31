/** Enter as staff expect it: a new paragraph, a new entry, or out of the list; never a paragraph glued to the one before. */

import {
  EditorSelection,
  type EditorState,
  type Line,
  type StateCommand,
  type TransactionSpec,
} from "@codemirror/state";
import { isList, lineParts, prefixAfter, type LineParts } from "./lines";
import { countFrom, counted, parentOf } from "./lists";
import { noteAt, otherEnd } from "./notes";
import { openMarks, splitPoint } from "./splitting";
import { contentStart, isBlank, isCode, lineAfter, lineBefore, nodeAround } from "./syntax";

/** Puts `before` at the cursor, then the cursor, then `after`. */
function replaced(from: number, to: number, before: string, after = ""): TransactionSpec {
  return {
    changes: { from, to, insert: before + after },
    selection: EditorSelection.cursor(from + before.length),
    scrollIntoView: true,
    userEvent: "input",
  };
}

/** An empty entry: a nested one moves out by one level, an outer one ends the list with the blank line Markdown needs. */
function leaveList(state: EditorState, line: Line, parts: LineParts): TransactionSpec {
  const outer = parentOf(state, line, parts);
  if (outer) return replaced(line.from, line.to, prefixAfter(outer));
  const spec = leaveBlock(state, line, line, parts.quote);
  const number = Number.parseInt(parts.marker, 10);
  const rest = countFrom(state, line, parts, number);
  return { ...spec, changes: [spec.changes ?? [], ...rest] };
}

/** Replaces these lines by an empty paragraph, set off from what stands before and after. */
function leaveBlock(state: EditorState, first: Line, last: Line, quote: string): TransactionSpec {
  const before = lineBefore(state, first);
  const after = lineAfter(state, last);
  const blank = quote.trimEnd();
  const above = before && !isBlank(before) ? `${blank}\n` : "";
  return replaced(first.from, last.to, above + quote, after && !isBlank(after) ? `\n${blank}` : "");
}

function isQuoteGap(line: Line | null): line is Line {
  return line !== null && /^[ >]*>[ >]*$/.test(line.text);
}

function leaveQuote(state: EditorState, line: Line): TransactionSpec {
  const [before, after] = [lineBefore(state, line), lineAfter(state, line)];
  return leaveBlock(state, isQuoteGap(before) ? before : line, isQuoteGap(after) ? after : line, "");
}

interface Split {
  readonly from: number;
  readonly to: number;
  readonly line: Line;
  readonly parts: LineParts;
  readonly closing: string;
  readonly opening: string;
}

/** A further line of an entry splits the entry. */
function partsOf(state: EditorState, line: Line): LineParts {
  const parts = lineParts(line.text);
  const entry = parts.kind === "paragraph" ? nodeAround(state, contentStart(line), "ListItem") : null;
  return entry && line.text.trim() !== "" ? lineParts(state.doc.lineAt(entry.from).text) : parts;
}

function splitAt(state: EditorState): Split {
  const { main } = state.selection;
  const line = state.doc.lineAt(main.from);
  const split = splitPoint(state, main.from);
  const from = main.empty ? Math.max(split, contentStart(line)) : split;
  const to = Math.max(from, splitPoint(state, main.to));
  const after = state.doc.lineAt(to);
  const before = line.text.slice(0, from - line.from);
  const rest = after.text.slice(to - after.from);
  const parts = partsOf(state, line);
  const blankBefore =
    before.length > lineParts(line.text).prefix.length ? before.length - before.trimEnd().length : 0;
  const blankAfter = rest.length - rest.trimStart().length;
  return { from: from - blankBefore, to: to + blankAfter, line, parts, ...openMarks(state, from, to) };
}

function nextEntry({ from, to, parts, closing, opening }: Split): TransactionSpec {
  return replaced(from, to, `${closing}\n${prefixAfter(parts)}${opening}`);
}

/** At its beginning a heading moves down; in its middle it becomes two; after it the text begins. */
function splitHeading(state: EditorState, split: Split): TransactionSpec {
  const { from, line, parts, closing, opening } = split;
  const isAtStart = from <= line.from + parts.prefix.length && parts.content.trim() !== "";
  if (isAtStart && !state.selection.main.empty && split.to < line.to)
    return replaced(line.from, split.to, `\n\n${parts.prefix}`);
  if (isAtStart && state.selection.main.empty)
    return { changes: { from: line.from, insert: "\n\n" }, scrollIntoView: true, userEvent: "input" };
  if (split.to >= line.to) return nextParagraph(state, split);
  return replaced(from, split.to, `${closing}\n\n${parts.prefix}${opening}`);
}

function nextParagraph(state: EditorState, split: Split): TransactionSpec {
  const { from, line, parts, closing, opening } = split;
  if (isBlank(line)) return replaced(from, split.to, "\n");
  const last = state.doc.lineAt(split.to);
  const next = lineAfter(state, last);
  const isAtEnd = split.to === last.to;
  const crowds = isAtEnd && next !== null && !isBlank(next);
  // Inside a paragraph of several lines the line's own end is swallowed by the new blank line.
  const swallows = crowds && parts.kind === "paragraph" && lineParts(next.text).kind === "paragraph";
  const to = swallows ? split.to + 1 : split.to;
  return replaced(from, to, `${closing}\n\n${opening}`, crowds && !swallows ? "\n" : "");
}

function nextQuoted(split: Split): TransactionSpec {
  const { from, to, closing, opening } = split;
  const quote = split.parts.quote;
  return replaced(from, to, `${closing}\n${quote.trimEnd()}\n${quote}${opening}`);
}

/** A table or a note is not split: at a table's edge a paragraph begins beside it, from a note one returns to the text. */
function besideBlock(state: EditorState, head: number): TransactionSpec | null {
  const note = noteAt(state, head);
  const mark = note?.kind === "note" ? otherEnd(state, note) : null;
  if (mark !== null)
    return { selection: EditorSelection.cursor(mark), scrollIntoView: true, userEvent: "select" };
  const table = nodeAround(state, head, "Table");
  if (!table) return null;
  const isBefore = head <= table.from;
  const line = state.doc.lineAt(isBefore ? table.from : table.to);
  if (isBefore)
    return { ...replaced(line.from, line.from, "", "\n\n"), selection: EditorSelection.cursor(line.from) };
  return replaced(line.to, line.to, "\n\n");
}

function split(state: EditorState): TransactionSpec {
  const { main } = state.selection;
  const found = splitAt(state);
  const { parts, line } = found;
  const isEmptyEntry = main.empty && parts.content.trim() === "";
  if (parts.kind === "heading") return splitHeading(state, found);
  if (isList(parts)) return isEmptyEntry ? leaveList(state, line, parts) : nextEntry(found);
  if (parts.quote === "") return nextParagraph(state, found);
  return isEmptyEntry ? leaveQuote(state, line) : nextQuoted(found);
}

/** Enter. */
export const enter: StateCommand = ({ state, dispatch }) => {
  const { main } = state.selection;
  if (isCode(state, main.head)) return false;
  dispatch(counted(state, (main.empty ? besideBlock(state, main.head) : null) ?? split(state)));
  return true;
};

/** Shift+Enter: a new line in the same paragraph. */
export const breakLine: StateCommand = ({ state, dispatch }) => {
  const { from, to } = state.selection.main;
  const { quote } = lineParts(state.doc.lineAt(from).text);
  dispatch(state.update(replaced(from, to, `\\\n${quote}`)));
  return true;
};
