/** A dialog writes into the text as it was when it was opened; what others have written since stays, and moves it along. */

import {
  ChangeSet,
  StateEffect,
  StateField,
  type EditorState,
  type Transaction,
  type TransactionSpec,
} from "@codemirror/state";
import { crossed } from "./sharing";

interface Since {
  readonly opened: EditorState;
  readonly changes: ChangeSet;
}

export const opening = StateEffect.define<null>();

export const meanwhile = StateField.define<Since | null>({
  create: () => null,
  update(since, { effects, startState, changes, docChanged, newDoc }) {
    if (effects.some((effect) => effect.is(opening)))
      return { opened: startState, changes: ChangeSet.empty(newDoc.length) };
    return since && docChanged ? { ...since, changes: since.changes.compose(changes) } : since;
  },
});

/** Whether nothing is left of what stood there when the dialog was opened. */
export function isGone(state: EditorState, { from, to }: { from: number; to: number }): boolean {
  return state.field(meanwhile, false)?.changes.touchesRange(from, to) === "cover";
}

/** Does now what the dialog wanted then. */
export function since(state: EditorState, spec: (opened: EditorState) => TransactionSpec): Transaction {
  const known = state.field(meanwhile, false);
  if (!known || known.changes.empty) return state.update(spec(state));
  const then = known.opened.update({ ...spec(known.opened), filter: false });
  const { mine, theirs } = crossed(then.changes, known.changes);
  return state.update({
    ...spec(known.opened),
    changes: mine,
    selection: then.newSelection.map(theirs),
  });
}
