/** The marks of text that is written while formats are held: it goes on in the phrase before it, or becomes one of its own. */

import type { EditorState } from "@codemirror/state";
import { heldMarks } from "./inline";
import { contentOf, type Span } from "./phrases";
import { INLINE, nodeAround, type InlineFormat } from "./syntax";

export const FORMATS = Object.keys(INLINE) as InlineFormat[];

/** The phrases that end at a place, one in the other, and where their words end. */
function endingAt(state: EditorState, position: number): { formats: InlineFormat[]; inner: number } {
  const formats: InlineFormat[] = [];
  let inner = position;
  for (let found = true; found;) {
    found = false;
    for (const format of FORMATS) {
      const node = nodeAround(state, inner, INLINE[format].node);
      if (!node || node.to !== inner || formats.includes(format)) continue;
      formats.push(format);
      inner = contentOf(node).to;
      found = true;
    }
  }
  return { formats, inner };
}

export interface Marks {
  readonly opening: string;
  readonly closing: string;
  /** The closing marks of the phrase before, which stands behind the new words instead. */
  readonly gone: Span | null;
}

/** The marks around text written at a place with these formats; blanks may stand between it and the phrase it goes on in. */
export function marksFor(state: EditorState, from: number, formats: readonly InlineFormat[]): Marks {
  if (formats.length === 0) return { opening: "", closing: "", gone: null };
  const line = state.doc.lineAt(from);
  const end = line.from + state.sliceDoc(line.from, from).trimEnd().length;
  const ending = endingAt(state, end);
  const isSame =
    ending.formats.length === formats.length && formats.every((one) => ending.formats.includes(one));
  if (isSame && end < from)
    return { opening: "", closing: state.sliceDoc(ending.inner, end), gone: { from: ending.inner, to: end } };
  const [opening, closing] = heldMarks(formats);
  return { opening, closing, gone: null };
}
