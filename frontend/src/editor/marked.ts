/** For tests: runs a command on a text in which `|` is the cursor, or `⟦…⟧` the selection, and shows the outcome the same way. */

import { EditorSelection, EditorState, type StateCommand } from "@codemirror/state";
import { markdownLanguage } from "./markdown";
import { typing } from "./typing";

/** `¦` is the cursor where the text itself has bars. */
export function stateFrom(marked: string): EditorState {
  const cursor = marked.includes("¦") ? "¦" : "|";
  const anchor = Math.max(marked.indexOf(cursor), marked.indexOf("⟦"));
  const isRange = marked.includes("⟧");
  const doc = isRange ? marked.replace(/[⟦⟧]/g, "") : marked.replace(cursor, "");
  return EditorState.create({
    doc,
    selection: EditorSelection.range(anchor, isRange ? marked.indexOf("⟧") - 1 : anchor),
    extensions: [markdownLanguage.extension, typing],
  });
}

export function shown(state: EditorState, cursor = "|"): string {
  const { from, to, empty } = state.selection.main;
  const text = state.doc.toString();
  return empty
    ? `${text.slice(0, from)}${cursor}${text.slice(from)}`
    : `${text.slice(0, from)}⟦${text.slice(from, to)}⟧${text.slice(to)}`;
}

/** What the command makes of the marked text; the same text where it leaves the key to others. */
export function run(command: StateCommand, marked: string): string {
  let state = stateFrom(marked);
  command({ state, dispatch: (transaction) => (state = transaction.state) });
  return shown(state, marked.includes("¦") ? "¦" : "|");
}
