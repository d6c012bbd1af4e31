/** Where phrases are cut in two, and with which marks: no phrase spans the end of a paragraph. Pure. */

import type { EditorState } from "@codemirror/state";
import { contentOf } from "./phrases";
import { nodeAround, PHRASES } from "./syntax";

/** Formats open around a place, or all that is selected: they are closed before a split and opened again after it. */
export function openMarks(
  state: EditorState,
  from: number,
  to: number,
  names: readonly string[] = PHRASES,
): { closing: string; opening: string } {
  const around = names
    .map((name) => nodeAround(state, from, name))
    .filter((node) => node !== null)
    .filter((node) => contentOf(node).from < from && contentOf(node).to > to)
    .sort((one, other) => one.from - other.from);
  const openings = around.map((node) => state.sliceDoc(node.from, contentOf(node).from));
  const closings = around.map((node) => state.sliceDoc(contentOf(node).to, node.to));
  return { opening: openings.join(""), closing: closings.reverse().join("") };
}

/** A cursor between the last letter and its closing mark splits after the mark, not inside it. */
export function splitPoint(state: EditorState, position: number, names: readonly string[] = PHRASES): number {
  for (const name of names) {
    const node = nodeAround(state, position, name);
    if (!node) continue;
    const inner = contentOf(node);
    if (position >= inner.to && position < node.to) return splitPoint(state, node.to, names);
    if (position <= inner.from && position > node.from) return splitPoint(state, node.from, names);
  }
  return position;
}
