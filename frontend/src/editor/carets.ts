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
import { placeOf, tintsIn, type Shared } from "../live/presence";
import { sharing } from "./sharing";

/** Milliseconds for which a caret that has moved shows its name; the words above it want to be read. */
const NAMED = 2500;

class CaretWidget extends WidgetType {
  readonly name: string;
  readonly tint: number;
  /** Where its writer has put it: another place is another caret, which shows its name. */
  readonly place: string;
  constructor(name: string, shade: number, place: string) {
    super();
    this.name = name;
    this.tint = shade;
    this.place = place;
  }
  override eq(other: CaretWidget): boolean {
    return other.name === this.name && other.tint === this.tint && other.place === this.place;
  }
  override toDOM(): HTMLElement {
    const caret = document.createElement("span");
    caret.className = `md-caret tint-${this.tint}`;
    caret.setAttribute("aria-hidden", "true");
    const label = document.createElement("span");
    label.className = "md-caret-name";
    label.textContent = this.name;
    caret.append("\u2060", label, "\u2060");
    setTimeout(() => caret.classList.add("is-still"), NAMED);
    return caret;
  }
  override ignoreEvent(): boolean {
    return true;
  }
}

function paint(text: Y.Text, awareness: Awareness, view: EditorView): DecorationSet {
  const { length } = view.state.doc;
  const shared = view.plugin(sharing);
  const shownAt = (position: unknown): number | null => {
    const at = placeOf(text, position);
    return at === null ? null : (shared?.shown(at) ?? at);
  };
  const out: Range<Decoration>[] = [];
  const tints = tintsIn(awareness);
  for (const [client, state] of awareness.getStates()) {
    const { user, cursor } = state as Shared;
    if (client === awareness.clientID || !cursor) continue;
    const anchor = shownAt(cursor.anchor);
    const head = shownAt(cursor.head);
    if (anchor === null || head === null || Math.max(anchor, head) > length) continue;
    const [from, to] = anchor < head ? [anchor, head] : [head, anchor];
    const tint = tints.get(user?.key ?? String(client)) ?? 0;
    if (to > from) out.push(Decoration.mark({ class: `md-others tint-${tint}` }).range(from, to));
    const widget = new CaretWidget(user?.name ?? "", tint, JSON.stringify(cursor.head));
    out.push(Decoration.widget({ widget, side: head > anchor ? -1 : 1 }).range(head));
  }
  return Decoration.set(out, true);
}

/** Names that would stick out of the page to the right go to the left of their caret; those on the first line, below it. */
function crowded(view: EditorView): [HTMLElement, boolean, boolean][] {
  const { right, top } = view.contentDOM.getBoundingClientRect();
  return [...view.contentDOM.querySelectorAll<HTMLElement>(".md-caret-name")].map((label) => {
    const caret = label.parentElement?.getBoundingClientRect();
    const isFirst = (caret?.top ?? 0) - label.offsetHeight < top;
    return [label, (caret?.left ?? 0) + label.offsetWidth > right, isFirst];
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
        this.decorations = paint(text, awareness, view);
        this.turn();
        awareness.on("change", this.heard);
      }
      readonly heard = ({
        added,
        updated,
        removed,
      }: Record<"added" | "updated" | "removed", number[]>): void => {
        if ([...added, ...updated, ...removed].some((client) => client !== awareness.clientID))
          queueMicrotask(() => this.show());
      };
      /** What changes beside composed words may end their composition. */
      show(): void {
        if (!this.view.plugin(sharing)?.isHeld) this.view.dispatch({});
      }
      update(update: ViewUpdate): void {
        if (update.selectionSet || update.docChanged || update.focusChanged) this.share(update);
        this.decorations = paint(text, awareness, update.view);
        this.turn();
      }
      turn(): void {
        this.view.requestMeasure({
          key: this,
          read: crowded,
          write: (labels) => {
            for (const [label, isCrowded, isFirst] of labels) {
              label.classList.toggle("to-left", isCrowded);
              label.classList.toggle("below", isFirst);
            }
          },
        });
      }
      /** Whoever does something else for a moment is still where they were; whoever never came into the text is nowhere in it. */
      share(update: ViewUpdate): void {
        if (!update.view.hasFocus) return;
        const { anchor, head } = update.state.selection.main;
        const shared = update.view.plugin(sharing);
        const relative = (index: number): unknown => {
          const at = Math.min(shared?.shared(index) ?? index, text.length);
          return Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, at));
        };
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
