/** Headings, lists and quotes: what a whole line is. */

import {
  EditorSelection,
  type ChangeSpec,
  type EditorState,
  type Line,
  type StateCommand,
} from "@codemirror/state";
import { isList, lineParts, type LineParts } from "./lines";
import { isBlank, lineAfter, lineBefore, selectedLines } from "./syntax";

export type ListKind = "bullet" | "ordered" | "task";

/** Replaces the beginnings of lines, keeping the cursor with its words. */
function rewrite(state: EditorState, changes: ChangeSpec[]): ReturnType<EditorState["update"]> {
  const set = state.changes(changes);
  const { anchor, head } = state.selection.main;
  const selection = EditorSelection.range(set.mapPos(anchor, 1), set.mapPos(head, 1));
  return state.update({ changes: set, selection, scrollIntoView: true, userEvent: "input.format" });
}

function worded(state: EditorState): Line[] {
  const lines = selectedLines(state);
  const full = lines.filter((line) => !isBlank(line));
  return full.length > 0 ? full : lines.slice(0, 1);
}

/** Blank lines that a new block needs so that its neighbours stay blocks of their own. */
function fence(
  state: EditorState,
  first: Line,
  last: Line,
  isSame: (parts: LineParts) => boolean,
): ChangeSpec[] {
  const before = lineBefore(state, first);
  const after = lineAfter(state, last);
  const needs = (line: Line | null): boolean =>
    line !== null &&
    !isBlank(line) &&
    !isSame(lineParts(line.text)) &&
    lineParts(line.text).kind !== "heading";
  return [
    ...(needs(before) ? [{ from: first.from, insert: "\n" }] : []),
    ...(needs(after) ? [{ from: last.to, insert: "\n" }] : []),
  ];
}

/** Makes the selected lines headings of this level; level 0 makes them paragraphs. */
export function setHeading(level: number): StateCommand {
  return ({ state, dispatch }) => {
    const lines = worded(state);
    const changes: ChangeSpec[] = lines.map((line) => {
      const parts = lineParts(line.text);
      const marker = level > 0 ? `${"#".repeat(level)} ` : "";
      return { from: line.from, to: line.from + parts.prefix.length, insert: parts.quote + marker };
    });
    const [first, last] = [lines[0], lines.at(-1)];
    if (first && last) changes.unshift(...fence(state, first, last, () => false));
    dispatch(rewrite(state, changes));
    return true;
  };
}

const BEGINNINGS: Record<ListKind, (number: number) => string> = {
  bullet: () => "- ",
  ordered: (number) => `${number}. `,
  task: () => "- [ ] ",
};

/** Blank lines between selected paragraphs go when they become one list, and come back when they are paragraphs again. */
function between(lines: readonly Line[], isListing: boolean): ChangeSpec[] {
  return lines.slice(1).flatMap((line, index): ChangeSpec[] => {
    const previous = lines[index];
    if (!previous) return [];
    const isApart = line.number - previous.number > 1;
    if (isListing && isApart) return [{ from: previous.to, to: line.from - 1 }];
    return !isListing && !isApart ? [{ from: line.from, insert: "\n" }] : [];
  });
}

/** Makes the selected lines entries of a list, or paragraphs again when all of them already are. */
export function toggleList(kind: ListKind): StateCommand {
  return ({ state, dispatch }) => {
    const lines = worded(state);
    const isOff = lines.every((line) => lineParts(line.text).kind === kind);
    const changes: ChangeSpec[] = lines.map((line, index) => {
      const parts = lineParts(line.text);
      const beginning = isOff ? parts.quote : parts.quote + parts.indent + BEGINNINGS[kind](index + 1);
      return { from: line.from, to: line.from + parts.prefix.length, insert: beginning };
    });
    const [first, last] = [lines[0], lines.at(-1)];
    if (first && last) changes.unshift(...fence(state, first, last, (parts) => !isOff && isList(parts)));
    dispatch(rewrite(state, [...changes, ...between(lines, !isOff)]));
    return true;
  };
}

/** Quotes the selected lines, or takes the quote away when all of them are quoted. */
export const toggleQuote: StateCommand = ({ state, dispatch }) => {
  const lines = selectedLines(state);
  const isOff = worded(state).every((line) => lineParts(line.text).quote !== "");
  const changes: ChangeSpec[] = lines.map((line) => {
    const { quote } = lineParts(line.text);
    return isOff
      ? { from: line.from, to: line.from + quote.length }
      : { from: line.from, insert: isBlank(line) && lines.length > 1 ? ">" : "> " };
  });
  const [first, last] = [lines[0], lines.at(-1)];
  if (first && last) changes.unshift(...fence(state, first, last, (parts) => !isOff && parts.quote !== ""));
  dispatch(rewrite(state, changes));
  return true;
};
