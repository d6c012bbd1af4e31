/** The words and actions that widgets inside the text need; given by the page, in the reader's language. */

import { Facet } from "@codemirror/state";

export interface EditorWords {
  readonly editTable: string;
  readonly showTable: string;
  readonly footnote: (label: string) => string;
  readonly done: string;
  readonly notDone: string;
}

export interface EditorSurroundings {
  readonly words: EditorWords;
  /** The reader wants to change the table at this place. */
  readonly onTable: (position: number) => void;
}

const NONE: EditorSurroundings = {
  words: { editTable: "", showTable: "", footnote: (label) => label, done: "", notDone: "" },
  onTable: () => undefined,
};

export const surroundings = Facet.define<EditorSurroundings, EditorSurroundings>({
  combine: (given) => given[0] ?? NONE,
});
