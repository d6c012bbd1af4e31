/** How pasted text fits where the cursor is: plain text becomes paragraphs, blocks stay blocks. Pure. */

import type { EditorState, Line } from "@codemirror/state";
import { isList, lineParts, prefixAfter, type LineParts } from "./lines";
import { noteAt } from "./notes";
import { openMarks, splitPoint } from "./splitting";
import { isCode, PHRASES } from "./syntax";
import { readTable } from "./tables";

const BLOCK_BEGINNING = /^(\s*([-*+]|\d{1,9}[.)]) |#{1,6} |> ?|\||```|\[\^[^\]]+\]:)/;
const LIST_BEGINNING = /^([-*+]|\d{1,9}[.)]) /;

/** Bytes that a text may have; the server refuses whatever makes it longer. */
const MOST = 2_000_000;

/** Whether a text would be longer than can be saved with what is added to it, and its notes. */
export function isTooLong(state: EditorState, added: string, notes: readonly string[] = []): boolean {
  const all = [added, ...notes].join("\n");
  // A unit of a string is three bytes at most, and counting them is dear.
  const couldBe = 3 * (state.doc.length + all.length) > MOST;
  return couldBe && new TextEncoder().encode(state.doc.toString() + all).length > MOST;
}

/** Nobody sees one, and the server reads none. */
export const sendable = (text: string): string => text.replaceAll("\0", "");

/**
 * Word puts each paragraph on one line, mail breaks lines within paragraphs. What has blank lines or blocks of Markdown says
 * itself what its paragraphs are; lines that go on in small letters are one paragraph; any other line is a paragraph.
 */
export function paragraphs(plain: string): string {
  const text = sendable(plain)
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
  readonly to: number;
  readonly insert: string;
  /** Where in what is inserted the cursor is to stand. */
  readonly cursor: number;
}

const SPLIT = [...PHRASES, "InlineCode"];

/** Words alone, for a note, which is one line. */
function flat(markdown: string): string {
  const lines = markdown.split("\n").filter((line) => /[^\s|:-]/.test(line));
  const words = lines.map((line) =>
    /^\s*\|/.test(line) ? readTable(line).rows[0]?.join(", ") : lineParts(line).content,
  );
  return words.join(" ").trim();
}

/** Paragraphs in a list are entries of it; blocks are what they are. */
function asEntries(markdown: string, parts: LineParts): string {
  const entries = markdown.split(/\n\n+/);
  const isPlain = entries.every((entry) => !BLOCK_BEGINNING.test(entry));
  return isPlain ? entries.map((entry) => entry.replaceAll("\n", " ")).join(`\n${prefixAfter(parts)}`) : "";
}

function quotedAs(markdown: string, quote: string): string {
  return quote === ""
    ? markdown
    : markdown.replace(/\n(?=(\n?))/g, (_, next) => `\n${next ? quote.trimEnd() : quote}`);
}

/**
 * What replaces the selection: in an empty entry or heading a block takes the place of its marker, and behind words it stands by
 * itself. Phrases that it cuts in two are closed before it and opened again behind it.
 */
export function fitted(markdown: string, state: EditorState): Fitted {
  const { from, to } = state.selection.main;
  const whole = (insert: string, at = from): Fitted => ({ from: at, to, insert, cursor: insert.length });
  const line = state.doc.lineAt(from);
  const parts = lineParts(line.text);
  const isBlock = BLOCK_BEGINNING.test(markdown);
  if (!(markdown.includes("\n") || isBlock) || isCode(state, from)) return whole(markdown);
  if (noteAt(state, from)?.kind === "note") return whole(flat(markdown));
  if (parts.content.trim() === "") {
    const quoted = quotedAs(markdown, parts.quote);
    return isBlock ? whole(quoted, line.from + parts.quote.length) : whole(quoted);
  }
  return between(markdown, state, line, parts);
}

const lengthOf = (pattern: RegExp, text: string): number => pattern.exec(text)?.[0].length ?? 0;

/** Between words, of which there may be none on one side. */
function between(markdown: string, state: EditorState, line: Line, parts: LineParts): Fitted {
  const { main } = state.selection;
  const [from, to] = [splitPoint(state, main.from, SPLIT), splitPoint(state, main.to, SPLIT)];
  const before = state.sliceDoc(line.from + parts.prefix.length, from);
  const after = state.sliceDoc(to, state.doc.lineAt(to).to);
  const isBlock = BLOCK_BEGINNING.test(markdown);
  const gap = `\n${parts.quote.trimEnd()}\n${parts.quote}`;
  const isEntry = isList(parts) && LIST_BEGINNING.test(markdown);
  const entries = isList(parts) ? asEntries(markdown, parts) : "";
  const body = isEntry
    ? markdown.replace(/^(?=.)/gm, parts.quote + parts.indent)
    : entries || quotedAs(markdown, parts.quote);
  const last = markdown.slice(markdown.lastIndexOf("\n\n") + 1).trimStart();
  const isApart = BLOCK_BEGINNING.test(last) && after.trim() !== "";
  const lead = isBlock && before.trim() !== "" ? (isEntry ? "\n" : gap) : "";
  const trail = isApart ? (isEntry ? `\n${prefixAfter(parts)}` : gap) : "";
  const closing = openMarks(state, from, from, SPLIT).closing;
  const opening = openMarks(state, to, to, SPLIT).opening;
  // Blanks stand outside of marks, and at no paragraph's end or beginning; a mark between a sign and a letter would be none.
  const left = /\S/.test(before) ? lengthOf(lead || closing === "" ? /\s+$/ : /[\s.,;:!?»”’…]+$/, before) : 0;
  const right = lengthOf(trail || opening === "" ? /^\s+/ : /^[\s«“‘¿¡]+/, after);
  const head = closing + (lead || before.slice(before.length - left)) + body;
  const tail = (trail || after.slice(0, right)) + opening;
  return {
    from: from - left,
    to: to + right,
    insert: head + tail,
    cursor: trail === "" ? head.length : head.length + tail.length,
  };
}
