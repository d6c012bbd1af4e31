/** Enter as staff expect it: a new paragraph, a new entry, or out of the list; never a paragraph glued to the one before. */

import {
  EditorSelection,
  type ChangeSpec,
  type EditorState,
  type Line,
  type StateCommand,
  type TransactionSpec,
} from "@codemirror/state";
import { isList, lineParts, prefixAfter, type LineParts } from "./lines";
import { INLINE, isBlank, isCode, lineAfter, lineBefore, nodeAround, type InlineFormat } from "./syntax";

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
  for (let above = lineBefore(state, line); above && parts.indent !== ""; above = lineBefore(state, above)) {
    const outer = lineParts(above.text);
    if (isList(outer) && outer.indent.length < parts.indent.length)
      return replaced(line.from, line.to, prefixAfter(outer));
  }
  return leaveBlock(state, line, line);
}

/** Replaces these lines by an empty paragraph, set off from what stands before and after. */
function leaveBlock(state: EditorState, first: Line, last: Line): TransactionSpec {
  const before = lineBefore(state, first);
  const after = lineAfter(state, last);
  const above = before && !isBlank(before) ? "\n" : "";
  return replaced(first.from, last.to, above, after && !isBlank(after) ? "\n" : "");
}

function leaveQuote(state: EditorState, line: Line): TransactionSpec {
  const before = lineBefore(state, line);
  const isQuoteGap = before !== null && /^[ >]*>[ >]*$/.test(before.text);
  return leaveBlock(state, isQuoteGap ? before : line, line);
}

/** Entries of the same list below the new one count on. */
export function renumber(state: EditorState, from: Line, parts: LineParts): ChangeSpec[] {
  if (parts.kind !== "ordered") return [];
  const changes: ChangeSpec[] = [];
  let number = Number.parseInt(parts.marker, 10) + 2;
  for (let line = lineAfter(state, from); line; line = lineAfter(state, line)) {
    const next = lineParts(line.text);
    if (next.indent.length > parts.indent.length) continue;
    if (next.kind !== "ordered" || next.indent !== parts.indent || next.quote !== parts.quote) break;
    const at = line.from + next.quote.length + next.indent.length;
    changes.push({ from: at, to: at + next.marker.length, insert: `${number++}${next.marker.slice(-1)}` });
  }
  return changes;
}

/** Formats open at a place: they are closed before a split and opened again after it. */
function openMarks(state: EditorState, position: number): { closing: string; opening: string } {
  const around = (Object.keys(INLINE) as InlineFormat[])
    .map((format) => ({ mark: INLINE[format].mark, node: nodeAround(state, position, INLINE[format].node) }))
    .filter(
      ({ mark, node }) => node && node.from + mark.length < position && node.to - mark.length > position,
    )
    .sort((one, other) => (one.node?.from ?? 0) - (other.node?.from ?? 0));
  const marks = around.map(({ mark }) => mark);
  return { opening: marks.join(""), closing: [...marks].reverse().join("") };
}

/** A cursor between the last letter and its closing mark splits after the mark, not inside it. */
function splitPoint(state: EditorState, position: number): number {
  for (const format of Object.keys(INLINE) as InlineFormat[]) {
    const { node: name, mark } = INLINE[format];
    const node = nodeAround(state, position, name);
    if (node && position >= node.to - mark.length && position < node.to) return splitPoint(state, node.to);
    if (node && position <= node.from + mark.length && position > node.from)
      return splitPoint(state, node.from);
  }
  return position;
}

interface Split {
  readonly from: number;
  readonly to: number;
  readonly line: Line;
  readonly parts: LineParts;
  readonly closing: string;
  readonly opening: string;
}

function splitAt(state: EditorState): Split {
  const { main } = state.selection;
  const from = main.empty ? splitPoint(state, main.head) : main.from;
  const to = main.empty ? from : main.to;
  const line = state.doc.lineAt(from);
  const after = state.doc.lineAt(to);
  const before = line.text.slice(0, from - line.from);
  const rest = after.text.slice(to - after.from);
  const parts = lineParts(line.text);
  const blankBefore = before.length > parts.prefix.length ? before.length - before.trimEnd().length : 0;
  const blankAfter = rest.length - rest.trimStart().length;
  const marks = main.empty ? openMarks(state, from) : { closing: "", opening: "" };
  return { from: from - blankBefore, to: to + blankAfter, line, parts, ...marks };
}

function nextEntry(state: EditorState, split: Split): TransactionSpec {
  const insert = `${split.closing}\n${prefixAfter(split.parts)}`;
  const { from, to, opening } = split;
  return {
    changes: [{ from, to, insert: insert + opening }, ...renumber(state, state.doc.lineAt(to), split.parts)],
    selection: EditorSelection.cursor(from + insert.length + opening.length),
    scrollIntoView: true,
    userEvent: "input",
  };
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

/** Enter. */
export const enter: StateCommand = ({ state, dispatch }) => {
  const { main } = state.selection;
  if (isCode(state, main.head)) return false;
  const split = splitAt(state);
  const { parts, line } = split;
  const isEmptyEntry = main.empty && parts.content.trim() === "";
  const spec = isList(parts)
    ? isEmptyEntry
      ? leaveList(state, line, parts)
      : nextEntry(state, split)
    : parts.quote !== ""
      ? isEmptyEntry
        ? leaveQuote(state, line)
        : nextQuoted(split)
      : nextParagraph(state, split);
  dispatch(state.update(spec));
  return true;
};

/** Shift+Enter: a new line in the same paragraph. */
export const breakLine: StateCommand = ({ state, dispatch }) => {
  const { from, to } = state.selection.main;
  const { quote } = lineParts(state.doc.lineAt(from).text);
  dispatch(state.update(replaced(from, to, `\\\n${quote}`)));
  return true;
};
