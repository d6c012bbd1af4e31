/** Ticking boxes, by mouse and by key. */

import type { ChangeSpec, EditorState, Line, TransactionSpec } from "@codemirror/state";
import { lineParts } from "./lines";
import { selectedLines } from "./syntax";

function ticked(line: Line, isDone: boolean): ChangeSpec[] {
  const parts = lineParts(line.text);
  if (parts.kind !== "task") return [];
  const at = line.from + parts.prefix.search(/\[[ xX]\]/) + 1;
  return [{ from: at, to: at + 1, insert: isDone ? "x" : " " }];
}

export function isDone(line: Line): boolean {
  return /\[[xX]\]/.test(lineParts(line.text).prefix);
}

/** The box of this line, the other way round. */
export function tickAt(state: EditorState, position: number): TransactionSpec | null {
  const line = state.doc.lineAt(position);
  const changes = ticked(line, !isDone(line));
  return changes.length > 0 ? { changes, userEvent: "input.format" } : null;
}

/** All boxes of the selected lines: ticked, or empty again when all of them were. */
export function tickSelected(state: EditorState): TransactionSpec | null {
  const lines = selectedLines(state).filter((line) => lineParts(line.text).kind === "task");
  const wanted = !lines.every(isDone);
  const changes = lines.flatMap((line) => ticked(line, wanted));
  return changes.length > 0 ? { changes, userEvent: "input.format" } : null;
}
