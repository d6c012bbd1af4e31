/** The words and actions that widgets inside the text need; given by the page, in the reader's language. */

import { Facet } from "@codemirror/state";

export interface EditorWords {
  readonly table: string;
  readonly editTable: string;
  readonly footnote: (label: string) => string;
  readonly footnoteUncalled: string;
  readonly toNote: string;
  readonly fromNote: string;
  readonly openLink: string;
  readonly done: string;
  readonly notDone: string;
}

/** What does not go into a text: a picture alone, the pictures of pasted text, a document, any other file, more than can be saved. */
export type Refused = "image" | "pastedImages" | "document" | "file" | "tooLong";

export interface EditorSurroundings {
  readonly words: EditorWords;
  /** The reader wants to change the table at this place. */
  readonly onTable?: (position: number) => void;
  readonly onRefused: (what: Refused) => void;
}

const NONE: EditorSurroundings = {
  words: {
    table: "",
    editTable: "",
    footnote: (label) => label,
    footnoteUncalled: "",
    toNote: "",
    fromNote: "",
    openLink: "",
    done: "",
    notDone: "",
  },
  onRefused: () => undefined,
};

export const surroundings = Facet.define<EditorSurroundings, EditorSurroundings>({
  combine: (given) => given[0] ?? NONE,
});
