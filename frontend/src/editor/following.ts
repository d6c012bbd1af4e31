/** Links are opened, notes gone to and boxes ticked: by a press, or by a key with the cursor there. */

import { EditorSelection, type EditorState } from "@codemirror/state";
import { EditorView, type Command } from "@codemirror/view";
import type { SyntaxNode } from "@lezer/common";
import { safeAddress } from "./insert";
import { footnotesOf, noteAt, otherEnd, putFootnote } from "./notes";
import { nodeAround } from "./syntax";
import { tickSelected } from "./tasks";

/** Where a link leads, or null where a reader could not follow it safely. */
export function addressOf(state: EditorState, node: SyntaxNode): string | null {
  const url = node.name === "URL" ? node : node.getChild("URL");
  const raw = url ? state.sliceDoc(url.from, url.to).replace(/^<|>$/g, "") : "";
  return safeAddress(raw);
}

function linkNear(state: EditorState, position: number): string | null {
  const node = nodeAround(state, position, "Link") ?? nodeAround(state, position, "URL");
  return node && addressOf(state, node);
}

function open(address: string): void {
  window.open(address, "_blank", "noopener,noreferrer");
}

/** Brings the cursor to the other end of the note. */
export function goToOtherEnd(view: EditorView, position: number): boolean {
  const found = noteAt(view.state, position);
  const at = found && otherEnd(view.state, found);
  if (at === null) return false;
  const selection = EditorSelection.cursor(at);
  view.dispatch({
    selection,
    userEvent: "select",
    effects: EditorView.scrollIntoView(selection, { y: "center" }),
  });
  view.focus();
  return true;
}

/** Writes a note, or goes to the other end of the one that the cursor is at. */
export const footnote: Command = (view) => {
  if (goToOtherEnd(view, view.state.selection.main.head)) return true;
  view.dispatch(putFootnote(view.state));
  return true;
};

/** The end of the text is before its notes; from there, behind them. */
export const moveEnd: Command = (view) => {
  const { doc, selection } = view.state;
  let end = doc.length;
  for (const note of footnotesOf(view.state).notes.toReversed())
    if (doc.sliceString(note.to, end).trim() === "") end = note.from;
  end -= /\n*$/.exec(doc.sliceString(0, end))?.[0].length ?? 0;
  if (end === 0 || selection.main.head >= end) return false;
  view.dispatch({ selection: { anchor: end }, scrollIntoView: true, userEvent: "select" });
  return true;
};

/** Ctrl+Enter, and Enter where the text may only be read. */
export const follow: Command = (view) => {
  const { state } = view;
  const { head } = state.selection.main;
  const ticking = state.readOnly ? null : tickSelected(state);
  if (ticking) {
    view.dispatch(ticking);
    return true;
  }
  const address = linkNear(state, head);
  if (address) open(address);
  return address !== null || goToOtherEnd(view, head);
};

/** A press opens a link where the text may only be read; where it may be written, with Ctrl or ⌘. */
export const pressingLinks = EditorView.domEventHandlers({
  click(event, view) {
    const isMeant = view.state.readOnly || event.ctrlKey || event.metaKey;
    const isLink = event.target instanceof Element && event.target.closest(".md-link") !== null;
    if (!isMeant || !isLink || !view.state.selection.main.empty) return false;
    const address = linkNear(view.state, view.posAtCoords(event) ?? -1);
    if (address) open(address);
    event.preventDefault();
    return address !== null;
  },
});
