/** Amendments: listed, proposed, taken back, decided. */

import { ask, idempotencyKey, tell } from "../graphql/client";
import {
  AmendmentInDraft,
  Amendments,
  DecideAmendment,
  ProposeAmendment,
  WithdrawAmendment,
  type AmendmentInDraftAnswer,
  type AmendmentRowFragment,
  type AmendmentsAnswer,
  type Decision,
} from "../graphql/generated";
import { Refused } from "./failures";

export type AmendmentRow = AmendmentRowFragment;
export type { Decision };

export interface AmendmentTable {
  readonly amendments: readonly AmendmentRow[];
  readonly tablingDeadline: string | null;
}

type Progress = (soFar: number, total: number) => void;

interface Asking {
  readonly reference: string;
  readonly table: Promise<AmendmentTable>;
  onProgress: Progress | undefined;
}

let expected: Asking | undefined;

/** Asks for them before the page that shows them is there. */
export function expectAmendments(reference: string): void {
  const asking: Asking = {
    reference,
    table: askAmendments(reference, (soFar, total) => asking.onProgress?.(soFar, total)),
    onProgress: undefined,
  };
  asking.table.catch(() => undefined);
  expected = asking;
}

/** All of them: those already asked for, else pages are asked for until there are no more. */
export function loadAmendments(reference: string, onProgress: Progress): Promise<AmendmentTable> {
  const early = expected?.reference === reference ? expected : undefined;
  expected = undefined;
  if (!early) return askAmendments(reference, onProgress);
  early.onProgress = onProgress;
  return early.table;
}

async function askAmendments(reference: string, onProgress: Progress): Promise<AmendmentTable> {
  const amendments: AmendmentRow[] = [];
  let tablingDeadline: string | null = null;
  let after: string | null = null;
  for (;;) {
    const { position }: AmendmentsAnswer = await ask(Amendments, { reference, after });
    if (!position) break;
    amendments.push(...position.amendments.nodes);
    ({ tablingDeadline } = position);
    onProgress(amendments.length, position.amendments.totalCount);
    if (!position.amendments.pageInfo.hasNextPage) break;
    after = position.amendments.pageInfo.endCursor;
  }
  return { amendments, tablingDeadline };
}

export interface AmendmentNow {
  readonly amendment: AmendmentRow;
  readonly draft: { readonly sequence: number; readonly text: string };
}

/** An amendment and the draft it would go into, as they are at one moment. */
export async function openAmendment(id: string): Promise<AmendmentNow> {
  const { node }: AmendmentInDraftAnswer = await ask(AmendmentInDraft, { id });
  const draft = node?.__typename === "Amendment" ? node.document.draft : null;
  if (node?.__typename !== "Amendment" || !draft)
    throw new Refused([{ path: ["amendmentId"], code: "NOT_FOUND", message: id }]);
  return { amendment: node, draft };
}

export interface Proposal {
  readonly documentId: string;
  readonly versionNumber: number;
  /** Code points of that version. */
  readonly start: number;
  readonly end: number;
  readonly proposedText: string;
  readonly justification: string;
  readonly cosponsorCodes: readonly string[];
  /** The amendments that fall when this one is incorporated. */
  readonly replaces: readonly string[];
}

/** Tables an amendment and gives its number. */
export async function tableAmendment(proposal: Proposal, key: string): Promise<number> {
  const answer = await tell(ProposeAmendment, { input: { ...proposal, idempotencyKey: key } });
  return answer.proposeAmendment.amendment?.number ?? 0;
}

/** A key for one proposal: sending it again after a lost answer tables it once. */
export const proposalKey = idempotencyKey;

export async function withdrawAmendment(amendmentId: string, reason: string): Promise<void> {
  await tell(WithdrawAmendment, { input: { amendmentId, reason: reason || null } });
}

export interface Verdict {
  readonly amendmentId: string;
  readonly decision: Decision;
  /** The wording that goes in, for an incorporation in part. */
  readonly text: string | null;
  readonly reason: string;
  /** The draft that the decision was taken on. */
  readonly expectedDraftSequence: number;
}

/** Decides, and gives it as it then is; Refused with STALE when the draft has moved on, with CONFLICT when the amendment no longer fits it. */
export async function decideAmendment({ reason, ...verdict }: Verdict): Promise<AmendmentRow[]> {
  const answer = await tell(DecideAmendment, { input: { ...verdict, reason: reason || null } });
  const { amendment } = answer.decideAmendment;
  return amendment ? [amendment] : [];
}
