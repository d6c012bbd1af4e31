/** What somebody does to the text by hand, for the filters that make good Markdown of it. */

import { Transaction, type Annotation } from "@codemirror/state";
import type { Span } from "./phrases";

/** A text in place of a range. */
export interface Edit extends Span {
  readonly text: string;
}

/** Commands that have made good Markdown by themselves. */
const FINISHED = ["input.type.compose", "input.format", "input.replace", "delete.note"];

/** The one place that somebody's writing or deleting changes; null for everything else. */
export function editOf(transaction: Transaction): Edit | null {
  const is = (event: string): boolean => transaction.isUserEvent(event);
  if (!transaction.docChanged || !(is("input") || is("delete")) || FINISHED.some(is)) return null;
  const edits: Edit[] = [];
  transaction.changes.iterChanges((from, to, _, __, inserted) =>
    edits.push({ from, to, text: inserted.toString() }),
  );
  return edits.length === 1 ? (edits[0] ?? null) : null;
}

/** What is done in place of a transaction goes by its name. */
export function eventOf(transaction: Transaction): Annotation<string> {
  return Transaction.userEvent.of(transaction.annotation(Transaction.userEvent) ?? "input");
}
