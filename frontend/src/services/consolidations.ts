/** Amendments together: the voting order, a batch of decisions with its preview, the readings of a paper. */

import type { Decided } from "../domain/deciding";
import { ask, idempotencyKey, tell } from "../graphql/client";
import {
  Agenda,
  DecideAmendments,
  Paragraphs,
  Preview,
  ReadPaper,
  type AgendaAnswer,
  type PreviewAnswer,
  type Reading,
  type ReadPaperAnswer,
} from "../graphql/generated";
import type { AmendmentRow } from "./amendments";
import { Refused } from "./failures";

type Of<Answer extends { node: unknown }> = Extract<Answer["node"], { readonly __typename: "Document" }>;
export type Passage = Of<AgendaAnswer>["agenda"][number];
export type Consolidation = NonNullable<Of<PreviewAnswer>["preview"]>;
export type ReadText = NonNullable<Of<ReadPaperAnswer>["reading"]>;

function unknown(documentId: string): Refused {
  return new Refused([{ path: ["documentId"], code: "NOT_FOUND", message: documentId }]);
}

/** The undecided amendments of a document, passage by passage, in voting order. */
export async function loadAgenda(id: string): Promise<readonly Passage[]> {
  const { node } = await ask(Agenda, { id });
  if (node?.__typename !== "Document") throw unknown(id);
  return node.agenda;
}

/** What decisions would make of the draft as it is now; nothing is written. */
export async function previewDecisions(id: string, decisions: readonly Decided[]): Promise<Consolidation> {
  const { node } = await ask(Preview, { id, decisions: [...decisions] });
  const preview = node?.__typename === "Document" ? node.preview : null;
  if (!preview) throw unknown(id);
  return preview;
}

/** A paper in one of its readings; null while it has no version. */
export async function readPaper(id: string, of: Reading): Promise<ReadText | null> {
  const isCompared = of === "DIFFERENCES" || of === "ADOPTED";
  const { node } = await ask(ReadPaper, { id, of, isCompared });
  if (node?.__typename !== "Document") throw unknown(id);
  return node.reading;
}

export interface NumberedText {
  readonly number: string;
  readonly text: string;
  readonly isGone: boolean;
}

/** The paragraphs of the text as it is, by which one cites them. */
export async function loadParagraphs(id: string): Promise<readonly NumberedText[]> {
  return (await readFinal(id))?.paragraphs ?? [];
}

/** The same; null while the paragraphs of the text are only counted. */
export async function loadCited(id: string): Promise<readonly NumberedText[] | null> {
  const found = await readFinal(id);
  return found === null || found.base === null ? null : found.paragraphs;
}

async function readFinal(
  id: string,
): Promise<{ readonly base: number | null; readonly paragraphs: readonly NumberedText[] } | null> {
  const { node } = await ask(Paragraphs, { id });
  return node?.__typename === "Document" ? node.reading : null;
}

/** A key for one batch: sending it again after a lost answer decides it once. */
export const batchKey = idempotencyKey;

/** Decides all of them or none; Refused with STALE when the draft has moved on since the preview. */
export async function decideTogether(
  documentId: string,
  decisions: readonly Decided[],
  /** That of the preview; null for decisions that were not previewed. */
  expectedDraftSequence: number | null,
  key: string,
): Promise<readonly AmendmentRow[]> {
  const input = { documentId, decisions: [...decisions], expectedDraftSequence, idempotencyKey: key };
  return (await tell(DecideAmendments, { input })).decideAmendments.amendments ?? [];
}
