/** What the toolbar shows about the place of the cursor, or about what is selected. */

import type { EditorState } from "@codemirror/state";
import { carries } from "./formats";
import { heldFormats } from "./inline";
import { lineParts, type LineKind } from "./lines";
import { INLINE, nodeAround, type InlineFormat } from "./syntax";

export interface Description {
  readonly kind: LineKind;
  readonly headingLevel: number;
  readonly isQuote: boolean;
  readonly isTable: boolean;
  readonly isLink: boolean;
  /** In a note, or at its mark in the text. */
  readonly isNote: boolean;
  readonly isImage: boolean;
  readonly formats: ReadonlySet<InlineFormat>;
}

/** What is typed next carries a held format or that of the phrase around the cursor. */
function formatsAt(state: EditorState): InlineFormat[] {
  const { main } = state.selection;
  const held = state.field(heldFormats, false) ?? [];
  return (Object.keys(INLINE) as InlineFormat[]).filter(
    (format) => carries(state, format, main) || (main.empty && held.includes(format)),
  );
}

export function describe(state: EditorState): Description {
  const { head } = state.selection.main;
  const parts = lineParts(state.doc.lineAt(head).text);
  const isIn = (name: string): boolean => nodeAround(state, head, name) !== null;
  return {
    kind: parts.kind,
    headingLevel: parts.kind === "heading" ? parts.marker.length : 0,
    isQuote: parts.quote !== "",
    isTable: isIn("Table"),
    isLink: isIn("Link"),
    isNote: isIn("FootnoteReference") || isIn("FootnoteDefinition"),
    isImage: isIn("Image"),
    formats: new Set(formatsAt(state)),
  };
}
