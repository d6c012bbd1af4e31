/** How pasted text fits where the cursor is: plain text becomes paragraphs, blocks stay blocks. Pure. */

import type { EditorState } from "@codemirror/state";
import { isList, lineParts } from "./lines";
import { noteAt } from "./notes";

const BLOCK_BEGINNING = /^(\s*([-*+]|\d{1,9}[.)]) |#{1,6} |> ?|\||```|\[\^[^\]]+\]:)/;
const LIST_BEGINNING = /^([-*+]|\d{1,9}[.)]) /;

/**
 * Word puts each paragraph on one line, mail breaks lines within paragraphs. What has blank lines or blocks of Markdown says
 * itself what its paragraphs are; lines that go on in small letters are one paragraph; any other line is a paragraph.
 */
export function paragraphs(plain: string): string {
  const text = plain
    .replace(/\r\n?/g, "\n")
    .replace(/\u00a0/g, " ")
    .replace(/[ \t]+$/gm, "");
  const trimmed = text.replace(/^\n+|\n+$/g, "");
  const lines = trimmed.split("\n");
  const isStructured = /\n\n/.test(trimmed) || lines.some((line) => BLOCK_BEGINNING.test(line));
  if (lines.length === 1) return plain.includes("\n") ? trimmed : text;
  if (isStructured) return trimmed;
  const goesOn = lines.slice(1).every((line) => /^\p{Ll}/u.test(line.trimStart()));
  return goesOn ? lines.map((line) => line.trim()).join(" ") : lines.join("\n\n");
}

export interface Fitted {
  readonly from: number;
  readonly insert: string;
}

/** What replaces the selection, and from where: in an empty entry or heading a block takes the place of its marker. */
export function fitted(markdown: string, state: EditorState): Fitted {
  const { from, to } = state.selection.main;
  const line = state.doc.lineAt(from);
  const parts = lineParts(line.text);
  const isMany = markdown.includes("\n") || BLOCK_BEGINNING.test(markdown);
  if (!isMany) return { from, insert: markdown };
  if (noteAt(state, from)?.kind === "note") return { from, insert: markdown.replace(/\s*\n+\s*/g, " ") };
  const quoted =
    parts.quote === ""
      ? markdown
      : markdown.replace(
          /\n(?=(.?))/g,
          (_, next) => `\n${next === "" || next === "\n" ? parts.quote.trimEnd() : parts.quote}`,
        );
  const isBlock = BLOCK_BEGINNING.test(markdown);
  const isBare = parts.content.trim() === "";
  if (isBare && isBlock) return { from: line.from + parts.quote.length, insert: quoted };
  if (isBare) return { from, insert: quoted };
  const gap = `\n${parts.quote.trimEnd()}\n${parts.quote}`;
  const isEntry = isList(parts) && LIST_BEGINNING.test(markdown);
  const joined = isEntry ? `\n${quoted.replace(/^/gm, parts.quote + parts.indent)}` : gap + quoted;
  const before = from > line.from + parts.prefix.length && isBlock ? joined : quoted;
  const last = markdown.slice(markdown.lastIndexOf("\n\n") + 1).trimStart();
  const after = to < state.doc.lineAt(to).to && BLOCK_BEGINNING.test(last) ? gap : "";
  return { from, insert: before + after };
}
