/** Amendments: listed, proposed, taken back, decided. */

import { ask, idempotencyKey, tell } from "../graphql/client";
import { Early } from "../graphql/early";
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

/** The amendments in the order of the text, or the first of them. */
export interface AmendmentTable {
  readonly amendments: readonly AmendmentRow[];
  readonly total: number;
  readonly isWhole: boolean;
  readonly tablingDeadline: string | null;
}

/** A screenful comes first, so that nobody waits for what is below. */
const FIRST = 8;
const PAGE = 100;

const early = new Early<Begun>();

/** Asks for the first of them before the page that shows them is there. */
export function expectAmendments(reference: string): void {
  early.expect(reference, () => askPage(reference, NONE, FIRST));
}

/** All of them; `onPart` is told what there is so far, page after page. */
export async function loadAmendments(
  reference: string,
  onPart: (part: AmendmentTable) => void,
): Promise<AmendmentTable> {
  let table = await early.take(reference, () => askPage(reference, NONE, FIRST));
  while (!table.isWhole) {
    onPart(table);
    table = await askPage(reference, table, PAGE);
  }
  return table;
}

interface Begun extends AmendmentTable {
  readonly after: string | null;
}

const NONE: Begun = { amendments: [], total: 0, isWhole: false, tablingDeadline: null, after: null };

async function askPage(reference: string, so: Begun, first: number): Promise<Begun> {
  const { position }: AmendmentsAnswer = await ask(Amendments, { reference, first, after: so.after });
  if (!position) return { ...so, isWhole: true };
  const { nodes, totalCount: total, pageInfo } = position.amendments;
  // What moved in the text between two pages comes again.
  const rows = new Map([...so.amendments, ...nodes].map((row) => [row.id, row]));
  return {
    amendments: [...rows.values()],
    total,
    isWhole: !pageInfo.hasNextPage,
    tablingDeadline: position.tablingDeadline,
    after: pageInfo.endCursor,
  };
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
