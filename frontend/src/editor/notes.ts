/** Footnotes: a mark in the text and the note at its end belong together, are counted as they are printed, and go together. */

import { EditorSelection, type EditorState, type TransactionSpec } from "@codemirror/state";
import type { Tree } from "@lezer/common";
import type { Span } from "./phrases";
import { nodeAround, wholeTree } from "./syntax";

export interface NoteFound {
  readonly kind: "mark" | "note";
  readonly label: string;
  readonly from: number;
  readonly to: number;
  /** Where the words of a note begin. */
  readonly content: number;
  readonly isEmpty: boolean;
}

export interface Notes {
  readonly marks: readonly NoteFound[];
  readonly notes: readonly NoteFound[];
  /** By label, in the order in which the text calls them; notes that nothing calls have none. */
  readonly numbers: ReadonlyMap<string, number>;
}

const known = new WeakMap<Tree, Notes>();

const LABEL = /\[\^([^\s\]]+)\]/;

/** All marks and notes of the text. */
export function footnotesOf(state: EditorState): Notes {
  const tree = wholeTree(state);
  const ready = known.get(tree);
  if (ready) return ready;
  const marks: NoteFound[] = [];
  const notes: NoteFound[] = [];
  const numbers = new Map<string, number>();
  tree.iterate({
    enter: ({ name, from, to, node }) => {
      if (name === "FootnoteReference") {
        const label = LABEL.exec(state.sliceDoc(from, to))?.[1] ?? "";
        marks.push({ kind: "mark", label, from, to, content: to, isEmpty: false });
      }
      if (name === "FootnoteDefinition") {
        const content = node.firstChild?.to ?? from;
        const label = LABEL.exec(state.sliceDoc(from, content))?.[1] ?? "";
        const isEmpty = state.sliceDoc(content, to).trim() === "";
        notes.push({ kind: "note", label, from, to, content, isEmpty });
      }
    },
  });
  const written = new Set(notes.map(({ label }) => label));
  for (const { label } of marks)
    if (written.has(label) && !numbers.has(label)) numbers.set(label, numbers.size + 1);
  const found = { marks, notes, numbers };
  known.set(tree, found);
  return found;
}

/** The mark at a place, its two ends included, or the note it is in. */
export function noteAt(state: EditorState, position: number): NoteFound | null {
  const isNear =
    nodeAround(state, position, "FootnoteReference") ?? nodeAround(state, position, "FootnoteDefinition");
  if (!isNear) return null;
  const { marks, notes } = footnotesOf(state);
  return [...marks, ...notes].find(({ from, to }) => from <= position && to >= position) ?? null;
}

/** A note with the line end before it, so that no gap stays. */
function lines(state: EditorState, note: NoteFound): Span {
  const first = state.doc.lineAt(note.from);
  const last = state.doc.lineAt(note.to);
  const isLast = last.to === state.doc.length;
  const blank = /\n*$/.exec(state.sliceDoc(Math.max(0, first.from - 2), first.from))?.[0].length ?? 0;
  return isLast ? { from: first.from - blank, to: last.to } : { from: first.from, to: last.to + 1 };
}

/** Notes whose last mark goes with these ranges. */
export function orphans(state: EditorState, gone: readonly Span[]): Span[] {
  const { marks, notes } = footnotesOf(state);
  const isGone = (one: NoteFound): boolean => gone.some(({ from, to }) => from <= one.from && to >= one.to);
  const lost = new Set(marks.filter(isGone).map(({ label }) => label));
  for (const mark of marks) if (!isGone(mark)) lost.delete(mark.label);
  return notes
    .filter((note) => lost.has(note.label) && !gone.some(({ from, to }) => from < note.to && to > note.from))
    .map((note) => lines(state, note));
}

/** Takes a note away at both ends; the cursor goes to where its mark was. */
export function withoutNote(state: EditorState, { label, kind, from }: NoteFound): TransactionSpec {
  const { marks, notes } = footnotesOf(state);
  const called = marks.filter((mark) => mark.label === label);
  const isOneOfMany = kind === "mark" && called.length > 1;
  const gone = isOneOfMany ? called.filter((mark) => mark.from === from) : called;
  const changes = state.changes([
    ...gone.map((mark) => ({ from: mark.from, to: mark.to })),
    ...(isOneOfMany ? [] : notes.filter((note) => note.label === label).map((note) => lines(state, note))),
  ]);
  const at = kind === "mark" ? from : (called[0]?.from ?? from);
  return {
    changes,
    selection: EditorSelection.cursor(changes.mapPos(at)),
    scrollIntoView: true,
    userEvent: "delete.note",
  };
}

/** From a mark to its note, from a note back behind its first mark; null where there is no other end. */
export function otherEnd(state: EditorState, found: NoteFound): number | null {
  const { marks, notes } = footnotesOf(state);
  const isThis = ({ label }: NoteFound): boolean => label === found.label;
  return found.kind === "mark" ? (notes.find(isThis)?.to ?? null) : (marks.find(isThis)?.to ?? null);
}

/** Where a new note goes, and what sets it apart: before the note of the next mark, so that they stand as they are printed. */
function placeOfNote(state: EditorState, position: number): { at: number; before: string; after: string } {
  const { marks, notes } = footnotesOf(state);
  const next = marks
    .filter((mark) => mark.from >= position)
    .map((mark) => notes.find((note) => note.label === mark.label))
    .find((note) => note !== undefined && note.from > position);
  if (next) return { at: next.from, before: "", after: "\n" };
  const at = state.doc.length;
  const blank = /\n*$/.exec(state.sliceDoc(Math.max(0, at - 2), at))?.[0].length ?? 0;
  const isAfterNote = /^\[\^[^\]]+\]:/.test(state.doc.line(state.doc.lines).text);
  return { at, before: isAfterNote ? "\n" : "\n".repeat(Math.max(0, 2 - blank)), after: "" };
}

/** The first number that no note has. */
export function freeNumber(state: EditorState): number {
  const { marks, notes } = footnotesOf(state);
  return 1 + Math.max(0, ...[...marks, ...notes].map(({ label }) => Number(/^\d+$/.exec(label)?.[0] ?? 0)));
}

/** A mark at the cursor and its note at the end of the text, where the cursor goes. */
export function putFootnote(state: EditorState): TransactionSpec {
  const mark = `[^${freeNumber(state)}]`;
  const { to } = state.selection.main;
  const { at, before, after } = placeOfNote(state, to);
  const note = `${before}${mark}: `;
  return {
    changes: [
      { from: to, insert: mark },
      { from: at, insert: note + after },
    ],
    selection: EditorSelection.cursor(at + mark.length + note.length),
    scrollIntoView: true,
    userEvent: "input.format",
  };
}
