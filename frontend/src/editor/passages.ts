/** Passages that have a card in the margin: shown in the text, kept with their words while the text changes. */

import { StateEffect, StateField, type Extension } from "@codemirror/state";
import { Decoration, EditorView, type DecorationSet } from "@codemirror/view";

export interface Passage {
  readonly id: string;
  readonly kind: "thread" | "amendment";
  readonly from: number;
  readonly to: number;
}

interface Passages {
  readonly all: readonly Passage[];
  readonly active: string | null;
  readonly decorations: DecorationSet;
}

export const setPassages = StateEffect.define<readonly Passage[]>();
export const activatePassage = StateEffect.define<string | null>();

function decorate(all: readonly Passage[], active: string | null): DecorationSet {
  const ranges = all
    .filter(({ from, to }) => to > from)
    .map(({ id, kind, from, to }) => {
      const attributes = {
        class: `md-passage is-${kind}${id === active ? " is-active" : ""}`,
        "data-passage": id,
      };
      return Decoration.mark({ attributes }).range(from, to);
    });
  return Decoration.set(ranges, true);
}

export const passages = StateField.define<Passages>({
  create: () => ({ all: [], active: null, decorations: Decoration.none }),
  update(value, transaction) {
    let { all, active } = value;
    if (transaction.docChanged)
      all = all.map((one) => ({
        ...one,
        from: transaction.changes.mapPos(one.from, 1),
        to: Math.max(transaction.changes.mapPos(one.from, 1), transaction.changes.mapPos(one.to, -1)),
      }));
    for (const effect of transaction.effects) {
      if (effect.is(setPassages)) all = effect.value;
      if (effect.is(activatePassage)) active = effect.value;
    }
    const isSame = all === value.all && active === value.active;
    return isSame ? value : { all, active, decorations: decorate(all, active) };
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.decorations),
});

/** Calls back with the passage that was pressed. */
export function pressing(onPress: (id: string) => void): Extension {
  return EditorView.domEventHandlers({
    click(event) {
      const target = event.target instanceof Element ? event.target.closest("[data-passage]") : null;
      const id = target?.getAttribute("data-passage");
      if (id) onPress(id);
      return false;
    },
  });
}

/** How far below the top of the text each passage begins, also for those that are not in view. */
export function passageTops(view: EditorView): ReadonlyMap<string, number> {
  const { all } = view.state.field(passages);
  return new Map(
    all.map(({ id, from }) => [id, view.lineBlockAt(Math.min(from, view.state.doc.length)).top]),
  );
}
