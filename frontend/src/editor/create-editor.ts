/** Puts the editor together: one Y.Text of Markdown, shown as a word processor would show it. */

import { deleteGroupBackward, standardKeymap } from "@codemirror/commands";
import {
  Compartment,
  EditorSelection,
  EditorState,
  Prec,
  type Extension,
  type Transaction,
} from "@codemirror/state";
import { EditorView, keymap, placeholder, type Command, type KeyBinding } from "@codemirror/view";
import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { clearOfBars } from "./bars";
import { setHeading, toggleList, toggleQuote } from "./blocks";
import { carets } from "./carets";
import { composing } from "./composing";
import { describe, type Description } from "./description";
import { breakLine, enter } from "./enter";
import { eraseBackward, eraseForward } from "./erase";
import { follow, moveEnd, pressingLinks } from "./following";
import { heldFormats, toggleInline } from "./inline";
import { indentEntry, outdentEntry } from "./lists";
import { markdownLanguage } from "./markdown";
import { meanwhile, opening } from "./meanwhile";
import { numbers } from "./numbers";
import { passages, pressing } from "./passages";
import { pasting } from "./paste";
import { preview } from "./preview";
import { shared } from "./sharing";
import { outlineOf, type OutlineEntry } from "./syntax";
import { moveDown, moveHome, moveUp, selectDown, selectUp, typing } from "./typing";
import { surroundings, type EditorSurroundings } from "./words";

export interface EditorOptions extends EditorSurroundings {
  readonly parent: HTMLElement;
  readonly text: Y.Text;
  /** Absent where nobody else writes. */
  readonly awareness?: Awareness;
  readonly isReadOnly: boolean;
  readonly label: string;
  readonly placeholder: string;
  /** The id of what tells how to leave by keyboard. */
  readonly describedBy?: string;
  /** The language of the text, for spelling and for screen readers. */
  readonly language: string;
  /** CodeMirror's own announcements in the reader's language. */
  readonly phrases: Readonly<Record<string, string>>;
  readonly nonce: string | null;
  /** Ctrl+K, where there is a dialog for links. */
  readonly onLink?: () => void;
  /** Ctrl+Alt+F, where the text is whole: notes stand at its end. */
  readonly onFootnote?: () => void;
  readonly onPassage?: (id: string) => void;
  /** After every change of text, selection or size. */
  readonly onUpdate: (snapshot: Snapshot) => void;
}

export interface Snapshot {
  readonly description: Description;
  readonly selection: { readonly from: number; readonly to: number };
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly hasTextChanged: boolean;
}

export interface Editor {
  readonly view: EditorView;
  readonly run: (command: Command) => void;
  /** A dialog opens; what it writes in the end is made by `since`. */
  readonly open: () => EditorState;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly setReadOnly: (isReadOnly: boolean) => void;
  readonly outline: () => OutlineEntry[];
  /** Selects a range and brings it into view. */
  readonly reveal: (from: number, to?: number) => void;
  /** Whatever comes next is undone apart from what was written until now. */
  readonly closeUndoStep: () => void;
  readonly destroy: () => void;
}

const UNDO_GROUP = 400;

/** Milliseconds, about a day: after Esc, Tab leaves whenever it comes; any other key in the text ends that, and so does being elsewhere. */
const NO_HURRY = 100_000_000;

/** CodeMirror itself gives two seconds, at the end of the same event. */
function letTabLeave(view: EditorView): boolean {
  queueMicrotask(() => view.setTabFocusMode(NO_HURRY));
  return false;
}

/** A text that may only be read still takes the cursor: passages are selected by keyboard, and no keyboard rises on a phone. */
function access(isReadOnly: boolean, invitation: string): Extension {
  const attributes = isReadOnly
    ? { "aria-readonly": "true", inputmode: "none", spellcheck: "false" }
    : { spellcheck: "true", autocorrect: "on", autocapitalize: "sentences" };
  return [
    EditorState.readOnly.of(isReadOnly),
    EditorView.contentAttributes.of(attributes),
    // Nobody is asked to write where they cannot, or before the text is there.
    isReadOnly ? [] : placeholder(invitation),
  ];
}

function keysOf(undo: Y.UndoManager, options: EditorOptions): KeyBinding[] {
  const history = (act: () => unknown) => (): boolean => {
    act();
    return true;
  };
  const erasing =
    (command: Command): Command =>
    (view) =>
      !view.state.readOnly && command(view);
  // A paragraph is an undo step: Enter closes the one before.
  const writing = (command: Command): Command =>
    erasing((view) => {
      undo.stopCapturing();
      return command(view);
    });
  return [
    { key: "Mod-z", run: history(() => undo.undo()), preventDefault: true },
    { key: "Mod-y", mac: "Mod-Shift-z", run: history(() => undo.redo()), preventDefault: true },
    { key: "Mod-Shift-z", run: history(() => undo.redo()), preventDefault: true },
    { key: "Mod-b", run: writing(toggleInline("bold")), preventDefault: true },
    { key: "Mod-i", run: writing(toggleInline("italic")), preventDefault: true },
    { key: "Mod-k", run: history(() => options.onLink?.()), preventDefault: true },
    { key: "Mod-Alt-f", run: history(() => options.onFootnote?.()), preventDefault: true },
    { key: "Mod-Enter", run: follow, preventDefault: true },
    { key: "Mod-Shift-6", run: writing(toggleList("task")) },
    { key: "Mod-Shift-8", run: writing(toggleList("bullet")) },
    { key: "Mod-Shift-7", run: writing(toggleList("ordered")) },
    { key: "Mod-Shift-9", run: writing(toggleQuote) },
    ...[0, 1, 2, 3, 4].map((level) => ({ key: `Mod-Alt-${level}`, run: writing(setHeading(level)) })),
    { key: "Enter", run: writing(enter), shift: writing(breakLine) },
    { key: "Enter", run: (view) => view.state.readOnly && follow(view) },
    { key: "Mod-End", mac: "Mod-ArrowDown", run: moveEnd },
    { key: "Backspace", run: erasing(eraseBackward) },
    { key: "Mod-Backspace", run: erasing(deleteGroupBackward) },
    { key: "Delete", run: erasing(eraseForward) },
    { key: "Escape", run: letTabLeave },
    { key: "Tab", run: writing(indentEntry), shift: writing(outdentEntry) },
    { key: "ArrowUp", run: moveUp, shift: selectUp },
    { key: "ArrowDown", run: moveDown, shift: selectDown },
    { key: "Home", run: moveHome },
  ];
}

