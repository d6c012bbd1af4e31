/** What stands in the margin of one document, and where in its text. */

import { rangeToUnits } from "../../domain/offsets";
import { placeQuote } from "../../domain/placing";
import type { EditorView } from "@codemirror/view";
import { passages, type Passage } from "../../editor/passages";
import type { Amendment, MarginCards, Thread } from "../../services/margin";

export type Note =
  | { readonly kind: "thread"; readonly id: string; readonly thread: Thread }
  | { readonly kind: "amendment"; readonly id: string; readonly amendment: Amendment };

/** Whether nothing is left to do about it. */
function isSettled(note: Note): boolean {
  return note.kind === "thread" ? note.thread.resolvedAt !== null : note.amendment.status !== "TABLED";
}

/** All notes on passages of a document. */
export function notesOf(cards: MarginCards, documentId: string): Note[] {
  const threads = cards.threads.filter((thread) => thread.document.id === documentId && thread.anchor);
  const amendments = cards.amendments.filter((amendment) => amendment.document.id === documentId);
  return [
    ...threads.map((thread): Note => ({ kind: "thread", id: thread.id, thread })),
    ...amendments.map((amendment): Note => ({ kind: "amendment", id: amendment.id, amendment })),
  ];
}

/** Those that wait for an answer, and the active one; what is settled only when one asks for it. */
export function shownOf(
  notes: readonly Note[],
  active: string | null,
  isAll: boolean,
): { shown: Note[]; settled: number } {
  return {
    shown: notes.filter((note) => isAll || note.id === active || !isSettled(note)),
    settled: notes.filter(isSettled).length,
  };
}

/** The note's place in the text as it is here; null where its passage no longer stands. */
export function passageOf(note: Note, text: string): Passage | null {
  const anchor = note.kind === "thread" ? note.thread.anchor : note.amendment.anchor;
  if (!anchor || anchor.state === "ORPHANED") return null;
  const hint = rangeToUnits(text, anchor.current?.start ?? anchor.start, anchor.current?.end ?? anchor.end);
  const isThere = anchor.exact !== "" && text.slice(hint.from, hint.to) === anchor.exact;
  const placed = isThere ? hint : placeQuote(text, anchor, hint.from);
  return placed ? { id: note.id, kind: note.kind, ...placed } : null;
}

/** The note whose passage the cursor is in, while one writes or reads there by keyboard; null elsewhere. */
export function noteAtCursor(view: EditorView): string | null {
  const { head, empty } = view.state.selection.main;
  if (!view.hasFocus || !empty) return null;
  const around = view.state
    .field(passages)
    .all.filter(({ from, to }) => from <= head && head <= to && from < to);
  around.sort((one, other) => one.to - one.from - (other.to - other.from));
  return around[0]?.id ?? null;
}

/** Half of the widest bar there is, so that it stays inside the frame. */
const HALF_BAR = 170;

/** Below the end of the selection, inside the frame; undefined while nothing is selected or it is out of view. */
export function barPlace(
  view: EditorView,
  { from, to }: { readonly from: number; readonly to: number },
  frame: DOMRect,
): { top: number; left: number } | undefined {
  const end = from === to ? null : view.coordsAtPos(to);
  const start = view.coordsAtPos(from);
  if (!end) return undefined;
  const middle = start && Math.abs(start.top - end.top) < 4 ? (start.left + end.left) / 2 : end.left;
  const left = Math.min(Math.max(middle - frame.left, HALF_BAR), frame.width - HALF_BAR);
  return { top: end.bottom - frame.top + 10, left };
}
