/** The others' cursors and selections, with their names; and telling them where ours is. */

import type { Extension, Range } from "@codemirror/state";
import {
  Decoration,
  EditorView,
  ViewPlugin,
  WidgetType,
  type DecorationSet,
  type ViewUpdate,
} from "@codemirror/view";
import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { tintOf } from "../domain/present";
import { placeOf, type Shared } from "../live/presence";

class CaretWidget extends WidgetType {
  readonly name: string;
  readonly tint: number;
  constructor(name: string, shade: number) {
    super();
    this.name = name;
    this.tint = shade;
  }
  override eq(other: CaretWidget): boolean {
    return other.name === this.name && other.tint === this.tint;
  }
  override toDOM(): HTMLElement {
    const caret = document.createElement("span");
    caret.className = `md-caret tint-${this.tint}`;
    caret.setAttribute("aria-hidden", "true");
    const label = document.createElement("span");
    label.className = "md-caret-name";
    label.textContent = this.name;
    caret.append("\u2060", label, "\u2060");
    return caret;
  }
  override ignoreEvent(): boolean {
    return true;
  }
}

function paint(text: Y.Text, awareness: Awareness, length: number): DecorationSet {
  const out: Range<Decoration>[] = [];
  for (const [client, state] of awareness.getStates()) {
    const { user, cursor } = state as Shared;
    if (client === awareness.clientID || !cursor) continue;
    const anchor = placeOf(text, cursor.anchor);
    const head = placeOf(text, cursor.head);
    if (anchor === null || head === null || Math.max(anchor, head) > length) continue;
    const [from, to] = anchor < head ? [anchor, head] : [head, anchor];
    const tint = tintOf(user?.key ?? String(client));
    if (to > from) out.push(Decoration.mark({ class: `md-others tint-${tint}` }).range(from, to));
    const widget = new CaretWidget(user?.name ?? "", tint);
    out.push(Decoration.widget({ widget, side: head > anchor ? -1 : 1 }).range(head));
  }
  return Decoration.set(out, true);
}

/** Which names would stick out of the page to the right; they go to the left of their caret instead. */
function crowded(view: EditorView): [HTMLElement, boolean][] {
  const end = view.contentDOM.getBoundingClientRect().right;
  return [...view.contentDOM.querySelectorAll<HTMLElement>(".md-caret-name")].map((label) => {
    const caret = label.parentElement?.getBoundingClientRect().left ?? 0;
    return [label, caret + label.offsetWidth > end];
  });
}

/** Shows carets and shares ours; a cursor is a relative position, so that it stays with its words. */
export function carets(text: Y.Text, awareness: Awareness): Extension {
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      readonly view: EditorView;
      constructor(view: EditorView) {
        this.view = view;
        this.decorations = paint(text, awareness, view.state.doc.length);
        this.turn();
        awareness.on("change", this.heard);
      }
      readonly heard = ({
        added,
        updated,
        removed,
      }: Record<"added" | "updated" | "removed", number[]>): void => {
        if ([...added, ...updated, ...removed].some((client) => client !== awareness.clientID))
          queueMicrotask(() => this.view.dispatch({}));
      };
      update(update: ViewUpdate): void {
        if (update.selectionSet || update.docChanged || update.focusChanged) this.share(update);
        this.decorations = paint(text, awareness, update.state.doc.length);
        this.turn();
      }
      turn(): void {
        this.view.requestMeasure({
          key: this,
          read: crowded,
          write: (labels) => {
            for (const [label, isCrowded] of labels) label.classList.toggle("to-left", isCrowded);
          },
        });
      }
      /** Whoever does something else for a moment is still where they were; whoever never came into the text is nowhere in it. */
      share(update: ViewUpdate): void {
        if (!update.view.hasFocus) return;
        const { anchor, head } = update.state.selection.main;
        const relative = (index: number): unknown =>
          Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, Math.min(index, text.length)));
        const cursor = { anchor: relative(anchor), head: relative(head) };
        queueMicrotask(() => {
          if (awareness.getLocalState() !== null) awareness.setLocalStateField("cursor", cursor);
        });
      }
      destroy(): void {
        awareness.off("change", this.heard);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );
}