function attributesOf(options: EditorOptions): Record<string, string> {
  return {
    "aria-label": options.label,
    ...(options.describedBy ? { "aria-describedby": options.describedBy } : {}),
    lang: options.language,
    translate: "no",
  };
}

/** Formats, ticks and pasted text are undone apart from what was written before and after them, and so is what was written elsewhere. */
function closedSteps(stop: () => void): Extension {
  const isStep = (transaction: Transaction): boolean =>
    transaction.docChanged && ["input.format", "input.paste"].some((one) => transaction.isUserEvent(one));
  const isLeaving = (transaction: Transaction): boolean =>
    transaction.isUserEvent("select") && !transaction.newSelection.eq(transaction.startState.selection);
  return [
    EditorState.transactionExtender.of((transaction) => {
      if (isStep(transaction) || isLeaving(transaction)) stop();
      return null;
    }),
    EditorView.updateListener.of(({ transactions }) => {
      if (transactions.some(isStep)) stop();
    }),
  ];
}

/** Up to this length (some thirty pages) the whole text stands in the page. */
const WHOLE = 100_000;

/**
 * CodeMirror draws only what is in view. A position paper is short enough to be drawn whole: then the browser's own search finds
 * every word, screen readers read to the end, and cards in the margin never jump. It has no option for that, only the switch it
 * sets while printing; should that go away one day, it simply draws what is in view again.
 */
function drawWhole(view: EditorView): void {
  const inner = (view as unknown as { viewState?: object }).viewState;
  if (!inner || !("printing" in inner)) return;
  const isShort = (): boolean => view.state.doc.length <= WHOLE;
  Object.defineProperty(inner, "printing", { get: isShort, set: () => undefined });
  view.requestMeasure();
}

export function createEditor(options: EditorOptions): Editor {
  const { text, awareness, nonce } = options;
  // yCollab adds its own origin, so that only what was written here is undone.
  const undo = new Y.UndoManager(text, { captureTimeout: UNDO_GROUP, trackedOrigins: new Set() });
  const lock = new Compartment();
  const stop = (): void => undo.stopCapturing();

  const report = (view: EditorView, hasTextChanged: boolean): void => {
    const { from, to } = view.state.selection.main;
    options.onUpdate({
      description: describe(view.state),
      selection: { from, to },
      canUndo: undo.canUndo(),
      canRedo: undo.canRedo(),
      hasTextChanged,
    });
  };

  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: text.toString(),
      extensions: [
        ...(nonce ? [EditorView.cspNonce.of(nonce)] : []),
        EditorState.phrases.of({ ...options.phrases }),
        EditorState.allowMultipleSelections.of(false),
        EditorState.lineSeparator.of("\n"),
        lock.of(access(options.isReadOnly, options.placeholder)),
        surroundings.of(options),
        EditorView.lineWrapping,
        clearOfBars,
        EditorView.contentAttributes.of(attributesOf(options)),
        markdownLanguage.extension,
        preview,
        meanwhile,
        passages,
        numbers,
        typing,
        composing,
        pasting,
        closedSteps(stop),
        ...(options.onPassage ? [pressing(options.onPassage)] : []),
        pressingLinks,
        shared(text, undo),
        ...(awareness ? [carets(text, awareness)] : []),
        Prec.high(keymap.of(keysOf(undo, options))),
        keymap.of(standardKeymap),
        EditorView.domEventHandlers({
          blur: (_, view) => {
            view.setTabFocusMode(false);
            stop();
          },
        }),
        EditorView.updateListener.of((update) => {
          const hasMoved = update.docChanged || update.selectionSet || update.focusChanged;
          const isHeld = update.startState.field(heldFormats) !== update.state.field(heldFormats);
          const isNews = hasMoved || isHeld || update.geometryChanged;
          if (isNews) report(update.view, update.docChanged);
        }),
      ],
    }),
  });
  drawWhole(view);
  report(view, true);

  return {
    view,
    run(command) {
      if (view.state.readOnly) return;
      stop();
      command(view);
      view.focus();
    },
    open() {
      view.dispatch({ effects: opening.of(null) });
      return view.state;
    },
    undo: () => {
      undo.undo();
      view.focus();
    },
    redo: () => {
      undo.redo();
      view.focus();
    },
    setReadOnly: (isReadOnly) =>
      view.dispatch({ effects: lock.reconfigure(access(isReadOnly, options.placeholder)) }),
    outline: () => outlineOf(view.state),
    reveal(from, to = from) {
      const end = view.state.doc.length;
      const range = EditorSelection.range(Math.min(from, end), Math.min(to, end));
      view.dispatch({
        selection: range,
        effects: EditorView.scrollIntoView(range, { y: "start", yMargin: 120 }),
      });
      view.focus();
    },
    closeUndoStep: stop,
    destroy() {
      undo.destroy();
      view.destroy();
    },
  };
}
