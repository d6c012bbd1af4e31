/** Backspace and Delete: first the format, then the letters; paragraphs join whole, tables and rules go only when asked. */

import {
  EditorSelection,
  type EditorState,
  type Line,
  type StateCommand,
  type TransactionSpec,
} from "@codemirror/state";
import { isList, lineParts, type LineParts } from "./lines";
import { isBlank, isCode, lineAfter, lineBefore, nodeAround } from "./syntax";

const RULE = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;

function erased(from: number, to: number, insert = ""): TransactionSpec {
  return {
    changes: { from, to, insert },
    selection: EditorSelection.cursor(from + insert.length),
    scrollIntoView: true,
    userEvent: "delete.backward",
  };
}

/** A marker goes; a nested entry moves out first; an entry that becomes a paragraph is set off from the list. */
function eraseMarker(state: EditorState, line: Line, parts: LineParts): TransactionSpec {
  const end = line.from + parts.prefix.length;
  if (isList(parts) && parts.indent.length > 0) {
    const from = line.from + parts.quote.length;
    return erased(from, from + Math.min(parts.indent.length, outdentBy(state, line, parts)));
  }
  const before = lineBefore(state, line);
  const needsGap = isList(parts) && before !== null && !isBlank(before);
  if (parts.kind === "heading" || isList(parts))
    return erased(line.from, end, (needsGap ? "\n" : "") + parts.quote);
  return erased(line.from, end);
}

/** How far an entry moves to stand at its parent's level. */
export function outdentBy(state: EditorState, line: Line, parts: LineParts): number {
  for (let above = lineBefore(state, line); above; above = lineBefore(state, above)) {
    const outer = lineParts(above.text);
    if (isList(outer) && outer.indent.length < parts.indent.length)
      return parts.indent.length - outer.indent.length;
  }
  return parts.indent.length;
}

/** The last line with words before this one. */
function lastWordsBefore(state: EditorState, line: Line): Line | null {
  let before = lineBefore(state, line);
  while (before && isBlank(before)) before = lineBefore(state, before);
  return before;
}

function joinBackward(state: EditorState, line: Line): TransactionSpec | null {
  const before = lastWordsBefore(state, line);
  if (!before) return line.number > 1 ? erased(0, line.from) : null;
  if (nodeAround(state, before.from, "Table"))
    return isBlank(line) && line.to < state.doc.length ? erased(line.from, line.to + 1) : {};
  if (RULE.test(before.text)) return erased(before.from, line.from);
  return erased(before.to, line.from);
}

/** Backspace; false where the ordinary one does. */
export const eraseBackward: StateCommand = ({ state, dispatch }) => {
  const { main } = state.selection;
  if (!main.empty || isCode(state, main.head)) return false;
  const line = state.doc.lineAt(main.head);
  const parts = lineParts(line.text);
  const at = main.head - line.from;
  if (parts.prefix !== "" && at > 0 && at <= parts.prefix.length) {
    dispatch(state.update(eraseMarker(state, line, parts)));
    return true;
  }
  const spec = at === 0 ? joinBackward(state, line) : null;
  if (!spec) return false;
  dispatch(state.update(spec));
  return true;
};

/** Delete at the end of a paragraph draws the next one up, without its marker. */
export const eraseForward: StateCommand = ({ state, dispatch }) => {
  const { main } = state.selection;
  const line = state.doc.lineAt(main.head);
  if (!main.empty || isCode(state, main.head) || main.head !== line.to) return false;
  let next = lineAfter(state, line);
  while (next && isBlank(next)) next = lineAfter(state, next);
  if (!next || nodeAround(state, next.from, "Table")) return next !== null;
  const from = isBlank(line) ? line.from : line.to;
  const to = isBlank(line) ? next.from : next.from + lineParts(next.text).prefix.length;
  dispatch(
    state.update({
      changes: { from, to: RULE.test(next.text) ? next.to : to },
      selection: EditorSelection.cursor(from),
      userEvent: "delete.forward",
    }),
  );
  return true;
};

/** Tab in a list: one level in, under the entry above. */
export const indentEntry: StateCommand = ({ state, dispatch }) => {
  const line = state.doc.lineAt(state.selection.main.head);
  const parts = lineParts(line.text);
  if (!isList(parts)) return false;
  const above = lineBefore(state, line);
  const outer = above ? lineParts(above.text) : null;
  if (!outer || !isList(outer) || outer.indent.length > parts.indent.length + 1) return true;
  const depth = outer.indent.length + outer.marker.length + 1;
  const from = line.from + parts.quote.length;
  if (depth > parts.indent.length)
    dispatch(
      state.update({
        changes: { from, to: from + parts.indent.length, insert: " ".repeat(depth) },
        userEvent: "input.indent",
      }),
    );
  return true;
};

/** Shift+Tab in a list: one level out. */
export const outdentEntry: StateCommand = ({ state, dispatch }) => {
  const line = state.doc.lineAt(state.selection.main.head);
  const parts = lineParts(line.text);
  if (!isList(parts)) return false;
  const from = line.from + parts.quote.length;
  if (parts.indent !== "")
    dispatch(
      state.update({
        changes: { from, to: from + outdentBy(state, line, parts) },
        userEvent: "delete.dedent",
      }),
    );
  return true;
};
