/**
 * Dead keys, input methods and the keyboards of phones compose: while they do nothing else may touch the line. What typed letters
 * get at once, composed ones get when they are done: a paragraph of their own on a blank line, and the formats that were held.
 */

import type { ChangeSpec, EditorState } from "@codemirror/state";
import { EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { heldFormats } from "./inline";
import { marksFor } from "./held";
import { sharing, type Written } from "./sharing";
import type { InlineFormat } from "./syntax";
import { gaps } from "./typing";

interface Begun {
  readonly from: number;
  readonly gaps: readonly [string, string];
  readonly formats: readonly InlineFormat[];
}

/** Where composing begins, and what its words will need. */
export function begun(state: EditorState): Begun {
  const { from, to } = state.selection.main;
  return { from, gaps: gaps(state, { from, to, text: "x" }), formats: state.field(heldFormats, false) ?? [] };
}

/** Marks between which nothing is left. */
function bare(state: EditorState, head: number): ChangeSpec[] {
  const before = /(\*{1,3}|~~)$/.exec(state.sliceDoc(Math.max(0, head - 3), head))?.[0] ?? "";
  const isBare = before !== "" && state.sliceDoc(head, head + before.length) === before;
  return isBare ? [{ from: head - before.length, to: head + before.length }] : [];
}

/** The changes that composed words get when they are done. */
export function finished(state: EditorState, { from, gaps: [before, after], formats }: Begun): ChangeSpec[] {
  const { head } = state.selection.main;
  const isEmpty = state.sliceDoc(from, head).trim() === "";
  if (head < from || isEmpty) return bare(state, head);
  const marks = marksFor(state, from, formats);
  return [
    ...(marks.gone ? [marks.gone] : []),
    { from, insert: before + marks.opening },
    { from: head, insert: marks.closing + after },
  ];
}

export const composing = ViewPlugin.fromClass(
  class {
    begun: Begun | null = null;
    readonly view: EditorView;
    source: EventTarget | null = null;
    constructor(view: EditorView) {
      this.view = view;
      // The page is not ready yet.
      queueMicrotask(() => this.listen());
    }
    /** On Android compositions are told by the EditContext that CodeMirror writes through, and not by the page. */
    listen(): void {
      const { contentDOM } = this.view;
      this.source = (contentDOM as Written).editContext ?? contentDOM;
      this.source.addEventListener("compositionstart", this.start);
      this.source.addEventListener("compositionend", this.end);
    }
    update(update: ViewUpdate): void {
      if (this.begun && update.docChanged)
        this.begun = { ...this.begun, from: update.changes.mapPos(this.begun.from, -1) };
    }
    readonly start = (): void => {
      if (this.view.state.readOnly) return;
      this.begun ??= begun(this.view.state);
      this.view.plugin(sharing)?.hold();
    };
    readonly end = (): void => void requestAnimationFrame(() => this.finish());
    finish(): void {
      const { view, begun: done } = this;
      if (!done || view.compositionStarted || !view.contentDOM.isConnected) return;
      this.begun = null;
      const changes = finished(view.state, done);
      if (!view.state.changes(changes).empty) view.dispatch({ changes, userEvent: "input.type.compose" });
      view.plugin(sharing)?.release();
    }
    destroy(): void {
      this.source?.removeEventListener("compositionstart", this.start);
      this.source?.removeEventListener("compositionend", this.end);
    }
  },
);
