/**
 * Whatever is deleted or replaced leaves no mark without its partner: a phrase that is half selected keeps its marks around the
 * half that stays, one whose words are gone goes with its marks, and blanks never come to stand inside its ends.
 */

import {
  EditorSelection,
  EditorState,
  type ChangeSpec,
  type Transaction,
  type TransactionSpec,
} from "@codemirror/state";
import type { SyntaxNode } from "@lezer/common";
import { editOf, eventOf, type Edit } from "./edits";
import { nodesIn, subtract } from "./formats";
import { orphans } from "./notes";
import { contentOf, marksOf, type Span } from "./phrases";
import { PHRASES } from "./syntax";

const NAMES = new Set<string>([...PHRASES, "InlineCode"]);

interface Cut extends Edit {
  /** Where in the text the cursor is to stand. */
  readonly cursor: number;
}

function cutOf(transaction: Transaction): Cut | null {
  const edit = editOf(transaction);
  if (!edit || edit.to === edit.from) return null;
  const head = transaction.selection?.main.head ?? Number.POSITIVE_INFINITY;
  return { ...edit, cursor: Math.min(Math.max(head - edit.from, 0), edit.text.length) };
}

interface Fate {
  /** Marks that stay though they were selected. */
  readonly kept: readonly Span[];
  /** Marks that go though they were not. */
  readonly lost: readonly Span[];
}

/** What becomes of the marks of one phrase; `all` are those of all phrases in reach. */
function fate(state: EditorState, node: SyntaxNode, cut: Cut, all: readonly Span[]): Fate {
  const inner = contentOf(node);
  const marks = marksOf(node);
  if (cut.from <= node.from && cut.to >= node.to) return { kept: [], lost: [] };
  const isInside = cut.from >= inner.from && cut.from <= inner.to;
  const words = [cut, ...all].reduce<Span[]>((rest, one) => subtract(rest, one), [inner]);
  const left = words.map(({ from, to }) => state.sliceDoc(from, to)).join("");
  const isEmpty = (left + (isInside ? cut.text : "")).trim() === "";
  return isEmpty ? { kept: [], lost: marks } : { kept: marks, lost: [] };
}

/** Blanks that a deletion has brought to the end of a phrase, to stand behind its mark. */
function trailing(
  state: EditorState,
  nodes: readonly SyntaxNode[],
  cut: Cut,
): { blank: Span; at: number } | null {
  if (cut.text !== "") return null;
  const ending = nodes.filter(
    (node) => contentOf(node).to <= cut.to && contentOf(node).from < cut.from && node.to >= cut.to,
  );
  const outer = ending[0];
  if (!outer) return null;
  const words = state.sliceDoc(contentOf(outer).from, cut.from);
  const blank = words.length - words.trimEnd().length;
  return blank === 0 || blank === words.length
    ? null
    : { blank: { from: cut.from - blank, to: cut.from }, at: outer.to };
}

/** Where the new text stands among the marks that stay: inside a phrase, unless a line ends in it, which no phrase may span. */
function placeOf(cut: Cut, nodes: readonly SyntaxNode[], kept: readonly Span[]): number {
  const opening = kept.find(
    (mark) => mark.from <= cut.from && cut.from < mark.to && nodes.some(({ from }) => from === mark.from),
  );
  if (!cut.text.includes("\n")) return opening?.to ?? cut.from;
  const ends = nodes.filter((node) => node.from < cut.from && contentOf(node).to < cut.to);
  return Math.max(opening?.from ?? cut.from, ...ends.map(({ to }) => to));
}

/** The changes in place of a deletion; null where it is harmless as it is. */
export function balanced(state: EditorState, cut: Cut): { changes: ChangeSpec[]; cursor: number } | null {
  const nodes = nodesIn(state, cut, NAMES).filter((node) => node.from < cut.to && node.to > cut.from);
  const all = nodes.flatMap(marksOf);
  const fates = nodes.map((node) => fate(state, node, cut, all));
  const lost = fates.flatMap((one) => one.lost);
  const kept = fates
    .flatMap((one) => one.kept)
    .filter((mark) => !lost.some(({ from }) => from === mark.from));
  const gone = [cut, ...lost.flatMap((mark) => subtract([mark], cut))];
  const deletions = kept.reduce<Span[]>((rest, mark) => subtract(rest, mark), gone);
  const moved = trailing(state, nodes, cut);
  const isHarmless =
    lost.length === 0 &&
    moved === null &&
    deletions.length === 1 &&
    deletions[0]?.from === cut.from &&
    deletions[0].to === cut.to;
  if (isHarmless) return null;
  const at = placeOf(cut, nodes, kept);
  const changes: ChangeSpec[] = [
    ...deletions,
    { from: at, insert: cut.text },
    ...(moved
      ? [moved.blank, { from: moved.at, insert: state.sliceDoc(moved.blank.from, moved.blank.to) }]
      : []),
  ];
  const set = state.changes(changes);
  return { changes, cursor: moved ? set.mapPos(moved.at, 1) : set.mapPos(at, -1) + cut.cursor };
}

export const balance = EditorState.transactionFilter.of((transaction): Transaction | TransactionSpec => {
  // Pasted lines close and open phrases by themselves.
  const cut = transaction.isUserEvent("input.paste.lines") ? null : cutOf(transaction);
  if (!cut) return transaction;
  const state = transaction.startState;
  const better = balanced(state, cut);
  // What is cut out may be pasted again, with the note that it calls.
  const notes = transaction.isUserEvent("delete.cut") || cut.text !== "" ? [] : orphans(state, [cut]);
  if (!better && notes.length === 0) return transaction;
  const changes = state.changes([...(better?.changes ?? [{ ...cut, insert: cut.text }]), ...notes]);
  const cursor = better?.cursor ?? cut.from + cut.cursor;
  return {
    changes,
    selection: EditorSelection.cursor(Math.min(cursor, changes.newLength)),
    scrollIntoView: true,
    annotations: eventOf(transaction),
  };
});
