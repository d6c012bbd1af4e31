/** Links and tables: what the dialogs of the toolbar put into the text. */

import { EditorSelection, type EditorState, type TransactionSpec } from "@codemirror/state";
import { isBlank, lineAfter, lineBefore, nodeAround } from "./syntax";
import { tableEdits } from "./table-edits";
import { readTable, writeTable, type Grid } from "./tables";

export interface LinkFound {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly address: string;
}

const LINK = /^\[([\s\S]*)\]\(\s*<?([^\s>)]*)>?[\s\S]*\)$/;

/** The link under the cursor, or the selected words that may become one. */
export function linkAt(state: EditorState): LinkFound {
  const { main } = state.selection;
  const node = nodeAround(state, main.head, "Link");
  const found = node ? LINK.exec(state.sliceDoc(node.from, node.to)) : null;
  const bare = node ? null : nodeAround(state, main.head, "URL");
  if (node && found) {
    const text = (found[1] ?? "").replace(/\\([[\]])/g, "$1");
    return { from: node.from, to: node.to, text, address: found[2] ?? "" };
  }
  if (bare && main.empty) {
    const address = state.sliceDoc(bare.from, bare.to);
    return { from: bare.from, to: bare.to, text: address, address };
  }
  return { from: main.from, to: main.to, text: state.sliceDoc(main.from, main.to), address: "" };
}

/** Only addresses that a reader can follow safely; anything without a scheme is a web page. */
export function safeAddress(raw: string): string | null {
  const address = raw.trim();
  if (address === "") return null;
  if (/^(https?:\/\/|mailto:)\S+$/i.test(address)) return address;
  if (/^[\w.+-]+@[\w-]+\.[\w.-]+$/.test(address)) return `mailto:${address}`;
  return /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(address) ? `https://${address}` : null;
}

/** Brackets of the words are no marks; those of a footnote stay. */
function escaped(words: string): string {
  const parts = words.split(/(\[\^[^\s\]]+\])/);
  return parts.map((part, index) => (index % 2 === 1 ? part : part.replace(/[[\]]/g, "\\$&"))).join("");
}

/** Writes or rewrites a link; an empty address leaves the words alone. */
export function putLink(found: LinkFound, text: string, address: string | null): TransactionSpec {
  const words = (text.trim() || (address ?? "")).replace(/\s*\n\s*/g, " ");
  const target = (address ?? "").replaceAll("(", "%28").replaceAll(")", "%29");
  const insert = address === null ? words : `[${escaped(words)}](${target})`;
  return {
    changes: { from: found.from, to: found.to, insert },
    selection: EditorSelection.cursor(found.from + insert.length),
    userEvent: "input.format",
  };
}

export interface TableFound {
  readonly from: number;
  readonly to: number;
  readonly grid: Grid;
}

/** The table at a place. */
export function tableAt(state: EditorState, position: number): TableFound | null {
  const node = nodeAround(state, position, "Table");
  return node ? { from: node.from, to: node.to, grid: readTable(state.sliceDoc(node.from, node.to)) } : null;
}

/** Writes a new table after the current block, or writes an edited one over the old; null takes it away. */
export function putTable(state: EditorState, found: TableFound | null, grid: Grid | null): TransactionSpec {
  const written = grid ? writeTable(grid) : "";
  if (found) {
    const before = state.sliceDoc(found.from, found.to);
    const changes = grid ? tableEdits(before, written, found.from) : { from: found.from, to: found.to };
    return { changes, userEvent: "input.format" };
  }
  let line = state.doc.lineAt(state.selection.main.head);
  for (
    let next = lineAfter(state, line);
    next && !isBlank(line) && !isBlank(next);
    next = lineAfter(state, line)
  )
    line = next;
  const before = isBlank(line) ? lineBefore(state, line) : line;
  const above = before === null || isBlank(before) ? "" : isBlank(line) ? "\n" : "\n\n";
  const insert = `${above}${written}\n\n`;
  return {
    changes: { from: line.to, insert },
    selection: EditorSelection.cursor(line.to + insert.length),
    scrollIntoView: true,
    userEvent: "input.format",
  };
}
