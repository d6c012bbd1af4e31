/**
 * Keeps the editor and the shared text alike. What others write in the line that somebody is composing in waits until they are
 * done: an input method writes its word again at every step, and would write it twice beside one that the page had touched.
 */

import { ChangeSet, type ChangeDesc, type ChangeSpec, type Extension } from "@codemirror/state";
import { EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { yCollab, ySync, ySyncAnnotation, ySyncFacet, type YSyncConfig } from "y-codemirror.next";
import * as Y from "yjs";

/** The DOM types do not know it yet. */
export type Written = HTMLElement & { readonly editContext?: EventTarget | null };

type Delta = Y.YTextEvent["delta"];

function changesOf(delta: Delta, length: number): ChangeSet {
  const changes: ChangeSpec[] = [];
  let at = 0;
  for (const { insert, delete: gone, retain } of delta) {
    if (typeof insert === "string") changes.push({ from: at, insert });
    if (gone) changes.push({ from: at, to: at + gone });
    at += (gone ?? 0) + (retain ?? 0);
  }
  return ChangeSet.of(changes, length);
}

/** Two sets of changes of one text, each as it is made after the other; at one place a word begun goes on before others' words. */
export function crossed(mine: ChangeSet, theirs: ChangeSet): { mine: ChangeSet; theirs: ChangeSet } {
  return { mine: mine.map(theirs, true), theirs: theirs.map(mine) };
}

function write(text: Y.Text, changes: ChangeSet, origin: unknown): void {
  text.doc?.transact(() => {
    let shift = 0;
    changes.iterChanges((from, to, _from, _to, inserted) => {
      if (to > from) text.delete(from + shift, to - from);
      if (inserted.length > 0) text.insert(from + shift, inserted.toString());
      shift += inserted.length - (to - from);
    });
  }, origin);
}

class Sharing {
  readonly #view: EditorView;
  readonly #config: YSyncConfig;
  /** What the shared text says and the editor does not show yet. */
  #waiting: ChangeSet | null = null;
  /** From the beginning of a composition until the editor has read its words. */
  isHeld = false;

  constructor(view: EditorView) {
    this.#view = view;
    this.#config = view.state.facet(ySyncFacet);
    this.#config.ytext.observe(this.#heard);
  }

  readonly #heard = ({ delta }: Y.YTextEvent, { origin }: Y.Transaction): void => {
    if (origin === this.#config) return;
    const before = this.#waiting;
    const changes = changesOf(delta, before?.newLength ?? this.#view.state.doc.length);
    this.#waiting = before?.compose(changes) ?? changes;
    const mayWait = this.isHeld && !(origin instanceof Y.UndoManager);
    if (!mayWait || !(before || this.#isInTheWay(changes))) this.#show();
    // The end of a composition is not always told.
    else if (!this.#view.compositionStarted) requestAnimationFrame(() => this.release());
  };

  /**
   * When a composition is over, its last letters may stand in the page and not yet in the editor: nothing may come between. On
   * Android nothing may come at all: an EditContext whose text changes while it composes writes letters where they do not belong.
   */
  #isInTheWay(changes: ChangeDesc): boolean {
    const { state, compositionStarted, contentDOM } = this.#view;
    if ((contentDOM as Written).editContext) return true;
    const { from, to } = state.doc.lineAt(state.selection.main.head);
    return !compositionStarted || changes.touchesRange(from, to) !== false;
  }

  #show(): void {
    const changes = this.#waiting ?? [];
    this.#waiting = null;
    this.#view.dispatch({ changes, annotations: ySyncAnnotation.of(this.#config) });
  }

  hold(): void {
    this.isHeld = true;
  }

  release(): void {
    if (!this.isHeld || this.#view.compositionStarted) return;
    this.isHeld = false;
    this.#show();
  }

  update({ docChanged, changes, transactions }: ViewUpdate): void {
    if (!docChanged || transactions[0]?.annotation(ySyncAnnotation) === this.#config) return;
    const { mine, theirs } = this.#waiting
      ? crossed(changes, this.#waiting)
      : { mine: changes, theirs: null };
    this.#waiting = theirs;
    write(this.#config.ytext, mine, this.#config);
  }

  /** A place in the editor, in the shared text. */
  shared(at: number): number {
    return this.#waiting?.mapPos(at, 1) ?? at;
  }

  /** A place in the shared text, in the editor. */
  shown(at: number): number {
    return this.#waiting?.invertedDesc.mapPos(at) ?? at;
  }

  destroy(): void {
    this.#config.ytext.unobserve(this.#heard);
  }
}

export const sharing = ViewPlugin.fromClass(Sharing);

/** What yCollab does, with our way of keeping the two alike in place of its own; carets are ours, hence no awareness for it. */
export function shared(text: Y.Text, undoManager: Y.UndoManager): Extension {
  const parts = yCollab(text, null, { undoManager }) as Extension[];
  return parts.map((part) => (part === ySync ? sharing : part));
}
